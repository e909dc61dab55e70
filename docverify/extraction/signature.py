"""Turns a signature block into who signed, in which function, where, when, and whether a mark of a signature is there.

A picture, ink, a digital signature or "/s/" over the block is a mark to look at, not proof. Without any way to see
pictures the answer is undetermined, never no.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from docverify.extraction.fields import Fields, dates_in, is_blank, once, without_empty
from docverify.extraction.labels import is_label
from docverify.extraction.locate import Candidate, Passage
from docverify.extraction.parties import LEGAL_FORM
from docverify.extraction.printed import Printed
from docverify.extraction.values import find_dates
from docverify.facts.evidence import Box, Found, Origin
from docverify.reading.page import Page

_BLOCK_LABELS = ("signature", "signed_for", "name_function", "name", "signatory_function", "place_date")
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Ing|Dipl|Herr|Frau|M|Mme|Sr|Sra|Dott|Eng|B"
    r"|M)\b\.?(?:-Ing\.?)?[ ]?(?:Sc\.?[ ])?)*[^\W\d_]['’\w.\-]*(?:[ ](?:[^\W\d_]['’\w.\-]*"
    r"|\([A-Z][\w ]+\))){1,4}$|[\u4e00-\u9fff]{2,4}$"
)
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "le",
        "la",
        "el",
        "al",
        "bin",
        "zu",
        "zur",
        "ten",
        "ter",
        "y",
        "e",
    ]
)
_REVISION_BEFORE = re.compile(r"(?:rev\w*|version|issue|ver|v|stand|ausgabe)\.?\s?\w{0,4}\s?/?", re.IGNORECASE)
_ON_BEHALF = re.compile(r"(?:i\.\s?[VA]\.|ppa\.?|p\.\s?p\.|gez\.|p\.o\.)\s+")
_STRAY = re.compile(r"(?:\s+[a-z])+$")  # letters of a stamp beside the line
_MADE_AT = re.compile(
    r"\s*(?:Fait (?:à|en)|Établi (?:à|en)|Signé à|Dato a|Modulo|Firmado en|Podpisano w|Wystawiono w|Upprättad i|Undertecknad i|Ondertekend te|Fatto a|Hecho en|Gedaan te|Opgemaakt te|Sporządzono w|Issued (?:at|in)|Done (?:at"
    r"|in)|Signed (?:at|in)|Made (?:at|in)|Feito em|Udfærdiget i|Ausgestellt in|Rilasciato a|En|Utfärdad i"
    r"|Place\W|Ort\W)\s+",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"updated|printed|date|revised|issue|version|page|copyright|valid|expir|report|test|rev\b|dated|stand\b"
    r"|druck|annex|since|from|until",
    re.IGNORECASE,
)
_BY = re.compile(r"\s+(?:by|durch|par|door|da|por|przez)\s+(?P<name>[A-Z].+)$")
_BEFORE_DATE = re.compile(
    r"[\s,;:.\-–(（]*(?:\b(?:den|the|le|il|el|dnia|w dniu|dn|am|on|op|dne|dňa|em|a|d\.|dated?|datum|del|vom|lì|li|addì|in data|el día)\b)?[\s,;:.\-–]*$",
    re.IGNORECASE,
)
_NO_PERSON = re.compile(
    r"\b(?:laborator\w*|labs?|compliance|certificat\w*|zertifi\w*|testing|institut\w*|technology|electric\w*|power|energy|company"
    r"|charg\w+|station|equipment|standards?|report|declaration|conformity|product\w*|limited|group|industr\w+|services?)\b",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"\b(?:certification|quality|qualit\w+|engineering|compliance|program\w*|operations|safety|department|division|sales|R&D"
    r"|technical|regulatory|testing|research|development|product\w*|entwicklung|zertifizierung|technik|produktion|emv|emc)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"[^\W\d_][\w ,.'’\-()]{1,45}$")
_NUMBERED = re.compile(r"\b(?:no|nr|n°|ref)\.|\d{3}-|-\d{2,}", re.IGNORECASE)
_UNTIL = re.compile(r"until|expir|gültig|valid|valab|geldig|ważn|giltig|vál|scad|venc", re.IGNORECASE)
_ELECTRONIC_MARK = re.compile(r"/s/\s*\w")
_LONGEST_FUNCTION = 80
_WORDS_OF_A_PLACE = 4
_STAMPED = 4  # lines in which letters of a stamp may stand between
_LAST_LINE = 0.5  # of that room is enough for the last line of the page
_SIGNING_ROOM = 2.5  # heights of a line
_REACH = 90.0  # points above and below the block's labels in which a signature stands


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of functions and of electronic signatures."""
    text = files("docverify.extraction").joinpath("signature.yaml").read_text(encoding="utf-8")
    table = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    functions = {re.escape(word) for words in table["functions"].values() for word in words}
    electronic = [re.escape(phrase) for phrase in table["electronic"]]
    latin = "|".join(
        sorted((f for f in functions if f.isascii() or not "\u4e00" <= f[0] <= "\u9fff"), key=len, reverse=True)
    )
    han = "|".join(f for f in functions if "\u4e00" <= f[0] <= "\u9fff")
    return re.compile(
        rf"\b(?:{latin})\b|\w(?:leiter(?:in)?|manager|ingenieur|direktor|chef|board)\b|{han}", re.IGNORECASE
    ), re.compile("|".join(electronic), re.IGNORECASE)


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


