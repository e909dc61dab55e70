"""Typefaces: registers the fonts, measures and draws text of mixed scripts; refuses a character that has no glyph."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

FOLDER = Path(__file__).parent / "fonts"
EMBEDDED = ("sans", "sans-bold", "sans-italic", "serif", "serif-bold", "serif-italic", "mono", "chinese")


@dataclass(frozen=True)
class Face:
    """Regular, bold and italic of one typeface; characters they lack are drawn from `spare`, Chinese from `chinese`."""

    regular: str
    bold: str
    italic: str
    spare: str = "sans"


SANS = Face("sans", "sans-bold", "sans-italic")
SERIF = Face("serif", "serif-bold", "serif-italic", spare="serif")
MONO = Face("mono", "mono", "mono")
# The standard fonts of PDF are not embedded: small files, as many office programs write them.
HELVETICA = Face("Helvetica", "Helvetica-Bold", "Helvetica-Oblique")
TIMES = Face("Times-Roman", "Times-Bold", "Times-Italic", spare="serif")
COURIER = Face("Courier", "Courier-Bold", "Courier-Oblique", spare="mono")


@cache
def register() -> None:
    """Makes the fonts known to reportlab, once."""
    for name in EMBEDDED:
        pdfmetrics.registerFont(TTFont(name, str(FOLDER / f"{name}.ttf")))


@cache
def _has(font: str, character: str) -> bool:
    if font in EMBEDDED:
        return ord(character) in pdfmetrics.getFont(font).face.charToGlyph
    try:
        character.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _font_for(character: str, font: str, spare: str) -> str:
    for candidate in (font, spare, "chinese"):
        if _has(candidate, character):
            return candidate
    raise ValueError(f"no font has {character!r} (U+{ord(character):04X})")


def runs(text: str, font: str, face: Face) -> list[tuple[str, str]]:
    """The text as (font, piece) runs."""
    register()
    out: list[tuple[str, str]] = []
    for character in text:
        chosen = _font_for(character, font, face.spare)
        if out and out[-1][0] == chosen:
            out[-1] = (chosen, out[-1][1] + character)
        else:
            out.append((chosen, character))
    return out


def width(text: str, font: str, face: Face, size: float) -> float:
    """How wide the text prints, in points."""
    return sum(_advance(character, font, face.spare) for character in text) * size


@cache
def _advance(character: str, font: str, spare: str) -> float:
    """The width of one character at size 1: none of the fonts kerns."""
    register()
    return float(pdfmetrics.stringWidth(character, _font_for(character, font, spare), 1))


def draw(canvas: Canvas, x: float, y: float, text: str, font: str, face: Face, size: float) -> None:
    """Prints the text with its baseline start at x, y (PDF coordinates, origin bottom left)."""
    for name, piece in runs(text, font, face):
        canvas.setFont(name, size)
        canvas.drawString(x, y, piece)
        x += float(pdfmetrics.stringWidth(piece, name, size))
