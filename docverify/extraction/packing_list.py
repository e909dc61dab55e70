"""Turns a packing list or delivery note into what was packed: models, serial numbers, quantities, and for whom."""

import re

from docverify.extraction.fields import Fields, once, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.parties import read_address, read_party
from docverify.extraction.printed import Printed, joined
from docverify.extraction.short_paper import identity, with_company
from docverify.extraction.unit_rows import unit_fields

_CONSIGNEE = re.compile(
    r"^\s*(?:consignee|to(?: \(messrs\.?\))?|messrs\.?|customer|sold to|ship(?:ped)? to"
    r"|deliver(?:y address|ed to|y to)?|buyer|importer|empfänger|lieferadresse|destinataire|destinatario"
    r"|ontvanger|odbiorca|收货人|买方)\s*[:：]\s*",
    re.IGNORECASE,
)


def extract(passage: Passage) -> Fields:
    """Every field of the list; who receives the goods is the importer."""
    fields = identity(passage, "manufacturer", "importer")
    fields |= unit_fields(passage)
    if "importer" not in fields:
        fields |= _consignee(passage)
    return without_empty(with_company(passage, fields))


def _consignee(passage: Passage) -> Fields:
    """Name, address and country behind, beside or under the label of who receives the goods."""
    for page in passage.pages[:1]:
        lines = passage.printed(page).lines()
        for line in lines:
            label = _CONSIGNEE.match(line.text)
            if label is None:
                continue
            block = _block(line, label.end(), lines)
            name, address, country = read_party(passage, joined(block)) if block else (None, None, None)
            if name is None:
                continue
            if address is None and len(block) > 1:
                address, country = read_address(passage, joined(block[1:]))
            return without_empty(
                {"importer": once([name]), "importer_address": once([address]), "importer_country": once([country])}
            )
    return {}


def _block(line: Printed, end: int, lines: tuple[Printed, ...]) -> list[Printed]:
    """The value in the label's line or beside it, and the lines that go on under the value."""
    height = line.box[3] - line.box[1]
    first = line.part(end).trimmed()
    if not first:
        beside = [
            other for other in lines if abs(other.box[1] - line.box[1]) < 0.6 * height and other.box[0] > line.box[2]
        ]
        beside = [other for other in beside if ":" not in other.text[:16]]
        under = [
            o
            for o in lines
            if 0.4 * height < o.box[1] - line.box[1] < 2.2 * height and abs(o.box[0] - line.box[0]) < height
        ]
        if not beside and not under:
            return []
        first = min(beside, key=_left) if beside else min(under, key=_top)
    kept, bottom = [first], max(line.box[3], first.box[3])
    for other in sorted(lines, key=_top):
        aligned = abs(other.box[0] - first.box[0]) < height
        if other.box[1] > bottom - 0.3 * height and aligned and other.box[1] - bottom < 0.9 * height and len(kept) < 5:
            kept.append(other.trimmed())
            bottom = other.box[3]
    return kept


def _left(printed: Printed) -> float:
    return printed.box[0]


def _top(printed: Printed) -> float:
    return printed.box[1]
