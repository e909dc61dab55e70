"""Turns the label words of `labels.yaml` into a matcher: which printed words are a label, and of what.

A label is compared by its tokens (casefolded, punctuation dropped, number words made equal), so "Report No.:",
"REPORT NUMBER" and "Report Nr" are one label. A Chinese, Japanese or Korean character is a token of its own. Fuzzy
matching is only for text that OCR read, and only for whole labels; in born-digital text a near label is no label.
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

import yaml
from rapidfuzz import fuzz, process

_IDEOGRAPHS = "\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff"
_TOKEN = re.compile(rf"[{_IDEOGRAPHS}]|[^\W_{_IDEOGRAPHS}]+")
_SAME = {"number": "no", "nr": "no", "nos": "no", "num": "no", "nummer": "no", "numbers": "no", "nrs": "no"}
_SHORT_ENDING = 2  # "(s)", "(n)", "(es)" after a label word says one or several
_FUZZY_LENGTH = 6
_FUZZY_RATIO = 88.0
_FUZZY_TOKENS = 10
_CHOICE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Token:
    """One comparable token and the span of the text it stands in."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Match:
    """A label found in tokens: its key and language, the tokens it took, and how well it fits (0 to 1).

    `others` are the meanings that the same word has in other languages ("Firma").
    """

    key: str
    language: str
    length: int
    score: float
    others: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Node:
    steps: dict[str, "_Node"] = field(default_factory=dict)
    ends: list[tuple[str, str]] = field(default_factory=list)


def tokens_of(text: str) -> tuple[Token, ...]:
    """The comparable tokens of the text in order; plural endings in brackets and possessive s are dropped."""
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else ""
        after = text[end : end + 1]
        plural = (
            before == "(" and after == ")" and end - start <= _SHORT_ENDING and start > 1 and text[start - 2].isalpha()
        )
        possessive = match[0] in "sS" and before in "'’´`" and start > 1
        if plural or possessive:
            continue
        word = unicodedata.normalize("NFKC", match[0]).casefold()
        found.append(Token(_SAME.get(word, word), start, end))
    return tuple(found)


def _label_words(label: str) -> list[str]:
    """The comparable tokens of a label; most are plain letters, for which the short way is the same."""
    if label.isascii() and label.replace(" ", "").isalnum():
        return [_SAME.get(word, word) for word in label.lower().split()]
    return [token.text for token in tokens_of(label)]


def words_of(text: str) -> frozenset[str]:
    """The comparable tokens of the text, each once; endings that `tokens_of` drops may be among them."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return frozenset(_SAME.get(word, word) for word in set(_TOKEN.findall(folded)))


class LabelMatcher:
    """Finds labels at the beginning of token sequences; made once from the label table."""

    def __init__(self, table: Mapping[str, Mapping[str, Sequence[str]]]) -> None:
        """Compile the table: key → language → printed labels."""
        self._root = _Node()
        self._texts: dict[str, list[str]] = {}
        self._flat: dict[str, tuple[str, str]] = {}
        self._by_first_word: dict[frozenset[str], dict[str, list[frozenset[str]]]] = {}
        for key, languages in table.items():
            for language, labels in languages.items():
                for label in itertools.chain.from_iterable(map(spelt_out, labels)):
                    self._add(key, language, label)

    def _add(self, key: str, language: str, label: str) -> None:
        words = _label_words(label)
        if not words:
            raise ValueError(f"label without letters: {label!r} of {key}")
        node = self._root
        for word in words:
            node = node.steps.setdefault(word, _Node())
        if key not in (known for known, _ in node.ends):
            node.ends.append((key, language))  # the first key in the file is the usual one
        self._texts.setdefault(key, []).append(" ".join(words))
        self._flat.setdefault(" ".join(words), (key, language))

    def longest(self, tokens: Sequence[Token], start: int = 0) -> Match | None:
        """The longest label that begins at `tokens[start]`, or None."""
        node, found = self._root, None
        for position in range(start, len(tokens)):
            step = node.steps.get(tokens[position].text)
            if step is None:
                break
            node = step
            if node.ends:
                (key, language), *others = node.ends
                found = Match(key, language, position - start + 1, 1.0, tuple(others))
        return found

    def may_continue(self, tokens: Sequence[Token]) -> bool:
        """Whether the tokens are the beginning of a longer label, which then goes on in the next printed line."""
        node = self._root
        for token in tokens:
            step = node.steps.get(token.text)
            if step is None:
                return False
            node = step
        return bool(tokens) and bool(node.steps)

    def fuzzy(self, tokens: Sequence[Token]) -> Match | None:
        """The label that all the tokens together nearly spell, for OCR text only."""
        joined = " ".join(token.text for token in tokens)
        if len(joined) < _FUZZY_LENGTH or len(tokens) > _FUZZY_TOKENS:
            return None
        hit = process.extractOne(joined, self._flat.keys(), scorer=fuzz.ratio, score_cutoff=_FUZZY_RATIO)
        if hit is None or len(hit[0]) < _FUZZY_LENGTH:
            return None
        key, language = self._flat[hit[0]]
        return Match(key, language, len(tokens), hit[1] / 100)

    def may_stand_on(self, words: frozenset[str], keys: frozenset[str]) -> bool:
        """Whether a page of those tokens may hold a label of the keys: it has every token of one."""
        if keys not in self._by_first_word:
            by_first: dict[str, list[frozenset[str]]] = {}
            for tokens in (text.split(" ") for key in keys for text in self._texts.get(key, ())):
                by_first.setdefault(tokens[0], []).append(frozenset(tokens))
            self._by_first_word[keys] = by_first
        by_first = self._by_first_word[keys]
        return any(tokens <= words for first in by_first.keys() & words for tokens in by_first[first])

    def keys(self) -> Iterator[str]:
        """Every label key."""
        return iter(self._texts)


def spelt_out(label: str) -> Iterator[str]:
    """Every label that one with choices stands for: "{Product|Device} model" is two."""
    parts = _CHOICE.split(label)
    choices = [part.split("|") if number % 2 else [part] for number, part in enumerate(parts)]
    return map("".join, itertools.product(*choices))


def is_label(text: str) -> bool:
    """Whether the whole text is a label."""
    tokens = tokens_of(text)
    match = matcher().longest(tokens)
    return match is not None and match.length == len(tokens)


@lru_cache(maxsize=1)
def label_table() -> dict[str, dict[str, list[str]]]:
    """The label file as written: key → language → printed labels."""
    text = files("docverify.extraction").joinpath("labels.yaml").read_text(encoding="utf-8")
    table: dict[str, dict[str, list[str]]] = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    return table


@lru_cache(maxsize=1)
def matcher() -> LabelMatcher:
    """The matcher of the shipped labels."""
    return LabelMatcher(label_table())
