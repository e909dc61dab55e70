"""Turns a printed designation, list, range or family into a `ModelFamily` that answers whether it covers a model.

An answer is `covered`, `not_covered` or `undetermined`, with a sentence that a person can check on the page. Near is
not covered: where a careful reader could not decide, the answer is `undetermined`. Refuses only empty text.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from docverify.facts.designation_pattern import Characters, Fit, Miss, Part, Pattern, literal, match, normal, plain

_PLACEHOLDERS = "*#□●?"


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

    `printed` leaves the legend out; `legend` maps each symbol to its meaning as printed; `models` holds the models
    that are named one by one.
    """

    printed: str
    text: str
    legend: Mapping[str, str] = field(default_factory=dict, hash=False)
    positions: tuple[Mapping[str, Any], ...] = field(default=(), hash=False)
    models: tuple[str, ...] = ()
    patterns: tuple[Pattern, ...] = field(default=(), repr=False, compare=False)

    @classmethod
    def parse(cls, text: str) -> "ModelFamily":
        """The family that the printed text names; ValueError when there is nothing to read."""
        printed = plain(text)
        if not normal(printed):
            raise ValueError("an empty text is no designation")
        items = tuple(item.strip() for item in printed.replace(";", ",").split(",") if normal(item))
        models = tuple(item for item in items if not any(char in item for char in _PLACEHOLDERS + "x"))
        return cls(printed, printed, models=models, patterns=tuple(_pattern(item) for item in items))

    @classmethod
    def of(cls, printed: str, legend: Mapping[str, str] | None = None, models: Iterable[str] = ()) -> "ModelFamily":
        """The family of parts that were read separately."""
        return cls.parse(printed)

    @classmethod
    def from_details(cls, printed: str, details: Mapping[str, Any]) -> "ModelFamily":
        """The family that `to_details` described."""
        return cls.parse(str(details.get("text") or printed))

    def to_details(self) -> dict[str, Any]:
        """Plain JSON that, with `printed`, gives the family back."""
        return {"text": self.text} if self.text != self.printed else {}

    def covers(self, model: str, *, from_ocr: bool = False) -> CoverageAnswer:
        """Whether the family extends to the model, and why."""
        shipped = normal(model)
        if not shipped:
            return CoverageAnswer("not_covered", "no model is given")
        fits = [match(pattern, shipped, from_ocr=from_ocr) for pattern in self.patterns]
        best = min((fit for fit in fits if isinstance(fit, Fit)), key=_doubts, default=None)
        if best is None:
            return CoverageAnswer("not_covered", f"'{self.printed}' does not name {model}")
        if best.doubts:
            return CoverageAnswer("undetermined", "; ".join(best.doubts))
        return CoverageAnswer("covered", f"'{self.printed}' names {model}")

    def __str__(self) -> str:
        """As printed, with the legend."""
        return self.text


def _doubts(fit: Fit | Miss) -> int:
    return len(fit.doubts) if isinstance(fit, Fit) else 99


def _pattern(item: str) -> Pattern:
    parts: list[Part] = []
    for at, char in enumerate(item):
        if char in _PLACEHOLDERS or char == "x":
            parts.append(Part(char, at + 1, (Characters(None, 0, 1, f"'{char}' is not explained"),)))
        else:
            parts.append(literal(char, at + 1))
    return tuple(parts)
