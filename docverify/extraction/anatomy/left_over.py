"""Where given words stand that a plain search does not find: joined, disguised, or beside the pages.

A name left over in `NantaiApp`, in `N a n t a i`, with a letter from another alphabet or a sign of no width in it, or
in a comment of the source is as left over as one in a sentence. A short word (of three or four letters) counts within
a longer one only where a change of case, a digit or an underscore sets it off.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from docverify.reading.folding import fold
from docverify.reading.page import Page
from docverify.reading.written.lines import CHARACTER, INK, LINE_HEIGHT

if TYPE_CHECKING:
    from docverify.reading.unshown import Unshown

MOST = 20  # places told for one word
_LONG = 5  # letters from which a word counts anywhere inside a longer one
_LEAST = 2  # letters of a word that never counts inside another
_QUOTE = 60
_BETWEEN = re.compile(r"[\W_]+")
# Letters of other alphabets that look like Latin ones, in small print.
_LOOKS = dict(zip("аеорсухіјѕԁһкмтвнԛԝαεορνιτκυχѵⅰⅼ", "aeopcyxijsdhkmtbhqwaeopvitkuxvil", strict=True))


def _disguises() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(sign): plain for sign, plain in _LOOKS.items()}
    for code in (*range(0x00AD, 0x00AE), *range(0x0300, 0x0370), *range(0x200B, 0x2070), 0x180E, 0xFEFF):
        if code == 0x00AD or unicodedata.category(chr(code)) in ("Cf", "Mn"):
            table[code] = None
    table |= {0xFF01 + offset: chr(0x21 + offset).lower() for offset in range(94)}
    return table


_DISGUISES = _disguises()
_DISGUISED = re.compile(f"[{''.join(map(re.escape, map(chr, _DISGUISES)))}]")


@dataclass(frozen=True, slots=True)
class Sought:
    """A word: `plain` is how a plain search finds it, `pattern` every way in which it may stand in folded text."""

    word: str
    letters: str
    plain: re.Pattern[str]
    pattern: re.Pattern[str]


@lru_cache(maxsize=256)
def sought(word: str) -> Sought:
    """The word's patterns, for folded text."""
    shown = _undisguised(fold(word.strip()))[0]
    parts = [re.escape(part) for part in _BETWEEN.split(shown) if part]
    letters = "".join(_BETWEEN.split(shown))
    ways = [r"[\W_]{0,3}".join(parts)]
    if len(letters) >= _LONG and letters.isalpha():
        first, *rest = map(re.escape, letters)
        ways.append(first + r"(?P<sign>[ .\-_·*|/\u00a0])" + r"(?P=sign)".join(rest))
        ways.append(r"(?:-[ \t]*\n?[ \t]*)?".join((first, *rest)))
    plain = r"[\s\-\u2010-\u2015]*".join(re.escape(part) for part in _BETWEEN.split(word.strip()) if part)
    return Sought(word, letters, re.compile(plain, re.IGNORECASE), re.compile("|".join(ways)))


def _undisguised(folded: str) -> tuple[str, bool]:
    """The folded text with disguises taken away, and whether its positions changed."""
    if folded.isascii() or _DISGUISED.search(folded) is None:  # it is quicker than to translate
        return folded, False
    text = folded.translate(_DISGUISES)
    return text, len(text) != len(folded)


def _places(text: str, bare: str, *, moved: bool) -> Callable[[int], int]:
    """From a position in the undisguised text to one in the text."""
    if not moved:
        return int
    kept = [at for at, sign in enumerate(text) if _DISGUISES.get(ord(fold(sign)), "") is not None]
    return [*kept, len(text)].__getitem__


def found_in(text: str, folded: str, words: Iterable[Sought], *, plain: bool) -> Iterator[tuple[str, int, int, str]]:
    """(word, start, end, the whole word around it) of every hit; those a plain search finds only if `plain`."""
    bare, moved = _undisguised(folded)
    for entry in words:
        for match in entry.pattern.finditer(bare) if entry.letters else ():
            place = _places(text, bare, moved=moved)
            start, end = place(match.start()), place(match.end() - 1) + 1
            left, right = _around(text, start, end)
            inside = (left, right) != (start, end)
            if inside and not _counts_inside(entry, (left, right), text, start, end):
                continue
            is_plain = not inside and entry.plain.fullmatch(text[start:end]) is not None
            if plain or not is_plain:
                yield entry.word, start, end, text[left:right]


def _counts_inside(entry: Sought, whole: tuple[int, int], text: str, start: int, end: int) -> bool:
    """Whether the word counts within a longer one: `cautela` holds the brand Autel by chance, `AutelApp` does not."""
    if _set_off(text, start, end):
        return len(entry.letters) > _LEAST
    at_an_end = start == whole[0] or end == whole[1]
    return len(entry.letters) >= (_LONG if at_an_end else _LONG + 1)


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    while start and (text[start - 1].isalnum() or text[start - 1] == "_"):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] == "_"):
        end += 1
    return start, end


def _set_off(text: str, start: int, end: int) -> bool:
    """Whether the sides on which the word is joined show that another word begins or ends there."""
    before, behind = text[max(0, start - 1) : start], text[end : end + 1]
    left = not before.isalnum() or before.isdigit() or (before.islower() and text[start].isupper())
    right = not behind.isalnum() or behind.isdigit() or (behind.isupper() and text[end - 1].islower())
    acronym = text[start:end].isupper() and behind.isupper() and text[end + 1 : end + 2].islower()
    return left and (right or acronym)


def left_overs(pages: Iterable[Page], beside: "Iterable[Unshown]", words: Sequence[str]) -> list[dict[str, Any]]:
    """Every place as plain JSON: word, page, boxes, quote, and `where` beside the pages."""
    looked_for = [sought(word) for word in dict.fromkeys(words)]
    kept: dict[str, list[dict[str, Any]]] = {entry.word: [] for entry in looked_for}
    pages = list(pages)
    for page in pages:
        for word, start, end, whole in found_in(page.text, page.folded, looked_for, plain=False):
            if len(kept[word]) < MOST:
                boxes = [list(box) for box in page.boxes_of(start, end)]
                kept[word].append({"word": word, "page": page.number, "boxes": boxes, "quote": whole[:_QUOTE]})
    for text in beside:
        for word, start, end, whole in found_in(text.text, fold(text.text), looked_for, plain=True):
            if len(kept[word]) < MOST:
                kept[word].append(_beside(word, text, whole, (start, end), pages))
    return [entry for entries in kept.values() for entry in entries]


def _beside(word: str, text: "Unshown", whole: str, span: tuple[int, int], pages: Sequence[Page]) -> dict[str, Any]:
    begin = max(text.text.rfind("\n", 0, span[0]) + 1, span[0] - _QUOTE // 2)
    end = text.text.find("\n", span[1])
    quote = " ".join(text.text[begin : min(len(text.text) if end < 0 else end, span[1] + _QUOTE // 2)].split())
    entry: dict[str, Any] = {"word": word, "page": 1, "boxes": [], "quote": whole[:_QUOTE], "around": quote}
    entry["where"] = text.where
    if text.line is not None:
        top = (text.line - 1) * LINE_HEIGHT
        before = [page.number for page in pages if page.lines and page.lines[0].box[1] <= top]
        box = [CHARACTER * span[0], top, CHARACTER * span[1], top + INK]
        entry |= {"page": before[-1] if before else 1, "boxes": [box], "line": text.line}
    return entry
