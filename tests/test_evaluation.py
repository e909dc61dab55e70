"""Counting: what is right, wrong and missed; boxes read back; defects found; the rules judged apart from reading."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from docverify import evaluation
from docverify.errors import UsageError
from docverify.evaluation.boxes import read_back
from docverify.evaluation.labels import Expected, Labelled, LabelledFile, labelled_files, pack_folders
from docverify.evaluation.perfect import perfect_documents, score_pack_read_perfectly
from docverify.evaluation.run import calibration, score_files
from docverify.evaluation.score import Tally, score_file, soft_key, strict_key
from docverify.facts.document import FIELD_NAMES, Document, DocumentKind
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.facts.source import SourceFile
from docverify.facts.standard import StandardReference

CORPUS = Path(__file__).parents[1] / "corpus"
PACKS = pack_folders(CORPUS)


def found(value, page=1, *, confidence=0.9, quote="x"):
    evidence = (Evidence("a" * 64, page, (0.0, 0.0, 10.0, 10.0)),)
    return Found(value, quote, evidence, Origin.TEXT, confidence)


def document(**fields):
    fields = {name: tuple(entries) for name, entries in fields.items()}
    return Document("a" * 16, "f.pdf", "a" * 64, (1, 2), DocumentKind.DECLARATION, "eu_doc", "", fields=fields)


def expected(**fields):
    fields = {name: tuple(entries) for name, entries in fields.items()}
    return Expected((1, 2), "declaration", "eu_doc", fields, frozenset(FIELD_NAMES - set(fields) - {"place"}))


def score(read, truth):
    file = LabelledFile("f.pdf", None, "layout", held_out=False, scanned=False, documents=(truth,))
    return score_file(file, [read] if read else [])[0]


def counts(tally):
    return tally.right, tally.wrong, tally.missed


def test_a_value_on_its_page_is_right_and_the_document_is_exact() -> None:
    result = score(document(brand=[found("Volta")]), expected(brand=[Labelled("Volta", 1)]))
    assert counts(result.strict["brand"]) == (1, 0, 0)
    assert result.exact


def test_a_value_on_another_page_is_wrong_and_missed() -> None:
    result = score(document(brand=[found("Volta", 2)]), expected(brand=[Labelled("Volta", 1)]))
    assert counts(result.strict["brand"]) == (0, 1, 1)
    assert [mistake.kind_of for mistake in result.mistakes] == ["page", "missed"]


def test_a_value_printed_on_several_pages_is_right_on_any_of_them() -> None:
    result = score(document(brand=[found("Volta", 2)]), expected(brand=[Labelled("Volta", 1, (2,))]))
    assert counts(result.strict["brand"]) == (1, 0, 0)


def test_a_value_read_twice_counts_once() -> None:
    read = document(brand=[found("Volta", 1), found("Volta", 2)])
    assert counts(score(read, expected(brand=[Labelled("Volta", 1)])).strict["brand"]) == (1, 0, 0)


def test_case_and_punctuation_matter_to_the_strict_score_only() -> None:
    result = score(document(brand=[found("VOLTA.")]), expected(brand=[Labelled("Volta", 1)]))
    assert counts(result.strict["brand"]) == (0, 1, 1)
    assert counts(result.soft["brand"]) == (1, 0, 0)


def test_dates_and_standards_are_compared_as_json() -> None:
    standard = StandardReference.parse("EN IEC 61851-1:2019")
    read = document(issued_on=[found(date(2026, 3, 1))], standards=[found(standard)])
    truth = expected(
        issued_on=[Labelled("2026-03-01", 1)],
        standards=[Labelled({"designation": "EN IEC 61851-1", "edition": "2019", "amendments": []}, 1)],
    )
    assert score(read, truth).exact


def test_a_whole_number_equals_itself_with_a_decimal_point() -> None:
    assert strict_key("rated_power_kw", 22) == strict_key("rated_power_kw", 22.0)
    assert strict_key("rated_voltage_v", [380, None]) != strict_key("rated_voltage_v", [380, 415])


def test_a_line_break_in_an_address_is_the_comma_of_the_one_line_form() -> None:
    assert strict_key("factory_address", "Road 5\nBerlin") == strict_key("factory_address", "Road 5, Berlin")
    assert strict_key("brand", "A, B") != strict_key("brand", "A B")


def test_a_field_that_nobody_labelled_does_not_count() -> None:
    read = document(brand=[found("Volta")], contacts=[found("a@b.example")])
    assert "contacts" not in score(read, expected(brand=[Labelled("Volta", 1)])).strict


def test_a_field_labelled_on_some_pages_counts_on_those_only() -> None:
    truth = replace(expected(brand=[Labelled("Volta", 1)]), labelled_on={"brand": frozenset({1})})
    read = document(brand=[found("Volta"), found("Rheinstrom", 2)])
    assert counts(score(read, truth).strict["brand"]) == (1, 0, 0)
    assert counts(score(document(brand=[found("Rheinstrom")]), truth).strict["brand"]) == (0, 1, 1)


def test_a_value_of_a_labelled_field_that_is_not_printed_is_wrong() -> None:
    read = document(brand=[found("Volta")], place=[found("Berlin")])
    assert counts(score(read, expected(brand=[Labelled("Volta", 1)])).strict["place"]) == (0, 1, 0)


def test_a_file_that_was_refused_misses_everything() -> None:
    result = score(None, expected(brand=[Labelled("Volta", 1)]))
    assert counts(result.strict["brand"]) == (0, 0, 1)
    assert not result.kind_right and result.found_kind == "refused"


def test_nothing_labelled_and_nothing_read_is_full_marks() -> None:
    assert Tally().precision == Tally().recall == Tally().f1 == 1.0


@given(st.integers(0, 50), st.integers(0, 50), st.integers(0, 50))
def test_f1_lies_between_precision_and_recall(right: int, wrong: int, missed: int) -> None:
    tally = Tally(right, wrong, missed)
    low, high = sorted((tally.precision, tally.recall))
    if right + wrong and right + missed:
        assert low - 1e-9 <= tally.f1 <= high + 1e-9


@given(st.text())
def test_what_is_strictly_equal_is_softly_equal(text: str) -> None:
    assert strict_key("brand", text) == strict_key("brand", f" {text}\n")
    assert soft_key("brand", text) == soft_key("brand", f" {text}\n")


def test_calibration_counts_right_values_by_confidence() -> None:
    read = document(brand=[found("Volta", confidence=0.97), found("Other", confidence=0.97)])
    bins, error = calibration([score(read, expected(brand=[Labelled("Volta", 1)]))])
    assert (0.95, 0.99, 2, 1) in bins
    assert error == pytest.approx(0.47)


def test_an_unknown_field_in_a_truth_is_refused(tmp_path: Path) -> None:
    row = {"pages": [1, 1], "kind": "manual", "scheme": "user", "fields": {"colour": [{"value": "red", "page": 1}]}}
    (tmp_path / "expected.yaml").write_text(yaml.safe_dump({"layout": "x", "documents": [row]}), "utf-8")
    with pytest.raises(UsageError, match="no field colour"):
        labelled_files(tmp_path)


def test_a_real_paper_that_is_not_at_hand_is_not_present(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    row = {"pages": [1, 1], "kind": "manual", "scheme": "user", "fields": {}}
    truth = {"repository": "a/b", "path": "c.pdf", "sha256": "0" * 64, "documents": [row]}
    (tmp_path / "one.yaml").write_text(yaml.safe_dump(truth), "utf-8")
    monkeypatch.delenv("DOCVERIFY_REAL", raising=False)
    measured = evaluation.evaluate_documents(tmp_path)
    assert "not present" in evaluation.render(measured)
    monkeypatch.setenv("DOCVERIFY_REAL", str(tmp_path))
    (tmp_path / "a+b").mkdir()
    (tmp_path / "a+b" / "c.pdf").write_bytes(b"other bytes")
    assert "not the labelled bytes" in evaluation.render(evaluation.evaluate_documents(tmp_path))


def test_documents_as_labelled_get_full_marks() -> None:
    labelled = labelled_files(CORPUS)
    files = [file for file in labelled if file.layout in ("doc-boxed", "report-trf", "ho-merged")]
    files.append(next(file for file in labelled if file.held_out and not file.scanned))
    documents = []
    for file in files:
        rows = yaml.safe_load((file.pdf.parent / "expected.yaml").read_text("utf-8"))["documents"]
        documents += perfect_documents(rows, SourceFile.of(file.name, file.pdf.read_bytes()))
    measured = score_files(files, documents)
    assert all(score.exact for score in measured.scores)
    text = evaluation.render(measured, errors=5)
    assert "born-digital, held-out layouts" in text and "1.0000" in text
    json.dumps(evaluation.as_json(measured))


def test_a_quote_that_does_not_stand_in_its_box_is_counted() -> None:
    pdf = CORPUS / "documents" / "doc-boxed-b1" / "document.pdf"
    wide = (Evidence("a" * 64, 1, (0.0, 0.0, 595.0, 842.0)),)
    read = document(
        brand=[Found("Nantai", "Nantai", wide, Origin.TEXT, 1.0)],
        place=[Found("Atlantis", "Atlantis", wide, Origin.TEXT, 1.0)],
    )
    count, lines = read_back(pdf, [read])
    assert (count.values, count.with_box, count.looked_at, count.equal) == (2, 2, 2, 1)
    assert len(lines) == 1 and "Atlantis" in lines[0]


@pytest.mark.parametrize("pack", PACKS, ids=lambda path: path.name)
def test_with_everything_read_right_the_rules_decide_as_seeded(pack: Path) -> None:
    result = score_pack_read_perfectly(pack)
    assert [d.defect.topic for d in result.defects if not d.found] == []
    assert result.unexpected == ()
    assert result.verdict == result.expected
