"""One charger with everything its papers say: parties, ratings, versions, standards, numbers and dates, drawn by seed."""

import random
import re
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from corpus.generator.marks import Content, Mark, mark


@cache
def vocabulary() -> dict[str, Any]:
    """The lists of fictional firms, persons and words."""
    loaded: dict[str, Any] = yaml.safe_load((Path(__file__).parent / "vocabulary.yaml").read_text(encoding="utf-8"))
    return loaded


@dataclass(frozen=True)
class Company:
    """A firm with its postal address; `number` is a notified body's, `accreditation` a laboratory's."""

    name: str
    lines: tuple[str, ...]
    country: str
    zh: str = ""
    brand: str = ""
    number: str = ""
    accreditation: str = ""
    letters: str = ""

    @classmethod
    def of(cls, row: dict[str, Any]) -> "Company":
        """The company of one row of the vocabulary."""
        return cls(**{**row, "lines": tuple(row["lines"])})

    def address(self, language: str = "en", *, country: bool = True) -> str:
        """The address on one line, with the country's name in that language."""
        names = vocabulary()["countries"].get(language, vocabulary()["countries"]["en"])
        return ", ".join([*self.lines, names[self.country]] if country else self.lines)

    def block(self, role: str, language: str = "en") -> Mark:
        """The address on several lines."""
        lines = self.address(language)
        printed = "\n".join([*self.lines, lines.rsplit(", ", 1)[1]])
        return mark(printed, **{f"{role}_address": lines, f"{role}_country": self.country})

    def line(self, role: str, language: str = "en", *, country: bool = True) -> Mark:
        """The address on one line."""
        text = self.address(language, country=country)
        says = {f"{role}_address": text} | ({f"{role}_country": self.country} if country else {})
        return mark(text, **says)

    def named(self, *roles: str) -> Mark:
        """The name, said of those roles."""
        return mark(self.name, **dict.fromkeys(roles, self.name))


@dataclass(frozen=True)
class Standard:
    """A standard as cited: designation, edition (None when undated) and amendments."""

    designation: str
    edition: str | None
    amendments: tuple[str, ...] = ()

    def value(self) -> dict[str, Any]:
        """The JSON shape of the value."""
        return {"designation": self.designation, "edition": self.edition, "amendments": list(self.amendments)}

    def printed(self, form: str = "plain") -> str:
        """The reference in print; forms: plain, spaced, slash, wide, month."""
        if self.edition is None:
            return self.designation
        if self.edition.startswith("V"):
            month = {"month": " (2019-07)"}.get(form, "")
            return f"{self.designation} {self.edition}{month}"
        colon = {"spaced": ": ", "wide": " : "}.get(form, ":")
        glue = {"slash": "/", "spaced": " + ", "wide": " + "}.get(form, "+")
        return f"{self.designation}{colon}{self.edition}" + "".join(glue + a for a in self.amendments)

    def mark(self, form: str = "plain") -> Mark:
        """The printed reference that says so."""
        return mark(self.printed(form), standards=self.value())


def standard(text: str) -> Standard:
    """`EN 55032:2015+A11:2020` as a record."""
    if " V" in text:
        designation, edition = text.rsplit(" ", 1)
        return Standard(designation, edition)
    designation, _, rest = text.partition(":")
    edition, *amendments = rest.split("+")
    return Standard(designation, edition or None, tuple(amendments))


def standards(*texts: str) -> tuple[Standard, ...]:
    """Several at once."""
    return tuple(standard(text) for text in texts)


@dataclass(frozen=True)
class Radio:
    """A radio of the charger: the name of design 3.2, band and power as printed, technology as printed."""

    name: str
    printed: str
    band: str
    power: str
    band_mhz: tuple[float, float]
    power_dbm: float | None = None
    power_dbua_m: float | None = None

    def mark(self, printed: str = "") -> Mark:
        """The printed technology that says so, with band and power as details."""
        details: dict[str, Any] = {"band_mhz": list(self.band_mhz)}
        details |= {"power_dbm": self.power_dbm} if self.power_dbm is not None else {"power_dbua_m": self.power_dbua_m}
        return mark(printed or self.printed, radios=self.name).with_details(**details)


