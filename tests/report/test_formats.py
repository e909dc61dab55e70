"""Every format over one result: whole, deterministic, and unmoved by what a hostile paper prints."""

import io
import json
import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from pypdf import PdfReader

from docverify.facts.dossier import CoverageRow, Quote, State
from docverify.facts.finding import Outcome, Severity, Waiver
from docverify.facts.result import Baseline, Result
from docverify.report.formats import FORMATS, SUFFIXES
from docverify.report.letters import letter_as
from docverify.report.questions import letter, visit_list
from tests.report.checked import checked, drawn
from tests.samples import BOX, DOCUMENT, finding, found, result

MARKDOWN = MarkdownIt("commonmark").enable("table")
HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</style></svg><script>",
    "{{ 7*7 }}{% raw %}",
    '=HYPERLINK("http://evil.example","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "+1-2",
    "\u202etxt.exe\u202c \u2066x\u2069 \u200f",
    "NUL\x00BEL\x07ESC\x1b[2J",
    "😀👩‍👩‍👧",
    "half \ud83d and \udc00",
    "#set page(width: 1pt); #panic() $x$ *b* _i_ ```",
    "[x](javascript:alert(1)) ![p](http://evil.example/p.png) @everyone | a | b |",
    "::error file=x::owned\n::set-output name=x::y",
    "]]>&lt;!--",
    "\ufffe\uffff\u0085\u2028",
    "ŁódźŻółć Größe Ελλάδα 中文合格",
)


def hostile_result(text: str) -> Result:
    """A result in which every text from a paper is that one."""
    bad = replace(
        finding(Outcome.FAIL, Severity.BLOCKER, message=f"It says {text}."),
        expected=text,
        found=text,
        evidence=(Quote(DOCUMENT.id, 1, (BOX,), text),),
        request={"en": f"Please explain {text}", "zh": f"请说明 {text}"},
    )
    document = replace(
        DOCUMENT,
        path=f"papers/{text[:200]}.pdf",
        why=text,
        fields={**DOCUMENT.fields, "brand": (found(text, text),), "product_name": (found(text, text),)},
    )
    waived = replace(bad, rule="EU-TEST-002", waiver=Waiver(text, text, DOCUMENT.fields["issued_on"][0].value))
    made = result(bad, waived, finding(Outcome.UNDETERMINED, Severity.MAJOR), finding(Outcome.PASS, Severity.MAJOR))
    row = CoverageRow("EVC-22", "eu-test/declaration", DOCUMENT.id, State.NOT_COVERED, text, bad.evidence)
    return replace(made, dossier=replace(made.dossier, documents=(document,)), coverage=(row,))


