"""Parties: a small trained recogniser (spaCy ner) against the labels and legal forms of the rules.

The corpus prints few companies, so names are exchanged for made-up ones while learning: what is to be learned is the
words around a name. Names are compared without case, punctuation and page, which favours the recogniser.
Run with `python -m corpus.experiments.parties`.
"""

import random
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any, TypeAlias

import spacy
import yaml
from spacy.training import Example
from spacy.util import filter_spans
from thinc.api import fix_random_seed

from corpus.experiments.costs import pipeline_costs
from corpus.experiments.papers import FORMER, REAL, TRAIN, PageText, Paper, papers
from corpus.experiments.scoring import compare_sets, table, total
from docverify.evaluation.labels import Expected
from docverify.evaluation.score import Tally, soft_key

ROLES = ("issuer", "holder", "manufacturer", "factory")
ANY = "any role"
PAGES = 3  # parties stand on the first pages
CHARACTERS = 6_000
EPOCHS = 40
VARIANTS = 3  # times each page is learned from, with other names
_BEFORE = 160  # characters before a name in which the words of its role are looked for
_GAP = re.compile(r"[\s,]+")
_FIRST = [
    "Alder",
    "Brisk",
    "Cobalt",
    "Delta",
    "Elmar",
    "Fjord",
    "Guanlan",
    "Hansa",
    "Ionica",
    "Jinhua",
    "Keller",
    "Lindqvist",
    "Meiling",
    "Nordlys",
    "Ostrava",
    "Pérez",
    "Qinghe",
    "Rhein",
    "Szafir",
    "Taihu",
    "Ulm",
    "Vesta",
    "Weser",
    "Xinyu",
    "Zhongtai",
]
_SECOND = [
    "Power",
    "Electric",
    "Technology",
    "New Energy",
    "Testing",
    "Certification",
    "Laboratory",
    "Systems",
    "Mobility",
    "Industries",
    "Labs",
    "Prüfzentrum",
    "Inspection",
    "Electronics",
    "Énergie",
    "Instruments",
]
_FORM = [
    "GmbH",
    "Co., Ltd.",
    "Ltd",
    "Limited",
    "B.V.",
    "S.r.l.",
    "SAS",
    "AB",
    "Sp. z o.o.",
    "Inc.",
    "LLC",
    "S.L.",
    "AG",
    "A/S",
    "",
]
Text: TypeAlias = tuple[str, list[tuple[int, int, str]]]


def first_pages(paper: Paper, expected: Expected) -> list[PageText]:
    """The pages of a labelled document on which parties are looked for."""
    first, last = expected.pages
    return [page for page in paper.pages if first <= page.number <= min(last, first + PAGES - 1)]


def roles_of(expected: Expected) -> dict[str, set[str]]:
    """Printed names with the roles that the truth gives them."""
    names: dict[str, set[str]] = {}
    for role in ROLES:
        for entry in expected.fields.get(role, ()):
            names.setdefault(entry.value, set()).add(role)
    return names


def role_words() -> dict[str, str]:
    """Label words in lower case with the role they name (those of `labels.yaml`; a laboratory is an issuer)."""
    source = files("docverify.extraction").joinpath("labels.yaml").read_text("utf-8")
    labels = yaml.load(source, Loader=yaml.CSafeLoader)
    keys = {**{role: role for role in ROLES}, "laboratory": "issuer"}
    return {
        label.casefold(): role
        for key, role in keys.items()
        for words in labels[key].values()
        for label in words
        if len(label) > 3
    }


def spans_of(text: str, names: Mapping[str, set[str]], words: Mapping[str, str]) -> list[tuple[int, int, str]]:
    """Every place where a name is printed, with the role whose label stands nearest before it."""
    found = []
    for name, roles in names.items():
        pattern = r"[\s,]+".join(map(re.escape, _GAP.split(name)))
        for match in re.finditer(pattern, text):
            found.append((*match.span(), nearest_role(text[: match.start()], roles, words)))
    return found


def nearest_role(before: str, roles: set[str], words: Mapping[str, str]) -> str:
    """The one of the roles whose label stands last in the text before; the first of them when none does."""
    tail = before[-_BEFORE:].casefold()
    places = {role: max((tail.rfind(word) for word, of in words.items() if of == role), default=-1) for role in roles}
    return max(sorted(places, key=ROLES.index), key=places.__getitem__)


def renamed(text: Text, chance: random.Random) -> Text:
    """The text with every name exchanged for a made-up one, the same for the same name."""
    printed, spans = text
    others: dict[str, str] = {}
    parts, kept, reach, shift = [], [], 0, 0
    for start, end, role in sorted(spans):
        if start < reach:
            continue
        name = others.setdefault(printed[start:end], made_up(chance))
        parts += [printed[reach:start], name]
        kept.append((start + shift, start + shift + len(name), role))
        shift += len(name) - (end - start)
        reach = end
    return "".join([*parts, printed[reach:]]), kept


def made_up(chance: random.Random) -> str:
    """A company that does not exist."""
    return " ".join(filter(None, (chance.choice(_FIRST), chance.choice(_SECOND), chance.choice(_FORM))))


