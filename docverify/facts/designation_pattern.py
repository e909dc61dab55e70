"""Turns the stretches of a printed designation into a pattern and holds a model against it.

A pattern is a row of parts, each with the texts it may stand for. Matching is three-valued: a model fits surely,
fits only if something unsaid is true (then the reasons are given), or does not fit (then the place is given). It is
a walk over parts and characters without backtracking, so no print can make it slow.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

DASHES = "‐‑‒–—―−﹘﹣-"
SEPARATOR = "-"
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮"
_CIRCLED = re.compile(f"([{CIRCLED}])")
_CONFUSED = ("O0Q", "I1L|", "S5", "B8", "Z2", "G6")
_CONFUSABLE = {a + b for group in _CONFUSED for a in group for b in group if a != b}


def plain(text: str) -> str:
    """The text in one width, with one kind of dash and of space; case and everything else as printed."""
    pieces = _CIRCLED.split(text)  # ① in an ordering code is a placeholder, and not the digit that NFKC makes of it
    folded = "".join(piece if piece in CIRCLED else unicodedata.normalize("NFKC", piece) for piece in pieces)
    for dash in DASHES:
        folded = folded.replace(dash, SEPARATOR)
    return " ".join(folded.replace("\u00ad", "").replace("\u200b", "").split())


def normal(text: str) -> str:
    """The text as compared: upper case, every run of spaces and dashes one separator, none at the ends."""
    letters = [SEPARATOR if char in " -" else char for char in plain(text).upper()]
    kept = [char for i, char in enumerate(letters) if char != SEPARATOR or (i and letters[i - 1] != SEPARATOR)]
    return "".join(kept).strip(SEPARATOR)


def common_start(one: str, two: str) -> str:
    """The characters with which both texts begin."""
    length = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return one[:length]


@dataclass(frozen=True, slots=True)
class Text:
    """Exactly these characters; `doubt` says what must be true for it, empty when it is certain."""

    text: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Characters:
    """Between `least` and `most` characters out of `allowed` (None: any letter or digit).

    `crossing` lets the run go over separators, as the last placeholder of an unexplained series may.
    """

    allowed: frozenset[str] | None
    least: int
    most: int
    doubt: str = ""
    crossing: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """A number from `low` to `high`; `width` is the number of digits where leading zeros count.

    `doubt` is about the numbers between the ends; the ends themselves are printed.
    """

    low: int
    high: int
    width: int | None = None
    doubt: str = ""


Option: TypeAlias = Text | Characters | Numbers


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of a designation: how it is printed, where (character from 1), and what it may stand for."""

    printed: str
    position: int
    options: tuple[Option, ...]
    says: str = ""


Pattern: TypeAlias = tuple[Part, ...]


def literal(text: str, position: int = 1) -> Part:
    """A part that stands for itself."""
    return Part(text, position, (Text(normal_inside(text)),))


def normal_inside(text: str) -> str:
    """Like `normal`, but separators at the ends are kept: the text is a stretch out of a longer one."""
    padded = normal(f"|{text}|")
    return padded[1:-1]


@dataclass(frozen=True, slots=True)
class Fit:
    """A way through the pattern: the reasons why it is not certain, none when it is."""

    doubts: tuple[str, ...] = ()

    def better_than(self, other: "Fit | None") -> bool:
        """Whether fewer things must be true for this one."""
        return other is None or len(self.doubts) < len(other.doubts)


@dataclass(frozen=True, slots=True)
class Miss:
    """Where the model left the pattern: the part, what the model has there, and how far the walk came."""

    part: Part | None
    has: str
    reached: int


def match(pattern: Pattern, model: str, *, from_ocr: bool = False) -> Fit | Miss:
    """How the model (in `normal` form) fits the pattern."""
    states: dict[int, Fit] = {0: Fit()}
    for part in pattern:
        following = _after(part, states, model, from_ocr=from_ocr)
        if not following:
            start = max(states)
            return Miss(part, _stretch(model, start), start)
        states = following
    ends = [fit for at, fit in states.items() if at == len(model)]
    if ends:
        return min(ends, key=_number_of_doubts)
    start = max(states)
    return Miss(None, model[start:].strip(SEPARATOR), start)


