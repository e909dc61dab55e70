"""Unseen certificates of particular schemes: measuring instruments, national metrology, NRTL, quality systems, OCPP."""

from corpus.generator import faces
from corpus.generator.case import Case, listed, standards
from corpus.generator.layouts.unseen_parties import cited, names, on, page_of, scrawl, tint
from corpus.generator.marks import Content, mark
from corpus.generator.sheet import Sheet


def instruments(case: Case, sheet: Sheet) -> None:
    """MID module B by a Dutch body: headline block, characteristics in the text and a description on page 2."""
    body = case.body
    number = mark(case.numbers["mid"], document_number=True)

    def head(s: Sheet) -> None:
        s.put(s.left, 46, "EU-type examination certificate", size=11)
        s.put(s.left, 60, ("Number ", number, "  revision ", mark("1", revision=True)), size=9)
        s.put(s.left + s.width, 46, f"Page {page_of(s)} of {s.pages_total}", size=8, align="right")

    sheet.begin(face=faces.SANS, size=9.5, top=92, left=72, right=60, header=head)
    maker = case.manufacturer
    rows: list[tuple[Content, Content]] = [
        (
            "Issued by",
            (
                body.named("issuer"),
                "\n",
                body.line("issuer"),
                "\nNotified body number ",
                mark(body.number, issuer_body_number=True),
            ),
        ),
        (
            "In accordance with",
            ("Module B of Directive ", mark("2014/32/EU", legal_acts=True), " on measuring instruments"),
        ),
        ("Manufacturer", (maker.named("manufacturer", "holder"), "\n", maker.line("manufacturer"))),
        (
            "Measuring instrument",
            mark("Active electrical energy meter integrated in an EV charging station", product_name=True),
        ),
        ("Type", names(case)),
        (
            "Characteristics",
            (
                "Reference voltage ",
                mark("230 V", rated_voltage_v=230),
                ", accuracy class B, ambient temperature ",
                mark("-25 °C to +55 °C", ambient_temperature_c=[-25, 55]),
            ),
        ),
        ("Documents applied", listed(standards("EN 50470-1:2006+A1:2018", "EN 50470-3:2022"), "\n")),
        ("Valid until", on("valid_until", case.dates["until"], "long")),
    ]
    sheet.note("holder_address", maker.address())
    sheet.note("holder_country", maker.country)
    sheet.pairs(rows, label_width=140, gap=8)
    sheet.space(24)
    sheet.para((mark("Rotterdam", place=True), ", ", on("issued_on", case.dates["certified"], "long")), gap=34)
    scrawl(sheet, case.reviewer)
    sheet.space(8)
    sheet.para(
        (mark(case.reviewer, signatory_name=True), "\n", mark("Head Certification Board", signatory_function=True))
    )
    sheet.next_page()
    sheet.para("1  Technical data", size=11, style="bold", gap=5)
    sheet.para(
        "The meter registers imported active energy. The result is shown on the display and in the signed data record.",
        gap=8,
    )
    sheet.para("2  Software identification", size=11, style="bold", gap=5)
    sheet.table(
        [
            ["Part", "Software version", "Checksum"],
            ["Legally relevant part", mark(case.firmware, software_version=True), "A4C2 77F0"],
        ],
        (4, 3, 3),
        ruled="rows",
    )


