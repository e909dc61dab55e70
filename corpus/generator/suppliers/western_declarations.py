"""Declarations in French, Spanish, Polish with English, and a simplified one in many languages."""

from corpus.generator import faces
from corpus.generator.case import Case
from corpus.generator.sheet import Sheet
from corpus.generator.suppliers.script import columns, ink, pairs, paras, running, table


def french_form(case: Case, sheet: Sheet) -> None:
    """French: the numbers of Annex IV in the margin, a family with its legend, mandated person signs `pour`."""
    sheet.begin(face=faces.SERIF, size=10.5, top=66, left=64, right=64)
    sheet.para("DÉCLARATION « UE » DE CONFORMITÉ", size=15, style="bold", gap=1)
    paras(sheet, "Référence : [[DUC_VOLTIS_2026_B|document_number]]    Indice : [[B|revision]]", size=9, gap=12)
    table(
        sheet,
        """
        1. ¦ Appareil ¦ [[Borne murale de recharge|product_name]] de marque [[Voltis|brand]], référence [[VLT-Mx-P22-zz|models]] (x : 1 = une prise, 2 = deux prises ; zz : couleur du capot, BL blanc, NR noir)
        2. ¦ Fabricant ¦ [[Voltis Énergie SAS|manufacturer|issuer]], [[ZA des Pierrettes, 3 allée du Meunier, 63100 Clermont-Ferrand, France|@manufacturer:FR]]
        3. ¦ ¦ La présente déclaration de conformité est établie sous la seule responsabilité du fabricant.
        4. ¦ Objet ¦ Alimentation [[400 V|rated_voltage_v=400]] triphasé, [[32 A|rated_current_a=32]], [[50 Hz|rated_frequency_hz=50]] ; socle [[type 2S|connectors=type2_socket]] ; [[IP54|protection_ip]] ; [[IK10|protection_ik]]
        5. ¦ Législation ¦ Directives [[2014/35/UE|act=2014/35/EU]], [[2014/30/UE|act=2014/30/EU]] et [[2011/65/UE|act=2011/65/EU]]
        6. ¦ Normes ¦ [[NF EN IEC 61851-1:2019|std]] ; [[NF EN IEC 61851-21-2:2021|std]] ; [[NF EN 61000-3-11:2000|std]] ; [[EN IEC 63000:2018|std]]
        7. ¦ Essais ¦ Rapport n° [[26-110482-A|references]] établi par le Laboratoire Arverne
        """,
        (0.6, 2, 9),
        head=0,
        ruled="none",
        pad=4,
    )
    sheet.note("statements", "sole_responsibility")
    sheet.space(24)
    paras(sheet, "Fait à [[Clermont-Ferrand|place]] le [[1er avril 2026|issued_on=2026-04-01]]", align="right", gap=3)
    paras(
        sheet,
        "P/o le Président, [[Hélène Vasseur-Roy|signatory_name]]⏎[[Responsable certification|signatory_function]]",
        align="right",
        gap=24,
    )
    ink(sheet, 430, "Vasseur")


def spanish_stacked(case: Case, sheet: Sheet) -> None:
    """Spanish, labels in grey capitals above values in two columns; importer named; revision in the document code."""
    sheet.begin(
        face=faces.SANS,
        size=9.5,
        top=70,
        footer=running("Cód. doc. [[DC-EVS-07|document_number]] · Ed. [[04|revision]] · pág. {p}/{n}", y=808),
    )
    sheet.para("Declaración UE de conformidad", size=20, gap=14)
    columns(
        sheet,
        """
        FABRICANTE
        [[Cargalia Sistemas, S.A.|manufacturer|issuer]]⏎[[C/ Txingurri 30, 20017 Donostia-San Sebastián, España|@manufacturer:ES]]
        MARCA
        [[Cargalia|brand]]
        TIPO DE EQUIPO
        [[Punto de recarga en corriente continua|product_name]]
        """,
        """
        IMPORTADOR
        No aplica
        MODELOS
        [[CG-DC60|models]]⏎[[CG-DC120|models]]⏎[[CG-DC180|models]]
        SALIDA
        [[150–1000 V|output_voltage_v=150..1000]] c.c., máx. [[300 A|output_current_a=300]], conector [[CCS 2|connectors=ccs2]]
        """,
        gap=4,
    )
    sheet.rule(gap=8)
    sheet.note("statements", "sole_responsibility")
    paras(
        sheet,
        """
        El fabricante declara, bajo su exclusiva responsabilidad, la conformidad de los equipos citados con las Directivas [[2014/35/UE|act=2014/35/EU]] (BT), [[2014/30/UE|act=2014/30/EU]] (CEM) y [[2011/65/UE|act=2011/65/EU]] (RoHS), habiéndose aplicado:
        [[UNE-EN IEC 61851-1:2020|std]]; [[UNE-EN 61851-23:2014|std]]; [[UNE-EN IEC 61851-21-2:2021|std]]; [[UNE-EN IEC 63000:2018|std]]
        """,
        gap=8,
    )
    sheet.space(20)
    paras(sheet, "[[Donostia-San Sebastián|place]], a [[22-ene-2026|issued_on=2026-01-22]]", gap=26)
    ink(sheet, 80, "Arrieta")
    paras(sheet, "Fdo.: [[Nekane Arrieta Lasa|signatory_name]] ([[Directora de I+D|signatory_function]])")


