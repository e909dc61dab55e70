"""American listings and grants, metrology and management certificates, OCPP and CCC."""

from corpus.generator import faces
from corpus.generator.case import Case
from corpus.generator.sheet import Sheet
from corpus.generator.suppliers.script import both, columns, ink, pairs, paras, running, table


def nrtl_listing(case: Case, sheet: Sheet) -> None:
    """A listing: authorization to mark with applicant, manufacturer and listee columns, standards for two countries."""
    sheet.begin(face=faces.HELVETICA, size=9, top=60)
    paras(sheet, "AUTHORIZATION TO MARK", size=18, style="bold", align="center", gap=4)
    paras(
        sheet,
        "This authorizes the application of the Certification Mark(s) shown below to the models described in the Product(s) Covered section when made in accordance with the conditions set forth in the Certification Agreement and Listing Report.",
        size=8,
        gap=8,
    )
    table(
        sheet,
        """
        Applicant: ¦ [[Redwood Current, Inc.|holder]] ¦ Manufacturer: ¦ [[Tianjin Haohua Charging Technology Co., Ltd.|manufacturer]]
        Address: ¦ [[580 Foundry Way⏎San Leandro, CA 94577|@holder=580 Foundry Way, San Leandro, CA 94577]] ¦ Address: ¦ [[No. 12 Tianyuan Rd⏎Wuqing District, Tianjin 301700|@manufacturer=No. 12 Tianyuan Rd, Wuqing District, Tianjin 301700]]
        Country: ¦ [[USA|holder_country=US]] ¦ Country: ¦ [[China|manufacturer_country=CN]]
        Contact: ¦ Compliance Dept. ¦ Contact: ¦ Ms. Zhao
        """,
        (1.4, 4, 1.6, 4),
        head=0,
        ruled="outer",
    )
    sheet.space(6)
    table(
        sheet,
        """
        Report Issuing Office: ¦ [[Summit Product Safety Services|issuer]], [[Boulder, CO, USA|@issuer:US]]
        Control Number: ¦ [[5027714|document_number]]
        Authorized by: ¦ [[Kevin Rasmussen|signatory_name]], [[Certification Manager|signatory_function]]
        Date: ¦ [[03/27/2026|issued_on=2026-03-27]]
        """,
        (3, 7),
        head=0,
        ruled="outer",
    )
    ink(sheet, 420, "Rasmussen", rise=20)
    sheet.space(14)
    table(
        sheet,
        """
        Standard(s): ¦ Electric Vehicle Supply Equipment ([[UL 2594:2022|std]])⏎Personnel Protection Systems for EV Supply Circuits: General Requirements ([[UL 2231-1:2012|std]])⏎Personnel Protection Systems: Particular Requirements ([[UL 2231-2:2012|std]])⏎Electric Vehicle Supply Equipment ([[CSA C22.2 No. 280:2022|std]])
        Product: ¦ [[Electric Vehicle Supply Equipment|product_name]]
        Brand Name: ¦ [[Redwood|brand]]
        Models: ¦ [[RC-48-J|models]], [[RC-48-N|models]], [[RC-80-J|models]]
        """,
        (2, 8),
        head=0,
    )


def fcc_grant(case: Case, sheet: Sheet) -> None:
    """A grant of equipment authorization as printed from the register."""
    sheet.begin(face=faces.COURIER, size=9, top=60, left=60, right=60)
    sheet.para("TCB                 GRANT OF EQUIPMENT                TCB", style="bold", align="center", gap=0)
    sheet.para("AUTHORIZATION", style="bold", align="center", gap=4)
    sheet.para(
        "Certification\nIssued Under the Authority of the\nFederal Communications Commission\nBy:",
        align="center",
        gap=6,
    )
    columns(
        sheet,
        "[[Lakeshore Compliance Certification LLC|issuer]]⏎[[1200 Harbor Dr⏎Racine, WI 53402|@issuer=1200 Harbor Dr, Racine, WI 53402]]",
        "Date of Grant: [[02/19/2026|issued_on=2026-02-19]]⏎Application Dated: 02/18/2026",
    )
    sheet.space(10)
    paras(
        sheet,
        "[[Ningde Yuanli Smart Energy Co., Ltd|holder]]⏎[[6 Fuyuan Road, Jiaocheng⏎Ningde, 352100⏎China|@holder:CN=6 Fuyuan Road, Jiaocheng, Ningde, 352100, China]]",
        gap=6,
    )
    sheet.para("Attention: Lin Meiqi, Engineer", gap=10)
    sheet.para("NOT TRANSFERABLE", style="bold", align="center", gap=4)
    sheet.para(
        "EQUIPMENT AUTHORIZATION is hereby issued to the named GRANTEE, and is VALID ONLY for the equipment identified hereon for use under the Commission's Rules and Regulations listed below.",
        gap=10,
    )
    pairs(
        sheet,
        """
        FCC IDENTIFIER: ¦ [[2BQ7YYLEV48|document_number]]
        Name of Grantee: ¦ Ningde Yuanli Smart Energy Co., Ltd
        Equipment Class: ¦ Digital Transmission System
        Notes: ¦ [[EV Charger|product_name]]
        """,
        label_width=130,
    )
    sheet.space(8)
    table(
        sheet,
        """
        Grant Notes ¦ FCC Rule Parts ¦ Frequency Range (MHZ) ¦ Output Watts ¦ Tolerance
        CC ¦ [[15C|act=47 CFR 15]] ¦ 2402.0 - 2480.0 ¦ 0.0019 ¦
        CC ¦ 15C ¦ 2412.0 - 2462.0 ¦ 0.158 ¦
        """,
        (2, 2.4, 4, 2, 2),
        ruled="none",
    )
    sheet.space(6)
    sheet.para(
        "Output power is conducted. This device must be installed to provide a separation distance of at least 20 cm from all persons."
    )


