"""Annotations of a workflow: a text can neither end its command nor begin another."""

from docverify.facts.finding import Outcome, Severity
from docverify.report.github import as_annotations
from tests.samples import finding, result

HOSTILE = "50 % done\n::error::owned, a: b"


def lines(*outcomes: tuple[Outcome, Severity], message: str = "Another model.") -> list[str]:
    """The annotations of findings with those outcomes."""
    found = [finding(outcome, severity, message=message) for outcome, severity in outcomes]
    return as_annotations(result(*found)).decode("utf-8").splitlines()


def test_an_open_finding_is_an_annotation_at_its_paper_and_the_sum_is_a_notice() -> None:
    annotation, total = lines((Outcome.FAIL, Severity.MAJOR))
    assert annotation.startswith("::error file=papers/doc.pdf,title=EU-TEST-001%3A ")
    assert annotation.endswith("::Another model. (page 1)")
    assert total.startswith("::notice title=docverify::")


def test_what_is_undecided_is_a_warning_however_severe() -> None:
    assert lines((Outcome.UNDETERMINED, Severity.BLOCKER))[0].startswith("::warning ")
    assert lines((Outcome.FAIL, Severity.INFO))[0].startswith("::notice ")


def test_a_pass_is_no_annotation() -> None:
    assert len(lines((Outcome.PASS, Severity.MAJOR))) == 1


def test_a_message_cannot_begin_a_command_of_its_own() -> None:
    annotation, *rest = lines((Outcome.FAIL, Severity.MAJOR), message=HOSTILE)
    assert len(rest) == 1
    assert "50 %25 done" in annotation
