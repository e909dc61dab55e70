"""Reports of several laboratories: safety, EMC, radio, cyber security, environment, metrology and substances."""

from corpus.generator import faces
from corpus.generator.case import Case
from corpus.generator.sheet import Sheet
from corpus.generator.suppliers.script import above, both, columns, ink, pairs, paras, running, table


def safety_inner_parties(case: Case, sheet: Sheet) -> None:
    """A safety report whose cover has only title and number; parties, models and ratings stand on inner pages."""
    head = both(
        running("[[Nordlys Prøvning AS|issuer]]", y=36, align="left", style="bold", size=9),
        running("Report [[NP-S-26-0391|document_number]]  Page {p} of {n}", y=36, align="right", size=8),
    )
    foot = running(
        "[[Norsk Akkreditering TEST 377|accreditation]] · [[Gaustadalléen 30, 0373 Oslo, Norway|@issuer:NO]]", y=812
    )
    sheet.begin(face=faces.HELVETICA, size=9, top=64, header=head, footer=foot)
    sheet.space(150)
    sheet.para("Test report", size=26, gap=4)
    paras(sheet, "[[IEC 61851-1:2017|std]]", size=16, gap=4)
    paras(
        sheet,
        "[[EV supply equipment|product_name]] [[FJ-7|models]], [[FJ-11|models]], [[FJ-22|models]]",
        size=12,
        gap=60,
    )
    paras(sheet, "Issued [[13 February 2026|issued_on=2026-02-13]]    Revision [[1|revision]]", gap=30)
    columns(sheet, "Prepared by\nSiri Aune", "Approved by\n[[Torbjørn Vik|signatory_name]]", gap=2)
    ink(sheet, 330, "Vik", rise=-12)
    sheet.next_page()
    sheet.para("1  Client and test item", size=12, style="bold", gap=6)
    pairs(
        sheet,
        """
        Client ¦ [[Fjordlader AS|holder]], [[Strandgata 9, 6002 Ålesund, Norway|@holder:NO]]
        Manufacturer ¦ [[Fjordlader AS|manufacturer]], [[Strandgata 9, 6002 Ålesund, Norway|@manufacturer:NO]]
        Production site ¦ [[Elektroprodukt Šiauliai UAB|factory]], [[Pramonės g. 15, 78137 Šiauliai, Lithuania|@factory:LT]]
        Samples received ¦ [[5 January 2026|received_on=2026-01-05]]
        Test period ¦ [[7 January|tested_from=2026-01-07]] – [[6 February 2026|tested_to=2026-02-06]]
        Sample serial numbers ¦ [[FJ25-00017|serial_numbers]], [[FJ25-00018|serial_numbers]]
        Hardware / firmware ¦ [[R3|hardware_version]] / [[1.44.2|firmware_version]]
        """,
        label_width=120,
    )
    sheet.space(8)
    sheet.para("2  Models and ratings", size=12, style="bold", gap=6)
    table(
        sheet,
        """
        Model ¦ Un ¦ In ¦ fn ¦ Pn ¦ Phases
        [[FJ-7|models]] ¦ [[230 V|rated_voltage_v=230]] ¦ [[32 A|rated_current_a=32]] ¦ [[50 Hz|rated_frequency_hz=50]] ¦ [[7.4 kW|rated_power_kw=7.4]] ¦ 1
        [[FJ-11|models]] ¦ [[400 V|rated_voltage_v=400]] ¦ [[16 A|rated_current_a=16]] ¦ [[50 Hz|rated_frequency_hz=50]] ¦ [[11 kW|rated_power_kw=11]] ¦ 3
        [[FJ-22|models]] ¦ [[400 V|rated_voltage_v=400]] ¦ [[32 A|rated_current_a=32]] ¦ [[50 Hz|rated_frequency_hz=50]] ¦ [[22 kW|rated_power_kw=22]] ¦ 3
        """,
        (3, 2, 2, 2, 2, 2),
        shade=True,
    )
    sheet.space(6)
    paras(
        sheet,
        "Degree of protection [[IP55|protection_ip]], [[IK10|protection_ik]]. [[Class I|protection_class=I]]. Ambient [[-30 °C to +45 °C|ambient_temperature_c=-30..45]]. Vehicle connection: [[Type 2 socket-outlet|connectors=type2_socket]].",
        gap=8,
    )
    sheet.para("3  Conclusion", size=12, style="bold", gap=4)
    paras(sheet, "The samples [[fulfil|result=pass]] the requirements of the standard for all tests performed.", gap=8)
    sheet.next_page()
    rows = ["Clause ¦ Test ¦ Verdict"]
    for index in range(46):
        rows.append(
            f"{6 + index // 12}.{1 + index % 12} ¦ {('Marking', 'Access probe', 'Continuity of PE', 'Insulation resistance', 'Dielectric test', 'Touch current', 'Temperature rise')[index % 7]} ¦ {'P' if index % 5 else 'N/A'}"
        )
    sheet.para("4  Test results", size=12, style="bold", gap=6)
    table(sheet, "\n".join(rows), (1, 6, 1))


