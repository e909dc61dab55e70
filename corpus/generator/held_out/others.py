"""Held-out manuals, datasheets and small papers: columns of models, a Chinese manual, a Spanish one, a shipping table."""

from corpus.generator import faces
from corpus.generator.case import RADIOS, Case, dated, number, plain
from corpus.generator.held_out.declarations import plain_day
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet


def columns_datasheet(case: Case, sheet: Sheet) -> None:
    """Models as columns, properties as rows, a note with the document code at the edge."""
    sheet.begin(face=faces.HELVETICA, size=8.5, top=56)
    sheet.para(
        (mark(case.product_name, product_name=True), " – technical specifications"), size=14, style="bold", gap=10
    )
    rows: list[list[Content]] = [["", *[mark(m, models=True) for m in case.models]]]
    count = len(case.models)

    def same(value: Content) -> list[Content]:
        return [value] * count

    ratings = [case.rating_of(m) for m in case.models]
    rows.append(["Input", *same(number(case.voltage, "VAC", "rated_voltage_v"))])
    rows.append(["Max. current", *[mark(f"{a} A", rated_current_a=a) for a, _ in ratings]])
    field = "output_power_kw" if case.direct else "rated_power_kw"
    rows.append(["Max. power", *[mark(f"{plain(k)} kW", **{field: k}) for _, k in ratings]])
    rows.append(["Frequency", *same(number(case.frequency, "Hz", "rated_frequency_hz"))])
    rows.append(["Enclosure", *same((mark(case.ip, protection_ip=True), " / ", mark(case.ik, protection_ik=True)))])
    low, high = case.temperature
    rows.append(["Ambient", *same(mark(f"{low}...+{high} °C", ambient_temperature_c=[low, high]))])
    outlet = {"type2_socket": "Type 2 socket", "type2_cable": "Type 2 cable, 5 m", "ccs2": "CCS2 cable, 5 m"}[
        case.connectors[0]
    ]
    rows.append(["Outlet", *same(mark(outlet, connectors=case.connectors[0]))])
    radios: Content = joined([mark(RADIOS[r].printed.split(" (")[0], radios=r) for r in case.radios], ", ")
    rows.append(["Wireless", *same(radios if case.radios else "none")])
    sheet.table(rows, (2.4, *[3] * count), shade=True)
    sheet.space(20)
    sheet.para((case.manufacturer.named("manufacturer"), "  ", case.manufacturer.line("manufacturer")), size=7, gap=2)
    sheet.para(
        (
            mark(case.numbers["datasheet"], document_number=True),
            " / rev ",
            mark("03", revision=True),
            " / ",
            mark(plain_day(case.dates["manual"]), revised_on=case.dates["manual"].isoformat()),
        ),
        size=7,
    )