RADIOS = {
    "wifi_2g4": Radio(
        "wifi_2g4", "WLAN 2.4 GHz (802.11 b/g/n)", "2412 – 2472 MHz", "< 20 dBm (EIRP)", (2412, 2472), power_dbm=20
    ),
    "bluetooth": Radio("bluetooth", "Bluetooth LE", "2402 – 2480 MHz", "< 10 dBm (EIRP)", (2402, 2480), power_dbm=10),
    "nfc_rfid": Radio(
        "nfc_rfid", "RFID 13.56 MHz", "13.553 – 13.567 MHz", "< 42 dBµA/m at 10 m", (13.553, 13.567), power_dbua_m=42
    ),
    "lte": Radio("lte", "LTE Cat 1 (Band 1/3/7/8/20)", "832 – 2570 MHz", "< 23 dBm", (832, 2570), power_dbm=23),
}


@dataclass(frozen=True)
class Case:
    """Everything that the papers of one charger may print."""

    manufacturer: Company
    factory: Company
    importer: Company
    laboratory: Company
    body: Company
    brand: str
    product_name: str
    models: tuple[str, ...]
    legend: str = ""
    direct: bool = False  # a DC charger
    voltage: Any = (230, 400)
    current: int = 32
    phases: int = 3
    frequency: int = 50
    power: float = 22
    output_voltage: tuple[int, int] = (150, 1000)
    output_current: int = 200
    ip: str = "IP54"
    ik: str = "IK10"
    temperature: tuple[int, int] = (-30, 50)
    connectors: tuple[str, ...] = ("type2_socket",)
    radios: tuple[str, ...] = ("wifi_2g4", "bluetooth", "nfc_rfid")
    hardware: str = "C"
    firmware: str = "1.8.4"
    serials: tuple[str, ...] = ()
    safety: tuple[Standard, ...] = ()
    emc: tuple[Standard, ...] = ()
    radio: tuple[Standard, ...] = ()
    cyber: tuple[Standard, ...] = ()
    substances: tuple[Standard, ...] = ()
    acts: tuple[str, ...] = ()
    numbers: dict[str, str] = field(default_factory=dict)
    dates: dict[str, date] = field(default_factory=dict)
    signatory: str = ""
    function: str = ""
    engineer: str = ""
    reviewer: str = ""
    place: str = ""
    language: str = "en"
    oem_brand: str = ""
    oem_model: str = ""
    extra: dict[str, Any] = field(default_factory=dict)

    def but(self, **changes: Any) -> "Case":
        """The same case with those values changed; numbers, dates and extra are merged."""
        for name in ("numbers", "dates", "extra"):
            if name in changes:
                changes[name] = {**getattr(self, name), **changes[name]}
        return replace(self, **changes)

    def rating_of(self, model: str) -> tuple[int, float]:
        """Rated current and power of that model: its number of kilowatts stands in the designation."""
        known = {"07": (32, 7.4), "11": (16, 11), "22": (32, 22), "60": (96, 60), "90": (144, 90), "120": (192, 120)}
        for digits in re.findall(r"\d+", model):
            if digits in known:
                return known[digits]
        return self.current, self.power

    def all_standards(self) -> tuple[Standard, ...]:
        """The standards that a declaration lists, in its usual order."""
        return self.safety + self.emc + self.radio + self.cyber + self.substances


def _numbers(draw: random.Random, maker: Company, laboratory: Company, year: int) -> dict[str, str]:
    letters = laboratory.letters
    serial = draw.randrange(1000, 9800)
    return {
        "doc": f"{maker.brand[:3].upper()}-DOC-{year}-{draw.randrange(10, 99)}",
        "safety": f"{letters}{year % 100}{serial:05d}S01",
        "emc": f"{letters}{year % 100}{serial:05d}E02",
        "radio": f"{letters}{year % 100}{serial:05d}R03",
        "cyber": f"{letters}{year % 100}{serial:05d}C04",
        "rohs": f"{letters}{year % 100}{serial:05d}H05",
        "cb": f"{draw.choice(['DE', 'NL', 'IT'])}2-{draw.randrange(20000, 49999)}",
        "type": f"{laboratory.letters}-RED-{draw.randrange(1000, 9999)}",
        "mark": f"{draw.randrange(4000, 4999)}{draw.randrange(1000, 9999)}",
        "attestation": f"{letters}C{year % 100}{draw.randrange(10000, 99999)}",
        "mid": f"T{draw.randrange(11000, 12999)}",
        "iso": f"QM {draw.randrange(10000, 99999)}",
        "manual": f"{maker.brand[:2].upper()}-UM-{draw.randrange(100, 999)}",
        "datasheet": f"DS-{draw.randrange(1000, 9999)}",
        "letter": f"EQ-{year}-{draw.randrange(100, 999)}",
        "material": f"MD-{year}-{draw.randrange(100, 999)}",
    }


