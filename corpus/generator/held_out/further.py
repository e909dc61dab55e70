"""Further held-out layouts: a Spanish form, a short declaration, ISO in German, a Dutch type examination, RoHS, PCN."""

from corpus.generator import faces
from corpus.generator.case import Case, dated, listed, standard
from corpus.generator.held_out.declarations import names, plain_day
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet


def spanish_form(case: Case, sheet: Sheet) -> None:
    """A Spanish form with a heading bar over each boxed value."""
    sheet.begin(face=faces.HELVETICA, size=9.5, top=60)
    sheet.para("Declaración UE de Conformidad", size=16, style="bold", align="center", gap=10)
    sheet.note("statements", "sole_responsibility")

    def block(title: str, value: Content) -> None:
        sheet.table([[title], [value]], (1,), shade=True)
        sheet.space(4)

    block("Número de la declaración", mark(case.numbers["doc"], document_number=True))
    block(
        "Fabricante",
        (case.manufacturer.named("manufacturer", "issuer"), "\n", case.manufacturer.line("manufacturer", "es")),
    )
    block(
        "Producto",
        (mark("Cargador para vehículos eléctricos", product_name=True), "\nMarca: ", mark(case.brand, brand=True)),
    )
    block("Modelos incluidos", names(case, "\n"))
    block("Directivas", joined([mark(act, legal_acts=act) for act in case.acts], "   "))
    block("Normas armonizadas y especificaciones", listed(case.all_standards(), "\n", "spaced"))
    sheet.para("La presente declaración se expide bajo la exclusiva responsabilidad del fabricante.", gap=14)
    sheet.table(
        [
            ["Lugar", "Fecha", "Nombre", "Cargo"],
            [
                mark(case.place, place=True),
                dated("issued_on", case.dates["declared"], "slashes"),
                mark(case.signatory, signatory_name=True),
                mark(case.function, signatory_function=True),
            ],
        ],
        (2, 2, 3, 3),
    )
    sheet.space(30)
    sheet.note("signed", "yes")
    sheet.signature(sheet.left + 200, sheet.y, case.signatory)
    sheet.para("Firma", align="center")


def short_declaration(case: Case, sheet: Sheet) -> None:
    """The simplified declaration in Spanish, Dutch and Polish on a slip."""
    sheet.begin(face=faces.SERIF, size=10, top=80, left=70, right=70)
    url = f"https://www.{case.brand.lower()}.example/conformity"
    maker = case.manufacturer.named("manufacturer", "issuer")
    act = mark("2014/53/EU", legal_acts=True)
    european = mark("2014/53/UE", legal_acts="2014/53/EU")
    for language, text in (
        ("es", ("Por la presente, ", maker, " declara que el tipo de equipo radioeléctrico ", names(case), " es conforme con la Directiva ", european, ". El texto completo de la declaración UE de conformidad está disponible en la dirección Internet siguiente: ", url)),
        ("nl", ("Hierbij verklaar ik, ", maker, ", dat het type radioapparatuur ", names(case), " conform is met Richtlijn ", act, ". De volledige tekst van de EU-conformiteitsverklaring kan worden geraadpleegd op het volgende internetadres: ", url)),
        ("pl", (maker, " niniejszym oświadcza, że typ urządzenia radiowego ", names(case), " jest zgodny z dyrektywą ", european, ". Pełny tekst deklaracji zgodności UE jest dostępny pod następującym adresem internetowym: ", url)),
    ):  # fmt: skip
        sheet.note("languages", language)
        sheet.note("statements", "simplified_doc")
        sheet.para(f"[{language}]", size=8, style="bold", gap=1)
        sheet.para(text, gap=10)


