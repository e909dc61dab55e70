"""An image file (PNG, JPEG, TIFF) to a `ReadDocument`, every frame a scanned page."""

from functools import partial

from docverify.errors import UnreadableInput
from docverify.facts.document import UnreadPage
from docverify.facts.evidence import Origin
from docverify.facts.source import SourceFile
from docverify.reading.layout import laid_out
from docverify.reading.page import Mark, Page, ReadDocument, Table
from docverify.reading.pages import page_of
from docverify.reading.picture import Picture, frame_count, frames_of
from docverify.reading.scan import ink_of, lines_in, tables_in
from docverify.reading.wishes import Wishes


def read_pictures(source: SourceFile, wishes: Wishes) -> ReadDocument:
    """The frames of the file, recognised."""
    frames = frames_of(source)
    if not frames:
        raise UnreadableInput(f"{source.path}: the picture is empty; ask for the paper as a PDF")
    count = frame_count(source)
    outcomes = [_outcome(number, frame, count, wishes) for number, frame in enumerate(frames, start=1)]
    if count > len(frames):
        reason = f"pages {len(frames) + 1} to {count}: only the first {len(frames)} frames of a picture are read"
        outcomes.append(UnreadPage(len(frames) + 1, f"{reason}; ask for the paper as a PDF"))
    return ReadDocument(
        source,
        count,
        tuple(outcome for outcome in outcomes if isinstance(outcome, Page)),
        tuple(outcome for outcome in outcomes if isinstance(outcome, UnreadPage)),
        {"page_count": count, "picture": True},
    )


def _outcome(number: int, frame: Picture, count: int, wishes: Wishes) -> Page | UnreadPage:
    refused = wishes.refused(number, count)
    if refused:
        return UnreadPage(number, refused)
    if not wishes.ocr:
        return UnreadPage(number, "the file is a picture, and text recognition is switched off")
    wishes.on_page(number, count)
    groups = lines_in(frame.pixels, dpi=frame.dpi)
    laid = laid_out(groups)
    if not laid.lines and not frame.is_blank:
        return UnreadPage(number, "the file is a picture, and no text was found in it")
    ink = ink_of(frame, [word for line in laid.lines for word in line.words])
    width, height = frame.size
    size = (round(width, 2), round(height, 2))
    return page_of(
        number,
        size,
        laid,
        Origin.OCR,
        make_tables=partial(_tables, tables_in(frame, groups)),
        make_marks=partial(_marks, ink),
    )


def _tables(tables: tuple[Table, ...]) -> tuple[Table, ...]:
    return tables


def _marks(ink: tuple[Mark, ...]) -> tuple[Mark, ...]:
    return ink
