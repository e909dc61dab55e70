"""Checks on which papers are there and what they extend to: presence, coverage, features, versions, brands."""

from dataclasses import replace
from typing import Any

from docverify.facts.document import Document
from docverify.facts.dossier import Quote, State
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.facts.finding import Outcome
from docverify.facts.party import name_key
from docverify.facts.version import Version
from docverify.rules.checks_registers import from_list
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
from docverify.rules.papers import (
    chosen,
    concerns,
    covering,
    describe,
    doubtful,
    is_stray,
    may_be,
    may_hide,
    nearest,
    over_papers,
    selected,
    stated,
    unless_covered,
)
from docverify.rules.parameters import (
    PRODUCT_VERSIONS,
    Covers,
    Features,
    OfPapers,
    PaperPresent,
    SchemeFitsDuty,
    VersionAgrees,
)

BRAND_FIELDS = ("brand", "product_name", "models", "covered_models", "manufacturer", "contacts")


def paper_present(rule: PaperPresent, context: Context) -> Conclusion:
    """A paper of one of the kinds is in the pack and covers the product."""

    def conclude() -> Conclusion:
        return _present(rule, context)

    return unless_covered(context, rule.unless, conclude)


def _present(rule: PaperPresent, context: Context) -> Conclusion:
    product = context.the_product
    wanted = describe(rule.papers)
    found = covering(context, product, rule.papers)
    if found.covered and (doubt := _of_another(rule, context, found.covered)):
        return doubt
    if found.covered:
        names = ", ".join(document.name for document in found.covered)
        return _covered(context, found.covered[0], f"{names} covers {product.model}", wanted)
    if rule.any_model and (there := (*found.undetermined, *found.elsewhere)):
        return passed(f"{there[0].name} is in the pack", ground(there[0]), expected=wanted, found=there[0].name)
    if found.undetermined:
        document = found.undetermined[0]
        why = f"it is not certain that {document.name} covers {product.model}: "
        return undecided(why + context.dossier.coverage(product, document).why, ground(document), expected=wanted)
    return _absent(rule, context, wanted, found.elsewhere)


def _of_another(rule: PaperPresent, context: Context, covered: tuple[Document, ...]) -> Conclusion | None:
    """The doubt about papers none of which is known to be of an issuer that may issue it; None when one is."""
    if rule.issued_by is None or len(bound := chosen(covered, rule.issued_by.papers)) < len(covered):
        return None
    said = from_list(context, bound, rule.issued_by.list)
    if said and said.outcome is Outcome.PASS and said.unverified:
        return undecided(f"{said.why}, but that it may issue one was not verified", ground(bound[0]))
    return said if said and said.outcome is not Outcome.PASS else None


def _absent(rule: PaperPresent, context: Context, wanted: str, elsewhere: tuple[Document, ...]) -> Conclusion:
    product = context.the_product
    if elsewhere and rule.elsewhere != "fail":
        other = inapplicable(f"{elsewhere[0].name} is there, but for other models", ground(elsewhere[0]))
        return replace(other, outcome=Outcome(rule.elsewhere))
    if rule.unfit and covering(context, product, rule.unfit).any:
        return inapplicable(f"{describe(rule.unfit)} is there in its place")
    if possible := may_be(context, product, rule.papers):
        why = f"{possible[0].name} may be the {wanted} for {product.model}, but nobody can say what it is to"
        return undecided(why, ground(possible[0]), expected=wanted)
    why = f"the pack holds no {wanted}" + (f" for {product.model}" if elsewhere else "")
    if hidden := may_hide(context.dossier):
        return undecided(f"{why}, but {hidden}", expected=wanted, found="nothing")
    grounds = (ground(elsewhere[0]),) if elsewhere else ()
    said = failed(why, *grounds, expected=wanted, found=elsewhere[0].name if elsewhere else "nothing")
    return said if elsewhere else replace(said, outcome=Outcome(rule.absent))


def _covered(context: Context, document: Document, why: str, wanted: str) -> Conclusion:
    evidence = context.dossier.coverage(context.the_product, document).evidence
    return _shown(passed(why, ground(document), expected=wanted, found=document.name), evidence)


