"""Checks on evidence that several papers give together, and on what no paper gives: people look, and answer."""

from docverify.facts.document import Document
from docverify.rules.answers import answer_to
from docverify.rules.context import Conclusion, Context, failed, ground, passed, undecided, unread
from docverify.rules.field_words import in_words
from docverify.rules.papers import covering, describe, nothing_covers, selected
from docverify.rules.parameters_evidence import Answered, FieldsShown, ProductIs
from docverify.rules.when import Values, condition, product_values


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
    """A person looked at what no paper decides, and answered in the shipment file that it is fulfilled."""
    return answer_to(context) or _unanswered(rule, context)


def _unanswered(rule: Answered, context: Context) -> Conclusion:
    """Undetermined, with the papers in which people may find it."""
    may_show = selected(context, rule.papers) if rule.papers else ()
    names = ", ".join(document.name for document in may_show)
    look = f"; look in {names}" if names else ""
    return undecided(f"{rule.because}{look}", *(ground(document) for document in may_show[:1]), found=names)
