"""A letter as Markdown, plain text or DOCX."""

import io
from collections.abc import Callable, Mapping
from importlib import import_module
from textwrap import wrap
from typing import Any

from docverify.report.markdown import plain
from docverify.report.questions import Ask, Letter

WIDTH = 100
FONTS = {"en": "Calibri", "zh": "Microsoft YaHei"}


def letter_as(letter: Letter, kind: str) -> bytes:
    """The letter in that form: `markdown`, `text` or `docx`."""
    return LETTERS[kind](letter)


def _markdown(letter: Letter) -> bytes:
    parts = [f"# {plain(letter.title)}", *map(plain, letter.opening)]
    for heading, asks in letter.sections:
        parts.append(f"## {plain(heading)}")
        parts.append("\n".join(line for ask in asks for line in _markdown_ask(ask, letter.answer)))
    return ("\n\n".join([*parts, *map(plain, letter.closing)]) + "\n").encode("utf-8", "replace")


def _markdown_ask(ask: Ask, answer: str) -> list[str]:
    return [f"{ask.number}. {plain(ask.text + ask.where)}", *([f"   - {answer}"] if answer else [])]


def _text(letter: Letter) -> bytes:
    parts = [letter.title, *(_folded(line, letter.language) for line in letter.opening)]
    for heading, asks in letter.sections:
        lines = [_folded(_text_ask(ask), letter.language, indent="   ") for ask in asks]
        lines = [f"{line}\n   {letter.answer} ____________________" if letter.answer else line for line in lines]
        parts.append("\n".join([heading, *lines]))
    return ("\n\n".join([*parts, *(_folded(line, letter.language) for line in letter.closing)]) + "\n").encode(
        "utf-8", "replace"
    )


def _text_ask(ask: Ask) -> str:
    return f"{ask.number}. {ask.text}{ask.where}"


def _folded(text: str, language: str, *, indent: str = "") -> str:
    """Folded at words; Chinese has none to fold at and is left to the program that shows it."""
    return text if language == "zh" else "\n".join(wrap(text, WIDTH, subsequent_indent=indent))


def _docx(letter: Letter) -> bytes:
    document: Any = import_module("docx").Document()
    document.core_properties.title = letter.title
    document.core_properties.author = "docverify"
    document.core_properties.comments = ""
    _set_font(document, FONTS[letter.language])
    document.add_heading(letter.title, level=1)
    for line in letter.opening:
        document.add_paragraph(line)
    for heading, asks in letter.sections:
        document.add_heading(heading, level=2)
        for ask in asks:
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{ask.number}. ").bold = True
            paragraph.add_run(ask.text)
            if ask.where:
                paragraph.add_run(ask.where).italic = True
            if letter.answer:
                document.add_paragraph(f"{letter.answer} ____________________")
    for line in letter.closing:
        document.add_paragraph(line)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _set_font(document: Any, name: str) -> None:
    """The font for Latin and for East Asian letters, which a document names apart."""
    qn = import_module("docx.oxml.ns").qn
    for style in ("Normal", "Heading 1", "Heading 2"):
        font = document.styles[style].font
        font.name = name
        document.styles[style].element.rPr.rFonts.set(qn("w:eastAsia"), name)


LETTERS: Mapping[str, Callable[[Letter], bytes]] = {"markdown": _markdown, "text": _text, "docx": _docx}
