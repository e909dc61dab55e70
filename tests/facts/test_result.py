"""The result of a run: what is shown, and its exit code."""

from dataclasses import replace

import pytest

from docverify.facts.finding import Outcome, Severity, Topic
from docverify.facts.result import Baseline
from tests.samples import finding, result

PASS = finding(Outcome.PASS, Severity.MAJOR)
FAIL = finding(Outcome.FAIL, Severity.MAJOR, message="It is not so.")
MINOR = finding(Outcome.FAIL, Severity.MINOR, message="It is a little off.")
OPEN = finding(Outcome.UNDETERMINED, Severity.MAJOR, message="Nobody knows.")
UNREAD = replace(OPEN, topic=Topic.UNREADABLE_DOCUMENT)


@pytest.mark.parametrize(
    ("findings", "code"),
    [
        ((PASS,), 0),
        ((PASS, FAIL), 1),
        ((PASS, FAIL, OPEN), 1),
        ((PASS, MINOR), 0),
        ((PASS, OPEN), 6),
        ((PASS, UNREAD), 3),
        ((), 6),
    ],
)
def test_the_exit_code_tells_pass_fail_unread_and_open_apart(findings: tuple[object, ...], code: int) -> None:
    assert result(*findings).exit_code == code  # type: ignore[arg-type]


def test_a_baseline_hides_what_it_knows_with_that_outcome_and_changes_no_verdict() -> None:
    whole = result(PASS, FAIL, OPEN)
    known = replace(whole, baseline=Baseline("ab", ((FAIL.fingerprint, "fail"),)))
    assert known.shown == (PASS, OPEN)
    assert known.hidden == 1
    assert known.exit_code == whole.exit_code == 1
    other = replace(whole, baseline=Baseline("ab", ((FAIL.fingerprint, "undetermined"),)))
    assert other.shown == (PASS, FAIL)


def test_without_a_baseline_everything_is_shown() -> None:
    assert result(PASS, FAIL).shown == (PASS, FAIL)
    assert result(PASS, FAIL).hidden == 0
