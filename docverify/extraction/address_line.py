"""Turns the lines of an address into the one line that it is written in."""

import re
from dataclasses import replace

from docverify.extraction.printed import Printed
from docverify.facts.evidence import Origin
from docverify.reading.page import Page

_RUN_TOGETHER = re.compile(r"(?<=\d)(?=[A-Z][a-z]{2})|(?<=[a-z]{2})(?=[A-Z][a-z]{2})|(?<=[A-Za-z],)(?=[A-Z\d])")
_POSTCODE = re.compile(r"\b([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})\b(?=[, ]*U)")
_BULLET = re.compile(r"\s[•·|]\s")
_FULL_WIDTH = 0.8  # of the page's width
_SPACE = 2.0  # points, about a space


def one_line(printed: Printed, *, right: float = 0.0) -> str:
    """Lines joined as an address is written in one line; a line that ran into the margin `right` was only wrapped."""
    out = ""
    before: Printed | None = None
    printed = _without_bullets(printed)
    for line in printed.lines():
        wrapped = before is not None and right > 0 and before.box[2] + _first_width(line) > right
        out += line.text if not out else f" {line.text}" if out[-1] in ",;-，" or wrapped else f", {line.text}"
        before = line
    if any(place.word.origin is Origin.OCR for place in printed.places):
        out = _POSTCODE.sub(r"\1 \2", _RUN_TOGETHER.sub(" ", out))  # "188Mingzhu Road", "OX144NB,UnitedKingdom"
    return re.sub(r"\s+", " ", out).strip(" ,;")


def _without_bullets(printed: Printed) -> Printed:
    return replace(printed, text=re.sub(r"\s?[•·|]\s", ", ", printed.text)) if _BULLET.search(printed.text) else printed


def _first_width(line: Printed) -> float:
    box = line.places[0].word.box
    return box[2] - box[0] + _SPACE


def right_margin(page: Page) -> float:
    """The rightmost edge of the page's lines, where print is wrapped; 0 when no line comes near the page's edge."""
    right = max((line.box[2] for line in page.lines), default=0.0)
    return right + 1.0 if right > _FULL_WIDTH * page.width else 0.0
