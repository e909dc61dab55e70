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
_CONTACT = re.compile(
    r"\b(?:tel(?:e(?:phone|fon|fax))?|phone|fax|e-?mail|mail|www|https?|internet|web(?:site)?|mobile"
    r"|contact|téléphone|teléfono|telefoon|kontakt)\b\s*[.:：/]|www\.|https?://|\S+@\S+"
    r"|(?:电话|传真|邮箱|网址|联系人)"
    r"|\b(?:ABN|ACN|NIP|KRS|REGON|VAT|P\.?\s?IVA|Partita IVA|SIRET|SIREN|RCS|C\.?I\.?F|N\.?I\.?F|HRB|USt-Id\w*|KvK"
    r"|Org\.?\s?(?:nr|no)|EORI|Company (?:No|Reg)\w*)\b\.?\s?[-:.]?(?=\s?(?:[Nn][or]?\.?\s?)?:?\s?[A-Z]{0,3}\s?\d)",
    re.IGNORECASE,
)
NO_PARTY = re.compile(
    r"(?:(?:customer |technical )?(?:service|support|contact|hotline|helpdesk)s?|kontakt|kundendienst|kundenservice"
    r"|contacto?|contatti|assistenza|asistencia|assistance|serwis|servis|importer|importeur|manufacturer)\W*",
    re.IGNORECASE,
)
REGISTERED_OFFICE = re.compile(
    r"^.{0,90}?registered (?:office|address)(?: address)?\s*(?:[:：]|is|at)?\s+", re.IGNORECASE | re.DOTALL
)
_NUMBER_OF_PAPER = re.compile(
    r"\s*[·•|–—,;\n]\s*(?:dok(?:ument)?|doc(?:ument)?|cod(?:ice)?|cód(?:igo)?|réf(?:érence)?|rev(?:ision)?|version"
    r"|ver)\b\W"
    r"(?=[^\n]*\d).*",
    re.IGNORECASE | re.DOTALL,
)
_PHONE_LINE = re.compile(r"(?:\n|,)\s*\+?(?:[\d(][\d() ./-]{7,}\d)\s*(?=\n|$)")


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


def without_number(block: Printed) -> Printed:
    """The print before the number or revision of a paper that its line goes on to."""
    number = _NUMBER_OF_PAPER.search(block.text)
    return block.part(0, number.start()).trimmed() if number else block


def without_contacts(printed: Printed) -> Printed:
    """The print before the first way to reach the party: telephone, address on the web, number of a register."""
    match = _CONTACT.search(printed.text) or _PHONE_LINE.search(printed.text)
    return printed.part(0, match.start()) if match else printed
