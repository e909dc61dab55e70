"""Laboratory reports: the IECEE form for safety, a Chinese house's EMC and radio reports, a cyber and a RoHS report."""

from datetime import timedelta

from corpus.generator import faces
from corpus.generator.case import RADIOS, Case, Standard, dated, day, listed, plain, standards
from corpus.generator.layouts.declarations import models, ratings
from corpus.generator.marks import Content, Mark, joined, mark
from corpus.generator.sheet import Sheet

CLAUSES = (
    ("4", "General requirements", "P"),
    ("5.1", "Classification: supply characteristics", "P"),
    ("5.2", "Classification: connection", "P"),
    ("6.2", "EV charging modes", "P"),
    ("6.3.1", "Mandatory functions in Mode 3: continuous continuity checking of the protective conductor", "P"),
    ("6.3.2", "Optional functions: ventilation during charging", "N/A"),
    ("7", "Communications", "P"),
    ("8.1", "Degrees of protection against access to hazardous live parts", "P"),
    ("8.2", "Stored energy", "P"),
    ("8.5", "Residual current protective devices", "P"),
    ("8.7", "Telecommunication network", "N/A"),
    ("9.1", "Conductive electrical interface: functional description", "P"),
    ("10.2", "Adaptors", "P"),
    ("11.4", "Cable assembly: strain relief", "N/A"),
    ("12.2.5", "Rated impulse withstand voltage", "P"),
    ("12.4", "IP degrees for enclosures", "P"),
    ("12.5", "Insulation resistance", "P"),
    ("12.6", "Touch current", "P"),
    ("12.7", "Dielectric withstand voltage", "P"),
    ("12.9", "Temperature rise", "P"),
    ("12.11", "Mechanical strength", "P"),
    ("13.1", "Overload protection of the cable assembly", "P"),
    ("13.3", "Short-circuit protection", "P"),
    ("14", "Automatic reclosing of protective devices", "N/A"),
    ("16.1", "Installation manual of the EV supply equipment", "P"),
    ("16.3", "Marking of EV supply equipment", "P"),
    ("16.5", "Durability test for marking", "P"),
)

COMPONENTS = (
    ("Contactor K1", "Hongyu Relay", "HY-F32", "250 VAC, 40 A", "IEC 61095", "VDE 40041234"),
    ("RCM module", "Senslab", "RCM14-03", "6 mA DC", "IEC 62955", "TÜV R 50512345"),
    ("Energy meter", "Elmetra", "EM340-B", "230/400 V, 65 A", "EN 50470-3", "MID T11502"),
    ("Socket-outlet", "Contego", "T2S-32-A", "480 V, 32 A", "IEC 62196-2", "KEMA 71-102345"),
    ("Terminal block", "Klemmer", "TB-10", "600 V, 57 A", "IEC 60947-7-1", "VDE 40009876"),
    ("PCB", "Guangda Circuits", "GD-M2", "V-0, 130 °C", "UL 796", "UL E251781"),
    ("Enclosure", "Polymax", "PC/ABS 945", "V-0, 80 °C", "UL 94", "UL E45329"),
    ("Power supply", "Minwell", "IRM-20-12", "12 V, 1.8 A", "IEC 62368-1", "TÜV R 50321111"),
)


def total_pages(case: Case, sheet: Sheet) -> int:
    """The page count printed in "x of y"; a case may state more pages than it has (a page is missing)."""
    return sheet.pages_total + int(case.extra.get("missing_pages", 0))


def _trf_header(case: Case, sheet: Sheet) -> None:
    page = sheet.page - sheet.start_page + 1
    if page > 1:
        sheet.put(sheet.left, 40, f"Page {page} of {total_pages(case, sheet)}", size=8)
        report = mark(case.numbers["safety"], document_number=True)
        sheet.put(sheet.left + sheet.width, 40, ("Report No. ", report), size=8, align="right")


def result_word(case: Case) -> tuple[str, str]:
    """The overall verdict as printed and as value."""
    return ("FAIL", "fail") if case.extra.get("failed_clause") else ("Pass", "pass")


def safety_trf(case: Case, sheet: Sheet) -> None:
    """The IECEE test report form: cover in boxes, sample description, models, components, clause table, photos."""

    def head(s: Sheet) -> None:
        _trf_header(case, s)

    sheet.begin(face=faces.SANS, size=8.5, top=56, bottom=50, left=56, right=50, header=head)
    _trf_cover(case, sheet)
    sheet.next_page()
    _trf_particulars(case, sheet)
    sheet.next_page()
    _components(case, sheet)
    sheet.next_page()
    _clauses(case, sheet)
    sheet.next_page()
    _photos(sheet)


