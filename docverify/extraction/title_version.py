"""Turns the title of a paper, or the row of its version and date, into which revision of the paper it is.

"Manual v1.02", "Guide V1.0", "Rev 6" or "V3.21" alone under the title say it where no label does. A version of a
product behind other words is none of the paper's.
"""

import re
from datetime import date

from docverify.extraction.fields import Fields, dates_in, once, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.printed import kept
from docverify.extraction.revision_table import RevisionRow, revision_rows
from docverify.facts.evidence import Found

_TITLE = re.compile(
    r"\b(?:manual|guide|handbuch|anleitung|instructions?|handbook|protocol|data ?sheet|datenblatt|notice|manuel"
    r"|manuale|handleiding|instrukcja)[ _-]+(?:[A-Z]{2}[ _])?(?:(?:version|rev(?:ision)?\.?|ed\.?)[ ]?)?"
    r"(?P<value>v?\d{1,2}(?:\.\d{1,3}){1,3}[a-z]?)(?![\w.])",
    re.IGNORECASE,
)
_ALONE = re.compile(
    r"(?:Rev(?:ision)?|REV)\.? ?(?P<revision>\d{1,3}(?:\.\d{1,2})?|[A-Z])|(?P<version>[Vv]\d{1,2}\.\d{1,3}(?:\.\d+)?)"
)
_HEAD_PAGES = 2
_SAME_ROW = 5.0  # points


def paper_version(passage: Passage, labelled: tuple[Found[str], ...] = ()) -> Fields:
    """Revision and its date: from the newest row of a revision table, else beside the label, else from the title.

    The label may head that table's column: then what stands beside it is one of the rows.
    """
    rows = [row for page in passage.pages[:4] for row in revision_rows(passage, page)]
    named = {row.revision.value for row in rows}
    if labelled and labelled[0].value.lstrip("Vv") not in named:
        return {"revision": labelled}
    if rows:
        newest = max(rows, key=_day)
        return {"revision": kept([newest.revision]), "revised_on": kept([newest.day])}
    return title_version(passage)


def title_version(passage: Passage) -> Fields:
    """The revision that the title or a line of its own on the first pages states."""
    for page in passage.pages[:_HEAD_PAGES]:
        for line in passage.printed(page).lines():
            match = _TITLE.search(line.text) if len(line.text) < 90 else None
            name = "value"
            if match is None and page is passage.pages[0]:
                match = _ALONE.fullmatch(line.trimmed().text)
                line, name = line.trimmed(), match.lastgroup or "" if match else ""
            if match is not None:
                return without_empty({"revision": once([passage.found(line, match[name], span=match.span(name))])})
    return {}


def dated_beside_version(passage: Passage) -> Fields:
    """The date that stands in one row with the revision ("Version: V1.40  Date: 27.03.2015")."""
    versions = passage.candidates("revision")
    for candidate in passage.candidates("date"):
        beside = (v for v in versions if v.page == candidate.page)
        if any(abs(v.value.box[1] - candidate.value.box[1]) < _SAME_ROW for v in beside):
            days = dates_in(passage, candidate.value)
            if days:
                return {"revised_on": kept(days[:1])}
    return {}


def _day(row: RevisionRow) -> date:
    return row.day.value
