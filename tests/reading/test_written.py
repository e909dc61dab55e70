"""Written sources: what is shown, where it stands, what it points at; and bytes of any kind."""

import io
from pathlib import Path

import pytest
from docx import Document as word_document
from hypothesis import given, settings
from hypothesis import strategies as st

from docverify.errors import UnreadableInput
from docverify.facts.source import SourceFile
from docverify.reading.page import ReadDocument
from docverify.reading.written.lines import line_of
from docverify.reading.written.read import decoded, read_written


def source(name: str, text: str | bytes) -> ReadDocument:
    return read_written(SourceFile.of(name, text if isinstance(text, bytes) else text.encode()))


MARKDOWN = """\
---
lang: de
---
# Handbuch **EVC-22**

Gilt für `EVC-22`, siehe [Montage](#montage).

| Größe | Wert |
|-------|------|
| Strom | 32 A |

# Montage

![Plan](plan.png)
"""


def test_markdown_shows_its_words_without_marks_at_their_lines() -> None:
    read = source("m.md", MARKDOWN)
    assert [page.number for page in read.pages] == [1, 2]
    first = read.pages[0]
    assert "Gilt für EVC-22, siehe Montage." in first.text
    place = first.text.index("32 A")
    assert line_of(first.boxes_of(place, place + 4)[0]) == 10
    assert [[cell.text for cell in row if cell] for row in first.tables[0].rows] == [
        ["Größe", "Wert"],
        ["Strom", "32 A"],
    ]


def test_markdown_knows_its_language_links_pictures_and_anchors() -> None:
    written = source("m.md", MARKDOWN).structure["written"]
    assert written["links"] == [{"line": 6, "target": "#montage"}]
    assert written["images"] == [{"line": 14, "target": "plan.png", "text": "Plan"}]
    assert "montage" in written["anchors"]


def test_html_shows_what_a_browser_shows() -> None:
    read = source(
        "m.html",
        "<html lang=fr><head><title>Notice</title><style>p{}</style></head><body>\n<h1 id=a>Notice</h1>\n"
        "<p>Courant&nbsp;: 32&nbsp;A<!-- no --></p><p style='display:none'>Nantai</p>\n<script>x()</script>"
        "<table><tr><th>U</th><td>400 V</td></tr></table></body></html>",
    )
    text = read.pages[0].text
    assert "Courant : 32 A" in text
    assert "Nantai" not in text and "x()" not in text and " no " not in text
    assert "U\t400 V" in text
    assert read.structure["language"] == "fr"


def test_asciidoc_is_read_without_its_marks() -> None:
    read = source(
        "m.adoc",
        ":lang: en\n= Manual\n\n[[safety]]\n== Safety\n\nSee <<safety,the chapter>> and *mind* `it`.\n// no\n"
        "\n|===\n|Current |32 A\n|===\n",
    )
    text = "\n".join(page.text for page in read.pages)
    assert "See the chapter and mind it." in text
    assert "// no" not in text
    assert "Current\t32 A" in text
    assert "safety" in read.structure["written"]["anchors"]


def test_a_word_file_is_read_with_tables_and_bookmarks() -> None:
    word = word_document()
    word.add_heading("Safety", 1)
    word.add_paragraph("Applies to EVC-22.")
    table = word.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Current", "32 A"
    held = io.BytesIO()
    word.save(held)
    read = source("m.docx", held.getvalue())
    assert "Applies to EVC-22." in read.pages[0].text
    assert "Current\t32 A" in read.pages[0].text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "cp1252"])
def test_text_in_the_encodings_people_use_is_decoded(encoding: str) -> None:
    text = "适用于型号 EVC-22，额定电流 32 A" if encoding == "gb18030" else "Schutzerdung für EVC-22, 32 A"
    assert decoded(text.encode(encoding), "m.txt") == text


def test_what_is_no_text_is_refused_with_what_to_do() -> None:
    with pytest.raises(UnreadableInput, match="not text but binary"):
        source("m.txt", b"\x7fELF\0\1\2\3\0\5")
    with pytest.raises(UnreadableInput, match="not a Word file|damaged"):
        source("m.docx", b"PK\3\4 nothing")
    with pytest.raises(UnreadableInput, match="shows no text"):
        source("m.md", "<!-- nothing -->")


@given(st.binary(max_size=400), st.sampled_from(["m.md", "m.html", "m.adoc", "m.txt", "m.docx"]))
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes, name: str) -> None:
    try:
        read = source(name, content)
    except UnreadableInput:
        return
    assert read.pages


@given(st.text(max_size=300), st.sampled_from(["m.md", "m.html", "m.adoc", "m.txt"]))
@settings(max_examples=200, deadline=None)
def test_every_span_of_a_page_has_boxes_on_lines_of_the_file(text: str, name: str) -> None:
    try:
        read = source(name, text)
    except UnreadableInput:
        return
    lines = len(decoded(text.encode(), name).splitlines())
    for page in read.pages:
        for box in page.boxes_of(0, len(page.text)):
            assert 1 <= line_of(box) <= max(lines, 1)


def test_reading_is_of_the_file_and_not_of_its_folder(tmp_path: Path) -> None:
    assert source(str(tmp_path / "gone" / "m.md"), "# x").pages
