"""What leaves, for which markets, on which date. `None` means that nobody gave it, never that it is empty."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class ProductType(StrEnum):
    """The charging mode of IEC 61851-1 that the product serves."""

    AC_MODE2 = "ac_mode2"
    AC_MODE3 = "ac_mode3"
    DC_MODE4 = "dc_mode4"


@dataclass(frozen=True, slots=True)
class Operator:
    """A party of the shipment; `markets` limits it to some markets (an importer per market)."""

    name: str
    address: str | None = None
    country: str | None = None
    markets: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Ratings:
    """Ratings of the product as sold: supply side, `power_kw` is the output of a DC charger."""

    voltage_v: float | None = None
    current_a: float | None = None
    phases: int | None = None
    power_kw: float | None = None
    frequency_hz: float | None = None
    ip: str | None = None
    ik: str | None = None
    output_voltage_v: float | tuple[float, float] | None = None
    output_current_a: float | tuple[float, float] | None = None
    ambient_temperature_c: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class PrivateLabel:
    """The maker's own brand and model behind a private-label product."""

    oem_brand: str | None = None
    oem_model: str | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """One charger that ships; `doubts` say which of its values could not be told, and why."""

    serial: str
    hardware: str | None = None
    firmware: str | None = None
    produced_on: date | None = None
    batch: str | None = None
    meter: str | None = None
    modem: str | None = None
    cable: str | None = None
    inspection: str | None = None
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Serials:
    """What the serial numbers of a product are like: a regular expression for the whole, and the first and last."""

    pattern: str | None = None
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Product:
    """One model that ships, with everything a rule may ask about it."""

    model: str
    type: ProductType
    brand: str | None = None
    manufacturer: Operator | None = None
    factory: Operator | None = None
    importers: tuple[Operator, ...] | None = None
    authorised_representative: Operator | None = None
    hardware: str | None = None
    firmware: str | None = None
    ratings: Ratings = field(default_factory=Ratings)
    connectors: tuple[str, ...] | None = None
    radios: tuple[str, ...] | None = None
    internet: bool | None = None
    metering: str | None = None
    location: str | None = None
    payment_terminal: bool | None = None
    use: tuple[str, ...] | None = None
    private_label: PrivateLabel | None = None
    quantity: int | None = None
    units: tuple[Unit, ...] | None = None
    serials: Serials | None = None
    withdrawn_hardware: tuple[str, ...] = ()
    withdrawn_firmware: tuple[str, ...] = ()

    def importer(self, market: str) -> Operator | None:
        """The importer named for the market, or None when nobody named one."""
        for operator in self.importers or ():
            if operator.markets is None or market in operator.markets:
                return operator
        return None


@dataclass(frozen=True, slots=True)
class Answer:
    """What a person found out that no paper decides: the rule that asks, for one product or for all of them.

    `seen` says what the person looked at; `paper` is a file of the pack that shows it.
    """

    rule: str
    fulfilled: bool
    who: str
    day: date
    seen: str
    product: str | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True)
class Shipment:
    """The products leaving, their markets and the date of placing on the market, which sets `as_of`."""

    name: str
    placed_on_market: date
    markets: tuple[str, ...]
    products: tuple[Product, ...]
    funding: tuple[str, ...] = ()
    approved_sample: str | None = None
    answers: tuple[Answer, ...] = ()
