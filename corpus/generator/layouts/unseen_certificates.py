"""Unseen certificates: CB scheme, EU type examination, mark with annex, a laboratory's attestation."""

from corpus.generator import faces
from corpus.generator.case import Case, listed
from corpus.generator.layouts.declarations import ratings
from corpus.generator.layouts.unseen_parties import cited, names, on, page_of, scrawl, table_of, tint
from corpus.generator.marks import Content, mark
from corpus.generator.sheet import Sheet


def scheme(case: Case, sheet: Sheet) -> None:
    """CB certificate without boxes: English labels left with French in italics under them; factories on page 2."""
    body = case.body

    def head(s: Sheet) -> None:
        s.put(s.left, 44, "IECEE", size=16, style="bold")
        s.put(s.left + s.width, 40, "Ref. Certif. No.", size=7, align="right")
        s.put(
            s.left + s.width, 52, mark(case.numbers["cb"], document_number=True), size=11, style="bold", align="right"
        )

    def foot(s: Sheet) -> None:
        s.put(s.left + s.width, 810, f"{page_of(s)}/{s.pages_total}", size=7, align="right")

    sheet.begin(face=faces.HELVETICA, size=8.5, top=74, left=54, right=54, header=head, footer=foot)
    sheet.para("CB TEST CERTIFICATE", size=15, style="bold", gap=0)
    sheet.para("CERTIFICAT D'ESSAI OC", size=9, style="italic", gap=10)

    def row(english: str, french: str, value: Content) -> None:
        top = sheet.y
        sheet.put(sheet.left, top + 9, english, size=8.5)
        sheet.put(sheet.left, top + 18, french, size=6.5, style="italic")
        sheet.pairs([("", value)], label_width=236, size=9, style="bold", gap=0)
        sheet.y = max(sheet.y, top + 22) + 5

    maker = case.manufacturer
    row("Product", "Produit", mark(case.product_name, product_name=True))
    row(
        "Name and address of the applicant",
        "Nom et adresse du demandeur",
        (maker.named("holder"), "\n", maker.line("holder")),
    )
    row(
        "Name and address of the manufacturer",
        "Nom et adresse du fabricant",
        (maker.named("manufacturer"), "\n", maker.line("manufacturer")),
    )
    row("Name and address of the factory", "Nom et adresse de l'usine", "See page 2")
    row(
        "Rating and principal characteristics",
        "Valeurs nominales et caractéristiques principales",
        (ratings(case), "; ", mark(case.ip, protection_ip=True)),
    )
    row("Trademark (if any)", "Marque de fabrique (si elle existe)", mark(case.brand, brand=True))
    row("Model/type Ref.", "Ref. de type", names(case))
    row(
        "Additional information (if necessary)",
        "Information complémentaire (si nécessaire)",
        "National differences: EU Group Differences, GB, CH",
    )
    row(
        "Sample tested and found to be in conformity with IEC",
        "Échantillon essayé, considéré conforme à la CEI",
        listed(case.extra["iec"], "\n"),
    )
    row("As shown in the Test Report Ref. No.", "Comme indiqué dans le Rapport d'essais", cited(case, "safety"))
    sheet.space(10)
    sheet.rule(weight=0.4, gap=6)
    sheet.para("This CB Test Certificate is issued by the National Certification Body", size=7.5, gap=2)
    sheet.para((body.named("issuer"), ", ", body.line("issuer")), style="bold", gap=34)
    sheet.put(sheet.left, sheet.y, on("issued_on", case.dates["certified"], "iso"), style="bold")
    sheet.put(sheet.left, sheet.y + 11, "Date", size=7)
    sheet.signature(sheet.left + 250, sheet.y - 4, case.reviewer)
    sheet.put(sheet.left + 240, sheet.y + 11, ("Signature   ", mark(case.reviewer, signatory_name=True)), size=8)
    sheet.next_page()
    sheet.para("Factories / Usines", size=10, style="bold", gap=5)
    sheet.para((case.factory.named("factory"), "\n", case.factory.line("factory")), gap=3)


