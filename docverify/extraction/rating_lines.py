"""Turns lines of a short paper that are little else than ratings into rating fields ("Max 32 A, 22 kW, IP54").

A line counts when it prints three quantities, or two behind a word for ratings or sides, and few other words; lines
of nothing but ratings right under such a line go on with it. A line about fuses, cables or a step of the work says
nothing of the product.
"""

import re
from collections.abc import Iterator
from typing import Any

from docverify.extraction.fields import Fields, once, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.ratings import is_direct_current
from docverify.extraction.running_text import read_at
from docverify.extraction.spotted import Spotted
from docverify.extraction.values import field_of, find_ratings
from docverify.facts.evidence import Found

_QUANTITIES = frozenset(
    {"voltage_v", "current_a", "power_kw", "frequency_hz", "protection_ip", "protection_ik", "ambient_temperature_c"}
)
_ELECTRIC = frozenset({"voltage_v", "current_a", "power_kw"})
_WORD = re.compile(r"[^\W\d_]{3,}|[\u3400-\u9fff]+")
_MOST_WORDS = 7  # beside the ratings of a line
_MANY, _SOME = 3, 2  # quantities of a line without and with a word that says what they are
_PLACE, _FEW = frozenset({"protection_ip", "ambient_temperature_c"}), 2  # "Environment: IP65, −25 °C to +40 °C"
_SAYS = re.compile(
    r"^[\W\d]*(?:input|output|supply|mains|rat(?:ing|ed)|nominal|eingang|ausgang|netz|nenn|bemessung|anschluss|entrée|sortie"
    r"|alimentation|assigné|ingresso|uscita|alimentazione|nominale|entrada|salida|saída|alimentación|wejście|wyjście"
    r"|zasilanie|dane znam|ingang|uitgang|voeding|ingång|utgång|märk|jmenovit|napájení|névleges|merke|mærke|nimellis"
    r"|输入|输出|额定)",
    re.IGNORECASE,
)
_OTHER_THING = re.compile(
    r"\b(?:mA|mm²|mm2|AWG|Nm|kV|Ah|Wh|VA)\b|\b(?:fuse|breaker|MCB|RCD|RCBO|RCCB|torque|DIP|jumper|relay|fault|error"
    r"|cable (?:size|section)|storage|battery|adapter|poe|sicherung|leitungsschutz\w*|LS-Schalter|FI|lagerung"
    r"|schalterstellung|fusible|disjoncteur|stockage|interruttore|magnetotermico|fusibile|magnetotérmico|interruptor"
    r"|bezpiecznik|wyłącznik\w*|zekering|automaat|aardlek\w*|säkring\w*|sikring\w*|jistič\w*|sulake\w*)\b"
    r"|熔断|断路器",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"^\s*(?:\d{1,2}[.)]?\s+[A-ZÀ-Ž][^\W\d_]+\s|[•–-]\s+[A-ZÀ-Ž][^\W\d_]+\s+(?:the|den|die|das|le|la|il|el|de|het)\s)"
)


def rating_line_fields(passage: Passage) -> Fields:
    """Ratings of the lines that are little else; what an alternating-current product gives out is what it takes in."""
    direct = is_direct_current(passage.text)
    collected: dict[str, list[Found[Any]]] = {}
    for page in passage.pages:
        for start, spots in _rated_lines(page.text):
            for spot in spots:
                field = field_of(spot) if direct else field_of(spot).replace("output_", "rated_")
                entry = read_at(passage, page, (start + spot.start, start + spot.end), spot.value, confidence=0.95)
                collected.setdefault(field, []).extend([entry] if entry is not None else [])
    return without_empty({name: once(entries) for name, entries in collected.items()})


def _rated_lines(text: str) -> Iterator[tuple[int, list[Spotted]]]:
    """Each such line: where it starts, and its ratings."""
    start, under = 0, False
    for line in text.split("\n"):
        spots = [spot for spot in find_ratings(line) if spot.name in _QUANTITIES] if _maybe(line) else []
        under = bool(spots) and _is_rated(line, spots, under=under)
        if under:
            yield start, spots
        start += len(line) + 1


def _maybe(line: str) -> bool:
    return any(c.isdigit() for c in line) and not _OTHER_THING.search(line) and not _STEP.match(line)


def _is_rated(line: str, spots: list[Spotted], *, under: bool) -> bool:
    rest = list(line)
    for spot in spots:
        rest[spot.start : spot.end] = " " * (spot.end - spot.start)
    words = len(_WORD.findall("".join(rest)))
    kinds = {spot.name for spot in spots}
    if (under and words == 0) or (kinds >= _PLACE and words <= _FEW):
        return True
    wanted = _SOME if _SAYS.match(line) else _MANY
    return len(kinds) >= wanted and bool(kinds & _ELECTRIC) and words <= _MOST_WORDS
