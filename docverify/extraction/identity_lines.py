"""Turns the small lines by which a leaflet or datasheet names itself into number, revision and date.

They stand at the head or foot of a sheet, in any order and without labels: "MU-ARIA-IT · Rev. 1.3 · 03/02/2026",
"ed. 3 – 22/01/2026" under "RAYO-GIR-ES/EN", "QIG-SOL-03" beside the page number on every page. A line that says
anything else is none of them, and a model of the paper is no number.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from docverify.extraction.fields import Fields, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.printed import kept
from docverify.extraction.running_text import read_at
from docverify.extraction.values import PrintedDate, find_dates, find_months, find_standards
from docverify.reading.page import Page

_PART = r"[A-Z0-9]{1,12}"
_CODE = re.compile(rf"(?<![\w/.@-])(?P<value>{_PART}(?:[-_/.]{_PART})+|[A-Z]{{2,6}}\d{{3,}}[A-Z0-9]*)(?![\w/@-]|\.\w)")
_OF_PAPERS = frozenset(  # what a code without any digit must name: a kind of paper
    (
        *("MU", "UM", "IM", "OM", "SM", "BA", "BDA", "MA", "KA", "QG", "QIG", "QSG", "QIM", "QS", "GIR", "GRI"),
        *("DS", "TDS", "FT", "SI", "DOC", "MAN", "MANUAL", "INST", "INS", "ANL", "HB"),
    )
)
_LABEL = re.compile(
    r"\b(?:P/N|PN|Part(?: no\.?| number)?|Art\.?-?\s?Nr\.?|Item(?: no\.?)?|Doc(?:ument)?\.?(?: no\.?)?"
    r"|Dok\.?-?\s?Nr\.?)\s*:?\s*"
    r"(?P<value>[A-Z]{0,4}\d[\w.-]{3,})(?=[\s,;·|/–]|$)",
    re.IGNORECASE,
)
_REVISION = re.compile(
    r"(?:\b(?:rev(?:ision|isione|isión|isie|isjon|ize|isão)?|ver(?:sion|sione|sión|sie|são|sjon|ze|sio)?|wersja|index|indice|iss(?:ue)?"
    r"|ed(?:ition|izione|ición|ição)?|édition|ausg(?:abe)?|uitgave|wyd(?:anie)?|utg(?:åva|ave)?|udg(?:ave)?|kiadás|vydání|painos"
    r"|版本|版次)\b[.:\s]{0,3}|(?<![\w.])[vV][.\s]?(?=\d))"
    r"(?P<value>[A-Z]?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?|[A-Z])(?=[\s,;·|/–)]|$)",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"\b(?:page|seite|pagina|página|strona|sida|side|sivu|strana|oldal|p\.)\s*\d{1,3}(?:\s*(?:of|von|de|di|van|z|av|af|/)\s*\d{1,3})?"
    r"|^\s*\d{1,3}(?=\s)|(?<=\s)\d{1,3}(?:\s*/\s*\d{1,3})?\s*$|^\s*\d{1,3}\s*$",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[^\n]*?(?:reserved|vorbehalten|réservés|riservati|reservados)\.?", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[a-zß-ž]{3}[.;])\s+(?=[A-ZÀ-Ž])")
_WORDS = re.compile(r"[^\W\d_]{2,}")
_URL = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|\S+\.\w{2,}/\S*")
_HEAD, _FOOT = 0.12, 0.86  # of the page's height
_LONGEST = 150
_BESIDE_CODE, _BESIDE_REVISION = 6, 3  # words that may stand beside such facts


@dataclass(frozen=True, slots=True)
class _Line:
    """One line of a page that names the paper: spans of number, revision and day, and how many other words."""

    page: Page
    number: tuple[int, int] | None
    revision: tuple[int, int] | None
    day: tuple[int, int, PrintedDate] | None
    words: int
    at_edge: bool

    @property
    def told(self) -> int:
        return sum(part is not None for part in (self.number, self.revision, self.day))


def identity_lines(passage: Passage, pages: Sequence[Page], *, models: Collection[str] = ()) -> Fields:
    """Number, revision and date of the first lines that are nothing else."""
    lines = [line for page in pages for line in _lines(passage, page, models)]
    groups = [group for group in _groups(lines) if _names_paper(group, lines)]
    fields: Fields = {}
    for group in sorted(groups, key=_told, reverse=True):
        for line in group:
            for name, values in _read(passage, line).items():
                fields.setdefault(name, values)
    return fields


def _told(group: Sequence[_Line | None]) -> int:
    return sum(line.told for line in group if line is not None)


def _lines(passage: Passage, page: Page, models: Collection[str]) -> Iterator[_Line | None]:
    """The page's lines and, in long ones, their sentences; None for what parts two groups."""
    start = 0
    for text in page.text.split("\n"):
        offset = start
        for piece in _SENTENCE.split(text) if len(text) <= _LONGEST else ():
            at = page.text.index(piece, offset) if piece else offset
            yield _line(passage, page, at, piece, models)
            offset = at + len(piece)
        start += len(text) + 1
    yield None


