"""The sum of a run: never conforming by silence."""

from dataclasses import replace
from datetime import date

import pytest

from docverify.facts.finding import (
    Citation,
    Conclusion,
    Confidence,
    Finding,
    Outcome,
    Severity,
    Subject,
    Topic,
    Verdict,
    Waiver,
)

FINDING = Finding(
    rule="R-1",
    pack="p",
    market="EU",
    topic=Topic.SCOPE_MODEL,
    severity=Severity.MAJOR,
    outcome=Outcome.PASS,
    subject=Subject(product="A"),
    message="m",
    reference=Citation("c"),
    found="x",
)


def finding(outcome: Outcome, severity: Severity = Severity.MAJOR) -> Finding:
    return replace(FINDING, outcome=outcome, severity=severity)


def test_nothing_evaluated_is_undetermined() -> None:
    assert Verdict.of(()).conclusion is Conclusion.UNDETERMINED


def test_only_rules_that_do_not_apply_are_undetermined() -> None:
    assert Verdict.of((finding(Outcome.NOT_APPLICABLE),)).conclusion is Conclusion.UNDETERMINED


@pytest.mark.parametrize(
    ("outcomes", "expected"),
    [
        ([(Outcome.PASS, Severity.MAJOR)], Conclusion.CONFORMING),
        ([(Outcome.PASS, Severity.MAJOR), (Outcome.FAIL, Severity.MAJOR)], Conclusion.NONCONFORMING),
        ([(Outcome.PASS, Severity.MAJOR), (Outcome.FAIL, Severity.MINOR)], Conclusion.CONFORMING),
        ([(Outcome.PASS, Severity.MAJOR), (Outcome.UNDETERMINED, Severity.MAJOR)], Conclusion.UNDETERMINED),
        ([(Outcome.PASS, Severity.MAJOR), (Outcome.UNDETERMINED, Severity.MINOR)], Conclusion.CONFORMING),
        ([(Outcome.FAIL, Severity.BLOCKER), (Outcome.UNDETERMINED, Severity.MAJOR)], Conclusion.NONCONFORMING),
    ],
)
def test_the_verdict_follows_the_worst_that_matters(
    outcomes: list[tuple[Outcome, Severity]], expected: Conclusion
) -> None:
    assert Verdict.of(tuple(finding(*pair) for pair in outcomes)).conclusion is expected


def test_a_failure_below_the_threshold_does_not_hide_an_undetermined_major() -> None:
    findings = (finding(Outcome.PASS), finding(Outcome.FAIL), finding(Outcome.UNDETERMINED))
    assert Verdict.of(findings, fail_on=Severity.BLOCKER).conclusion is Conclusion.UNDETERMINED


def test_a_failure_below_the_threshold_is_still_nonconforming() -> None:
    verdict = Verdict.of((finding(Outcome.PASS), finding(Outcome.FAIL)), fail_on=Severity.BLOCKER)
    assert (verdict.conclusion, verdict.at_threshold) == (Conclusion.NONCONFORMING, False)


def test_a_waiver_takes_a_failure_out_of_the_verdict_and_leaves_its_outcome() -> None:
    waived = replace(finding(Outcome.FAIL), waiver=Waiver("retest ordered", "A. Buyer", date(2027, 3, 31)))
    verdict = Verdict.of((finding(Outcome.PASS), waived))
    assert verdict.conclusion is Conclusion.CONFORMING
    assert verdict.findings[1].outcome is Outcome.FAIL


def test_a_fingerprint_changes_with_what_was_found_and_not_with_the_file_it_was_found_in() -> None:
    moved = replace(FINDING, subject=Subject(document="other-file", product="A"))
    assert moved.fingerprint == FINDING.fingerprint
    assert replace(FINDING, found="y").fingerprint != FINDING.fingerprint


@pytest.mark.parametrize("outcome", [Outcome.FAIL, Outcome.UNDETERMINED])
@pytest.mark.parametrize(
    "topic", [Topic.MISSING_DOCUMENT, Topic.ACT_MISSING, Topic.STANDARD_MISSING, Topic.CERTIFICATE_SCHEME]
)
def test_evidence_that_an_unverified_duty_asks_for_leaves_the_verdict_open_and_never_fails_it(
    outcome: Outcome, topic: Topic
) -> None:
    lacking = replace(finding(outcome, Severity.MINOR), topic=topic, confidence=Confidence.UNVERIFIED)
    verdict = Verdict.of((finding(Outcome.PASS), lacking))
    assert verdict.conclusion is Conclusion.UNDETERMINED and not verdict.at_threshold
    waived = replace(lacking, waiver=Waiver("accepted", "A. Buyer", date(2027, 1, 1)))
    assert Verdict.of((finding(Outcome.PASS), waived)).conclusion is Conclusion.CONFORMING


def test_what_is_worth_knowing_and_what_is_verified_and_minor_leave_a_verdict_alone() -> None:
    known = replace(finding(Outcome.FAIL, Severity.MINOR), topic=Topic.MISSING_DOCUMENT)
    info = replace(known, severity=Severity.INFO, confidence=Confidence.UNVERIFIED)
    unsure = replace(known, topic=Topic.MANUAL_LANGUAGE, confidence=Confidence.UNVERIFIED)
    for told in (known, info, unsure):
        assert Verdict.of((finding(Outcome.PASS), told)).conclusion is Conclusion.CONFORMING
