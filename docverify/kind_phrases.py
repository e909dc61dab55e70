"""Turns the phrases of `classify.yaml` into a matcher: which phrases stand on a page, and which are its titles.

Text is compared without case, accents and punctuation. A phrase is looked for only on pages that hold its longest
word, so a page costs a set intersection and a few small searches. Nothing is approximate: a phrase is there or not.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

import yaml

from docverify.facts.document import DocumentKind
from docverify.reading.folding import fold, words_of


class Strength(StrEnum):
    """How much a phrase says about the kind (see the head of `classify.yaml`)."""

    TITLE = "title"
    HEADING = "heading"
    MARK = "mark"
    SIGN = "sign"
    DECISIVE = "decisive"
    BODY = "body"
    AGAINST = "against"
    DENIES = "denies"
    ALONE = "alone"


@dataclass(frozen=True, slots=True)
class Use:
    """What a phrase speaks for: a kind, a scheme of it (None: the kind only), and how strongly."""

    kind: DocumentKind
    scheme: str | None
    strength: Strength


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found at `start:end` of a page's text; `title` says that it is a line of its own."""

    phrase: str
    uses: tuple[Use, ...]
    start: int
    end: int
    title: bool


@dataclass(frozen=True, slots=True)
class PhraseBook:
    """Every phrase with its uses, and for each anchor word the phrases that hold it."""

    uses: dict[str, tuple[Use, ...]]
    anchors: dict[str, tuple[tuple[str, str], ...]]  # word → phrases as words between single blanks, and as written
    ideographic: tuple[str, ...]


_WORD = re.compile(r"[^\W_]+")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_LETTERS = re.compile(r"[^\W\d_]")
_SPACED_LINE = re.compile(r"(?m)^[ \t]*(?:[^\W_] ){4,}[^\W_]?[ \t]*$")
_CODED = re.compile(r"\S*\d\S*")  # designations, numbers and dates in a title line do not count
_CONTENTS_LINE = re.compile(r"(?m)(?:\.[ .]{3,}|[^\d\n]\s)\d{1,3}[ \t]*$")
_CONTENTS_LINES = 6  # a page with so many lines that end in a page number is a table of contents
_TITLE_COVERAGE = 0.55  # share of a line's letters that the phrases on it must make up
_PLACES = 6  # places of one phrase that are looked at on a page
_TITLE_WORDS = 7  # a heading that begins or ends with the phrase has at most so many words
_COVER_WORDS = 14  # a manual's title that goes on to name its product ("Manuel d'installation de la borne …")
_LONE_NAME = re.compile(r"[^\n\t.:!?]{0,32}")  # what may stand over a cover's title: a brand or a product, or nothing
_NAMES_ITS_PRODUCT = re.compile(
    r"[ \t]+(?:of|for|f[üu]r|zu[mr]?|der|des|de|du|d['’]|pour|voor|van|per|di|de[lr]|dell[ao’']|do|da|para|f[öo]r|till?"
    r"|av|dla|stacji|ładowar\w+|urządze\w+|wallbox\w*)(?![^\W_])",
    re.IGNORECASE,
)


@lru_cache(maxsize=1)
def phrase_book() -> PhraseBook:
    """The phrases of `classify.yaml`, indexed by their longest word."""
    source = files("docverify").joinpath("classify.yaml").read_text(encoding="utf-8")
    uses: dict[str, list[Use]] = {}
    for kind, schemes in yaml.load(source, Loader=yaml.CSafeLoader).items():
        for scheme, strengths in schemes.items():
            for strength, phrases in strengths.items():
                use = Use(DocumentKind(kind), None if scheme == "any" else scheme, Strength(strength))
                for phrase in phrases:
                    uses.setdefault(fold(phrase), []).append(use)
    anchors: dict[str, list[tuple[str, str]]] = {}
    ideographic = [phrase for phrase in uses if _IDEOGRAPH.search(phrase)]
    for phrase in uses:
        if not _IDEOGRAPH.search(phrase):
            words = _WORD.findall(phrase)
            anchors.setdefault(max(words, key=len), []).append((f" {' '.join(words)} ", phrase))
    return PhraseBook(
        {phrase: tuple(entries) for phrase, entries in uses.items()},
        {word: tuple(phrases) for word, phrases in anchors.items()},
        tuple(ideographic),
    )


@lru_cache(maxsize=4096)
def _pattern(phrase: str) -> re.Pattern[str]:
    words = _WORD.findall(phrase)
    if _IDEOGRAPH.search(phrase):
        return re.compile(r"\s?".join(re.escape(c) for c in phrase if not c.isspace()))
    return re.compile(r"[\W_]+".join(re.escape(w) for w in words) + r"(?![^\W_])")


def _join_spaced(match: re.Match[str]) -> str:
    """A letter-spaced line with its letters moved together; the length stays."""
    return match[0].replace(" ", "").ljust(len(match[0]))


