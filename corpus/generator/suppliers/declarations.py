"""Declarations of conformity of the Union as makers in several countries write them."""

from corpus.generator import faces
from corpus.generator.case import Case
from corpus.generator.sheet import Sheet
from corpus.generator.suppliers.script import above, both, columns, ink, pairs, paras, running, table


def german_form(case: Case, sheet: Sheet) -> None:
    """German quality form: numbered headings with the value below, two colleagues sign, form code in the footer."""
    foot = both(
        running("FB-QM-0417 / Ausgabe [[3|revision]]", y=806, align="left"),
        running("Seite {p} von {n}", y=806, align="right"),
    )
    sheet.begin(face=faces.SANS, size=9.5, top=64, left=70, right=70, footer=foot)
    sheet.logo(430, 40, "kelp", size=16)
    sheet.para("EU-Konformitätserklärung", size=17, style="bold", gap=2)
    paras(
        sheet,
        "gemäß Anhang VI der Richtlinie [[2014/53/EU|act=2014/53/EU]] des Europäischen Parlaments und des Rates",
        size=8,
        gap=12,
    )
    above(
        sheet,
        """
        1.  Kennzeichnung des Funkgeräts ¦ [[Wandladestation|product_name]] „[[Kelp|brand]] Fjord“, Bestellbezeichnung [[KF-11-TK5|models]] und [[KF-22-TK5|models]]
        2.  Name und Anschrift des Herstellers ¦ [[Kelp Ladesysteme GmbH & Co. KG|manufacturer|issuer]]⏎[[Am Alten Hafen 22⏎26721 Emden⏎Deutschland|@manufacturer:DE=Am Alten Hafen 22, 26721 Emden, Deutschland]]
        3.  Verantwortung ¦ Die alleinige Verantwortung für die Ausstellung dieser Konformitätserklärung trägt der Hersteller.
        4.  Weitere Rechtsvorschriften ¦ [[2011/65/EU|act=2011/65/EU]] (RoHS), geändert durch [[(EU) 2015/863|act=(EU) 2015/863]]
        """,
        label_size=9.5,
        gap=9,
    )
    sheet.note("statements", "sole_responsibility")
    sheet.para("5.  Angewandte Normen", gap=2)
    table(
        sheet,
        """
        Art. 3 (1) a Sicherheit ¦ [[EN IEC 61851-1:2019|std]]; [[EN 50364:2018|std]]
        Art. 3 (1) b EMV ¦ [[EN 301 489-1 V2.2.3|std]]; [[EN 301 489-3 V2.3.2|std]]; [[EN IEC 61851-21-2:2021|std]]
        Art. 3 (2) Funkspektrum ¦ [[EN 300 330 V2.1.1|std]]; [[EN 300 328 V2.2.2|std]]
        Art. 3 (3) d Cybersicherheit ¦ [[EN 18031-1:2024|std]]
        Stoffbeschränkung ¦ [[EN IEC 63000:2018|std]]
        """,
        (3, 7),
        head=0,
        ruled="rows",
    )
    sheet.space(10)
    paras(sheet, "6.  Softwarestand, mit dem das Gerät bewertet wurde: [[2.6.1|software_version]]", gap=14)
    paras(sheet, "[[Emden|place]], den [[7. April 2026|issued_on=2026-04-07]]", gap=34)
    ink(sheet, sheet.left + 10, "Onno Habben")
    columns(
        sheet,
        "[[Dr. Onno Habben|signatory_name]]\n[[Leiter Produktsicherheit|signatory_function]]",
        "[[Wiebke Tammen|signatory_name]]\n[[Prokuristin|signatory_function]]",
        gap=1,
    )


