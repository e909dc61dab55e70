"""What people agreed to before: each file with its hash, and a baseline that hides nothing waived."""

from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

import pytest

from docverify.accepted import Accepted, read_accepted
from docverify.approval import approval_file
from docverify.errors import UsageError
from docverify.facts.finding import Finding, Outcome, Severity, Waiver
from docverify.report.formats import as_json
from tests.samples import finding, result

FAILED = finding(Outcome.FAIL, Severity.MAJOR)
OPEN = finding(Outcome.UNDETERMINED, Severity.MINOR, product="EVC-11")
PASSED = finding(Outcome.PASS, Severity.MAJOR, product="EVC-7")


def kept(folder: Path, *findings: Finding) -> Path:
    """A file with the result of those findings."""
    path = folder / "result.json"
    path.write_bytes(as_json(result(*findings)))
    return path


def test_nothing_given_is_nothing_accepted() -> None:
    assert read_accepted() == Accepted()


def test_a_baseline_knows_what_was_open_and_not_what_passed(tmp_path: Path) -> None:
    baseline = read_accepted(baseline=kept(tmp_path, FAILED, OPEN, PASSED)).baseline
    assert baseline is not None
    assert dict(baseline.known) == {FAILED.fingerprint: "fail", OPEN.fingerprint: "undetermined"}


def test_a_failure_that_was_waived_then_is_news_now(tmp_path: Path) -> None:
    waived = replace(FAILED, waiver=Waiver("pilot", "Q. Inspector", date(2027, 1, 1)))
    baseline = read_accepted(baseline=kept(tmp_path, waived)).baseline
    assert baseline is not None
    assert baseline.known == ()


def test_every_file_is_named_with_its_role_and_its_hash(tmp_path: Path) -> None:
    sample = tmp_path / "approved.json"
    sample.write_bytes(approval_file(result(PASSED), by="Q. Inspector", note="", at=datetime(2026, 1, 1, tzinfo=UTC)))
    accepted = read_accepted(baseline=kept(tmp_path, FAILED), approved_sample=sample)
    assert [(entry.role, entry.path) for entry in accepted.inputs] == [
        ("baseline", "result.json"),
        ("approved_sample", "approved.json"),
    ]
    assert accepted.inputs[1].sha256 == sha256(sample.read_bytes()).hexdigest()


@pytest.mark.parametrize("role", ["waivers", "baseline", "approved_sample"])
def test_a_file_that_is_not_there_is_refused_by_its_name(tmp_path: Path, role: str) -> None:
    with pytest.raises(UsageError, match="gone"):
        read_accepted(**{role: tmp_path / "gone"})