def german_iso(case: Case, sheet: Sheet) -> None:
    """A German ISO 9001 certificate."""
    body = case.body
    sheet.begin(face=faces.SANS, size=11, top=110, left=90, right=90)
    sheet.para("Zertifikat", size=28, style="bold", gap=10)
    sheet.para((body.named("issuer"), "\nbescheinigt, dass das Unternehmen"), gap=8)
    sheet.para((case.manufacturer.named("holder"), "\n", case.manufacturer.block("holder", "de")), style="bold", gap=8)
    sheet.para("für den Geltungsbereich Entwicklung und Fertigung von Ladeeinrichtungen", gap=4)
    sheet.para(
        ("ein Managementsystem nach ", standard("ISO 9001:2015").mark(), " eingeführt hat und anwendet."), gap=16
    )
    sheet.pairs(
        [
            ("Zertifikats-Registrier-Nr.", mark(case.numbers["iso"], document_number=True)),
            ("Ausstellungsdatum", dated("issued_on", case.dates["certified"], "dots")),
            ("Gültigkeit bis", dated("valid_until", case.dates["until"], "dots")),
        ],
        label_width=180,
    )
    sheet.space(30)
    sheet.signature(sheet.left, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para(
        (mark(case.reviewer, signatory_name=True), "\n", mark("Leiter der Zertifizierung", signatory_function=True))
    )


def dutch_examination(case: Case, sheet: Sheet) -> None:
    """An EU-type examination certificate in Dutch and English under the Radio Equipment Directive."""
    body = case.body
    sheet.begin(face=faces.SERIF, size=10, top=70)
    sheet.para("EU-TYPEONDERZOEKSCERTIFICAAT", size=16, style="bold", gap=0)
    sheet.para("EU-type examination certificate", style="italic", gap=12)
    rows: list[list[Content]] = [
        ["Nummer / Number", mark(case.numbers["type"], document_number=True)],
        [
            "Aangemelde instantie / Notified body",
            (body.named("issuer"), " (", mark(body.number, issuer_body_number=True), ")"),
        ],
        ["Adres / Address", body.line("issuer", "nl")],
        ["Richtlijn / Directive", (mark("2014/53/EU", legal_acts=True), ", bijlage III / annex III")],
        ["Aanvrager / Applicant", (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder", "nl"))],
        ["Fabrikant / Manufacturer", case.manufacturer.named("manufacturer")],
        ["Product", mark(case.product_name, product_name=True)],
        ["Merk / Brand", mark(case.brand, brand=True)],
        ["Type", names(case)],
        ["Toegepaste normen / Standards", listed(case.radio + case.cyber, "\n")],
        ["Afgegeven op / Issued on", dated("issued_on", case.dates["certified"], "long", "nl")],
        ["Geldig tot / Valid until", dated("valid_until", case.dates["until"], "long", "nl")],
    ]
    sheet.table(rows, (3, 6), head=0, ruled="rows")
    sheet.space(30)
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para((mark(case.reviewer, signatory_name=True), ", ", mark("Certificatiemanager", signatory_function=True)))


def substances_report(case: Case, sheet: Sheet) -> None:
    """An English RoHS report with the conclusion in a sentence."""
    lab = case.laboratory
    sheet.begin(face=faces.TIMES, size=10.5, top=70, left=64, right=64)
    sheet.para(lab.named("issuer"), style="bold", gap=1)
    sheet.para(lab.line("issuer"), size=8.5, gap=12)
    sheet.para(("Analysis Report ", mark(case.numbers["rohs"], document_number=True)), size=15, style="bold", gap=2)
    sheet.para(("issued ", dated("issued_on", case.dates["issued"], "long")), gap=10)
    sheet.para(("Submitted by: ", case.manufacturer.named("holder"), ", ", case.manufacturer.line("holder")), gap=3)
    sheet.para(("Sample description: ", mark(case.product_name, product_name=True), ", model ", names(case)), gap=3)
    sheet.para(
        (
            "Sample received on ",
            mark(plain_day(case.dates["received"]), received_on=case.dates["received"].isoformat()),
            ".",
        ),
        gap=8,
    )
    acts = (mark("2011/65/EU", legal_acts=True), " as amended by ", mark("(EU) 2015/863", legal_acts=True))
    sheet.para(
        (
            "Based on the tests performed, the submitted sample ",
            mark("complies", result="pass"),
            " with the limits of Directive ",
            acts,
            ".",
        ),
        gap=10,
    )
    rows: list[list[Content]] = [["Substance", "Method", "Result (mg/kg)", "Limit (mg/kg)"]]
    for name, limit in (
        ("Pb", "1000"),
        ("Cd", "100"),
        ("Hg", "1000"),
        ("Cr(VI)", "1000"),
        ("PBB", "1000"),
        ("DEHP", "1000"),
    ):
        rows.append([name, "ICP-OES" if len(name) < 3 else "GC-MS", "n.d.", limit])
    sheet.table(rows, (2, 3, 3, 3))
    sheet.space(30)
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para(("Signed for the laboratory: ", mark(case.reviewer, signatory_name=True)))


def change(case: Case, sheet: Sheet) -> None:
    """A German change note."""
    sheet.begin(face=faces.HELVETICA, size=10, top=70)
    sheet.para("Änderungsmitteilung", size=18, style="bold", gap=8)
    sheet.pairs(
        [
            ("Mitteilung Nr.", mark(case.numbers["letter"].replace("EQ", "AM"), document_number=True)),
            ("Ausgestellt am", dated("issued_on", case.dates["manual"], "dots")),
            ("Aussteller", case.manufacturer.named("issuer", "manufacturer")),
            ("Betroffene Typen", names(case)),
            ("Gegenstand", "Neuer Lieferant der Ladesteckdose; Leiterplatte geändert"),
            ("Neuer Hardwarestand", mark(case.hardware, hardware_version=True)),
        ],
        label_width=140,
        gap=5,
    )
