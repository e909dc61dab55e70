"""How a file is to be read: with OCR or not, within which limits, without which pages."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

OnPage: TypeAlias = Callable[[int, int], None]


def silent(number: int, count: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class ReadLimits:
    """How much of one file is read; what goes beyond are unread pages."""

    pages: int = 3_000
    scanned_pages: int = 150


@dataclass(frozen=True, slots=True)
class Wishes:
    """`skip` holds the pages known to break the reader, and why; `on_page(number, count)` hears of each page tried.

    `dead_links` asks for the links within the file that lead nowhere, in the structure.
    """

    ocr: bool = True
    limits: ReadLimits = field(default_factory=ReadLimits)
    skip: Mapping[int, str] = field(default_factory=dict)
    on_page: OnPage = silent
    dead_links: bool = False

    def refused(self, number: int, count: int) -> str:
        """Why the page is not even tried; empty when it is. The first page beyond the limit stands for all of them."""
        if number > self.limits.pages:
            return f"pages {number} to {count}: only the first {self.limits.pages} pages of a file are read"
        return self.skip.get(number, "")
