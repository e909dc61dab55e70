"""Whether words stand on top of one another in the boxes of a page, so that a reader sees one text and a machine two.

Two texts in one place differ when letters of different text objects cover each other and are not the same letter:
print made bold by printing twice is no overprint, nor is a value over a dotted line.
"""

import ctypes
from collections.abc import Sequence
from typing import Any

import pypdfium2.raw as pdfium_c

from docverify.facts.evidence import Box
from docverify.reading.text_layer import TextPage, char_box

INSET = 0.25  # of the height, so that the lines above and below are left out
SURPLUS = 1.3  # times the letters of the words: more must stand there before letters are looked at one by one
NARROW = 0.5  # of the height, for each letter: where letters are that narrow, two texts may share the place
COVERED = 0.4  # of the smaller letter
LEAST_PAIRS = 2


def is_overprinted(opened: TextPage, boxes: Sequence[Box], words: str) -> bool:
    """Whether other letters are printed over those of the words in the boxes."""
    wanted = sum(map(str.isalnum, words))
    counts = [_letters_in(opened, box) for box in boxes]
    surplus = sum(counts) > max(SURPLUS * wanted, wanted + 1)
    narrow = any(count * NARROW * (b[3] - b[1]) > b[2] - b[0] for count, b in zip(counts, boxes, strict=True))
    if not wanted or not (surplus or narrow):
        return False
    return _pairs(_letters_at(opened, boxes)) >= LEAST_PAIRS


def _letters_in(opened: TextPage, box: Box) -> int:
    """How many letters and digits PDFium finds in the box."""
    inset = INSET * (box[3] - box[1])
    left, bottom, right, top = opened.frame.user((box[0], box[1] + inset, box[2], box[3] - inset))
    bounds = (left, top, right, bottom)
    count = pdfium_c.FPDFText_GetBoundedText(opened.textpage.raw, *bounds, None, 0)
    if count <= 0:
        return 0
    buffer = (ctypes.c_ushort * (count + 1))()
    pdfium_c.FPDFText_GetBoundedText(opened.textpage.raw, *bounds, buffer, count)
    return sum(map(str.isalnum, bytes(buffer).decode("utf-16-le", errors="ignore")))


def _letters_at(opened: TextPage, boxes: Sequence[Box]) -> list[tuple[str, Any, Box]]:
    """Every letter whose middle lies in one of the boxes, with its text object."""
    found = []
    for at, char in enumerate(opened.raw):
        box = char_box(opened, at) if char.isalnum() else None
        if box is not None and any(_middle_in(box, outer) for outer in boxes):
            item = pdfium_c.FPDFText_GetTextObject(opened.textpage.raw, at)
            found.append((char, ctypes.cast(item, ctypes.c_void_p).value, box))
    return found


def _middle_in(box: Box, outer: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] <= x <= outer[2] and outer[1] <= y <= outer[3]


def _pairs(letters: Sequence[tuple[str, Any, Box]]) -> int:
    """How many letters of different objects cover one another without being the same letter in the same place."""
    return sum(
        one[0] != two[0] and one[1] != two[1] and _covers(one[2], two[2])
        for number, one in enumerate(letters)
        for two in letters[number + 1 :]
    )


def _covers(one: Box, two: Box) -> bool:
    width = min(one[2], two[2]) - max(one[0], two[0])
    height = min(one[3], two[3]) - max(one[1], two[1])
    if width <= 0 or height <= 0:
        return False
    smaller = min((box[2] - box[0]) * (box[3] - box[1]) for box in (one, two))
    return width * height > COVERED * smaller
