"""Checks that hold a paper against a register: who issued it, the form of its number, its accreditation, exemptions.

A register is never complete, so what it lacks is undetermined. A line nobody verified never makes a failure: a number
that is not of an unverified form is undetermined, too.
"""

import re
from collections.abc import Iterable, Sequence
from typing import Any

from docverify.facts.document import Document
from docverify.facts.evidence import Found
from docverify.facts.finding import Confidence, Outcome
from docverify.facts.party import name_key
from docverify.rules.context import (
    Conclusion,
    Context,
    failed,
    ground,
    inapplicable,
    marked_unverified,
    missing,
    passed,
    undecided,
)
from docverify.rules.field_words import in_words
from docverify.rules.pack import Exemption, Issuer
from docverify.rules.papers import nearest, over_papers
from docverify.rules.parameters_registers import AccreditationKnown, ExemptionsValid, IssuerListed, NumberForm


def listed_issuer(lines: Iterable[Issuer], name: str) -> Issuer | None:
    """The line whose name stands in the printed one as whole words, or whose alias is the printed one; else None."""
    key = name_key(name)
    for line in lines:
        if f" {name_key(line.name)} " in f" {key} " or key in {name_key(alias) for alias in line.aliases}:
            return line
    return None


def issuer_listed(rule: IssuerListed, context: Context) -> Conclusion:
    """The register holds the issuer of the paper in that list."""
    return issued_by_list(context, context.the_document, rule.list, silent=rule.silent)


def issued_by_list(context: Context, document: Document, wanted: str, *, silent: str) -> Conclusion:
    """Whether the issuer of the document stands in the list."""
    lines = [line for line in context.registers.issuers if line.list == wanted]
    entries = document.values("issuer")
    names = ", ".join(line.name for line in lines)
    if not entries:
        return missing(document, "who issued it", silent, expected=names)
    for entry in entries:
        if line := listed_issuer(lines, str(entry.value)):
            said = passed(f"{document.name} is of {line.name}", ground(document, entry), found=str(entry.value))
            return marked_unverified(said, unverified=line.grade is Confidence.UNVERIFIED)
    issuer = str(entries[0].value)
    why = f"{document.name} is of {issuer}, which the register does not hold"
    return undecided(why, ground(document, entries[0]), expected=names, found=issuer)


def number_form(rule: NumberForm, context: Context) -> Conclusion:
    """The number on the paper has the form that the scheme gives it."""
    return _of_form(rule, context, context.the_document)


def identifier_shown(rule: NumberForm, context: Context) -> Conclusion:
    """A paper that covers the product prints a number of that form."""

    def judge(document: Document) -> Conclusion:
        return _of_form(rule, context, document)

    return over_papers(context, rule.papers, judge, absent="undetermined")


def _of_form(rule: NumberForm, context: Context, document: Document) -> Conclusion:
    line = next(line for line in context.registers.identifiers if line.id == rule.identifier)
    entries = document.values(rule.field)
    words = {"expected": f"{line.title} ({line.pattern})", "found": ", ".join(str(e.value) for e in entries)}
    if not entries:
        return missing(document, in_words(rule.field), rule.silent, expected=words["expected"])
    fitting = [entry for entry in entries if re.fullmatch(line.pattern, " ".join(str(entry.value).split()))]
    unverified = line.grade is Confidence.UNVERIFIED
    if fitting:
        why = f"{fitting[0].value} on {document.name} has the form of the {line.title}"
        return marked_unverified(passed(why, ground(document, fitting[0]), **words), unverified=unverified)
    why = f"{words['found']} on {document.name} does not have the form of the {line.title}"
    if unverified:
        return undecided(f"{why}, which nobody verified", ground(document, *entries), **words)
    return failed(why, ground(document, *entries), **words)


def accreditation_known(rule: AccreditationKnown, context: Context) -> Conclusion:
    """The paper prints an accreditation in the form of a known accreditation body."""
    document = context.the_document
    entries = document.values("accreditation")
    lines = context.registers.accreditors
    names = ", ".join(line.name for line in lines)
    if not entries:
        return missing(document, "an accreditation", rule.silent, expected=names)
    for entry in entries:
        for line in lines:
            if re.search(line.pattern, str(entry.value)):
                why = f"{document.name} prints {entry.value}, of the form of {line.name}; look its scope up there"
                said = passed(why, ground(document, entry), found=str(entry.value), expected=names)
                return marked_unverified(said, unverified=line.grade is Confidence.UNVERIFIED)
    printed = ", ".join(str(entry.value) for entry in entries)
    why = f"{printed} on {document.name} is not of the form of an accreditation body in the register"
    return undecided(why, ground(document, *entries), expected=names, found=printed)


def exemptions_valid(_rule: ExemptionsValid, context: Context) -> Conclusion:
    """Every exemption that the paper claims is still in force on the date."""
    document = context.the_document
    entries = document.values("exemptions")
    if not entries:
        return inapplicable(f"{document.name} claims no exemption")
    said = [_exemption(context, document, entry) for entry in entries]
    worst = [one for outcome in (Outcome.FAIL, Outcome.UNDETERMINED) for one in said if one.outcome is outcome]
    if worst:
        return worst[0]
    names = ", ".join(dict.fromkeys(str(entry.value) for entry in entries))
    return passed(f"{names} on {document.name} are in force", ground(document, *entries), found=names)


def _exemption(context: Context, document: Document, entry: Found[Any]) -> Conclusion:
    name = str(entry.value)
    shown = ground(document, entry)
    line = _line_of(context.registers.exemptions, name)
    if line is None:
        return undecided(f"the register does not hold the exemption {name}", shown, found=name)
    last = line.expires or line.some_expire
    words = {"found": name, "expected": f"{name} in force", "exemption": name, "date": str(last)}
    if line.expires and context.as_of > line.expires:
        return failed(f"the exemption {name} on {document.name} expired on {line.expires}", shown, **words)
    if line.some_expire and context.as_of > line.some_expire:
        later = f", on {line.expires} in others" if line.expires else ""
        why = f"the exemption {name} expired on {line.some_expire} in some categories of equipment{later}"
        return undecided(why, shown, **words)
    return passed(f"{name} is in force until {last}", shown, **words)


def _line_of(lines: Sequence[Exemption], name: str) -> Exemption | None:
    return next((line for line in lines if line.entry == name), None)


def from_list(context: Context, documents: tuple[Document, ...], wanted: str) -> Conclusion | None:
    """The best conclusion on who issued one of the papers; None when there are none."""
    return nearest(issued_by_list(context, document, wanted, silent="undetermined") for document in documents)
