"""Checks on evidence that several papers give together, and on what no paper gives: people look, and answer."""

from datetime import date, timedelta

from docverify.facts.document import Document
from docverify.facts.shipment import Answer
from docverify.rules.context import Conclusion, Context, Ground, failed, ground, passed, undecided, unread
from docverify.rules.field_words import in_words
from docverify.rules.papers import covering, describe, nothing_covers, selected
from docverify.rules.parameters_evidence import Answered, FieldsShown, ProductIs
from docverify.rules.when import Values, condition, product_values

# An answer is good for so long: registrations lapse, people and processes at a supplier change.
ANSWER_HOLDS = timedelta(days=365)


def fields_shown(rule: FieldsShown, context: Context) -> Conclusion:
    """The papers that cover the product print the fields between them."""
    product = context.the_product
    found = covering(context, product, rule.papers)
    if not found.covered and found.undetermined:
        why = f"it is not certain that {found.undetermined[0].name} covers {product.model}"
        return undecided(why, ground(found.undetermined[0]), expected=describe(rule.papers))
    if not found.covered:
        return nothing_covers(context, rule.papers, rule.absent)
    return _shown(rule, found.covered)


def _shown(rule: FieldsShown, documents: tuple[Document, ...]) -> Conclusion:
    """The conclusion on papers that all cover the product; one page nobody read leaves it open what they print."""
    printed = {name: [d for d in documents if d.values(name)] for name in (*rule.all_of, *rule.any_of)}
    absent = [in_words(name) for name in rule.all_of if not printed[name]]
    if rule.any_of and not any(printed[name] for name in rule.any_of):
        absent.append(" or ".join(in_words(name) for name in rule.any_of))
    names = ", ".join(document.name for document in documents)
    if absent:
        what = ", ".join(absent)
        blind = next((doubt for document in documents if (doubt := unread(document, what))), None)
        words = {"expected": what, "found": "nothing", "missing": what}
        return blind or failed(f"{names} does not show {what}", ground(documents[0]), **words)
    shown = [ground(found[0], found[0].values(name)[0]) for name, found in printed.items() if found]
    return passed(f"{names} shows {', '.join(in_words(name) for name, found in printed.items() if found)}", *shown)


def product_is(rule: ProductIs, context: Context) -> Conclusion:
    """The product that ships is as the condition says."""
    product, asked = context.the_product, condition(rule.holds)
    known = product_values(product, "")
    values = Values(known)
    words = {"expected": rule.holds}
    match asked.decide(values):
        case True:
            return passed(f"{rule.holds} holds for {product.model}", **words)
        case False:
            found = ", ".join(f"{name} is {known[name]}" for name in sorted(asked.names) if name in known)
            return failed(f"{rule.holds} does not hold for {product.model}: {found}", **words, found=found)
        case _:
            return undecided(f"nobody gave {', '.join(asked.unknown(values)) or rule.holds}", **words)


def answered(rule: Answered, context: Context) -> Conclusion:
    """A person looked at what no paper decides, and answered in the shipment file that it is fulfilled.

    The newest answer counts, of two on one day the one that says no; after a year it is asked again.
    """
    given = [answer for answer in context.dossier.shipment.answers if _is_meant(answer, context)]
    if not given:
        return _unanswered(rule, context)
    newest = max(given, key=_newest)
    said = f"{newest.who} answered on {newest.day}: {newest.seen}"
    words = {"expected": "yes", "found": f"{'yes' if newest.fulfilled else 'no'} ({newest.who}, {newest.day})"}
    if newest.day > context.as_of:
        return undecided(f"{said}; that is after {context.as_of}", **words)
    shown = _paper_of(newest, context)
    if newest.paper and not shown:
        return undecided(f"{said}; but {newest.paper}, which is to show it, is not in the pack", **words)
    if not newest.fulfilled:
        return failed(said, *shown, **words)
    if newest.day + ANSWER_HOLDS < context.as_of:
        return undecided(f"{said}; that is more than a year ago, so it has to be asked again", *shown, **words)
    return passed(said, *shown, **words)


def _is_meant(answer: Answer, context: Context) -> bool:
    return answer.rule == context.rule and answer.product in (None, context.the_product.model)


def _newest(answer: Answer) -> tuple[date, bool]:
    return answer.day, not answer.fulfilled


def _paper_of(answer: Answer, context: Context) -> tuple[Ground, ...]:
    return tuple(ground(document) for document in context.dossier.documents if document.path == answer.paper)


def _unanswered(rule: Answered, context: Context) -> Conclusion:
    """Undetermined, with the papers in which people may find it."""
    may_show = selected(context, rule.papers) if rule.papers else ()
    names = ", ".join(document.name for document in may_show)
    look = f"; look in {names}" if names else ""
    return undecided(f"{rule.because}{look}", *(ground(document) for document in may_show[:1]), found=names)
