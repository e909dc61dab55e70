"""Clean packs for other markets than the Union's: Great Britain beside it, the United States, Australia, China."""

from dataclasses import replace
from datetime import date
from typing import Any

from corpus.generator.case import Case, Company, make, standards, vocabulary
from corpus.generator.layouts import certificates, manuals, markets, others, reports
from corpus.generator.packs import CYBER, Defect, Pack, Paper, ac_private_label, shared_dates, shipment_of, shipped

SCP = "13_scp_statement.pdf"
SDOC = "02_fcc_sdoc.pdf"
LISTING = "01_listing.pdf"
CCC = "01_ccc_certificate.pdf"


def _company(table: str, name: str) -> Company:
    return next(Company.of(row) for row in vocabulary()[table] if row["name"].startswith(name))


def union_and_britain() -> Pack:
    """The private-label wallbox sold in Germany and Great Britain: an importer each, and the statement for Britain."""
    label = ac_private_label()
    own = label.paper("01_declaration.pdf").case
    british = _company("makers", "Hartwell")
    statement = Paper(
        SCP,
        "declaration",
        "scp_statement",
        markets.scp_statement,
        own.but(language="en", function="Managing Director", numbers={"scp": "VO-SCP-2026-03"}),
    )
    product = dict(label.shipment["products"][0])
    importers = [
        {**product["importer"], "markets": ["EU", "DE"]},
        {
            "name": british.name,
            "address": british.address(country=False),
            "country": "GB",
            "markets": ["GB"],
        },
    ]
    shipment = shipment_of("PO-2026-0148/1", ["EU", "DE", "GB"], [{**product, "importer": importers}])
    return replace(label.put(statement), name="clean-eu-de-gb", shipment=shipment)


def _american() -> Case:
    maker = _company("makers", "Pinewood")
    return make("pack/us", country="US").but(
        manufacturer=maker,
        importer=maker,
        factory=_company("factories", "Hefei"),
        laboratory=_company("laboratories", "Suzhou Meridian"),
        models=("PW-48-T1",),
        product_name="EV charging station",
        voltage=240,
        current=48,
        power=11.5,
        phases=1,
        frequency=60,
        ip="IP55",
        ik="IK10",
        connectors=("type1",),
        radios=("wifi_2g4", "bluetooth"),
        hardware="B",
        firmware="2.3.0",
        safety=standards("UL 2594:2022"),
        emc=(),
        place="Boise",
        dates=shared_dates(),
    )


def united_states() -> Pack:
    """An American maker's home charger: listing, supplier's declaration, grant, manual."""
    case = _american()
    papers = (
        Paper(LISTING, "certificate", "nrtl_listing", certificates.nrtl, case),
        Paper(SDOC, "declaration", "fcc_sdoc", others.fcc_sdoc, case),
        Paper("03_fcc_grant.pdf", "certificate", "fcc_grant", others.fcc_grant, case),
        Paper("04_manual.pdf", "manual", "installation", markets.american_manual, case),
        Paper("05_datasheet.pdf", "datasheet", None, others.datasheet, case),
    )
    product = shipped(case, "PW-48-T1", use=["residential"])
    shipment = shipment_of("PO-88213", ["US"], [product])
    return Pack("clean-us", papers, {**shipment, "answers": [looked_up(LISTING), laboratories_looked_up()]})


def laboratories_looked_up() -> dict[str, Any]:
    """What the buyer found out of the laboratories of the FCC tests."""
    return {
        "rule": "US-FCC-LAB-001",
        "fulfilled": True,
        "who": "A. Buyer",
        "day": date(2026, 11, 4),
        "seen": "the FCC's list of test firms, and that of withdrawn recognitions",
    }


def looked_up(file: str) -> dict[str, Any]:
    """What the buyer found out of the laboratory that issued the listing: the register holds real ones only."""
    return {
        "rule": "US-NRTL-LAB-001",
        "fulfilled": True,
        "who": "A. Buyer",
        "day": date(2026, 11, 4),
        "seen": "OSHA's list of recognised laboratories: the laboratory, its site and the standard",
        "paper": f"papers/{file}",
    }


def california() -> Pack:
    """The same charger sold in California."""
    plain = united_states()
    shipment = {**plain.shipment, "shipment": "PO-88214", "markets": ["US", "US-CA"]}
    return replace(plain, name="clean-us-ca", shipment=shipment)


