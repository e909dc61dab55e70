"""What a read document is made of: pages of text, words, lines and tables, every one with its box.

Boxes are in PDF points, origin at the top left of the page as displayed (rotation applied), `(x0, y0, x1, y1)`;
pages count from 1. A page gives its plain `text` cheaply; `lines` and `tables` are worked out when first asked for,
because most pages of a manual never need them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from docverify.facts.document import UnreadPage
from docverify.facts.evidence import Box, Origin
from docverify.facts.source import SourceFile
from docverify.reading.folding import fold, words_of


@dataclass(frozen=True, slots=True)
class Word:
    """One word as printed; `confidence` is 1.0 unless OCR read it."""

    text: str
    box: Box
    origin: Origin = Origin.TEXT
    confidence: float = 1.0


def union(boxes: "tuple[Box, ...] | list[Box]") -> Box:
    """The smallest box that holds all of them (at least one)."""
    if len(boxes) == 1:
        return boxes[0]
    lefts, tops, rights, bottoms = zip(*boxes, strict=True)
    return (min(lefts), min(tops), max(rights), max(bottoms))


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline that belong together: a gap as wide as a column gap starts another line."""

    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """The words joined by single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def box(self) -> Box:
        """The box around the words."""
        return union([word.box for word in self.words])


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a ruled table; a spanning cell stands once, in its first row and column."""

    row: int
    column: int
    box: Box
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The lines joined by newlines."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table: `rows[r][c]` is a cell, or None where a spanning cell covers the place."""

    box: Box
    rows: tuple[tuple[Cell | None, ...], ...]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something drawn that is not text.

    `kind` is `picture`, `ink` (a group of curved strokes; in a scan: handwriting), `stamp` (the round rim of one, in
    a scan), `annotation` (drawn ink or a stamp laid over the page) or `signature` (a signature field that was signed).
    """

    kind: str
    box: Box


def seen(_boxes: Sequence[Box], _words: str = "") -> str:
    """Everything is seen: a page that was recognised from its picture."""
    return ""


def no_marks() -> tuple[Mark, ...]:
    """No marks."""
    return ()


@dataclass(frozen=True)
class Page:
    """One readable page.

    `text` is the plain text in reading order, lines parted by newlines; where the page was laid out (scans, forms),
    cells of one row are parted by tabs. `boxes_of(start, end)` gives the boxes (one
    per printed line) of that span of `text`. `lines` are the layout lines in reading order (columns one after the
    other); `tables` the ruled tables.
    """

    number: int
    width: float
    height: float
    text: str
    origin: Origin
    make_lines: Callable[[], tuple[Line, ...]] = field(repr=False)
    make_boxes: Callable[[int, int], tuple[Box, ...]] = field(repr=False)
    make_tables: Callable[[], tuple[Table, ...]] = field(repr=False)
    make_marks: Callable[[], tuple[Mark, ...]] = field(default=no_marks, repr=False)
    sight: Callable[[Sequence[Box], str], str] = field(default=seen, repr=False)

    @cached_property
    def folded(self) -> str:
        """The text without case and accents, position for position."""
        return fold(self.text)

    @cached_property
    def folded_words(self) -> list[str]:
        """The words of the folded text in order."""
        return words_of(self.folded)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Layout lines in reading order."""
        return self.make_lines()

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Ruled tables, top to bottom."""
        return self.make_tables()

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Pictures, curved strokes and ink: where a signature or a stamp may be."""
        return self.make_marks()

    def boxes_of(self, start: int, end: int) -> tuple[Box, ...]:
        """Boxes of `text[start:end]`, one per printed line."""
        return self.make_boxes(start, end)

    @property
    def words(self) -> tuple[Word, ...]:
        """Every word in reading order."""
        return tuple(word for line in self.lines for word in line.words)


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """A file as read: its readable pages, the pages that could not be read and why, and facts about its structure.

    `structure` holds plain JSON values: `metadata` (title, author, producer, created …), `form` (field name → value
    with page and box), `attachments` (names), `signatures` (one entry each, with `changed_after`), `updates`
    (incremental updates), `encrypted`, `tagged`, `language`, `page_count`.
    """

    source: SourceFile
    page_count: int
    pages: tuple[Page, ...]
    unread: tuple[UnreadPage, ...] = ()
    structure: Mapping[str, Any] = field(default_factory=dict, hash=False)
