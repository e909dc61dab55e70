"""Statements in manuals: the patterns of `statements.yaml` as they are, in spaCy's matchers, and loosely (rapidfuzz).

All ways get the same pages, the same words and the languages that the rules give a page. The loose threshold is chosen
on the development layouts. `corpus/experiments/real_statements.yaml` says what the real manuals state, as read by eye.
Run with `python -m corpus.experiments.statements`.
"""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias
from unittest.mock import patch

import yaml
from rapidfuzz import fuzz
from spacy.tokens import Doc
from spacy.vocab import Vocab

from corpus.experiments.costs import best_ms, import_ms
from corpus.experiments.papers import FORMER, REAL, TRAIN, PageText, papers
from corpus.experiments.phrases import doc_of, lines, matcher, phrase_matcher, sentences, words_of
from corpus.experiments.scoring import best_threshold, compare_sets, per_hundred, table, total
from docverify.evaluation.score import Tally
from docverify.extraction import statements as rules
from docverify.extraction.languages import page_languages
from docverify.extraction.statements import find_statements
from docverify.facts.evidence import Box, Origin
from docverify.kind_phrases import fold
from docverify.reading.page import Line, Page, Table

REAL_TRUTH = Path(__file__).with_name("real_statements.yaml")
THRESHOLDS = tuple(float(n) for n in range(70, 101, 2))
RATIOS = (66.0, 74.0, 78.0, 82.0, 86.0, 90.0, 100.0)  # tried for the rules' own loose comparison
LETTERS = (0, 15, 25, 35)  # letters that a sentence has at least to be looked for loosely
# Statements that the rules take in any language of the page.
ANY_PAGE = frozenset(
    {"sole_responsibility", "simplified_doc", "doc_address", "fcc_15_19", "fcc_15_21", "fcc_15_105_a", "fcc_15_105_b"}
)
ERRORS = (0, 100, 50, 25, 12)  # one letter misread in so many; 0: none
_CONFUSED = str.maketrans("oile0lStbnuc", "0licOI5fhuve")
Scores: TypeAlias = dict[str, float]
Way: TypeAlias = Callable[[Sequence[Page]], set[str]]


@dataclass(frozen=True, slots=True)
class Manual:
    """One labelled manual: its pages, the ids it states, and the ids that count."""

    name: str
    pages: tuple[Page, ...]
    truth: frozenset[str]
    counted: frozenset[str]


def page_of(page: PageText) -> Page:
    """A page with the text alone; every span has one box, the whole sheet."""

    def none() -> tuple[Line, ...]:
        return ()

    def no_tables() -> tuple[Table, ...]:
        return ()

    def sheet(start: int, end: int) -> tuple[Box, ...]:
        return ((0.0, 0.0, 595.0, 842.0),)

    origin = Origin.OCR if page.scanned else Origin.TEXT
    return Page(page.number, 595.0, 842.0, page.text, origin, none, sheet, no_tables)


def manuals(name: str) -> list[Manual]:
    """The labelled manuals of one set."""
    found, named = [], set()
    real = yaml.safe_load(REAL_TRUTH.read_text("utf-8")) if name == REAL else {}
    for paper in papers(name):
        for expected in paper.file.documents:
            if expected.kind != "manual":
                continue
            first, last = expected.pages
            pages = tuple(page_of(p) for p in paper.pages if first <= p.number <= last)
            stated = (
                real.get(paper.file.name) if name == REAL else [e.value for e in expected.fields.get("statements", ())]
            )
            if stated is not None:
                found.append((paper.file.name, pages, frozenset(stated)))
                named |= set(stated)
    counted = frozenset(line.id for line in lines()) if name == REAL else frozenset(named)
    return [Manual(name, pages, truth, counted) for name, pages, truth in found]


def by_rules(pages: Sequence[Page]) -> set[str]:
    """Ids as the rules find them."""
    return {found.value for found in find_statements(pages, "")}


def by_matcher(search: Callable[[Doc], set[str]], vocab: Vocab) -> Way:
    """A way to find ids with one of spaCy's matchers."""

    def find(pages: Sequence[Page]) -> set[str]:
        found = set()
        for page, allowed in with_languages(pages):
            for key in search(doc_of(vocab, page.text)):
                id, language = key.split()
                if admitted(id, language, allowed):
                    found.add(id)
        return found

    return find


def with_languages(pages: Sequence[Page]) -> list[tuple[Page, tuple[str, ...]]]:
    """Each page with the languages the rules give it."""
    known = {entry.page: entry.languages for entry in page_languages(pages)}
    return [(page, known[page.number]) for page in pages]


def admitted(id: str, language: str, allowed: Sequence[str]) -> bool:
    """Whether a statement in that language counts on a page of those languages: the same as for the rules."""
    return not allowed or language in allowed or id in ANY_PAGE


