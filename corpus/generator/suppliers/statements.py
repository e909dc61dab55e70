"""Declarations for other duties: Great Britain, FCC, materials, equivalence, smart charge points."""

from corpus.generator import faces
from corpus.generator.case import Case
from corpus.generator.sheet import Sheet
from corpus.generator.suppliers.script import above, both, columns, ink, pairs, paras, running, table


def uk_two_columns(case: Case, sheet: Sheet) -> None:
    """UK declaration whose standards stand beside the regulations; company number in the footer, block capitals sign."""
    foot = running(
        "Registered in England and Wales No. 09990217",
        "[[Dunmore Charge Point Solutions Limited|manufacturer|issuer]], [[Riverside Works, Tannery Lane, Bristol BS2 0QX, UK|@manufacturer:GB]]",
        y=800,
    )
    sheet.begin(face=faces.HELVETICA, size=9.5, top=70, footer=foot)
    sheet.para("UK DECLARATION OF CONFORMITY", size=16, style="bold", gap=2)
    paras(
        sheet,
        "Unique identification of this declaration: [[UKDoC/DCP/0031 Issue 2|document_number=UKDoC/DCP/0031]]",
        gap=10,
    )
    sheet.note("revision", "2")
    sheet.note("statements", "sole_responsibility")
    paras(
        sheet,
        """
        We, the manufacturer named below, declare under our sole responsibility that the following apparatus:
        """,
        gap=6,
    )
    pairs(
        sheet,
        """
        Type of equipment ¦ [[Electric vehicle charge point|product_name]]
        Make ¦ [[Dunmore|brand]]
        Model numbers ¦ [[DM-7S-UK|models]] (socket), [[DM-7T-UK|models]] (tethered)
        Supply ¦ [[230 V|rated_voltage_v=230]] a.c. [[50 Hz|rated_frequency_hz=50]] [[32 A|rated_current_a=32]] single phase
        """,
        label_width=140,
        gap=2,
    )
    sheet.space(6)
    sheet.para("is in conformity with the relevant statutory requirements:", gap=6)
    table(
        sheet,
        """
        UK legislation ¦ Designated standards
        The Radio Equipment Regulations 2017 ([[S.I. 2017/1206|act=SI 2017/1206]]) ¦ [[BS EN IEC 61851-1:2019|std]]⏎[[ETSI EN 301 489-1 V2.2.3|std]]⏎[[ETSI EN 301 489-17 V3.2.4|std]]⏎[[ETSI EN 300 328 V2.2.2|std]]
        The Restriction of the Use of Certain Hazardous Substances in Electrical and Electronic Equipment Regulations 2012 ([[S.I. 2012/3032|act=SI 2012/3032]]) ¦ [[BS EN IEC 63000:2018|std]]
        """,
        (5, 4),
        shade=True,
    )
    sheet.space(26)
    ink(sheet, 330, "Pryce")
    columns(
        sheet,
        "Place of issue: [[Bristol|place]]\nDate of issue: [[14th May 2026|issued_on=2026-05-14]]",
        "Signed for and on behalf of the manufacturer\n[[OWEN PRYCE|signatory_name]]\n[[Compliance Engineer|signatory_function]]",
        gap=1,
    )


def fcc_sdoc_letter(case: Case, sheet: Sheet) -> None:
    """Supplier's declaration in the manner of § 2.1077, responsible party in the United States above the device."""
    sheet.begin(face=faces.TIMES, size=11, top=80, left=76, right=76)
    sheet.para("FCC Supplier's Declaration of Conformity", size=15, style="bold", align="center", gap=2)
    paras(
        sheet,
        "Compliance Information (§ 2.1077)",
        align="center",
        gap=16,
    )
    above(
        sheet,
        """
        Unique Identifier ¦ [[Tallgrass|brand]] [[TG-L2-48H|models]], [[TG-L2-40H|models]]
        Responsible Party – U.S. Contact Information ¦ [[Tallgrass Charging LLC|responsible_party|issuer]]⏎[[3300 Prairie Star Parkway⏎Lenexa, KS 66227⏎United States|@responsible_party:US=3300 Prairie Star Parkway, Lenexa, KS 66227, United States]]⏎www.tallgrass-charging.example
        Manufactured by ¦ [[Zhuhai Oceanlink Electronics Ltd.|manufacturer]], [[Zhuhai, China|@manufacturer:CN]]
        Product ¦ [[Level 2 EV Supply Equipment|product_name]]
        """,
        label_size=9,
        gap=9,
    )
    sheet.para("FCC Compliance Statement", style="bold", gap=3)
    sheet.note("statements", "fcc_15_19")
    paras(
        sheet,
        """
        This device complies with [[Part 15 of the FCC Rules|act=47 CFR 15]]. Operation is subject to the following two conditions: (1) this device may not cause harmful interference, and (2) this device must accept any interference received, including interference that may cause undesired operation.
        The test results are documented in report [[CHI-26-2219-FCC|references]], measured in accordance with [[ANSI C63.4-2014|std=ANSI C63.4:2014]].
        """,
        gap=10,
    )
    sheet.space(30)
    ink(sheet, 90, "Whitlock")
    paras(
        sheet,
        "[[Jolene Whitlock|signatory_name]], [[VP Engineering|signatory_function]]⏎[[April 17, 2026|issued_on=2026-04-17]]",
    )


