"""Must-fail twins of the checks on manuals: what each spoils is the first sentence of its docstring.

They write into the mark `manual`, which only a paper that was read as a manual carries; on any other paper there is
nothing to spoil.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from docverify.evaluation.edits import BOX, Spoiling, chosen, printing, rewritten
from docverify.facts.document import Document
from docverify.facts.dossier import Dossier

PLACE: Mapping[str, Any] = {"page": 1, "boxes": [list(BOX)], "quote": "EVC-22S-Z"}
STRANGE = "NANTAI"


def _marked(rule: Any, clean: Spoiling, marks: Callable[[Document], Mapping[str, Any]]) -> Dossier | None:
    """The dossier with those marks on the manuals; None when no paper was read as a manual."""
    manuals = [d for d in chosen(clean.dossier, rule.papers) if "manual" in d.marks]

    def marked(document: Document) -> Document:
        return replace(document, marks={**document.marks, **marks(document)})

    return rewritten(clean.dossier, manuals, marked) if manuals else None


def _anatomy(document: Document, **parts: Any) -> Mapping[str, Any]:
    return {"manual": {**document.marks["manual"], **parts}}


def model_misspelt(rule: Any, clean: Spoiling) -> Dossier | None:
    """The manual prints a model with a slip."""
    model = clean.dossier.shipment.products[0].model
    slip = model[:-1] + ("Q" if model[-1] != "Q" else "K")

    def misspelt(document: Document) -> Mapping[str, Any]:
        return _anatomy(document, codes=[{**PLACE, "code": slip, "quote": slip, "times": 1}])

    return _marked(rule, clean, misspelt)


def second_revision(rule: Any, clean: Spoiling) -> Dossier | None:
    """The feet of the manual's pages print another revision."""

    def printed(document: Document) -> Mapping[str, Any]:
        other = {**PLACE, "value": "0.0", "pages": document.pages[1] - document.pages[0] + 2}
        return _anatomy(document, revisions=[*document.marks["manual"]["revisions"], other])

    return _marked(rule, clean, printed)


def product_changed(rule: Any, clean: Spoiling) -> Dossier | None:
    """The product changed after the manual was revised."""

    def changed(document: Document) -> Mapping[str, Any]:
        days = [*document.values("revised_on"), *document.values("issued_on")]
        return {"product_changed_on": (days[0].value + timedelta(days=1)).isoformat()} if days else {}

    return _marked(rule, clean, changed)


def language_poorer(rule: Any, clean: Spoiling) -> Dossier | None:
    """The last language lacks chapters, warnings, tables or figures."""

    def poorer(document: Document) -> Mapping[str, Any]:
        parts = document.marks["manual"]["parts"]
        last = {**parts[-1], rule.what: 0 if rule.what == "warnings" else []} if parts else {}
        return _anatomy(document, parts=[*parts[:-1], last] if parts else [])

    return _marked(rule, clean, poorer)


def factory_named(rule: Any, clean: Spoiling) -> Dossier | None:
    """The metadata of the file name the factory."""

    def named(_document: Document) -> Mapping[str, Any]:
        return {"oem_words": [STRANGE], "metadata": {"author": STRANGE}}

    return _marked(rule, clean, named)


def misstated(rule: Any, clean: Spoiling) -> Dossier | None:
    """The text states another power or another connector than the product has."""
    wrong = {"what": "connector", "value": "chademo"} if rule.what == "connectors" else {"what": "power", "value": 1.4}

    def stated(document: Document) -> Mapping[str, Any]:
        return _anatomy(document, said=[{**PLACE, **wrong, "sentence": "the charging station has it"}])

    return _marked(rule, clean, stated)


def product_unstated(rule: Any, clean: Spoiling) -> Dossier | None:
    """The manual leaves out what the product's file gives, or prints another address in its place."""
    party = rule.what.removesuffix("_address")
    blank = {"firmware": ("firmware_described",), "importer": ("importer", "manufacturer")}.get(rule.what, (rule.what,))

    def unstated(document: Document) -> Document:
        document = replace(document, marks={**document.marks, "mentions": []})
        for name in blank:
            document = printing(document, name, [])
        if rule.what == party:
            return document
        document = printing(document, party, [STRANGE])
        return printing(document, rule.what, ["Nowhere 99, 99999 Elsewhere"]) if rule.fault == "other" else document

    manuals = [d for d in chosen(clean.dossier, rule.papers) if "manual" in d.marks]
    return rewritten(clean.dossier, manuals, unstated) if manuals else None


def declaration_nowhere(rule: Any, clean: Spoiling) -> Dossier | None:
    """The short declaration gives no internet address."""

    def nowhere(document: Document) -> Mapping[str, Any]:
        return _anatomy(document, declared_at=[{**PLACE, "addresses": []}])

    return _marked(rule, clean, nowhere)


def declaration_misquoted(rule: Any, clean: Spoiling) -> Dossier | None:
    """The declaration lists other acts, or the manual's short declaration names another product."""
    if rule.what == "acts":
        return _other_acts(rule, clean)
    model = clean.dossier.shipment.products[0].model
    other = f"{model}9"

    def misquoted(document: Document) -> Document:
        said = [
            replace(entry, quote=f"hereby declares that type {other} is in compliance")
            for entry in document.values("statements")
            if entry.value in ("simplified_doc", "doc_address")
        ]
        kept = [
            entry for entry in document.values("statements") if entry.value not in ("simplified_doc", "doc_address")
        ]
        return printing(document, "statements", [*kept, *said])

    return rewritten(clean.dossier, chosen(clean.dossier, rule.papers), misquoted)


def _other_acts(rule: Any, clean: Spoiling) -> Dossier | None:
    def declared(_document: Document) -> Mapping[str, Any]:
        return {"declared_acts": ["0000/0/EU"]}

    return _marked(rule, clean, declared)


def ended_act_named(rule: Any, clean: Spoiling) -> Dossier | None:
    """The manual names an act that has stopped applying."""
    ended = [act.number for act in clean.registers.acts if act.applies_until and act.applies_until < clean.as_of]

    def naming(document: Document) -> Document:
        return printing(document, "acts_described", ended[:1])

    return rewritten(clean.dossier, chosen(clean.dossier, rule.papers), naming) if ended else None


def mistake_made(rule: Any, clean: Spoiling) -> Dossier | None:
    """The manual holds one of the mistakes."""
    made = {**PLACE, "kind": next(iter(rule.kinds), "figure"), "target": "Figure 99"}

    def mistaken(document: Document) -> Mapping[str, Any]:
        return _anatomy(document, **{rule.of: [made]})

    return _marked(rule, clean, mistaken)


def made_badly(rule: Any, clean: Spoiling) -> Dossier | None:
    """The file lacks its bookmarks, tags or language, is encrypted, or has pages of two sizes."""
    sizes = [{"mm": [210, 297], "pages": 1, "first": 1}, {"mm": [216, 279], "pages": 1, "first": 2}]
    parts: Mapping[str, Mapping[str, Any]] = {
        "bookmarks": {"bookmarks": []},
        "one_page_size": {"page_sizes": sizes},
    }
    marks: Mapping[str, Mapping[str, Any]] = {
        "tags": {"tagged": False},
        "language": {"language": ""},
        "no_encryption": {"encrypted": True},
    }

    def badly(document: Document) -> Mapping[str, Any]:
        if "page_sizes" not in document.marks["manual"]:
            return {}
        return marks.get(rule.what) or _anatomy(document, **parts[rule.what])

    return _marked(rule, clean, badly)