def loose_scores(pages: Sequence[Page], *, letters: int = 0) -> Scores:
    """For each id the best ratio of one of its sentences, of so many letters or more, with part of a page."""
    best: Scores = {}
    for page, allowed in with_languages(pages):
        flat = " ".join(words_of(fold(page.text)))
        for id, language, sentence in sentences():
            if admitted(id, language, allowed) and letters <= len(sentence) <= len(flat):
                best[id] = max(best.get(id, 0.0), fuzz.partial_ratio(sentence, flat))
    return best


def from_threshold(scores: Scores, threshold: float) -> set[str]:
    """The ids whose ratio is at least the threshold."""
    return {id for id, score in scores.items() if score >= threshold}


def damaged(text: str, one_in: int, chance: random.Random) -> str:
    """The text with one letter in so many misread as OCR does: taken for a like one, doubled or lost."""
    if not one_in:
        return text
    return "".join(_misread(c, chance) if c.isalnum() and chance.random() * one_in < 1 else c for c in text)


def _misread(letter: str, chance: random.Random) -> str:
    return chance.choice((letter.translate(_CONFUSED), chance.choice("aeionrst"), letter * 2, ""))


def misread(manual: Manual, one_in: int) -> Manual:
    """The manual as a bad scan would be read."""
    chance = random.Random(one_in)
    pages = tuple(page_of(PageText(p.number, damaged(p.text, one_in, chance), True)) for p in manual.pages)
    return Manual(manual.name, pages, manual.truth, manual.counted)


def counted(found: Iterable[tuple[Manual, set[str]]]) -> Tally:
    """Right, wrong and missed statements of all manuals."""
    return total(compare_sets(manual.truth, ids & manual.counted) for manual, ids in found)


def loose_tally(scored: Mapping[str, tuple[Manual, Scores]], threshold: float) -> Tally:
    """The same for the loose way at one threshold."""
    return counted((manual, from_threshold(scores, threshold)) for manual, scores in scored.values())


def _scored(chosen: Iterable[Manual]) -> dict[str, tuple[Manual, Scores]]:
    return {manual.name: (manual, loose_scores(manual.pages)) for manual in chosen}


def _row(name: str, way: str, tally: Tally, pages: int) -> tuple[object, ...]:
    return name, way, tally.support, tally.right, tally.missed, tally.wrong, per_hundred(tally.wrong, pages), tally.f1


def compare(chosen: Mapping[str, list[Manual]], ways: Mapping[str, Way]) -> float:
    """Prints the table of all ways on all sets; gives the loose threshold that is best on the development layouts."""
    scored = {name: _scored(some) for name, some in chosen.items()}

    def development(threshold: float) -> float:
        return loose_tally(scored[TRAIN], threshold).f1

    best = best_threshold(THRESHOLDS, development)
    rows = []
    for name, some in chosen.items():
        pages = sum(len(manual.pages) for manual in some)
        rows += [_row(name, way, counted((m, find(m.pages)) for m in some), pages) for way, find in ways.items()]
        for threshold in sorted({best, 80.0, 86.0, 90.0, 94.0, 100.0}):
            chosen_mark = " (best on development)" if threshold == best else ""
            rows.append(
                _row(name, f"loose from {threshold:.0f}{chosen_mark}", loose_tally(scored[name], threshold), pages)
            )
    head = ("manuals", "way", "statements", "found", "missed", "false", "false on 100 pages", "F1")
    print(table(head, rows))
    return best


def scans(chosen: Sequence[Manual], ways: Mapping[str, Way]) -> None:
    """Prints what misread letters do to each way."""
    rows = []
    for one_in in ERRORS:
        some = [misread(manual, one_in) for manual in chosen]
        scored = _scored(some)
        error = f"1 in {one_in}" if one_in else "none"
        tallies = {way: counted((m, find(m.pages)) for m in some) for way, find in ways.items()}
        tallies |= {f"loose from {t}": loose_tally(scored, float(t)) for t in (80, 86, 90, 94)}
        rows += [(error, way, t.right, t.missed, t.wrong, t.f1) for way, t in tallies.items()]
    print(table(("letters misread", "way", "found", "missed", "false", "F1"), rows))