def emc_german(case: Case, sheet: Sheet) -> None:
    """German EMC report: cover as a grid of numbered fields, values under their labels."""
    head = running(
        "Prüfbericht-Nr. [[EMV-2026-00871-1|document_number]]     Seite {p} von {n}", y=38, align="right", size=8
    )
    foot = running(
        "[[EMV-Zentrum Ostwestfalen GmbH|issuer]] · [[Fürstenallee 11, 33102 Paderborn|@issuer]] · [[DAkkS D-PL-20117-01-02|accreditation]]",
        y=812,
    )
    sheet.begin(face=faces.SANS, size=9, top=60, header=head, footer=foot)
    sheet.para("PRÜFBERICHT", size=20, style="bold", gap=8)
    table(
        sheet,
        """
        Auftraggeber⏎[[Lindwurm Elektronik GmbH|holder]]⏎[[Schlachthofstr. 3, 99085 Erfurt|@holder]] ¦ Hersteller⏎[[Lindwurm Elektronik GmbH|manufacturer]]⏎[[Schlachthofstr. 3, 99085 Erfurt|@manufacturer]]
        Prüfling⏎[[Ladestation mit Kabel|product_name]] ¦ Typbezeichnung⏎[[LW-3-C22|models]]
        Marke⏎[[Lindwurm|brand]] ¦ Serien-Nr. des Prüflings⏎[[LW-26-0003|serial_numbers]]
        Eingang Prüfmuster⏎[[09.03.2026|received_on=2026-03-09]] ¦ Prüfzeitraum⏎[[10.03.2026|tested_from=2026-03-10]] bis [[24.03.2026|tested_to=2026-03-24]]
        Hardwarestand⏎[[2.1|hardware_version]] ¦ Softwarestand⏎[[0.98.4|software_version]]
        Prüfgrundlage⏎[[EN IEC 61851-21-2:2021|std]] ¦ Prüfergebnis⏎[[bestanden|result=pass]]
        """,
        (1, 1),
        head=0,
        pad=4,
    )
    sheet.space(14)
    paras(sheet, "Ausstellungsdatum: [[31.03.2026|issued_on=2026-03-31]]", gap=30)
    ink(sheet, 330, "Kaminski")
    columns(
        sheet,
        "geprüft\nM. Sc. Lea Hübner",
        "freigegeben\n[[Jörg Kaminski|signatory_name]], [[Laborleiter|signatory_function]]",
        gap=1,
    )
    sheet.next_page()
    sheet.para("Zusammenfassung der Prüfungen", size=12, style="bold", gap=6)
    table(
        sheet,
        """
        Prüfung ¦ Anforderung ¦ Bewertung
        Störspannung Netzanschluss ¦ Klasse B ¦ erfüllt
        Störfeldstärke 30 MHz – 1 GHz ¦ Klasse B ¦ erfüllt
        Oberschwingungsströme ¦ Tabelle 3 ¦ erfüllt
        Spannungsschwankungen, Flicker ¦ dmax 4 % ¦ erfüllt
        Entladung statischer Elektrizität ¦ 4 kV / 8 kV ¦ erfüllt, Kriterium A
        Burst ¦ 2 kV ¦ erfüllt, Kriterium B
        Stoßspannung ¦ 2 kV / 4 kV ¦ erfüllt, Kriterium B
        """,
        (5, 3, 3),
    )
    sheet.space(10)
    sheet.para("Prüfmittel", size=12, style="bold", gap=6)
    table(
        sheet,
        "Gerät ¦ Typ ¦ Inventar-Nr. ¦ Kalibriert bis\nMessempfänger ¦ ESW8 ¦ P-0441 ¦ 11.2026\nNetznachbildung ¦ ENV432 ¦ P-0217 ¦ 08.2026\nAntenne ¦ HL562E ¦ P-0390 ¦ 02.2027",
        (3, 2, 2, 2),
    )


