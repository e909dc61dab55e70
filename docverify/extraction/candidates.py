"""Turns the labels of a page's regions into candidates: the words behind, beside, under or in the cell next to them.

Inside a region the lookup is geometry; from a cell that holds a label only it goes to the next cell, or down the column
under a head. Another label, a blank gap, a numbered point or another row ends a value.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from docverify.extraction.candidate import Candidate, scored
from docverify.extraction.cell_values import has_value_cell, in_other_cells
from docverify.extraction.layout import Hit, Region, Strip, aligned, same_key, same_row
from docverify.extraction.printed import Printed, joined
from docverify.facts.evidence import Box
from docverify.reading.page import union

_POINT = re.compile(r"\s*\d{1,2}\.\s+\S")
_BELOW_GAP = 1.6  # of the line's height, between a label and the value under it
_HEAD_GAP = 2.4  # between the head and the first row of a table without rules
_ROW_GAP = 5.5  # between its rows
_BLOCK_GAP = 1.2  # of the line's height, between lines of one value
_SAME_ROW, _TOUCHING = 0.5, 0.05  # of the lower line's height
_NUMBERING_WIDTH = 3
_OFF_CENTRE = 0.5
_PARTED = 0.4  # of the line's height, more than between lines of one block
_ABOVE_GAP = 2.5
_SIGNATURE_KEYS = frozenset(
    {"place_date", "name_function", "signatory_function", "name", "signature", "place", "date", "issued_on"}
)
_PEOPLE_KEYS = frozenset({"name_function", "name"})
_EACH_ITS_OWN = frozenset(
    {"tested_by"}
)  # labels of one meaning side by side that are no translations: tester, approver
_VERSIONS = frozenset({"hardware_version", "firmware_version", "software_version"})
_PERSON_LINES = 3
_SAME_LEFT = 3.0  # points
_FLUSH = 1.5  # points between the right edges of a label and a value printed flush right under it


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
            value = None if has_value_cell(region, hit, by_cell, hits) else _RegionLookup(region, own).value(number)
            if value is not None:
                yield value
            elif region.table is not None and region.cell is not None:
                yield from in_other_cells(region, hit, by_cell, hits)


def same_left(first: Box, second: Box) -> bool:
    """Whether two boxes begin at the same left edge."""
    return abs(first[0] - second[0]) <= _SAME_LEFT


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
        return scored(joined([self.region.strips[index].printed for index in block]).trimmed(), hit)

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
        value = scored(joined(lines).trimmed(), hit)
        table, cell = self.region.table, self.region.cell
        rest = scored(joined(more), hit) if more else None
        row, column = (cell.row, cell.column) if cell is not None else (None, None)
        return Candidate(hit.key, hit.language, value, hit.strength, rest, table, row, column, label)

    def _beside(self, hit: Hit) -> int | None:
        right = max(self.region.strips[index].box[2] for index in hit.strips)
        for share in (_SAME_ROW, _TOUCHING):  # a label centred between two lines only touches both
            for index in hit.strips:
                beside = self.region.beside(index, after=right, share=share)
                if beside is not None:
                    other = self.starts.get(beside)
                    starts = other is not None and other.start <= _NUMBERING_WIDTH
                    if (
                        other is not None
                        and other.strength == "inline"
                        and other.key == hit.key
                        and hit.key in _VERSIONS
                    ):
                        starts = False  # "Software status: SW 1.7.0"
                    return None if starts or self._is_of_another_column(beside, hit) else beside
        return self._between(hit, right)

    def _between(self, hit: Hit, right: float) -> int | None:
        """The one strip to the right at the height between the label's last line and the line of it above."""
        last = self.region.strips[hit.strips[-1]]
        above = self._neighbour(self.region.strips[hit.strips[0]], last.box[0], upwards=True, limit=_BELOW_GAP)
        if above is None or above in self.labels or self.region.strips[above].box[2] > right + last.height:
            return None
        top, bottom = self.region.strips[above].box[1], last.box[3]
        beyond = max(right, self.region.strips[above].box[2])
        inside = [
            index
            for index, strip in enumerate(self.region.strips)
            if strip.box[0] >= beyond and top <= strip.box[1] and strip.box[3] <= bottom
        ]
        return inside[0] if len(inside) == 1 and inside[0] not in self.labels else None

    def _is_of_another_column(self, beside: int, hit: Hit) -> bool:
        """Whether the strip stands under a label of its own while something stands under this one: a stacked form."""
        if hit.strength != "alone" or self._under(hit, reach=_BELOW_GAP) is None:
            return False
        here = self.region.strips[beside]
        while (above := self._neighbour(here, here.box[0], upwards=True, limit=_BELOW_GAP)) is not None:
            if above in self.starts:
                label = self.starts[above]
                bare = label.strength == "alone" and label.strips[-1] == above
                return bare and same_left(self.region.strips[above].box, here.box)
            here = self.region.strips[above]
        return False

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
        best: tuple[bool, float, int] | None = None
        for index, strip in enumerate(self.region.strips):
            gap = strip.box[1] - label.box[3]
            if index in hit.strips or strip.box[1] <= label.box[1] or gap > reach * max(label.height, strip.height):
                continue
            if same_row(strip.box, label.box):
                continue
            apart = hit.key in _EACH_ITS_OWN and not (strip.box[0] < first.box[2] and strip.box[2] > first.box[0])
            across_it = strip.box[0] < across[2] and strip.box[2] > across[0]
            if across_it and (best is None or (apart, gap) < best[:2]):
                best = (apart, gap, index)
        if best is None or best[2] in self.labels:
            return None
        strip = self.region.strips[best[2]]
        in_column = strip.box[0] >= first.box[0] - 2 * first.height or abs(strip.box[2] - first.box[2]) <= _FLUSH
        return best[2] if in_column or aligned(strip.box, first.box, first.box[0]) else None

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
        label = self.region.strips[hit.strips[-1]]
        if hit.strength == "alone" and strip.box[1] >= label.box[3] and same_left(strip.box, label.box):
            return False  # what stands to the left is of another column
        return any(
            other != index
            and other not in hit.strips
            and item.box[2] <= strip.box[0]
            and same_row(item.box, strip.box)
            and item.printed.text.strip(" :：")
            for other, item in enumerate(self.region.strips)
        )
