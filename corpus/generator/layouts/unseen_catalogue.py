"""The table of unseen layouts: the second set held out from development, which nobody who works on extraction looks at."""

from collections.abc import Callable
from typing import Any

from corpus.generator.case import Case, standards
from corpus.generator.layouts import unseen_certificates as certificates
from corpus.generator.layouts import unseen_declarations as declarations
from corpus.generator.layouts import unseen_evaluations as evaluations
from corpus.generator.layouts import unseen_manuals as manuals
from corpus.generator.layouts import unseen_more_declarations, unseen_more_reports
from corpus.generator.layouts import unseen_others as others
from corpus.generator.layouts import unseen_reports as reports
from corpus.generator.layouts import unseen_schemes as schemes
from corpus.generator.layouts import unseen_statements as statements
from corpus.generator.layouts.unseen_parties import MAKERS, charger
from corpus.generator.samples import Entry, Sample
from corpus.generator.sheet import Sheet

IEC = standards("IEC 61851-1:2017")
ONE: dict[str, Any] = {"voltage": 230, "current": 32, "phases": 1, "power": 7.4}
SIXTEEN: dict[str, Any] = {"current": 16, "power": 11}
SMALL: dict[str, Any] = {"voltage": 230, "current": 16, "phases": 1, "power": 3.7}
DIRECT: dict[str, Any] = {
    "law": "dc",
    "direct": True,
    "connectors": ("ccs2",),
    "current": 96,
    "power": 60,
    "product_name": "DC fast charger",
    "output_current": 200,
    "output_voltage": (200, 920),
}
TABLE = {"AYD-K11R": (16, 11), "AYD-K22R": (32, 22), "NL-G11": (16, 11), "NL-G22": (32, 22), "NBX 7": (32, 7.4), "NBX 22": (32, 22), "MS-W11-T2": (16, 11), "MS-W22-T2": (32, 22), "LXE3-7": (32, 7.4), "LXE3-11": (16, 11), "LXE3-22": (32, 22), "BCQ60E": (96, 60), "BCQ120E": (192, 120)}  # fmt: skip

# Measured unseen once, then opened for development; the others stay closed.
OPENED = frozenset(
    ("doc-01", "doc-03", "doc-05", "cb-01", "cyber-01", "emc-01", "safe-01", "label-01", "man-01", "mark-01", "mat-01")
    + ("nat-01", "notes-01", "pack-01", "nrtl-01", "unit-01")
)


def _with_spectrum(draw: Callable[[Case, Sheet], None]) -> Callable[[Case, Sheet], None]:
    def layout(case: Case, sheet: Sheet) -> None:
        draw(case.but(radio=case.extra["spectrum"]), sheet)

    return layout


def _entry(name: str, kind: str, scheme: str | None, draw: Callable[[Case, Sheet], None], *samples: Sample) -> Entry:
    return Entry(f"un-{name}", kind, scheme, _with_spectrum(draw), samples, held_out=name not in OPENED)


