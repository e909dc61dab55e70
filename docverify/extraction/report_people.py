"""Turns the names under a laboratory report into its signatory: who approved it, else who stands under the stamp."""

import re
from collections.abc import Iterator, Sequence

from docverify.extraction.fields import Fields, once, without_empty
from docverify.extraction.locate import Candidate, Passage
from docverify.extraction.parties import LEGAL_FORM
from docverify.extraction.printed import Printed
from docverify.extraction.signature import is_function, is_person

_APPROVES = re.compile(
    r"approv|author|genehmigt|freigegeben|freigabe|releas|approuv|autori[sz]|autoryz|approvat|aprob"
    r"|goedgekeurd|vrijgegeven"
    r"|zatwierdz|godkän|godkend|manager|批准|签发|主管",
    re.IGNORECASE,
)
_REVIEWS = re.compile(r"review|check|verif|geprüft|gransk|kontroll|审核|复核", re.IGNORECASE)
_TITLE = re.compile(r"[A-ZÀ-Ž][\w-]+(?: [A-ZÀ-Ž&][\w-]*){0,4}")
_WORKS_AS = re.compile(
    r"\b(?:head|manager|engineer|director|expert|lead(?:er)?|chief|officer|specialist|\w*leiter(?:in)?"
    r"|\w*leitung|supervisor|inspector|technician|respons[ai]bile|responsable|fachzertifizierer|direct\w+"
    r"|ingénieur|kierownik|jefe|jefa|hoofd|chef|gerente|dyrektor|johtaja)\b|经理|工程师|主任",
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
_LABEL_ALONE = re.compile(
    r"(?:(?:report|document|test report) )?(?:(?P<approved>approved|authori[sz]ed|released|genehmigt"
    r"|freigegeben|approuvé|autorisé"
    r"|approvato|aprobado|goedgekeurd|zatwierdz\w+|godkän\w+|godkend)|reviewed|checked|verified)\b[^:：]{0,44}[:：]?",
    re.IGNORECASE,
)
_SIGNING_SPACE = 64.0  # points left for a signature between a label and the name under it
_ARTICLE = re.compile(r"(?:Il|Lo|La|L['’]|Le|El|The|Der|Die)\s?(?=\w)")
_IN_CHARGE = re.compile(r"respons|dire[ct]t|leiter|head|manager|kierownik|chef|hoofd", re.IGNORECASE)
_LONGEST_LABEL = 40
_SAME = 1.0  # points
_WORDS_OF_A_FUNCTION = 6
_LABEL = re.compile(r"[^:：]{2,24}[:：]\s*")
# "Jim deng", read only under a label of signing
_HALF_WRITTEN = re.compile(r"[A-Z][a-z]{1,10} (?!(?:by|for|and|date|name|of|\w+ed)\b)[a-z]{2,10}")
_PARTS = re.compile(r"[,;/|，、（(）)]|\s+[-–—]\s+|\s{2,}")


def signatory(passage: Passage) -> Fields:
    """Name and function of the person who approved the report; without a label, of the one who signs the cover."""
    ranked: list[tuple[int, Printed, Printed | None]] = []
    for page in passage.pages[:4]:
        printed = passage.printed(page)
        for rank, pattern in enumerate((_APPROVED_BY, _REVIEWED_BY)):
            for match in pattern.finditer(printed.text):
                value = printed.part(*match.span("value"))
                name, function = _person(value)
                if name is not None and _belongs(printed.part(match.start(), match.start("value")), value):
                    ranked.append((rank, name, function))
        ranked += [*_under_labels(printed.lines()), *_functions_as_labels(printed.lines())]
    for candidate in passage.candidates("tested_by", "name_function", "name"):
        for block in (candidate.value, candidate.above):
            name, function = _person(block) if block else (None, None)
            if name is not None:
                over = _over(passage, name) if candidate.key == "name" else None
                function = function or (over if over is not None and is_function(over.text) else None)
                ranked.append((_rank_of(candidate, over.text if over else ""), name, function))
                break
    ranked.sort(key=_rank)
    people = [(name, function) for _, name, function in ranked] or list(_unlabelled(passage))
    if not people:
        return {}
    name, function = people[0]
    function = function or _function_under(passage, name) or _function_beside(passage, name)
    return without_empty(
        {
            "signatory_name": once([passage.found(name, name.text)]),
            "signatory_function": once([passage.found(function, function.text)] if function else []),
        }
    )


def _functions_as_labels(lines: Sequence[Printed]) -> Iterator[tuple[int, Printed, Printed | None]]:
    """A function before a colon and a person behind it ("Head of laboratory: Ing. Jan Král"); of who is in charge."""
    for line in lines:
        before, colon, _ = line.text.partition(":")
        if colon and len(before) <= _LONGEST_LABEL and _IN_CHARGE.search(before) and is_function(before):
            name, _ = _person(line.part(len(before) + 1).trimmed())
            if name is not None:
                yield 1, name, _titled(line.part(0, len(before)).trimmed())


def _belongs(label: Printed, value: Printed) -> bool:
    """Whether the value stands in the label's row or under it, not under the label to its left."""
    label, first = label.trimmed().lines()[-1], value.lines()[0]
    beside = first.box[0] >= label.box[2] - _SAME and first.box[1] < label.box[3]
    return beside or (first.box[0] < label.box[2] and first.box[2] > label.box[0])


def _under_labels(lines: Sequence[Printed]) -> Iterator[tuple[int, Printed, Printed | None]]:
    """The people under the lines that are nothing but a label of approval or review, room for a signature between."""
    for label in lines:
        match = _LABEL_ALONE.fullmatch(label.text.strip())
        if match is None or any(_in_row(line, label) and _person(line)[0] for line in lines):
            continue
        under = [line for line in lines if 0 < line.box[1] - label.box[1] < _SIGNING_SPACE]
        under = [line for line in under if any(c.isalpha() for c in line.text)]
        under = [line for line in under if line.box[0] < label.box[2] and line.box[2] > label.box[0]]
        if under:
            name, function = _person(min(under, key=_top))
            if name is not None:
                yield 0 if match["approved"] else 1, name, function


def _in_row(line: Printed, label: Printed) -> bool:
    """Whether the line stands to the right of the label in its row."""
    return line.box[0] >= label.box[2] - _SAME and line.box[1] < label.box[3] and line.box[3] > label.box[1]


def _top(line: Printed) -> float:
    return line.box[1]


def _over(passage: Passage, name: Printed) -> Printed | None:
    """The line right over the name, which says what the person did or is."""
    height = name.box[3] - name.box[1]
    lines = passage.printed(passage.page(name.page)).lines()
    over = [o for o in lines if 0 < name.box[1] - o.box[1] < 2.2 * height and o.box[0] < name.box[2]]
    over = [o for o in over if o.box[2] > name.box[0] - 4 * height]
    return max(over, key=_top).trimmed() if over else None


def _rank_of(candidate: Candidate, over: str) -> int:
    """Who approved comes first, then who reviewed, then a name without a word for what it did, then who tested."""
    if _APPROVES.search(candidate.label) or _APPROVES.search(over):
        return 0
    if _REVIEWS.search(candidate.label):
        return 1
    if re.search(r"\b(?:tested|prepared|compiled|written|measured)\b", over, re.IGNORECASE):
        return 3
    return 2 if candidate.key != "tested_by" else 3


def _rank(entry: tuple[int, Printed, Printed | None]) -> int:
    return entry[0]


def _person(printed: Printed) -> tuple[Printed | None, Printed | None]:
    lines = [line for line in printed.lines()[:2] if not LEGAL_FORM.search(line.text)]
    parts = [part for line in lines for part in line.split(_PARTS)]
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
        for name in people:
            over = _over(passage, name)
            if over is not None and _IN_CHARGE.search(over.text) and is_function(over.text):
                yield name, _titled(over)


def _titled(function: Printed) -> Printed:
    """The function without an article before it ("Il responsabile di laboratorio")."""
    article = _ARTICLE.match(function.text)
    return function.part(article.end()) if article else function


def _function_under(passage: Passage, name: Printed) -> Printed | None:
    """The function printed right under the name."""
    lines = (_behind_a_label(line.trimmed()) for line in passage.printed(passage.page(name.page)).lines())
    under = [line for line in lines if line and len(line.text.split()) <= _WORDS_OF_A_FUNCTION]
    whole = next((o for o in passage.printed(passage.page(name.page)).lines() if _in_line(name, o)), name)
    return next(
        (
            o
            for o in under
            for n in (name, whole)
            if _stands_under(o, n) and _WORKS_AS.search(o.text) and ":" not in o.text
        ),
        None,
    )


def _in_line(name: Printed, line: Printed) -> bool:
    """Whether the line holds the name, a label before it perhaps."""
    return name.text in line.text and abs(line.box[1] - name.box[1]) < _SAME and line.box[0] <= name.box[0]


def _function_beside(passage: Passage, name: Printed) -> Printed | None:
    """The function that a label of functions puts in the row of the name."""
    height = name.box[3] - name.box[1]
    for candidate in passage.candidates("signatory_function"):
        near = candidate.page == name.page and abs(candidate.value.box[1] - name.box[1]) < 0.5 * height
        if near and is_function(candidate.value.text):
            return candidate.value
    return None


def _behind_a_label(line: Printed) -> Printed:
    """What stands behind a label in the line ("Title: Technical Director"); the line where it has none."""
    label = _LABEL.match(line.text)
    return line.part(label.end()).trimmed() if label else line


def _stands_under(line: Printed, name: Printed) -> bool:
    height = name.box[3] - name.box[1]
    gap = line.box[1] - name.box[3]
    return -0.3 * height <= gap <= 1.8 * height and line.box[0] < name.box[2] and line.box[2] > name.box[0]
