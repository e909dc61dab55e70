"""Checks on what a paper declares: acts, standards, editions, the fields it has to print, and body numbers."""

from collections.abc import Callable
from typing import Any

from docverify.facts.document import Document
from docverify.facts.evidence import Found
from docverify.rules.context import (
    Conclusion,
    Context,
    failed,
    ground,
    inapplicable,
    listed,
    missing,
    passed,
    undecided,
    unread,
)
from docverify.rules.field_words import in_words
from docverify.rules.papers import over_papers, unless_covered
from docverify.rules.parameters import (
    ActsNotListed,
    DeclarationComplete,
    DeclaresAct,
    DeclaresStandard,
    FieldPresent,
    FieldValue,
    OfPapers,
    RadioStandards,
    StandardsNotAlone,
)
from docverify.rules.standards import act_key, acts_named, cited, wanted_standard

# The three answers to "is it listed?": the readings that show it, a doubt in words, or False.
Listed = tuple[Found[Any], ...] | str


def declares_act(rule: DeclaresAct, context: Context) -> Conclusion:
    """A covering paper lists the acts."""
    return _declares(rule, context, "legal_acts", acts_named)


def declares_standard(rule: DeclaresStandard, context: Context) -> Conclusion:
    """A covering paper lists the standards, in the wanted edition or a later one."""
    return _declares(rule, context, "standards", _listed_standard)


def _listed_standard(document: Document, wanted: str) -> Listed:
    """The readings that name the standard in a good edition; why that cannot be said; nothing when it is not cited."""
    target = wanted_standard(wanted)
    entries = cited(document, wanted)
    good = tuple(entry for entry in entries if target.recent(entry.value))
    if good or not entries:
        return good
    if any(target.recent(entry.value) is None for entry in entries):
        return f"{document.name} cites {entries[0].value}; whether that is {wanted} cannot be said"
    return ()


def _declares(rule: DeclaresAct, context: Context, field: str, find: Callable[[Document, str], Listed]) -> Conclusion:
    def judge(document: Document) -> Conclusion:
        return _listed(rule, document, field, find)

    def conclude() -> Conclusion:
        return over_papers(context, rule.papers, judge, absent=rule.absent)

    return unless_covered(context, rule.unless, conclude)


def _listed(rule: DeclaresAct, document: Document, field: str, find: Callable[[Document, str], Listed]) -> Conclusion:
    expected = _expectation(rule)
    entries = document.values(field)
    if not entries:
        return missing(document, f"any {in_words(field)}", rule.silent, expected=expected, missing=expected)
    answers = {wanted: find(document, wanted) for wanted in (*rule.all_of, *rule.any_of)}
    words = {"expected": expected, "found": listed(entries)}
    absent = [wanted for wanted in rule.all_of if not answers[wanted]]
    alternatives = [answers[wanted] for wanted in rule.any_of]
    if rule.any_of and not any(alternatives):
        absent.append(" or ".join(rule.any_of))
    if absent:
        words["missing"] = ", ".join(absent)
        why = f"{document.name} does not list {words['missing']}"
        return unread(document, words["missing"]) or failed(why, ground(document, *entries), **words)
    needed = [answers[wanted] for wanted in rule.all_of] + _best(alternatives)
    doubts = [answer for answer in needed if isinstance(answer, str)]
    if doubts:
        return undecided("; ".join(doubts), ground(document, *entries), **words)
    shown = ground(document, *(_surest(answer) for answer in needed if not isinstance(answer, str)))
    return passed(f"{document.name} lists {', '.join(str(e.value) for e in shown.entries)}", shown, **words)


def _best(alternatives: list[Listed]) -> list[Listed]:
    """The alternative that is really listed, else one in doubt; nothing when none was asked for."""
    listed: list[Listed] = [answer for answer in alternatives if answer and not isinstance(answer, str)]
    return listed[:1] or [answer for answer in alternatives if answer][:1]


