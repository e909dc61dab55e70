"""Turns the head of a cover page into who issues the paper: a laboratory's or company's name and address at the top."""

import re

from docverify.extraction.fields import Fields, without_empty
from docverify.extraction.labels import is_label
from docverify.extraction.locate import Passage
from docverify.extraction.parties import LEGAL_FORM, read_address, read_party
from docverify.extraction.people import is_function
from docverify.extraction.printed import Printed, joined
from docverify.reading.page import Page

LABORATORY = re.compile(
    r"\b(?:laborator\w+|\w{3,}labor|\w{4,}lab|labor|labo|labs?|laboratoire\w*|testing"
    r"|test(?:s|ing)? (?:center|centre|services?|house"
    r"|ab|lab)|wave test"
    r"|prüf(?!ling|muster|bericht|zeit|grund|ergebnis|mittel|gegenst|objekt|datum|nummer)\w+|certification"
    r"|certificat\w+"
    r"|inspection|standards technical services|institut\w*|technolog\w+ (?:service|centre|center))\b|检测|检验|实验室",
    re.IGNORECASE,
)
_ADDRESS_LABEL = re.compile(r"^\W*(?:add(?:ress)?\.?|adresse|地址)\s*[:：.]\s*", re.IGNORECASE)
_STOP = re.compile(
    r"^(?:tel|phone|fax|e-?mail|www|http|report|page|test report|seite|website|hotline|电话)", re.IGNORECASE
)
_HAN = re.compile(r"[\u3400-\u9fff]{2}")
_DOT = re.compile(r"\s+[·•|–—]\s+|;\s+")
_NUMBERED = re.compile(r",\s+(?=(?:No\.?|Nr\.?)?\s?\d|\w+\.?\s\w+\s\d)")
_ACCREDITED = re.compile(r"\b(?:ac+redit|akkredit|akredyt|acréditation|CNAS|A2LA|DAkkS|COFRAC)", re.IGNORECASE)
_ENDS_ADDRESS = re.compile(
    r"\breport\b|bericht|rapporto|sprawozdanie|rapport d|informe de|ac+redit|akkredit|akredyt|CNAS|A2LA", re.IGNORECASE
)
_LABELLED = re.compile(r"[^\W\d_][\w .()/-]{2,34}[:：]\s")
_DECLARES = re.compile(
    r"\b(?:hereby|declares?|hiermit|erklärt|déclare|dichiara|declara|verklaart|oświadcza|försäkrar|erklærer|vakuuttaa"
    r"|prohlašuje|vyhlasuje|igazolja|kijelenti|registered trademarks?|eingetragene marken?)\b",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(
    r"^(?:(?:made|manufactured|produced|designed|developed|distributed) (?:by|for|and \w+ by)"
    r"|hergestellt (?:von|für|durch)|fabriqué (?:par|pour)|prodotto (?:da|per)|fabricado (?:por|para)"
    r"|[^,.\n]{3,40}? (?:is a (?:trading name|trade ?mark|brand) of|ist eine marke der|est une marque de"
    r"|è un marchio di|es una marca de|is een merk van))\s+(?=\w)",
    re.IGNORECASE,
)
_HEAD = 0.3  # of the page's height
_LINES = 14


def letterhead(passage: Passage, page: Page, *, laboratory: bool = True) -> Fields:
    """Issuer with address and country from the top of the page; none when nothing there names a laboratory.

    With `laboratory` false any company at the top or the bottom of the page will do.
    """
    lines = [line.trimmed() for line in passage.printed(page).lines()]
    lines = [line for line in lines if line and line.text]
    top = [number for number, line in enumerate(lines) if line.box[1] < _HEAD * page.height][:_LINES]
    foot = [number for number in range(len(lines)) if number not in top]
    for number in (*top, *foot):
        if _is_translated(lines[number : number + 2], laboratory=laboratory):
            continue
        found = _company(passage, lines[number:], laboratory=laboratory, needs_address=number not in top)
        if found:
            return found if "issuer_address" in found else found | _address_elsewhere(passage, lines, found)
    return {}


def _address_elsewhere(passage: Passage, lines: list[Printed], found: Fields) -> Fields:
    """The address behind the same name in another line of the page, as in a running foot."""
    name = str(found["issuer"][0].value)
    for line in lines:
        if line.text.startswith(name) and len(line.text) > len(name) + 12:
            address, country = read_address(passage, line.part(len(name)).trimmed())
            if address is not None:
                return without_empty({"issuer_address": (address,), "issuer_country": (country,) if country else ()})
    return {}


def _is_translated(lines: list[Printed], *, laboratory: bool) -> bool:
    """Whether the line is the Chinese name of the company that the next line names in Latin letters."""
    if len(lines) < 2 or not _HAN.search(lines[0].text) or _HAN.search(lines[1].text):
        return False
    return _names(lines[1].text, laboratory=laboratory)


def _company(passage: Passage, lines: list[Printed], *, laboratory: bool, needs_address: bool) -> Fields:
    """The company that the first line names, with the address behind it or under it."""
    if not laboratory:
        if _DECLARES.search(lines[0].text):
            return {}
        lead = _LEADS_IN.match(lines[0].text)
        lines = [lines[0].part(lead.end()).trimmed(), *lines[1:]] if lead else lines
    parts = lines[0].split(_DOT)
    if not parts or not (
        _names(lines[0].text, laboratory=laboratory) or _names(_NUMBERED.split(parts[0].text)[0], laboratory=laboratory)
    ):
        return {}
    name, address, country = read_party(passage, parts[0])
    if address is None and len(parts) > 1:
        rest = lines[0].part(lines[0].text.find(parts[1].text, len(parts[0].text)))
        address, country = read_address(passage, _until_accreditation(rest))
    if name is None or any(c.isdigit() for c in name.value):
        return {}
    if address is None:
        address, country = read_address(passage, _under(lines[0], lines[1:]))
    if address is None and needs_address:
        return {}
    found = {
        "issuer": (name,),
        "issuer_address": (address,) if address else (),
        "issuer_country": (country,) if country else (),
    }
    return without_empty(found)


def _names(text: str, *, laboratory: bool) -> bool:
    if len(text) > (110 if laboratory else 180) or ":" in text[:40] or _STOP.match(text):
        return False
    if laboratory:
        named = LEGAL_FORM.search(text) or (_is_capitalised(text) and not is_function(text))
        return bool(LABORATORY.search(text)) and bool(named)
    return bool(LEGAL_FORM.search(text))


def _is_capitalised(text: str) -> bool:
    """Whether the line is written like a name: few words, all of them capitalised, and no title of a paper."""
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    if re.search(r"\breport\b|bericht|certificate|zertifikat|\brapport\b", text, re.IGNORECASE):
        return False
    return 2 <= len(words) <= 9 and all(word[0].isupper() for word in words)


def _until_accreditation(printed: Printed) -> Printed:
    """The print up to a word of accreditation."""
    match = _ACCREDITED.search(printed.text)
    return printed.part(0, match.start()).trimmed() if match else printed


def _is_beside(name: Printed, line: Printed) -> bool:
    """Whether the line goes on in the row of the name, a word's gap away."""
    height = name.box[3] - name.box[1]
    return abs(line.box[1] - name.box[1]) < 0.5 * height and 0 < line.box[0] - name.box[2] < 2 * height


def _labels(other: Printed, line: Printed) -> bool:
    """Whether the other line is a label before the line, in its row."""
    near = abs(other.box[1] - line.box[1]) < 0.5 * (line.box[3] - line.box[1])
    return near and other.box[2] <= line.box[0] and is_label(other.text.rstrip(" :：."))


def _under(name: Printed, lines: list[Printed]) -> Printed:
    """The address lines under the name, up to a contact line; letters of a stamp beside them are passed over."""
    kept: list[Printed] = []
    bottom, height = name.box[3], name.box[3] - name.box[1]
    for line in lines:
        if _is_beside(name, line) and not _LABELLED.match(line.text) and any(c.isdigit() for c in line.text):
            return line
        if line.box[2] < name.box[0] or line.box[0] > name.box[2] + 3 * height or line.box[1] < bottom - 2:
            continue
        if any(_labels(other, line) for other in lines):
            break
        accredited = _ACCREDITED.search(line.text)
        if accredited and accredited.start() > 15:
            kept.append(line.part(0, accredited.start()).trimmed())
            break
        if _ENDS_ADDRESS.search(line.text) or _STOP.match(line.text) or _LABELLED.match(line.text) or len(kept) == 3:
            break
        if line.box[1] - bottom > 2.2 * height:
            break
        label = _ADDRESS_LABEL.match(line.text)
        kept.append(line.part(label.end()) if label else line)
        bottom = line.box[3]
    return joined(kept)
