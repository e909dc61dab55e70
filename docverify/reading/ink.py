"""The ink of a scan that no printer made: signatures, also those that recognition took for a word, and stamps.

Handwriting hangs together where print does not: what is looked for are long connected strokes, outside the words, out
of the words they cross, or instead of them. Rules and frames are taken away before. Says where ink is, never whose.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

import cv2
import numpy as np

from docverify.facts.evidence import Box
from docverify.reading.drawn import clusters
from docverify.reading.page import Mark, Word, union
from docverify.reading.picture import Picture, Pixels

DPI = 144.0
UNIT = DPI / 72
DARK = 45
RULE = 20.0  # points; a straight run that long is no handwriting
LONG = 14.0  # points, of a stroke
WIDE, HIGH = 15.0, 6.0  # points, of a signature
FULLEST = 0.5  # of its box, that a stroke covers
LARGEST = 0.6  # of the page's width; more is a frame
CRISP = 0.55  # shapes per letter; with fewer, the print of the page runs together
OVER_WORD = 1.7  # heights of a word
INSTEAD_OF_WORD = 0.7  # of its length
SMALLEST_STAMP, LARGEST_STAMP = 45.0, 160.0
MOST_CIRCLES = 12
BRIDGE = 9  # pixels; the width of a rule and a little
RIM = 0.85
SURE = 0.75
MOST_SHAPES = 20_000


@dataclass(frozen=True, slots=True)
class _Shape:
    """Connected dark pixels: their box and the share of it they cover."""

    box: Box
    fill: float

    @property
    def width(self) -> float:
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]


def ink_of(picture: Picture, words: Sequence[Word]) -> tuple[Mark, ...]:
    """The marks of kind `ink` and `stamp`; `words` are those that were recognised on the picture."""
    dark = _dark(picture)
    stamps = _rims(dark)
    plain = _without_rules(dark)
    shapes = _shapes(plain)
    height, width = dark.shape
    is_crisp = _is_crisp(words, _by_word(shapes, [word.box for word in words]))
    printed = [word for word in words if word.confidence >= SURE] if is_crisp else words
    strokes = [
        shape.box
        for shape in shapes
        if _is_stroke(shape, width / UNIT, height / UNIT)
        and _is_written(shape, printed, is_crisp=is_crisp)
        and not any(_holds(stamp, shape.box) for stamp in stamps)
    ]
    ink = [box for box in clusters(strokes, reach=14.0) if box[2] - box[0] >= WIDE and box[3] - box[1] >= HIGH]
    return (*(Mark("ink", _rounded(box)) for box in ink), *(Mark("stamp", _rounded(box)) for box in stamps))


def rims_of(picture: Picture) -> list[Box]:
    """The round rims of stamps in the picture."""
    return _rims(_dark(picture))


def _dark(picture: Picture) -> Pixels:
    """The dark pixels, 144 to the inch."""
    scale = DPI / picture.dpi
    grey = cv2.cvtColor(picture.pixels, cv2.COLOR_BGR2GRAY)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small < float(np.median(small)) - DARK, dtype=np.uint8)


def _without_rules(dark: Pixels) -> Pixels:
    """The dark pixels without straight rules."""
    length = int(RULE * UNIT)
    joined = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    across = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((1, length), np.uint8))
    down = cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((length, 1), np.uint8))
    rules = cv2.dilate(cv2.bitwise_or(across, down), np.ones((3, 3), np.uint8))
    plain = np.where(rules > 0, 0, dark).astype(np.uint8)
    # What crosses a rule goes on behind it: bridge the gap that the rule leaves.
    over = cv2.morphologyEx(plain, cv2.MORPH_CLOSE, np.ones((BRIDGE, 1), np.uint8))
    along = cv2.morphologyEx(plain, cv2.MORPH_CLOSE, np.ones((1, BRIDGE), np.uint8))
    return np.asarray(np.where((rules > 0) & (cv2.bitwise_or(over, along) > 0), 1, plain), dtype=np.uint8)


def _rims(dark: Pixels) -> list[Box]:
    """The round rims of stamps: circles that are dark nearly all the way round and no darker within."""
    shrunk = cv2.resize(dark * 255, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    low, high = int(SMALLEST_STAMP / 2), int(LARGEST_STAMP / 2)
    found = cv2.HoughCircles(shrunk, cv2.HOUGH_GRADIENT, 1, 30, param1=100, param2=40, minRadius=low, maxRadius=high)
    circles = [] if found is None else np.asarray(found, dtype=float).reshape(-1, 3).tolist()[:MOST_CIRCLES]
    rims: list[Box] = []
    small = np.asarray(cv2.dilate(shrunk, np.ones((3, 3), np.uint8)), dtype=np.uint8)
    for x, y, radius in circles:
        box = (x - radius, y - radius, x + radius, y + radius)
        if _round_cover(small, x, y, radius) > RIM and not any(_shared(box, rim) > 0 for rim in rims):
            rims.append(box)
    return rims


def _round_cover(small: Pixels, x: float, y: float, radius: float) -> float:
    """The share of the circle that is dark, at the best of some radii near it; 0 when its inside is as dark."""
    inside = small[int(max(y - radius / 2, 0)) : int(y + radius / 2), int(max(x - radius / 2, 0)) : int(x + radius / 2)]
    if inside.size == 0 or float(np.mean(inside > 64)) > 0.4:
        return 0.0
    angles = np.linspace(0, 2 * np.pi, 120, endpoint=False)
    best = 0.0
    for r in (radius - 1, radius, radius + 1):
        columns = np.clip((x + r * np.cos(angles)).astype(int), 0, small.shape[1] - 1)
        rows = np.clip((y + r * np.sin(angles)).astype(int), 0, small.shape[0] - 1)
        best = max(best, float(np.mean(small[rows, columns] > 64)))
    return best


def _shapes(dark: Pixels) -> list[_Shape]:
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    shapes = stats[1:][stats[1:, 4] >= 6][:MOST_SHAPES]
    return [
        _Shape((x / UNIT, y / UNIT, (x + w) / UNIT, (y + h) / UNIT), area / (w * h))
        for x, y, w, h, area in shapes.tolist()
    ]


def _is_stroke(shape: _Shape, width: float, height: float) -> bool:
    """Whether the shape is as long as a stroke of the pen and no frame, bar or picture."""
    long, short = max(shape.width, shape.height), min(shape.width, shape.height)
    is_frame = shape.width > LARGEST * width or shape.height > LARGEST * height / 2
    return long >= LONG and short >= 3.0 and shape.fill <= FULLEST and not is_frame


def _by_word(shapes: list[_Shape], words: list[Box]) -> list[int]:
    """How many shapes have their middle in each of the words."""
    if not shapes or not words:
        return [0] * len(words)
    boxes = np.array([shape.box for shape in shapes])
    x, y = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    return [int(np.sum((x >= x0) & (x <= x1) & (y >= y0) & (y <= y1))) for x0, y0, x1, y1 in words]


def _is_crisp(words: Sequence[Word], counts: list[int]) -> bool:
    """Whether the letters of the page's print stand apart, as a rule."""
    ratios = [count / len(word.text) for word, count in zip(words, counts, strict=True) if len(word.text) >= 4]
    return len(ratios) >= 5 and median(ratios) >= CRISP


