"""A check on what the running text of a manual states of its product: ratings, protection, climate, connectors."""

import math
from collections.abc import Mapping, Sequence
from typing import Any

from docverify.facts.document import Document
from docverify.facts.shipment import Product
from docverify.rules.checks_manual_text import SHOWN, anatomy_of, not_read, places, plain
from docverify.rules.context import Conclusion, Context, failed, ground, inapplicable, passed, unread
from docverify.rules.parameters_manual import SaidOfProduct

TOLERANCE = 0.015  # 22 kW is said of 22.08 kW
# what is said, the ratings of a product it may be, and the field in which the technical data give it
RATINGS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "power": (("power_kw",), ("rated_power_kw", "output_power_kw")),
    "current": (("current_a", "output_current_a"), ("rated_current_a", "output_current_a")),
    "voltage": (("voltage_v", "output_voltage_v"), ("rated_voltage_v", "output_voltage_v")),
    "ip": (("ip",), ("protection_ip",)),
    "ik": (("ik",), ("protection_ik",)),
    "temperature": (("ambient_temperature_c",), ("ambient_temperature_c",)),
}


def said_of_product(rule: SaidOfProduct, context: Context) -> Conclusion:
    """What the text states of the product is what one of the products of the manual is."""
    document = context.the_document
    anatomy = anatomy_of(document)
    if anatomy is None:
        return not_read(document)
    wanted = {"connector"} if rule.what == "connectors" else set(RATINGS)
    said = [entry for entry in anatomy.get("said", ()) if entry["what"] in wanted]
    products = context.dossier.shipment.products
    if not products:
        return inapplicable("no product is named to hold it against")
    if not said:
        return unread(document, rule.what) or inapplicable(f"{document.name} states no {rule.what} in its text")
    right = {_beside(entry) for entry in said if _is_one_of(entry, products)}
    wrong = [e for e in said if _beside(e) not in right and not _is_of_another(e, document, products)]
    wrong = [entry for entry in wrong if _contradicts(entry, products, document)]
    if not wrong:
        return unread(document, rule.what) or passed(
            f"{document.name} states no other {rule.what}", ground(document, *places(document, said[:1]))
        )
    found = ", ".join(dict.fromkeys(f"“{entry['quote']}”" for entry in wrong[:SHOWN]))
    expected = ", ".join(dict.fromkeys(_expected(entry["what"], products) for entry in wrong))
    why = f"{document.name} says {found}, the product has {expected}"
    return failed(why, ground(document, *places(document, wrong)), found=found, expected=expected)


def _is_of_another(entry: Mapping[str, Any], document: Document, products: Sequence[Product]) -> bool:
    """Whether the sentence names another model of the house and none of these."""
    sentence = plain(str(entry["sentence"]))
    own = [product.model for product in products]
    others = [str(model) for model in document.marks.get("known_models", ()) if model not in own]
    return any(plain(m) in sentence for m in others) and not any(plain(m) in sentence for m in own)


def _contradicts(entry: Mapping[str, Any], products: Sequence[Product], document: Document) -> bool:
    """Whether no product has the value, every product's is known, and the technical data do not say it as well."""
    fields: tuple[str, ...] = ("connectors",) if entry["what"] == "connector" else RATINGS[entry["what"]][1]
    if _is_one_of(entry, products) or not all(_known(entry, product) for product in products):
        return False
    boxes = {tuple(box) for box in entry["boxes"]}
    return not any(
        item.page == entry["page"] and _overlaps(item.box, boxes)
        for field in fields
        for reading in document.values(field)
        for item in reading.evidence
    )


def _beside(entry: Mapping[str, Any]) -> tuple[Any, ...]:
    """What parts one statement from another: a list of the values of several models is right where one of them is."""
    return (entry["what"], entry["page"], entry["sentence"])


def _is_one_of(entry: Mapping[str, Any], products: Sequence[Product]) -> bool:
    """Whether one of the products has the value."""
    if entry["what"] == "connector":
        return any(entry["value"] in (product.connectors or ()) for product in products)
    return any(_fits(entry, value, product) for product in products for value in _ratings(product, entry["what"]))


def _known(entry: Mapping[str, Any], product: Product) -> bool:
    return product.connectors is not None if entry["what"] == "connector" else bool(_ratings(product, entry["what"]))


def _ratings(product: Product, what: str) -> list[Any]:
    values = [getattr(product.ratings, name) for name in RATINGS[what][0]]
    return [value for value in values if value is not None]


def _fits(entry: Mapping[str, Any], rated: Any, product: Product) -> bool:
    value, to = entry["value"], entry.get("to")
    if isinstance(rated, str):
        return str(value) == rated.upper().replace(" ", "")[: len(str(value))]
    low, high = rated if isinstance(rated, tuple) else (rated, rated)
    if entry["what"] == "temperature":
        return (value, to) == (low, high)
    said = (value, value if to is None else to)
    three_phases = entry["what"] == "voltage" and product.ratings.phases == 3
    factors = (1.0, math.sqrt(3), 1 / math.sqrt(3)) if three_phases else (1.0,)
    return any(
        said[0] <= high * factor * (1 + TOLERANCE) and said[1] >= low * factor * (1 - TOLERANCE) for factor in factors
    )


def _overlaps(box: Sequence[float], boxes: set[tuple[float, ...]]) -> bool:
    return any(box[0] < b[2] and b[0] < box[2] and box[1] < b[3] and b[1] < box[3] for b in boxes)


def _expected(what: str, products: Sequence[Product]) -> str:
    """What the products have, in words."""
    if what == "connector":
        return ", ".join(dict.fromkeys(name for product in products for name in product.connectors or ()))
    unit = {"power": " kW", "current": " A", "voltage": " V", "temperature": " °C"}.get(what, "")
    values = dict.fromkeys(value for product in products for value in _ratings(product, what))
    return " / ".join(_shown(value) + unit for value in values)


def _shown(value: Any) -> str:
    if isinstance(value, tuple):
        return f"{value[0]:g} to {value[1]:g}"
    return value if isinstance(value, str) else f"{value:g}"
