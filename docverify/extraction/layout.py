"""Turns the lines of a page into strips and regions, and finds the labels printed in them.

A strip is one printed line of one region; a region is a cell of a ruled table or the rest of the page. Inside a
region everything is geometry: beside, below, aligned, and how large the gap is.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from docverify.extraction.following import may_follow
from docverify.extraction.labels import LabelMatcher, Match, Token, tokens_of
from docverify.extraction.printed import Printed, printed_lines
from docverify.facts.evidence import Box, Origin
from docverify.reading.page import Cell, Line, Page, Table

_NUMBERING = re.compile(
    r"^\s*(?:[(\[]?(?:\d{1,2}(?:\.\d{1,2})*|[a-zA-Z]|[ivxIVX]{1,4})[.)\]:]+|\d{1,2}(?=\s)|[•▪●■○◦*\-–—►✓])\s*"
)
_BRACKETED = re.compile(r"\s*[(（][^()（）]{0,120}[)）]")
_OPEN_BRACKET = re.compile(r"\s*[(（][^()（）]{0,80}$")
_GOES_ON = re.compile(r"[a-zß-ÿ]\S*$")
_BETWEEN = re.compile(r"(?:\s?\([^()/]{1,20}\)(?=\s?/))?[\s.°º]*[/|(（)\[\]）,–—-]?\s*")
_COLON = re.compile(r"(?:[\s.)\]）*°º¹²³…_]*[:：]+|\s*(?:[.…·_]\s?){3,})\s*")
_NOTHING = re.compile(r"[\s.*_)\]）°º/|–—-]*$")
_STARTS_VALUE = re.compile(r"[\s.]*(?=[A-Z0-9ÄÖÜÀ-Ý\u3040-\u9fff(\"“„#])")
_LATIN = re.compile(r"[A-Za-z]")
_IDEOGRAPH = re.compile(r"[\u3040-\u9fff]")
_LINE_GAP, _ALIGNED = 1.0, 0.9  # of the line's height: a larger gap ends a block, a larger shift a column
_SECOND_WORD = re.compile(r"\.?\s*/\s*[^\W\d_][^\W\d_.]*(?:[. ][^\W\d_]+)?\s*[:：]\s*")
_DATED = frozenset({"date", "issued_on", "valid_until"})
_COMMA = re.compile(r"\s*,\s*(?=\d)")
_OVER_EDGE, _CENTRED = 6.0, 0.6  # points; of the line's height, of the sum of both edges
_ANY_VALUE = re.compile(r"[^\s:：.]")
_SAME_KEYS = frozenset(
    frozenset(pair)
    for pair in (
        ("issued_on", "date"),
        ("place_date", "date"),
        ("place_date", "issued_on"),
        ("place_date", "place"),
        ("name_function", "signatory_function"),
        ("name_function", "name"),
        *(("address", f"{role}_address") for role in ("holder", "factory", "importer")),
    )
)
_CHAIN = 4  # a label is printed over so many lines at most


@dataclass(frozen=True)
class Strip:
    """One printed line of a region."""

    page: int
    line: Line

    @cached_property
    def box(self) -> Box:
        """The box around the line."""
        return self.line.box

    @cached_property
    def printed(self) -> Printed:
        """The line as searchable text."""
        return printed_lines([(self.page, self.line)])

    @property
    def height(self) -> float:
        """The height of the line, never zero."""
        return max(self.box[3] - self.box[1], 1.0)


@dataclass(frozen=True)
class Hit:
    """A label found in a region: the strips it takes, and where in the last of them it ends.

    `strength` says what parts it from its value: `colon`, `alone` (nothing else in the line), `gap`, or `inline`.
    """

    key: str
    language: str
    strips: tuple[int, ...]
    start: int
    end: int
    strength: str
    score: float
    others: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Region:
    """The strips of a table cell, or of the page outside its tables."""

    strips: tuple[Strip, ...]
    table: Table | None = None
    cell: Cell | None = None

    def below(self, index: int) -> int | None:
        """The strip that goes on directly under the strip, left aligned with it, or None."""
        here = self.strips[index]
        best: tuple[float, int] | None = None
        for other, strip in enumerate(self.strips):
            gap = strip.box[1] - here.box[3]
            if (
                other == index
                or not -0.5 * here.height <= gap <= _LINE_GAP * here.height
                or strip.box[1] <= here.box[1]
            ):
                continue
            if aligned(strip.box, here.box, here.box[0]) and (best is None or gap < best[0]):
                best = (gap, other)
        return best[1] if best else None

    def beside(self, index: int, *, after: float, share: float = 0.5) -> int | None:
        """The nearest strip to the right of `after` on the baseline of the strip, or None."""
        here = self.strips[index]
        best: tuple[float, int] | None = None
        for other, strip in enumerate(self.strips):
            if other == index or strip.box[0] < after - 1 or not same_row(here.box, strip.box, share=share):
                continue
            if not _ANY_VALUE.search(strip.printed.text):  # a colon that stands in a column of its own
                continue
            if best is None or strip.box[0] < best[0]:
                best = (strip.box[0], other)
        return best[1] if best else None


def aligned(box: Box, here: Box, left: float) -> bool:
    """Whether the box stands under or over the other: at the same left edge, or centred on the same axis."""
    height = max(here[3] - here[1], 1.0)
    return abs(box[0] - left) <= _ALIGNED * height or abs(box[0] + box[2] - here[0] - here[2]) <= _CENTRED * height


def same_row(first: Box, second: Box, *, share: float = 0.5) -> bool:
    """Whether two boxes stand on one row: they share more than that part of the lower one's height."""
    shared = min(first[3], second[3]) - max(first[1], second[1])
    return shared > share * min(first[3] - first[1], second[3] - second[1])


