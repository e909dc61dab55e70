"""Turns an equivalence letter into what it says of the construction: `unchanged`, `changed`, or `unclear`.

Sentence by sentence (`sameness.yaml`): one that says the construction is the same, and every difference that is named.
A name, a label or a colour is no difference of the construction; a part is one. A denial is one, too. What is hedged,
or a difference in words that nobody listed, is unclear. A letter without such a sentence says nothing of it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from docverify.facts.evidence import Evidence, Found
from docverify.reading.page import Page

CHANGED, UNCLEAR, UNCHANGED = "changed", "unclear", "unchanged"
_SENTENCE = re.compile(r"[^.;!?。；！？]+(?:\.(?=\w)[^.;!?。；！？]+)*(?:[.;!?。；！？]|\Z)")
_ABBREVIATED = re.compile(
    r"\b(?:No|Nr|Ref|Co|Ltd|Inc|incl|excl|e\.g|i\.e|z\.B|approx|ca|resp|bzw|inkl|Rev|Ver|Fig|Art|cf|vgl|Abb)\.$",
    re.IGNORECASE,
)
_ITEMS = re.compile(r",|、|/|&|;|\b(?:and|or|und|oder|sowie|et|ou|e|ed|y|en|as well as)\b|和|及|与|以及")


@dataclass(frozen=True, slots=True)
class _Words:
    same: tuple[re.Pattern[str], ...]
    but: tuple[re.Pattern[str], ...]
    cosmetic: re.Pattern[str]
    filler: re.Pattern[str]
    technical: re.Pattern[str]
    altered: re.Pattern[str]
    denied: re.Pattern[str]
    hedged: re.Pattern[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    source = files("docverify.extraction").joinpath("sameness.yaml").read_text(encoding="utf-8")
    table = yaml.load(source, Loader=yaml.CSafeLoader)
    one = {
        name: re.compile(table[name], re.IGNORECASE) for name in ("filler", "technical", "altered", "denied", "hedged")
    }
    cosmetic = re.compile(rf"(?<![^\W\d_一-鿿])(?:{'|'.join(table['cosmetic'])})(?![^\W\d_一-鿿])", re.IGNORECASE)
    several = {name: tuple(re.compile(p, re.IGNORECASE) for p in table[name]) for name in ("same", "but")}
    return _Words(same=several["same"], but=several["but"], cosmetic=cosmetic, **one)


def find_construction(pages: Sequence[Page], sha256: str) -> tuple[Found[str], ...]:
    """What the letter says of the construction, each in the words of its sentence; the gravest first."""
    found = [entry for page in pages for entry in _on_page(page, sha256)]
    order = (CHANGED, UNCLEAR, UNCHANGED)
    return tuple(sorted(found, key=lambda entry: order.index(entry.value)))


def _on_page(page: Page, sha256: str) -> Iterator[Found[str]]:
    for start, end in _sentences(page.text):
        said = _said(" ".join(page.text[start:end].split()))
        start = _first_line(page.text, start, end) if said else start
        boxes = page.boxes_of(start, end) if said else ()
        if said and boxes:
            evidence = tuple(Evidence(sha256, page.number, box) for box in boxes)
            yield Found(said, page.text[start:end], evidence, page.origin, 0.9)


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence begins and ends; one ends at its mark, not behind an abbreviation."""
    begin: int | None = None
    for match in _SENTENCE.finditer(text):
        begin = match.start() if begin is None else begin
        if _ABBREVIATED.search(match.group()):
            continue
        start = begin + len(text[begin : match.end()]) - len(text[begin : match.end()].lstrip())
        if start < match.end():
            yield start, match.end()
        begin = None
    if begin is not None and text[begin:].strip():
        yield begin, len(text)


def _first_line(text: str, start: int, end: int) -> int:
    """Where the line begins that speaks of the construction: headings above it are no part of the sentence."""
    words = _words()
    patterns = (*words.same, *words.but, words.altered)
    places = [match.start() for pattern in patterns if (match := pattern.search(text, start, end))]
    return max(start, text.rfind("\n", start, min(places)) + 1) if places else start


def _said(sentence: str) -> str:
    """What the sentence says of the construction; empty when it says nothing."""
    words = _words()
    sames = [match for pattern in words.same if (match := pattern.search(sentence))]
    buts = [match for pattern in words.but if (match := pattern.search(sentence))]
    if words.altered.search(sentence) and not words.denied.search(sentence):
        return CHANGED
    if not sames and not buts:
        return ""
    about = sentence[: min((match.start() for match in buts), default=len(sentence))]
    if sames and _denies(sames, sentence, words):
        return CHANGED
    differences = [_difference(_rest(sentence, match, sames), words) for match in buts]
    if CHANGED in differences:
        return CHANGED
    if UNCLEAR in differences or (sames and words.hedged.search(about)):
        return UNCLEAR
    return UNCHANGED if sames else ""


def _rest(sentence: str, but: re.Match[str], sames: Sequence[re.Match[str]]) -> str:
    """What the difference is said to be in: up to the comma before the words of sameness, where those come later."""
    later = [match.start() for match in sames if match.start() >= but.end()]
    rest = sentence[but.end() : min(later, default=len(sentence))]
    comma = max(rest.rfind(","), rest.rfind("，")) if later else -1
    return rest if comma < 0 else rest[:comma]


def _denies(sames: Sequence[re.Match[str]], sentence: str, words: _Words) -> bool:
    """Whether a denial stands before the words of sameness, near enough to be about them, or inside them."""
    return any(words.denied.search(sentence[max(0, match.start() - 40) : match.end()]) for match in sames)


def _difference(rest: str, words: _Words) -> str:
    """Of the construction, of the print, or nobody can say."""
    items = [item.strip(" .;:()[]\"'“”。；") for item in _ITEMS.split(rest)]
    told = [_item(item, words) for item in items if words.filler.sub("", item).strip(" .;:()")]
    if not told:
        return UNCLEAR
    return next((verdict for verdict in (CHANGED, UNCLEAR) if verdict in told), UNCHANGED)


def _item(item: str, words: _Words) -> str:
    left = words.filler.sub(" ", words.cosmetic.sub(" ", item)).strip(" .;:()'\"。；")
    if not left:
        return UNCHANGED
    return CHANGED if words.technical.search(left) else UNCLEAR
