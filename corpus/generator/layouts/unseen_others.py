"""Unseen smaller papers: data sheet, marking plate, packing list, test certificate of a unit, release notes."""

from corpus.generator import faces
from corpus.generator.case import RADIOS, Case, listed, number
from corpus.generator.layouts.unseen_parties import names, on, page_of, scrawl, table_of, tint
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet

PLUGS = {
    "type2_socket": "Type 2 socket with shutter",
    "type2_cable": "5 m cable with Type 2 plug",
    "ccs2": "CCS2, 4 m cable",
}


def brochure(case: Case, sheet: Sheet) -> None:
    """Two pages: a headline with selling points, then a four-column grid of data with group captions."""
    maker = case.manufacturer

    def foot(s: Sheet) -> None:
        code = mark(case.numbers["datasheet"], document_number=True)
        s.put(
            s.left,
            806,
            (code, "  |  Rev. ", mark("D", revision=True), "  |  ", on("revised_on", case.dates["manual"], "spaced")),
            size=7,
        )
        s.put(s.left + s.width, 806, "Subject to change without notice", size=7, align="right")

    sheet.begin(face=faces.SANS, size=9, top=60, left=50, right=50, footer=foot)
    tint(sheet, (0, 0, sheet.page_size[0], 190), (0.1, 0.14, 0.2))
    sheet.canvas.setFillGray(1)
    sheet.put(sheet.left, 70, case.brand, size=30, style="bold")
    sheet.put(sheet.left, 100, mark(case.product_name, product_name=True), size=16)
    sheet.put(sheet.left, 124, names(case, "  |  "), size=11)
    sheet.canvas.setFillGray(0)
    sheet.y = 220
    for text in (
        "Built for car parks, depots and apartment houses",
        "Back-office connection over OCPP",
        "Load management for up to 40 charging points",
        "Service access from the front",
    ):
        sheet.para(f"+  {text}", size=12, gap=6)
    sheet.box(sheet.left + 120, sheet.y + 30, 240, 300)
    tint(sheet, (sheet.left + 190, sheet.y + 60, 100, 230), (0.82, 0.84, 0.86))
    sheet.next_page()
    sheet.para("Technical specification", size=15, style="bold", gap=8)
    low, high = case.temperature
    power = "output_power_kw" if case.direct else "rated_power_kw"
    per_model = len(table_of(case)) > 1
    grid: list[list[Content]] = [
        [
            "Supply voltage",
            number(case.voltage, "V AC", "rated_voltage_v"),
            "Degree of protection",
            (mark(case.ip, protection_ip=True), " / ", mark(case.ik, protection_ik=True)),
        ],
        [
            "Frequency",
            number(case.frequency, "Hz", "rated_frequency_hz"),
            "Operating temperature",
            mark(f"{low} °C to +{high} °C", ambient_temperature_c=[low, high]),
        ],
        [
            "Vehicle connector",
            mark(PLUGS[case.connectors[0]], connectors=case.connectors[0]),
            "Protection class",
            mark("I", protection_class=True),
        ],
        [
            "Wireless",
            joined([mark(RADIOS[r].printed.split(" (")[0], radios=r) for r in case.radios], ", ")
            if case.radios
            else "none",
            "Standards",
            listed(case.safety[:1], ", "),
        ],
    ]
    if case.direct:
        grid.insert(
            2,
            [
                "DC output voltage",
                number(case.output_voltage, "V DC", "output_voltage_v"),
                "DC output current",
                number(case.output_current, "A", "output_current_a"),
            ],
        )
    sheet.table(grid, (2.2, 3, 2.2, 3), head=0, ruled="rows", pad=5)
    sheet.space(12)
    rows: list[list[Content]] = [
        ["Order designation", "Input current", "Output power" if case.direct else "Charging power"]
    ]
    for model, amps, kilowatts in table_of(case):
        current, watts = mark(f"{amps:g} A", rated_current_a=amps), mark(f"{kilowatts:g} kW", **{power: kilowatts})
        if per_model:
            current, watts = current.with_details(model=model), watts.with_details(model=model)
        rows.append([mark(model, models=True), current, watts])
    sheet.table(rows, (4, 3, 3), shade=True)
    sheet.space(16)
    sheet.para(
        (maker.named("manufacturer"), "\n", maker.line("manufacturer"), "\nsales@", case.brand.lower(), ".example"),
        size=8,
    )


