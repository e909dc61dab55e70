"""Held-out declarations: parallel columns, editions in a column of their own, letters, an annex, UK and material papers."""

from datetime import date

from corpus.generator import faces
from corpus.generator.case import Case, Standard, dated, listed, standard
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet


def names(case: Case, separator: str = ", ") -> Content:
    """The designations."""
    return joined([mark(model, models=True) for model in case.models], separator)


def _pen(case: Case, sheet: Sheet, x: float, y: float) -> None:
    sheet.note("signed", "yes")
    sheet.signature(x, y, case.signatory)


def parallel(case: Case, sheet: Sheet) -> None:
    """German left, English right, values below both in the middle; rules between the blocks."""
    sheet.begin(face=faces.SERIF, size=9.5, top=70, left=64, right=64)
    sheet.table([["EU-KONFORMITÄTSERKLÄRUNG", "EU DECLARATION OF CONFORMITY"]], (1, 1), ruled="none", size=12)
    sheet.rule(weight=1.5, gap=10)

    def block(german: str, english: str, value: Content) -> None:
        sheet.table([[german, english]], (1, 1), head=0, ruled="none", size=8)
        sheet.para(value, indent=90, gap=8, style="bold")

    block("Dokument-Nr.", "Document no.", mark(case.numbers["doc"], document_number=True))
    block(
        "Wir, der unterzeichnende Hersteller",
        "We, the undersigned manufacturer",
        (case.manufacturer.named("manufacturer", "issuer"), "\n", case.manufacturer.block("manufacturer")),
    )
    sheet.note("statements", "sole_responsibility")
    block(
        "erklären in alleiniger Verantwortung, dass die Geräte der Bauart",
        "declare under our sole responsibility that the equipment of type",
        names(case),
    )
    block("Fabrikmarke", "Trade mark", mark(case.brand, brand=True))
    block(
        "mit den Bestimmungen folgender Richtlinien übereinstimmen",
        "comply with the provisions of the following directives",
        joined([mark(act, legal_acts=act) for act in case.acts], "   "),
    )
    block(
        "Zugrunde gelegte Normen",
        "Standards applied",
        listed(case.all_standards(), "\n", "slash"),
    )
    sheet.rule(gap=24)
    when = case.dates["declared"]
    printed = mark(f"{when.day}.{when.month}.{when.year}", issued_on=when.isoformat())
    sheet.para((mark(case.place, place=True), ", den ", printed), gap=30)
    _pen(case, sheet, sheet.left + 20, sheet.y)
    sheet.space(6)
    sheet.para(("ppa. ", mark(case.signatory, signatory_name=True)), gap=1)
    sheet.para((mark(case.function, signatory_function=True)), gap=1)


def edition_column(case: Case, sheet: Sheet) -> None:
    """Swedish, standards in a table with the edition in its own column, facts in a two-column grid without boxes."""

    def foot(s: Sheet) -> None:
        s.put(
            s.left,
            806,
            (case.manufacturer.name, "  |  ", case.manufacturer.lines[0], "  |  ", case.manufacturer.lines[1]),
            size=7,
        )

    sheet.begin(face=faces.SANS, size=9.5, top=80, left=70, right=70, footer=foot)
    sheet.para("Försäkran om överensstämmelse", size=20, gap=0)
    sheet.para("EU Declaration of Conformity", size=11, style="italic", gap=14)
    sheet.pairs(
        [
            ("Dokument", mark(case.numbers["doc"], document_number=True)),
            (
                "Tillverkare",
                (case.manufacturer.named("manufacturer", "issuer"), ", ", case.manufacturer.line("manufacturer", "sv")),
            ),
            ("Utrustning", mark("Laddbox för elfordon", product_name=True)),
            ("Typbeteckning", names(case, " och ")),
            ("Fabrikat", mark(case.brand, brand=True)),
        ],
        label_width=110,
        gap=5,
        style="bold",
    )
    sheet.space(8)
    sheet.note("statements", "sole_responsibility")
    sheet.para("Tillverkaren försäkrar under eget ansvar att utrustningen uppfyller kraven i följande direktiv:", gap=4)
    for act in case.acts:
        sheet.para(("–  ", mark(act, legal_acts=act)), indent=14, gap=1)
    sheet.space(6)
    rows: list[list[Content]] = [["Standard", "Utgåva", "Avser"]]
    groups = (
        ("Säkerhet", case.safety),
        ("EMC", case.emc),
        ("Radio", case.radio),
        ("Cybersäkerhet", case.cyber),
        ("RoHS", case.substances),
    )
    for title, group in groups:
        for item in group:
            bare = Standard(item.designation, None)
            rows.append([mark(bare.printed(), standards=item.value()), item.edition or "", title])
    sheet.table(rows, (5, 2, 3), ruled="rows")
    sheet.space(24)
    when = case.dates["declared"]
    sheet.para((mark(case.place, place=True), " ", dated("issued_on", when, "iso")), gap=26)
    _pen(case, sheet, sheet.left, sheet.y)
    sheet.space(8)
    sheet.para(mark(case.signatory, signatory_name=True), gap=1)
    sheet.para(mark(case.function, signatory_function=True), gap=1)