def examination(case: Case, sheet: Sheet) -> None:
    """EU type examination of radio equipment by a Spanish body, Spanish and English side by side, annex with reports."""
    body = case.body

    def head(s: Sheet) -> None:
        tint(s, (0, 0, s.page_size[0], 18), (0.55, 0.06, 0.12))
        s.put(s.left, 46, body.named("issuer"), size=13, style="bold")
        s.put(s.left, 58, body.line("issuer", "es"), size=7)
        s.put(
            s.left + s.width,
            46,
            ("Organismo notificado / Notified Body ", mark(body.number, issuer_body_number=True)),
            size=9,
            align="right",
        )

    def foot(s: Sheet) -> None:
        number = mark(case.numbers["type"], document_number=True)
        s.put(s.left, 808, ("Certificado / Certificate ", number), size=7)
        s.put(s.left + s.width, 808, f"Pág. {page_of(s)} de {s.pages_total}", size=7, align="right")

    sheet.begin(face=faces.SANS, size=9, top=92, left=62, right=62, header=head, footer=foot)
    sheet.para("CERTIFICADO DE EXAMEN UE DE TIPO", size=15, style="bold", align="center", gap=0)
    sheet.para("EU-TYPE EXAMINATION CERTIFICATE", size=11, align="center", gap=4)
    sheet.para(
        (
            "Directiva / Directive ",
            mark("2014/53/EU", legal_acts=True),
            "  –  Anexo III, Módulo B / Annex III, Module B",
        ),
        size=8,
        align="center",
        gap=12,
    )
    maker = case.manufacturer
    rows: list[list[Content]] = [
        ["N.º de certificado\nCertificate No.", mark(case.numbers["type"], document_number=True)],
        ["Titular\nCertificate holder", (maker.named("holder"), "\n", maker.line("holder"))],
        ["Fabricante\nManufacturer", (maker.named("manufacturer"), "\n", maker.line("manufacturer"))],
        ["Producto\nProduct", mark(case.product_name, product_name=True)],
        ["Marca\nTrade mark", mark(case.brand, brand=True)],
        ["Modelo(s)\nModel(s)", names(case)],
        ["Versión de hardware / Hardware version", mark(case.hardware, hardware_version=True)],
        ["Versión de firmware / Firmware version", mark(case.firmware, firmware_version=True)],
        ["Requisitos esenciales evaluados\nEssential requirements assessed", "Art. 3.3 (d), 3.3 (e)"],
        ["Fecha de emisión\nDate of issue", on("issued_on", case.dates["certified"], "spaced")],
        ["Válido hasta\nValid until", on("valid_until", case.dates["until"], "spaced")],
    ]
    sheet.table(rows, (3.4, 6), head=0, ruled="rows", pad=4)
    sheet.space(10)
    sheet.para(
        "El diseño técnico examinado cumple los requisitos esenciales indicados. El anexo forma parte de este certificado. / The technical design examined meets the essential requirements listed. The annex is part of this certificate.",
        size=8,
        gap=34,
    )
    scrawl(sheet, case.reviewer, 250)
    sheet.space(8)
    sheet.put(sheet.left + 240, sheet.y, mark(case.reviewer, signatory_name=True), style="bold")
    sheet.put(sheet.left + 240, sheet.y + 12, mark("Director Técnico", signatory_function=True))
    sheet.next_page()
    sheet.para("ANEXO / ANNEX", size=12, style="bold", gap=6)
    rows = [
        ["Documento / Document", "Referencia / Reference"],
        ["Informe de ensayo / Test report", cited(case, "cyber")],
    ]
    rows += [
        ["Normas / Standards", listed(case.cyber, "\n")],
        ["Descripción técnica / Technical description", "TD-2 issue 4"],
    ]
    sheet.table(rows, (5, 5), shade=True)
    sheet.space(10)
    sheet.para(
        "Condiciones / Conditions: any change of the firmware that concerns the assessed requirements must be notified to the body.",
        gap=4,
    )