def chinese_manual(case: Case, sheet: Sheet) -> None:
    """A Chinese and English manual: cover, Chinese part, English part, revision on the back."""
    sheet.begin(face=faces.SANS, size=10, top=80)
    sheet.para("电动汽车充电桩", size=24, align="center", gap=4)
    sheet.para("安装使用说明书", size=20, align="center", gap=4)
    sheet.para("Installation and User Manual", size=14, align="center", gap=20)
    sheet.note("languages", "en")
    sheet.para(
        ("适用型号 / Models: ", joined([mark(m, covered_models=True) for m in case.models], ", ")),
        align="center",
        gap=300,
    )
    sheet.note("languages", "zh")
    sheet.para(mark(case.manufacturer.zh, manufacturer=True), align="center", gap=1)
    sheet.para(case.manufacturer.named("manufacturer"), align="center", gap=1)
    sheet.para(case.manufacturer.line("manufacturer"), size=8, align="center")
    sheet.next_page()
    sheet.note("languages", "zh")
    sheet.note("statements", "safety_information")
    sheet.para("一、安全须知", size=13, gap=4)
    sheet.para(
        "安装和使用充电桩之前，请仔细阅读全部安全说明。如不遵守，可能导致触电、火灾或严重伤害。外壳或电缆损坏时请勿使用。",
        gap=4,
    )
    sheet.note("statements", "qualified_person")
    sheet.para("安装、调试和维护必须由有资质的电工完成。", gap=10)
    sheet.para("二、技术参数", size=13, gap=4)
    low, high = case.temperature
    sheet.table(
        [
            ["额定电压", number(case.voltage, "V", "rated_voltage_v")],
            ["额定电流", number(case.current, "A", "rated_current_a")],
            ["额定功率", number(case.power, "kW", "rated_power_kw")],
            ["防护等级", mark(case.ip, protection_ip=True)],
            ["工作温度", mark(f"{low} °C ~ +{high} °C", ambient_temperature_c=[low, high])],
            ["固件版本", mark(case.firmware, firmware_described=True)],
        ],
        (3, 6),
        head=0,
    )
    sheet.next_page()
    sheet.note("languages", "en")
    sheet.para("1. Safety", size=13, style="bold", gap=4)
    sheet.para(
        "Read all safety instructions before installation and use. Failure to follow them can cause electric shock, fire or serious injury.",
        gap=4,
    )
    sheet.note("statements", "safety_information")
    sheet.note("statements", "qualified_person")
    sheet.para("Installation, commissioning and maintenance must be carried out by a qualified electrician.", gap=10)
    sheet.para("2. Use", size=13, style="bold", gap=4)
    sheet.para(
        "Plug the connector into the vehicle and present the card. The light turns green while the vehicle is charging. Press the emergency button only in danger.",
        gap=200,
    )
    sheet.para(
        (
            "文件编号 Doc. No.: ",
            mark(case.numbers["manual"], document_number=True),
            "    版本 Ver.: ",
            mark("V1.3", revision=True),
            "    日期 Date: ",
            dated("revised_on", case.dates["manual"], "chinese"),
        ),
        size=8,
    )


def spanish_manual(case: Case, sheet: Sheet) -> None:
    """A Spanish and Swedish leaflet in two columns, the code and date at the foot of every page."""

    def foot(s: Sheet) -> None:
        code = mark(case.numbers["manual"], document_number=True)
        issue = mark(plain_day(case.dates["manual"]), revised_on=case.dates["manual"].isoformat())
        s.put(s.left, 815, (code, " · ed. ", mark("4", revision=True), " · ", issue), size=6.5)

    sheet.begin(face=faces.SANS, size=9, top=60, footer=foot)
    sheet.para(f"{case.brand}", size=18, style="bold", gap=2)
    sheet.para(
        ("Guía de uso / Bruksanvisning:  ", joined([mark(m, covered_models=True) for m in case.models], " · ")), gap=12
    )
    texts = (
        (
            "Seguridad",
            "Säkerhet",
            "Lea las instrucciones de seguridad antes de utilizar el cargador. El incumplimiento puede provocar descargas eléctricas, incendios o lesiones graves.",
            "Läs säkerhetsanvisningarna innan laddaren används. Om de inte följs kan det leda till elektriska stötar, brand eller allvarliga skador.",
            "safety_information",
        ),
        (
            "Instalación",
            "Installation",
            "La instalación, la puesta en marcha y el mantenimiento solo puede realizarlos un electricista cualificado.",
            "Installation, driftsättning och underhåll får endast utföras av en behörig elektriker.",
            "qualified_person",
        ),
        (
            "Eliminación",
            "Avfallshantering",
            "El contenedor tachado significa que el producto no debe eliminarse con la basura doméstica. Llévelo a un punto de recogida de aparatos eléctricos y electrónicos.",
            "Den överkryssade soptunnan betyder att produkten inte får kastas i hushållsavfallet. Lämna den på en återvinningsstation för elavfall.",
            "weee_disposal",
        ),
    )
    for spanish, swedish, left, right, statement in texts:
        sheet.table([[spanish, swedish], [left, right]], (1, 1), ruled="none", pad=5)
        sheet.note("statements", statement)
    sheet.note("languages", "es")
    sheet.note("languages", "sv")
    sheet.space(14)
    sheet.para(
        (case.manufacturer.named("manufacturer"), ", ", case.manufacturer.line("manufacturer", "es")), size=8, gap=2
    )
    if case.importer.name != case.manufacturer.name:
        sheet.para(
            ("Importador / Importör: ", case.importer.named("importer"), ", ", case.importer.line("importer", "es")),
            size=8,
        )


