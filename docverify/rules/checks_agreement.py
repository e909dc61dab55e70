"""Checks on whether papers agree with the shipment and with one another on parties and bodies."""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from docverify.facts.document import Document
from docverify.facts.dossier import State
from docverify.facts.finding import Confidence
from docverify.facts.party import name_key, same_party
from docverify.facts.shipment import Operator, Product
from docverify.rules.context import (
    Conclusion,
    Context,
    Ground,
    failed,
    ground,
    inapplicable,
    listed,
    marked_unverified,
    missing,
    passed,
    undecided,
    unread,
)
from docverify.rules.field_words import in_words
from docverify.rules.pack import Body
from docverify.rules.papers import concerns, covering
from docverify.rules.parameters import (
    BodiesAgree,
    BodyNumber,
    OfPapers,
    OperatorEstablished,
    PartiesAgree,
    PartyAgrees,
)
from docverify.rules.standards import act_key


def party_agrees(rule: PartyAgrees, context: Context) -> Conclusion:
    """The party the paper prints is the shipment's."""
    document = context.the_document
    what = in_words(rule.party)
    shipped = _party_names(context, rule.party)
    entries = document.values(rule.field)
    expected = " or ".join(shipped)
    if not entries:
        return missing(document, f"the {in_words(rule.field)}", rule.silent, expected=expected or what, party=expected)
    if not shipped:
        shown = ground(document, *entries)
        return undecided(f"the shipment names no {what}, {document.name} names {listed(entries)}", shown)
    words = {"expected": expected, "found": listed(entries), "party": expected}
    answers = {entry: [same_party(str(entry.value), name) for name in shipped] for entry in entries}
    agreeing = [entry for entry, answer in answers.items() if True in answer]
    if agreeing:
        return passed(f"{document.name} names {agreeing[0].value}", ground(document, agreeing[0]), **words)
    shown = ground(document, *entries)
    if any(None in answer for answer in answers.values()):
        return undecided(f"{words['found']} may or may not be {expected}", shown, **words)
    why = f"{document.name} names {words['found']}, the shipment {expected}"
    return unread(document, expected) or failed(why, shown, **words)


def _party_names(context: Context, role: str) -> tuple[str, ...]:
    """The names the shipment gives for the role; an importer limited to other markets does not count."""
    product = context.the_product
    if role == "brand":
        return (product.brand,) if product.brand else ()
    return tuple(operator.name for operator in operators(product, role))


def operators(product: Product, role: str) -> tuple[Operator, ...]:
    """The shipment's operators of that role; several only for importers."""
    if role == "importer":
        return product.importers or ()
    one: Operator | None = getattr(product, role)
    return (one,) if one else ()


def parties_agree(rule: PartiesAgree, context: Context) -> Conclusion:
    """The party that the papers print is the one the others print."""
    product = context.the_product
    here, there = covering(context, product, rule.papers).covered, covering(context, product, rule.others).covered
    pairs = [
        (a, entry, b, other)
        for a in here
        for entry in a.values(rule.field)
        for b in there
        if b is not a
        for other in b.values(rule.other_field)
    ]
    if not pairs:
        return nothing_to_compare({rule.field: here, rule.other_field: there})
    answers = [(pair, same_party(str(pair[1].value), str(pair[3].value))) for pair in pairs]
    for wanted in (False, None, True):
        for (a, entry, b, other), answer in answers:
            if answer is wanted:
                return _compared(ground(a, entry), ground(b, other))
    return inapplicable("there are no two parties to compare")


def nothing_to_compare(sides: Mapping[str, tuple[Document, ...]]) -> Conclusion:
    """Undetermined when the value to compare may stand on a page nobody could read; else not applicable."""
    for field, documents in sides.items():
        for document in documents:
            if not document.values(field) and (blind := unread(document, f"the {in_words(field)}")):
                return blind
    return inapplicable("there are no two papers to compare")


def _compared(here: Ground, there: Ground) -> Conclusion:
    a, b = here.entries[0].value, there.entries[0].value
    answer = same_party(str(a), str(b))
    words = {"expected": str(b), "found": str(a), "party": str(b)}
    if answer:
        return passed(f"{here.document.name} and {there.document.name} both name {a}", here, there, **words)
    if answer is None:
        return undecided(f"{a} and {b} may or may not be one party", here, there, **words)
    return failed(f"{here.document.name} names {a}, {there.document.name} names {b}", here, there, **words)


def declared_by_brand_owner(_rule: OfPapers, context: Context) -> Conclusion:
    """The declaration of a private-label product is in the brand owner's name."""
    product, document = context.the_product, context.the_document
    label = product.private_label
    if label is None:
        return inapplicable(f"{product.model} is not a private-label product")
    entries = document.values("manufacturer")
    if not entries:
        return missing(document, "its manufacturer", "undetermined")
    shown = ground(document, *entries)
    words = {"expected": product.brand or "the brand owner", "found": listed(entries), "party": listed(entries)}
    names = [name_key(str(entry.value)) for entry in entries]
    if label.oem_brand and any(_holds(name, label.oem_brand) for name in names):
        return failed(f"{document.name} is declared by {words['found']}, the factory behind the brand", shown, **words)
    owners = [operator.name for role in ("manufacturer", "importer") for operator in operators(product, role)]
    if any(same_party(str(entry.value), owner) for entry in entries for owner in owners) or (
        product.brand and any(_holds(name, product.brand) for name in names)
    ):
        return passed(f"{document.name} is declared by {words['found']}", shown, **words)
    return undecided(f"whether {words['found']} owns the brand {product.brand} cannot be said", shown, **words)


