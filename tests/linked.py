"""Papers with fields written in place, linked to one product: what tests of coverage and links share."""

from datetime import date
from typing import Any

from docverify.facts.designation import ModelFamily
from docverify.facts.document import Document, DocumentKind
from docverify.facts.dossier import Dossier, State
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.facts.shipment import Product, ProductType, Ratings, Shipment
from docverify.link import link

PRODUCT = Product(
    model="EVC-22S-W",
    type=ProductType.AC_MODE3,
    brand="Voltora",
    ratings=Ratings(voltage_v=400, current_a=32, phases=3, power_kw=22, frequency_hz=50),
)


def found(value: Any, *, origin: Origin = Origin.TEXT, **details: Any) -> Found[Any]:
    """A reading of the value on page 1."""
    return Found(value, str(value), (Evidence("ab" * 32, 1, (1.0, 2.0, 3.0, 4.0)),), origin, 0.9, details)


def paper(name: str = "cert", kind: DocumentKind = DocumentKind.CERTIFICATE, **fields: Any) -> Document:
    """A document of one page with those fields; a value that is not a tuple of readings is made one."""
    readings = {}
    for field, value in fields.items():
        values = value if isinstance(value, list) else [value]
        named = field in ("models", "covered_models")
        read = [ModelFamily.parse(v) if named and isinstance(v, str) else v for v in values]
        readings[field] = tuple(v if isinstance(v, Found) else found(v) for v in read)
    return Document(name, f"{name}.pdf", "ab" * 32, (1, 3), kind, None, "test", fields=readings)


def dossier(*documents: Document, product: Product = PRODUCT) -> Dossier:
    """The dossier of a shipment of that one product."""
    return link(Shipment("PO-1", date(2026, 11, 30), ("EU",), (product,)), documents)


def state_of(document: Document, aspect: str = "model", product: Product = PRODUCT) -> State:
    """How the paper stands to the product in that aspect."""
    return dossier(document, product=product).coverage(product, document, aspect).state
