"""Certificates: a laboratory's attestation, the CB test certificate, type examination, a mark licence, metrology, ISO."""

from corpus.generator import faces
from corpus.generator.case import Case, Standard, dated, listed, standard, standards
from corpus.generator.layouts.declarations import models, ratings
from corpus.generator.marks import Content, mark
from corpus.generator.sheet import Sheet


def attestation(case: Case, sheet: Sheet) -> None:
    """A laboratory's one-page "verification of conformity" with a frame, a big CE and a stamp."""
    lab = case.laboratory
    sheet.begin(face=faces.HELVETICA, size=9.5, top=64, left=64, right=64)
    sheet.frame()
    sheet.logo(sheet.left, 52, lab.letters, size=20)
    sheet.put(sheet.left + 90, 72, lab.named("issuer"), size=13, style="bold")
    sheet.space(58)
    sheet.para("VERIFICATION OF CONFORMITY", size=17, style="bold", align="center", gap=16)
    rows: list[tuple[Content, Content]] = [
        ("Verification No.:", mark(case.numbers["attestation"], document_number=True)),
        ("Applicant:", case.manufacturer.named("holder")),
        ("Address of Applicant:", case.manufacturer.line("holder")),
        ("Manufacturer:", case.manufacturer.named("manufacturer")),
        ("Address of Manufacturer:", case.manufacturer.line("manufacturer")),
        ("Product Name:", mark(case.product_name, product_name=True)),
        ("Trade Mark:", mark(case.brand, brand=True)),
        ("Model No.:", models(case)),
    ]
    sheet.pairs(rows, label_width=140, label_style="bold", gap=5)
    sheet.space(8)
    sheet.para("Sufficient samples of the product have been tested and found to be in conformity with", gap=6)
    rows = [
        ("Applicable standards:", listed(case.emc, "\n", case.extra.get("form", "plain"))),
        ("As shown in the test report(s):", mark(case.numbers["emc"], references=True)),
    ]
    sheet.pairs(rows, label_width=140, label_style="bold", gap=5)
    act = case.extra.get("act", "2014/30/EU")
    sheet.space(6)
    text = (
        "This verification is granted to the applicant after voluntary assessment of the technical file. It does not imply "
        "an assessment of the whole production. The CE mark as shown below can be used, under the responsibility of the "
        "manufacturer, after completion of an EU declaration of conformity and compliance with Directive "
    )
    sheet.para((text, mark(act, legal_acts=True), "."), gap=20)
    sheet.put(sheet.left + 220, sheet.y + 40, "CE", size=44, style="bold")
    sheet.stamp(sheet.left + 60, sheet.y + 30, lab.name[:28])
    sheet.space(76)
    sheet.signature(sheet.left + 340, sheet.y - 22, case.reviewer)
    sheet.put(sheet.left + 330, sheet.y, mark(case.reviewer, signatory_name=True))
    sheet.put(sheet.left + 330, sheet.y + 12, mark("Laboratory Manager", signatory_function=True))
    sheet.put(
        sheet.left + 330, sheet.y + 26, dated("issued_on", case.dates["issued"], case.extra.get("date_form", "dashes"))
    )
    sheet.put(sheet.left + sheet.width / 2, 780, lab.line("issuer"), size=7.5, align="center")


