"""Papers of other markets: the British smart-charge-point statement, Chinese certificate and manual, American manual."""

from corpus.generator import faces
from corpus.generator.case import Case, dated, listed, standards
from corpus.generator.layouts.declarations import models
from corpus.generator.layouts.manuals import covered, says
from corpus.generator.marks import Content, mark
from corpus.generator.sheet import Sheet

EFFICIENCY = standards("GB 46519:2025")


def scp_statement(case: Case, sheet: Sheet) -> None:
    """The statement of compliance of a smart charge point, as a letter with a short table."""
    maker = case.manufacturer
    sheet.begin(face=faces.HELVETICA, size=10, top=80, left=70, right=70)
    sheet.para("STATEMENT OF COMPLIANCE", size=16, style="bold", align="center", gap=4)
    act = mark("SI 2021/1467", legal_acts="SI 2021/1467")
    title = ("The Electric Vehicles (Smart Charge Points) Regulations 2021 (", act, ")")
    sheet.para(title, align="center", gap=14)
    sheet.pairs(
        [
            ("Statement no.:", mark(case.numbers["scp"], document_number=True)),
            ("Manufacturer:", maker.named("manufacturer", "issuer")),
            ("Address:", maker.line("manufacturer")),
            ("Brand:", mark(case.brand, brand=True)),
            ("Models:", models(case)),
        ],
        label_width=120,
        label_style="bold",
        gap=6,
    )
    sheet.space(10)
    sheet.para("We state that the smart charge points named above comply with Schedule 1 of the Regulations.", gap=20)
    sheet.para(
        ("Place and date: ", mark(case.place, place=True), ", ", dated("issued_on", case.dates["declared"], "long")),
        gap=24,
    )
    sheet.signature(sheet.left + 20, sheet.y, case.signatory)
    sheet.note("signed", "yes")
    sheet.space(8)
    sheet.para((mark(case.signatory, signatory_name=True), ", ", mark(case.function, signatory_function=True)))


def ccc(case: Case, sheet: Sheet) -> None:
    """The certificate for China compulsory product certification, Chinese with English below."""
    maker = case.manufacturer
    sheet.begin(face=faces.SANS, size=10, top=80)
    sheet.para("中国国家强制性产品认证证书", size=20, align="center", gap=4)
    sheet.para("CERTIFICATE FOR CHINA COMPULSORY PRODUCT CERTIFICATION", size=10, style="bold", align="center", gap=14)
    sheet.pairs(
        [
            ("证书编号 Certificate No.:", mark(case.numbers["ccc"], document_number=True)),
            ("认证委托人 Applicant:", (maker.named("holder"), "\n", maker.line("holder"))),
            ("生产者 Manufacturer:", (maker.named("manufacturer"), "\n", maker.line("manufacturer"))),
            ("生产企业 Factory:", (case.factory.named("factory"), "\n", case.factory.line("factory"))),
            ("产品名称 Product:", mark("电动汽车供电设备", product_name=True)),
            ("型号 Model:", models(case)),
            ("产品标准 Standards:", listed(standards("GB 39752:2024", "GB 44263:2024"), "\n")),
            ("发证日期 Date of issue:", dated("issued_on", case.dates["certified"])),
            ("有效期至 Valid until:", dated("valid_until", case.dates["until"])),
            ("发证机构 Issued by:", (case.body.named("issuer"), "\n", case.body.line("issuer"))),
        ],
        label_width=150,
        gap=7,
    )
    sheet.space(30)
    sheet.stamp(sheet.left + 330, sheet.y - 20, case.body.name[:26])


