"""A sheet of paper to write on: flows text, label grids and tables over pages and notes which value landed where.

`render(layout)` turns a layout function into PDF bytes and its truth. Coordinates inside are points from the top left.
"""

import io
import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from corpus.generator import faces
from corpus.generator.faces import Face
from corpus.generator.marks import Content, Mark, flatten

Truth = dict[str, list[dict[str, Any]]]


@dataclass
class Line:
    """One printed line and the marks that begin on it."""

    text: str
    marks: list[Mark] = field(default_factory=list)


@dataclass
class Sheet:
    """The paper, the pen's place and what has been said so far."""

    canvas: Canvas
    face: Face = faces.HELVETICA
    size: float = 9
    left: float = 56
    right: float = 56
    top: float = 60
    bottom: float = 60
    pages_total: int = 0
    page_size: tuple[float, float] = A4
    page: int = 1
    y: float = 0
    truth: Truth = field(default_factory=dict)
    header: "Callable[[Sheet], None] | None" = None
    footer: "Callable[[Sheet], None] | None" = None
    started: bool = False
    start_page: int = 1  # the page on which the current document begins, for files that hold several

    # ---- pages
    @property
    def width(self) -> float:
        """The width between the margins."""
        return self.page_size[0] - self.left - self.right

    def begin(self, **settings: Any) -> None:
        """Starts the first page of a document with these settings (face, margins, header, footer)."""
        for name, value in settings.items():
            setattr(self, name, value)
        self.started = True
        self._furnish()

    def _furnish(self) -> None:
        self.y = self.top
        if self.header:
            self.header(self)
        if self.footer:
            kept, self.y = self.y, 0
            self.footer(self)
            self.y = kept

    def next_page(self) -> None:
        """Ends this page and starts another, header and footer drawn."""
        self.canvas.showPage()
        self.page += 1
        self._furnish()

    def room(self, height: float) -> None:
        """Starts a new page when less than that height is left."""
        if self.y + height > self.page_size[1] - self.bottom:
            self.next_page()

    def space(self, height: float) -> None:
        """Leaves a gap."""
        self.y += height

    # ---- truth
    def note(self, name: str, value: Any, page: int | None = None, details: dict[str, Any] | None = None) -> None:
        """Records that the value of the field is printed on this page."""
        page = page or self.page
        for entry in self.truth.setdefault(name, []):
            if entry["value"] == value:
                if page != entry["page"] and page not in entry.get("also_on", []):
                    entry.setdefault("also_on", []).append(page)
                return
        self.truth[name].append({"value": value, "page": page} | ({"details": details} if details else {}))

    def _note_all(self, marks: Sequence[Mark]) -> None:
        for item in marks:
            for name, value in item.says:
                self.note(name, value, details=dict(item.details))

    # ---- text
    def font(self, style: str) -> str:
        """The font name of `regular`, `bold` or `italic`."""
        return str(getattr(self.face, style))

    def put(
        self,
        x: float,
        y: float,
        content: Content,
        *,
        size: float | None = None,
        style: str = "regular",
        align: str = "left",
    ) -> float:
        """Prints one line at x, y (from the top left, baseline) and returns its width."""
        size = size or self.size
        pieces = flatten(content)
        text = "".join(piece.text for piece in pieces)
        wide = faces.width(text, self.font(style), self.face, size)
        start = {"left": x, "right": x - wide, "center": x - wide / 2}[align]
        faces.draw(self.canvas, start, self.page_size[1] - y, text, self.font(style), self.face, size)
        self._note_all(pieces)
        return wide

    def wrap(self, content: Content, wide: float, *, size: float, style: str = "regular") -> list[Line]:
        """The content broken into lines no wider than that; newlines break too."""
        pieces = flatten(content)
        text = "".join(piece.text for piece in pieces)
        lines: list[Line] = []
        starts: list[int] = []
        offset = 0
        for part in text.split("\n"):
            for begin, shown in self._break(part, wide, size=size, style=style):
                lines.append(Line(shown))
                starts.append(offset + begin)
            offset += len(part) + 1
        place = 0
        for piece in pieces:
            if piece.says:
                index = max(i for i, start in enumerate(starts) if start <= place)
                lines[index].marks.append(piece)
            place += len(piece.text)
        return lines

    def _break(self, part: str, wide: float, *, size: float, style: str) -> list[tuple[int, str]]:
        out: list[tuple[int, str]] = []
        begin = 0
        last_stop = -1
        position = 0
        while position < len(part):
            if part[position] == " " or ord(part[position]) > 0x2E80:
                last_stop = position
            shown = part[begin : position + 1]
            if faces.width(shown, self.font(style), self.face, size) > wide and position > begin:
                cut = last_stop if last_stop > begin else position
                out.append((begin, part[begin:cut].rstrip()))
                begin = cut + 1 if part[cut] == " " else cut
                position = max(begin, cut)
                last_stop = -1
                continue
            position += 1
        out.append((begin, part[begin:].rstrip()))
        return out

    def para(
        self,
        content: Content,
        *,
        size: float | None = None,
        style: str = "regular",
        align: str = "left",
        indent: float = 0,
        gap: float = 4,
        leading: float = 1.28,
    ) -> None:
        """A paragraph; lines move to the next page one by one."""
        size = size or self.size
        for line in self.wrap(content, self.width - indent, size=size, style=style):
            self.room(size * leading)
            self.y += size * leading
            x = {
                "left": self.left + indent,
                "center": self.left + self.width / 2,
                "right": self.left + self.width,
            }[align]
            self.put(x, self.y - size * 0.25, line.text, size=size, style=style, align=align)
            self._note_all(line.marks)
        self.y += gap

    # ---- label grids and tables
    def pairs(
        self,
        rows: Sequence[tuple[Content, Content]],
        *,
        label_width: float = 150,
        size: float | None = None,
        label_style: str = "regular",
        style: str = "regular",
        gap: float = 3,
        middle: str = "",
    ) -> None:
        """Label and value side by side without rules; `middle` is printed between them (a colon in its own column)."""
        size = size or self.size
        for label, value in rows:
            labels = self.wrap(label, label_width - 8, size=size, style=label_style)
            values = self.wrap(value, self.width - label_width - (10 if middle else 0), size=size, style=style)
            height = max(len(labels), len(values)) * size * 1.28
            self.room(height)
            self._lines(labels, self.left, self.y, size, label_style)
            if middle:
                self.put(self.left + label_width - 4, self.y + size, middle, size=size)
            self._lines(values, self.left + label_width + (10 if middle else 0), self.y, size, style)
            self.y += height + gap

    def _lines(self, lines: Sequence[Line], x: float, y: float, size: float, style: str, align: str = "left") -> None:
        for index, line in enumerate(lines):
            self.put(x, y + size * (1 + 1.28 * index), line.text, size=size, style=style, align=align)
            self._note_all(line.marks)

    def table(
        self,
        rows: Sequence[Sequence[Content]],
        widths: Sequence[float],
        *,
        head: int = 1,
        size: float | None = None,
        ruled: str = "box",
        shade: bool = False,
        pad: float = 3,
        bold_first: bool = False,
        repeat_head: bool = True,
    ) -> None:
        """A table whose column widths are shares of the width; `ruled` is `box`, `rows`, `outer` or `none`."""
        size = size or self.size
        total = sum(widths)
        columns = [self.width * w / total for w in widths]
        for index, row in enumerate(rows):
            style = "bold" if index < head else "regular"
            if self._row_height(row, columns, size, pad, style) + self.y > self.page_size[1] - self.bottom:
                self.next_page()
                if repeat_head and index >= head:
                    for again in rows[:head]:
                        self._row(again, columns, size, ruled, pad, "bold", shaded=shade, bold_first=bold_first)
            self._row(row, columns, size, ruled, pad, style, shaded=shade and index < head, bold_first=bold_first)

    def _row_height(
        self, row: Sequence[Content], columns: Sequence[float], size: float, pad: float, style: str
    ) -> float:
        wide = self._spans(row, columns)
        counts = [len(self.wrap(c, w - 2 * pad, size=size, style=style)) for c, w in zip(row, wide, strict=True)]
        return max(counts) * size * 1.28 + 2 * pad

    def _spans(self, row: Sequence[Content], columns: Sequence[float]) -> list[float]:
        """Column widths of the row; a row with fewer cells lets its last cell span the rest."""
        return [*columns[: len(row) - 1], sum(columns[len(row) - 1 :])]

    def _row(
        self,
        row: Sequence[Content],
        columns: Sequence[float],
        size: float,
        ruled: str,
        pad: float,
        style: str,
        *,
        shaded: bool,
        bold_first: bool,
    ) -> None:
        wide = self._spans(row, columns)
        height = self._row_height(row, columns, size, pad, style)
        bottom = self.page_size[1] - self.y - height
        if shaded:
            self.canvas.setFillGray(0.88)
            self.canvas.rect(self.left, bottom, sum(columns), height, stroke=0, fill=1)
            self.canvas.setFillGray(0)
        self.canvas.setLineWidth(0.6)
        x = self.left
        for index, (cell, cell_width) in enumerate(zip(row, wide, strict=True)):
            cell_style = "bold" if bold_first and index == 0 else style
            if ruled == "box":
                self.canvas.rect(x, bottom, cell_width, height)
            lines = self.wrap(cell, cell_width - 2 * pad, size=size, style=cell_style)
            self._lines(lines, x + pad, self.y + pad - size * 0.12, size, cell_style)
            x += cell_width
        if ruled == "rows":
            self.canvas.line(self.left, bottom, self.left + sum(columns), bottom)
        self.y += height

    # ---- ornament
    def rule(self, *, weight: float = 0.8, gap: float = 4) -> None:
        """A line across the width."""
        self.canvas.setLineWidth(weight)
        self.canvas.line(self.left, self.page_size[1] - self.y, self.left + self.width, self.page_size[1] - self.y)
        self.y += gap

    def frame(self, inset: float = 24, weight: float = 3) -> None:
        """A border around the page, as certificates have."""
        self.canvas.setLineWidth(weight)
        self.canvas.rect(inset, inset, self.page_size[0] - 2 * inset, self.page_size[1] - 2 * inset)
        self.canvas.setLineWidth(0.5)
        inner = inset + weight + 3
        self.canvas.rect(inner, inner, self.page_size[0] - 2 * inner, self.page_size[1] - 2 * inner)

    def box(self, x: float, y: float, wide: float, high: float) -> None:
        """A rectangle whose top left corner is x, y."""
        self.canvas.setLineWidth(0.6)
        self.canvas.rect(x, self.page_size[1] - y - high, wide, high)

    def logo(self, x: float, y: float, letters: str, *, size: float = 18) -> None:
        """A mark of a few letters in an ellipse, as a house's logo."""
        wide = faces.width(letters, "Helvetica-Bold", faces.HELVETICA, size)
        self.canvas.setLineWidth(1.5)
        self.canvas.ellipse(x, self.page_size[1] - y - size * 1.6, x + wide + 16, self.page_size[1] - y)
        faces.draw(
            self.canvas, x + 8, self.page_size[1] - y - size * 1.15, letters, "Helvetica-Bold", faces.HELVETICA, size
        )

    def stamp(self, x: float, y: float, words: str, *, radius: float = 34) -> None:
        """A round company stamp whose letters follow the circle; it may lie over text."""
        canvas = self.canvas
        canvas.saveState()
        canvas.setStrokeColorRGB(0.25, 0.3, 0.65)
        canvas.setFillColorRGB(0.25, 0.3, 0.65)
        canvas.translate(x, self.page_size[1] - y)
        canvas.setLineWidth(1.6)
        canvas.circle(0, 0, radius)
        canvas.circle(0, 0, radius * 0.62)
        step = 360 / max(len(words) + 4, 18)
        canvas.setFont("Helvetica-Bold", radius * 0.2)
        canvas.rotate(step * len(words) / 2)
        for character in words:
            canvas.drawCentredString(0, radius * 0.72, character)
            canvas.rotate(-step)
        canvas.restoreState()

    def signature(self, x: float, y: float, seed: str) -> None:
        """A scrawl by hand, different for every name."""
        pen = random.Random(seed)
        canvas = self.canvas
        canvas.saveState()
        canvas.setStrokeColorRGB(0.1, 0.1, 0.35)
        canvas.setLineWidth(1.1)
        path = canvas.beginPath()
        at_x, at_y = x, self.page_size[1] - y
        path.moveTo(at_x, at_y)
        for _ in range(9):
            near = at_x + pen.uniform(-6, 12), at_y + pen.uniform(-14, 18)
            far = at_x + pen.uniform(0, 16), at_y + pen.uniform(-12, 14)
            at_x += pen.uniform(5, 11)
            path.curveTo(*near, *far, at_x, self.page_size[1] - y + pen.uniform(-4, 4))
        canvas.drawPath(path)
        canvas.restoreState()


@dataclass(frozen=True)
class Part:
    """One document of a rendered file: its pages and its truth."""

    pages: tuple[int, int]
    truth: Truth


Layout = Callable[[Sheet], None]


def render(*layouts: Layout, title: str = "") -> tuple[bytes, list[Part]]:
    """The PDF holding those documents one after the other, with the truth of each; the same bytes every time."""
    totals = [0] * len(layouts)
    for _ in range(2):  # the first round counts the pages for "page x of y"
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=A4, invariant=1, pageCompression=1)
        canvas.setTitle(title)
        canvas.setAuthor("")
        parts: list[Part] = []
        page = 1
        for index, layout in enumerate(layouts):
            sheet = Sheet(canvas, page=page, start_page=page, pages_total=totals[index])
            layout(sheet)
            canvas.showPage()
            parts.append(Part((page, sheet.page), sheet.truth))
            totals[index] = sheet.page - page + 1
            page = sheet.page + 1
        canvas.save()
    return buffer.getvalue(), parts