def is_person(text: str) -> bool:
    """Whether the text is written like a person's name: a few capitalised words, no digit, no company."""
    if not _NAME.fullmatch(text) or LEGAL_FORM.search(text) or _words()[0].search(text) or _NO_PERSON.search(text):
        return False
    if is_label(text):
        return False
    words = text.split()
    return all(
        word[:1].isupper() or word in _PARTICLES or not word[:1].isalpha() or word[:1] > "\u2e80" for word in words
    )


def is_function(text: str) -> bool:
    """Whether the text names a function in a company."""
    return len(text) <= _LONGEST_FUNCTION and bool(_words()[0].search(text))


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
    return once(names), once(functions)


def _lone_people(passage: Passage) -> Iterator[Printed]:
    """A person's name in a line of its own with room for a signature above it."""
    for page in passage.pages:
        lines = passage.printed(page).lines()
        for before, line in zip(lines, lines[1:], strict=False):
            height = line.box[3] - line.box[1]
            height *= _LAST_LINE if line is lines[-1] else 1.0
            if (
                (line.box[1] - before.box[3] > _SIGNING_ROOM * height or _beside_a_date(before, line))
                and line.box[1] > page.height / 3
                and is_person(line.text.strip(" ()"))
                and not line.text.isupper()
            ):
                yield line.part(len(line.text) - len(line.text.lstrip(" (")), len(line.text.rstrip(" )")))


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
        lines = [line for part in prints for line in part.lines()[:_STAMPED] if not is_blank(line.text)]
        lines = [line.part(0, len(_STRAY.sub("", line.text))) for line in lines]
        good = [line.trimmed() for line in lines if is_function(line.text)] or [
            line.trimmed()
            for line in lines
            if line and candidate.strength == "colon" and not any(c.isdigit() for c in line.text)
        ]
        return None, good[0] if good and len(good[0].text) <= _LONGEST_FUNCTION else None
    if candidate.key == "signed_for":
        match = _BY.search(candidate.value.lines()[0].text)
        name = candidate.value.part(match.start("name"), match.end("name")) if match else None
        return (name, None) if name and is_person(name.text) else (None, None)
    for printed in (candidate.value, candidate.above):
        found = _name_and_function(printed) if printed else None
        if found and found[0]:
            return found
    return None, None


def _name_and_function(printed: Printed) -> tuple[Printed | None, Printed | None]:
    parts = [
        part
        for line in printed.lines()[:_STAMPED]
        for part in line.split(re.compile(r"[,;/|，、（(）)]|\s+[-–—]\s+|\s{2,}"))
    ]
    parts = [part.part(0, len(_STRAY.sub("", part.text))) for part in parts]
    parts = [part.part(match.end()) if (match := _ON_BEHALF.match(part.text)) else part for part in parts]
    name = next((part for part in parts if is_person(part.text)), None)
    function = next((part for part in parts if part is not name and is_function(part.text)), None)
    return name, _with_department(printed, parts, function)


def _with_department(printed: Printed, parts: Sequence[Printed], function: Printed | None) -> Printed | None:
    """The function with the department that a comma parts from it ("Director, Product Certification")."""
    following = parts[parts.index(function) + 1 :][:1] if function is not None else []
    if function is None or not following or not _DEPARTMENT.search(following[0].text):
        return function
    start = printed.text.find(f"{function.text}, {following[0].text}")
    if start < 0 or is_person(following[0].text) or LEGAL_FORM.search(following[0].text):
        return function
    return printed.part(start, start + len(function.text) + 2 + len(following[0].text))


def _unlabelled_people(passage: Passage) -> Iterator[tuple[Printed, Printed]]:
    """A person's line with a function on the next line or behind a comma, as under a signature."""
    for page in passage.pages[-2:]:
        lines = passage.printed(page).lines()
        for here in lines:
            name, function = _name_and_function(here)
            if name and function:
                yield name, function
            elif name is not None and is_person(_ON_BEHALF.sub("", here.text.strip(" ()"))):
                beside = _nearest(here, lines, below=True) or _nearest(here, lines, below=False)
                if beside is not None:
                    yield name, beside.trimmed()


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


def _first_dates(passage: Passage, printed: Printed) -> list[Found[date]]:
    return dates_in(passage, printed.lines()[0])[:1] or dates_in(passage, printed)[:1]


def _place_in(passage: Passage, printed: Printed) -> Found[str] | None:
    """The place in front of the date, behind it, or alone."""
    line = printed.lines()[0]
    days = find_dates(line.text, day_first=passage.day_first)
    if not days and is_blank(line.text):
        return None
    before = line.part(0, _BEFORE_DATE.search(line.text, 0, days[0].start).start()) if days else line  # type: ignore[union-attr]
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


def _signed(passage: Passage, anchors: Sequence[Found[Any]]) -> Found[str] | None:
    """`yes`, `no` or `undetermined`, with the block's label, or else what else stands in the block, as its place."""
    electronic = _electronic(passage)
    if electronic is not None:
        return passage.found(electronic, "yes", confidence=0.9)
    words = passage.label_words(*_BLOCK_LABELS)
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
    if near:
        return "yes", near[0]
    return ("undetermined" if page.origin is Origin.OCR else "no"), ""


def _electronic(passage: Passage) -> Printed | None:
    for page in passage.pages[-2:]:
        match = _ELECTRONIC_MARK.search(page.text) or _words()[1].search(page.text)
        if match is None:
            continue
        printed = passage.printed(page)
        here = _ELECTRONIC_MARK.search(printed.text) or _words()[1].search(printed.text)
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
