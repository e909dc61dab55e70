"""Unseen EU declarations of conformity: five houses, eight languages."""

from corpus.generator import faces
from corpus.generator.case import Case, Standard, listed
from corpus.generator.layouts.unseen_parties import acts, cited, names, on, page_of, pen, table_of, tint
from corpus.generator.marks import Content, joined, mark
from corpus.generator.sheet import Sheet


def _groups(case: Case) -> tuple[tuple[str, str, tuple[Standard, ...], str], ...]:
    """Act, article, standards and report of each part of the declaration."""
    rows: tuple[tuple[str, str, tuple[Standard, ...], str], ...]
    if case.radios:
        rows = (
            ("2014/53/EU", "Art. 3(1)(a)", case.safety, "safety"),
            ("2014/53/EU", "Art. 3(1)(b)", case.emc, "emc"),
            ("2014/53/EU", "Art. 3(2)", case.radio, "radio"),
            ("2014/53/EU", "Art. 3(3)", case.cyber, "cyber"),
            ("2011/65/EU", "", case.substances, "rohs"),
        )
    else:
        rows = (
            ("2014/35/EU", "", case.safety, "safety"),
            ("2014/30/EU", "", case.emc, "emc"),
            ("2011/65/EU", "", case.substances, "rohs"),
        )
    return tuple(row for row in rows if row[2])


def corporate(case: Case, sheet: Sheet) -> None:
    """German, a coloured bar at the left, captions in a narrow column, evidence beside each directive, legal footer."""
    maker = case.manufacturer

    def head(s: Sheet) -> None:
        tint(s, (0, 0, 30, s.page_size[1]), (0.05, 0.32, 0.38))
        s.put(s.left + s.width, 52, case.brand.upper(), size=20, style="bold", align="right")

    def foot(s: Sheet) -> None:
        s.put(s.left, 800, f"{maker.name} · {maker.lines[0]} · {maker.lines[1]}", size=6.5)
        s.put(
            s.left,
            809,
            "Sitz der Gesellschaft: Trier · Amtsgericht Wittlich HRA 40 512 · USt-IdNr. DE 811 402 776",
            size=6.5,
        )
        s.put(s.left + s.width, 809, f"Seite {page_of(s)}/{s.pages_total}", size=6.5, align="right")

    sheet.begin(face=faces.SANS, size=9.5, top=84, left=70, right=50, header=head, footer=foot)
    sheet.para("EU-Konformitätserklärung", size=21, gap=0)
    number = mark(case.numbers["doc"], document_number=True)
    sheet.para(("Dokument ", number, "   Ausgabe ", mark("3", revision=True)), size=9, gap=16)
    firmware = (
        "Hardwarestand ",
        mark(case.hardware, hardware_version=True),
        ", Firmware ",
        mark(case.firmware, firmware_version=True),
    )
    sheet.pairs(
        [
            ("Hersteller", (maker.named("manufacturer", "issuer"), "\n", maker.block("manufacturer", "de"))),
            ("Produkt", mark("Ladestation für Elektrofahrzeuge", product_name=True)),
            ("Marke", mark(case.brand, brand=True)),
            ("Typen", names(case, "\n")),
            ("Ausführung", firmware),
        ],
        label_width=100,
        label_style="bold",
        gap=6,
    )
    sheet.space(6)
    sheet.note("statements", "sole_responsibility")
    sheet.para(
        "Der Hersteller trägt die alleinige Verantwortung für die Ausstellung dieser EU-Konformitätserklärung.", gap=6
    )
    sheet.para(
        "Das genannte Produkt erfüllt die Bestimmungen der nachstehenden Richtlinien der Europäischen Union:", gap=6
    )
    rows: list[list[Content]] = [["Richtlinie", "Angewandte Normen", "Prüfbericht"]]
    for act, article, group, key in _groups(case):
        rows.append(
            [(mark(act, legal_acts=True), " ", article), listed(group, "\n"), mark(case.numbers[key], references=True)]
        )
    sheet.table(rows, (3, 4.5, 2.5), ruled="rows", size=9)
    sheet.space(22)
    when = on("issued_on", case.dates["declared"], "long", "de")
    sheet.para((mark(case.place, place=True), ", den ", when), gap=34)
    pen(case, sheet, sheet.left + 8)
    sheet.rule(weight=0.4, gap=1)
    sheet.para(("i. V. ", mark(case.signatory, signatory_name=True)), gap=0)
    sheet.para(mark("Leiter Produktzulassung", signatory_function=True), gap=0)


