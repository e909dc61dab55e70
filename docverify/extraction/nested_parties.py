"""Turns a row such as "1. Client | Name : X / Address : Y" into the party that its first cell names.

The labels inside the cell say only name and address; whose they are stands in the cell before.
"""

import re

from docverify.extraction.fields import Fields, once, without_empty
from docverify.extraction.labels import matcher, tokens_of
from docverify.extraction.locate import Passage
from docverify.extraction.model_tables import print_of
from docverify.extraction.parties import ROLES, read_address, read_party
from docverify.extraction.printed import Printed

_NUMBERING = re.compile(r"^\s*(?:\d{1,2}(?:\.\d)?[.)]?|\([0-9a-z]\))\s+")
_NAME = re.compile(
    r"(?:company |firm )?name\s*[:：]\s*|(?:firma|nom|nombre|nome|naam|nazwa|namn|名称)\s*[:：]\s*", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"(?:address|add|addr|anschrift|adresse|indirizzo|dirección|adres|adress|地址)\s?\.?\s*[:：]\s*", re.IGNORECASE
)
_LABEL = re.compile(r"[^:：\d]{2,30}\s*[:：]")
_WANTED = frozenset({"holder", "manufacturer", "factory", "importer"})


def nested_parties(passage: Passage) -> Fields:
    """Name, address and country of the parties whose role stands in the cell to the left of both."""
    fields: Fields = {}
    for page in passage.pages[:3]:
        for table in page.tables:
            for row in table.rows:
                cells = [print_of(page, cell) for cell in row if cell is not None and cell.lines]
                role = _role(cells[0].text) if len(cells) > 1 else None
                if role is not None and role not in fields:
                    fields |= _party(passage, role, cells[1])
    return fields


def _role(text: str) -> str | None:
    tokens = tokens_of(_NUMBERING.sub("", text))
    match = matcher().longest(tokens)
    if match is None or match.length != len(tokens):
        return None
    role = ROLES.get(match.key)
    return role if role in _WANTED else None


def _party(passage: Passage, role: str, cell: Printed) -> Fields:
    name, address = _behind(cell, _NAME), _behind(cell, _ADDRESS)
    if name is None:
        return {}
    found, _, _ = read_party(passage, name)
    place, country = read_address(passage, address) if address is not None else (None, None)
    return without_empty({role: once([found]), f"{role}_address": once([place]), f"{role}_country": once([country])})


def _behind(cell: Printed, label: re.Pattern[str]) -> Printed | None:
    """What stands behind the label in the cell, up to the next line with a label of its own."""
    start = 0
    for line in cell.text.split("\n"):
        match = label.match(line.strip())
        if match is not None:
            begin = start + line.index(line.strip()) + match.end()
            end = start + len(line)
            while end < len(cell.text):
                following = cell.text[end + 1 :].split("\n", 1)[0]
                if not following.strip() or _LABEL.match(following.strip()):
                    break
                end += 1 + len(following)
            return cell.part(begin, end).trimmed()
        start += len(line) + 1
    return None
