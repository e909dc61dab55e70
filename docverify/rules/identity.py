"""What a finding is about, in words that outlive a new scan, another file name and pages that moved.

A paper is its kind, scheme and number, or where it has none the models that it names; never its bytes, path or pages.
"""

import re
from collections.abc import Iterable

from docverify.facts.document import Document
from docverify.facts.finding import SAYS

MODELS = 5  # of a paper without a number: enough to tell it from another
_PAGES = re.compile(r"\s*\(?\bp\. ?\d+(?:\s*[–-]\s*\d+)?(?:, \d+)*\)?")


def paper_key(document: Document) -> str:
    """The paper by what it is."""
    known = [str(entry.value) for entry in document.values("document_number")][:1]
    models = [str(getattr(entry.value, "printed", entry.value)) for entry in document.values("models")]
    name = known[0] if known else "+".join(sorted(dict.fromkeys(models))[:MODELS])
    return f"{document.kind}/{document.scheme or ''}/{name}"


def finding_key(about: str, found: str, documents: Iterable[Document]) -> str:
    """What the finding is about; with what was found, where that names papers by their files or pages."""
    said = _neutral(found, documents)
    return about if said == found else f"{about}{SAYS}{said}"


def _neutral(text: str, documents: Iterable[Document]) -> str:
    """The text with papers by what they are instead of where they lie."""
    names = {name: paper_key(document) for document in documents for name in (document.name, document.path)}
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, names[name])
    return _PAGES.sub("", text)
