"""Readings and labels written in place: what tests of the evaluation share."""

from docverify.evaluation.labels import Expected, LabelledFile
from docverify.evaluation.score import score_file
from docverify.facts.document import FIELD_NAMES, Document, DocumentKind
from docverify.facts.evidence import Evidence, Found, Origin


def found(value, page=1, *, confidence=0.9, quote="x"):
    """A reading on that page."""
    evidence = (Evidence("a" * 64, page, (0.0, 0.0, 10.0, 10.0)),)
    return Found(value, quote, evidence, Origin.TEXT, confidence)


def document(**fields):
    """A declaration of two pages with those fields."""
    fields = {name: tuple(entries) for name, entries in fields.items()}
    return Document("a" * 16, "f.pdf", "a" * 64, (1, 2), DocumentKind.DECLARATION, "eu_doc", "", fields=fields)


def expected(**fields):
    """What a label says of it."""
    fields = {name: tuple(entries) for name, entries in fields.items()}
    return Expected((1, 2), "declaration", "eu_doc", fields, frozenset(FIELD_NAMES - set(fields) - {"place"}))


def score(read, truth):
    """How the reading fares against the label."""
    file = LabelledFile("f.pdf", None, "layout", held_out=False, scanned=False, documents=(truth,))
    return score_file(file, [read] if read else [])[0]


def counts(tally):
    """Right, wrong, missed."""
    return tally.right, tally.wrong, tally.missed