def plate(case: Case, sheet: Sheet) -> None:
    """The marking plate as a grid of cells with a title block of the drawing below."""
    sheet.begin(face=faces.HELVETICA, size=9, top=110, left=100, right=100)
    sheet.put(sheet.left, 90, "Marking plate, 100 mm x 60 mm, polyester, print black", size=8)
    low, high = case.temperature
    maker = case.manufacturer
    volts, amps = number(case.voltage, "V ~", "rated_voltage_v"), number(case.current, "A", "rated_current_a")
    rows: list[list[Content]] = [
        [mark(case.brand, brand=True), mark(case.product_name, product_name=True)],
        ["Type", mark(case.models[0], models=True)],
        ["Un / In", (volts, " / ", amps)],
        [
            "f / P",
            (number(case.frequency, "Hz", "rated_frequency_hz"), " / ", number(case.power, "kW", "rated_power_kw")),
        ],
        ["Protection", (mark(case.ip, protection_ip=True), "  ", mark(case.ik, protection_ik=True))],
        ["Tamb", mark(f"{low} °C to +{high} °C", ambient_temperature_c=[low, high])],
        ["HW / FW", (mark(case.hardware, hardware_version=True), " / ", mark(case.firmware, firmware_version=True))],
        ["SN", "________________"],
        [(maker.named("manufacturer"), "\n", maker.line("manufacturer"))],
        [("Importer: ", case.importer.named("importer"), "\n", case.importer.line("importer"))],
    ]
    sheet.table(rows, (3, 7), head=1, size=9.5, pad=4)
    sheet.put(sheet.left + 10, sheet.y + 34, "CE", size=26, style="bold")
    sheet.space(60)
    code = mark(case.numbers["datasheet"].replace("DS", "LBL"), document_number=True)
    sheet.table(
        [
            ["Drawing no.", "Rev.", "Date"],
            [code, mark("02", revision=True), on("revised_on", case.dates["manual"], "iso")],
        ],
        (3, 1, 2),
        size=8,
    )


def cartons(case: Case, sheet: Sheet) -> None:
    """An export packing list: parties in two boxes, marks and numbers, totals."""
    shipper, buyer = case.manufacturer, case.importer
    sheet.begin(face=faces.TIMES, size=10, top=60, left=54, right=54)
    sheet.para(shipper.name, size=14, style="bold", align="center", gap=1)
    sheet.para(shipper.address(), size=8, align="center", gap=8)
    sheet.note("manufacturer", shipper.name)
    sheet.para("PACKING LIST", size=16, style="bold", align="center", gap=8)
    sheet.table(
        [
            [
                ("To (Messrs):\n", buyer.named("importer"), "\n", buyer.block("importer")),
                (
                    "No.: ",
                    mark(case.numbers["datasheet"].replace("DS", "PK"), document_number=True),
                    "\nDate: ",
                    on("issued_on", case.dates["manual"], "spaced"),
                    "\nFrom Ningbo, China to Rotterdam\nBy sea",
                ),
            ],
        ],
        (6, 4),
        head=0,
        pad=6,
    )
    sheet.space(10)
    rows: list[list[Content]] = [["C/No.", "Description of goods", "Serial numbers", "Q'ty", "N.W.", "G.W."]]
    total = 0
    for index, model in enumerate(case.models):
        share = case.serials[index * 3 : index * 3 + 3]
        total += len(share)
        shown = joined([mark(s, serial_numbers=True) for s in share], "\n")
        rows.append(
            [
                str(index + 1),
                ("EV charger ", mark(model, models=True)),
                shown,
                f"{len(share)} pcs",
                f"{len(share) * 6} kg",
                f"{len(share) * 6 + 9} kg",
            ]
        )
    rows.append(["", "TOTAL", "", f"{total} pcs", f"{total * 6} kg", f"{total * 6 + 9 * len(case.models)} kg"])
    sheet.table(rows, (1.2, 4.4, 3, 1.4, 1.4, 1.4), ruled="rows")
    sheet.space(40)
    sheet.stamp(sheet.left + 380, sheet.y, shipper.name[:28])
    sheet.para("For and on behalf of the shipper", align="right")


