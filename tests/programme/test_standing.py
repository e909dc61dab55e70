"""A stage is passed when all its papers are there and in order; what is missing or in the way is told with the reason."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docverify.errors import UsageError
from docverify.facts.document import DocumentKind
from docverify.facts.finding import Outcome, Severity, Verdict, Waiver
from docverify.facts.result import ApprovedSample, Result
from docverify.facts.shipment import Unit
from docverify.programme import read_programme, render_status, stand, stand_to_json
from docverify.programme.written import STAGES, Programme
from tests.samples import DOCUMENT, SHA, finding, result

PASSED = finding(Outcome.PASS, Severity.MAJOR)
FAILED = finding(Outcome.FAIL, Severity.MAJOR, message="It names EVC-11.")


def programme(**stages: object) -> Programme:
    empty = {name: {} for name in STAGES}
    return Programme.model_validate({"programme": "P", "deployment": "fleet", "stages": {**empty, **stages}})


def stage(asked: Programme, *results: Result, name: str = "before_visit") -> tuple[bool, list[tuple[str, bool, str]]]:
    found = next(entry for entry in stand(asked, results).stages if entry.name == name)
    return found.passed, [(item.wanted, item.there, item.why) for item in found.items]


DECLARED = programme(before_visit={"papers": [{"kind": "declaration", "scheme": "eu_doc", "why": "who answers"}]})


def test_a_paper_that_is_there_and_in_order_passes_the_stage() -> None:
    assert stage(DECLARED, result(PASSED)) == (True, [("declaration (eu doc)", True, DOCUMENT.name)])


def test_a_paper_with_an_open_failure_is_there_but_not_in_order() -> None:
    passed, ((_, there, why),) = stage(DECLARED, result(FAILED))
    assert not passed
    assert not there
    assert "It names EVC-11." in why


def test_a_failure_that_somebody_accepted_is_in_nobodys_way() -> None:
    accepted = replace(FAILED, waiver=Waiver("pilot", "A. Buyer", date(2027, 1, 1)))
    assert stage(DECLARED, result(accepted))[0]


def test_a_paper_that_is_missing_is_told_with_why_it_is_asked() -> None:
    asked = programme(before_visit={"papers": [{"kind": "manual", "why": "what users are told"}]})
    assert stage(asked, result(PASSED)) == (False, [("manual", False, "missing (what users are told)")])


def test_another_paper_may_stand_for_the_one_asked() -> None:
    paper = {"kind": "laboratory_report", "scheme": "safety", "or_kind": "declaration", "or_scheme": "eu_doc"}
    assert stage(programme(before_visit={"papers": [paper]}), result(PASSED))[0]


def test_papers_come_one_after_the_other_before_an_order_and_all_together_with_a_shipment() -> None:
    manual = replace(DOCUMENT, id="m", kind=DocumentKind.MANUAL, scheme=None)
    first = result(PASSED)
    later = replace(first, as_of=date(2027, 1, 1), dossier=replace(first.dossier, documents=(manual,)))
    both = {"papers": [{"kind": "declaration"}, {"kind": "manual"}]}
    asked = programme(before_visit=both, pilot_order=both)
    assert stage(asked, later, first)[0]
    assert not stage(asked, later, first, name="pilot_order")[0]


def test_a_stage_waits_for_the_one_before_it() -> None:
    asked = programme(before_visit={"papers": [{"kind": "manual"}]})
    found = stand(asked, [result(PASSED)])
    assert [entry.waits_for for entry in found.stages] == ["", "before_visit", "before_visit", "before_visit"]
    assert not any(entry.passed for entry in found.stages)


def test_an_order_needs_the_sample_the_units_and_a_conforming_result() -> None:
    asked = programme(pilot_order={"approved_sample": True, "units": True, "conforming": True})
    passed, items = stage(asked, result(FAILED), name="pilot_order")
    assert (passed, [there for _, there, _ in items]) == (False, [False, False, False])
    good = result(PASSED)
    product = replace(good.shipment.products[0], units=(Unit("S1"),))
    good = replace(
        good,
        shipment=replace(good.shipment, products=(product,)),
        approved=ApprovedSample("A. Buyer", "2026-07-01T00:00:00+00:00", "ok", SHA, "PO-0"),
        verdict=Verdict.of((PASSED,)),
    )
    assert stage(asked, good, name="pilot_order")[0]


def test_a_topic_that_is_to_be_clear_is_told_with_its_first_failure() -> None:
    passed, items = stage(programme(at_visit={"clear": ["scope_model"]}), result(FAILED), name="at_visit")
    assert not passed
    assert items == [("nothing open on scope model", False, "It names EVC-11.")]


def test_without_a_result_no_stage_is_passed() -> None:
    assert stage(programme()) == (False, [("a check", False, "no result was given; run `docverify check` first")])
    other = programme()
    assert not stand(other.model_copy(update={"models": ("DCX-60",)}), [result(PASSED)]).stages[0].passed


@pytest.mark.parametrize("deployment", ["distributor", "fleet", "site_host", "private_label"])
def test_every_deployment_model_asks_for_something_at_every_stage(deployment: str) -> None:
    wanted = Programme.model_validate({"programme": "P", "deployment": deployment}).wanted()
    assert list(wanted) == list(STAGES)
    assert all(entry.papers for entry in wanted.values())


def test_private_label_asks_for_the_letter_that_bridges_the_models() -> None:
    wanted = Programme.model_validate({"programme": "P", "deployment": "private_label"}).wanted()
    assert any("equivalence_letter" in paper.scheme for paper in wanted["before_visit"].papers)


def test_the_standing_is_shown_with_what_is_missing_first() -> None:
    asked = programme(before_visit={"papers": [{"kind": "declaration"}, {"kind": "manual"}]})
    found = stand(asked, [result(PASSED)])
    text = render_status(found)
    assert text.index("MISSING manual") < text.index("ok      declaration")
    assert stand_to_json(found)["stages"][0]["passed"] is False


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("programme: P\ndeployment: fleets\n", r":2:13: deployment"),
        ("programme: P\ndeployment: fleet\nstage: {}\n", r":3:1: unknown key 'stage'; did you mean 'stages'"),
        (
            "programme: P\ndeployment: fleet\nstages: {at_visit: {papers: [{kind: manual, scheme: eu_doc}]}}\n",
            "eu_doc is no scheme of manual; known: installation",
        ),
        ("- P\n", "starts with 'programme:'"),
    ],
)
def test_mistakes_in_the_file_are_told_with_their_place(tmp_path: Path, written: str, told: str) -> None:
    path = tmp_path / "programme.yaml"
    path.write_text(written)
    with pytest.raises(UsageError, match=told):
        read_programme(path)
