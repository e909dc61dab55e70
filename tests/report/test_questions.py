"""The letter to the supplier: what the corpus packs give, grouped, without doubles, in both languages, as three files."""

import io
import re
from dataclasses import replace

import docx
import pytest

from docverify.facts.finding import Finding, Outcome, Severity, Topic, Waiver
from docverify.report.letters import letter_as
from docverify.report.questions import letter, visit_list
from tests.report.checked import checked
from tests.report.letters import FOLDER, LANGUAGES, PACKS, SOME, visit, written
from tests.samples import DOCUMENT, finding, result

AGAIN = "run `python -m tests.report.letters` and look at the difference"


@pytest.mark.parametrize("pack", PACKS)
def test_the_letters_about_a_pack_are_the_golden_ones(pack: str) -> None:
    for language in LANGUAGES:
        assert written(pack, language) == (FOLDER / f"{pack}.{language}.md").read_text("utf-8"), AGAIN


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_list_for_a_visit_is_the_golden_one(language: str) -> None:
    assert visit(language) == (FOLDER / f"visit.{language}.txt").read_text("utf-8"), AGAIN


@pytest.mark.parametrize("pack", SOME)
def test_both_languages_ask_the_same_points(pack: str) -> None:
    english, chinese = (letter(checked(pack), language=language) for language in LANGUAGES)
    prints = [sorted(p for _, asks in x.sections for ask in asks for p in ask.fingerprints) for x in (english, chinese)]
    assert prints[0] == prints[1] != []


@pytest.mark.parametrize("pack", SOME)
def test_the_chinese_letter_is_chinese_but_for_names_and_numbers(pack: str) -> None:
    for _, asks in letter(checked(pack), language="zh").sections:
        for ask in asks:
            assert re.search(r"[\u4e00-\u9fff]{3}", ask.text), ask.text


def test_every_open_finding_is_asked_once() -> None:
    made = checked("demo")
    asks = [ask for _, entries in letter(made).sections for ask in entries]
    prints = [p for ask in asks for p in ask.fingerprints]
    opened = {f.fingerprint for f in made.verdict.findings if f.outcome in (Outcome.FAIL, Outcome.UNDETERMINED)}
    assert sorted(prints) == sorted(opened)
    assert [ask.number for ask in asks] == list(range(1, len(asks) + 1))
    assert len({ask.text for ask in asks}) == len(asks)


def about(product: str, **changes: object) -> Finding:
    made = finding(Outcome.FAIL, Severity.MAJOR, product=product)
    return replace(made, request={"en": f"Please send the manual of {product}."}, **changes)  # type: ignore[arg-type]


def test_the_same_question_about_two_products_is_asked_once_with_both_names() -> None:
    written = letter(result(about("EVC-11"), about("EVC-22")))
    assert [ask.text for _, asks in written.sections for ask in asks if "manual" in ask.text] == [
        "Please send the manual of EVC-11, EVC-22."
    ]


def test_what_is_waived_or_ours_is_not_asked() -> None:
    waived = about("EVC-11", waiver=Waiver("accepted", "A. Buyer", DOCUMENT.fields["issued_on"][0].value))
    ours = about("EVC-22", topic=Topic.WAIVER)
    text = letter_as(letter(result(waived, ours)), "text").decode()
    assert "manual of" not in text


def test_a_refused_file_is_asked_for_again() -> None:
    text = " ".join(letter_as(letter(result()), "text").decode().split())
    assert "We could not read papers/x.pdf (it is encrypted)." in text


def test_a_rule_without_words_in_the_language_falls_back_on_its_topic() -> None:
    text = letter_as(letter(result(about("EVC-11")), language="zh"), "text").decode()
    assert "文件涵盖的型号不同" in text


def test_a_clean_result_gives_thanks_and_no_list() -> None:
    made = result(finding(Outcome.PASS, Severity.MAJOR))
    clean = replace(made, dossier=replace(made.dossier, refusals=()))
    assert letter(clean).sections == ()
    assert "We have no questions" in " ".join(letter_as(letter(clean), "text").decode().split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_letter_as_a_word_file_reads_back(language: str) -> None:
    made = letter(checked("demo"), language=language)
    paragraphs = [p.text for p in docx.Document(io.BytesIO(letter_as(made, "docx"))).paragraphs]
    assert paragraphs[0] == made.title
    for _, asks in made.sections:
        for ask in asks:
            assert any(ask.text in text for text in paragraphs)


def test_a_visit_asks_about_seals_only_where_there_is_a_meter() -> None:
    texts = [ask.text for _, asks in visit_list(checked("clean-cn")).sections for ask in asks]
    assert not [text for text in texts if "meter's seal" in text]
