"""Whether a comparison on the page says No of a name: "Model: A B" over "Tested: Yes No", or a column "Covered".

Words are held against one another by their place. A crossed or empty place beside other answers decides nothing; then
the answer is doubtful, never Yes. Pages without such words cost one search.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

import yaml

from docverify.facts.evidence import Box
from docverify.reading.page import Page, Word, union

ASIDE = 14.0  # points by which an answer may stand beside the name or heading it belongs to
BELOW = 260.0  # points under the name in which a row of answers belongs to it
STRIPPED = " :：;,.|()[]"
CROSSES = ("x", "☒", "⊠")  # ticked in one table, crossed out in another


@dataclass(frozen=True, slots=True)
class Denial:
    """The words that deny the name; `sure` when they say No, not when they leave it open."""

    words: str
    sure: bool


@dataclass(frozen=True, slots=True)
class _Said:
    """A heading or answer with its place."""

    text: str
    box: Box


@lru_cache(maxsize=1)
def _words() -> Mapping[str, re.Pattern[str]]:
    table = yaml.safe_load(resources.files("docverify.extraction").joinpath("compared.yaml").read_text("utf-8"))
    exact = {name: re.compile("|".join(table[name]), re.IGNORECASE) for name in ("holds", "fails")}
    answers = {name: re.compile("|".join(map(re.escape, table[name])), re.IGNORECASE) for name in ("agreed", "denied")}
    heads = "|".join([*table["fails"], *table["holds"]])
    return exact | answers | {"heads": re.compile(rf"(?<!\w)(?:{heads})(?!\w)", re.IGNORECASE)}


def denial_of(page: Page, name: str, boxes: Sequence[Box]) -> Denial | None:
    """What a comparison on the page says against the name; None when it says nothing or Yes."""
    if not _words()["heads"].search(page.text):
        return None
    rows = _rows(page.words)
    places = [*boxes, *(word.box for word in page.words if word.text.strip(STRIPPED) == name)]
    found = [denial for box in places for denial in (*_in_column(rows, box), *_in_row(rows, box))]
    return next((denial for denial in found if denial.sure), found[0] if found else None)


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """The words that stand side by side, rows from top to bottom."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=_top):
        middle = (word.box[1] + word.box[3]) / 2
        if rows and rows[-1][0].box[1] <= middle <= rows[-1][0].box[3]:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=_left) for row in rows]


def _top(word: Word) -> tuple[float, float]:
    return (word.box[1] + word.box[3]) / 2, word.box[0]


def _left(word: Word) -> float:
    return word.box[0]


def _in_column(rows: Sequence[Sequence[Word]], name: Box) -> Iterator[Denial]:
    """The answers under the name in rows that begin with such a word: "Tested: Yes No"."""
    for row in rows:
        if not 0 < row[0].box[1] - name[1] < BELOW or row[0].box[0] >= name[0]:
            continue
        head, rest = _head_of(row)
        answers = [_Said(word.text.strip(STRIPPED) or word.text, word.box) for word in rest]
        if not head or len(answers) < 2 or not all(_answer(entry.text) for entry in answers):
            continue  # one answer speaks of the paper, and other words are no answers
        yield from _judged(head, [entry for entry in answers if _meet(entry.box, name)])


def _head_of(row: Sequence[Word]) -> tuple[str, Sequence[Word]]:
    for length in (3, 2, 1):
        text = " ".join(word.text for word in row[:length]).strip(STRIPPED)
        if len(row) >= length and (_words()["fails"].fullmatch(text) or _words()["holds"].fullmatch(text)):
            return text, row[length:]
    return "", ()


def _in_row(rows: Sequence[Sequence[Word]], name: Box) -> Iterator[Denial]:
    """The answers beside the name under a heading such as "Covered" or "Not applied"."""
    middle = (name[1] + name[3]) / 2
    beside = [word for row in rows for word in row if word.box[1] <= middle <= word.box[3] and word.box[0] > name[2]]
    heads = list(_headings(rows, name))
    paired = any(_words()["fails"].fullmatch(head.text.strip(STRIPPED)) for head in heads)
    for head in heads:
        below = [row for row in rows if row[0].box[1] > head.box[3] - 1]
        column = [word for row in below for word in row if _meet(word.box, head.box)]
        if any(_answer(word.text.strip(STRIPPED) or word.text) for word in column):
            here = [_Said(word.text.strip(STRIPPED) or word.text, word.box) for word in beside]
            yield from _judged(head.text, [entry for entry in here if _meet(entry.box, head.box)], paired=paired)


def _headings(rows: Sequence[Sequence[Word]], name: Box) -> Iterator[_Said]:
    """Such headings above the name, to its right, that stand in a row of headings."""
    for row in rows:
        if row[0].box[3] > name[1] + 1 or len(row) < 2:
            continue
        at = 0
        while at < len(row):
            length = next((n for n in (3, 2, 1) if at + n <= len(row) and _is_head(row[at : at + n])), 0)
            if length and row[at].box[0] > name[2] - ASIDE:
                yield _Said(
                    " ".join(word.text for word in row[at : at + length]), union([w.box for w in row[at : at + length]])
                )
            at += max(length, 1)


def _is_head(words: Sequence[Word]) -> bool:
    text = " ".join(word.text for word in words).strip(STRIPPED)
    gaps = (two.box[0] - one.box[2] < ASIDE for one, two in zip(words, words[1:], strict=False))
    return all(gaps) and bool(_words()["fails"].fullmatch(text) or _words()["holds"].fullmatch(text))


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] + ASIDE and two[0] < one[2] + ASIDE


def _answer(text: str) -> str:
    """`yes`, `no`, or nothing when the word is no answer."""
    if _words()["denied"].fullmatch(text):
        return "no"
    return "yes" if _words()["agreed"].fullmatch(text) else ""


def _judged(head: str, answers: Sequence[_Said], *, paired: bool = False) -> Iterator[Denial]:
    """The denial in the answers of one name under one heading; `paired` with its opposite, where a cross ticks."""
    negative = bool(_words()["fails"].fullmatch(head.strip(STRIPPED)))
    said = {_answer(entry.text) for entry in answers} - {""}
    printed = " ".join(entry.text for entry in answers)
    crossed = any(entry.text.lower() in CROSSES for entry in answers)
    if negative:
        if "yes" in said:
            yield Denial(f"{head}: {printed}", sure=True)
    elif said == {"no"}:
        yield Denial(f"{head}: {printed}", sure=True)
    elif paired and not said:
        return  # the mark stands under the opposite
    elif said != {"yes"} or (crossed and not paired):
        yield Denial(f"{head}: {printed or 'nothing'}", sure=False)
