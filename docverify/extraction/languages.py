"""Turns pages into languages by page range, by counting frequent words; a line of text is the evidence.

A page with too few words says nothing and takes its neighbour's language. A sheet on which many languages each say a
sentence (the short declaration in all of them) adds no language: nobody could install a charger by it.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

import yaml

from docverify.facts.document import LanguageRange
from docverify.facts.evidence import Evidence, Found
from docverify.reading.folding import prose_words
from docverify.reading.page import Page

_WORD = re.compile(r"[^\W\d_]+")
_HAN = re.compile(r"[\u3400-\u9fff]")
_KANA = re.compile(r"[\u3040-\u30ff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]")
_ENOUGH = 4.0  # weighted frequent words that decide a page
_DISTINCT = 3  # different frequent words that decide a page
_SURE, _SURE_DISTINCT, _SURE_DENSITY = 8.0, 6, 0.12  # one page like that proves that the document has the language
_SECOND_SHARE = 0.35  # a further language on a page has so much of the first one's weight
_SECOND_ENOUGH = 15.0
_LEAD = 1.12  # the first language is ahead of an unlikely second by so much
_ASIAN = re.compile(r"[\u3040-\uffff]")
_HAN_ENOUGH = 25
_HAN_SHARE = 0.15  # Chinese when so much of the letters is Han
_QUOTE_LENGTH = 160
_SIGN = re.compile(
    r"^[ \t]*(?:[(\[]?([A-Z]{2})[)\]]?(?:[ \t:·|–-]+(?=[^\W\d_])|[ \t]*$)|([^\W\d_]{4,11})[ \t]*$)", re.MULTILINE
)
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_SENTENCES = 3  # a short declaration in many languages says one or two in each
_LEAFLET = 8  # pages: in so short a paper a page may be all there is of a language
_SHEET = 4000  # characters; a longer page in several languages has enough of each
_LINE_LEAD, _PART_LEAD = 1.25, 1.4  # a language leads in its line and in its part by so much
_ACT = re.compile(r"(?:19|20)\d\d/\d+/[EU]")


@dataclass(frozen=True, slots=True)
class PageLanguages:
    """The languages of one page, strongest first; none when the page says too little."""

    page: int
    languages: tuple[str, ...]


@lru_cache(maxsize=1)
def _weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Frequent word → its languages with weights: a word of several languages counts for each in part."""
    source = files("docverify.extraction").joinpath("languages.yaml").read_text(encoding="utf-8")
    lists: dict[str, str] = yaml.load(source, Loader=yaml.CSafeLoader)
    owners: dict[str, list[str]] = {}
    for language, words in lists.items():
        for word in set(words.split()):
            owners.setdefault(word, []).append(language)
    return {word: tuple((language, len(found) ** -0.5) for language in found) for word, found in owners.items()}


def _tally(text: str) -> tuple[dict[str, float], dict[str, set[str]], int]:
    """Per language the weight of its frequent words and which they are; and how many words there are in all."""
    weights = _weights()
    scores: dict[str, float] = {}
    distinct: dict[str, set[str]] = {}
    words = prose_words(text)
    for word, times in words.items():
        if word not in weights:
            continue
        for language, weight in weights[word]:
            scores[language] = scores.get(language, 0.0) + times * weight
            distinct.setdefault(language, set()).add(word)
    return scores, distinct, words.total()


def scores_of(text: str) -> dict[str, float]:
    """The weight of each language's frequent words in the text."""
    return _tally(text)[0]


@dataclass(frozen=True, slots=True)
class _Guess:
    languages: tuple[str, ...]
    sure: bool
    clear: bool = False  # some sentences in one language, with no other near: enough in a paper of a few pages


def languages_of_text(text: str) -> tuple[str, ...]:
    """The languages the text is written in, strongest first; empty when it says too little."""
    return _guess(text).languages


def _guess(text: str, *, short: bool = True) -> _Guess:
    scores, distinct, words = _tally(text)
    ranked = sorted(scores, key=scores.__getitem__, reverse=True)
    asian = () if text.isascii() else _asian(text)
    if not ranked or scores[ranked[0]] < _ENOUGH or len(distinct[ranked[0]]) < _DISTINCT:
        return _unled(text, asian)
    best = scores[ranked[0]]
    if len(ranked) > 1 and best < _LEAD * scores[ranked[1]] and best < 3 * _ENOUGH:
        return _unled(text, asian)
    own = [language for language in ranked if _stands_apart(language, text, scores, ranked)]
    own += [language for language in (*_marked(text), *(_in_parts(text) if short else ())) if language not in own]
    dense = best >= _SURE_DENSITY * words and len(distinct[ranked[0]]) >= _SURE_DISTINCT
    second = scores[ranked[1]] if len(ranked) > 1 else 0.0
    clear = best >= _LINE_LEAD * second and len(_SENTENCE_END.findall(text)) >= _SENTENCES and not _ACT.search(text)
    return _Guess((*asian, *own[:6]), best >= _SURE and dense, clear or len(own) > 1)


