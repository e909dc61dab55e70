"""A manual's PDF as a file: fonts, page sizes, bookmarks, pictures; as plain JSON for its marks."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
from PIL import Image, UnidentifiedImageError
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, IndirectObject

from docverify.errors import UnreadableInput
from docverify.reading.read import opened_pdf

SAME_PICTURE = 6  # bits of 64 in which two pictures may differ and still be the same logo
MOST_PICTURES = 300
MOST_BOOKMARKS = 500
_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
# Every reader has the 14 standard fonts: ISO 32000-1, 9.6.2.2.
_STANDARD = re.compile(
    r"(?:Helvetica|Courier|Times)(?:-(?:Roman|Bold|Italic|Oblique|Bold(?:Italic|Oblique)))?|Symbol|ZapfDingbats"
)


def file_facts(content: bytes, path: str, *, logos: Sequence[int] = ()) -> dict[str, Any]:
    """The facts but its fonts (`fonts_of`); `logos` are hashes of pictures (`picture_hash`) to look for."""
    pdf = opened_pdf(content, path)
    try:
        facts = {
            "page_sizes": _sizes(pdf),
            "bookmarks": _bookmarks(pdf),
            "logos": list(_logos(pdf, logos)) if logos else [],
        }
    finally:
        pdf.close()
    return facts


def _sizes(pdf: Any) -> list[dict[str, Any]]:
    """The sizes of the pages in whole millimetres, upright, with how many pages have them and the first of these."""
    sizes: Counter[tuple[int, int]] = Counter()
    first: dict[tuple[int, int], int] = {}
    for index in range(len(pdf)):
        width, height = pdf.get_page_size(index)
        size = (round(min(width, height) * 25.4 / 72), round(max(width, height) * 25.4 / 72))
        sizes[size] += 1
        first.setdefault(size, index + 1)
    return [{"mm": list(size), "pages": count, "first": first[size]} for size, count in sizes.most_common(10)]


def _bookmarks(pdf: Any) -> list[dict[str, Any]]:
    found = []
    try:
        for mark in pdf.get_toc(max_depth=6):
            destination = mark.get_dest()
            page = destination.get_index() if destination is not None else None
            found.append(
                {"title": mark.get_title()[:200], "level": mark.level, "page": None if page is None else page + 1}
            )
            if len(found) == MOST_BOOKMARKS:
                break
    except (pdfium.PdfiumError, RecursionError):
        return found
    return found


def fonts_of(content: bytes) -> dict[str, Any]:
    """Fonts that the file uses and does not hold; what cannot be looked into is told, never taken for well."""
    try:
        reader = PdfReader(io.BytesIO(content), strict=False)
        if reader.is_encrypted:
            return {"fonts": "undetermined", "fonts_not_embedded": []}
        seen: set[Any] = set()
        absent: dict[str, int] = {}
        for number, page in enumerate(reader.pages, 1):
            for font in _page_fonts(page, seen):
                name = str(font.get("/BaseFont", "?")).lstrip("/")
                if not _STANDARD.fullmatch(name) and not _is_embedded(font):
                    absent.setdefault(name, number)
    except (PyPdfError, RecursionError, KeyError, TypeError, ValueError, AttributeError, OSError):
        return {"fonts": "undetermined", "fonts_not_embedded": []}
    return {"fonts": "read", "fonts_not_embedded": [{"font": n, "page": p} for n, p in sorted(absent.items())]}


def _page_fonts(page: Any, seen: set[Any]) -> Iterator[DictionaryObject]:
    """The fonts of the page's resources, each indirect object once in the whole file."""
    resources = page.get("/Resources")
    if isinstance(resources, IndirectObject):
        if resources.idnum in seen:
            return
        seen.add(resources.idnum)
        resources = resources.get_object()
    if not isinstance(resources, DictionaryObject) or "/Font" not in resources:
        return
    fonts: Any = resources["/Font"]
    for value in fonts.values():
        mark = value.idnum if isinstance(value, IndirectObject) else id(value)
        if mark not in seen:
            seen.add(mark)
            font = value.get_object()
            if isinstance(font, DictionaryObject):
                yield font


def _is_embedded(font: DictionaryObject) -> bool:
    if font.get("/Subtype") == "/Type3":
        return True
    inner: Any = font
    if "/DescendantFonts" in font:
        inner = inner["/DescendantFonts"][0].get_object()
    descriptor = inner.get("/FontDescriptor")
    described = descriptor.get_object() if descriptor is not None else None
    return described is not None and any(name in described for name in _FILES)


def picture_hash(picture: Any) -> int:
    """A 64-bit difference hash of a Pillow picture: equal pictures in other sizes differ in few bits."""
    small = picture.convert("L").resize((9, 8))
    pixels = small.tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            bits = bits << 1 | (pixels[row * 9 + column] > pixels[row * 9 + column + 1])
    return bits


def hash_of_file(content: bytes, path: str) -> int:
    """The hash of a picture file; UnreadableInput when it is none."""
    try:
        with Image.open(io.BytesIO(content)) as picture:
            return picture_hash(picture)
    except (UnidentifiedImageError, OSError, ValueError) as error:
        raise UnreadableInput(f"{path}: cannot be read as a picture; give the logo as PNG or JPEG") from error


def _logos(pdf: Any, logos: Sequence[int]) -> Iterator[dict[str, Any]]:
    """Pictures on the pages that look like one of the logos."""
    tried = 0
    for index in range(len(pdf)):
        page = pdf.get_page(index)
        height = page.get_height()
        for picture in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_IMAGE]):
            tried += 1
            if tried > MOST_PICTURES:
                return
            try:
                shown = picture_hash(picture.get_bitmap(render=False).to_pil())
                left, bottom, right, top = picture.get_bounds()
            except (pdfium.PdfiumError, ValueError, OSError):
                continue
            if any((shown ^ logo).bit_count() <= SAME_PICTURE for logo in logos):
                box = [round(value, 1) for value in (left, height - top, right, height - bottom)]
                yield {"page": index + 1, "boxes": [box], "quote": ""}
        page.close()