def added(corpus: Sequence[Manual], real: Sequence[Manual]) -> None:
    """Prints what looking loosely adds to the rules on bad scans, by threshold and by letters of the sentence."""
    rows = []
    for one_in in ERRORS[2:]:
        some = [[misread(manual, one_in) for manual in part] for part in (corpus, real)]
        by_rule = {manual.name: by_rules(manual.pages) for part in some for manual in part}
        rows.append((f"1 in {one_in}", "rules alone", "", *_found_and_false(some, by_rule, {}, 0.0)))
        for letters in LETTERS:
            scored = {m.name: loose_scores(m.pages, letters=letters) for part in some for m in part}
            for threshold in (80.0, 84.0, 86.0, 90.0):
                counts = _found_and_false(some, by_rule, scored, threshold)
                rows.append((f"1 in {one_in}", f"or loose from {threshold:.0f}", letters, *counts))
    head = (
        "letters misread",
        "way",
        "letters at least",
        "found, corpus",
        "false, corpus",
        "found, real",
        "false, real",
    )
    print(table(head, rows))


def _found_and_false(
    parts: Sequence[Sequence[Manual]], known: Mapping[str, set[str]], scored: Mapping[str, Scores], threshold: float
) -> list[int]:
    counts = []
    for part in parts:
        tally = counted((m, known[m.name] | from_threshold(scored.get(m.name, {}), threshold)) for m in part)
        counts += [tally.right, tally.wrong]
    return counts


def ratios() -> None:
    """Prints what the ratio of the rules' own loose comparison finds on bad scans of every paper.

    Right is what the exact patterns find on the undamaged pages; whatever else is found is false.
    """
    ids = frozenset(statement.id for statement in rules.statements() if statement.pieces)
    texts = [(p.file.name, p.pages) for name in (TRAIN, FORMER, REAL) for p in papers(name)]
    exact = {name: _among(ids, [page_of(PageText(q.number, q.text, False)) for q in pages]) for name, pages in texts}
    rows = []
    for one_in in (0, 20, 12):
        chance = random.Random(one_in)
        bad = {
            name: [page_of(PageText(q.number, damaged(q.text, one_in, chance), True)) for q in pages]
            for name, pages in texts
        }
        for ratio in RATIOS:
            with patch.object(rules, "LOOSE_RATIO", ratio):
                tally = total(compare_sets(exact[name], _among(ids, pages)) for name, pages in bad.items())
            rows.append(
                (f"1 in {one_in}" if one_in else "none", f"{ratio:.0f}", tally.right, tally.missed, tally.wrong)
            )
    print(f"\nOn {sum(len(pages) for _, pages in texts)} pages, sentences {', '.join(sorted(ids))}:\n")
    print(table(("letters misread", "ratio", "found", "missed", "false"), rows))


def _among(ids: frozenset[str], pages: Sequence[Page]) -> set[str]:
    return {found.value for found in find_statements(pages, "", ids=ids)}


def costs(chosen: Sequence[Manual], ways: Mapping[str, Way]) -> None:
    """Prints milliseconds a page and the time to get ready."""
    pages = sum(len(manual.pages) for manual in chosen)
    timed: dict[str, Callable[[Sequence[Page]], object]] = {**ways, "loose": loose_scores}
    rows = [(way, best_ms(_over(find, chosen)) / pages) for way, find in timed.items()]
    print(table(("way", "ms a page"), rows))
    print(
        f"\nimport spacy.matcher {import_ms('spacy.matcher'):.0f} ms, rapidfuzz {import_ms('rapidfuzz.fuzz'):.0f} ms, "
        f"docverify.extraction.statements {import_ms('docverify.extraction.statements'):.0f} ms; building Matcher "
        f"{best_ms(_built(matcher)):.0f} ms, PhraseMatcher {best_ms(_built(phrase_matcher)):.0f} ms; of "
        f"{len(lines())} patterns {sum(line.exact for line in lines())} are fixed phrases"
    )


def _over(find: Callable[[Sequence[Page]], object], chosen: Sequence[Manual]) -> Callable[[], None]:
    def run() -> None:
        for manual in chosen:
            find(manual.pages)

    return run


def _built(make: Callable[[Vocab], object]) -> Callable[[], object]:
    def build() -> object:
        return make(Vocab())

    return build


def main() -> None:
    """Prints the tables."""
    vocab = Vocab()
    ways: dict[str, Way] = {
        "rules": by_rules,
        "spaCy Matcher": by_matcher(matcher(vocab), vocab),
        "spaCy PhraseMatcher": by_matcher(phrase_matcher(vocab), vocab),
    }
    chosen = {name: manuals(name) for name in (TRAIN, FORMER, REAL)}
    best = compare(chosen, ways)
    print(
        f"\nloose threshold chosen on the development layouts: {best:.0f}\n\nMisread letters, manuals of the corpus:\n"
    )
    corpus = [manual for name in (TRAIN, FORMER) for manual in chosen[name] if manual.truth]
    scans(corpus, ways)
    print("\nWhat looking loosely adds to the rules:\n")
    added(corpus, chosen[REAL])
    ratios()
    print()
    costs([manual for some in chosen.values() for manual in some], ways)


if __name__ == "__main__":
    main()
