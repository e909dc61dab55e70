"""`shipment.yaml` to a Shipment. Unknown keys, impossible values and two products of one model are refused with
file, line and column. Paths in the file (`units`) are relative to it; the caller opens them.
"""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from docverify.errors import UsageError
from docverify.facts.designation_pattern import normal
from docverify.facts.document import Connector, Radio
from docverify.facts.shipment import (
    Answer,
    Operator,
    PrivateLabel,
    Product,
    ProductType,
    Ratings,
    Serials,
    Shipment,
)
from docverify.marked_yaml import Marks, complain, place, read_yaml, written_text
from docverify.units.read import read_units

Text = Annotated[str, Field(min_length=1)]
Positive = Annotated[float, Field(gt=0)]
Span = tuple[float, float]


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class WrittenOperator(_Written):
    """A party: name, and where known its address, country (ISO 3166-1) and the markets it serves."""

    name: Text
    address: Text | None = None
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] | None = None
    markets: tuple[Text, ...] | None = None

    def record(self) -> Operator:
        """The fact behind it."""
        return Operator(self.name, self.address, self.country, self.markets)


class WrittenRatings(_Written):
    """Ratings of the product as sold."""

    voltage_v: Positive | None = None
    current_a: Positive | None = None
    phases: Literal[1, 2, 3] | None = None
    power_kw: Positive | None = None
    frequency_hz: Positive | None = None
    ip: Annotated[str, Field(pattern=r"^IP[0-9X]{2}[A-DK]?$")] | None = None
    ik: Annotated[str, Field(pattern=r"^IK(0[0-9]|1[01])$")] | None = None
    output_voltage_v: Positive | Span | None = None
    output_current_a: Positive | Span | None = None
    ambient_temperature_c: Span | None = None

    @field_validator("output_voltage_v", "output_current_a", "ambient_temperature_c")
    @classmethod
    def _ordered(cls, value: Any) -> Any:
        if isinstance(value, tuple) and value[0] > value[1]:
            raise ValueError("give the lower end first")
        return value


class WrittenPrivateLabel(_Written):
    """The maker's own brand and model."""

    oem_brand: Text | None = None
    oem_model: Text | None = None


class WrittenSerials(_Written):
    """What serial numbers are like: `pattern` for the whole of one, and the `first` and `last` that ship."""

    pattern: Text | None = None
    first: Text | None = None
    last: Text | None = None

    @field_validator("pattern")
    @classmethod
    def _compiles(cls, value: str | None) -> str | None:
        try:
            re.compile(value or "")
        except re.error as error:
            raise ValueError(f"not a regular expression: {error}") from None
        return value


class WrittenWithdrawn(_Written):
    """Versions that must not ship, as the buyer or a notice of the supplier says."""

    hardware: tuple[Text, ...] = ()
    firmware: tuple[Text, ...] = ()


class WrittenProduct(_Written):
    """One model that ships."""

    model: Text
    type: ProductType
    brand: Text | None = None
    manufacturer: WrittenOperator | None = None
    factory: WrittenOperator | None = None
    importer: WrittenOperator | tuple[WrittenOperator, ...] | None = None
    authorised_representative: WrittenOperator | None = None
    hardware: Text | None = None
    firmware: Text | None = None
    ratings: WrittenRatings = WrittenRatings()
    connectors: tuple[Connector, ...] | None = None
    radios: tuple[Radio, ...] | None = None
    internet: bool | None = None
    metering: Literal["none", "display", "billing"] | None = None
    location: Literal["private", "public"] | None = None
    payment_terminal: bool | None = None
    use: tuple[Literal["residential", "workplace", "fleet", "public", "depot"], ...] | None = None
    private_label: WrittenPrivateLabel | None = None
    quantity: Annotated[int, Field(gt=0)] | None = None
    units: Text | None = None
    serials: WrittenSerials | None = None
    withdrawn: WrittenWithdrawn = WrittenWithdrawn()

    @field_validator("hardware", "firmware", mode="before")
    @classmethod
    def _as_text(cls, value: Any) -> Any:
        # `firmware: 1.10` is a number to YAML and would become 1.1, another version: only text is safe.
        if isinstance(value, float):
            raise ValueError('put the version in quotes ("1.10"), or YAML reads it as a number')
        return str(value) if isinstance(value, int) and not isinstance(value, bool) else value

    def record(self) -> Product:
        """The fact behind it; units are read by the caller."""
        importer = self.importer
        importers = None if importer is None else (importer if isinstance(importer, tuple) else (importer,))
        return Product(
            model=self.model,
            type=self.type,
            brand=self.brand,
            manufacturer=_party(self.manufacturer),
            factory=_party(self.factory),
            importers=None if importers is None else tuple(entry.record() for entry in importers),
            authorised_representative=_party(self.authorised_representative),
            hardware=self.hardware,
            firmware=self.firmware,
            ratings=Ratings(**{name: getattr(self.ratings, name) for name in WrittenRatings.model_fields}),
            connectors=self.connectors,
            radios=self.radios,
            internet=self.internet,
            metering=self.metering,
            location=self.location,
            payment_terminal=self.payment_terminal,
            use=self.use,
            private_label=_label(self.private_label),
            quantity=self.quantity,
            serials=Serials(self.serials.pattern, self.serials.first, self.serials.last) if self.serials else None,
            withdrawn_hardware=self.withdrawn.hardware,
            withdrawn_firmware=self.withdrawn.firmware,
        )


