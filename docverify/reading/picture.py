"""Pages as pictures for OCR: PDF pages rendered, image files frame by frame; and their ruled lines.

Refuses (`UnreadableInput`) an image file that cannot be decoded or has more pixels than a page can need.
"""

import io
from dataclasses import dataclass
from math import cos, sin
from typing import Any, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from docverify.errors import UnreadableInput
from docverify.facts.source import SourceFile
from docverify.reading.rules import Ruling

DPI = 200.0
MOST_PIXELS = 12_000_000  # of a picture that is looked at; A3 at 200 dpi has 7.7 million
MOST_DECODED = 80_000_000  # of an image file, before it is scaled down
MOST_FRAMES = 200
A4_LONG_SIDE = 841.89
RULES_DPI = 150.0
LEAST_ACROSS, LEAST_DOWN = 20.0, 12.0  # points; the stroke of a letter is shorter
THICKEST = 5.0  # points

Pixels: TypeAlias = NDArray[np.uint8]
_UNDECODABLE = (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError)


@dataclass(frozen=True, slots=True)
class Picture:
    """Pixels in the order blue, green, red, and their number per inch of the page."""

    pixels: Pixels
    dpi: float

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        height, width = self.pixels.shape[:2]
        return (width * 72 / self.dpi, height * 72 / self.dpi)

    @property
    def is_blank(self) -> bool:
        """Whether hardly a pixel differs from the paper."""
        grey = cv2.cvtColor(self.pixels, cv2.COLOR_BGR2GRAY)
        paper = float(np.median(grey))
        return float(np.mean(np.abs(grey.astype(np.float32) - paper) > 40)) < 0.0005


def rendered(page: Any, width: float, height: float) -> Picture:
    """The PDF page as displayed, forms and annotations included."""
    dpi = min(DPI, 72.0 * (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
    bitmap = page.render(scale=dpi / 72, may_draw_forms=True, rev_byteorder=False)
    pixels = bitmap.to_numpy()
    if pixels.ndim == 2 or pixels.shape[2] == 1:
        pixels = cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_GRAY2BGR)
    copied = np.ascontiguousarray(pixels[:, :, :3])
    bitmap.close()
    return Picture(copied, dpi)


def frame_count(source: SourceFile) -> int:
    """How many frames the image file says it has, of which `frames_of` gives no more than it may."""
    try:
        with Image.open(io.BytesIO(source.content)) as image:
            return int(getattr(image, "n_frames", 1))
    except _UNDECODABLE as error:
        raise _undecodable(source, error) from error


def frames_of(source: SourceFile) -> list[Picture]:
    """The pictures of an image file (a TIFF may hold several), the first `MOST_FRAMES` of them."""
    try:
        with Image.open(io.BytesIO(source.content)) as image:
            frames = []
            for number in range(min(getattr(image, "n_frames", 1), MOST_FRAMES)):
                image.seek(number)
                frames.append(_frame(source, image))
            return frames
    except _UNDECODABLE as error:
        raise _undecodable(source, error) from error


def _undecodable(source: SourceFile, error: BaseException) -> UnreadableInput:
    return UnreadableInput(f"{source.path}: the picture cannot be decoded ({error}); ask for it as a PDF")


def _frame(source: SourceFile, image: Image.Image) -> Picture:
    if image.width * image.height > MOST_DECODED:
        raise UnreadableInput(
            f"{source.path}: the picture has {image.width} x {image.height} pixels; ask for a smaller one"
        )
    upright = ImageOps.exif_transpose(image).convert("RGB")
    factor = min(1.0, (MOST_PIXELS / (upright.width * upright.height)) ** 0.5)
    if factor < 1:
        upright = upright.resize((int(upright.width * factor), int(upright.height * factor)))
    pixels = np.ascontiguousarray(np.asarray(upright, dtype=np.uint8)[:, :, ::-1])
    return Picture(pixels, max(pixels.shape[:2]) * 72 / A4_LONG_SIDE)


def rules_in(picture: Picture, *, skew: float) -> tuple[Ruling, ...]:
    """The horizontal and vertical rules of the picture once it is turned back by its skew, in points."""
    scale = RULES_DPI / picture.dpi
    grey = cv2.cvtColor(picture.pixels, cv2.COLOR_BGR2GRAY)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    unit = 72 / (RULES_DPI if scale < 1 else picture.dpi)
    height, width = small.shape
    pad = int(abs(sin(skew)) * max(height, width)) + 2
    matrix = np.array([[cos(skew), sin(skew), pad], [-sin(skew), cos(skew), pad]], dtype=np.float64)
    paper = float(np.median(small))
    level = cv2.warpAffine(small, matrix, (width + 2 * pad, height + 2 * pad), borderValue=paper)
    dark = (level < paper - 60).astype(np.uint8)
    return tuple(_rules(dark, unit, pad, along=0) + _rules(dark, unit, pad, along=1))


def _rules(dark: Pixels, unit: float, pad: int, *, along: int) -> list[Ruling]:
    """The rules that run along the axis: 0 across the page, 1 down."""
    length = int((LEAST_ACROSS, LEAST_DOWN)[along] / unit)
    kernel = np.ones((1, length) if along == 0 else (length, 1), dtype=np.uint8)
    gap = np.ones((3, 3), dtype=np.uint8)
    runs = cv2.morphologyEx(cv2.morphologyEx(dark, cv2.MORPH_CLOSE, gap), cv2.MORPH_OPEN, kernel)
    _, _, stats, _ = cv2.connectedComponentsWithStats(runs, connectivity=8)
    rules = []
    for x, y, w, h, _ in stats[1:].tolist():
        thick, long = (h, w) if along == 0 else (w, h)
        if thick * unit <= THICKEST and long > 4 * thick:
            x0, y0, x1, y1 = (value * unit for value in (x - pad, y - pad, x + w - pad, y + h - pad))
            middle = ((x0 + x1) / 2, (y0 + y1) / 2)
            rules.append(Ruling(x0, middle[1], x1, middle[1]) if along == 0 else Ruling(middle[0], y0, middle[0], y1))
    return rules
