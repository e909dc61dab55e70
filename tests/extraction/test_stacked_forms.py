"""Forms of two columns in which every value stands under its label."""

from docverify.classify import Section
from docverify.extraction.extract import extract
from docverify.facts.document import Document, DocumentKind
from docverify.reading.page import Line, ReadDocument
from tests.extraction.drawn_papers import paper, values
from tests.extraction.printed_words import line, page, passage


def read_as(kind: DocumentKind, scheme: str, document: ReadDocument) -> Document:
    """The document read as one paper of that kind and scheme."""
    return extract(document, Section(kind, scheme, (1, document.page_count), "", "", 1.0))


def test_a_value_stands_under_its_label_and_not_in_the_next_column() -> None:
    left = [
        "FABRICANTE",
        "Cargalia Sistemas, S.A.",
        "Calle Txingurri 30",
        "MARCA",
        "Cargalia",
        "TIPO DE EQUIPO",
        "Punto de recarga",
    ]
    right = ["IMPORTADOR", "No aplica", "MODELOS", "CG-DC60", "CG-DC120", "CG-DC180"]
    lines = [line(50, 100 + 13 * row, text) for row, text in enumerate(left)]
    lines += [line(300, 96 + 13 * row, text) for row, text in enumerate(right)]
    form = passage(page(*sorted(lines, key=top)), scheme="eu_doc")
    assert [candidate.value.text for candidate in form.candidates("brand")] == ["Cargalia"]
    assert [candidate.value.text for candidate in form.candidates("product_name")] == ["Punto de recarga"]
    assert [candidate.value.text for candidate in form.candidates("models")] == ["CG-DC60\nCG-DC120\nCG-DC180"]


def top(entry: Line) -> float:
    """The upper edge of the line."""
    return entry.box[1]


def test_a_number_flush_right_under_its_label_and_a_numbered_list_of_types() -> None:
    record = read_as(
        DocumentKind.CERTIFICATE,
        "voluntary_mark",
        paper(
            [
                ["", "", "", "Licence n°"],
                ["", "", "", "CV-704116"],
                "Références couvertes",
                "1) OHM-MUR-7",
                "2) OHM-MUR-22",
            ]
        ),
    )
    assert values(record, "document_number") == ["CV-704116"]
    assert values(record, "models") == ["OHM-MUR-7", "OHM-MUR-22"]


def test_a_certificate_for_its_manufacturer_has_one_and_names_the_type_it_rests_on() -> None:
    record = read_as(
        DocumentKind.CERTIFICATE,
        "mid_type_examination",
        paper(
            [
                (16, "Certificado de conformidad con el tipo"),
                "Certificado: EIM-D-26-0207",
                ["Ausgestellt für den Hersteller:", "", "Ladefora Messtechnik AG"],
                ["", "", "Bahnhofplatz 4, 9000 St. Gallen, Schweiz"],
                "Examen de tipo: EIM-B-25-0144",
            ]
        ),
    )
    assert values(record, "manufacturer") == values(record, "holder") == ["Ladefora Messtechnik AG"]
    assert values(record, "document_number") == ["EIM-D-26-0207"]
    assert values(record, "references") == ["EIM-B-25-0144"]


def test_a_body_named_by_its_institution_issues() -> None:
    record = read_as(
        DocumentKind.CERTIFICATE,
        "ccc",
        paper(
            [
                (16, "CERTIFICATE FOR CHINA COMPULSORY PRODUCT CERTIFICATION"),
                ["Applicant", "Hangzhou Qiantang Charging Co., Ltd."],
                *[""] * 20,
                "East China Quality Certification Centre",
            ]
        ),
    )
    assert values(record, "issuer") == ["East China Quality Certification Centre"]


def test_one_word_of_the_makers_name_is_a_brand_and_no_product_name() -> None:
    record = read_as(
        DocumentKind.DECLARATION,
        "scp_statement",
        paper(
            [
                (16, "Statement of Compliance"),
                "Manufacturer and seller of the charge point",
                "Moorland Energy Devices plc",
                "Relevant charge point",
                "Moorland MD7-SCP / MD7-SCP-T",
            ]
        ),
    )
    assert values(record, "brand") == ["Moorland"]
    assert values(record, "product_name") == []
    assert values(record, "models") == ["MD7-SCP", "MD7-SCP-T"]


def test_a_label_with_a_plural_or_an_ordinal_sign_and_its_translation_is_one_label() -> None:
    record = read_as(
        DocumentKind.DECLARATION,
        "eu_doc",
        paper(
            [
                (16, "EU Declaration of Conformity"),
                "Document n° : DK-2025-0044",
                "Typ(en) / Type No.: NW-22S, NW-11S",
                [["Fertigungsstätte(n)", "Suzhou Yida Electric Co.,\nLtd."]],
            ]
        ),
    )
    assert values(record, "document_number") == ["DK-2025-0044"]
    assert values(record, "models") == ["NW-22S", "NW-11S"]
    assert values(record, "factory") == ["Suzhou Yida Electric Co., Ltd."]
