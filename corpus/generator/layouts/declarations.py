"""Declarations of conformity in the layouts most makers use: prose, numbered points, boxed table, two languages."""

from functools import cache
from pathlib import Path

import yaml

from corpus.generator import faces
from corpus.generator.case import Case, dated, day, listed
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet


@cache
def words(language: str) -> dict[str, str]:
    """The words of a declaration in that language."""
    path = Path(__file__).parent.parent / "words.yaml"
    found: dict[str, str] = yaml.safe_load(path.read_text(encoding="utf-8"))[language]
    return found


def models(case: Case, separator: str = ", ") -> Content:
    """The designations as printed."""
    shown: list[Content] = [mark(m, models=True) for m in case.models]
    if case.legend:
        last = mark(case.models[-1], models=True).with_details(legend_printed=case.legend)
        shown[-1] = (last, f" ({case.legend})")
    return joined(shown, separator)


def act_lines(case: Case, language: str) -> list[Content]:
    """One line an act, with its usual name."""
    names = {
        "2014/35/EU": "LVD",
        "2014/30/EU": "EMC",
        "2014/53/EU": "RED",
        "2011/65/EU": "RoHS",
        "(EU) 2022/30": "RED Art. 3(3)",
    }
    word = words(language)["directive"]
    lines: list[Content] = []
    for act in case.acts:
        printed = "2011/65/EU" if act == "2011/65/EU" else act
        lines.append((f"{names.get(act, '')} {word} ".lstrip(), mark(printed, legal_acts=act)))
    return lines


def _sign(case: Case, sheet: Sheet, x: float) -> None:
    if case.extra.get("unsigned"):
        return
    sheet.note("signed", "yes")
    sheet.signature(x, sheet.y + 4, case.signatory)


def letterhead(case: Case, sheet: Sheet) -> None:
    """The maker's logo and name at the top of every page."""
    sheet.logo(sheet.left, 24, case.brand)
    sheet.put(sheet.left + sheet.width, 36, case.manufacturer.name, size=8, align="right")
    sheet.put(sheet.left + sheet.width, 47, case.manufacturer.address(case.language), size=7, align="right")


def numbered(case: Case, sheet: Sheet) -> None:
    """The eight points of Decision 768/2008/EC in order, in the case's language."""
    w = words(case.language)

    def head(s: Sheet) -> None:
        letterhead(case, s)

    sheet.begin(face=faces.HELVETICA, size=9.5, top=90, header=head)
    sheet.para(w["title"], size=16, style="bold", align="center", gap=10)
    sheet.para((f"{w['number']} ", mark(case.numbers["doc"], document_number=True)), align="center", gap=12)
    product = mark(w["product_name"], product_name=True)
    sheet.para(("1.  ", w["product"], ": ", product), gap=2)
    sheet.para((w["model"], ": ", models(case)), indent=0, gap=2)
    sheet.para((w["brand"], ": ", mark(case.brand, brand=True)), gap=8)
    sheet.para(("2.  ", w["maker"], ": ", case.manufacturer.named("manufacturer", "issuer")), gap=2)
    sheet.para((w["address"], ": ", case.manufacturer.line("manufacturer", case.language)), gap=8)
    sheet.note("statements", "sole_responsibility")
    sheet.para(("3.  ", w["sole"]), gap=8)
    firmware = (w["firmware"], ": ", mark(case.firmware, firmware_version=True))
    sheet.para(("4.  ", w["object"], ": ", w["product_name"], " ", joined(list(case.models), ", ")), gap=2)
    sheet.para((w["hardware"], ": ", mark(case.hardware, hardware_version=True), "    ", firmware), gap=8)
    sheet.para(("5.  ", w["acts"]), gap=3)
    for line in act_lines(case, case.language):
        sheet.para(("-  ", line), gap=1)
    sheet.space(6)
    sheet.para(("6.  ", w["standards"]), gap=3)
    for item in case.all_standards():
        sheet.para(item.mark(case.extra.get("form", "plain")), gap=1)
    sheet.space(6)
    body = case.extra.get("body_line")
    sheet.para(("7.  ", w["body"], ": ", body or "—"), gap=8)
    sheet.para(("8.  ", w["additional"], ": —"), gap=14)
    _signature_block(case, sheet, w)


