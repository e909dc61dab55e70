"""More development layouts in other languages and habits: Polish, Italian, French, Danish-style references, leaflets."""

from corpus.generator import faces
from corpus.generator.case import Case, Standard, dated, listed, standards
from corpus.generator.layouts.declarations import models, ratings
from corpus.generator.layouts.report_tables import CLAUSES, COMPONENTS
from corpus.generator.layouts.variety import ink, slashed
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet


def polish_report(case: Case, sheet: Sheet) -> None:
    """A Polish safety report, English in brackets; number in the footer, the date beside the name that approved."""
    lab = case.laboratory

    def foot(s: Sheet) -> None:
        page = s.page - s.start_page + 1
        number_ = mark(case.numbers["safety"], document_number=True)
        s.put(s.left, 812, ("Sprawozdanie nr ", number_), size=7.5)
        s.put(s.left + s.width, 812, f"Strona {page}/{s.pages_total}", size=7.5, align="right")

    sheet.begin(face=faces.SANS, size=9, top=60, footer=foot)
    sheet.para((lab.named("issuer"), "\n", lab.line("issuer", "pl")), size=8, gap=3)
    sheet.para(("Akredytacja ", mark(lab.accreditation, accreditation=True)), size=8, gap=14)
    sheet.para("SPRAWOZDANIE Z BADAŃ", size=18, style="bold", align="center", gap=0)
    sheet.para("(TEST REPORT)", size=10, align="center", gap=12)
    period = (
        "od ",
        dated("tested_from", case.dates["from"], "dots"),
        " do ",
        dated("tested_to", case.dates["to"], "dots"),
    )
    approved = (mark(case.reviewer, signatory_name=True), "\n", dated("issued_on", case.dates["issued"], "dots"))
    rows: list[list[Content]] = [
        ["Zleceniodawca (Client)", (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder", "pl"))],
        ["Producent (Manufacturer)", (case.manufacturer.named("manufacturer"), "\n", case.manufacturer.line("manufacturer", "pl"))],
        ["Zakład produkcyjny (Factory)", (case.factory.named("factory"), "\n", case.factory.line("factory", "pl"))],
        ["Wyrób (Item)", mark("Stacja ładowania", product_name=True)],
        ["Typ (Type)", models(case)],
        ["Znak towarowy (Trade mark)", mark(case.brand, brand=True)],
        ["Numery seryjne (Serial numbers)", joined([mark(s, serial_numbers=True) for s in case.serials], "; ")],
        ["Data przyjęcia próbki (Sample received)", dated("received_on", case.dates["received"], "dots")],
        ["Badania wykonano (Tested)", period],
        ["Podstawa badań (Test basis)", listed(standards("EN IEC 61851-1:2019"), "\n")],
        ["Wynik (Result)", mark("pozytywny / positive", result="pass")],
        ["Zatwierdził (Approved by)", approved],
    ]  # fmt: skip
    sheet.table(rows, (3, 6), head=0)
    sheet.signature(sheet.left + 330, sheet.y - 8, case.reviewer)
    sheet.next_page()
    sheet.para("1. Opis próbki (Description of the sample)", style="bold", gap=4)
    sheet.para(("Dane znamionowe: ", ratings(case), ", ", mark(case.ip, protection_ip=True)), gap=3)
    boards = (
        mark(case.hardware, hardware_version=True),
        "; oprogramowanie: wersja ",
        mark(case.firmware, firmware_version=True),
    )
    sheet.para(("Płyta główna: wersja sprzętu ", boards), gap=10)
    sheet.para("2. Podzespoły krytyczne (Critical components)", style="bold", gap=4)
    table: list[list[Content]] = [["Podzespół", "Wytwórca", "Oznaczenie", "Dane", "Norma"]]
    for part, maker, kind, data, norm, _ in COMPONENTS[:6]:
        table.append([mark(part, components=True), maker, kind, data, norm])
    sheet.table(table, (3, 3, 3, 3, 2), size=8)
    sheet.next_page()
    verdicts: list[list[Content]] = [["Punkt", "Wymaganie", "Ocena"]]
    for clause, title, verdict in CLAUSES[:20]:
        verdicts.append([clause, title, verdict])
    sheet.table(verdicts, (1.4, 8, 1.4), size=8)


def italian_report(case: Case, sheet: Sheet) -> None:
    """An Italian EMC report: number in title and header, facts in a list without boxes."""
    lab = case.laboratory

    def head(s: Sheet) -> None:
        page = s.page - s.start_page + 1
        number_ = mark(case.numbers["emc"], document_number=True)
        s.put(s.left, 38, ("Rapporto di prova n. ", number_, f"  –  pagina {page} di {s.pages_total}"), size=8)

    sheet.begin(face=faces.TIMES, size=10.5, top=80, left=64, right=64, header=head)
    sheet.para(lab.named("issuer"), size=13, style="bold", gap=1)
    sheet.para(lab.line("issuer", "it"), size=9, gap=16)
    sheet.para(("Rapporto di prova n. ", mark(case.numbers["emc"], document_number=True)), size=17, style="bold", gap=3)
    sheet.para("Compatibilità elettromagnetica", gap=12)
    period = (
        "dal ",
        dated("tested_from", case.dates["from"], "slashes"),
        " al ",
        dated("tested_to", case.dates["to"], "slashes"),
    )
    rows: list[tuple[Content, Content]] = [
        ("Rilasciato a", (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder", "it"))),
        ("Costruttore", (case.manufacturer.named("manufacturer"), "\n", case.manufacturer.line("manufacturer", "it"))),
        ("Luogo di produzione", (case.factory.named("factory"), "\n", case.factory.line("factory", "it"))),
        ("Apparecchio in prova", mark("Stazione di ricarica", product_name=True)),
        ("Modello", models(case)),
        ("Marchio", mark(case.brand, brand=True)),
        ("Norme di riferimento", listed(case.emc, "\n", "wide")),
        ("Data di ricevimento", dated("received_on", case.dates["received"], "slashes")),
        ("Periodo delle prove", period),
        ("Data di emissione", dated("issued_on", case.dates["issued"], "long", "it")),
        ("Esito", mark("CONFORME", result="pass")),
    ]
    sheet.pairs(rows, label_width=150, label_style="italic", gap=5)
    sheet.space(24)
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para(
        (mark(case.reviewer, signatory_name=True), ", ", mark("Responsabile del laboratorio", signatory_function=True))
    )
    sheet.next_page()
    table: list[list[Content]] = [["Prova", "Criterio", "Esito"]]
    for item in (
        "Emissioni condotte",
        "Emissioni irradiate",
        "Armoniche",
        "Scariche elettrostatiche",
        "Transitori veloci",
        "Impulsi",
    ):
        table.append([item, "B", "C"])
    sheet.table(table, (5, 2, 2), ruled="rows")


def german_cyber(case: Case, sheet: Sheet) -> None:
    """A German assessment to EN 18031 with the facts in a four-column grid."""
    lab = case.laboratory
    sheet.begin(face=faces.SANS, size=8.5, top=56)
    sheet.para("Bewertungsbericht Cybersicherheit", size=17, style="bold", gap=3)
    sheet.para(
        (
            lab.named("issuer"),
            ", ",
            lab.line("issuer", "de"),
            "; Akkreditierung ",
            mark(lab.accreditation, accreditation=True),
        ),
        size=8,
        gap=12,
    )
    rows: list[list[Content]] = [
        [
            "Bericht",
            mark(case.numbers["cyber"], document_number=True),
            "Berichtsdatum",
            slashed("issued_on", case.dates["issued"]),
        ],
        ["Antragsteller", case.manufacturer.named("holder"), "Beginn", slashed("tested_from", case.dates["from"])],
        ["Hersteller", case.manufacturer.named("manufacturer"), "Ende", slashed("tested_to", case.dates["to"])],
        ["Gerät", mark("Wallbox", product_name=True), "Geprüfte Firmware", mark(case.firmware, firmware_version=True)],
        ["Modell(e)", models(case), "Geprüfte Hardware", mark(case.hardware, hardware_version=True)],
        ["Norm(en)", listed(case.cyber, "\n"), "Ergebnis", mark("bestanden", result="pass")],
    ]
    sheet.table(rows, (2, 4, 2.4, 3), head=0)
    sheet.space(12)
    table: list[list[Content]] = [["Mechanismus", "Konzept", "Funktion", "Urteil"]]
    for code in ("ACM", "AUM", "SUM", "SSM", "SCM", "RLM", "CCK", "GEC", "CRY"):
        table.append([code, "erfüllt", "erfüllt", "P"])
    sheet.table(table, (3, 3, 3, 2))
    sheet.space(30)
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para(
        (
            "Freigegeben: ",
            mark(case.reviewer, signatory_name=True),
            ", ",
            mark("Fachzertifizierer", signatory_function=True),
        )
    )


def same_product(case: Case, sheet: Sheet) -> None:
    """An OEM's letter in sentences: the customer's model and its own are the same product."""
    oem = case.factory
    sheet.begin(face=faces.HELVETICA, size=10.5, top=80, left=72, right=72)
    sheet.para(oem.named("issuer"), size=12, style="bold", gap=1)
    sheet.para(oem.line("issuer"), size=8, gap=20)
    sheet.para("CONFIRMATION OF IDENTICAL PRODUCTS", size=13, style="bold", gap=10)
    sheet.para(("Our reference ", mark(case.numbers["letter"], document_number=True)), gap=3)
    sheet.para(("Date ", dated("issued_on", case.dates["declared"], "long")), gap=14)
    sheet.para("To whom it may concern,", gap=8)
    for own, original in zip(case.models, case.oem_model.split(", "), strict=False):
        text = ("we confirm that ", mark(own, models=True), " of the brand ", mark(case.brand, brand=True), " and our ")
        sheet.para(
            (
                text,
                mark(original, models=True),
                " are the same product. They are made on the same line with the same parts.",
            ),
            gap=6,
        )
    sheet.note("construction", "unchanged")
    sheet.para(("Please refer to report ", mark(case.numbers["safety"], references=True), "."), gap=26)
    ink(case, sheet, case.reviewer)
    sheet.para((mark(case.reviewer, signatory_name=True), "\n", mark("Export Manager", signatory_function=True)))


def version_table(case: Case, sheet: Sheet) -> None:
    """German release notes: the newest version stands in the first row of a table."""
    sheet.begin(face=faces.SANS, size=9.5, top=70)
    sheet.para("Versionshinweise zur Firmware", size=17, style="bold", gap=6)
    sheet.para(("Modelle: ", models(case)), gap=3)
    sheet.para(("Für Hardware: ", mark(case.hardware, hardware_version=True)), gap=8)
    rows: list[list[Content]] = [
        ["Version", "Freigabe", "Änderungen"],
        [
            mark(case.firmware, firmware_version=True),
            dated("issued_on", case.dates["manual"], "dots"),
            "Fehler beim Wiederanlauf nach Netzausfall behoben.",
        ],
    ]
    sheet.table(rows, (2, 2, 7), shade=True)
    sheet.space(20)
    sheet.para(case.manufacturer.named("manufacturer", "issuer"), size=8)


def bare_reference(case: Case, sheet: Sheet) -> None:
    """A French declaration with short labels and no numbering, the product line "brand – models"."""
    sheet.begin(face=faces.SANS, size=10, top=80, left=66, right=66)
    sheet.para("Déclaration de conformité", size=19, style="bold", gap=0)
    sheet.para("Union européenne", size=10, gap=12)
    sheet.pairs(
        [
            ("Document", mark(case.numbers["doc"], document_number=True)),
            (
                "Constructeur",
                (
                    case.manufacturer.named("manufacturer", "issuer"),
                    "\n",
                    case.manufacturer.block("manufacturer", "fr"),
                ),
            ),
            ("Matériel", mark("Borne de recharge murale", product_name=True)),
            ("Marque", mark(case.brand, brand=True)),
            ("Références", models(case, "  /  ")),
        ],
        label_width=100,
        gap=6,
        style="bold",
    )
    sheet.note("statements", "sole_responsibility")
    sheet.para("Le constructeur déclare, sous sa seule responsabilité, que le matériel est conforme :", gap=4)
    for act in case.acts:
        sheet.para(("–  à la directive ", mark(act.replace("/EU", "/UE"), legal_acts=act)), indent=12, gap=1)
    sheet.space(4)
    rows: list[list[Content]] = [["Référence", "Année / version", "Domaine"]]
    for title, group in (
        ("Sécurité", case.safety),
        ("CEM", case.emc),
        ("Radio", case.radio),
        ("Substances", case.substances),
    ):
        for item in group:
            rows.append(
                [mark(Standard(item.designation, None).printed(), standards=item.value()), item.edition or "", title]
            )
    sheet.table(rows, (5, 3, 3), ruled="rows")
    for item in case.cyber:
        sheet.para(("Cybersécurité : ", item.mark()), gap=2)
    sheet.space(20)
    sheet.para((mark(case.place, place=True), ", le ", dated("issued_on", case.dates["declared"], "slashes")), gap=28)
    ink(case, sheet, case.signatory)
    sheet.para((mark(case.signatory, signatory_name=True), " – ", mark(case.function, signatory_function=True)))