def _holds(key: str, name: str) -> bool:
    return f" {name_key(name)} " in f" {key} "


def operator_established(rule: OperatorEstablished, context: Context) -> Conclusion:
    """An operator of the shipment, or one a paper about it prints, is established in one of the countries."""
    known = [*_operators_shipped(rule, context), *_operators_printed(rule, context)]
    here = [entry for entry in known if entry[2] in rule.countries]
    countries = ", ".join(sorted({country for _, _, country, _ in known}))
    words = {"expected": f"an operator in {', '.join(rule.countries)}", "found": countries}
    if here:
        _, name, country, shown = here[0]
        return passed(f"{name} ({country}) is established there", *shown, **words)
    # Whoever was not named may well be established there; the manufacturer alone decides nothing.
    if len(rule.roles) > 1 and not any(role != "manufacturer" for role, *_ in known):
        asked = ", ".join(in_words(role) for role in rule.roles if role != "manufacturer")
        return undecided(f"neither the shipment nor a paper names {asked} with a country", **words)
    if not known:
        return undecided("neither the shipment nor a paper gives the country of an operator", **words)
    return failed(f"every operator known is elsewhere: {countries}", **words)


# A known operator: its role, its name or where it is printed, its country, and the readings that show it.
KnownOperator: TypeAlias = tuple[str, str, str, tuple[Ground, ...]]


def _operators_shipped(rule: OperatorEstablished, context: Context) -> Iterator[KnownOperator]:
    for role in rule.roles:
        for operator in operators(context.the_product, role):
            if operator.country:
                yield role, operator.name, operator.country, ()


def _operators_printed(rule: OperatorEstablished, context: Context) -> Iterator[KnownOperator]:
    for document in context.dossier.documents:
        if concerns(context.dossier, context.the_product, document) is State.COVERED:
            for role in rule.roles:
                for entry in document.values(f"{role}_country"):
                    yield role, f"the {in_words(role)} on {document.name}", str(entry.value), (ground(document, entry),)


def body_number(rule: BodyNumber, context: Context) -> Conclusion:
    """The number of the body is one it may have for the acts of the paper."""
    document = context.the_document
    entries = document.values("issuer_body_number")
    acts = [str(entry.value) for entry in document.values("legal_acts")]
    if not entries:
        return missing(document, "the number of a body", rule.silent)
    number = str(entries[0].value)
    words = {"found": number, "number": number}
    shown = ground(document, entries[0])
    if not (number.isdigit() and len(number) == 4):
        return failed(f"{number} is not a number of four digits", shown, expected="four digits", **words)
    without = {act_key(act) for act in rule.none_for}
    if without and acts and {act_key(act) for act in acts} <= without:
        why = f"{document.name} names body {number}, but {', '.join(acts)} know no body"
        return failed(why, shown, expected="no body", **words)
    if rule.listed:
        return _listed_body(context, document, number, acts)
    return passed(f"{document.name} names body {number}", shown, **words)


def _listed_body(context: Context, document: Document, number: str, acts: list[str]) -> Conclusion:
    shown = ground(document, *document.values("issuer_body_number")[:1], *document.values("issued_on")[:1])
    words = {"found": number, "number": number}
    lines = [line for line in context.registers.bodies if line.number == number]
    if not lines:
        return undecided(f"the register does not hold body {number}", shown, **words)
    issued = next((entry.value for entry in document.values("issued_on")), None)
    for line in lines:
        if fault := _body_fault(line, acts, issued):
            conclusion = failed(f"body {number} is {line.name}, {fault}", shown, expected=line.name, **words)
            return marked_unverified(conclusion, unverified=line.grade is Confidence.UNVERIFIED)
    conclusion = passed(f"body {number} is {lines[0].name}", shown, **words)
    return marked_unverified(conclusion, unverified=lines[0].grade is Confidence.UNVERIFIED)


def _body_fault(line: Body, acts: list[str], issued: Any) -> str:
    if line.valid_until and issued and issued > line.valid_until:
        return f"a body only until {line.valid_until}"
    if line.valid_from and issued and issued < line.valid_from:
        return f"a body only since {line.valid_from}"
    known = {act_key(act) for act in line.acts}
    if known and acts and not known & {act_key(act) for act in acts}:
        return f"notified for {', '.join(line.acts)} only"
    return ""


def bodies_agree(rule: BodiesAgree, context: Context) -> Conclusion:
    """The papers name the body that issued the other papers."""
    product = context.the_product
    here, there = covering(context, product, rule.papers).covered, covering(context, product, rule.others).covered
    ours = [(d, e) for d in here for e in d.values("issuer_body_number")]
    theirs = [(d, e) for d in there for e in d.values("issuer_body_number")]
    if not ours or not theirs:
        return nothing_to_compare({"issuer_body_number": (*here, *there)})
    wrong = [(d, e) for d, e in ours if str(e.value) not in {str(other.value) for _, other in theirs}]
    document, entry = (wrong or ours)[0]
    shown = (ground(document, entry), ground(*theirs[0]))
    words = {"expected": str(theirs[0][1].value), "found": str(entry.value), "number": str(entry.value)}
    if wrong:
        why = f"{document.name} names body {entry.value}, {theirs[0][0].name} is of body {theirs[0][1].value}"
        return failed(why, *shown, **words)
    return passed(f"both name body {entry.value}", *shown, **words)
