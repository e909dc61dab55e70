"""Ratings in running text: voltage, current, power, frequency, phases, IP, IK, temperature, protection class.

The values are those of the field table: volts, amperes, kilowatts, hertz; a number, or (low, high) with None for an
open end. `details["side"]` is `input` or `output` where a word says so; `details["values"]` keeps printed
alternatives. Residual currents in mA, withstand voltages in kV and radio frequencies are no ratings of the product.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from docverify.extraction.spotted import Spotted
from docverify.facts.rating import Rating, canonical_unit, plain_text, quantity_of

_TABLE = yaml.load((Path(__file__).parent / "quantities.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
_SIDE = re.compile(f"(?P<input>{_TABLE['input']})|(?P<output>{_TABLE['output']})", re.IGNORECASE)
_PHASES = re.compile("|".join(f"(?P<p{count}>{pattern})" for count, pattern in _TABLE["phases"].items()), re.IGNORECASE)
_CLASS = re.compile(_TABLE["protection_class"], re.IGNORECASE)
_IP = re.compile(r"(?<![A-Za-z0-9])IP ?-?(?P<digits>[0-6X][0-9X]K?)(?:[ABCD]?[HMSW]?)(?![A-Za-z0-9]|\.\d)")
_IK = re.compile(r"(?<![A-Za-z0-9])IK ?-?(?P<digits>0[0-9]|10|[0-9])(?![A-Za-z0-9]|\.\d)")
_NUMBER = r"[-+]?\d{1,6}(?:[.,]\d{1,4})?"
_UNIT = r"(?:V(?:\s?(?:AC|DC|ac|dc|a\.c\.|d\.c\.))?|A(?:\s?(?:AC|DC|ac|dc))?|k[Ww]|KW|W|Hz|HZ|hz|°\s?C|℃)"
# A rating is looked for at every number only.
_TO = "až|to|bis|à|至|do|til|till|tot|hasta|au?"
_NUMBERS = re.compile(rf"\d{{1,6}}(?:[.,]\d{{1,4}})?(?=\s?(?:[-~÷…/VAWHhKk°℃+]|\.\.|{_TO}))")
_CODE_BEFORE = re.compile(r"(?<![\w.-])(?!(?:\d+(?:[.,]\d+)?(?:V|A|kW|W|Hz)-)+$)(?:[\w.]+-)*\w*[A-Za-z]\w*-$")
_WORD_TO = re.compile(r"\s(?:až|do|til|till|tot|hasta|au?)\s(?=[-+]?\d)")
_VALUE = re.compile(
    rf"(?P<first>{_NUMBER})\s?(?:(?P<unit1>{_UNIT})(?![A-Za-zÀ-ɏ]))?"
    rf"(?:\s?(?P<to>-|~|÷|…|\.\.\.?|{_TO}|/)\s?(?P<second>{_NUMBER}))?(?:\s?(?P<unit>{_UNIT}))?(?![A-Za-z0-9À-ɏ]|/[A-Z]\b)"
)
_BOUND = re.compile(r"(?:\b[Mm]ax(?:imum|imal|imale)?\.?|\bup to|\bbis zu|\bjusqu'à|≤|<)\s?(?:AC|DC)?\s?$")
_FIELDS = {"voltage": ("voltage_v", "V"), "current": ("current_a", "A"), "power": ("power_kw", "kW")}
_LIMITS = {
    "voltage_v": 1500.0,
    "current_a": 3000.0,
    "power_kw": 4000.0,
    "frequency_hz": 440.0,
    "ambient_temperature_c": 150.0,
}
_CURRENT_KIND = re.compile(r"(?:(?P<ac>\bAC\b|\d ?V?ac\b|a\.c\.|[~∼～])|(?P<dc>\bDC\b|Vdc\b|d\.c\.|⎓))", re.IGNORECASE)


def find_ratings(text: str) -> tuple[Spotted, ...]:
    """Every rating of the text in reading order; names are `voltage_v`, `current_a`, `power_kw`, `frequency_hz`,
    `phases`, `protection_ip`, `protection_ik`, `ambient_temperature_c`, `protection_class`.
    """
    plain = plain_text(text)
    found = [*_values(plain), *_phases(plain), *_marks(plain)]
    sides = [(m.start(), m.lastgroup or "") for m in _SIDE.finditer(plain)] if found else []
    return tuple(_with_side(plain, spot, sides) for spot in sorted(found, key=_start))


def field_of(spot: Spotted) -> str:
    """The field that a rating belongs to: `rated_…` on the supply side or without a side, `output_…` on the other."""
    if spot.name in ("voltage_v", "current_a", "power_kw"):
        return f"{'output' if spot.details.get('side') == 'output' else 'rated'}_{spot.name}"
    return "rated_frequency_hz" if spot.name == "frequency_hz" else spot.name


def _start(spot: Spotted) -> int:
    return spot.start


def _values(plain: str) -> Iterator[Spotted]:
    position = 0
    for number in _NUMBERS.finditer(plain):
        start = number.start()
        if start and plain[start - 1] in "+-" and not plain[start - 2 : start - 1].isalnum():
            start -= 1
        before = plain[start - 1 : start]
        if start < position or before in (".", ",", "_") or (before.isascii() and before.isalnum()):
            continue
        if before == "-" and _CODE_BEFORE.search(plain, max(0, start - 20), start):
            continue  # "LH-M2-13A" is a model
        match = _VALUE.match(plain, start)
        if match and (match["unit"] or match["unit1"]) and (spot := _spot(plain, match)):
            yield spot
            position = spot.end


def _spot(plain: str, match: "re.Match[str]") -> Spotted | None:
    start, end = match.span()
    first, second = canonical_unit(match["unit1"] or ""), canonical_unit(match["unit"] or "")
    if first and second and quantity_of(first) != quantity_of(second):
        end = match.end("unit1")  # 240V/50Hz are two ratings
    elif match["to"] == "/" and first in ("A", "kW", "W") and first == second:
        end = match.end("unit1")  # 7.4 kW / 22 kW are those of two models
    elif first == "V" and match["to"] == "~" and not second:
        end = match.end("unit1")  # in 230 V~ 50/60 Hz the sign says alternating current
    bound = _BOUND.search(plain, max(0, start - 14), start)
    try:
        printed = _WORD_TO.sub(" to ", plain[bound.start() if bound else start : end]).replace("÷", "…")
        rating = Rating.parse(printed.replace("AC ", "").replace("DC ", ""))
    except ValueError:
        return None
    name, rating = _named(rating)
    bounds = [abs(b) for b in (rating.low, rating.high) if b is not None]
    if name is None or max(bounds) > _LIMITS[name]:
        return None
    return Spotted(name, _value(rating), bound.start() if bound else start, end, _details(plain, start, end, rating))


def _value(rating: Rating) -> float | tuple[float | None, float | None] | None:
    """The number, or the range; of `Max. 22 kW` the number, its bound stands in the details."""
    return rating.high if rating.low is None else rating.value


def _details(plain: str, start: int, end: int, rating: Rating) -> dict[str, Any]:
    details: dict[str, Any] = {"unit": rating.unit}
    if rating.values:
        details["values"] = list(rating.values)
    if rating.low is None:
        details["bound"] = "max"
    if rating.unit in ("V", "A", "kW") and (kind := _current_kind(plain, start, end)):
        details["current"] = kind
    return details


def _named(rating: Rating) -> tuple[str | None, Rating]:
    if rating.quantity in _FIELDS:
        name, unit = _FIELDS[rating.quantity]
        return name, rating.to(unit)
    if rating.quantity == "frequency" and rating.unit == "Hz" and (rating.low or 0) >= 16:
        return "frequency_hz", rating
    if rating.quantity == "temperature":
        return "ambient_temperature_c", rating.to("°C")
    return None, rating


def _current_kind(plain: str, start: int, end: int) -> str | None:
    """Whether the value is AC or DC, by the letters in it or beside it."""
    for first, last in ((start, end), (end, end + 4), (max(0, start - 5), start)):
        if kind := _CURRENT_KIND.search(plain, first, last):
            return kind.lastgroup
    return None


def _phases(plain: str) -> Iterator[Spotted]:
    if _hinted(plain, _TABLE["phase_hints"]):
        for match in _PHASES.finditer(plain):
            yield Spotted("phases", int((match.lastgroup or "p1")[1:]), match.start(), match.end(), {})


def _hinted(plain: str, hints: list[str]) -> bool:
    small = plain.lower()
    return any(hint in small for hint in hints)


def _marks(plain: str) -> Iterator[Spotted]:
    for match in _IP.finditer(plain) if "IP" in plain else ():
        yield Spotted("protection_ip", f"IP{match['digits']}", match.start(), match.end(), {})
    for match in _IK.finditer(plain) if "IK" in plain else ():
        yield Spotted("protection_ik", f"IK{match['digits'].zfill(2)}", match.start(), match.end(), {})
    for match in _CLASS.finditer(plain) if _hinted(plain, _TABLE["class_hints"]) else ():
        roman = {"1": "I", "2": "II", "3": "III"}.get(match["class"], match["class"].upper())
        yield Spotted("protection_class", roman, match.start(), match.end(), {})


def _with_side(plain: str, spot: Spotted, sides: list[tuple[int, str]]) -> Spotted:
    """The rating with the side of the last side word before it, unless an empty line parts them."""
    before = [(start, side) for start, side in sides if start < spot.start]
    if not before or re.search(r"\n\s*\n", plain[before[-1][0] : spot.start]):
        return spot
    return Spotted(spot.name, spot.value, spot.start, spot.end, {**spot.details, "side": before[-1][1]})
