"""Turns the print of a party into what of it is the party: no words of making before it, nothing behind its country."""

import re

from docverify.extraction.printed import Printed
from docverify.facts.countries import country_named, country_of

_PARTING = re.compile(r"[,;.\n·•|–—()]|\s/\s|\s(?=\d{1,2}\.\d)|$")
_REST = re.compile(
    r"[\W\d_]*(?:(?:p\.?\s?r\.?\s?c|r\.?\s?o\.?\s?c|post\s?code|zip(?: code)?|cedex)[\W\d_]*)?", re.IGNORECASE
)
_LABELLED = re.compile(r"\W*[^\W\d_][^:,\n]{2,30}:")  # another address under its own label
_MADE_BY = re.compile(
    r"(?:[^\W\d_][^\n,;:]{0,50}?\s)??(?:made|manufactured|produced|fabricad[oa]|hergestellt|gefertigt|produziert"
    r"|fabriquée?|prodotto|fabbricat[oa]|gefabriceerd|vervaardigd|geproduceerd|wyprodukowan[oey]"
    r"|tillverka[sdt]+)\s+(?:(?:by|por|von|durch"
    r"|par|da|door|przez|av)\s+)(?:(?:die|the|la|le)\s+)?(?=[A-ZÀ-Ž])",
    re.IGNORECASE,
)


def until_country(block: Printed) -> Printed:
    """The address up to the country that ends it, where what follows is a sentence, a number or another fact."""
    start = 0
    for match in _PARTING.finditer(block.text):
        code = country_named(block.text[start : match.start()])
        before, rest = block.text[:start], block.text[match.start() :]
        start = match.end()
        if code is None or not any(c.isdigit() for c in before) or _REST.fullmatch(rest):
            continue
        if country_of(rest) is None or _LABELLED.match(rest):
            return block.part(0, match.start()).trimmed()
    return block


def without_making(block: Printed) -> Printed:
    """The party behind "made by" and its like."""
    match = _MADE_BY.match(block.text)
    return block.part(match.end()).trimmed() if match else block
