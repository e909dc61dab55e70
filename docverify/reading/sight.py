"""What a person would see in the boxes of a page: the words, nothing, or words that are struck out.

A text layer holds words that nobody sees: white on white, invisible, covered, clipped, in a layer that is switched off.
The page is rendered once as a viewer shows it and the boxes are looked at. Sizes are points, 1/72 inch.
"""

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from docverify.facts.evidence import Box

SCALE = 150 / 72  # pixels a point
LEAST_CONTRAST = 48  # of 255: paler words are not read on paper
LEAST_HEIGHT = 2.5  # points: smaller print is not read
STRUCK = 0.97  # share of the width that a line through the words darkens


class Sight:
    """The rendered page, made when first asked for."""

    def __init__(self, page: Any) -> None:
        self._page = page

    @cached_property
    def _pixels(self) -> npt.NDArray[np.uint8]:
        bitmap = self._page.render(scale=SCALE, grayscale=True, may_draw_forms=False)
        pixels: npt.NDArray[np.uint8] = bitmap.to_numpy().copy()
        return pixels[:, :, 0] if pixels.ndim == 3 else pixels

    def of(self, boxes: Sequence[Box]) -> str:
        """Empty when the words are seen; otherwise `hidden` or `struck out`."""
        states = [self._one(box) for box in boxes]
        return next((state for state in states if state), "")

    def _one(self, box: Box) -> str:
        x0, y0, x1, y1 = (round(side * SCALE) for side in box)
        area = self._pixels[max(y0, 0) : max(y1, 0), max(x0, 0) : max(x1, 0)]
        if box[3] - box[1] < LEAST_HEIGHT or area.size == 0 or int(area.max()) - int(area.min()) < LEAST_CONTRAST:
            return "hidden"
        return "struck out" if _is_struck(area) else ""


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
