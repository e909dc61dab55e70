"""Turns candidates into the fields that every kind of document has: numbers, texts, dates, standards, acts, versions.

Each function gives the readings of one field in reading order, none when nothing is printed that can be read as such
a value. A dash or "n/a" is a blank, not a value.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import date
from typing import Any, TypeAlias

from docverify.extraction.date_ranges import with_open_ends
from docverify.extraction.layout import same_row
from docverify.extraction.locate import Candidate, Passage
from docverify.extraction.printed import Printed, joined, kept
from docverify.extraction.values import Spotted, find_acts, find_dates, find_standards, find_versions
from docverify.facts.evidence import Found
from docverify.facts.standard import StandardReference
from docverify.facts.version import Version
from docverify.reading.page import Page

Fields: TypeAlias = dict[str, tuple[Found[Any], ...]]
Extractor: TypeAlias = Callable[[Passage], Fields]

_BLANK = re.compile(
    r"[\s\-–—_/.*×x]*$|(?:n\.?\s?/?\s?a\.?|none|not applicable|keine?|entfällt|nicht zutreffend|sans objet"
    r"|non applicable|no aplica|no procede|non applicabile|não aplicável|n\.?v\.?t\.?|niet van toepassing"
    r"|ej tillämpligt|ikke relevant|néant|nie dotyczy|无|不适用)\W*$",
    re.IGNORECASE,
)
_NUMBER_END = re.compile(
    r"\n|\s{3,}|[,;，；。（(]|\s+(?:dated?|of|vom|du|from|issued?|issue|valid|page|seite|date|datum|rév(?:ision)?\.?"
    r"|rev(?:ision"
    r"|\.)?|ausgestellt|delivered|by|and|und|et|including|published"
    r"|edition|version|is|has|was)\b|\s[–—·•|-]\s|\s[·•]$",
    re.IGNORECASE,
)
_NUMBER_WORD = re.compile(r"(?:(?:No|Nr|Ref|Réf|DoC|Number|Nummer|编号)\b|N[°º])\.?\s?[:：]?\s*(?=\S)", re.IGNORECASE)
_WRAPPED = re.compile(
    r"(?:(?<=[ ;,(]EN)|(?<=IEC)|(?<=[ ;,(]BS)|(?<=DIN)|(?<=[ ;,(:]NF)|(?<=[ ;,(:]UNE)|(?<=[A-Z]-EN)|(?<=/EN)"
    r"|(?<=[ ;,(:]CEI)|(?<=TSI)|(?<=ISO))\n(?=[A-Z0-9])|(?<=EN 3\d\d)\n(?=\d{3}\b)"
)
_REPEALED = re.compile(
    r"\b(?:replac(?:es|ing)|repeal(?:s|ing)|supersed(?:es|ing)|outdated|formerly|ersetzt|zur Aufhebung|abrogeant"
    r"|remplaçant|che abroga|por la que se deroga|uchylając\w+|tot intrekking van)\b[^.;\d]*[(]?$",
    re.IGNORECASE,
)
_LAST_GROUP = re.compile(r"\s[–-]\s\d{2,6}\s*$")  # "TCM 221/26 - 6011" is one number
_LIST = re.compile(r"[,;，；、\n]|\s+(?:and|und|et|en|e|y|i|och|&|\+)\s+")
# "V1.5 and above" is one range: only what begins like a version begins another one
_VERSIONS = re.compile(
    r"[,;，；、\n]|\s+(?:and|und|et|en|e|y|i|och|&|\+)\s+(?=\S*\d|[A-Z]\b|(?i:hw|fw|sw|pcb|rev|v)\b)"
)
_OTHER_NAME = re.compile(r"\d\s?[(（](?:according to|acc\. to|entspr(?:icht|\.)|=|gemäß|nach)\s(?=$)", re.IGNORECASE)
_SAME_COLUMN = 3.0  # points
_NAME_REACH = 40  # characters
_EDITION = re.compile(
    r"[Vv]\d+\.\d+\.\d+(?: ?\(\d{4}-\d\d\))?|(?:19|20)\d\d(?: ?[+/] ?(?:A|AC)\d*:(?:19|20)\d\d)*|Ed\.? ?\d(?:\.\d)?"
)
_EDITION_ALONE = re.compile(rf"^(?:{_EDITION.pattern})$", re.MULTILINE)
_REVISION = re.compile(
    r"(?:V(?=\.?\s?\d)\.?\s?|Rev\.?\s?)?(?P<revision>[A-Z]?\d{1,3}(?:\.\d{1,3}){0,3}[A-Za-z]?"
    r"|[A-Z]{1,2})(?=[\s,;/)(]|$)"
)


_KINDS = {"h": "hardware_version", "f": "firmware_version", "s": "software_version"}
_OTHER_VERSION = re.compile(
    r"(?P<what>hardware|firmware|software|hw|fw|sw)\b\s*(?:version|rev\w*|issue)?\s*[:：]?\s*[vV]?\d", re.IGNORECASE
)


def is_blank(text: str) -> bool:
    """Whether the print says that there is nothing."""
    return bool(_BLANK.match(text.strip()))


def texts(passage: Passage, *keys: str, pages: Sequence[Page] | None = None) -> tuple[Found[str], ...]:
    """The first printed line beside any label of the keys."""
    return kept(text_of(passage, candidate) for candidate in passage.candidates(*keys, pages=pages))


def text_of(passage: Passage, candidate: Candidate) -> Found[str] | None:
    """The candidate's first line as text; None for a blank."""
    if is_blank(candidate.value.text):
        return None
    line = candidate.value.lines()[0].trimmed()
    letters = sum(c.isalnum() for c in line.text)
    return passage.found(line, line.text) if letters > 1 and not is_blank(line.text) else None