def decision(case: Case, sheet: Sheet) -> None:
    """A French national type certificate in the manner of a decision, articles in prose."""
    body = case.body

    def foot(s: Sheet) -> None:
        s.put(s.left, 806, (body.named("issuer"), ", ", body.line("issuer", "fr")), size=7)

    sheet.begin(face=faces.TIMES, size=11, top=70, left=76, right=76, footer=foot)
    sheet.para("CERTIFICAT D'EXAMEN DE TYPE", size=17, style="bold", align="center", gap=3)
    sheet.para(
        (
            "N° ",
            mark(case.numbers["mid"], document_number=True),
            " du ",
            on("issued_on", case.dates["certified"], "long", "fr"),
        ),
        size=12,
        align="center",
        gap=14,
    )
    sheet.para(
        "Délivré en application de la réglementation nationale sur le contrôle des instruments de mesure.", gap=8
    )
    maker = case.manufacturer
    sheet.para("Demandeur et fabricant", style="bold", gap=1)
    sheet.para((maker.named("holder", "manufacturer"), ", ", maker.line("manufacturer", "fr")), gap=8)
    sheet.note("holder_address", maker.address("fr"))
    sheet.note("holder_country", maker.country)
    sheet.para("Objet", style="bold", gap=1)
    sheet.para(
        (
            mark("Compteur d'énergie électrique en courant continu pour borne de recharge", product_name=True),
            ", modèle ",
            names(case),
            ".",
        ),
        gap=8,
    )
    sheet.para("Caractéristiques", style="bold", gap=1)
    volts = mark("150 V à 920 V", output_voltage_v=[150, 920])
    sheet.para(
        (
            "Tension de sortie : ",
            volts,
            " ; courant de sortie maximal : ",
            mark("200 A", output_current_a=200),
            " ; classe B. Version du logiciel : ",
            mark(case.firmware, software_version=True),
            ".",
        ),
        gap=8,
    )
    sheet.para("Validité", style="bold", gap=1)
    sheet.para(
        ("Le présent certificat est valable jusqu'au ", on("valid_until", case.dates["until"], "long", "fr"), "."),
        gap=8,
    )
    sheet.para("Rapport d'essai", style="bold", gap=1)
    sheet.para(cited(case, "safety"), gap=34)
    scrawl(sheet, case.reviewer, 220)
    sheet.space(8)
    sheet.para(
        (
            mark(case.reviewer, signatory_name=True),
            ", ",
            mark("Responsable Certification Instrumentation", signatory_function=True),
        ),
        align="center",
    )


def listing(case: Case, sheet: Sheet) -> None:
    """A North American certificate of compliance with certificate, contract and project numbers and class lines."""
    lab = case.laboratory
    maker = case.manufacturer
    sheet.begin(face=faces.HELVETICA, size=9.5, top=60, left=60, right=60)
    tint(sheet, (60, 40, 6, 60), (0.1, 0.2, 0.45))
    sheet.put(sheet.left + 16, 62, "Certificate of Compliance", size=22)
    sheet.put(sheet.left + 16, 82, (lab.named("issuer"), ", ", lab.line("issuer")), size=7.5)
    sheet.space(60)
    sheet.table(
        [
            [("Certificate:  ", mark(case.numbers["mark"], document_number=True)), "Master Contract:  274190"],
            ["Project:  80255102", ("Date Issued:  ", on("issued_on", case.dates["certified"], "month_first"))],
        ],
        (1, 1),
        head=0,
        ruled="none",
        size=9.5,
    )
    sheet.space(8)
    sheet.pairs(
        [("Issued to:", (maker.named("holder"), "\n", maker.block("holder")))],
        label_width=80,
        label_style="bold",
        gap=8,
    )
    sheet.para(
        "The products listed below are eligible to bear the NRTL mark shown with adjacent indicators 'C' and 'US' for Canada and the United States.",
        style="italic",
        gap=26,
    )
    scrawl(sheet, case.reviewer, 300)
    sheet.space(6)
    sheet.put(sheet.left + 280, sheet.y, ("Issued by: ", mark(case.reviewer, signatory_name=True)), size=9)
    sheet.space(16)
    sheet.para("PRODUCTS", style="bold", gap=3)
    sheet.para("CLASS - 5311 07 - POWER SUPPLIES - Electric vehicle charging system equipment", gap=4)
    volts = mark("208-240 V", rated_voltage_v=[208, 240])
    amps, hertz = mark("48 A", rated_current_a=48), mark("60 Hz", rated_frequency_hz=60)
    sheet.para(
        (
            mark("Electric vehicle supply equipment", product_name=True),
            ", Models ",
            names(case),
            ", rated ",
            volts,
            ", ",
            hertz,
            ", ",
            amps,
            ", enclosure Type 4X.",
        ),
        gap=10,
    )
    sheet.para("APPLICABLE REQUIREMENTS", style="bold", gap=3)
    for item in standards("CSA C22.2 No. 280:2022", "UL 2594:2022", "UL 2231-1:2012", "UL 2231-2:2012"):
        sheet.para(item.mark(), indent=12, gap=1)


