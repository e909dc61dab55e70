"""Held-out laboratory reports: a German house, a French house, a radio report with contents, a cyber report, RoHS."""

from corpus.generator import faces
from corpus.generator.case import RADIOS, Case, dated, day, listed, standards
from corpus.generator.held_out.declarations import names, plain_day
from corpus.generator.layouts.declarations import ratings
from corpus.generator.layouts.report_tables import CLAUSES, COMPONENTS
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet


def german(case: Case, sheet: Sheet) -> None:
    """A German safety report: bilingual boxed cover, variant table, clause table with verdict columns to tick."""
    lab = case.laboratory

    def head(s: Sheet) -> None:
        page = s.page - s.start_page + 1
        rows: list[list[Content]] = [
            [
                lab.letters,
                ("Prüfbericht Nr.\nTest Report No.\n", mark(case.numbers["safety"], document_number=True)),
                f"Seite {page} von {s.pages_total}\nPage {page} of {s.pages_total}",
            ]
        ]
        s.table(rows, (2, 5, 3), head=0, size=8)
        s.space(12)

    sheet.begin(face=faces.SANS, size=8.5, top=40, bottom=46, header=head)
    period = (dated("tested_from", case.dates["from"], "dots"), " - ", dated("tested_to", case.dates["to"], "dots"))
    rows: list[list[Content]] = [
        ["Auftraggeber:\nClient:", (case.manufacturer.named("holder"), ", ", case.manufacturer.line("holder"))],
        ["Hersteller:\nManufacturer:", (case.factory.named("manufacturer"), ", ", case.factory.line("manufacturer"))],
        ["Gegenstand der Prüfung:\nTest item:", mark("Wallbox", product_name=True)],
        ["Bezeichnung:\nIdentification:", names(case, "; ")],
        ["Serien-Nr.:\nSerial No.:", joined([mark(s, serial_numbers=True) for s in case.serials], ", ")],
        ["Eingangsdatum:\nDate of receipt:", dated("received_on", case.dates["received"], "dots")],
        ["Prüfort:\nTesting location:", lab.line("issuer", "de")],
        ["Prüfgrundlage:\nTest specification:", listed(standards("EN IEC 61851-1:2019"), "\n", "wide")],
        ["Prüfzeitraum:\nTesting period:", period],
        [
            "Prüfergebnis:\nTest result:",
            mark("Der Prüfgegenstand entspricht der Prüfgrundlage. / The test item passed.", result="pass"),
        ],
        ["Prüflaboratorium:\nTesting laboratory:", lab.named("issuer")],
        ["geprüft / tested by:", f"{case.engineer}\n{day(case.dates['to'], 'dots')}"],
        [
            "kontrolliert / reviewed by:",
            (mark(case.reviewer, signatory_name=True), "\n", dated("issued_on", case.dates["issued"], "dots")),
        ],
    ]
    sheet.table(rows, (3, 7), head=0)
    sheet.signature(sheet.left + 300, sheet.y - 6, case.reviewer)
    sheet.next_page()
    sheet.para("1  Beschreibung des Prüfmusters / Description of the sample", size=10, style="bold", gap=5)
    low, high = case.temperature
    sheet.para(("Anschlusswerte / Ratings: ", ratings(case)), gap=3)
    sheet.para(
        (
            "Schutzart / Degree of protection: ",
            mark(case.ip, protection_ip=True),
            ";  Stoßfestigkeit / Impact: ",
            mark(case.ik, protection_ik=True),
        ),
        gap=3,
    )
    sheet.para(
        ("Umgebungstemperatur / Ambient: ", mark(f"{low} … +{high} °C", ambient_temperature_c=[low, high])), gap=3
    )
    sheet.para(
        (
            "HW-Stand: ",
            mark(case.hardware, hardware_version=True),
            "    FW-Stand: ",
            mark(case.firmware, firmware_version=True),
        ),
        gap=10,
    )
    sheet.para("2  Sicherheitsrelevante Bauteile / Safety-relevant components", size=10, style="bold", gap=5)
    parts: list[list[Content]] = [["Bauteil", "Hersteller", "Typ", "Norm / Zeichen"]]
    for part, maker, kind, _, norm, sign in COMPONENTS[:5]:
        parts.append([mark(part, components=True), maker, kind, f"{norm}\n{sign}"])
    sheet.table(parts, (3, 3, 3, 4), size=8)
    sheet.next_page()
    sheet.para("3  Ergebnisse / Results", size=10, style="bold", gap=5)
    table: list[list[Content]] = [["Abschnitt", "Anforderung", "P", "F", "N/A"]]
    for clause, title, verdict in CLAUSES:
        table.append([clause, title, "X" if verdict == "P" else "", "", "X" if verdict == "N/A" else ""])
    sheet.table(table, (1.5, 8, 0.8, 0.8, 1), size=8)


