"""Turns the first page of a management-system certificate into the company it certifies: the largest company there."""

import re
from collections.abc import Collection

from docverify.extraction.fields import Fields, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.parties import LEGAL_FORM, read_address, read_party
from docverify.extraction.printed import Printed
from docverify.extraction.prose import address_beside_name

_SEAT = re.compile(
    r"(?:注册地址|地址|经营地址|sede legale|registered (?:office|address)|domicilio social"
    r"|siège social|sitz)\s*[:：]\s*",
    re.IGNORECASE,
)
_LONGEST = 80
_HEAD, _FOOT = 0.1, 0.7  # of the page's height: above and below stands who certifies


def certified_company(passage: Passage, *, others: Collection[str]) -> Fields:
    """Holder, address and country; none where no company stands in type larger than the lines beside it."""
    page = passage.pages[0]
    lines = [line.trimmed() for line in passage.printed(page).lines()]
    inside = [line for line in lines if line and _HEAD * page.height < line.box[1] < _FOOT * page.height]
    named = [line for line in inside if _is_company(line.text) and line.text not in others]
    if not named:
        return {}
    largest = max(named, key=_height)
    usual = sorted(map(_height, inside))[len(inside) // 2]
    name = read_party(passage, largest)[0] if _height(largest) > 1.1 * usual else None
    if name is None:
        return {}
    address, country = address_beside_name(passage, str(name.value))
    for line in inside if address is None else ():
        label = _SEAT.match(line.text)
        if label and address is None:
            address, country = read_address(passage, line.part(label.end()).trimmed())
    found = {"holder": name, "holder_address": address, "holder_country": country}
    return without_empty({key: (entry,) if entry else () for key, entry in found.items()})


def _is_company(text: str) -> bool:
    return bool(LEGAL_FORM.search(text)) and len(text) <= _LONGEST and not any(c.isdigit() for c in text)


def _height(line: Printed) -> float:
    return line.box[3] - line.box[1]
