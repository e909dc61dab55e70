"""Turns the sentence that describes the equipment under test into its ratings and connectors.

"The EUT is a single-phase charge point rated 230 V 50 Hz, 32 A, with a tethered type 2 cable." Only a sentence whose
subject is the equipment and that says "rated" (or what goes for it) counts; test voltages and limits stand in others.
"""

import re
from collections.abc import Iterator

from docverify.extraction.locate import Passage
from docverify.extraction.printed import Printed

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
