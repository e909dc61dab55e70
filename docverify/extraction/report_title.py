"""Turns the title lines of a report into its number, revision and day ("Berichtsnummer: HF-26-118, Fassung 2 vom …").

Only a number behind a word for report and one for number counts; revision and day must stand right behind it.
"""

import re
from datetime import date

from docverify.extraction.fields import Fields, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.printed import Printed, kept
from docverify.extraction.values import find_dates
from docverify.facts.evidence import Found

_REVISION = (
    r"(?:issue|rev(?:ision|isione|isión|isie)?\.?|r[eé]v(?:ision)?\.?|version|versie|versione|versión|fassung|ausgabe"
    r"|indice|index|édition|edizione|edición|uitgave|utgåva|udgave|utgave|wydanie|wersja)[ ]*(?:no\.?|nr\.?)?[ :]*"
)
_NUMBERED = re.compile(
    r"(?:(?:reports?|rapport|rapporto|informe|sprawozdanie|testrapport|provningsrapport|prøvningsrapport|prøverapport"
    r"|protokół|(?:prüf|test)?bericht)(?:[ ][^\W\d_]['’\w]*){0,3}[ ]*"
    r"(?:no|nr|number|n°|nº|n|num|numéro|numero|número|nummer)\.?º?|(?:prüf|test)?berichts?-?(?:nummer|nr\.?)"
    r"|rapportnummer|rapportnr\.?)(?![^\W_])[ :：]*"
    r"(?P<number>(?=[\w./-]*\d{2})[A-Z0-9][A-Z0-9]*(?:[./-][A-Z0-9]+)*)(?![\w./-]*\w)"
    rf"(?:[ ,;·|–-]+(?:{_REVISION})(?P<revision>\d{{1,2}}(?:\.\d{{1,2}})?|(?<![^\W_])[A-Z])(?!\w|[.,]\d))?",
    re.IGNORECASE,
)
_JOINT = re.compile(
    r"(?<!\w)(?:revision|rev\.?|issue|version|ausgabe|fassung|indice|revisione|revisión|versie|utgåva|udgave)[ ]?/[ ]?"
    r"(?:date|datum|data|fecha|dato)(?: of issue)?[ :：\n]+(?P<revision>\d{1,2}(?:\.\d{1,2})?|[A-Z])[ ]?/[ ]?(?=\d)",
    re.IGNORECASE,
)
_TO_DAY = re.compile(
    r"[ ,;·|–(-]*(?:(?:vom|du|of|del|van|av|af|den|dated|from|z dnia|établi le|de)[ ]+)?", re.IGNORECASE
)
_LINES = 14  # of the first page that may be its title


def title_fields(passage: Passage) -> Fields:
    """Number, revision and day of the first line of the title that numbers the report, or of a joint label."""
    fields: Fields = {}
    for page in passage.pages[:1]:
        printed = passage.printed(page)
        for line in printed.lines()[:_LINES]:
            match = _NUMBERED.search(line.text)
            if match and "document_number" not in fields:
                fields["document_number"] = kept([passage.found(line, match["number"], span=match.span("number"))])
                fields |= _revision(passage, line, match) | {"issued_on": _day(passage, line, match.end())}
        joint = _JOINT.search(printed.text)
        if joint and not fields.get("revision"):
            fields |= _revision(passage, printed, joint) | {"issued_on": _day(passage, printed, joint.end())}
    return without_empty(fields)


def _revision(passage: Passage, printed: Printed, match: re.Match[str]) -> Fields:
    if match["revision"] is None:
        return {}
    return {"revision": kept([passage.found(printed, match["revision"], span=match.span("revision"))])}


def _day(passage: Passage, printed: Printed, start: int) -> tuple[Found[date], ...]:
    """The day that stands right there."""
    between = _TO_DAY.match(printed.text, start)
    first = between.end() if between else start
    for day in find_dates(printed.text[first : first + 40], day_first=passage.day_first)[:1]:
        best = day.candidates[0]
        if day.start == 0:
            span = (first, first + day.end)
            return kept([passage.found(printed, best.value, span=span, confidence=best.confidence)])
    return ()
