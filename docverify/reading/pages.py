"""One page of an open PDF to a `Page`, by the way that suits it: its own text, its form, OCR, or text and OCR together.

OCR is imported when the first page needs it: it costs 0.7 s and 100 MB that a born-digital pack need not pay.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from docverify.facts.document import UnreadPage
from docverify.facts.evidence import Box, Origin
from docverify.reading import drawn, forms
from docverify.reading.forms import FormField
from docverify.reading.geometry import centre_inside
from docverify.reading.layout import LaidOut, Piece, Rows, laid_out
from docverify.reading.links import dead_links_on
from docverify.reading.page import Line, Mark, Page, Table
from docverify.reading.rules import rulings_of
from docverify.reading.tables import tables_of
from docverify.reading.text_layer import TextLayer, TextPage
from docverify.reading.usable import Quality, judge

HIDDEN_CONFIDENCE = 0.85  # of an invisible layer that another OCR left
LEAST_CONFIDENCE = 0.6
DYNAMIC_FORM = (
    "the page is a dynamic form (XFA) that only Adobe's own reader shows; ask the supplier to print it to a new PDF"
)
PLACEHOLDER_LENGTH = 600
# What a dynamic form's only page says to every other reader.
_PLACEHOLDER = re.compile(
    r"please wait|bitte warten|veuillez patienter|(?:por favor,? )?espere|attendere|ogenblik geduld|prosz. czeka."
    r"|\u8bf7\u7a0d\u5019",
    re.IGNORECASE,
)
SHORT = 12  # pages; only on a paper that short is text in drawings looked for
LEAST_LETTERS = 3
SMALL_PICTURE = 0.1  # of the page; less is a logo, whose lack of words makes no page unread


class Pages:
    """The pages of one open PDF."""

    def __init__(self, pdf: Any, *, ocr: bool, scanned_pages: int, has_notes: bool) -> None:
        """Read from that open `PdfDocument`; at most so many pages by OCR."""
        self.layer = TextLayer(pdf)
        self.ocr = ocr
        self.scans_left = scanned_pages
        self.form = pdf.formenv.raw if pdf.formenv else None
        self.has_notes = has_notes or self.form is not None
        self.fields: dict[int, tuple[FormField, ...]] = {}
        self.is_short = len(pdf) <= SHORT
        self.drawn_words: Any = None
        self.signed_fields: frozenset[str] = frozenset()
        self.has_xfa = False
        self.is_dynamic = pdfium_c.FPDF_GetFormType(pdf.raw) == pdfium_c.FORMTYPE_XFA_FULL
        self.sights: dict[int, Any] = {}
        self.dead_links: list[dict[str, Any]] = []

    def page(self, number: int) -> Page | UnreadPage:
        """The page, or why it could not be read."""
        try:
            opened = self.layer.page(number)
            fields = forms.fields_of(opened, self.form, self.signed_fields) if self.has_notes else ()
        except pdfium.PdfiumError as error:
            return UnreadPage(number, f"the page is damaged ({error})")
        if self.is_dynamic or (self.has_xfa and _PLACEHOLDER.search(opened.raw[:PLACEHOLDER_LENGTH])):
            return UnreadPage(number, DYNAMIC_FORM)
        if fields:
            self.fields[number] = fields
        verdict = judge(opened)
        if verdict.quality in (Quality.USABLE, Quality.HIDDEN):
            own = self._own_text(number, opened, fields, hidden=verdict.quality is Quality.HIDDEN)
            return replace(own, sight=partial(self._sight, number)) if own.origin is Origin.TEXT else own
        if verdict.quality is Quality.EMPTY and not fields:
            return self._own_text(number, opened, (), hidden=False)
        return self._scanned(number, opened, fields, verdict.reason, keep_text=verdict.quality is Quality.MIXED)

    def look_at_links(self, number: int) -> None:
        """Note the links of the page, open already, that lead nowhere."""
        self.dead_links += dead_links_on(self.layer.pdf, self.layer.page(number).page, number)

    def _own_text(self, number: int, opened: TextPage, fields: tuple[FormField, ...], *, hidden: bool) -> Page:
        seen = self._drawn_words(number, opened, fields) if self.is_short and self.ocr and not hidden else ()
        if any(field.type != "signature" for field in fields) or hidden or seen:
            groups = _with_fields(_joined(self._groups(number, hidden=hidden), seen), fields)
            return self._laid_out(number, opened, groups, Origin.OCR if hidden else Origin.TEXT, fields)
        repaired = self.layer.repaired(number)
        width, height = opened.frame.size
        return Page(
            number=number,
            width=round(width, 2),
            height=round(height, 2),
            text=repaired.text,
            origin=Origin.TEXT,
            make_lines=partial(self.layer.lines, number),
            make_boxes=partial(self.layer.boxes, number, repaired),
            make_tables=partial(self._tables, number, None),
            make_marks=partial(self._marks, number, fields),
        )

    def _sight(self, number: int, boxes: Sequence[Box], words: str = "") -> str:
        """What a person sees in the boxes: empty when the words, else why not."""
        opened = self.layer.page(number)
        if number not in self.sights:
            sight = import_module("docverify.reading.sight")  # numpy: only papers whose values decide pay for it
            self.sights[number] = sight.Sight(opened)
        state: str = self.sights[number].of(opened, boxes, words)
        return state

    def _drawn_words(self, number: int, opened: TextPage, fields: tuple[FormField, ...]) -> tuple[Rows, ...]:
        """The words that the page draws as pictures or outlines beside its own text."""
        spots = drawn.spots_of(opened) if self.scans_left > 0 else []
        if not spots:
            return ()
        drawn_text = import_module("docverify.reading.drawn_text")
        taken = [group.displayed(piece.word.box) for group in self.layer.rows(number) for piece in group.pieces]
        taken += [field.box for field in fields]
        rows = drawn_text.rows_of_shapes(opened.page, opened.frame.size, spots, taken)
        if not rows:
            return ()
        self.drawn_words = self.drawn_words or drawn_text.Recognised()
        scan = recogniser()
        found = self.drawn_words.words(scan.rendered(opened.page, *opened.frame.size), rows, scan.pieces_at)
        return (Rows(found, _as_it_is),) if sum(map(_letters, found)) >= LEAST_LETTERS else ()

    def _groups(self, number: int, *, hidden: bool) -> tuple[Rows, ...]:
        groups = self.layer.rows(number)
        return (
            tuple(replace(group, pieces=list(map(_as_recognised, group.pieces))) for group in groups)
            if hidden
            else groups
        )

    def _scanned(
        self, number: int, opened: TextPage, fields: tuple[FormField, ...], reason: str, *, keep_text: bool
    ) -> Page | UnreadPage:
        """The page by OCR, with the words it has itself where they can be kept."""
        if not self.ocr:
            return UnreadPage(number, f"{reason or 'the page is a picture'}, and text recognition is switched off")
        if self.scans_left <= 0:
            return UnreadPage(number, "too many pages of this file are pictures: the rest was not recognised")
        self.scans_left -= 1
        scan = recogniser()
        picture = scan.rendered(opened.page, *opened.frame.size)
        groups: tuple[Rows, ...] = scan.lines_in(picture.pixels, dpi=picture.dpi)
        problem = _problem(groups)
        own = self.layer.rows(number) if keep_text else ()
        if not any(group.pieces for group in (*groups, *own)) and not fields:
            if drawn.picture_share(opened) < SMALL_PICTURE or picture.is_blank:
                return self._laid_out(number, opened, (), Origin.TEXT, fields)
            return UnreadPage(number, f"{reason or 'the page is a picture'}, and none was found in its picture")
        if problem and not own:
            return UnreadPage(number, problem)
        joined = _with_fields(_joined(own, groups), fields)
        page = self._laid_out(number, opened, joined, Origin.OCR, fields)
        ink = scan.ink_of(picture, page.words)
        tables = scan.tables_in(picture, joined)
        marks = (*ink, *(mark for mark in self._marks(number, fields) if not _covers(mark, page)))
        return replace(page, make_marks=partial(_same_marks, marks), make_tables=partial(_same_tables, tables))

    def _laid_out(
        self, number: int, opened: TextPage, groups: tuple[Rows, ...], origin: Origin, fields: tuple[FormField, ...]
    ) -> Page:
        laid = laid_out(groups)
        width, height = opened.frame.size
        return page_of(
            number,
            (round(width, 2), round(height, 2)),
            laid,
            origin,
            make_tables=partial(self._tables, number, groups),
            make_marks=partial(self._marks, number, fields),
        )

    def _tables(self, number: int, groups: tuple[Rows, ...] | None) -> tuple[Table, ...]:
        rulings = rulings_of(self.layer.page(number))
        if len(rulings) < 4:
            return ()
        return tables_of(rulings, self.layer.rows(number) if groups is None else groups)

    def _marks(self, number: int, fields: tuple[FormField, ...]) -> tuple[Mark, ...]:
        opened = self.layer.page(number)
        marks = drawn.marks_of(opened)
        if any(drawn.may_be_stamp(mark) for mark in marks):
            marks = import_module("docverify.reading.stamps").told_apart(opened.page, opened.frame.size, marks)
        return (*marks, *forms.marks_of(fields))


def page_of(
    number: int,
    size: tuple[float, float],
    laid: LaidOut,
    origin: Origin,
    *,
    make_tables: Callable[[], tuple[Table, ...]],
    make_marks: Callable[[], tuple[Mark, ...]],
) -> Page:
    """A page whose text is its lines."""
    return Page(
        number=number,
        width=size[0],
        height=size[1],
        text=laid.text,
        origin=origin,
        make_lines=partial(_same_lines, laid),
        make_boxes=laid.boxes_of,
        make_tables=make_tables,
        make_marks=make_marks,
    )


def _same_lines(laid: LaidOut) -> tuple[Line, ...]:
    return laid.lines


def _same_marks(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return marks


def _same_tables(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    return tables


def _covers(mark: Mark, page: Page) -> bool:
    """Whether the mark is the scan itself."""
    x0, y0, x1, y1 = mark.box
    return mark.kind == "picture" and (x1 - x0) * (y1 - y0) > 0.5 * page.width * page.height


@cache
def recogniser() -> Any:
    """The OCR module."""
    return import_module("docverify.reading.scan")


def _letters(piece: Piece) -> int:
    return sum(char.isalnum() for char in piece.word.text)


def _as_recognised(piece: Piece) -> Piece:
    return replace(piece, word=replace(piece.word, origin=Origin.OCR, confidence=HIDDEN_CONFIDENCE))


def _problem(groups: tuple[Rows, ...]) -> str:
    """Why what was recognised cannot be relied on; empty when it can."""
    sure = [piece.word.confidence for group in groups for piece in group.pieces]
    if sure and sum(sure) / len(sure) < LEAST_CONFIDENCE:
        return "the page is a picture that can hardly be read: ask for a better scan"
    return ""


def _joined(own: tuple[Rows, ...], recognised: tuple[Rows, ...]) -> tuple[Rows, ...]:
    """The page's own words, and the recognised ones that stand where it has none."""
    taken = [group.displayed(piece.word.box) for group in own for piece in group.pieces]
    rest = [replace(group, pieces=[p for p in group.pieces if not _stands_in(group, p, taken)]) for group in recognised]
    if len(own) == 1 and rest and rest[0].is_level:
        return (replace(own[0], pieces=[*own[0].pieces, *rest[0].pieces]), *rest[1:])
    return (*own, *(group for group in rest if group.pieces))


def _stands_in(group: Rows, piece: Piece, taken: list[Box]) -> bool:
    box = group.displayed(piece.word.box)
    return any(centre_inside(box, other, margin=1.0) for other in taken)


def _with_fields(groups: tuple[Rows, ...], fields: tuple[FormField, ...]) -> tuple[Rows, ...]:
    """The groups with the words of the form among the upright ones."""
    typed = [piece for field in fields for piece in forms.pieces_of(field)]
    if not typed:
        return groups
    if groups and groups[0].is_level:
        return (replace(groups[0], pieces=[*groups[0].pieces, *typed]), *groups[1:])
    return (Rows(typed, _as_it_is), *groups)


def _as_it_is(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))
