"""Printed words as searchable text that still knows the place of every character.

A value is found in `Printed.text` by offsets and becomes a `Found` whose quote is exactly those characters and whose
boxes are the words they belong to, one box per printed line. A value without a box is refused.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from docverify.facts.evidence import Box, Evidence, Found, Origin
from docverify.reading.page import Line, Word, union

T = TypeVar("T")
_EDGE = re.compile(r"[\s:：;,.|_=–—-]*")
_LONG_GAP = 1.0  # of the word's height: more than a space, so another column or cell
_UNUSUAL = 1.8  # times the usual gap of the line: letters of one width have wide spaces everywhere


@dataclass(frozen=True, slots=True)
class Place:
    """One word with the span of the text it stands for, its page and the printed line it is in."""

    start: int
    end: int
    word: Word
    page: int
    line: int


@dataclass(frozen=True, slots=True)
class Printed:
    """Text made of printed words: spaces between words, newlines between printed lines."""

    text: str
    places: tuple[Place, ...]
    score: float = 1.0
    origin: Origin | None = None

    def __bool__(self) -> bool:
        """Whether anything is printed."""
        return bool(self.text.strip())

    @property
    def page(self) -> int:
        """The page of the first word."""
        return self.places[0].page

    @property
    def box(self) -> Box:
        """The box around the words of the first page."""
        return union([place.word.box for place in self.places if place.page == self.page])

    def part(self, start: int, end: int | None = None) -> "Printed":
        """The characters from `start` to `end` with their words."""
        stop = len(self.text) if end is None else end
        places = tuple(
            replace(place, start=max(place.start, start) - start, end=min(place.end, stop) - start)
            for place in self.places
            if max(place.start, start) < min(place.end, stop)
        )
        return replace(self, text=self.text[start:stop], places=places)

    def trimmed(self) -> "Printed":
        """Without the separators at both ends."""
        start = _first_end(self.text)
        end = max(start, _last_start(self.text))
        return self.part(start, end)

    def lines(self) -> tuple["Printed", ...]:
        """The printed lines, one by one."""
        spans = [match.span() for match in re.finditer(r"[^\n]+", self.text)]
        return tuple(self.part(start, end) for start, end in spans)

    def split(self, pattern: re.Pattern[str]) -> tuple["Printed", ...]:
        """The trimmed parts between the matches of the pattern, empty ones left out."""
        edges = [0]
        for match in pattern.finditer(self.text):
            edges += match.span()
        edges.append(len(self.text))
        parts = (self.part(start, end).trimmed() for start, end in zip(edges[::2], edges[1::2], strict=True))
        return tuple(part for part in parts if part)

    def boxes(self, start: int, end: int) -> tuple[tuple[int, Box], ...]:
        """Page and box of every printed line that the span touches, in reading order."""
        rows: dict[tuple[int, int], list[Box]] = {}
        for place in self.places:
            if place.start < end and place.end > start:
                rows.setdefault((place.page, place.line), []).append(place.word.box)
        return tuple((page, union(boxes)) for (page, _), boxes in rows.items())

    def confidence(self, start: int, end: int) -> float:
        """How sure the reading of the words is: the label's fit times the mean word confidence."""
        words = [place.word.confidence for place in self.places if place.start < end and place.end > start]
        return self.score * (sum(words) / len(words) if words else 0.0)

    def gap_before(self, offset: int) -> bool:
        """Whether the word that begins at `offset` stands off from the word before it by more than a space."""
        gaps = [b.word.box[0] - a.word.box[2] for a, b in zip(self.places, self.places[1:], strict=False)]
        for number, place in enumerate(self.places[1:]):
            if place.start >= offset:
                others = sorted(gaps[:number] + gaps[number + 1 :])
                usual = others[len(others) // 2] if others else 0.0
                before = self.places[number].word.box
                return gaps[number] > max(_LONG_GAP * (before[3] - before[1]), _UNUSUAL * usual, 1.0)
        return False


def _first_end(text: str) -> int:
    match = _EDGE.match(text)
    return match.end() if match else 0


def _last_start(text: str) -> int:
    return len(re.sub(r"[\s:：;,|_=–—-]+$", "", text))


def printed_lines(lines: Iterable[tuple[int, Line]], *, origin: Origin | None = None) -> Printed:
    """The lines (with their page) as one text, newline between lines."""
    text: list[str] = []
    places: list[Place] = []
    offset = 0
    for number, (page, line) in enumerate(lines):
        if number:
            text.append("\n")
            offset += 1
        for position, word in enumerate(line.words):
            if position:
                text.append(" ")
                offset += 1
            places.append(Place(offset, offset + len(word.text), word, page, number))
            text.append(word.text)
            offset += len(word.text)
    return Printed("".join(text), tuple(places), origin=origin)


def joined(parts: Iterable[Printed], separator: str = "\n") -> Printed:
    """The parts one after the other, `separator` between them; the worst score and the first origin hold."""
    text: list[str] = []
    places: list[Place] = []
    offset = line = 0
    kept = [part for part in parts if part.places]
    for number, part in enumerate(kept):
        if number:
            text.append(separator)
            offset += len(separator)
        places += [replace(p, start=p.start + offset, end=p.end + offset, line=p.line + line) for p in part.places]
        text.append(part.text)
        offset += len(part.text)
        line += max(p.line for p in part.places) + 1
    score = min((part.score for part in kept), default=1.0)
    return Printed("".join(text), tuple(places), score, kept[0].origin if kept else None)


def found(
    sha256: str,
    printed: Printed,
    value: T,
    *,
    span: tuple[int, int] | None = None,
    confidence: float = 1.0,
    details: Mapping[str, Any] | None = None,
) -> Found[T] | None:
    """The value with the printed words it was read from, or None when no word stands behind it."""
    start, end = span or (0, len(printed.text))
    end = min(end, len(printed.text))
    while start < end and printed.text[start].isspace():
        start += 1
    while end > start and printed.text[end - 1].isspace():
        end -= 1
    boxes = printed.boxes(start, end)
    if not boxes:
        return None
    page = boxes[0][0]
    quote = printed.text[start:end]
    words = [place.word for place in printed.places if place.start < end and place.end > start]
    read_by_ocr = any(word.origin is Origin.OCR for word in words)
    origin = Origin.OCR if read_by_ocr else printed.origin or words[0].origin
    sure = max(0.0, min(1.0, confidence * printed.confidence(start, end)))
    evidence = tuple(Evidence(sha256, number, box) for number, box in boxes)
    if any(number != page for number, _ in boxes):  # goes on on the next page: the quote stays with the first
        last = max(p.end for p in printed.places if p.page == page and p.start < end)
        quote = printed.text[start : min(end, last)]
    return Found(value, quote, evidence, origin, round(sure, 4), dict(details or {}))


def kept(values: Iterable[Found[T] | None]) -> tuple[Found[T], ...]:
    """The values that were found, each meaning once (the surest reading of it), in reading order."""
    chosen: dict[str, Found[T]] = {}
    for value in values:
        if value is None:
            continue
        key = repr((value.value, sorted(value.details.items(), key=repr)))
        if key not in chosen or chosen[key].confidence < value.confidence:
            chosen[key] = value
    return tuple(chosen.values())
