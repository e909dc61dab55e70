"""A result as a PDF for filing and signing: PDF/A-2a and PDF/UA-1, set by typst with fonts that are embedded.

Texts go to the type-setter as data, never as markup; a character that no font has is shown as its number. The same
result gives the same bytes.
"""

import json
import re
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib import resources
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

import typst

from docverify import __version__
from docverify.facts.dossier import State
from docverify.facts.result import Result
from docverify.report.glyphs import FAMILIES, drawable, font_folders, needs_second
from docverify.report.html import crop
from docverify.report.outline import Cell, Item, Outline, Place, outline
from docverify.report.pictures import Pictures
from docverify.report.registers import look_ups
from docverify.report.timeline import dates, svg
from docverify.report.words import mark, market_text, shown, word

STANDARDS: list[Literal["a-2a", "ua-1"]] = ["a-2a", "ua-1"]
MOST_PASSED = 400
BREAK = "\u200b"
LONG_WORD = 24
_TITLE = re.compile(r"<title>.*?</title>", re.DOTALL)


def as_pdf(result: Result, pictures: Pictures) -> bytes:
    """The whole report."""
    with TemporaryDirectory(prefix="docverify-report-") as name:
        folder = Path(name)
        files = _picture_files(folder, pictures)
        content = _content(result, pictures, files)
        (folder / "data.json").write_text(json.dumps(_drawable(content)), "utf-8")
        (folder / "timeline.svg").write_text(_with_fonts(svg(dates(result))), "utf-8")
        (folder / "report.typ").write_bytes(
            resources.files("docverify.report").joinpath("templates/report.typ").read_bytes()
        )
        return _compiled(folder, datetime(result.as_of.year, result.as_of.month, result.as_of.day, tzinfo=UTC))


def _compiled(folder: Path, day: datetime) -> bytes:
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(path) for path in font_folders()]
    )
    compiler = typst.Compiler(str(folder / "report.typ"), root=str(folder), font_paths=fonts, ignore_system_fonts=True)
    moment = int(day.timestamp())
    try:
        made = compiler.compile(format="pdf", pdf_standards=[*STANDARDS], timestamp=moment)
    except typst.TypstError:
        # A text that no standard allows must not cost the report: then it is a PDF without the seal of one.
        made = compiler.compile(format="pdf", timestamp=moment)
    assert isinstance(made, bytes)
    return made


def _picture_files(folder: Path, pictures: Pictures) -> dict[tuple[str, int], str]:
    files = {}
    for number, (key, picture) in enumerate(pictures.drawn.items(), 1):
        files[key] = f"page-{number}.{picture.type}"
        (folder / files[key]).write_bytes(picture.content)
    return files


def _content(result: Result, pictures: Pictures, files: dict[tuple[str, int], str]) -> dict[str, Any]:
    arranged = outline(result)
    place = _places(pictures, files)
    groups = [("Failed", group) for group in arranged.failed]
    groups += [("Could not be decided", group) for group in arranged.undecided]
    return {
        "title": f"{arranged.conclusion.capitalize()}: {shown(result.shipment.name)}",
        "fonts": list(FAMILIES),
        "day": [result.as_of.year, result.as_of.month, result.as_of.day],
        "footer": f"docverify {result.tool_version or __version__} · {shown(result.shipment.name)} · {result.as_of}",
        "conclusion": arranged.conclusion,
        "headline": arranged.headline,
        "about": f"{shown(result.shipment.name)}: {arranged.about}",
        "tally": [*map(list, arranged.tally), ["papers", len(arranged.papers)]],
        "baseline": _baseline(result),
        "glance": [_glance(item) for item in arranged.open_items],
        "matrix": _matrix(arranged),
        "covered": [_covered(cell) for cell in arranged.matrix.cells if cell.state is State.COVERED],
        "covers": [_cover(cell, place) for cell in arranged.matrix.cells if cell.state is not State.COVERED],
        "groups": [
            {"title": f"{title}: {group.title}", "items": [_finding(item, place) for item in group.items]}
            for title, group in groups
        ],
        "missing": [list(pair) for pair in arranged.missing],
        "not_read": [list(pair) for pair in arranged.not_read],
        "ahead": [[day.isoformat(), sentence] for day, sentence in arranged.ahead],
        "waived": [_finding(item, place) for item in arranged.waived],
        "registers": [
            {"paper": r.paper, "issuer": r.issuer, "register": r.register, "url": r.url, "number": r.number}
            | {"compare": r.compare}
            for r in look_ups(result)
        ],
        "papers": [_paper(paper) for paper in arranged.papers],
        "passed": _passed(arranged.passed),
        "made": [list(pair) for pair in arranged.made],
        "hashes": [list(pair) for pair in arranged.hashes],
    }


def _baseline(result: Result) -> str:
    if result.baseline is None:
        return ""
    return f"{result.hidden} open findings are known to the baseline and not shown; the verdict counts them."


def _glance(item: Item) -> dict[str, Any]:
    finding = item.finding
    message = shown(finding.message)
    return {
        "number": item.number,
        "title": item.title,
        "undecided": finding.outcome.value == "undetermined",
        "message": message if len(message) <= 150 else f"{message[:150]}…",
        "severity": word("severities", finding.severity.value),
        "severity_style": _severity_style(item),
        "market": market_text(finding.market),
        "places": [f"{place.name}, {place.page}" for place in item.places[:2]],
    }


