"""Turns the numbers on papers into links: which paper cites which, and which replaces which.

Numbers are compared without spaces, dashes and case, and with their revision set apart. A cited number that is not
in the pack stays an unresolved link; a number that is nearly the same is named as a hint and never taken for it.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rapidfuzz import fuzz, process

from docverify.facts.document import Document
from docverify.facts.dossier import Link, LinkKind, quotes
from docverify.facts.evidence import Found
from docverify.facts.version import Version

_NEARLY = 90
_LABEL = re.compile(r"^(?:(?:REPORT|CERTIFICATE|CERT|DOCUMENT|TEST|REF)\b[\s.]*)*(?:(?:NO|NR|NUMBER)\b[\s.:]*)?")
_REVISION = re.compile(
    r"[\s,;(_/-]*(?:\b|(?<=\d)|(?<=_))(?:REVISION|REV|ISSUE|VERSION|VER|EDITION|ED)[\s.:]*([A-Z]|\d+(?:\.\d+)*)\)?$"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A document number as compared, with its revision ("" when none is printed)."""

    key: str
    revision: str = ""


def number_of(text: str) -> Number:
    """The number without label, spaces, dashes and case, and the revision that was printed after it."""
    plain = unicodedata.normalize("NFKC", text).upper().strip()
    plain = _LABEL.sub("", plain) or plain
    revision = _REVISION.search(plain)
    bare = plain[: revision.start()] if revision and revision.start() else plain
    key = "".join(char for char in bare if char.isalnum() or char in "./+")
    return Number(key.strip("./"), revision[1] if revision and revision.start() else "")


# ---- who cites whom ------------------------------------------------------------------------------------------------


def citations(documents: Sequence[Document]) -> Iterator[Link]:
    """One link for every number that a document cites, resolved or not."""
    index = _index(documents)
    for document in documents:
        own = {number_of(str(reading.value)).key for reading in document.values("document_number")}
        for reading in _once(document.values("references")):
            wanted = number_of(str(reading.value))
            if wanted.key and wanted.key not in own:
                yield from _citation(document, reading, wanted, index)


def _once(readings: tuple[Found[Any], ...]) -> Iterator[Found[Any]]:
    seen: set[tuple[Number, bool]] = set()
    for reading in readings:
        key = (number_of(str(reading.value)), _is_superseded(reading))
        if key not in seen:
            seen.add(key)
            yield reading


def _is_superseded(reading: Found[Any]) -> bool:
    return reading.details.get("kind") == "superseded"


def _index(documents: Sequence[Document]) -> dict[str, list[tuple[Document, Number]]]:
    index: dict[str, list[tuple[Document, Number]]] = defaultdict(list)
    for document in documents:
        numbers = {number_of(str(reading.value)) for reading in document.values("document_number")}
        for number in sorted(numbers, key=str):
            index[number.key].append((document, number))
    return index


def _citation(
    document: Document, reading: Found[Any], wanted: Number, index: dict[str, list[tuple[Document, Number]]]
) -> Iterator[Link]:
    kind = LinkKind.SUPERSEDES if _is_superseded(reading) else LinkKind.CITES
    verb = "replaces" if kind is LinkKind.SUPERSEDES else "cites"
    found = [(cited, number) for cited, number in index.get(wanted.key, ()) if cited.id != document.id]
    fitting = [cited for cited, number in found if _same_revision(wanted, number, cited)]
    evidence = quotes(document, reading)
    for cited in fitting:
        why = f"{document.name} {verb} {reading.value}: {cited.name}"
        yield Link(kind, document.id, cited.id, resolved=True, why=why, evidence=evidence)
    if not fitting:
        why = f"{document.name} {verb} {reading.value}, which is not in the pack{_hint(wanted, found, index)}"
        yield Link(kind, document.id, str(reading.value), resolved=False, why=why, evidence=evidence)


def _same_revision(wanted: Number, number: Number, cited: Document) -> bool:
    """Whether the cited revision is the one in the pack; a citation without a revision means any."""
    held = number.revision or _revision(cited)
    if not wanted.revision or not held:
        return True
    return _order(wanted.revision, held) == 0 or wanted.revision == held


def _hint(wanted: Number, found: list[tuple[Document, Number]], index: dict[str, list[tuple[Document, Number]]]) -> str:
    if found:
        held, number = found[0]
        return f" in that revision ({held.name} has revision {number.revision or _revision(held)})"
    near = process.extractOne(wanted.key, list(index), scorer=fuzz.ratio, score_cutoff=_NEARLY)
    if near is None:
        return ""
    return f" ({index[near[0]][0][0].name} has the nearly equal number {_printed(index[near[0]][0][0])})"


def _printed(document: Document) -> str:
    return str(document.values("document_number")[0].value)


# ---- who replaces whom ---------------------------------------------------------------------------------------------


def successions(documents: Sequence[Document]) -> Iterator[Link]:
    """A link from a document to the earlier issue of it: same kind, scheme and number, later revision or date."""
    groups: dict[tuple[str, str | None, str], list[Document]] = defaultdict(list)
    for document in documents:
        for key in {number_of(str(reading.value)).key for reading in document.values("document_number")[:1]}:
            groups[(document.kind.value, document.scheme, key)].append(document)
    for (_, _, key), members in groups.items():
        if key:
            yield from _chain(members)


def _chain(members: list[Document]) -> Iterator[Link]:
    for number, later in enumerate(members):
        for earlier in members[:number] + members[number + 1 :]:
            if reason := _is_later(later, earlier):
                evidence = quotes(later, *later.values("revision")[:1], *later.values("issued_on")[:1])
                why = f"{later.name} replaces {earlier.name}: {reason}"
                yield Link(LinkKind.SUPERSEDES, later.id, earlier.id, resolved=True, why=why, evidence=evidence)


def _is_later(one: Document, other: Document) -> str:
    """Why the first is the later issue; empty when it is not, or when nothing printed says so."""
    revision, before = _revision(one), _revision(other)
    order = _order(revision, before) if revision and before else None
    if order:
        return f"revision {revision} after {before}" if order > 0 else ""
    day, earlier = _day(one), _day(other)
    if day and earlier and day > earlier:
        return f"issued {day.isoformat()} after {earlier.isoformat()}"
    return ""


def _revision(document: Document) -> str:
    readings = document.values("revision")
    if readings:
        return str(readings[0].value).strip()
    numbers = document.values("document_number")
    return number_of(str(numbers[0].value)).revision if numbers else ""


def _order(one: str, other: str) -> int | None:
    try:
        return Version.parse(one).compare(Version.parse(other))
    except ValueError:
        return None


def _day(document: Document) -> date | None:
    for name in ("revised_on", "issued_on"):
        for reading in document.values(name):
            if isinstance(reading.value, date):
                return reading.value
    return None
