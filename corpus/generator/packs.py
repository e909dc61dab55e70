"""Clean packs: the full set of papers of a shipment and its shipment.yaml, from one description of the product line."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from corpus.generator.case import Case, Company, make, standards, vocabulary
from corpus.generator.layouts import certificates, declarations, manuals, others, part_papers, reports, special_reports
from corpus.generator.marks import mark
from corpus.generator.sheet import Sheet

Draw = Callable[[Case, Sheet], None]


@dataclass(frozen=True)
class Paper:
    """One paper of a pack; `after` is what happens to the file once drawn."""

    file: str
    kind: str
    scheme: str | None
    draw: Draw
    case: Case
    after: Callable[[bytes], bytes] | None = None
    marks: dict[str, Any] = field(default_factory=dict)  # facts about the file that a reader should notice
    more: "tuple[Paper, ...]" = ()  # further documents in the same file


@dataclass(frozen=True)
class Defect:
    """One seeded defect."""

    topic: str
    document: str | None
    note: str
    product: str | None = None
    outcome: str | None = None


@dataclass(frozen=True)
class Pack:
    """Papers and shipment with what is expected; `also` are topics that the same fault shows under as well."""

    name: str
    papers: tuple[Paper, ...]
    shipment: dict[str, Any]
    verdict: str = "conforming"
    defects: tuple[Defect, ...] = ()
    also: tuple[str, ...] = ()
    units: tuple[tuple[str, ...], ...] = field(default=())

    def paper(self, file: str) -> Paper:
        """The paper of that file name."""
        return next(paper for paper in self.papers if paper.file == file)

    def swap(self, file: str, **changes: Any) -> "Pack":
        """The pack with that paper's case changed."""
        return self.put(replace(self.paper(file), case=self.paper(file).case.but(**changes)))

    def put(self, *papers: Paper) -> "Pack":
        """The pack with those papers in the place of those of the same file name, or added."""
        known = {paper.file: paper for paper in papers}
        kept = tuple(known.pop(paper.file, paper) for paper in self.papers)
        return replace(self, papers=kept + tuple(known.values()))

    def without(self, *files: str) -> "Pack":
        """The pack without those papers."""
        return replace(self, papers=tuple(paper for paper in self.papers if paper.file not in files))

    def seeded(self, name: str, *defects: Defect, also: tuple[str, ...] = (), verdict: str = "nonconforming") -> "Pack":
        """The pack under another name with those defects written down."""
        return replace(self, name=name, defects=defects, also=also, verdict=verdict)


def shared_dates() -> dict[str, date]:
    """The dates of a pack: tested in January and February 2026, declared in May."""
    return {
        "received": date(2026, 1, 12),
        "from": date(2026, 1, 15),
        "to": date(2026, 2, 20),
        "issued": date(2026, 3, 4),
        "certified": date(2026, 4, 9),
        "declared": date(2026, 5, 15),
        "until": date(2031, 4, 8),
        "manual": date(2026, 6, 2),
    }


def _company(table: str, name: str) -> Company:
    return next(Company.of(row) for row in vocabulary()[table] if row["name"].startswith(name))


RADIO_SAFETY = standards("EN IEC 61851-1:2019", "EN IEC 62311:2020")
EMC = standards("EN IEC 61851-21-2:2021", "EN 61000-3-12:2011", "EN IEC 61000-3-11:2019")
EMC_RADIO = standards("EN 301 489-1 V2.2.3", "EN 301 489-3 V2.3.2", "EN 301 489-17 V3.3.1")
CYBER = standards("EN 18031-1:2024", "EN 18031-2:2024")


def _set(
    case: Case, *, manual_languages: tuple[str, ...], declaration: Draw, oem: Case | None = None
) -> tuple[Paper, ...]:
    """The usual set of papers; `oem` is the case that the evidence was made for, when it is the OEM's."""
    evidence = oem or case
    tested = evidence.but(extra={"more_standards": case.safety[:1] if not case.direct else case.safety[:2]})
    papers = [
        Paper("01_declaration.pdf", "declaration", "eu_doc", declaration, case),
        Paper("02_cb_certificate.pdf", "certificate", "cb_test_certificate", certificates.cb, evidence),
        Paper("03_safety_report.pdf", "laboratory_report", "safety", reports.safety_trf, tested),
        Paper("04_emc_report.pdf", "laboratory_report", "emc", reports.emc_house, evidence),
        Paper(
            "07_manual.pdf", "manual", "installation", manuals.booklet, case.but(extra={"languages": manual_languages})
        ),
        Paper("08_datasheet.pdf", "datasheet", None, others.datasheet, case),
        Paper("09_rohs.pdf", "declaration", "material", others.material, case),
    ]
    if case.radios:
        papers[4:4] = [
            Paper("05_radio_report.pdf", "laboratory_report", "radio", reports.radio_house, evidence),
            Paper("06_en18031_report.pdf", "laboratory_report", "cyber", special_reports.cyber, evidence),
        ]
    return tuple(papers)


