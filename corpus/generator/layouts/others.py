"""The smaller papers: datasheet, release notes, packing list, inspection record, component list, label, change notice,
material declaration, equivalence letter, FCC declaration and grant."""

from corpus.generator import faces
from corpus.generator.case import RADIOS, Case, dated, day, listed, number, standards
from corpus.generator.layouts.declarations import letterhead, models
from corpus.generator.layouts.reports import connector
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet


def datasheet(case: Case, sheet: Sheet) -> None:
    """One page with a two-column specification table."""
    sheet.begin(face=faces.SANS, size=9, top=60)
    sheet.logo(sheet.left, 36, case.brand, size=18)
    sheet.put(sheet.left + sheet.width, 56, "DATA SHEET", size=14, style="bold", align="right")
    sheet.note("brand", case.brand)
    sheet.space(24)
    sheet.para(mark(case.product_name, product_name=True), size=15, style="bold", gap=3)
    sheet.para(models(case), size=11, gap=8)
    sheet.para(
        "Smart charging for homes, fleets and car parks. Robust housing, simple installation, remote updates.", gap=10
    )
    low, high = case.temperature
    power = "output_power_kw" if case.direct else "rated_power_kw"
    rows: list[list[Content]] = [
        ["Electrical", ""],
        ["Rated voltage", number(case.voltage, "V AC", "rated_voltage_v")],
        ["Rated current", number(case.current, "A", "rated_current_a")],
        ["Max. output power" if case.direct else "Charging power", number(case.power, "kW", power)],
        ["Number of phases", mark(str(case.phases), phases=case.phases)],
        ["Mains frequency", number(case.frequency, "Hz", "rated_frequency_hz")],
        ["Connector", connector(case)],
    ]
    if case.direct:
        rows.append(["Output voltage", number(case.output_voltage, "V DC", "output_voltage_v", separator=" – ")])
        rows.append(["Output current (max.)", number(case.output_current, "A", "output_current_a")])
    rows += [
        ["Environment", ""],
        ["Ingress protection", mark(case.ip, protection_ip=True)],
        ["Impact protection", mark(case.ik, protection_ik=True)],
        ["Operating temperature", mark(f"{low} to {high} °C", ambient_temperature_c=[low, high])],
        [
            "Connectivity",
            joined([mark(RADIOS[r].printed, radios=r) for r in case.radios], ", ") if case.radios else "—",
        ],
        ["Standards", listed(case.safety + case.emc[:1])],
    ]
    sheet.table(rows, (4, 6), head=0, ruled="rows", bold_first=True)
    sheet.space(20)
    sheet.para(
        (
            "Document ",
            mark(case.numbers["datasheet"], document_number=True),
            "  Rev. ",
            mark("B", revision=True),
            "  ",
            dated("revised_on", case.dates["manual"], "long"),
        ),
        size=7.5,
        gap=2,
    )
    sheet.para((case.manufacturer.named("manufacturer"), " · ", case.manufacturer.line("manufacturer")), size=7.5)


def release_notes(case: Case, sheet: Sheet) -> None:
    """Firmware release notes with the newest version on top."""
    sheet.begin(face=faces.HELVETICA, size=9.5, top=70)
    sheet.para("Firmware Release Notes", size=18, style="bold", gap=6)
    sheet.para(("Applies to: ", models(case), "   Hardware: ", mark(case.hardware, hardware_version=True)), gap=12)
    sheet.para(
        (
            "Version ",
            mark(case.firmware, firmware_version=True),
            "  (",
            dated("issued_on", case.dates["manual"], "iso"),
            ")",
        ),
        size=12,
        style="bold",
        gap=4,
    )
    for text in (
        "Fixed: charging did not resume after a short supply interruption.",
        "Improved: OCPP reconnect with exponential back-off.",
        "Security: TLS library updated; default password must be changed at first start.",
    ):
        sheet.para("•  " + text, indent=10, gap=2)
    sheet.space(10)
    sheet.para("Known issues", size=11, style="bold", gap=3)
    sheet.para("•  The local web page shows the energy of the last session only after a reload.", indent=10)
    sheet.space(20)
    sheet.para((case.manufacturer.named("manufacturer", "issuer")), size=8)


