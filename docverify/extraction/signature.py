"""Turns a signature block into who signed, in which function, where, when, and whether a mark of a signature is there.

A picture, ink, a digital signature or "/s/" over the block is a mark to look at, not proof. Without any way to see
pictures the answer is undetermined, never no.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from docverify.extraction.fields import Fields, dates_in, is_blank, once, without_empty
from docverify.extraction.labels import is_label
from docverify.extraction.locate import Candidate, Passage
from docverify.extraction.parties import LEGAL_FORM
from docverify.extraction.people import (
    LONGEST_FUNCTION,
    ON_BEHALF,
    STAMPED,
    STRAY,
    held,
    is_function,
    is_person,
    level,
    name_and_function,
    signing_words,
    without_substituted,
)
from docverify.extraction.printed import Printed
from docverify.extraction.values import find_dates
from docverify.facts.evidence import Box, Found, Origin
from docverify.reading.page import Page

__all__ = ["is_function", "is_person", "signature_fields", "signing_day"]

_BLOCK_LABELS = ("signature", "signed_for", "name_function", "name", "signatory_function", "place_date")
_REVISION_BEFORE = re.compile(r"(?:rev\w*|version|issue|ver|v|stand|ausgabe)\.?\s?\w{0,4}\s?/?", re.IGNORECASE)
_MADE_AT = re.compile(
    r"\s*(?:Fait (?:à|en)|Établi (?:à|en)|Signé à|Fatto a|Dato a|Rilasciato a|Hecho en|Firmado en|Gedaan te"
    r"|Opgemaakt te|Ondertekend te|Sporządzono w"
    r"|Podpisano w|Wystawiono w|Issued (?:at|in)|Done (?:at|in)|Signed (?:at|in)"
    r"|Made (?:at|in)|Feito em|Udstedt i|Utstedt i|V|Ve|W|Vystaveno v|Kelt|Udfærdiget i|Ausgestellt in|En"
    r"|Utfärdad i|Upprättad i"
    r"|Undertecknad i|Place\W|Ort\W)\s+",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"updated|printed|date|revised|issue|version|page|copyright|valid|expir|report|test|rev\b|dated|stand\b"
    r"|druck|annex|since|from|until",
    re.IGNORECASE,
)
_BY = re.compile(r"\s+(?:by|durch|par|door|da|por|przez)\s+(?P<name>[A-Z].+)$")
_BEFORE_DATE = re.compile(
    r"[\s,;:.\-–(（]*(?:\b(?:den|the|le|il|el|dnia|w dniu|dn|am|on|op|dne|dňa|em|a|d\.|dated?|datum|del|vom|lì|li|addì"
    r"|in data|el día)\b)?[\s,;:.\-–]*$",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[^\W\d_][\w ,.'’\-()]{1,45}$")
_NUMBERED = re.compile(r"\b(?:no|nr|n°|ref)\.|\d{3}-|-\d{2,}", re.IGNORECASE)
_UNTIL = re.compile(r"until|expir|gültig|valid|valab|geldig|ważn|giltig|vál|scad|venc", re.IGNORECASE)
_ELECTRONIC_MARK = re.compile(r"/s/\s*\w")
STAMP = "stamp"
_WORDS_OF_A_PLACE = 4
_WORDS_OF_A_FUNCTION = 5
_LAST_LINE = 0.5  # of that room is enough for the last line of the page
_SIGNING_ROOM = 2.5  # heights of a line
_RIM = 12.0  # points that a stamp may reach below the ink that was seen
_REACH = 90.0  # points above and below the block's labels in which a signature stands


def signature_fields(passage: Passage, *, declared: tuple[Printed, Printed] | None = None) -> Fields:
    """Name and function of the signatory, place and date, and whether a signature is to be seen.

    `declared` are name and function as the declaring sentence gives them, where no signature block does.
    """
    names, functions = _people(passage)
    if declared is not None and is_person(declared[0].text):
        names = once([passage.found(declared[0], declared[0].text, confidence=0.9)])
        functions = once([passage.found(declared[1], declared[1].text, confidence=0.9)])
    places, issued = _places_and_dates(passage)
    return without_empty(
        {
            "signatory_name": names,
            "signatory_function": functions,
            "place": places,
            "issued_on": issued,
            "signed": once([_signed(passage, [*names, *functions])]),
        }
    )


def _people(passage: Passage) -> tuple[tuple[Found[str], ...], tuple[Found[str], ...]]:
    names: list[Found[str] | None] = []
    functions: list[Found[str] | None] = []
    for candidate in passage.candidates(
        "name", "name_function", "signature", "signed_for", "signatory_function", "tested_by"
    ):
        name, function = _person(candidate)
        names += [passage.found(name, name.text)] if name else []
        functions += [passage.found(function, function.text)] if function else []
    if not any(names):
        for name, function in _unlabelled_people(passage):
            names.append(passage.found(name, name.text, confidence=0.9))
            functions.append(passage.found(function, function.text, confidence=0.9))
    if not any(names):
        names += [passage.found(line, line.text, confidence=0.85) for line in _lone_people(passage)]
    if not any(names) and not any(functions):
        functions += [passage.found(line, line.text, confidence=0.85) for line in _lone_functions(passage)]
    return once(names), once(functions)


def _lone_people(passage: Passage) -> Iterator[Printed]:
    """A person's name in a line of its own with room for a signature above it."""
    for page in passage.pages:
        lines = passage.printed(page).lines()
        for before, line in zip(lines, lines[1:], strict=False):
            height = line.box[3] - line.box[1]
            height *= _LAST_LINE if line is lines[-1] else 1.0
            if (
                (
                    line.box[1] - before.box[3] > _SIGNING_ROOM * height
                    or _beside_a_date(before, line)
                    or _is_signed_over(line, page)
                )
                and line.box[1] > page.height / 3
                and is_person(line.text.strip(" ()"))
                and not line.text.isupper()
            ):
                yield line.part(len(line.text) - len(line.text.lstrip(" (")), len(line.text.rstrip(" )")))


