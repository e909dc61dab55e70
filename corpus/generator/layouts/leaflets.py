"""A leaflet, a datasheet in French columns, a British declaration and an Italian certificate."""

from corpus.generator import faces
from corpus.generator.case import RADIOS, Case, dated, day, listed, number, plain
from corpus.generator.layouts.declarations import UK_ACTS, models
from corpus.generator.layouts.manuals import words
from corpus.generator.layouts.variety import ink, slashed
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet


def leaflet(case: Case, sheet: Sheet) -> None:
    """An Italian and English user leaflet in two columns, the code at the foot of the page."""
    left, right = words("it"), words("en")

    def foot(s: Sheet) -> None:
        code = mark(case.numbers["manual"], document_number=True)
        s.put(
            s.left + s.width,
            816,
            ("Doc. ", code, " – Ed. ", mark("5", revision=True), " – ", slashed("revised_on", case.dates["manual"])),
            size=6.5,
            align="right",
        )

    sheet.begin(face=faces.SERIF, size=9.5, top=60, footer=foot)
    sheet.para((case.brand), size=16, style="bold", gap=2)
    sheet.para(
        (
            "Istruzioni per l'uso / User instructions: ",
            joined([mark(m, covered_models=True) for m in case.models], " – "),
        ),
        gap=10,
    )
    sheet.note("languages", "it")
    sheet.note("languages", "en")
    for title, text, statement in (
        ("safety", "safety_text", "safety_information"),
        ("use", "use_text", ""),
        ("maintenance", "maintenance_text", ""),
        ("disposal", "disposal_text", "weee_disposal"),
    ):
        sheet.table([[left[title], right[title]], [left[text], right[text]]], (1, 1), ruled="none", pad=4)
        if statement:
            sheet.note("statements", statement)
    sheet.space(12)
    sheet.para(
        (case.manufacturer.named("manufacturer"), ", ", case.manufacturer.line("manufacturer", "it")), size=8, gap=2
    )
    if case.importer.name != case.manufacturer.name:
        sheet.para(
            (
                "Importato da / Imported by: ",
                case.importer.named("importer"),
                ", ",
                case.importer.line("importer", "it"),
            ),
            size=8,
        )


def french_columns(case: Case, sheet: Sheet) -> None:
    """A French datasheet: models across, a code line at the foot."""
    sheet.begin(face=faces.SERIF, size=9, top=60)
    sheet.para(mark("Borne de recharge", product_name=True), size=15, style="bold", gap=2)
    sheet.para("Fiche technique", gap=8)
    count = len(case.models)
    low, high = case.temperature
    pairs = [(model, *case.rating_of(model)) for model in case.models]
    amps: list[Content] = [mark(f"{a} A", rated_current_a=a).with_details(model=m) for m, a, _ in pairs]
    power: list[Content] = [
        mark(f"{plain(k).replace('.', ',')} kW", rated_power_kw=k).with_details(model=m) for m, _, k in pairs
    ]
    rows: list[list[Content]] = [
        ["Référence", *[mark(m, models=True) for m in case.models]],
        ["Alimentation", *[number(case.voltage, "V CA", "rated_voltage_v")] * count],
        ["Intensité max.", *amps],
        ["Puissance max.", *power],
        [
            "Indices de protection",
            *[(mark(case.ip, protection_ip=True), " – ", mark(case.ik, protection_ik=True))] * count,
        ],
        ["Température ambiante", *[mark(f"de {low} °C à +{high} °C", ambient_temperature_c=[low, high])] * count],
        ["Sans fil", *[joined([mark(RADIOS[r].printed.split(" (")[0], radios=r) for r in case.radios], ", ")] * count],
    ]
    sheet.table(rows, (3, *[3] * count), ruled="rows", bold_first=True)
    sheet.space(24)
    code = ("Réf. ", mark(case.numbers["datasheet"], document_number=True), "  indice ", mark("D", revision=True))
    sheet.para((code, "  ", dated("revised_on", case.dates["manual"], "slashes")), size=7.5, gap=2)
    sheet.para((case.manufacturer.named("manufacturer"), " – ", case.manufacturer.line("manufacturer", "fr")), size=7.5)


def uk_table(case: Case, sheet: Sheet) -> None:
    """A UK declaration with the instruments in a table of number and title."""
    sheet.begin(face=faces.SERIF, size=10, top=70)
    sheet.para("Declaration of Conformity (UKCA)", size=17, style="bold", gap=10)
    rows: list[list[Content]] = [
        ["Reference", mark(case.numbers["doc"].replace("DOC", "GB"), document_number=True)],
        ["Product", mark(case.product_name, product_name=True)],
        ["Models", models(case)],
        [
            "Manufacturer",
            (case.manufacturer.named("manufacturer", "issuer"), "\n", case.manufacturer.line("manufacturer")),
        ],
        ["Imported into the UK by", (case.importer.named("importer"), "\n", case.importer.line("importer"))],
    ]
    sheet.table(rows, (3, 7), head=0)
    sheet.space(6)
    sheet.note("statements", "sole_responsibility")
    sheet.para("We declare under our sole responsibility that the product meets:", gap=4)
    acts: list[list[Content]] = [["UK Statutory Instrument", "Title"]]
    for act in case.acts:
        value, title = UK_ACTS[act]
        acts.append([mark(value.replace("SI ", "UK S.I. "), legal_acts=value), title])
    sheet.table(acts, (3, 7), shade=True)
    sheet.space(6)
    sheet.para(("Standards: ", listed(case.all_standards(), ", ")), gap=20)
    sheet.para((mark(case.place, place=True), ", ", dated("issued_on", case.dates["declared"], "month_first")), gap=26)
    ink(case, sheet, case.signatory)
    sheet.para((mark(case.signatory, signatory_name=True), ", ", mark(case.function, signatory_function=True)))


def italian_certificate(case: Case, sheet: Sheet) -> None:
    """An Italian certificate of a voluntary mark: label above value, centred."""
    body = case.body
    sheet.begin(face=faces.SERIF, size=11, top=90, left=80, right=80)
    sheet.para("CERTIFICATO DI CONFORMITÀ", size=18, style="bold", align="center", gap=10)
    for label, value in (
        ("Certificato n.", mark(case.numbers["mark"], document_number=True)),
        ("Titolare", (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder", "it"))),
        ("Stabilimento di produzione", (case.factory.named("factory"), "\n", case.factory.line("factory", "it"))),
        ("Prodotto", mark("Stazione di ricarica", product_name=True)),
        ("Marchio", mark(case.brand, brand=True)),
        ("Modelli", models(case)),
        ("Norma", listed(case.safety[:1])),
        ("Data di rilascio", dated("issued_on", case.dates["certified"], "slashes")),
        ("Scadenza", dated("valid_until", case.dates["until"], "slashes")),
        ("Organismo di certificazione", (body.named("issuer"), "\n", body.line("issuer", "it"))),
    ):
        sheet.para(label, size=8, align="center", gap=0)
        sheet.para(value, align="center", gap=7)
    sheet.signature(sheet.left + 150, sheet.y + 10, case.reviewer)
    sheet.space(22)
    sheet.para(
        (mark(case.reviewer, signatory_name=True), ", ", mark("Direttore", signatory_function=True)), align="center"
    )
    sheet.para(f"Prima emissione {day(case.dates['certified'], 'slashes')}", size=7, align="center")
