"""Unseen laboratory reports on safety and electromagnetic compatibility, four houses."""

from corpus.generator import faces
from corpus.generator.case import Case, listed
from corpus.generator.layouts.declarations import ratings
from corpus.generator.layouts.unseen_parties import names, on, page_of, scrawl, serials, table_of
from corpus.generator.marks import Content, mark
from corpus.generator.sheet import Sheet

CHECKS = (
    ("4", "General requirements", True),
    ("5.1", "Classification by supply characteristics", True),
    ("6.2.3", "Mode 3 charging function", True),
    ("6.3.1.2", "Continuity of the protective conductor", True),
    ("6.3.2.1", "Ventilation", False),
    ("8.1", "Protection against direct contact", True),
    ("8.4", "Protective conductor", True),
    ("8.5", "Residual current protection", True),
    ("9.6", "Cable management", False),
    ("11.1", "Cable assembly", False),
    ("12.2", "Switching devices", True),
    ("12.4", "Degree of protection of the enclosure", True),
    ("12.5", "Insulation resistance", True),
    ("12.7", "Dielectric strength", True),
    ("12.9", "Temperature rise", True),
    ("12.11", "Impact", True),
    ("13.2", "Overcurrent protection", True),
    ("16.2", "User manual", True),
    ("16.3", "Marking", True),
)
PARTS = (
    ("Main relay K101", "Songlu", "SL-80A", "80 A 250 V~", "IEC 61810-1"),
    ("Residual current sensor", "Ferrodyn", "FD-6DC", "6 mA DC", "IEC 62955"),
    ("Surge arrester RV1", "Littelbach", "V14K320", "320 V~", "IEC 61051-2"),
    ("Terminal X1", "Weimann", "WT-10", "76 A 1000 V", "IEC 60947-7-1"),
    ("Auxiliary supply PS1", "Huntkraft", "HK-15-12", "12 V 1.25 A", "IEC 62368-1"),
)


def works(case: Case, sheet: Sheet) -> None:
    """British safety report: title block at the right, document control, client and sample pages, result words."""
    lab = case.laboratory

    def head(s: Sheet) -> None:
        s.put(s.left, 40, lab.named("issuer"), size=9, style="bold")
        s.put(
            s.left + s.width,
            40,
            (
                "Report ",
                mark(case.numbers["safety"], document_number=True),
                f"  |  Page {page_of(s)} of {s.pages_total}",
            ),
            size=8,
            align="right",
        )
        s.canvas.line(s.left, s.page_size[1] - 46, s.left + s.width, s.page_size[1] - 46)

    def foot(s: Sheet) -> None:
        s.put(
            s.left,
            808,
            "The results relate only to the items tested. This report shall not be reproduced except in full.",
            size=6.5,
        )

    sheet.begin(face=faces.HELVETICA, size=9.5, top=66, left=64, right=64, header=head, footer=foot)
    sheet.space(70)
    sheet.para("Safety test report", size=26, align="right", gap=2)
    sheet.para((mark(case.product_name, product_name=True), "\n", names(case, "\n")), size=13, align="right", gap=14)
    sheet.para(("prepared for ", case.manufacturer.named("holder")), align="right", gap=60)
    rows: list[list[Content]] = [
        ["Report number", mark(case.numbers["safety"], document_number=True), "Issue", mark("2", revision=True)],
        [
            "Date of issue",
            on("issued_on", case.dates["issued"], "long"),
            "Accreditation",
            mark(lab.accreditation, accreditation=True),
        ],
        [
            "Approved by",
            (mark(case.reviewer, signatory_name=True), "\n", mark("Senior Test Manager", signatory_function=True)),
            "Result",
            mark("Complies", result="pass"),
        ],
    ]
    sheet.table(rows, (2, 4, 2, 3), head=0, bold_first=True)
    sheet.signature(sheet.left + 178, sheet.y - 16, case.reviewer)
    sheet.space(12)
    sheet.para((lab.name, ", ", lab.line("issuer")), size=8)
    sheet.next_page()
    sheet.para("1   Client and test item", size=13, style="bold", gap=6)
    maker = case.manufacturer
    sheet.pairs(
        [
            ("Client's address", maker.line("holder")),
            ("Manufacturer", (maker.named("manufacturer"), ", ", maker.line("manufacturer"))),
            ("Production site", (case.factory.named("factory"), ", ", case.factory.line("factory"))),
            ("Trade mark", mark(case.brand, brand=True)),
            ("Serial numbers tested", serials(case, " and ")),
            ("Hardware issue", mark(case.hardware, hardware_version=True)),
            ("Firmware", mark(case.firmware, firmware_version=True)),
            ("Samples received", on("received_on", case.dates["received"], "long")),
            (
                "Testing",
                (
                    "from ",
                    on("tested_from", case.dates["from"], "long"),
                    " until ",
                    on("tested_to", case.dates["to"], "long"),
                ),
            ),
            ("Test standard", listed(case.extra.get("report", case.safety[:1]), "\n")),
        ],
        label_width=130,
        label_style="bold",
        gap=4,
    )
    sheet.space(8)
    sheet.para("2   Ratings", size=13, style="bold", gap=6)
    low, high = case.temperature
    sheet.para(
        (
            ratings(case),
            "; ",
            mark(case.ip, protection_ip=True),
            "; ",
            mark(case.ik, protection_ik=True),
            "; class ",
            mark("I", protection_class=True),
            "; ambient ",
            mark(f"{low} °C to {high} °C", ambient_temperature_c=[low, high]),
        ),
        gap=8,
    )
    sheet.para("3   Critical components", size=13, style="bold", gap=6)
    parts: list[list[Content]] = [["Component", "Maker", "Type", "Rating", "Standard"]]
    parts += [[mark(part, components=True), *rest] for part, *rest in PARTS]
    sheet.table(parts, (3, 2, 2, 2.4, 2.4), size=8, ruled="rows")
    sheet.next_page()
    sheet.para("4   Results", size=13, style="bold", gap=6)
    results: list[list[Content]] = [["Clause", "Requirement", "Result"]]
    results += [[clause, text, "Complies" if yes else "Not applicable"] for clause, text, yes in CHECKS]
    sheet.table(results, (1.5, 7, 2.5), ruled="rows")
    sheet.space(8)
    sheet.para("End of report", align="center", style="italic")