def _surest(entries: tuple[Found[Any], ...]) -> Found[Any]:
    """The reading that was read best."""
    return max(entries, key=_confidence)


def _confidence(entry: Found[Any]) -> float:
    return entry.confidence


def _expectation(rule: DeclaresAct) -> str:
    parts = [*rule.all_of, " or ".join(rule.any_of)]
    return ", ".join(part for part in parts if part)


def radio_standards(rule: RadioStandards, context: Context) -> Conclusion:
    """A covering paper lists, for every radio of the product, one of the standards for it."""
    product = context.the_product
    if product.radios is None:
        return undecided(f"the shipment does not say which radios {product.model} has")
    radios = [radio for radio in product.radios if radio in rule.standards]
    if not radios:
        return inapplicable(f"{product.model} has no radio that the rule speaks of")

    def judge(document: Document) -> Conclusion:
        return _radios_served(rule, document, radios)

    return over_papers(context, rule.papers, judge, absent=rule.absent)


def _radios_served(rule: RadioStandards, document: Document, radios: list[str]) -> Conclusion:
    wanted = {radio: " or ".join(rule.standards[radio]) for radio in radios}
    expected = "; ".join(f"{radio}: {names}" for radio, names in wanted.items())
    entries = document.values("standards")
    if not entries:
        return missing(document, "any standards", rule.silent, expected=expected, missing=expected)
    served = {radio: [e for name in rule.standards[radio] for e in cited(document, name)] for radio in radios}
    absent = [f"{wanted[radio]} for {radio}" for radio in radios if not served[radio]]
    words = {"expected": expected, "found": listed(entries), "missing": ", ".join(absent)}
    if absent:
        why = f"{document.name} does not list {words['missing']}"
        return unread(document, words["missing"]) or failed(why, ground(document, *entries), **words)
    shown = ground(document, *(_surest(tuple(found)) for found in served.values()))
    return passed(f"{document.name} lists a standard for {', '.join(radios)}", shown, **words)


def acts_not_listed(rule: ActsNotListed, context: Context) -> Conclusion:
    """The paper lists none of the acts."""
    document = context.the_document
    entries = document.values("legal_acts")
    if not entries:
        return missing(document, "any legal acts", "not_applicable")
    if rule.together_with and not any(acts_named(document, act) for act in rule.together_with):
        return inapplicable(f"{document.name} does not list {' or '.join(rule.together_with)}")
    wrong = [entry for act in rule.none_of for entry in acts_named(document, act)]
    words = {"expected": f"not {' nor '.join(rule.none_of)}", "found": listed(entries)}
    if wrong:
        words["act"] = listed(wrong)
        return failed(f"{document.name} lists {words['act']}", ground(document, *wrong), **words)
    why = f"{document.name} lists none of {', '.join(rule.none_of)}"
    return unread(document, "every act listed") or passed(why, ground(document, *entries[:1]), **words)


def acts_in_force(_rule: OfPapers, context: Context) -> Conclusion:
    """The paper lists no act that has stopped applying."""
    document = context.the_document
    entries = document.values("legal_acts")
    if not entries:
        return missing(document, "any legal acts", "not_applicable")
    ended = {
        act_key(a.number): a for a in context.registers.acts if a.applies_until and a.applies_until < context.as_of
    }
    wrong = [entry for entry in entries if act_key(str(entry.value)) in ended]
    if not wrong:
        why = f"{document.name} lists no act that has stopped applying"
        return unread(document, "every act listed") or passed(
            why, ground(document, *entries[:1]), found=listed(entries)
        )
    act = ended[act_key(str(wrong[0].value))]
    words = {"act": act.number, "replaced_by": act.replaced_by or "", "ceased_on": str(act.applies_until)}
    why = f"{document.name} lists {listed(wrong)}, which applied until {act.applies_until}"
    expected = act.replaced_by or f"not {act.number}"
    return failed(why, ground(document, *wrong), expected=expected, found=listed(wrong), **words)


