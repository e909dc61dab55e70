"""Laboratory reports: the IECEE form for safety, a Chinese house's EMC and radio reports, a cyber and a RoHS report."""

from datetime import timedelta

from corpus.generator import faces
from corpus.generator.case import RADIOS, Case, Standard, dated, day, listed, standards
from corpus.generator.layouts.declarations import models, ratings
from corpus.generator.layouts.report_tables import CLAUSES, COMPONENTS, EMC_ITEMS, RADIO_ITEMS
from corpus.generator.marks import Content, Mark, joined, mark
from corpus.generator.sheet import Sheet


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