def emc_chinese(case: Case, sheet: Sheet) -> None:
    """Chinese and English EMC report in a small house's manner; a scan of the first two pages."""
    head = both(
        running("检测报告  TEST REPORT", y=36, align="left"),
        running("报告编号 No. [[ZJ26-E0229|document_number]]   第 {p} 页 共 {n} 页", y=36, align="right"),
    )
    sheet.begin(face=faces.SANS, size=9.5, top=64, header=head)
    sheet.para("检  测  报  告", size=22, align="center", gap=0)
    sheet.para("EMC TEST REPORT", size=14, style="bold", align="center", gap=14)
    pairs(
        sheet,
        """
        样品名称 Sample ¦ [[AC charging pile|product_name]]
        型号规格 Model ¦ [[KD-7KW-G2|models]]
        商标 Trade mark ¦ [[KEDA|brand]]
        委托单位 Client ¦ [[Taizhou Keda Electrical Appliance Co., Ltd.|holder]]
        委托单位地址 Address ¦ [[Binhai Industrial Park, Jiaojiang, Taizhou, Zhejiang, China|@holder:CN]]
        生产单位 Manufacturer ¦ [[Taizhou Keda Electrical Appliance Co., Ltd.|manufacturer]]
        收样日期 Received ¦ [[2026.02.26|received_on=2026-02-26]]
        检测日期 Tested ¦ [[2026.02.27|tested_from=2026-02-27]] ~ [[2026.03.05|tested_to=2026-03-05]]
        检测依据 Standards ¦ [[EN IEC 61851-21-2:2021|std]]
        检测结论 Conclusion ¦ 合格 [[PASS|result=pass]]
        """,
        label_width=150,
        gap=6,
    )
    sheet.space(24)
    ink(sheet, 360, "Xu")
    table(
        sheet,
        "主检 Tested by: Fang Li ¦ 批准 Approved by: [[Xu Jianmin|signatory_name]]\n签发日期 Issued: [[2026.03.09|issued_on=2026-03-09]] ¦ 职务 Title: [[Technical Director|signatory_function]]",
        (1, 1),
        head=0,
        ruled="none",
        size=9.5,
    )
    sheet.space(20)
    paras(
        sheet,
        "浙江检联电子检测有限公司⏎[[Zhejiang Jianlian Electronics Testing Co., Ltd.|issuer]]⏎[[Building 8, Paradise Software Park, Xihu, Hangzhou, China|@issuer:CN]]⏎[[CNAS L12290|accreditation]]",
        align="center",
    )
    sheet.stamp(330, sheet.y - 20, "ZHEJIANG JIANLIAN TESTING", radius=38)


def radio_revisions(case: Case, sheet: Sheet) -> None:
    """A radio report with the letter of the house, a history of revisions and channel tables."""
    head = both(
        running("[[Laguna RF Laboratories Inc.|issuer]]", y=36, align="left", style="bold", size=10),
        running("Report [[LRF-26-R-1187_rev02|document_number]]", y=36, align="right"),
    )
    sheet.begin(
        face=faces.TIMES,
        size=10.5,
        top=66,
        header=head,
        footer=running(
            "[[No. 39, Keji 1st Rd., Guishan, Taoyuan City 333, Taiwan|@issuer:TW]]   [[TAF 2881|accreditation]]   page {p}",
            y=812,
        ),
    )
    sheet.para("RADIO TEST REPORT", size=18, style="bold", gap=8)
    above(
        sheet,
        """
        FOR ¦ [[EV charger with WLAN|product_name]]
        MODEL NAME ¦ [[AMP-One|models]]
        SERIES MODEL NAME ¦ [[AMP-One Plus|models]], [[AMP-One Lite|models]]
        BRAND NAME ¦ [[Ampliva|brand]]
        APPLICANT ¦ [[Ampliva Technologies Pte. Ltd.|holder]]⏎[[60 Paya Lebar Road, #11-53, Singapore 409051|@holder:SG]]
        TEST STANDARD ¦ [[ETSI EN 300 328 V2.2.2 (2019-07)|std=ETSI EN 300 328 V2.2.2]]
        """,
        label_size=8,
        gap=7,
    )
    paras(
        sheet,
        "The equipment described above was found to [[COMPLY|result=pass]] with the requirements of the standard.",
        gap=10,
    )
    table(
        sheet,
        "Date of receipt ¦ Date of test ¦ Date of issue\n[[Mar. 02, 2026|received_on=2026-03-02]] ¦ [[Mar. 03|tested_from=2026-03-03]] ~ [[Mar. 18, 2026|tested_to=2026-03-18]] ¦ [[Mar. 30, 2026|issued_on=2026-03-30]]",
        (1, 1, 1),
    )
    sheet.space(30)
    ink(sheet, 330, "Huang")
    columns(
        sheet,
        "Tested by: Ken Tsai",
        "Approved by: [[Vincent Huang|signatory_name]]\n[[Section Manager|signatory_function]]",
        gap=2,
    )
    sheet.next_page()
    sheet.para("REVISION HISTORY", style="bold", size=12, gap=6)
    table(
        sheet,
        "Rev. ¦ Issue date ¦ Change\n00 ¦ Mar. 20, 2026 ¦ First issue\n01 ¦ Mar. 25, 2026 ¦ Antenna gain corrected\n[[02|revision]] ¦ Mar. 30, 2026 ¦ Series models added",
        (1, 2, 5),
    )
    sheet.space(12)
    sheet.para("EUT DESCRIPTION", style="bold", size=12, gap=6)
    pairs(
        sheet,
        """
        Manufacturer ¦ [[Batam Elektronika PT|manufacturer]], [[Batamindo Park, Batam 29433, Indonesia|@manufacturer:ID]]
        EUT hardware ¦ [[2.3|hardware_version]]
        EUT firmware ¦ [[4.0.0-beta2|firmware_version]]
        Operating band ¦ [[WLAN 802.11b/g/n|radios=wifi_2g4|~band_mhz=2412..2472|~power_dbm=18.7]]: 2412 – 2472 MHz, e.i.r.p. 18.7 dBm
        Antenna ¦ PIFA, 2.1 dBi
        Supply ¦ [[230 V|rated_voltage_v=230]], [[50 Hz|rated_frequency_hz=50]]
        """,
        label_width=120,
    )
    sheet.space(10)
    table(
        sheet,
        "Channel ¦ Frequency (MHz) ¦ Channel ¦ Frequency (MHz)\n1 ¦ 2412 ¦ 7 ¦ 2442\n2 ¦ 2417 ¦ 9 ¦ 2452\n5 ¦ 2432 ¦ 13 ¦ 2472",
        (1, 2, 1, 2),
    )