def letter(case: Case, sheet: Sheet) -> None:
    """Italian or Spanish, one long sentence by the legal representative, no labels at all."""
    sheet.begin(face=faces.SERIF, size=11, top=120, left=80, right=80)
    italian = case.language == "it"
    title = "DICHIARAZIONE DI CONFORMITÀ UE" if italian else "DECLARACIÓN UE DE CONFORMIDAD"
    sheet.para(title, size=14, style="bold", align="center", gap=4)
    sheet.para(("n. " if italian else "núm. ", mark(case.numbers["doc"], document_number=True)), align="center", gap=22)
    sheet.note("statements", "sole_responsibility")
    who = mark(case.signatory, signatory_name=True)
    role = mark(case.function, signatory_function=True)
    firm = case.manufacturer.named("manufacturer", "issuer")
    address = case.manufacturer.line("manufacturer", case.language)
    product = mark(
        "stazione di ricarica per veicoli elettrici" if italian else "punto de recarga para vehículos eléctricos",
        product_name=True,
    )
    acts = joined([mark(act, legal_acts=act) for act in case.acts], ", ")
    if italian:
        sheet.para(
            (
                "Il sottoscritto ",
                who,
                ", in qualità di ",
                role,
                " della società ",
                firm,
                ", con sede in ",
                address,
                ", dichiara sotto la propria esclusiva responsabilità che il prodotto ",
                product,
                " a marchio ",
                mark(case.brand, brand=True),
                ", modelli ",
                names(case, " e "),
                ", è conforme alle direttive ",
                acts,
                " ed è stato costruito secondo le norme",
            ),
            gap=8,
        )
    else:
        sheet.para(
            (
                "El abajo firmante, ",
                who,
                ", en calidad de ",
                role,
                " de la empresa ",
                firm,
                ", con domicilio en ",
                address,
                ", declara bajo su exclusiva responsabilidad que el producto ",
                product,
                " de la marca ",
                mark(case.brand, brand=True),
                ", modelos ",
                names(case, " y "),
                ", cumple las directivas ",
                acts,
                " y ha sido fabricado conforme a las normas",
            ),
            gap=8,
        )
    for item in case.all_standards():
        sheet.para(item.mark("wide"), indent=40, gap=1)
    sheet.space(20)
    sheet.para(
        (mark(case.place, place=True), ", ", dated("issued_on", case.dates["declared"], "long", case.language)), gap=36
    )
    _pen(case, sheet, sheet.left + 200, sheet.y)
    sheet.para("Il legale rappresentante" if italian else "El representante legal", align="right")