def _number_of_doubts(fit: Fit) -> int:
    return len(fit.doubts)


def _after(part: Part, states: dict[int, Fit], model: str, *, from_ocr: bool) -> dict[int, Fit]:
    following: dict[int, Fit] = {}
    for start, fit in states.items():
        for option in part.options:
            for end, doubts in _ends(option, model, start, from_ocr=from_ocr):
                new = fit.doubts + tuple(doubt for doubt in doubts if doubt not in fit.doubts)
                if Fit(new).better_than(following.get(end)):
                    following[end] = Fit(new)
    return following


def _ends(option: Option, model: str, start: int, *, from_ocr: bool) -> Iterable[tuple[int, tuple[str, ...]]]:
    match option:
        case Text():
            return _text_ends(option, model, start, from_ocr=from_ocr)
        case Characters():
            return _character_ends(option, model, start)
        case Numbers():
            return _number_ends(option, model, start)


def _text_ends(option: Text, model: str, start: int, *, from_ocr: bool) -> Iterator[tuple[int, tuple[str, ...]]]:
    doubts: list[str] = [option.doubt] if option.doubt else []
    at = start
    for char in option.text:
        if at < len(model) and model[at] == SEPARATOR and char != SEPARATOR:
            doubts += _separator_doubt(model[at - 1 : at], model[at + 1 : at + 2], "has no separator")
            at += 1
        if at < len(model) and model[at] == char:
            at += 1
        elif char == SEPARATOR:
            doubts += _separator_doubt(model[at - 1 : at] if at else "", model[at : at + 1], "has a separator")
        elif from_ocr and at < len(model) and model[at] + char in _CONFUSABLE:
            doubts.append(f"the paper was scanned: its '{char}' may be the '{model[at]}' of the shipped model")
            at += 1
        else:
            return
    yield at, tuple(dict.fromkeys(doubts))


def _separator_doubt(before: str, after: str, says: str) -> list[str]:
    """A missing separator is no difference between a letter and a digit or at an end, but `2-2` is not `22`."""
    if not before or not after or SEPARATOR in (before, after) or before.isdigit() != after.isdigit():
        return []
    return [f"the paper {says} between '{before}' and '{after}', the shipped model is written otherwise"]


def _character_ends(option: Characters, model: str, start: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    doubts = (option.doubt,) if option.doubt else ()
    at, count = start, 0
    if option.least == 0:
        yield start, doubts
    while at < len(model) and count < option.most:
        if model[at] == SEPARATOR and (option.crossing or count == 0):
            at += 1
            continue
        if not _is_allowed(model[at], option):
            return
        at, count = at + 1, count + 1
        if count >= max(option.least, 1):
            yield at, doubts


def _is_allowed(char: str, option: Characters) -> bool:
    if option.allowed is not None:
        return char in option.allowed
    return char.isalnum() or (option.crossing and char in "./+_*")


def _number_ends(option: Numbers, model: str, start: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    begin = start + 1 if model[start : start + 1] == SEPARATOR else start
    end = begin
    while end < len(model) and model[end].isascii() and model[end].isdigit():
        end += 1
    digits = model[begin:end]
    if not digits or len(digits) > 18 or not _has_width(digits, option.width):
        return
    number = int(digits)
    if option.low <= number <= option.high:
        inside = option.doubt and number not in (option.low, option.high)
        yield end, ((option.doubt,) if inside else ())


def _has_width(digits: str, width: int | None) -> bool:
    return len(digits) == width if width else not digits.startswith("0") or digits == "0"


def _stretch(model: str, start: int) -> str:
    """What the model has from there up to the next separator."""
    return model[start:].lstrip(SEPARATOR).partition(SEPARATOR)[0]
