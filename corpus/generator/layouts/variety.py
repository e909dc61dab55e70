"""Further development layouts: labels above values, four-column grids, long sentences, editions in their own column."""

from datetime import date

from corpus.generator import faces
from corpus.generator.case import RADIOS, Case, Standard, dated, listed, number, plain, standard
from corpus.generator.layouts.declarations import models, ratings
from corpus.generator.layouts.manuals import words
from corpus.generator.layouts.report_tables import EMC_ITEMS, RADIO_ITEMS
from corpus.generator.layouts.reports import connector
from corpus.generator.marks import Content, Mark, joined, mark
from corpus.generator.sheet import Sheet


def short_dots(field: str, value: date) -> Mark:
    """1.7.2026, no zeros."""
    return mark(f"{value.day}.{value.month}.{value.year}", **{field: value.isoformat()})


def capitals(field: str, value: date) -> Mark:
    """04 MAR 2026."""
    months = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
    return mark(f"{value.day:02d} {months[value.month - 1]} {value.year}", **{field: value.isoformat()})


def slashed(field: str, value: date) -> Mark:
    """2026/03/04."""
    return mark(value.strftime("%Y/%m/%d"), **{field: value.isoformat()})


def ink(case: Case, sheet: Sheet, name: str) -> None:
    """A signature at the pen's place."""
    sheet.note("signed", "yes")
    sheet.signature(sheet.left + 12, sheet.y, name)
    sheet.space(8)


SENTENCES = {
    "fr": ("Nous, ", ", dont le siège est situé ", ", déclarons sous notre seule responsabilité que l'appareil ", ", de marque ", ", type ", ", est conforme aux directives ", " et aux normes suivantes :", "Fait à ", ", le "),
    "en": ("We, ", ", established at ", ", declare under our sole responsibility that the ", ", brand ", ", type ", ", fulfils the requirements of directives ", " and was built to the following standards:", "Done at ", " on "),
    "de": ("Wir, die ", " mit Sitz in ", ", erklären in alleiniger Verantwortung, dass das Gerät ", " der Marke ", ", Typ ", ", den Richtlinien ", " entspricht und nach folgenden Normen gebaut wurde:", "", ", den "),
    "pl": ("My, ", " z siedzibą: ", ", oświadczamy na wyłączną odpowiedzialność, że urządzenie ", " marki ", ", typ ", ", spełnia wymagania dyrektyw ", " oraz norm:", "", ", dnia "),
    "nl": ("Wij, ", ", gevestigd te ", ", verklaren onder onze uitsluitende verantwoordelijkheid dat het product ", " van het merk ", ", type ", ", voldoet aan de richtlijnen ", " en de volgende normen:", "Opgemaakt te ", " op "),
}  # fmt: skip
TITLES = {
    "fr": ("DÉCLARATION UE DE CONFORMITÉ", "Réf. "),
    "en": ("EU DECLARATION OF CONFORMITY", "Ref. "),
    "de": ("EU-KONFORMITÄTSERKLÄRUNG", "Nr. "),
    "pl": ("DEKLARACJA ZGODNOŚCI UE", "Nr "),
    "nl": ("EU-CONFORMITEITSVERKLARING", "Kenmerk: "),
}
PRODUCTS = {
    "fr": "borne de recharge",
    "en": "charging station",
    "de": "Ladestation",
    "pl": "stacja ładowania",
    "nl": "laadstation",
}


def sentence(case: Case, sheet: Sheet) -> None:
    """A declaration in one long sentence, nothing labelled."""
    a, b, c, d, e, f, g, h, i = SENTENCES[case.language]
    title, reference = TITLES[case.language]
    sheet.begin(face=faces.SERIF, size=11, top=110, left=76, right=76)
    sheet.para(title, size=14, style="bold", gap=3)
    sheet.para((reference, mark(case.numbers["doc"], document_number=True)), gap=20)
    sheet.note("statements", "sole_responsibility")
    acts = joined([mark(act, legal_acts=act) for act in case.acts], ", ")
    maker = case.manufacturer
    text: Content = (a, maker.named("manufacturer", "issuer"), b, maker.line("manufacturer", case.language), c)
    text = (text, mark(PRODUCTS[case.language], product_name=True), d, mark(case.brand, brand=True), e, models(case))
    sheet.para((text, f, acts, g), gap=8)
    sheet.para(listed(case.all_standards(), "; ", "plain"), gap=24)
    when = dated("issued_on", case.dates["declared"], "long", case.language)
    sheet.para((h, mark(case.place, place=True), i, when), gap=30)
    ink(case, sheet, case.signatory)
    sheet.para((mark(case.signatory, signatory_name=True)), gap=1)
    sheet.para((mark(case.function, signatory_function=True)), gap=1)