def _is_written(shape: _Shape, words: Sequence[Word], *, is_crisp: bool) -> bool:
    """Whether the stroke stands outside the words, reaches well out of those it crosses, or stands for a whole one."""
    crossed = [word.box for word in words if _shared(shape.box, word.box) > 0]
    covered = sum(_shared(shape.box, box) for box in crossed) / max(shape.width * shape.height, 1.0)
    if covered < 0.35:
        return True
    around = max((_shared(shape.box, box), box) for box in crossed)[1]
    height, length = sorted((around[2] - around[0], around[3] - around[1]))
    if min(shape.width, shape.height) > OVER_WORD * height and covered < 0.7:
        return True
    return is_crisp and max(shape.width, shape.height) > max(INSTEAD_OF_WORD * length, WIDE, 2.2 * height)


def _shared(one: Box, two: Box) -> float:
    width = min(one[2], two[2]) - max(one[0], two[0])
    height = min(one[3], two[3]) - max(one[1], two[1])
    return width * height if width > 0 and height > 0 else 0.0


def _holds(outer: Box, inner: Box) -> bool:
    """Whether the inner box lies in the outer one, but for a little: what is written inside a stamp is the stamp's."""
    return union([outer, inner]) == outer or _shared(outer, inner) > 0.9 * (inner[2] - inner[0]) * (inner[3] - inner[1])


def _rounded(box: Box) -> Box:
    return (round(box[0], 2), round(box[1], 2), round(box[2], 2), round(box[3], 2))
