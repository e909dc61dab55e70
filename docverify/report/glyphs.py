"""Which characters the report's fonts can draw, read from their character maps; and the fonts' folders.

A character that no font has is shown as its number (`[U+1F600]`), for a PDF/A must not hold one that cannot be drawn.
"""

import struct
from bisect import bisect_right
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from docverify.errors import ToolMissing

# Packages that carry fonts under the SIL Open Font License; Chinese has its own.
PACKAGES = ("fontpkg_noto_sans", "pylopdf_fonts_zh_cn")
FAMILIES = ("Noto Sans", "Noto Sans SC")
FILES = ("NotoSans[", "NotoSansSC-Regular")


def font_folders() -> tuple[Path, ...]:
    """The folders of the fonts; ToolMissing when a package lacks."""
    return tuple(dict.fromkeys(path.parent for path in font_files()))


@lru_cache(maxsize=1)
def font_files() -> tuple[Path, ...]:
    """The font files that the report uses."""
    found = []
    for package, beginning in zip(PACKAGES, FILES, strict=True):
        spec = find_spec(package)
        folders = list(spec.submodule_search_locations or ()) if spec else []
        files = [path for folder in folders for path in sorted(Path(folder).rglob(f"{_literal(beginning)}*"))]
        if not files:
            raise ToolMissing(f"the fonts of {package} are missing: install docverify again")
        found.append(files[0])
    return tuple(found)


def _literal(text: str) -> str:
    return text.replace("[", "[[]")


def drawable(text: str) -> str:
    """The text with every character that no font has as its number."""
    return "".join(c if c.isascii() or has_glyph(ord(c)) else f"[U+{ord(c):04X}]" for c in text)


def has_glyph(code: int) -> bool:
    """Whether one of the fonts draws the character."""
    return _within(code, _ranges(font_files()))


def needs_second(character: str) -> bool:
    """Whether only the second font draws the character: a drawing names the font of every letter."""
    return not character.isascii() and not _within(ord(character), _ranges(font_files()[:1]))


def _within(code: int, ranges: tuple[tuple[int, ...], tuple[int, ...]]) -> bool:
    starts, ends = ranges
    at = bisect_right(starts, code) - 1
    return at >= 0 and code <= ends[at]


@lru_cache(maxsize=2)
def _ranges(files: tuple[Path, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    merged: list[list[int]] = []
    for first, last in sorted(span for path in files for span in _spans(path.read_bytes())):
        if merged and first <= merged[-1][1] + 1:
            merged[-1][1] = max(merged[-1][1], last)
        else:
            merged.append([first, last])
    return tuple(span[0] for span in merged), tuple(span[1] for span in merged)


def _spans(font: bytes) -> list[tuple[int, int]]:
    """The spans of a font's full character map (format 12), or of its basic one (format 4)."""
    count = struct.unpack_from(">H", font, 4)[0]
    tables = {font[at : at + 4]: struct.unpack_from(">I", font, at + 8)[0] for at in range(12, 12 + 16 * count, 16)}
    base = tables[b"cmap"]
    number = struct.unpack_from(">H", font, base + 2)[0]
    offsets = {struct.unpack_from(">I", font, base + 8 + 8 * n)[0] for n in range(number)}
    formats = {struct.unpack_from(">H", font, base + offset)[0]: base + offset for offset in offsets}
    if 12 in formats:
        return _groups(font, formats[12])
    return _segments(font, formats[4])


def _groups(font: bytes, at: int) -> list[tuple[int, int]]:
    count = struct.unpack_from(">I", font, at + 12)[0]
    return [struct.unpack_from(">II", font, at + 16 + 12 * n) for n in range(count)]


def _segments(font: bytes, at: int) -> list[tuple[int, int]]:
    double = struct.unpack_from(">H", font, at + 6)[0]
    count = double // 2
    ends = struct.unpack_from(f">{count}H", font, at + 14)
    starts = struct.unpack_from(f">{count}H", font, at + 16 + double)
    return [(first, last) for first, last in zip(starts, ends, strict=True) if last != 0xFFFF]