def _line(passage: Passage, page: Page, start: int, text: str, models: Collection[str]) -> _Line | None:
    bare = _blanked(text, [match.span() for match in (*_RIGHTS.finditer(text), *_URL.finditer(text))])
    days = find_dates(bare, day_first=passage.day_first)
    months = [] if days else find_months(bare)
    bare_of_days = _blanked(bare, [*((day.start, day.end) for day in days), *(month[1:] for month in months)])
    number = _number(bare_of_days, models)
    rest = _blanked(bare_of_days, [number] if number else [])
    revision = next(iter(_REVISION.finditer(rest)), None)
    rest = _blanked(rest, [revision.span()] if revision else [])
    rest = _blanked(rest, [match.span() for match in _PAGE.finditer(rest)])
    if not (number or revision or days) or re.search(r"\d", rest):
        return None
    day = days[0] if len(days) == 1 else None
    boxes = page.boxes_of(start, start + max(len(text.rstrip()), 1))
    edge = bool(boxes) and (boxes[0][1] > _FOOT * page.height or boxes[0][3] < _HEAD * page.height)
    return _Line(
        page,
        (start + number[0], start + number[1]) if number else None,
        (start + revision.start("value"), start + revision.end("value")) if revision else None,
        (start + day.start, start + day.end, day) if day else None,
        len(_WORDS.findall(rest)),
        edge,
    )


def _number(text: str, models: Collection[str]) -> tuple[int, int] | None:
    """The one code of the line that may be the number of a paper."""
    labelled = _LABEL.search(text)
    if labelled:
        return labelled.span("value")
    codes = [match for match in _CODE.finditer(text) if _may_number(match["value"]) and match["value"] not in models]
    codes = [match for match in codes if not find_standards(text[: match.end()])]
    return codes[0].span("value") if len(codes) == 1 else None


def _may_number(code: str) -> bool:
    parts = re.split(r"[-_/.]", code)
    if code[:3] in ("IP6", "IP5", "IP4", "CC-") or not re.search(r"[A-Z]", code):
        return False
    return any(c.isdigit() for c in code) or (len(parts) > 1 and bool(_OF_PAPERS & set(parts)))


def _groups(lines: Sequence[_Line | None]) -> Iterator[list[_Line]]:
    """Lines that follow one another and say nothing else."""
    group: list[_Line] = []
    for line in lines:
        if line is None or line.words or (group and group[-1].page is not line.page):
            if group:
                yield group
            group = []
        if line is not None and line.words:
            yield [line]
        elif line is not None:
            group.append(line)
    if group:
        yield group


def _names_paper(group: Sequence[_Line], lines: Sequence[_Line | None]) -> bool:
    """Whether number and revision or day stand together, or revision and day, or a number at the edge of sheets."""
    words = max(line.words for line in group)
    number = any(line.number for line in group)
    others = any(line.revision or line.day for line in group)
    if number and others:
        return words <= _BESIDE_CODE
    if any(line.revision for line in group) and any(line.day for line in group):
        return words <= _BESIDE_REVISION and any(line.at_edge for line in group)
    if not number or words > _BESIDE_REVISION or not all(line.at_edge for line in group):
        return False
    printed = {line.page.text[slice(*line.number)] for line in group if line.number}
    pages = {
        line.page.number
        for line in lines
        if line and line.at_edge and line.number and line.page.text[slice(*line.number)] in printed
    }
    return len(pages) > 1


def _read(passage: Passage, line: _Line) -> Fields:
    fields: Fields = {}
    for name, span in (("document_number", line.number), ("revision", line.revision)):
        if span is not None:
            fields[name] = kept([read_at(passage, line.page, span, line.page.text[slice(*span)], confidence=0.92)])
    if line.day is not None:
        start, end, day = line.day
        best = day.candidates[0]
        fields["revised_on"] = kept(
            [read_at(passage, line.page, (start, end), best.value, confidence=0.92 * best.confidence)]
        )
    return without_empty(fields)


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
