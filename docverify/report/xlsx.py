"""A result as a workbook: findings, coverage, fields, questions, units and how it was made, each a sheet with filters.

Everything is written as text or number, never as formula or link, whatever a paper's text begins with.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from docverify.facts.result import Result
from docverify.report.outline import Item, Outline, outline
from docverify.report.registers import look_ups
from docverify.report.words import mark, market_text, shown, word

OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
MOST_ROWS = 200_000
Row = tuple[Any, ...]


def as_xlsx(result: Result) -> bytes:
    """The workbook."""
    arranged = outline(result)
    stream = io.BytesIO()
    book = Workbook(stream, OPTIONS)
    # The date of creation is the date of the result: the same result gives the same bytes.
    day = datetime(result.as_of.year, result.as_of.month, result.as_of.day)  # noqa: DTZ001 - a spreadsheet's date has no zone
    book.set_properties({"title": shown(result.shipment.name), "author": "docverify", "created": day})
    sheets = _Sheets(book)
    sheets.add("Verdict", ("What", ""), _verdict(arranged), (28, 90))
    sheets.add(
        "Findings",
        ("No.", "Outcome", "Severity", "Topic", "Product", "Unit", "Market", "Paper", "Page", "Message", "Expected")
        + ("Found", "Quote", "Source", "Rule", "Fingerprint", "Waiver"),
        [row for items in _items(arranged) for row in items],
        (6, 13, 10, 26, 16, 14, 9, 32, 6, 60, 28, 40, 40, 40, 20, 18, 30),
    )
    sheets.add(
        "Coverage",
        ("Requirement", "Pack", "Product", "State", "Paper", "Why", "Page", "Quote"),
        _coverage(arranged),
        (28, 18, 18, 14, 34, 60, 6, 40),
    )
    sheets.add(
        "Fields",
        ("Paper", "Kind", "Field", "Value", "As printed", "Page", "Read from", "Confidence"),
        _fields(arranged),
        (34, 30, 26, 40, 40, 6, 11, 11),
    )
    sheets.add(
        "Questions",
        ("No.", "Product", "Market", "Please send or correct", "请提供或更正"),
        _questions(arranged),
        (6, 18, 10, 80, 60),
    )
    sheets.add(
        "Units",
        ("Product", "Serial", "Hardware", "Firmware", "Produced on", "Batch", "Findings"),
        _units(arranged),
        (18, 22, 14, 14, 14, 14, 50),
    )
    registers = [(r.paper, r.issuer, r.register, r.url, r.number, r.compare) for r in look_ups(result)]
    sheets.add("Registers", ("Paper", "Issuer", "Register", "Address", "Type there", "Compare"), registers, (34,) * 6)
    sheets.add("Made", ("What", "Value"), [*arranged.made, *arranged.hashes], (44, 80))
    book.close()
    return stream.getvalue()


class _Sheets:
    """The sheets of one workbook, all of one look."""

    def __init__(self, book: Workbook) -> None:
        self.book = book
        self.head: Format = book.add_format({"bold": True, "bg_color": "#E9EEF4", "bottom": 1, "valign": "top"})
        self.body: Format = book.add_format({"text_wrap": True, "valign": "top"})
        self.colours = {
            "Failed": book.add_format({"font_color": "#A0241C", "bold": True, "valign": "top"}),
            "Not covered": book.add_format({"font_color": "#A0241C", "bold": True, "valign": "top"}),
            "Undecided": book.add_format({"font_color": "#7A4B00", "bold": True, "valign": "top"}),
            "Waived": book.add_format({"font_color": "#5A3D8A", "bold": True, "valign": "top"}),
        }

    def add(self, name: str, head: Sequence[str], rows: Sequence[Row], widths: Sequence[int]) -> None:
        """A sheet with frozen head, filter and print set-up."""
        sheet = self.book.add_worksheet(name)
        for column, (title, width) in enumerate(zip(head, widths, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, self.head)
        for number, row in enumerate(rows[:MOST_ROWS], 1):
            for column, value in enumerate(row):
                self._write(sheet, number, column, value)
        sheet.freeze_panes(1, 0)
        if rows:
            sheet.autofilter(0, 0, min(len(rows), MOST_ROWS), len(head) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _write(self, sheet: Worksheet, row: int, column: int, value: Any) -> None:
        if value is None or value == "":
            return
        if isinstance(value, int | float):
            sheet.write_number(row, column, value, self.body)
        else:
            text = str(value)
            sheet.write_string(row, column, text, self.colours.get(text, self.body))


def _verdict(arranged: Outline) -> list[Row]:
    rows: list[Row] = [
        ("Verdict", arranged.conclusion),
        ("", arranged.headline),
        ("Shipment", shown(arranged.result.shipment.name)),
        ("", arranged.about),
    ]
    rows += [(name[:1].upper() + name[1:], count) for name, count in arranged.tally]
    rows += [("Missing", f"{what}: {why}") for what, why in arranged.missing]
    rows += [("Not read", f"{what}: {why}") for what, why in arranged.not_read]
    return rows + [("Look ahead", f"{day}: {sentence}") for day, sentence in arranged.ahead]


def _items(arranged: Outline) -> list[list[Row]]:
    every = (*arranged.open_items, *arranged.waived, *arranged.passed)
    return [_rows(item) for item in every]


def _rows(item: Item) -> list[Row]:
    finding = item.finding
    outcome = "Waived" if mark(finding) == "waived" else word("outcomes", finding.outcome.value)
    waiver = f"{finding.waiver.reason} ({finding.waiver.who}, until {finding.waiver.expires})" if finding.waiver else ""
    place = item.places[0] if item.places else None
    paper = place.name if place else (item.about.rpartition(" · ")[2] if finding.subject.document else "")
    return [
        (
            item.number,
            outcome,
            word("severities", finding.severity.value),
            item.title,
            shown(finding.subject.product or ""),
            shown(finding.subject.unit or ""),
            market_text(finding.market),
            paper,
            place.page if place else None,
            shown(finding.message),
            shown(finding.expected),
            shown(finding.found),
            " · ".join(f"p. {p.page}: {quote}" for p in item.places[:5] for quote in p.quotes[:5]),
            shown(f"{finding.reference.cite} {finding.reference.url}".strip()),
            finding.rule,
            finding.fingerprint,
            shown(waiver),
        )
    ]


def _coverage(arranged: Outline) -> list[Row]:
    return [
        (
            cell.requirement,
            line.pack,
            cell.product,
            word("states", cell.state.value),
            cell.paper or "no such paper",
            cell.why,
            cell.places[0].page if cell.places else None,
            " · ".join(quote for place in cell.places for quote in place.quotes[:5]),
        )
        for line in arranged.matrix.lines
        for group in line.cells
        for cell in group
    ]


def _fields(arranged: Outline) -> list[Row]:
    return [
        (paper.name, paper.kind, v.field, v.text, v.quote, v.page, v.origin, round(v.confidence, 2))
        for paper in arranged.papers
        for v in paper.values
    ]


def _questions(arranged: Outline) -> list[Row]:
    asked: dict[tuple[str, str], Row] = {}
    for item in arranged.open_items:
        request = item.finding.request
        product, english = shown(item.finding.subject.product or ""), shown(request.get("en", ""))
        if english:
            row = (item.number, product, market_text(item.finding.market), english, shown(request.get("zh", "")))
            asked.setdefault((product, english), row)
    return list(asked.values())


def _units(arranged: Outline) -> list[Row]:
    about: dict[str, list[str]] = {}
    for item in arranged.open_items:
        if item.finding.subject.unit:
            about.setdefault(item.finding.subject.unit, []).append(f"{item.number}. {item.title}")
    return [
        (
            shown(product.model),
            shown(unit.serial),
            shown(unit.hardware or ""),
            shown(unit.firmware or ""),
            str(unit.produced_on or ""),
            shown(unit.batch or ""),
            "; ".join(about.get(unit.serial, ())),
        )
        for product in arranged.result.shipment.products
        for unit in product.units or ()
    ]
