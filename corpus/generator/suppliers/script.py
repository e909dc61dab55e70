"""Written text with its truth inside: `[[12 May 2026|issued_on=2026-05-12]]` prints the words and says the field.

After the words stand, separated by `|`: a field (its value is the words), `field=value`, `std` or `std=EN 55032:2015`,
`act=2014/53/EU`, and `@role:CN` (the address of that party, with its country); `~key=value` adds a detail.
"""

import re
from typing import Any

from corpus.generator.case import standard
from corpus.generator.marks import Content, Mark
from corpus.generator.sheet import Sheet

NUMBERS = re.compile(r"(rated|output)_\w+|phases|ambient_temperature_c")
PIECE = re.compile(r"\[\[(.+?)\]\]", re.DOTALL)


def say(text: str) -> Content:
    """The text with its marks."""
    out: list[Content] = []
    place = 0
    for found in PIECE.finditer(text):
        out += [text[place : found.start()], _mark(*found[1].split("|"))]
        place = found.end()
    return (*out, text[place:])


def _mark(printed: str, *says: str) -> Mark:
    fields: list[tuple[str, Any]] = []
    details: dict[str, Any] = {}
    for item in says:
        name, equals, value = item.partition("=")
        if name.startswith("~"):
            details[name[1:]] = _number(value)
        elif name.startswith("@"):
            fields += _address(name[1:], value or printed)
        else:
            fields.append(_field(name, value if equals else " ".join(printed.split())))
    return Mark(printed, tuple(fields), tuple(details.items()))


def _address(role: str, printed: str) -> list[tuple[str, Any]]:
    role, _, country = role.partition(":")
    text = re.sub(r",?\s*\n\s*", ", ", printed)
    return [(f"{role}_address", text), *([(f"{role}_country", country)] if country else [])]


def _field(name: str, value: str) -> tuple[str, Any]:
    if name == "std":
        return "standards", standard(value).value()
    if name == "act":
        return "legal_acts", value
    return name, _number(value) if NUMBERS.fullmatch(name) else value


def _number(value: str) -> Any:
    if ".." in value:
        return [_number(part) for part in value.split("..")]
    try:
        shown = float(value)
    except ValueError:
        return value
    return int(shown) if shown.is_integer() else shown


def cells(text: str) -> list[list[Content]]:
    """A table written one row a line, cells separated by `¦`, `⏎` for a line break inside a cell."""
    return [[say(cell.strip().replace("⏎", "\n")) for cell in line.split("¦")] for line in text.strip().split("\n")]


def table(sheet: Sheet, text: str, widths: tuple[float, ...], **settings: Any) -> None:
    """Draws the table of `cells`."""
    sheet.table(cells(text), widths, **settings)


def pairs(sheet: Sheet, text: str, **settings: Any) -> None:
    """Label and value side by side, a row a line, `¦` between them."""
    sheet.pairs([(row[0], row[1]) for row in cells(text)], **settings)


def paras(sheet: Sheet, text: str, **settings: Any) -> None:
    """A paragraph for each line, `⏎` for a line break inside."""
    for line in text.strip().split("\n"):
        sheet.para(say(line.strip().replace("⏎", "\n")), **settings)


def above(sheet: Sheet, text: str, *, label_size: float = 6.5, size: float | None = None, gap: float = 6) -> None:
    """A small label and below it its value, a row a line."""
    for label, value in cells(text):
        sheet.para(label, size=label_size, gap=0)
        sheet.para(value, size=size, gap=gap)


def columns(sheet: Sheet, left: str, right: str, *, share: float = 0.5, gutter: float = 18, **settings: Any) -> None:
    """Two columns of paragraphs side by side."""
    top, margins = sheet.y, (sheet.left, sheet.right)
    split = sheet.left + sheet.width * share
    sheet.right = sheet.page_size[0] - split + gutter / 2
    paras(sheet, left, **settings)
    reached = sheet.y
    sheet.y, sheet.right, sheet.left = top, margins[1], split + gutter / 2
    paras(sheet, right, **settings)
    sheet.left = margins[0]
    sheet.y = max(sheet.y, reached)


def running(*lines: str, y: float, align: str = "center", size: float = 7, style: str = "regular") -> Any:
    """A header or footer of those lines at that height on every page; `{p}` and `{n}` are page and pages."""

    def draw(sheet: Sheet) -> None:
        x = {"left": sheet.left, "center": sheet.left + sheet.width / 2, "right": sheet.left + sheet.width}[align]
        page = sheet.page - sheet.start_page + 1
        for index, line in enumerate(lines):
            text = line.replace("{p}", str(page)).replace("{n}", str(sheet.pages_total))
            sheet.put(x, y + index * size * 1.3, say(text), size=size, style=style, align=align)

    return draw


def both(*draws: Any) -> Any:
    """Several headers or footers as one."""

    def draw(sheet: Sheet) -> None:
        for one in draws:
            one(sheet)

    return draw


def ink(sheet: Sheet, x: float, name: str, *, rise: float = 6) -> None:
    """A signature by hand at x, on the line the pen has reached."""
    sheet.note("signed", "yes")
    sheet.signature(x, sheet.y - rise, name)