def mid_module_b(case: Case, sheet: Sheet) -> None:
    """Metrology in German and English, sentence labels, several pages' data on one."""
    head = both(
        running("Benannte Stelle / Notified Body [[2990|issuer_body_number]]", y=40, align="right"),
        running("[[Eichwerk Zertifizierung GmbH|issuer]]", y=40, align="left", style="bold", size=9),
    )
    sheet.begin(face=faces.SANS, size=9.5, top=70, header=head)
    sheet.para("Baumusterprüfbescheinigung", size=18, style="bold", gap=0)
    sheet.para("EU-type examination certificate (Module B)", size=11, gap=12)
    pairs(
        sheet,
        """
        Ausgestellt für den Hersteller:⏎Issued to the manufacturer: ¦ [[Ladeforum Messtechnik AG|holder|manufacturer]]⏎[[Bahnhofplatz 4, 9000 St. Gallen, Schweiz|@holder:CH|@manufacturer:CH]]
        gemäß:⏎In accordance with: ¦ Anhang II Modul B der Richtlinie [[2014/32/EU|act=2014/32/EU]]
        Messgeräteart:⏎In respect of: ¦ [[Elektrizitätszähler in Ladeeinrichtungen|product_name]]
        Typ:⏎Type designation: ¦ [[LFM-DC200|models]], [[LFM-DC400|models]]
        Messwerte:⏎Characteristics: ¦ Genauigkeitsklasse B
        Software: ¦ [[1.07|software_version]] (CRC 0x8A3F)
        Nummer der Bescheinigung:⏎Certificate number: ¦ [[EW-MI003-26-011|document_number]]
        Gültig bis:⏎Valid until: ¦ [[31.01.2036|valid_until=2036-01-31]]
        Angewandte Normen:⏎Standards: ¦ [[EN 50470-4:2023|std]], [[EN IEC 62052-11:2021|std]]
        Anzahl der Seiten: ¦ 1
        """,
        label_width=150,
        gap=6,
    )
    sheet.space(20)
    ink(sheet, 80, "Brandl")
    columns(
        sheet,
        "[[Berlin|place]], [[01.02.2026|issued_on=2026-02-01]]",
        "[[Dr.-Ing. Franz Brandl|signatory_name]]\n[[Leiter der Zertifizierungsstelle|signatory_function]]",
    )


def management_sites(case: Case, sheet: Sheet) -> None:
    """ISO 9001 with the scope in two languages and a second page of sites."""
    foot = running(
        "[[Sterling Register International|issuer]] · [[UKAS 0987|accreditation]] · Certificate [[SRI-QMS-33018|document_number]] · page {p}/{n}",
        y=806,
    )
    sheet.begin(face=faces.TIMES, size=12, top=120, left=90, right=90, footer=foot)
    sheet.frame(inset=20)
    sheet.para("Certificate of Registration", size=26, style="italic", align="center", gap=20)
    sheet.para("This is to certify that the Quality Management System of", align="center", gap=8)
    paras(
        sheet,
        "[[Hunan Xiangjiang Electric Vehicle Charging Co., Ltd.|holder]]",
        size=15,
        style="bold",
        align="center",
        gap=3,
    )
    paras(sheet, "[[28 Lugu Avenue, Yuelu District, Changsha, Hunan, P. R. China|@holder:CN]]", align="center", gap=12)
    paras(sheet, "complies with [[ISO 9001:2015|std]]", size=14, align="center", gap=12)
    sheet.para(
        "for: Design and manufacture of AC and DC charging equipment for electric vehicles\n交流和直流电动汽车充电设备的设计和制造",
        align="center",
        gap=24,
    )
    table(
        sheet,
        """
        Original registration ¦ Current issue ¦ Expiry
        09 Jun 2020 ¦ [[09 Jun 2026|issued_on=2026-06-09]] ¦ [[08 Jun 2029|valid_until=2029-06-08]]
        """,
        (1, 1, 1),
        ruled="none",
    )
    sheet.space(50)
    ink(sheet, 260, "Hargreave")
    paras(sheet, "[[Philippa Hargreave|signatory_name]], [[Managing Director|signatory_function]]", align="center")
    sheet.next_page()
    sheet.para("Appendix – sites", size=16, style="bold", gap=10)
    table(
        sheet,
        """
        Site ¦ Activity
        28 Lugu Avenue, Yuelu District, Changsha ¦ Design, sales
        Plant 2, Wangcheng Economic Zone, Changsha ¦ Manufacture
        """,
        (3, 2),
    )


