"""Words with boxes to lines in reading order: words on one baseline, split at column gaps, columns one after another.

Columns of prose are read down, one after the other; grids of labels and values are read across, row by row, every
cell a line of its own, because a label belongs to the value beside it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from operator import attrgetter
from statistics import median

from docverify.facts.evidence import Box
from docverify.reading.page import Line, Word, union

COLUMN_GAP = 1.2  # in font heights; a justified line may have single gaps of nearly one
SPACED_LETTERS = 5  # fewer single letters in a row may be a list of phases or options
COLONS = frozenset({":", "：", "︰"})  # a colon in a column of its own belongs to the label before it
SAME_BASELINE = 0.35  # of the font's height; half a line lower is the next line of another cell
NARROW_GAP = 0.5  # a column gap only where rows nearby begin a column at the same place
NEAR_ROWS = 12
STRIP_GAP = 0.6  # between strips that were found apart
_OVERPRINT = 0.2  # of the height: a word printed twice on one place lies so near to itself
PROSE_ROWS = 4  # fewer rows than this are never taken for a column of prose


@dataclass(frozen=True, slots=True)
class Piece:
    """A word with the height of its font and the baseline it stands on.

    `run` tells pieces that were found as one strip of text (OCR); pieces of different strips are parted sooner.
    """

    word: Word
    baseline: float
    height: float
    chars: tuple[Box, ...] = ()  # one box per character of the word, where they are known
    run: int = 0


@dataclass(frozen=True, slots=True)
class Segment:
    """Pieces of one row that stand together."""

    pieces: tuple[Piece, ...]
    box: Box


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces as rows from top to bottom, each from left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=attrgetter("baseline")):
        if rows and _stands_beside(rows[-1][0], piece):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    for row in rows:
        row.sort(key=_left)
    return [_printed_once(row) for row in rows]


def _printed_once(row: list[Piece]) -> list[Piece]:
    """The row without words that are printed a second time on the same place, as drawing programs make bold text."""
    return [piece for at, piece in enumerate(row) if not at or not _same_print(row[at - 1], piece)]


def _same_print(first: Piece, second: Piece) -> bool:
    one, two = first.word, second.word
    near = abs(one.box[0] - two.box[0]) + abs(one.box[2] - two.box[2])
    return one.text == two.text and near <= _OVERPRINT * first.height


def _left(piece: Piece) -> float:
    return piece.word.box[0]


def _stands_beside(first: Piece, piece: Piece) -> bool:
    """Whether the two share a baseline; a raised or lowered index may be further off than text of one size."""
    low, high = sorted((first.height, piece.height))
    return abs(piece.baseline - first.baseline) <= SAME_BASELINE * (high if low < 0.75 * high else low)


def segments_of(row: list[Piece]) -> list[Segment]:
    """The row split where a gap is as wide as a column gap, letter-spaced words made whole before."""
    row = unspaced(row)
    gaps = [right.word.box[0] - left.word.box[2] for left, right in zip(row, row[1:], strict=False)]
    usual = median(gaps) if len(gaps) >= 3 else 0.0
    groups: list[list[Piece]] = [[row[0]]]
    for gap, left, right in zip(gaps, row, row[1:], strict=False):
        height = min(left.height, right.height)
        justified = 2 * usual if usual <= height else 0.0  # wider than that is no space between words
        least = max(COLUMN_GAP * height if left.run == right.run else STRIP_GAP * height, justified)
        if gap > least and right.word.text not in COLONS:
            groups.append([])
        groups[-1].append(right)
    return [_segment(group) for group in groups]


def unspaced(row: list[Piece]) -> list[Piece]:
    """The row with every run of evenly spaced single letters made one word."""
    out: list[Piece] = []
    run: list[Piece] = []
    for piece in row:
        if len(piece.word.text) == 1 and piece.word.text.isalpha() and _evenly_follows(run, piece):
            run.append(piece)
            continue
        out += _one_word(run)
        is_letter = len(piece.word.text) == 1 and piece.word.text.isalpha()
        run = [piece] if is_letter else []
        out += [] if is_letter else [piece]
    return out + _one_word(run)


def _evenly_follows(run: list[Piece], piece: Piece) -> bool:
    if not run:
        return False
    gap = piece.word.box[0] - run[-1].word.box[2]
    if len(run) == 1:
        return 0 < gap < 2 * piece.height
    usual = median(b.word.box[0] - a.word.box[2] for a, b in zip(run, run[1:], strict=False))
    return 0 < gap < max(1.6 * usual, usual + 0.25 * piece.height)


def _one_word(run: list[Piece]) -> list[Piece]:
    if len(run) < SPACED_LETTERS:
        return run
    words = [piece.word for piece in run]
    box = union([word.box for word in words])
    word = Word("".join(w.text for w in words), box, words[0].origin, min(w.confidence for w in words))
    chars = tuple(piece.word.box for piece in run)
    return [Piece(word, run[0].baseline, max(p.height for p in run), chars, run[0].run)]


def segmented(rows: list[list[Piece]]) -> list[list[Segment]]:
    """The rows split at column gaps, and at narrower gaps where a column of other rows begins."""
    first = [segments_of(row) for row in rows]
    starts = [[segment.box[0] for segment in row[1:]] for row in first]
    out = []
    for at, row in enumerate(first):
        near = [x for other in starts[max(0, at - NEAR_ROWS) : at] + starts[at + 1 : at + 1 + NEAR_ROWS] for x in other]
        out.append([part for segment in row for part in _split_at(segment, near)] if len(near) > 1 else row)
    return out


def _split_at(segment: Segment, starts: list[float]) -> list[Segment]:
    """The segment parted before words that begin where at least two rows nearby begin a column."""
    groups = [[segment.pieces[0]]]
    for left, right in zip(segment.pieces, segment.pieces[1:], strict=False):
        x = right.word.box[0]
        is_wide = x - left.word.box[2] > NARROW_GAP * min(left.height, right.height)
        if (
            is_wide
            and right.word.text not in COLONS
            and sum(abs(x - start) < max(2.0, 0.3 * right.height) for start in starts) > 1
        ):
            groups.append([])
        groups[-1].append(right)
    return [segment] if len(groups) == 1 else [_segment(group) for group in groups]


def _segment(group: list[Piece]) -> Segment:
    return Segment(tuple(group), union([piece.word.box for piece in group]))


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


@dataclass(frozen=True, slots=True)
class Rows:
    """Pieces that run one way, on a level page, and how a box of that page lies on the page as displayed.

    The level page is the displayed one turned back by `turn` clockwise quarters and by `skew` radians.
    """

    pieces: list[Piece]
    displayed: Callable[[Box], Box]
    turn: int = 0
    skew: float = 0.0

    @property
    def is_level(self) -> bool:
        """Whether the level page is the displayed page."""
        return self.turn == 0 and self.skew == 0


@dataclass(frozen=True, slots=True)
class Place:
    """Where a word stands in the text of a laid out page: `text[start:end]`, and in which row."""

    start: int
    end: int
    row: int
    word: Word
    piece: Piece
    displayed: Callable[[Box], Box]

    def boxes(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of the word's characters within `text[start:end]`; the word's box where they are not known."""
        chars = self.piece.chars[max(0, start - self.start) : max(0, end - self.start)]
        return tuple(map(self.displayed, chars)) or (self.word.box,)


