"""Turns the patterns of `statements.yaml` into what spaCy's matchers and rapidfuzz look for.

Words are those of the rules (letters and digits, folded, every ideograph a word of its own), so that the ways differ in
how they match and in nothing else.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import islice, product
from typing import Any

import yaml
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from docverify.kind_phrases import fold

MOST = 12  # spellings of one pattern that are looked for loosely
_GAPS = {"…": 6, "……": 30}
_TOKEN = re.compile(r"……|…|\([^()]*\)\??|[^\s()…]+")
_WORD = re.compile(r"[^\W_]+\*?")
_IDEOGRAPH = re.compile(r"([\u3400-\u9fff])")


@dataclass(frozen=True, slots=True)
class Line:
    """One pattern of `statements.yaml`: its id, its language and its parts in order.

    A part is a gap (the number of words that may stand there) or its spellings, each a sequence of words; an empty
    spelling says that the part may be missing.
    """

    id: str
    language: str
    parts: tuple[int | tuple[tuple[str, ...], ...], ...]

    @property
    def exact(self) -> bool:
        """Whether a list of fixed phrases can say the same: no gap, no open ending."""
        return not any(isinstance(part, int) or any("*" in word for way in part for word in way) for part in self.parts)

    def spellings(self) -> Iterator[tuple[str, ...]]:
        """The words of every way to print it, gaps and open endings left out."""
        ways = [part for part in self.parts if not isinstance(part, int)]
        for chosen in product(*ways):
            yield tuple(word.rstrip("*") for way in chosen for word in way)


@lru_cache(maxsize=1)
def lines() -> tuple[Line, ...]:
    """Every pattern."""
    source = files("docverify.extraction").joinpath("statements.yaml").read_text("utf-8")
    listed = yaml.load(source, Loader=yaml.CSafeLoader)
    return tuple(
        Line(id, language, tuple(map(_part, _TOKEN.findall(fold(pattern.removeprefix("~ "))))))
        for id, languages in listed.items()
        for language, patterns in languages.items()
        for pattern in patterns
    )


def _part(token: str) -> int | tuple[tuple[str, ...], ...]:
    if token in _GAPS:
        return _GAPS[token]
    choices = token.strip("()?").split("|") if token.startswith("(") else [token]
    ways = tuple(tuple(words_of(choice)) for choice in choices)
    return (*ways, ()) if token.endswith(")?") else ways


def words_of(text: str) -> list[str]:
    """The words of folded text, every ideograph a word."""
    return _WORD.findall(_IDEOGRAPH.sub(r" \1 ", text))


def doc_of(vocab: Vocab, text: str) -> Doc:
    """The page as spaCy sees it."""
    return Doc(vocab, words=[word.rstrip("*") for word in words_of(fold(text))])


@dataclass(frozen=True)
class Chains:
    """What spaCy's Matcher finds, put together: a pattern's pieces between gaps, and how far apart they may stand.

    A gap cannot be left to the Matcher: `{"OP": "{0,30}"}` forks at every word, and two of them fill the memory.
    """

    pieces: Matcher
    gaps: dict[str, tuple[int, ...]]  # pattern key → gap after each piece but the last

    def __call__(self, doc: Doc) -> set[str]:
        """Keys (`id language`) of the patterns on the page."""
        places: dict[str, list[tuple[int, int]]] = {}
        for number, start, end in self.pieces(doc):
            places.setdefault(doc.vocab.strings[number], []).append((start, end))
        return {key.rsplit(" ", 1)[0] for key, gaps in self.gaps.items() if _chained(key, gaps, places)}


def _chained(key: str, gaps: tuple[int, ...], places: dict[str, list[tuple[int, int]]]) -> bool:
    """Whether the pieces of a pattern follow one another within their gaps."""
    ends = {end for _, end in places.get(f"{key} 0", ())}
    for index, gap in enumerate(gaps, start=1):
        found = places.get(f"{key} {index}", ())
        ends = {end for start, end in found if any(0 <= start - before <= gap for before in ends)}
    return bool(ends)


def matcher(vocab: Vocab) -> Chains:
    """A token matcher that says the same as the patterns."""
    pieces, gaps = Matcher(vocab), {}
    for number, line in enumerate(lines()):
        key = f"{line.id} {line.language} {number}"
        gaps[key] = tuple(part for part in line.parts if isinstance(part, int))
        for index, piece in enumerate(_pieces(line)):
            pieces.add(f"{key} {index}", [[spec for part in chosen for spec in part] for chosen in product(*piece)])
    return Chains(pieces, gaps)


def _pieces(line: Line) -> list[list[list[list[dict[str, Any]]]]]:
    """The parts between the gaps, each as its spellings of one length."""
    pieces: list[list[list[list[dict[str, Any]]]]] = [[]]
    for part in line.parts:
        if isinstance(part, int):
            pieces.append([])
        else:
            pieces[-1].append(_by_length(part))
    return pieces


def _by_length(part: tuple[tuple[str, ...], ...]) -> list[list[dict[str, Any]]]:
    single = [way[0] for way in part if len(way) == 1]
    longer = [[_spec([word]) for word in way] for way in part if len(way) != 1]
    return ([[_spec(single)]] if single else []) + longer


def _spec(words: Sequence[str]) -> dict[str, Any]:
    if not any(word.endswith("*") for word in words):
        return {"ORTH": {"IN": list(words)}}
    body = "|".join(re.escape(word.rstrip("*")) + (".*" if word.endswith("*") else "") for word in words)
    return {"ORTH": {"REGEX": f"^(?:{body})$"}}


def phrase_matcher(vocab: Vocab) -> Callable[[Doc], set[str]]:
    """A matcher of the fixed phrases among the patterns: gives keys (`id language`)."""
    found = PhraseMatcher(vocab)
    for line in lines():
        if line.exact:
            found.add(f"{line.id} {line.language}", [Doc(vocab, words=list(way)) for way in line.spellings()])

    def search(doc: Doc) -> set[str]:
        return {doc.vocab.strings[number] for number, _, _ in found(doc)}

    return search


@lru_cache(maxsize=1)
def sentences() -> tuple[tuple[str, str, str], ...]:
    """Id, language and sentence of what is looked for loosely."""
    return tuple((line.id, line.language, " ".join(way)) for line in lines() for way in islice(line.spellings(), MOST))
