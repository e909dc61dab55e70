"""Certificates of several bodies: CB, type examination, marks, listings, grants, metrology, management, protocol."""

from corpus.generator import faces
from corpus.generator.case import Case
from corpus.generator.sheet import Sheet
from corpus.generator.suppliers.script import above, columns, ink, pairs, paras, running, table


def cb_french_english(case: Case, sheet: Sheet) -> None:
    """The CB form in two languages a label, further models on a second page."""
    sheet.begin(face=faces.HELVETICA, size=8.5, top=60, left=50, right=50)
    table(sheet, "IEC  IECEE  CB SCHEME ¦ Ref. Certif. No.⏎[[FI-61482|document_number]]", (6, 3), head=0, size=11)
    sheet.space(4)
    sheet.para("CB TEST CERTIFICATE      CERTIFICAT D'ESSAI OC", size=12, style="bold", gap=6)
    table(
        sheet,
        """
        Product⏎Produit ¦ [[EV Charger|product_name]]
        Name and address of the applicant⏎Nom et adresse du demandeur ¦ [[Baltic Plug OÜ|holder]]⏎[[Peterburi tee 71, 11415 Tallinn, Estonia|@holder:EE]]
        Name and address of the manufacturer⏎Nom et adresse du fabricant ¦ [[Baltic Plug OÜ|manufacturer]]⏎[[Peterburi tee 71, 11415 Tallinn, Estonia|@manufacturer:EE]]
        Name and address of the factory⏎Nom et adresse de l'usine ¦ [[Huizhou Jiayuan Technology Co., Ltd.|factory]]⏎[[Block 4, Zhongkai Hi-tech Zone, Huizhou, Guangdong 516006, China|@factory:CN]]
        Ratings and principal characteristics⏎Valeurs nominales et caractéristiques principales ¦ AC Input/Output: [[400V|rated_voltage_v=400]] 3N~, [[50Hz|rated_frequency_hz=50]], [[32A|rated_current_a=32]] or [[16A|rated_current_a=16]]; [[Class I|protection_class=I]]; [[IP54|protection_ip]]
        Trademark / Brand (if any)⏎Marque de fabrique (si elle existe) ¦ [[BalticPlug|brand]]
        Type of Manufacturer's Testing Laboratories used ¦ N/A
        Model / Type Ref.⏎Ref. de type ¦ [[BP3-22-T2|models]], additional models on page 2
        Additional information (if necessary may also be reported on page 2)⏎Information complémentaire ¦ Nat. differences: EU Group Differences. Supersedes [[FI-58110|references]].
        A sample of the product was tested and found to be in conformity with⏎Un échantillon de ce produit a été essayé et a été considéré conforme à la ¦ [[IEC 61851-1:2017|std]]
        As shown in the Test Report Ref. No. which forms part of this Certificate⏎Comme indiqué dans le Rapport d'essais numéro de référence ¦ [[T-26-03317-S-A1|references]]
        """,
        (4, 5),
        head=0,
    )
    table(
        sheet,
        "This CB Test Certificate is issued by the National Certification Body⏎Ce Certificat d'essai OC est établi par l'Organisme National de Certification",
        (1,),
        head=0,
        size=8,
    )
    sheet.space(8)
    columns(
        sheet,
        "[[Nordcert Finland Oy|issuer]]\n[[Tekniikantie 12, FI-02150 Espoo, Finland|@issuer:FI]]",
        "Date: [[2026-02-11|issued_on]]\nSignature: [[Mika Lahtinen|signatory_name]]",
        gap=2,
    )
    ink(sheet, 420, "Lahtinen", rise=-12)
    sheet.next_page()
    table(sheet, "Page 2 of 2 ¦ Ref. Certif. No. [[FI-61482|document_number]]", (6, 3), head=0)
    sheet.space(10)
    sheet.para("Additional models / Modèles supplémentaires:", style="bold", gap=5)
    table(
        sheet,
        """
        Model ¦ Rated current ¦ Connection
        [[BP3-22-T2|models]] ¦ [[32 A|rated_current_a=32]] ¦ socket-outlet
        [[BP3-11-T2|models]] ¦ [[16 A|rated_current_a=16]] ¦ socket-outlet
        [[BP3-22-C|models]] ¦ [[32 A|rated_current_a=32]] ¦ attached cable
        [[BP3-11-C|models]] ¦ [[16 A|rated_current_a=16]] ¦ attached cable
        """,
        (2, 1, 2),
    )