def editions(case: Case, sheet: Sheet) -> None:
    """German, the standards' dates in a column of their own."""
    sheet.begin(face=faces.HELVETICA, size=9.5, top=70)
    sheet.para("Konformitätserklärung", size=18, style="bold", gap=2)
    sheet.para(("Nummer: ", mark(case.numbers["doc"], document_number=True)), gap=10)
    sheet.table(
        [
            ["Aussteller / Hersteller", "Gegenstand"],
            [
                (
                    case.manufacturer.named("manufacturer", "issuer"),
                    "\n",
                    case.manufacturer.block("manufacturer", "de"),
                ),
                (
                    mark("Wallbox", product_name=True),
                    "\nMarke: ",
                    mark(case.brand, brand=True),
                    "\nTyp: ",
                    models(case),
                ),
            ],
        ],
        (1, 1),
        shade=True,
    )
    sheet.space(8)
    sheet.note("statements", "sole_responsibility")
    sheet.para("Die alleinige Verantwortung für die Ausstellung dieser Erklärung trägt der Hersteller.", gap=6)
    acts = joined([mark(act, legal_acts=act) for act in case.acts], ", ")
    sheet.para(("Das Produkt erfüllt die Richtlinien ", acts, "."), gap=6)
    rows: list[list[Content]] = [["Norm", "Ausgabe", "Ergänzung"]]
    for item in case.all_standards():
        bare = Standard(item.designation, None).printed()
        rows.append([mark(bare, standards=item.value()), item.edition or "", ", ".join(item.amendments) or "–"])
    sheet.table(rows, (5, 2, 3), shade=True)
    sheet.space(20)
    sheet.para((mark(case.place, place=True), ", ", short_dots("issued_on", case.dates["declared"])), gap=28)
    ink(case, sheet, case.signatory)
    sheet.para(
        ("i. V. ", mark(case.signatory, signatory_name=True), ", ", mark(case.function, signatory_function=True))
    )


def stacked(case: Case, sheet: Sheet) -> None:
    """A declaration with small labels above their values, two columns."""
    sheet.begin(face=faces.SANS, size=9, top=60)
    sheet.para("EU Declaration of Conformity", size=18, style="bold", gap=10)
    place = (mark(case.place, place=True), ", ", capitals("issued_on", case.dates["declared"]))
    cells: list[tuple[str, Content]] = [
        ("Declaration number", mark(case.numbers["doc"], document_number=True)),
        ("Brand", mark(case.brand, brand=True)),
        ("Manufacturer", case.manufacturer.named("manufacturer", "issuer")),
        ("Address of the manufacturer", case.manufacturer.line("manufacturer")),
        ("Product", mark(case.product_name, product_name=True)),
        ("Models", models(case, "\n")),
        ("Directives", joined([mark(a, legal_acts=a) for a in case.acts], "\n")),
        ("Harmonised standards", listed(case.all_standards(), "\n")),
        ("Place and date", place),
        ("Name", mark(case.signatory, signatory_name=True)),
        ("Position", mark(case.function, signatory_function=True)),
        ("Signature", " "),
    ]
    for left, right in zip(cells[::2], cells[1::2], strict=True):
        sheet.table([[left[0], right[0]]], (1, 1), head=0, ruled="none", size=7)
        sheet.table([[left[1], right[1]]], (1, 1), head=0, ruled="none", size=9.5)
        sheet.space(5)
    sheet.note("signed", "yes")
    sheet.signature(sheet.left + 260, sheet.y - 4, case.signatory)
    sheet.space(12)
    sheet.note("statements", "sole_responsibility")
    sheet.para("Issued under the sole responsibility of the manufacturer.", size=8)