def italian_letter(case: Case, sheet: Sheet) -> None:
    """Italian: the legal representative declares in the first person; bullets; letterhead in the footer only."""
    foot = running(
        "[[Ricaripunto S.p.A.|manufacturer|issuer]] – [[Via Giacomo Brodolini 112, 60035 Jesi (AN), Italia|@manufacturer:IT]]",
        "P. IVA 02999990428 – Tel. +39 0731 000 111",
        y=800,
    )
    sheet.begin(face=faces.TIMES, size=11, top=90, left=72, right=72, bottom=70, footer=foot)
    sheet.para("DICHIARAZIONE DI CONFORMITÀ UE", size=15, style="bold", align="center", gap=4)
    paras(sheet, "(n. [[DC/0093/26|document_number]])", align="center", gap=16)
    paras(
        sheet,
        """
        Il sottoscritto [[Ettore Balducci|signatory_name]], in qualità di [[Legale Rappresentante|signatory_function]] della società indicata a piè di pagina, dichiara sotto la propria esclusiva responsabilità che la [[colonnina di ricarica|product_name]]
        """,
        gap=8,
    )
    table(
        sheet,
        """
        Marchio ¦ [[Ricaripunto|brand]]
        Serie ¦ PIAZZA
        Codici articolo ¦ [[RP.PZ.2x11.S|models]]⏎[[RP.PZ.2x22.S|models]]⏎[[RP.PZ.2x22.M|models]] (con contatore MID)
        Grado di protezione ¦ [[IP55|protection_ip]] – [[IK10|protection_ik]]
        """,
        (3, 7),
        head=0,
        ruled="outer",
    )
    sheet.space(8)
    paras(sheet, "alla quale la presente si riferisce è conforme alle seguenti direttive:", gap=4)
    paras(
        sheet,
        """
        –  Direttiva [[2014/35/UE|act=2014/35/EU]] (Bassa tensione)
        –  Direttiva [[2014/30/UE|act=2014/30/EU]] (Compatibilità elettromagnetica)
        –  Direttiva [[2011/65/UE|act=2011/65/EU]] (RoHS)
        """,
        indent=18,
        gap=1,
    )
    sheet.space(6)
    paras(sheet, "e che sono state applicate le norme sotto indicate:", gap=4)
    paras(
        sheet,
        """
        [[CEI EN IEC 61851-1:2019|std]]
        [[CEI EN IEC 61851-21-2:2021|std]]
        [[CEI EN 61000-6-3:2021|std]]
        [[CEI EN IEC 63000:2018|std]]
        """,
        indent=30,
        gap=1,
    )
    sheet.note("statements", "sole_responsibility")
    sheet.space(22)
    paras(sheet, "[[Jesi|place]], [[lì 03/02/2026|issued_on=2026-02-03]]", gap=30)
    sheet.para("Il Legale Rappresentante", align="right", gap=30)
    ink(sheet, 400, "Balducci")