class Tags(HTMLParser):
    """The tags, attributes and visible text of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in ("href", "src")}


def html_is_safe(content: bytes) -> None:
    page = Tags()
    page.feed(content.decode())
    assert not page.tags & {"script", "iframe", "object", "embed", "img", "link", "base", "form"}
    assert not [name for name in page.attributes if name.startswith("on")]
    assert all(link.startswith(("#", "data:image/", "https://", "http://")) for link in page.links)
    assert not [link for link in page.links if "evil.example" in link]
    assert not {"\x00", "\x1b", "\u202e", "\u2066", "\u200f"} & set(content.decode())


def xlsx_is_safe(content: bytes) -> None:
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        for row in sheet.iter_rows():
            assert not [cell.coordinate for cell in row if cell.data_type == "f" or cell.hyperlink]


def pdf_is_safe(content: bytes) -> None:
    reader = PdfReader(io.BytesIO(content))
    root: Any = reader.trailer["/Root"]
    assert "<pdfaid:part>2" in root["/Metadata"].get_object().get_data().decode()
    assert reader.outline
    assert all("/JavaScript" not in str(page.get("/AA", "")) for page in reader.pages)


def json_is_whole(content: bytes) -> None:
    json.loads(content)


def xml_is_whole(content: bytes) -> None:
    ElementTree.fromstring(content)


def lines_are_ours(content: bytes) -> None:
    lines = content.decode().splitlines()
    assert all(line.startswith(("::error ", "::warning ", "::notice ")) for line in lines)
    assert len(lines) == 3


def markdown_is_plain(content: bytes) -> None:
    text = content.decode()
    tokens = [inner for token in MARKDOWN.parse(text) for inner in (token, *(token.children or ()))]
    assert not {token.type for token in tokens} & {"link_open", "image"}
    html = {token.content.strip() for token in tokens if token.type in ("html_block", "html_inline")}
    assert all(re.fullmatch(r"<br>|</details>|<details><summary>\d+ passed</summary>", part) for part in html)
    assert not {"\x00", "\x1b", "\u202e"} & set(text)


def text_is_plain(content: bytes) -> None:
    assert not {"\x00", "\x1b", "\u202e", "\u2066"} & set(content.decode())


SAFE: dict[str, Callable[[bytes], None]] = {
    "json": json_is_whole,
    "text": text_is_plain,
    "html": html_is_safe,
    "pdf": pdf_is_safe,
    "xlsx": xlsx_is_safe,
    "markdown": markdown_is_plain,
    "sarif": json_is_whole,
    "junit": xml_is_whole,
    "github": lines_are_ours,
}


def test_every_format_is_looked_at_here() -> None:
    assert set(SAFE) == set(FORMATS)


@pytest.mark.parametrize("name", sorted(FORMATS))
@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_text_stays_a_text(name: str, text: str) -> None:
    SAFE[name](FORMATS[name](hostile_result(text)))


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_a_megabyte_of_one_word_is_cut_and_counted(name: str) -> None:
    content = FORMATS[name](hostile_result("W" * (1 << 20)))
    SAFE[name](content)
    assert name == "json" or len(content) < 1 << 20


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_any_text_leaves_every_format_whole(text: str) -> None:
    made = hostile_result(text)
    for name, check in SAFE.items():
        if name != "pdf":
            check(FORMATS[name](made))


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(exclude_categories=()), max_size=40))
def test_any_text_can_be_set_as_pdf(text: str) -> None:
    pdf_is_safe(FORMATS["pdf"](hostile_result(text)))


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_letter_carries_a_hostile_text_as_text(text: str, language: str) -> None:
    for write in (letter, visit_list):
        written = write(hostile_result(text), language=language)
        markdown_is_plain(letter_as(written, "markdown"))
        text_is_plain(letter_as(written, "text"))
        assert letter_as(written, "docx").startswith(b"PK")


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_the_same_result_gives_the_same_bytes(name: str) -> None:
    made = hostile_result("EVC-11")
    assert FORMATS[name](made) == FORMATS[name](made)


def test_a_page_without_a_picture_says_why() -> None:
    text = FORMATS["html"](hostile_result("EVC-11")).decode()
    assert "no picture: give the folder of the papers with --pack" in text


def test_the_report_of_a_pack_holds_its_pictures_once_each() -> None:
    text = FORMATS["html"](checked("demo"), drawn("demo")).decode()
    assert text.count("data:image/") == len(drawn("demo").drawn) > 5
    assert len(text) < 2_000_000


def test_every_suffix_belongs_to_one_format() -> None:
    assert sorted(SUFFIXES) == [".html", ".json", ".md", ".pdf", ".sarif", ".txt", ".xlsx", ".xml"]


@pytest.mark.parametrize("name", ["html", "pdf"])
def test_what_the_baseline_hides_is_counted(name: str) -> None:
    made = hostile_result("EVC-11")
    first = made.verdict.findings[0]
    hidden = replace(made, baseline=Baseline("ab" * 32, ((first.fingerprint, first.outcome.value),)))
    content = FORMATS[name](hidden)
    text = (
        " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
        if name == "pdf"
        else content.decode()
    )
    assert "known to the baseline" in " ".join(text.split())
