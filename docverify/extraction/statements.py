"""Turns pages into statements found: ids of `statements.yaml` with language, page and the words printed.

A pattern is words in order with gaps, so line breaks, inserted names and small changes of wording do not hide a
statement. Loose comparison (rapidfuzz) is only for text that OCR read: in born-digital text a missing word is missing.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml
from rapidfuzz import fuzz

from docverify.extraction.languages import page_languages
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.reading.folding import fold
from docverify.reading.page import Page

# A sentence marked `~` is compared piece by piece, as names put in would pull down the ratio of the whole (76 to 85
# without any damage). Worst piece, measured on the English and German short declaration and on 15.21 with letters
# misread at random: 98 to 100 undamaged, 5th percentile 87 to 89 with 1 letter in 20 misread and 80 to 86 with 1 in 12.
# On 1035 pages of real and generated papers without the sentence the highest is 73.
LOOSE_RATIO = 82.0
_PIECE = 12  # letters of a piece that is compared; shorter ones are in too many texts
_LONG_GAP = r"(?:[\W_]+[^\W_]+){0,30}?"
_GAP = r"(?:[\W_]+[^\W_]+){0,6}?"
_BETWEEN = r"[\W_]+"
_WORD = re.compile(r"[^\W_]+")
_IDEOGRAPH = re.compile(r"[\u3400-\u9fff]")
_TOKEN = re.compile(r"……|…|\([^()]*\)\??|[^\s()…]+")
_QUOTE_LENGTH = 400
_KEY = 5  # letters of an anchor that the index goes by
_ANY_PAGE = frozenset(
    {"sole_responsibility", "simplified_doc", "doc_address", "fcc_15_19", "fcc_15_21", "fcc_15_105_a", "fcc_15_105_b"}
)


@dataclass(frozen=True, slots=True, eq=False)
class Statement:
    """One way to print a statement in one language: what to look for, and the words that must be on the page."""

    id: str
    language: str
    expression: str
    anchors: tuple[str, ...]  # beginnings of words, one of which must be on the page; none: always looked for
    needs: tuple[tuple[str, ...], ...]  # the same for every word of the statement
    pieces: tuple[str, ...]  # for loose comparison, all of them in order; none when it is not compared loosely

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when a page first asks for it: most are never asked for."""
        return _compiled(self.expression)


@lru_cache(maxsize=2048)
def _compiled(expression: str) -> re.Pattern[str]:
    return re.compile(expression)


_ADDRESS_TOKEN = "(https*|www*)"
_ADDRESS = r"(?:https[^\W_]*|www[^\W_]*|[a-z0-9][a-z0-9-]*\.[a-z]{2,12}/[a-z0-9]*)"  # "go-e.example/doc" is one too


@lru_cache(maxsize=1)
def statements() -> tuple[Statement, ...]:
    """Every statement of `statements.yaml`."""
    source = files("docverify.extraction").joinpath("statements.yaml").read_text(encoding="utf-8")
    table: dict[str, dict[str, list[str]]] = yaml.load(source, Loader=yaml.CSafeLoader)
    return tuple(
        _statement(id, language, pattern)
        for id, languages in table.items()
        for language, patterns in languages.items()
        for pattern in patterns
    )


def _statement(id: str, language: str, pattern: str) -> Statement:
    loose = pattern.startswith("~ ")
    text = _GLUED.sub(_parted, fold(pattern.removeprefix("~ ")))
    tokens = _TOKEN.findall(text)
    pieces = tuple(piece for piece in _pieces(tokens) if len(piece) >= _PIECE) if loose else ()
    needs = () if _IDEOGRAPH.search(text) else tuple(sorted(map(_anchors, tokens), key=_shortest, reverse=True))
    anchors = needs[0] if needs else ()
    needs = tuple(need for need in needs[1:] if _shortest(need) > 0)
    return Statement(id, language, _expression(tokens), anchors, needs, pieces)


_GLUED = re.compile(r"([^\s()…|]*)\(([^()]*)\)(\*?)")


def _parted(match: re.Match[str]) -> str:
    """`säkerhets(a|b)*` as a choice of whole words; a choice that stands alone as it is."""
    begin, choices, end = match.groups()
    return f"({'|'.join(f'{begin}{choice}{end}' for choice in choices.split('|'))})" if begin or end else match[0]


def _pieces(tokens: Sequence[str]) -> list[str]:
    """The runs of plain words between gaps and choices."""
    runs: list[list[str]] = [[]]
    for token in tokens:
        if token[0] in "…(":
            runs.append([])
        else:
            runs[-1].append(token.rstrip("*"))
    return [" ".join(run) for run in runs if run]


def _anchors(token: str) -> tuple[str, ...]:
    """What one of the page's words must begin with for the token to be there; none when it says nothing."""
    if token.startswith("…") or token.endswith(")?") or token == _ADDRESS_TOKEN:
        return ()
    choices = token.strip("()").split("|") if token.startswith("(") else [token]
    return tuple(max(_WORD.findall(choice), key=len, default="") for choice in choices)


def _shortest(anchors: tuple[str, ...]) -> int:
    return min(map(len, anchors), default=0)


def _counts(statement: Statement, languages: tuple[str, ...]) -> bool:
    """Whether the statement counts on a page in these languages."""
    return not languages or statement.language in languages or statement.id in _ANY_PAGE


