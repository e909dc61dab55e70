"""Words with boxes to lines in reading order: words on one baseline, split at column gaps, columns one after another.

Columns of prose are read down, one after the other; grids of labels and values are read across, row by row, every
cell a line of its own, because a label belongs to the value beside it.
"""

from dataclasses import dataclass
from statistics import median

from docverify.facts.evidence import Box
from docverify.reading.page import Line, Word

COLUMN_GAP = 1.2  # in font heights; a justified line may have single gaps of nearly one
PROSE_ROWS = 4  # fewer rows than this are never taken for a column of prose


@dataclass(frozen=True, slots=True)
class Piece:
    """A word with the band of its line (`top`, `bottom`: ascender to descender of its font)."""

    word: Word
    top: float
    bottom: float

    @property
    def height(self) -> float:
        """The font's height, at least a point."""
        return max(self.bottom - self.top, 1.0)


@dataclass(frozen=True, slots=True)
class Segment:
    """Pieces of one row that stand together."""

    pieces: tuple[Piece, ...]
    box: Box

    @property
    def line(self) -> Line:
        """The words alone."""
        return Line(tuple(piece.word for piece in self.pieces))


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces as rows from top to bottom, each from left to right."""
    rows: list[list[Piece]] = []
    bands: list[tuple[float, float]] = []
    for piece in sorted(pieces, key=_centre):
        if rows and _overlap(bands[-1], piece) > 0.5:
            rows[-1].append(piece)
            if piece.height > bands[-1][1] - bands[-1][0]:
                bands[-1] = (piece.top, piece.bottom)
        else:
            rows.append([piece])
            bands.append((piece.top, piece.bottom))
    for row in rows:
        row.sort(key=_left)
    return rows


def _centre(piece: Piece) -> float:
    return piece.top + piece.bottom


def _left(piece: Piece) -> float:
    return piece.word.box[0]


def _overlap(band: tuple[float, float], piece: Piece) -> float:
    """How much of the lower of the two bands lies in the other."""
    shared = min(band[1], piece.bottom) - max(band[0], piece.top)
    return shared / max(min(band[1] - band[0], piece.height), 0.1)


def segments_of(row: list[Piece]) -> list[Segment]:
    """The row split where a gap is as wide as a column gap."""
    gaps = [right.word.box[0] - left.word.box[2] for left, right in zip(row, row[1:], strict=False)]
    usual = median(gaps) if len(gaps) >= 3 else 0.0
    groups: list[list[Piece]] = [[row[0]]]
    for gap, left, right in zip(gaps, row, row[1:], strict=False):
        if gap > max(COLUMN_GAP * min(left.height, right.height), min(2 * usual, 3 * left.height)):
            groups.append([])
        groups[-1].append(right)
    return [_segment(group) for group in groups]


def _segment(group: list[Piece]) -> Segment:
    boxes = [piece.word.box for piece in group]
    left, right = min(b[0] for b in boxes), max(b[2] for b in boxes)
    return Segment(tuple(group), (left, min(b[1] for b in boxes), right, max(b[3] for b in boxes)))


def ordered(rows: list[list[Segment]]) -> list[list[Segment]]:
    """The rows in reading order: runs of rows that are columns of prose become one column after the other."""
    out: list[list[Segment]] = []
    at = 0
    while at < len(rows):
        end, gutter = _column_run(rows, at)
        if gutter is None:
            out.append(rows[at])
            at += 1
            continue
        left = [[s for s in row if s.box[2] <= gutter] for row in rows[at:end]]
        right = [[s for s in row if s.box[0] >= gutter] for row in rows[at:end]]
        out += ordered([row for row in left if row]) + ordered([row for row in right if row])
        at = end
    return out


def _column_run(rows: list[list[Segment]], start: int) -> tuple[int, float | None]:
    """Where the run of rows with a common gutter ends, and the gutter; None when it is no pair of prose columns."""
    if len(rows[start]) < 2:
        return (start, None)
    low, high = rows[start][0].box[2], rows[start][1].box[0]
    end = start
    for row in rows[start:]:
        left = [s for s in row if s.box[2] <= high]
        right = [s for s in row if s not in left]
        new_low = max([low, *(s.box[2] for s in left)])
        new_high = min([high, *(s.box[0] for s in right)])
        if new_high - new_low < 4.0:
            break
        low, high, end = new_low, new_high, end + 1
    middle = (low + high) / 2
    run = rows[start:end]
    left = [s for row in run for s in row if s.box[2] <= middle]
    right = [s for row in run for s in row if s.box[0] >= middle]
    return (end, middle) if _is_prose(left) and _is_prose(right) else (end, None)


def _is_prose(segments: list[Segment]) -> bool:
    """Whether most lines fill the column and hold several words."""
    if len(segments) < PROSE_ROWS:
        return False
    width = max(s.box[2] for s in segments) - min(s.box[0] for s in segments)
    full = sum(s.box[2] - s.box[0] > 0.75 * width for s in segments)
    words = sum(len(s.pieces) for s in segments) / len(segments)
    return full >= 0.5 * len(segments) and words >= 3


def lines_of(pieces: list[Piece]) -> tuple[Line, ...]:
    """The pieces as lines in reading order."""
    rows = ordered([segments_of(row) for row in rows_of(pieces)])
    return tuple(segment.line for row in rows for segment in row)
