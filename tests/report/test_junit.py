"""JUnit XML: a build server shows a failure red, and what is undecided never green."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest

from docverify.facts.finding import Finding, Outcome, Severity, Waiver
from docverify.report.junit import as_junit
from tests.samples import finding, result

WAIVER = Waiver(reason="sample only", who="Q. Inspector", expires=date(2027, 1, 1))


def tree(*findings: Finding) -> ElementTree.Element:
    """The parsed report of those findings."""
    return ElementTree.fromstring(as_junit(result(*findings)))


@pytest.mark.parametrize(
    ("outcome", "tag", "counted"), [(Outcome.FAIL, "failure", "failures"), (Outcome.UNDETERMINED, "error", "errors")]
)
def test_what_does_not_pass_is_told_with_its_kind(outcome: Outcome, tag: str, counted: str) -> None:
    root = tree(finding(outcome, Severity.MAJOR))
    told = root.find(f".//{tag}")
    assert root.attrib[counted] == "1"
    assert told is not None
    assert told.attrib == {"message": "It is so.", "type": "major"}
    assert "papers/doc.pdf p. 1 at (72, 100, 200, 112): Model: EVC-11" in str(told.text)


def test_a_pass_is_an_empty_case_of_its_product_and_market() -> None:
    root = tree(finding(Outcome.PASS, Severity.MAJOR))
    (suite,) = root
    (case,) = suite
    assert suite.attrib["name"] == "EVC-22 · EU"
    assert list(case) == []
    assert {root.attrib[name] for name in ("failures", "errors", "skipped")} == {"0"}


def test_what_is_waived_is_skipped_with_who_and_why() -> None:
    root = tree(replace(finding(Outcome.FAIL, Severity.MAJOR), waiver=WAIVER))
    skipped = root.find(".//skipped")
    assert skipped is not None
    assert skipped.attrib["message"] == "waived until 2027-01-01 by Q. Inspector: sample only"
    assert (root.attrib["failures"], root.attrib["skipped"]) == ("0", "1")


def test_a_paper_cannot_break_the_file() -> None:
    root = tree(finding(Outcome.FAIL, Severity.MAJOR, message="]]></failure>\x00\ud800\x1b<&"))
    assert root.find(".//failure") is not None
