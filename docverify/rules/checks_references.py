"""Checks on the papers a paper cites: that they are in the pack, and that they are what they are cited for."""

from typing import Any

from docverify.facts.document import Document, DocumentKind
from docverify.facts.dossier import Link, LinkKind, State, quotes
from docverify.facts.evidence import Found
from docverify.rules.checks_standards import editions_differ
from docverify.rules.context import (
    Conclusion,
    Context,
    failed,
    ground,
    inapplicable,
    listed,
    passed,
    undecided,
    unread,
)
from docverify.rules.papers import concerns, may_hide
from docverify.rules.parameters import (
    ReferenceAgrees,
    ReferenceResolved,
)
from docverify.rules.standards import same_text

LONG_NUMBER = 5  # digits from which two document numbers that differ by a slip look like a misprint
# "Test certificate No. …" is what many call a report: that tells nothing.
INTERCHANGEABLE = frozenset({DocumentKind.CERTIFICATE, DocumentKind.LABORATORY_REPORT})


def reference_resolved(rule: ReferenceResolved, context: Context) -> Conclusion:
    """Every paper that this one cites is in the pack."""
    document = context.the_document
    links = [x for x in _citations(context, document) if not rule.kinds or _said_kind(document, x) in ("", *rule.kinds)]
    if not links:
        return unread(document, "every paper cited") or inapplicable(f"{document.name} cites no paper")
    absent = [link for link in links if not link.resolved]
    if not absent:
        shown = ground(document, *document.values("references"))
        return passed(f"all {len(links)} papers that {document.name} cites are in the pack", shown)
    numbers = ", ".join(link.end for link in absent)
    entries = [entry for link in absent for entry in _readings_of(document, link)]
    words = {"expected": numbers, "found": "not in the pack", "missing": numbers}
    why = "; ".join(link.why for link in absent)
    if hidden := may_hide(context.dossier, numbered="document_number"):
        return undecided(f"{why}; but {hidden}", ground(document, *entries), **words)
    return failed(why, ground(document, *entries), **words)


def _citations(context: Context, document: Document) -> list[Link]:
    return [x for x in context.dossier.links if x.kind is LinkKind.CITES and x.start == document.id]


def _readings_of(document: Document, link: Link) -> list[Found[Any]]:
    """The readings of the citing paper that the link was made of."""
    entries = document.values("references")
    return [e for e in entries if set(quotes(document, e)) & set(link.evidence) or str(e.value) == link.end]


def _said_kind(document: Document, link: Link) -> str:
    """The kind the citing paper says the cited one is; empty where it does not say so."""
    return next((str(e.details["kind"]) for e in _readings_of(document, link) if e.details.get("kind")), "")


def reference_agrees(rule: ReferenceAgrees, context: Context) -> Conclusion:
    """The papers that this one cites are about the same models and editions, and of the kind they are said to be."""
    document = context.the_document
    links = _citations(context, document)
    resolved = [(context.dossier.document(link.end), link) for link in links if link.resolved]
    for cited, link in resolved:
        for aspect in rule.aspects:
            if difference := _difference(aspect, context, document, cited, link):
                return difference
    near = _near_miss(context, document, links) if "number" in rule.aspects else None
    if near:
        return near
    if not resolved:
        return unread(document, "every paper cited") or inapplicable(f"{document.name} cites no paper of the pack")
    names = ", ".join(cited.name for cited, _ in resolved)
    return passed(f"{document.name} agrees with {names}", ground(document, *document.values("references")))


def _difference(aspect: str, context: Context, document: Document, cited: Document, link: Link) -> Conclusion | None:
    match aspect:
        case "model":
            return _other_model(context, document, cited)
        case "standards":
            return _other_editions(document, cited)
        case "kind":
            return _other_kind(document, cited, link)
        case _:
            return None


def _other_model(context: Context, document: Document, cited: Document) -> Conclusion | None:
    for product in context.dossier.shipment.products:
        here, there = (concerns(context.dossier, product, paper) for paper in (document, cited))
        if here is State.NOT_COVERED or there is State.COVERED:
            continue
        models = cited.values("models")
        verb = "covers" if here is State.COVERED else "may cover"
        why = f"{document.name} {verb} {product.model} and cites {cited.name}, which "
        words = {"expected": product.model, "found": listed(models) or "no such model"}
        if here is State.COVERED and there is State.NOT_COVERED:
            return failed(f"{why}does not", ground(cited, *models), ground(document), **words)
        return undecided(f"{why}may not", ground(cited, *models), ground(document), **words)
    return None


def _other_editions(document: Document, cited: Document) -> Conclusion | None:
    for entry in document.values("standards"):
        same = [other for other in cited.values("standards") if same_text(entry.value, other.value)]
        if same and all(editions_differ(entry.value, other.value) for other in same):
            why = f"{document.name} cites {entry.value}, {cited.name} is to {same[0].value}"
            shown = (ground(document, entry), ground(cited, same[0]))
            return failed(why, *shown, expected=str(entry.value), found=str(same[0].value))
    return None


def _other_kind(document: Document, cited: Document, link: Link) -> Conclusion | None:
    said = _said_kind(document, link)
    if said not in set(DocumentKind) or said == cited.kind or {said, cited.kind} <= INTERCHANGEABLE:
        return None
    why = f"{document.name} cites {cited.name} as {_plain(said)}, but it is a {_plain(cited.kind)}"
    return failed(why, ground(document, *_readings_of(document, link)), expected=said, found=str(cited.kind))


def _plain(kind: str) -> str:
    return kind.replace("_", " ")


def _near_miss(context: Context, document: Document, links: list[Link]) -> Conclusion | None:
    """A cited number that no paper has, while a paper nobody cites has one that differs by a slip of the hand."""
    cited = {x.end for x in context.dossier.links if x.kind is LinkKind.CITES and x.resolved}
    free = [d for d in context.dossier.documents if d is not document and d.id not in cited]
    numbers = {str(entry.value): d for d in free for entry in d.values("document_number")}
    for link in links:
        near = "" if link.resolved else next((number for number in numbers if _is_misprint(link.end, number)), "")
        if near and _said_kind(document, link) in ("", numbers[near].kind):
            other = numbers[near]
            why = f"{document.name} cites {link.end}, but {other.name} is {near}"
            shown = (ground(document, *_readings_of(document, link)), ground(other, *other.values("document_number")))
            return failed(why, *shown, expected=near, found=link.end)
    return None


def _is_misprint(one: str, other: str) -> bool:
    """Whether two long numbers differ in one character, or in two neighbours that changed places.

    A laboratory numbers the reports of a job in a row, so anything more is another report.
    """
    if len(one) != len(other) or sum(char.isdigit() for char in one) < LONG_NUMBER:
        return False
    odd = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(odd) == 2 and odd[1] == odd[0] + 1 and one[odd[0]] == other[odd[1]] and one[odd[1]] == other[odd[0]]
    return len(odd) == 1 or swapped
