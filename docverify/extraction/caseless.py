"""Turns a pattern that ignores case into a fast one: tried on the lowered text, around the words that it must hold.

`re.IGNORECASE` tries every choice at every letter; the same pattern in small letters takes a third of the time, and far
less where it is tried only on the lines of its hints.
"""

import re
from collections.abc import Iterator, Sequence

from docverify.reading.folding import places_of

_CAPITAL = re.compile(r"\\.|\(\?P<\w+>|[A-Z]", re.DOTALL)
_REACH = 120  # characters behind the line of a hint in which a match may go on


class Caseless:
    """A pattern that ignores case. Matches give places: `match[0]` is in small letters."""

    def __init__(self, source: str, *, hints: Sequence[str] = ()) -> None:
        """Compile it; every match holds one of the hints (in small letters), where there are any.

        A match begins on the line of its hint or the line before, and is no longer than a few lines.
        """
        self._small = re.compile(_CAPITAL.sub(_small, source))
        self._any = re.compile(source, re.IGNORECASE)
        self._hints = tuple(hints)

    def search(self, text: str) -> re.Match[str] | None:
        """The first match in the text."""
        return next(self.finditer(text), None)

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match in the text."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a capital that is two characters in small
            may = not self._hints or any(hint in lowered for hint in self._hints)
            return self._any.finditer(text) if may else iter(())
        if not self._hints:
            return self._small.finditer(lowered)
        return within(self._small, lowered, places_of(lowered, self._hints))


def within(pattern: re.Pattern[str], text: str, places: Sequence[int]) -> Iterator[re.Match[str]]:
    """The matches on the lines of the places, the lines before them, and in what follows."""
    done = 0
    for start, end in windows(text, places):
        for match in pattern.finditer(text, max(start, done), end):
            done = match.end()
            yield match


def windows(text: str, places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of whole lines around the places, each with the line before and what may follow."""
    start, end = -1, -1
    for place in places:
        line = text.rfind("\n", 0, place)
        first = text.rfind("\n", 0, max(line, 0)) + 1
        last = text.find("\n", place)
        last = len(text) if last < 0 else min(len(text), last + _REACH)
        if start >= 0 and first > end:
            yield start, end
            start = first
        start = first if start < 0 else start
        end = max(end, last)
    if start >= 0:
        yield start, end


def _small(match: re.Match[str]) -> str:
    return match[0].lower() if len(match[0]) == 1 else match[0]