def _iec(case: Case) -> tuple[Standard, ...]:
    found: tuple[Standard, ...] = case.extra.get("report_standards") or standards(
        "IEC 61851-1:2017", *(("IEC 61851-23:2014",) if case.direct else ())
    )
    return found


def _trf_cover(case: Case, sheet: Sheet) -> None:
    lab = case.laboratory
    sheet.para("TEST REPORT", size=18, style="bold", align="center", gap=2)
    first = _iec(case)[0]
    sheet.para(first.designation, size=14, style="bold", align="center", gap=2)
    sheet.para(
        "Electric vehicle conductive charging system\nPart 1: General requirements", size=10, align="center", gap=8
    )
    rows: list[list[Content]] = [
        ["Report Number ............................ :", mark(case.numbers["safety"], document_number=True)],
        [
            "Date of issue ............................... :",
            dated("issued_on", case.dates["issued"], case.extra.get("date_form", "iso")),
        ],
        ["Total number of pages .............. :", f"{total_pages(case, sheet)} pages"],
        ["Name of Testing Laboratory preparing the Report ............. :", lab.named("issuer")],
        ["Testing location / address ........... :", lab.line("issuer")],
        ["Accreditation ................................ :", mark(lab.accreditation, accreditation=True)],
        ["Applicant's name ........................ :", case.manufacturer.named("holder")],
        ["Address ........................................ :", case.manufacturer.line("holder")],
        ["Test specification:", ""],
        [
            "Standard ...................................... :",
            listed(_iec(case) + case.extra.get("more_standards", ()), "\n"),
        ],
        ["Test procedure ............................ :", "CB Scheme"],
        ["Test Report Form No. .................. :", "IEC61851_1C"],
        ["Test item description ................... :", mark(case.product_name, product_name=True)],
        ["Trade Mark .................................. :", mark(case.brand, brand=True)],
        [
            "Manufacturer ............................... :",
            (case.manufacturer.named("manufacturer"), "\n", case.manufacturer.line("manufacturer")),
        ],
        ["Model/Type reference ................ :", models(case)],
        [
            "Ratings ........................................ :",
            (ratings(case), ", ", mark(case.ip, protection_ip=True), ", ", mark(case.ik, protection_ik=True)),
        ],
    ]
    sheet.table(rows, (4, 6), head=0, size=8.5)
    sheet.space(10)
    people: list[list[Content]] = [
        ["Tested by (name, function, signature) .... :", f"{case.engineer}, Test Engineer"],
        [
            "Approved by (name, function, signature) .... :",
            (mark(case.reviewer, signatory_name=True), ", ", mark("Technical Manager", signatory_function=True)),
        ],
    ]
    sheet.table(people, (5, 5), head=0, size=8.5, pad=8)
    sheet.signature(sheet.left + 400, sheet.y - 10, case.reviewer)
    sheet.space(8)
    sheet.para(
        "This report is not valid as a CB Test Report unless signed by an approved testing laboratory and appended to a CB Test Certificate.",
        size=7,
    )


def _trf_particulars(case: Case, sheet: Sheet) -> None:
    shown, value = result_word(case)
    sheet.para("General remarks and test item particulars", size=11, style="bold", gap=6)
    low, high = case.temperature
    rows: list[list[Content]] = [
        [
            "Possible test case verdicts:",
            "test case does not apply: N/A; test object does meet the requirement: P (Pass); does not meet the requirement: F (Fail)",
        ],
        [
            "Date of receipt of test item ............ :",
            dated("received_on", case.dates["received"], case.extra.get("date_form", "iso")),
        ],
        [
            "Date (s) of performance of tests .... :",
            (dated("tested_from", case.dates["from"]), " to ", dated("tested_to", case.dates["to"])),
        ],
        ["Name and address of factory (ies) .. :", (case.factory.named("factory"), "\n", case.factory.line("factory"))],
        ["Hardware version of the sample ...... :", mark(case.hardware, hardware_version=True)],
        ["Firmware version of the sample ....... :", mark(case.firmware, firmware_version=True)],
        [
            "Serial number of the sample ........... :",
            joined([mark(s, serial_numbers=True) for s in case.serials], ", "),
        ],
        ["Protection class ............................. :", mark("Class I", protection_class="I")],
        [
            "Ambient temperature ....................... :",
            mark(f"{low} °C to +{high} °C", ambient_temperature_c=[low, high]),
        ],
        ["Connector ....................................... :", connector(case)],
        ["Overall verdict ................................. :", mark(shown, result=value)],
    ]
    sheet.table(rows, (4, 6), head=0)
    sheet.space(8)
    if len(case.models) > 1 and not case.legend:
        sheet.para(
            "Model difference: all models have the same circuit, PCB layout and enclosure; they differ in rated current only.",
            gap=6,
        )


