"""Whether a page's own text can be trusted, or is missing, garbage, or an invisible layer that some other OCR left.

Every test is a count over the characters or a few calls into PDFium, because it runs on every page of every manual.
"""

import re
from dataclasses import dataclass
from enum import Enum

import pypdfium2.raw as pdfium_c

from docverify.reading.drawn import picture_share
from docverify.reading.text_layer import TextPage

LITTLE_TEXT = 300  # characters; a scan with a stamped header has fewer
PICTURE_SHARE = 0.5  # of the page's area
SAMPLES = 16
_ODD = re.compile("[\ufffd\ue000-\uf8ff\x00-\x01\x03-\x08\x0e-\x1f]|cid:")
_GARBAGE = re.compile("[\ufffd\ue000-\uf8ff\x00-\x01\x03-\x08\x0e-\x1f]+|\\(cid:\\d+\\)")
_LOWER = re.compile("[a-z]{4,}")
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"
_FREQUENT = "aeionrst"  # the most frequent letter of a language in Latin script is one of these
_WORDS = re.compile(r"\S+")


class Quality(Enum):
    """What to do with a page's own text."""

    USABLE = "usable"
    EMPTY = "empty"  # no text, and nothing drawn that could hold any
    PICTURE = "picture"  # no text, but something is drawn
    MIXED = "mixed"  # a picture with a little text over it
    HIDDEN = "hidden"  # an invisible layer over a picture, well readable
    GARBAGE = "garbage"  # text that no one can read


@dataclass(frozen=True, slots=True)
class Verdict:
    """The quality with its reason in words."""

    quality: Quality
    reason: str = ""


_USABLE = Verdict(Quality.USABLE)


def judge(opened: TextPage) -> Verdict:
    """What the page's own text is worth."""
    raw = opened.raw
    count = len(raw) - raw.count(" ") - raw.count("\r") - raw.count("\n")
    if count == 0:
        drawn = pdfium_c.FPDFPage_CountObjects(opened.page.raw)
        return Verdict(Quality.PICTURE if drawn else Quality.EMPTY, "the page has no text of its own")
    garbage = _garbage(opened, count)
    if garbage:
        return Verdict(Quality.GARBAGE, garbage)
    if count >= LITTLE_TEXT and not _hidden(opened):
        return _USABLE
    return _over_picture(opened, count)


def _over_picture(opened: TextPage, count: int) -> Verdict:
    """A page with little or invisible text: what matters is whether a picture lies under it."""
    if picture_share(opened) < PICTURE_SHARE:
        return Verdict(Quality.USABLE)
    if _hidden(opened):
        if _looks_recognised_badly(opened.raw):
            return Verdict(Quality.GARBAGE, "the invisible text over the picture is of poor quality")
        return Verdict(Quality.HIDDEN if count >= 40 else Quality.MIXED)
    return Verdict(Quality.MIXED if count < LITTLE_TEXT else Quality.USABLE)


def _garbage(opened: TextPage, count: int) -> str:
    """Why the text cannot be read; empty when it can."""
    raw = opened.raw
    if _ODD.search(raw) and sum(map(len, _GARBAGE.findall(raw))) > 0.2 * count:
        return "the text is encoded so that no one can read it"
    if _unmapped(opened) > 0.3:
        return "the fonts do not say which letters their glyphs are"
    lower = "".join(_LOWER.findall(raw[:2000]))
    if len(lower) >= 150:
        vowels = sum(lower.count(vowel) for vowel in "aeiouy")
        few, hardly_any = vowels < 0.28 * len(lower), vowels < 0.18 * len(lower)
        if hardly_any or (few and max(_ALPHABET, key=lower.count) not in _FREQUENT):
            return "the fonts' letters are scrambled"
    return ""


def _unmapped(opened: TextPage) -> float:
    """The share of characters, in a sample, for which the font gives no letter."""
    raw, textpage, has_error = opened.raw, opened.textpage.raw, pdfium_c.FPDFText_HasUnicodeMapError
    failed = seen = 0
    for at in range(0, len(raw), max(1, len(raw) // SAMPLES)):
        if not raw[at].isspace():
            seen += 1
            failed += has_error(textpage, at) == 1
    return failed / seen if seen >= 8 else 0.0


def _hidden(opened: TextPage) -> bool:
    """Whether the text is drawn invisibly (render mode 3), judged by a few characters spread over the page."""
    total = len(opened.raw)
    seen = invisible = 0
    for at in range(0, total, max(1, total // 4)):
        text_object = pdfium_c.FPDFText_GetTextObject(opened.textpage.raw, at)
        if text_object:
            seen += 1
            mode = pdfium_c.FPDFTextObj_GetTextRenderMode(text_object)
            invisible += int(mode == pdfium_c.FPDF_TEXTRENDERMODE_INVISIBLE)
    return seen > 0 and invisible > 0.7 * seen


def _looks_recognised_badly(raw: str) -> bool:
    """Many scraps and symbols, few words: what a careless OCR leaves."""
    words: list[str] = _WORDS.findall(raw)
    if not words:
        return True
    plain = sum(word.strip(".,:;()[]\"'").isalnum() for word in words)
    scraps = sum(len(word) == 1 and word.isalpha() for word in words)
    return plain < 0.6 * len(words) or scraps > 0.3 * len(words)
