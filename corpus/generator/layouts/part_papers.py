"""Papers about parts of a product: the component list and the artwork of the label."""

from corpus.generator import faces
from corpus.generator.case import Case, dated
from corpus.generator.layouts.declarations import models, ratings
from corpus.generator.layouts.report_tables import COMPONENTS
from corpus.generator.marks import Content, mark
from corpus.generator.sheet import Sheet


def component_list(case: Case, sheet: Sheet) -> None:
    """Critical component list of the maker."""
    sheet.begin(face=faces.SANS, size=8.5, top=60)
    sheet.para("CRITICAL COMPONENT LIST (CCL)   关键元器件清单", size=14, style="bold", gap=8)
    sheet.pairs(
        [
            ("Model 型号", models(case)),
            ("Issue date 日期", dated("issued_on", case.dates["manual"], "iso")),
            ("Rev. 版本", mark("A1", revision=True)),
        ],
        label_width=100,
    )
    sheet.space(6)
    rows: list[list[Content]] = [["No.", "Part", "Manufacturer", "Type", "Rating", "Standard", "Approval"]]
    for index, (part, *rest) in enumerate(COMPONENTS):
        rows.append([str(index + 1), mark(part, components=True), *rest])
    sheet.table(rows, (0.8, 3, 3, 2.4, 2.6, 2.4, 3), size=7.5, shade=True)
    sheet.space(12)
    sheet.para(case.manufacturer.named("manufacturer"))


def label_artwork(case: Case, sheet: Sheet) -> None:
    """The marking plate as drawn for print."""
    sheet.begin(face=faces.SANS, size=9, top=90, left=120, right=120)
    sheet.para("Rating label artwork, scale 2:1", size=8, gap=10)
    top = sheet.y
    sheet.space(8)
    sheet.para(mark(case.brand, brand=True), size=16, style="bold", indent=10, gap=2)
    sheet.para(mark(case.product_name, product_name=True), indent=10, gap=4)
    sheet.para(("Model: ", mark(case.models[0], models=True)), indent=10, gap=2)
    sheet.para(("Rating: ", ratings(case)), indent=10, gap=2)
    low, high = case.temperature
    sheet.para(
        (
            mark(case.ip, protection_ip=True),
            "   ",
            mark(case.ik, protection_ik=True),
            "   Ta: ",
            mark(f"{low} °C … +{high} °C", ambient_temperature_c=[low, high]),
        ),
        indent=10,
        gap=2,
    )
    sheet.para("S/N: XXXXXXXXX", indent=10, gap=2)
    sheet.para(
        ("HW: ", mark(case.hardware, hardware_version=True), "   FW: ", mark(case.firmware, firmware_version=True)),
        indent=10,
        gap=2,
    )
    sheet.para(
        (case.manufacturer.named("manufacturer"), ", ", case.manufacturer.line("manufacturer")),
        size=7,
        indent=10,
        gap=2,
    )
    if case.importer.name != case.manufacturer.name:
        sheet.para(
            ("Imported by: ", case.importer.named("importer"), ", ", case.importer.line("importer")),
            size=7,
            indent=10,
            gap=2,
        )
    sheet.para("CE", size=22, style="bold", indent=10)
    sheet.box(sheet.left, top, sheet.width, sheet.y - top + 8)