def stacked_certificate(case: Case, sheet: Sheet) -> None:
    """A CB certificate with the label above each value, one column."""
    body = case.body
    sheet.begin(face=faces.SERIF, size=10, top=60, left=70, right=70)
    sheet.para("CB TEST CERTIFICATE", size=16, style="bold", gap=8)
    for label, value in (
        ("Ref. certificate no.", mark(case.numbers["cb"], document_number=True)),
        ("Product", mark(case.product_name, product_name=True)),
        (
            "Name and address of the applicant",
            (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder")),
        ),
        (
            "Name and address of the manufacturer",
            (case.manufacturer.named("manufacturer"), "\n", case.manufacturer.line("manufacturer")),
        ),
        ("Name and address of the factory", (case.factory.named("factory"), "\n", case.factory.line("factory"))),
        ("Rating", (ratings(case), ", ", mark(case.ip, protection_ip=True))),
        ("Trademark", mark(case.brand, brand=True)),
        ("Model/type", models(case)),
        ("The product was found to be in conformity with", listed((standard("IEC 61851-1:2017"),))),
        ("Test report", mark(case.numbers["safety"], references=True)),
        ("Issued by the national certification body", (body.named("issuer"), "\n", body.line("issuer"))),
        ("Date", capitals("issued_on", case.dates["certified"])),
    ):
        sheet.para(label, size=7.5, style="italic", gap=0)
        sheet.para(value, gap=5)
    sheet.signature(sheet.left + 240, sheet.y, case.reviewer)
    sheet.put(sheet.left + 240, sheet.y + 14, mark(case.reviewer, signatory_name=True))


def german_mark(case: Case, sheet: Sheet) -> None:
    """A German certificate in sentences."""
    body = case.body
    sheet.begin(face=faces.SERIF, size=11, top=100, left=80, right=80)
    sheet.para("ZERTIFIKAT", size=24, style="bold", align="center", gap=6)
    sheet.para(("Nr. ", mark(case.numbers["mark"], document_number=True)), align="center", gap=14)
    sheet.para("Die Zertifizierungsstelle der", align="center", gap=1)
    sheet.para(body.named("issuer"), style="bold", align="center", gap=8)
    sheet.para("bescheinigt hiermit der Firma", align="center", gap=1)
    sheet.para(
        (case.manufacturer.named("holder"), "\n", case.manufacturer.block("holder", "de")), align="center", gap=8
    )
    sheet.para(("die Berechtigung, das Prüfzeichen für das Produkt ", mark("Wandladestation", product_name=True), ", Typ ", models(case), ", zu führen. Grundlage ist die Norm ", case.safety[0].mark(), "; Prüfbericht ", mark(case.numbers["safety"], references=True), "."), gap=10)  # fmt: skip
    sheet.para(("Fertigungsstätte: ", case.factory.named("factory"), ", ", case.factory.line("factory", "de")), gap=10)
    until = dated("valid_until", case.dates["until"], "dots")
    sheet.para(
        (
            "Dieses Zertifikat wurde am ",
            dated("issued_on", case.dates["certified"], "dots"),
            " ausgestellt und gilt bis zum ",
            until,
            ".",
        ),
        gap=30,
    )
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para(
        (
            mark(case.reviewer, signatory_name=True),
            ", ",
            mark("Leiter der Zertifizierungsstelle", signatory_function=True),
        )
    )


def grid_report(case: Case, sheet: Sheet) -> None:
    """An EMC report whose cover is a four-column grid; number and page count share one header cell."""
    lab = case.laboratory

    def head(s: Sheet) -> None:
        page = s.page - s.start_page + 1
        shown = ("Report: ", mark(case.numbers["emc"], document_number=True), f"\nPage {page} of {s.pages_total}")
        s.table([[lab.letters, "EMC test report", shown]], (2, 5, 4), head=0, size=8)
        s.space(12)

    sheet.begin(face=faces.SANS, size=8.5, top=36, header=head)
    sheet.para((lab.named("issuer"), ", ", lab.line("issuer")), size=8, gap=3)
    sheet.para(("Accredited: ", mark(lab.accreditation, accreditation=True)), size=8, gap=10)
    rows: list[list[Content]] = [
        ["Client", case.manufacturer.named("holder"), "Report date", capitals("issued_on", case.dates["issued"])],
        ["Client address", case.manufacturer.line("holder"), "Sample received", capitals("received_on", case.dates["received"])],
        ["Manufacturer", case.manufacturer.named("manufacturer"), "Testing started", capitals("tested_from", case.dates["from"])],
        ["Manufacturing site", case.factory.named("factory"), "Testing finished", capitals("tested_to", case.dates["to"])],
        ["Equipment", mark(case.product_name, product_name=True), "Serial number", joined([mark(s, serial_numbers=True) for s in case.serials], ", ")],
        ["Type(s)", models(case), "Hardware", mark(case.hardware, hardware_version=True)],
        ["Trade mark", mark(case.brand, brand=True), "Firmware", mark(case.firmware, firmware_version=True)],
        ["Specification", listed(case.emc, "\n"), "Conclusion", mark("PASSED", result="pass")],
    ]  # fmt: skip
    sheet.table(rows, (2, 4, 2, 3), head=0)
    sheet.space(30)
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para(
        (
            "Approved: ",
            mark(case.reviewer, signatory_name=True),
            ", ",
            mark("Head of Laboratory", signatory_function=True),
        )
    )
    sheet.next_page()
    table: list[list[Content]] = [["No.", "Test", "Port", "Verdict"]]
    for index, item in enumerate(EMC_ITEMS):
        table.append([str(index + 1), item, "AC" if index % 2 else "Enclosure", "PASS"])
    sheet.table(table, (1, 6, 2, 2), ruled="rows")


def centred_report(case: Case, sheet: Sheet) -> None:
    """A radio report with a centred cover, a contents page and facts in running text."""
    lab = case.laboratory

    def foot(s: Sheet) -> None:
        page = s.page - s.start_page + 1
        number_ = mark(case.numbers["radio"], document_number=True)
        s.put(s.page_size[0] / 2, 812, (number_, f"  |  {page} of {s.pages_total}"), size=7.5, align="center")

    sheet.begin(face=faces.HELVETICA, size=10, top=120, footer=foot)
    sheet.para("Radio Test Report", size=24, style="bold", align="center", gap=20)
    sheet.para(
        ("issued for\n", case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder")),
        align="center",
        gap=14,
    )
    sheet.para(("issued by\n", lab.named("issuer"), "\n", lab.line("issuer")), align="center", gap=14)
    sheet.para(("Equipment: ", mark(case.product_name, product_name=True), " ", models(case)), align="center", gap=4)
    sheet.para(("Brand: ", mark(case.brand, brand=True)), align="center", gap=4)
    sheet.para(("Tested to: ", listed(case.radio, ", ", "month")), align="center", gap=4)
    period = (dated("tested_from", case.dates["from"], "long"), " – ", dated("tested_to", case.dates["to"], "long"))
    sheet.para(("Received: ", slashed("received_on", case.dates["received"])), align="center", gap=4)
    sheet.para(("Tested: ", period), align="center", gap=4)
    sheet.para(("Issued: ", slashed("issued_on", case.dates["issued"])), align="center", gap=4)
    sheet.para(("Result: ", mark("all tests passed", result="pass")), align="center", gap=4)
    sheet.next_page()
    sheet.para("Contents", size=13, style="bold", gap=6)
    for index, title in enumerate(("Equipment under test", "Test results", "Uncertainty")):
        sheet.para(f"{index + 1}  {title} {'. ' * 40}{index + 3}", gap=2)
    sheet.next_page()
    sheet.para("1  Equipment under test", size=13, style="bold", gap=6)
    text = ("The sample had hardware ", mark(case.hardware, hardware_version=True), " and ran firmware ")
    sheet.para((text, mark(case.firmware, firmware_version=True), "."), gap=4)
    for name in case.radios:
        radio = RADIOS[name]
        sheet.para(("–  ", radio.mark(), ", ", radio.band, ", ", radio.power), indent=12, gap=2)
    sheet.space(8)
    sheet.para("2  Test results", size=13, style="bold", gap=6)
    rows: list[list[Content]] = [["Parameter", "Result"], *[[item, "passed"] for item in RADIO_ITEMS]]
    sheet.table(rows, (6, 2))
    sheet.space(30)
    sheet.signature(sheet.left + 10, sheet.y, case.reviewer)
    sheet.space(8)
    sheet.para((mark(case.reviewer, signatory_name=True), " (", mark("Laboratory Head", signatory_function=True), ")"))


def columns_datasheet(case: Case, sheet: Sheet) -> None:
    """A German datasheet: one column a model, one row a property."""
    w = words("de")["labels"]
    sheet.begin(face=faces.SANS, size=8.5, top=60)
    sheet.para("Technisches Datenblatt", size=16, style="bold", gap=2)
    sheet.note("brand", case.brand)
    sheet.para(mark("Ladestation", product_name=True), size=11, gap=8)
    count = len(case.models)
    ratings_ = [(model, *case.rating_of(model)) for model in case.models]
    low, high = case.temperature
    amps: list[Content] = [mark(f"{a} A", rated_current_a=a).with_details(model=m) for m, a, _ in ratings_]
    kilowatts: list[Content] = [
        mark(f"{plain(k)} kW".replace(".", ","), rated_power_kw=k).with_details(model=m) for m, _, k in ratings_
    ]
    wireless: Content = joined([RADIOS[r].mark() for r in case.radios], ", ")
    rows: list[list[Content]] = [
        ["Modell", *[mark(m, models=True) for m in case.models]],
        [w[0], *[number(case.voltage, "V", "rated_voltage_v")] * count],
        [w[1], *amps],
        [w[2], *kilowatts],
        [w[3], *[number(case.frequency, "Hz", "rated_frequency_hz")] * count],
        [w[4], *[mark(case.ip, protection_ip=True)] * count],
        [w[5], *[mark(case.ik, protection_ik=True)] * count],
        [w[6], *[mark(f"{low} … +{high} °C", ambient_temperature_c=[low, high])] * count],
        [w[8], *[connector(case)] * count],
        ["Funk", *[wireless] * count],
    ]
    sheet.table(rows, (3, *[3] * count), shade=True, bold_first=True)
    sheet.space(16)
    code = (
        mark(case.numbers["datasheet"], document_number=True),
        "  Stand ",
        short_dots("revised_on", case.dates["manual"]),
    )
    sheet.para((code, "  Index ", mark("C", revision=True)), size=7.5, gap=2)
    sheet.para((case.manufacturer.named("manufacturer"), ", ", case.manufacturer.line("manufacturer", "de")), size=7.5)