def _lone_functions(passage: Passage) -> Iterator[Printed]:
    """A function in a line of its own in the lower half of a page, under a signature without a printed name."""
    for page in passage.pages[-1:]:
        for line in passage.printed(page).lines():
            words = line.text.split()
            written = all(word[:1].isupper() or len(word) <= len("and") for word in words)
            fewest = 1 if _is_signed_over(line, page) else 2
            low = line.box[1] > page.height / 2 and fewest <= len(words) <= _WORDS_OF_A_FUNCTION and written
            if low and is_function(line.text) and not LEGAL_FORM.search(line.text) and line.text[-1].isalpha():
                yield held(line.trimmed())


def _is_signed_over(line: Printed, page: Page) -> bool:
    """Whether a scan shows ink or a stamp over the line."""
    if page.origin is not Origin.OCR:
        return False
    x, y = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
    over = (box for kind, box in _marks(page) or () if kind in ("ink", "stamp"))
    return any(box[0] <= x <= box[2] and box[1] <= y <= box[3] + _RIM for box in over)


def _beside_a_date(before: Printed, line: Printed) -> bool:
    """Whether the line stands to the right of one that ends with a date, as a name does beside place and date."""
    on_its_row = line.box[1] - before.box[3] < line.box[3] - line.box[1]
    return on_its_row and line.box[0] > before.box[2] and _ends_with_date(before)


def _ends_with_date(line: Printed) -> bool:
    """Whether the line ends with its only date."""
    days = find_dates(line.text)
    return len(days) == 1 and not line.text[days[0].end :].strip(" .,")


def _person(candidate: Candidate) -> tuple[Printed | None, Printed | None]:
    """Name and function that the candidate gives, from the value or from the line above its label."""
    if candidate.key == "signatory_function":
        prints = [candidate.value, *([candidate.above] if candidate.above else [])]
        lines = [line for part in prints for line in part.lines()[:STAMPED] if not is_blank(line.text)]
        lines = [level(line.part(0, len(STRAY.sub("", line.text)))) for line in lines]
        good = [line.trimmed() for line in lines if is_function(line.text)] or [
            line.trimmed()
            for line in lines
            if line and candidate.strength == "colon" and not any(c.isdigit() for c in line.text)
        ]
        return None, held(good[0]) if good and len(good[0].text) <= LONGEST_FUNCTION else None
    if candidate.key == "signed_for":
        match = _BY.search(candidate.value.lines()[0].text)
        name = candidate.value.part(match.start("name"), match.end("name")) if match else None
        return (name, None) if name and is_person(name.text) else (None, None)
    for printed in (candidate.value, candidate.above):
        found = name_and_function(printed) if printed else None
        if found and found[0]:
            return found
    return None, None


