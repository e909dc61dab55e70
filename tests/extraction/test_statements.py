"""Statements found by id and language, tolerant of line breaks and names put in, not of missing words."""

from importlib.resources import files

import pytest
import yaml
from rapidfuzz import fuzz

from docverify.extraction.statements import LOOSE_RATIO, find_statements, statements
from docverify.facts.document import STATEMENTS
from docverify.facts.evidence import Evidence, Origin
from docverify.reading.page import Page
from tests.extraction.drawn_papers import paper

SHA = "0" * 64


def found(*lines: str) -> set[tuple[str, str]]:
    """Ids and languages of the statements on a page of those lines."""
    return {(entry.value, entry.details["language"]) for entry in find_statements(paper(list(lines)).pages, SHA)}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "We declare under our sole responsibility that the product"),
        ("de", "Die alleinige Verantwortung für die Ausstellung dieser Erklärung trägt der Hersteller."),
        ("fr", "La présente déclaration est établie sous la seule responsabilité du fabricant."),
        ("nl", "Deze verklaring wordt verstrekt onder volledige verantwoordelijkheid van de fabrikant."),
        ("it", "La presente dichiarazione è rilasciata sotto la responsabilità esclusiva del fabbricante."),
        ("es", "La presente declaración se expide bajo la exclusiva responsabilidad del fabricante."),
        ("pl", "Niniejsza deklaracja wydana zostaje na wyłączną odpowiedzialność producenta."),
        ("sv", "Denna försäkran utfärdas på tillverkarens eget ansvar."),
        ("fi", "Tämä vakuutus on annettu valmistajan yksinomaisella vastuulla."),
        ("cs", "Toto prohlášení se vydává na výhradní odpovědnost výrobce."),
    ],
)
def test_the_sole_responsibility_sentence_is_found_in_many_languages(language: str, text: str) -> None:
    assert ("sole_responsibility", language) in found(text)


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "en",
            [
                "Hereby, Voltora GmbH declares that the radio equipment type EVC-22 is in",
                "compliance with Directive 2014/53/EU.",
            ],
        ),
        (
            "de",
            ["Hiermit erklärt Voltora GmbH, dass der Funkanlagentyp EVC-22 der Richtlinie", "2014/53/EU entspricht."],
        ),
        (
            "fr",
            [
                "Le soussigné, X, déclare que l'équipement radioélectrique du type EVC-22 est conforme à la directive 2014/53/UE."
            ],
        ),
        ("pl", ["X niniejszym oświadcza, że typ urządzenia radiowego EVC-22 jest zgodny z dyrektywą 2014/53/UE."]),
        ("nl", ["Hierbij verklaar ik, X, dat het type radioapparatuur EVC-22 conform is met Richtlijn 2014/53/EU."]),
    ],
)
def test_the_short_declaration_is_found_over_line_breaks_and_inserted_names(language: str, lines: list[str]) -> None:
    assert ("simplified_doc", language) in found(*lines)


def test_a_declaration_address_needs_an_address() -> None:
    text = "The full text of the EU declaration of conformity is available at the following internet address:"
    assert ("doc_address", "en") in found(text, "https://www.voltora.example/doc")
    assert ("doc_address", "en") not in found(text)


def test_a_word_of_the_statement_missing_is_the_statement_missing() -> None:
    assert ("sole_responsibility", "en") not in found("We declare under our responsibility that the product conforms")


def test_a_password_that_must_be_changed_is_not_one_that_may_be_skipped() -> None:
    lines = ["The default password must be changed at first start; the station does not go online before."] * 2
    ids = {
        name for name, _ in found(*lines, "Read all of the instructions before you install it and do not open the lid.")
    }
    assert "password_required" in ids
    assert "password_optional" not in ids


def test_statements_count_in_the_language_of_their_page() -> None:
    german = [
        "Das Produkt darf nicht mit dem Hausmüll entsorgt werden, WEEE-Reg.-Nr. DE 123, und es ist bei der Sammelstelle abzugeben."
    ]
    assert {language for name, language in found(*german * 2) if name == "weee_disposal"} == {"de"}


def test_every_statement_has_its_words_and_box_as_evidence() -> None:
    page = paper(["Installation may only be carried out by a qualified electrician of the grid."]).pages
    reading = next(entry for entry in find_statements(page, SHA) if entry.value == "qualified_person")
    assert reading.quote == "qualified electrician"
    assert isinstance(reading.evidence[0], Evidence)


def read_by_ocr(text: str) -> Page:
    """A page whose text OCR read."""
    return Page(1, 595.0, 842.0, text, Origin.OCR, tuple, lambda start, end: ((0.0, 0.0, 9.0, 9.0),), tuple)


DAMAGED = (
    "changes or rnodifications not expressly approvcd by the party responsible for compliance could void the user's\n"
    "authority to operale the equiprnent"
)


def test_damaged_ocr_text_still_gives_the_sentence_and_born_digital_text_does_not() -> None:
    page = read_by_ocr(DAMAGED)
    readings = find_statements([page], SHA, ids=frozenset({"fcc_15_21"}))
    assert [entry.value for entry in readings] == ["fcc_15_21"]
    assert readings[0].confidence < 0.9
    digital = Page(1, 595.0, 842.0, DAMAGED, Origin.TEXT, tuple, page.make_boxes, tuple)
    assert not find_statements([digital], SHA, ids=frozenset({"fcc_15_21"}))


def test_one_piece_of_the_sentence_is_not_the_sentence() -> None:
    page = read_by_ocr("changes or modifications not exprcssly approved are listed in the annex of this manual")
    assert not find_statements([page], SHA, ids=frozenset({"fcc_15_21"}))


def test_another_sentence_on_the_same_subject_stays_below_the_threshold() -> None:
    other = (
        "this device was tested in a laboratory and may be used in homes when the limits of the grid are not exceeded"
    )
    for statement in statements():
        if statement.pieces:
            assert min(fuzz.partial_ratio(piece, other) for piece in statement.pieces) < LOOSE_RATIO - 6


def test_the_two_fcc_classes_are_never_compared_loosely() -> None:
    assert not any(s.pieces for s in statements() if s.id.startswith("fcc_15_105"))


def test_every_statement_with_words_has_an_id_that_rules_may_name() -> None:
    source = files("docverify.extraction").joinpath("statements.yaml").read_text("utf-8")
    assert set(yaml.load(source, Loader=yaml.CSafeLoader)) == set(STATEMENTS)


@pytest.mark.parametrize(
    ("language", "text", "statement"),
    [
        ("sv", "Säkerhetsföreskrifter", "safety_information"),
        ("da", "Sikkerhedsanvisninger", "safety_information"),
        ("nl", "Veiligheidsvoorschriften", "safety_information"),
        ("sv", "Laddboxen ska jordas.", "earthing"),
        ("fr", "La borne doit être raccordée à la terre.", "earthing"),
        ("en", "The EU declaration of conformity is available at charge.example/doc", "doc_address"),
    ],
)
def test_words_with_parted_endings_and_bare_addresses_count(language: str, text: str, statement: str) -> None:
    found = find_statements(paper([text]).pages, "0" * 64)
    assert (statement, language) in {(entry.value, entry.details["language"]) for entry in found}
