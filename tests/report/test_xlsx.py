"""The workbook as spreadsheets read it."""

import io
import subprocess
from pathlib import Path

import openpyxl
import pytest

from docverify.report.formats import FORMATS
from tests.programs import program
from tests.report.checked import checked
from tests.report.test_formats import HOSTILE, hostile_result


def test_the_workbook_reads_back_with_filters_and_frozen_heads() -> None:
    book = openpyxl.load_workbook(io.BytesIO(FORMATS["xlsx"](checked("demo"))))
    assert book.sheetnames == ["Verdict", "Findings", "Coverage", "Fields", "Questions", "Units", "Registers", "Made"]
    findings = book["Findings"]
    assert findings.freeze_panes == "A2" and findings.auto_filter.ref
    rules = {row[14].value: row for row in findings.iter_rows(min_row=2)}
    assert rules["EU-RED-ACT-001"][1].value == "Failed"
    assert rules["EU-RED-ACT-001"][8].value == 1
    assert book["Questions"]["E2"].value.startswith("请")


@pytest.mark.slow
@pytest.mark.parametrize("text", ["plain", HOSTILE[4]], ids=["plain", "formula"])
def test_the_workbook_opens_in_libreoffice_and_computes_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "report.xlsx"
    file.write_bytes(FORMATS["xlsx"](checked("demo") if text == "plain" else hostile_result(text)))
    done = subprocess.run(
        [program("soffice"), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless"]
        + ["--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2"]
        + ["--outdir", str(tmp_path), str(file)],
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    tables = sorted(tmp_path.glob("*.csv"))
    assert tables, done.stdout + done.stderr
    table = tables[0].read_text("utf-8")
    assert "Outcome" in table and "Fingerprint" in table
    if text != "plain":
        assert '=HYPERLINK(""http://evil.example"",""x"")' in table