def australia() -> Pack:
    """A Chinese maker's wallbox for Australia: certificate and report to the IEC text, English manual."""
    maker = _company("makers", "Shenzhen Qiluo")
    case = make("pack/au", country="CN").but(
        manufacturer=maker,
        factory=maker,
        laboratory=_company("laboratories", "Suzhou Meridian"),
        body=_company("bodies", "Veridis"),
        brand="Qiluo",
        models=("QIA-22-T2S",),
        product_name="AC wallbox",
        voltage=400,
        current=32,
        power=22,
        phases=3,
        ip="IP65",
        ik="IK10",
        connectors=("type2_socket",),
        radios=("wifi_2g4", "bluetooth"),
        hardware="V1.2",
        firmware="2.0.1",
        safety=standards("IEC 61851-1:2017"),
        emc=standards("IEC 61851-21-2:2018"),
        radio=standards("AS/NZS 4268:2017"),
        cyber=CYBER,
        place="Shenzhen",
        dates=shared_dates(),
        extra={"iec": standards("IEC 61851-1:2017"), "report_standards": standards("IEC 61851-1:2017")},
    )
    importer = Company("Wattlebird Charging Pty Ltd", ("22 Bourke Road", "Alexandria NSW 2015"), "AU")
    english = case.but(importer=importer, extra={"languages": ("en",)})
    papers = (
        Paper("01_cb_certificate.pdf", "certificate", "cb_test_certificate", certificates.cb, case),
        Paper("02_safety_report.pdf", "laboratory_report", "safety", reports.safety_trf, case),
        Paper("03_emc_report.pdf", "laboratory_report", "emc", reports.emc_house, case),
        Paper("04_manual.pdf", "manual", "installation", manuals.booklet, english),
        Paper("05_datasheet.pdf", "datasheet", None, others.datasheet, case),
        Paper("06_radio_report.pdf", "laboratory_report", "radio", reports.radio_house, case),
    )
    shipment = shipment_of("PO-A-1207", ["AU"], [shipped(english, "QIA-22-T2S")])
    registered = {
        "rule": "AU-RCM-001",
        "fulfilled": True,
        "who": "A. Buyer",
        "day": date(2026, 11, 4),
        "seen": "the importer and the model in the database of the safety system",
    }
    return Pack("clean-au", papers, {**shipment, "answers": [registered]})


def china() -> Pack:
    """A Chinese maker's wallbox at home: compulsory certificate, efficiency report, Chinese manual."""
    maker = _company("makers", "Nantai")
    case = make("pack/cn", country="CN").but(
        manufacturer=maker,
        factory=maker,
        importer=maker,
        laboratory=_company("laboratories", "Suzhou Meridian"),
        body=Company("China Central Certification Co., Ltd.", ("9 Nansihuan West Road", "Beijing 100070"), "CN"),
        brand="Nantai",
        models=("NT-GB07",),
        voltage=220,
        current=32,
        power=7,
        phases=1,
        connectors=("gbt_ac",),
        radios=(),
        hardware="C",
        firmware="1.8.4",
        dates=shared_dates(),
        numbers={"ccc": "2026012501860511", "efficiency": "SZM-NX-2026-0311"},
    )
    papers = (
        Paper(CCC, "certificate", "ccc", markets.ccc, case),
        Paper("02_efficiency_report.pdf", "laboratory_report", "other", markets.efficiency, case),
        Paper("03_manual.pdf", "manual", "installation", markets.chinese_manual, case),
    )
    return Pack("clean-cn", papers, shipment_of("CG-2026-118", ["CN"], [shipped(case, "NT-GB07")]))


def clean_elsewhere() -> tuple[Pack, ...]:
    """Every clean pack for other markets."""
    return union_and_britain(), united_states(), california(), australia(), china()


def seeded_elsewhere() -> tuple[Pack, ...]:
    """One fault a market: the paper that the market cannot do without is missing, or is for another model."""
    britain, states, home = union_and_britain(), united_states(), china()
    return (
        britain.without(SCP).seeded(
            "gb-no-statement", Defect("missing_document", None, "no statement of compliance for Great Britain")
        ),
        states.without(SDOC).seeded("us-no-sdoc", Defect("missing_document", None, "no supplier's declaration")),
        states.swap(LISTING, models=("PW-40-T1",)).seeded(
            "us-listing-other-model", Defect("scope_model", LISTING, "the listing is for another model")
        ),
        home.without(CCC).seeded("cn-no-ccc", Defect("missing_document", None, "no CCC certificate")),
    )
