"""Turns a signature block into who signed, in which function, where, when, and whether a mark of a signature is there.

A picture, ink, a digital signature or "/s/" over the block is a mark to look at, not proof. Without any way to see
pictures the answer is undetermined, never no.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from docverify.extraction.fields import Fields, dates_in, is_blank, once, without_empty
from docverify.extraction.locate import Candidate, Passage
from docverify.extraction.parties import LEGAL_FORM
from docverify.extraction.printed import Printed
from docverify.extraction.values import find_dates
from docverify.facts.evidence import Box, Found, Origin
from docverify.reading.page import Page

_BLOCK_LABELS = ("signature", "signed_for", "name_function", "name", "signatory_function", "place_date")
_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Ing|Dipl|Herr|Frau|M|Mme|Sr|Sra|Dott|Eng|B|M)\b\.?(?:-Ing\.?)?[ ]?(?:Sc\.?[ ])?)*[^\W\d_]['’\w.\-]*(?:[ ](?:[^\W\d_]['’\w.\-]*|\([A-Z][\w ]+\))){1,4}$|[\u4e00-\u9fff]{2,4}$"
)
_PARTICLES = frozenset("von van de der den del della di da dos du le la el al bin zu zur ten ter y e".split())
_BY = re.compile(r"\s+(?:by|durch|par|door|da|por|przez)\s+(?P<name>[A-Z].+)$")
_BEFORE_DATE = re.compile(r"[\s,;:.\-–(（]*(?:\b(?:den|the|le|il|el|dnia|am|on|d\.|dated?|datum|del|vom)\b)?[\s,;:.\-–]*$", re.IGNORECASE)
_PLACE = re.compile(r"[^\W\d_][\w .'’\-/()]{1,45}$")
_ELECTRONIC_MARK = re.compile(r"/s/\s*\w")
_LONGEST_FUNCTION = 80
_REACH = 90.0  # points above and below the block's labels in which a signature stands


@lru_cache(maxsize=1)
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of functions and of electronic signatures."""
    text = files("docverify.extraction").joinpath("signature.yaml").read_text(encoding="utf-8")
    table = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506
    functions = {re.escape(word) for words in table["functions"].values() for word in words}
    electronic = [re.escape(phrase) for phrase in table["electronic"]]
    latin = "|".join(sorted((f for f in functions if f.isascii() or not "\u4e00" <= f[0] <= "\u9fff"), key=len, reverse=True))
    han = "|".join(f for f in functions if "\u4e00" <= f[0] <= "\u9fff")
    return re.compile(rf"\b\w*(?:{latin})\b|{han}", re.IGNORECASE), re.compile("|".join(electronic), re.IGNORECASE)


def signature_fields(passage: Passage) -> Fields:
    """Name and function of the signatory, place and date, and whether a signature is to be seen."""
    names, functions = _people(passage)
    places, issued = _places_and_dates(passage)
    return without_empty(
        {
            "signatory_name": names,
            "signatory_function": functions,
            "place": places,
            "issued_on": issued,
            "signed": once([_signed(passage)]),
        }
    )


def is_person(text: str) -> bool:
    """Whether the text is written like a person's name: a few capitalised words, no digit, no company."""
    if not _NAME.fullmatch(text) or LEGAL_FORM.search(text) or _words()[0].search(text):
        return False
    words = text.split()
    return all(word[:1].isupper() or word in _PARTICLES or not word[:1].isalpha() or word[:1] > "\u2e80" for word in words)


def is_function(text: str) -> bool:
    """Whether the text names a function in a company."""
    return len(text) <= _LONGEST_FUNCTION and bool(_words()[0].search(text))


def _people(passage: Passage) -> tuple[tuple[Found[str], ...], tuple[Found[str], ...]]:
    names: list[Found[str] | None] = []
    functions: list[Found[str] | None] = []
    for candidate in passage.candidates("name", "name_function", "signature", "signed_for", "signatory_function", "tested_by"):
        name, function = _person(candidate)
        names += [passage.found(name, name.text)] if name else []
        functions += [passage.found(function, function.text)] if function else []
    if not any(names):
        for name, function in _unlabelled_people(passage):
            names.append(passage.found(name, name.text, confidence=0.9))
            functions.append(passage.found(function, function.text, confidence=0.9))
    return once(names), once(functions)