@lru_cache(maxsize=64)
def _by_beginning(languages: tuple[str, ...]) -> dict[str, tuple[Statement, ...]]:
    """Statements by the first letters of their anchors; those without anchors under the empty key.

    Only those that count on a page in these languages; no language: all.
    """
    index: dict[str, list[Statement]] = {}
    for statement in statements():
        if not _counts(statement, languages):
            continue
        for key in {anchor[:_KEY] for anchor in statement.anchors} or {""}:
            index.setdefault(key, []).append(statement)
    return {key: tuple(entries) for key, entries in index.items()}


def _expression(tokens: Sequence[str]) -> str:
    """The regular expression of a pattern's tokens."""
    parts: list[str] = []
    glued = True  # nothing stands before the first word
    for token in tokens:
        if token.startswith("…"):
            parts.append(_GAP if token == "…" else _LONG_GAP)
            continue
        word = _word_expression(token)
        parts.append(word if glued else _BETWEEN + word)
        glued = False
    ideographic = any(_IDEOGRAPH.search(token) for token in tokens)
    whole = "".join(parts)
    return whole if ideographic else rf"(?<![^\W_]){whole}(?![^\W_])"


def _word_expression(token: str) -> str:
    if token == _ADDRESS_TOKEN:
        return _ADDRESS
    if token.startswith("("):
        optional = token.endswith("?")
        body = "|".join(_words_expression(choice) for choice in token.strip("()?").split("|"))
        return f"(?:{body}){'?' if optional else ''}"
    return _words_expression(token)


def _words_expression(text: str) -> str:
    words = []
    for word in text.replace("*", "\x00").split():
        pieces = [p for p in re.split(r"[^\w\x00]+", word) if p]
        words.append(_BETWEEN.join(re.escape(p).replace("\x00", r"[^\W_]*") for p in pieces))
    return _BETWEEN.join(words)


def find_statements(pages: Sequence[Page], sha256: str, *, ids: frozenset[str] | None = None) -> tuple[Found[str], ...]:
    """The first place of each statement in each language; `ids` narrows the list.

    A statement counts in a language of its page only; those that many sheets print in all languages count anywhere.
    """
    seen: set[tuple[str, str]] = set()
    readings = []
    languages = {entry.page: entry.languages for entry in page_languages(pages)}
    for page in pages:
        for statement, start, end, confidence in _on_page(page, ids, languages[page.number], seen):
            reading = _reading(page, statement, (start, end), sha256, confidence)
            if reading is not None:
                seen.add((statement.id, statement.language))
                readings.append(reading)
    return tuple(readings)


def _candidates(page: Page, languages: tuple[str, ...]) -> set[Statement]:
    """Statements whose anchors begin a word of the page."""
    index = _by_beginning(languages)
    words = set(page.folded_words)
    keys: set[str] = set()
    beginnings = words
    for length in range(_KEY, 1, -1):
        beginnings = {word[:length] for word in beginnings}
        keys |= beginnings
    joined = " " + " ".join(words)
    found = {s for key in index.keys() & keys for s in index[key] if _may_stand(s, joined)}
    return found | set(index.get("", ())) if not page.folded.isascii() and _IDEOGRAPH.search(page.folded) else found


def _may_stand(statement: Statement, joined: str) -> bool:
    """Whether every word of the statement begins one of the joined words, each of which has a blank before it."""
    return all(any(f" {beginning}" in joined for beginning in need) for need in (statement.anchors, *statement.needs))


def _on_page(
    page: Page, ids: frozenset[str] | None, languages: tuple[str, ...], seen: set[tuple[str, str]]
) -> Iterator[tuple[Statement, int, int, float]]:
    folded = page.folded
    candidates = _candidates(page, languages)
    if page.origin is Origin.OCR:  # the anchor itself may be misread
        candidates |= {statement for statement in statements() if statement.pieces and _counts(statement, languages)}
    for statement in sorted(candidates, key=_order):
        if (ids is not None and statement.id not in ids) or (statement.id, statement.language) in seen:
            continue
        match = statement.pattern.search(folded)
        if match and match.end() - match.start() <= _QUOTE_LENGTH:
            yield statement, *match.span(), 0.95
        elif page.origin is Origin.OCR and statement.pieces:
            yield from _loosely(statement, folded)


def _order(statement: Statement) -> tuple[str, str, str]:
    return statement.id, statement.language, statement.expression


def _loosely(statement: Statement, folded: str) -> Iterator[tuple[Statement, int, int, float]]:
    """The statement where every piece of it nearly stands, in order and near one another."""
    flat = re.sub(r"\s", " ", folded)
    start, end, worst = -1, 0, 100.0
    for piece in statement.pieces:
        alignment = fuzz.partial_ratio_alignment(piece, flat[end:], score_cutoff=LOOSE_RATIO)
        if alignment is None or alignment.score < LOOSE_RATIO:
            return
        start = end + alignment.dest_start if start < 0 else start
        end, worst = end + alignment.dest_end, min(worst, alignment.score)
    if end - start <= _QUOTE_LENGTH:
        yield statement, start, end, round(0.9 * worst / 100, 3)


def _reading(
    page: Page, statement: Statement, span: tuple[int, int], sha256: str, confidence: float
) -> Found[str] | None:
    boxes = page.boxes_of(*span)
    if not boxes:
        return None
    quote = page.text[slice(*span)]
    evidence = tuple(Evidence(sha256, page.number, box) for box in boxes)
    details = {"language": statement.language}
    return Found(statement.id, quote, evidence, page.origin, confidence, details)