def unit(case: Case, sheet: Sheet) -> None:
    """A works certificate of one unit: facts at the top in two columns, measured values, the tester's line."""
    sheet.begin(face=faces.SANS, size=9, top=70, left=58, right=58)
    sheet.para("Unit Test Certificate", size=18, style="bold", gap=2)
    sheet.para(("Routine tests on completed charging station"), size=9, gap=12)
    code = mark(case.numbers["datasheet"].replace("DS", "UTC"), document_number=True)
    left = [
        ("Certificate no.  ", code),
        ("Type  ", mark(case.models[0], models=True)),
        ("Serial no.  ", mark(case.serials[0], serial_numbers=True)),
    ]
    right: list[Content] = [
        ("Test date  ", on("issued_on", case.dates["manual"], "iso")),
        ("Hardware  ", mark(case.hardware, hardware_version=True)),
        ("Firmware  ", mark(case.firmware, firmware_version=True)),
    ]
    sheet.table([[a, b] for a, b in zip(left, right, strict=True)], (1, 1), head=0, ruled="outer", pad=4)
    sheet.space(10)
    rows: list[list[Content]] = [["Test", "Requirement", "Measured", "Verdict"]]
    rows += [
        ["Visual inspection", "no damage", "–", "OK"],
        ["Protective bonding", "< 0.1 ohm at 25 A", "0.038 ohm", "OK"],
        ["Insulation", "> 1 Mohm at 500 V", "412 Mohm", "OK"],
        ["Voltage withstand", "1500 V, 1 s", "no breakdown", "OK"],
        ["Residual current trip", "< 6 mA DC", "4.7 mA", "OK"],
        ["Charging, all phases", "contactor closes", "closed", "OK"],
    ]
    sheet.table(rows, (3, 3, 3, 1.4), shade=True)
    sheet.space(12)
    sheet.para(("Final result:  ", mark("PASSED", result="pass")), size=11, style="bold", gap=26)
    scrawl(sheet, case.engineer)
    sheet.space(6)
    sheet.para(
        (
            "Tested by ",
            mark(case.engineer, signatory_name=True),
            ", ",
            mark("Final Test Operator", signatory_function=True),
        ),
        gap=4,
    )
    sheet.para(("Production site: ", case.factory.named("factory"), ", ", case.factory.line("factory")), size=8)


def bulletin(case: Case, sheet: Sheet) -> None:
    """Release notes as a bulletin: facts in a shaded strip, changes in a table by area."""
    maker = case.manufacturer

    def foot(s: Sheet) -> None:
        s.put(s.left, 808, (maker.named("manufacturer", "issuer"), f"   {page_of(s)}/{s.pages_total}"), size=7)

    sheet.begin(face=faces.HELVETICA, size=9.5, top=70, left=60, right=60, footer=foot)
    sheet.para("Firmware release notes", size=20, style="bold", gap=8)
    sheet.table(
        [
            ["Release", "Date", "Products", "Hardware"],
            [
                mark(case.firmware, firmware_version=True),
                on("issued_on", case.dates["manual"], "spaced"),
                names(case, "\n"),
                mark(case.hardware, hardware_version=True),
            ],
        ],
        (2, 3, 4, 2),
        shade=True,
    )
    sheet.space(12)
    rows: list[list[Content]] = [["Area", "Change"]]
    rows += [
        ["Charging", "Phase switching waits until the vehicle has opened its contactor."],
        ["Back office", "Meter values are resent after a broken connection."],
        ["Web page", "New page with the history of the last 100 sessions."],
        ["Security", "Certificates are renewed automatically before they run out."],
    ]
    sheet.table(rows, (2, 8), ruled="rows")
    sheet.space(10)
    sheet.para("How to update", size=12, style="bold", gap=3)
    sheet.para(
        "Open the web page of the station, choose Maintenance, then Update, and select the file. The update takes about four minutes; do not switch off the supply."
    )
