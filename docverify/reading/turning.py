"""Tells how the lines of a scanned page run: upright, on a side, or upside down, by the most of its longer lines.

Pages with text of their own are upright: their rotation was applied when they were read.
"""

from collections import Counter

from docverify.facts.evidence import Box, Origin
from docverify.reading.page import Line, Page

_SHORTEST = 6  # letters; shorter lines do not tell how they run
_SHARE = 0.6  # of the telling lines agree


def turn_of(page: Page) -> str:
    """How the page's lines run: `up`, `down`, `over` (upside down), or empty when they are upright."""
    if page.origin is not Origin.OCR:
        return ""
    runs = Counter(_run(line) for line in page.lines if len(line.text) >= _SHORTEST)
    turn, count = runs.most_common(1)[0] if runs else ("", 0)
    return turn if count > _SHARE * sum(runs.values()) else ""


def _run(line: Line) -> str:
    box = line.box
    first, last = line.words[0].box, line.words[-1].box
    if box[3] - box[1] > box[2] - box[0]:
        return "up" if first[1] + first[3] >= last[1] + last[3] else "down"
    return "over" if first[0] > last[0] else ""


def height_and_depth(box: Box, page: Page, turn: str) -> tuple[float, float]:
    """How high the print in that box is, and where it stands from the top (0) to the foot (1) of the upright page."""
    x0, y0, x1, y1 = box
    if turn == "up":
        return x1 - x0, x0 / page.width
    if turn == "down":
        return x1 - x0, 1 - x1 / page.width
    return y1 - y0, 1 - y1 / page.height if turn == "over" else y0 / page.height
