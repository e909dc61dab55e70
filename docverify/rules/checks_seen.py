"""Checks on what a paper shows to people: words nobody sees, words struck out, stamps that take the paper back."""

from docverify.facts.document import Document, DocumentKind
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.rules.context import Conclusion, Context, failed, ground, inapplicable, passed, undecided, unread
from docverify.rules.parameters import NotMarked

LOOKED_AT = (DocumentKind.DECLARATION, DocumentKind.CERTIFICATE, DocumentKind.LABORATORY_REPORT)


def not_stamped(_rule: NotMarked, context: Context) -> Conclusion:
    """The paper carries no stamp that says it is a draft, a specimen, withdrawn or void, and does not limit itself."""
    document = context.the_document
    limited = _marked(document, "limited")
    if document.kind not in LOOKED_AT and not limited:
        return inapplicable(f"{document.name} is no declaration, certificate or report")
    stamps = _marked(document, "stamped")
    if stamps:
        words = ", ".join(dict.fromkeys(stamp.value for stamp in stamps))
        return failed(f"{document.name} is marked {words}", ground(document, *stamps), expected="no mark", found=words)
    if limited:
        words = "; ".join(dict.fromkeys(f"“{entry.quote}”" for entry in limited))
        why = f"{document.name} limits itself, and people have to say whether what ships is left out: {words}"
        return undecided(why, ground(document, *limited), expected="no limit", found=words)
    return unread(document, "a stamp") or passed(
        f"{document.name} is not marked as draft or withdrawn", ground(document)
    )


def nothing_unseen(_rule: NotMarked, context: Context) -> Conclusion:
    """What the paper says is printed on its pages, to be seen, and nothing that decides is struck out or laid over."""
    document = context.the_document
    if document.kind not in LOOKED_AT:
        return inapplicable(f"{document.name} is no declaration, certificate or report")
    unseen = _marked(document, "unseen")
    if unseen:
        words = ", ".join(dict.fromkeys(f"{entry.quote} ({entry.value})" for entry in unseen[:5]))
        return failed(f"{document.name} holds words that do not count: {words}", ground(document, *unseen), found=words)
    laid_over = _marked(document, "laid_over")
    if laid_over:
        words = ", ".join(dict.fromkeys(f"{entry.quote} ({entry.value})" for entry in laid_over[:5]))
        why = f"{document.name} says these words only in what was laid over its pages: {words}"
        return undecided(why, ground(document, *laid_over), found=words)
    return unread(document, "hidden words") or passed(f"{document.name} hides nothing that decides", ground(document))


def _marked(document: Document, name: str) -> list[Found[str]]:
    """The places of a mark as readings, so that they can be shown."""
    return [
        Found(
            value=str(entry.get("how") or entry.get("word")),
            quote=str(entry["quote"]),
            evidence=tuple(Evidence(document.sha256, entry["page"], tuple(box)) for box in entry["boxes"]),
            origin=Origin.TEXT,
            confidence=1.0,
        )
        for entry in document.marks.get(name, ())
    ]
