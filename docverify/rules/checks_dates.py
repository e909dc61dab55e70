"""Checks on dates: validity, order within a paper, order between papers. Two readings of one date must both agree."""

from collections.abc import Callable
from datetime import date, timedelta

from docverify.facts.document import Document
from docverify.facts.dossier import LinkKind, State
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
from docverify.rules.field_words import in_words
from docverify.rules.papers import concerns, selected
from docverify.rules.parameters import DatedAfter, DatesInOrder, IssuedNotBefore, ValidOn

YEAR = timedelta(days=365.25)


def _judge_dates(document: Document, field: str, holds: Callable[[date], bool], what: str, **words: str) -> Conclusion:
    """Pass when every reading of the date holds, fail when none does, undetermined when they differ."""
    entries = document.values(field)
    answers = [holds(entry.value) for entry in entries]
    shown = ground(document, *entries)
    printed = " or ".join(dict.fromkeys(str(entry.value) for entry in entries))
    words = {"found": printed, "date": printed, **words}
    name = in_words(field)
    if all(answers):
        return passed(f"the {name} of {document.name} is {printed}", shown, **words)
    if any(answers):
        return undecided(f"the date of {document.name} can be read in two ways: {printed}", shown, **words)
    return failed(f"the {name} of {document.name} is {printed}, {what}", shown, **words)


def valid_on(rule: ValidOn, context: Context) -> Conclusion:
    """The paper is valid on the date of the check."""
    document, day = context.the_document, context.as_of

    def still(until: date) -> bool:
        return until >= day

    def young(issued: date) -> bool:
        return issued + YEAR * (rule.max_age_years or 0) >= day

    if document.values("valid_until"):
        return _judge_dates(document, "valid_until", still, f"before {day}", expected=f"valid on {day}")
    if rule.max_age_years and document.values("issued_on"):
        limit = f"at most {rule.max_age_years} years old"
        return _judge_dates(document, "issued_on", young, f"more than {rule.max_age_years} years ago", expected=limit)
    return missing(document, "until when it is valid", rule.silent)


def issued_not_before(rule: IssuedNotBefore, context: Context) -> Conclusion:
    """The paper was issued on or after the day."""
    document = context.the_document

    def late_enough(issued: date) -> bool:
        return issued >= rule.day

    if not document.values("issued_on"):
        return missing(document, "its date", rule.silent)
    return _judge_dates(document, "issued_on", late_enough, f"before {rule.day}", expected=f"{rule.day} or later")


def dates_in_order(rule: DatesInOrder, context: Context) -> Conclusion:
    """The dates the paper prints follow one another as they have to."""
    document = context.the_document
    printed = [name for name in rule.order if document.values(name)]
    pairs = [_in_order(document, a, b) for a, b in zip(printed, printed[1:], strict=False)]
    if rule.until_as_of and printed:
        pairs.append(_not_after(document, printed[-1], context.as_of))
    if not pairs:
        return missing(document, "dates to compare", "not_applicable")
    wrong = [pair for pair in pairs if pair.outcome.value == "fail"]
    doubtful = [pair for pair in pairs if pair.outcome.value == "undetermined"]
    if wrong or doubtful:
        return (wrong or doubtful)[0]
    if len(printed) < len(rule.order) and (blind := unread(document, "every date")):
        return blind
    entries = [document.values(name)[0] for name in printed]
    names = ", ".join(in_words(name) for name in printed)
    return passed(f"the dates of {document.name} ({names}) follow one another", ground(document, *entries))


def _in_order(document: Document, first: str, then: str) -> Conclusion:
    def not_before_first(day: date) -> bool:
        return all(entry.value <= day for entry in document.values(first))

    def after_some(day: date) -> bool:
        return any(entry.value <= day for entry in document.values(first))

    earlier = " or ".join(str(entry.value) for entry in document.values(first))
    what = f"before {first.replace('_', ' ')} ({earlier})"
    words = {"expected": f"not {what}", "first": in_words(first), "then": in_words(then)}
    strict = _judge_dates(document, then, not_before_first, what, **words)
    if strict.outcome.value == "pass" or not any(after_some(entry.value) for entry in document.values(then)):
        return strict
    shown = ground(document, *document.values(first), *document.values(then))
    return undecided(f"the dates of {document.name} can be read in two ways", shown, **words)


def _not_after(document: Document, name: str, day: date) -> Conclusion:
    def early_enough(found: date) -> bool:
        return found <= day

    words = {"expected": f"not after {day}", "first": in_words(name), "then": "the date of the check"}
    return _judge_dates(document, name, early_enough, f"after {day}", **words)


def dated_after_cited(rule: DatedAfter, context: Context) -> Conclusion:
    """The paper was not issued before a paper it cites, or before one of the others that cover the same product."""
    document = context.the_document
    if not document.values("issued_on"):
        return missing(document, "its date", "not_applicable")
    basis = [d for d in _basis(rule, context, document) if d.values("issued_on")]
    if not basis:
        return inapplicable(f"there is no dated paper that {document.name} rests on")
    answers = [_after(document, earlier) for earlier in basis]
    bad = [a for a in answers if a.outcome.value == "fail"] or [a for a in answers if a.outcome.value == "undetermined"]
    if bad:
        return bad[0]
    names = ", ".join(d.name for d in basis)
    return passed(f"{document.name} was issued after {names}", ground(document, document.values("issued_on")[0]))


def _basis(rule: DatedAfter, context: Context, document: Document) -> list[Document]:
    dossier = context.dossier
    if not rule.others:
        links = [x for x in dossier.links if x.kind is LinkKind.CITES and x.start == document.id and x.resolved]
        return [dossier.document(link.end) for link in links]
    products = [p for p in dossier.shipment.products if concerns(dossier, p, document) is State.COVERED]
    others = [d for d in selected(context, rule.others) if d is not document]
    return [d for d in others if any(concerns(dossier, p, d) is State.COVERED for p in products)]


def _after(document: Document, earlier: Document) -> Conclusion:
    here, there = document.values("issued_on"), earlier.values("issued_on")
    answers = [mine.value >= other.value for mine in here for other in there]
    shown = (ground(document, *here), ground(earlier, *there))
    words = {"expected": f"not before {there[0].value}", "found": str(here[0].value), "date": str(here[0].value)}
    words |= {"first": earlier.name, "then": document.name}
    if all(answers):
        return passed("the dates follow one another", *shown, **words)
    if any(answers):
        return undecided("the dates can be read in two ways", *shown, **words)
    why = f"{document.name} of {here[0].value} is older than {earlier.name} of {there[0].value}, which it rests on"
    return failed(why, *shown, **words)
