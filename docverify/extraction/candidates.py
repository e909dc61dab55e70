"""Turns the labels of a page's regions into candidates: the words behind, beside, under or in the cell next to them.

Inside a region the lookup is geometry; from a cell that holds a label only it goes to the next cell, or down the column
under a head. Another label, a blank gap, a numbered point or another row ends a value.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from docverify.extraction.layout import Hit, Region, Strip, aligned, same_key, same_row
from docverify.extraction.printed import Printed, joined, printed_lines
from docverify.facts.evidence import Box, Origin
from docverify.reading.page import Cell, Table, union

_POINT = re.compile(r"\s*\d{1,2}\.\s+\S")
_DIGIT = re.compile(r"\d")
_HAN = re.compile(r"[\u3400-\u9fff]")
_WORDS_OF_A_LABEL = 4
_STRENGTH = {"colon": 1.0, "alone": 0.97, "gap": 0.97, "inline": 0.93}
_BELOW_GAP = 1.6  # of the line's height, between a label and the value under it
_HEAD_GAP = 2.4  # between the head and the first row of a table without rules
_ROW_GAP = 5.5  # between its rows
_BLOCK_GAP = 1.2  # of the line's height, between lines of one value
_SAME_ROW, _TOUCHING = 0.5, 0.05  # of the lower line's height
_NUMBERING_WIDTH = 3
_OFF_CENTRE = 0.5
_PADDING = 14.0  # points: an empty column no wider parts label and value, and holds no value
_PARTED = 0.4  # of the line's height, more than between lines of one block
_ABOVE_GAP = 2.5
_SIGNATURE_KEYS = frozenset(
    {"place_date", "name_function", "signatory_function", "name", "signature", "place", "date", "issued_on"}
)
_PEOPLE_KEYS = frozenset({"name_function", "name"})
_PERSON_LINES = 3


@dataclass(frozen=True)
class Candidate:
    """What is printed where the label `key` says its value stands.

    `value` are the words that surely belong to it; `more` are lines under it that may go on (an address wrapped to the
    margin). `above` is the line over a label that stands under its value, as in signature blocks. `table`, `row` and
    `column` say in which cell it stands, where it stands in one.
    """

    key: str
    language: str
    value: Printed
    strength: str
    more: Printed | None = None
    table: Table | None = None
    row: int | None = None
    column: int | None = None
    label: str = ""
    above: Printed | None = None

    @property
    def page(self) -> int:
        """The page of the value."""
        return self.value.page

    def whole(self) -> Printed:
        """The value with the lines that may belong to it."""
        return joined([self.value, self.more]) if self.more else self.value


def label_printed(region: Region, hit: Hit) -> Printed:
    """The words of the label itself."""
    last = region.strips[hit.strips[-1]].printed.part(0, hit.end)
    return joined([*(region.strips[index].printed for index in hit.strips[:-1]), last]).part(hit.start).trimmed()


def candidates_of(regions: Sequence[Region], hits: Mapping[int, tuple[Hit, ...]]) -> Iterator[Candidate]:
    """Every candidate of the page's regions; `hits` are the labels of each region, by its identity."""
    by_cell = {id(region.cell): region for region in regions if region.cell is not None}
    for region in regions:
        own = hits[id(region)]
        for number, hit in enumerate(own):
            value = None if _has_value_cell(region, hit, by_cell, hits) else _RegionLookup(region, own).value(number)
            if value is not None:
                yield value
            elif region.table is not None and region.cell is not None:
                yield from _in_other_cells(region, hit, by_cell, hits)


def _has_value_cell(
    region: Region, hit: Hit, by_cell: Mapping[int, Region], hits: Mapping[int, tuple[Hit, ...]]
) -> bool:
    """Whether the label begins its cell and the next cell begins with no label: then the value stands there."""
    if region.table is None or region.cell is None or hit.strips[0] != 0 or hit.strength not in ("alone", "colon"):
        return False
    if region.strips[hit.strips[-1]].printed.part(hit.end).trimmed():
        return False
    right = _next_cell(region.table, region.cell)
    if right is None or not right.lines or _holds_its_value(region, hit, right):
        return False
    return not any(h.strips[0] == 0 for h in hits[id(by_cell[id(right)])])


def _holds_its_value(region: Region, hit: Hit, right: Cell) -> bool:
    """Whether label and value share the cell as they do in the next one: lines under each label, in its own script."""
    own = [strip.printed.text for index, strip in enumerate(region.strips) if index > hit.strips[-1]]
    if not own or len(right.lines) < 2 or right.box[1] > region.strips[0].box[1]:
        return False
    label = region.strips[hit.strips[-1]].printed.text
    translated = bool(_HAN.search(own[0])) != bool(_HAN.search(label))
    return not translated and own[0][:1] not in "(（[" and _is_headline(right)