def french(case: Case, sheet: Sheet) -> None:
    """A French EMC report, bilingual: French above, English in italics below each label."""
    lab = case.laboratory

    def foot(s: Sheet) -> None:
        page = s.page - s.start_page + 1
        s.put(
            s.page_size[0] / 2,
            812,
            ("RAPPORT N° ", mark(case.numbers["emc"], document_number=True), f"   –   {page}/{s.pages_total}"),
            size=8,
            align="center",
        )

    sheet.begin(face=faces.SERIF, size=10, top=70, left=60, right=60, footer=foot)
    sheet.para((lab.named("issuer"), "  –  ", lab.line("issuer", "fr")), size=8.5, gap=4)
    sheet.para(("Accréditation ", mark(lab.accreditation, accreditation=True)), size=8.5, gap=16)
    sheet.para("RAPPORT D'ESSAI", size=20, style="bold", align="center", gap=0)
    sheet.para("TEST REPORT", size=12, style="italic", align="center", gap=14)
    facts: list[tuple[Content, Content]] = [
        ("Délivré à\nIssued to", (case.manufacturer.named("holder"), "\n", case.manufacturer.block("holder", "fr"))),
        ("Produit essayé\nProduct tested", mark("Borne de recharge", product_name=True)),
        ("Référence(s)\nReference(s)", names(case)),
        ("Marque commerciale\nTrademark", mark(case.brand, brand=True)),
        ("Fabricant\nManufacturer", case.manufacturer.named("manufacturer")),
        (
            "Site de fabrication\nPlace of manufacture",
            (case.factory.named("factory"), ", ", case.factory.line("factory", "fr")),
        ),
        ("Document(s) de référence\nReference document(s)", listed(case.emc, "\n", "spaced")),
        ("Date de réception du produit\nDate of receipt", dated("received_on", case.dates["received"], "long", "fr")),
        (
            "Dates de réalisation des essais\nDates of performance of tests",
            (
                "du ",
                dated("tested_from", case.dates["from"], "slashes"),
                " au ",
                dated("tested_to", case.dates["to"], "slashes"),
            ),
        ),
        ("Conclusion", mark("Conforme / Compliant", result="pass")),
    ]
    sheet.pairs(facts, label_width=170, gap=6)
    sheet.space(18)
    sheet.para(("Fait à Saint-Égrève, le ", dated("issued_on", case.dates["issued"], "long", "fr")), gap=26)
    sheet.note("place", "Saint-Égrève")
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para(
        (
            mark(case.reviewer, signatory_name=True),
            ", ",
            mark("Responsable du laboratoire CEM", signatory_function=True),
        )
    )
    sheet.next_page()
    sheet.para("1. Essais d'émission / Emission tests", style="bold", gap=4)
    rows: list[list[Content]] = [["Essai", "Classe", "Résultat"]]
    for item in ("Émission conduite", "Émission rayonnée", "Harmoniques", "Flicker"):
        rows.append([item, "B", "C"])
    sheet.table(rows, (5, 2, 2), ruled="rows")
    sheet.space(10)
    sheet.para("2. Essais d'immunité / Immunity tests", style="bold", gap=4)
    rows = [["Essai", "Critère", "Résultat"]]
    for item in (
        "Décharges électrostatiques",
        "Champ rayonné",
        "Transitoires rapides",
        "Onde de choc",
        "Creux de tension",
    ):
        rows.append([item, "A", "C"])
    sheet.table(rows, (5, 2, 2), ruled="rows")
    sheet.para("C = conforme / compliant;  NC = non conforme / not compliant", size=8)