def type_examination(case: Case, sheet: Sheet) -> None:
    """EU-type examination: Module B, body and number in a footer, annex with the assessed standards on page 2."""
    foot = running(
        "[[Ardennes Certification SA|issuer]] – Notified Body [[2993|issuer_body_number]] – [[Rue de Stavelot 8, 4970 Francorchamps, Belgium|@issuer:BE]]",
        "Page {p} of {n} – [[AC/RED/26/0417|document_number]]",
        y=800,
    )
    sheet.begin(face=faces.SERIF, size=11, top=90, left=80, right=80, footer=foot)
    sheet.frame()
    sheet.para("EU-TYPE EXAMINATION CERTIFICATE", size=19, style="bold", align="center", gap=2)
    paras(sheet, "Module B, Annex III of Directive [[2014/53/EU|act=2014/53/EU]]", align="center", gap=24)
    above(
        sheet,
        """
        issued to ¦ [[Kestrel Grid Technologies Ltd.|holder]]⏎[[Unit 3, Docklands Innovation Park, Dublin 3, Ireland|@holder:IE]]
        for the radio equipment ¦ [[EV charge point with LTE and RFID|product_name|radios=lte|radios=nfc_rfid]]
        type designation ¦ [[KG-200|models]]
        trade mark ¦ [[Kestrel|brand]]
        essential requirements assessed ¦ Articles 3.1(a), 3.1(b), 3.2, 3.3(d), 3.3(e)
        """,
        label_size=8,
        size=12,
        gap=10,
    )
    sheet.space(10)
    sheet.para(
        "The technical design of the apparatus meets the essential requirements listed above. This certificate is only valid together with its annex.",
        gap=30,
    )
    ink(sheet, 340, "Lambrecht")
    paras(
        sheet,
        "Date: [[20.IV.2026|issued_on=2026-04-20]]        [[Geert Lambrecht|signatory_name]], [[Certification Manager|signatory_function]]",
        gap=4,
    )
    paras(sheet, "Expires: [[19.IV.2031|valid_until=2031-04-19]]")
    sheet.next_page()
    sheet.para("ANNEX", size=14, style="bold", gap=8)
    table(
        sheet,
        """
        Requirement ¦ Standard ¦ Report
        3.1(a) ¦ [[EN IEC 61851-1:2019|std]] ¦ [[KT-26-118-S|references]]
        3.1(a) RF exposure ¦ [[EN IEC 62311:2020|std]] ¦ [[KT-26-118-M|references]]
        3.1(b) ¦ [[EN 301 489-1 V2.2.3|std]], [[EN 301 489-52 V1.2.1|std]] ¦ [[KT-26-118-E|references]]
        3.2 ¦ [[EN 301 908-13 V13.2.1|std]], [[EN 300 330 V2.1.1|std]] ¦ [[KT-26-118-R|references]]
        3.3(d)(e) ¦ [[EN 18031-1:2024|std]], [[EN 18031-2:2024|std]] (with restrictions) ¦ [[KT-26-140-C|references]]
        """,
        (3, 5, 3),
    )
    sheet.space(10)
    pairs(
        sheet,
        """
        Manufacturer ¦ [[Kestrel Grid Technologies Ltd.|manufacturer]], [[Dublin, Ireland|@manufacturer:IE]]
        Hardware version ¦ [[4.2|hardware_version]]
        Firmware version ¦ [[7.3.0|firmware_version]]
        """,
        label_width=110,
    )


def french_mark(case: Case, sheet: Sheet) -> None:
    """French licence to use a voluntary mark; two-language footer, models in a numbered list."""
    foot = running(
        "[[Certivolt Services|issuer]] – [[14 place de la Bourse, 33000 Bordeaux, France|@issuer:FR]]",
        "Accréditation [[COFRAC 5-0688|accreditation]] (certification de produits)",
        y=800,
    )
    sheet.begin(face=faces.SANS, size=10, top=80, left=66, right=66, footer=foot)
    sheet.logo(sheet.left, 40, "CV", size=20)
    sheet.para("LICENCE N°", align="right", size=8, gap=0)
    paras(sheet, "[[CV-704116|document_number]]", align="right", size=14, style="bold", gap=10)
    sheet.para("Droit d'usage de la marque CV Sécurité", size=15, style="bold", gap=14)
    pairs(
        sheet,
        """
        Délivrée à ¦ [[Ohmeo Recharge SAS|holder]]⏎[[25 quai Rambaud, 69002 Lyon, France|@holder:FR]]
        Site de fabrication ¦ [[Ohmeo Production|factory]], [[01100 Oyonnax, France|@factory:FR]]
        Produit ¦ [[Système de charge conductive pour véhicules électriques|product_name]]
        Marque commerciale ¦ [[OHMEO|brand]]
        Norme(s) ¦ [[EN IEC 61851-1:2019|std]]⏎[[EN IEC 61851-21-2:2021|std]]
        Date d'effet ¦ [[01/12/2025|issued_on=2025-12-01]]
        Fin de validité ¦ [[30/11/2028|valid_until=2028-11-30]]
        """,
        label_width=140,
        label_style="bold",
        gap=7,
    )
    sheet.space(8)
    sheet.para("Références couvertes", style="bold", gap=3)
    paras(sheet, "1)  [[OHM-MUR-7|models]]\n2)  [[OHM-MUR-22|models]]\n3)  [[OHM-PIED-2x22|models]]", indent=14, gap=2)
    sheet.space(34)
    ink(sheet, 380, "Castaing")
    paras(
        sheet, "[[Bernard Castaing|signatory_name]]⏎[[Directeur de la certification|signatory_function]]", align="right"
    )