def _is_headline(cell: Cell) -> bool:
    """Whether the first line of the cell reads like a label: short words without a digit."""
    first = cell.lines[0].text
    return len(first.split()) <= _WORDS_OF_A_LABEL and not _DIGIT.search(first) and "," not in first


def _fills(region: Region, hits: Sequence[Hit]) -> bool:
    """Whether the cell holds labels and nothing else."""
    taken = {index for hit in hits for index in hit.strips if hit.strength in ("alone", "colon")}
    return bool(hits) and len(taken) == len(region.strips)


def _in_other_cells(
    region: Region, hit: Hit, by_cell: Mapping[int, Region], hits: Mapping[int, tuple[Hit, ...]]
) -> Iterator[Candidate]:
    table, cell = region.table, region.cell
    if table is None or cell is None:
        return
    right = _next_cell(table, cell)
    if right is not None and not _is_label(by_cell[id(right)], hits) and not _heads_a_column(hit, table, cell, right):
        if right.lines:
            yield from _cell_candidate(hit, table, right, region, hits[id(by_cell[id(right)])])
        return
    for row in table.rows[cell.row + 1 :]:
        under = row[cell.column] if cell.column < len(row) else None
        if under is None or not under.lines:
            continue
        if _is_label(by_cell[id(under)], hits):
            return
        yield from _cell_candidate(hit, table, under, region, hits[id(by_cell[id(under)])])


def _is_label(region: Region, hits: Mapping[int, tuple[Hit, ...]]) -> bool:
    own = hits[id(region)]
    return bool(own) and _fills(region, own)


def _heads_a_column(hit: Hit, table: Table, cell: Cell, right: Cell) -> bool:
    """Whether a model label is a column's head: numbers stand under it, and words without any beside it."""
    if hit.key != "models" or _DIGIT.search(right.text):
        return False
    under = [row[cell.column] for row in table.rows[cell.row + 1 :] if cell.column < len(row)]
    first = next((other for other in under if other is not None and other.lines), None)
    return first is not None and bool(_DIGIT.search(first.text))


def _next_cell(table: Table, cell: Cell) -> Cell | None:
    """The cell to the right: narrow empty ones between double rules passed over, one that spans rows included."""
    for column in range(cell.column + 1, len(table.rows[cell.row])):
        right = table.rows[cell.row][column] or _spanning(table, cell, column)
        if right is not None and (right.lines or right.box[2] - right.box[0] > _PADDING):
            return right
    return None


def _spanning(table: Table, cell: Cell, column: int) -> Cell | None:
    """The cell of that column that begins in a row above and reaches down to the middle of the cell."""
    above = (row[column] for row in reversed(table.rows[: cell.row]) if column < len(row))
    nearest = next((other for other in above if other is not None), None)
    middle = (cell.box[1] + cell.box[3]) / 2
    return nearest if nearest is not None and nearest.box[0] > cell.box[0] and nearest.box[3] > middle else None


def _cell_candidate(hit: Hit, table: Table, cell: Cell, region: Region, inner: Sequence[Hit]) -> Iterator[Candidate]:
    """The cell as the label's value, up to the first label inside it."""
    page = region.strips[0].page
    stop = min((other.strips[0] for other in inner), default=len(cell.lines))
    value = printed_lines([(page, line) for line in cell.lines[:stop]], origin=_table_origin(cell)).trimmed()
    if not value:
        return
    label = " ".join(region.strips[index].printed.text for index in hit.strips)
    scored = _scored(value, hit)
    yield Candidate(hit.key, hit.language, scored, hit.strength, None, table, cell.row, cell.column, label)


def _table_origin(cell: Cell) -> Origin:
    return Origin.OCR if any(w.origin is Origin.OCR for line in cell.lines for w in line.words) else Origin.TABLE


def _scored(value: Printed, hit: Hit) -> Printed:
    return Printed(value.text, value.places, hit.score * _STRENGTH[hit.strength], value.origin)