def _shown(conclusion: Conclusion, evidence: tuple[Quote, ...]) -> Conclusion:
    return replace(conclusion, evidence=evidence or conclusion.evidence)


def covers(rule: Covers, context: Context) -> Conclusion:
    """One of the papers extends to the product in that aspect."""

    def judge(document: Document) -> Conclusion:
        return _extends(rule, context, document)

    if rule.aspect != "model":
        return over_papers(context, rule.papers, judge, absent="not_applicable")
    best = nearest(judge(document) for document in selected(context, rule.papers))
    return best or inapplicable(f"the pack holds no {describe(rule.papers)} for {context.the_product.model}")


def covers_each(rule: Covers, context: Context) -> Conclusion:
    """The paper, which is about the product, extends to it in that aspect."""
    return _extends(rule, context, context.the_document)


def _extends(rule: Covers, context: Context, document: Document) -> Conclusion:
    """What the linker found between the paper and the product in the aspect."""
    product = context.the_product
    entry = stated(context.dossier, product, document, rule.aspect)
    if entry is None:
        return missing(document, f"the {rule.aspect}", rule.silent)
    match entry.state:
        case State.COVERED:
            conclusion = passed(entry.why, ground(document), expected=product.model, found=document.name)
        case State.NOT_COVERED:
            conclusion = failed(entry.why, ground(document), expected=product.model, found=entry.why)
        case State.UNDETERMINED:
            conclusion = undecided(entry.why, ground(document), expected=product.model)
    return _shown(conclusion, entry.evidence)


def covers_some_product(_rule: OfPapers, context: Context) -> Conclusion:
    """The paper is about at least one product of the shipment."""
    document, dossier = context.the_document, context.dossier
    states = [concerns(dossier, product, document) for product in dossier.shipment.products]
    entries = document.values("models") or document.values("covered_models")
    shown = ground(document, *entries)
    models = ", ".join(product.model for product in dossier.shipment.products)
    printed = ", ".join(str(entry.value) for entry in entries)
    if State.COVERED in states:
        return passed(f"{document.name} covers a product of the shipment", shown, expected=models, found=printed)
    if is_stray(dossier, document):
        why = f"{document.name} covers none of {models}"
        return failed(why, shown, expected=models, found=printed or "no model")
    return undecided(f"nobody can say which product {document.name} is about", shown, expected=models)


def features_match(rule: Features, context: Context) -> Conclusion:
    """One of the covering papers lists every shipped connector or radio."""

    def judge(document: Document) -> Conclusion:
        return _lists(rule, context, document)

    return over_papers(context, rule.papers, judge, absent="not_applicable")


def features_match_each(rule: Features, context: Context) -> Conclusion:
    """The paper lists every shipped connector or radio."""
    return _lists(rule, context, context.the_document)


def _lists(rule: Features, context: Context, document: Document) -> Conclusion:
    product = context.the_product
    shipped: tuple[str, ...] | None = getattr(product, rule.field)
    if shipped == ():
        return inapplicable(f"{product.model} has no {rule.field}")
    entries = document.values(rule.field)
    if not entries:
        return missing(document, f"any {rule.field}", rule.silent, missing=", ".join(shipped or ()))
    if shipped is None:
        return undecided(
            f"the shipment does not say which {rule.field} {product.model} has", ground(document, *entries)
        )
    listed = {str(entry.value) for entry in entries}
    absent = [name for name in shipped if name not in listed]
    words = {"expected": ", ".join(shipped), "found": ", ".join(sorted(listed)), "missing": ", ".join(absent)}
    if not absent:
        return passed(
            f"{document.name} lists {words['expected']}", ground(document, *_named(entries, shipped)), **words
        )
    why = f"{document.name} lists {words['found']}, not {words['missing']}"
    return unread(document, words["missing"]) or failed(why, ground(document, *entries), **words)


def _named(entries: tuple[Found[Any], ...], wanted: tuple[str, ...]) -> tuple[Found[Any], ...]:
    return tuple(entry for entry in entries if entry.value in wanted)