def polish_english(case: Case, sheet: Sheet) -> None:
    """Polish with English after a slash on every label; several signature lines, only one used."""
    sheet.begin(face=faces.SANS, size=9, top=56, left=60, right=60)
    paras(sheet, "Deklaracja zgodności UE / EU Declaration of Conformity", size=14, style="bold", align="center", gap=2)
    paras(sheet, "nr / no. [[11/CE/2026|document_number]]", align="center", gap=12)
    pairs(
        sheet,
        """
        Producent / Manufacturer: ¦ [[Wolt-Mar Elektromobilność Sp. z o.o.|manufacturer|issuer]]
        Adres / Address: ¦ [[ul. Kolejowa 48C, 05-092 Łomianki, Polska|@manufacturer:PL]]
        Wyrób / Product: ¦ Stacja ładowania / [[Charging station|product_name]]
        Znak towarowy / Trade mark: ¦ [[WM Charge|brand]]
        Typ / Type: ¦ [[WM-ECO 11|models]], [[WM-ECO 22|models]], [[WM-ECO 2×22|models]]
        Wersja sprzętu / Hardware: ¦ [[B5|hardware_version]]
        Oprogramowanie / Software: ¦ [[4.11|software_version]]
        Dyrektywy / Directives: ¦ LVD [[2014/35/UE|act=2014/35/EU]], EMC [[2014/30/UE|act=2014/30/EU]], RoHS [[2011/65/UE|act=2011/65/EU]]
        Normy / Standards: ¦ [[PN-EN IEC 61851-1:2019-10|std]]⏎[[PN-EN IEC 61851-21-2:2021-09|std]]⏎[[PN-EN IEC 63000:2019-01|std]]
        Rok naniesienia CE / Year of CE: ¦ 26
        """,
        label_width=170,
        label_style="bold",
        gap=5,
    )
    sheet.space(8)
    sheet.note("statements", "sole_responsibility")
    sheet.para(
        "Niniejsza deklaracja zgodności wydana zostaje na wyłączną odpowiedzialność producenta. / This declaration of conformity is issued under the sole responsibility of the manufacturer.",
        style="italic",
        gap=30,
    )
    ink(sheet, 90, "Marzec")
    table(
        sheet,
        """
        [[Łomianki|place]], [[9 II 2026|issued_on=2026-02-09]] ¦ [[Tomasz Marzec|signatory_name]]⏎[[Członek Zarządu|signatory_function]]
        (miejsce i data / place and date) ¦ (imię, nazwisko, stanowisko / name, function)
        """,
        (1, 1),
        head=0,
        ruled="none",
        size=8.5,
    )


def simplified_many(case: Case, sheet: Sheet) -> None:
    """The simplified declaration as a slip in seven languages."""
    sheet.begin(face=faces.HELVETICA, size=8, top=60, left=90, right=90)
    sheet.para("Simplified EU declaration of conformity", size=12, style="bold", gap=8)
    sheet.note("statements", "simplified_doc")
    name, item, act = (
        "[[Pulsar Mobility d.o.o.|manufacturer|issuer]]",
        "[[PM-Home 11|models]]",
        "[[2014/53/EU|act=2014/53/EU]]",
    )
    url = "https://www.pulsar-mobility.example/doc"
    for code, text in (
        (
            "EN",
            "Hereby, {0} declares that the radio equipment type {1} is in compliance with Directive {2}. The full text of the EU declaration of conformity is available at the following internet address: {3}",
        ),
        (
            "DE",
            "Hiermit erklärt {0}, dass der Funkanlagentyp {1} der Richtlinie {2} entspricht. Der vollständige Text der EU-Konformitätserklärung ist unter der folgenden Internetadresse verfügbar: {3}",
        ),
        (
            "FR",
            "Le soussigné, {0}, déclare que l'équipement radioélectrique du type {1} est conforme à la directive {2}. Le texte complet de la déclaration UE de conformité est disponible à l'adresse internet suivante : {3}",
        ),
        (
            "IT",
            "Il fabbricante, {0}, dichiara che il tipo di apparecchiatura radio {1} è conforme alla direttiva {2}. Il testo completo della dichiarazione di conformità UE è disponibile al seguente indirizzo Internet: {3}",
        ),
        (
            "ES",
            "Por la presente, {0} declara que el tipo de equipo radioeléctrico {1} es conforme con la Directiva {2}. El texto completo está disponible en la dirección Internet siguiente: {3}",
        ),
        (
            "NL",
            "Hierbij verklaar ik, {0}, dat het type radioapparatuur {1} conform is met Richtlijn {2}. De volledige tekst kan worden geraadpleegd op het volgende internetadres: {3}",
        ),
        (
            "SL",
            "{0} potrjuje, da je tip radijske opreme {1} skladen z Direktivo {2}. Celotno besedilo je na voljo na spletnem naslovu: {3}",
        ),
    ):
        table(sheet, f"{code} ¦ " + text.format(name, item, act, url), (0.8, 9), head=0, ruled="rows", pad=4)
    sheet.space(6)
    paras(sheet, "PM-QS-021 r[[3|revision]]", size=6)