def _signature_block(case: Case, sheet: Sheet, w: dict[str, str]) -> None:
    form = case.extra.get("date_form", "long")
    sheet.room(110)
    sheet.para((w["signed"], ": ", case.manufacturer.name), gap=6)
    when: Content = ""
    if not case.extra.get("undated"):
        when = (mark(case.place, place=True), ", ", dated("issued_on", case.dates["declared"], form, case.language))
    sheet.para((w["place"], ": ", when), gap=30)
    if case.extra.get("unsigned"):
        sheet.note("signed", "no")
        sheet.para((w["name"], ": ____________________"), gap=6)
        sheet.para((w["signature"], ": ____________________"), gap=6)
        return
    _sign(case, sheet, sheet.left + 120)
    sheet.space(6)
    name = (mark(case.signatory, signatory_name=True), ", ", mark(case.function, signatory_function=True))
    sheet.para((w["name"], ": ", name), gap=6)
    sheet.para((w["signature"], ":"), gap=6)


def boxed(case: Case, sheet: Sheet) -> None:
    """A boxed form: label cells left, values right, standards in a table by act."""
    w = words(case.language)
    sheet.begin(face=faces.SANS, size=9, top=56)
    sheet.logo(sheet.left, 40, case.brand, size=14)
    sheet.space(34)
    sheet.para(w["title"].upper(), size=14, style="bold", align="center", gap=10)
    rows: list[list[Content]] = [
        [w["number"], mark(case.numbers["doc"], document_number=True)],
        [w["maker"], case.manufacturer.named("manufacturer", "issuer")],
        [w["address"], case.manufacturer.block("manufacturer", case.language)],
        [w["product"], mark(w["product_name"], product_name=True)],
        [w["brand"], mark(case.brand, brand=True)],
        [w["model"], models(case, "\n")],
    ]
    sheet.table(rows, (3, 7), head=0, bold_first=True)
    sheet.space(8)
    sheet.note("statements", "sole_responsibility")
    sheet.para(w["sole"], gap=4)
    sheet.para(w["acts"], gap=4)
    sheet.table(_by_act(case, w), (3, 7), head=1, shade=True)
    sheet.space(12)
    rows = [
        [w["place_only"], mark(case.place, place=True)],
        [w["date"], dated("issued_on", case.dates["declared"], case.extra.get("date_form", "dots"), case.language)],
        [w["name_only"], mark(case.signatory, signatory_name=True)],
        [w["function_only"], mark(case.function, signatory_function=True)],
        [w["signature"], "\n\n"],
    ]
    if case.extra.get("unsigned"):
        rows = [rows[0], rows[1], [w["name_only"], ""], [w["function_only"], ""], rows[4]]
    if case.extra.get("undated"):
        rows[0], rows[1] = [w["place_only"], ""], [w["date"], ""]
    sheet.room(110)
    sheet.table(rows, (3, 7), head=0, bold_first=True)
    sheet.note("signed", "no" if case.extra.get("unsigned") else "yes")
    if not case.extra.get("unsigned"):
        sheet.signature(sheet.left + 190, sheet.y - 16, case.signatory)
        sheet.stamp(sheet.left + 380, sheet.y - 26, case.manufacturer.name[:26])


def _by_act(case: Case, w: dict[str, str]) -> list[list[Content]]:
    form = case.extra.get("form", "spaced")
    groups = {
        "2014/53/EU": case.safety + case.emc + case.radio + case.cyber,
        "2014/35/EU": case.safety,
        "2014/30/EU": case.emc,
        "2011/65/EU": case.substances,
    }
    if "2014/53/EU" in case.acts and "2014/35/EU" in case.acts:
        groups["2014/53/EU"] = case.radio + case.cyber
    rows: list[list[Content]] = [[w["directive"], {"de": "Angewandte Normen"}.get(case.language, "Standards")]]
    for act in case.acts:
        rows.append([mark(act, legal_acts=act), listed(groups.get(act, ()), "\n", form)])
    return rows


