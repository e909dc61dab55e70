"""Turns a report's history of versions, or the words behind its number, into the revision that it is."""

import re

from docverify.extraction.fields import is_blank
from docverify.extraction.locate import Passage
from docverify.extraction.printed import Printed, kept
from docverify.extraction.running_text import matches, narrowed, read_at
from docverify.extraction.values import find_dates
from docverify.facts.evidence import Found

_ISSUE_OF_NUMBER = re.compile(
    r"(?:report|bericht|rapport\w*|sprawozdanie)[ \t]*(?:no\.?|number|nr\.?"
    r"|n[°.])?[ \t]*[:：]?[ \t]*(?P<number>[A-Z0-9][\w/.-]{4,30})[ \t,–-]+(?:issue|r[eé]v(?:ision)?\.?|version"
    r"|ausgabe|édition|edizione|wydanie)(?:[ \t.:]+|(?=\d))(?P<value>\d{1,2}(?:\.\d)?|[A-Z])\b",
    re.IGNORECASE,
)
_VALUE = re.compile(r"(?:Rev\.?\s?)?(?P<value>[A-Z]?\d{1,3}(?:\.\d{1,3}){0,3}[A-Za-z]?|[A-Z]{1,2})(?=[\s,;/)(]|$)")
_STANDARD_BEFORE = re.compile(r"\b(?:ICES|RSS|EN|IEC|UL|CSA|KDB|ANSI|C22|TS|TR)[\s-][\w.-]+[\s,-]*$")
_VERSION_ROW = re.compile(
    r"^[ \t]*(?P<value>(?:V|Rev\.? ?)?\d{1,2}(?:\.\d{1,2})?|[A-Z])[ \t]+(?P<rest>[^\n]+)$",
    re.IGNORECASE | re.MULTILINE,
)
_FIRST_ISSUE = re.compile(
    r"original|initial|first|erst(?:aus|ver)|création|premi|prima |primera|pierwsz|första|eerste|/", re.IGNORECASE
)
_REVISION_SAID = re.compile(
    r"\b(?:Rev(?:ision|\.)?|Ausgabe|indice|revisione|revisión|Issue)[ :]{1,2}(?P<value>\d{1,2}(?:\.\d)?|[A-Z])"
    r"(?=\s*(?:$|[-–·|]))",
    re.MULTILINE,
)
_VERSION_TABLE = re.compile(
    r"^[^\n]*\b(?:version|revision|révision|rev\.?|issue|indice|ausgabe|édition|revisione|edizione|revisión|versión"
    r"|edición|wydanie|wersja"
    r"|uitgave|versie|utgåva)(?!\w)[^\n]*\b(?:date|datum|data|fecha|dato)\b[^\n]*$",
    re.IGNORECASE | re.MULTILINE,
)


def report_revision(passage: Passage) -> tuple[Found[str], ...]:
    """The revision beside its label, else the last row of a version table."""
    for page in passage.pages[:4]:
        table = _VERSION_TABLE.search(page.text)
        rows = _version_rows(passage, page.text, table.end()) if table else []
        if rows:
            found = read_at(passage, page, rows[-1].span("value"), rows[-1]["value"])
            return (found,) if found is not None else ()
    for _, match, entry in matches(passage, _ISSUE_OF_NUMBER, pages=passage.pages[:1]):
        if match["number"] and any(c.isdigit() for c in match["number"]):
            return (entry,)
    candidates = narrowed(passage, passage.pages[:2]).candidates("revision")
    labelled = kept(_beginning(passage, candidate.value) for candidate in candidates)
    labelled = labelled or kept([_said(passage)])
    return tuple(entry for entry in labelled if len(entry.value) <= 20 and any(c.isalnum() for c in entry.value))[:1]


def _beginning(passage: Passage, printed: Printed) -> Found[str] | None:
    """The revision that begins the print, as printed."""
    match = None if is_blank(printed.text) else _VALUE.match(printed.text)
    return passage.found(printed, match["value"], span=match.span("value")) if match else None


def _version_rows(passage: Passage, text: str, start: int) -> list[re.Match[str]]:
    """The rows of a version table: a version first, and a date or words of a first issue behind it."""
    return [
        row
        for row in _VERSION_ROW.finditer(text, start)
        if _FIRST_ISSUE.search(row["rest"]) or find_dates(row["rest"], day_first=passage.day_first)
    ]


def _said(passage: Passage) -> Found[str] | None:
    """The revision that a line of the cover says, where it is not that of a standard ("ICES-003 Issue 7")."""
    for page, match, entry in matches(passage, _REVISION_SAID, pages=passage.pages[:1]):
        line = page.text[page.text.rfind("\n", 0, match.start()) + 1 : match.start()]
        if not _STANDARD_BEFORE.search(line):
            return entry
    return None
