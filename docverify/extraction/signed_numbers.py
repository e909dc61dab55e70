"""Turns a print whose leading minus was taken for a dash back into the signed number that is printed."""

from dataclasses import replace

from docverify.extraction.printed import Printed

_MINUS = "-−–"


def with_sign(printed: Printed) -> Printed:
    """The print with the minus that its first word bears, when the text begins with that word's digits."""
    if not printed.places or not printed.text[:1].isdigit():
        return printed
    first = printed.places[0]
    word = first.word.text
    if word[:1] not in _MINUS or not word[1:2].isdigit() or not printed.text.startswith(word[1 : 1 + first.end]):
        return printed
    shifted = [replace(place, start=place.start + 1, end=place.end + 1) for place in printed.places]
    shifted[0] = replace(shifted[0], start=0)
    return replace(printed, text=word[0] + printed.text, places=tuple(shifted))
