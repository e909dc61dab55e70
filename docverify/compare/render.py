"""A comparison → text for a terminal, or plain JSON (schema `docverify/comparison/1`)."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from textwrap import wrap
from typing import Any

from docverify import __version__
from docverify.compare.change import Change, Comparison, PagePair, PaperPair
from docverify.facts.evidence import printable
from docverify.facts.finding import Severity

SCHEMA = "docverify/comparison/1"
MOST_PLACES = 3


def comparison_to_json(comparison: Comparison, *, old: str, new: str) -> dict[str, Any]:
    """The comparison as plain JSON data; every paper with its pages beside those of its counterpart."""
    return {
        "schema": SCHEMA,
        "tool": {"name": "docverify", "version": __version__},
        "old": old,
        "new": new,
        "changes": [_change_to_json(change) for change in comparison.changes],
        "papers": [asdict(paper) for paper in comparison.papers],
    }


def _change_to_json(change: Change) -> dict[str, Any]:
    plain = asdict(change)
    return plain | {"rule": change.rule.value, "severity": change.severity.value}


def render(comparison: Comparison, *, old: str, new: str, width: int = 100) -> str:
    """The changes, the worst first, then the papers page against page."""
    order = sorted(comparison.changes, key=_weight)
    head = f"{printable(old)} → {printable(new)}: {_count(order)}"
    parts = ["\n".join(wrap(head, width)), *(_change_block(change, width) for change in order)]
    papers = [block for paper in comparison.papers if (block := _paper_block(paper, width))]
    if papers:
        parts.append("\n".join(["Page against page", "-----------------", *papers]))
    return "\n\n".join(parts) + "\n"


def _weight(change: Change) -> int:
    return -change.severity.weight


def _count(changes: Sequence[Change]) -> str:
    if not changes:
        return "nothing changed"
    tally = ", ".join(f"{n} {word.value}" for word in Severity if (n := sum(c.severity is word for c in changes)))
    return f"{len(changes)} change{'s' if len(changes) > 1 else ''} ({tally})"


def _change_block(change: Change, width: int) -> str:
    marks = "".join([" quiet" if change.quiet else "", "" if change.decided else " unsure"])
    lines = [f"{change.severity.value}{marks} [{change.rule.value}]", *_indented(change.message, width)]
    lines += [*_indented(f"old: {change.old}", width), *_indented(f"new: {change.new}", width)]
    for place in change.before[:MOST_PLACES]:
        lines += _indented(f"old: {place.path} p. {place.page}: “{place.quote[:120]}”", width)
    for quote in change.evidence[:MOST_PLACES]:
        lines += _indented(f"new: {change.paper} p. {quote.page}: “{quote.quote[:120]}”", width)
    return "\n".join(lines)


def _indented(text: str, width: int) -> list[str]:
    return wrap(printable(text), width, initial_indent="    ", subsequent_indent="    ")


def _paper_block(paper: PaperPair, width: int) -> str:
    """One line for a paper whose pages can be held against one another; nothing for the same file."""
    if paper.same_file or not paper.pages:
        return ""
    name = printable(f"{paper.old} → {paper.new}" if paper.old != paper.new else str(paper.new))
    return "\n".join(wrap(f"{name}: {'; '.join(_ranges(paper.pages))}", width, subsequent_indent="    "))


def _ranges(pages: Sequence[PagePair]) -> Iterator[str]:
    """`p. 1–3 same; p. 4 changed; p. 5 new`: neighbours that share their fate stand together."""
    start = 0
    for end in range(1, len(pages) + 1):
        if end == len(pages) or not _follows(pages[end - 1], pages[end]):
            yield _range(pages[start:end])
            start = end


def _follows(one: PagePair, other: PagePair) -> bool:
    """Whether the second pair is the next page with the same fate."""
    if (
        one.same is not other.same
        or (one.old is None) != (other.old is None)
        or (one.new is None) != (other.new is None)
    ):
        return False
    next_old = one.old is None or other.old == one.old + 1
    return next_old and (one.new is None or other.new == one.new + 1)


def _range(pages: Sequence[PagePair]) -> str:
    first, last = pages[0], pages[-1]
    old, new = _span(first.old, last.old), _span(first.new, last.new)
    if first.new is None:
        return f"p. {old} gone"
    if first.old is None:
        return f"p. {new} new"
    fate = {True: "same", False: "changed", None: "not comparable (scan or unread)"}[first.same]
    return f"p. {old} {fate}" if old == new else f"p. {old} is p. {new} now, {fate}"


def _span(first: int | None, last: int | None) -> str:
    return f"{first}" if first == last else f"{first}–{last}"
