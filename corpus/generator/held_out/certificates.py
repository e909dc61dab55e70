"""Held-out certificates: a framed attestation, a CB certificate as cards, a keur, metrology, OCPP, NRTL."""

from corpus.generator import faces
from corpus.generator.case import Case, dated, listed, standards
from corpus.generator.held_out.declarations import names
from corpus.generator.layouts.declarations import ratings
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet


def compliance(case: Case, sheet: Sheet) -> None:
    """A "Certificate of Compliance" under RED with articles, colons in a column and a QR-like square."""
    lab = case.laboratory
    sheet.begin(face=faces.SERIF, size=10, top=70, left=76, right=76)
    sheet.frame(inset=18, weight=6)
    sheet.para("C E R T I F I C A T E", size=26, style="bold", align="center", gap=6)
    sheet.para("ATTESTATION\nCertificate of Compliance", size=12, style="bold", align="center", gap=6)
    sheet.para(
        (
            "Technical file of the company mentioned below has been inspected and audit has been completed successfully. The RED Directive ",
            mark("2014/53/EU", legal_acts=True),
            " has been taken as reference for these processes.",
        ),
        align="center",
        gap=10,
    )
    articles: list[Content] = []
    for title, group in (
        ("Article 3.1a): ", case.safety),
        ("Article 3.1b): ", case.emc),
        ("Article 3.2): ", case.radio),
    ):
        if group:
            articles.append((title, listed(group, "; ")))
    sheet.pairs(
        [
            ("Certificate's Holder", case.manufacturer.named("holder")),
            ("Address", case.manufacturer.line("holder")),
            ("Manufacturer", case.factory.named("manufacturer")),
            ("Address", case.factory.line("manufacturer")),
            ("Product Name", mark(case.product_name, product_name=True)),
            ("Product Model (S)", names(case)),
            ("Trade Mark", mark(case.brand, brand=True)),
            ("Related Standards", joined(articles, "\n")),
            ("Certificate Number", mark(case.numbers["attestation"], document_number=True)),
            ("Report No.", joined([mark(case.numbers[k], references=True) for k in ("safety", "emc", "radio")], ", ")),
            ("Registration Date", dated("issued_on", case.dates["certified"], "short")),
        ],
        label_width=140,
        middle=":",
        gap=5,
    )
    sheet.space(30)
    sheet.stamp(sheet.left + 300, sheet.y, lab.name[:28])
    sheet.signature(sheet.left + 290, sheet.y + 6, case.reviewer)
    sheet.box(sheet.left, sheet.y - 20, 54, 54)
    sheet.put(sheet.left + 190, sheet.y + 20, "CE", size=40, style="bold")
    sheet.put(sheet.left + 280, sheet.y + 50, "Certification Manager", size=8)
    sheet.put(sheet.page_size[0] / 2, 786, lab.named("issuer"), size=9, style="bold", align="center")
    sheet.put(sheet.page_size[0] / 2, 798, lab.line("issuer"), size=7, align="center")