def _party(company: Company, **more: Any) -> dict[str, Any]:
    return {"name": company.name, "address": company.address(country=False), "country": company.country, **more}


def shipped(case: Case, model: str, **more: Any) -> dict[str, Any]:
    """The product of that model as `shipment.yaml` has it."""
    current, power = case.rating_of(model)
    kind = "dc_mode4" if case.direct else "ac_mode3"
    ratings: dict[str, Any] = {
        "voltage_v": case.voltage if not isinstance(case.voltage, tuple) else 400,
        "current_a": current,
        "phases": case.phases,
        "power_kw": power,
        "frequency_hz": case.frequency,
        "ip": case.ip,
        "ik": case.ik,
    }
    if case.direct:
        ratings |= {"output_voltage_v": list(case.output_voltage), "output_current_a": case.output_current}
    return {
        "model": model,
        "brand": case.brand,
        "manufacturer": _party(case.manufacturer),
        "factory": _party(case.factory),
        "importer": _party(case.importer),
        "type": kind,
        "hardware": case.hardware,
        "firmware": case.firmware,
        "ratings": ratings,
        "connectors": list(case.connectors),
        "radios": list(case.radios),
        "internet": bool(case.radios),
        "metering": "display",
        "location": "private",
        "payment_terminal": False,
        "use": ["workplace"],
        "quantity": 50,
        **more,
    }


def shipment_of(name: str, markets: list[str], products: list[dict[str, Any]]) -> dict[str, Any]:
    """The shipment of those products as `shipment.yaml` has it."""
    return {"shipment": name, "placed_on_market": date(2026, 11, 30), "markets": markets, "products": products}


def ac_plain() -> Pack:
    """A Polish maker's wallbox without any radio, sold in Poland."""
    case = make("pack/ac-plain", country="PL", language="pl", radio=False).but(
        models=("EL22-T2S",),
        product_name="EV charging station",
        factory=_company("makers", "Energolad"),
        importer=_company("makers", "Energolad"),
        voltage=400,
        current=32,
        power=22,
        phases=3,
        ip="IP54",
        ik="IK10",
        connectors=("type2_socket",),
        hardware="B",
        firmware="1.12.0",
        safety=standards("EN IEC 61851-1:2019"),
        emc=EMC,
        substances=standards("EN IEC 63000:2018"),
        dates=shared_dates(),
        extra={"date_form": "dots"},
    )
    reports_case = case.but(extra={"date_form": "iso"})
    papers = tuple(
        paper
        if paper.kind == "declaration" and paper.scheme == "eu_doc"
        else replace(paper, case=paper.case.but(extra={"date_form": "iso"}))
        for paper in _set(case, manual_languages=("pl", "en"), declaration=declarations.numbered)
    )
    product = shipped(reports_case, "EL22-T2S")
    del product["importer"]
    product["importer"] = _party(case.manufacturer)
    return Pack("clean-ac-plain", papers, shipment_of("PO-2026-0101/1", ["EU", "PL"], [product]))


def ac_private_label() -> Pack:
    """A German brand on a Chinese maker's wallbox: evidence in the maker's name, bridged by an equivalence letter."""
    oem = _company("makers", "Nantai")
    brand = _company("makers", "Voltora")
    body = _company("bodies", "Prüfzentrum")
    base = make("pack/private-label", country="CN").but(
        manufacturer=oem,
        factory=oem,
        brand="Nantai",
        body=body,
        laboratory=_company("laboratories", "Suzhou Meridian"),
        importer=brand,
        models=("NT-AC22S",),
        product_name="EV charging station",
        voltage=400,
        current=32,
        power=22,
        phases=3,
        ip="IP54",
        ik="IK10",
        connectors=("type2_socket",),
        radios=("wifi_2g4", "bluetooth", "nfc_rfid"),
        hardware="C",
        firmware="1.8.4",
        safety=RADIO_SAFETY,
        emc=EMC + EMC_RADIO,
        radio=standards("EN 300 328 V2.2.2", "EN 300 330 V2.1.1"),
        cyber=CYBER,
        dates=shared_dates(),
    )
    body_line = (
        body.name,
        ", ",
        mark(body.number, issuer_body_number=True),
        ", ",
        mark(base.numbers["type"], references=True),
    )
    own = base.but(
        manufacturer=brand,
        factory=oem,
        brand="Voltora",
        models=("EVC-22S-W",),
        language="de",
        place="Öhringen",
        function="Geschäftsführer",
        signatory="Markus Thalheim",
        oem_brand="Nantai",
        oem_model="NT-AC22S",
        numbers={"doc": "VOL-DOC-2026-07", "manual": "VO-UM-220", "datasheet": "DS-2201", "material": "MD-2026-031"},
        extra={"body_line": body_line},
    )
    papers = _set(own, manual_languages=("de", "en"), declaration=declarations.numbered, oem=base)
    papers += (
        Paper("10_type_examination.pdf", "certificate", "eu_type_examination", certificates.type_examination, base),
        Paper(
            "11_equivalence_letter.pdf",
            "declaration",
            "equivalence_letter",
            others.equivalence_letter,
            own.but(language="en", numbers={"letter": "EQ-2026-114"}),
        ),
    )
    product = shipped(own, "EVC-22S-W", private_label={"oem_brand": "Nantai", "oem_model": "NT-AC22S"})
    return Pack("clean-ac-private-label", papers, shipment_of("PO-2026-0147/1", ["EU", "DE"], [product]))