UNSEEN: tuple[Entry, ...] = (
    _entry("doc-01", "declaration", "eu_doc", declarations.corporate,
        charger("a", "moselstrom", ("MS-W11-T2", "MS-W22-T2"), language="de", numbers={"doc": "MS-KE-0417", "safety": "25-S-2213", "emc": "25-E-1187", "radio": "25-R-0940", "cyber": "25-C-0071", "rohs": "25-U-0315"}),
        charger("b", "moselstrom", ("MS-P22D", "MS-P22D-RFID"), law="plain", language="de", scan="skew@200", hardware="2.1", numbers={"doc": "MS-KE-0392", "safety": "24-S-1880", "emc": "24-E-0966", "rohs": "24-U-0204"}),
    ),
    _entry("doc-02", "declaration", "eu_doc", declarations.interlinear,
        charger("a", "anyida", ("AYD-K11R", "AYD-K22R"), product_name="AC EV Charger", numbers={"doc": "AYD-CE-25061", "safety": "HCT25S-01733", "emc": "HCT25E-01734"}),
        charger("b", "beichen", ("BC-P16", "BC-P10"), law="mode2", scan="noisy", product_name="Portable EV charging cable", numbers={"doc": "BC/DoC/2025-118", "safety": "HCT25S-02210", "emc": "HCT25E-02211"}),
    ),
    _entry("doc-03", "declaration", "eu_doc", declarations.hairlines,
        charger("a", "rivoire", ("RV-DUO 22", "RV-DUO 11"), law="lte", language="fr", numbers={"doc": "DUE-2025-031", "safety": "R25-4410-1", "emc": "R25-4410-2"}),
        charger("b", "rivoire", ("RV-MONO 7",), law="plain", language="fr", firmware="4.0.2", numbers={"doc": "DUE-2024-017", "safety": "R24-3981-1", "emc": "R24-3981-2"}),
    ),
    _entry("doc-04", "declaration", "eu_doc", declarations.annex,
        charger("a", "colonna", ("TC-WB22", "TC-WB11", "TC-WB7"), language="it", numbers={"doc": "DC-0288/25"}),
        charger("b", "enchufa", ("ENX-32T",), law="plain", language="es", firmware="2.6.0", numbers={"doc": "DUE-ENX-2025-04"}),
        charger("c", "wisla", ("WCH-22G", "WCH-11G"), law="lte", language="pl", scan="rotate180", numbers={"doc": "WCH/12/2025"}),
    ),
    _entry("doc-05", "declaration", "eu_doc", declarations.articles,
        charger("a", "noordlaad", ("NL-G11", "NL-G22"), language="nl", extra={"table": TABLE}, numbers={"doc": "NLT-2025-09"}),
        charger("b", "elbox", ("NBX 7", "NBX 22"), law="plain", language="sv", extra={"table": TABLE}, numbers={"doc": "EF-118-2"}),
    ),
    _entry("doc-06", "declaration", "eu_doc", unseen_more_declarations.trilingual,
        charger("a", "beichen", ("BCQ60E", "BCQ120E"), **DIRECT, numbers={"doc": "DOC-EU-7719", "safety": "ELT-25-1107-S", "emc": "ELT-25-1107-E"}),
        charger("b", "luxing", ("LXE3-7", "LXE3-11", "LXE3-22"), scan="plain", product_name="Wall charging station", numbers={"doc": "LX-DOC-0057-B", "safety": "ELT-25-0893-S", "emc": "ELT-25-0893-E"}),
    ),
    _entry("simple-01", "declaration", "eu_doc_simplified", statements.leaflet,
        charger("a", "luxing", ("LXE3-22", "LXE3-11"), numbers={"letter": "LX-LF-014"}, extra={"languages": ("es", "nl", "pl", "sv", "en")}),
    ),
    _entry("uk-01", "declaration", "uk_doc", statements.british,
        charger("a", "beichen", ("BC-W7P", "BC-W22P"), trader="gb", product_name="Electric vehicle charge point", numbers={"doc": "BC/UKDoC/2025-041"}),
        charger("b", "anyida", ("AYD-S7", "AYD-S22"), law="plain", trader="gb", scan="skew", product_name="EV charger", numbers={"doc": "AYD-UKCA-25007"}),
    ),
    _entry("fcc-01", "declaration", "fcc_sdoc", statements.american,
        charger("a", "cascade", ("CC-48H", "CC-40H"), trader="us", numbers={"emc": "GSL-25-30418"}),
    ),
    _entry("mat-01", "declaration", "material", statements.substances,
        charger("a", "luxing", ("LXE3-7", "LXE3-11", "LXE3-22"), product_name="AC charging station", numbers={"material": "LX-ENV-2025-006", "rohs": "HCT25H-00642"}),
        charger("b", "anyida", ("AYD-K22R",), scan="noisy", product_name="AC EV charger", numbers={"material": "AYD-GP-117", "rohs": "HCT25H-01735"}),
    ),
    _entry("eq-01", "declaration", "equivalence_letter", statements.sameness,
        charger("a", "moselstrom", ("MS-W11-T2", "MS-W22-T2"), importer=MAKERS["moselstrom"], engineer="Luo Jianguo", oem_model="GL-AC11, GL-AC22", numbers={"letter": "GL-ID-2025-08", "cb": "NL-90417", "safety": "HCT25S-00811", "emc": "HCT25E-00812"}),
        charger("b", "noordlaad", ("NL-G22",), importer=MAKERS["noordlaad"], engineer="He Yating", oem_model="GL-AC22-T", scan="skew@200", numbers={"letter": "GL-ID-2024-31", "cb": "NL-88120", "safety": "HCT24S-03107", "emc": "HCT24E-03108"}),
    ),
    _entry("cb-01", "certificate", "cb_test_certificate", certificates.scheme,
        charger("a", "anyida", ("AYD-K22R", "AYD-K22S"), body="rijnmond", people="NL", product_name="AC EV charger", extra={"iec": IEC}, numbers={"cb": "NL-90566", "safety": "HCT25S-01733"}),
        charger("b", "moselstrom", ("MS-P22D",), body="malar", people="SE", scan="noisy", product_name="Charging station", extra={"iec": IEC}, numbers={"cb": "SE-118034", "safety": "24-S-1880"}),
    ),
    _entry("type-01", "certificate", "eu_type_examination", certificates.examination,
        charger("a", "beichen", ("BC-W22P", "BC-W11P"), body="atlantica", people="ES", product_name="EV charging station", numbers={"type": "CAT-RED-25-0183", "cyber": "72204-CYB.003"}),
        charger("b", "enchufa", ("ENX-32T",), body="atlantica", people="ES", scan="rotate90", product_name="Smart wallbox", numbers={"type": "CAT-RED-25-0207", "cyber": "72391-CYB.001"}),
    ),
    _entry("mark-01", "certificate", "voluntary_mark", certificates.licence,
        charger("a", "luxing", ("LXE3-7", "LXE3-11", "LXE3-22"), extra={"table": TABLE}, people="DE", numbers={"mark": "R 50698123 0001", "safety": "CN25KLRT 001"}),
        charger("b", "moselstrom", ("MS-W11-T2", "MS-W22-T2"), extra={"table": TABLE}, people="DE", numbers={"mark": "R 50671840 0002", "safety": "DE25QW77 002"}),
    ),
    _entry("att-01", "certificate", "attestation", certificates.verification,
        charger("a", "beichen", ("BC-P16", "BC-P10"), law="mode2", house="pacific", **SMALL, product_name="Mode 2 charging cable", numbers={"attestation": "PRCS-A250318701", "safety": "PRCS2503187S1"}),
        charger("b", "anyida", ("AYD-S22",), law="plain", house="pacific", scan="plain", product_name="AC charging point", extra={"act": "2014/30/EU"}, numbers={"attestation": "PRCS-A250402204", "emc": "PRCS2504022E2"}),
    ),
    _entry("mid-01", "certificate", "mid_type_examination", schemes.instruments,
        charger("a", "noordlaad", ("NL-G22-M",), body="rijnmond", people="NL", firmware="1.03", numbers={"mid": "T12877"}),
    ),
    _entry("nat-01", "certificate", "national_metrology", schemes.decision,
        charger("a", "rivoire", ("RV-DC 120",), body="mesure", people="FR", firmware="V2.11", numbers={"mid": "BNM-41207", "safety": "P231 884-1"}),
    ),
    _entry("nrtl-01", "certificate", "nrtl_listing", schemes.listing,
        charger("a", "cascade", ("CC-48H", "CC-48W"), house="granite", numbers={"mark": "80261744"}),
    ),
    _entry("qms-01", "certificate", "management_system", schemes.quality,
        charger("a", "anyida", ("AYD-K22R",), body="malar", people="SE", scan="skew", numbers={"iso": "SE013558-1"}),
    ),
    _entry("ocpp-01", "certificate", "interoperability", schemes.protocol,
        charger("a", "wisla", ("WCH-22G", "WCH-11G"), house="wave", numbers={"attestation": "OCPP201-25-0117"}),
    ),
    _entry("safe-01", "laboratory_report", "safety", reports.works,
        charger("a", "penhallow", ("PH-Home 7",), house="thornbury", **ONE, product_name="Home charging unit", extra={"report": standards("BS EN IEC 61851-1:2019")}, numbers={"safety": "TTH/S/4471"}),
        charger("b", "beichen", ("BCQ60E",), house="thornbury", **DIRECT, extra={"report": standards("EN IEC 61851-1:2019", "EN IEC 61851-23:2024")}, numbers={"safety": "TTH/S/4538"}),
        charger("c", "anyida", ("AYD-K22R",), house="thornbury", scan="skew", product_name="AC EV charger", numbers={"safety": "TTH/S/4102"}),
    ),
    _entry("safe-02", "laboratory_report", "safety", reports.form,
        charger("a", "luxing", ("LXE3-7", "LXE3-11", "LXE3-22"), extra={"iec": IEC, "table": TABLE}, product_name="EV charger", numbers={"safety": "HCT25S-00419"}),
        charger("b", "anyida", ("AYD-K11R", "AYD-K22R"), extra={"iec": IEC, "table": TABLE}, scan="plain@200", product_name="AC EV charger", numbers={"safety": "HCT25S-01733"}),
    ),
    _entry("emc-01", "laboratory_report", "emc", reports.triptych,
        charger("a", "moselstrom", ("MS-W22-T2", "MS-W11-T2"), house="taunus", numbers={"emc": "25-E-1187"}),
        charger("b", "wisla", ("WCH-22G",), law="plain", house="taunus", scan="noisy", numbers={"emc": "25-E-0512"}),
    ),
    _entry("emc-02", "laboratory_report", "emc", unseen_more_reports.service,
        charger("a", "anyida", ("AYD-K22R", "AYD-K11R", "AYD-K07R"), house="pacific", product_name="AC EV charger", numbers={"emc": "PRCS2502266E1"}),
        charger("b", "beichen", ("BC-P16",), law="mode2", house="pacific", **SMALL, product_name="Portable EV charger", numbers={"emc": "PRCS2503187E1"}),
    ),
    _entry("radio-01", "laboratory_report", "radio", evaluations.informe,
        charger("a", "enchufa", ("ENX-32T", "ENX-16T"), house="ebro", product_name="Smart wallbox", numbers={"radio": "74112RRF.001A"}),
        charger("b", "luxing", ("LXE3-22",), law="lte", house="ebro", scan="plain", product_name="EV charging station", numbers={"radio": "73870RRF.002"}),
    ),
    _entry("cyber-01", "laboratory_report", "cyber", evaluations.dossier,
        charger("a", "elbox", ("NBX 22", "NBX 7"), house="wave", product_name="Wallbox", numbers={"cyber": "NWT-P118823"}),
    ),
    _entry("man-01", "manual", "installation", manuals.benelux,
        charger("a", "noordlaad", ("NL-G11", "NL-G11K"), extra={"languages": ("nl", "fr", "de")}, **SIXTEEN, connectors=("type2_socket",), numbers={"manual": "NLT-IH-204"}),
        charger("b", "anyida", ("AYD-S22", "AYD-S22C"), law="plain", trader="nl", extra={"languages": ("fr", "nl"), "edition": "2.0"}, connectors=("type2_cable",), numbers={"manual": "AYD-IM-S-03"}),
    ),
    _entry("man-02", "manual", "user", manuals.pocket,
        charger("a", "enchufa", ("ENX-32T",), extra={"languages": ("en", "es"), "edition": "5"}, connectors=("type2_cable",), **ONE, numbers={"manual": "ENX-MU-11"}),
    ),
    _entry("man-03", "manual", "quick_guide", manuals.one_sheet,
        charger("a", "elbox", ("NBX 7", "NBX 22"), extra={"languages": ("sv", "en"), "edition": "3"}, numbers={"manual": "EN-QG-0073"}),
        charger("b", "penhallow", ("PH-Home 7",), extra={"languages": ("en", "sv"), "edition": "A2"}, scan="skew", numbers={"manual": "PH-QS-019"}),
    ),
    _entry("data-01", "datasheet", None, others.brochure,
        charger("a", "moselstrom", ("MS-W11-T2", "MS-W22-T2"), extra={"table": TABLE}, product_name="AC wallbox", numbers={"datasheet": "MS-DB-1012"}),
        charger("b", "beichen", ("BCQ60E", "BCQ120E"), **DIRECT, extra={"table": TABLE}, numbers={"datasheet": "BC-DS-Q-E"}),
    ),
    _entry("label-01", "label_artwork", None, others.plate,
        charger("a", "anyida", ("AYD-K22R",), product_name="AC EV charger", numbers={"datasheet": "DS-20771"}),
        charger("b", "luxing", ("LXE3-11",), **SIXTEEN, trader="nl", scan="plain@200", product_name="EV charging station", numbers={"datasheet": "DS-0418"}),
    ),
    _entry("pack-01", "packing_list", None, others.cartons,
        charger("a", "luxing", ("LXE3-11", "LXE3-22"), trader="nl", numbers={"datasheet": "DS-25-0906"}),
    ),
    _entry("unit-01", "inspection_record", None, others.unit,
        charger("a", "anyida", ("AYD-K22R",), engineer="Sun Lei", numbers={"datasheet": "DS-250117-044"}),
        charger("b", "moselstrom", ("MS-W11-T2",), engineer="He Yating", scan="noisy", numbers={"datasheet": "DS-91204"}),
    ),
    _entry("notes-01", "release_notes", None, others.bulletin,
        charger("a", "elbox", ("NBX 7", "NBX 22"), firmware="3.11.0"),
    ),
)  # fmt: skip