def prose(case: Case, sheet: Sheet) -> None:
    """A letter: "We, …, declare under our sole responsibility that the product …", no table at all."""
    sheet.begin(face=faces.TIMES, size=11, top=100, left=72, right=72)
    sheet.para("EC / EU DECLARATION OF CONFORMITY", size=15, style="bold", align="center", gap=18)
    sheet.para("We, the undersigned,", gap=6)
    sheet.para(case.manufacturer.named("manufacturer", "issuer"), style="bold", gap=2)
    sheet.para(case.manufacturer.block("manufacturer"), gap=8)
    sheet.note("statements", "sole_responsibility")
    sheet.para("certify and declare under our sole responsibility that the following apparatus:", gap=8)
    sheet.para(("Product: ", mark(case.product_name, product_name=True)), gap=2)
    sheet.para(("Type designation(s): ", models(case)), gap=2)
    sheet.para(("Trademark: ", mark(case.brand, brand=True)), gap=8)
    acts = joined([mark(a, legal_acts=a) for a in case.acts], " and ")
    sheet.para(
        ("conforms with the essential requirements of Directive ", acts, ", based on these specifications:"), gap=6
    )
    titles = ("Safety and health", "Electromagnetic compatibility", "Radio spectrum", "Cybersecurity", "RoHS")
    groups = (case.safety, case.emc, case.radio, case.cyber, case.substances)
    for title, group in zip(titles, groups, strict=True):
        if group:
            sheet.para(title, style="italic", gap=1)
            sheet.para(listed(group, "\n", case.extra.get("form", "plain")), gap=6)
    reports = [mark(case.numbers[k], references=True) for k in ("safety", "emc")]
    sheet.para(("The technical documentation includes the test reports ", joined(reports, " and "), "."), gap=12)
    sheet.para(("Date of issue: ", dated("issued_on", case.dates["declared"], "month_first")), gap=2)
    sheet.para(("Place of issue: ", mark(case.place, place=True)), gap=12)
    sheet.para(
        ("Signed on behalf of ", case.manufacturer.name, " by ", mark(case.signatory, signatory_name=True)), gap=2
    )
    sheet.para(("Position: ", mark(case.function, signatory_function=True)), gap=26)
    sheet.note("signed", "yes")
    sheet.signature(sheet.left + 20, sheet.y, case.signatory)


def bilingual(case: Case, sheet: Sheet) -> None:
    """Chinese and English side by side in a box, as many Chinese makers issue it."""
    sheet.begin(face=faces.SANS, size=9, top=64)
    sheet.para("EU 符合性声明", size=15, align="center", gap=2)
    sheet.para("EU DECLARATION OF CONFORMITY", size=13, style="bold", align="center", gap=8)
    number = mark(case.numbers["doc"], document_number=True)
    sheet.para(("编号 No.: ", number), align="right", gap=6)
    form = case.extra.get("form", "plain")
    maker = case.manufacturer
    rows: list[list[Content]] = [
        ["制造商名称\nManufacturer", maker.named("manufacturer", "issuer")],
        ["制造商地址\nAddress", maker.line("manufacturer")],
        ["产品名称\nProduct name", mark(case.product_name, product_name=True)],
        ["产品型号\nModel No.", models(case)],
        ["商标\nTrade mark", mark(case.brand, brand=True)],
        ["额定参数\nRatings", ratings(case)],
        ["符合指令\nApplicable directives", joined([mark(a, legal_acts=a) for a in case.acts], "; ")],
        ["适用标准\nApplied standards", listed(case.all_standards(), "\n", form)],
        [
            "测试报告\nTest report No.",
            joined([mark(case.numbers[k], references=True) for k in ("safety", "emc")], "\n"),
        ],
    ]
    sheet.table(rows, (3, 8), head=0)
    sheet.space(8)
    sheet.note("statements", "sole_responsibility")
    sheet.para("我们在此声明,本声明由制造商全权负责签发。", gap=1)
    sheet.para("This declaration is issued under the sole responsibility of the manufacturer.", gap=18)
    name = (mark(case.signatory, signatory_name=True), " / ", mark(case.function, signatory_function=True))
    sheet.pairs(
        [
            ("签发地点 Place:", mark(case.place, place=True)),
            ("签发日期 Date:", dated("issued_on", case.dates["declared"], case.extra.get("date_form", "iso"))),
            ("姓名/职务 Name / Position:", name),
            ("签字 Signature:", ""),
        ],
        label_width=150,
        gap=6,
    )
    sheet.note("signed", "yes")
    sheet.signature(sheet.left + 150, sheet.y - 8, case.signatory)
    sheet.stamp(sheet.left + 330, sheet.y - 40, maker.name[:26])


def ratings(case: Case) -> Content:
    """The ratings on one line, as on the marking plate."""
    v = case.voltage
    wide = f"{v[0]}-{v[1]}" if isinstance(v, tuple) else str(v)
    volts = mark(f"{wide} V~", rated_voltage_v=list(v) if isinstance(v, tuple) else v)
    hertz = mark(f"{case.frequency} Hz", rated_frequency_hz=case.frequency)
    amps = mark(f"{case.current} A", rated_current_a=case.current)
    phases = mark(f"{case.phases}-phase", phases=case.phases)
    if case.direct:
        return ("Input: ", joined([volts, phases, hertz, amps], ", "), "; Output: ", *_output(case))
    kilowatts = mark(f"{case.power:g} kW", rated_power_kw=case.power)
    return joined([volts, phases, hertz, amps, kilowatts], ", ")


def _output(case: Case) -> tuple[Content, ...]:
    low, high = case.output_voltage
    volts = mark(f"{low}-{high} V DC", output_voltage_v=[low, high])
    amps = mark(f"{case.output_current} A", output_current_a=case.output_current)
    return volts, ", max. ", amps, ", ", mark(f"{case.power:g} kW", output_power_kw=case.power)