def _severity_style(item: Item) -> str:
    return "blocker" if item.finding.severity.value == "blocker" else "severity"


def _matrix(arranged: Outline) -> dict[str, Any]:
    return {
        "products": list(arranged.matrix.products),
        "lines": [
            {
                "requirement": line.requirement,
                "pack": line.pack,
                "cells": [
                    [
                        {
                            "word": word("states", cell.state.value),
                            "state": cell.state.value,
                            "paper": cell.paper or "no such paper",
                        }
                        for cell in group
                    ]
                    for group in line.cells
                ],
            }
            for line in arranged.matrix.lines
        ],
    }


def _covered(cell: Cell) -> list[str]:
    pages = ", ".join(f"{entry.page}" for entry in cell.places[:1])
    return [cell.requirement, cell.product, cell.paper, cell.why, pages]


def _cover(cell: Cell, place: Callable[[Place], dict[str, Any]]) -> dict[str, Any]:
    return {
        "title": f"{cell.requirement}: {cell.product}, {cell.paper or 'no such paper'}",
        "word": word("states", cell.state.value),
        "state": cell.state.value,
        "why": cell.why,
        "places": [place(entry) for entry in cell.places],
    }


def _finding(item: Item, place: Callable[[Place], dict[str, Any]]) -> dict[str, Any]:
    finding = item.finding
    facts = [("About", item.about), ("Expected", shown(finding.expected)), ("Found", shown(finding.found))]
    facts += [("Before", f"{shown(b.path)}, page {b.page}: “{shown(b.quote)}”") for b in finding.before]
    facts.append(("Source", shown(finding.reference.cite)))
    facts.append(("Rule", f"{finding.rule} of {finding.pack} · {finding.fingerprint}"))
    if finding.waiver:
        waiver = f"{shown(finding.waiver.reason)} ({shown(finding.waiver.who)}, until {finding.waiver.expires})"
        facts.append(("Waived", waiver))
    style = mark(finding)
    return {
        "number": item.number,
        "title": item.title,
        "mark": style,
        "outcome": "Waived" if style == "waived" else word("outcomes", finding.outcome.value),
        "severity": word("severities", finding.severity.value),
        "severity_style": _severity_style(item),
        "message": shown(finding.message),
        "facts": [[name, text] for name, text in facts if text],
        "ask": "" if finding.waiver else shown(finding.request.get("en", "")),
        "places": [place(entry) for entry in item.places],
    }


def _places(pictures: Pictures, files: dict[tuple[str, int], str]) -> Callable[[Place], dict[str, Any]]:
    def described(place: Place) -> dict[str, Any]:
        key = (place.sha256, place.page)
        picture = pictures.of(*key)
        more = f" and {len(place.quotes) - 8} more" if len(place.quotes) > 8 else ""
        words = " · ".join(f"“{quote}”" for quote in place.quotes[:8]) + more
        shot = None
        if picture is not None:
            top, height = crop(place.boxes, picture.height)
            shot = {"file": files[key], "width": picture.width, "page_height": picture.height}
            shot |= {"top": top, "height": height}
        return {
            "name": place.name,
            "page": place.page,
            "words": words,
            "alt": f"{place.name}, page {place.page}, with a box around: {words}",
            "boxes": [list(box) for box in place.boxes],
            "shot": shot,
            "why": "" if picture else shown(pictures.why_not(*key)),
        }

    return described


def _paper(paper: Any) -> dict[str, Any]:
    return {
        "number": paper.number,
        "name": paper.name,
        "kind": paper.kind,
        "why": f"{paper.why}.",
        "languages": paper.languages,
        "unread": list(paper.unread),
        "values": [[value.field, value.text, value.quote, value.page] for value in paper.values],
    }


def _passed(items: Sequence[Item]) -> list[list[str]]:
    rows = [[i.finding.rule, shown(i.finding.message), market_text(i.finding.market)] for i in items[:MOST_PASSED]]
    left = len(items) - len(rows)
    return [*rows, ["…", f"{left} more passed", ""]] if left else rows


def _drawable(value: Any) -> Any:
    """The content with texts that the fonts can draw and that break where a word is too long for its column."""
    if isinstance(value, str):
        return drawable(_breakable(value))
    if isinstance(value, dict):
        return {name: entry if name in ("file", "url") else _drawable(entry) for name, entry in value.items()}
    if isinstance(value, list):
        return [_drawable(entry) for entry in value]
    return value


def _with_fonts(drawing: str) -> str:
    """The drawing without titles, every run of letters that the first font lacks in the second."""
    plain = drawable(_TITLE.sub("", drawing))
    runs = groupby(plain, key=needs_second)
    return "".join(
        f'<tspan font-family="{FAMILIES[1]}">{"".join(run)}</tspan>' if second else "".join(run) for second, run in runs
    )


def _breakable(text: str) -> str:
    if not any(len(part) > LONG_WORD for part in text.split(" ")):
        return text
    return " ".join(_broken(part) if len(part) > LONG_WORD else part for part in text.split(" "))


def _broken(part: str) -> str:
    """Break after a stroke or an underscore, else every few characters."""
    softened = part.replace("/", f"/{BREAK}").replace("_", f"_{BREAK}")
    pieces = softened.split(BREAK)
    return BREAK.join(piece[at : at + LONG_WORD] for piece in pieces for at in range(0, max(len(piece), 1), LONG_WORD))