class WrittenAnswer(_Written):
    """What a person found out, to the question that a rule leaves to people; `product` left out: for all of them."""

    rule: Text
    fulfilled: bool
    who: Text
    day: date
    seen: Text
    product: Text | None = None
    paper: Text | None = None

    def record(self) -> Answer:
        """The fact behind it."""
        return Answer(self.rule, self.fulfilled, self.who, self.day, self.seen, self.product, self.paper)


class WrittenShipment(_Written):
    """The shipment file."""

    shipment: Text
    placed_on_market: date
    markets: Annotated[tuple[Text, ...], Field(min_length=1)]
    products: Annotated[tuple[WrittenProduct, ...], Field(min_length=1)]
    funding: tuple[Literal["nevi"], ...] = ()
    approved_sample: Text | None = None
    answers: tuple[WrittenAnswer, ...] = ()

    @field_validator("placed_on_market", mode="before")
    @classmethod
    def _as_date(cls, value: Any) -> Any:
        if isinstance(value, str):
            try:
                return date.fromisoformat(value)
            except ValueError as error:
                raise ValueError("write the date as YYYY-MM-DD") from error
        return value


def _party(written: WrittenOperator | None) -> Operator | None:
    return written.record() if written else None


def _label(written: WrittenPrivateLabel | None) -> PrivateLabel | None:
    return PrivateLabel(written.oem_brand, written.oem_model) if written else None


def read_shipment(text: str, *, path: str) -> Shipment:
    """The shipment of the file's text; UsageError naming `path:line:column` when it is malformed."""
    data, marks = read_yaml(text, path=path)
    if not isinstance(data, dict):
        raise UsageError(f"{path}:1:1: a shipment file is a mapping that starts with 'shipment:'; see `docverify init`")
    try:
        written = WrittenShipment.model_validate(data)
    except ValidationError as error:
        raise UsageError(complain(error, marks, path=path, model=WrittenShipment)) from error
    _one_product_a_model(written, marks, path)
    _answers_about_products(written, marks, path)
    return Shipment(
        name=written.shipment,
        placed_on_market=written.placed_on_market,
        markets=written.markets,
        products=tuple(product.record() for product in written.products),
        funding=written.funding,
        approved_sample=written.approved_sample,
        answers=tuple(answer.record() for answer in written.answers),
    )


def _one_product_a_model(written: WrittenShipment, marks: Marks, path: str) -> None:
    """Refuse a second product of one model, however it is spaced, dashed or capitalised."""
    seen: set[str] = set()
    for index, product in enumerate(written.products):
        model = normal(product.model)
        if model in seen:
            line, column = place(marks, ("products", index, "model"))
            advice = "give each product a model of its own, or one product the whole quantity"
            raise UsageError(f"{path}:{line}:{column}: two products have the model {product.model}; {advice}")
        seen.add(model)


def _answers_about_products(written: WrittenShipment, marks: Marks, path: str) -> None:
    """Refuse an answer about a product that does not ship: it would count for nothing, unnoticed."""
    models = [product.model for product in written.products]
    for index, answer in enumerate(written.answers):
        if answer.product is not None and answer.product not in models:
            line, column = place(marks, ("answers", index, "product"))
            raise UsageError(f"{path}:{line}:{column}: {answer.product} does not ship; products: {', '.join(models)}")


def read_shipment_file(path: Path) -> tuple[Shipment, list[Path]]:
    """The shipment with its units read, and every file that belongs to it (itself, its units, its approval)."""
    text = written_text(path, what="shipment file")
    shipment = read_shipment(text, path=str(path))
    data, _ = read_yaml(text, path=str(path))
    own_files = [path, *([path.parent / shipment.approved_sample] if shipment.approved_sample else [])]
    products = []
    for product, written in zip(shipment.products, data["products"], strict=True):
        units_path = path.parent / written["units"] if written.get("units") else None
        own_files += [units_path] if units_path else []
        products.append(replace(product, units=read_units(units_path)) if units_path else product)
    return replace(shipment, products=tuple(products)), own_files
