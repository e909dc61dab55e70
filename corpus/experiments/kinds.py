"""Kinds of documents: a trained bag-of-words classifier (spaCy textcat) against the phrases of `classify.yaml`.

The classifier learns from the development layouts and is told the page limits of each paper, which the rules have to
find themselves. Run with `python -m corpus.experiments.kinds`.
"""

import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import spacy
from spacy.training import Example
from thinc.api import fix_random_seed

from corpus.experiments.costs import import_ms, pipeline_costs
from corpus.experiments.papers import FORMER, REAL, TRAIN, Paper, papers
from corpus.experiments.scoring import Guess, at_least, best_threshold, count_kinds, filled, table
from docverify.evaluation.labels import Expected

CHARACTERS = 4_000
EPOCHS = (12, 40)
FOLDS = 4
THRESHOLDS = (0.0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
_IDEOGRAPH = re.compile(r"([\u3400-\u9fff])")


@dataclass(frozen=True, slots=True)
class Variant:
    """How often everything is learned, and from what: words or pairs of words as well, of how many first pages."""

    epochs: int
    ngrams: int
    pages: int


@dataclass(frozen=True, slots=True)
class Case:
    """One labelled document: its paper, its truth and the kind the rules found."""

    paper: Paper
    expected: Expected
    rules: Guess

    def text(self, pages: int) -> str:
        """What the classifier sees: the beginning of the paper, ideographs parted so that they are words."""
        return _IDEOGRAPH.sub(r" \1 ", self.paper.text_of(self.expected, pages=pages)[:CHARACTERS])


def cases(name: str) -> list[Case]:
    """The labelled documents of one set."""
    return [Case(p, e, rules_guess(p, e)) for p in papers(name) for e in p.file.documents]


def rules_guess(paper: Paper, expected: Expected) -> Guess:
    """The kind of the document read that shares most pages with the labelled one."""
    best = max(paper.rules, key=lambda record: shared(record["pages"], expected.pages))
    return Guess(expected.kind, best["kind"])


def shared(first: Sequence[int], second: Sequence[int]) -> int:
    """How many pages two ranges have in common."""
    return max(0, min(first[1], second[1]) - max(first[0], second[0]) + 1)


def trained(examples: Sequence[tuple[str, str]], variant: Variant) -> Any:
    """A pipeline that tells kinds, trained on texts with their kinds."""
    fix_random_seed(7)
    nlp = spacy.blank("xx")
    model = {
        "@architectures": "spacy.TextCatBOW.v3",
        "exclusive_classes": True,
        "ngram_size": variant.ngrams,
        "no_output_layer": False,
        "length": 32_768,
    }
    nlp.add_pipe("textcat", config={"model": model})
    kinds = sorted({kind for _, kind in examples})
    learned = [
        Example.from_dict(nlp.make_doc(text), {"cats": {kind: float(kind == right) for kind in kinds}})
        for text, right in examples
    ]
    optimizer = nlp.initialize(_given(learned))
    order = random.Random(7)
    for _ in range(variant.epochs):
        order.shuffle(learned)
        for start in range(0, len(learned), 8):
            nlp.update(learned[start : start + 8], sgd=optimizer, drop=0.2)
    return nlp


def _given(examples: list[Example]) -> Any:
    def give() -> list[Example]:
        return examples

    return give


def guesses(nlp: Any, documents: Iterable[Case], variant: Variant) -> list[Guess]:
    """The kind of each document as the pipeline tells it, with its certainty."""
    chosen = list(documents)
    found = nlp.pipe(case.text(variant.pages) for case in chosen)
    return [_guess(case, doc.cats) for case, doc in zip(chosen, found, strict=True)]


def _guess(case: Case, kinds: dict[str, float]) -> Guess:
    best = max(kinds, key=kinds.__getitem__)
    return Guess(case.expected.kind, best, kinds[best])


def examples(documents: Iterable[Case], variant: Variant) -> list[tuple[str, str]]:
    """Texts with their kinds."""
    return [(case.text(variant.pages), case.expected.kind) for case in documents]


def crossed(documents: Sequence[Case], variant: Variant) -> list[Guess]:
    """Guesses for the development set, each by a pipeline that saw none of the paper's layout."""
    found = []
    for training, testing in folds(documents):
        found += guesses(trained(examples(training, variant), variant), testing, variant)
    return found


def folds(documents: Sequence[Case]) -> Iterator[tuple[list[Case], list[Case]]]:
    """Training and test parts that share no layout."""
    layouts = sorted({case.paper.file.layout for case in documents})
    random.Random(7).shuffle(layouts)
    for index in range(FOLDS):
        held = set(layouts[index::FOLDS])
        yield (
            [case for case in documents if case.paper.file.layout not in held],
            [case for case in documents if case.paper.file.layout in held],
        )


def _row(set_name: str, way: str, found: Sequence[Guess]) -> tuple[object, ...]:
    kinds = count_kinds(found)
    return set_name, way, kinds.total, kinds.right, kinds.wrong, kinds.unknown, kinds.accuracy


def _accuracy(found: Sequence[Guess]) -> float:
    return count_kinds(found).accuracy


def main() -> None:
    """Prints the tables."""
    development = cases(TRAIN)
    variants = [Variant(epochs, ngrams, pages) for epochs in EPOCHS for ngrams in (1, 2) for pages in (1, 2)]
    tried = {variant: crossed(development, variant) for variant in variants}
    print("Development layouts, each told by a classifier that did not learn it:\n")
    print(
        table(
            ("rounds", "words", "first pages", "accuracy"),
            [(v.epochs, v.ngrams, v.pages, _accuracy(g)) for v, g in tried.items()],
        )
    )
    variant = max(variants, key={v: _accuracy(g) for v, g in tried.items()}.__getitem__)
    threshold = best_threshold(THRESHOLDS, _net(tried[variant]))
    print(f"\nchosen: {variant}, certainty from {threshold} on (right minus wrong is highest)\n")
    nlp = trained(examples(development, variant), variant)
    known = set(nlp.get_pipe("textcat").labels)
    rows = []
    for name in (FORMER, REAL):
        documents = cases(name)
        rows += _rows(name, documents, guesses(nlp, documents, variant), threshold)
        some = [case for case in documents if case.expected.kind in known]
        if len(some) < len(documents):
            rows += _rows(f"{name}, kinds of the corpus", some, guesses(nlp, some, variant), threshold)
            print(
                f"{name}: kinds that the corpus has none of:",
                Counter(c.expected.kind for c in documents if c not in some),
            )
    print(table(("papers", "way", "documents", "right", "wrong", "left open", "accuracy"), rows))
    texts = [case.text(variant.pages) for case in development]
    costs = pipeline_costs(nlp, texts)
    seconds = sum(p.seconds["classify"] for p in papers(FORMER)) * 1000 / sum(len(p.pages) for p in papers(FORMER))
    print(
        f"\ntextcat: import {import_ms('spacy'):.0f} ms, load {costs.load_ms:.0f} ms, {costs.kilobytes:.0f} kB, "
        f"{costs.page_ms:.2f} ms a document; rules: {seconds:.2f} ms a page, which includes finding the page limits"
    )


def _net(found: Sequence[Guess]) -> Any:
    def net(threshold: float) -> float:
        kinds = count_kinds(at_least(found, threshold))
        return kinds.right - kinds.wrong

    return net


def _rows(name: str, documents: Sequence[Case], found: Sequence[Guess], threshold: float) -> list[tuple[object, ...]]:
    rules = [case.rules for case in documents]
    sure = at_least(found, threshold)
    return [
        _row(name, "rules", rules),
        _row(name, "textcat, always", found),
        _row(name, f"textcat from {threshold}", sure),
        _row(name, "rules, then textcat", filled(rules, sure)),
    ]


if __name__ == "__main__":
    main()
