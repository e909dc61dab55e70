"""Further layouts of declarations that nobody tunes on."""

from corpus.generator import faces
from corpus.generator.case import Case, listed
from corpus.generator.layouts.unseen_parties import acts, cited, names, on, pen, tint
from corpus.generator.marks import Content, mark
from corpus.generator.sheet import Sheet


def trilingual(case: Case, sheet: Sheet) -> None:
    """English, German and French labels stacked small in the left cell, values in the right, as groups issue it."""
    maker = case.manufacturer
    sheet.begin(face=faces.HELVETICA, size=9, top=50, left=50, right=50)
    tint(sheet, (50, 34, sheet.width, 4), (0.8, 0.1, 0.1))
    sheet.put(sheet.left, 58, case.brand, size=16, style="bold")
    sheet.space(22)
    sheet.para(
        "EU Declaration of Conformity / EU-Konformitätserklärung / Déclaration UE de conformité",
        size=11.5,
        style="bold",
        gap=8,
    )

    def row(english: str, german: str, french: str, value: Content) -> None:
        sheet.table([[f"{english}\n{german}\n{french}", value]], (3.6, 6.4), head=0, size=8, ruled="rows", pad=4)

    row("Declaration No.", "Erklärung Nr.", "Déclaration n°", mark(case.numbers["doc"], document_number=True))
    row(
        "Manufacturer",
        "Hersteller",
        "Fabricant",
        (maker.named("manufacturer", "issuer"), "\n", maker.line("manufacturer")),
    )
    row("Product", "Produkt", "Produit", mark(case.product_name, product_name=True))
    row("Type designation", "Typenbezeichnung", "Désignation du type", names(case, "; "))
    row("Trademark", "Marke", "Marque", mark(case.brand, brand=True))
    sheet.note("statements", "sole_responsibility")
    row(
        "This declaration is issued under the sole responsibility of the manufacturer.",
        "Die alleinige Verantwortung für diese Erklärung trägt der Hersteller.",
        "Cette déclaration est établie sous la seule responsabilité du fabricant.",
        " ",
    )
    row("Directives", "Richtlinien", "Directives", acts(case, "\n"))
    row("Standards", "Normen", "Normes", listed(case.all_standards(), "\n", "spaced"))
    row("Test reports", "Prüfberichte", "Rapports d'essai", cited(case, "safety", "emc"))
    row(
        "Place, date",
        "Ort, Datum",
        "Lieu, date",
        (mark(case.place, place=True), ", ", on("issued_on", case.dates["declared"], "iso")),
    )
    row("Name", "Name", "Nom", mark(case.signatory, signatory_name=True))
    row("Function", "Funktion", "Fonction", mark("Director Regulatory Affairs", signatory_function=True))
    row("Signature", "Unterschrift", "Signature", " ")
    sheet.y -= 10
    pen(case, sheet, sheet.left + 210)
