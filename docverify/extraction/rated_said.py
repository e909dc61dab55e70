"""Turns the sentence that describes the equipment under test into its ratings and connectors.

"The EUT is a single-phase charge point rated 230 V 50 Hz, 32 A, with a tethered type 2 cable." Only a sentence whose
subject is the equipment and that says "rated" (or what goes for it) counts; test voltages and limits stand in others.
"""

import re
from collections.abc import Iterator, Sequence

from docverify.extraction.fields import Fields, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.printed import Printed
from docverify.extraction.values import field_of, find_ratings
from docverify.facts.evidence import Box, Evidence

_SUBJECT = (
    r"(?:EUT|DUT|equipment(?: under test)?|device(?: under test)?|test (?:item|sample|object)s?|sample"
    r"|product|apparatus|unit"
    r"|charger|charging station|charge point|charging unit|wall ?box|enclosure|Prüfling|Prüfgegenstand"
    r"|Prüfmuster|Gerät|Ladestation"
    r"|Wallbox|Ladesäule|appareil|équipement|borne|échantillon|apparecchio|campione|colonnina|equipo|muestra"
    r"|estación|toestel"
    r"|laadstation|laadpaal|urządzenie|stacja|provobjektet|laddboxen|laddstationen)"
)
_RATED = (
    r"(?:rated|rating|ratings|nominal|supplied (?:from|by|with)|powered (?:by|from)|operates (?:at|from|on)"
    r"|intended for connection to"
    r"|Bemessungs\w+|Nennspannung|Nennstrom|Nenndaten|versorgt|assignée?s?|nominale?s?|alimentée?"
    r"|alimentat[oa]|nominal(?:es)?|alimentad[oa]"
    r"|nominale|gevoed|znamionow\w+|zasilan\w+|märk\w+|matas|has a (?:degree of )?protection"
    r"|protection (?:degree|class)|Schutzart"
    r"|connector|socket(?:-outlet)?|cable)"
)
_SENTENCE = re.compile(
    rf"(?:^|(?<=[.:!?]\s)|(?<=\n))(?:the |a |an |this |der |die |das |l['’]|la |le |il |el |de |het )?{_SUBJECT}\b"
    rf"(?P<value>[^\n]{{0,160}}?\b{_RATED}\b.*?)(?=\.\s+[A-ZÀ-Ž]|\.\s*$|\n\s*\n|\Z)",
    re.IGNORECASE | re.DOTALL,
)
_CONDITIONS = re.compile(
    r"\b(?:tests?|tested|testing|mode|condition\w*|adapter|laptop|support|prüf\w*|essais?|prov[ae]|ensayos?)\b",
    re.IGNORECASE,
)
_DIRECT = re.compile(
    r"\bDC\b|\bCCS|CHAdeMO|d\.c\.|courant continu|corriente continua|corrente continua|Gleichstrom|直流"
)
_LONGEST = 320
_TESTS = re.compile(
    r"\b(?:test (?:voltage|level)|limit|discharge|surge|burst|field strength|kV|V/m|dB|MHz|was set|during the test)\b"
)


def ratings_said(passage: Passage) -> Iterator[Printed]:
    """The sentences of the front pages that say what the equipment is rated for, each on one line."""
    for page in passage.pages:
        printed = passage.printed(page)
        for match in _SENTENCE.finditer(printed.text):
            if len(match["value"]) <= _LONGEST and not _TESTS.search(match["value"]):
                yield printed.part(*match.span("value"))


def supply_lines(passage: Passage) -> Iterator[Printed]:
    """The lines of the front pages that print a mains voltage with its frequency, and are of no test."""
    for page in passage.pages:
        lines = passage.printed(page).lines()
        for line in lines:
            named = {field_of(spot) for spot in find_ratings(line.text)}
            row = _row(line, lines) if {"rated_voltage_v", "rated_frequency_hz"} <= named else ""
            if row and not _TESTS.search(row) and not _CONDITIONS.search(row):
                yield line


def _row(line: Printed, lines: Sequence[Printed]) -> str:
    """The words of the row that the line stands in, its label among them."""
    height = line.box[3] - line.box[1]
    return " ".join(other.text for other in lines if abs(other.box[1] - line.box[1]) < 0.6 * height)


def with_outputs(passage: Passage, fields: Fields) -> Fields:
    """The ratings, those beside a label of an output moved to the output, where the paper is of direct current."""
    if not _DIRECT.search(passage.text):
        return fields
    moved = dict(fields)
    for quantity in ("voltage_v", "current_a", "power_kw"):
        places = [(c.page, c.value.box) for c in passage.candidates(f"output_{quantity.rsplit('_', 1)[0]}")]
        rated = moved.get(f"rated_{quantity}", ())
        out = tuple(entry for entry in rated if any(_holds(place, entry.evidence[0]) for place in places))
        moved[f"rated_{quantity}"] = tuple(entry for entry in rated if entry not in out)
        moved[f"output_{quantity}"] = (*moved.get(f"output_{quantity}", ()), *out)
    return without_empty(moved)


def _holds(place: tuple[int, Box], item: Evidence) -> bool:
    page, box = place
    x, y = (item.box[0] + item.box[2]) / 2, (item.box[1] + item.box[3]) / 2
    return item.page == page and box[0] <= x <= box[2] and box[1] <= y <= box[3]