def cb(case: Case, sheet: Sheet) -> None:
    """The IECEE CB test certificate: bilingual labels (English, French) in a boxed column, model list on page 2."""
    body = case.body

    def head(s: Sheet) -> None:
        number = mark(case.numbers["cb"], document_number=True)
        s.put(s.left + s.width, 40, ("Ref. Certif. No.  ", number), size=9, style="bold", align="right")

    sheet.begin(face=faces.SANS, size=8.5, top=62, left=60, right=50, header=head)
    sheet.para(
        "IEC SYSTEM OF CONFORMITY ASSESSMENT SCHEMES FOR ELECTROTECHNICAL EQUIPMENT AND COMPONENTS (IECEE)",
        size=7.5,
        align="center",
        gap=1,
    )
    sheet.para("CB SCHEME", size=9, style="bold", align="center", gap=8)
    sheet.para("CB TEST CERTIFICATE          CERTIFICAT D'ESSAI OC", size=12, style="bold", align="center", gap=10)
    many = len(case.models) > 2
    listed_models: Content = "See page 2 for model list" if many else models(case)
    factories = (case.factory.named("factory"), "\n", case.factory.line("factory"))
    rows: list[list[Content]] = [
        ["Product\nProduit", mark(case.product_name, product_name=True)],
        [
            "Name and address of the applicant\nNom et adresse du demandeur",
            (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder")),
        ],
        [
            "Name and address of the manufacturer\nNom et adresse du fabricant",
            (case.manufacturer.named("manufacturer"), "\n", case.manufacturer.line("manufacturer")),
        ],
        ["Name and address of the factory\nNom et adresse de l'usine", factories],
        [
            "Ratings and principal characteristics\nValeurs nominales et caractéristiques principales",
            (ratings(case), ", ", mark(case.ip, protection_ip=True)),
        ],
        ["Trademark (if any)\nMarque de fabrique (si elle existe)", mark(case.brand, brand=True)],
        ["Type of Customer's Testing Facility (CTF) Stage used", "—"],
        ["Model / Type Ref.\nRéf. de type", listed_models],
        ["Additional information (if necessary may also be reported on page 2)", case.extra.get("note", "—")],
        [
            "A sample of the product was tested and found to be in conformity with\nUn échantillon de ce produit a été essayé et a été considéré conforme à la",
            listed(case.extra.get("iec") or _iec(case), "\n"),
        ],
        [
            "As shown in the Test Report Ref. No. which forms part of this Certificate\nComme indiqué dans le Rapport d'essais numéro de référence",
            mark(case.numbers["safety"], references=True),
        ],
    ]
    sheet.table(rows, (4, 6), head=0, size=8)
    sheet.space(8)
    sheet.para(
        "This CB Test Certificate is issued by the National Certification Body\nCe Certificat d'essai OC est établi par l'Organisme National de Certification",
        size=7.5,
        gap=4,
    )
    sheet.para((body.named("issuer"), "\n", body.line("issuer")), style="bold", gap=14)
    sheet.room(40)
    sheet.put(
        sheet.left, sheet.y, ("Date: ", dated("issued_on", case.dates["certified"], case.extra.get("date_form", "iso")))
    )
    sheet.put(sheet.left + 220, sheet.y, ("Signature:  ", mark(case.reviewer, signatory_name=True)))
    sheet.signature(sheet.left + 380, sheet.y, case.reviewer)
    sheet.stamp(sheet.left + 430, sheet.y - 10, body.name[:28], radius=28)
    if many:
        sheet.next_page()
        sheet.para("Model list / Liste des modèles", style="bold", gap=6)
        _model_table(case, sheet)


def _iec(case: Case) -> tuple[Standard, ...]:
    return standards("IEC 61851-1:2017", *(("IEC 61851-23:2014",) if case.direct else ()))


def _model_table(case: Case, sheet: Sheet) -> None:
    rows: list[list[Content]] = [["Model", "Rated current", "Output power"]]
    for model in case.models:
        current, power = case.rating_of(model)
        amps = mark(f"{current} A", rated_current_a=current).with_details(model=model)
        name = "output_power_kw" if case.direct else "rated_power_kw"
        kilowatts = mark(f"{power:g} kW", **{name: power}).with_details(model=model)
        rows.append([mark(model, models=True), amps, kilowatts])
    sheet.table(rows, (4, 3, 3), shade=True)


def type_examination(case: Case, sheet: Sheet) -> None:
    """EU-type examination (Module B) under 2014/53/EU with the body's number, aspects covered and an annex page."""
    body = case.body

    def foot(s: Sheet) -> None:
        page = s.page - s.start_page + 1
        s.put(s.left, 810, f"Page {page} of {s.pages_total}", size=7)

    sheet.begin(face=faces.SERIF, size=10, top=60, footer=foot)
    sheet.logo(sheet.left, 36, body.letters)
    sheet.put(sheet.left + sheet.width, 50, body.named("issuer"), style="bold", align="right")
    sheet.put(
        sheet.left + sheet.width, 63, ("Notified Body No. ", mark(body.number, issuer_body_number=True)), align="right"
    )
    sheet.space(26)
    sheet.para("EU-TYPE EXAMINATION CERTIFICATE", size=16, style="bold", align="center", gap=3)
    sheet.para(
        ("according to Directive ", mark("2014/53/EU", legal_acts=True), ", Annex III (Module B)"),
        align="center",
        gap=12,
    )
    rows: list[tuple[Content, Content]] = [
        ("Certificate number", mark(case.numbers["type"], document_number=True)),
        ("Certificate holder", (case.manufacturer.named("holder"), "\n", case.manufacturer.block("holder"))),
        ("Manufacturer", case.manufacturer.named("manufacturer")),
        ("Product description", mark(case.product_name, product_name=True)),
        ("Brand name", mark(case.brand, brand=True)),
        ("Type designation", models(case)),
        ("Hardware version", mark(case.hardware, hardware_version=True)),
        ("Firmware version", mark(case.firmware, firmware_version=True)),
        ("Essential requirements covered", "Article 3.1(a), 3.1(b), 3.2 and 3.3(d)"),
        ("Date of issue", dated("issued_on", case.dates["certified"], "long")),
        ("Valid until", dated("valid_until", case.dates["until"], "long")),
    ]
    sheet.pairs(rows, label_width=170, gap=5, middle=":")
    sheet.space(8)
    sheet.para(
        "The technical documentation of the radio equipment meets the essential requirements listed. The annex forms part of this certificate.",
        gap=26,
    )
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(10)
    sheet.para((mark(case.reviewer, signatory_name=True), ", ", mark("Certification Manager", signatory_function=True)))
    sheet.next_page()
    sheet.para(
        ("Annex to certificate ", mark(case.numbers["type"], document_number=True)), size=12, style="bold", gap=8
    )
    sheet.para("Applied standards and reports", style="bold", gap=4)
    rows2: list[list[Content]] = [["Requirement", "Standard", "Report"]]
    for title, group, key in (
        ("3.1(a) Safety", case.safety, "safety"),
        ("3.1(b) EMC", case.emc, "emc"),
        ("3.2 Spectrum", case.radio, "radio"),
        ("3.3(d) Network", case.cyber, "cyber"),
    ):
        if group:
            rows2.append([title, listed(group, "\n"), mark(case.numbers[key], references=True)])
    sheet.table(rows2, (3, 5, 3))


def voluntary_mark(case: Case, sheet: Sheet) -> None:
    """A German certification body's mark licence: "Zeichengenehmigung" in two languages, with an appendix."""
    body = case.body

    def head(s: Sheet) -> None:
        s.logo(s.left, 30, body.letters)
        s.put(s.left + s.width, 44, body.named("issuer"), style="bold", align="right")
        number = mark(case.numbers["mark"], document_number=True)
        s.put(s.left + s.width, 58, ("Ausweis-Nr. / Marks Licence No.: ", number), size=8, align="right")
        page = s.page - s.start_page + 1
        s.put(s.left + s.width, 70, f"Blatt / Page {page}", size=8, align="right")

    sheet.begin(face=faces.SANS, size=9, top=96, header=head)
    sheet.para("ZEICHENGENEHMIGUNG", size=18, style="bold", gap=0)
    sheet.para("MARKS APPROVAL", size=12, gap=12)
    rows: list[tuple[Content, Content]] = [
        (
            "Genehmigungsinhaber:\nLicence holder:",
            (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder")),
        ),
        (
            "Fertigungsstätte:\nManufacturing plant:",
            (case.factory.named("factory"), "\n", case.factory.line("factory")),
        ),
        ("Produkt:\nProduct:", mark("Ladestation für Elektrofahrzeuge", product_name=True)),
        ("Typ:\nType:", models(case)),
        ("Bemessungsdaten:\nRated data:", ratings(case)),
        ("Schutzart:\nDegree of protection:", mark(case.ip, protection_ip=True)),
        ("Geprüft nach:\nTested acc. to:", listed(case.safety[:1], "\n", "spaced")),
        ("Prüfbericht Nr.:\nTest report no.:", mark(case.numbers["safety"], references=True)),
        ("Ausstellungsdatum:\nDate of issue:", dated("issued_on", case.dates["certified"], "iso")),
        ("Gültig bis:\nValid until:", dated("valid_until", case.dates["until"], "iso")),
    ]
    sheet.pairs(rows, label_width=150, gap=6)
    sheet.space(16)
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para(mark(case.reviewer, signatory_name=True))
    sheet.next_page()
    sheet.para("Anhang / Appendix", size=12, style="bold", gap=6)
    _model_table(case, sheet)


def management(case: Case, sheet: Sheet) -> None:
    """ISO 9001 certificate with its field of activity."""
    body = case.body
    sheet.begin(face=faces.SERIF, size=11, top=110, left=90, right=90)
    sheet.frame(inset=30, weight=1)
    sheet.para("CERTIFICATE", size=30, align="center", gap=16)
    sheet.para("The certification body of", align="center", gap=2)
    sheet.para(body.named("issuer"), style="bold", align="center", gap=10)
    sheet.para("certifies that", align="center", gap=8)
    sheet.para(case.manufacturer.named("holder"), size=15, style="bold", align="center", gap=4)
    sheet.para(case.manufacturer.block("holder"), align="center", gap=10)
    sheet.para("has established and applies a quality management system for", align="center", gap=4)
    sheet.para(
        "Design, manufacture and sale of electric vehicle charging equipment.", style="bold", align="center", gap=10
    )
    iso = case.extra.get("iso", "ISO 9001:2015")
    sheet.para(
        ("Proof has been furnished that the requirements according to\n", standard(iso).mark(), "\nare fulfilled."),
        align="center",
        gap=14,
    )
    sheet.para(
        ("Certificate Registration No. ", mark(case.numbers["iso"], document_number=True)), align="center", gap=4
    )
    sheet.para(
        (
            "The certificate is valid from ",
            dated("issued_on", case.dates["certified"], "iso"),
            " until ",
            dated("valid_until", case.dates["until"], "iso"),
            ".",
        ),
        align="center",
        gap=40,
    )
    sheet.signature(sheet.left + 140, sheet.y, case.reviewer)
    sheet.space(10)
    sheet.para(mark(case.reviewer, signatory_name=True), align="center", gap=1)
    sheet.para(mark("Head of the Certification Body", signatory_function=True), align="center")


def mid(case: Case, sheet: Sheet) -> None:
    """MID type examination of the meter in the charger (Module B)."""
    body = case.body
    sheet.begin(face=faces.HELVETICA, size=9.5, top=70)
    sheet.para("EU Type-Examination Certificate", size=18, style="bold", gap=4)
    sheet.para("Measuring Instruments Directive, Module B", gap=14)
    rows: list[list[Content]] = [
        ["Number", mark(case.numbers["mid"], document_number=True)],
        ["Issued by", (body.named("issuer"), "\nNotified body number: ", mark(body.number, issuer_body_number=True))],
        ["In accordance with", ("Directive ", mark("2014/32/EU", legal_acts=True), ", Annex V (MI-003)")],
        [
            "Manufacturer",
            (case.manufacturer.named("manufacturer", "holder"), "\n", case.manufacturer.line("manufacturer")),
        ],
        ["Measuring instrument", mark("Active electrical energy meter in an EV charger", product_name=True)],
        ["Type", models(case)],
        [
            "Reference voltage",
            mark(
                f"{case.voltage if not isinstance(case.voltage, tuple) else case.voltage[1]} V",
                rated_voltage_v=case.voltage if not isinstance(case.voltage, tuple) else case.voltage[1],
            ),
        ],
        ["Accuracy class", "B"],
        ["Software version (legally relevant)", mark(case.firmware, software_version=True)],
        ["Standards", listed((standard("EN 50470-3:2022"), standard("EN IEC 62052-11:2021")), "\n")],
        ["Valid until", dated("valid_until", case.dates["until"], "long")],
        ["Date", dated("issued_on", case.dates["certified"], "long")],
    ]
    sheet.table(rows, (3, 7), head=0, bold_first=True, ruled="rows")
    sheet.space(40)
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para((mark(case.reviewer, signatory_name=True), ", ", mark("Certification Board", signatory_function=True)))
    sheet.note("holder_address", case.manufacturer.address())
    sheet.note("holder_country", case.manufacturer.country)


def nrtl(case: Case, sheet: Sheet) -> None:
    """An authorization to mark of a Nationally Recognized Testing Laboratory."""
    lab = case.laboratory
    sheet.begin(face=faces.HELVETICA, size=10, top=80)
    sheet.para("AUTHORIZATION TO MARK", size=20, style="bold", align="center", gap=14)
    sheet.para("This authorizes the application of the NRTL certification mark to the models described below.", gap=10)
    sheet.pairs(
        [
            ("Control Number:", mark(case.numbers["mark"], document_number=True)),
            ("Applicant:", (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder"))),
            ("Manufacturer:", (case.factory.named("manufacturer"), "\n", case.factory.line("manufacturer"))),
            ("Product:", mark("Electric vehicle supply equipment", product_name=True)),
            ("Brand Name:", mark(case.brand, brand=True)),
            ("Models:", models(case)),
            ("Standard(s):", listed(standards("UL 2594:2022", "UL 2231-1:2012", "UL 2231-2:2012"), "\n")),
            ("Issued by:", (lab.named("issuer"), "\n", lab.line("issuer"))),
            ("Issue Date:", dated("issued_on", case.dates["certified"], "month_first")),
        ],
        label_width=120,
        label_style="bold",
        gap=6,
    )
    sheet.space(26)
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para((mark(case.reviewer, signatory_name=True), ", ", mark("Certification Manager", signatory_function=True)))


def ocpp(case: Case, sheet: Sheet) -> None:
    """A protocol certificate in a boxed table."""
    sheet.begin(face=faces.SANS, size=10, top=90)
    sheet.para("OCPP 1.6 Certification", size=20, style="bold", gap=12)
    rows: list[list[Content]] = [
        ["Certificate number", mark(f"OCPP-{case.numbers['mid']}", document_number=True)],
        ["Applicant", case.manufacturer.named("holder")],
        ["Product", mark(case.product_name, product_name=True)],
        ["Model", models(case)],
        ["Firmware version", mark(case.firmware, firmware_version=True)],
        ["Tested by", case.laboratory.named("issuer")],
        ["Date of issue", dated("issued_on", case.dates["certified"], "iso")],
    ]
    sheet.table(rows, (3, 6), head=0, bold_first=True)


def national(case: Case, sheet: Sheet) -> None:
    """A German type examination of the measuring capsule under national law."""
    body = case.body
    sheet.begin(face=faces.HELVETICA, size=10, top=80)
    sheet.para("Baumusterprüfbescheinigung", size=20, style="bold", gap=2)
    sheet.para(("nach ", mark("Mess- und Eichgesetz", legal_acts="MessEG"), ", Modul B"), gap=12)
    rows: list[list[Content]] = [
        ["Bescheinigung Nr.", mark(f"DE-25-M-{case.numbers['mid']}", document_number=True)],
        ["Konformitätsbewertungsstelle", (body.named("issuer"), ", Nr. ", mark(body.number, issuer_body_number=True))],
        ["Inhaber", case.manufacturer.named("holder")],
        ["Anschrift", case.manufacturer.line("holder", "de")],
        ["Messgerät", mark("Elektrizitätszähler in einer Ladeeinrichtung", product_name=True)],
        ["Typ", models(case)],
        ["Softwareversion", mark(case.firmware, software_version=True)],
        ["Ausstellungsdatum", dated("issued_on", case.dates["certified"], "dots")],
        ["Gültig bis", dated("valid_until", case.dates["until"], "dots")],
    ]
    sheet.table(rows, (3, 6), head=0)
    sheet.space(30)
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para(mark(case.reviewer, signatory_name=True))
