"""Turns a scanned page that lies on its side or head into one whose lines read from left to right, and boxes back.

Everything in `extraction` thinks of upright lines; boxes that are given out are those of the page as displayed. Pages
with text of their own are left as they are: their rotation was applied when they were read.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from docverify.facts.evidence import Box, Origin
from docverify.reading.page import Line, Page, Word

T = TypeVar("T")
_TURNS: dict[str, tuple[Callable[[Box], Box], Callable[[Box], Box]]]
_SHORTEST = 6  # letters; shorter lines do not tell how they run
_SHARE = 0.6  # of the telling lines agree


def _up(box: Box) -> Box:
    return (-box[3], box[0], -box[1], box[2])


def _up_back(box: Box) -> Box:
    return (box[1], -box[2], box[3], -box[0])


def _over(box: Box) -> Box:
    return (-box[2], -box[3], -box[0], -box[1])


_TURNS = {"up": (_up, _up_back), "down": (_up_back, _up), "over": (_over, _over)}


def turn_of(page: Page) -> str:
    """How the page's lines run: `up`, `down`, `over` (upside down), or empty when they are upright."""
    if page.origin is not Origin.OCR:
        return ""
    runs = Counter(_run(line) for line in page.lines if len(line.text) >= _SHORTEST)
    turn, count = runs.most_common(1)[0] if runs else ("", 0)
    return turn if count > _SHARE * sum(runs.values()) else ""


def _run(line: Line) -> str:
    box = line.box
    first, last = line.words[0].box, line.words[-1].box
    if box[3] - box[1] > box[2] - box[0]:
        return "up" if first[1] + first[3] >= last[1] + last[3] else "down"
    return "over" if first[0] > last[0] else ""


def upright(page: Page, turn: str) -> Page:
    """The page with its lines and marks turned so that they read from left to right."""
    to, _ = _TURNS[turn]
    shift = _shift(page, turn)
    lines = tuple(Line(tuple(_turned(word, to, shift) for word in line.words)) for line in page.lines)
    marks = tuple(replace(mark, box=_moved(to(mark.box), shift)) for mark in page.marks)
    size = (page.height, page.width) if turn in ("up", "down") else (page.width, page.height)
    return replace(
        page,
        width=size[0],
        height=size[1],
        make_lines=partial(_same, lines),
        make_tables=tuple,
        make_marks=partial(_same, marks),
    )


def displayed(box: Box, page: Page, turn: str) -> Box:
    """The box of the upright page as the page is displayed."""
    shift = _shift(page, turn)
    return _TURNS[turn][1](_moved(box, (-shift[0], -shift[1])))


def _shift(page: Page, turn: str) -> tuple[float, float]:
    """What brings the turned page back to coordinates from zero; `page` is the page as displayed."""
    return {"up": (page.height, 0.0), "down": (0.0, page.width), "over": (page.width, page.height)}[turn]


def _moved(box: Box, shift: tuple[float, float]) -> Box:
    return (box[0] + shift[0], box[1] + shift[1], box[2] + shift[0], box[3] + shift[1])


def _turned(word: Word, to: Callable[[Box], Box], shift: tuple[float, float]) -> Word:
    return replace(word, box=_moved(to(word.box), shift))


def _same(things: T) -> T:
    return things
