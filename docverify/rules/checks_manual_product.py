"""Checks on what a manual says of its product file: firmware, importer, postal addresses, where the declaration is."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from docverify.facts.countries import country_of
from docverify.facts.document import Document
from docverify.facts.party import same_party
from docverify.rules.checks_agreement import operators
from docverify.rules.checks_manual_text import anatomy_of, not_read, places, plain
from docverify.rules.context import Conclusion, Context, failed, ground, inapplicable, passed, unread
from docverify.rules.parameters import OfPapers
from docverify.rules.parameters_manual import ProductStated

_PARTS = re.compile(r"[,;\n，；]")
_NUMBERS = re.compile(r"\d+")
KIN = 3  # letters in which models of one maker begin alike


def product_stated(rule: ProductStated, context: Context) -> Conclusion:
    """The manual states what the product's file gives, and nothing else in its place."""
    document = context.the_document
    if anatomy_of(document) is None:
        return not_read(document)
    if rule.what == "firmware":
        return _firmware(document, context)
    if rule.what == "importer":
        return _importer(document, context)
    return _address(rule, document, context)


def _firmware(document: Document, context: Context) -> Conclusion:
    firmware = context.the_product.firmware
    if not firmware:
        return inapplicable("the product file gives no firmware")
    entries = document.values("firmware_described")
    words = {"expected": firmware}
    if entries:
        return passed(f"{document.name} names firmware {entries[0].value}", ground(document, entries[0]), **words)
    why = f"{document.name} names no firmware version, the product has {firmware}"
    return unread(document, "the firmware") or failed(why, ground(document), **words)


def _importer(document: Document, context: Context) -> Conclusion:
    names = [operator.name for operator in operators(context.the_product, "importer")]
    if not names:
        return inapplicable("the product file names no importer")
    printed = [*document.values("importer"), *document.values("manufacturer")]
    named = [entry for entry in printed if any(same_party(str(entry.value), name) for name in names)]
    expected = " or ".join(names)
    if named or document.values("importer") or _said(document, names):
        return passed(f"{document.name} names an importer", ground(document, *named), expected=expected)
    why = f"{document.name} does not name the importer {expected}"
    return unread(document, expected) or failed(why, ground(document), expected=expected)


def _said(document: Document, words: Sequence[str]) -> list[Mapping[str, Any]]:
    """Where the words stand on the pages."""
    return [mention for mention in document.marks.get("mentions", ()) if mention["word"] in words]


def _address(rule: ProductStated, document: Document, context: Context) -> Conclusion:
    """The postal address of the party: `absent` asks whether there is one, `other` whether it is another."""
    party = rule.what.removesuffix("_address")
    known = [operator.address for operator in operators(context.the_product, party) if operator.address]
    if not known:
        return inapplicable(f"the product file gives no address of the {party}")
    printed = document.values(f"{party}_address")
    shown = ground(document, *printed[:1])
    words = {"expected": " or ".join(known), "found": str(printed[0].value) if printed else ""}
    if any(_is_printed(document, address) for address in known) or any(
        _same_address(str(entry.value), address) for entry in printed for address in known
    ):
        return passed(f"{document.name} prints the address of the {party}", shown, **words)
    if printed and rule.fault == "absent":
        return passed(f"{document.name} prints an address of the {party}", shown, **words)
    if printed:
        why = f"{document.name} prints {words['found']} as the address of the {party}"
        return unread(document, words["expected"]) or failed(why, shown, **words)
    if rule.fault == "other":
        return inapplicable(f"{document.name} prints no address of the {party}")
    why = f"{document.name} prints no postal address of the {party}"
    if not document.values(party):
        return inapplicable(f"{document.name} does not name the {party}")
    return unread(document, words["expected"]) or failed(why, ground(document, *document.values(party)[:1]), **words)


def address_parts(address: str) -> list[str]:
    """The parts of a postal address that have to be printed: what stands between its commas, but no country."""
    parts = [" ".join(part.split()) for part in _PARTS.split(address)]
    return [part for part in parts if len(part) > 1 and country_of(part) is None or _NUMBERS.search(part)]


def _is_printed(document: Document, address: str) -> bool:
    """Whether every part of the address stands on the pages, wherever its lines break."""
    parts = address_parts(address)
    return bool(parts) and all(_said(document, [part]) for part in parts)


def _same_address(printed: str, known: str) -> bool:
    """Whether both have the same numbers (house, postcode) and a word in common; case and order do not matter."""
    numbers = [set(_NUMBERS.findall(text)) for text in (printed, known)]
    words = [set(re.findall(r"[^\W\d_]{3,}", text.casefold())) for text in (printed, known)]
    if not numbers[1]:
        return bool(words[0] & words[1])
    return numbers[1] <= numbers[0] and bool(words[0] & words[1])


def declaration_address(_rule: OfPapers, context: Context) -> Conclusion:
    """The short declaration gives an internet address, and the address is of this product or of no product."""
    document = context.the_document
    anatomy = anatomy_of(document)
    if anatomy is None:
        return not_read(document)
    said = list(anatomy.get("declared_at", ()))
    if not said:
        return unread(document, "the declaration") or inapplicable(f"{document.name} carries no short declaration")
    without = [entry for entry in said if not entry["addresses"]]
    if without:
        why = f"the short declaration in {document.name} gives no internet address"
        return failed(why, ground(document, *places(document, without)), expected="an internet address", found="none")
    models = [product.model for product in context.dossier.shipment.products]
    others = [str(model) for model in document.marks.get("known_models", ()) if model not in models]
    wrong = [(entry, a) for entry in said for a in entry["addresses"] if _is_of_another(a, models, others)]
    if wrong:
        found = ", ".join(dict.fromkeys(address for _, address in wrong))
        why = f"the declaration in {document.name} is said to be at {found}"
        shown = ground(document, *places(document, [entry for entry, _ in wrong]))
        return failed(why, shown, expected=", ".join(models), found=found)
    return passed(f"the address of the declaration in {document.name} is of no other product", ground(document))


def _is_of_another(address: str, models: Sequence[str], others: Sequence[str]) -> bool:
    """Whether the address spells another model than these: one on file, or a code that begins like these."""
    path = address.split("://")[-1].partition("/")[2]
    if any(plain(model) in plain(path) for model in models):
        return False
    if any(plain(model) in plain(path) for model in others):
        return True
    codes = [part for part in re.split(r"[/?&=#.]|_(?=[A-Za-z]{3,}\b)", path) if re.search(r"\d", part)]
    return any(
        len(plain(code)) >= KIN + 1 and plain(code).startswith(plain(model)[:KIN]) for code in codes for model in models
    )