def reach_letter(case: Case, sheet: Sheet) -> None:
    """A Chinese maker's REACH and RoHS letter, short, with a stamp over the date."""
    sheet.begin(face=faces.SANS, size=10, top=80, left=70, right=70)
    paras(
        sheet, "[[Wuxi Taihu Green Power Co., Ltd.|manufacturer|issuer]]", size=14, style="bold", align="center", gap=1
    )
    paras(
        sheet,
        "[[No.155 Xidong Avenue, Xishan District, Wuxi City, Jiangsu, China|@manufacturer:CN]]",
        size=8.5,
        align="center",
        gap=1,
    )
    sheet.para("Tel +86 510 0000 0000   Fax +86 510 0000 0001", size=8.5, align="center", gap=4)
    sheet.rule(gap=20)
    sheet.para("DECLARATION OF RoHS / REACH COMPLIANCE", size=13, style="bold", align="center", gap=14)
    paras(
        sheet,
        """
        Ref: [[TG-ENV-2026-007|document_number]]
        To: Chargeline Nederland B.V.
        We certify that the [[EV charger|product_name]] model [[TH-AC07|models]], [[TH-AC11|models]] and [[TH-AC22|models]] supplied by our company and its packaging comply with Directive [[2011/65/EU|act=2011/65/EU]] as amended by [[(EU) 2015/863|act=(EU) 2015/863]], and with Regulation [[(EC) No 1907/2006|act=(EC) 1907/2006]] (REACH). No substance of the Candidate List (250 entries, June 2025) is present above 0.1 % by weight of an article, except lead in brass parts (CAS 7439-92-1).
        The technical documentation was drawn up according to [[EN IEC 63000:2018|std]]. Test report: [[SZX-RS-2602117|references]].
        """,
        gap=10,
    )
    sheet.space(36)
    ink(sheet, 90, "Qian")
    paras(sheet, "[[Qian Xuefeng|signatory_name]] / [[EHS Manager|signatory_function]]", gap=3)
    paras(sheet, "[[2026-02-25|issued_on]]")
    sheet.stamp(150, sheet.y - 22, "WUXI TAIHU GREEN POWER CO LTD", radius=36)


def equivalence_table(case: Case, sheet: Sheet) -> None:
    """A factory's letter: customer's names beside its own, in a table of two blocks; evidence listed."""
    foot = running(
        "[[Changzhou Bolun Electric Co., Ltd.|manufacturer|issuer]] · [[68 Hehai East Road, Xinbei, Changzhou 213022, PR China|@manufacturer:CN]]",
        y=806,
    )
    sheet.begin(face=faces.HELVETICA, size=9.5, top=70, footer=foot)
    sheet.logo(sheet.left, 36, "BOLUN", size=14)
    paras(sheet, "[[Changzhou|place]], [[Jan. 8th, 2026|issued_on=2026-01-08]]", align="right", gap=14)
    sheet.para("Product Identity Statement (ODM)", size=14, style="bold", gap=2)
    paras(sheet, "No. [[BL-PIS-26-002|document_number]]", gap=10)
    paras(
        sheet,
        """
        This is to state that the products which we manufacture for Hallerup Energi A/S and which are sold under its trade mark [[Hallerup|brand]] are electrically and mechanically identical with our own models. They differ only in colour, logo and rating label.
        """,
        gap=8,
    )
    sheet.note("construction", "unchanged")
    table(
        sheet,
        """
        Our model ¦ Customer's model ¦ Our model ¦ Customer's model
        [[BL-W11-S|models]] ¦ [[HE Wall 11|models]] ¦ [[BL-W11-C5|models]] ¦ [[HE Wall 11 T|models]]
        [[BL-W22-S|models]] ¦ [[HE Wall 22|models]] ¦ [[BL-W22-C5|models]] ¦ [[HE Wall 22 T|models]]
        """,
        (1, 1, 1, 1),
        shade=True,
    )
    sheet.space(10)
    paras(
        sheet,
        "The following documents issued for our models therefore apply: CB certificate [[SE-120884|references]], EMC report [[CZT-E-251190|references]], radio report [[CZT-R-251191|references]].",
        gap=30,
    )
    ink(sheet, 80, "Hu Bin")
    paras(sheet, "Authorised signature: [[Hu Bin|signatory_name]], [[R&D Director|signatory_function]]")


