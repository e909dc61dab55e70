"""The pages of one section as extractors look things up in them: by label, as text, as evidence.

Candidates are the printed words that stand where a label says a value stands; extractors decide what they mean. It
refuses to guess past an empty cell (blank is blank) and to give out a value without a box.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from docverify.extraction.candidate import Candidate
from docverify.extraction.candidates import candidates_of, label_printed
from docverify.extraction.dates import day_first_evidence
from docverify.extraction.labels import LabelMatcher, matcher, words_of
from docverify.extraction.layout import by_language, hits_of, regions_of
from docverify.extraction.printed import Printed, found, printed_lines
from docverify.extraction.upright import displayed, turn_of, upright
from docverify.facts.evidence import Found, Origin
from docverify.reading.page import Page, ReadDocument

__all__ = ["Candidate", "Passage"]

T = TypeVar("T")
_EDGE_PAGES = 4  # of a long document, at each end: read whatever they hold
_LONG = 12
_MONTH_FIRST = frozenset({"nrtl_listing"})


@dataclass(frozen=True)
class Passage:
    """The pages of one section, with everything extractors look things up by; worked out when asked for."""

    pages: tuple[Page, ...]
    sha256: str
    scheme: str | None = None
    structure: Mapping[str, Any] = field(default_factory=dict)
    labels: LabelMatcher = field(default_factory=matcher, repr=False)
    turns: Mapping[int, tuple[Page, str]] = field(default_factory=dict)
    sparing: bool = False  # pages are laid out only where the words of a label are in their text
    _seen: dict[int, tuple[Candidate, ...]] = field(default_factory=dict, repr=False)
    _label_words: dict[int, tuple[tuple[str, Printed], ...]] = field(default_factory=dict, repr=False)
    _printed: dict[int, Printed] = field(default_factory=dict, repr=False)
    _words: dict[int, frozenset[str]] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, document: ReadDocument, pages: tuple[int, int], *, scheme: str | None = None) -> "Passage":
        """The passage of those pages (inclusive) of the document."""
        own = tuple(page for page in document.pages if pages[0] <= page.number <= pages[1])
        turns = {page.number: (page, turn) for page in own if (turn := turn_of(page))}
        standing = tuple(upright(page, turns[page.number][1]) if page.number in turns else page for page in own)
        return cls(standing, document.source.sha256, scheme, document.structure, turns=turns)

    @cached_property
    def day_first(self) -> bool | None:
        """Whether the section prints the day before the month, by its own dates; None when they do not say.

        Grants of the FCC print the month first, and listings of American laboratories do unless they show otherwise.
        """
        if self.scheme == "fcc_grant":
            return False
        edge = (*self.pages[:_EDGE_PAGES], *self.pages[-2:]) if len(self.pages) > _LONG else self.pages
        evidence = day_first_evidence(page.text for page in edge)
        return False if evidence is None and self.scheme in _MONTH_FIRST else evidence

    @cached_property
    def text(self) -> str:
        """The plain text of all pages."""
        return "\n".join(page.text for page in self.pages)

    def page(self, number: int) -> Page:
        """The page with that number in the file."""
        return next(page for page in self.pages if page.number == number)

    def printed(self, page: Page) -> Printed:
        """The whole page as searchable text in reading order."""
        if page.number not in self._printed:
            self._printed[page.number] = printed_lines([(page.number, line) for line in page.lines])
        return self._printed[page.number]

    def candidates(self, *keys: str, pages: Sequence[Page] | None = None) -> tuple[Candidate, ...]:
        """What stands beside or under any label of the keys, in reading order."""
        wanted = set(keys)
        looked_at = self.pages_with(keys) if pages is None else pages
        return tuple(c for page in looked_at for c in self._on(page) if c.key in wanted)

    def first(self, *keys: str) -> Candidate | None:
        """The surest candidate of the first key that has any, earliest page first."""
        for key in keys:
            every = self.candidates(key)
            if every:
                return every[0]
        return None

    def label_words(self, *keys: str) -> tuple[Printed, ...]:
        """The printed labels of the keys themselves, whether a value stands there or not, in reading order."""
        for page in self.pages_with(keys):
            self._on(page)
        return tuple(
            words for page in self.pages_with(keys) for key, words in self._label_words[page.number] if key in keys
        )

    def pages_with(self, keys: Sequence[str]) -> tuple[Page, ...]:
        """The pages worth looking at: all of a short document; of a long one both ends and where a label is."""
        wanted = frozenset(keys)
        if self.sparing:
            return tuple(p for p in self.pages if p.origin is not Origin.TEXT or self._may_hold(p, wanted))
        if len(self.pages) <= _LONG:
            return self.pages
        edge = {page.number for page in (*self.pages[:_EDGE_PAGES], *self.pages[-2:])}
        return tuple(p for p in self.pages if p.number in edge or self._may_hold(p, wanted))

    def _may_hold(self, page: Page, keys: frozenset[str]) -> bool:
        """Whether the page may hold a label of the keys, by the words of its text."""
        return self.labels.may_stand_on(self._words_of(page), keys)

    def _words_of(self, page: Page) -> frozenset[str]:
        """The page's tokens, each once."""
        if page.number not in self._words:
            self._words[page.number] = words_of(page.text)
        return self._words[page.number]

    def found(
        self,
        printed: Printed,
        value: T,
        *,
        span: tuple[int, int] | None = None,
        confidence: float = 1.0,
        details: Mapping[str, Any] | None = None,
    ) -> Found[T] | None:
        """The value as read from those words (from `span` of them), or None when no word stands behind it."""
        reading = found(self.sha256, printed, value, span=span, confidence=confidence, details=details)
        if reading is None or not any(item.page in self.turns for item in reading.evidence):
            return reading
        boxes = (
            displayed(item.box, *self.turns[item.page]) if item.page in self.turns else item.box
            for item in reading.evidence
        )
        return replace(
            reading, evidence=tuple(replace(item, box=box) for item, box in zip(reading.evidence, boxes, strict=True))
        )

    def _on(self, page: Page) -> tuple[Candidate, ...]:
        if page.number not in self._seen:
            regions = regions_of(page, page.tables)
            hits = by_language({id(region): hits_of(region, self.labels) for region in regions})
            self._seen[page.number] = tuple(
                sorted((c for c in candidates_of(regions, hits) if c.value.places), key=_position)
            )
            words = ((hit.key, label_printed(region, hit)) for region in regions for hit in hits[id(region)])
            self._label_words[page.number] = tuple(words)
        return self._seen[page.number]


def _position(candidate: Candidate) -> tuple[float, float]:
    box = candidate.value.box
    return (round(box[1]), box[0])
