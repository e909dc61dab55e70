"""Two shipments → what they say differently of the same product; dates, counts and serials differ with every wave."""

from collections.abc import Iterator
from dataclasses import asdict, is_dataclass
from enum import Enum
from typing import Any

from docverify.compare.change import Change, Rule
from docverify.compare.groups import groups
from docverify.facts.finding import Severity
from docverify.facts.shipment import Product, Shipment

NOTHING = "nothing"


def shipment_changes(old: Shipment, new: Shipment) -> Iterator[Change]:
    """A change for every name of a product that has another value, and for a product that is new."""
    known = {product.model.casefold(): product for product in old.products}
    for product in new.products:
        before = known.get(product.model.casefold())
        if before is None:
            models = ", ".join(sorted(entry.model for entry in old.products)) or NOTHING
            yield _change(product, "model", models, product.model, Severity.MAJOR)
        else:
            yield from _product(before, product)


def _product(old: Product, new: Product) -> Iterator[Change]:
    for name, severity in groups().shipment.items():
        first, second = getattr(old, name), getattr(new, name)
        if _comparable(first) != _comparable(second):
            yield _change(new, name.replace("_", " "), _words(first), _words(second), severity)


def _change(product: Product, what: str, old: str, new: str, severity: Severity) -> Change:
    return Change(
        rule=Rule.SHIPMENT,
        severity=severity,
        paper="the shipment",
        key=f"shipment|{what}",
        what=what,
        old=old,
        new=new,
        message=f"The shipment of {product.model} differs in {what}: {old} → {new}.",
        product=product.model,
    )


def _comparable(value: Any) -> Any:
    """The value without the order of a list, which says nothing."""
    if isinstance(value, tuple) and all(isinstance(entry, str) for entry in value):
        return frozenset(value)
    return value


def _words(value: Any) -> str:
    if value is None:
        return NOTHING
    if is_dataclass(value) and not isinstance(value, type):
        return ", ".join(f"{name} {_words(entry)}" for name, entry in asdict(value).items() if entry is not None)
    if isinstance(value, dict):
        return ", ".join(f"{name} {_words(entry)}" for name, entry in value.items() if entry is not None)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, tuple | list):
        return ", ".join(map(_words, value)) or NOTHING
    return f"{value:g}" if isinstance(value, float) else str(value)
