"""Electrical and environmental ratings: print to a quantity with bounds and a unit, compared by meaning.

`380-415 V` is a range, `Max. 22 kW` is open below, `50/60 Hz` is two values (its bounds are 50 and 60, and `values`
keeps both). Units are converted within a quantity only. Refuses text without a number and a known unit.
"""

import re
from dataclasses import dataclass

_UNITS: dict[str, tuple[str, float]] = {
    "mV": ("voltage", 0.001),
    "V": ("voltage", 1.0),
    "kV": ("voltage", 1000.0),
    "mA": ("current", 0.001),
    "A": ("current", 1.0),
    "kA": ("current", 1000.0),
    "W": ("power", 1.0),
    "kW": ("power", 1000.0),
    "MW": ("power", 1e6),
    "VA": ("apparent_power", 1.0),
    "kVA": ("apparent_power", 1000.0),
    "Hz": ("frequency", 1.0),
    "kHz": ("frequency", 1e3),
    "MHz": ("frequency", 1e6),
    "GHz": ("frequency", 1e9),
    "°C": ("temperature", 1.0),
    "°F": ("temperature", 1.0),
}
_NUMBER = r"[-+−]?[0-9]{1,7}(?:[.,][0-9]{1,6})?"
_UNIT = r"(?:[mk]?V(?:AC|DC|ac|dc|a\.c\.|d\.c\.)?|kVA|VA|[mk]?A(?:AC|DC|ac|dc)?|[kM]?W|[kMG]?Hz|°\s?C|℃|°\s?F)"
_RATING = re.compile(
    rf"(?P<bound>max(?:imum|imal)?\.?|up to|bis(?: zu)?|≤|<=|<|min(?:imum|imal)?\.?|≥|>=|>)?\s*"
    rf"(?P<low>{_NUMBER})\s*(?P<unit1>{_UNIT})?"
    rf"(?:\s*(?P<to>-|~|…|\.\.\.?|to|bis|à|至|/)\s*(?P<high>{_NUMBER}))?\s*(?P<unit2>{_UNIT})?(?![A-Za-z0-9À-ɏ])",
    re.IGNORECASE,
)
_PHASES = re.compile(r"^\s*[123]\s?(?:/?\s?N\s?(?:/?\s?PE)?\s?[~∼～]|[~∼～](?=\s?\d{3}(?!\d)))\s*", re.IGNORECASE)
_UP = re.compile(r"max|up|bis|≤|<", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rating:
    """A quantity from `low` to `high` (None: open) in `unit`; `values` holds printed alternatives (`50/60 Hz`)."""

    quantity: str
    low: float | None
    high: float | None
    unit: str
    values: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        """Refuse an unknown unit and a rating without any bound."""
        if self.unit not in _UNITS or _UNITS[self.unit][0] != self.quantity:
            raise ValueError(f"not a unit of {self.quantity}: {self.unit!r}")
        if self.low is None and self.high is None:
            raise ValueError("not a rating: it has no bound")
        if self.low is not None and self.high is not None and self.low > self.high:
            raise ValueError(f"not a rating: {self.low} is above {self.high}")

    @classmethod
    def parse(cls, text: str) -> "Rating":
        """The first rating that the text prints; ValueError when it prints none."""
        plain = _PHASES.sub("", plain_text(text))
        for match in _RATING.finditer(plain):
            first, second = canonical_unit(match["unit1"] or ""), canonical_unit(match["unit2"] or "")
            if first and second and _UNITS[first][0] != _UNITS[second][0]:  # 240V/50Hz: two ratings
                return _bounded(_UNITS[first][0], number_of(match["low"]), first, match["bound"])
            if unit := second or first:
                return _rating(match, unit)
        raise ValueError(f"not a rating: {text[:80]!r}")

    def __str__(self) -> str:
        """The rating in a form that parses back."""
        if self.values:
            return f"{'/'.join(map(_number, self.values))} {self.unit}"
        if self.low is None:
            return f"≤ {_number(self.high or 0.0)} {self.unit}"
        if self.high is None:
            return f"≥ {_number(self.low)} {self.unit}"
        if self.low == self.high:
            return f"{_number(self.low)} {self.unit}"
        return f"{_number(self.low)} to {_number(self.high)} {self.unit}"

    def to(self, unit: str) -> "Rating":
        """The same rating in another unit of its quantity; ValueError for a unit of another quantity."""
        if unit not in _UNITS or _UNITS[unit][0] != self.quantity:
            raise ValueError(f"{unit!r} is not a unit of {self.quantity}")
        return Rating(
            self.quantity,
            _converted(self.low, self.unit, unit),
            _converted(self.high, self.unit, unit),
            unit,
            tuple(_convert(v, self.unit, unit) for v in self.values),
        )

    def covers(self, value: float, *, unit: str | None = None) -> bool:
        """Whether the value (in `unit`, else in the rating's own) lies in the rating, bounds included."""
        number = _convert(value, unit, self.unit) if unit else value
        if self.values:
            return any(_close(number, v) for v in self.values)
        above = self.low is None or number > self.low or _close(number, self.low)
        below = self.high is None or number < self.high or _close(number, self.high)
        return above and below

    def within(self, other: "Rating") -> bool | None:
        """Whether all of this rating lies in the other; None when they are of different quantities."""
        if self.quantity != other.quantity:
            return None
        mine = self.to(other.unit)
        if mine.values:
            return all(other.covers(v) for v in mine.values)
        if other.values:
            return mine.low == mine.high and mine.low is not None and other.covers(mine.low)
        return _end_within(mine.low, other.low, other) and _end_within(mine.high, other.high, other)

    @property
    def value(self) -> float | tuple[float | None, float | None]:
        """A number, or (low, high) with None for an open end: the shape of a field's value."""
        return self.low if self.low is not None and self.low == self.high else (self.low, self.high)


def plain_text(text: str) -> str:
    """The text with full-width signs, odd dashes and odd blanks made plain, character for character."""
    if text.isascii():
        return text
    for odd, plain in _ODD:
        if odd in text:
            text = text.replace(odd, plain)
    return text.translate(_WIDE) if _ANY_WIDE.search(text) else text


def canonical_unit(printed: str) -> str | None:
    """The unit without `AC`, `DC`, blanks and case quirks (`Vac`, `VDC`, `KW`, `℃`); None when it is no unit."""
    text = re.sub(r"\s+", "", printed).replace("℃", "°C")
    text = re.sub(r"(?i)(?<=[VA])(?:ac|dc|a\.c\.|d\.c\.)$", "", text)
    if text in _UNITS:
        return text
    folded = {unit.lower(): unit for unit in _UNITS if unit not in ("mW", "MW", "mA", "mV")} | {"ma": "mA", "mv": "mV"}
    return folded.get(text.lower())


def quantity_of(unit: str) -> str:
    """The quantity that the unit measures; KeyError for an unknown unit."""
    return _UNITS[unit][0]


def number_of(text: str) -> float:
    """The number as printed with a point or a comma: `3,7` is 3.7, `1,000` is 1000."""
    text = text.replace("−", "-")
    whole, comma, rest = text.partition(",")
    if comma and len(rest) == 3 and "." not in rest and whole.lstrip("+-") not in ("", "0"):
        return float(whole + rest)
    return float(text.replace(",", "."))


def _rating(match: "re.Match[str]", unit: str) -> Rating:
    quantity = _UNITS[unit][0]
    low = number_of(match["low"])
    if match["high"] is None:
        return _bounded(quantity, low, unit, match["bound"])
    high = number_of(match["high"])
    if match["to"] == "/":
        values = tuple(sorted((low, high)))
        return Rating(quantity, values[0], values[1], unit, values)
    high = abs(high) if low >= 0 else high
    return Rating(quantity, min(low, high), max(low, high), unit)


def _bounded(quantity: str, number: float, unit: str, bound: str | None) -> Rating:
    if not bound:
        return Rating(quantity, number, number, unit)
    return Rating(quantity, None, number, unit) if _UP.match(bound) else Rating(quantity, number, None, unit)


def _end_within(mine: float | None, bound: float | None, other: Rating) -> bool:
    if bound is None:
        return True
    return mine is not None and other.covers(mine)


def _converted(value: float | None, unit: str, to: str) -> float | None:
    return None if value is None else _convert(value, unit, to)


def _convert(value: float, unit: str, to: str) -> float:
    if unit == to:
        return value
    if {unit, to} == {"°C", "°F"}:
        return round((value - 32) / 1.8, 6) if to == "°C" else round(value * 1.8 + 32, 6)
    return float(f"{value * _UNITS[unit][1] / _UNITS[to][1]:.12g}")


def _close(a: float, b: float) -> bool:
    return abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b))


def _number(value: float) -> str:
    return f"{value:.12g}" if "e" not in f"{value:.12g}" else f"{value:.6f}".rstrip("0").rstrip(".")


# Dashes, blanks and tildes one by one, which is quicker over a page than one table for all; full-width signs by table.
_ODD = (
    *((c, "-") for c in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63"),
    *((c, " ") for c in "\u00a0\u2007\u2009\u202f\u3000"),
    ("\u223c", "~"),
    ("\u301c", "~"),
    ("\u00ba", "°"),
)
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_ANY_WIDE = re.compile("[\uff01-\uff5e]")