def delivery(case: Case, sheet: Sheet) -> None:
    """A German Lieferschein with serial numbers as a range per line."""
    sheet.begin(face=faces.HELVETICA, size=9.5, top=70)
    sheet.para(case.manufacturer.named("manufacturer"), size=12, style="bold", gap=20)
    sheet.para(
        ("Lieferschein / Packliste  ", mark(case.numbers["datasheet"].replace("DS", "LS"), document_number=True)),
        size=14,
        style="bold",
        gap=6,
    )
    sheet.para(("Lieferdatum: ", dated("issued_on", case.dates["manual"], "dots")), gap=3)
    sheet.para(("Empfänger: ", case.importer.named("importer"), ", ", case.importer.line("importer", "de")), gap=12)
    rows: list[list[Content]] = [["Pos.", "Artikel", "Seriennummer", "Menge"]]
    for index, serial in enumerate(case.serials):
        rows.append([str(index + 1), mark(case.models[0], models=True), mark(serial, serial_numbers=True), "1"])
    sheet.table(rows, (1, 4, 4, 1.5), ruled="rows")


def acceptance(case: Case, sheet: Sheet) -> None:
    """A Chinese factory inspection record."""
    sheet.begin(face=faces.SANS, size=9, top=60)
    sheet.para("出厂检验报告", size=16, align="center", gap=2)
    sheet.para("FACTORY INSPECTION REPORT", size=11, align="center", gap=10)
    rows: list[list[Content]] = [
        [
            "报告编号 No.",
            mark(case.numbers["datasheet"].replace("DS", "FQC"), document_number=True),
            "检验日期 Date",
            dated("issued_on", case.dates["manual"], "iso"),
        ],
        [
            "产品型号 Model",
            mark(case.models[0], models=True),
            "出厂编号 Serial",
            mark(case.serials[0], serial_numbers=True),
        ],
        [
            "硬件版本 HW",
            mark(case.hardware, hardware_version=True),
            "软件版本 FW",
            mark(case.firmware, firmware_version=True),
        ],
    ]
    sheet.table(rows, (2, 3, 2, 3), head=0)
    sheet.space(8)
    rows = [["检验项目 Item", "要求 Requirement", "结果 Result"]]
    for item, limit in (
        ("外观 Appearance", "无划痕 no scratches"),
        ("绝缘电阻 Insulation", "> 10 MΩ"),
        ("耐压 Dielectric", "2 kV"),
        ("接地电阻 PE", "< 0.1 Ω"),
        ("充电功能 Charging", "正常 normal"),
    ):
        rows.append([item, limit, "合格 OK"])
    sheet.table(rows, (3, 4, 3))
    sheet.space(10)
    sheet.para(("检验结论 Conclusion: ", mark("合格 Pass", result="pass")), gap=16)
    sheet.para(("检验员 Inspector: ", mark(case.engineer, signatory_name=True)), gap=4)
    sheet.stamp(sheet.left + 330, sheet.y - 20, "QC PASSED")
    sheet.para(("生产工厂 Factory: ", case.factory.named("factory")), gap=1)


def changelog(case: Case, sheet: Sheet) -> None:
    """Release notes as a letter with the version in the title and the date below it."""
    sheet.begin(face=faces.TIMES, size=11, top=90, left=72, right=72)
    sheet.para(("Software Release Letter – ", mark(case.firmware, software_version=True)), size=17, style="bold", gap=4)
    sheet.para(("Released ", dated("issued_on", case.dates["manual"], "long")), gap=14)
    sheet.para(("Products: ", joined([mark(m, models=True) for m in case.models], ", ")), gap=4)
    sheet.para(("Boards: ", mark(case.hardware, hardware_version=True)), gap=12)
    for text in (
        "Corrected the restart after a loss of the mains supply.",
        "Improved reporting of energy per session.",
    ):
        sheet.para(f"–  {text}", indent=10, gap=2)
    sheet.space(20)
    sheet.para(case.manufacturer.named("manufacturer", "issuer"))
