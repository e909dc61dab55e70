"""Papers of Canada, New Zealand and Singapore, of billing in Germany, and of a funded project in the United States."""

from corpus.generator import faces
from corpus.generator.case import Case, dated, listed, standards
from corpus.generator.layouts.declarations import models
from corpus.generator.layouts.manuals import covered
from corpus.generator.marks import Content, mark
from corpus.generator.sheet import Sheet


def _signed(case: Case, sheet: Sheet, function: str) -> None:
    sheet.space(26)
    sheet.signature(sheet.left + 10, sheet.y, case.signatory)
    sheet.note("signed", "yes")
    sheet.space(8)
    sheet.para((mark(case.signatory, signatory_name=True), ", ", mark(function, signatory_function=True)))


def canadian_listing(case: Case, sheet: Sheet) -> None:
    """An authorization to mark for the United States and Canada."""
    lab = case.laboratory
    sheet.begin(face=faces.HELVETICA, size=10, top=80)
    sheet.para("AUTHORIZATION TO MARK", size=20, style="bold", align="center", gap=14)
    sheet.para("This authorizes the application of the cNRTLus certification mark to the models below.", gap=10)
    sheet.pairs(
        [
            ("Control Number:", mark(case.numbers["mark"], document_number=True)),
            ("Applicant:", (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder"))),
            ("Manufacturer:", (case.factory.named("manufacturer"), "\n", case.factory.line("manufacturer"))),
            ("Product:", mark("Electric vehicle supply equipment", product_name=True)),
            ("Brand Name:", mark(case.brand, brand=True)),
            ("Models:", models(case)),
            ("Standard(s):", listed(case.safety, "\n")),
            ("Issued by:", (lab.named("issuer"), "\n", lab.line("issuer"))),
            ("Issue Date:", dated("issued_on", case.dates["certified"], "month_first")),
        ],
        label_width=120,
        label_style="bold",
        gap=6,
    )


def ised(case: Case, sheet: Sheet) -> None:
    """A technical acceptance certificate of a certification body for ISED Canada."""
    lab = case.laboratory
    sheet.begin(face=faces.SERIF, size=10, top=80)
    sheet.para("TECHNICAL ACCEPTANCE CERTIFICATE", size=17, style="bold", align="center", gap=3)
    sheet.para("CERTIFICAT D'ACCEPTABILITÉ TECHNIQUE", size=12, align="center", gap=14)
    sheet.pairs(
        [
            ("Certification No.:", mark(case.numbers["ised"], document_number=True)),
            ("Issued to:", (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder"))),
            ("Product:", mark(case.product_name, product_name=True)),
            ("Model / HVIN:", models(case)),
            ("Specification:", "RSS-247 Issue 3"),
            ("Issued by:", (lab.named("issuer"), "\n", lab.line("issuer"))),
            ("Date of issue:", dated("issued_on", case.dates["certified"], "iso")),
        ],
        label_width=130,
        gap=7,
    )
    sheet.para("This equipment is entered in the Radio Equipment List after this certificate.", gap=6)


def canadian_manual(case: Case, sheet: Sheet) -> None:
    """A manual in English and French with the notices of ISED."""
    for language, words in (("en", _ENGLISH), ("fr", _FRENCH)):
        if language == "en":
            sheet.begin(face=faces.HELVETICA, size=9.5, top=70)
            sheet.para("INSTALLATION AND OPERATING MANUAL", size=17, style="bold", gap=8)
            sheet.para(("This manual applies to the following models: ", covered(case)), size=11, gap=6)
            sheet.para(("Firmware version: ", mark(case.firmware, firmware_described=True)), gap=3)
            sheet.para(("Hardware version: ", mark(case.hardware, hardware_version=True)), gap=3)
            number = mark(case.numbers["manual"], document_number=True)
            sheet.para(("Document ", number, "   Revision ", mark("1.2", revision=True)), gap=12)
        else:
            sheet.next_page()
            sheet.para("MANUEL D'INSTALLATION ET D'UTILISATION", size=17, style="bold", gap=12)
        first = sheet.page
        for statement, text in words:
            if statement:
                sheet.note("statements", statement)
            sheet.para(text, gap=7)
        for page in range(first, sheet.page + 1):
            sheet.note("languages", language, page)
    sheet.para(
        ("Manufacturer: ", case.manufacturer.named("manufacturer"), "\n", case.manufacturer.block("manufacturer"))
    )


_ENGLISH: tuple[tuple[str, str], ...] = (
    (
        "safety_information",
        "Important safety instructions. Read all safety instructions before you install or use the charging station. There is a risk of electric shock, fire or injury when they are not followed.",
    ),
    (
        "qualified_person",
        "The installation and the maintenance may only be carried out by a qualified electrician who follows the Canadian Electrical Code.",
    ),
    (
        "",
        "Connect the charging cable to the vehicle. The light turns green while the vehicle is charging. Keep the cable dry and hang it up after use. Do not use the station when the cable or the housing is damaged.",
    ),
    (
        "",
        "Clean the housing with a soft cloth once a month and look at the cable and the plug for damage. When the light is red, switch off the circuit breaker and call the service.",
    ),
    (
        "ised_statement",
        "This device contains licence-exempt transmitter(s)/receiver(s) that comply with Innovation, Science and Economic Development Canada's licence-exempt RSS(s). Operation is subject to the following two conditions: (1) This device may not cause interference. (2) This device must accept any interference, including interference that may cause undesired operation of the device.",
    ),
)
_FRENCH: tuple[tuple[str, str], ...] = (
    (
        "safety_information",
        "Consignes de sécurité importantes. Lisez toutes les consignes de sécurité avant d'installer ou d'utiliser la borne de recharge. Il existe un risque de choc électrique, d'incendie ou de blessure si elles ne sont pas respectées.",
    ),
    (
        "qualified_person",
        "L'installation et l'entretien ne peuvent être effectués que par un électricien qualifié qui respecte le Code canadien de l'électricité.",
    ),
    (
        "",
        "Branchez le câble de recharge au véhicule. Le voyant devient vert pendant la recharge du véhicule. Gardez le câble au sec et rangez-le après l'utilisation. N'utilisez pas la borne lorsque le câble ou le boîtier est endommagé.",
    ),
    (
        "",
        "Nettoyez le boîtier avec un chiffon doux une fois par mois et vérifiez l'état du câble et de la fiche. Lorsque le voyant est rouge, coupez le disjoncteur et appelez le service.",
    ),
    (
        "ised_statement",
        "L'émetteur/récepteur exempt de licence contenu dans le présent appareil est conforme aux CNR d'Innovation, Sciences et Développement économique Canada applicables aux appareils radio exempts de licence. L'exploitation est autorisée aux deux conditions suivantes : 1) L'appareil ne doit pas produire de brouillage; 2) L'appareil doit accepter tout brouillage radioélectrique subi, même si le brouillage est susceptible d'en compromettre le fonctionnement.",
    ),
)


def nz_sdoc(case: Case, sheet: Sheet) -> None:
    """The supplier's declaration of a medium-risk article in New Zealand."""
    party = case.importer
    sheet.begin(face=faces.HELVETICA, size=10, top=80, left=70, right=70)
    sheet.para("Supplier Declaration of Conformity New Zealand", size=17, style="bold", align="center", gap=3)
    sheet.para("Declared medium risk article, Electricity (Safety) Regulations 2010", align="center", gap=14)
    sheet.pairs(
        [
            ("Declaration No.:", mark(case.numbers["nz"], document_number=True)),
            ("Supplier:", (party.named("issuer", "importer"), "\n", party.line("importer"))),
            ("Manufacturer:", case.manufacturer.named("manufacturer")),
            ("Trade name:", mark(case.brand, brand=True)),
            ("Product:", mark(case.product_name, product_name=True)),
            ("Models:", models(case)),
            ("Standard(s):", listed(case.safety)),
            ("Date:", dated("issued_on", case.dates["declared"], "long")),
        ],
        label_width=120,
        label_style="bold",
        gap=7,
    )
    sheet.para("We declare that the articles above comply with the standards above and are electrically safe.", gap=6)
    _signed(case, sheet, case.function)


def type_approval(case: Case, sheet: Sheet) -> None:
    """The type approval of a charger by Singapore's transport authority."""
    body = case.body
    sheet.begin(face=faces.SERIF, size=10.5, top=90)
    sheet.para("CERTIFICATE OF APPROVAL", size=18, style="bold", align="center", gap=3)
    sheet.para(
        "Type approval of an electric vehicle charger, Electric Vehicles Charging Act 2022", align="center", gap=16
    )
    sheet.pairs(
        [
            ("Approval No.:", mark(case.numbers["lta"], document_number=True)),
            ("Issued by:", (body.named("issuer"), "\n", body.line("issuer"))),
            ("Applicant:", (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder"))),
            ("Product:", mark(case.product_name, product_name=True)),
            ("Brand:", mark(case.brand, brand=True)),
            ("Model:", models(case)),
            ("Standard:", listed(standards("TR 25:2022"))),
            ("Date of issue:", dated("issued_on", case.dates["certified"], "long")),
        ],
        label_width=120,
        gap=7,
    )


def ptb(case: Case, sheet: Sheet) -> None:
    """The German type examination of a whole station under the law on measuring and calibration."""
    body = case.body
    sheet.begin(face=faces.HELVETICA, size=10, top=80)
    sheet.para("Baumusterprüfbescheinigung", size=20, style="bold", gap=2)
    sheet.para(("nach ", mark("Mess- und Eichgesetz", legal_acts="MessEG"), ", Modul B"), gap=12)
    rows: list[list[Content]] = [
        ["Bescheinigung Nr.", mark(case.numbers["ptb"], document_number=True)],
        ["Konformitätsbewertungsstelle", (body.named("issuer"), "\n", body.line("issuer", "de"))],
        ["Inhaber", case.manufacturer.named("holder")],
        ["Anschrift", case.manufacturer.line("holder", "de")],
        ["Messgerät", mark("Ladeeinrichtung für Elektrofahrzeuge", product_name=True)],
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


def messev(case: Case, sheet: Sheet) -> None:
    """The German declaration under the regulation on measuring and calibration."""
    maker = case.manufacturer
    sheet.begin(face=faces.HELVETICA, size=10, top=80, left=70, right=70)
    sheet.para("Konformitätserklärung nach MessEV", size=17, style="bold", gap=12)
    sheet.pairs(
        [
            ("Nummer:", mark(case.numbers["messev"], document_number=True)),
            ("Hersteller:", (maker.named("manufacturer", "issuer"), "\n", maker.line("manufacturer", "de"))),
            ("Marke:", mark(case.brand, brand=True)),
            ("Messgerät:", mark(case.product_name, product_name=True)),
            ("Typ:", models(case)),
            ("Rechtsvorschrift:", mark("MessEV", legal_acts="MessEV")),
            ("Datum:", dated("issued_on", case.dates["declared"], "dots")),
        ],
        label_width=120,
        label_style="bold",
        gap=7,
    )
    sheet.para("Das bezeichnete Messgerät entspricht den Anforderungen der genannten Verordnung.", gap=6)
    _signed(case, sheet, case.function)


def buy_america(case: Case, sheet: Sheet) -> None:
    """A manufacturer's certification under the waiver of the Federal Highway Administration."""
    maker = case.manufacturer
    sheet.begin(face=faces.SERIF, size=10.5, top=90, left=80, right=80)
    sheet.para("BUY AMERICA CERTIFICATION", size=17, style="bold", align="center", gap=14)
    sheet.pairs(
        [
            ("Certification No.:", mark(case.numbers["buy"], document_number=True)),
            ("Manufacturer:", (maker.named("manufacturer", "issuer"), "\n", maker.line("manufacturer"))),
            ("Product:", mark(case.product_name, product_name=True)),
            ("Models:", models(case)),
            ("Notice:", mark("88 FR 10619", legal_acts="88 FR 10619")),
            ("Date:", dated("issued_on", case.dates["declared"], "month_first")),
        ],
        label_width=120,
        gap=7,
    )
    sheet.para("Final assembly takes place in the United States. 61 % of the cost of components is domestic.", gap=6)
    _signed(case, sheet, case.function)


def ocpp_201(case: Case, sheet: Sheet) -> None:
    """A certificate of interoperability: OCPP 2.0.1, ISO 15118-2 and -20."""
    sheet.begin(face=faces.SANS, size=10, top=90)
    sheet.para("OCPP 2.0.1 Certificate", size=20, style="bold", gap=12)
    rows: list[list[Content]] = [
        ["Certificate number", mark(case.numbers["ocpp"], document_number=True)],
        ["Applicant", case.manufacturer.named("holder")],
        ["Product", mark(case.product_name, product_name=True)],
        ["Model", models(case)],
        ["Firmware version", mark(case.firmware, firmware_version=True)],
        ["Standards", listed(standards("OCPP 2.0.1", "ISO 15118-2:2014", "ISO 15118-20:2022"), "\n")],
        ["Tested by", case.laboratory.named("issuer")],
        ["Date of issue", dated("issued_on", case.dates["certified"], "iso")],
    ]
    sheet.table(rows, (3, 6), head=0, bold_first=True)


def energy_star(case: Case, sheet: Sheet) -> None:
    """A certificate of an ENERGY STAR listing."""
    sheet.begin(face=faces.HELVETICA, size=10, top=90)
    sheet.para("ENERGY STAR Certificate", size=20, style="bold", gap=12)
    sheet.pairs(
        [
            ("ENERGY STAR Unique ID:", mark(case.numbers["star"], document_number=True)),
            ("Brand:", mark(case.brand, brand=True)),
            ("Product:", mark(case.product_name, product_name=True)),
            ("Model:", models(case)),
            ("Partner:", case.manufacturer.named("holder")),
            ("Certified on:", dated("issued_on", case.dates["certified"], "month_first")),
        ],
        label_width=150,
        gap=7,
    )