def portuguese(case: Case, sheet: Sheet) -> None:
    """Portuguese, boxed sections with a heading strip, notified body in the text."""
    sheet.begin(face=faces.HELVETICA, size=9, top=50, left=50, right=50)
    table(
        sheet,
        "DECLARAÇÃO UE DE CONFORMIDADE ¦ N.º [[DUC-118-2026|document_number]]⏎Versão [[2|revision]]",
        (7, 3),
        size=12,
    )
    sheet.space(10)
    table(
        sheet,
        """
        Fabricante ¦ [[Tejo Mobilidade Elétrica, Lda.|manufacturer|issuer]]
        Morada ¦ [[Zona Industrial da Varziela, Rua 7, Lote 14, 4480-620 Vila do Conde, Portugal|@manufacturer:PT]]
        Designação do produto ¦ [[Carregador de veículos elétricos|product_name]]
        Marca comercial ¦ [[TEJO|brand]]
        Modelo(s) ¦ [[Tejo One 7.4|models]] / [[Tejo One 11|models]] / [[Tejo One 22|models]]
        """,
        (3, 7),
        head=0,
        bold_first=True,
    )
    sheet.space(10)
    sheet.note("statements", "sole_responsibility")
    sheet.para(
        "A presente declaração de conformidade é emitida sob a exclusiva responsabilidade do fabricante.",
        style="italic",
        gap=8,
    )
    table(
        sheet,
        """
        Legislação de harmonização da União ¦ Normas harmonizadas e especificações técnicas
        Diretiva [[2014/53/UE|act=2014/53/EU]] – artigo 3.º, n.º 1, alínea a) ¦ [[EN IEC 61851-1:2019|std]]⏎[[EN IEC 62311:2020|std]]
        artigo 3.º, n.º 1, alínea b) ¦ [[EN IEC 61851-21-2:2021|std]]⏎[[ETSI EN 301 489-1 V2.2.3|std]]⏎[[ETSI EN 301 489-17 V3.2.4|std]]
        artigo 3.º, n.º 2 ¦ [[ETSI EN 300 328 V2.2.2|std]]⏎[[ETSI EN 301 908-1 V15.2.1|std]]
        artigo 3.º, n.º 3, alíneas d), e), f) – Regulamento Delegado [[(UE) 2022/30|act=(EU) 2022/30]] ¦ [[EN 18031-1:2024|std]]⏎[[EN 18031-2:2024|std]]
        Diretiva [[2011/65/UE|act=2011/65/EU]] ¦ [[EN IEC 63000:2018|std]]
        """,
        (1, 1),
        shade=True,
    )
    sheet.space(8)
    paras(
        sheet,
        "O organismo notificado Instituto Lusitano de Ensaios (n.º [[2989|issuer_body_number]]) efetuou o exame UE de tipo e emitiu o certificado [[ILE-26-RED-0071|references]].",
        gap=20,
    )
    pairs(
        sheet,
        """
        Local e data: ¦ [[Vila do Conde|place]], [[19 de março de 2026|issued_on=2026-03-19]]
        Nome: ¦ [[Maria do Carmo Seabra|signatory_name]]
        Cargo: ¦ [[Diretora de Qualidade|signatory_function]]
        Assinatura: ¦
        """,
        label_width=80,
        gap=5,
    )
    ink(sheet, sheet.left + 90, "Seabra", rise=2)


def nordic_parallel(case: Case, sheet: Sheet) -> None:
    """Danish left, Swedish right, the values between them once in the middle."""
    sheet.begin(face=faces.SERIF, size=9.5, top=60, left=48, right=48)
    columns(sheet, "EU-OVERENSSTEMMELSESERKLÆRING", "EU-FÖRSÄKRAN OM ÖVERENSSTÄMMELSE", size=11, style="bold")
    paras(sheet, "[[ØK-DoC-2604|document_number]]", align="center", size=10, gap=10)
    table(
        sheet,
        """
        Fabrikant ¦ [[Ørum Elkraft ApS|manufacturer|issuer]]⏎[[Søndergade 61, 8963 Auning, Danmark|@manufacturer:DK]] ¦ Tillverkare
        Produkt ¦ [[Ladestander til elbiler|product_name]] / Laddstolpe för elbilar ¦ Produkt
        Varenummer ¦ [[571 200 11|models]]⏎[[571 200 22|models]] ¦ Artikelnummer
        Varemærke ¦ [[Ørum|brand]] ¦ Varumärke
        Direktiver ¦ [[2014/35/EU|act=2014/35/EU]]⏎[[2014/30/EU|act=2014/30/EU]]⏎[[2011/65/EU|act=2011/65/EU]] ¦ Direktiv
        Harmoniserede standarder ¦ [[EN IEC 61851-1:2019|std]]⏎[[EN IEC 61851-21-2:2021|std]]⏎[[EN IEC 61000-3-12:2024|std]] ¦ Harmoniserade standarder
        """,
        (3, 5, 3),
        head=0,
        ruled="rows",
        pad=5,
    )
    sheet.space(10)
    sheet.note("statements", "sole_responsibility")
    columns(
        sheet,
        "Denne overensstemmelseserklæring udstedes på fabrikantens ansvar.",
        "Denna försäkran om överensstämmelse utfärdas på tillverkarens eget ansvar.",
        size=9,
    )
    sheet.space(26)
    ink(sheet, 80, "Krogh")
    paras(
        sheet,
        "[[Auning|place]]  [[2026.01.29|issued_on=2026-01-29]]     [[Bent Krogh Ørum|signatory_name]], [[direktør|signatory_function]]",
        gap=2,
    )