def _dates(draw: random.Random, start: date) -> dict[str, date]:
    received = start + timedelta(days=draw.randrange(0, 25))
    from_ = received + timedelta(days=draw.randrange(2, 8))
    to = from_ + timedelta(days=draw.randrange(10, 35))
    issued = to + timedelta(days=draw.randrange(4, 16))
    certified = issued + timedelta(days=draw.randrange(7, 25))
    declared = certified + timedelta(days=draw.randrange(10, 50))
    return {
        "received": received,
        "from": from_,
        "to": to,
        "issued": issued,
        "certified": certified,
        "declared": declared,
        "until": date(certified.year + 5, certified.month, min(certified.day, 28)),
        "manual": declared + timedelta(days=draw.randrange(3, 30)),
    }


def _models(draw: random.Random, brand: str, *, direct: bool) -> tuple[str, ...]:
    letters = brand[:2].upper() + draw.choice("CPXS")
    if direct:
        return tuple(f"{letters}-D{kw}{tail}" for kw, tail in ((60, "-C2"), (90, "-C2"), (120, "-C2")))[
            : draw.choice((1, 3))
        ]
    forms = (
        (f"{letters}-22S-W", f"{letters}-11S-W"),
        (f"{letters}22-T2S",),
        (f"{letters}07/A1", f"{letters}11/A1", f"{letters}22/A1"),
        (f"{brand.upper()} {draw.choice('ABX')}{draw.randrange(2, 9)}-22C",),
        (f"{letters}-AC22K-S32", f"{letters}-AC11K-S16"),
    )
    return draw.choice(forms)


SAFETY = ("EN IEC 61851-1:2019", "EN IEC 62311:2020")
EMC = ("EN IEC 61851-21-2:2021", "EN 61000-3-12:2011", "EN IEC 61000-3-11:2019")
EMC_RADIO = ("EN 301 489-1 V2.2.3", "EN 301 489-17 V3.2.4")
RADIO = ("EN 300 328 V2.2.2", "EN 300 330 V2.1.1")
CYBER = ("EN 18031-1:2024",)
SUBSTANCES = ("EN IEC 63000:2018",)
ACTS_RADIO = ("2014/53/EU", "2011/65/EU")
ACTS_PLAIN = ("2014/35/EU", "2014/30/EU", "2011/65/EU")