def regions_of(page: Page, tables: Sequence[Table]) -> tuple[Region, ...]:
    """The page's lines outside the tables, then the cells of each table, row by row."""
    tables = [table for table in tables if not any(_crosses(line, table.box) for line in page.lines)]
    cells = [
        Region(tuple(Strip(page.number, line) for line in cell.lines), table, cell)
        for table in tables
        for row in table.rows
        for cell in row
        if cell is not None
    ]
    free = tuple(Strip(page.number, line) for line in page.lines if not any(_inside(line.box, t.box) for t in tables))
    return (Region(free), *cells)


def _crosses(line: Line, outer: Box) -> bool:
    """Whether label and value run over the table's left edge: then the rules frame values and are no table."""
    box = line.box
    y = (box[1] + box[3]) / 2
    beyond = box[0] < outer[0] - _OVER_EDGE and box[2] > outer[0] + _OVER_EDGE
    return outer[1] < y < outer[3] and beyond and ":" in line.text


def _inside(box: Box, outer: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def hits_of(region: Region, matcher: LabelMatcher) -> tuple[Hit, ...]:
    """Every label in the region, in reading order."""
    found: list[Hit] = []
    taken: set[int] = set()
    for index in range(len(region.strips)):
        if index in taken:
            continue
        for hit in _LineReader(region, index, matcher).hits():
            found.append(hit)
            taken.update(hit.strips[1:])
    return _stacked(region, found)


def _stacked(region: Region, hits: Sequence[Hit]) -> tuple[Hit, ...]:
    """The hits, a label and its translation in the line under it made one."""
    bare = {hit.strips[0]: hit for hit in hits if _is_bare(region, hit)}
    gone: set[int] = set()
    out: list[Hit] = []
    for hit in hits:
        if hit.strips[0] in gone and hit.strips[0] in bare:
            continue
        while hit.strips[0] in bare:
            under = region.below(hit.strips[-1])
            other = bare.get(under) if under is not None else None
            if other is None or not same_key(hit.key, other.key):
                break
            gone.update(other.strips)
            hit = replace(hit, strips=hit.strips + other.strips, end=other.end)
        out.append(_with_translation_above(region, hit, out))
    return tuple(out)


def _with_translation_above(region: Region, hit: Hit, before: Sequence[Hit]) -> Hit:
    """The label with the Chinese line over it, where that line is no value: the same label in another script."""
    here = region.strips[hit.strips[0]]
    if hit.strength not in ("alone", "colon") or hit.start > 0 or _IDEOGRAPH.search(here.printed.text):
        return hit
    for index, strip in enumerate(region.strips):
        gap, text = here.box[1] - strip.box[3], strip.printed.text
        close = strip.box[1] < here.box[1] and -0.5 * here.height <= gap <= 0.6 * here.height
        if not close or abs(strip.box[0] - here.box[0]) > _ALIGNED * here.height or _LATIN.search(text):
            continue
        free = _IDEOGRAPH.search(text) and not any(index in other.strips for other in before)
        if free and region.beside(index, after=strip.box[2]) is not None:
            return replace(hit, strips=(index, *hit.strips))
    return hit


def _is_bare(region: Region, hit: Hit) -> bool:
    """Whether the label stands alone in its lines."""
    rest = region.strips[hit.strips[-1]].printed.text[hit.end :]
    return hit.strength in ("alone", "colon") and not _ANY_VALUE.search(rest)


def by_language(hits: Mapping[int, Sequence[Hit]]) -> dict[int, tuple[Hit, ...]]:
    """The hits of a page, words that mean different things in different languages taken in the page's language."""
    tally = Counter(hit.language for own in hits.values() for hit in own if not hit.others)
    return {region: tuple(_in_language(hit, tally) for hit in own) for region, own in hits.items()}


def _in_language(hit: Hit, tally: Mapping[str, int]) -> Hit:
    meanings = ((hit.key, hit.language), *hit.others)
    key, language = max(meanings, key=lambda meaning: tally.get(meaning[1], 0)) if hit.others else meanings[0]
    return replace(hit, key=key, language=language)


def same_key(first: str, second: str) -> bool:
    """Whether labels of the two keys may stand for one value, as a label and its translation."""
    return first == second or frozenset({first, second}) in _SAME_KEYS


class _LineReader:
    """Reads the labels of one strip; a label may go on in the strips below."""

    def __init__(self, region: Region, index: int, matcher: LabelMatcher) -> None:
        self.region, self.matcher = region, matcher
        self.chain = [index]
        self.ends = [0]
        self.text = ""
        self._append(index)
        self.first_length = len(self.text)
        self.printed = region.strips[index].printed
        self.tokens: Sequence[Token] = tokens_of(self.text)

    def _append(self, index: int) -> None:
        text = self.region.strips[index].printed.text
        self.text = f"{self.text}\n{text}" if self.text else text
        self.ends.append(len(self.text))

    def _extend(self) -> bool:
        """Take in the strip below, where there is one."""
        if len(self.chain) == _CHAIN:
            return False
        below = self.region.below(self.chain[-1])
        if below is None:
            return False
        self.chain.append(below)
        self._append(below)
        self.tokens = tokens_of(self.text)
        return True

    def hits(self) -> list[Hit]:
        """The label at the start of the line, and those inside it that a colon marks."""
        numbering = _NUMBERING.match(self.text)
        first = next((i for i, t in enumerate(self.tokens) if t.start >= (numbering.end() if numbering else 0)), 0)
        found: list[Hit] = []
        position = 0
        while position < len(self.tokens) and self.tokens[position].start < self.first_length:
            at_start = position in (0, first)
            hit, length = self._hit(position, at_start=at_start)
            if hit is not None and (at_start or self._stands_off(position, hit, after_label=bool(found))):
                found.append(hit)
                position += max(length, 1)
                if len(hit.strips) > 1:
                    break
            else:
                position += 1
        return found

    def _stands_off(self, position: int, hit: Hit, *, after_label: bool) -> bool:
        """Whether a label inside the line is one: marked by a colon in a line of labels, or by a gap before it."""
        start = self.tokens[position].start
        if self.printed.gap_before(start):
            return True
        if start and not _LATIN.search(self.text[:start]) and _IDEOGRAPH.search(self.text[:start]):
            return hit.strength == "colon"  # the translation of a label in Chinese
        before = self.text[start - 1 : start]
        parted = before in " \t(/|,;，；" or bool(_IDEOGRAPH.match(self.text[start]))
        return hit.strength == "colon" and after_label and parted

    def _match(self, position: int, *, at_start: bool) -> Match | None:
        match = self.matcher.longest(self.tokens, position)
        while at_start and self._may_go_on(match, position) and self._extend():
            match = self.matcher.longest(self.tokens, position) or match
        if match is None and at_start and self._is_ocr():
            match = self._fuzzy(position)
        return match

    def _may_go_on(self, match: Match | None, position: int) -> bool:
        """Whether the label may go on in the next line: no colon ends it, and what stands here is no label yet."""
        if self.text.rstrip()[-1:] in ":：" or not self.matcher.may_continue(self.tokens[position:]):
            return False
        if match is None or match.length < len(self.tokens) - position:
            return True
        below = self.region.below(self.chain[-1])
        text = self.region.strips[below].printed.text if below is not None else ""
        return text[:1].islower() or text[:1] in "(（"

    def _is_ocr(self) -> bool:
        return any(word.origin is Origin.OCR for word in self.region.strips[self.chain[0]].line.words)

    def _fuzzy(self, position: int) -> Match | None:
        colon = re.search(r"[:：]", self.text[: self.first_length])
        end = colon.start() if colon else self.first_length
        return self.matcher.fuzzy([t for t in self.tokens[position:] if t.end <= end])

    def _hit(self, position: int, *, at_start: bool) -> tuple[Hit | None, int]:
        match = self._match(position, at_start=at_start)
        if match is None:
            return None, 0
        end = self._translations(match.key, self.tokens[position + match.length - 1].end)
        strength, stop = self._ending(match.key, end, at_start=at_start)
        if strength is None:
            return None, 0
        taken = [n for n in range(len(self.chain)) if n == 0 or self.ends[n] < stop]
        last = taken[-1]
        offset = self.ends[last] + (1 if last else 0)
        start = self.tokens[position].start
        hit = Hit(
            match.key,
            match.language,
            tuple(self.chain[n] for n in taken),
            start,
            max(0, stop - offset),
            strength,
            match.score,
            match.others,
        )
        return hit, sum(t.start < stop for t in self.tokens[position:])

    def _translations(self, key: str, end: int) -> int:
        """Past bracketed explanations and the same label in other languages."""
        while True:
            between = _BETWEEN.match(self.text, end)
            start = between.end() if between else end
            index = next((i for i, t in enumerate(self.tokens) if t.start >= start), None)
            match = (
                self.matcher.longest(self.tokens, index)
                if index is not None and self.tokens[index].start == start
                else None
            )
            if match is not None and index is not None and same_key(match.key, key):
                end = self.tokens[index + match.length - 1].end
                continue
            while _OPEN_BRACKET.match(self.text, end) and self._extend():
                pass  # the explanation in brackets goes on in the next line
            bracketed = _BRACKETED.match(self.text, end)
            if bracketed and (_COLON.match(self.text, bracketed.end()) or self._rest_is_nothing(bracketed.end())):
                end = bracketed.end()
                continue
            return end

    def _rest_is_nothing(self, end: int) -> bool:
        stop = next(e for e in self.ends[1:] if e >= end)
        return bool(_NOTHING.match(self.text[end:stop]))

    def _ending(self, key: str, end: int, *, at_start: bool) -> tuple[str | None, int]:
        colon = _COLON.match(self.text, end)
        if colon:
            further = self._translations(key, colon.end())
            second = _COLON.match(self.text, further) if further > colon.end() else None
            return "colon", second.end() if second else colon.end()
        second_word = _SECOND_WORD.match(self.text, end) if at_start else None
        second_word = second_word or (_COMMA.match(self.text, end) if key in _DATED else None)
        if second_word and second_word.end() <= self.first_length:
            return "colon", second_word.end()
        if self._rest_is_nothing(end):
            if _GOES_ON.match(self.text[: self.ends[1]]) and self.chain[0] > 0:
                return None, end  # a last word of the sentence above
            return "alone", next(e for e in self.ends[1:] if e >= end)
        value = next((t.start for t in self.tokens if t.start >= end), None)
        if value is not None and value < self.first_length and self.printed.gap_before(self._word_start(value)):
            return "gap", self._word_start(value)
        starts = _STARTS_VALUE.match(self.text, end)
        if at_start and starts and (starts.end() > end or _IDEOGRAPH.match(self.text[end - 1])):
            rest = self.text[starts.end() : self.first_length]
            return ("inline", starts.end()) if may_follow(key, rest) else (None, end)
        return None, end

    def _word_start(self, offset: int) -> int:
        return next((p.start for p in self.printed.places if p.start <= offset < p.end), offset)
