"""Turns a printed designation, list, range or family into a `ModelFamily` that answers whether it covers a model.

An answer is `covered`, `not_covered` or `undetermined`, with a sentence that a person can check on the page. Near is
not covered: where a careful reader could not decide, the answer is `undetermined`. Refuses only empty text.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any

from docverify.facts.designation_family import Family, read_family
from docverify.facts.designation_pattern import Fit, Miss, Pattern, Text, common_start, match, normal, plain
from docverify.facts.designation_text import is_code
from docverify.facts.designation_words import DESCRIPTORS, NOUNS

_LONGEST = 4000
_NEAR = 0.8
_SHORTEST = 4


class CoverageAnswer(str):
    """`covered`, `not_covered` or `undetermined`: equal to that word, with the sentence that explains it."""

    __slots__ = ("explanation",)
    explanation: str

    def __new__(cls, state: str, explanation: str) -> "CoverageAnswer":
        """The answer with its explanation."""
        answer = super().__new__(cls, state)
        answer.explanation = explanation
        return answer

    @property
    def state(self) -> str:
        """The bare word."""
        return str(self)


@dataclass(frozen=True, slots=True)
class ModelDesignation:
    """One model as printed; two are equal when they differ only in width, case, spaces and kinds of dash."""

    printed: str

    @classmethod
    def parse(cls, text: str) -> "ModelDesignation":
        """The designation; ValueError when there is nothing to read."""
        if not normal(text):
            raise ValueError("an empty text is no designation")
        return cls(plain(text))

    def __str__(self) -> str:
        """As printed."""
        return self.printed

    def __eq__(self, other: object) -> bool:
        """Whether both are the same designation."""
        return isinstance(other, ModelDesignation) and normal(self.printed) == normal(other.printed)

    def __hash__(self) -> int:
        """The hash of the compared form."""
        return hash(normal(self.printed))


@dataclass(frozen=True, slots=True)
class ModelFamily:
    """What a paper prints for the models that it is about.

    `printed` leaves the legend out; `legend` maps each symbol to its meaning as printed; `positions` says which
    texts each placeholder allows; `models` holds the models that are named one by one.
    """

    printed: str
    text: str
    legend: Mapping[str, str] = field(default_factory=dict, hash=False)
    positions: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    models: tuple[str, ...] = ()
    family: Family = field(default_factory=Family, repr=False, compare=False)

    @classmethod
    def parse(cls, text: str) -> "ModelFamily":
        """The family that the printed text names; ValueError when there is nothing to read."""
        printed = plain(text)[:_LONGEST]
        if not normal(printed):
            raise ValueError("an empty text is no designation")
        family = read_family(printed)
        return cls(family.printed, printed, family.legend, family.positions, family.models, family)

    @classmethod
    def of(cls, printed: str, legend: Mapping[str, str] | None = None, models: Iterable[str] = ()) -> "ModelFamily":
        """The family of parts that were read separately: the designation, its legend, the models listed for it."""
        listed = [model for model in models if normal(model)]
        text = printed + (f" ({', '.join(listed)})" if listed else "")
        notes = "; ".join(f"{symbol} = {meaning}" for symbol, meaning in (legend or {}).items())
        return cls.parse(f"{text} ({notes})" if notes else text)

    @classmethod
    def from_details(cls, printed: str, details: Mapping[str, Any]) -> "ModelFamily":
        """The family that `to_details` described."""
        text = details.get("text")
        if text:
            return cls.parse(str(text))
        return cls.of(printed, details.get("legend") or {})

    def to_details(self) -> dict[str, Any]:
        """Plain JSON that, with `printed`, gives the family back."""
        details: dict[str, Any] = {"text": self.text} if self.text != self.printed else {}
        if self.legend:
            details["legend"] = dict(self.legend)
        if self.positions:
            details["positions"] = [dict(position) for position in self.positions]
        if len(self.models) > 1:
            details["models"] = list(self.models)
        return details

    def covers(self, model: str, *, from_ocr: bool = False) -> CoverageAnswer:
        """Whether the family extends to the model, and why."""
        shipped = normal(model)
        if not shipped:
            return CoverageAnswer("not_covered", "no model is given")
        if self._best(self.family.excluded, shipped, from_ocr=from_ocr) is not None:
            return CoverageAnswer("not_covered", f"'{self.printed}' makes an exception of {plain(model)}")
        best = self._best(self.family.patterns, shipped, from_ocr=from_ocr)
        if best is None and shipped.lower() in DESCRIPTORS and shipped in re.split(r"\W+", self.printed.upper()):
            return CoverageAnswer("undetermined", f"the paper prints '{plain(model)}' only as a word beside others")
        if best is None and not self.family.recognised:
            return CoverageAnswer("undetermined", f"'{self.printed}' names no model that can be recognised")
        if best is None and _stands_in(self.text, plain(model)):
            return CoverageAnswer("undetermined", f"'{plain(model)}' is printed where the line may name something else")
        if best is None:
            return CoverageAnswer("not_covered", self._miss(shipped, model, from_ocr=from_ocr))
        if best.doubts:
            return CoverageAnswer("undetermined", "; ".join(best.doubts))
        if shipped == normal(self.printed):
            return CoverageAnswer("covered", f"{plain(model)} is printed")
        legend = "; ".join(f"{symbol} = {meaning}" for symbol, meaning in self.legend.items())
        return CoverageAnswer("covered", f"'{self.printed}' covers {plain(model)}" + (f" ({legend})" if legend else ""))

    def _best(self, patterns: Iterable[Pattern], shipped: str, *, from_ocr: bool) -> Fit | None:
        best: Fit | None = None
        for wording in _wordings(shipped):
            for pattern in patterns:
                fit = match(pattern, wording, from_ocr=from_ocr)
                if isinstance(fit, Fit) and fit.better_than(best):
                    best = fit
        return best

    def _miss(self, shipped: str, model: str, *, from_ocr: bool) -> str:
        """Where the best pattern broke off, with a hint when the model is nearly what is printed."""
        misses = [(miss.reached, pattern, miss) for pattern, miss in self._misses(shipped, from_ocr=from_ocr)]
        _, pattern, miss = max(misses, key=_reached)
        sentence = _broken_off(miss, self.printed, plain(model))
        near = [name for name in self.models if SequenceMatcher(None, normal(name), shipped).ratio() >= _NEAR]
        return sentence + (f" (near: {near[0]}; near is not covered)" if near else "")

    def _misses(self, shipped: str, *, from_ocr: bool) -> Iterable[tuple[Pattern, Miss]]:
        for pattern in self.family.patterns:
            result = match(pattern, shipped, from_ocr=from_ocr)
            if isinstance(result, Miss):
                yield pattern, result

    def __str__(self) -> str:
        """As printed, with the legend."""
        return self.text


def _stands_in(text: str, model: str) -> bool:
    """Whether the model stands in the text as a word of its own, wherever that is."""
    if len(normal(model)) < _SHORTEST or not is_code(model.replace(" ", "")):
        return False
    runs = re.findall(r"[A-Za-z]+|\d+|[^\sA-Za-z\d-]", model)
    gaps = r"[-\s]?".join(map(re.escape, runs)) if "-" in model or " " in model else re.escape(model)
    return (
        re.search(rf"(?<![\w-])(?:{re.escape(model)}|{gaps})(?![\w-]|[.,]\d|\s(?-i:[A-Z][a-z]|\d))", text, re.I)
        is not None
    )


def _reached(entry: tuple[int, Pattern, Miss]) -> int:
    return entry[0]


def _broken_off(miss: Miss, printed: str, model: str) -> str:
    has = miss.has or "nothing"
    if miss.part is None:
        return f"'{printed}' ends where {model} goes on with '{has}'"
    if miss.part.says:
        return f"position {miss.part.position} '{miss.part.printed}' {miss.part.says}; shipped has {has}"
    wanted = next((option.text for option in miss.part.options if isinstance(option, Text)), "")
    same = len(common_start(wanted, normal(model)[miss.reached :]))
    if same + miss.reached < 2 or not wanted:
        return f"'{printed}' does not name {model}"
    there, here = wanted[same:].strip("-"), normal(model)[miss.reached + same :].strip("-")
    place = miss.part.position + same
    return f"position {place}: '{printed}' has '{there or 'nothing'}', shipped {model} has '{here or 'nothing'}'"


def _wordings(shipped: str) -> list[str]:
    """The model as given, and without the nouns after it (`… battery`)."""
    words = shipped.split("-")
    while len(words) > 1 and words[-1].lower() in NOUNS:
        words.pop()
    short = "-".join(words)
    return [shipped] if short == shipped or not re.search(r"\w", short) else [shipped, short]