def cyber_assessment(case: Case, sheet: Sheet) -> None:
    """An assessment against EN 18031 with mechanisms and verdicts; sentence style, sidebar of facts."""
    sheet.begin(
        face=faces.SANS,
        size=9.5,
        top=60,
        footer=running(
            "[[Sentrix Cyber Assurance B.V.|issuer]] – [[Fred. Roeskestraat 115, 1076 EE Amsterdam, The Netherlands|@issuer:NL]] – [[RvA L 702|accreditation]]",
            y=812,
        ),
    )
    sheet.para("Conformity assessment report", size=20, style="bold", gap=0)
    paras(sheet, "Radio Equipment Directive, delegated regulation [[(EU) 2022/30|act=(EU) 2022/30]]", gap=10)
    columns(
        sheet,
        """
        Report [[SCA-2026-0077|document_number]], version [[1.1|revision]]
        Date [[2026-04-30|issued_on]]
        Assessed against [[EN 18031-1:2024|std]] and [[EN 18031-2:2024|std]]
        """,
        """
        Sponsor: [[Polder Charging B.V.|holder]]
        Equipment: [[charging station|product_name]] [[PC-Flex 22|models]]
        Firmware [[2026.4.0|firmware_version]] on hardware [[D2|hardware_version]]
        """,
        gap=3,
    )
    sheet.rule(gap=8)
    paras(
        sheet,
        """
        The assessment took place from [[16 March|tested_from=2026-03-16]] to [[24 April 2026|tested_to=2026-04-24]] at the premises of Sentrix. The manufacturer of the equipment is [[Polder Charging B.V.|manufacturer]], [[Havenweg 3, 4382 NL Vlissingen, The Netherlands|@manufacturer:NL]].
        """,
        gap=6,
    )
    rows = ["Mechanism ¦ Requirement ¦ Conceptual ¦ Functional ¦ Verdict"]
    for code, title in (
        ("ACM", "Access control"),
        ("AUM", "Authentication"),
        ("SUM", "Secure update"),
        ("SSM", "Secure storage"),
        ("SCM", "Secure communication"),
        ("RLM", "Resilience"),
        ("NMM", "Network monitoring"),
        ("TCM", "Traffic control"),
        ("CCK", "Confidential keys"),
        ("GEC", "General capabilities"),
        ("CRY", "Cryptography"),
    ):
        rows.append(
            f"{code}-1 ¦ {title} ¦ PASS ¦ {'N/A' if code in ('NMM', 'TCM') else 'PASS'} ¦ {'N/A' if code in ('NMM', 'TCM') else 'PASS'}"
        )
    table(sheet, "\n".join(rows), (2, 4, 2, 2, 2), ruled="rows")
    sheet.space(8)
    paras(sheet, "Overall verdict: [[PASS|result=pass]]. Users must set their own password before first use.", gap=26)
    ink(sheet, 80, "Bakker")
    paras(sheet, "[[Marleen Bakker|signatory_name]], [[Lead Assessor|signatory_function]]")