def quality(case: Case, sheet: Sheet) -> None:
    """A quality system certificate in two columns: who and what at the left, dates and numbers at the right."""
    body = case.body
    maker = case.manufacturer
    sheet.begin(face=faces.SANS, size=10, top=110, left=70, right=70)
    tint(sheet, (0, 0, sheet.page_size[0], 70), (0.1, 0.1, 0.12))
    sheet.canvas.setFillGray(1)
    sheet.put(sheet.left, 44, "CERTIFICATE OF REGISTRATION", size=18, style="bold")
    sheet.canvas.setFillGray(0)
    sheet.para("This certifies that the quality management system of", gap=6)
    sheet.para(maker.named("holder"), size=15, style="bold", gap=2)
    sheet.para(maker.line("holder"), gap=10)
    sheet.para("has been assessed and found to comply with", gap=4)
    sheet.para(standards(case.extra.get("iso", "ISO 9001:2015"))[0].mark(), size=18, style="bold", gap=10)
    sheet.para("Scope: design, production and servicing of charging equipment for electric vehicles", gap=20)
    sheet.table(
        [
            [
                ("Certificate number\n", mark(case.numbers["iso"], document_number=True)),
                ("Issue date\n", on("issued_on", case.dates["certified"], "long")),
            ],
            [
                ("Certification body\n", body.named("issuer"), "\n", body.line("issuer")),
                ("Expiry date\n", on("valid_until", case.dates["until"], "long")),
            ],
        ],
        (3, 2),
        head=0,
        ruled="none",
        pad=6,
    )
    sheet.space(60)
    scrawl(sheet, case.reviewer)
    sheet.space(8)
    sheet.para(
        (mark(case.reviewer, signatory_name=True), "\n", mark("President, Certification", signatory_function=True))
    )


def protocol(case: Case, sheet: Sheet) -> None:
    """An OCPP 2.0.1 certificate: two columns of facts, profiles with ticks."""
    lab = case.laboratory
    sheet.begin(face=faces.SANS, size=9.5, top=84, left=64, right=64)
    sheet.para("OCPP 2.0.1 Certificate of Conformance", size=19, style="bold", gap=2)
    sheet.para("Charging Station – Core and Advanced Security", gap=16)
    rows: list[list[Content]] = [
        [
            "Certificate no.",
            mark(case.numbers["attestation"], document_number=True),
            "Issue date",
            on("issued_on", case.dates["certified"], "iso"),
        ],
        [
            "Vendor",
            case.manufacturer.named("holder", "manufacturer"),
            "Expiry date",
            on("valid_until", case.dates["until"], "iso"),
        ],
        ["Model", names(case, "\n"), "Firmware version", mark(case.firmware, firmware_version=True)],
        ["Issued by", lab.named("issuer"), "Hardware version", mark(case.hardware, hardware_version=True)],
    ]
    sheet.table(rows, (2, 4, 2, 2.4), head=0, ruled="rows", pad=5)
    sheet.space(14)
    rows = [["Certification profile", "Result"]]
    rows += [[name, "certified"] for name in ("Core", "Advanced Security", "Smart Charging")]
    rows += [["Plug and Charge", "not claimed"], ["Local Authorization List", "not claimed"]]
    sheet.table(rows, (6, 3), shade=True)