def packing_list(case: Case, sheet: Sheet) -> None:
    """A packing list with cartons and serial numbers."""

    def head(s: Sheet) -> None:
        letterhead(case, s)

    sheet.begin(face=faces.HELVETICA, size=9, top=90, header=head)
    sheet.note("manufacturer", case.manufacturer.name)
    sheet.para("PACKING LIST", size=16, style="bold", align="center", gap=10)
    sheet.pairs(
        [
            ("Packing list No.:", mark(case.numbers["datasheet"].replace("DS", "PL"), document_number=True)),
            ("Date:", dated("issued_on", case.dates["manual"], "iso")),
            ("Consignee:", (case.importer.named("importer"), "\n", case.importer.line("importer"))),
        ],
        label_width=110,
        gap=4,
    )
    sheet.space(8)
    rows: list[list[Content]] = [["Carton", "Model", "Serial No.", "Qty", "Gross weight"]]
    for index, serial in enumerate(case.serials * 2 if len(case.serials) > 3 else case.serials):
        rows.append(
            [str(index + 1), mark(case.models[0], models=True), mark(serial, serial_numbers=True), "1", "6.8 kg"]
        )
    sheet.table(rows, (1.5, 4, 4, 1, 2.5), shade=True)


def inspection_record(case: Case, sheet: Sheet) -> None:
    """Final acceptance per serial: versions and measured values, a verdict a row."""
    sheet.begin(face=faces.SANS, size=8.5, top=60)
    sheet.para("Final Acceptance Test Record", size=15, style="bold", gap=8)
    sheet.pairs(
        [
            ("Record No.", mark(case.numbers["datasheet"].replace("DS", "FAT"), document_number=True)),
            ("Factory", case.factory.named("factory")),
            ("Model", models(case)),
            ("Date", dated("issued_on", case.dates["manual"], "iso")),
        ],
        label_width=90,
    )
    sheet.space(8)
    rows: list[list[Content]] = [["Serial", "HW", "FW", "PE resistance", "Hipot 2 kV", "RCD 6 mA", "Result"]]
    for serial in case.serials:
        rows.append(
            [
                mark(serial, serial_numbers=True),
                mark(case.hardware, hardware_version=True),
                mark(case.firmware, firmware_version=True),
                "0.04 Ω",
                "OK",
                "OK",
                "PASS",
            ]
        )
    sheet.table(rows, (3, 1.3, 1.8, 2, 2, 2, 1.5), shade=True)
    sheet.space(14)
    sheet.para(("Overall result: ", mark("PASS", result="pass")), gap=20)
    sheet.signature(sheet.left + 60, sheet.y, case.engineer)
    sheet.para(("Inspector: ", mark(case.engineer, signatory_name=True)))


def change_notice(case: Case, sheet: Sheet) -> None:
    """A product change notice with before and after."""
    sheet.begin(face=faces.HELVETICA, size=9.5, top=70)
    sheet.para("Product Change Notice (PCN)", size=17, style="bold", gap=8)
    sheet.pairs(
        [
            ("PCN number:", mark(case.numbers["letter"].replace("EQ", "PCN"), document_number=True)),
            ("Issue date:", dated("issued_on", case.dates["manual"], "long")),
            ("Issued by:", case.manufacturer.named("issuer", "manufacturer")),
            ("Affected products:", models(case)),
            ("Subject:", "Replacement of the power relay; new printed circuit board"),
        ],
        label_width=120,
        gap=4,
    )
    sheet.space(8)
    rows: list[list[Content]] = [
        ["", "Before", "After"],
        ["Hardware version", mark("A0", hardware_version=True), mark(case.hardware, hardware_version=True)],
        ["Relay", "HY-F25", "HY-F32"],
    ]
    sheet.table(rows, (3, 4, 4), shade=True)


