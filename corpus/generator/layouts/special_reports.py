"""Reports on cybersecurity and on substances."""

from corpus.generator import faces
from corpus.generator.case import Case, dated, listed, plain
from corpus.generator.layouts.declarations import models
from corpus.generator.layouts.reports import total_pages
from corpus.generator.marks import Content, mark
from corpus.generator.sheet import Sheet


def cyber(case: Case, sheet: Sheet) -> None:
    """An EN 18031 assessment report in German and English."""
    lab = case.laboratory

    def foot(s: Sheet) -> None:
        page = s.page - s.start_page + 1
        number = mark(case.numbers["cyber"], document_number=True)
        s.put(s.left, 806, ("Prüfbericht-Nr. / Test report no.: ", number), size=7.5)
        s.put(s.left + s.width, 806, f"Seite {page} von {total_pages(case, s)}", size=7.5, align="right")

    sheet.begin(face=faces.SANS, size=9, top=60, footer=foot)
    sheet.logo(sheet.left, 36, lab.letters)
    sheet.space(24)
    sheet.para("Prüfbericht / Test Report", size=18, style="bold", gap=2)
    sheet.para("Cybersicherheit von Funkanlagen / Cybersecurity of radio equipment", gap=10)
    period = (dated("tested_from", case.dates["from"], "iso"), " – ", dated("tested_to", case.dates["to"], "iso"))
    rows: list[list[Content]] = [
        ["Prüfbericht-Nr.:\nTest report no.:", mark(case.numbers["cyber"], document_number=True)],
        ["Auftraggeber:\nClient:", (case.manufacturer.named("holder"), "\n", case.manufacturer.line("holder"))],
        ["Prüfgegenstand:\nTest item:", mark(case.product_name, product_name=True)],
        ["Bezeichnung / Typ-Nr.:\nIdentification / Type no.:", models(case)],
        [
            "Hardware / Firmware:",
            (mark(case.hardware, hardware_version=True), " / ", mark(case.firmware, firmware_version=True)),
        ],
        ["Prüfgrundlage:\nTest specification:", listed(case.cyber, "\n")],
        ["Wareneingangsdatum:\nDate of sample receipt:", dated("received_on", case.dates["received"], "iso")],
        ["Prüfzeitraum:\nTesting period:", period],
        ["Prüflaboratorium:\nTesting laboratory:", (lab.named("issuer"), "\n", lab.line("issuer"))],
        ["Prüfergebnis*:\nTest result*:", mark("Bestanden / Pass", result="pass")],
        ["Ausstellungsdatum:\nIssue date:", dated("issued_on", case.dates["issued"], "iso")],
        [
            "Genehmigt von:\nAuthorized by:",
            (mark(case.reviewer, signatory_name=True), ", ", mark("Senior Expert", signatory_function=True)),
        ],
    ]
    sheet.table(rows, (3, 6), head=0)
    sheet.para(
        "* Legende / Legend: P(ass) = entspricht / fulfilled; F(ail) = entspricht nicht / not fulfilled; N/A = nicht anwendbar",
        size=7,
    )
    sheet.next_page()
    rows = [["Clause", "Mechanism / requirement", "Assessment", "Verdict"]]
    for clause, text in (
        ("6.1", "Access control mechanism (ACM)"),
        ("6.2", "Authentication mechanism (AUM)"),
        ("6.3", "Secure update mechanism (SUM)"),
        ("6.4", "Secure storage mechanism (SSM)"),
        ("6.5", "Secure communication mechanism (SCM)"),
        ("6.6", "Resilience mechanism (RLM)"),
        ("6.7", "Network monitoring mechanism (NMM)"),
        ("6.8", "Traffic control mechanism (TCM)"),
        ("6.9", "Confidential cryptographic keys (CCK)"),
        ("6.10", "General equipment capabilities (GEC)"),
        ("6.11", "Cryptography (CRY)"),
    ):
        rows.append([clause, text, "see evidence log", "N/A" if clause in ("6.7", "6.8") else "P"])
    sheet.table(rows, (1.2, 5, 3, 1.3))


def rohs(case: Case, sheet: Sheet) -> None:
    """A RoHS screening report, bilingual Chinese and English, with a result table."""
    lab = case.laboratory

    def head(s: Sheet) -> None:
        page = s.page - s.start_page + 1
        s.put(s.left, 36, "检测报告 Test Report", size=12, style="bold")
        number = mark(case.numbers["rohs"], document_number=True)
        s.put(s.left + s.width, 36, ("报告编号 No. ", number), size=8, align="right")
        date_ = dated("issued_on", case.dates["issued"], "iso")
        s.put(
            s.left + s.width,
            48,
            ("日期 Date: ", date_, f"   第 {page} 页 共 {total_pages(case, s)} 页"),
            size=8,
            align="right",
        )

    sheet.begin(face=faces.SANS, size=9, top=74, header=head)
    sheet.pairs(
        [
            ("委托单位 Applicant:", case.manufacturer.named("holder")),
            ("地址 Address:", case.manufacturer.line("holder")),
            ("样品名称 Sample name:", mark(case.product_name, product_name=True)),
            ("型号 Model:", models(case)),
            ("收样日期 Sample received:", dated("received_on", case.dates["received"], "iso")),
            (
                "检测周期 Testing period:",
                (dated("tested_from", case.dates["from"]), " ~ ", dated("tested_to", case.dates["to"])),
            ),
            (
                "检测依据 Test basis:",
                (
                    "Directive ",
                    mark("2011/65/EU", legal_acts=True),
                    " and amendment ",
                    mark("(EU) 2015/863", legal_acts=True),
                ),
            ),
            ("检测结论 Conclusion:", mark("合格 PASS", result="pass")),
        ],
        label_width=150,
        gap=5,
    )
    sheet.space(20)
    sheet.put(sheet.left + 200, sheet.y, ("签发 Approved by: ", mark(case.reviewer, signatory_name=True)))
    sheet.signature(sheet.left + 340, sheet.y, case.reviewer)
    sheet.stamp(sheet.left + 400, sheet.y, lab.name[:28])
    sheet.space(30)
    sheet.put(sheet.left, sheet.y, lab.named("issuer"), style="bold")
    sheet.put(sheet.left, sheet.y + 12, lab.line("issuer"), size=8)
    sheet.next_page()
    rows: list[list[Content]] = [["检测项目 Test item", "单位 Unit", "限值 Limit", "MDL", "结果 Result"]]
    for item, limit in (
        ("铅 Lead (Pb)", 1000),
        ("镉 Cadmium (Cd)", 100),
        ("汞 Mercury (Hg)", 1000),
        ("六价铬 Cr(VI)", 1000),
        ("PBBs", 1000),
        ("PBDEs", 1000),
        ("DEHP", 1000),
        ("BBP", 1000),
        ("DBP", 1000),
        ("DIBP", 1000),
    ):
        rows.append([item, "mg/kg", plain(limit), "2", "N.D."])
    sheet.table(rows, (4, 2, 2, 1.5, 2))