def connector(case: Case) -> Mark:
    """The connector in print."""
    names = {
        "type2_socket": "Type 2 socket-outlet (IEC 62196-2)",
        "type2_cable": "Type 2 connector with attached cable, case C",
        "type1": "Type 1 connector",
        "gbt_ac": "GB/T AC connector",
        "ccs2": "CCS Combo 2 connector with attached cable",
    }
    return mark(names[case.connectors[0]], connectors=case.connectors[0])


def _components(case: Case, sheet: Sheet) -> None:
    sheet.para("List of critical components", size=11, style="bold", gap=6)
    rows: list[list[Content]] = [
        [
            "Object / part No.",
            "Manufacturer / trademark",
            "Type / model",
            "Technical data",
            "Standard",
            "Mark(s) of conformity",
        ]
    ]
    known = case.extra.get("components")
    for part, *rest in known or COMPONENTS:
        named = mark(part, components=True)
        rows.append([named.with_details(maker=rest[0], type=rest[1]) if known else named, *rest])
    sheet.table(rows, (3, 3, 2.4, 2.6, 2.4, 3), size=7.5)


def _clauses(case: Case, sheet: Sheet) -> None:
    rows: list[list[Content]] = [["Clause", "Requirement + Test", "Result - Remark", "Verdict"]]
    for clause, title, verdict in CLAUSES:
        failed = clause == case.extra.get("failed_clause")
        rows.append(
            [
                clause,
                title,
                "exceeds limit" if failed else ("see above" if verdict == "P" else ""),
                "F" if failed else verdict,
            ]
        )
    sheet.table(rows, (1.4, 7, 3, 1.3), size=8)


def _photos(sheet: Sheet) -> None:
    sheet.para("Photo documentation", size=11, style="bold", gap=8)
    for name in ("Overall view", "Internal view", "Marking plate"):
        sheet.box(sheet.left + 60, sheet.y, 300, 150)
        sheet.canvas.setFillGray(0.8)
        sheet.canvas.rect(sheet.left + 110, sheet.page_size[1] - sheet.y - 120, 200, 90, stroke=0, fill=1)
        sheet.canvas.setFillGray(0)
        sheet.space(162)
        sheet.para(name, align="center", gap=8)


def emc_house(case: Case, sheet: Sheet) -> None:
    """A Chinese testing house's EMC report: centred cover, revision table, summary of results, test equipment."""
    _house(case, sheet, "emc", "EMC TEST REPORT", case.emc, EMC_ITEMS)


def radio_house(case: Case, sheet: Sheet) -> None:
    """The same house's radio report, with a table of bands and powers."""
    _house(case, sheet, "radio", "RADIO TEST REPORT", case.radio, RADIO_ITEMS)


EMC_ITEMS = (
    "Conducted emission, AC mains port",
    "Radiated emission, 30 MHz to 1 GHz",
    "Harmonic current emission",
    "Voltage fluctuations and flicker",
    "Electrostatic discharge immunity",
    "Radiated RF field immunity",
    "Electrical fast transient / burst immunity",
    "Surge immunity",
    "Conducted RF immunity",
    "Voltage dips and interruptions",
)
RADIO_ITEMS = (
    "RF output power",
    "Power spectral density",
    "Occupied channel bandwidth",
    "Transmitter unwanted emissions, out-of-band",
    "Transmitter unwanted emissions, spurious",
    "Receiver spurious emissions",
    "Receiver blocking",
    "Adaptivity",
)


def _house(case: Case, sheet: Sheet, key: str, title: str, group: tuple[Standard, ...], items: tuple[str, ...]) -> None:
    lab = case.laboratory
    report = case.numbers[key]

    def head(s: Sheet) -> None:
        page = s.page - s.start_page + 1
        s.logo(s.left, 24, lab.letters, size=13)
        s.put(s.left + s.width, 36, ("Report No.: ", mark(report, document_number=True)), size=8, align="right")
        s.put(s.left + s.width, 47, f"Page: {page} of {total_pages(case, s)}", size=8, align="right")

    sheet.begin(face=faces.HELVETICA, size=9.5, top=74, header=head)
    _house_cover(case, sheet, title, group)
    sheet.next_page()
    _house_versions(case, sheet, report)
    _house_eut(case, sheet, key)
    sheet.next_page()
    sheet.para("3  Test summary", size=12, style="bold", gap=6)
    rows: list[list[Content]] = [["Test item", "Test method", "Result"]]
    for index, item in enumerate(items):
        failed = case.extra.get("failed_item") == index
        rows.append([item, f"Clause {4 + index // 4}.{1 + index % 4}", "Fail" if failed else "Pass"])
    sheet.table(rows, (6, 3, 2), shade=True)
    sheet.space(14)
    sheet.para("4  Test equipment", size=12, style="bold", gap=6)
    rows = [["Equipment", "Model", "Serial No.", "Cal. due"]]
    due = day(case.dates["to"] + timedelta(days=200))
    for name, model, serial in (
        ("EMI receiver", "ESR-7", "101932"),
        ("LISN", "NNB-63", "8127-441"),
        ("Antenna", "VULB 9168", "9168-702"),
        ("Signal generator", "SMB-100A", "178112"),
    ):
        rows.append([name, model, serial, due])
    sheet.table(rows, (4, 3, 3, 3), size=8.5)
    sheet.next_page()
    sheet.para("5  Test setup photos", size=12, style="bold", gap=8)
    _photos(sheet)
    sheet.para("*** End of report ***", align="center")


