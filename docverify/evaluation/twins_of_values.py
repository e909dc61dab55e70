"""Must-fail twins made by printing another value: acts, standards, editions, parties, numbers of bodies."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from docverify.evaluation.edits import Spoiling, chosen, printing, rewritten
from docverify.facts.document import Document
from docverify.facts.dossier import Dossier
from docverify.facts.standard import StandardReference
from docverify.rules.pack import Edition
from docverify.rules.standards import act_key, wanted_standard

STRANGER = "Zephyr Umbrella Works, Inc."
ANOTHER_STANDARD = StandardReference.parse("EN 71-1:2014")
ANOTHER_ACT = "2009/48/EC"


def _each(rule: Any, clean: Spoiling, change: Callable[[Document], Document], papers: Any = None) -> Dossier | None:
    documents = chosen(clean.dossier, rule.papers if papers is None else papers)
    return rewritten(clean.dossier, documents, change) if documents else None


def acts_unlisted(rule: Any, clean: Spoiling) -> Dossier | None:
    """The acts that are asked for are left out."""
    wanted = {act_key(act) for act in (*rule.all_of, *rule.any_of)}

    def unlisted(document: Document) -> Document:
        kept: list[Any] = [e for e in document.values("legal_acts") if act_key(str(e.value)) not in wanted]
        return printing(document, "legal_acts", kept or [ANOTHER_ACT])

    return _each(rule, clean, unlisted)


def standards_unlisted(rule: Any, clean: Spoiling) -> Dossier | None:
    """The standards that are asked for are left out."""
    table: Iterable[tuple[str, ...]] = getattr(rule, "standards", {}).values()
    names = [*getattr(rule, "all_of", ()), *getattr(rule, "any_of", ()), *(name for row in table for name in row)]

    def unlisted(document: Document) -> Document:
        listed: list[Any] = list(document.values("standards"))
        kept = [e for e in listed if not any(wanted_standard(n).names(e.value) for n in names)]
        return printing(document, "standards", kept or [ANOTHER_STANDARD])

    return _each(rule, clean, unlisted)


def wrong_act_listed(rule: Any, clean: Spoiling) -> Dossier | None:
    """An act that must not be listed is listed, too."""

    def listed(document: Document) -> Document:
        together = [a for a in rule.together_with[:1] if not document.values("legal_acts")]
        return printing(document, "legal_acts", [*document.values("legal_acts"), *together, rule.none_of[0]])

    return _each(rule, clean, listed)


def act_ended(rule: Any, clean: Spoiling) -> Dossier | None:
    """An act that has stopped applying is listed, too."""
    ended = [a.number for a in clean.registers.acts if a.applies_until and a.applies_until < clean.as_of]

    def listed(document: Document) -> Document:
        return printing(document, "legal_acts", [*document.values("legal_acts"), ended[0]])

    return _each(rule, clean, listed) if ended else None


def wrong_standard_alone(rule: Any, clean: Spoiling) -> Dossier | None:
    """A standard that does not suffice is cited without the one that does."""

    def alone(document: Document) -> Document:
        kept = [
            e for e in document.values("standards") if not any(wanted_standard(n).names(e.value) for n in rule.needs)
        ]
        return printing(document, "standards", [*kept, wanted_standard(rule.has[0]).reference])

    return _each(rule, clean, alone)


def fields_blank(rule: Any, clean: Spoiling) -> Dossier | None:
    """The fields are left blank."""
    names = [*getattr(rule, "fields", ()), *getattr(rule, "all_of", ()), *getattr(rule, "any_of", ())]
    names += ["signed"] if getattr(rule, "signed", False) else []

    def blank(document: Document) -> Document:
        for name in names:
            document = printing(document, name, [])
        return document

    return _each(rule, clean, blank)


def value_rejected(rule: Any, clean: Spoiling) -> Dossier | None:
    """The field has a value that is not accepted."""

    def rejected(document: Document) -> Document:
        return printing(document, rule.field, [rule.reject[0]])

    return _each(rule, clean, rejected) if rule.reject else None


def result_failed(rule: Any, clean: Spoiling) -> Dossier | None:
    """The report says fail."""

    def failed(document: Document) -> Document:
        return printing(document, "result", ["fail"])

    return _each(rule, clean, failed)


def edition_ended(rule: Any, clean: Spoiling) -> Dossier | None:
    """An edition that has ended by the rule's clock is cited."""
    ended = [line for line in clean.registers.editions if _has_ended(rule, line, clean)]
    if not ended:
        return None
    separator = ":" if ended[0].edition[:1].isdigit() else " "
    cited = StandardReference.parse(f"{ended[0].designation}{separator}{ended[0].edition}")
    cited = replace(cited, amendments=ended[0].amendments or cited.amendments)

    def citing(document: Document) -> Document:
        kept = [e for e in document.values("standards") if e.value.number != cited.number]
        return printing(document, "standards", [*kept, cited])

    return _each(rule, clean, citing)