def number_of(passage: Passage, printed: Printed, *, details: Mapping[str, Any] | None = None) -> Found[str] | None:
    """The document number at the start of the print; None when there is no digit in it."""
    line = printed.trimmed()
    prefix = _NUMBER_WORD.match(line.text)
    line = line.part(prefix.end()).trimmed() if prefix else line
    end = next((m for m in _NUMBER_END.finditer(line.text) if not _LAST_GROUP.match(line.text, m.start())), None)
    number = line.part(0, end.start() if end else None).trimmed()
    text = number.text.rstrip(" .*)")
    wordy = any(word.islower() and len(word) > 3 for word in text.split())
    if not any(c.isdigit() for c in text) or len(text) > 60 or len(text.split()) > 6 or wordy:
        return None
    return passage.found(number.part(0, len(text)), text, details=details)


def numbers(passage: Passage, *keys: str) -> tuple[Found[str], ...]:
    """Document numbers beside any label of the keys."""
    return kept(number_of(passage, candidate.value) for candidate in passage.candidates(*keys))


def cited_numbers(passage: Passage, candidates: Iterable[Candidate], kind: str) -> Iterator[Found[str] | None]:
    """Every number in the candidates' lists, with the kind of paper they are said to be."""
    for candidate in candidates:
        for part in candidate.value.split(_LIST):
            if not find_dates(part.text):
                yield number_of(passage, part, details={"kind": kind})


def dates(passage: Passage, *keys: str, pages: Sequence[Page] | None = None) -> tuple[Found[date], ...]:
    """The first date beside any label of the keys."""
    found = []
    for candidate in passage.candidates(*keys, pages=pages):
        found += dates_in(passage, candidate.value)[:1]
    return kept(found)


def dates_in(passage: Passage, printed: Printed) -> list[Found[date]]:
    """Every date of the print; of an ambiguous one the likelier reading (`two_readings` adds the other)."""
    days = find_dates(printed.text, day_first=passage.day_first)
    found = (
        passage.found(printed, day.value, span=(day.start, day.end), confidence=day.candidates[0].confidence)
        for day in (with_open_ends(printed.text, days) if days else ())
    )
    return [value for value in found if value is not None]


def standards_in(passage: Passage, printed: Printed) -> list[Found[StandardReference]]:
    """Every standard that the print cites."""
    text = _WRAPPED.sub(" ", printed.text)  # same length: a reference that goes on in the next line
    found = (
        passage.found(printed, value, span=(start, end))
        for value, start, end in find_standards(text)
        if not _OTHER_NAME.search(text, max(0, start - _NAME_REACH), start) and not text[end : end + 1].isdigit()
    )
    return [value for value in found if value is not None]


def standards_of(passage: Passage, page: Page) -> list[Found[StandardReference]]:
    """Every standard that the page cites, with the edition where that stands in a column of its own beside it."""
    printed = passage.printed(page)
    found = standards_in(passage, printed)
    if not any(entry.value.edition is None for entry in found) or not _EDITION_ALONE.search(printed.text):
        return found
    editions = [line.trimmed() for line in printed.lines() if _EDITION.fullmatch(line.text.strip())]
    return [
        _with_edition(passage, printed, entry, editions) if entry.value.edition is None else entry for entry in found
    ]


