"""Lines → what a batch came to: a table for people, JSON for programs, and the exit code that says the worst."""

import json
from collections.abc import Sequence
from typing import Any

from docverify.batch.one import Line, as_plain
from docverify.errors import ExitCode

# What weighs more: a defect of the program, then of its rules and tools, then of a shipment, then of its papers.
WORST = (
    ExitCode.INTERNAL,
    ExitCode.RULE_PACK_INVALID,
    ExitCode.TOOL_MISSING,
    ExitCode.USAGE,
    ExitCode.NONCONFORMING,
    ExitCode.UNREADABLE,
    ExitCode.UNDETERMINED,
    ExitCode.CONFORMING,
)
VERDICTS = ("conforming", "nonconforming", "undetermined")


def exit_code(lines: Sequence[Line]) -> ExitCode:
    """The worst of them; of nothing at all: undetermined."""
    codes = {line.exit_code for line in lines} or {int(ExitCode.UNDETERMINED)}
    return next((code for code in WORST if int(code) in codes), ExitCode.INTERNAL)


def counted(lines: Sequence[Line]) -> dict[str, int]:
    """How many of each verdict, and how many without one."""
    counts = {verdict: sum(line.verdict == verdict for line in lines) for verdict in VERDICTS}
    return counts | {"without_result": sum(bool(line.why) for line in lines), "kept": sum(line.kept for line in lines)}


def as_json(lines: Sequence[Line], *, seconds: float) -> bytes:
    """The summary, shipments by name."""
    entries = [as_plain(line) for line in sorted(lines, key=lambda line: line.name)]
    said: dict[str, Any] = {"schema": "docverify/batch/1", "counts": counted(lines), "shipments": entries}
    return json.dumps(said | {"seconds": round(seconds, 1)}, indent=1, ensure_ascii=False, sort_keys=True).encode()


def as_text(lines: Sequence[Line], *, seconds: float) -> str:
    """The summary, the worst first."""
    order = {int(code): place for place, code in enumerate(WORST)}
    ranked = sorted(lines, key=lambda line: (order.get(line.exit_code, 0), -line.open_findings, line.name))
    width = max((len(line.name) for line in lines), default=0)
    rows = [f"{line.name:<{width}}  {_said(line)}" for line in ranked]
    counts = counted(lines)
    parts = [f"{count} {name.replace('_', ' ')}" for name, count in counts.items() if count]
    return "\n".join([*rows, "", f"{len(lines)} shipments in {seconds:.0f} s: {', '.join(parts)}", ""])


def _said(line: Line) -> str:
    if line.why:
        return f"no result: {line.why.splitlines()[0]}"
    kept = " (as before)" if line.kept else ""
    return f"{line.verdict}, {line.open_findings} open findings, {line.papers} papers{kept}"
