"""Findings on manuals as one line each: `file:page[:line]: SEVERITY TOPIC message [RULE]`."""

from docverify.facts.evidence import printable
from docverify.facts.finding import Finding, Outcome


def line(finding: Finding, *, file: str, page: int, source_line: int | None) -> str:
    """The finding's line; controls in the message are blanked, so that a paper cannot steer a terminal."""
    place = f"{file}:{page}" + (f":{source_line}" if source_line is not None else "")
    return printable(f"{place}: {severity(finding)} {finding.topic.value} {finding.message} [{finding.rule}]")


def severity(finding: Finding) -> str:
    """`MAJOR`; `MAJOR?` for what could not be decided."""
    return finding.severity.value.upper() + ("?" if finding.outcome is Outcome.UNDETERMINED else "")
