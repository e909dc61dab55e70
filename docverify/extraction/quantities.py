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
from docverify.facts.rating import Rating, plain_text

_TABLE = yaml.safe_load((Path(__file__).parent / "quantities.yaml").read_text(encoding="utf-8"))
_SIDE = re.compile(f"(?P<input>{_TABLE['input']})|(?P<output>{_TABLE['output']})", re.IGNORECASE)
_PHASES = re.compile(
    "|".join(f"(?P<p{count}>{pattern})" for count, pattern in _TABLE["phases"].items()), re.IGNORECASE
)
_CLASS = re.compile(_TABLE["protection_class"], re.IGNORECASE)
_IP = re.compile(r"(?<![A-Za-z0-9])IP ?-?(?P<digits>[0-6X][0-9X]K?)(?:[ABCD]?[HMSW]?)(?![A-Za-z0-9.])")
_IK = re.compile(r"(?<![A-Za-z0-9])IK ?-?(?P<digits>0[0-9]|10|[0-9])(?![A-Za-z0-9.])")
_NUMBER = r"[-+]?\d{1,6}(?:[.,]\d{1,4})?"
_UNIT = r"(?:V(?:\s?(?:AC|DC|ac|dc|a\.c\.|d\.c\.))?|A(?:\s?(?:AC|DC|ac|dc))?|k[Ww]|KW|W|Hz|HZ|hz|°\s?C|℃)"
_VALUE = re.compile(
    rf"(?:(?P<bound>\b[Mm]ax(?:imum|imal|imale)?\.?|\bup to|\bbis zu|\bjusqu'à|≤|<)\s?(?:AC|DC)?\s?)?"
    rf"(?<![\w.,-])(?P<first>{_NUMBER})\s?(?:(?P<unit1>{_UNIT})(?![A-Za-z]))?"
    rf"(?:\s?(?P<to>-|~|…|\.\.\.?|to|bis|à|至|/)\s?(?P<second>{_NUMBER}))?\s?(?P<unit>{_UNIT})?(?![A-Za-z0-9])"
)
_FIELDS = {"voltage": ("voltage_v", "V"), "current": ("current_a", "A"), "power": ("power_kw", "kW")}
_LIMITS = {"voltage_v": 1500.0, "current_a": 3000.0, "power_kw": 4000.0, "frequency_hz": 440.0, "ambient_temperature_c": 150.0}
_CURRENT_KIND = re.compile(r"(?:(?P<ac>\bAC\b|\d ?V?ac\b|a\.c\.|[~∼～])|(?P<dc>\bDC\b|Vdc\b|d\.c\.|⎓))", re.IGNORECASE)


def find_ratings(text: str) -> tuple[Spotted, ...]:
    """Every rating of the text in reading order; names are `voltage_v`, `current_a`, `power_kw`, `frequency_hz`,
    `phases`, `protection_ip`, `protection_ik`, `ambient_temperature_c`, `protection_class`."""
    plain = plain_text(text)
    sides = [(m.start(), m.lastgroup or "") for m in _SIDE.finditer(plain)]
    found = [*_values(plain), *_phases(plain), *_marks(plain)]
    return tuple(_with_side(plain, spot, sides) for spot in sorted(found, key=_start))


def field_of(spot: Spotted) -> str:
    """The field that a rating belongs to: `rated_…` on the supply side or without a side, `output_…` on the other."""
    if spot.name in ("voltage_v", "current_a", "power_kw"):
        return f"{'output' if spot.details.get('side') == 'output' else 'rated'}_{spot.name}"
    return "rated_frequency_hz" if spot.name == "frequency_hz" else spot.name


def _start(spot: Spotted) -> int:
    return spot.start


def _values(plain: str) -> Iterator[Spotted]:
    for match in _VALUE.finditer(plain):
        if not (match["unit"] or match["unit1"]):
            continue
        spot = _spot(plain, match)
        if spot is not None:
            yield spot


def _spot(plain: str, match: "re.Match[str]") -> Spotted | None:
    try:
        rating = Rating.parse(match.group())
    except ValueError:
        return None
    name, rating = _named(rating)
    bounds = [abs(b) for b in (rating.low, rating.high) if b is not None]
    if name is None or max(bounds) > _LIMITS[name]:
        return None
    details: dict[str, Any] = {"unit": rating.unit}
    if rating.values:
        details["values"] = list(rating.values)
    if kind := _current_kind(plain, match):
        details["current"] = kind
    value = rating.high if rating.low is None else rating.value
    if rating.low is None:
        details["bound"] = "max"
    return Spotted(name, value, match.start(), match.end(), details)


def _named(rating: Rating) -> tuple[str | None, Rating]:
    if rating.quantity in _FIELDS:
        name, unit = _FIELDS[rating.quantity]
        return name, rating.to(unit)
    if rating.quantity == "frequency" and rating.unit == "Hz" and (rating.low or 0) >= 16:
        return "frequency_hz", rating
    if rating.quantity == "temperature":
        return "ambient_temperature_c", rating.to("°C")
    return None, rating


def _current_kind(plain: str, match: "re.Match[str]") -> str | None:
    """Whether the value is AC or DC, by the letters in it or beside it."""
    for start, end in (match.span(), (match.end(), match.end() + 4), (max(0, match.start() - 5), match.start())):
        if kind := _CURRENT_KIND.search(plain, start, end):
            return kind.lastgroup
    return None


def _phases(plain: str) -> Iterator[Spotted]:
    for match in _PHASES.finditer(plain):
        yield Spotted("phases", int((match.lastgroup or "p1")[1:]), match.start(), match.end(), {})


def _marks(plain: str) -> Iterator[Spotted]:
    for match in _IP.finditer(plain):
        yield Spotted("protection_ip", f"IP{match['digits']}", match.start(), match.end(), {})
    for match in _IK.finditer(plain):
        yield Spotted("protection_ik", f"IK{match['digits'].zfill(2)}", match.start(), match.end(), {})
    for match in _CLASS.finditer(plain):
        roman = {"1": "I", "2": "II", "3": "III"}.get(match["class"], match["class"].upper())
        yield Spotted("protection_class", roman, match.start(), match.end(), {})


def _with_side(plain: str, spot: Spotted, sides: list[tuple[int, str]]) -> Spotted:
    """The rating with the side of the last side word before it, unless an empty line parts them."""
    before = [(start, side) for start, side in sides if start < spot.start]
    if not before or re.search(r"\n\s*\n", plain[before[-1][0] : spot.start]):
        return spot
    return Spotted(spot.name, spot.value, spot.start, spot.end, {**spot.details, "side": before[-1][1]})
