"""Turns the names under a laboratory report into its signatory: who approved it, else who stands under the stamp."""

import re
from collections.abc import Iterator

from docverify.extraction.fields import Fields, once, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.printed import Printed
from docverify.extraction.signature import is_function, is_person

_APPROVES = re.compile(
    r"approv|author|genehmigt|freigegeben|releas|approuv|autoris|approvat|aprob|goedgekeurd|zatwierdz"
    r"|godkän|manager|批准|签发|主管",
    re.IGNORECASE,
)
_REVIEWS = re.compile(r"review|check|verif|geprüft|审核|复核", re.IGNORECASE)
_TITLE = re.compile(r"[A-ZÀ-Ž][\w-]+(?: [A-ZÀ-Ž&][\w-]*){0,4}")
_WORKS_AS = re.compile(
    r"\b(?:head|manager|engineer|director|expert|lead(?:er)?|chief|officer|specialist|\w*leiter(?:in)?"
    r"|\w*leitung|supervisor|inspector|technician|respons[ai]bile|responsable|fachzertifizierer|direct\w+"
    r"|ingénieur|kierownik|jefe)\b|经理|工程师|主任",
    re.IGNORECASE,
)
_APPROVED_BY = re.compile(
    r"(?:approved|authori[sz]ed(?: for issue)?|genehmigt|freigegeben|approuvé|approvato|aprobado)(?: (?:by"
    r"|von|par|da|por))?(?:[^:：\n]{0,40}[:：]\s*|\)\s+)(?P<value>[^\n]{3,80})",
    re.IGNORECASE,
)
_REVIEWED_BY = re.compile(
    r"(?:reviewed|checked|verified|signed for the laboratory)(?: by)?(?:[^:：\n]{0,40}[:：]\s*"
    r"|\)\s+)(?P<value>[^\n]{3,80})",
    re.IGNORECASE,
)
_WORDS_OF_A_FUNCTION = 6
_LABEL = re.compile(r"[^:：]{2,24}[:：]\s*")
# "Jim deng", read only under a label of signing
_HALF_WRITTEN = re.compile(r"[A-Z][a-z]{1,10} (?!(?:by|for|and|date|name|of)\b)[a-z]{2,10}")
_PARTS = re.compile(r"[,;/|，、（(）)]|\s+[-–—]\s+|\s{2,}")


def signatory(passage: Passage) -> Fields:
    """Name and function of the person who approved the report; without a label, of the one who signs the cover."""
    ranked: list[tuple[int, Printed, Printed | None]] = []
    for page in passage.pages[:4]:
        printed = passage.printed(page)
        for match in _APPROVED_BY.finditer(printed.text):
            name, function = _person(printed.part(*match.span("value")))
            if name is not None:
                ranked.append((0, name, function))
        for match in _REVIEWED_BY.finditer(printed.text):
            name, function = _person(printed.part(*match.span("value")))
            if name is not None:
                ranked.append((1, name, function))
    for candidate in passage.candidates("tested_by", "name_function"):
        rank = 0 if _APPROVES.search(candidate.label) else 1 if _REVIEWS.search(candidate.label) else 2
        for block in (candidate.value, candidate.above):
            name, function = _person(block) if block else (None, None)
            if name is not None:
                ranked.append((rank, name, function))
                break
    ranked.sort(key=_rank)
    people = [(name, function) for _, name, function in ranked] or list(_unlabelled(passage))
    if not people:
        return {}
    name, function = people[0]
    function = function if function is not None else _function_under(passage, name)
    return without_empty(
        {
            "signatory_name": once([passage.found(name, name.text)]),
            "signatory_function": once([passage.found(function, function.text)] if function else []),
        }
    )


def _rank(entry: tuple[int, Printed, Printed | None]) -> int:
    return entry[0]


def _person(printed: Printed) -> tuple[Printed | None, Printed | None]:
    parts = [part for line in printed.lines()[:2] for part in line.split(_PARTS)]
    name = next((part for part in parts if is_person(part.text) or _HALF_WRITTEN.fullmatch(part.text)), None)
    function = next((part for part in parts if part is not name and is_function(part.text)), None)
    if function is None and name is not None and len(parts) == 2:
        function = next((part for part in parts if part is not name and _TITLE.fullmatch(part.text)), None)
    return name, function


def _unlabelled(passage: Passage) -> Iterator[tuple[Printed, Printed | None]]:
    """A person's line with a function beside it or right under it, on the first two pages or the last."""
    for page in dict.fromkeys((*passage.pages[:2], *passage.pages[-1:])):
        lines = passage.printed(page).lines()
        people = [line.trimmed() for line in lines if is_person(line.text)]
        functions = [line.trimmed() for line in lines if len(line.text.split()) <= 6 and is_function(line.text)]
        for line in lines:
            name, function = _person(line)
            if name is not None and function is not None and len(line.text) < 70 and _WORKS_AS.search(function.text):
                yield name, function
        for name in people:
            under = [line for line in functions if _stands_under(line, name)]
            if under:
                yield name, under[0]


def _function_under(passage: Passage, name: Printed) -> Printed | None:
    """The function printed right under the name."""
    lines = (_behind_a_label(line.trimmed()) for line in passage.printed(passage.page(name.page)).lines())
    under = (line for line in lines if line and len(line.text.split()) <= _WORDS_OF_A_FUNCTION)
    return next((line for line in under if _stands_under(line, name) and _WORKS_AS.search(line.text)), None)


def _behind_a_label(line: Printed) -> Printed:
    """What stands behind a label in the line ("Title: Technical Director"); the line where it has none."""
    label = _LABEL.match(line.text)
    return line.part(label.end()).trimmed() if label else line


def _stands_under(line: Printed, name: Printed) -> bool:
    height = name.box[3] - name.box[1]
    gap = line.box[1] - name.box[3]
    return -0.3 * height <= gap <= 1.8 * height and line.box[0] < name.box[2] and line.box[2] > name.box[0]