def _with_edition(
    passage: Passage, printed: Printed, entry: Found[StandardReference], editions: Sequence[Printed]
) -> Found[StandardReference]:
    """The reference with the nearest edition to its right on its row; as it is when there is none."""
    box = entry.evidence[-1].box
    right = [e for e in editions if e.box[0] >= box[2] - 1 and same_row(e.box, box)]
    right = right or _wrapped_editions(printed, entry, editions)
    if not right:
        return entry
    edition = min(right, key=_left)
    value = _dated(entry, edition.text.replace(" ", ""))
    own = next((line for line in printed.lines() if same_row(line.box, box) and entry.quote in line.text), None)
    if own is None or value is None or value.edition is None:
        return entry
    start = own.text.index(entry.quote)
    return passage.found(joined([own.part(start, start + len(entry.quote)), edition]), value) or entry


def _dated(entry: Found[StandardReference], edition: str) -> StandardReference | None:
    """The reference in that edition; an entry of a list (`-3`) is read with the prefix it shares."""
    separator = " " if edition[0] in "Vv" else ":"
    for printed in (entry.quote, entry.value.designation):
        with suppress(ValueError):
            return StandardReference.parse(f"{printed}{separator}{edition}")
    return None


def _wrapped_editions(printed: Printed, entry: Found[StandardReference], editions: Sequence[Printed]) -> list[Printed]:
    """The edition that begins the line right under one that ends with the reference, in the same column."""
    box = entry.evidence[-1].box
    own = next((line for line in printed.lines() if same_row(line.box, box) and line.text.endswith(entry.quote)), None)
    if own is None:
        return []
    height = own.box[3] - own.box[1]
    return [
        e for e in editions if abs(e.box[0] - own.box[0]) <= _SAME_COLUMN and 0 <= e.box[1] - own.box[3] <= 1.5 * height
    ]


def _left(printed: Printed) -> float:
    return printed.box[0]


def acts_in(passage: Passage, printed: Printed) -> list[Found[str]]:
    """Every legal act that the print cites, but for one that it says is no longer in force."""
    return spotted(passage, printed, (act for act in find_acts(printed.text) if not _is_repealed(printed.text, act)))


def _is_repealed(text: str, act: Spotted) -> bool:
    """Whether the line says right before the act that another one replaces it."""
    line = text.rfind("\n", 0, act.start) + 1
    return bool(_REPEALED.search(text, max(line, act.start - _NAME_REACH), act.start))


def spotted(passage: Passage, printed: Printed, spots: Iterable[Spotted]) -> list[Found[Any]]:
    """The spotted values as readings."""
    found = (
        passage.found(printed, spot.value, span=(spot.start, spot.end), details=dict(spot.details)) for spot in spots
    )
    return [value for value in found if value is not None]


def versions(passage: Passage, key: str) -> tuple[Found[Version], ...]:
    """Versions beside the labels of the key."""
    found = []
    for candidate in passage.candidates(key):
        for line in candidate.value.lines():
            for part in line.split(_VERSIONS):
                other = _OTHER_VERSION.match(part.text)
                if other is None or _KINDS[other["what"].lower()[0]] == key:
                    found += _versions_in(passage, part)
    return kept(found)


def _versions_in(passage: Passage, printed: Printed) -> list[Found[Version] | None]:
    """Every version of the print; a build number beside another version belongs to that."""
    spots = find_versions(printed.text)
    own = [spot for spot in spots if spot[0].label != "build"]
    if len(own) < 2:
        return [version_of(passage, printed)]
    return [passage.found(printed, value, span=(start, end)) for value, start, end in own]


def version_of(passage: Passage, printed: Printed) -> Found[Version] | None:
    """The version that the print states."""
    for value, start, end in find_versions(printed.text):
        return passage.found(printed, value, span=(start, end))
    try:
        return passage.found(printed, Version.parse(printed.text)) if not is_blank(printed.text) else None
    except ValueError:
        return None


def revisions(passage: Passage) -> tuple[Found[str], ...]:
    """The revision of the paper beside its label, without what stands behind it."""
    found = []
    for candidate in passage.candidates("revision"):
        match = _REVISION.match(candidate.value.text)
        if match and not is_blank(candidate.value.text):
            found.append(passage.found(candidate.value, match["revision"], span=match.span("revision")))
    return kept(found)


def once(entries: Iterable[Found[Any] | None]) -> tuple[Found[Any], ...]:
    """One reading per value, whatever its details: the surest, the first of equals."""
    chosen: dict[str, Found[Any]] = {}
    for entry in entries:
        if entry is None:
            continue
        key = repr(entry.value)
        if key not in chosen or entry.confidence > chosen[key].confidence:
            chosen[key] = entry
    return tuple(chosen.values())


def without_empty(fields: Mapping[str, Sequence[Found[Any]]]) -> Fields:
    """The fields that have a reading."""
    return {name: tuple(values) for name, values in fields.items() if values}