def texts(name: str) -> Iterator[Text]:
    """Pages of one set with the places of their parties."""
    words = role_words()
    for paper in papers(name):
        for expected in paper.file.documents:
            for page in first_pages(paper, expected):
                text = page.text[:CHARACTERS]
                yield text, spans_of(text, roles_of(expected), words)


def trained(learned: Sequence[Text]) -> Any:
    """A pipeline that finds parties with their role."""
    fix_random_seed(7)
    chance = random.Random(7)
    nlp = spacy.blank("xx")
    embed = {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 64,
        "depth": 3,
        "embed_size": 2000,
        "window_size": 1,
        "maxout_pieces": 3,
        "subword_features": True,
    }
    model = {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": embed,
    }
    nlp.add_pipe("ner", config={"model": model})
    several = [text if turn == 0 else renamed(text, chance) for turn in range(VARIANTS) for text in learned]
    examples = [_example(nlp, text) for text in several]
    optimizer = nlp.initialize(_given(examples))
    for _ in range(EPOCHS):
        chance.shuffle(examples)
        for start in range(0, len(examples), 16):
            nlp.update(examples[start : start + 16], sgd=optimizer, drop=0.2)
    return nlp


def _given(examples: list[Example]) -> Any:
    def give() -> list[Example]:
        return examples

    return give


def _example(nlp: Any, text: Text) -> Example:
    doc = nlp.make_doc(text[0])
    spans = [doc.char_span(start, end, label=role, alignment_mode="expand") for start, end, role in text[1]]
    return Example.from_dict(
        doc, {"entities": [(s.start_char, s.end_char, s.label_) for s in filter_spans(filter(None, spans))]}
    )


def found_by_model(nlp: Any, pages: Iterable[PageText]) -> dict[str, set[str]]:
    """Names by role as the pipeline finds them."""
    found: dict[str, set[str]] = {role: set() for role in ROLES}
    for doc in nlp.pipe(page.text[:CHARACTERS] for page in pages):
        for span in doc.ents:
            found[span.label_].add(key(span.text))
    return found


def found_by_rules(paper: Paper, expected: Expected) -> dict[str, set[str]]:
    """Names by role as the rules read them on the same pages."""
    numbers = {page.number for page in first_pages(paper, expected)}
    found: dict[str, set[str]] = {role: set() for role in ROLES}
    for record in paper.rules:
        for role in ROLES:
            for entry in record["fields"].get(role, ()):
                if isinstance(entry, dict) and entry.get("page") in numbers:
                    found[role].add(key(entry["value"]))
    return found


def key(name: str) -> str:
    """A name for comparison: without case, punctuation and blanks."""
    return soft_key("issuer", name)


def tallies(expected: Expected, numbers: set[int], found: Mapping[str, set[str]]) -> dict[str, Tally]:
    """Right, wrong and missed names by role, and of all roles together; roles nobody labelled do not count."""
    wanted = {
        role: {key(e.value) for e in expected.fields.get(role, ()) if e.pages & numbers}
        for role in ROLES
        if role not in expected.not_labelled
    }
    scores = {role: compare_sets(names, found[role]) for role, names in wanted.items()}
    if len(wanted) == len(ROLES):
        scores[ANY] = compare_sets(set().union(*wanted.values()), set().union(*found.values()))
    return scores


def measured(name: str, nlp: Any) -> list[tuple[object, ...]]:
    """Rows of the table for one set."""
    counted: dict[tuple[str, str], list[Tally]] = {}
    for paper in papers(name):
        for expected in paper.file.documents:
            pages = first_pages(paper, expected)
            numbers = {page.number for page in pages}
            ways = {"rules": found_by_rules(paper, expected), "ner": found_by_model(nlp, pages)}
            for way, found in ways.items():
                for role, tally in tallies(expected, numbers, found).items():
                    counted.setdefault((role, way), []).append(tally)
    rows = []
    for way in ("rules", "ner"):
        for role in (*ROLES, ANY):
            rows.append(_row(name, way, role, total(counted.get((role, way), []))))
        rows.append(_row(name, way, "all four", total(t for role in ROLES for t in counted.get((role, way), []))))
    return rows


def _row(name: str, way: str, role: str, tally: Tally) -> tuple[object, ...]:
    return name, way, role, tally.right, tally.wrong, tally.missed, tally.precision, tally.recall, tally.f1


def main() -> None:
    """Prints the tables."""
    learned = list(texts(TRAIN))
    nlp = trained(learned)
    rows = [row for name in (FORMER, REAL) for row in measured(name, nlp)]
    print(table(("papers", "way", "role", "right", "wrong", "missed", "precision", "recall", "F1"), rows))
    costs = pipeline_costs(nlp, [text for text, _ in learned])
    seen = [paper for name in (FORMER, TRAIN) for paper in papers(name)]
    rules = 1000 * sum(p.seconds["extract"] for p in seen) / sum(len(p.pages) for p in seen)
    print(
        f"\nner: load {costs.load_ms:.0f} ms, {costs.kilobytes:.0f} kB, {costs.page_ms:.1f} ms a page; "
        f"rules, all fields together: {rules:.1f} ms a page"
    )


if __name__ == "__main__":
    main()
