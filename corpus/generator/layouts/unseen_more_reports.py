"""Further layouts of reports that nobody tunes on."""

from datetime import timedelta

from corpus.generator import faces
from corpus.generator.case import Case, listed, number
from corpus.generator.layouts.unseen_parties import names, on, page_of, scrawl, serials, tint
from corpus.generator.marks import Content, mark
from corpus.generator.sheet import Sheet


def service(case: Case, sheet: Sheet) -> None:
    """A compliance service's EMC report: facts of the test item indented under a heading, preparers with dates."""
    lab = case.laboratory

    def head(s: Sheet) -> None:
        tint(s, (s.left, 26, 70, 26), (0.92, 0.5, 0.1))
        s.put(s.left + 6, 45, lab.letters, size=18, style="bold")
        s.put(s.left + 82, 45, lab.named("issuer"), size=11, style="bold")
        s.put(
            s.left + s.width,
            62,
            ("Report No.: ", mark(case.numbers["emc"], document_number=True)),
            size=8,
            align="right",
        )

    def foot(s: Sheet) -> None:
        s.put(s.left, 802, lab.line("issuer"), size=6.5)
        s.put(s.left, 811, "Tel.: +86 755 8600 1122   www.prcs.example", size=6.5)
        s.put(s.left + s.width, 811, f"Page {page_of(s)} / {s.pages_total}", size=7, align="right")

    sheet.begin(face=faces.HELVETICA, size=10, top=92, left=64, right=64, header=head, footer=foot)
    sheet.para("ELECTROMAGNETIC COMPATIBILITY", size=16, style="bold", align="center", gap=0)
    sheet.para("TEST REPORT", size=22, style="bold", align="center", gap=16)
    maker = case.manufacturer
    sheet.pairs(
        [("Applicant:", maker.named("holder")), ("Address of Applicant:", maker.line("holder"))],
        label_width=160,
        label_style="bold",
        gap=4,
    )
    sheet.para("Equipment Under Test (EUT)", style="bold", gap=3)
    sheet.pairs(
        [
            ("    Product Name:", mark(case.product_name, product_name=True)),
            ("    Test Model:", mark(case.models[0], models=True)),
            ("    Series Models:", names(case.but(models=case.models[1:])) if len(case.models) > 1 else "N/A"),
            ("    Trade Name:", mark(case.brand, brand=True)),
            (
                "    Rating:",
                (number(case.voltage, "V", "rated_voltage_v"), ", ", number(case.current, "A", "rated_current_a")),
            ),
        ],
        label_width=160,
        gap=4,
    )
    sheet.pairs(
        [
            ("Applied Standards:", listed(case.emc, "\n")),
            ("Received Date:", on("received_on", case.dates["received"], "short")),
            (
                "Test Date:",
                (on("tested_from", case.dates["from"], "short"), " ~ ", on("tested_to", case.dates["to"], "short")),
            ),
            ("Issued Date:", on("issued_on", case.dates["issued"], "short")),
            ("Lab Accreditation:", mark(lab.accreditation, accreditation=True)),
            ("Test Result:", mark("PASS", result="pass")),
        ],
        label_width=160,
        label_style="bold",
        gap=4,
    )
    sheet.space(40)
    scrawl(sheet, case.engineer, 20)
    scrawl(sheet, case.reviewer, 260)
    sheet.space(6)
    sheet.put(sheet.left, sheet.y + 6, f"Prepared by: {case.engineer}")
    sheet.put(sheet.left + 250, sheet.y + 6, ("Approved by: ", mark(case.reviewer, signatory_name=True)))
    sheet.put(sheet.left, sheet.y + 19, "Project Engineer")
    sheet.put(sheet.left + 250, sheet.y + 19, mark("Laboratory Director", signatory_function=True))
    sheet.next_page()
    sheet.para("1  Summary of Test Results", size=12, style="bold", gap=5)
    rows: list[list[Content]] = [["Test Item", "Limit / Level", "Result"]]
    for item, level in (
        ("Conducted emission", "Class B"),
        ("Radiated emission", "Class B"),
        ("ESD", "8 kV / 4 kV"),
        ("Radiated immunity", "3 V/m"),
        ("EFT", "1 kV"),
        ("Surge", "2 kV / 1 kV"),
        ("Conducted immunity", "3 V"),
        ("Voltage dips", "0 % / 70 %"),
    ):
        rows.append([item, level, "PASS"])
    sheet.table(rows, (5, 4, 2), shade=True)
    sheet.space(12)
    sheet.para("2  Description of the EUT", size=12, style="bold", gap=5)
    sheet.para(
        (
            "The sample with serial number ",
            serials(case, count=1),
            " was tested in charging and in stand-by condition. Hardware version ",
            mark(case.hardware, hardware_version=True),
            ", firmware version ",
            mark(case.firmware, firmware_version=True),
            ".",
        ),
        gap=10,
    )
    sheet.para("3  Test Instruments", size=12, style="bold", gap=5)
    due = case.dates["to"] + timedelta(days=160)
    tools: list[list[Content]] = [["Instrument", "Type", "Serial", "Calibrated until"]]
    tools += [
        [tool, kind, code, due.isoformat()]
        for tool, kind, code in (
            ("Receiver", "ESU26", "100234"),
            ("LISN", "ENV432", "101318"),
            ("ESD gun", "NSG 438", "1142"),
        )
    ]
    sheet.table(tools, (4, 3, 3, 3), size=8.5)
