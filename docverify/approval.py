"""A result → an approval file, and back. The file holds the whole result and a hash over everything it says.

The hash shows that nothing was changed after the approval; it is no secret, so it does not show who approved. Refuses a
file that was edited, one of another schema, and a plain result that nobody approved.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from docverify.errors import UsageError
from docverify.facts.result import ApprovedSample, Result
from docverify.report.formats import as_json
from docverify.report.json_report import dumps, result_to_json
from docverify.report.read_result import FAMILY, result_from_json

SCHEMA = "docverify/approval/1"


@dataclass(frozen=True, slots=True)
class Approval:
    """An approved result: the approval itself, the result, and the hashes of the result and of the file."""

    record: ApprovedSample
    result: Result
    result_sha256: str


def approval_file(result: Result, *, by: str, note: str, at: datetime) -> bytes:
    """The approval file of the result."""
    content = result_to_json(result)
    said: dict[str, Any] = {
        "schema": SCHEMA,
        "approved": {"by": by, "note": note, "on": at.astimezone(UTC).isoformat(timespec="seconds")},
        "result_sha256": sha256(as_json(result)).hexdigest(),
        "result": content,
    }
    return dumps({**said, "sha256": _signature(said)}).encode("utf-8", "backslashreplace")


def _signature(said: dict[str, Any]) -> str:
    """The hash over everything but itself, whatever the layout of the file."""
    signed = {name: value for name, value in said.items() if name != "sha256"}
    return sha256(json.dumps(signed, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def read_approval(path: Path) -> Approval:
    """The approval in the file; UsageError naming the file when it is none, or was edited."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: the approved sample cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}: not an approval of `docverify approve`: {error}") from error
    try:
        return _approval(data)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error
    except (KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{path}: damaged approval: {error}; approve the result again") from error


def is_approval(data: Any) -> bool:
    """Whether the JSON data says that it is an approval."""
    return isinstance(data, dict) and str(data.get("schema", "")).startswith("docverify/approval/")


def _approval(data: Any) -> Approval:
    schema = data.get("schema") if isinstance(data, dict) else None
    if isinstance(schema, str) and schema.startswith(FAMILY):
        raise UsageError("a result that nobody approved; run: docverify approve RESULT --by NAME --note …")
    if schema != SCHEMA:
        raise UsageError(f"not an approval of this version ({SCHEMA}), but {schema or 'something else'}")
    if _signature(data) != data["sha256"]:
        raise UsageError(
            "this approval was edited after it was given (its hash does not fit what it says); "
            "use the original file, or approve the result again"
        )
    given = data["approved"]
    result = result_from_json(data["result"])
    record = ApprovedSample(given["by"], given["on"], given["note"], data["sha256"], result.shipment.name)
    return Approval(record, result, data["result_sha256"])
