"""Turns a born-digital PDF into a scan: pages as grey JPEG or black-and-white pictures, skewed, noisy or turned."""

import hashlib
import io

import numpy as np
import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

DPI = 150
QUALITY = 42
TURNS = {"rotate90": 90, "rotate180": 180, "rotate270": 270}
SKEW = {"skew": 1.4, "noisy": -0.9, "plain": 0.2}
BLACK = 150  # darker is black in a black-and-white scan
NOISE = {"fax": 2.0, "plain": 3.0, "skew": 5.0, "noisy": 14.0}


def scanned(pdf: bytes, damage: str, *, dpi: int = DPI) -> bytes:
    """The same pages as pictures with that damage (`skew`, or `skew@200` for 200 dpi); the same bytes each time."""
    damage, _, wanted = damage.partition("@")
    dpi = int(wanted or dpi)
    source = pypdfium2.PdfDocument(pdf)
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=1)
    for index in range(len(source)):
        picture = source[index].render(scale=dpi / 72, grayscale=True).to_pil().convert("L")
        page = _damaged(picture, damage, seed=hashlib.sha256(pdf).digest()[index % 32] + index)
        _place(canvas, page, dpi)
    canvas.save()
    return buffer.getvalue()


def _damaged(picture: Image.Image, damage: str, *, seed: int) -> Image.Image:
    rng = np.random.default_rng(seed)
    angle = SKEW.get(damage, 0.3) * float(rng.uniform(0.7, 1.3)) * (1 if seed % 2 else -1)
    picture = picture.rotate(angle, resample=Image.Resampling.BICUBIC, fillcolor=250)
    picture = picture.filter(ImageFilter.GaussianBlur(0.5))
    grey = np.asarray(picture, dtype=np.float32)
    grey = 18 + grey * (238 / 255)
    grey += rng.normal(0, NOISE.get(damage, 4.0), grey.shape)
    picture = Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8))
    if damage == "fax":
        return picture.point([255 * (level > BLACK) for level in range(256)]).convert("1")
    if damage in TURNS:
        picture = picture.rotate(TURNS[damage], expand=True)
    return picture


def _place(canvas: Canvas, page: Image.Image, dpi: int) -> None:
    if page.mode == "1":
        canvas.setPageSize((page.width * 72 / dpi, page.height * 72 / dpi))
        canvas.drawImage(ImageReader(page), 0, 0, page.width * 72 / dpi, page.height * 72 / dpi)
        canvas.showPage()
        return
    jpeg = io.BytesIO()
    page.save(jpeg, "JPEG", quality=QUALITY)
    wide, high = page.width * 72 / dpi, page.height * 72 / dpi
    canvas.setPageSize((wide, high))
    jpeg.seek(0)
    canvas.drawImage(ImageReader(jpeg), 0, 0, wide, high)
    canvas.showPage()