def hits_of(text: str, folded: str, words: Sequence[str] | None = None) -> tuple[Hit, ...]:
    """The phrases on a page in order; one that lies inside a longer one is left out ("data sheet" in MSDS titles).

    `folded` is `fold(text)`, `words` are `words_of(folded)`, when they are known.
    """
    if _SPACED_LINE.search(folded):
        folded, words = _SPACED_LINE.sub(_join_spaced, folded), None
    book = phrase_book()
    spans: list[tuple[int, int, str]] = []
    words = words_of(folded) if words is None else words
    flat = f" {' '.join(words)} "
    for word in book.anchors.keys() & set(words):
        for flat_phrase, phrase in book.anchors[word]:
            if flat_phrase in flat:
                spans.extend((*place, phrase) for place in _places(phrase, folded))
    if not folded.isascii() and _IDEOGRAPH.search(folded):
        for phrase in book.ideographic:
            spans.extend((*place, phrase) for place in _places(phrase, folded))
    kept = _outermost(spans)
    titles = _title_lines(text, folded, kept)
    return tuple(Hit(phrase, book.uses[phrase], start, end, start in titles) for start, end, phrase in kept)


def _places(phrase: str, folded: str) -> list[tuple[int, int]]:
    """Where the phrase stands as whole words: at most its first places on the page."""
    found = []
    for match in _pattern(phrase).finditer(folded):
        before = folded[match.start() - 1] if match.start() else " "
        if not before.isalnum() or _IDEOGRAPH.match(phrase):
            found.append(match.span())
        if len(found) == _PLACES:
            break
    return found


def _outermost(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    reach = -1
    for span in sorted(spans, key=_by_place):
        if span[1] > reach:
            kept.append(span)
            reach = span[1]
    return kept


def _by_place(span: tuple[int, int, str]) -> tuple[int, int]:
    return span[0], -span[1]


def _title_lines(text: str, folded: str, spans: list[tuple[int, int, str]]) -> set[int]:
    """Starts of the spans that are headings: the phrases fill the line, or begin or end a short one."""
    telling = {start for start, _, phrase in spans if _may_be_title(phrase)}
    if not telling:
        return set()
    lines: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for start, end, _ in spans:
        line = (max(folded.rfind("\n", 0, start), folded.rfind("\t", 0, start)) + 1, _line_end(folded, end))
        lines.setdefault(line, []).append((start, end))
    titles: set[int] = set()
    for (first, last), parts in lines.items():
        if not any(start in telling for start, _ in parts):
            continue
        if _CONTENTS_LINE.search(text[first:last]) and len(_CONTENTS_LINE.findall(text)) >= _CONTENTS_LINES:
            continue
        filled = sum(len(_LETTERS.findall(folded[start:end])) for start, end in parts)
        letters = len(_LETTERS.findall(_CODED.sub("", folded[first:last])))
        if filled >= _TITLE_COVERAGE * letters:
            titles.update(start for start, _ in parts)
        else:
            titles.update(start for start, end in parts if _heads(text, first, last, start, end))
    return titles | {start for start, end, phrase in spans if _is_cover(text, start, end, phrase)}


@lru_cache(maxsize=4096)
def _may_be_title(phrase: str) -> bool:
    """Whether it matters that the phrase is a heading."""
    return any(use.strength in (Strength.TITLE, Strength.HEADING) for use in phrase_book().uses[phrase])


def _is_cover(text: str, start: int, end: int, phrase: str) -> bool:
    """Whether a manual's title opens the page and goes on, in the same line, to name its product."""
    if not _LONE_NAME.fullmatch(text[:start].strip()) or not _NAMES_ITS_PRODUCT.match(text, end):
        return False
    if not any(
        use.kind is DocumentKind.MANUAL and use.strength is Strength.TITLE for use in phrase_book().uses[phrase]
    ):
        return False
    line, _, rest = text[start:].partition("\n")
    goes_on = rest.lstrip()[:1].islower() or line.rstrip().endswith((",", ";", ".", "-"))
    return line[:1].isupper() and not goes_on and len(line.split()) <= _COVER_WORDS


def _line_end(folded: str, end: int) -> int:
    """Where the line or the cell ends that holds the position."""
    ends = [place for mark in "\n\t" if (place := folded.find(mark, end)) >= 0]
    return min(ends, default=len(folded))


def _shortest(text: str, start: int) -> int:
    """Characters of a phrase that may head a line with other words: a Chinese title is short."""
    return 4 if _IDEOGRAPH.match(text, start) else 8


def _heads(text: str, first: int, last: int, start: int, end: int) -> bool:
    """Whether the span begins or ends a short line that is set like a heading."""
    if start - len(text[:start]) + len(text[:start].lstrip()) == 0 and text[end:last].lstrip()[:1] in tuple(",;:(–"):
        return True  # the very first words of the page, set off by a mark
    line = text[first:last].strip(" \t\r\n:.*–-")
    words = line.split()
    if (
        len(words) > _TITLE_WORDS
        or end - start < _shortest(text, start)
        or text[first:last].rstrip().endswith((",", ";"))
    ):
        return False
    inside = text[first:start].strip() and text[end:last].strip(" \t\r\n:.*–-")
    capitals = sum(not word[:1].islower() for word in words)
    return not inside and capitals >= 0.6 * len(words)
