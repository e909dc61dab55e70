"""Markdown (CommonMark with tables) to lines, without its marks; front matter gives metadata."""

import re
from typing import Any

from markdown_it import MarkdownIt

from docverify.reading.written.html import tags_in
from docverify.reading.written.lines import Piece, Written

_FRONT = re.compile(r"---\r?\n(.*?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|$)", re.DOTALL)
_META = re.compile(r"^([A-Za-z_][\w-]*):[ \t]*(\S.*?)[ \t]*$", re.MULTILINE)
_ANCHOR = re.compile(r"\s*\{#([\w.:-]+)\}\s*$")
_NOT_SLUG = re.compile(r"[^\w\- ]")


def read_markdown(text: str) -> Written:
    """The source, its links, images and anchors; raw HTML inside is read as HTML."""
    written = Written("markdown")
    front = _FRONT.match(text)
    if front:
        written.metadata = dict(_META.findall(front[1]))
        written.language = written.metadata.get("lang", written.metadata.get("language", ""))
        text = "\n" * front[0].count("\n") + text[front.end() :]
    parser = MarkdownIt("commonmark", {"html": True}).enable("table")
    return _Reader(written, text.splitlines()).read(parser.parse(text))


class _Reader:
    """Walks the tokens; `self.row` and `self.cell` are where in a table it is."""

    def __init__(self, written: Written, source: list[str]) -> None:
        self.written, self.source = written, source
        self.level = 0
        self.table: int | None = None
        self.tables, self.row, self.cell = 0, -1, -1
        self.line, self.cursor = 1, 0

    def read(self, tokens: list[Any]) -> Written:
        for token in tokens:
            self._enter(token)
            if token.type == "inline":
                self._inline(token)
            elif token.type in ("fence", "code_block"):
                first = token.map[0] + (2 if token.type == "fence" else 1)
                for offset, line in enumerate(token.content.splitlines()):
                    self.written.pieces.append(Piece(first + offset, line))
            elif token.type == "html_block":
                tags_in(token.content, self.written, first_line=token.map[0] + 1)
        return self.written

    def _enter(self, token: Any) -> None:
        match token.type:
            case "heading_open":
                self.level = int(token.tag[1])
            case "heading_close":
                self.level = 0
            case "table_open":
                self.table, self.row = self.tables, -1
                self.tables += 1
            case "table_close":
                self.table = None
            case "tr_open":
                self.row, self.cell, self.cursor = self.row + 1, -1, 0
                self.line = token.map[0] + 1 if token.map else self.line
            case "th_open" | "td_open":
                self.cell += 1
            case _:
                pass

    def _inline(self, token: Any) -> None:
        if self.table is None or token.map:
            self.line = token.map[0] + 1 if token.map else self.line
        if self.table is None:
            self.cursor = 0
        shown = ""
        for child in token.children or ():
            if child.type in ("softbreak", "hardbreak"):
                self._show(shown)
                shown, self.line, self.cursor = "", self.line + 1, 0
            elif child.type in ("text", "code_inline"):
                shown += child.content
            elif child.type == "link_open":
                self.written.links.append((self.line, str(child.attrs.get("href", ""))))
            elif child.type == "image":
                self.written.images.append((self.line, str(child.attrs.get("src", "")), child.content))
            elif child.type == "html_inline":
                tags_in(child.content, self.written, first_line=self.line)
        self._show(shown)

    def _show(self, text: str) -> None:
        anchor = _ANCHOR.search(text) if self.level else None
        if anchor:
            self.written.anchors.add(anchor[1])
            text = text[: anchor.start()]
        if self.level:
            self.written.anchors.add(slug(text))
        if text.strip():
            column = self._column(text)
            self.written.pieces.append(
                Piece(self.line, text, column, self.level, self.table, max(self.row, 0), max(self.cell, 0))
            )

    def _column(self, text: str) -> int:
        """Where the first word of the text stands in the source line, past what was shown of it before."""
        source = self.source[self.line - 1] if self.line <= len(self.source) else ""
        place = source.find(text.split()[0], self.cursor)
        if place < 0:
            return self.cursor
        self.cursor = place + len(text)
        return max(0, place - (len(text) - len(text.lstrip())))


def slug(heading: str) -> str:
    """The anchor that a heading gets on the well-known forges."""
    return _NOT_SLUG.sub("", heading.strip().lower()).replace(" ", "-")