def _has_ended(rule: Any, line: Edition, clean: Spoiling) -> bool:
    if rule.acts and line.act not in (None, *rule.acts):
        return False
    ceased = line.ceases_on is not None and line.ceases_on <= clean.as_of
    if rule.clock == "ceases_on":
        return ceased
    if rule.clock == "dow":
        return line.dow is not None and line.dow <= clean.as_of and not ceased
    return line.replaced_by is not None and line.ceases_on is None and line.dow is None


def standard_wrong(rule: Any, clean: Spoiling) -> Dossier | None:
    """A reference that no edition answers to is cited."""
    wrong = [wanted_standard(line.reference).reference for line in clean.registers.wrong_references]

    def citing(document: Document) -> Document:
        return printing(document, "standards", [*document.values("standards"), wrong[0]])

    return _each(rule, clean, citing) if wrong else None


def draft_cited(rule: Any, clean: Spoiling) -> Dossier | None:
    """A draft is cited."""

    def citing(document: Document) -> Document:
        draft = StandardReference.parse("prEN IEC 61851-1:2025")
        return printing(document, "standards", [*document.values("standards"), draft])

    return _each(rule, clean, citing)


def undated(rule: Any, clean: Spoiling) -> Dossier | None:
    """The standards are cited without their editions."""

    def without_years(document: Document) -> Document:
        bare = [replace(e, value=replace(e.value, edition=None)) for e in document.values("standards")]
        return printing(document, "standards", bare)

    return _each(rule, clean, without_years)


def another_edition(rule: Any, clean: Spoiling) -> Dossier | None:
    """The other papers are to another edition than the one that is declared."""

    def older(document: Document) -> Document:
        shifted = [replace(e, value=_older(e.value)) for e in document.values("standards")]
        return printing(document, "standards", shifted)

    return _each(rule, clean, older, rule.others)


def _older(cited: StandardReference) -> StandardReference:
    edition = "V0.0.1" if (cited.edition or "").startswith("V") else "1991"
    return replace(cited, edition=edition, amendments=())


def another_party(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper names another firm."""

    def renamed(document: Document) -> Document:
        return printing(document, rule.field, [STRANGER]) if document.values(rule.field) else document

    return _each(rule, clean, renamed)


def body_spoilt(rule: Any, clean: Spoiling) -> Dossier | None:
    """The paper prints a number that the body does not have, or a body where there is none."""
    none_for: tuple[str, ...] = getattr(rule, "none_for", ())
    if getattr(rule, "listed", False):
        return _body_of_another_act(rule, clean)

    def numbered(document: Document) -> Document:
        if none_for:
            return printing(printing(document, "issuer_body_number", ["0123"]), "legal_acts", none_for)
        number = "9998" if hasattr(rule, "others") else "12"
        return printing(document, "issuer_body_number", [number]) if document.values("issuer_body_number") else document

    return _each(rule, clean, numbered)


def _body_of_another_act(rule: Any, clean: Spoiling) -> Dossier | None:
    gone = [body for body in clean.registers.bodies if body.valid_until]
    other = [body for body in clean.registers.bodies if body.acts]

    def numbered(document: Document) -> Document:
        if gone:
            dated = printing(document, "issued_on", [date(clean.as_of.year, 1, 1)])
            return printing(dated, "issuer_body_number", [gone[0].number])
        return printing(printing(document, "issuer_body_number", [other[0].number]), "legal_acts", [ANOTHER_ACT])

    return _each(rule, clean, numbered) if gone or other else None