def simplified(case: Case, sheet: Sheet) -> None:
    """The simplified declaration of RED Annex VII as a leaflet in several languages."""
    sheet.begin(face=faces.SANS, size=9.5, top=70)
    sheet.para("Simplified EU Declaration of Conformity", size=13, style="bold", gap=12)
    url = f"https://www.{case.brand.lower()}.example/doc/{case.models[0].replace('/', '-').replace(' ', '-')}"
    texts = {
        "en": (
            "Hereby, ",
            " declares that the radio equipment type ",
            " is in compliance with Directive ",
            ". The full text of the EU declaration of conformity is available at the following internet address: ",
        ),
        "de": (
            "Hiermit erklärt ",
            ", dass der Funkanlagentyp ",
            " der Richtlinie ",
            " entspricht. Der vollständige Text der EU-Konformitätserklärung ist unter der folgenden Internetadresse verfügbar: ",
        ),
        "fr": (
            "Le soussigné, ",
            ", déclare que l'équipement radioélectrique du type ",
            " est conforme à la directive ",
            ". Le texte complet de la déclaration UE de conformité est disponible à l'adresse internet suivante : ",
        ),
        "it": (
            "Il fabbricante, ",
            ", dichiara che il tipo di apparecchiatura radio ",
            " è conforme alla direttiva ",
            ". Il testo completo della dichiarazione di conformità UE è disponibile al seguente indirizzo Internet: ",
        ),
    }
    for language, (a, b, c, d) in texts.items():
        sheet.para(language.upper(), style="bold", gap=2)
        sheet.note("languages", language)
        sheet.note("statements", "simplified_doc")
        maker = case.manufacturer.named("manufacturer", "issuer")
        sheet.para((a, maker, b, models(case), c, mark("2014/53/EU", legal_acts=True), d, url), gap=10)
    sheet.para((case.manufacturer.name, ", ", case.manufacturer.line("manufacturer")), size=8, gap=2)
    sheet.para(("Rev. ", mark("A", revision=True), " / ", day(case.dates["declared"], "iso")), size=8)
    sheet.note("issued_on", case.dates["declared"].isoformat())


UK_ACTS = {
    "2014/35/EU": ("SI 2016/1101", "Electrical Equipment (Safety) Regulations 2016"),
    "2014/30/EU": ("SI 2016/1091", "Electromagnetic Compatibility Regulations 2016"),
    "2014/53/EU": ("SI 2017/1206", "Radio Equipment Regulations 2017"),
    "2011/65/EU": ("SI 2012/3032", "Restriction of Hazardous Substances Regulations 2012"),
}


def united_kingdom(case: Case, sheet: Sheet) -> None:
    """The declaration for Great Britain in numbered points, statutory instruments by number and title."""
    sheet.begin(face=faces.HELVETICA, size=10, top=70)
    sheet.para("UK DECLARATION OF CONFORMITY", size=16, style="bold", align="center", gap=12)
    number = mark(case.numbers["doc"].replace("DOC", "UK"), document_number=True)
    sheet.para(("Unique identification number: ", number), gap=8)
    sheet.para(("1. Product model: ", models(case), "   Trade mark: ", mark(case.brand, brand=True)), gap=6)
    maker = case.manufacturer
    sheet.para(("2. Manufacturer: ", maker.named("manufacturer", "issuer"), ", ", maker.line("manufacturer")), gap=6)
    sheet.note("statements", "sole_responsibility")
    sheet.para("3. This declaration of conformity is issued under the sole responsibility of the manufacturer.", gap=6)
    sheet.para(("4. Object of the declaration: ", mark(case.product_name, product_name=True)), gap=6)
    sheet.para("5. The object is in conformity with the relevant statutory instruments:", gap=3)
    for act in case.acts:
        value, title = UK_ACTS[act]
        sheet.para((mark(value.replace("SI ", "SI "), legal_acts=value), "  ", title), indent=16, gap=1)
    sheet.space(6)
    sheet.para("6. References to the relevant designated standards:", gap=3)
    for item in case.all_standards():
        sheet.para(item.mark(), indent=16, gap=1)
    sheet.space(14)
    sheet.para(("Signed for and on behalf of: ", maker.name), gap=4)
    when = dated("issued_on", case.dates["declared"], "long")
    sheet.para(("Place and date of issue: ", mark(case.place, place=True), ", ", when), gap=30)
    _sign(case, sheet, sheet.left + 40)
    sheet.space(6)
    who = (mark(case.signatory, signatory_name=True), ", ", mark(case.function, signatory_function=True))
    sheet.para(("Name, function: ", who))
