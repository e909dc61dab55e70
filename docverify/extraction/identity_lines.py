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
from docverify.extraction.printed import Printed, kept
from docverify.extraction.values import PrintedDate, find_dates, find_months, find_standards
from docverify.reading.page import Page

_PART = r"[A-Z0-9]{1,12}"
_CODE = re.compile(rf"(?<![\w/.@-])(?P<value>{_PART}(?:[-_/.]{_PART})+|[A-Z]{{2,6}}\d{{3,}}[A-Z0-9]*)(?![\w/@-]|\.\w)")
_OF_PAPERS = frozenset(  # what a code without any digit must name: a kind of paper
    (
        *("MU", "UM", "IM", "OM", "SM", "BA", "BDA", "MA", "KA", "QG", "QIG", "QSG", "QIM", "QS", "QI", "GIR", "GRI"),
        *("DS", "TDS", "FT", "SI", "DOC", "MAN", "MANUAL", "INST", "INS", "ANL", "HB"),
    )
)
_LABEL = re.compile(
    r"\b(?:P/N|PN|Part(?: no\.?| number)?|Art\.?-?\s?Nr\.?|Item(?: no\.?)?|Doc(?:ument)?\.?(?: no\.?)?"
    r"|Dok\.?-?\s?Nr\.?)\s*:?\s*"
    r"(?P<value>[A-Z]{0,4}\d[\w.-]{3,})(?=[\s,;·|/–]|$)",
    re.IGNORECASE,
)
_OF_DOCUMENT = re.compile(
    r"\b(?:doc(?:ument)?|dok(?:ument)?|cod(?:ice)?\.? doc(?:umento)?|cód(?:igo)?\.? (?:del? )?doc(?:umento)?"
    r"|réf(?:érence)?\.? (?:du )?doc(?:ument)?"
    r"|manual|anleitung)\b\W{0,2}(?:(?:nr|no|n°|n\.?º|number|nummer|code|id|ref)\b\W{0,2})?\s*[:：]?\s*"
    r"(?P<value>(?-i:(?=[A-Z0-9._/-]*\d)(?=[A-Z0-9._/-]*[A-Z-])[A-Z0-9][A-Z0-9._/-]{3,}))(?=[\s,;·|)]|$)",
    re.IGNORECASE,
)
_REVISION = re.compile(
    r"(?:\b(?:rev(?:ision|isione|isión|isie|isjon|ize|isão)?|ver(?:sion|sione|sión|sie|são|sjon|ze|sio)?|wersja"
    r"|index|indice|iss(?:ue)?"
    r"|ed(?:ition|izione|ición|ição)?|édition|ausg(?:abe)?|uitgave|wyd(?:anie)?|utg(?:åva|ave)?|udg(?:ave)?|kiadás"
    r"|vydání|painos"
    r"|版本|版次)\b[.:\s]{0,3}|(?<![\w.])[vV][.\s]?(?=\d))"
    r"(?P<value>[A-Z]?\d{1,3}(?:\.\d{1,3}){0,2}[a-z]?|[A-Z])(?=[\s,;·|/–)]|$)",
    re.IGNORECASE,
)
_PAGE = re.compile(
    r"\b(?:page|seite|pagina|página|strona|sida|side|sivu|strana|oldal|p\.)\s*\d{1,3}(?:\s*(?:of|von|de|di|van|z|av"
    r"|af|/)\s*\d{1,3})?"
    r"|^\s*\d{1,3}(?=\s)|(?<=\s)\d{1,3}(?:\s*/\s*\d{1,3})?\s*$|^\s*\d{1,3}\s*$",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:©|\(c\)|copyright)[^\n]*?(?:reserved|vorbehalten|réservés|riservati|reservados)\.?", re.IGNORECASE
)
_PARTING = re.compile(r"(?<=[a-zß-ž]{3}[.;])\s+(?=[A-ZÀ-Ž])|\s+[|·•–—]\s+|\s{3,}")
_BARE = re.compile(r"\s*[/|·–]\s*(?P<value>[A-Z]|\d{1,2}(?:\.\d{1,2})?)\s*[/|·–]")  # "CW-900-12 / B / 14 Feb 2026"
_WORDS = re.compile(r"[^\W\d_]{2,}")
_URL = re.compile(r"\S+@\S+|(?:https?://|www\.)\S+|\S+\.\w{2,}/\S*")
_JOINS = re.compile(  # words that join such facts
    r"\b(?:del|dal|du|of|vom|von|de|från|from|dated?|datum|data|fecha|dato|stand|am|le|den|doc|dok|cod|cód|no|nr|codice"
    r"|código|code|document\w*|dokument\w*)\b",
    re.IGNORECASE,
)
_GAP = 1.4  # of a line's height, between lines one under the other
_HEAD, _FOOT = 0.12, 0.86  # of the page's height
_LONGEST = 150
_BESIDE_CODE, _BESIDE_REVISION = 6, 3  # words that may stand beside such facts


@dataclass(frozen=True, slots=True)
class _Line:
    """A line or a part of one that names the paper: spans of number, revision and day, and how many other words."""

    printed: Printed
    number: tuple[int, int] | None
    revision: tuple[int, int] | None
    day: PrintedDate | None
    words: int
    at_edge: bool
    labelled: bool = False

    @property
    def named(self) -> bool:
        """Whether it says one of the three and nothing else."""
        return self.told > 0 and not self.words

    @property
    def told(self) -> int:
        """How many of the three it says."""
        return sum(part is not None for part in (self.number, self.revision, self.day))


