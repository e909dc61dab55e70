"""A PDF's own text: plain text of every page fast, the boxes of characters, words and lines when they are asked for.

PDFium is the engine. Text comes in one call a page; a box costs a call per character, so nothing asks for boxes but
the pages and spans that need them. Loaded pages are kept within a limit, since extraction comes back to them.
"""

import ctypes
import re
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial
from typing import Any

import pypdfium2.raw as pdfium_c

from docverify.facts.evidence import Box
from docverify.reading.geometry import Frame, centre_inside, turned
from docverify.reading.layout import Piece, Rows, laid_out
from docverify.reading.page import Line, Word, union
from docverify.reading.repair import Repaired, repair

# Extraction comes back to most pages of a manual, and loading one again costs as much as reading it: pages stay loaded
# up to so many characters in all. A page of a few words is a picture, whose pixels weigh more than any text.
KEPT_CHARACTERS = 600_000
LEAST_CHARACTERS = 2_000
FEW, PICTURE_CHARACTERS = 300, 50_000
BREAKS = "\x02\ufffe"  # PDFium's signs for a hyphen at a line end
_buffer = bytearray(1 << 16)  # for the text of a page; a longer one gets a buffer of its own
_shorts = (ctypes.c_ushort * (len(_buffer) // 2)).from_buffer(_buffer)
_TOKEN = re.compile(rf"[^\s{BREAKS}]+[{BREAKS}]?|[{BREAKS}]")
_BREAK = re.compile(f"[{BREAKS}]")
OVERLAP = 0.9  # points by which the boxes of tight lines are drawn in, so that none reaches into the next line


@dataclass(frozen=True, slots=True)
class TextPage:
    """An open page of PDFium with its text."""

    page: Any
    textpage: Any
    frame: Frame
    raw: str

    @property
    def weight(self) -> int:
        """About what the page holds in memory, in characters."""
        return PICTURE_CHARACTERS if len(self.raw) < FEW else max(len(self.raw), LEAST_CHARACTERS)

    def shows(self, box: Box) -> bool:
        """Whether the middle of the box lies on the visible page."""
        return centre_inside(box, (0.0, 0.0, *self.frame.size), margin=2.0)


class TextLayer:
    """The text layer of one open PDF; page numbers count from 1."""

    def __init__(self, pdf: Any) -> None:
        """Read from that open `PdfDocument`."""
        self.pdf = pdf
        self._open: OrderedDict[int, TextPage] = OrderedDict()
        self._weight = 0  # of the open pages, in characters
        self._rows: dict[int, tuple[Rows, ...]] = {}  # of open pages

    def page(self, number: int) -> TextPage:
        """The opened page; raises `pdfium.PdfiumError` when PDFium cannot load it."""
        if number in self._open:
            self._open.move_to_end(number)
            return self._open[number]
        page = self.pdf[number - 1]
        textpage = page.get_textpage()
        opened = TextPage(page, textpage, frame_of(page), raw_text(textpage))
        self._open[number] = opened
        self._weight += opened.weight
        self._make_room()
        return opened

    def _make_room(self) -> None:
        """Close the pages that were asked for longest ago while the rest is too much."""
        while self._weight > KEPT_CHARACTERS and len(self._open) > 1:
            gone, oldest = self._open.popitem(last=False)
            self._weight -= oldest.weight
            self._rows.pop(gone, None)
            oldest.textpage.close()
            oldest.page.close()

    def repaired(self, number: int) -> Repaired:
        """The page's text, mended."""
        return repair(self.page(number).raw)

    def boxes(self, number: int, repaired: Repaired, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of that span of the mended text, one per printed line."""
        opened = self.page(number)
        first, last = repaired.raw_span(start, end)
        chars = (char_box(opened, at) for at in range(first, last) if not opened.raw[at].isspace())
        boxes = [box for box in chars if box is not None and opened.shows(box)]
        lines = by_line(boxes)
        return tuple(safe(box if len(lines) == 1 else _drawn_in(box)) for box in lines)

    def rows(self, number: int) -> tuple[Rows, ...]:
        """The page's words by the direction they run: upright text first, then text that runs sideways."""
        opened = self.page(number)
        if number not in self._rows:
            by_turn: dict[int, list[Piece]] = {}
            for turn, piece in pieces_of(opened):
                by_turn.setdefault(turn, []).append(piece)
            self._rows[number] = tuple(
                Rows(by_turn[turn], partial(_unturned, turns=turn), turn=turn) for turn in sorted(by_turn)
            )
        return self._rows[number]

    def lines(self, number: int) -> tuple[Line, ...]:
        """The page's lines in reading order."""
        return laid_out(self.rows(number)).lines


def _drawn_in(box: Box) -> Box:
    """The box a little lower, if it is high enough to still cover its words."""
    margin = min(OVERLAP, 0.15 * (box[3] - box[1]))
    return (box[0], box[1] + margin, box[2], box[3] - margin)


def _unturned(box: Box, *, turns: int) -> Box:
    return safe(turned(box, turns) if turns else box)


def frame_of(page: Any) -> Frame:
    """The visible part of the page and its rotation."""
    rect = pdfium_c.FS_RECTF()
    pdfium_c.FPDF_GetPageBoundingBox(page.raw, rect)
    return Frame(rect.left, rect.bottom, rect.right, rect.top, pdfium_c.FPDFPage_GetRotation(page.raw) % 4)


def raw_text(textpage: Any) -> str:
    """The page's characters, one per PDFium index."""
    count: int = pdfium_c.FPDFText_CountChars(textpage.raw)
    size = 2 * (count + 1)
    if count > 0 and size <= len(_buffer):
        written = pdfium_c.FPDFText_GetText(textpage.raw, 0, count, _shorts)
        if written == count + 1:
            return str(_buffer[: 2 * count], "utf-16-le", "ignore")
    text: str = textpage.get_text_range()
    if len(text) == count:
        return text
    codes = (pdfium_c.FPDFText_GetUnicode(textpage.raw, at) for at in range(count))
    return "".join(chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd" for code in codes)


def char_box(opened: TextPage, at: int) -> Box | None:
    """The tight box of one character as displayed; None when it has no extent."""
    left, right, bottom, top = ctypes.c_double(), ctypes.c_double(), ctypes.c_double(), ctypes.c_double()
    if not pdfium_c.FPDFText_GetCharBox(opened.textpage.raw, at, left, right, bottom, top):
        return None
    if right.value <= left.value and top.value <= bottom.value:
        return None
    return opened.frame.displayed(left.value, bottom.value, right.value, top.value)


def loose_box(opened: TextPage, at: int) -> Box | None:
    """The character's box with its font's full height."""
    rect = pdfium_c.FS_RECTF()
    if not pdfium_c.FPDFText_GetLooseCharBox(opened.textpage.raw, at, rect):
        return None
    return opened.frame.displayed(rect.left, rect.bottom, rect.right, rect.top)


def by_line(boxes: list[Box]) -> list[Box]:
    """Character boxes in text order joined while they go on along one line."""
    lines: list[list[Box]] = []
    for box in boxes:
        if lines and _continues(lines[-1], box):
            lines[-1].append(box)
        else:
            lines.append([box])
    return [union(line) for line in lines]


def _continues(line: list[Box], box: Box) -> bool:
    """Whether the character stands on the line: it overlaps in height, or nearly so where it is close."""
    top, bottom = min(b[1] for b in line), max(b[3] for b in line)
    height = max(bottom - top, box[3] - box[1])
    shared = min(bottom, box[3]) - max(top, box[1])
    if box[0] < line[-1][0] - height:
        return False
    if box[0] - line[-1][2] > 0.5 * height:  # another word: it must stand as high as this line
        return shared > 0.6 * min(bottom - top, box[3] - box[1])
    return shared > -0.35 * height and (shared > 0 or len(line) < 3 or box[3] - box[1] < 0.5 * height)


def safe(box: Box) -> Box:
    """The box rounded to hundredths of a point."""
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))


def pieces_of(opened: TextPage) -> list[tuple[int, Piece]]:
    """Every visible word with the quarter turns its text runs by: 0 upright, 1 downwards, 2 upside down, 3 upwards.

    A word broken at a line end is two words here, as printed; what lies outside the visible page is left out.
    """
    boxes = char_boxes(opened)
    pieces = []
    for match in _TOKEN.finditer(opened.raw):
        start, end = match.span()
        known = [box for box in boxes[start:end] if box is not None]
        if known and opened.shows(known[0]):
            pieces.append(_piece(opened, start, _BREAK.sub("-", match.group()), known))
    return pieces


def char_boxes(opened: TextPage) -> list[Box | None]:
    """The box of every character as displayed; None for blanks and what has no extent."""
    get, page, displayed = pdfium_c.FPDFText_GetCharBox, opened.textpage.raw, opened.frame.displayed
    turns, x, y = opened.frame.turns, opened.frame.left, opened.frame.top
    sides = (ctypes.c_double * 4)()
    places = [ctypes.byref(ctypes.c_double.from_buffer(sides, 8 * number)) for number in range(4)]
    boxes: list[Box | None] = []
    for at, char in enumerate(opened.raw):
        if char.isspace() or not get(page, at, *places):
            boxes.append(None)
            continue
        left, right, bottom, top = sides
        if right <= left and top <= bottom:
            boxes.append(None)
        elif turns:
            boxes.append(displayed(left, bottom, right, top))
        else:  # as `displayed` does, without a call for every character
            boxes.append((left - x, y - top, right - x, y - bottom))
    return boxes


def _piece(opened: TextPage, start: int, raw: str, boxes: list[Box]) -> tuple[int, Piece]:
    text = raw if raw.isascii() and raw.isprintable() else repair(raw).text
    turn = _turn(boxes[0], boxes[-1])
    band = loose_box(opened, start) or boxes[0]
    origin = _origin(opened, start) or (boxes[0][0], boxes[0][3])
    baseline = origin[1]
    if turn:
        band, boxes = turned(band, -turn), [turned(box, -turn) for box in boxes]
        baseline = turned((*origin, *origin), -turn)[1]
    known = tuple(boxes) if len(boxes) == len(text) else ()
    return (turn, Piece(Word(text, union(boxes)), baseline, max(band[3] - band[1], 1.0), known))


def _origin(opened: TextPage, at: int) -> tuple[float, float] | None:
    """Where the character stands on its baseline, as displayed."""
    x, y = ctypes.c_double(), ctypes.c_double()
    if not pdfium_c.FPDFText_GetCharOrigin(opened.textpage.raw, at, x, y):
        return None
    return opened.frame.displayed(x.value, y.value, x.value, y.value)[:2]


def _turn(first: Box, last: Box) -> int:
    """The direction from the first to the last character of a word."""
    dx, dy = (last[0] + last[2] - first[0] - first[2]), (last[1] + last[3] - first[1] - first[3])
    if abs(dy) <= 1.5 * abs(dx) or (dx == 0 and dy == 0):
        return 0 if dx >= 0 else 2
    return 1 if dy > 0 else 3
