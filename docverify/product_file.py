"""Product files (`products/*.yaml`) to products with their markets, for the manual check.

A product file is a product as in a shipment file (design 4.1) with its own `markets`; a file may hold one product, a
list of them under `products`, or a whole shipment file. Refuses unknown keys with file, line and column.
"""

from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError

from docverify.errors import UsageError
from docverify.facts.shipment import Product
from docverify.marked_yaml import Marks, complain, read_yaml, written_text
from docverify.shipment_file import Text, WrittenProduct, WrittenShipment


@dataclass(frozen=True, slots=True)
class OnFile:
    """A product, the markets it is sold in, and the file that says so."""

    product: Product
    markets: tuple[str, ...]
    path: Path


class WrittenProductFile(WrittenProduct):
    """One product with its markets."""

    markets: Annotated[tuple[Text, ...], Field(min_length=1)]


class WrittenProductFiles(WrittenShipment):
    """Several products with their markets."""

    shipment: Text = "products"
    placed_on_market: Any = None


def read_product_file(path: Path) -> tuple[OnFile, ...]:
    """The products of the file; UsageError naming `path:line:column` when it is malformed."""
    text = written_text(path, what="product file")
    data, marks = read_yaml(text, path=str(path))
    if not isinstance(data, dict):
        raise UsageError(f"{path}:1:1: a product file is a mapping with 'model:', 'type:' and 'markets:'")
    if "products" in data:
        several = _validated(WrittenProductFiles, data, marks, path)
        return tuple(OnFile(product.record(), several.markets, path) for product in several.products)
    one = _validated(WrittenProductFile, data, marks, path)
    return (OnFile(one.record(), one.markets, path),)


def _validated(model: Any, data: Any, marks: Marks, path: Path) -> Any:
    try:
        return model.model_validate(data)
    except ValidationError as error:
        raise UsageError(complain(error, marks, path=str(path), model=model)) from error
