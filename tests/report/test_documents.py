"""PDF, XLSX, SARIF and JUnit as their own readers see them."""

import io
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import junitparser
import openpyxl
import pypdfium2
import pytest
from pydantic_sarif.model import StaticAnalysisResultsFormatSarifVersion210JsonSchema as Sarif
from pypdf import PdfReader

from docverify.facts.finding import Outcome
from docverify.report.formats import FORMATS
from tests.programs import program
from tests.report.checked import checked, drawn
from tests.report.test_formats import HOSTILE, hostile_result

SCRIPTS = "Größe ŁódźŻółć Ελλάδα 中文合格"


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return FORMATS["pdf"](checked("demo"), drawn("demo"))


def test_the_pdf_has_text_headings_and_bookmarks(pdf: bytes) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    text = " ".join("\n".join(page.extract_text() for page in reader.pages).split())
    for words in ("The papers do not cover what ships", "EU-RED-ACT-001", "How this result was made", "2014/53/EU"):
        assert words in text
    titles = [str(getattr(entry, "title", "")) for entry in reader.outline]
    for title in ("At a glance", "Coverage", "Findings", "Missing papers", "Dates", "Papers"):
        assert title in titles
    assert reader.metadata is not None and reader.metadata.title == "Nonconforming: PO-2026-0147/1"


def test_the_pdf_says_it_is_pdf_a_and_accessible_and_embeds_its_fonts(pdf: bytes) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    root: Any = reader.trailer["/Root"]
    xmp = root["/Metadata"].get_object().get_data().decode()
    assert "<pdfaid:part>2" in xmp and "<pdfaid:conformance>A" in xmp and "<pdfuaid:part>1" in xmp
    assert root["/MarkInfo"]["/Marked"] and root["/Lang"]
    fonts = {str(font["/BaseFont"]): font for page in reader.pages for font in _fonts(page)}
    assert any("NotoSans" in name for name in fonts)
    for font in fonts.values():
        inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
        assert {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner["/FontDescriptor"].get_object())


def _fonts(page: Any) -> list[Any]:
    return [font.get_object() for font in page["/Resources"].get_object().get("/Font", {}).values()]


def test_the_pdf_shows_real_glyphs_of_german_polish_greek_and_chinese() -> None:
    content = FORMATS["pdf"](hostile_result(SCRIPTS))
    text = "".join("".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages).split())
    assert "".join(SCRIPTS.split()) in text
    assert "[U+" not in text


def test_the_pdf_draws_evidence_and_its_box(pdf: bytes) -> None:
    """On the page of the finding there is the box's orange, and print inside."""
    reader = PdfReader(io.BytesIO(pdf))
    number = next(
        n for n, page in enumerate(reader.pages) if "A legal act is not declared" in page.extract_text() and n > 1
    )
    image = pypdfium2.PdfDocument(pdf)[number].render(scale=1).to_pil().convert("RGB")
    orange = sum(count for count, (r, g, b) in image.getcolors(1 << 24) if r > 200 and 50 < g < 110 and b < 60)
    assert orange > 200


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


@pytest.mark.parametrize("name", ["demo", "defect-unreadable-locked", "hostile"])
def test_sarif_is_valid_and_keeps_outcome_severity_and_waiver_apart(name: str) -> None:
    result = hostile_result(HOSTILE[0]) if name == "hostile" else checked(name)
    log = json.loads(FORMATS["sarif"](result))
    Sarif.model_validate(log)
    run = log["runs"][0]
    assert len(run["results"]) == sum(f.outcome is not Outcome.NOT_APPLICABLE for f in result.verdict.findings)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == sorted(set(rules))
    for entry in run["results"]:
        assert rules[entry["ruleIndex"]] == entry["ruleId"]
        assert (entry["kind"], entry["level"] == "none") in {("pass", True), ("review", True), ("fail", False)}
        assert all("page" in location.get("properties", {}) for location in entry["relatedLocations"])


def test_sarif_tells_page_and_box_and_a_waiver_as_suppression() -> None:
    entries = json.loads(FORMATS["sarif"](hostile_result("EVC-11")))["runs"][0]["results"]
    place = next(entry for entry in entries if entry["kind"] == "fail" and entry["locations"])["locations"][0]
    assert place["properties"]["page"] == 1 and place["properties"]["boxes"] == [[72.0, 100.0, 200.0, 112.0]]
    waived = [entry for entry in entries if entry.get("suppressions")]
    assert [(e["kind"], e["level"], e["suppressions"][0]["kind"]) for e in waived] == [("fail", "error", "external")]


def test_a_junit_consumer_reads_every_case_with_its_state() -> None:
    result = checked("demo")
    suites: Any = junitparser.JUnitXml.fromstring(FORMATS["junit"](result))
    states: Mapping[type, int] = {junitparser.Failure: 0, junitparser.Error: 0}
    counted = dict(states)
    total = 0
    for suite in suites:
        for case in suite:
            total += 1
            for outcome in case.result:
                counted[type(outcome)] += 1
    decided = result.verdict.decided()
    assert (total, counted[junitparser.Failure], counted[junitparser.Error]) == (
        decided["applicable"],
        decided["fail"],
        decided["undetermined"],
    )
    assert suites.failures == decided["fail"] and suites.errors == decided["undetermined"]


def test_annotations_are_workflow_commands_with_file_and_page() -> None:
    lines = FORMATS["github"](checked("demo")).decode().splitlines()
    assert lines[0].startswith("::error file=papers/07_manual.pdf,title=EU-GEN-MAN-001%3A ")
    assert lines[-1].startswith("::notice title=docverify::nonconforming")