def smart_charge_point(case: Case, sheet: Sheet) -> None:
    """Statement of compliance for Great Britain's smart charge points: one table of regulations against evidence."""
    head = both(
        running("Statement of Compliance", y=40, align="left", size=9),
        running("SCP-SoC-[[0142|document_number=SCP-SoC-0142]]", y=40, align="right", size=9),
    )
    sheet.begin(face=faces.SANS, size=9, top=70, header=head)
    sheet.para("The Electric Vehicles (Smart Charge Points) Regulations 2021", size=13, style="bold", gap=1)
    paras(sheet, "[[SI 2021 No. 1467|act=SI 2021/1467]] – Regulation 13(2)", gap=10)
    above(
        sheet,
        """
        Manufacturer and seller of the charge point ¦ [[Moorland Energy Devices plc|manufacturer|issuer]]
        Registered office ¦ [[1 Peel Court, Harrogate HG1 5PR, United Kingdom|@manufacturer:GB]]
        Relevant charge point ¦ [[Moorland|brand]] [[MD7-SCP|models]] / [[MD7-SCP-T|models]], operating software [[5.0.3|software_version]] or later
        """,
        label_size=8,
        gap=6,
    )
    table(
        sheet,
        """
        Reg. ¦ Requirement ¦ How met ¦ Evidence
        5 ¦ Smart functionality ¦ Demand response through OCPP 1.6J ¦ [[MED-T-501|references]]
        6 ¦ Electricity supplier interoperability ¦ Open protocol, no lock ¦ [[MED-T-502|references]]
        7 ¦ Continued charging ¦ Offline mode tested ¦ [[MED-T-503|references]]
        8 ¦ Safety ¦ Override refused ¦ [[MED-T-504|references]]
        9 ¦ Measuring system ¦ ±2 % ¦ [[MED-T-505|references]]
        10, 11 ¦ Off-peak charging, randomised delay ¦ Default 00–08 h, 600 s ¦ [[MED-T-506|references]]
        12, Sch. 1 ¦ Security ¦ Unique password, signed updates ¦ [[MED-T-507|references]]
        """,
        (1, 4, 4, 2),
    )
    sheet.space(12)
    paras(sheet, "I confirm that the charge points above meet the requirements of Parts 2 and Schedule 1.", gap=26)
    ink(sheet, 90, "Fairburn")
    pairs(
        sheet,
        """
        Name ¦ [[Dr Ruth Fairburn|signatory_name]]
        Position ¦ [[Chief Technology Officer|signatory_function]]
        Dated ¦ [[02-Mar-26|issued_on=2026-03-02]]
        """,
        label_width=70,
    )


def dutch_scan(case: Case, sheet: Sheet) -> None:
    """Dutch declaration with the list of types over two columns; scanned on a bad machine."""
    sheet.begin(face=faces.SERIF, size=10.5, top=80, left=70, right=70)
    sheet.para("EU-conformiteitsverklaring", size=18, style="bold", gap=12)
    sheet.note("statements", "sole_responsibility")
    paras(
        sheet,
        """
        Nummer: [[2026/CV/018|document_number]]
        [[Stroomkracht Laadsystemen B.V.|manufacturer|issuer]], gevestigd aan de [[Ambachtsweg 12, 3953 BZ Maarsbergen, Nederland|@manufacturer:NL]], verklaart als fabrikant onder haar uitsluitende verantwoordelijkheid dat het product [[laadpaal|product_name]], merk [[Stroomkracht|brand]], in de uitvoeringen
        """,
        gap=6,
    )
    columns(sheet, "[[SK-P1-11|models]]⏎[[SK-P1-22|models]]", "[[SK-P2-11|models]]⏎[[SK-P2-22|models]]")
    paras(
        sheet,
        """
        voldoet aan de richtlijnen [[2014/53/EU|act=2014/53/EU]] en [[2011/65/EU|act=2011/65/EU]]. Toegepast zijn: [[NEN-EN-IEC 61851-1:2019|std]], [[EN IEC 62311:2020|std]], [[EN 301 489-1 V2.2.3|std]], [[EN 301 489-17 V3.2.4|std]], [[EN 300 328 V2.2.2|std]], [[EN 18031-1:2024|std]] en [[EN IEC 63000:2018|std]].
        """,
        gap=10,
    )
    paras(sheet, "[[Maarsbergen|place]], [[16 maart 2026|issued_on=2026-03-16]]", gap=36)
    ink(sheet, 90, "Hoekstra")
    paras(sheet, "[[ir. Sjoerd Hoekstra|signatory_name]]⏎[[Directeur|signatory_function]]")