def ocpp_certificate(case: Case, sheet: Sheet) -> None:
    """A protocol certificate: cards of two columns, tested functions ticked."""
    sheet.begin(face=faces.SANS, size=9.5, top=70)
    sheet.para("OCPP 2.0.1 Certificate", size=22, style="bold", gap=2)
    sheet.para("Open Charge Protocol Conformance Programme", size=10, gap=16)
    columns(
        sheet,
        """
        Vendor
        [[Sundvolt AB|holder]]
        Device under test
        [[Sundvolt|brand]] [[ST-22-OCPP|models]]
        Certified profiles
        Core, Advanced Security
        """,
        """
        Certificate number
        [[OCC-201-26-0458|document_number]]
        Firmware
        [[3.11.0-rel|firmware_version]]
        Date of certification
        [[2026/06/18|issued_on=2026-06-18]]
        """,
        gap=3,
    )
    sheet.rule(gap=10)
    table(
        sheet,
        "Functional block ¦ Tested\nProvisioning ¦ yes\nAuthorisation ¦ yes\nTransactions ¦ yes\nSmart charging ¦ no",
        (4, 1),
    )
    sheet.space(14)
    paras(
        sheet,
        "Testing laboratory: [[Göta Interop Lab|issuer]], [[Lindholmspiren 5, 417 56 Göteborg, Sweden|@issuer:SE]]",
        gap=4,
    )
    paras(sheet, "Test report [[GIL-26-0458|references]]. Valid for the firmware stated above only.")


def ccc_certificate(case: Case, sheet: Sheet) -> None:
    """China's compulsory certificate with both languages one below the other."""
    sheet.begin(face=faces.SANS, size=9.5, top=100, left=80, right=80)
    sheet.frame(inset=26, weight=2)
    sheet.para("中国国家强制性产品认证证书", size=18, align="center", gap=2)
    sheet.para("CERTIFICATE FOR CHINA COMPULSORY PRODUCT CERTIFICATION", size=11, style="bold", align="center", gap=10)
    paras(sheet, "证书编号 No.: [[2026015102739904|document_number]]", align="center", gap=14)
    pairs(
        sheet,
        """
        委托人名称、地址⏎Name and address of the applicant ¦ [[Hangzhou Qiantang Charging Co., Ltd.|holder]]⏎[[No. 901 Binkang Road, Binjiang District, Hangzhou, Zhejiang, China|@holder:CN]]
        生产者(制造商)名称、地址⏎Name and address of the manufacturer ¦ [[Hangzhou Qiantang Charging Co., Ltd.|manufacturer]]⏎[[No. 901 Binkang Road, Binjiang District, Hangzhou, Zhejiang, China|@manufacturer:CN]]
        生产企业名称、地址⏎Name and address of the factory ¦ [[Jiaxing Qiantang Equipment Co., Ltd.|factory]]⏎[[88 Changsheng South Road, Jiaxing, Zhejiang, China|@factory:CN]]
        产品名称和系列、规格、型号⏎Product name and series, specification, model ¦ 电动汽车供电设备 [[EV supply equipment|product_name]]⏎[[QT-AC7|models]]: AC [[220V|rated_voltage_v=220]], [[32A|rated_current_a=32]], [[50Hz|rated_frequency_hz=50]], [[7kW|rated_power_kw=7]]
        产品标准和技术要求⏎Product standards ¦ [[GB 39752-2024|std=GB 39752:2024]]
        发证日期⏎Date of issue ¦ [[2026年01月30日|issued_on=2026-01-30]]
        有效期至⏎Valid until ¦ [[2031年01月29日|valid_until=2031-01-29]]
        """,
        label_width=170,
        gap=7,
    )
    sheet.space(30)
    paras(sheet, "华东质量认证中心  [[East China Quality Certification Centre|issuer]]", align="center")
    sheet.stamp(300, sheet.y - 18, "EAST CHINA QUALITY CERTIFICATION", radius=40)