def form(case: Case, sheet: Sheet) -> None:
    """A Chinese house's safety report on the usual form, pale letters across the page, colons in a column."""
    lab = case.laboratory

    def head(s: Sheet) -> None:
        s.canvas.saveState()
        s.canvas.setFillGray(0.9)
        s.canvas.translate(s.page_size[0] / 2, s.page_size[1] / 2)
        s.canvas.rotate(35)
        s.canvas.setFont("Helvetica-Bold", 90)
        s.canvas.drawCentredString(0, 0, lab.letters)
        s.canvas.restoreState()
        s.put(s.left, 42, f"Page {page_of(s)} of {s.pages_total}", size=8.5)
        s.put(
            s.left + s.width,
            42,
            ("Report No.: ", mark(case.numbers["safety"], document_number=True)),
            size=8.5,
            align="right",
        )

    sheet.begin(face=faces.SANS, size=8.5, top=56, left=58, right=58, header=head)
    sheet.para("TEST REPORT", size=15, style="bold", align="center", gap=0)
    report = case.extra["iec"]
    sheet.para(report[0].designation, size=12, style="bold", align="center", gap=0)
    sheet.para(
        "Electric vehicle conductive charging system – Part 1: General requirements",
        size=9,
        style="bold",
        align="center",
        gap=6,
    )
    maker = case.manufacturer
    rows: list[tuple[Content, Content]] = [
        ("Report Number", mark(case.numbers["safety"], document_number=True)),
        ("Tested by (name + signature)", case.engineer),
        ("Approved by (name + signature)", mark(case.reviewer, signatory_name=True)),
        ("Date of issue", on("issued_on", case.dates["issued"], "iso")),
        ("Total number of pages", f"{sheet.pages_total} pages"),
        ("Testing Laboratory", lab.named("issuer")),
        ("Address", lab.line("issuer")),
        ("Accreditation", mark(lab.accreditation, accreditation=True)),
        ("Applicant's name", maker.named("holder")),
        ("Address", maker.line("holder")),
        ("Standard", listed(report, "\n")),
        ("Test procedure", "Type test"),
        ("Test item description", mark(case.product_name, product_name=True)),
        ("Trade Mark", mark(case.brand, brand=True)),
        ("Manufacturer", maker.named("manufacturer")),
        ("Address", maker.line("manufacturer")),
        ("Factory", case.factory.named("factory")),
        ("Address", case.factory.line("factory")),
        ("Model/Type reference", names(case)),
        ("Ratings", (ratings(case), ", ", mark(case.ip, protection_ip=True))),
        (
            "Hardware / firmware",
            (mark(case.hardware, hardware_version=True), " / ", mark(case.firmware, firmware_version=True)),
        ),
        ("Date of receipt of samples", on("received_on", case.dates["received"], "iso")),
        (
            "Date(s) of tests",
            (on("tested_from", case.dates["from"], "iso"), " - ", on("tested_to", case.dates["to"], "iso")),
        ),
        ("Test result", mark("Pass", result="pass")),
    ]
    sheet.pairs(
        [(f"{label} " + "." * max(2, 46 - len(str(label))), value) for label, value in rows],
        label_width=200,
        middle=":",
        gap=3.5,
    )
    sheet.signature(sheet.left + 300, 152, case.reviewer)
    sheet.stamp(sheet.left + 400, 660, lab.name[:30], radius=32)
    sheet.next_page()
    sheet.para("Model differences", style="bold", gap=4)
    table: list[list[Content]] = [["Model", "Rated current", "Rated power"]]
    for model, amps, kilowatts in table_of(case):
        table.append(
            [
                mark(model, models=True),
                mark(f"{amps:g} A", rated_current_a=amps).with_details(model=model),
                mark(f"{kilowatts:g} kW", rated_power_kw=kilowatts).with_details(model=model),
            ]
        )
    sheet.table(table, (4, 3, 3))
    sheet.space(10)
    results: list[list[Content]] = [["Clause", "Requirement + Test", "Verdict"]]
    results += [[clause, text, "P" if yes else "N/A"] for clause, text, yes in CHECKS]
    sheet.table(results, (1.4, 7.6, 1.4))


