"""What comes with a delivery: packing list, inspection records, a statement of test, a report bound with its papers."""

from corpus.generator import faces
from corpus.generator.case import Case
from corpus.generator.sheet import Sheet
from corpus.generator.suppliers.script import above, ink, pairs, paras, running, table


def packing_chinese(case: Case, sheet: Sheet) -> None:
    """装箱单: a packing list in two languages with serial ranges per carton."""
    sheet.begin(face=faces.SANS, size=9, top=56)
    paras(
        sheet, "[[Zhenjiang Runzhou Electrical Co., Ltd.|manufacturer]]", size=13, style="bold", align="center", gap=1
    )
    sheet.para("装箱单 PACKING LIST", size=13, align="center", gap=8)
    pairs(
        sheet,
        """
        号码 No. ¦ [[RZ-PL-260511|document_number]]
        日期 Date ¦ [[11-MAY-2026|issued_on=2026-05-11]]
        收货人 Consignee ¦ [[Iberia Carga Distribución S.L.|importer]]⏎[[Calle Río Ebro 14, 28906 Getafe, Spain|@importer:ES]]
        """,
        label_width=110,
    )
    sheet.space(6)
    rows = ["箱号 CTN ¦ 品名 Description ¦ 型号 Model ¦ 序列号 S/N ¦ 数量 PCS ¦ 毛重 G.W."]
    for index in range(8):
        model = "RZ-AC22-SK" if index < 5 else "RZ-AC11-SK"
        rows.append(
            f"{index + 1} ¦ [[EV charger|product_name]] ¦ [[{model}|models]] ¦ [[RZ2605{1001 + index * 7}|serial_numbers]] ¦ 1 ¦ 7.2 kg"
        )
    rows.append("合计 TOTAL ¦ ¦ ¦ ¦ 8 ¦ 57.6 kg")
    table(sheet, "\n".join(rows), (1.3, 2, 2.4, 2.6, 1.4, 1.6), pad=4)


def inspection_german(case: Case, sheet: Sheet) -> None:
    """Final inspection of one unit, in German, with measured values and a ticked result; scanned."""
    sheet.begin(face=faces.HELVETICA, size=10, top=70, left=66, right=66)
    paras(sheet, "Endprüfprotokoll [[EP-2026-3307|document_number]]", size=16, style="bold", gap=10)
    pairs(
        sheet,
        """
        Fertigungsstätte ¦ [[Brocken Elektrotechnik GmbH|factory]]
        Gerätetyp ¦ [[BK-Wall 22|models]]
        Seriennummer ¦ [[BKW22-0004518|serial_numbers]]
        Hardware ¦ [[E|hardware_version]]
        Firmware ¦ [[2.5.0|firmware_version]]
        Prüfdatum ¦ [[28.04.2026|issued_on=2026-04-28]]
        """,
        label_width=120,
        gap=4,
    )
    sheet.space(8)
    table(
        sheet,
        "Prüfschritt ¦ Sollwert ¦ Istwert ¦ i. O.\nSchutzleiterwiderstand ¦ < 0,1 Ω ¦ 0,03 Ω ¦ ja\nIsolationswiderstand ¦ > 1 MΩ ¦ 210 MΩ ¦ ja\nHochspannung 2200 V ¦ 1 s ¦ – ¦ ja\nFI-Auslösung 6 mA DC ¦ < 10 s ¦ 0,4 s ¦ ja\nFunktion Typ-2-Dose ¦ verriegelt ¦ – ¦ ja",
        (4, 2, 2, 1),
    )
    sheet.space(10)
    paras(sheet, "Gesamtergebnis: [[bestanden|result=pass]]", style="bold", gap=30)
    ink(sheet, 80, "Ritter")
    paras(sheet, "Prüfer: [[Anja Ritter|signatory_name]]")