def material(case: Case, sheet: Sheet) -> None:
    """A maker's RoHS / REACH statement."""

    def head(s: Sheet) -> None:
        letterhead(case, s)

    sheet.begin(face=faces.HELVETICA, size=10, top=100, header=head)
    sheet.para("RoHS Declaration of Compliance", size=16, style="bold", align="center", gap=12)
    sheet.para(("Document No.: ", mark(case.numbers["material"], document_number=True)), gap=8)
    sheet.para(
        (
            "We, ",
            case.manufacturer.named("issuer", "manufacturer"),
            ", ",
            case.manufacturer.line("manufacturer"),
            ", declare that the product",
        ),
        gap=6,
    )
    sheet.para((mark(case.product_name, product_name=True), ", model(s) ", models(case)), style="bold", gap=6)
    sheet.para(
        (
            "complies with Directive ",
            mark("2011/65/EU", legal_acts=True),
            " as amended by ",
            mark("(EU) 2015/863", legal_acts=True),
            ". The assessment follows ",
            standards("EN IEC 63000:2018")[0].mark(),
            "; homogeneous materials do not exceed the following maximum concentrations:",
        ),
        gap=8,
    )
    rows: list[list[Content]] = [["Substance", "Limit"]]
    for item, limit in (
        ("Lead (Pb)", "0.1 %"),
        ("Mercury (Hg)", "0.1 %"),
        ("Cadmium (Cd)", "0.01 %"),
        ("Hexavalent chromium", "0.1 %"),
        ("PBB, PBDE", "0.1 %"),
        ("DEHP, BBP, DBP, DIBP", "0.1 %"),
    ):
        rows.append([item, limit])
    sheet.table(rows, (6, 3), shade=True)
    sheet.space(20)
    _signed(case, sheet)


def _signed(case: Case, sheet: Sheet) -> None:
    sheet.para((mark(case.place, place=True), ", ", dated("issued_on", case.dates["declared"], "long")), gap=26)
    sheet.signature(sheet.left + 20, sheet.y, case.signatory)
    sheet.note("signed", "yes")
    sheet.space(8)
    sheet.para(mark(case.signatory, signatory_name=True), gap=1)
    sheet.para(mark(case.function, signatory_function=True), gap=1)


def equivalence_letter(case: Case, sheet: Sheet) -> None:
    """The OEM's letter naming brand and model pairs that are the same product."""
    oem = case.factory

    def head(s: Sheet) -> None:
        s.logo(s.left, 24, case.oem_brand or "OEM")
        s.put(s.left + s.width, 36, oem.named("issuer"), size=9, align="right")
        s.put(s.left + s.width, 48, oem.line("issuer"), size=7, align="right")

    sheet.begin(face=faces.TIMES, size=11, top=100, left=70, right=70, header=head)
    sheet.para((dated("issued_on", case.dates["declared"], "long")), align="right", gap=8)
    sheet.para(("Ref.: ", mark(case.numbers["letter"], document_number=True)), gap=14)
    sheet.para("DECLARATION OF PRODUCT EQUIVALENCE", size=14, style="bold", align="center", gap=14)
    sheet.para(("To: ", case.manufacturer.name), gap=10)
    sheet.para(
        "We hereby confirm that the products listed below are identical in circuit, construction, components, hardware and firmware. They differ in the name plate, the colour and the trade mark only.",
        gap=10,
    )
    sheet.note("construction", "unchanged")
    rows: list[list[Content]] = [["Original model (OEM)", "Private label brand", "Private label model"]]
    originals = case.oem_model.split(", ") if case.oem_model else ["NT-AC22"]
    for own, original in zip(case.models, originals, strict=False):
        rows.append([mark(original, models=True), mark(case.brand, brand=True), mark(own, models=True)])
    sheet.table(rows, (4, 4, 4), shade=True)
    sheet.space(8)
    reports = joined([mark(case.numbers[k], references=True) for k in ("cb", "safety", "emc")], ", ")
    sheet.para(("The following certificates and reports therefore apply to both: ", reports, "."), gap=20)
    sheet.para("Yours faithfully,", gap=26)
    sheet.signature(sheet.left + 20, sheet.y, case.reviewer)
    sheet.note("signed", "yes")
    sheet.space(8)
    sheet.para(mark(case.reviewer, signatory_name=True), gap=1)
    sheet.para(mark("General Manager", signatory_function=True))


