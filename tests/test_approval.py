"""An approval holds the whole result, and shows when it was changed after it was given."""

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from docverify.approval import approval_file, is_approval, read_approval
from docverify.errors import UsageError
from docverify.facts.finding import Outcome, Severity
from docverify.report.formats import as_json
from docverify.report.json_report import result_to_json
from tests.samples import finding, result

RESULT = result(finding(Outcome.PASS, Severity.MAJOR))
AT = datetime(2026, 6, 24, 9, 30, tzinfo=UTC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """An approval file."""
    path = tmp_path / "approved.json"
    path.write_bytes(approval_file(RESULT, by="Q. Inspector", note="sample of lot 1", at=AT))
    return path


def edited(path: Path, **changes: Any) -> Path:
    """The file with keys written anew."""
    path.write_text(json.dumps(json.loads(path.read_text("utf-8")) | changes), "utf-8")
    return path


def test_an_approval_is_read_back_with_who_when_and_what(file: Path) -> None:
    approval = read_approval(file)
    assert (approval.record.by, approval.record.note) == ("Q. Inspector", "sample of lot 1")
    assert approval.record.on == "2026-06-24T09:30:00+00:00"
    assert result_to_json(approval.result) == result_to_json(RESULT)


def test_the_same_approval_gives_the_same_bytes(file: Path) -> None:
    assert approval_file(RESULT, by="Q. Inspector", note="sample of lot 1", at=AT) == file.read_bytes()


def test_another_layout_of_the_same_file_is_the_same_approval(file: Path) -> None:
    before = read_approval(file)
    file.write_text(json.dumps(json.loads(file.read_text("utf-8")), indent=7), "utf-8")
    assert read_approval(file) == before


@pytest.mark.parametrize(
    "changes", [{"approved": {"by": "Somebody else", "note": "", "on": ""}}, {"result_sha256": "0" * 64}, {"extra": 1}]
)
def test_an_approval_that_was_edited_is_refused(file: Path, changes: dict[str, Any]) -> None:
    with pytest.raises(UsageError, match="was edited after it was given"):
        read_approval(edited(file, **changes))


def test_a_finding_that_was_turned_over_is_noticed(file: Path) -> None:
    said = json.loads(file.read_text("utf-8"))["result"]
    said["findings"][0]["outcome"] = "not_applicable"
    with pytest.raises(UsageError, match="was edited after it was given"):
        read_approval(edited(file, result=said))


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (as_json(RESULT), "a result that nobody approved; run: docverify approve"),
        (b"{}", "not an approval of this version"),
        (b"[1]", "not an approval of this version"),
        (b"{", "not an approval of `docverify approve`"),
        (b"[" * 100_000, "not an approval of `docverify approve`"),
        (b'{"schema": "docverify/approval/1"}', "damaged approval"),
    ],
)
def test_what_is_no_approval_is_refused_by_name(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(content)
    with pytest.raises(UsageError) as caught:
        read_approval(path)
    assert str(caught.value).startswith(f"{path}: ")
    assert sentence in str(caught.value)


def test_only_what_says_that_it_is_an_approval_is_one(file: Path) -> None:
    assert is_approval(json.loads(file.read_text("utf-8")))
    assert not is_approval(result_to_json(RESULT))
    assert not is_approval([])