def _house_cover(case: Case, sheet: Sheet, title: str, group: tuple[Standard, ...]) -> None:
    lab = case.laboratory
    shown, value = ("Fail", "fail") if "failed_item" in case.extra else ("Pass *", "pass")
    sheet.para(lab.named("issuer"), size=12, style="bold", align="center", gap=1)
    sheet.para(lab.line("issuer"), size=8, align="center", gap=14)
    sheet.para(title, size=20, style="italic", align="center", gap=14)
    form = case.extra.get("date_form", "iso")
    period = (dated("tested_from", case.dates["from"], form), " to ", dated("tested_to", case.dates["to"], form))
    rows: list[tuple[Content, Content]] = [
        ("Applicant:", case.manufacturer.named("holder")),
        ("Address of Applicant:", case.manufacturer.line("holder")),
        ("Manufacturer:", case.manufacturer.named("manufacturer")),
        ("Address of Manufacturer:", case.manufacturer.line("manufacturer")),
        ("Factory:", case.factory.named("factory")),
        ("Address of Factory:", case.factory.line("factory")),
        ("EUT Name:", mark(case.product_name, product_name=True)),
        ("Model No.:", models(case)),
        ("Trade Mark:", mark(case.brand, brand=True)),
        ("Standard(s):", listed(group, "\n", case.extra.get("form", "plain"))),
        ("Date of Receipt:", dated("received_on", case.dates["received"], form)),
        ("Date of Test:", period),
        ("Date of Issue:", dated("issued_on", case.dates["issued"], form)),
        ("Test Result:", mark(shown, result=value)),
    ]
    sheet.pairs(rows, label_width=150, label_style="bold", gap=5)
    sheet.para("* In the configuration tested, the EUT complied with the standards specified above.", size=8, gap=26)
    sheet.stamp(sheet.left + 60, sheet.y + 10, lab.name[:28])
    sheet.signature(sheet.left + 160, sheet.y, case.reviewer)
    sheet.space(12)
    sheet.put(sheet.left + 160, sheet.y, mark(case.reviewer, signatory_name=True))
    sheet.put(sheet.left + 160, sheet.y + 12, mark("EMC Laboratory Manager", signatory_function=True))


def _house_versions(case: Case, sheet: Sheet, report: str) -> None:
    sheet.para("1  Revision record", size=12, style="bold", gap=6)
    rows: list[list[Content]] = [
        ["Version", "Report No.", "Date", "Remark"],
        [mark(case.extra.get("revision", "01"), revision=True), report, day(case.dates["issued"]), "Original"],
    ]
    sheet.table(rows, (2, 4, 3, 3), shade=True)
    old = case.extra.get("supersedes")
    if old:
        sheet.space(6)
        sheet.para(
            ("This report supersedes test report No. ", mark(old, references=True).with_details(kind="superseded"), ".")
        )
    sheet.space(14)


def _house_eut(case: Case, sheet: Sheet, key: str) -> None:
    sheet.para("2  Details of the equipment under test", size=12, style="bold", gap=6)
    rows: list[list[Content]] = [
        ["Power supply", ratings(case)],
        ["Hardware version", mark(case.hardware, hardware_version=True)],
        ["Firmware version", mark(case.firmware, firmware_version=True)],
        ["Serial No.", joined([mark(s, serial_numbers=True) for s in case.serials], " / ")],
    ]
    if len(case.models) > 1:
        rows.append(
            [
                "Declaration of model difference",
                f"Only {case.models[0]} was tested; the other models differ in rated current and appearance only.",
            ]
        )
    sheet.table(rows, (3, 7), head=0)
    if key == "radio":
        sheet.space(10)
        radio_table(case, sheet)


def radio_table(
    case: Case, sheet: Sheet, titles: tuple[str, str, str] = ("Technology", "Frequency band", "Max. RF output power")
) -> None:
    """Band and power of each radio."""
    rows: list[list[Content]] = [list(titles)]
    for name in case.radios:
        radio = RADIOS[name]
        rows.append([radio.mark(), radio.band, radio.power])
    sheet.table(rows, (4, 4, 3), size=8.5)


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
