"""Unseen declarations of other sorts: simplified, United Kingdom, FCC, substances, equivalence."""

from corpus.generator import faces
from corpus.generator.case import Case, Standard, listed
from corpus.generator.layouts.unseen_parties import cited, names, on, page_of, pen, tint
from corpus.generator.marks import Content, mark
from corpus.generator.sheet import Sheet

SHORT = {
    "es": ("Por la presente, ", " declara que el tipo de equipo radioeléctrico ", " es conforme con la Directiva ", ". El texto completo de la declaración UE de conformidad está disponible en la dirección Internet siguiente: "),
    "nl": ("Hierbij verklaar ik, ", ", dat het type radioapparatuur ", " conform is met Richtlijn ", ". De volledige tekst van de EU-conformiteitsverklaring kan worden geraadpleegd op het volgende internetadres: "),
    "pl": ("", " niniejszym oświadcza, że typ urządzenia radiowego ", " jest zgodny z dyrektywą ", ". Pełny tekst deklaracji zgodności UE jest dostępny pod następującym adresem internetowym: "),
    "sv": ("Härmed försäkrar ", " att denna typ av radioutrustning ", " överensstämmer med direktiv ", ". Den fullständiga texten till EU-försäkran om överensstämmelse finns på följande webbadress: "),
    "en": ("Hereby, ", " declares that the radio equipment type ", " is in compliance with Directive ", ". The full text of the EU declaration of conformity is available at the following internet address: "),
}  # fmt: skip


def leaflet(case: Case, sheet: Sheet) -> None:
    """The short declaration in a table, one language a row, as it is put into the box."""
    sheet.begin(face=faces.SANS, size=9, top=70, left=60, right=60)
    sheet.para("EU Declaration of Conformity (simplified)", size=14, style="bold", gap=2)
    sheet.para(
        (
            "Document ",
            mark(case.numbers["letter"], document_number=True),
            ", ",
            on("issued_on", case.dates["declared"], "spaced"),
        ),
        size=8,
        gap=12,
    )
    url = f"https://doc.{case.brand.lower()}.example/{case.models[0].lower()}"
    rows: list[list[Content]] = []
    for language, (a, b, c, d) in SHORT.items():
        sheet.note("languages", language)
        maker = case.manufacturer.named("manufacturer", "issuer")
        rows.append([language.upper(), (a, maker, b, names(case), c, mark("2014/53/EU", legal_acts=True), d, url)])
    sheet.note("statements", "simplified_doc")
    sheet.table(rows, (1, 12), head=0, ruled="rows", pad=5, bold_first=True)
    sheet.space(12)
    sheet.para((case.manufacturer.name, " · ", case.manufacturer.line("manufacturer")), size=7.5)


SIS = {
    "radio": (("Radio Equipment Regulations 2017", "SI 2017/1206"),),
    "plain": (
        ("Electrical Equipment (Safety) Regulations 2016", "SI 2016/1101"),
        ("Electromagnetic Compatibility Regulations 2016", "SI 2016/1091"),
    ),
}
ROHS = (
    (
        "Restriction of the Use of Certain Hazardous Substances in Electrical and Electronic Equipment Regulations 2012",
        "SI 2012/3032",
    ),
)


