"""Pages as pictures for OCR: PDF pages rendered, image files frame by frame; and the ink that is no text.

Refuses (`UnreadableInput`) an image file that cannot be decoded or has more pixels than a page can need.
"""

import io
from dataclasses import dataclass
from typing import Any, TypeAlias

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageOps, UnidentifiedImageError

from docverify.errors import UnreadableInput
from docverify.facts.evidence import Box
from docverify.facts.source import SourceFile
from docverify.reading.drawn import clusters
from docverify.reading.page import Mark

DPI = 200.0
MOST_PIXELS = 12_000_000  # of a picture that is looked at; A3 at 200 dpi has 7.7 million
MOST_DECODED = 80_000_000  # of an image file, before it is scaled down
MOST_FRAMES = 200
A4_LONG_SIDE = 841.89
INK_DPI = 72.0

Pixels: TypeAlias = NDArray[np.uint8]


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


def frames_of(source: SourceFile) -> list[Picture]:
    """The pictures of an image file (a TIFF may hold several)."""
    try:
        with Image.open(io.BytesIO(source.content)) as image:
            frames = []
            for number in range(min(getattr(image, "n_frames", 1), MOST_FRAMES)):
                image.seek(number)
                frames.append(_frame(source, image))
            return frames
    except (OSError, ValueError, SyntaxError, UnidentifiedImageError, Image.DecompressionBombError) as error:
        raise UnreadableInput(f"{source.path}: the picture cannot be decoded ({error}); ask for it as a PDF") from error


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


def ink_of(picture: Picture, text: list[Box]) -> tuple[Mark, ...]:
    """Ink outside the boxes of text, joined to marks of the size of a signature or stamp."""
    scale = INK_DPI / picture.dpi
    grey = cv2.cvtColor(picture.pixels, cv2.COLOR_BGR2GRAY)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = (small < float(np.median(small)) - 45).astype(np.uint8)
    for x0, y0, x1, y1 in text:
        dark[max(0, int(y0)) : int(y1) + 1, max(0, int(x0)) : int(x1) + 1] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    height, width = small.shape
    boxes: list[Box] = []
    for x, y, w, h, area in stats[1:].tolist():
        is_rule = min(w, h) <= 3 and max(w, h) > 20
        is_frame = w > 0.7 * width or h > 0.5 * height
        if area >= 6 and not is_rule and not is_frame:
            boxes.append((float(x), float(y), float(x + w), float(y + h)))
    marks = clusters(boxes, reach=5.0)
    return tuple(Mark("ink", box) for box in marks if box[2] - box[0] >= 15 and box[3] - box[1] >= 6)