def fcc_sdoc(case: Case, sheet: Sheet) -> None:
    """The supplier's declaration of conformity of 47 CFR 2.1077."""
    sheet.begin(face=faces.HELVETICA, size=10, top=90, left=70, right=70)
    sheet.para("FCC Supplier's Declaration of Conformity", size=16, style="bold", align="center", gap=3)
    sheet.para("47 CFR § 2.1077 Compliance Information", align="center", gap=14)
    party = case.importer
    sheet.pairs(
        [
            ("Unique Identifier:", (models(case))),
            ("Trade Name:", mark(case.brand, brand=True)),
            ("Product:", mark(case.product_name, product_name=True)),
            (
                "Responsible Party:",
                (party.named("responsible_party", "issuer"), "\n", party.block("responsible_party")),
            ),
        ],
        label_width=140,
        gap=8,
        label_style="bold",
    )
    sheet.space(8)
    sheet.note("statements", "fcc_15_19")
    sheet.para(
        (
            "This device complies with ",
            mark("Part 15 of the FCC Rules", legal_acts="47 CFR 15"),
            ". Operation is subject to the following two conditions: (1) this device may not cause harmful interference, and (2) this device must accept any interference received, including interference that may cause undesired operation.",
        ),
        gap=20,
    )
    sheet.para(("Date: ", dated("issued_on", case.dates["declared"], "month_first")), gap=26)
    sheet.signature(sheet.left + 20, sheet.y, case.signatory)
    sheet.note("signed", "yes")
    sheet.space(8)
    sheet.para((mark(case.signatory, signatory_name=True), ", ", mark(case.function, signatory_function=True)))
    _ = day


def fcc_grant(case: Case, sheet: Sheet) -> None:
    """A grant of equipment authorization as a TCB issues it."""
    sheet.begin(face=faces.COURIER, size=9, top=70)
    sheet.para(
        "TCB                GRANT OF EQUIPMENT AUTHORIZATION                TCB", style="bold", align="center", gap=6
    )
    sheet.para(
        "Certification\nIssued Under the Authority of the\nFederal Communications Commission\nBy:",
        align="center",
        gap=6,
    )
    sheet.para(case.laboratory.named("issuer"), align="center", gap=1)
    sheet.para(case.laboratory.block("issuer"), align="center", gap=8)
    sheet.para(
        (
            "Date of Grant: ",
            mark(case.dates["certified"].strftime("%m/%d/%Y"), issued_on=case.dates["certified"].isoformat()),
        ),
        align="right",
        gap=8,
    )
    sheet.para((case.manufacturer.named("holder")), gap=1)
    sheet.para(case.manufacturer.block("holder"), gap=8)
    sheet.para("NOT TRANSFERABLE", style="bold", align="center", gap=2)
    sheet.para(
        "EQUIPMENT AUTHORIZATION is hereby issued to the named GRANTEE, and is VALID ONLY for the equipment identified hereon for use under the Commission's Rules and Regulations listed below.",
        gap=8,
    )
    fcc_id = f"2A{case.brand[:3].upper()}-{case.models[0].replace('/', '').replace('-', '').replace(' ', '')}"
    sheet.pairs(
        [
            ("FCC IDENTIFIER:", mark(fcc_id, document_number=True)),
            ("Name of Grantee:", case.manufacturer.named("holder")),
            ("Equipment Class:", "Digital Transmission System"),
            ("Notes:", mark(case.product_name, product_name=True)),
        ],
        label_width=150,
        gap=3,
    )
    rows: list[list[Content]] = [
        ["Grant Notes", "FCC Rule Parts", "Frequency Range (MHZ)", "Output Watts"],
        ["", mark("15C", legal_acts="47 CFR 15"), "2412.0 - 2462.0", "0.089"],
    ]
    sheet.table(rows, (2, 3, 4, 3), ruled="none")