def identity_lines(passage: Passage, pages: Sequence[Page], *, models: Collection[str] = ()) -> Fields:
    """Number, revision and date of the first lines that are nothing else."""
    lines = [line for page in pages for line in _lines(passage, page, models)]
    groups = [group for group in _groups(lines) if _told(group) and _names_paper(group, lines)]
    fields: Fields = {}
    for group in sorted(groups, key=_told, reverse=True):
        for line in group:
            for name, values in _read(passage, line).items():
                fields.setdefault(name, values)
    return fields


def _told(group: Sequence[_Line]) -> int:
    return sum(line.told for line in group)


def _lines(passage: Passage, page: Page, models: Collection[str]) -> Iterator[_Line]:
    """The page's lines, in parts where they say more."""
    for printed in passage.printed(page).lines():
        line = printed.trimmed()
        if not line or len(line.text) > _LONGEST:
            continue
        whole = _line(passage, page, line, models)
        if whole.told > 1 and whole.words <= (_BESIDE_CODE if whole.number else 0):
            yield whole
            continue
        yield from (_line(passage, page, part, models) for part in line.split(_PARTING) if part.trimmed())


def _line(passage: Passage, page: Page, printed: Printed, models: Collection[str]) -> _Line:
    text = printed.text
    bare = _blanked(text, [match.span() for match in (*_RIGHTS.finditer(text), *_URL.finditer(text))])
    days = find_dates(bare, day_first=passage.day_first)
    months = [] if days else find_months(bare)
    bare_of_days = _blanked(bare, [*((day.start, day.end) for day in days), *(month[1:] for month in months)])
    number = _number(bare_of_days, models)
    rest = _blanked(bare_of_days, [number] if number else [])
    revision = next((match.span("value") for match in _REVISION.finditer(rest)), None)
    if revision is None and number and (days or months):
        between = _BARE.search(rest, number[1])
        revision = between.span("value") if between else None
    words = _REVISION.search(rest)
    rest = _blanked(rest, [words.span()] if words else [revision] if revision else [])
    rest = _blanked(rest, [match.span() for match in _PAGE.finditer(rest)])
    other = len(_WORDS.findall(_JOINS.sub(" ", rest)))
    if re.search(r"\d", rest):
        return _Line(printed, None, None, None, max(other, 1), at_edge=False)
    edge = printed.box[1] > _FOOT * page.height or printed.box[3] < _HEAD * page.height
    return _Line(
        printed,
        number,
        revision,
        days[0] if len(days) == 1 else None,
        other,
        edge,
        bool(number and _OF_DOCUMENT.search(bare)),
    )


def _number(text: str, models: Collection[str]) -> tuple[int, int] | None:
    """The one code of the line that may be the number of a paper."""
    labelled = _OF_DOCUMENT.search(text) or _LABEL.search(text)
    if labelled:
        return labelled.span("value")
    codes = [match for match in _CODE.finditer(text) if _may_number(match["value"]) and match["value"] not in models]
    codes = [match for match in codes if not find_standards(text[: match.end()])]
    return codes[0].span("value") if len(codes) == 1 else None


def _may_number(code: str) -> bool:
    parts = re.split(r"[-_/.]", code)
    if code[:3] in ("IP6", "IP5", "IP4", "CC-") or not re.search(r"[A-Z]", code):
        return False
    return any(c.isdigit() for c in code) or len(parts) > 2 or bool(_OF_PAPERS & set(parts))


def _groups(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    """Lines side by side or one under the other that say nothing else; a line that says more stands alone."""
    groups: list[list[_Line]] = []
    for line in lines:
        if not line.named:
            if line.told:
                yield [line]
            continue
        group = next((group for group in reversed(groups) if _goes_on(group[-1], line)), None)
        if group is None:
            groups.append([line])
        else:
            group.append(line)
    yield from groups


def _goes_on(line: _Line, following: _Line) -> bool:
    """Whether the following line stands beside the line or right under it."""
    first, second = line.printed.box, following.printed.box
    height = first[3] - first[1]
    if line.printed.page != following.printed.page:
        return False
    beside = abs(first[1] - second[1]) < 0.5 * height
    over = min(first[2], second[2]) > max(first[0], second[0]) - height
    return beside or (over and -0.5 * height < second[1] - first[3] < _GAP * height)


def _names_paper(group: Sequence[_Line], lines: Sequence[_Line]) -> bool:
    """Whether number and revision or day stand together, or revision and day, or a number at the edge of sheets."""
    words = max(line.words for line in group)
    number = any(line.number for line in group)
    others = any(line.revision or line.day for line in group)
    if number and others:
        return words <= _BESIDE_CODE
    if any(line.revision for line in group) and any(line.day for line in group):
        return words <= _BESIDE_REVISION and any(line.at_edge for line in group)
    if number and words <= _BESIDE_REVISION and any(line.labelled for line in group):
        return True
    if not number or words > _BESIDE_REVISION or not all(line.at_edge for line in group):
        return False
    printed = {line.printed.text[slice(*line.number)] for line in group if line.number}
    same = (line for line in lines if line.at_edge and line.number)
    pages = {line.printed.page for line in same if line.number and line.printed.text[slice(*line.number)] in printed}
    return len(pages) > 1


def _read(passage: Passage, line: _Line) -> Fields:
    fields: Fields = {}
    for name, span in (("document_number", line.number), ("revision", line.revision)):
        if span is not None:
            value = line.printed.text[slice(*span)]
            fields[name] = kept([passage.found(line.printed, value, span=span, confidence=0.92)])
    if line.day is not None:
        best, span = line.day.candidates[0], (line.day.start, line.day.end)
        fields["revised_on"] = kept(
            [passage.found(line.printed, best.value, span=span, confidence=0.92 * best.confidence)]
        )
    return without_empty(fields)


def _blanked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