def inspection_batch(case: Case, sheet: Sheet) -> None:
    """Outgoing inspection of a batch: thirty-two units in a table over two pages."""
    sheet.begin(
        face=faces.SANS,
        size=8.5,
        top=56,
        header=running("OQC Report [[OQC-26-0588|document_number]]", y=36, align="right", size=8),
    )
    sheet.para("Outgoing Quality Control – unit records", size=14, style="bold", gap=6)
    pairs(
        sheet,
        "Plant ¦ [[Nanchang Ganjiang Charger Plant|factory]]\nModel ¦ [[GJ-22K-T|models]]\nDate ¦ [[May 19, 2026|issued_on=2026-05-19]]",
        label_width=80,
    )
    rows = ["# ¦ Serial no. ¦ HW ¦ FW ¦ Ground bond ¦ Hipot ¦ Verdict"]
    for index in range(34):
        rows.append(
            f"{index + 1} ¦ [[GJ22605{4410 + index * 3}|serial_numbers]] ¦ [[B1|hardware_version]] ¦ [[6.1.2|firmware_version]] ¦ {31 + index % 9} mΩ ¦ OK ¦ PASS"
        )
    table(sheet, "\n".join(rows), (0.7, 3, 1, 1.4, 2, 1.3, 1.4), pad=5, shade=True)
    sheet.space(10)
    paras(sheet, "Batch result: [[ACCEPTED|result=pass]]     Inspector: [[Deng Yu|signatory_name]]", style="bold")


def statement_of_test(case: Case, sheet: Sheet) -> None:
    """A laboratory's cover letter bound in front of its report: an attestation of one page."""
    sheet.begin(face=faces.TIMES, size=11, top=90, left=72, right=72)
    paras(sheet, "[[Harbin Songhua Testing Institute|issuer]]", size=15, style="bold", align="center", gap=14)
    sheet.para("ATTESTATION OF CONFORMITY", size=15, align="center", gap=12)
    above(
        sheet,
        """
        No. ¦ [[HSTI-AOC-26-0310|document_number]]
        Holder ¦ [[Yichun Beifang Electric Co., Ltd.|holder]], [[Yichun, Heilongjiang, China|@holder:CN]]
        Product ¦ [[EV charging station|product_name]], type [[BF-CS22|models]]
        Tested according to ¦ [[EN IEC 61851-1:2019|std]]
        Report ¦ [[HSTI-S-26-0310|references]]
        """,
        label_size=8.5,
        gap=8,
    )
    sheet.space(40)
    ink(sheet, 90, "Bai")
    paras(sheet, "[[Bai Xiaofeng|signatory_name]], [[Director|signatory_function]]⏎[[2026-05-08|issued_on]]")


def bound_report(case: Case, sheet: Sheet) -> None:
    """The safety report behind that letter: two pages with its own page count."""
    sheet.begin(
        face=faces.TIMES,
        size=10,
        top=70,
        header=running("[[HSTI-S-26-0310|document_number]]   {p}/{n}", y=40, align="right", size=8),
    )
    sheet.para("TEST REPORT", size=18, style="bold", align="center", gap=10)
    pairs(
        sheet,
        """
        Laboratory ¦ [[Harbin Songhua Testing Institute|issuer]]
        Client ¦ [[Yichun Beifang Electric Co., Ltd.|holder]]
        Item ¦ [[EV charging station|product_name]]
        Type ¦ [[BF-CS22|models]]
        Standard ¦ [[EN IEC 61851-1:2019|std]]
        Received ¦ [[2026-03-30|received_on]]
        Tested ¦ [[2026-04-01|tested_from]] to [[2026-04-29|tested_to]]
        Issued ¦ [[2026-05-06|issued_on]]
        Result ¦ [[Pass|result=pass]]
        Approved by ¦ [[Bai Xiaofeng|signatory_name]]
        """,
        label_width=120,
        gap=5,
    )
    sheet.next_page()
    table(
        sheet,
        "Clause ¦ Requirement ¦ Verdict\n8 ¦ Protection against electric shock ¦ P\n9 ¦ Conductive interface ¦ P\n11 ¦ Cable assembly ¦ N/A\n12 ¦ Construction ¦ P\n16 ¦ Marking and instructions ¦ P",
        (1, 6, 1),
    )
