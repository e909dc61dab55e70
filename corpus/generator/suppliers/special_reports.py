"""Reports on environment, metrology and substances."""

from corpus.generator import faces
from corpus.generator.case import Case
from corpus.generator.sheet import Sheet
from corpus.generator.suppliers.script import ink, pairs, paras, running, table


def environmental(case: Case, sheet: Sheet) -> None:
    """IP, IK and climate tests on one sheet with two verdict columns."""
    sheet.begin(face=faces.HELVETICA, size=9, top=50)
    table(
        sheet,
        """
        [[Climatest Engineering Ltd|issuer]] ¦ Environmental Test Report ¦ No. [[CE/5540/26|document_number]]
        [[Unit 9, Cowley Mill, Uxbridge UB8 2DB, UK|@issuer:GB]] ¦ [[UKAS 8114|accreditation]] ¦ Date [[2nd April 2026|issued_on=2026-04-02]]
        """,
        (4, 4, 3),
        head=0,
        pad=5,
    )
    sheet.space(8)
    pairs(
        sheet,
        """
        Customer: ¦ [[Solent EV Hardware Ltd|holder]], [[12 Marchwood Park, Southampton SO40 4BL, UK|@holder:GB]]
        Item: ¦ [[Charge point enclosure assembly|product_name]]
        Part / model: ¦ [[SEH-CP2|models]]
        S/N: ¦ [[0000412|serial_numbers]]
        Dates of test: ¦ [[09/03/2026|tested_from=2026-03-09]] to [[27/03/2026|tested_to=2026-03-27]]
        """,
        label_width=100,
    )
    sheet.space(6)
    table(
        sheet,
        """
        Test ¦ Specification ¦ Severity ¦ Result
        Dust and water ¦ [[IEC 60529:1989+AMD2:2013|std]] ¦ [[IP66|protection_ip]] ¦ Pass
        Impact ¦ [[IEC 62262:2002|std]] ¦ [[IK10|protection_ik]] (20 J) ¦ Pass
        Dry heat ¦ [[IEC 60068-2-2:2007|std]] ¦ +55 °C, 16 h ¦ Pass
        Cold ¦ [[IEC 60068-2-1:2007|std]] ¦ -40 °C, 16 h ¦ Pass
        Salt mist ¦ [[IEC 60068-2-52:2017|std]] ¦ Method 3 ¦ Pass
        """,
        (2, 4, 3, 1.4),
        shade=True,
    )
    sheet.space(8)
    paras(sheet, "Overall result: [[Pass|result=pass]]", style="bold", gap=26)
    ink(sheet, 80, "Ogilvie")
    paras(sheet, "Approved: [[Fergus Ogilvie|signatory_name]], [[Laboratory Manager|signatory_function]]")


def metrology_french(case: Case, sheet: Sheet) -> None:
    """French report on the accuracy of the built-in meter."""
    sheet.begin(
        face=faces.SERIF,
        size=10,
        top=70,
        left=66,
        right=66,
        footer=running("Rapport [[RE-2026-318|document_number]] – indice [[A|revision]] – {p}/{n}", y=810),
    )
    paras(
        sheet,
        "[[Laboratoire Métrologique du Rhône|issuer]]⏎[[4 chemin de la Doua, 69100 Villeurbanne, France|@issuer:FR]]⏎[[COFRAC 2-6310|accreditation]]",
        size=9,
        gap=14,
    )
    sheet.para("RAPPORT D'ESSAIS", size=18, style="bold", align="center", gap=10)
    pairs(
        sheet,
        """
        Demandeur ¦ [[Ferroville Énergies|holder]]⏎[[2 rue Ampère, 54710 Ludres, France|@holder:FR]]
        Appareil soumis aux essais ¦ [[Compteur d'énergie intégré à une borne|product_name]]
        Référence(s) ¦ [[FV-B22-MID|models]]
        N° de série ¦ [[B22M-000041|serial_numbers]]
        Version du logiciel ¦ [[2.08|software_version]]
        Document(s) de référence ¦ [[EN 50470-3:2022|std]]
        Date de réception ¦ [[le 6 janvier 2026|received_on=2026-01-06]]
        Dates des essais ¦ du [[12 janvier 2026|tested_from=2026-01-12]] au [[23 janvier 2026|tested_to=2026-01-23]]
        Tension, courant ¦ [[400 V|rated_voltage_v=400]] ; [[32 A|rated_current_a=32]] ; [[50 Hz|rated_frequency_hz=50]]
        Conclusion ¦ [[Conforme|result=pass]]
        """,
        label_width=150,
        gap=5,
    )
    sheet.space(20)
    paras(sheet, "[[Villeurbanne|place]], le [[30 janvier 2026|issued_on=2026-01-30]]", gap=20)
    ink(sheet, 340, "Mercadier")
    paras(sheet, "[[Louise Mercadier|signatory_name]]⏎[[Responsable technique|signatory_function]]", align="right")


