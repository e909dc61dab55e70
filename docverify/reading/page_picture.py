"""A page of a paper as a small picture for people, as it is displayed: forms, notes and stamps included.

Refuses (`UnreadableInput`) a page that the file does not have and whatever cannot be drawn.
"""

import io
from typing import Any

import pypdfium2 as pdfium
from PIL import Image

from docverify.errors import UnreadableInput
from docverify.facts.source import SourceFile
from docverify.reading.catalogue import Catalogue
from docverify.reading.picture import frames_of
from docverify.reading.read import opened_pdf
from docverify.reading.salvage import salvaged

DPI = 96.0
MOST_PIXELS = 1_600_000
COLOURS = 16
LARGE = 70 << 10  # bytes; a picture beyond that is a photograph, for which WebP does better
QUALITY = 45


class Drawer:
    """The pages of one file, drawn when asked for."""

    def __init__(self, source: SourceFile) -> None:
        """Open the file; a picture file has its frames for pages."""
        self.frames = [] if _is_pdf(source) else frames_of(source)
        self.pdf = _opened(source) if _is_pdf(source) else None

    def draw(self, number: int) -> tuple[float, float, str, bytes]:
        """Width and height of the page in points, the picture's type and its bytes."""
        image, width, height = self._frame(number) if self.pdf is None else self._page(number)
        kind, content = _encoded(image)
        return width, height, kind, content

    def _page(self, number: int) -> tuple[Image.Image, float, float]:
        pdf: Any = self.pdf
        if not 1 <= number <= len(pdf):
            raise UnreadableInput("the file has no such page any more")
        try:
            page = pdf[number - 1]
            width, height = page.get_size()
            scale = min(DPI / 72, (MOST_PIXELS / max(width * height, 1.0)) ** 0.5)
            image = page.render(scale=scale, may_draw_forms=True).to_pil()
        except pdfium.PdfiumError as error:
            raise UnreadableInput(f"the page cannot be drawn ({error})") from error
        return image, width, height

    def _frame(self, number: int) -> tuple[Image.Image, float, float]:
        if not 1 <= number <= len(self.frames):
            raise UnreadableInput("the file has no such page any more")
        picture = self.frames[number - 1]
        width, height = picture.size
        image = Image.fromarray(picture.pixels[:, :, ::-1])
        scale = min(1.0, DPI / picture.dpi)
        return image.resize((max(1, int(image.width * scale)), max(1, int(image.height * scale)))), width, height


def paper_within(content: bytes, path: str, sha256: str) -> SourceFile:
    """The file itself, or the paper embedded in it that has that hash; UnreadableInput when neither is it."""
    source = SourceFile.of(path, content)
    if source.sha256 == sha256:
        return source
    for inside in Catalogue(content, None).files() if _is_pdf(source) else ():
        embedded = SourceFile.of(path, inside.content or b"")
        if inside.is_pdf and embedded.sha256 == sha256:
            return embedded
    raise UnreadableInput("the file holds another content now")


def _is_pdf(source: SourceFile) -> bool:
    return b"%PDF-" in source.content[:1024]


def _opened(source: SourceFile) -> Any:
    try:
        return opened_pdf(source.content, source.path)
    except UnreadableInput:
        saved = salvaged(source.content)
        if saved is None:
            raise
        return opened_pdf(saved, source.path)


def _encoded(image: Image.Image) -> tuple[str, bytes]:
    """Few colours are sharp and small for print; a scan or photograph is smaller as WebP."""
    plain = image.convert("RGB")
    few = plain.quantize(COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    png = _saved(few, format="PNG")
    if len(png) <= LARGE:
        return "png", png
    webp = _saved(plain, format="WEBP", quality=QUALITY, method=1)
    return ("webp", webp) if len(webp) < len(png) else ("png", png)


def _saved(image: Image.Image, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, **options)
    return stream.getvalue()