def _unlabelled_people(passage: Passage) -> Iterator[tuple[Printed, Printed]]:
    """A person's line with a function on the next line or behind a comma, as under a signature."""
    for page in passage.pages[-2:]:
        lines = passage.printed(page).lines()
        for here in lines:
            name, function = name_and_function(here)
            if name and function:
                yield name, function
            elif name is not None and is_person(ON_BEHALF.sub("", without_substituted(here).text.strip(" ()"))):
                beside = _nearest(here, lines, below=True) or _nearest(here, lines, below=False)
                if beside is not None:
                    yield name, held(beside.trimmed())


def _nearest(here: Printed, lines: Sequence[Printed], *, below: bool) -> Printed | None:
    """The line that names a function right under the person's line, or over it with room for a signature."""
    height = here.box[3] - here.box[1]
    best: tuple[float, Printed] | None = None
    for line in lines:
        gap = line.box[1] - here.box[3] if below else here.box[1] - line.box[3]
        reach = (1.5 if below else 6.0) * height
        across = line.box[0] < here.box[2] and line.box[2] > here.box[0]
        if across and -0.4 * height <= gap <= reach and line is not here and (best is None or gap < best[0]):
            best = (gap, line)
    if best is None or not is_function(best[1].text) or find_dates(best[1].text):
        return None
    return best[1]


def _places_and_dates(passage: Passage) -> tuple[tuple[Found[str], ...], tuple[Found[date], ...]]:
    places: list[Found[str] | None] = []
    issued: list[Found[date]] = []
    for candidate in passage.candidates("place_date", "place", "issued_on", "date"):
        prints = [printed for printed in (candidate.value, candidate.above) if printed]
        dated = next((printed for printed in prints if find_dates(printed.text)), None)
        if dated is not None and candidate.key != "place":
            issued += _first_dates(passage, dated)
            places.append(_place_in(passage, dated))
        elif candidate.key in ("place_date", "place"):
            found = (
                _place_in(passage, printed)
                for printed in prints
                if not is_person(printed.text) or candidate.key == "place"
            )
            places.append(next((entry for entry in found if entry is not None), None))
    if not issued or not any(places):
        for line in _place_date_lines(passage):
            days = _first_dates(passage, line)
            if not issued or days[:1] == [] or days[0].value in {entry.value for entry in issued}:
                issued = issued or days
                places.append(_place_in(passage, line))
                break
    return once(places), once(issued)


def signing_day(passage: Passage) -> tuple[Found[date], ...]:
    """The day of the last line that is a place and a day and nothing else."""
    lines = [line for line in _place_date_lines(passage) if _place_in(passage, line) is not None]
    return once(_first_dates(passage, lines[0])) if lines else ()


def _first_dates(passage: Passage, printed: Printed) -> list[Found[date]]:
    return dates_in(passage, printed.lines()[0])[:1] or dates_in(passage, printed)[:1]


def _place_in(passage: Passage, printed: Printed) -> Found[str] | None:
    """The place in front of the date, behind it, or alone."""
    line = printed.lines()[0]
    days = find_dates(line.text, day_first=passage.day_first)
    if not days and is_blank(line.text):
        return None
    ahead = _BEFORE_DATE.search(line.text, 0, days[0].start) if days else None
    before = line.part(0, ahead.start()) if ahead else line
    prefix = _MADE_AT.match(before.text)
    before = before.part(prefix.end()) if prefix else before
    for part in (before.trimmed(), line.part(days[-1].end).trimmed() if days else None):
        if (
            part
            and _PLACE.fullmatch(part.text)
            and part.text[:1].isupper() | (part.text[:1] > "\u2e80")
            and not LEGAL_FORM.search(part.text)
            and not _NUMBERED.search(part.text)
            and not is_label(part.text)
        ):
            return passage.found(part, part.text)
    return None


