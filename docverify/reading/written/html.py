"""HTML to lines: what a browser shows, and where it stands in the source. Scripts, styles and comments show nothing."""

import re
from html.parser import HTMLParser

from docverify.reading.written.lines import Piece, Written

_HIDDEN = frozenset({"script", "style", "template", "noscript", "head"})
_BLOCK = re.compile(
    r"p|div|section|article|header|footer|aside|nav|main|li|[uod]l|d[td]|t[rdh]|table|h[1-6r]|br|pre|blockquote"
    r"|fig(?:ure|caption)|caption|address"
)
_NO_SHOW = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_VOID = frozenset(["br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])


def read_html(text: str) -> Written:
    """The source, its links, images and anchors."""
    written = Written("html")
    tags_in(text, written)
    return written


def tags_in(text: str, written: Written, *, first_line: int = 1) -> None:
    """Add what the HTML shows to the source, its first line being that line of the file."""
    reader = _Reader(written, first_line)
    reader.feed(text)
    reader.close()
    reader.end_piece()


class _Reader(HTMLParser):
    """Collects the text between block tags into pieces, each at the place of its first letter."""

    def __init__(self, written: Written, first_line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.written, self.first_line = written, first_line
        self.open: list[tuple[str, bool]] = []
        self.level = 0
        self.tables: list[list[int]] = []
        self.count = max((piece.table + 1 for piece in written.pieces if piece.table is not None), default=0)
        self.text = ""
        self.place = (first_line, 0)
        self.in_title = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        line = self._line()
        if _BLOCK.fullmatch(tag):
            self.end_piece()
        if tag not in _VOID:
            gone = "hidden" in attributes or bool(_NO_SHOW.search(attributes.get("style", "")))
            self.open.append((tag, gone or tag in _HIDDEN))
        self._note(tag, attributes, line)
        if re.fullmatch(r"h[1-6]", tag):
            self.level = int(tag[1])
        elif tag == "table":
            self.tables.append([self.count, -1, -1])
            self.count += 1
        elif tag == "tr" and self.tables:
            self.tables[-1][1:] = [self.tables[-1][1] + 1, -1]
        elif tag in ("td", "th") and self.tables:
            self.tables[-1][2] += 1
        self.in_title = self.in_title or tag == "title"

    def _note(self, tag: str, attributes: dict[str, str], line: int) -> None:
        if tag == "html" and attributes.get("lang"):
            self.written.language = attributes["lang"]
        if "href" in attributes and tag == "a":
            self.written.links.append((line, attributes["href"]))
        if tag == "img":
            self.written.images.append((line, attributes.get("src", ""), attributes.get("alt", "")))
        if tag == "meta" and attributes.get("name"):
            self.written.metadata[attributes["name"].lower()] = attributes.get("content", "")
        for name in ("id", "name"):
            if attributes.get(name) and tag != "meta":
                self.written.anchors.add(attributes[name])

    def handle_endtag(self, tag: str) -> None:
        if _BLOCK.fullmatch(tag):
            self.end_piece()
        for at in range(len(self.open) - 1, -1, -1):
            if self.open[at][0] == tag:
                del self.open[at:]
                break
        if re.fullmatch(r"h[1-6]", tag):
            self.level = 0
        elif tag == "table" and self.tables:
            self.tables.pop()
        elif tag == "title":
            self.in_title = False

    def handle_data(self, data: str) -> None:
        if self.in_title and data.strip():
            self.written.metadata["title"] = " ".join(data.split())
        if any(hidden for _, hidden in self.open):
            return
        line, column = self.getpos()
        for offset, part in enumerate(data.split("\n")):
            if offset:
                self.end_piece()
            if part.strip() and not self.text:
                lead = len(part) - len(part.lstrip())
                self.place = (self.first_line - 1 + line + offset, (column if not offset else 0) + lead)
                part = part.lstrip()
            if self.text or part.strip():
                self.text += part

    def _line(self) -> int:
        return self.first_line - 1 + self.getpos()[0]

    def end_piece(self) -> None:
        """What was collected becomes a piece."""
        shown = self.text.replace("\xa0", " ").rstrip()
        self.text = ""
        if not shown:
            return
        table, row, cell = self.tables[-1] if self.tables and min(self.tables[-1]) >= 0 else (None, 0, 0)
        self.written.pieces.append(Piece(*self.place[:1], shown, self.place[1], self.level, table, row, cell))
