"""Serial numbers of units -> what is said of them in a sentence: groups, ranges and forms.

`EVC0001 – EVC0050` is every number with that beginning and as many digits from the first to the last. Two serial
numbers are the same when they differ in case and spaces only.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

SHOWN = 10
_RANGE = re.compile(r"(?P<first>\S+)\s*(?:-|–|—|~|\bto\b|\bbis\b|\bthrough\b|至|到|…|\.\.\.?)\s*(?P<last>\S+)")
_NUMBERED = re.compile(r"(?P<start>.*?)(?P<digits>\d+)")
LARGEST = 1_000_000


def key(serial: str) -> str:
    """The serial number as compared."""
    return "".join(serial.split()).casefold()


# Letters that are printed like a Latin one or a figure (small ones: serial numbers are folded first).
_LIKE = str.maketrans("авекмнорстухіјѕαβεζηικμνορτυχoil", "abekmh0pctyx1jsabezh1kmn0ptyx011")
_SEPARATORS = re.compile(r"[\W_]+")


def looks(serial: str) -> str:
    """The serial number as a reader sees it: without invisible signs, and letters of other scripts as Latin ones."""
    if not serial.isascii():
        plain = unicodedata.normalize("NFKC", serial)
        serial = "".join(sign for sign in plain if unicodedata.category(sign) != "Cf")
    return _SEPARATORS.sub("-", key(serial).translate(_LIKE)).strip("-")


def look_alike(serials: Iterable[str]) -> list[str]:
    """Pairs of different serial numbers that look the same, or differ in separators that one of them lacks."""
    groups: dict[str, list[str]] = {}
    for serial in serials:
        groups.setdefault(looks(serial).replace("-", ""), []).append(serial)
    found = []
    for several in (group for group in groups.values() if len(group) > 1):
        seen: dict[str, str] = {}
        for serial in several:
            form = looks(serial)
            other = seen.get(form) or (several[0] if "-" not in looks(several[0]) or "-" not in form else None)
            if other is not None and other != serial:
                found.append(f"{other!a} and {serial!a}")
            seen.setdefault(form, serial)
    return found


def some(serials: Sequence[str]) -> str:
    """The first of the serial numbers, and how many more there are."""
    more = f" and {len(serials) - SHOWN:,} more" if len(serials) > SHOWN else ""
    return ", ".join(serials[:SHOWN]) + more


def grouped(groups: Mapping[str, Sequence[str]]) -> str:
    """`1.8.3 (12 units: S1, S2 and 2 more); …`, the largest group first, ten groups at most."""
    ordered = sorted(groups.items(), key=_size)
    parts = [f"{value} ({_units(serials)}: {some(serials)})" for value, serials in ordered[:SHOWN]]
    return "; ".join(parts) + (f"; and {len(ordered) - SHOWN} more" if len(ordered) > SHOWN else "")


def _size(item: tuple[str, Sequence[str]]) -> tuple[int, str]:
    return -len(item[1]), item[0]


def _units(serials: Sequence[str]) -> str:
    return "1 unit" if len(serials) == 1 else f"{len(serials):,} units"


@dataclass(frozen=True, slots=True)
class Span:
    """Every serial number with that beginning and number of digits, from the first to the last; ends included."""

    start: str
    digits: int
    first: int
    last: int

    def holds(self, serial: str) -> bool:
        """Whether the serial number is one of them."""
        match = _NUMBERED.fullmatch(key(serial))
        if match is None or match["start"] != self.start or len(match["digits"]) != self.digits:
            return False
        return self.first <= int(match["digits"]) <= self.last


def span(first: str, last: str) -> Span | None:
    """The range of the two serial numbers; None when they do not differ in their last digits only, upwards."""
    a, b = _NUMBERED.fullmatch(key(first)), _NUMBERED.fullmatch(key(last))
    if a is None or b is None or a["start"] != b["start"] or len(a["digits"]) != len(b["digits"]):
        return None
    low, high = int(a["digits"]), int(b["digits"])
    return Span(a["start"], len(a["digits"]), low, high) if low <= high else None


def spans(printed: Iterable[str]) -> tuple[tuple[Span, ...], frozenset[str], tuple[str, ...]]:
    """The ranges of what is printed, the single serial numbers, and what is neither."""
    ranges: list[Span] = []
    single: set[str] = set()
    for text in printed:
        match = _RANGE.fullmatch(text.strip())
        found = span(match["first"], match["last"]) if match else None
        if found is not None:
            ranges.append(found)
        else:
            single.add(key(text))
    open_ends = tuple(text for text in printed if " " in text.strip() and key(text) in single)
    return tuple(ranges), frozenset(single), open_ends


def form(serial: str) -> str:
    """The serial number with every digit as 9 and every letter as A: what serial numbers of one maker share."""
    return re.sub(r"[^\W\d_]", "A", re.sub(r"\d", "9", serial))