def chinese_cells(case: Case, sheet: Sheet) -> None:
    """A Chinese maker's form: both languages in every label cell, four columns, company stamp."""
    head = running(
        "广州恒耀充电设备有限公司  [[Guangzhou Hengyao Charging Equipment Co., Ltd.|manufacturer|issuer]]",
        y=40,
        size=10,
        style="bold",
    )
    sheet.begin(face=faces.SANS, size=8.5, top=60, header=head)
    sheet.rule(gap=10)
    sheet.para("欧盟符合性声明  EU Declaration of Conformity", size=14, style="bold", align="center", gap=10)
    table(
        sheet,
        """
        声明编号⏎Declaration No. ¦ [[HY-CE-26031|document_number]] ¦ 签发日期⏎Date of issue ¦ [[2026年3月11日|issued_on=2026-03-11]]
        产品名称⏎Product ¦ 交流充电桩 [[AC EV Charger|product_name]] ¦ 商标⏎Trademark ¦ [[HENGYAO|brand]]
        主检型号⏎Main model ¦ [[HYC-7K-EU|models]] ¦ 覆盖型号⏎Series models ¦ [[HYC-11K-EU|models]], [[HYC-22K-EU|models]]
        """,
        (2.4, 3.2, 2.4, 3.2),
        head=0,
    )
    table(
        sheet,
        """
        制造商地址⏎Manufacturer's address ¦ 广州市黄埔区云埔工业区东诚路9号⏎[[No. 9 Dongcheng Road, Yunpu Industrial Zone, Huangpu District, Guangzhou 510530, P.R. China|@manufacturer:CN]]
        欧盟授权代表⏎EU authorised representative ¦ [[EuroRep Benelux B.V.|authorised_representative]]⏎[[Stationsplein 9, 2312 AJ Leiden, The Netherlands|@authorised_representative:NL]]
        符合指令⏎Directive(s) ¦ [[2014/53/EU|act=2014/53/EU]] (RED)    [[2011/65/EU|act=2011/65/EU]] + [[(EU) 2015/863|act=(EU) 2015/863]] (RoHS)
        符合标准⏎Standard(s) ¦ 安全 Safety: [[EN IEC 61851-1: 2019|std=EN IEC 61851-1:2019]], [[EN 62311: 2008|std=EN 62311:2008]]⏎电磁兼容 EMC: [[EN 301 489-1 V2.2.3 (2019-11)|std=EN 301 489-1 V2.2.3]], [[EN 301 489-17 V3.2.4 (2020-09)|std=EN 301 489-17 V3.2.4]]⏎射频 RF: [[EN 300 328 V2.2.2 (2019-07)|std=EN 300 328 V2.2.2]]⏎网络安全 Cyber security: [[EN 18031-1: 2024|std=EN 18031-1:2024]]⏎有害物质 RoHS: [[EN IEC 63000: 2018|std=EN IEC 63000:2018]]
        检测报告⏎Test report(s) ¦ [[GTL26A0118S|references]], [[GTL26A0118E|references]], [[GTL26A0118R|references]]
        """,
        (2.4, 8.8),
        head=0,
    )
    sheet.space(10)
    sheet.note("statements", "sole_responsibility")
    paras(
        sheet,
        "本声明由制造商全权负责签发。This declaration of conformity is issued under the sole responsibility of the manufacturer.",
        gap=30,
    )
    columns(
        sheet,
        "签字 Signature:\n姓名 Name: [[Liang Guodong|signatory_name]] 梁国栋",
        "盖章 Stamp:\n职务 Position: [[General Manager|signatory_function]]",
        gap=14,
    )
    ink(sheet, 140, "Liang", rise=36)
    sheet.stamp(420, sheet.y - 34, "GUANGZHOU HENGYAO CHARGING EQUIPMENT")


