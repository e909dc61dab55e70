"""What a person would see in the boxes of a page: the words, nothing, or words that are struck out.

A text layer holds words that nobody sees: white on white, invisible, covered, clipped, in a layer that is switched off.
The page is rendered once as a viewer shows it and the boxes are looked at. Where something is drawn in a box beside the
words, the page is rendered without its text as well: words that make no difference there are not what is seen. Sizes
are points, 1/72 inch.
"""

import ctypes
from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium_c

from docverify.facts.evidence import Box
from docverify.reading.drawn import spots_of
from docverify.reading.overprint import is_overprinted
from docverify.reading.text_layer import TextPage

SCALE = 150 / 72  # pixels a point
LEAST_CONTRAST = 48  # of 255: paler words are not read on paper
LEAST_HEIGHT = 2.5  # points: smaller print is not read
STRUCK = 0.97  # share of the width that a line through the words darkens


OVERPRINTED = "printed over other words"
NOT_DRAWN = "not drawn: something else is seen there"

_Pixels = npt.NDArray[np.uint8]


class Sight:
    """The page as rendered; what only some boxes need is made when first asked for."""

    def __init__(self, opened: TextPage) -> None:
        self._opened = opened
        self._pixels = _rendered(opened.page)

    @cached_property
    def _spots(self) -> list[Box]:
        return spots_of(self._opened)

    @cached_property
    def _without_text(self) -> _Pixels:
        """The page without its text."""
        texts = _text_objects(self._opened)
        for item in texts:
            pdfium_c.FPDFPageObj_SetIsActive(item, 0)
        pixels = _rendered(self._opened.page)
        for item in texts:
            pdfium_c.FPDFPageObj_SetIsActive(item, 1)
        return pixels

    def of(self, opened: TextPage, boxes: Sequence[Box], words: str = "") -> str:
        """Empty when the words are seen; otherwise why they are not. `opened` is the page, perhaps opened anew."""
        self._opened = opened
        states = [self._one(box) for box in boxes]
        if state := next((state for state in states if state), ""):
            return state
        return OVERPRINTED if words and is_overprinted(opened, boxes, words) else ""

    def _one(self, box: Box) -> str:
        area = _cut(self._pixels, box)
        if box[3] - box[1] < LEAST_HEIGHT or area.size == 0 or int(area.max()) - int(area.min()) < LEAST_CONTRAST:
            return "hidden"
        if any(_meet(box, spot) for spot in self._spots):
            change = np.abs(area.astype(np.int16) - _cut(self._without_text, box).astype(np.int16))
            if int(change.max()) < LEAST_CONTRAST:
                return NOT_DRAWN
        return "struck out" if _is_struck(area) else ""


def _rendered(page: Any) -> _Pixels:
    bitmap = page.render(scale=SCALE, grayscale=True, may_draw_forms=False)
    pixels: _Pixels = bitmap.to_numpy().copy()
    return pixels[:, :, 0] if pixels.ndim == 3 else pixels


def _cut(pixels: _Pixels, box: Box) -> _Pixels:
    x0, y0, x1, y1 = (round(side * SCALE) for side in box)
    return pixels[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)]


def _meet(one: Box, two: Box) -> bool:
    return one[0] < two[2] and two[0] < one[2] and one[1] < two[3] and two[1] < one[3]


def _text_objects(opened: TextPage) -> list[Any]:
    """Every text object that holds a character of the page, those inside forms too."""
    items = {}
    for at in range(len(opened.raw)):
        item = pdfium_c.FPDFText_GetTextObject(opened.textpage.raw, at)
        if item:
            items[ctypes.cast(item, ctypes.c_void_p).value] = item
    return list(items.values())


def _is_struck(area: npt.NDArray[np.uint8]) -> bool:
    """Whether a row through the middle of the letters is dark from end to end."""
    height, width = area.shape
    if height < 8 or width < 12:
        return False
    middle = area[round(height * 0.35) : round(height * 0.75)]
    paper = int(np.percentile(area, 90))
    dark = (middle < paper - LEAST_CONTRAST).mean(axis=1)
    # A filled cell or a thick bar darkens every row; a stroke only one or two.
    return bool(dark.max() >= STRUCK and (dark >= STRUCK).sum() <= max(3, height // 6))
