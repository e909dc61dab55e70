"""A result file back to the `Result` it was written from, for reports, comparisons and replays.

Refuses, with the file's name: what is no JSON, another or newer schema, a record of the wrong shape, and a finding
whose fingerprint is not that of its content (somebody edited the file).
"""

import json
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from docverify.document_json import document_from_json
from docverify.errors import UsageError
from docverify.facts.dossier import CoverageRow, Dossier
from docverify.facts.finding import Conclusion, Finding, Foreseen, Severity, Verdict
from docverify.facts.result import ApprovedSample, Baseline, Correction, Input, PackIdentity, Result
from docverify.facts.shipment import Shipment
from docverify.facts.source import Refusal
from docverify.report.json_report import SCHEMA
from docverify.report.records import record, typed

FAMILY = "docverify/result/"
# Written beside the record's own names, or in another shape than the record has.
COMPUTED = frozenset({"fingerprint"})


def read_result(path: Path) -> Result:
    """The result in the file; UsageError naming the file and what is wrong with it."""
    try:
        data = json.loads(path.read_text("utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except (ValueError, RecursionError) as error:
        raise UsageError(f"{path}: not a result of `docverify check --format json`: {error}") from error
    try:
        return result_from_json(data)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error


def result_from_json(data: Any) -> Result:
    """The result behind the data; UsageError when it is of another schema or damaged."""
    _same_schema(data)
    try:
        return _result(data)
    except KeyError as error:
        raise UsageError(f"damaged result: {error.args[0]} is missing; check the papers again") from error
    except (ValueError, TypeError, AttributeError, RecursionError) as error:
        raise UsageError(f"damaged result: {error}; check the papers again") from error


def _same_schema(data: Any) -> None:
    schema = data.get("schema") if isinstance(data, Mapping) else None
    if not isinstance(schema, str) or not schema.startswith("docverify/"):
        raise UsageError(f"not a result of `docverify check --format json` (it names no schema {SCHEMA})")
    if schema == SCHEMA:
        return
    if not schema.startswith(FAMILY):
        raise UsageError(f"schema {schema} is no result of `docverify check` ({SCHEMA}); give the result of a check")
    number = schema.removeprefix(FAMILY)
    newer = number.isdigit() and int(number) > int(SCHEMA.removeprefix(FAMILY))
    advice = "update docverify, or use the version that wrote it" if newer else "check the papers again"
    raise UsageError(f"written in the {'newer' if newer else 'older'} schema {schema}, not {SCHEMA}; {advice}")


def _result(data: Mapping[str, Any]) -> Result:
    shipment = record(Shipment, data["shipment"], at="shipment")
    findings = tuple(finding_from_json(entry, at=f"findings[{n}]") for n, entry in enumerate(data["findings"]))
    result = Result(
        shipment=shipment,
        as_of=typed(date, data["as_of"], at="as_of"),
        packs=typed(tuple[PackIdentity, ...], data["packs"], at="packs"),
        dossier=Dossier(
            shipment,
            tuple(document_from_json(entry) for entry in data["documents"]),
            typed(tuple[Refusal, ...], data["refused"], at="refused"),
        ),
        coverage=typed(tuple[CoverageRow, ...], data["coverage"], at="coverage"),
        verdict=Verdict(Conclusion(data["verdict"]), findings, Severity(data["fail_on"])),
        duplicates=tuple((str(entry["path"]), str(entry["same_as"])) for entry in data["duplicates"]),
        set_aside=typed(tuple[str, ...], data["set_aside"], at="set_aside"),
        look_ahead=tuple(_foreseen(entry, at=f"look_ahead[{n}]") for n, entry in enumerate(data["look_ahead"])),
        tool_version=str(data["tool"]["version"]),
        inputs=typed(tuple[Input, ...], data["inputs"], at="inputs"),
        baseline=typed(Baseline | None, data["baseline"], at="baseline"),
        approved=typed(ApprovedSample | None, data["approved"], at="approved"),
        corrections=typed(tuple[Correction, ...], data.get("corrections", []), at="corrections"),
    )
    if result.exit_code != data["exit_code"] or result.verdict.decided() != data["decided"]:
        raise ValueError("its counts or exit code do not follow from its findings")
    return result


def finding_from_json(data: Any, *, at: str = "finding") -> Finding:
    """The finding behind the data; ValueError when its shape is wrong or its fingerprint is not its own."""
    if not isinstance(data, Mapping):
        raise ValueError(f"{at}: not a finding")
    finding = record(Finding, {name: value for name, value in data.items() if name not in COMPUTED}, at=at)
    if finding.fingerprint != data["fingerprint"]:
        raise ValueError(f"{at}: the fingerprint is not that of the finding")
    return finding


def _foreseen(data: Mapping[str, Any], *, at: str) -> Foreseen:
    day = typed(date, data["on"], at=f"{at}.on")
    return Foreseen(day, str(data["because"]), finding_from_json(data["finding"], at=f"{at}.finding"))
