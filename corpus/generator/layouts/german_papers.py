"""German papers: a substances declaration, an identity letter, an acceptance record; and a manual of two columns."""

from corpus.generator import faces
from corpus.generator.case import Case, dated
from corpus.generator.layouts.declarations import models
from corpus.generator.layouts.manuals import words
from corpus.generator.layouts.variety import ink, short_dots
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet


def two_column_manual(case: Case, sheet: Sheet) -> None:
    """German left, French right; code, edition and date at the foot."""
    german, french = words("de"), words("fr")

    def foot(s: Sheet) -> None:
        code = mark(case.numbers["manual"], document_number=True)
        stand = short_dots("revised_on", case.dates["manual"])
        s.put(s.left, 814, (code, "  |  Ausgabe ", mark("3", revision=True), "  |  ", stand), size=7)

    sheet.begin(face=faces.SANS, size=9, top=60, footer=foot)
    sheet.para(
        (case.brand, "  ", joined([mark(m, covered_models=True) for m in case.models], " / ")),
        size=14,
        style="bold",
        gap=4,
    )
    sheet.table([[german["title"], french["title"]]], (1, 1), ruled="none", size=12)
    sheet.note("languages", "de")
    sheet.note("languages", "fr")
    for title, text, statement in (
        ("safety", "safety_text", "safety_information"),
        ("", "qualified", "qualified_person"),
        ("", "rcd", "rcd_protection"),
        ("install", "install_text", ""),
        ("use", "use_text", ""),
        ("disposal", "disposal_text", "weee_disposal"),
    ):
        if title:
            sheet.table([[german[title], french[title]]], (1, 1), ruled="none", size=10)
        sheet.table([[german[text], french[text]]], (1, 1), head=0, ruled="none")
        if statement:
            sheet.note("statements", statement)
    sheet.space(10)
    maker = (case.manufacturer.named("manufacturer"), ", ", case.manufacturer.line("manufacturer", "de"))
    sheet.para(("Hersteller / Fabricant: ", maker), size=8)


def german_substances(case: Case, sheet: Sheet) -> None:
    """A German RoHS confirmation as a letter."""
    sheet.begin(face=faces.HELVETICA, size=10.5, top=90, left=72, right=72)
    sheet.para(case.manufacturer.named("manufacturer", "issuer"), style="bold", gap=1)
    sheet.para(case.manufacturer.block("manufacturer", "de"), gap=24)
    sheet.para(
        ("Bestätigung der RoHS-Konformität ", mark(case.numbers["material"], document_number=True)),
        size=13,
        style="bold",
        gap=12,
    )
    act = (mark("2011/65/EU", legal_acts=True), " in der Fassung von ", mark("(EU) 2015/863", legal_acts=True))
    sheet.para(
        ("Hiermit bestätigen wir, dass unsere Produkte ", models(case), " der Richtlinie ", act, " entsprechen."),
        gap=30,
    )
    sheet.para((mark(case.place, place=True), ", ", dated("issued_on", case.dates["declared"], "long", "de")), gap=30)
    ink(case, sheet, case.signatory)
    sheet.para((mark(case.signatory, signatory_name=True), ", ", mark(case.function, signatory_function=True)))


def german_identity(case: Case, sheet: Sheet) -> None:
    """A German letter of the OEM: the models are of identical construction."""
    oem = case.factory
    sheet.begin(face=faces.TIMES, size=11, top=90, left=72, right=72)
    sheet.para((oem.named("issuer"), "\n", oem.line("issuer", "de")), gap=24)
    sheet.para("Baugleichheitserklärung", size=15, style="bold", gap=4)
    sheet.para(("Nr. ", mark(case.numbers["letter"], document_number=True)), gap=14)
    sheet.para(("Wir bestätigen der ", case.manufacturer.name, ":"), gap=6)
    for own, original in zip(case.models, case.oem_model.split(", "), strict=False):
        pair = ("Das Gerät ", mark(own, models=True), " der Marke ", mark(case.brand, brand=True))
        sheet.para((pair, " ist baugleich mit unserem Gerät ", mark(original, models=True), "."), gap=4)
    sheet.note("construction", "unchanged")
    sheet.para(
        ("Prüfbericht ", mark(case.numbers["safety"], references=True), " gilt für beide Bezeichnungen."), gap=24
    )
    sheet.para(dated("issued_on", case.dates["declared"], "dots"), gap=28)
    ink(case, sheet, case.reviewer)
    sheet.para((mark(case.reviewer, signatory_name=True), ", ", mark("Geschäftsleitung", signatory_function=True)))


def german_acceptance(case: Case, sheet: Sheet) -> None:
    """A German final inspection record, labels left and right."""
    sheet.begin(face=faces.SANS, size=9, top=60)
    sheet.para("Endprüfprotokoll", size=16, style="bold", gap=8)
    rows: list[list[Content]] = [
        ["Protokoll-Nr.", mark(case.numbers["datasheet"].replace("DS", "EP"), document_number=True), "Prüfdatum", short_dots("issued_on", case.dates["manual"])],
        ["Typ", mark(case.models[0], models=True), "Seriennummer", mark(case.serials[0], serial_numbers=True)],
        ["Hardwarestand", mark(case.hardware, hardware_version=True), "Firmware", mark(case.firmware, firmware_version=True)],
    ]  # fmt: skip
    sheet.table(rows, (2, 3, 2, 3), head=0)
    sheet.space(8)
    checks: list[list[Content]] = [["Prüfschritt", "Grenzwert", "Messwert", "i. O."]]
    for item, limit, value in (
        (
            "Schutzleiter",
            "< 0,1 Ω",
            "0,03 Ω",
        ),
        ("Isolation", "> 1 MΩ", "120 MΩ"),
        ("FI-Auslösung", "< 6 mA", "4,8 mA"),
    ):
        checks.append([item, limit, value, "ja"])
    sheet.table(checks, (4, 3, 3, 1.5), shade=True)
    sheet.space(10)
    sheet.para(("Gesamtergebnis: ", mark("bestanden", result="pass")), gap=20)
    sheet.para(("Prüfer: ", mark(case.engineer, signatory_name=True)), gap=2)
    sheet.para(("Werk: ", case.factory.named("factory")))