def interlinear(case: Case, sheet: Sheet) -> None:
    """Chinese above English line by line, lettered points, the signature block at the right beside a red seal."""
    maker = case.manufacturer
    sheet.begin(face=faces.SERIF, size=10, top=54, left=62, right=62)
    sheet.put(sheet.left, 48, ("编号 Ref. No.: ", mark(case.numbers["doc"], document_number=True)), size=8.5)
    sheet.space(16)
    sheet.para("欧盟符合性声明", size=17, align="center", gap=0)
    sheet.para("EU Declaration of Conformity", size=15, style="bold", align="center", gap=14)

    def point(letter: str, chinese: str, english: str, lines: list[Content]) -> None:
        sheet.para((letter, "  ", chinese), gap=0)
        sheet.para(english, indent=14, style="italic", gap=2)
        for line in lines:
            sheet.para(line, indent=30, gap=1)
        sheet.space(7)

    point("A.", "制造商", "Manufacturer", [maker.named("manufacturer", "issuer"), maker.line("manufacturer")])
    point(
        "B.",
        "产品",
        "Product",
        [
            ("Name: ", mark(case.product_name, product_name=True)),
            ("Type: ", names(case)),
            ("Trade mark: ", mark(case.brand, brand=True)),
        ],
    )
    sheet.note("statements", "sole_responsibility")
    point(
        "C.",
        "本符合性声明由制造商自行承担全部责任发布。",
        "This declaration of conformity is issued under the sole responsibility of the manufacturer.",
        [],
    )
    point(
        "D.",
        "上述产品符合下列欧盟指令",
        "The product above complies with the following Union legislation",
        [acts(case, ";  ")],
    )
    point(
        "E.",
        "采用的协调标准及技术规范",
        "Harmonised standards and technical specifications applied",
        [listed(group, ";  ") for _, _, group, _ in _groups(case)],
    )
    point("F.", "测试报告", "Test reports", [cited(case, "safety", "emc", separator=" / ")])
    sheet.room(120)
    sheet.stamp(sheet.left + 90, sheet.y + 44, maker.name[:30], radius=38)
    x = sheet.left + 220
    top = sheet.y
    block: list[tuple[str, Content]] = [
        ("日期 Date: ", on("issued_on", case.dates["declared"], "han")),
        ("地点 Place: ", mark(case.place, place=True)),
        ("签字人 Signatory: ", mark(case.signatory, signatory_name=True)),
        ("职务 Title: ", mark("Quality Director", signatory_function=True)),
        ("签名 Signature: ", ""),
    ]
    for index, (label, value) in enumerate(block):
        sheet.put(x, top + 14 + index * 17, (label, value))
    sheet.y = top + 14 + 4 * 17
    pen(case, sheet, x + 88)


def hairlines(case: Case, sheet: Sheet) -> None:
    """French, small capitals at the left, hairlines between the rows, standards by subject."""
    maker = case.manufacturer

    def foot(s: Sheet) -> None:
        s.put(
            s.page_size[0] / 2,
            808,
            f"{maker.name} – SAS au capital de 250 000 € – RCS Grenoble 812 554 031",
            size=6.5,
            align="center",
        )

    sheet.begin(face=faces.HELVETICA, size=9, top=60, left=60, right=60, footer=foot)
    sheet.logo(sheet.left, 34, case.brand, size=13)
    sheet.space(26)
    sheet.para("DÉCLARATION UE DE CONFORMITÉ", size=15, style="bold", align="right", gap=12)

    def row(label: str, value: Content) -> None:
        sheet.rule(weight=0.3, gap=3)
        sheet.pairs([(label.upper(), value)], label_width=150, gap=4)

    row("Référence", mark(case.numbers["doc"], document_number=True))
    row("Fabricant", (maker.named("manufacturer", "issuer"), "\n", maker.block("manufacturer", "fr")))
    row("Objet de la déclaration", mark("Borne de recharge pour véhicules électriques", product_name=True))
    row("Marque", mark(case.brand, brand=True))
    row("Modèles", names(case, "\n"))
    row("Version logicielle", ("Micrologiciel ", mark(case.firmware, firmware_version=True)))
    sheet.note("statements", "sole_responsibility")
    row("Responsabilité", "La présente déclaration est établie sous la seule responsabilité du fabricant.")
    row(
        "Législation de l'Union",
        joined([("Directive ", mark(a.replace("EU", "UE"), legal_acts=a)) for a in case.acts], "\n"),
    )
    titles = {
        "safety": "Sécurité",
        "emc": "CEM",
        "radio": "Spectre radioélectrique",
        "cyber": "Cybersécurité",
        "rohs": "Substances",
    }
    blocks: list[Content] = [(f"{titles[key]} : ", listed(group, ", ", "wide")) for _, _, group, key in _groups(case)]
    row("Normes appliquées", joined(blocks, "\n"))
    row("Rapports d'essais", cited(case, "safety", "emc"))
    sheet.rule(weight=0.3, gap=16)
    sheet.para("Signé au nom du fabricant", gap=2)
    when = on("issued_on", case.dates["declared"], "long", "fr")
    sheet.para(("Fait à ", mark(case.place, place=True), ", le ", when), gap=34)
    pen(case, sheet, sheet.left + 14)
    sheet.space(8)
    sheet.para(
        (mark(case.signatory, signatory_name=True), " – ", mark("Responsable conformité", signatory_function=True))
    )


