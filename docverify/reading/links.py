"""Link annotations of an open page that go to a place of the same file which is not there."""

from collections.abc import Iterator
from typing import Any

import pypdfium2.raw as pdfium_c


def dead_links_on(pdf: Any, page: Any, number: int) -> Iterator[dict[str, Any]]:
    """The dead links of that page of the `PdfDocument`, as plain JSON with page and box."""
    position, link = pdfium_c.c_int(0), pdfium_c.FPDF_LINK()
    while pdfium_c.FPDFLink_Enumerate(page.raw, position, link):
        if _is_dead(pdf, link):
            box = pdfium_c.FS_RECTF()
            pdfium_c.FPDFLink_GetAnnotRect(link, box)
            height = page.get_height()
            rectangle = [box.left, height - box.top, box.right, height - box.bottom]
            boxes = [[round(value, 1) for value in rectangle]]
            yield {"page": number, "boxes": boxes, "quote": "", "kind": "link", "target": "a place in this file"}


def _is_dead(pdf: Any, link: Any) -> bool:
    action = pdfium_c.FPDFLink_GetAction(link)
    destination = pdfium_c.FPDFLink_GetDest(pdf.raw, link)
    if not destination and action and pdfium_c.FPDFAction_GetType(action) == pdfium_c.PDFACTION_GOTO:
        destination = pdfium_c.FPDFAction_GetDest(pdf.raw, action)
        if not destination:
            return True
    if not destination:
        return False
    return not 0 <= pdfium_c.FPDFDest_GetDestPageIndex(pdf.raw, destination) < len(pdf)