def british(case: Case, sheet: Sheet) -> None:
    """UK declaration: lettered paragraphs, statutory instruments in a table with their standards, an importer."""
    maker = case.manufacturer
    sheet.begin(face=faces.SERIF, size=10, top=76, left=70, right=70)
    sheet.para("Declaration of Conformity", size=20, gap=0)
    sheet.para("United Kingdom (UKCA)", size=11, style="italic", gap=4)
    sheet.para(("No. ", mark(case.numbers["doc"], document_number=True)), gap=12)
    sheet.para("(a)  Manufacturer", style="bold", gap=1)
    sheet.para((maker.named("manufacturer", "issuer"), ", ", maker.line("manufacturer")), indent=20, gap=6)
    sheet.para("(b)  Importer into Great Britain", style="bold", gap=1)
    sheet.para((case.importer.named("importer"), ", ", case.importer.line("importer")), indent=20, gap=6)
    sheet.para("(c)  Equipment", style="bold", gap=1)
    sheet.para(
        (
            mark(case.product_name, product_name=True),
            "; brand ",
            mark(case.brand, brand=True),
            "; models ",
            names(case),
        ),
        indent=20,
        gap=6,
    )
    sheet.note("statements", "sole_responsibility")
    sheet.para(
        "(d)  This declaration of conformity is issued under the sole responsibility of the manufacturer. The equipment conforms to the following UK statutory instruments (and their amendments):",
        gap=5,
    )
    rows: list[list[Content]] = [["UK legislation", "Designated standards"]]
    law = (*SIS["radio" if case.radios else "plain"], *ROHS)
    groups = (
        (case.safety + case.emc + case.radio, case.substances)
        if case.radios
        else (case.safety, case.emc, case.substances)
    )
    for (title, number), group in zip(law, groups, strict=True):
        shown = [
            item
            if item.edition and item.edition.startswith("V")
            else Standard(f"BS {item.designation}", item.edition, item.amendments)
            for item in group
        ]
        rows.append([(title, "\n", mark(number, legal_acts=True)), listed(tuple(shown), "\n")])
    sheet.table(rows, (5, 5), ruled="rows", size=9)
    sheet.space(16)
    sheet.para("(e)  Signed for and on behalf of the manufacturer", style="bold", gap=3)
    when = on("issued_on", case.dates["declared"], "long")
    sheet.para((mark(case.place, place=True), ", ", when), indent=20, gap=28)
    pen(case, sheet, sheet.left + 26)
    sheet.space(6)
    sheet.para(
        (mark(case.signatory, signatory_name=True), ", ", mark("Head of Compliance", signatory_function=True)),
        indent=20,
    )


def american(case: Case, sheet: Sheet) -> None:
    """FCC Supplier's Declaration with the compliance information block."""
    party = case.importer
    sheet.begin(face=faces.SANS, size=10, top=80, left=72, right=72)
    sheet.para("Supplier's Declaration of Conformity", size=18, style="bold", gap=1)
    sheet.para(("47 CFR § 2.1077 Compliance Information"), size=11, gap=16)
    sheet.para("Unique Identifier", style="bold", gap=1)
    sheet.para(("Trade name: ", mark(case.brand, brand=True), "     Model: ", names(case)), gap=2)
    sheet.para(("Description: ", mark("Electric vehicle charging station", product_name=True)), gap=10)
    sheet.para("Responsible Party – U.S. Contact Information", style="bold", gap=1)
    sheet.para(
        (party.named("responsible_party", "issuer"), "\n", party.block("responsible_party"), "\nTel. +1 253 555 0142"),
        gap=10,
    )
    sheet.para("FCC Compliance Statement", style="bold", gap=1)
    sheet.note("statements", "fcc_15_19")
    rule = mark("Part 15 of the FCC Rules", legal_acts="47 CFR 15")
    sheet.para(
        (
            "This device complies with ",
            rule,
            ". Operation is subject to the following two conditions: (1) This device may not cause harmful interference, and (2) this device must accept any interference received, including interference that may cause undesired operation.",
        ),
        gap=12,
    )
    sheet.para(("Test report: ", cited(case, "emc")), gap=24)
    pen(case, sheet, sheet.left + 10)
    sheet.rule(weight=0.4, gap=2)
    sheet.table(
        [
            [
                mark(case.signatory, signatory_name=True),
                mark("Regulatory Compliance Manager", signatory_function=True),
                on("issued_on", case.dates["declared"], "month_first"),
            ],
            ["Name", "Title", "Date"],
        ],
        (3, 4, 3),
        head=0,
        ruled="none",
    )


