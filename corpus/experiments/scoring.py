"""Counts for the experiments: what was expected and what was found, to shares that can be compared."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from docverify.evaluation.score import Tally


@dataclass(frozen=True, slots=True)
class Guess:
    """The kind expected of one document and the kind found, with the finder's certainty (0 to 1)."""

    expected: str
    found: str
    certainty: float = 1.0


@dataclass(frozen=True, slots=True)
class Kinds:
    """How kinds were told: right, wrong, and left open (`unknown`), which is never a false statement."""

    right: int
    wrong: int
    unknown: int

    @property
    def total(self) -> int:
        """How many documents were looked at."""
        return self.right + self.wrong + self.unknown

    @property
    def accuracy(self) -> float:
        """The share told rightly; 1.0 when there was nothing to tell."""
        return self.right / self.total if self.total else 1.0


def count_kinds(guesses: Iterable[Guess]) -> Kinds:
    """Right, wrong and left open; leaving open a paper that is labelled `unknown` is right."""
    right = wrong = unknown = 0
    for guess in guesses:
        if guess.found == guess.expected:
            right += 1
        elif guess.found == "unknown":
            unknown += 1
        else:
            wrong += 1
    return Kinds(right, wrong, unknown)


def at_least(guesses: Iterable[Guess], certainty: float) -> list[Guess]:
    """The same guesses, those less certain left open."""
    return [g if g.certainty >= certainty else Guess(g.expected, "unknown", g.certainty) for g in guesses]


def filled(first: Sequence[Guess], second: Sequence[Guess]) -> list[Guess]:
    """The first guesses, with the second's where the first left the kind open."""
    return [b if a.found == "unknown" else a for a, b in zip(first, second, strict=True)]


def compare_sets(expected: Iterable[str], found: Iterable[str]) -> Tally:
    """Right, wrong and missed of two sets of names or ids."""
    wanted, got = set(expected), set(found)
    return Tally(right=len(wanted & got), wrong=len(got - wanted), missed=len(wanted - got))


def total(tallies: Iterable[Tally]) -> Tally:
    """All counts added up."""
    whole = Tally()
    for tally in tallies:
        whole.add(tally)
    return whole


def per_hundred(count: int, pages: int) -> float:
    """How many of something there are on a hundred pages; 0.0 without pages."""
    return 100 * count / pages if pages else 0.0


def best_threshold(candidates: Iterable[float], score: Callable[[float], float]) -> float:
    """The threshold of the highest score; of equals the highest threshold, which says least wrongly."""
    return max(candidates, key=_ranked(score))


def _ranked(score: Callable[[float], float]) -> Callable[[float], tuple[float, float]]:
    def rank(threshold: float) -> tuple[float, float]:
        return score(threshold), threshold

    return rank


def table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join([*lines, *("| " + " | ".join(map(_cell, row)) + " |" for row in rows)])


def _cell(value: object) -> str:
    return f"{value:.3f}" if isinstance(value, float) else str(value)