def dc_fleet() -> Pack:
    """A French maker's three DC chargers in one set of papers, sold in France."""
    maker = _company("makers", "Lumea")
    case = make("pack/dc-fleet", country="FR", language="fr", direct=True).but(
        manufacturer=maker,
        importer=maker,
        factory=_company("factories", "Hefei"),
        body=_company("bodies", "Certinord"),
        laboratory=_company("laboratories", "Laboratoire"),
        models=("LUX-D60-C2", "LUX-D90-C2", "LUX-D120-C2"),
        product_name="DC charging station",
        voltage=400,
        current=192,
        power=120,
        phases=3,
        ip="IP55",
        ik="IK10",
        output_voltage=(150, 1000),
        output_current=300,
        connectors=("ccs2",),
        radios=("wifi_2g4", "nfc_rfid"),
        hardware="V2.0",
        firmware="3.4.17",
        safety=standards("EN IEC 61851-1:2019", "EN IEC 61851-23:2024", "EN IEC 62311:2020"),
        emc=standards("EN IEC 61851-21-2:2021") + EMC_RADIO,
        radio=standards("EN 300 328 V2.2.2", "EN 300 330 V2.1.1"),
        cyber=CYBER,
        dates=shared_dates(),
        extra={
            "iec": standards("IEC 61851-1:2017", "IEC 61851-23:2023"),
            "report_standards": standards("IEC 61851-1:2017", "IEC 61851-23:2023"),
        },
    )
    papers = _set(case, manual_languages=("fr", "en"), declaration=declarations.boxed)
    products = [shipped(case, "LUX-D60-C2"), shipped(case, "LUX-D120-C2", quantity=4)]
    return Pack("clean-dc-fleet", papers, shipment_of("CMD-2026-881", ["EU", "FR"], products))


def ac_family() -> Pack:
    """A Chinese maker's own brand: a family with a wildcard and its legend, sold in the Netherlands and Germany."""
    maker = _company("makers", "Shenzhen Qiluo")
    case = make("pack/ac-family", country="CN").but(
        manufacturer=maker,
        factory=maker,
        importer=_company("importers", "Chargewell"),
        brand="Qiluo",
        laboratory=_company("laboratories", "Shenzhen Toprun"),
        body=_company("bodies", "Veridis"),
        models=("QIC-ACyy-T2C",),
        legend="yy can be 11 or 22 and stands for the rated power in kW",
        product_name="AC wallbox",
        voltage=400,
        current=32,
        power=22,
        phases=3,
        ip="IP65",
        ik="IK08",
        connectors=("type2_cable",),
        radios=("wifi_2g4", "bluetooth"),
        hardware="V1.2",
        firmware="2.0.1",
        safety=RADIO_SAFETY,
        emc=EMC + standards("EN 301 489-1 V2.2.3", "EN 301 489-17 V3.3.1"),
        radio=standards("EN 300 328 V2.2.2"),
        cyber=CYBER,
        place="Shenzhen",
        dates=shared_dates(),
    )
    plain = case.but(models=("QIC-AC11-T2C", "QIC-AC22-T2C"), legend="")
    papers = _set(case, manual_languages=("en", "nl", "de"), declaration=declarations.bilingual)
    papers = tuple(
        replace(paper, case=paper.case.but(models=plain.models, legend=""))
        if paper.kind in ("manual", "datasheet")
        else paper
        for paper in papers
    )
    papers += (
        Paper("12_label.pdf", "label_artwork", None, part_papers.label_artwork, plain.but(models=("QIC-AC22-T2C",))),
    )
    products = [shipped(case, "QIC-AC11-T2C", quantity=20), shipped(case, "QIC-AC22-T2C", quantity=80)]
    return Pack("clean-ac-family", papers, shipment_of("PO-77120", ["EU", "NL", "DE"], products))


def clean() -> tuple[Pack, ...]:
    """Every clean pack."""
    return ac_plain(), ac_private_label(), dc_fleet(), ac_family()