def substances(case: Case, sheet: Sheet) -> None:
    """RoHS and REACH declaration in points, a table of limits at the side, two acts and an amendment."""
    maker = case.manufacturer

    def head(s: Sheet) -> None:
        tint(s, (0, 0, s.page_size[0], 30), (0.16, 0.45, 0.24))
        s.put(s.left, 50, maker.name, size=9, style="bold")
        s.put(s.left + s.width, 50, f"{page_of(s)}/{s.pages_total}", size=8, align="right")

    sheet.begin(face=faces.HELVETICA, size=10, top=84, left=64, right=64, header=head)
    sheet.para("Declaration of Compliance with Substance Restrictions", size=15, style="bold", gap=3)
    sheet.para(
        (
            "Document ",
            mark(case.numbers["material"], document_number=True),
            "  ·  Issued ",
            on("issued_on", case.dates["declared"], "upper"),
        ),
        size=9,
        gap=12,
    )
    sheet.pairs(
        [
            ("Manufacturer", (maker.named("manufacturer", "issuer"), "\n", maker.line("manufacturer"))),
            ("Article", mark(case.product_name, product_name=True)),
            ("Part numbers", names(case)),
        ],
        label_width=90,
        label_style="bold",
    )
    sheet.space(6)
    sheet.para(
        (
            "1.  The articles comply with Directive ",
            mark("2011/65/EU", legal_acts=True),
            " (RoHS) including Delegated Directive ",
            mark("(EU) 2015/863", legal_acts=True),
            ". Conformity was assessed in accordance with ",
            case.substances[0].mark(),
            ".",
        ),
        gap=5,
    )
    sheet.para(
        (
            "2.  They contain no substance of very high concern above 0.1 % (w/w) within the meaning of Article 33 of Regulation ",
            mark("(EC) No 1907/2006", legal_acts="(EC) 1907/2006"),
            " (REACH).",
        ),
        gap=8,
    )
    rows: list[list[Content]] = [["Restricted substance", "Maximum", "Restricted substance", "Maximum"]]
    rows += [
        ["Pb", "1000 ppm", "PBB", "1000 ppm"],
        ["Hg", "1000 ppm", "PBDE", "1000 ppm"],
        ["Cd", "100 ppm", "DEHP, BBP", "1000 ppm"],
        ["Cr VI", "1000 ppm", "DBP, DIBP", "1000 ppm"],
    ]
    sheet.table(rows, (3, 2, 3, 2), size=9)
    sheet.space(10)
    sheet.para(("3.  Analytical evidence: test report ", cited(case, "rohs"), "."), gap=30)
    pen(case, sheet, sheet.left + 16)
    sheet.stamp(sheet.left + 330, sheet.y - 4, maker.name[:28])
    sheet.space(8)
    sheet.para(
        (
            mark(case.signatory, signatory_name=True),
            "\n",
            mark("EHS Manager", signatory_function=True),
            "\n",
            mark(case.place, place=True),
        )
    )


def sameness(case: Case, sheet: Sheet) -> None:
    """The maker's letter to a customer: a table of both designations, differences named, papers that stay valid."""
    oem = case.factory
    sheet.begin(face=faces.SERIF, size=10.5, top=64, left=76, right=76)
    sheet.para(oem.named("issuer"), size=14, style="bold", align="center", gap=1)
    sheet.para(oem.line("issuer"), size=8, align="center", gap=4)
    sheet.rule(weight=1.2, gap=18)
    sheet.para((case.importer.name, "\n", case.importer.lines[0], "\n", case.importer.lines[1]), gap=12)
    sheet.para(on("issued_on", case.dates["declared"], "long"), align="right", gap=10)
    sheet.para(
        ("Declaration of Identity No. ", mark(case.numbers["letter"], document_number=True)),
        size=12.5,
        style="bold",
        gap=10,
    )
    sheet.para("Dear Sir or Madam,", gap=6)
    sheet.para(
        (
            "we declare that the charging stations sold under your trade mark ",
            mark(case.brand, brand=True),
            " are electrically and mechanically identical to our own models. Only the logo, the front film and the packaging differ.",
        ),
        gap=8,
    )
    rows: list[list[Content]] = [["No.", "Your designation", "Our designation"]]
    for index, (own, original) in enumerate(zip(case.models, case.oem_model.split(", "), strict=True)):
        rows.append([str(index + 1), mark(own, models=True), mark(original, models=True)])
    sheet.table(rows, (1, 5, 5), ruled="rows")
    sheet.space(10)
    papers = (cited(case, "cb"), " and the reports ", cited(case, "safety", "emc", separator=" and "))
    sheet.para(("The CB test certificate ", papers, " are valid for both designations without restriction."), gap=16)
    sheet.para("With kind regards", gap=30)
    pen(case, sheet, sheet.left + 8, case.engineer)
    sheet.stamp(sheet.left + 300, sheet.y - 6, oem.name[:30], radius=36)
    sheet.space(8)
    sheet.para((mark(case.engineer, signatory_name=True), "\n", mark("Vice President R&D", signatory_function=True)))
