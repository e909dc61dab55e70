"""Papers of two deliveries → pairs of the same or the succeeding paper, what is gone and what is new.

The same bytes pair first, then the same kind and number, then the same kind and file name, then, of the same kind and
scheme, those that say most of the same things. What is alike in nothing but its kind pairs only when it is alone.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeAlias

from docverify.compare.values import keys_of
from docverify.facts.document import Document

ALIKE = ("models", "covered_models", "standards", "issuer", "product_name", "legal_acts", "languages")
LEAST_ALIKE = 0.25
Pair: TypeAlias = tuple[Document, Document]


@dataclass(slots=True)
class _Pairing:
    """Papers that have no counterpart yet, and the pairs that were made."""

    old: list[Document]
    new: list[Document]
    pairs: list[Pair] = field(default_factory=list)

    def join(self, old: Document, new: Document) -> None:
        """Make a pair of them."""
        self.old.remove(old)
        self.new.remove(new)
        self.pairs.append((old, new))

    def by(self, key: Callable[[Document], object]) -> None:
        """Pair those whose key is the same and not None, when it is so of one on each side only."""
        for old in list(self.old):
            wanted = key(old)
            if wanted is None or sum(key(other) == wanted for other in self.old) > 1:
                continue
            found = [new for new in self.new if key(new) == wanted]
            if len(found) == 1:
                self.join(old, found[0])


def paired(old: Iterable[Document], new: Iterable[Document]) -> tuple[list[Pair], list[Document], list[Document]]:
    """The pairs in the order of the new papers, the old papers without a counterpart, and the new ones."""
    pairing = _Pairing(list(old), list(new))
    for key in (_bytes, _numbered, _named):
        pairing.by(key)
    for before, after in _alike(pairing.old, pairing.new):
        if before in pairing.old and after in pairing.new:
            pairing.join(before, after)
    pairing.by(_alone)
    places = {document.id: number for number, document in enumerate(new)}
    pairing.pairs.sort(key=lambda pair: places[pair[1].id])
    return pairing.pairs, pairing.old, pairing.new


def _bytes(document: Document) -> object:
    return document.sha256, document.pages


def _numbered(document: Document) -> object:
    """Kind, scheme and number; None for a paper without a number."""
    numbers = frozenset(str(entry.value).casefold() for entry in document.values("document_number"))
    return (document.kind, document.scheme, numbers) if numbers else None


def _named(document: Document) -> object:
    return document.kind, PurePosixPath(document.path).name.casefold(), document.pages[0] == 1


def _alone(document: Document) -> object:
    return document.kind, document.scheme


def _alike(old: Sequence[Document], new: Sequence[Document]) -> Iterator[Pair]:
    """Pairs of one kind and scheme, those that are most alike first."""
    scored = [
        (score, number, before, after)
        for number, before in enumerate(old)
        for after in new
        if (before.kind, before.scheme) == (after.kind, after.scheme)
        and (score := _likeness(before, after)) >= LEAST_ALIKE
    ]
    scored.sort(key=lambda entry: (-entry[0], entry[1]))
    return ((before, after) for _, _, before, after in scored)


def _likeness(old: Document, new: Document) -> float:
    """The share of what either says that both say."""
    first = {(name, key) for name in ALIKE for key in keys_of(old, name)}
    second = {(name, key) for name in ALIKE for key in keys_of(new, name)}
    return len(first & second) / len(first | second) if first | second else 0.0
