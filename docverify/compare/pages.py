"""The page prints of two papers → page beside page: the same, changed, moved, gone or new."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from docverify.compare.change import PagePair
from docverify.extraction.page_prints import MARK, SCAN
from docverify.facts.document import Document

DIGITS = 4  # of each word in the sketch of a scanned page
MOSTLY = 0.55  # share of a sketch that two scans of one page have in common; of two pages of one report, a third


def prints(document: Document) -> tuple[str, ...]:
    """The prints of the paper's pages; empty when it was read by a version that made none."""
    found = document.marks.get(MARK, ())
    return tuple(map(str, found)) if isinstance(found, list | tuple) else ()


def page_pairs(old: Document, new: Document) -> tuple[PagePair, ...]:
    """Every page of both papers once, in the order of the new paper, pages that are gone where they were."""
    first, second = prints(old), prints(new)
    if not first or not second:
        return ()
    aligned = _rejoined(list(_aligned(first, second)), first, second)
    return tuple(_numbered(aligned, first, second, old.pages[0], new.pages[0]))


def _aligned(first: Sequence[str], second: Sequence[str]) -> Iterator[tuple[int | None, int | None]]:
    """Places in both, beside one another: first what has not changed, then what stands between, page for page."""
    stand_in = [_like(mark, second) for mark in first]
    matcher = SequenceMatcher(None, stand_in, list(second), autojunk=False)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        olds, news = range(old_from, old_to), range(new_from, new_to)
        if tag in ("equal", "replace"):
            yield from zip(olds, news, strict=False)
        both = min(len(olds), len(news)) if tag == "replace" else (len(olds) if tag == "equal" else 0)
        yield from ((place, None) for place in olds[both:])
        yield from ((None, place) for place in news[both:])


def _rejoined(
    pairs: Sequence[tuple[int | None, int | None]], first: Sequence[str], second: Sequence[str]
) -> Iterator[tuple[int | None, int | None]]:
    """The pairs, a page that is gone from one place and new at another as one page that stands elsewhere."""
    gone = [old for old, new in pairs if old is not None and new is None]
    moved_here: dict[int, int] = {}
    for place in (new for old, new in pairs if old is None and new is not None):
        origin = next((old for old in gone if same_page(first[old], second[place])), None)
        if origin is not None:
            gone.remove(origin)
            moved_here[place] = origin
    for old, new in pairs:
        if old is None and new is not None:
            yield moved_here.get(new), new
        elif new is not None or old in gone:
            yield old, new


def _like(mark: str, others: Sequence[str]) -> str:
    """The print of the other paper's page that is the same page, for scans; else the print itself."""
    if not mark.startswith(SCAN):
        return mark
    return next((other for other in others if same_page(mark, other)), mark)


def _numbered(
    pairs: Iterable[tuple[int | None, int | None]], first: Sequence[str], second: Sequence[str], low: int, high: int
) -> Iterator[PagePair]:
    for old, new in pairs:
        same = None if old is None or new is None else same_page(first[old], second[new])
        one_sided = old is None or new is None
        yield PagePair(
            None if old is None else old + low, None if new is None else new + high, False if one_sided else same
        )


def same_page(one: str, other: str) -> bool | None:
    """Whether the prints are of the same page; None when that cannot be told."""
    if not one or not other or one.startswith(SCAN) != other.startswith(SCAN):
        return None
    if not one.startswith(SCAN):
        return one == other
    return True if one == other else _shared(one, other) >= MOSTLY


def _shared(one: str, other: str) -> float:
    first, second = _words(one), _words(other)
    return len(first & second) / max(1, min(len(first), len(second)))


def _words(mark: str) -> set[str]:
    digits = mark.removeprefix(SCAN)
    return {digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS)}


def moved(old: Document, new: Document) -> list[tuple[int, int]]:
    """Pages that are the same but stand elsewhere, when the new paper holds exactly the old pages in another order."""
    first, second = prints(old), prints(new)
    if first == second or sorted(first) != sorted(second) or len(set(first)) != len(first):
        return []
    return [
        (place + old.pages[0], second.index(mark) + new.pages[0])
        for place, mark in enumerate(first)
        if second.index(mark) != place
    ]