def version_agrees(rule: VersionAgrees, context: Context) -> Conclusion:
    """The shipped hardware or firmware is among the versions the paper prints."""
    product, document = context.the_product, context.the_document
    what = PRODUCT_VERSIONS[rule.field]
    shipped = product.hardware if what == "hardware" else product.firmware
    entries = document.values(rule.field)
    if not entries:
        return missing(document, f"the {what} it is about", rule.silent, expected=shipped or "")
    if shipped is None:
        why = f"the shipment does not say which {what} {product.model} ships with"
        return undecided(why, ground(document, *entries))
    answers = [(entry, _same_version(entry.value, shipped)) for entry in entries]
    words = {"expected": shipped, "found": ", ".join(str(entry.value) for entry in entries)}
    match = [entry for entry, answer in answers if answer]
    if match:
        return passed(f"{document.name} is about {what} {match[0].value}", ground(document, match[0]), **words)
    shown = ground(document, *entries)
    if any(answer is None for _, answer in answers):
        return undecided(f"{words['found']} and {shipped} cannot be compared", shown, **words)
    why = f"{document.name} is about {what} {words['found']}, the shipment has {shipped}"
    return unread(document, f"{what} {shipped}") or failed(why, shown, **words)


def _same_version(printed: Version, shipped: str) -> bool | None:
    """Whether the shipped version is the printed one or in its range; None when they cannot be compared."""
    try:
        return printed.contains(Version.parse(shipped))
    except ValueError:
        return printed.printed.strip().casefold() == shipped.strip().casefold() or None


def scheme_fits_duty(rule: SchemeFitsDuty, context: Context) -> Conclusion:
    """No paper of an unfit kind stands where a fit one is needed."""
    product = context.the_product
    fit, unfit = covering(context, product, rule.fit) if rule.fit else None, covering(context, product, rule.unfit)
    if fit and fit.covered:
        return passed(f"{fit.covered[0].name} is the right kind of paper", ground(fit.covered[0]))
    if not unfit.any:
        return inapplicable(f"no {describe(rule.unfit)} in the pack")
    document = (unfit.covered or unfit.undetermined)[0]
    shown = ground(document, *document.values("issuer")[:1])
    words = {"expected": describe(rule.fit) if rule.fit else "another kind of paper", "found": describe(rule.unfit)}
    if fit and fit.undetermined:
        return undecided(f"it is not certain that {fit.undetermined[0].name} covers {product.model}", shown, **words)
    conclusion = failed(f"{document.name} is no proof for this duty", shown, **words)
    return conclusion if unfit.covered else doubtful(context, product, document, conclusion)


def brand_leftover(_rule: OfPapers, context: Context) -> Conclusion:
    """The paper prints neither the brand nor the model of the factory behind a private-label product."""
    product, document = context.the_product, context.the_document
    label = product.private_label
    if label is None:
        return inapplicable(f"{product.model} is not a private-label product")
    names = [name for name in (label.oem_brand, label.oem_model) if name]
    if not names:
        return undecided("the shipment names neither the factory's brand nor its model", ground(document))
    entries = [entry for name in BRAND_FIELDS for entry in document.values(name)]
    left = [entry for entry in entries if any(_prints(str(entry.value), name) for name in names)]
    left += [entry for entry in _mentions(document) if entry.value in names]
    words = {"expected": product.brand or product.model}
    if left:
        found = ", ".join(dict.fromkeys(str(entry.value) for entry in left))
        words |= {"found": found, "value": str(left[0].value)}
        return failed(f"{document.name} still prints {found}", ground(document, *left), **words)
    unsought = [name for name in names if name not in document.marks.get("watched", ())]
    if unsought:
        return undecided(f"{document.name} was not searched for {', '.join(unsought)}", ground(document))
    return unread(document, " or ".join(names)) or passed(
        f"{document.name} prints none of {', '.join(names)}", ground(document), **words
    )


def _mentions(document: Document) -> list[Found[Any]]:
    """The words that the reader was told to look for, with the places where they stand."""
    return [
        Found(
            value=mention["word"],
            quote=mention["quote"],
            evidence=tuple(Evidence(document.sha256, mention["page"], tuple(box)) for box in mention["boxes"]),
            origin=Origin.TEXT,
            confidence=1.0,
        )
        for mention in document.marks.get("mentions", ())
    ]


def _prints(text: str, name: str) -> bool:
    """Whether the words of the name stand in the text as whole words."""
    return f" {name_key(name)} " in f" {name_key(text)} "
