"""Turns the bytes of a text table into rows: encoding and separator are found by the heading.

Read as UTF-8 or UTF-16 where the bytes are that; otherwise as GB 18030 or Windows-1252, by which of them makes words
of the heading. Refuses bytes that are none of these, and tables without a heading.
"""

import codecs
import csv
from collections.abc import Iterator

from docverify.errors import UsageError
from docverify.units.headings import columns_of, is_heading

SEPARATORS = (",", ";", "\t", "|")
HEADING_WITHIN = 30  # lines from the top in which the heading is looked for
HEADING_BYTES = 40_000
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def text_rows(content: bytes, *, path: str) -> Iterator[tuple[int, list[str]]]:
    """Every row with the number of its line; UsageError when it is no text, or a quote never ends."""
    text = _text(content, path)
    separator = _separator(text)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        raise UsageError(f"{path}:{reader.line_num}:1: the row cannot be read: {error}") from error


def _text(content: bytes, path: str) -> str:
    text = _in_its_encoding(content, path)
    if "\0" in text:
        before = text[: text.index("\0")]
        line, column = before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
        raise UsageError(
            f"{path}:{line}:{column}: a zero byte, so the list is damaged or no text; save it anew as UTF-8"
        )
    return text


def _in_its_encoding(content: bytes, path: str) -> str:
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _decoded(content, encoding, path)
    if b"\0" in content[:4000]:
        little = content[1:4000:2].count(0) >= content[0:4000:2].count(0)
        encoding = "utf-16-le" if little else "utf-16-be"
        if _known_headings(content[:HEADING_BYTES].decode(encoding, "ignore")):
            return _decoded(content, encoding, path)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return _of_a_code_page(content, path)


def _decoded(content: bytes, encoding: str, path: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}:1:1: damaged {encoding.upper()} text: {error.reason}; save it as UTF-8") from error


def _of_a_code_page(content: bytes, path: str) -> str:
    """As GB 18030 or Windows-1252: the one under which more headings are known; of equal ones the plainer."""
    readings = []
    for encoding in ("gb18030", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        readings.append((_known_headings(text), encoding == "cp1252", text))
    if not readings:
        raise UsageError(f"{path}:1:1: the encoding cannot be told; save the list as UTF-8")
    return max(readings)[2]


def _known_headings(text: str) -> int:
    lines = text.splitlines()[:HEADING_WITHIN]
    return max((_headings(line, separator) for line in lines for separator in SEPARATORS), default=0)


def _separator(text: str) -> str:
    """The separator that makes the most headings of one of the first lines."""
    lines = text.splitlines()[:HEADING_WITHIN]
    if lines and lines[0].casefold().startswith("sep=") and len(lines[0].strip()) == 5:
        return lines[0].strip()[4]
    counts = {s: max((_headings(line, s) for line in lines), default=0) for s in SEPARATORS}
    return max(SEPARATORS, key=counts.__getitem__)


def _headings(line: str, separator: str) -> int:
    cells = [cell.strip().strip('"') for cell in line.split(separator)]
    return len(columns_of(cells)) if is_heading(cells) else 0