def substances(case: Case, sheet: Sheet) -> None:
    """RoHS chemistry of a homogeneous material list, two languages, scanned."""
    head = running(
        "No. [[SHAEC26-04471|document_number]]   Date: [[Mar 17, 2026|issued_on=2026-03-17]]   Page {p} of {n}",
        y=40,
        align="right",
        size=8.5,
    )
    sheet.begin(face=faces.HELVETICA, size=9.5, top=66, header=head)
    sheet.para("Test Report", size=20, style="bold", gap=6)
    paras(
        sheet,
        """
        [[Xuzhou Yunlong Charging Tech Co., Ltd.|holder]]
        [[No. 3 Kuntai Road, Xuzhou, Jiangsu, China|@holder:CN]]
        The following sample(s) was/were submitted and identified on behalf of the client as: [[EV charging pile|product_name]]
        Model No. : [[YL-AC007E|models]]; [[YL-AC011E|models]]
        Sample Receiving Date : [[Mar 05, 2026|received_on=2026-03-05]]
        Testing Period : [[Mar 05, 2026|tested_from=2026-03-05]] ~ [[Mar 16, 2026|tested_to=2026-03-16]]
        Test Requested : Selected tests according to Directive [[2011/65/EU|act=2011/65/EU]] as amended by [[(EU) 2015/863|act=(EU) 2015/863]]
        Test Method : [[IEC 62321-3-1:2013|std]], [[IEC 62321-5:2013|std]], [[IEC 62321-8:2017|std]]
        Conclusion : [[PASS|result=pass]]
        """,
        gap=4,
    )
    sheet.space(24)
    ink(sheet, 80, "Shen")
    paras(
        sheet,
        "Signed for and on behalf of⏎[[Huadong Analytical Services Co., Ltd.|issuer]]⏎[[Violet Shen|signatory_name]], [[Approved Signatory|signatory_function]]",
        gap=10,
    )
    table(
        sheet,
        "Substance ¦ Unit ¦ MDL ¦ 001 ¦ 002 ¦ 003 ¦ Limit\nCadmium (Cd) ¦ mg/kg ¦ 2 ¦ ND ¦ ND ¦ 4 ¦ 100\nLead (Pb) ¦ mg/kg ¦ 2 ¦ ND ¦ 31 ¦ 17 ¦ 1000\nMercury (Hg) ¦ mg/kg ¦ 2 ¦ ND ¦ ND ¦ ND ¦ 1000\nCr(VI) ¦ mg/kg ¦ 8 ¦ ND ¦ ND ¦ – ¦ 1000\nSum of PBBs ¦ mg/kg ¦ - ¦ ND ¦ ND ¦ – ¦ 1000\nDEHP ¦ mg/kg ¦ 50 ¦ ND ¦ 62 ¦ – ¦ 1000",
        (4, 2, 1.5, 1.5, 1.5, 1.5, 2),
    )