def radio(case: Case, sheet: Sheet) -> None:
    """A radio report: "prepared for / prepared by" cover, contents, general information, bands in sentences."""
    lab = case.laboratory

    def foot(s: Sheet) -> None:
        page = s.page - s.start_page + 1
        s.put(s.left, 812, (mark(case.numbers["radio"], document_number=True)), size=7.5)
        s.put(s.left + s.width, 812, f"Page {page} / {s.pages_total}", size=7.5, align="right")

    sheet.begin(face=faces.TIMES, size=11, top=110, left=70, right=70, footer=foot)
    sheet.para("RF TEST REPORT", size=24, style="bold", align="center", gap=8)
    sheet.para(("Report No. ", mark(case.numbers["radio"], document_number=True)), align="center", gap=30)
    sheet.para("Prepared for", style="italic", align="center", gap=1)
    sheet.para(case.manufacturer.named("holder"), style="bold", align="center", gap=1)
    sheet.para(case.manufacturer.line("holder"), size=9, align="center", gap=14)
    sheet.para("Prepared by", style="italic", align="center", gap=1)
    sheet.para(lab.named("issuer"), style="bold", align="center", gap=1)
    sheet.para(lab.line("issuer"), size=9, align="center", gap=24)
    sheet.table(
        [
            ["Product Name", mark(case.product_name, product_name=True)],
            ["Brand Name", mark(case.brand, brand=True)],
            ["Model Name", names(case)],
            ["Standards", listed(case.radio, "\n", "month")],
            [
                "Test Date",
                (
                    dated("tested_from", case.dates["from"], "short"),
                    " ~ ",
                    dated("tested_to", case.dates["to"], "short"),
                ),
            ],
            ["Received", dated("received_on", case.dates["received"], "short")],
            ["Date of Issue", dated("issued_on", case.dates["issued"], "short")],
            ["Test Result", mark("Complied", result="pass")],
        ],
        (3, 6),
        head=0,
        ruled="rows",
    )
    sheet.next_page()
    sheet.para("TABLE OF CONTENTS", style="bold", align="center", gap=8)
    for index, title in enumerate(("General information", "Summary of test results", "Test data", "Photographs")):
        sheet.para(f"{index + 1}. {title} " + "." * 60 + f" {index + 2}", gap=3)
    sheet.next_page()
    sheet.para("1. General information", size=13, style="bold", gap=6)
    sheet.para(
        (
            "The equipment under test carries firmware ",
            mark(case.firmware, firmware_version=True),
            " on hardware ",
            mark(case.hardware, hardware_version=True),
            ".",
        ),
        gap=6,
    )
    for name in case.radios:
        entry = RADIOS[name]
        sheet.para(
            (entry.mark(), ": operating band ", entry.band, ", maximum power ", entry.power),
            indent=14,
            gap=3,
        )
    sheet.space(8)
    sheet.para("2. Summary of test results", size=13, style="bold", gap=6)
    rows: list[list[Content]] = [["Description of test", "Result"]]
    for item in ("Output power", "Power density", "Bandwidth", "Spurious emissions", "Receiver blocking"):
        rows.append([item, "Complied"])
    sheet.table(rows, (6, 3))
    sheet.space(30)
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para(
        (
            "Approved by ",
            mark(case.reviewer, signatory_name=True),
            ", ",
            mark("RF Section Manager", signatory_function=True),
        )
    )


def cyber(case: Case, sheet: Sheet) -> None:
    """An EN 18031 assessment in English, facts in a four-column grid."""
    lab = case.laboratory
    sheet.begin(face=faces.HELVETICA, size=9, top=60)
    sheet.para(lab.named("issuer"), size=12, style="bold", gap=1)
    sheet.para(
        (lab.line("issuer"), "   Accreditation: ", mark(lab.accreditation, accreditation=True)), size=7.5, gap=14
    )
    sheet.para("Cybersecurity Assessment Report", size=18, style="bold", gap=10)
    rows: list[list[Content]] = [
        [
            "Report ID",
            mark(case.numbers["cyber"], document_number=True),
            "Issue date",
            mark(plain_day(case.dates["issued"]), issued_on=case.dates["issued"].isoformat()),
        ],
        [
            "Sponsor",
            case.manufacturer.named("holder"),
            "Start of evaluation",
            mark(plain_day(case.dates["from"]), tested_from=case.dates["from"].isoformat()),
        ],
        [
            "Developer",
            case.manufacturer.named("manufacturer"),
            "End of evaluation",
            mark(plain_day(case.dates["to"]), tested_to=case.dates["to"].isoformat()),
        ],
        ["Equipment", mark(case.product_name, product_name=True), "Verdict", mark("PASS", result="pass")],
        ["Model(s)", names(case), "Evaluated SW", mark(case.firmware, firmware_version=True)],
        ["Standard(s)", listed(case.cyber, ", "), "Evaluated HW", mark(case.hardware, hardware_version=True)],
    ]
    sheet.table(rows, (2, 4, 2.4, 3), head=0)
    sheet.space(14)
    table: list[list[Content]] = [["Mechanism", "Decision tree", "Functional assessment", "Verdict"]]
    for code in ("ACM-1", "ACM-2", "AUM-1", "AUM-5", "SUM-1", "SUM-2", "SSM-1", "SCM-1", "CCK-1", "GEC-1", "CRY-1"):
        table.append([code, "PASS", "PASS", "PASS"])
    sheet.table(table, (3, 3, 3, 2), ruled="rows")
    sheet.space(30)
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para((mark(case.reviewer, signatory_name=True), ", ", mark("Lead Evaluator", signatory_function=True)))