def _unled(text: str, asian: tuple[str, ...]) -> _Guess:
    """What the signs of its parts say where no language leads on the page, as where two are much alike."""
    marked = _marked(text)
    return _Guess((*asian, *marked), bool(asian), bool(marked))


@lru_cache(maxsize=2)  # statements, languages and the record ask for the same pages
def _guesses(texts: tuple[str, ...]) -> tuple[_Guess, ...]:
    return tuple(_guess(text, short=len(texts) <= _LEAFLET) for text in texts)


def _stands_apart(language: str, text: str, scores: dict[str, float], ranked: Sequence[str]) -> bool:
    """Whether a language is on the page in its own right, not through words it shares with a stronger one."""
    best = scores[ranked[0]]
    if language == ranked[0]:
        return True
    if scores[language] < max(_SECOND_ENOUGH, _SECOND_SHARE * best):
        return False
    return _lines_won(language, text, scores) >= 3


def _marked(text: str) -> tuple[str, ...]:
    """The languages of parts that each begin with their sign ("DE  …", "Svenska") and say some sentences in it."""
    marks = [(mark, language) for mark in _SIGN.finditer(text) if (language := _language_of(mark))]
    ends = [mark.start() for mark, _ in marks[1:]]
    found = []
    for (mark, language), end in zip(marks, (*ends, len(text)), strict=False):
        part = text[mark.end() : end]
        scores, distinct, _ = _tally(part)
        best = max(scores.values(), default=0.0)
        own = scores.get(language, 0.0)
        enough = own >= _ENOUGH / 2 and len(distinct.get(language, ())) >= _DISTINCT and own == best
        if enough and len(_SENTENCE_END.findall(part)) >= _SENTENCES and not _ACT.search(part):
            found.append(language)
    return tuple(dict.fromkeys(found)) if len(found) > 1 else ()


def _language_of(mark: re.Match[str]) -> str:
    """The language that the sign names, empty for another word."""
    if mark[1]:
        return _signs()["codes"].get(mark[1], "")
    return _signs()["names"].get(mark[2].lower(), "")


@lru_cache(maxsize=1)
def _signs() -> dict[str, dict[str, str]]:
    """Codes and names of languages as a part is headed with, each with its language."""
    source = files("docverify.extraction").joinpath("language_signs.yaml").read_text(encoding="utf-8")
    table: dict[str, dict[str, str]] = yaml.load(source, Loader=yaml.CSafeLoader)
    return table


def _in_parts(text: str) -> tuple[str, ...]:
    """The languages of a sheet that says the same in several parts, each a few sentences or steps in its language.

    Lines follow one another in one language; a part that cites an act is a short declaration and adds none.
    """
    if len(text) > _SHEET or "\n" not in text:
        return ()
    parts: list[tuple[str, list[str]]] = []
    for line in text.split("\n"):
        language = _line_language(line)
        if parts and language in ("", parts[-1][0]):
            parts[-1][1].append(line)
        elif language:
            parts.append((language, [line]))
    said: dict[str, list[str]] = {}
    for language, lines in parts:
        said.setdefault(language, []).extend(line for line in lines if not _ACT.search(line))
    found = tuple(language for language, lines in said.items() if _is_said("\n".join(lines), language))
    return found if len(found) > 1 else ()


def _line_language(line: str) -> str:
    """The language that leads in the line; none where no language does."""
    scores, distinct, _ = _tally(line)
    best = max(scores, key=scores.__getitem__, default="")
    rival = max((score for language, score in scores.items() if language != best), default=0.0)
    return best if best and scores[best] >= _LINE_LEAD * rival and scores[best] >= 1.0 else ""


def _is_said(text: str, language: str) -> bool:
    scores, distinct, _ = _tally(text)
    rival = max((score for name, score in scores.items() if name != language), default=0.0)
    own = scores.get(language, 0.0)
    enough = own >= _ENOUGH and len(distinct.get(language, ())) >= _DISTINCT + 1 and own >= _PART_LEAD * rival
    return enough and len(_SENTENCE_END.findall(text)) >= _SENTENCES


def _lines_won(language: str, text: str, scores: dict[str, float]) -> int:
    """Lines in which the language is the strongest of those on the page."""
    rivals = [name for name, score in scores.items() if score >= _SECOND_ENOUGH / 2]
    won = 0
    for line in text.splitlines():
        if len(line) < 30:
            continue
        own = scores_of(line)
        mine = own.get(language, 0.0)
        won += mine >= 2.0 and all(own.get(name, 0.0) < mine for name in rivals if name != language)
    return won


def _asian(text: str) -> tuple[str, ...]:
    if not _ASIAN.search(text):
        return ()
    if len(_HANGUL.findall(text)) >= _HAN_ENOUGH:
        return ("ko",)
    han = len(_HAN.findall(text))
    if len(_KANA.findall(text)) >= _HAN_ENOUGH:
        return ("ja",)
    letters = sum(len(word) for word in _WORD.findall(text))
    return ("zh",) if han >= _HAN_ENOUGH and han >= _HAN_SHARE * letters else ()