class _RegionLookup:
    """Finds the value of a hit inside its own region."""

    def __init__(self, region: Region, hits: Sequence[Hit]) -> None:
        self.region, self.hits = region, hits
        self.starts = {hit.strips[0]: hit for hit in reversed(hits)}
        self.labels = {index for hit in hits for index in hit.strips}

    def value(self, number: int) -> Candidate | None:
        """The candidate of the hit, or None when nothing stands there."""
        hit = self.hits[number]
        last = self.region.strips[hit.strips[-1]]
        stop = self._next_start(number)
        rest = last.printed.part(hit.end, stop).trimmed()
        if rest:
            return self._behind(hit, rest, ends_line=stop is None)
        if stop is not None:
            return None
        above = self._above(hit) if hit.key in _SIGNATURE_KEYS and hit.strength == "alone" else None
        beside = self._beside(hit)
        if beside is not None:
            return replace(self._block(hit, self._top(beside, hit)), above=above)
        right = self._head_ends(hit)
        under = self._under(hit, reach=_BELOW_GAP if right is None else _HEAD_GAP)
        block = self._block(hit, under, right=right) if under is not None else None
        if above is None:
            return block
        return replace(block, above=above) if block else replace(self._candidate(hit, [above], None), above=above)

    def _above(self, hit: Hit) -> Printed | None:
        """The nearest line over the label that is none itself: signature blocks print the label under the value."""
        label = self.region.strips[hit.strips[0]]
        best: tuple[float, int] | None = None
        for index, strip in enumerate(self.region.strips):
            gap = label.box[1] - strip.box[3]
            over = strip.box[1] < label.box[1] and gap <= _ABOVE_GAP * label.height and index not in self.labels
            across = strip.box[0] < label.box[2] and strip.box[2] > label.box[0]
            if over and across and (best is None or gap < best[0]) and strip.printed.trimmed():
                best = (gap, index)
        if best is None:
            return None
        block = [best[1]] if hit.key not in _PEOPLE_KEYS else self._upwards(best[1])
        return _scored(joined([self.region.strips[index].printed for index in block]).trimmed(), hit)

    def _upwards(self, index: int) -> list[int]:
        """The line with those right above it that belong to it: a person's name over the function."""
        block = [index]
        while len(block) < _PERSON_LINES:
            here = self.region.strips[block[0]]
            above = self._neighbour(here, here.box[0], upwards=True, limit=_PARTED)
            if above is None or above in self.labels:
                break
            block.insert(0, above)
        return block

    def _next_start(self, number: int) -> int | None:
        """Where the next label in the same line begins, which ends this value."""
        hit = self.hits[number]
        later = [h.start for h in self.hits[number + 1 :] if h.strips[0] == hit.strips[-1] and h.start >= hit.end]
        return min(later, default=None)

    def _behind(self, hit: Hit, rest: Printed, *, ends_line: bool) -> Candidate:
        if not ends_line:
            return self._candidate(hit, [rest], None)
        strip = hit.strips[-1]
        left = rest.box[0]
        lines, _ = self._continued(strip, left, hit, first=rest)
        more = [] if lines else self._continued(strip, self.region.strips[hit.strips[0]].box[0], hit, first=rest)[0]
        return self._candidate(hit, [rest, *lines], more or None)

    def _candidate(self, hit: Hit, lines: Sequence[Printed], more: Sequence[Printed] | None) -> Candidate:
        label = " ".join(self.region.strips[index].printed.text for index in hit.strips)
        value = _scored(joined(lines).trimmed(), hit)
        table, cell = self.region.table, self.region.cell
        rest = _scored(joined(more), hit) if more else None
        row, column = (cell.row, cell.column) if cell is not None else (None, None)
        return Candidate(hit.key, hit.language, value, hit.strength, rest, table, row, column, label)

    def _beside(self, hit: Hit) -> int | None:
        right = max(self.region.strips[index].box[2] for index in hit.strips)
        for share in (_SAME_ROW, _TOUCHING):  # a label centred between two lines only touches both
            for index in hit.strips:
                beside = self.region.beside(index, after=right, share=share)
                if beside is not None:
                    return None if beside in self.starts and self.starts[beside].start <= _NUMBERING_WIDTH else beside
        return None

    def _top(self, index: int, hit: Hit) -> int:
        """The first line of a block that stands beside its label's middle; the strip itself where it stands on top."""
        left = self.region.strips[index].box[0]
        top = index
        while True:
            above = self._neighbour(self.region.strips[top], left, upwards=True)
            if above is None or above in self.labels or self._row_begins(above, hit):
                own = above is None or self._stands_off(above, top, index)
                return top if top == index or (own and self._centred(top, index, hit)) else index
            top = above

    def _stands_off(self, above: int, top: int, index: int) -> bool:
        """Whether the block that begins with `top` is parted from the line above it by more than its own lines are."""
        strips = self.region.strips
        inside = strips[index].box[1] - strips[top].box[3]
        return strips[top].box[1] - strips[above].box[3] > inside + _PARTED * strips[top].height

    def _centred(self, top: int, index: int, hit: Hit) -> bool:
        """Whether the label stands at the middle of the block that begins with `top`."""
        bottom = self._continued(index, self.region.strips[index].box[0], hit)[1]
        boxes = [self.region.strips[number].box for number in hit.strips]
        middle = (min(b[1] for b in boxes) + max(b[3] for b in boxes)) / 2
        first, last = self.region.strips[top].box, self.region.strips[bottom].box
        return abs((first[1] + last[3]) / 2 - middle) <= _OFF_CENTRE * self.region.strips[index].height

    def _in_row(self, hit: Hit, *, meaning_the_same: bool) -> list[Box]:
        """The boxes of the other bare labels on the row: its translations in parallel columns, or labels of others."""
        here = self.region.strips[hit.strips[0]]
        return [
            self.region.strips[index].box
            for index, other in self.starts.items()
            if (other.strength == "alone" or meaning_the_same)
            and index not in hit.strips
            and same_key(hit.key, other.key) is meaning_the_same
            and same_row(here.box, self.region.strips[index].box)
        ]

    def _head_ends(self, hit: Hit) -> float | None:
        """Where the column of a head ends to the right, when the label stands in a row of labels; None when not."""
        here = self.region.strips[hit.strips[0]]
        row = self._in_row(hit, meaning_the_same=False)
        if not row:
            return None
        return min((box[0] for box in row if box[0] > here.box[2]), default=float("inf"))

    def _under(self, hit: Hit, *, reach: float) -> int | None:
        label = self.region.strips[hit.strips[-1]]
        first = self.region.strips[hit.strips[0]]
        across = union([first.box, *self._in_row(hit, meaning_the_same=True)])
        best: tuple[float, int] | None = None
        for index, strip in enumerate(self.region.strips):
            gap = strip.box[1] - label.box[3]
            if index in hit.strips or strip.box[1] <= label.box[1] or gap > reach * max(label.height, strip.height):
                continue
            if same_row(strip.box, label.box):
                continue
            if strip.box[0] < across[2] and strip.box[2] > across[0] and (best is None or gap < best[0]):
                best = (gap, index)
        if best is None or best[1] in self.labels:
            return None
        strip = self.region.strips[best[1]]
        in_column = strip.box[0] >= first.box[0] - 2 * first.height
        return best[1] if in_column or aligned(strip.box, first.box, first.box[0]) else None

    def _block(self, hit: Hit, index: int, *, right: float | None = None) -> Candidate:
        strip = self.region.strips[index]
        first = strip.printed
        inner = [h.start for h in self.hits if h.strips[0] == index and h.start > 3]
        if inner:
            return self._candidate(hit, [first.part(0, min(inner)).trimmed()], None)
        lines, _ = self._continued(index, strip.box[0], hit, right=right)
        return self._candidate(hit, [first, *lines], None)

    def _continued(
        self, index: int, left: float, hit: Hit, *, right: float | None = None, first: Printed | None = None
    ) -> tuple[list[Printed], int]:
        """The lines that go on under the strip, aligned at `left`, until a label, a gap or another row begins."""
        lines = [first or self.region.strips[index].printed]
        while True:
            here = self.region.strips[index]
            following = self._neighbour(here, left, upwards=False, limit=_BLOCK_GAP if right is None else _ROW_GAP)
            if following is None or following in self.labels or self._ends_block(following, hit, right, lines):
                return lines[1:], index
            lines.append(self.region.strips[following].printed)
            index = following

    def _neighbour(self, here: Strip, left: float, *, upwards: bool, limit: float = _BLOCK_GAP) -> int | None:
        """The next line of the block above or below the strip, or None where a gap ends the block."""
        best: tuple[float, int] | None = None
        for index, strip in enumerate(self.region.strips):
            gap = here.box[1] - strip.box[3] if upwards else strip.box[1] - here.box[3]
            beyond = strip.box[1] < here.box[1] if upwards else strip.box[1] > here.box[1]
            if strip is here or not beyond or not -0.4 * here.height <= gap <= limit * here.height:
                continue
            if aligned(strip.box, here.box, left) and (best is None or gap < best[0]):
                best = (gap, index)
        return best[1] if best else None

    def _ends_block(self, index: int, hit: Hit, right: float | None, lines: Sequence[Printed]) -> bool:
        """Whether the strip begins something else: another row, another column's text, or the next numbered point."""
        strip = self.region.strips[index]
        if right is not None:
            return strip.box[2] > right
        point = bool(_POINT.match(strip.printed.text)) and not any(_POINT.match(line.text) for line in lines)
        return point or self._row_begins(index, hit)

    def _row_begins(self, index: int, hit: Hit) -> bool:
        """Whether something to the left of the strip, on its row, starts another entry."""
        strip = self.region.strips[index]
        return any(
            other != index
            and other not in hit.strips
            and item.box[2] <= strip.box[0]
            and same_row(item.box, strip.box)
            and item.printed.text.strip(" :：")
            for other, item in enumerate(self.region.strips)
        )
