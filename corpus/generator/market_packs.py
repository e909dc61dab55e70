"""Clean packs for Canada, New Zealand, Singapore, billing in Germany and a funded project; a must-fail twin each."""

from dataclasses import replace

from corpus.generator.case import Company, standards, vocabulary
from corpus.generator.layouts import manuals, others
from corpus.generator.layouts import more_markets as papers
from corpus.generator.markets import LISTING, australia, looked_up, united_states
from corpus.generator.packs import Defect, Pack, Paper, ac_private_label, shipment_of, shipped

ISED = "02_ised_certificate.pdf"
NZ = "01_nz_declaration.pdf"
LTA = "01_type_approval.pdf"
PTB = "12_baumusterpruefung.pdf"
OCPP = "06_ocpp_certificate.pdf"


def _company(table: str, name: str) -> Company:
    return next(Company.of(row) for row in vocabulary()[table] if row["name"].startswith(name))


def canada() -> Pack:
    """The American maker's home charger for Canada alone."""
    case = (
        united_states()
        .paper(LISTING)
        .case.but(safety=standards("CSA C22.2 No. 280:2022", "UL 2594:2022"), numbers={"ised": "27391-PW48T1"})
    )
    set_ = (
        Paper(LISTING, "certificate", "nrtl_listing", papers.canadian_listing, case),
        Paper(ISED, "certificate", "ised_certificate", papers.ised, case),
        Paper("03_manual.pdf", "manual", "installation", papers.canadian_manual, case),
        Paper("04_datasheet.pdf", "datasheet", None, others.datasheet, case),
    )
    return Pack("clean-ca", set_, shipment_of("PO-C-4410", ["CA"], [shipped(case, "PW-48-T1", use=["residential"])]))


def united_states_and_canada() -> Pack:
    """The same charger for both countries: the papers of each, in one pack."""
    both, north = united_states(), canada()
    listing, certificate, manual, _ = north.papers
    papers_ = (
        *both.papers,
        replace(listing, file="06_listing_canada.pdf"),
        replace(certificate, file="07_ised_certificate.pdf"),
        replace(manual, file="08_manual_canada.pdf"),
    )
    answers = [*both.shipment["answers"], looked_up("06_listing_canada.pdf")]
    shipment = {**both.shipment, "shipment": "PO-88215", "markets": ["US", "CA"], "answers": answers}
    return replace(both, name="clean-us-canada", papers=papers_, shipment=shipment)


def new_zealand() -> Pack:
    """The wallbox of the Australian pack with the declaration of New Zealand."""
    own = australia()
    importer = Company("Kererū Charging Limited", ("14 Rosedale Road", "Auckland 0632"), "NZ")
    case = own.paper("01_cb_certificate.pdf").case.but(importer=importer, numbers={"nz": "KC-SDOC-2026-04"})
    kept = tuple(
        replace(paper, file=f"{place:02}{paper.file[2:]}", case=paper.case.but(importer=importer))
        for place, paper in enumerate((own.paper("02_safety_report.pdf"), own.paper("04_manual.pdf")), 2)
    )
    set_ = (Paper(NZ, "declaration", "nz_sdoc", papers.nz_sdoc, case), *kept)
    return Pack("clean-nz", set_, shipment_of("PO-N-311", ["NZ"], [shipped(case, "QIA-22-T2S")]))


def singapore() -> Pack:
    """The same wallbox with Singapore's type approval and a report to TR 25."""
    own = australia()
    case = own.paper("01_cb_certificate.pdf").case.but(numbers={"lta": "EVC-TA-2026-0117"})
    authority = Company("Land Transport Authority", ("1 Hampshire Road", "Singapore 219428"), "SG")
    english = case.but(extra={"languages": ("en",)})
    set_ = (
        Paper(LTA, "certificate", "other", papers.type_approval, case.but(body=authority)),
        Paper("02_manual.pdf", "manual", "installation", manuals.booklet, english),
        Paper("03_datasheet.pdf", "datasheet", None, others.datasheet, case),
    )
    return Pack("clean-sg", set_, shipment_of("PO-S-77", ["SG"], [shipped(case, "QIA-22-T2S")]))


def billing() -> Pack:
    """The private-label wallbox that bills energy in Germany: type examination and declaration of measuring law."""
    label = ac_private_label()
    institute = Company("Physikalisch-Technische Bundesanstalt", ("Bundesallee 100", "38116 Braunschweig"), "DE")
    case = label.paper("01_declaration.pdf").case.but(
        body=institute, numbers={"ptb": "DE-26-M-PTB-0031", "messev": "VO-MESSEV-2026-02"}
    )
    set_ = label.put(
        Paper(PTB, "certificate", "national_metrology", papers.ptb, case),
        Paper("13_messev.pdf", "declaration", "other", papers.messev, case),
    )
    product = {**label.shipment["products"][0], "metering": "billing"}
    return replace(set_, name="clean-de-billing", shipment=shipment_of("PO-2026-0149/1", ["EU", "DE"], [product]))


def funded() -> Pack:
    """The American charger in a funded project: OCPP, ISO 15118, Buy America, ENERGY STAR."""
    plain = united_states()
    case = plain.paper(LISTING).case.but(numbers={"ocpp": "OCPP-2026-0091", "buy": "PW-BA-2026-02", "star": "2619034"})
    set_ = plain.put(
        Paper(OCPP, "certificate", "interoperability", papers.ocpp_201, case),
        Paper("07_buy_america.pdf", "declaration", "other", papers.buy_america, case),
        Paper("08_energy_star.pdf", "certificate", "other", papers.energy_star, case),
    )
    shipment = {**plain.shipment, "shipment": "PO-88215", "funding": ["nevi"]}
    return replace(set_, name="clean-us-nevi", shipment=shipment)


def clean_more() -> tuple[Pack, ...]:
    """Every clean pack of this module."""
    return canada(), united_states_and_canada(), new_zealand(), singapore(), billing(), funded()


def seeded_more() -> tuple[Pack, ...]:
    """The must-fail twin of each: the paper that decides is missing, or is for another model."""
    cases = {pack.name: pack for pack in clean_more()}
    missing = "missing_document"
    return (
        cases["clean-ca"].without(ISED).seeded("ca-no-ised", Defect(missing, None, "no ISED certificate")),
        cases["clean-nz"]
        .swap(NZ, models=("QIA-11-T2S",))
        .seeded("nz-other-model", Defect("scope_model", NZ, "the declaration is for another model")),
        cases["clean-sg"]
        .without(LTA)
        .seeded("sg-no-approval", Defect(missing, None, "no type approval"), also=("standard_missing",)),
        cases["clean-de-billing"]
        .without(PTB)
        .seeded("de-no-examination", Defect(missing, None, "no type examination of the station")),
        cases["clean-us-nevi"]
        .without(OCPP)
        .seeded("us-nevi-no-ocpp", Defect("standard_missing", None, "nothing shows OCPP 2.0.1")),
    )