def make(
    seed: str,
    *,
    country: str | None = None,
    language: str = "en",
    direct: bool = False,
    radio: bool = True,
    **changes: Any,
) -> Case:
    """The case of that seed; `country` chooses the maker's."""
    draw = random.Random(seed)
    words = vocabulary()
    makers = [Company.of(r) for r in words["makers"] if country is None or r["country"] == country]
    maker = draw.choice(makers)
    factory = draw.choice([Company.of(r) for r in words["factories"]]) if maker.country != "CN" else maker
    importer = draw.choice([Company.of(r) for r in words["importers"] if r["name"] != maker.name])
    laboratory = draw.choice([Company.of(r) for r in words["laboratories"]])
    body = draw.choice([Company.of(r) for r in words["bodies"]])
    start = date(2025, 1, 6) + timedelta(days=draw.randrange(0, 300))
    people = draw.sample(words["persons"], 3)
    functions = words["functions"].get(language, words["functions"]["en"])
    power = draw.choice((7.4, 11, 22)) if not direct else draw.choice((60, 120))
    case = Case(
        manufacturer=maker,
        factory=factory,
        importer=importer,
        laboratory=laboratory,
        body=body,
        brand=maker.brand,
        product_name="DC charging station"
        if direct
        else draw.choice(("EV charging station", "AC wallbox", "Electric vehicle charger")),
        models=_models(draw, maker.brand, direct=direct),
        direct=direct,
        voltage=230 if power == 7.4 else (400 if direct or draw.random() < 0.6 else (380, 415)),
        current={7.4: 32, 11: 16, 22: 32, 60: 96, 120: 192}[power],
        phases=1 if power == 7.4 else 3,
        power=power,
        ip=draw.choice(("IP54", "IP55", "IP65")),
        ik=draw.choice(("IK08", "IK10")),
        temperature=draw.choice(((-25, 50), (-30, 50), (-25, 40), (-30, 55))),
        connectors=("ccs2",) if direct else draw.choice((("type2_socket",), ("type2_cable",))),
        radios=("wifi_2g4", "bluetooth", "nfc_rfid") if radio else (),
        hardware=draw.choice(("A", "B", "C", "V1.2", "V2.0")),
        firmware=draw.choice(("1.8.4", "2.0.1", "1.12.0", "3.4.17", "V1.02.03")),
        serials=tuple(f"{maker.brand[:1]}{draw.randrange(10**7, 10**8)}" for _ in range(2)),
        safety=standards("EN IEC 61851-1:2019", "EN 61851-23:2014+AC:2016-06") if direct else standards(*SAFETY),
        emc=standards(*EMC, *(EMC_RADIO if radio else ())),
        radio=standards(*RADIO) if radio else (),
        cyber=standards(*CYBER) if radio else (),
        substances=standards(*SUBSTANCES),
        acts=ACTS_RADIO if radio else ACTS_PLAIN,
        numbers=_numbers(draw, maker, laboratory, start.year),
        dates=_dates(draw, start),
        signatory=people[0],
        engineer=people[1],
        reviewer=people[2],
        function=draw.choice(functions),
        place=draw.choice(words["cities"][maker.country]),
        language=language,
    )
    current, power = case.rating_of(case.models[0])
    if not direct:
        case = replace(
            case,
            current=current,
            power=power,
            phases=1 if power == 7.4 else 3,
            voltage=230 if power == 7.4 else case.voltage,
        )
    else:
        case = replace(case, current=current, power=power)
    return case.but(**changes)


def day(value: date, form: str = "iso", language: str = "en") -> str:
    """The date in print: iso, dots, slashes, long, words, month_first, compact, chinese."""
    names = vocabulary()["months"].get(language, vocabulary()["months"]["en"])
    name = names[value.month - 1]
    long = {
        "de": f"{value.day}. {name} {value.year}",
        "es": f"{value.day} de {name} de {value.year}",
        "fr": f"{value.day}{'er' if value.day == 1 else ''} {name} {value.year}",
    }.get(language, f"{value.day} {name} {value.year}")
    return {
        "iso": value.isoformat(),
        "dots": f"{value.day:02d}.{value.month:02d}.{value.year}",
        "slashes": f"{value.day:02d}/{value.month:02d}/{value.year}",
        "long": long,
        "month_first": f"{name} {value.day}, {value.year}",
        "short": f"{name[:3]}. {value.day:02d}, {value.year}",
        "dashes": f"{value.day:02d}-{name[:3]}-{value.year}",
        "chinese": f"{value.year}年{value.month:02d}月{value.day:02d}日",
    }[form]


def dated(field_name: str, value: date, form: str = "iso", language: str = "en") -> Mark:
    """The printed date that says so."""
    return mark(day(value, form, language), **{field_name: value.isoformat()})


def listed(items: tuple[Standard, ...], separator: str = ", ", form: str = "plain") -> Content:
    """The references with the separator between them."""
    out: list[Content] = []
    for index, item in enumerate(items):
        out.extend([separator, item.mark(form)] if index else [item.mark(form)])
    return tuple(out)


def plain(value: float) -> str:
    """A number as people print it: no `.0`."""
    return str(int(value)) if float(value).is_integer() else str(value)


def number(value: Any, unit: str, name: str, *, decimal: str = ".", separator: str = "-") -> Mark:
    """A rating with its unit that says the number or the range."""
    if isinstance(value, tuple):
        text = f"{plain(value[0])}{separator}{plain(value[1])}"
        return mark(f"{text} {unit}", **{name: [value[0], value[1]]})
    return mark(f"{plain(value).replace('.', decimal)} {unit}", **{name: value})
