"""Unseen laboratory reports on radio and cybersecurity."""

from corpus.generator import faces
from corpus.generator.case import RADIOS, Case, listed
from corpus.generator.layouts.unseen_parties import names, on, page_of, scrawl, serials, tint
from corpus.generator.marks import Content, mark
from corpus.generator.sheet import Sheet


def informe(case: Case, sheet: Sheet) -> None:
    """A Spanish house's radio report: English captions in shaded cells, starred where the client said it."""
    lab = case.laboratory

    def head(s: Sheet) -> None:
        s.put(s.left, 44, lab.named("issuer"), size=10, style="bold")
        s.put(s.left, 55, lab.line("issuer"), size=6.5)
        s.put(s.left + s.width, 44, mark(lab.accreditation, accreditation=True), size=8, align="right")

    def foot(s: Sheet) -> None:
        s.put(s.left, 808, ("Report No: ", mark(case.numbers["radio"], document_number=True)), size=7)
        s.put(s.left + s.width / 2, 808, f"Page {page_of(s)} of {s.pages_total}", size=7, align="center")
        s.put(s.left + s.width, 808, on("issued_on", case.dates["issued"], "iso"), size=7, align="right")

    sheet.begin(face=faces.SANS, size=9, top=74, left=60, right=60, header=head, footer=foot)
    sheet.para("TEST REPORT / INFORME DE ENSAYO", size=15, style="bold", gap=2)
    sheet.para("ETSI radio spectrum matters", size=11, gap=10)
    maker = case.manufacturer
    low = case.dates["from"]
    rows: list[list[Content]] = [
        ["Test report No", mark(case.numbers["radio"], document_number=True)],
        ["(*) Identification of item tested", mark(case.product_name, product_name=True)],
        ["(*) Trademark", mark(case.brand, brand=True)],
        ["(*) Model and/or type reference", names(case)],
        [
            "Other identification of the product",
            (
                "HW version: ",
                mark(case.hardware, hardware_version=True),
                "\nFW version: ",
                mark(case.firmware, firmware_version=True),
                "\nSerial number: ",
                serials(case, count=1),
            ),
        ],
        ["(*) Applicant's name & address", (maker.named("holder"), "\n", maker.line("holder"))],
        ["(*) Manufacturer", maker.named("manufacturer")],
        ["Test method requested, standard", listed(case.radio, "\n", "plain")],
        [
            "Date of receipt / period of tests",
            (
                on("received_on", case.dates["received"], "iso"),
                " / ",
                on("tested_from", low, "iso"),
                " to ",
                on("tested_to", case.dates["to"], "iso"),
            ),
        ],
        ["Summary", mark("IN COMPLIANCE", result="pass")],
        [
            "Approved by (name / position & signature)",
            (
                mark(case.reviewer, signatory_name=True),
                "\n",
                mark("Radio Laboratory Manager", signatory_function=True),
                "\n ",
            ),
        ],
        ["Date of issue", on("issued_on", case.dates["issued"], "iso")],
        ["Report template No", "FDT08_25"],
    ]
    sheet.table(rows, (4, 6), head=0, pad=4, bold_first=True)
    sheet.signature(sheet.left + 360, sheet.y - 58, case.reviewer)
    sheet.space(8)
    sheet.para("(*) Data provided by the client. The laboratory is not responsible for it.", size=7)
    sheet.next_page()
    sheet.para("Radio characteristics", size=11, style="bold", gap=5)
    table: list[list[Content]] = [["Radio interface", "Frequency range", "Declared maximum power"]]
    table += [[RADIOS[name].mark(), RADIOS[name].band, RADIOS[name].power] for name in case.radios]
    sheet.table(table, (4, 4, 3), shade=True)
    sheet.space(12)
    sheet.para("Results", size=11, style="bold", gap=5)
    table = [["Essential test", "Verdict"]]
    table += [
        [text, "PASS"]
        for text in (
            "Transmitter output power",
            "Accumulated transmit time",
            "Occupied bandwidth",
            "Unwanted emissions, out-of-band domain",
            "Unwanted emissions, spurious domain",
            "Receiver blocking",
        )
    ]
    sheet.table(table, (7, 2), ruled="rows")


def dossier(case: Case, sheet: Sheet) -> None:
    """A Swedish house's cyber evaluation: white cover with a thick rule, document facts low on the page, summary text."""
    lab = case.laboratory

    def foot(s: Sheet) -> None:
        s.put(
            s.left,
            806,
            (mark(case.numbers["cyber"], document_number=True), f"   {page_of(s)} ({s.pages_total})"),
            size=7.5,
        )
        s.put(s.left + s.width, 806, "Confidential", size=7.5, align="right")

    sheet.begin(face=faces.SANS, size=10, top=150, left=80, right=70, footer=foot)
    tint(sheet, (80, 130, 60, 5), (0.0, 0.25, 0.5))
    sheet.para("Cybersecurity evaluation of radio equipment", size=20, style="bold", gap=4)
    sheet.para((mark(case.product_name, product_name=True), " ", names(case, " / ")), size=13, gap=150)
    maker = case.manufacturer
    sheet.pairs(
        [
            ("Report", mark(case.numbers["cyber"], document_number=True)),
            ("Date", on("issued_on", case.dates["issued"], "iso")),
            ("Version", mark("1.0", revision=True)),
            ("Customer", (maker.named("holder"), "\n", maker.line("holder"))),
            ("Laboratory", (lab.named("issuer"), "\n", lab.line("issuer"))),
            ("Accreditation", mark(lab.accreditation, accreditation=True)),
            (
                "Approved",
                (mark(case.reviewer, signatory_name=True), ", ", mark("Technical Lead", signatory_function=True)),
            ),
        ],
        label_width=100,
        label_style="bold",
        gap=5,
    )
    sheet.space(30)
    scrawl(sheet, case.reviewer, 100)
    sheet.next_page()
    sheet.y = 80
    sheet.para("1  Summary", size=13, style="bold", gap=5)
    sheet.para(
        (
            "The equipment was evaluated between ",
            on("tested_from", case.dates["from"], "long"),
            " and ",
            on("tested_to", case.dates["to"], "long"),
            " against ",
            listed(case.cyber, " and "),
            ". All applicable requirements are fulfilled; the overall verdict is ",
            mark("PASS", result="pass"),
            ".",
        ),
        gap=10,
    )
    sheet.para("2  Evaluated configuration", size=13, style="bold", gap=5)
    sheet.table(
        [
            ["Hardware version", mark(case.hardware, hardware_version=True)],
            ["Firmware version", mark(case.firmware, firmware_version=True)],
            ["Sample received", on("received_on", case.dates["received"], "iso")],
            ["Interfaces", "Ethernet, service port"],
        ],
        (3, 6),
        head=0,
        ruled="rows",
    )
    sheet.space(10)
    sheet.para("3  Verdicts", size=13, style="bold", gap=5)
    table: list[list[Content]] = [["Mechanism", "Conceptual", "Functional completeness", "Functional sufficiency"]]
    table += [
        [code, "PASS", "PASS", "PASS"] for code in ("ACM", "AUM", "SUM", "SSM", "SCM", "RLM", "CCK", "GEC", "CRY")
    ]
    sheet.table(table, (3, 3, 4, 4), shade=True)