POINTS = {
    "it": {
        "title": "DICHIARAZIONE DI CONFORMITÀ UE",
        "number": "N. ",
        "product": "stazione di ricarica per veicoli elettrici",
        "p1": "Prodotto (nome, tipo):",
        "p2": "Nome e indirizzo del fabbricante:",
        "p3": "La presente dichiarazione di conformità è rilasciata sotto la responsabilità esclusiva del fabbricante.",
        "p4": "Oggetto della dichiarazione: marchio",
        "p5": "L'oggetto della dichiarazione di cui sopra è conforme alla pertinente normativa di armonizzazione dell'Unione:",
        "act": "Direttiva ",
        "p6": "Riferimento alle pertinenti norme armonizzate utilizzate:",
        "p7": "Accessori e componenti, compreso il software: firmware",
        "p8": "Firmato a nome e per conto di",
        "at": ", lì ",
        "role": "Responsabile Affari Regolatori",
        "date": "long",
    },
    "es": {
        "title": "DECLARACIÓN UE DE CONFORMIDAD",
        "number": "N.º ",
        "product": "equipo de recarga para vehículos eléctricos",
        "p1": "Producto (nombre, tipo):",
        "p2": "Nombre y dirección del fabricante:",
        "p3": "La presente declaración de conformidad se expide bajo la exclusiva responsabilidad del fabricante.",
        "p4": "Objeto de la declaración: marca",
        "p5": "El objeto de la declaración descrita anteriormente es conforme con la legislación de armonización pertinente de la Unión:",
        "act": "Directiva ",
        "p6": "Referencias a las normas armonizadas pertinentes utilizadas:",
        "p7": "Accesorios y componentes, incluido el software: firmware",
        "p8": "Firmado por y en nombre de",
        "at": ", a ",
        "role": "Responsable de Homologaciones",
        "date": "long",
    },
    "pl": {
        "title": "DEKLARACJA ZGODNOŚCI UE",
        "number": "Nr ",
        "product": "stacja ładowania pojazdów elektrycznych",
        "p1": "Wyrób (nazwa, typ):",
        "p2": "Nazwa i adres producenta:",
        "p3": "Niniejsza deklaracja zgodności wydana zostaje na wyłączną odpowiedzialność producenta.",
        "p4": "Przedmiot deklaracji: marka",
        "p5": "Opisany powyżej przedmiot deklaracji jest zgodny z odnośnymi wymaganiami unijnego prawodawstwa harmonizacyjnego:",
        "act": "Dyrektywa ",
        "p6": "Odwołania do odnośnych norm zharmonizowanych, które zastosowano:",
        "p7": "Wyposażenie dodatkowe i oprogramowanie: oprogramowanie układowe",
        "p8": "Podpisano w imieniu",
        "at": ", ",
        "role": "Dyrektor ds. technicznych",
        "date": "years",
    },
}


def annex(case: Case, sheet: Sheet) -> None:
    """The annex's numbered points, each a heading with its value indented below; a picture of the product."""
    w = POINTS[case.language]
    maker = case.manufacturer
    sheet.begin(face=faces.TIMES, size=11, top=74, left=72, right=72)
    sheet.put(sheet.left + sheet.width, 54, "CE", size=24, style="bold", align="right")
    sheet.para(
        (w["title"], " ", w["number"], mark(case.numbers["doc"], document_number=True)), size=14, style="bold", gap=12
    )

    def point(index: int, text: str, lines: list[Content]) -> None:
        sheet.para(f"{index}.  {text}", gap=2)
        for line in lines:
            sheet.para(line, indent=22, style="bold", gap=1)
        sheet.space(6)

    point(1, w["p1"], [mark(w["product"], product_name=True), names(case)])
    point(2, w["p2"], [maker.named("manufacturer", "issuer"), maker.line("manufacturer", case.language)])
    sheet.note("statements", "sole_responsibility")
    point(3, w["p3"], [])
    sheet.para(("4.  ", w["p4"], " ", mark(case.brand, brand=True)), gap=4)
    sheet.box(sheet.left + 22, sheet.y, 70, 54)
    tint(sheet, (sheet.left + 42, sheet.y + 8, 30, 38), (0.75, 0.78, 0.8))
    sheet.space(64)
    point(
        5,
        w["p5"],
        [(w["act"], mark(a.replace("EU", "UE") if case.language != "pl" else a, legal_acts=a)) for a in case.acts],
    )
    point(6, w["p6"], [listed(group, ", ", "spaced") for _, _, group, _ in _groups(case)])
    sheet.para(("7.  ", w["p7"], " ", mark(case.firmware, firmware_version=True)), gap=8)
    sheet.para(("8.  ", w["p8"], " ", maker.name, ":"), gap=8)
    when = on("issued_on", case.dates["declared"], w["date"], case.language)
    sheet.para((mark(case.place, place=True), w["at"], when), indent=22, gap=26)
    pen(case, sheet, sheet.left + 30)
    sheet.space(6)
    sheet.para((mark(case.signatory, signatory_name=True), ", ", mark(w["role"], signatory_function=True)), indent=22)