def licence(case: Case, sheet: Sheet) -> None:
    """A German mark certificate: three small boxes on top, running text, an annex with models and ratings."""
    body = case.body

    def head(s: Sheet) -> None:
        s.logo(s.left, 28, body.letters, size=22)
        s.put(s.left + s.width, 50, f"Blatt {page_of(s)}  Page {page_of(s)}", size=8, align="right")

    def foot(s: Sheet) -> None:
        s.put(s.left, 808, (body.named("issuer"), ", ", body.line("issuer", "de")), size=7)

    sheet.begin(face=faces.SERIF, size=10, top=88, left=66, right=66, header=head, footer=foot)
    sheet.para("Zertifikat  /  Certificate", size=22, style="bold", gap=10)
    sheet.table(
        [
            ["Zertifikat Nr.\nCertificate No.", "Prüfbericht Nr.\nTest Report No.", "Ausgestellt am\nDate of issue"],
            [
                mark(case.numbers["mark"], document_number=True),
                mark(case.numbers["safety"], references=True),
                on("issued_on", case.dates["certified"], "dots"),
            ],
        ],
        (1, 1, 1),
        size=8.5,
    )
    sheet.space(14)
    maker = case.manufacturer
    sheet.pairs(
        [
            ("Genehmigungsinhaber\nLicense Holder", (maker.named("holder"), "\n", maker.block("holder", "de"))),
            (
                "Fertigungsstätte\nManufacturing Plant",
                (case.factory.named("factory"), "\n", case.factory.line("factory", "de")),
            ),
            ("Prüfzeichen\nTest Mark", "TZ geprüfte Sicherheit, überwachte Fertigung"),
            ("Geprüft nach\nTested acc. to", listed(case.safety[:1], "\n", "spaced")),
            (
                "Zertifiziertes Produkt\nCertified Product",
                mark("Wandladestation (AC wall charging station)", product_name=True),
            ),
            ("Modell\nModel Designation", ("siehe Anlage / see annex")),
            ("Gültig bis\nValid until", on("valid_until", case.dates["until"], "dots")),
        ],
        label_width=150,
        gap=7,
    )
    sheet.space(10)
    sheet.para(
        "Der Genehmigungsinhaber ist berechtigt, das abgebildete Prüfzeichen auf dem Produkt anzubringen. Die Fertigung wird jährlich überwacht.",
        size=8.5,
        gap=34,
    )
    scrawl(sheet, case.reviewer)
    sheet.space(8)
    sheet.para((mark(case.reviewer, signatory_name=True), "\n", mark("Zertifizierungsstelle", signatory_function=True)))
    sheet.next_page()
    sheet.para(
        ("Anlage zum Zertifikat / Annex to certificate ", mark(case.numbers["mark"], document_number=True)),
        style="bold",
        gap=8,
    )
    rows: list[list[Content]] = [["Typ / Type", "Nennspannung", "Nennstrom", "Leistung", "Schutzart"]]
    for model, amps, kilowatts in table_of(case):
        volts = 230 if kilowatts < 11 else case.voltage
        voltage = mark(f"{volts} V", rated_voltage_v=volts).with_details(model=model)
        current = mark(f"{amps:g} A", rated_current_a=amps).with_details(model=model)
        power = mark(f"{kilowatts:g} kW".replace(".", ","), rated_power_kw=kilowatts).with_details(model=model)
        rows.append([mark(model, models=True), voltage, current, power, mark(case.ip, protection_ip=True)])
    sheet.table(rows, (4, 2, 2, 2, 2))


def verification(case: Case, sheet: Sheet) -> None:
    """A house's "Attestation of Conformity": ornamental frame, fields in a loose column, expiry and disclaimers."""
    lab = case.laboratory
    sheet.begin(face=faces.SERIF, size=10.5, top=74, left=84, right=84)
    for inset, weight, colour in ((22, 5, (0.2, 0.3, 0.6)), (30, 1, (0.6, 0.65, 0.85)), (34, 2.2, (0.75, 0.6, 0.2))):
        sheet.canvas.setStrokeColorRGB(*colour)
        sheet.canvas.setLineWidth(weight)
        sheet.canvas.roundRect(inset, inset, sheet.page_size[0] - 2 * inset, sheet.page_size[1] - 2 * inset, 12)
    sheet.canvas.setStrokeGray(0)
    sheet.para(lab.named("issuer"), size=13, style="bold", align="center", gap=1)
    sheet.para(lab.line("issuer"), size=7.5, align="center", gap=16)
    sheet.para("Attestation of Conformity", size=24, style="italic", align="center", gap=4)
    sheet.para(("No. ", mark(case.numbers["attestation"], document_number=True)), size=11, align="center", gap=14)
    sheet.para(
        "This is to attest that the sample described below, submitted by the applicant, has been tested and complies with the standards listed.",
        gap=8,
    )
    maker = case.manufacturer
    act = case.extra.get("act", "2014/35/EU")
    sheet.pairs(
        [
            ("Applicant", maker.named("holder")),
            ("", maker.line("holder")),
            ("Manufacturer", case.factory.named("manufacturer")),
            ("", case.factory.line("manufacturer")),
            ("Product", mark(case.product_name, product_name=True)),
            ("Brand", mark(case.brand, brand=True)),
            ("Type / Model", names(case)),
            ("Ratings", ratings(case)),
            ("Standards", listed(case.safety if act == "2014/35/EU" else case.emc, "\n")),
            ("Test report", cited(case, "safety" if act == "2014/35/EU" else "emc")),
        ],
        label_width=100,
        label_style="italic",
        gap=3,
    )
    sheet.space(8)
    sheet.para(
        (
            "The attestation is based on a voluntary examination of one sample under Directive ",
            mark(act, legal_acts=True),
            ". It implies no assessment of series production and does not permit the use of a mark of the laboratory.",
        ),
        size=8.5,
        gap=10,
    )
    when = on("issued_on", case.dates["issued"], "month_first")
    sheet.para(("Issued on ", when, ", valid until ", on("valid_until", case.dates["until"], "month_first")), gap=36)
    sheet.stamp(sheet.left + 70, sheet.y + 16, lab.name[:28], radius=36)
    scrawl(sheet, case.reviewer, 260)
    sheet.space(6)
    sheet.put(sheet.left + 250, sheet.y, mark(case.reviewer, signatory_name=True))
    sheet.put(sheet.left + 250, sheet.y + 13, mark("General Manager", signatory_function=True), size=9)
