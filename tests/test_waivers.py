"""Waivers are attached, never hide, and are loud when they are old, unused or too broad."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from docverify.errors import UsageError
from docverify.facts.finding import Conclusion, Finding, Outcome, Severity, Subject, Topic, Verdict
from docverify.waivers import WrittenWaiver, read_waivers, waive
from tests.samples import DOCUMENT, finding, found

AS_OF = date(2026, 11, 30)
FAILED = finding(Outcome.FAIL, Severity.BLOCKER)


def written(**given: object) -> WrittenWaiver:
    fields = {
        "rule": "EU-TEST-001",
        "subject": {"product": "EVC-22"},
        "reason": "retest ordered",
        "who": "A. Buyer",
        "expires": "2027-03-31",
    }
    return WrittenWaiver.model_validate({name: value for name, value in (fields | given).items() if value is not None})


def remarks(findings: tuple[Finding, ...]) -> list[tuple[str, Severity]]:
    return [(f.rule, f.severity) for f in findings if f.topic is Topic.WAIVER]


def test_a_waived_failure_stays_a_failure_and_says_who_accepted_it() -> None:
    (waived,) = waive([FAILED], [written()], as_of=AS_OF)
    assert waived.outcome is Outcome.FAIL
    assert waived.waiver is not None
    assert (waived.waiver.who, waived.waiver.reason, waived.waiver.expires) == (
        "A. Buyer",
        "retest ordered",
        date(2027, 3, 31),
    )
    assert Verdict.of((waived, finding(Outcome.PASS, Severity.MAJOR))).conclusion is Conclusion.CONFORMING


def test_an_undecided_finding_can_be_accepted_and_a_pass_cannot() -> None:
    undecided, passed = finding(Outcome.UNDETERMINED, Severity.MAJOR), finding(Outcome.PASS, Severity.MAJOR)
    findings = waive([undecided, passed], [written()], as_of=AS_OF)
    assert [f.waiver is not None for f in findings] == [True, False]


@pytest.mark.parametrize(
    ("given", "fits"),
    [
        ({"subject": {"product": "EVC-11"}}, False),
        ({"subject": {"document": "papers/doc.pdf"}}, True),
        ({"subject": {"document": "DOC-7"}}, True),
        ({"subject": {"document": "DOC-8"}}, False),
        ({"subject": {"product": "EVC-22", "unit": "S1"}}, False),
        ({"rule": None, "subject": None, "fingerprint": FAILED.fingerprint}, True),
        ({"rule": "EU-OTHER-001", "fingerprint": FAILED.fingerprint}, False),
    ],
)
def test_a_waiver_fits_its_rule_and_every_part_of_its_subject(given: dict[str, object], *, fits: bool) -> None:
    document = replace(DOCUMENT, fields={"document_number": (found("DOC-7", "DOC-7"),)})
    findings = waive([FAILED], [written(**given)], as_of=AS_OF, documents=[document])
    assert (findings[0].waiver is not None) is fits
    assert (("WAIVER-UNUSED", Severity.MINOR) in remarks(findings)) is not fits


def test_a_waiver_by_fingerprint_does_not_outlive_a_changed_value() -> None:
    waiver = written(rule=None, subject=None, fingerprint=FAILED.fingerprint)
    changed = waive([replace(FAILED, found="EVC-7")], [waiver], as_of=AS_OF)
    assert changed[0].waiver is None


@pytest.mark.parametrize(
    ("day", "attached", "told"),
    [
        (date(2027, 3, 16), True, []),
        (date(2027, 3, 17), True, [("WAIVER-ENDS-SOON", Severity.MINOR)]),
        (date(2027, 3, 31), True, [("WAIVER-ENDS-SOON", Severity.MINOR)]),
        (date(2027, 4, 1), False, [("WAIVER-EXPIRED", Severity.MAJOR)]),
    ],
)
def test_a_waiver_holds_up_to_its_last_day_and_warns_for_two_weeks(
    day: date, told: list[tuple[str, Severity]], *, attached: bool
) -> None:
    findings = waive([FAILED], [written()], as_of=day)
    assert (findings[0].waiver is not None) is attached
    assert remarks(findings) == told


def test_the_day_a_waiver_ends_the_shipment_fails_again() -> None:
    passed = finding(Outcome.PASS, Severity.MAJOR)
    assert Verdict.of(waive([FAILED, passed], [written()], as_of=date(2027, 4, 1))).conclusion is (
        Conclusion.NONCONFORMING
    )


def test_a_waiver_of_a_whole_rule_is_refused_as_a_finding() -> None:
    findings = waive([FAILED], [written(subject=None)], as_of=AS_OF)
    assert findings[0].waiver is None
    assert remarks(findings) == [("WAIVER-BROAD", Severity.MAJOR)]


def test_a_waiver_that_covers_many_findings_is_told() -> None:
    many = [replace(FAILED, subject=Subject(product="EVC-22", unit=f"S{n}")) for n in range(6)]
    assert remarks(waive(many, [written()], as_of=AS_OF)) == [("WAIVER-BROAD", Severity.MINOR)]
    assert remarks(waive(many[:5], [written()], as_of=AS_OF)) == []


def test_the_file_is_read_and_its_mistakes_are_told_with_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "waivers.yaml"
    path.write_text(
        "waivers:\n  - fingerprint: 1234567890123456\n    reason: pilot\n    who: A. Buyer\n    expires: 2027-03-31\n"
    )
    assert read_waivers(path)[0].fingerprint == "1234567890123456"
    path.write_text("waivers:\n  - rule: EU-TEST-001\n    reason: pilot\n    woh: A. Buyer\n    expires: never\n")
    with pytest.raises(UsageError) as told:
        read_waivers(path)
    assert f"{path}:4:5: unknown key 'woh'; did you mean 'who'?" in str(told.value)
    assert f"{path}:5:14: waivers.0.expires" in str(told.value)
    path.write_text("waivers:\n  - {reason: pilot, who: A. Buyer, expires: 2027-03-31}\n")
    with pytest.raises(UsageError, match="name what is waived"):
        read_waivers(path)