ARTICLES = {
    "nl": {
        "title": "EU-conformiteitsverklaring",
        "heads": ["Artikelnummer (GTIN)", "Type", "Stroom", "Vermogen"],
        "maker": "Fabrikant",
        "product": "Laadpaal voor elektrische voertuigen",
        "what": "Productgroep",
        "brand": "Merk",
        "number": "Verklaring nr.",
        "sole": "Deze conformiteitsverklaring wordt verstrekt onder de volledige verantwoordelijkheid van de fabrikant.",
        "acts": "De hierboven genoemde artikelen voldoen aan de volgende EU-richtlijnen:",
        "norms": "Toegepaste geharmoniseerde normen:",
        "at": ", ",
        "role": "Manager Kwaliteit & Certificering",
    },
    "sv": {
        "title": "EU-försäkran om överensstämmelse",
        "heads": ["Artikelnummer (GTIN)", "Typ", "Ström", "Effekt"],
        "maker": "Tillverkare",
        "product": "Laddstation för elfordon",
        "what": "Produktgrupp",
        "brand": "Varumärke",
        "number": "Försäkran nr",
        "sole": "Denna försäkran om överensstämmelse utfärdas på tillverkarens eget ansvar.",
        "acts": "Ovan nämnda artiklar uppfyller kraven i följande EU-direktiv:",
        "norms": "Tillämpade harmoniserade standarder:",
        "at": " den ",
        "role": "Certifieringsansvarig",
    },
}


def articles(case: Case, sheet: Sheet) -> None:
    """Dutch or Swedish: the articles in a table on top, standards as bullets in two columns, footer with the number."""
    w = ARTICLES[case.language]
    maker = case.manufacturer

    def foot(s: Sheet) -> None:
        s.put(s.left, 806, (str(w["number"]), " ", mark(case.numbers["doc"], document_number=True)), size=7)
        s.put(s.left + s.width, 806, f"{page_of(s)} ({s.pages_total})", size=7, align="right")

    sheet.begin(face=faces.SANS, size=9, top=70, left=64, right=64, footer=foot)
    sheet.logo(sheet.left + sheet.width - 110, 36, case.brand, size=14)
    sheet.para(str(w["title"]), size=17, style="bold", gap=14)
    rows: list[list[Content]] = [list(w["heads"])]
    for index, (model, amps, kilowatts) in enumerate(table_of(case)):
        current = mark(f"{amps:g} A", rated_current_a=amps).with_details(model=model)
        power = mark(f"{kilowatts:g} kW".replace(".", ","), rated_power_kw=kilowatts).with_details(model=model)
        rows.append([f"87205811{30412 + index * 17}", mark(model, models=True), current, power])
    sheet.table(rows, (4, 4, 2, 2), shade=True)
    sheet.space(10)
    sheet.pairs(
        [
            (str(w["what"]), mark(str(w["product"]), product_name=True)),
            (str(w["brand"]), mark(case.brand, brand=True)),
            (str(w["maker"]), (maker.named("manufacturer", "issuer"), "\n", maker.line("manufacturer", case.language))),
        ],
        label_width=110,
        label_style="bold",
        gap=5,
    )
    sheet.space(6)
    sheet.note("statements", "sole_responsibility")
    sheet.para(str(w["sole"]), gap=6)
    sheet.para((str(w["acts"]), " ", acts(case)), gap=8)
    sheet.para(str(w["norms"]), style="bold", gap=3)
    group = case.all_standards()
    half = (len(group) + 1) // 2
    left = joined([("• ", item.mark()) for item in group[:half]], "\n")
    right = joined([("• ", item.mark()) for item in group[half:]], "\n")
    sheet.table([[left, right]], (1, 1), head=0, ruled="none")
    sheet.space(26)
    when = on("issued_on", case.dates["declared"], "long", case.language)
    sheet.para((mark(case.place, place=True), str(w["at"]), when), gap=32)
    pen(case, sheet, sheet.left + 6)
    sheet.space(8)
    sheet.para(mark(case.signatory, signatory_name=True), gap=1)
    sheet.para((mark(str(w["role"]), signatory_function=True), ", ", maker.name), gap=1)