def page_languages(pages: Iterable[Page]) -> tuple[PageLanguages, ...]:
    """The languages of each page; a page that says too little has those of the page before, else of the one after.

    A language counts only when at least one page proves it; with no such page, the likeliest ones stand.
    """
    numbers = (page.number for page in pages)
    guesses = list(zip(numbers, _guesses(tuple(page.text for page in pages)), strict=True))
    short = len(guesses) <= _LEAFLET
    proven = {name for _, guess in guesses if guess.sure or (short and guess.clear) for name in guess.languages}
    if not proven:
        proven = {language for _, guess in guesses for language in guess.languages}
    own = [(number, tuple(name for name in guess.languages if name in proven)) for number, guess in guesses]
    own = _without_kin(own)
    known: tuple[str, ...] = next((languages for _, languages in own if languages), ())
    filled = []
    for number, languages in own:
        known = languages or known
        filled.append(PageLanguages(number, known))
    return tuple(filled)


# Languages with so many words in common that a list of names, a table or a page of code may look like another of them.
_KIN = (
    *(frozenset(("ca", "es", "pt")), frozenset(("da", "sv", "no", "nb")), frozenset(("ru", "bg", "uk", "be"))),
    *(frozenset(("cs", "sk")), frozenset(("hr", "sl", "sr", "bs"))),
)
_KIN_SHARE = 0.2  # of the pages of its kin: fewer, and none of its pages in a row alone, prove nothing
_KIN_FROM = 20  # pages
_KIN_ALONE = 2  # pages in a row


def _without_kin(own: list[tuple[int, tuple[str, ...]]]) -> list[tuple[int, tuple[str, ...]]]:
    """The pages' languages without one that a near relative, written throughout, explains."""
    counts = Counter(name for _, languages in own for name in languages)
    if len(own) < _KIN_FROM:
        return own
    stands_for = {}
    for name, count in counts.items():
        kin = [other for group in _KIN if name in group for other in group if other in counts and other != name]
        main = max(kin, key=counts.__getitem__, default="")
        if main and count < _KIN_SHARE * counts[main] and _longest_alone(own, name, main) < _KIN_ALONE:
            stands_for[name] = main
    return [(number, tuple(dict.fromkeys(stands_for.get(n, n) for n in languages))) for number, languages in own]


def _longest_alone(own: list[tuple[int, tuple[str, ...]]], name: str, main: str) -> int:
    """The longest run of pages in the language and not in its kin."""
    longest = run = 0
    for _, languages in own:
        run = run + 1 if name in languages and main not in languages else 0
        longest = max(longest, run)
    return longest


def language_ranges(pages: Sequence[Page]) -> tuple[LanguageRange, ...]:
    """Each language with each unbroken range of pages it is written on, in page order."""
    open_ranges: dict[str, LanguageRange] = {}
    done: list[LanguageRange] = []
    for entry in page_languages(pages):
        for language in [name for name in open_ranges if name not in entry.languages]:
            done.append(open_ranges.pop(language))
        for language in entry.languages:
            start = open_ranges[language].first if language in open_ranges else entry.page
            open_ranges[language] = LanguageRange(language, start, entry.page)
    return tuple(sorted((*done, *open_ranges.values()), key=_range_place))


def _range_place(entry: LanguageRange) -> tuple[int, int, str]:
    return entry.first, entry.last, entry.language


def find_languages(pages: Sequence[Page], sha256: str) -> tuple[Found[str], ...]:
    """One reading per language and range, with a line written in it as evidence; `details.pages` is the range."""
    by_number = {page.number: page for page in pages}
    readings = []
    for entry in language_ranges(pages):
        reading = _reading(entry, [by_number[n] for n in range(entry.first, entry.last + 1) if n in by_number], sha256)
        if reading is not None:
            readings.append(reading)
    return tuple(readings)


def _reading(entry: LanguageRange, pages: Sequence[Page], sha256: str) -> Found[str] | None:
    """The reading of one range, or None when no line of it can be shown."""
    for page in pages:
        span = _best_line(page.text, entry.language)
        boxes = page.boxes_of(*span) if span else ()
        if span and boxes:
            quote = page.text[slice(*span)]
            evidence = tuple(Evidence(sha256, page.number, box) for box in boxes)
            details = {"pages": [entry.first, entry.last]}
            return Found(entry.language, quote, evidence, page.origin, 0.95, details)
    return None


def _best_line(text: str, language: str) -> tuple[int, int] | None:
    """The line with most words of the language, or None."""
    best, span, start = 0.0, None, 0
    for line in text.replace("\t", "\n").split("\n"):  # a tab parts two columns: a quote is of one of them
        stripped = line.strip()
        if stripped and len(stripped) <= _QUOTE_LENGTH:
            score = _line_score(stripped, language)
            if score > best:
                first = start + line.index(stripped)
                best, span = score, (first, first + len(stripped))
        start += len(line) + 1
    return span


def _line_score(line: str, language: str) -> float:
    if language in ("zh", "ja", "ko"):
        return float(len((_HANGUL if language == "ko" else _HAN).findall(line)))
    return scores_of(line).get(language, 0.0)