def with_annex(case: Case, sheet: Sheet) -> None:
    """Dutch, points (a) to (f), the models in an annex on the second page, dotted leaders."""

    def foot(s: Sheet) -> None:
        page = s.page - s.start_page + 1
        s.put(s.left + s.width, 810, f"blad {page} van {s.pages_total}", size=7.5, align="right")
        s.put(s.left, 810, ("Kenmerk ", mark(case.numbers["doc"], document_number=True)), size=7.5)

    sheet.begin(face=faces.HELVETICA, size=10, top=80, footer=foot)
    sheet.para("EU-Conformiteitsverklaring", size=17, style="bold", gap=16)
    sheet.para(("(a) Fabrikant .................. ", case.manufacturer.named("manufacturer", "issuer")), gap=1)
    sheet.para(("      gevestigd te ............. ", case.manufacturer.line("manufacturer", "nl")), gap=7)
    sheet.para(
        ("(b) Omschrijving ............ ", mark("Laadpunt voor elektrische voertuigen", product_name=True)), gap=1
    )
    sheet.para(("      Handelsmerk ............. ", mark(case.brand, brand=True)), gap=7)
    sheet.para("(c) Typen ...................... zie bijlage", gap=7)
    sheet.note("statements", "sole_responsibility")
    sheet.para(
        "(d) Deze verklaring wordt verstrekt onder de uitsluitende verantwoordelijkheid van de fabrikant.", gap=7
    )
    sheet.para("(e) Het product voldoet aan:", gap=2)
    for act in case.acts:
        spaced = mark("Richtlijn " + act.replace("/", " / "), legal_acts=act)
        sheet.para(("      ", spaced), gap=1)
    sheet.space(6)
    sheet.para("(f) Toegepaste normen:", gap=2)
    for item in case.all_standards():
        sheet.para(("      ", item.mark("spaced")), gap=1)
    sheet.space(26)
    _pen(case, sheet, sheet.left + 30, sheet.y)
    sheet.space(8)
    sheet.para((mark(case.signatory, signatory_name=True), " – ", mark(case.function, signatory_function=True)), gap=1)
    sheet.para((mark(case.place, place=True), ", ", dated("issued_on", case.dates["declared"], "long", "nl")), gap=1)
    sheet.next_page()
    sheet.para("Bijlage: typen", size=12, style="bold", gap=8)
    rows: list[list[Content]] = [["Type", "Stroom", "Vermogen"]]
    for model in case.models:
        amps, kilowatts = case.rating_of(model)
        power = f"{kilowatts:g}".replace(".", ",")
        rows.append(
            [
                mark(model, models=True),
                mark(f"{amps} A", rated_current_a=amps),
                mark(f"{power} kW", rated_power_kw=kilowatts),
            ]
        )
    sheet.table(rows, (5, 3, 3), ruled="outer")


SIS = (
    ("2016/1101", "Electrical Equipment (Safety) Regulations 2016"),
    ("2016/1091", "Electromagnetic Compatibility Regulations 2016"),
    (
        "2012/3032",
        "Restriction of the Use of Certain Hazardous Substances in Electrical and Electronic Equipment Regulations 2012",
    ),
)
SIS_RADIO = (("2017/1206", "Radio Equipment Regulations 2017"), SIS[2])


def united_kingdom(case: Case, sheet: Sheet) -> None:
    """UK declaration: statutory instruments with their titles, designated standards in a list with BS EN numbers."""
    sheet.begin(face=faces.SANS, size=10, top=80)
    sheet.put(sheet.left + sheet.width, 60, "UKCA", size=22, style="bold", align="right")
    sheet.para("UK Declaration of Conformity", size=18, style="bold", gap=10)
    rows: list[list[Content]] = [
        ["Declaration reference", mark(case.numbers["doc"].replace("DOC", "UKDOC"), document_number=True)],
        ["Apparatus model", names(case, "\n")],
        [
            "Name and address of the manufacturer",
            (case.manufacturer.named("manufacturer", "issuer"), "\n", case.manufacturer.block("manufacturer")),
        ],
        ["UK importer", (case.importer.named("importer"), "\n", case.importer.block("importer"))],
    ]
    sheet.table(rows, (3, 6), head=0, ruled="rows")
    sheet.space(8)
    sheet.note("statements", "sole_responsibility")
    sheet.para(
        "This declaration is issued under the sole responsibility of the manufacturer. The object described above is in conformity with the relevant statutory requirements:",
        gap=4,
    )
    for number_, title in SIS_RADIO if case.radios else SIS:
        sheet.para((title, " (", mark(f"S.I. {number_}", legal_acts=f"SI {number_}"), ")"), indent=14, gap=2)
    sheet.space(6)
    sheet.para("Designated standards and technical specifications:", gap=4)
    for item in (*case.safety, *case.emc):
        british = (
            item
            if item.designation.startswith("EN 301")
            else Standard(f"BS {item.designation}", item.edition, item.amendments)
        )
        sheet.para(british.mark("plain"), indent=14, gap=1)
    sheet.space(24)
    _pen(case, sheet, sheet.left, sheet.y)
    sheet.space(10)
    sheet.table(
        [
            ["Name", "Position", "Place", "Date"],
            [
                mark(case.signatory, signatory_name=True),
                mark(case.function, signatory_function=True),
                mark(case.place, place=True),
                dated("issued_on", case.dates["declared"], "long"),
            ],
        ],
        (1, 1, 1, 1),
        ruled="none",
    )