def triptych(case: Case, sheet: Sheet) -> None:
    """A small German house: head of three cells, underlined captions, Times, results as a short table."""
    lab = case.laboratory

    def head(s: Sheet) -> None:
        s.table(
            [
                [
                    (lab.named("issuer"), "\n", lab.block("issuer", "de")),
                    ("EMV-Prüfbericht\nNr. ", mark(case.numbers["emc"], document_number=True)),
                    lab.letters,
                ]
            ],
            (4, 4, 2),
            head=0,
            size=9,
            pad=6,
        )
        s.space(18)

    def foot(s: Sheet) -> None:
        s.put(s.page_size[0] / 2, 806, f"Seite {page_of(s)} von {s.pages_total}", size=8, align="center")

    sheet.begin(face=faces.TIMES, size=11, top=40, left=64, right=64, header=head, footer=foot)
    maker = case.manufacturer

    def caption(text: str, value: Content) -> None:
        sheet.put(sheet.left, sheet.y + 11, text)
        width = 6 * len(text) * 0.82
        sheet.canvas.line(
            sheet.left, sheet.page_size[1] - sheet.y - 13, sheet.left + width, sheet.page_size[1] - sheet.y - 13
        )
        sheet.pairs([("", value)], label_width=150, gap=8)

    caption("Auftraggeber:", (maker.named("holder"), "\n", maker.block("holder", "de")))
    caption("Prüfling:", mark("Wallbox", product_name=True))
    caption("Typ:", names(case))
    caption("Hersteller:", case.factory.named("manufacturer"))
    caption("Seriennummer:", serials(case))
    caption("Firmware:", mark(case.firmware, firmware_version=True))
    caption("Eingang des Prüflings:", on("received_on", case.dates["received"], "dots"))
    caption(
        "Prüfzeitraum:",
        (on("tested_from", case.dates["from"], "dots"), " bis ", on("tested_to", case.dates["to"], "dots")),
    )
    caption("Prüfgrundlagen:", listed(case.emc, "\n", "spaced"))
    caption("Ergebnis:", mark("Die Anforderungen werden eingehalten.", result="pass"))
    sheet.space(8)
    sheet.para(("Akkreditierung: ", mark(lab.accreditation, accreditation=True)), size=10, gap=16)
    sheet.para((mark("Idstein", place=True), ", ", on("issued_on", case.dates["issued"], "dots")), gap=34)
    scrawl(sheet, case.reviewer)
    sheet.space(6)
    sheet.para((mark(case.reviewer, signatory_name=True), ", ", mark("Laborleitung", signatory_function=True)))
    sheet.next_page()
    rows: list[list[Content]] = [["Prüfung", "Grenzwert / Schärfegrad", "Bewertung"]]
    for item, level in (
        ("Störspannung am Netzanschluss", "Klasse B"),
        ("Störfeldstärke 30 MHz – 1 GHz", "Klasse B"),
        ("Oberschwingungsströme", "Tabelle 3"),
        ("Entladung statischer Elektrizität", "8 kV Luft, 4 kV Kontakt"),
        ("Hochfrequente Felder", "10 V/m"),
        ("Schnelle Transienten", "2 kV"),
        ("Stoßspannungen", "2 kV / 1 kV"),
        ("Leitungsgeführte HF", "10 V"),
        ("Spannungseinbrüche", "0 %, 40 %, 70 %"),
    ):
        rows.append([item, level, "bestanden"])
    sheet.table(rows, (5, 4, 2), size=10)
