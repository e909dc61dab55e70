"""Small PDFs for tests of the commands: written here, page by page."""

import json
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen import canvas

from docverify.cli.main import run

Out = pytest.CaptureFixture[str]
DECLARATION = (
    "EU DECLARATION OF CONFORMITY",
    "No. VOL-DOC-2026-07",
    "1. Product model: EVC-22S-W",
    "2. Name and address of the manufacturer: Voltora GmbH, Hafenstrasse 12, 20457 Hamburg, Germany",
    "3. This declaration of conformity is issued under the sole responsibility of the manufacturer.",
    "4. Object of the declaration: EV charging station EVC-22S-W",
    "5. The object of the declaration described above is in conformity with 2014/35/EU, 2014/30/EU, 2011/65/EU",
    "6. EN IEC 61851-1:2019, EN IEC 61851-21-2:2021, EN IEC 63000:2018",
    "Signed for and on behalf of: Voltora GmbH",
    "Hamburg, 2026-05-04",
    "Name: Jana Petersen",
    "Function: Managing Director",
)
SHIPMENT = """shipment: PO-7
placed_on_market: 2026-11-30
markets: [EU]
products:
  - model: EVC-22S-W
    type: ac_mode3
    radios: []
"""


def write_paper(path: Path, lines: tuple[str, ...] = DECLARATION) -> Path:
    """A one-page PDF of those lines."""
    sheet = canvas.Canvas(str(path), pagesize=A4, invariant=1)
    sheet.setFont("Helvetica", 10)
    for number, line in enumerate(lines):
        sheet.drawString(60, 780 - 22 * number, line)
    sheet.save()
    return path


def write_pack(folder: Path, *, shipment: str = SHIPMENT) -> Path:
    """A pack of one declaration, with its shipment file beside it."""
    folder.mkdir()
    write_paper(folder / "declaration.pdf")
    (folder / "shipment.yaml").write_text(shipment)
    return folder


def docverify(capsys: Out, *arguments: object) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of the command in this process."""
    code = run([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


def failures(result: Path) -> list[dict[str, object]]:
    """The findings of the result file that fail."""
    findings = json.loads(result.read_text("utf-8"))["findings"]
    return [finding for finding in findings if finding["outcome"] == "fail"]


def approved(capsys: Out, result: Path, *more: object) -> Path:
    """The approval of the result, written beside it."""
    path = result.with_name("approval.json")
    code, _, err = docverify(capsys, "approve", result, "--by", "A. Buyer", "--note", "ok", "--output", path, *more)
    assert code == 0, err
    return path
