"""Checks on the papers as files: readable, unaltered, complete, current; and whether somebody said what ships."""

from docverify.facts.document import Document
from docverify.facts.dossier import LinkKind
from docverify.facts.source import EMPTY
from docverify.rules.context import (
    Conclusion,
    Context,
    failed,
    ground,
    inapplicable,
    missing,
    passed,
    undecided,
    unread,
)
from docverify.rules.parameters import NoParameters, NotMarked, OfPapers


def products_named(_rule: NoParameters, context: Context) -> Conclusion:
    """Somebody said what ships, each model once."""
    products = context.dossier.shipment.products
    if not products:
        return undecided("nobody said which products ship; name them in a shipment file")
    models = [product.model for product in products]
    twice = ", ".join(dict.fromkeys(model for model in models if models.count(model) > 1))
    if twice:
        why = f"{twice} is named twice, so nobody can say which ratings and units are meant"
        return failed(why, expected="each model once", found=twice)
    return passed(f"{', '.join(product.model for product in products)} ship")


def readable(_rule: NotMarked, context: Context) -> Conclusion:
    """The file holds something, could be taken in, and every page of it was read."""
    if context.refusal is not None and context.refusal.reason == EMPTY:
        return failed(f"{context.refusal.path} holds nothing", expected="a paper", found="an empty file")
    if context.refusal is not None:
        advice = f" {context.refusal.advice}" if context.refusal.advice else ""
        return undecided(f"{context.refusal.path} could not be read: {context.refusal.reason}.{advice}".strip())
    document = context.the_document
    if not document.unread_pages:
        return passed(f"every page of {document.name} was read", ground(document))
    pages = ", ".join(str(entry.page) for entry in document.unread_pages)
    why = f"page {pages} of {document.name} could not be read: {document.unread_pages[0].reason}"
    return undecided(why, ground(document), found=f"page {pages} unread")


def not_superseded(_rule: NotMarked, context: Context) -> Conclusion:
    """No newer paper of the pack replaces this one."""
    document, dossier = context.the_document, context.dossier
    links = [x for x in dossier.links if x.kind is LinkKind.SUPERSEDES and x.end == document.id]
    if not links and not document.values("document_number") and (blind := unread(document, "its number")):
        return blind
    if not links:
        return passed(f"no paper replaces {document.name}", ground(document))
    newer = dossier.document(links[0].start)
    words = {"expected": newer.name, "found": document.name, "replaced_by": newer.name}
    shown = (ground(document, *document.values("document_number")), ground(newer, *newer.values("document_number")))
    why = f"{newer.name} replaces {document.name}: {links[0].why}"
    return failed(why, *shown, **words) if links[0].resolved else undecided(why, *shown, **words)


def not_altered(_rule: NotMarked, context: Context) -> Conclusion:
    """No page of the file was changed after it was signed."""
    document = context.the_document
    changed = _changed(document)
    if changed is None:
        return unread(document, "a signature") or inapplicable(f"{document.name} carries no digital signature")
    match changed:
        case "yes":
            why = f"{document.name} was changed after it was signed"
            return failed(why, ground(document), expected="unchanged", found="changed after signing")
        case "no":
            return passed(f"{document.name} was not changed after it was signed", ground(document))
        case _:
            return undecided(
                f"whether {document.name} was changed after it was signed cannot be said", ground(document)
            )


def _changed(document: Document) -> str | None:
    """`yes`, `no` or `undetermined`; None when the file carries no signature.

    What was added without changing a page (a time stamp) is no change.
    """
    stated = document.marks.get("changed_after_signing")
    if stated is not None:
        return {True: "yes", False: "no"}.get(stated, "undetermined")
    signatures = document.marks.get("signatures")
    if not signatures:
        return None
    if not isinstance(signatures, list) or not all(isinstance(entry, dict) for entry in signatures):
        return "undetermined"
    if not any(entry.get("changed_after", True) for entry in signatures):
        return "no"
    pages = signatures[-1].get("changed_pages")
    return "undetermined" if pages is None else "yes" if pages else "no"


def pages_complete(_rule: NotMarked, context: Context) -> Conclusion:
    """The paper has as many pages as it says it has."""
    document = context.the_document
    stated = document.marks.get("page_count_stated")
    if lost := document.marks.get("pages_missing"):
        named = ", ".join(str(page) for page in lost)
        words = {"expected": f"{stated} pages" if stated else "every page", "found": f"page {named} missing"}
        return failed(f"page {named} of {document.name} is missing", ground(document), **words)
    if stated is None:
        return inapplicable(f"{document.name} does not say how many pages it has")
    present = document.pages[1] - document.pages[0] + 1 + int(document.marks.get("pages_elsewhere", 0))
    words = {"expected": f"{stated} pages", "found": f"{present} pages"}
    if int(stated) > present:
        return failed(f"{document.name} says it has {stated} pages, {present} are there", ground(document), **words)
    why = f"{document.name} has the {stated} pages it says it has"
    return unread(document, "every page") or passed(why, ground(document), **words)


def result_passes(_rule: OfPapers, context: Context) -> Conclusion:
    """The report's overall verdict is a pass."""
    document = context.the_document
    entries = document.values("result")
    if not entries:
        return missing(document, "an overall verdict", "undetermined", expected="pass")
    verdicts = {str(entry.value) for entry in entries}
    shown = ground(document, *entries)
    printed = ", ".join(sorted(verdicts))
    if failing := document.marks.get("failed_clauses"):
        named = ", ".join(f"{clause} (page {page})" for clause, page in failing)
        return failed(f"{document.name} says fail at clause {named}", shown, expected="pass", found=f"clause {named}")
    if verdicts == {"pass"}:
        return passed(f"the verdict of {document.name} is a pass", shown, expected="pass", found=printed)
    return failed(f"the verdict of {document.name} is {printed}", shown, expected="pass", found=printed)
