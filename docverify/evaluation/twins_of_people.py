"""Must-fail twins of the checks on what people answered, on who stands behind a paper, and on what was sent at all.

What each spoils is the first sentence of its docstring.
"""

from dataclasses import replace
from typing import Any

from docverify.evaluation.edits import Spoiling, chosen, printing, rewritten
from docverify.facts.document import Document
from docverify.facts.dossier import Dossier
from docverify.facts.source import EMPTY, Refusal


def answered_no(_rule: Any, clean: Spoiling) -> Dossier | None:
    """The person who looked says that it is not fulfilled."""
    shipment = clean.dossier.shipment
    answers = tuple(replace(answer, fulfilled=False) for answer in shipment.answers)
    return replace(clean.dossier, shipment=replace(shipment, answers=answers)) if answers else None


def issuer_blank(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper does not say who issued it."""
    return _blank(rule, clean, "issuer")


def number_blank(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper carries no number."""
    return _blank(rule, clean, rule.field)


def accreditation_blank(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper prints no accreditation."""
    return _blank(rule, clean, "accreditation")


def _blank(rule: Any, clean: Spoiling, field: str) -> Dossier | None:
    """The papers without the field, where the rule says that silence is a failure."""

    def blank(document: Document) -> Document:
        return printing(document, field, [])

    papers = chosen(clean.dossier, rule.papers)
    return rewritten(clean.dossier, papers, blank) if rule.silent == "fail" else None


def file_empty(_rule: Any, clean: Spoiling) -> Dossier | None:
    """A file of the pack holds nothing."""
    return replace(clean.dossier, refusals=(*clean.dossier.refusals, Refusal("empty.pdf", EMPTY)))


def product_twice(_rule: Any, clean: Spoiling) -> Dossier | None:
    """A product is named twice."""
    shipment = clean.dossier.shipment
    products = (*shipment.products, *shipment.products[:1])
    return replace(clean.dossier, shipment=replace(shipment, products=products))