def _place_date_lines(passage: Passage) -> Iterator[Printed]:
    """Lines that hold a place and a date and nothing else, then lines that hold a date alone; last pages first."""
    alone: list[Printed] = []
    for page in reversed(passage.pages[-2:]):
        for line in passage.printed(page).lines():
            days = find_dates(line.text, day_first=passage.day_first)
            if len(days) != 1 or line.text[days[0].end :].strip(" .,r"):
                continue
            start = _BEFORE_DATE.search(line.text, 0, days[0].start)
            place = line.text[: start.start()].strip(" ,") if start else ""
            if re.search(r"[:：]", line.text[: days[0].start]) and not _MADE_AT.match(line.text):
                continue  # a date with a label of its own
            if not place or _REVISION_BEFORE.fullmatch(place) or is_label(place):
                if not is_label(place) or not _UNTIL.search(place):
                    alone.append(line)
            elif (
                _PLACE.fullmatch(place)
                and not _NO_PLACE.search(place)
                and place[:1].isupper()
                and len(place.split()) <= _WORDS_OF_A_PLACE
            ):
                yield line
    yield from alone


def mark_at(passage: Passage, anchors: Sequence[Found[Any]]) -> tuple[Found[str], ...]:
    """`yes` where a mark is to be seen at the labels of signing or at the anchors; nothing where none is."""
    return tuple(entry for entry in once([_signed(passage, anchors)]) if entry.value == "yes")


def _signed(passage: Passage, anchors: Sequence[Found[Any]]) -> Found[str] | None:
    """`yes`, `no` or `undetermined`, with the block's label, or else what else stands in the block, as its place."""
    electronic = _electronic(passage)
    if electronic is not None:
        return passage.found(electronic, "yes", confidence=0.9)
    words = passage.label_words(*_BLOCK_LABELS) or passage.label_words("tested_by")
    places = [(w.page, w.box, passage.found(w, "yes")) for w in words]
    places += [(a.evidence[0].page, a.evidence[0].box, a) for a in anchors]
    if not places:
        return None
    number, _, shown = places[len(words) - 1] if words else places[0]
    if shown is None:
        return None
    page = passage.page(number)
    seen = _seen(passage, page, [box for at, box, _ in places if at == number])
    sure = {"undetermined": 0.5}.get(seen[0], 0.9)
    return replace(shown, value=seen[0], confidence=sure, details={"mark": seen[1]} if seen[1] else {})


def _seen(passage: Passage, page: Page, block: list[Box]) -> tuple[str, str]:
    """What is to be seen at the block on the page, and which mark says so."""
    if passage.structure.get("signatures"):
        return "yes", "digital"
    marks = _marks(page)
    if marks is None:
        return "undetermined", ""
    near = [kind for kind, box in marks if _near(box, block, page)]
    if drawn := [kind for kind in near if kind != STAMP]:
        return "yes", drawn[0]
    if near:  # a company's stamp is no signature of a person, though some hold it to be one
        return "undetermined", STAMP
    return ("undetermined" if page.origin is Origin.OCR else "no"), ""


def _electronic(passage: Passage) -> Printed | None:
    for page in passage.pages[-2:]:
        match = _ELECTRONIC_MARK.search(page.text) or signing_words()[1].search(page.text)
        if match is None:
            continue
        printed = passage.printed(page)
        here = _ELECTRONIC_MARK.search(printed.text) or signing_words()[1].search(printed.text)
        if here is not None:
            return printed.part(*here.span())
    return None


def _marks(page: Page) -> Iterable[tuple[str, Box]] | None:
    """Kind and box of every picture, ink and annotation of the page; None when they cannot be seen."""
    marks: Any = getattr(page, "marks", None)
    return None if marks is None else [(mark.kind, mark.box) for mark in marks]


def _near(box: Box, labels: list[Box], page: Page) -> bool:
    """Whether the mark stands at the block: not as large as a page's background, and within reach of its labels."""
    if (box[2] - box[0]) * (box[3] - box[1]) > 0.5 * page.width * page.height:
        return False
    top, bottom = min(b[1] for b in labels) - _REACH, max(b[3] for b in labels) + _REACH
    return box[3] > top and box[1] < bottom and box[1] > 0.12 * page.height
