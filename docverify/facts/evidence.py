"""Where a value was read, and the three states of a reading: found, not found, unreadable.

Boxes are in PDF points, origin at the top left of the page as displayed (rotation applied), `(x0, y0, x1, y1)`;
pages count from 1 within the file.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeAlias, TypeVar

Box: TypeAlias = tuple[float, float, float, float]
T = TypeVar("T", covariant=True)


class Origin(StrEnum):
    """How a value was read."""

    TEXT = "text"
    TABLE = "table"
    FORM = "form"
    OCR = "ocr"
    METADATA = "metadata"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place in one file: the file's hash, the page and the box."""

    sha256: str
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value with the words it was made of (`quote`) and every box that holds them.

    `details` holds what else is known beside the value: the legend of a family, the band of a radio, the model a
    rating belongs to (`model`), the kind of paper cited (`kind`). Plain JSON values only.
    """

    value: T
    quote: str
    evidence: tuple[Evidence, ...]
    origin: Origin
    confidence: float
    details: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class NotFound:
    """Every page was read and none holds the value."""

    searched_pages: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The value may stand on pages that could not be read, so nothing may be concluded from its absence."""

    reason: str
    pages: tuple[int, ...]


Reading: TypeAlias = Found[T] | NotFound | Unreadable


def printable(text: str) -> str:
    """The text as it may be shown to people: without control and direction characters, which could steer a screen."""
    return "".join(character if character.isprintable() else " " for character in text).strip()