def _person(candidate: Candidate) -> tuple[Printed | None, Printed | None]:
    """Name and function that the candidate gives, from the value or from the line above its label."""
    if candidate.key == "signatory_function":
        prints = [candidate.value, *([candidate.above] if candidate.above else [])]
        lines = [line for part in prints for line in part.lines()[:1] if not is_blank(line.text)]
        good = [line.trimmed() for line in lines if is_function(line.text)] or [
            line.trimmed() for line in lines if line and candidate.strength == "colon" and not any(c.isdigit() for c in line.text)
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
    parts = [part for line in printed.lines()[:3] for part in line.split(re.compile(r"[,;/|，、（(）)]|\s+[-–—]\s+|\s{2,}"))]
    name = next((part for part in parts if is_person(part.text)), None)
    function = next((part for part in parts if part is not name and is_function(part.text)), None)
    return name, function


def _unlabelled_people(passage: Passage) -> Iterator[tuple[Printed, Printed]]:
    """A person's line with a function on the next line or behind a comma, as under a signature."""
    for page in passage.pages[-2:]:
        lines = passage.printed(page).lines()
        for here, following in zip(lines, [*lines[1:], None], strict=True):
            name, function = _name_and_function(here)
            if name and function:
                yield name, function
            elif following is not None and is_person(here.text) and is_function(following.text) and not find_dates(following.text):
                yield here, following.trimmed()


def _places_and_dates(passage: Passage) -> tuple[tuple[Found[str], ...], tuple[Found[date], ...]]:
    places: list[Found[str] | None] = []
    issued: list[Found[date]] = []
    for candidate in passage.candidates("place_date", "place", "issued_on", "date"):
        for printed in (candidate.value, candidate.above):
            if printed is None:
                continue
            day = _first_dates(passage, printed) if candidate.key != "place" else []
            place = _place_in(passage, printed) if candidate.key in ("place_date", "place") or day else None
            if day or (place and candidate.key in ("place", "place_date")):
                issued += day
                places.append(place)
                break
    if not issued:
        for line in _place_date_lines(passage):
            issued += _first_dates(passage, line)
            places.append(_place_in(passage, line))
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
    for part in (before.trimmed(), line.part(days[-1].end).trimmed() if days else None):
        if part and _PLACE.fullmatch(part.text) and part.text[:1].isupper() | (part.text[:1] > "\u2e80") and not LEGAL_FORM.search(part.text):
            return passage.found(part, part.text)
    return None


def _place_date_lines(passage: Passage) -> Iterator[Printed]:
    """Lines of the last pages that hold a place and a date and nothing else."""
    for page in reversed(passage.pages[-2:]):
        for line in passage.printed(page).lines():
            days = find_dates(line.text, day_first=passage.day_first)
            if len(days) == 1 and not line.text[days[0].end :].strip(" .,"):
                start = _BEFORE_DATE.search(line.text, 0, days[0].start)
                place = line.text[: start.start()] if start else ""
                if place and _PLACE.fullmatch(place.strip(" ,")) and place[:1].isupper() and len(place.split()) <= 4:
                    yield line


def _signed(passage: Passage) -> Found[str] | None:
    """`yes`, `no` or `undetermined`, with the block's label as its place."""
    words = passage.label_words(*_BLOCK_LABELS)
    electronic = _electronic(passage)
    if electronic is not None:
        return passage.found(electronic, "yes", confidence=0.9)
    if not words:
        return None
    label = next((w for w in reversed(words) if w.text), words[-1])
    if passage.structure.get("signatures"):
        return passage.found(label, "yes", details={"mark": "digital"})
    page = passage.page(label.page)
    on_page = [w for w in passage.label_words(*_BLOCK_LABELS) if w.page == page.number]
    marks = _marks(page)
    if marks is None:
        return passage.found(label, "undetermined", confidence=0.5)
    near = [kind for kind, box in marks if _near(box, [w.box for w in on_page], page)]
    if near:
        return passage.found(label, "yes", confidence=0.9, details={"mark": near[0]})
    if page.origin is Origin.OCR:
        return passage.found(label, "undetermined", confidence=0.5)
    return passage.found(label, "no", confidence=0.9)


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
