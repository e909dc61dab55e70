"""Whether what the main job needs is installed and works: libraries, OCR model, rule packs, process limits."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version

from docverify.errors import DocverifyError


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at."""

    name: str
    good: bool
    note: str


LIBRARIES = ("pypdfium2", "pdfplumber", "pypdf", "rapidocr", "onnxruntime", "cel-expr-python", "pydantic", "rapidfuzz")


def examine() -> tuple[Check, ...]:
    """Every check, in the order of the route."""
    return (
        Check("python", sys.version_info >= (3, 11), sys.version.split()[0]),
        *(_library(name) for name in LIBRARIES),
        _try("reading in a child process", _read_a_page),
        _try("OCR", _ocr_a_word),
        _try("rule packs", _load_packs),
        _try("PDF reports", _find_fonts),
    )


def _library(name: str) -> Check:
    try:
        return Check(name, good=True, note=version(name))
    except PackageNotFoundError:
        return Check(name, good=False, note=f"not installed; pip install {name}")


def _try(name: str, probe: Callable[[], str]) -> Check:
    try:
        return Check(name, good=True, note=probe())
    except (DocverifyError, ImportError, OSError, RuntimeError) as error:
        return Check(name, good=False, note=str(error))


def _find_fonts() -> str:
    from docverify.report.glyphs import drawable, font_files

    import_module("typst")
    if drawable("Größe 中文") != "Größe 中文":
        raise RuntimeError("the fonts lack letters; install docverify again")
    return f"typst, fonts {', '.join(path.name for path in font_files())}"


def _read_a_page() -> str:
    from docverify.facts.source import SourceFile
    from docverify.worker.pool import read_all

    documents, refusals = read_all([SourceFile.of("probe.pdf", PROBE)])
    if refusals or not documents:
        raise RuntimeError(refusals[0].reason if refusals else "no document came back")
    return "a small PDF came back from the child"


def _ocr_a_word() -> str:
    from io import BytesIO

    from PIL import Image, ImageDraw

    from docverify.facts.source import SourceFile
    from docverify.worker.pool import read_all

    picture = Image.new("L", (900, 400), 255)
    ImageDraw.Draw(picture).text((80, 120), "DECLARATION 2026", fill=0, font_size=64)
    content = BytesIO()
    picture.save(content, "PNG")
    documents, refusals = read_all([SourceFile.of("probe.png", content.getvalue())])
    unread = [page.reason for document in documents for page in document.unread_pages]
    if refusals or unread or not documents:
        raise RuntimeError(refusals[0].reason if refusals else "; ".join(unread) or "no document came back")
    return "words were read from a picture"


def _load_packs() -> str:
    from docverify.packs import all_packs

    packs = all_packs()
    return f"{len(packs)} packs, {sum(len(pack.rules) for pack in packs)} rules"


PROBE = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 100]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 41>>stream
BT /F1 12 Tf 20 50 Td (Probe page) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
"""
