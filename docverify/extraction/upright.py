"""Turns a scanned page that lies on its side or head into one whose lines read from left to right, and boxes back.

Everything in `extraction` thinks of upright lines; boxes that are given out are those of the page as displayed. Pages
with text of their own are left as they are: their rotation was applied when they were read.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from docverify.facts.evidence import Box
from docverify.reading.page import Line, Page, Word
from docverify.reading.turning import turn_of

__all__ = ["displayed", "turn_of", "upright"]

T = TypeVar("T")
_TURNS: dict[str, tuple[Callable[[Box], Box], Callable[[Box], Box]]]


def _up(box: Box) -> Box:
    return (-box[3], box[0], -box[1], box[2])


def _up_back(box: Box) -> Box:
    return (box[1], -box[2], box[3], -box[0])


def _over(box: Box) -> Box:
    return (-box[2], -box[3], -box[0], -box[1])


_TURNS = {"up": (_up, _up_back), "down": (_up_back, _up), "over": (_over, _over)}


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
