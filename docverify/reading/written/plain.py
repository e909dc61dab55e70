"""Plain text and AsciiDoc to lines, without AsciiDoc's marks."""

import re

from docverify.reading.written.lines import Piece, Written

_HEADING = re.compile(r"(={1,6})[ \t]+(\S.*)$")
_ATTRIBUTE = re.compile(r":([\w-]+):[ \t]*(.*)$")
_ANCHOR = re.compile(r"\[\[([\w:.-]+)(?:,[^\]]*)?\]\]|\[#([\w:.-]+)[^\]]*\]")
_CROSS = re.compile(r"<<([^,>]+)(?:,([^>]*))?>>|xref:([^\[\s]+)\[([^\]]*)\]")
_LINK = re.compile(r"(?:link:)?((?:https?|mailto):[^\[\s]+|(?<=link:)[^\[\s]+)\[([^\]]*)\]")
_IMAGE = re.compile(r"image::?([^\[\s]+)\[([^\],]*)[^\]]*\]")
_MARKS = re.compile(r"(?<!\w)(\*{1,2}|_{1,2}|`{1,2}|\+{1,3}|#{1,2})(?=\S)(.+?)(?<=\S)\1(?!\w)")
_BLOCK = re.compile(r"(?:-{4,}|={4,}|\*{4,}|_{4,}|\.{4,}|\+{4,}|--)\s*$|\[[^\]]*\]\s*$|\.[^\s.]")
_LIST = re.compile(r"[ \t]*(?:[*.-]+|\d+\.)[ \t]+")
_CELL = re.compile(r"(?<!\\)\|")


def read_plain(text: str) -> Written:
    """Every line as it stands."""
    written = Written("text")
    for number, line in enumerate(text.splitlines(), 1):
        shown = line.expandtabs(8).rstrip()
        lead = len(shown) - len(shown.lstrip())
        written.pieces.append(Piece(number, shown.lstrip(), lead))
    return written


def read_asciidoc(text: str) -> Written:
    """The source without its marks; `// comments` and attribute lines show nothing, `:lang:` is its language."""
    return _AsciiDoc().read(text)


class _AsciiDoc:
    """Reads line by line; a table lasts from one `|===` to the next, a comment block from `////` to `////`."""

    def __init__(self) -> None:
        self.written = Written("asciidoc")
        self.table: int | None = None
        self.tables, self.row = 0, -1
        self.silent = False

    def read(self, text: str) -> Written:
        for number, line in enumerate(text.splitlines(), 1):
            self._line(number, line.rstrip())
        return self.written

    def _line(self, number: int, line: str) -> None:
        if line.startswith("////"):
            self.silent = not self.silent
        elif self.silent or line.startswith("//"):
            return
        elif line.startswith(("|===", "!===")):
            self.table = None if self.table is not None else self.tables
            self.tables += self.table is not None
            self.row = -1
        elif self.table is not None and line.startswith("|"):
            self._row(number, line)
        elif attribute := _ATTRIBUTE.match(line):
            self.written.metadata[attribute[1]] = attribute[2]
            if attribute[1] == "lang":
                self.written.language = attribute[2]
        else:
            self._text(number, line)

    def _row(self, number: int, line: str) -> None:
        self.row += 1
        ends = [match.end() for match in _CELL.finditer(line)]
        for cell, (start, end) in enumerate(zip(ends, [*(e - 1 for e in ends[1:]), len(line)], strict=True)):
            shown = self._stripped(number, line[start:end]).strip()
            lead = len(line[start:end]) - len(line[start:end].lstrip())
            if shown:
                self.written.pieces.append(Piece(number, shown, start + lead, 0, self.table, self.row, cell))

    def _text(self, number: int, line: str) -> None:
        heading = _HEADING.match(line)
        for anchor in _ANCHOR.finditer(line):
            self.written.anchors.add(anchor[1] or anchor[2])
        if heading is None and _BLOCK.match(line) and not _IMAGE.match(line):
            if not line.startswith(".") or line.startswith(".."):
                return
            line = line[1:]  # the title of a block
        marks = heading or _LIST.match(line)
        start = (heading.start(2) if heading else marks.end()) if marks else 0
        shown = self._stripped(number, line[start:]).strip()
        if heading:
            self.written.anchors |= {shown, "_" + re.sub(r"\W+", "_", shown.lower()).strip("_")}
        if shown:
            self.written.pieces.append(Piece(number, shown, start, len(heading[1]) if heading else 0))

    def _stripped(self, number: int, text: str) -> str:
        for link in _CROSS.finditer(text):
            self.written.links.append((number, "#" + (link[1] or link[3]).lstrip("#")))
        for link in _LINK.finditer(text):
            self.written.links.append((number, link[1]))
        for image in _IMAGE.finditer(text):
            self.written.images.append((number, image[1], image[2]))
        text = _IMAGE.sub("", _ANCHOR.sub("", text))
        text = _CROSS.sub(_words, text)
        text = _LINK.sub(_link_words, text)
        return _MARKS.sub(r"\2", text)


def _words(link: re.Match[str]) -> str:
    return link[2] or link[4] or link[1] or link[3] or ""


def _link_words(link: re.Match[str]) -> str:
    return link[2] or link[1]
