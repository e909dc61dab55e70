"""A paper and its successor → what changed between them, each change once, quiet changes as blockers.

A new number, date or revision says openly that it is another issue: one change tells that, with the dates and
signatures that come along; what it says of the product is told apart. A paper that keeps its number and date but says
something else, or has another page, is a quiet change; one that has neither number nor date is changed, no more. Pages
are told only where no changed value and no new issue explains them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from docverify.compare.change import Change, PagePair, Rule
from docverify.compare.groups import Group, groups
from docverify.compare.pages import moved, page_pairs
from docverify.compare.values import earlier, keys_of, misread, now, paper_key, part_shown, shown, trusted, unread
from docverify.document_json import value_to_json
from docverify.facts.document import Document, DocumentKind
from docverify.facts.evidence import Found
from docverify.facts.finding import Severity

Entries = Sequence[Found[Any]]
NOTHING = "nothing"


def paper_changes(old: Document, new: Document) -> Iterator[Change]:
    """Every change between the two; none when they are the same file, or say the same on the same pages."""
    if (old.sha256, old.pages) == (new.sha256, new.pages):
        return
    table = groups()
    identity = [name for name in table.identity if _differs(old, new, name)]
    quiet = not identity and any(old.values(name) and new.values(name) for name in table.identity)
    found = [*_values(old, new, table.groups, quiet=quiet), *_components(old, new, quiet=quiet)]
    if identity:
        yield _issue(old, new, identity, table.follows)
    else:
        found += _values(old, new, [_own(name) for name in table.follows], quiet=quiet)
    yield from found
    yield from _pages(old, new, found, quiet=quiet, openly=bool(identity))


def _own(name: str) -> Group:
    return Group(name.replace("_", " "), Rule.VALUE, Severity.MINOR, (name,))


def _differs(old: Document, new: Document, name: str) -> bool:
    """Whether both papers say it, each something else; silence of one of them is no new issue."""
    first, second = keys_of(old, name), keys_of(new, name)
    return bool(first and second) and not set(first) & set(second)


def _issue(old: Document, new: Document, identity: Sequence[str], follows: Sequence[str]) -> Change:
    """That the paper is another issue now."""
    other_number = "document_number" in identity
    rule = Rule.PAPER_REPLACED if other_number else Rule.PAPER_REVISED
    named = [*identity, *(name for name in follows if _differs(old, new, name) and name != "languages")]
    word = "replaced" if other_number else "revised"
    told = "; ".join(_from_to(old, new, name) for name in named)
    first, second = _entries(old, identity), _entries(new, identity)
    return Change(
        rule=rule,
        severity=Severity.MINOR,
        paper=new.name,
        key=f"{paper_key(old)}|issue",
        what="manual" if old.kind is DocumentKind.MANUAL else "paper",
        old=_said(first),
        new=_said(second),
        message=f"{_called(old, new)} was {word}: {told}{_places(first, second)}",
        document=new.id,
        decided=trusted([*first, *second]),
        before=earlier(old, first),
        evidence=now(new, second),
    )


def _called(old: Document, new: Document) -> str:
    """The paper by its name, and by its former one where that was another."""
    return new.name if old.name == new.name else f"{new.name} (was {old.name})"


def _from_to(old: Document, new: Document, name: str) -> str:
    word = name.replace("_", " ")
    return f"{word} {_said(old.values(name))} → {_said(new.values(name))}"


def _said(entries: Iterable[Found[Any]]) -> str:
    return ", ".join(dict.fromkeys(shown(entry) for entry in entries)) or NOTHING


def _entries(document: Document, names: Iterable[str]) -> list[Found[Any]]:
    return [entry for name in names for entry in document.values(name)]


def _places(first: Entries, second: Entries) -> str:
    """`(p. 2, now p. 3)`: where it stood and where it stands."""
    was, now_on = _pages_of(first), _pages_of(second)
    if not was and not now_on:
        return "."
    return f" ({was or 'not there'} before, {now_on or 'not there'} now)."


def _pages_of(entries: Entries) -> str:
    numbers = sorted({entry.evidence[0].page for entry in entries if entry.evidence})
    return f"p. {', '.join(map(str, numbers))}" if numbers else ""


def _values(old: Document, new: Document, table: Iterable[Group], *, quiet: bool) -> list[Change]:
    return [change for group in table if (change := _group(old, new, group, quiet=quiet))]


def _group(old: Document, new: Document, group: Group, *, quiet: bool) -> Change | None:
    """What the two papers say differently in the fields of the group; None when nothing."""
    gone, added = [], []
    for name in group.fields:
        first, second = keys_of(old, name), keys_of(new, name)
        gone += [entry for key, entry in first.items() if key not in second]
        added += [entry for key, entry in second.items() if key not in first]
    gone, added = _without(gone, old, new), _without(added, new, old)
    if not gone and not added:
        return None
    return _change(old, new, group, gone, added, quiet=quiet)


def _without(entries: Entries, here: Document, there: Document) -> list[Found[Any]]:
    """The entries but those that belong to a model of this paper only: they go, or come, with the model."""
    models, others = _models(here), _models(there)
    own = models - others if others else frozenset()
    return [entry for entry in entries if str(entry.details.get("model", "")).casefold() not in own]


def _models(document: Document) -> frozenset[str]:
    return frozenset(str(value_to_json(entry.value)).casefold() for entry in document.values("models"))


def _change(old: Document, new: Document, group: Group, gone: Entries, added: Entries, *, quiet: bool) -> Change:
    unseen = unread(old, new) and not (gone and added)
    return Change(
        rule=group.rule,
        severity=Severity.BLOCKER if quiet else group.severity,
        paper=new.name,
        key=f"{paper_key(new)}|{group.name}",
        what=group.name,
        old=_said(gone),
        new=_said(added),
        message=_sentence(old, new, group, gone, added, quiet=quiet),
        document=new.id,
        quiet=quiet,
        decided=trusted([*gone, *added]) and not unseen and not misread(gone, added),
        before=earlier(old, gone),
        evidence=now(new, added),
    )


def _sentence(old: Document, new: Document, group: Group, gone: Entries, added: Entries, *, quiet: bool) -> str:
    if gone and added:
        told = f"{group.name}: {_said(gone)} → {_said(added)}"
    elif gone:
        told = f"{group.name}: {_said(gone)} is no longer there"
    else:
        told = f"{group.name}: {_said(added)} is new"
    return f"{_called(old, new)}{_quietly(quiet=quiet)}: {told}{_places(gone, added)}"


def _quietly(*, quiet: bool) -> str:
    return " kept its number and date but says something else" if quiet else " changed"


def _components(old: Document, new: Document, *, quiet: bool) -> list[Change]:
    """A change for every component that is another one now, gone or new."""
    first, second = keys_of(old, "components"), keys_of(new, "components")
    gone = _by_name([entry for key, entry in first.items() if key not in second])
    added = _by_name([entry for key, entry in second.items() if key not in first])
    group = Group("component", Rule.COMPONENT, Severity.MAJOR, ("components",))
    found = []
    for name in [*gone, *(name for name in added if name not in gone)]:
        before, after = gone.get(name, []), added.get(name, [])
        one = Group(name, group.rule, group.severity, group.fields)
        change = _change(old, new, one, before, after, quiet=quiet)
        old_part, new_part = (", ".join(map(part_shown, part)) or NOTHING for part in (before, after))
        told = f"component {old_part} → {new_part}{_places(before, after)}"
        message = f"{_called(old, new)}{_quietly(quiet=quiet)}: {told}"
        found.append(replace(change, old=old_part, new=new_part, message=message))
    return found


def _by_name(entries: Iterable[Found[Any]]) -> Mapping[str, list[Found[Any]]]:
    found: dict[str, list[Found[Any]]] = {}
    for entry in entries:
        found.setdefault(str(entry.value), []).append(entry)
    return found


def _pages(old: Document, new: Document, found: Sequence[Change], *, quiet: bool, openly: bool) -> Iterator[Change]:
    """Pages that stand elsewhere; in a paper that is no new issue also those that say something else."""
    order = moved(old, new)
    if order:
        told = ", ".join(f"p. {first} is now p. {second}" for first, second in order)
        places = [first for first, _ in order]
        yield _page_change(old, new, "order of pages", told, places, how=_ORDERED[quiet], quiet=quiet)
        return
    if openly:
        return
    told_old = {place.page for change in found for place in change.before}
    told_new = {place.page for change in found for place in change.evidence}
    other = [
        pair
        for pair in page_pairs(old, new)
        if pair.same is False and not (pair.old in told_old or pair.new in told_new)
    ]
    if other:
        places = [pair.old or pair.new or 0 for pair in other]
        yield _page_change(old, new, "pages", _pages_told(other), places, how=_quietly(quiet=True), quiet=True)


def _pages_told(pairs: Iterable[PagePair]) -> str:
    words = []
    for pair in pairs:
        if pair.new is None:
            words.append(f"p. {pair.old} is gone")
        elif pair.old is None:
            words.append(f"p. {pair.new} is new")
        else:
            same_place = f"p. {pair.old}" if pair.old == pair.new else f"p. {pair.old} (now p. {pair.new})"
            words.append(f"{same_place} says something else")
    return ", ".join(words)


_ORDERED = {
    True: " kept its number and date but has its pages in another order",
    False: " has its pages in another order",
}


def _page_change(
    old: Document, new: Document, what: str, told: str, numbers: Sequence[int], *, how: str, quiet: bool
) -> Change:
    return Change(
        rule=Rule.PAGES,
        severity=Severity.BLOCKER if quiet else Severity.MINOR,
        paper=new.name,
        key=f"{paper_key(new)}|{what}",
        what=what,
        old=f"{old.name} p. {', '.join(map(str, numbers))}",
        new=told,
        message=f"{_called(old, new)}{how}: {told}.",
        document=new.id,
        quiet=quiet,
    )
