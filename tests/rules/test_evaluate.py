from dataclasses import replace
from datetime import date

import pytest

from docverify.facts.dossier import State
from docverify.facts.finding import Confidence, Outcome, Severity
from docverify.rules import evaluate as module
from docverify.rules.cases import dossier_of, read_cases
from docverify.rules.checks import CHECKS
from docverify.rules.context import Check, Scope
from docverify.rules.evaluate import coverage_rows, evaluate
from docverify.rules.parameters import NoParameters
from tests.rules.samples import findings, outcomes, pack_of, rule_text

DOC = "{paper: declaration/eu_doc, fields: {standards: [EN 300 328 V2.2.2], document_number: D-1}}"


def test_a_failure_says_the_rules_message_and_asks_the_supplier() -> None:
    (only,) = findings(pack_of(), f"papers: [{DOC}]")
    assert only.message == "paper1.pdf: EN 18031-1 is missing for EVC-22S-W."
    assert only.request == {"en": "Please send EN 18031-1.", "zh": "请提供 EN 18031-1。"}
    assert (only.expected, only.found) == ("EN 18031-1", "EN 300 328 V2.2.2")
    assert only.evidence[0].page == 1 and only.evidence[0].quote == "EN 300 328 V2.2.2"
    assert (only.subject.product, only.key) == ("EVC-22S-W", "declaration/eu_doc/D-1")
    assert only.subject.document == only.evidence[0].document


def test_a_pass_asks_nothing() -> None:
    case = 'papers: [{paper: declaration/eu_doc, fields: {standards: ["EN 18031-1:2024"]}}]'
    (only,) = findings(pack_of(), case)
    assert (only.outcome, only.request) == (Outcome.PASS, {})
    assert only.message.startswith("The rule holds: ")


def test_a_value_nobody_gave_is_undetermined_and_named() -> None:
    rule = rule_text("declares_standard", "{any_of: EN 18031-1}", when="product.has_radio && product.internet")
    (only,) = findings(pack_of(rule), f"product: {{internet: null}}\npapers: [{DOC}]")
    assert only.outcome is Outcome.UNDETERMINED
    assert "nobody gave product.internet" in only.message
    assert outcomes(pack_of(rule), f"product: {{internet: null, radios: []}}\npapers: [{DOC}]") == ["not_applicable"]


def test_a_rule_out_of_its_dates_says_nothing() -> None:
    rule = rule_text("declares_standard", "{any_of: EN 18031-1}", valid_from="2025-08-01", valid_until="2027-12-10")
    pack = pack_of(rule)
    days = ["2025-07-31", "2025-08-01", "2027-12-10", "2027-12-11"]
    assert [len(findings(pack, f"as_of: {day}\npapers: [{DOC}]")) for day in days] == [0, 1, 1, 0]


def test_an_unverified_rule_is_minor_and_says_so() -> None:
    pack = pack_of(rule_text("declares_standard", "{any_of: EN 18031-1}", confidence="unverified", severity="blocker"))
    (only,) = findings(pack, f"papers: [{DOC}]")
    assert (only.severity, only.confidence) == (Severity.MINOR, Confidence.UNVERIFIED)
    assert only.message.endswith("(rests on an unverified fact)")
    assert not only.matters


def test_an_unverified_register_line_makes_a_verified_rule_minor() -> None:
    editions = (
        '- {designation: EN 60999, edition: "2001", act: X, ceases_on: 2020-01-01, source: s, grade: unverified}\n'
        '- {designation: EN 61000-3-2, edition: "2001", act: X, ceases_on: 2020-01-01, source: s, grade: verified}\n'
    )
    pack = pack_of(rule_text("edition_in_force", "{papers: declaration, clock: ceases_on}"), editions=editions)
    (weak,) = findings(pack, "papers: [{paper: declaration/eu_doc, fields: {standards: ['EN 60999:2001']}}]")
    (sound,) = findings(
        pack, "papers: [{paper: declaration/eu_doc, fields: {standards: ['EN 61000-3-2:2001', 'EN 60999:2001']}}]"
    )
    assert (weak.severity, sound.severity) == (Severity.MINOR, Severity.MAJOR)


def test_a_reading_of_low_confidence_never_carries_a_pass() -> None:
    case = 'papers: [{paper: declaration/eu_doc, fields: {standards: [{value: "EN 18031-1:2024", confidence: 0.49}]}}]'
    (only,) = findings(pack_of(), case)
    assert only.outcome is Outcome.UNDETERMINED
    assert "low confidence" in only.message


def test_a_check_that_breaks_costs_one_undetermined_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_rule: object, _context: object) -> object:
        return 1 // 0

    entry = Check(broken, NoParameters, Scope.SHIPMENT)  # type: ignore[arg-type]
    monkeypatch.setattr(module, "CHECKS", {**CHECKS, "products_named": entry})
    (only,) = findings(pack_of(rule_text("products_named")), "papers: []")
    assert only.outcome is Outcome.UNDETERMINED
    assert "the rule TEST-001 broke: ZeroDivisionError" in only.message


