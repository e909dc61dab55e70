"""Checks on whether papers agree: with the shipment's parties, with one another, and with the papers they cite."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeAlias

from docverify.facts.document import Document, DocumentKind
from docverify.facts.dossier import Link, LinkKind, State, quotes
from docverify.facts.evidence import Found
from docverify.facts.finding import Confidence
from docverify.facts.party import name_key, same_party
from docverify.facts.shipment import Operator, Product
from docverify.rules.checks_standards import editions_differ
from docverify.rules.context import (
    Conclusion,
    Context,
    Ground,
    failed,
    ground,
    inapplicable,
    marked_unverified,
    missing,
    passed,
    undecided,
    unread,
)
from docverify.rules.field_words import in_words
from docverify.rules.pack import Body
from docverify.rules.papers import concerns, covering, may_hide
from docverify.rules.parameters import (
    BodiesAgree,
    BodyNumber,
    OfPapers,
    OperatorEstablished,
    PartiesAgree,
    PartyAgrees,
    ReferenceAgrees,
    ReferenceResolved,
)
from docverify.rules.standards import act_key, same_text

LONG_NUMBER = 5  # digits from which two document numbers that differ by a slip look like a misprint


def party_agrees(rule: PartyAgrees, context: Context) -> Conclusion:
    """The party the paper prints is the shipment's."""
    document = context.the_document
    what = rule.party.replace("_", " ")
    shipped = _party_names(context, rule.party)
    if not shipped:
        return undecided(f"the shipment names no {what}", ground(document))
    entries = document.values(rule.field)
    expected = " or ".join(shipped)
    if not entries:
        return missing(document, f"the {in_words(rule.field)}", rule.silent, expected=expected, party=expected)
    words = {"expected": expected, "found": _names(entries), "party": expected}
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


def _names(entries: Iterable[Found[Any]]) -> str:
    return ", ".join(dict.fromkeys(str(entry.value) for entry in entries))


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
    words = {"expected": product.brand or "the brand owner", "found": _names(entries), "party": _names(entries)}
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


def reference_resolved(rule: ReferenceResolved, context: Context) -> Conclusion:
    """Every paper that this one cites is in the pack."""
    document = context.the_document
    links = [x for x in _citations(context, document) if not rule.kinds or _said_kind(document, x) in ("", *rule.kinds)]
    if not links:
        return unread(document, "every paper cited") or inapplicable(f"{document.name} cites no paper")
    absent = [link for link in links if not link.resolved]
    if not absent:
        shown = ground(document, *document.values("references"))
        return passed(f"all {len(links)} papers that {document.name} cites are in the pack", shown)
    numbers = ", ".join(link.end for link in absent)
    entries = [entry for link in absent for entry in _readings_of(document, link)]
    words = {"expected": numbers, "found": "not in the pack", "missing": numbers}
    why = "; ".join(link.why for link in absent)
    if hidden := may_hide(context.dossier, numbered="document_number"):
        return undecided(f"{why}; but {hidden}", ground(document, *entries), **words)
    return failed(why, ground(document, *entries), **words)


def _citations(context: Context, document: Document) -> list[Link]:
    return [x for x in context.dossier.links if x.kind is LinkKind.CITES and x.start == document.id]


def _readings_of(document: Document, link: Link) -> list[Found[Any]]:
    """The readings of the citing paper that the link was made of."""
    entries = document.values("references")
    return [e for e in entries if set(quotes(document, e)) & set(link.evidence) or str(e.value) == link.end]


def _said_kind(document: Document, link: Link) -> str:
    """The kind the citing paper says the cited one is; empty where it does not say so."""
    return next((str(e.details["kind"]) for e in _readings_of(document, link) if e.details.get("kind")), "")


