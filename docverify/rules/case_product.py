"""What ships in a case: the product with its parties, ratings and units; the rest is as in the design's example."""

from datetime import date
from typing import Annotated

from pydantic import BeforeValidator

from docverify.facts.shipment import Operator, PrivateLabel, Product, ProductType, Ratings, Serials, Unit
from docverify.rules.pack import Texts, Written, as_tuple


class CaseOperator(Written):
    """A party of the shipment."""

    name: str
    address: str | None = None
    country: str | None = None
    markets: Annotated[tuple[str, ...] | None, BeforeValidator(as_tuple)] = None


class CaseRatings(Written):
    """Ratings of the product."""

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


class CaseLabel(Written):
    """The brand and model behind a private-label product."""

    oem_brand: str | None = None
    oem_model: str | None = None


class CaseUnit(Written):
    """A unit that ships."""

    serial: str
    hardware: str | None = None
    firmware: str | None = None
    produced_on: date | None = None
    meter: str | None = None
    modem: str | None = None
    cable: str | None = None
    inspection: str | None = None
    doubts: Texts = ()


class CaseSerials(Written):
    """What the serial numbers are like."""

    pattern: str | None = None
    first: str | None = None
    last: str | None = None


def _listed(value: object) -> object:
    return [value] if isinstance(value, dict) else value


class CaseProduct(Written):
    """The product of a case: what it leaves out is as in the design's example, and `null` is: nobody gave it."""

    model: str = "EVC-22S-W"
    type: ProductType = ProductType.AC_MODE3
    brand: str | None = "Voltora"
    manufacturer: CaseOperator | None = CaseOperator(name="Nantai Power Technology Co., Ltd.", country="CN")
    factory: CaseOperator | None = CaseOperator(name="Nantai Power Technology Co., Ltd.", country="CN")
    importer: Annotated[tuple[CaseOperator, ...] | None, BeforeValidator(_listed)] = (
        CaseOperator(name="Voltora GmbH", country="DE"),
    )
    authorised_representative: CaseOperator | None = None
    hardware: str | None = "C"
    firmware: str | None = "1.8.4"
    ratings: CaseRatings = CaseRatings(
        voltage_v=400, current_a=32, phases=3, power_kw=22, frequency_hz=50, ip="IP54", ik="IK10"
    )
    connectors: Annotated[tuple[str, ...] | None, BeforeValidator(as_tuple)] = ("type2_socket",)
    radios: Annotated[tuple[str, ...] | None, BeforeValidator(as_tuple)] = ("wifi_2g4", "bluetooth", "nfc_rfid")
    internet: bool | None = True
    metering: str | None = "display"
    location: str | None = "private"
    payment_terminal: bool | None = False
    use: Annotated[tuple[str, ...] | None, BeforeValidator(as_tuple)] = ("workplace",)
    private_label: CaseLabel | None = None
    quantity: int | None = 50
    units: tuple[CaseUnit, ...] | None = None
    serials: CaseSerials | None = None
    withdrawn_hardware: Texts = ()
    withdrawn_firmware: Texts = ()

    def record(self) -> Product:
        """The fact behind it."""
        return Product(
            model=self.model,
            type=self.type,
            brand=self.brand,
            manufacturer=_operator(self.manufacturer),
            factory=_operator(self.factory),
            importers=None if self.importer is None else tuple(Operator(**dict(x)) for x in self.importer),
            authorised_representative=_operator(self.authorised_representative),
            hardware=self.hardware,
            firmware=self.firmware,
            ratings=Ratings(**dict(self.ratings)),
            connectors=self.connectors,
            radios=self.radios,
            internet=self.internet,
            metering=self.metering,
            location=self.location,
            payment_terminal=self.payment_terminal,
            use=self.use,
            private_label=PrivateLabel(**dict(self.private_label)) if self.private_label else None,
            quantity=self.quantity,
            units=None if self.units is None else tuple(Unit(**dict(unit)) for unit in self.units),
            serials=Serials(**dict(self.serials)) if self.serials else None,
            withdrawn_hardware=self.withdrawn_hardware,
            withdrawn_firmware=self.withdrawn_firmware,
        )


def _operator(written: CaseOperator | None) -> Operator | None:
    return Operator(**dict(written)) if written else None
