"""Turns clause tables and summaries into counts: how many clauses pass, fail, do not apply or stay blank, and where.

Counted from plain text: a row is a line that begins with a clause number or ends in a verdict. The counts stand beside
the report's result; a failed clause under an overall pass is shown, never smoothed over.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from docverify.extraction.locate import Passage
from docverify.extraction.running_text import read_at
from docverify.extraction.values import find_dates
from docverify.facts.evidence import Found
from docverify.reading.page import Page

_HEADING = re.compile(
    r"(?:requirement|clause|test item|test|prüfpunkt|anforderung|exigence|requisito)[^\n]{0,80}(?:verdict"
    r"|result|bewertung|ergebnis|verdetto|veredicto)\s*$"
    r"|^\s*verdict\s*$|result\s*[-–]\s*remark",
    re.IGNORECASE | re.MULTILINE,
)
_VERDICTS: Mapping[str, str] = {
    "p": "pass", "pass": "pass", "passed": "pass", "f": "fail", "fail": "fail", "failed": "fail",
    "n/a": "not_applicable",
    "na": "not_applicable", "n.a.": "not_applicable", "n/t": "not_tested", "not applicable": "not_applicable",
    "not tested": "not_tested", "nicht anwendbar": "not_applicable", "bestanden": "pass", "nicht bestanden": "fail",
}  # fmt: skip
_VERDICT = re.compile(
    r"(?:^|[\s|:])(P|F|N/A|N/T|NA|N\.A\.|[Pp]ass(?:ed)?|PASS(?:ED)?|[Ff]ail(?:ed)?|FAIL(?:ED)?"
    r"|Not applicable|Not tested|[Bb]estanden|[Nn]icht bestanden)\s*[*¹)]*\s*$"
)
_NEGATED = re.compile(r"\b(?:not|nicht|never|no)\s*$", re.IGNORECASE)
_CLAUSE = re.compile(
    r"^\s*((?:Annex|Anhang|Annexe|附录) [A-Z]{1,2}|(?:[A-Z]{1,2}\.)?\d{1,2}(?:\.\d{1,3}){0,5}[a-z]?"
    r"|[A-Z]{1,3}\.\d{1,2}(?:\.\d{1,3}){0,4})[\s):.]+(?=\S)"
)
_REQUIREMENT = re.compile(r"[^\W\d_]{3}|[\u3400-\u9fff]{2}")
_PHOTOS = re.compile(r"\bphoto(?:s|graphs?|dokumentation| documentation)?\b|照片", re.IGNORECASE)
_MOST_FAILED = 40
_MOST_BLANK = 200


@dataclass
class ClauseCount:
    """Verdicts counted over a report: how many of each, clause, page and span of every failure, and what is blank."""

    counts: dict[str, int] = field(default_factory=dict)
    failed: list[tuple[str, Page, tuple[int, int]]] = field(default_factory=list)
    blank: list[tuple[str, Page]] = field(default_factory=list)

    def add(self, verdict: str) -> None:
        """Count one verdict."""
        self.counts[verdict] = self.counts.get(verdict, 0) + 1

    def add_blank(self, clause: str, page: Page) -> None:
        """Count a row without a verdict: a clause that was not looked at, or the heading of the rows below."""
        self.add("blank")
        self.blank.append((clause, page))


def count_clauses(pages: Sequence[Page]) -> ClauseCount:
    """The verdicts of every clause row on pages with a verdict column."""
    total = ClauseCount()
    for page in pages:
        if _HEADING.search(page.text):
            _count_page(page, total)
    return total


def _count_page(page: Page, total: ClauseCount) -> None:
    clause, waiting, words, start = "", False, "", 0
    for line in page.text.split("\n"):
        end = start + len(line)
        number = _CLAUSE.match(line)
        verdict = _VERDICT.search(line.rstrip())
        if number:
            if waiting:
                total.add_blank(clause, page)
            clause, waiting, words = number[1], True, line[number.end() :]
        if verdict and (waiting or not number):
            outcome = _outcome(line, verdict)
            total.add(outcome)
            if outcome == "fail":
                total.failed.append((clause, page, (start, end)))
            waiting = False
        start = end + 1
    if waiting and _REQUIREMENT.search(words) and not find_dates(f"{clause} {words}"):  # no page number, no date
        total.add_blank(clause, page)


def _outcome(line: str, verdict: re.Match[str]) -> str:
    """What the verdict says: a pass that is denied ("does not pass") is a failure, a denied failure is no verdict."""
    outcome = _VERDICTS[" ".join(verdict[1].lower().split())]
    if outcome not in ("pass", "fail") or not _NEGATED.search(line[: verdict.start(1)]):
        return outcome
    return "fail" if outcome == "pass" else "blank"


def clause_readings(passage: Passage, stated: tuple[Found[str], ...]) -> tuple[Found[str], ...]:
    """The stated result with the counts beside it; without one, `fail` where a clause failed, else nothing.

    A stated pass over failed clauses stays the printed `pass`, with the failures in `details.failed`.
    """
    counted = count_clauses(passage.pages)
    failed = [{"clause": clause, "page": page.number} for clause, page, _ in counted.failed[:_MOST_FAILED]]
    details: dict[str, Any] = {"clauses": counted.counts} if counted.counts else {}
    if failed:
        details["failed"] = failed
    if stated:
        return tuple(replace(entry, details={**entry.details, **details}) for entry in stated)
    if not counted.failed:
        return ()
    _, page, span = counted.failed[0]
    found = read_at(passage, page, span, "fail", confidence=0.8, details=details)
    return (found,) if found is not None else ()


def report_marks(pages: Sequence[Page]) -> dict[str, Any]:
    """Facts about the report as a whole: verdicts counted, pages of photos."""
    marks: dict[str, Any] = {}
    counted = count_clauses(pages)
    if counted.counts:
        marks["clauses"] = counted.counts
    if counted.failed:
        marks["failed_clauses"] = [[clause, page.number] for clause, page, _ in counted.failed[:_MOST_FAILED]]
    if counted.blank:
        marks["blank_clauses"] = [[clause, page.number] for clause, page in counted.blank[:_MOST_BLANK]]
    photos = [page.number for page in pages if _PHOTOS.search(page.text) and len(page.text) < 500]
    if photos:
        marks["photo_pages"] = photos
    return marks
