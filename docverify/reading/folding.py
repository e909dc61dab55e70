"""A page's text to what it is compared by: without case and accents, position for position, and its words.

What fits into one byte a character (Western letters and the usual signs) goes through one table, which is a tenth of
the work of patterns; the rest takes the long way to the same end.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

_BYTES = "latin-1"
# Typographic signs that are in no word, and what they are compared as.
_SIGNS = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("„", '"'), ("–", "-"), ("—", "-"), ("•", "*"))
_WORD = re.compile(r"[^\W_]+")
_PROSE = re.compile(r"[a-z\u00c0-\u024f]{2,}|[\u0370-\u04ff]+")  # single Latin letters are units and indices


def _accents() -> dict[int, str]:
    plain = {ord("ø"): "o", ord("Ø"): "o", ord("ł"): "l", ord("Ł"): "l"}
    for code in (*range(0xC0, 0x250), *range(0x370, 0x400)):
        base = unicodedata.normalize("NFD", chr(code))[0]
        if base != chr(code):
            plain[code] = plain.get(ord(base), base.lower())
    return plain


_ACCENTS = {chr(code): plain for code, plain in _accents().items()}


def _long_way(text: str) -> str:
    lower = text.lower()
    if len(lower) != len(text):
        lower = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    for letter in _ACCENTS.keys() & set(lower):  # a few letters each in its turn: a third of str.translate's time
        lower = lower.replace(letter, _ACCENTS[letter])
    return lower


def _table(*, folded: bool, pattern: str) -> bytes:
    """What every byte becomes: folded or small, and a blank where the pattern does not match it."""
    chars = [bytes([number]).decode(_BYTES) for number in range(256)]
    made = [_long_way(char) if folded else char.lower() for char in chars]
    return "".join(char if re.match(pattern, char) else " " for char in made).encode(_BYTES)


_FOLDED = _table(folded=True, pattern=r"(?s).")
_WORDS = _table(folded=True, pattern=r"[^\W_]")
_PROSE_WORDS = _table(folded=False, pattern=r"[a-z\u00c0-\u00ff]")


def _one_byte(text: str) -> bytes | None:
    """One byte for every character; None when the text has letters beyond that."""
    if not text.isascii():
        for sign, plain in _SIGNS:
            text = text.replace(sign, plain)
    try:
        return text.encode(_BYTES)
    except UnicodeEncodeError:
        return None


def fold(text: str) -> str:
    """The text in lower case without Latin and Greek accents, character for character, so that positions stay valid.

    Typographic quotes and dashes are plain ones.
    """
    if (letters := _one_byte(text)) is not None:
        return letters.translate(_FOLDED).decode(_BYTES)
    for sign, plain in _SIGNS:
        text = text.replace(sign, plain)
    return _long_way(text)


def words_of(folded: str) -> list[str]:
    """The words of a folded text in order: runs of letters and digits."""
    letters = _one_byte(folded)
    return _WORD.findall(folded) if letters is None else letters.translate(_WORDS).decode(_BYTES).split()


def places_of(text: str, words: Iterable[str]) -> list[int]:
    """Where any of the words begins in the text, in order."""
    places = []
    for word in words:
        at = text.find(word)
        while at >= 0:
            places.append(at)
            at = text.find(word, at + 1)
    return sorted(places)


def from_places(pattern: re.Pattern[str], text: str, words: Iterable[str]) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begins with one of the words."""
    done = 0
    for place in places_of(text, words):
        match = pattern.match(text, place) if place >= done else None
        if match:
            done = match.end()
            yield match


def prose_words(text: str) -> Counter[str]:
    """How often each word of two and more letters stands in the text, in small letters with their accents."""
    letters = _one_byte(text)
    if letters is None:
        found = _PROSE.findall(text.lower())
        if 2 * sum(len(word) == 1 for word in found) > len(found):  # letters parted by signs are no words
            found = [word for word in found if len(word) > 1]
        return Counter(found)
    words = Counter(letters.translate(_PROSE_WORDS).decode(_BYTES).split())
    for single in [word for word in words if len(word) == 1]:
        del words[single]
    return words