def efficiency(case: Case, sheet: Sheet) -> None:
    """A report on energy efficiency, labels in Chinese and English."""
    lab = case.laboratory
    sheet.begin(face=faces.SANS, size=9.5, top=80)
    sheet.para("能效检测报告", size=18, align="center", gap=3)
    sheet.para("ENERGY EFFICIENCY TEST REPORT", size=14, style="bold", align="center", gap=14)
    sheet.pairs(
        [
            ("报告编号 Report No.:", mark(case.numbers["efficiency"], document_number=True)),
            ("委托单位 Applicant:", (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder"))),
            ("样品名称 Sample name:", mark("电动汽车供电设备", product_name=True)),
            ("型号 Model:", models(case)),
            ("收样日期 Sample received:", dated("received_on", case.dates["received"])),
            (
                "检测周期 Testing period:",
                (dated("tested_from", case.dates["from"]), " ~ ", dated("tested_to", case.dates["to"])),
            ),
            ("检测依据 Test standard:", listed(EFFICIENCY)),
            ("检测结论 Conclusion:", mark("合格 PASS", result="pass")),
            ("签发日期 Date of issue:", dated("issued_on", case.dates["issued"])),
            ("检测机构 Laboratory:", (lab.named("issuer"), "\n", lab.line("issuer"))),
        ],
        label_width=150,
        gap=6,
    )


def american_manual(case: Case, sheet: Sheet) -> None:
    """An English manual with the notices that the FCC rules and the listing ask for."""
    sheet.begin(face=faces.HELVETICA, size=9.5, top=70)
    sheet.logo(sheet.left, 40, case.brand, size=20)
    sheet.space(20)
    sheet.para("INSTALLATION AND OPERATING MANUAL", size=17, style="bold", gap=8)
    sheet.para(("This manual applies to the following models: ", covered(case)), size=11, gap=6)
    firmware = ("It describes firmware version ", mark(case.firmware, firmware_described=True), ".")
    sheet.para(firmware, gap=3)
    sheet.para(("Hardware version: ", mark(case.hardware, hardware_version=True)), gap=3)
    number = mark(case.numbers["manual"], document_number=True)
    sheet.para(("Document ", number, "   Revision ", mark("1.2", revision=True)), gap=12)
    sheet.para("IMPORTANT SAFETY INSTRUCTIONS", size=13, style="bold", gap=4)
    if says(sheet, "save_instructions", case):
        sheet.note("statements", "keep_manual")
        sheet.para("SAVE THESE INSTRUCTIONS.", style="bold", gap=4)
    for name, text in _AMERICAN:
        if says(sheet, name, case):
            sheet.para(text, gap=6)
    sheet.next_page()
    sheet.para("FCC NOTICES", size=13, style="bold", gap=6)
    for name, text in _NOTICES:
        if says(sheet, name, case):
            sheet.para(text, gap=8)
    sheet.para("Manufacturer", style="bold", gap=2)
    sheet.para((case.manufacturer.named("manufacturer"), "\n", case.manufacturer.block("manufacturer")))
    for page in range(1, sheet.page + 1):
        sheet.note("languages", "en", page)


_AMERICAN = (
    (
        "safety_information",
        "Read all safety instructions before installing or using the charging station. Failure to follow them may cause "
        "electric shock, fire or serious injury.",
    ),
    (
        "qualified_person",
        "Installation and maintenance may only be carried out by a qualified electrician, in accordance with NFPA 70.",
    ),
    (
        "password_required",
        "The default password must be changed at first start; the station does not go online before.",
    ),
)
_NOTICES = (
    (
        "fcc_15_19",
        "This device complies with part 15 of the FCC Rules. Operation is subject to the following two conditions: (1) This "
        "device may not cause harmful interference, and (2) this device must accept any interference received, including "
        "interference that may cause undesired operation.",
    ),
    (
        "fcc_15_21",
        "Changes or modifications not expressly approved by the party responsible for compliance could void the user's "
        "authority to operate the equipment.",
    ),
    (
        "fcc_15_105_b",
        "Note: This equipment has been tested and found to comply with the limits for a Class B digital device, pursuant to "
        "part 15 of the FCC Rules. These limits are designed to provide reasonable protection against harmful interference "
        "in a residential installation.",
    ),
)


def chinese_manual(case: Case, sheet: Sheet) -> None:
    """A Chinese user manual: models and versions on the first page, safety and use below, the maker at the end."""
    sheet.begin(face=faces.SANS, size=10, top=70)
    sheet.para("电动汽车交流充电桩", size=20, align="center", gap=6)
    sheet.para("安装使用说明书", size=18, align="center", gap=16)
    sheet.para(("适用型号：", covered(case)), gap=4)
    sheet.para(("固件版本：", mark(case.firmware, firmware_described=True)), gap=4)
    sheet.para(("硬件版本：", mark(case.hardware, hardware_version=True)), gap=4)
    number = mark(case.numbers["manual"], document_number=True)
    sheet.para(("文件编号：", number, "   版本：", mark("1.2", revision=True)), gap=16)
    sheet.para("一、安全须知", size=13, gap=4)
    for line in _CHINESE:
        sheet.para(line, gap=4)
    sheet.space(10)
    sheet.para(("制造商：", case.manufacturer.named("manufacturer")), gap=2)
    sheet.para(("地址：", case.manufacturer.line("manufacturer")))
    for page in range(1, sheet.page + 1):
        sheet.note("languages", "zh", page)


_CHINESE: tuple[Content, ...] = (
    "使用本产品前，请仔细阅读本说明书，并按照说明书的要求正确安装和使用。",
    "安装、调试和维修工作只能由具有资质的专业电工进行，安装前必须切断电源。",
    "外壳或充电电缆损坏时，请立即停止使用，并联系售后服务人员进行检查和维修。",
    "充电时先将充电枪插入车辆充电接口，指示灯变为绿色表示正在充电。充电结束后，请将充电枪放回枪座。",
    "每年至少检查一次电缆、插头和外壳，每六个月按下测试按钮检查一次漏电保护装置。",
)