def substances(case: Case, sheet: Sheet) -> None:
    """A French REACH and RoHS statement."""
    sheet.begin(face=faces.TIMES, size=11, top=100, left=72, right=72)
    sheet.para((case.manufacturer.named("manufacturer", "issuer")), style="bold", gap=1)
    sheet.para(case.manufacturer.block("manufacturer", "fr"), gap=22)
    sheet.para("Attestation RoHS / REACH", size=15, style="bold", align="center", gap=16)
    sheet.para(("Réf. ", mark(case.numbers["material"], document_number=True)), gap=10)
    sheet.para(
        (
            "Nous attestons que les produits ",
            names(case),
            " (",
            mark("borne de recharge", product_name=True),
            ") respectent la directive ",
            mark("2011/65/UE", legal_acts="2011/65/EU"),
            " modifiée par la directive déléguée ",
            mark("(UE) 2015/863", legal_acts="(EU) 2015/863"),
            " et le règlement ",
            mark("(CE) n° 1907/2006", legal_acts="(EC) 1907/2006"),
            ". L'évaluation suit la norme ",
            standard("EN IEC 63000:2018").mark("wide"),
            ".",
        ),
        gap=30,
    )
    sheet.para(
        ("Fait à ", mark(case.place, place=True), ", le ", dated("issued_on", case.dates["declared"], "long", "fr")),
        gap=30,
    )
    _pen(case, sheet, sheet.left + 10, sheet.y)
    sheet.space(8)
    sheet.para((mark(case.signatory, signatory_name=True), ", ", mark(case.function, signatory_function=True)))


def identical(case: Case, sheet: Sheet) -> None:
    """An OEM's statement of identity in sentences, one a model, no table."""
    oem = case.factory
    sheet.begin(face=faces.HELVETICA, size=10.5, top=90, left=70, right=70)
    sheet.para(oem.named("issuer"), size=13, style="bold", gap=1)
    sheet.para(oem.line("issuer"), size=8, gap=24)
    sheet.para("STATEMENT OF IDENTITY OF MODELS", size=14, style="bold", gap=12)
    sheet.para(
        (
            "Statement no. ",
            mark(case.numbers["letter"], document_number=True),
            " of ",
            dated("issued_on", case.dates["declared"], "month_first"),
        ),
        gap=14,
    )
    sheet.para(("For our customer ", case.manufacturer.name, " we state:"), gap=8)
    originals = case.oem_model.split(", ")
    for own, original in zip(case.models, originals, strict=False):
        sheet.para(
            (
                "Model ",
                mark(own, models=True),
                ", sold under the brand ",
                mark(case.brand, brand=True),
                ", is technically identical to our model ",
                mark(original, models=True),
                "; only the marking differs.",
            ),
            gap=6,
        )
    sheet.para(
        (
            "Test report ",
            mark(case.numbers["safety"], references=True),
            " and CB certificate ",
            mark(case.numbers["cb"], references=True),
            " remain applicable.",
        ),
        gap=30,
    )
    sheet.note("signed", "yes")
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.stamp(sheet.left + 250, sheet.y, oem.name[:26])
    sheet.space(10)
    sheet.para((mark(case.reviewer, signatory_name=True), " (", mark("R&D Director", signatory_function=True), ")"))


def plain_day(value: date) -> str:
    """Year/month/day with slashes."""
    return f"{value.year}/{value.month:02d}/{value.day:02d}"
