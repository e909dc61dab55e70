"""Turns a packing list or delivery note into what was packed: models, serial numbers, quantities, and for whom."""

import re

from docverify.extraction.fields import Fields, once, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.parties import read_address, read_party
from docverify.extraction.printed import Printed, joined
from docverify.extraction.short_paper import identity, with_company
from docverify.extraction.unit_rows import unit_fields

_CONSIGNEE = re.compile(
    r"^\s*(?:consignee|ship(?:ped)? to|deliver(?:y address|ed to|y to)?|buyer|importer|empfänger|lieferadresse|destinataire|destinatario|ontvanger|odbiorca|收货人|买方)\s*[:：]\s*",
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
    for page in passage.pages[:1]:
        lines = passage.printed(page).lines()
        for number, line in enumerate(lines):
            label = _CONSIGNEE.match(line.text)
            if label is None:
                continue
            block = [line.part(label.end()).trimmed(), *_under(line, lines[number + 1 : number + 5])]
            block = [part for part in block if part and part.text]
            if not block:
                continue
            name, address, country = read_party(passage, joined(block))
            if name is not None and address is None and len(block) > 1:
                address, country = read_address(passage, joined(block[1:]))
            found = {"importer": once([name]), "importer_address": once([address]), "importer_country": once([country])}
            return without_empty(found)
    return {}


def _under(label: Printed, lines: tuple[Printed, ...]) -> list[Printed]:
    """The lines that go on under the label's line, until a gap or another label."""
    kept: list[Printed] = []
    bottom, height = label.box[3], label.box[3] - label.box[1]
    for line in lines:
        if line.box[1] - bottom > 1.4 * height or ":" in line.text[:24] or line.box[1] < bottom - 2:
            break
        kept.append(line.trimmed())
        bottom = line.box[3]
    return kept