@dataclass(frozen=True, slots=True)
class LaidOut:
    """Lines in reading order and the text they make: rows parted by newlines, cells of one row by tabs."""

    lines: tuple[Line, ...]
    text: str
    places: tuple[Place, ...]

    def boxes_of(self, start: int, end: int) -> tuple[Box, ...]:
        """The boxes of `text[start:end]`, one per printed line."""
        by_row: dict[int, list[Box]] = {}
        for place in self.places:
            if place.start < end and place.end > start:
                by_row.setdefault(place.row, []).extend(place.boxes(start, end))
        return tuple(union(boxes) for boxes in by_row.values())


def _moved(word: Word, box: Box) -> Word:
    return Word(word.text, box, word.origin, word.confidence)


def laid_out(groups: Iterable[Rows]) -> LaidOut:
    """The page of those groups, one after the other."""
    lines: list[Line] = []
    places: list[Place] = []
    text: list[str] = []
    at = row_number = 0
    for group in groups:
        for row in ordered(segmented(rows_of(group.pieces))):
            for segment in row:
                words = []
                for piece in segment.pieces:
                    word = _moved(piece.word, group.displayed(piece.word.box))
                    places.append(Place(at, at + len(word.text), row_number, word, piece, group.displayed))
                    words.append(word)
                    text += [word.text, " "]
                    at += len(word.text) + 1
                lines.append(Line(tuple(words)))
                text[-1] = "\t"
            row_number += 1
            text[-1] = "\n"
    return LaidOut(tuple(lines), "".join(text), tuple(places))
