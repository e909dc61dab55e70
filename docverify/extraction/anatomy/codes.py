"""Model-like codes of a manual, each once with its first place and how often it stands there."""

import re
from collections.abc import Iterable
from typing import Any

from docverify.reading.page import Page

MOST = 200
_CODE = re.compile(
    r"[A-Z](?<![\w/.@-][A-Z])(?=[A-Z0-9/-]*\d)"
    r"(?:[A-Z0-9]*(?:[-/][A-Z0-9]+)+|[A-Z]{1,5}\d[A-Z0-9]*(?:[-/][A-Z0-9]+)*)"
    r"(?![\w/-])"
)
# EN 61851-1, IEC 60364, 2014/35/EU, IP54, CAT6 and their like are no models.
_NO_MODEL = re.compile(
    r"(?:EN|IEC|ISO|DIN|VDE|UL|CSA|BS|NF|GB|HD|CISPR|ETSI|RFC|IEEE|ANSI|AS|NZS|SS|JIS|YY|NB|QC)[-/]?\d.*"
    r"|(?:IP|IK|CAT|USB|RS|RJ|M|PH|PE|L|N|T|R|C|D|A|B|F|PT|TN|TT|IT|DC|AC|PWM|MODE|HTTP|UTF|TLS|WPA|ISO|OCPP|V)\d{1,4}"
    r"(?:[-/.]\d+)*[A-Z]?",
    re.IGNORECASE,
)


def codes_in(pages: Iterable[Page]) -> list[dict[str, Any]]:
    """The codes in reading order, at most `MOST`."""
    found: dict[str, dict[str, Any]] = {}
    for page in pages:
        for match in _CODE.finditer(page.text):
            code = match[0]
            if code in found:
                found[code]["times"] += 1
            elif len(found) < MOST and not _NO_MODEL.fullmatch(code):
                boxes = [list(box) for box in page.boxes_of(*match.span())]
                found[code] = {"code": code, "page": page.number, "boxes": boxes, "quote": code, "times": 1}
    return list(found.values())
