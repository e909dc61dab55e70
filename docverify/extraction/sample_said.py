"""Turns the sentence that presents a sample into what it says: model, serial number, versions, client and days.

"The sample, a wall box of type X, serial number 0012, …, was received on … from COMPANY and tested between … and …".
A sentence that says none of serial number, version, receipt or test is not such a sentence and gives nothing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from docverify.extraction.date_ranges import with_open_ends
from docverify.extraction.designations import models_in
from docverify.extraction.fields import Fields, acts_in, once, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.parties import LEGAL_FORM, read_party
from docverify.extraction.printed import Printed, kept
from docverify.extraction.values import PrintedDate, find_dates
from docverify.facts.evidence import Found
from docverify.facts.version import Version

_OF_ANY = frozenset({"serial_numbers", "received_on", "tested_from", "tested_to"})
_VERSIONS = ("hardware_version", "firmware_version", "software_version")
_CODE = r"(?=[\w./-]*\d)[A-Z0-9][\w]*(?:[./-]\w+)*"
_LONGEST = 700  # characters of such a sentence
_NAME = 90  # characters between the word before a company and its legal form
_BEFORE_DAY = re.compile(r"[\s,]+(?:on|am|le|op|den|il|el|dnia)\s*$")
_LOOK_AHEAD = 8  # characters by which the end of a sentence is known
_BETWEEN = 16  # characters between both days of a period
_POLITE = re.compile(r"would\s+like\s+to\s+(?:declare|state|certify|confirm)", re.IGNORECASE)
_COMPLIES = re.compile(
    r"\b(?:compl(?:y|ies|ied|iance|iant)|conform\w*|requirements?|anforderungen|exigences|requisiti|requisitos)\b"
    r"(?P<value>[^.\n]{0,60}\n?[^.\n]{0,60}(?:directive|richtlinie|regulation|verordnung|direttiva|directiva"
    r"|\d{4}/\d+/E[UC])[^.\n]{0,60})",
    re.IGNORECASE,
)
_END = re.compile(
    r"(?<![A-Z\d])(?<!\b[A-Z][a-z])(?<!\bLtd)(?<!\bInc)(?<!\bStr)(?<!\bstr)(?<!\bBhd)(?<!\bNos)(?<!\bCorp)\.\s+(?=[A-ZÀ-Ž])"
    r"|(?<=\d)\.\s+(?=(?:The|It|Die|Der|Das|Es|Les|Le|La|L'|Il|I|El|Los|Het|De|Den|Det|Tests?|All)\b)|\n\s*\n"
)


@dataclass(frozen=True)
class _Patterns:
    sample: re.Pattern[str]
    model: re.Pattern[str]
    serial: re.Pattern[str]
    versions: dict[str, re.Pattern[str]]
    received: re.Pattern[str]
    tested: re.Pattern[str]
    client: re.Pattern[str]
    to: re.Pattern[str]
    go_on: re.Pattern[str]
    negation: re.Pattern[str]
    verdict: re.Pattern[str]


@lru_cache(maxsize=1)
def _patterns() -> _Patterns:
    source = files("docverify.extraction").joinpath("sample_said.yaml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = yaml.load(source, Loader=yaml.CSafeLoader)
    words = {name: f"(?:{'|'.join(entries)})".replace(" ", r"\s+") for name, entries in table.items()}
    which = rf"(?:[\s-]*(?i:{words['version']}))?[\s:：]+"
    value = r"(?P<value>[Vv]?\d[\w.+-]*\w|[Vv]?\d|[A-Z]{1,2}\d[\w.-]*\w|[A-Z]\d?)(?![\w-])"
    return _Patterns(
        sample=_word(words["sample"]),
        model=re.compile(rf"(?i:(?<!\w){words['model']})[\s:：]+(?P<value>{_CODE})"),
        serial=re.compile(rf"(?i:(?<!\w){words['serial']})[\s:：.]+(?P<value>{_CODE})"),
        versions={name: re.compile(rf"(?i:(?<!\w){words[name]}){which}{value}") for name in _VERSIONS},
        received=_word(words["received"]),
        tested=_word(words["tested"]),
        client=re.compile(
            rf"(?i:(?<!\w){words['from']})\s+(?=[A-ZÀ-Ž]"
            rf"|\d+[A-Z])(?P<value>[^,;:]{{2,{_NAME}}}?(?:{LEGAL_FORM.pattern}))"
        ),
        to=re.compile(rf"\s*,?\s*(?:{words['to']}|-|–)\s*(?:the|dem|den|le|il|el|zum|op)?\s*", re.IGNORECASE),
        go_on=_word(rf"[,\s]\s*{words['go_on']}"),
        negation=_word(words["negation"]),
        verdict=re.compile(
            rf"(?<!\w){words['verdict_of']}(?!\w)(?P<between>[^.;:]{{0,80}}?)(?<!\w)(?P<value>{words['verdict']})",
            re.IGNORECASE,
        ),
    )


def _word(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


def sample_fields(passage: Passage) -> Fields:
    """What the first sentence that presents a sample says of it; serial numbers and days of the further ones, too."""
    said: Fields = {}
    for sentence in _sentences(passage):
        fields = _read(passage, sentence)
        if fields.keys() & {"serial_numbers", "received_on", "tested_from", *_VERSIONS}:
            said = {name: values for name, values in fields.items() if not said or name in _OF_ANY} | said
    return said


def verdict_said(passage: Passage) -> tuple[Found[str], ...]:
    """`pass` where a sentence says that what was tested meets its requirements; nothing where any word limits it."""
    words = _patterns()
    for page in passage.pages:
        printed = passage.printed(page)
        for match in words.verdict.finditer(printed.text):
            before = printed.text[_start(printed.text, match.start()) : match.end()]
            end = _END.search(printed.text, match.end())
            whole = before + printed.text[match.end() : end.start() if end else match.end() + _LONGEST]
            if not words.negation.search(_POLITE.sub("", whole)):
                return kept([passage.found(printed, "pass", span=match.span("value"), confidence=0.85)])
    return ()


def acts_complied_with(passage: Passage) -> tuple[Found[str], ...]:
    """The acts that a sentence of the first two pages says the sample complies with."""
    found: list[Found[str]] = []
    for page in passage.pages[:2]:
        printed = passage.printed(page)
        for match in _COMPLIES.finditer(printed.text):
            found += acts_in(passage, printed.part(*match.span("value")))
    return once(found)


def _start(text: str, position: int) -> int:
    """Where the sentence of that position begins."""
    ends = [match.end() for match in _END.finditer(text, max(0, position - _LONGEST), position + _LOOK_AHEAD)]
    begun = [end for end in ends if end <= position]
    return begun[-1] if begun else max(0, position - _LONGEST)


def _sentences(passage: Passage) -> Iterator[Printed]:
    for page in passage.pages:
        printed, behind = passage.printed(page), 0
        for match in _patterns().sample.finditer(printed.text):
            if match.start() < behind:
                continue
            end = _END.search(printed.text, match.end(), match.end() + _LONGEST)
            behind = end.start() if end else min(len(printed.text), match.end() + _LONGEST)
            part = printed.part(match.start(), behind)
            yield replace(part, text=part.text.replace("\n", " "))


def _read(passage: Passage, sentence: Printed) -> Fields:
    words, text = _patterns(), sentence.text
    if not (words.received.search(text) or words.tested.search(text) or words.serial.search(text)):
        return {}
    fields: Fields = {name: _version(passage, sentence, pattern) for name, pattern in words.versions.items()}
    model, serial = words.model.search(text), words.serial.search(text)
    fields["models"] = once(models_in(passage, sentence.part(*model.span("value")))) if model else ()
    fields["serial_numbers"] = (
        kept([passage.found(sentence, serial["value"], span=serial.span("value"))]) if serial else ()
    )
    fields |= _days(passage, sentence)
    return without_empty(fields | _client(passage, sentence))


def _version(passage: Passage, sentence: Printed, pattern: re.Pattern[str]) -> tuple[Found[Any], ...]:
    for match in pattern.finditer(sentence.text):
        try:
            version = Version.parse(match["value"])
        except ValueError:
            continue
        return kept([passage.found(sentence, version, span=match.span("value"), confidence=0.9)])
    return ()


def _days(passage: Passage, sentence: Printed) -> Fields:
    """The period of the tests, and of the other days the one nearest to the word for receipt."""
    words, text = _patterns(), sentence.text
    days = with_open_ends(text, find_dates(text, day_first=passage.day_first))
    period = next((pair for pair in zip(days, days[1:], strict=False) if _is_period(text, *pair)), ())
    fields: Fields = {}
    if period and words.tested.search(text):
        fields["tested_from"], fields["tested_to"] = (_day(passage, sentence, day) for day in period)
    received = words.received.search(text)
    rest = [day for day in days if day not in period]
    if received and len(rest) == 1:
        fields["received_on"] = _day(passage, sentence, rest[0])
    return fields


def _is_period(text: str, first: PrintedDate, last: PrintedDate) -> bool:
    between = text[first.end : last.start]
    return len(between) <= _BETWEEN and bool(_patterns().to.fullmatch(between))


def _day(passage: Passage, sentence: Printed, day: PrintedDate) -> tuple[Found[date], ...]:
    best = day.candidates[0]
    return kept([passage.found(sentence, best.value, span=(day.start, day.end), confidence=min(0.9, best.confidence))])


def _client(passage: Passage, sentence: Printed) -> Fields:
    """The company from which the sample came, in a sentence that says that it came."""
    words, text = _patterns(), sentence.text
    match = words.client.search(text) if words.received.search(text) else None
    if match is None:
        return {}
    end = _stop(text, match.end())
    name, address, country = read_party(passage, sentence.part(match.start("value"), end).trimmed())
    if name is None:
        return {}
    return {"holder": once([name]), "holder_address": once([address]), "holder_country": once([country])}


def _stop(text: Any, start: int) -> int:
    """Where the address ends: before the words that go on with the sentence, a day or the sentence's end."""
    stops: Sequence[int] = [m.start() for m in [_patterns().go_on.search(text, start)] if m]
    day = next((d.start for d in find_dates(text[start:])), None)
    ends = [*stops, *([start + day] if day is not None else []), len(text)]
    return len(_BEFORE_DAY.sub("", text[: min(ends)]))