def attestation_emc(case: Case, sheet: Sheet) -> None:
    """A laboratory's own attestation; accreditation printed in the footer, the validity left open."""
    foot = running(
        "[[Dongguan Brightwave Testing Service Co., Ltd.|issuer]]   [[Bldg. A2, Songshan Lake, Dongguan, Guangdong, China|@issuer:CN]]",
        "[[CNAS L19943|accreditation]]   [[A2LA 6421.01|accreditation]]",
        y=796,
    )
    sheet.begin(face=faces.SANS, size=10, top=90, left=80, right=80, footer=foot)
    sheet.frame(inset=30, weight=1)
    sheet.logo(80, 50, "BWT", size=20)
    sheet.para("Verification of Compliance", size=24, style="italic", align="center", gap=18)
    pairs(
        sheet,
        """
        Verification No. ¦ [[BWT-VOC-2601-0093|document_number]]
        Applicant ¦ [[Zhongshan Lianhua Auto Parts Co., Ltd.|holder]]⏎[[2 Xingye Rd., Torch Zone, Zhongshan, China|@holder:CN]]
        Manufacturer ¦ [[Same as applicant|manufacturer=Zhongshan Lianhua Auto Parts Co., Ltd.|@manufacturer:CN=2 Xingye Rd., Torch Zone, Zhongshan, China]]
        Product Description ¦ [[Portable EV charger (Mode 2)|product_name]]
        Brand Name ¦ N/A
        Model Number ¦ [[LH-M2-16A|models]]
        Serial Model ¦ [[LH-M2-13A|models]], [[LH-M2-10A|models]], [[LH-M2-8A|models]]
        Directive ¦ EMC Directive [[2014/30/EU|act=2014/30/EU]]
        Applicable Standards ¦ [[EN 61851-21-1:2017|std]], [[EN IEC 61000-3-2:2019+A1:2021|std]], [[EN 61000-3-3:2013+A2:2021|std]]
        Report No. ¦ [[BWT-EMC-2601-0093|references]]
        """,
        label_width=130,
        middle=":",
        gap=6,
    )
    sheet.space(8)
    sheet.para(
        "Based on voluntary assessment of one sample. The result applies to the sample only and does not imply assessment of the production. The CE marking may be affixed under the responsibility of the manufacturer.",
        size=8,
        style="italic",
        gap=40,
    )
    ink(sheet, 340, "Jason Yu")
    paras(
        sheet,
        "[[Jason Yu|signatory_name]] / [[Lab Manager|signatory_function]]⏎[[Jan.23, 2026|issued_on=2026-01-23]]",
        align="right",
    )


def bilingual_mark_spanish(case: Case, sheet: Sheet) -> None:
    """Module D of the metrology directive in Spanish, short, scanned."""
    sheet.begin(face=faces.TIMES, size=11.5, top=100, left=80, right=80)
    paras(
        sheet,
        "[[Entidad Ibérica de Metrología, S.L.|issuer]]⏎Organismo notificado n.º [[2996|issuer_body_number]]⏎[[Calle de la Ciencia 5, 28760 Tres Cantos, España|@issuer:ES]]",
        size=10,
        align="right",
        gap=20,
    )
    sheet.para("CERTIFICADO DE CONFORMIDAD CON EL TIPO", size=15, style="bold", align="center", gap=2)
    sheet.para("(Módulo D)", align="center", gap=14)
    pairs(
        sheet,
        """
        Certificado: ¦ [[EIM-D-26-0207|document_number]]
        Titular: ¦ [[Recarga Levante, S.A.|holder]]
        Domicilio: ¦ [[Avda. del Puerto 331, 46024 Valencia, España|@holder:ES]]
        Directiva: ¦ [[2014/32/UE|act=2014/32/EU]]
        Instrumento: ¦ [[Contador de energía eléctrica activa|product_name]]
        Modelos: ¦ [[RL-M1|models]] y [[RL-M3|models]]
        Examen de tipo: ¦ [[EIM-B-25-0144|references]]
        Fecha de emisión: ¦ [[3 de febrero de 2026|issued_on=2026-02-03]]
        Fecha de caducidad: ¦ [[2 de febrero de 2029|valid_until=2029-02-02]]
        """,
        label_width=120,
        gap=7,
    )
    sheet.space(50)
    ink(sheet, 100, "Olmedo")
    paras(sheet, "[[Julián Olmedo Parra|signatory_name]]⏎[[Director Técnico|signatory_function]]")
