"""Findings on manuals as one line each: `file:page[:line]: SEVERITY TOPIC message [RULE]`."""

from collections.abc import Sequence

from docverify.facts.document import Document
from docverify.facts.evidence import printable
from docverify.facts.finding import Finding, Outcome

_LINE_HEIGHT = 12.0


def line(finding: Finding, *, file: str, page: int, source_line: int | None) -> str:
    """The finding's line; controls in the message are blanked, so that a paper cannot steer a terminal."""
    place = f"{file}:{page}" + (f":{source_line}" if source_line is not None else "")
    return printable(f"{place}: {severity(finding)} {finding.topic.value} {finding.message} [{finding.rule}]")


def severity(finding: Finding) -> str:
    """`MAJOR`; `MAJOR?` for what could not be decided."""
    return finding.severity.value.upper() + ("?" if finding.outcome is Outcome.UNDETERMINED else "")


def source_line(document: Document | None, boxes: Sequence[Sequence[float]]) -> int | None:
    """The line of the source, where the paper is one: its lines are 12 units high."""
    if document is None or "written" not in document.marks or not boxes:
        return None
    return int(boxes[0][1] / _LINE_HEIGHT) + 1
