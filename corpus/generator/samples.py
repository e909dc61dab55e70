"""What a line of the table of layouts is made of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from corpus.generator.case import Case
from corpus.generator.sheet import Sheet


@dataclass(frozen=True)
class Sample:
    """One document to draw: the seed, what the case is to be like, and whether it is scanned afterwards."""

    seed: str
    options: dict[str, Any] = field(default_factory=dict)
    scan: str = ""  # "" born digital, else the kind of damage: plain, skew, rotate90, rotate180, noisy


@dataclass(frozen=True)
class Entry:
    """One layout: its name, the kind and scheme of what it draws, the drawing function and its samples."""

    name: str
    kind: str
    scheme: str | None
    draw: Callable[[Case, Sheet], None]
    samples: tuple[Sample, ...]
    held_out: bool = False
    also: tuple[tuple[str, str | None, Callable[[Case, Sheet], None]], ...] = ()  # further documents in the same file


def sample(seed: str, *, scan: str = "", **options: Any) -> Sample:
    """A sample in one line."""
    return Sample(seed, options, scan)