def reference_agrees(rule: ReferenceAgrees, context: Context) -> Conclusion:
    """The papers that this one cites are about the same models and editions, and of the kind they are said to be."""
    document = context.the_document
    links = _citations(context, document)
    resolved = [(context.dossier.document(link.end), link) for link in links if link.resolved]
    for cited, link in resolved:
        for aspect in rule.aspects:
            if difference := _difference(aspect, context, document, cited, link):
                return difference
    near = _near_miss(context, document, links) if "number" in rule.aspects else None
    if near:
        return near
    if not resolved:
        return unread(document, "every paper cited") or inapplicable(f"{document.name} cites no paper of the pack")
    names = ", ".join(cited.name for cited, _ in resolved)
    return passed(f"{document.name} agrees with {names}", ground(document, *document.values("references")))


def _difference(aspect: str, context: Context, document: Document, cited: Document, link: Link) -> Conclusion | None:
    match aspect:
        case "model":
            return _other_model(context, document, cited)
        case "standards":
            return _other_editions(document, cited)
        case "kind":
            return _other_kind(document, cited, link)
        case _:
            return None


def _other_model(context: Context, document: Document, cited: Document) -> Conclusion | None:
    for product in context.dossier.shipment.products:
        if concerns(context.dossier, product, document) is not State.COVERED:
            continue
        state, models = concerns(context.dossier, product, cited), cited.values("models")
        why = f"{document.name} covers {product.model} and cites {cited.name}, which "
        words = {"expected": product.model, "found": _names(models) or "no such model"}
        if state is State.NOT_COVERED:
            return failed(f"{why}does not", ground(cited, *models), ground(document), **words)
        if state is State.UNDETERMINED:
            return undecided(f"{why}may not", ground(cited, *models), ground(document), **words)
    return None


def _other_editions(document: Document, cited: Document) -> Conclusion | None:
    for entry in document.values("standards"):
        same = [other for other in cited.values("standards") if same_text(entry.value, other.value)]
        if same and all(editions_differ(entry.value, other.value) for other in same):
            why = f"{document.name} cites {entry.value}, {cited.name} is to {same[0].value}"
            shown = (ground(document, entry), ground(cited, same[0]))
            return failed(why, *shown, expected=str(entry.value), found=str(same[0].value))
    return None


def _other_kind(document: Document, cited: Document, link: Link) -> Conclusion | None:
    said = _said_kind(document, link)
    if said not in set(DocumentKind) or said == cited.kind:
        return None
    why = f"{document.name} cites {cited.name} as {_plain(said)}, but it is a {_plain(cited.kind)}"
    return failed(why, ground(document, *_readings_of(document, link)), expected=said, found=str(cited.kind))


def _plain(kind: str) -> str:
    return kind.replace("_", " ")


def _near_miss(context: Context, document: Document, links: list[Link]) -> Conclusion | None:
    """A cited number that no paper has, while a paper nobody cites has one that differs by a slip of the hand."""
    cited = {x.end for x in context.dossier.links if x.kind is LinkKind.CITES and x.resolved}
    free = [d for d in context.dossier.documents if d is not document and d.id not in cited]
    numbers = {str(entry.value): d for d in free for entry in d.values("document_number")}
    for link in links:
        near = "" if link.resolved else next((number for number in numbers if _is_misprint(link.end, number)), "")
        if near and _said_kind(document, link) in ("", numbers[near].kind):
            other = numbers[near]
            why = f"{document.name} cites {link.end}, but {other.name} is {near}"
            shown = (ground(document, *_readings_of(document, link)), ground(other, *other.values("document_number")))
            return failed(why, *shown, expected=near, found=link.end)
    return None


def _is_misprint(one: str, other: str) -> bool:
    """Whether two long numbers differ in one character, or in two neighbours that changed places.

    A laboratory numbers the reports of a job in a row, so anything more is another report.
    """
    if len(one) != len(other) or sum(char.isdigit() for char in one) < LONG_NUMBER:
        return False
    odd = [i for i, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    swapped = len(odd) == 2 and odd[1] == odd[0] + 1 and one[odd[0]] == other[odd[1]] and one[odd[1]] == other[odd[0]]
    return len(odd) == 1 or swapped


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
            return marked_unverified(conclusion, line.grade is Confidence.UNVERIFIED)
    conclusion = passed(f"body {number} is {lines[0].name}", shown, **words)
    return marked_unverified(conclusion, lines[0].grade is Confidence.UNVERIFIED)


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