def trader_two_pages(case: Case, sheet: Sheet) -> None:
    """A trading firm's two pages: thirty variants with ratings in a table that runs over the page, clumsy labels."""
    head = both(
        running("Doc ref: [[SKV/TD/0626-A|document_number]]", y=36, align="right"),
        running("SkyVolt E-Mobility", y=36, align="left", style="bold", size=9),
    )
    sheet.begin(
        face=faces.HELVETICA, size=9, top=60, left=54, right=54, header=head, footer=running("{p} / {n}", y=815)
    )
    sheet.para("Declaration of Conformity (EU)", size=16, gap=10)
    pairs(
        sheet,
        """
        Manufacture's name: ¦ [[SkyVolt E-Mobility Oy|manufacturer|issuer]]
        Manufacture's address: ¦ [[Teollisuuskatu 21 B, 00510 Helsinki, Finland|@manufacturer:FI]]
        Produced by: ¦ [[Foshan Ruilong Appliance Co., Ltd.|factory]], [[17 Keyuan Rd, Shunde, Foshan, China|@factory:CN]]
        Product description: ¦ [[Wall mounted EV charger|product_name]], trade mark [[SkyVolt|brand]]
        Models: ¦ see table below
        """,
        label_width=140,
    )
    sheet.space(8)
    rows = ["Model ¦ Rated input ¦ Rated current ¦ Power ¦ Outlet"]
    for family, outlet in (
        ("S", "[[Type 2 socket|connectors=type2_socket]]"),
        ("K", "[[Type 2 cable|connectors=type2_cable]], 5 m"),
        ("L", "[[Type 2 cable|connectors=type2_cable]], 7.5 m"),
    ):
        for kilowatts, current, volts in (("7", 32, "1~ 230"), ("11", 16, "3~ 400"), ("22", 32, "3~ 400")):
            for trim in ("", "-W", "-4G"):
                printed = {"7": "7.4"}.get(kilowatts, kilowatts)
                rows.append(
                    f"[[SKV{kilowatts}{family}{trim}|models]] ¦ [[{volts} V|rated_voltage_v={volts[3:]}]], [[50 Hz|rated_frequency_hz=50]] ¦ [[{current} A|rated_current_a={current}]] ¦ [[{printed} kW|rated_power_kw={printed}]] ¦ {outlet}"
                )
    table(sheet, "\n".join(rows), (3, 3, 2, 2, 3), shade=True, pad=7)
    sheet.space(10)
    sheet.note("statements", "sole_responsibility")
    paras(
        sheet,
        """
        We hereby declare under our sole responsibility that the above mentioned products meet the essential requirements of Directive [[2014/53/EU|act=2014/53/EU]] and Directive [[2011/65/EU|act=2011/65/EU]].
        The following standards have been applied: [[EN IEC 61851-1:2019|std]], [[EN 62311:2008|std]], [[EN 301 489-1 V2.2.3|std]], [[EN 301 489-52 V1.2.1|std]], [[EN 300 328 V2.2.2|std]], [[EN 301 908-13 V13.2.1|std]], [[EN 18031-1:2024|std]], [[EN IEC 63000:2018|std]].
        """,
        gap=8,
    )
    sheet.space(30)
    ink(sheet, 90, "Niemi")
    paras(
        sheet,
        "[[Antti Niemi|signatory_name]]⏎[[CEO|signatory_function]]⏎[[Helsinki|place]], [[5.5.2026|issued_on=2026-05-05]]",
        gap=2,
    )
