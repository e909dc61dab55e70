"""Turns the head and foot of a short paper's first page into the companies that stand there with their addresses.

"Name – street, town, country" in one line, or a name with a legal form over its address. Bodies without a legal form
count only together with an address that ends in a country. Whose the company is (issuer, manufacturer) the kind says.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from docverify.extraction.fields import Fields, once, without_empty
from docverify.extraction.labels import is_label
from docverify.extraction.locate import Passage
from docverify.extraction.parties import LEGAL_FORM, read_address, read_party
from docverify.extraction.people import is_function, is_person
from docverify.extraction.printed import Printed, joined
from docverify.facts.evidence import Found
from docverify.reading.page import Page

_HEAD, _FOOT = 0.2, 0.82  # of the page's height
_PARTING = re.compile(r"\s+[·•|–—-]\s+|\s*[;；]\s+|(?<=[^\W\d_.]),\s+|\.\s{1,3}(?=[A-Z0-9])")
_HAN = re.compile(r"[\u3400-\u9fff]")
_NAME = re.compile(
    r"(?:[A-ZÀ-Ž][\w&.'’-]*|of|de|des|du|la|le|der|für|and|und|et|e|y|i|di|del|van|voor|för|the|&)"
    r"(?: (?:[A-ZÀ-Ž][\w&.'’-]*|of|de|des|du|la|le|der|für|and|und|et|e|y|i|di|del|van|voor|för|the|&)){1,8}"
)
_NO_NAME = re.compile(
    r"\b(?:declaration|certificate|zertifikat|certificat|report|bericht|page|seite|annex|copyright|statement|directive"
    r"|regulation|verification|document|conformity|compliance|accredit\w*|notified|tel|fax|phone)\b|©|[:：?!]",
    re.IGNORECASE,
)
_UNDER_FORM = 60.0  # points
_EDGE = 4.0
_DASHES = re.compile(r"\s+[·•|–—]\s+")
_SEPARATORS = re.compile(r"[\s·•|–—,;.-]*")
_LONGEST = 220
_LONGEST_NAME = 70
_AFTER = re.compile(
    r"\s*[–—·|,;]?\s*\b(?:accr[eé]dit\w*|akkredit\w*|CNAS|A2LA|UKAS|DAkkS|COFRAC|certificate|tel|fax|www|page|seite"
    r"|P\. ?IVA|notified body)\b.*",
    re.IGNORECASE | re.DOTALL,
)
_NUMBER = re.compile(r"(?<![A-Za-z\d])\d")  # "Pur3 Ltd." has none
_REGISTERED = re.compile(r"\b(?:UKAS|DAkkS|COFRAC|ENAC|RvA|CNAS|A2LA|ANAB|ACCREDIA|PCA|SWEDAC|DANAK|FINAS)\b")
_INSTITUTION = re.compile(
    r"(?:Certification|Testing|Inspection|Metrology|Standards?|Quality|Research|Conformity)\b.{0,30}?\b"
    r"(?:Cent(?:er|re)|Institute|Authority|Agency|Body|Bureau|Administration)$"
    r"|^(?:Landes(?:amt|betrieb|direktion|anstalt)|Bundes(?:amt|anstalt)|Eichdirektion|Eichamt"
    r"|Physikalisch-Technische)\b"
    r"|^(?:Laboratoire national|Institut national|Istituto nazionale|Centro nacional|Instituto nacional"
    r"|Urząd|Główny Urząd)\b"
    r"|\b(?:metrologický institut|metrologická zkušebna|zkušební ústav)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class EdgeCompany:
    """A company at the head or foot of a page."""

    name: Found[str]
    address: Found[str] | None
    country: Found[str] | None

    def fields(self, role: str) -> Fields:
        """Name, address and country as the fields of that role."""
        found: Fields = {
            role: (self.name,),
            f"{role}_address": (self.address,) if self.address else (),
            f"{role}_country": (self.country,) if self.country else (),
        }
        return without_empty(found)


def edge_company(passage: Passage, *, others: Collection[str] = ()) -> EdgeCompany | None:
    """The first company at the foot or head of the first page that is none of `others`; None when there is none."""
    taken = {_bare(name) for name in others}
    found = [company for company in _companies(passage, passage.pages[0]) if _bare(company.name.value) not in taken]
    addressed = [company for company in found if company.address is not None]
    return next(iter(addressed or found), None)


def under_label(passage: Passage, key: str) -> EdgeCompany | None:
    """The company in the first lines under a label of the key that has no value of its own, as below a ruled form."""
    for label in passage.label_words(key):
        page = passage.page(label.page)
        lines = [line for line in passage.printed(page).lines() if 0 <= line.box[1] - label.box[3] <= _UNDER_FORM]
        for number, line in enumerate(lines):
            form = [*LEGAL_FORM.finditer(line.text)]
            if not form or line.box[0] > label.box[0] + _UNDER_FORM or any(c.isdigit() for c in line.text):
                continue
            name, address, country = read_party(passage, joined([line, *_aligned(line, lines[number + 1 :])]))
            if name is not None:
                return EdgeCompany(name, address, country)
    return None


def _aligned(line: Printed, following: Sequence[Printed]) -> list[Printed]:
    """The lines right under the line at its left edge."""
    under: list[Printed] = []
    for other in following:
        here = under[-1] if under else line
        if abs(other.box[0] - line.box[0]) <= _EDGE and other.box[1] - here.box[3] <= 1.5 * (here.box[3] - here.box[1]):
            under.append(other)
    return under[:3]


def named_institution(passage: Passage, *, others: Collection[str] = ()) -> tuple[Found[str], ...]:
    """The one body without a legal form that the first page names in a line of its own ("… Certification Centre")."""
    found: list[Found[str] | None] = []
    for line in passage.printed(passage.pages[0]).lines():
        name = _in_latin(line.trimmed()) if _INSTITUTION.search(line.text) else None
        if name is not None and _NAME.fullmatch(name.text) and not is_label(name.text) and name.text not in others:
            found.append(passage.found(name, name.text, confidence=0.85))
    names = once(found)
    return names if len(names) == 1 else ()


def _companies(passage: Passage, page: Page) -> Iterator[EdgeCompany]:
    for line in passage.printed(page).lines():
        edge = line.box[3] < _HEAD * page.height or line.box[1] > _FOOT * page.height
        if edge and len(line.text) <= _LONGEST:
            company = _in_line(passage, line.trimmed())
            if company is not None:
                yield company


def _in_line(passage: Passage, line: Printed) -> EdgeCompany | None:
    """The company that begins the line, with the address behind it."""
    line = _in_latin(line)
    end = _name_end(line.text)
    name = line.part(0, end).trimmed() if end else None
    if name is None or not name.text or _NO_NAME.search(name.text) or is_label(name.text):
        return None
    formed = bool(LEGAL_FORM.search(name.text))
    if is_function(name.text) or (is_person(name.text) and not formed) or _NUMBER.search(name.text):
        return None
    rest = line.part(end)
    address, country = _address_in(passage, rest)
    registered = bool(_REGISTERED.search(rest.text))
    if not formed and (not _NAME.fullmatch(name.text) or not (registered or (address and country))):
        return None
    found = passage.found(name, re.sub(r"\s+", " ", name.text).strip(" ,;"), confidence=0.95 if formed else 0.9)
    return EdgeCompany(found, address, country) if found is not None else None


def _address_in(passage: Passage, rest: Printed) -> tuple[Found[str] | None, Found[str] | None]:
    """The address behind the name, whole or in one of the parts that dashes and dots part."""
    for part in (rest, *rest.split(_DASHES)):
        start = _SEPARATORS.match(part.text)
        part = part.part(start.end()) if start else part
        stop = _AFTER.search(part.text)
        address, country = read_address(passage, (part.part(0, stop.start()) if stop else part).trimmed())
        if address is not None:
            return address, country
    return None, None


def _name_end(text: str) -> int:
    """Where the name ends: behind its last legal form before the address, else at the first separator."""
    forms = [match.end() for match in LEGAL_FORM.finditer(text) if not _NUMBER.search(text[: match.end()])]
    if forms:
        return forms[-1]
    parting = _PARTING.search(text)
    return parting.start() if parting and parting.start() <= _LONGEST_NAME else 0


def _in_latin(line: Printed) -> Printed:
    """The Latin half of a line that prints the name in Chinese first."""
    ideographs = [match.end() for match in _HAN.finditer(line.text)]
    half = line.part(ideographs[-1]).trimmed() if ideographs else line
    return half if half else line


def _bare(name: str) -> str:
    return re.sub(r"\W", "", name).casefold()
