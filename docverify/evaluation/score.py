"""Labelled and read documents to counts: a value is right when the value AND a page on which it stands agree.

Numbers, dates, acts and standards are compared as JSON; text after whitespace normalisation (strict) or without case,
punctuation and blanks (soft). A line break inside an address counts as the comma that stands there on one line.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from docverify.document_json import fields_json
from docverify.evaluation.labels import Expected, Labelled, LabelledFile
from docverify.facts.document import FIELDS, Document

TYPES = {entry.name: entry.type for entry in FIELDS}
TEXT_TYPES = frozenset({"text", "model", "version"})


@dataclass(frozen=True, slots=True)
class Read:
    """One value as read: its JSON, every page it was read on, its confidence and its proof."""

    value: Any
    pages: frozenset[int]
    confidence: float
    quote: str
    origin: str
    boxes: Mapping[int, tuple[tuple[float, float, float, float], ...]] = field(default_factory=dict, hash=False)


@dataclass(slots=True)
class Tally:
    """Right, wrong and missed values; `precision`, `recall` and `f1` are 1.0 when there was nothing to find."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, other: "Tally") -> None:
        """Counts the other in."""
        self.right += other.right
        self.wrong += other.wrong
        self.missed += other.missed

    @property
    def support(self) -> int:
        """How many values were labelled."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """The share of the values read that are right."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """The share of the labelled values that were read."""
        return self.right / self.support if self.support else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / total if total else 1.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """A value read wrongly, missed, or right on the wrong page; `kind_of` is wrong, missed or page."""

    file: str
    field: str
    kind_of: str
    expected: Any
    found: Any
    page: int
    confidence: float = 0.0


@dataclass(frozen=True)
class DocumentScore:
    """How one labelled document was read."""

    file: LabelledFile
    expected: Expected
    kind_right: bool
    scheme_right: bool
    pages_right: bool
    found_kind: str
    strict: Mapping[str, Tally]
    soft: Mapping[str, Tally]
    mistakes: tuple[Mistake, ...]
    judged: tuple[tuple[float, bool], ...]  # (confidence, right) of every value read of a labelled field

    @property
    def exact(self) -> bool:
        """Everything right: kind, scheme, pages and every labelled field, nothing too much."""
        return (
            self.kind_right
            and self.scheme_right
            and self.pages_right
            and not any(tally.wrong or tally.missed for tally in self.strict.values())
        )


def score_file(
    file: LabelledFile, documents: Sequence[Document], *, statements: frozenset[str] = frozenset()
) -> list[DocumentScore]:
    """One score for each labelled document of the file; `documents` are those read from it, none when refused.

    Of the statements found only those in `statements` count: readers know more ids than anybody labelled.
    """
    shares: dict[int, list[Document]] = {index: [] for index in range(len(file.documents))}
    for document in documents:
        best = max(shares, key=lambda index: _overlap(file.documents[index].pages, document.pages))
        shares[best].append(document)
    return [_score(file, expected, shares[index], statements) for index, expected in enumerate(file.documents)]


def _overlap(first: tuple[int, int], second: tuple[int, int]) -> int:
    return max(0, min(first[1], second[1]) - max(first[0], second[0]) + 1)


def _score(
    file: LabelledFile, expected: Expected, documents: Sequence[Document], statements: frozenset[str]
) -> DocumentScore:
    main = max(documents, key=lambda d: _overlap(expected.pages, d.pages), default=None)
    strict: dict[str, Tally] = {}
    soft: dict[str, Tally] = {}
    mistakes: list[Mistake] = []
    judged: list[tuple[float, bool]] = []
    for name in sorted(expected.labelled()):
        labelled = expected.fields.get(name, ())
        read = read_values(name, documents)
        if name == "statements":
            read = [item for item in read if item.value in statements]
        if name in expected.labelled_on:
            read = [item for item in read if item.pages & expected.labelled_on[name]]
        if not labelled and not read:
            continue
        strict[name], field_mistakes, field_judged = _compare(file.name, name, labelled, read)
        soft[name] = _soft(name, labelled, read)
        mistakes += field_mistakes
        judged += field_judged
    return DocumentScore(
        file=file,
        expected=expected,
        kind_right=main is not None and main.kind.value == expected.kind,
        scheme_right=main is not None and main.kind.value == expected.kind and main.scheme == expected.scheme,
        pages_right=main is not None and main.pages == expected.pages and len(documents) == 1,
        found_kind=f"{main.kind.value}/{main.scheme or '-'}" if main else "refused",
        strict=strict,
        soft=soft,
        mistakes=tuple(mistakes),
        judged=tuple(judged),
    )


def read_values(name: str, documents: Iterable[Document]) -> list[Read]:
    """The distinct values of the field over the documents, pages of equal values joined."""
    found: dict[str, Read] = {}
    for document in documents:
        if not document.values(name):
            continue
        for entry, reading in zip(fields_json(document)[name], document.values(name), strict=True):
            boxes: dict[int, tuple[tuple[float, float, float, float], ...]] = {}
            for item in reading.evidence:
                boxes[item.page] = (*boxes.get(item.page, ()), item.box)
            pages = set(boxes) | ({entry["page"]} if entry["page"] else set())
            key = strict_key(name, entry["value"])
            known = found.get(key)
            found[key] = Read(
                value=entry["value"],
                pages=frozenset(pages) | (known.pages if known else frozenset()),
                confidence=max(entry["confidence"], known.confidence if known else 0.0),
                quote=entry["quote"],
                origin=entry["origin"],
                boxes=boxes,
            )
    return list(found.values())


def _compare(
    file: str, name: str, labelled: Sequence[Labelled], read: Sequence[Read]
) -> tuple[Tally, list[Mistake], list[tuple[float, bool]]]:
    tally, mistakes, judged = Tally(), [], []
    open_values = {strict_key(name, entry.value): entry for entry in labelled}
    for item in read:
        entry = open_values.get(strict_key(name, item.value))
        right = entry is not None and bool(entry.pages & item.pages)
        judged.append((item.confidence, right))
        if right:
            tally.right += 1
            del open_values[strict_key(name, item.value)]
            continue
        tally.wrong += 1
        page = min(item.pages, default=0)
        kind = "page" if entry else "wrong"
        mistakes.append(Mistake(file, name, kind, entry.value if entry else None, item.value, page, item.confidence))
    tally.missed = len(open_values)
    for entry in open_values.values():
        mistakes.append(Mistake(file, name, "missed", entry.value, None, entry.page))
    return tally, mistakes, judged


def _soft(name: str, labelled: Sequence[Labelled], read: Sequence[Read]) -> Tally:
    tally = Tally()
    open_values = {soft_key(name, entry.value): entry for entry in labelled}
    for item in read:
        entry = open_values.pop(soft_key(name, item.value), None)
        if entry is not None and entry.pages & item.pages:
            tally.right += 1
        else:
            tally.wrong += 1
            tally.missed += entry is not None
    tally.missed += len(open_values)
    return tally


def strict_key(name: str, value: Any) -> str:
    """What must be equal for two values of the field to be the same."""
    if isinstance(value, str):
        text = re.sub(r"\s+", " ", unicodedata.normalize("NFC", value)).strip()
        return re.sub(r"\s*,\s*|\s+", " ", text).strip() if name.endswith("_address") else text
    return _json(value)


def soft_key(name: str, value: Any) -> str:
    """The same without case, punctuation and blanks, for text; numbers, dates, acts and standards stay strict."""
    if isinstance(value, str) and TYPES.get(name) in TEXT_TYPES:
        return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", value).casefold())
    return strict_key(name, value)


def _json(value: Any) -> str:
    match value:
        case bool():
            return str(value)
        case int() | float():
            return f"{float(value):g}"
        case list() | tuple():
            return "[" + ",".join(_json(item) for item in value) + "]"
        case dict():
            return "{" + ",".join(f"{key}:{_json(value[key])}" for key in sorted(value) if key != "draft") + "}"
        case str():
            return re.sub(r"\s+", " ", value).strip()
        case _:
            return str(value)