def cards(case: Case, sheet: Sheet) -> None:
    """A CB test certificate as a web portal prints it: the label above its value, two columns of cards."""
    body = case.body
    sheet.begin(face=faces.HELVETICA, size=9, top=60)
    sheet.para("CB Test Certificate", size=20, style="bold", gap=2)
    sheet.para("issued under the IECEE CB Scheme", gap=12)
    cells: list[tuple[str, Content]] = [
        ("Certificate reference", mark(case.numbers["cb"], document_number=True)),
        ("Date of issue", dated("issued_on", case.dates["certified"], "long")),
        ("Issuing NCB", (body.named("issuer"), "\n", body.line("issuer"))),
        ("Product", mark(case.product_name, product_name=True)),
        ("Applicant", (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder"))),
        ("Manufacturer", (case.manufacturer.named("manufacturer"), "\n", case.manufacturer.line("manufacturer"))),
        ("Factory", (case.factory.named("factory"), "\n", case.factory.line("factory"))),
        ("Trademark", mark(case.brand, brand=True)),
        ("Model / Type Ref.", names(case, "\n")),
        ("Ratings", (ratings(case), ", ", mark(case.ip, protection_ip=True))),
        ("Standard", listed(standards("IEC 61851-1:2017"))),
        ("Test report ref. no.", mark(case.numbers["safety"], references=True)),
    ]
    for left, right in zip(cells[::2], cells[1::2], strict=True):
        sheet.table([[left[0], right[0]], [left[1], right[1]]], (1, 1), ruled="none", pad=4)
        sheet.rule(weight=0.3, gap=6)
    sheet.space(30)
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para(("Authorised signatory: ", mark(case.reviewer, signatory_name=True)))


def keur(case: Case, sheet: Sheet) -> None:
    """A certification body's licence written as sentences, with the standards at the end and an expiry."""
    body = case.body
    sheet.begin(face=faces.SERIF, size=11, top=110, left=80, right=80)
    sheet.logo(sheet.left, 40, body.letters, size=26)
    sheet.para("PRODUCT CERTIFICATE", size=20, style="bold", gap=4)
    sheet.para(mark(case.numbers["mark"], document_number=True), size=13, gap=16)
    sheet.para("Issued to", style="italic", gap=1)
    sheet.para((case.manufacturer.named("holder"), "\n", case.manufacturer.block("holder")), gap=8)
    sheet.para("for the product", style="italic", gap=1)
    sheet.para(mark(case.product_name, product_name=True), gap=8)
    sheet.para("trade name and type", style="italic", gap=1)
    sheet.para((mark(case.brand, brand=True), "  ", names(case)), gap=8)
    sheet.para("manufactured by", style="italic", gap=1)
    sheet.para((case.factory.named("manufacturer"), "\n", case.factory.block("manufacturer")), gap=8)
    sheet.para(
        "Subject to inspection of the factory the holder may apply the mark. The product and any acceptable variation is specified in the annex to this certificate. The type was examined according to",
        gap=4,
    )
    sheet.para(listed(case.safety, " and "), style="bold", gap=10)
    sheet.para((body.named("issuer"), ", ", body.line("issuer")), gap=8)
    sheet.para(
        (
            "Date of issue ",
            dated("issued_on", case.dates["certified"], "long"),
            "; this certificate expires on ",
            dated("valid_until", case.dates["until"], "long"),
            ".",
        ),
        gap=30,
    )
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para((mark(case.reviewer, signatory_name=True), ", ", mark("Certification Manager", signatory_function=True)))


def metrology(case: Case, sheet: Sheet) -> None:
    """A German national type examination for measuring systems in charging stations, several pages."""
    body = case.body

    def head(s: Sheet) -> None:
        page = s.page - s.start_page + 1
        if page > 1:
            number = mark(f"DE-26-M-{case.numbers['mid']}", document_number=True)
            s.put(s.left, 40, f"Seite {page} der Anlage zur Baumusterprüfbescheinigung", size=8)
            s.put(s.left + s.width, 40, ("Nr. ", number), size=8, align="right")

    sheet.begin(face=faces.SANS, size=9.5, top=70, left=64, right=64, header=head)
    sheet.para(body.named("issuer"), size=13, style="bold", gap=1)
    sheet.para(body.line("issuer", "de"), size=8, gap=18)
    sheet.para("Baumusterprüfbescheinigung", size=22, style="bold", gap=0)
    sheet.para("Type-examination Certificate", size=11, style="italic", gap=14)
    sheet.pairs(
        [
            (
                "Ausgestellt für:\nIssued to:",
                (case.manufacturer.named("holder", "manufacturer"), "\n", case.manufacturer.line("holder", "de")),
            ),
            (
                "gemäß:\nIn accordance with:",
                ("Anlage 4 Modul B der ", mark("Mess- und Eichverordnung", legal_acts="MessEV"), " vom 11.12.2014"),
            ),
            ("Geräteart:\nType of instrument:", mark("Ladeeinrichtung für Elektrofahrzeuge", product_name=True)),
            ("Typbezeichnung:\nType designation:", names(case)),
            ("Nr. der Bescheinigung:\nCertificate No.:", mark(f"DE-26-M-{case.numbers['mid']}", document_number=True)),
            ("Gültig bis:\nValid until:", dated("valid_until", case.dates["until"], "dots")),
            ("Anzahl der Seiten:\nNumber of pages:", "2"),
            ("Kennnummer der Konformitätsbewertungsstelle:\nBody no.:", mark(body.number, issuer_body_number=True)),
        ],
        label_width=190,
        gap=7,
    )
    sheet.note("manufacturer_address", case.manufacturer.address("de"))
    sheet.note("manufacturer_country", case.manufacturer.country)
    sheet.space(20)
    sheet.put(sheet.left, sheet.y, ("Stuttgart, ", dated("issued_on", case.dates["certified"], "dots")))
    sheet.signature(sheet.left + 220, sheet.y, case.reviewer)
    sheet.put(sheet.left + 220, sheet.y + 14, mark(case.reviewer, signatory_name=True))
    sheet.note("place", "Stuttgart")
    sheet.next_page()
    sheet.para("1  Softwarekennzeichnung", size=11, style="bold", gap=5)
    sheet.table(
        [["Bauteil", "Version", "Prüfsumme"], ["Messkapsel", mark(case.firmware, software_version=True), "0x7F3A91C2"]],
        (3, 3, 4),
        shade=True,
    )
    sheet.space(8)
    sheet.para("2  Technische Unterlagen", size=11, style="bold", gap=5)
    sheet.para("Plombenplan, Bedienungsanleitung und Stückliste in der zum Tag der Ausstellung hinterlegten Fassung.")


def ocpp(case: Case, sheet: Sheet) -> None:
    """An OCPP certificate: facts centred, each label in grey above its value."""
    lab = case.laboratory
    sheet.begin(face=faces.HELVETICA, size=10, top=120)
    sheet.para("OCPP CERTIFICATE", size=26, style="bold", align="center", gap=4)
    sheet.para("Open Charge Point Protocol 1.6 – Full certificate with Security Profile 2", align="center", gap=24)
    for label, value in (
        ("Vendor", case.manufacturer.named("manufacturer", "holder")),
        ("Charging station model", names(case)),
        ("Firmware version", mark(case.firmware, firmware_version=True)),
        ("Certificate ID", mark(f"OCA.0016.{case.numbers['mid'][1:]}.CS", document_number=True)),
        ("Certified on", dated("issued_on", case.dates["certified"], "long")),
        ("Test laboratory", lab.named("issuer")),
    ):
        sheet.para(label, size=8, align="center", gap=1)
        sheet.para(value, size=13, style="bold", align="center", gap=12)


def nrtl(case: Case, sheet: Sheet) -> None:
    """A North American certificate of compliance with UL standards and a control number."""
    lab = case.laboratory
    sheet.begin(face=faces.SANS, size=9.5, top=70)
    sheet.para("CERTIFICATE OF COMPLIANCE", size=18, style="bold", align="center", gap=14)
    rows: list[list[Content]] = [
        ["Certificate Number", mark(f"{case.numbers['mark']}-E", document_number=True)],
        ["Issue Date", dated("issued_on", case.dates["certified"], "month_first")],
        ["Issued to:", (case.manufacturer.named("holder"), "\n", case.manufacturer.block("holder"))],
    ]
    sheet.table(rows, (2, 5), head=0, ruled="none", bold_first=True)
    sheet.space(8)
    sheet.para("This certificate confirms that representative samples of", gap=3)
    sheet.para(
        (mark("Electric Vehicle Supply Equipment", product_name=True), "\n", names(case)),
        style="bold",
        indent=30,
        gap=4,
    )
    sheet.para(
        "have been investigated by the Nationally Recognized Testing Laboratory (NRTL) in accordance with the Standard(s) indicated on this Certificate.",
        gap=8,
    )
    group = (*standards("UL 2594:2022", "UL 2231-1:2012"), *standards("CSA C22.2 No. 280:2022"))
    sheet.table(
        [
            ["Standard(s) for Safety:", listed(group, "\n")],
            ["Additional Information:", "See the online certification directory for details."],
        ],
        (2, 5),
        head=0,
        ruled="none",
        bold_first=True,
    )
    sheet.space(10)
    sheet.para(
        "Only those products bearing the certification mark should be considered as being covered by the follow-up service.",
        size=8,
        gap=30,
    )
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para(
        (
            mark(case.reviewer, signatory_name=True),
            ", ",
            mark("Director, North American Certification Program", signatory_function=True),
        ),
        gap=2,
    )
    sheet.para((lab.named("issuer"), ", ", lab.line("issuer")), size=8)