def test_papers_about_nothing_that_ships_are_not_judged() -> None:
    rule = rule_text("standards_dated", "{papers: declaration}")
    case = "papers: [{paper: declaration/eu_doc, covers: not_covered, fields: {standards: [EN 300 328]}}]"
    assert outcomes(pack_of(rule), case) == []
    assert outcomes(pack_of(rule), case.replace("not_covered", "undetermined")) == ["fail"]


def test_a_paper_and_product_check_is_made_for_each_pair_that_may_belong_together() -> None:
    rule = rule_text("acts_not_listed", "{none_of: 2014/35/EU}")
    case = "products: [{model: A}, {model: B}]\npapers: [{paper: declaration/eu_doc, fields: {legal_acts: 2014/35/EU}}]"
    assert [finding.subject.product for finding in findings(pack_of(rule), case)] == ["A", "B"]


def test_a_condition_on_products_holds_for_a_paper_when_it_holds_for_a_product_it_covers() -> None:
    rule = rule_text("standards_dated", "{papers: declaration}", when="product.has_radio")
    paper = "papers: [{paper: declaration/eu_doc, fields: {standards: [EN 300 328]}}]"
    assert outcomes(pack_of(rule), f"products: [{{model: A, radios: []}}, {{model: B}}]\n{paper}") == ["fail"]
    assert outcomes(pack_of(rule), f"product: {{radios: []}}\n{paper}") == []
    assert outcomes(pack_of(rule), f"product: {{radios: null}}\n{paper}") == ["undetermined"]


def test_the_same_input_gives_the_same_findings_and_fingerprints() -> None:
    first, second = (findings(pack_of(), f"papers: [{DOC}]") for _ in range(2))
    assert first == second
    assert [f.fingerprint for f in first] == [f.fingerprint for f in second]


def test_a_fingerprint_does_not_depend_on_the_files_name_when_the_paper_has_a_number() -> None:
    named = DOC.replace("{paper", "{name: other.pdf, paper", 1)
    (first,), (second,) = findings(pack_of(), f"papers: [{DOC}]"), findings(pack_of(), f"papers: [{named}]")
    assert first.fingerprint == second.fingerprint
    assert first.subject != second.subject


def test_languages_and_countries_are_named_in_messages() -> None:
    languages = "- {country: DE, requires: [de], source: s, grade: verified}\n"
    rule = rule_text("languages_cover", "{papers: manual}", message='"no {language} for {country}"')
    (only,) = findings(pack_of(rule, languages=languages), "markets: [EU, DE]\npapers: [{paper: manual/user}]")
    assert only.message == "no German for Germany"


def test_every_required_paper_has_a_row_for_each_candidate() -> None:
    rule = rule_text("paper_present", "{papers: declaration, requirement: declaration}")
    pack = pack_of(rule)
    (case,) = read_cases(
        f"- {{name: x, expect: pass, papers: [{DOC}, {{paper: declaration/eu_doc, covers: not_covered}}]}}", path="x"
    )
    rows = coverage_rows(pack, dossier_of(case, market="EU"), market="EU", as_of=date(2026, 11, 30))
    assert [(row.requirement, row.state) for row in rows] == [
        ("test/declaration", State.COVERED),
        ("test/declaration", State.NOT_COVERED),
    ]
    empty = replace(dossier_of(case, market="EU"), documents=())
    (row,) = coverage_rows(pack, empty, market="EU", as_of=date(2026, 11, 30))
    assert (row.document, row.state) == (None, State.NOT_COVERED)
    assert evaluate(pack, empty, market="EU", as_of=date(2026, 11, 30))[0].outcome is Outcome.FAIL


def test_a_missing_field_is_named_in_the_language_of_the_request() -> None:
    rule = rule_text(
        "field_present", "{papers: declaration, all_of: [issued_on]}", message='"{number} lacks the {missing}."'
    )
    rule = rule.replace("Please mend {document}.", "Send {missing}").replace("请更正。", "请补充{missing}")
    (only,) = findings(pack_of(rule), "papers: [{paper: declaration/eu_doc}]")
    assert only.message == "paper1.pdf lacks the date of issue."
    assert only.request == {"en": "Send date of issue", "zh": "请补充签发日期"}


def test_a_name_that_ends_in_a_point_does_not_double_the_sentences_own() -> None:
    case = 'papers: [{paper: declaration/eu_doc, fields: {manufacturer: "Sunpole Co., Ltd."}}]'
    rule = rule_text(
        "party_agrees", "{papers: declaration, field: manufacturer, party: brand}", message='"It names {found}."'
    )
    (only,) = findings(pack_of(rule), case)
    assert only.message == "It names Sunpole Co., Ltd."