def standards_not_alone(rule: StandardsNotAlone, context: Context) -> Conclusion:
    """A standard that does not suffice for this product is not cited without the one that does."""
    document = context.the_document
    has = [entry for wanted in rule.has for entry in cited(document, wanted)]
    others = document.values("standards")
    if not has:
        why = f"{document.name} cites none of {', '.join(rule.has)}"
        forbidden = bool(others) and not rule.needs  # nothing would make up for it: not citing it is the requirement
        fine = passed(why, ground(document, *others), found=listed(others)) if forbidden else inapplicable(why)
        return unread(document, " or ".join(rule.has)) or fine
    needs = [entry for wanted in rule.needs for entry in cited(document, wanted)]
    words = {"expected": " or ".join(rule.needs), "found": listed(has), "standard": listed(has)}
    if needs:
        return passed(f"{document.name} cites {listed(needs)}, too", ground(document, needs[0]), **words)
    why = f"{document.name} cites {words['found']} without {words['expected'] or 'one that fits'}"
    return unread(document, words["expected"]) or failed(why, ground(document, *has), **words)


def field_present(rule: FieldPresent, context: Context) -> Conclusion:
    """The paper prints the fields."""
    document = context.the_document
    absent = [in_words(name) for name in rule.all_of if not document.values(name)]
    if rule.any_of and not any(document.values(name) for name in rule.any_of):
        absent.append(" or ".join(in_words(name) for name in rule.any_of))
    if absent:
        return missing(document, ", ".join(absent), "fail", missing=", ".join(absent))
    entries = [_surest(document.values(name)) for name in rule.all_of]
    entries += [_surest(document.values(name)) for name in rule.any_of if document.values(name)][:1]
    why = f"{document.name} shows {', '.join(in_words(name) for name in (*rule.all_of, *rule.any_of))}"
    return passed(why, ground(document, *entries), found=listed(entries))


def declaration_complete(rule: DeclarationComplete, context: Context) -> Conclusion:
    """The declaration prints every field it has to, is signed, and carries the statement."""
    document = context.the_document
    absent = [in_words(name) for name in rule.fields if not document.values(name)]
    said = [entry for entry in document.values("statements") if entry.value in rule.statements]
    if rule.statements and not said:
        absent.append("the statement " + " or ".join(name.replace("_", " ") for name in rule.statements))
    marks = document.values("signed")
    signatures = [str(entry.value) for entry in marks]
    if rule.signed and "yes" not in signatures and "undetermined" not in signatures:
        absent.append("a signature")
    if absent:
        return missing(document, ", ".join(absent), "fail", missing=", ".join(absent))
    if rule.signed and "yes" not in signatures:
        return undecided(f"whether {document.name} is signed cannot be said", ground(document, *marks))
    entries = [_surest(document.values(name)) for name in rule.fields] + said[:1]
    entries += [entry for entry in marks if rule.signed and entry.value == "yes"][:1]
    return passed(f"{document.name} holds everything a declaration needs", ground(document, *entries))


def field_value(rule: FieldValue, context: Context) -> Conclusion:
    """The field has one of the accepted values."""
    document = context.the_document
    entries = document.values(rule.field)
    if not entries:
        return missing(document, in_words(rule.field), rule.silent, expected=" or ".join(rule.accept))
    values = {str(entry.value) for entry in entries}
    words = {"expected": " or ".join(rule.accept), "found": listed(entries), "value": listed(entries)}
    shown = ground(document, *entries)
    if values & set(rule.reject):
        return failed(f"the {in_words(rule.field)} of {document.name} is {words['found']}", shown, **words)
    if values <= set(rule.accept):
        return passed(f"the {in_words(rule.field)} of {document.name} is {words['found']}", shown, **words)
    return undecided(f"the {in_words(rule.field)} of {document.name} is {words['found']}", shown, **words)
