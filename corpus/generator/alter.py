"""What happens to a file after it was made: locked with a password, cut short, signed, changed after signing."""

import io
import re

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

CONTENTS = 256  # hex digits kept for the signature's contents


def cut(pdf: bytes, share: float = 0.35) -> bytes:
    """The first part of the file, as a broken download leaves it."""
    return pdf[: int(len(pdf) * share)]


def locked() -> bytes:
    """A report that opens only with a password nobody sent."""
    buffer = io.BytesIO()
    lock = StandardEncryption("k7-2m-supplier", ownerPassword="k7-2m-owner", strength=128)
    canvas = Canvas(buffer, invariant=1, encrypt=lock)
    canvas.setFont("Helvetica", 12)
    canvas.drawString(72, 700, "SAFETY TEST REPORT")
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def signed(pdf: bytes, name: str) -> bytes:
    """The file with a signature field whose byte range covers the whole file (the signature itself is a dummy)."""
    catalog, info, size = _trailer(pdf)
    field, value = size, size + 1
    body = _object(pdf, catalog)
    objects = {
        catalog: body[:-2] + b"/AcroForm << /Fields [%d 0 R] /SigFlags 3 >> >>" % field,
        field: b"<< /FT /Sig /T (Signature1) /Type /Annot /Subtype /Widget /Rect [0 0 0 0] /F 132 /V %d 0 R >>" % value,
        value: (
            b"<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /adbe.pkcs7.detached /Name (%s) /M (D:20260515090000Z) "
            b"/ByteRange [0 0000000000 0000000000 0000000000] /Contents <%s> >>"
        )
        % (name.encode("latin-1", "replace"), b"0" * CONTENTS),
    }
    whole = _append(pdf, objects, size + 2, catalog, info)
    start = whole.rindex(b"/Contents <") + len(b"/Contents ")
    end = start + CONTENTS + 2
    span = b"/ByteRange [0 %010d %010d %010d]" % (start, end, len(whole) - end)
    return re.sub(rb"/ByteRange \[0 0{10} 0{10} 0{10}\]", span, whole)


def changed(pdf: bytes, words: str) -> bytes:
    """The signed file with an incremental update that paints other words over the first page."""
    catalog, info, size = _trailer(pdf)
    page = _first_page(pdf, catalog)
    drawing = b"q 1 1 1 rg 60 655 420 12 re f 0 0 0 rg BT /F1 9 Tf 62 658 Td (%s) Tj ET Q" % words.encode("latin-1")
    stream = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawing), drawing)
    contents = re.sub(rb"/Contents (\d+ 0 R)", rb"/Contents [\1 %d 0 R]" % size, _object(pdf, page))
    return _append(pdf, {page: contents, size: stream}, size + 1, catalog, info)


def _trailer(pdf: bytes) -> tuple[int, int, int]:
    last = pdf[pdf.rindex(b"trailer") :]
    root = re.search(rb"/Root (\d+) 0 R", last)
    info = re.search(rb"/Info (\d+) 0 R", last)
    size = re.search(rb"/Size (\d+)", last)
    if not (root and info and size):
        raise ValueError("not a file of this generator")
    return int(root[1]), int(info[1]), int(size[1])


def _object(pdf: bytes, number: int) -> bytes:
    """The newest dictionary of that number, from `<<` to `>>`."""
    start = [m.start() for m in re.finditer(rb"(?<!\d)%d 0 obj" % number, pdf)][-1]
    end = pdf.index(b"endobj", start)
    piece = pdf[start:end]
    return piece[piece.index(b"<<") : piece.rindex(b">>") + 2].strip()


def _first_page(pdf: bytes, catalog: int) -> int:
    pages = re.search(rb"/Pages (\d+) 0 R", _object(pdf, catalog))
    kids = re.search(rb"/Kids \[ ?(\d+) 0 R", _object(pdf, int(pages[1]))) if pages else None
    if not kids:
        raise ValueError("no page tree")
    return int(kids[1])


def _append(pdf: bytes, objects: dict[int, bytes], size: int, root: int, info: int) -> bytes:
    before = int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])
    out = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    places = {}
    for number, body in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = len(out)
    out += b"xref\n"
    for number in sorted(places):
        out += b"%d 1\n%010d 00000 n \n" % (number, places[number])
    out += b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        root,
        info,
        before,
        table,
    )
    return bytes(out)
