"""Turns heads and feet of a report's first pages into the laboratory that issues it, with its address.

A company that stands there by itself, with no label before it, is the issuer: the surer the more pages repeat it, the
more its name says "laboratory", and when an address stands under it. A company that is a party of the report is none.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from docverify.extraction.fields import Fields, is_blank, without_empty
from docverify.extraction.labels import is_label
from docverify.extraction.letterhead import LABORATORY
from docverify.extraction.locate import Passage
from docverify.extraction.parties import ACCREDITED as _ACCREDITED
from docverify.extraction.parties import LEGAL_FORM, read_address, read_party
from docverify.extraction.printed import Printed, joined
from docverify.extraction.prose import address_beside_name
from docverify.facts.countries import country_of
from docverify.facts.evidence import Found
from docverify.reading.page import Page

_PAGES = 3
_HEAD, _FOOT = 0.22, 0.72  # of the page's height
_HAN = re.compile(r"[\u3400-\u9fff]")
_BRANCH = re.compile(
    r"(?:[A-Z][\w'’.-]+ ){1,3}(?:Branch(?: (?:Office|Laboratory|Testing Center))?|Division|Laboratory|Niederlassung)"
)
_CONTACT = re.compile(
    r"\b(?:tel(?:e?phone)?|phone|fax|e-?mail|www|https?|website|web|hotline|certificate search|mobile|mail)\b"
    r"|电话|传真|网址|邮编",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"^\W*(?:add(?:r(?:ess)?)?\.?|adresse|anschrift|indirizzo|dirección|地址)\s*[:：.]\s*", re.IGNORECASE
)
_STREET = re.compile(
    r"\d|\b(?:street|road|avenue|building|floor|park|zone|district|industrial|province|town|city)\b", re.IGNORECASE
)
_LABELLED = re.compile(r"[^\W\d_][\w .()/-]{2,34}[:：](?:\s|$)")
_PROSE = re.compile(
    r"\b(?:this|the(?! netherlands\b)|is|are|was|be|shall|dies\w*|der|wird|le|les|est)\b", re.IGNORECASE
)
_DOT = re.compile(r"\s+[·•|–—-]\s+|;\s+|\.\s+(?=(?:Registered|Head|Main) (?:office|address))", re.IGNORECASE)
_AFTER_ADDRESS = re.compile(
    r"[.\s·|–—-]+(?:Page|Seite|Tel\b|Phone|Fax|www|E-?mail)\b.*|\.\s+[A-Z][a-z]+ (?:No|in)\b.*", re.DOTALL
)
_LONGEST = 150
_GAP = 2.4  # of the line's height, between lines of one block
_ADDRESS_LINES = 4
_ENOUGH = 2


@dataclass(frozen=True)
class _Company:
    """A company that stands by itself at the head or foot of a page; `twin` where its Chinese name stands above."""

    page: Page
    name: Printed
    line: Printed
    address: Printed | None
    key: str
    twin: bool = False


_SECTION = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-Z][^,]*$")  # "1.1 Applicant and manufacturer information"


def issuer_block(passage: Passage, *, others: frozenset[str] = frozenset()) -> Fields:
    """Issuer with address and country; none when no company stands at an edge, or only one of the parties `others`."""
    companies = [c for page in passage.pages[:_PAGES] for c in _companies(passage, page)]
    taken = {_key(name) for name in others}
    companies = [company for company in companies if company.key not in taken]
    if not companies:
        return {}
    pages = {key: {c.page.number for c in companies if c.key == key} for key in {c.key for c in companies}}
    weights = [_weight(company, len(pages[company.key])) for company in companies]
    best = companies[weights.index(max(weights))]
    if max(weights) < _ENOUGH:
        return {}
    same = [company for company in companies if company.key == best.key]
    return _fields(passage, same)


def signed_for(passage: Passage) -> Fields:
    """The laboratory behind "signed for and on behalf of", by the field names of a laboratory."""
    for candidate in passage.candidates("signed_for"):
        if candidate.value.lines() and LEGAL_FORM.search(candidate.value.lines()[0].text):
            name, address, country = read_party(passage, candidate.value)
            if name is not None:
                every = {"laboratory": name, "laboratory_address": address, "laboratory_country": country}
                return without_empty({key: (entry,) if entry else () for key, entry in every.items()})
    return {}


def client_at_the_head(passage: Passage, *, issuer: str) -> Fields:
    """The holder that heads the first page without a label, with an address, where another company issues."""
    for page in passage.pages[:1]:
        for company in _companies(passage, page):
            if company.address is not None and company.key != _key(issuer) and company.line.box[1] < page.height / 2:
                found = _fields(passage, [company])
                return {name.replace("issuer", "holder"): values for name, values in found.items()}
    return {}


def _weight(company: _Company, repeated: int) -> int:
    """How surely it is the issuer."""
    laboratory = bool(LABORATORY.search(company.line.text))
    shown = (company.address is not None) + (company.page.number == 1) + company.twin
    return 2 * laboratory + 2 * (repeated > 1) + shown


def _fields(passage: Passage, same: Sequence[_Company]) -> Fields:
    """The company as first printed, its address from where one stands with it, or behind "Address:" at the edge."""
    name = _name(passage, same[0])
    if name is None:
        return {}
    found: Fields = {"issuer": (name,)}
    blocks = [company.address for company in same if company.address is not None]
    for block in blocks or list(_addresses_at_edge(passage, same[0].page)):
        address, country = read_address(passage, block)
        if address is not None:
            found |= {"issuer_address": (address,), "issuer_country": (country,) if country is not None else ()}
            break
    return without_empty(found)


def _name(passage: Passage, company: _Company) -> Found[str] | None:
    text = re.sub(r"\s+", " ", company.name.text).strip(" ,;")
    return passage.found(company.name, text, confidence=0.95)


def _companies(passage: Passage, page: Page) -> Iterator[_Company]:
    """Every company that stands by itself at the head or foot of the page, in Latin script where it is in both."""
    lines = [line for line in passage.printed(page).lines() if line.trimmed()]
    for line in lines:
        if _HEAD * page.height < line.box[1] < _FOOT * page.height or not _stands_alone(line, lines):
            continue
        parts = line.split(_DOT)
        first = parts[0] if parts else line
        name, address, _ = read_party(passage, first)
        if name is None or _HAN.search(name.value) or any(c.isdigit() for c in name.value):
            continue
        own = first.part(0, len(name.value)).trimmed()
        if own.text != name.value or (len(first.text) > len(own.text) and address is None):
            continue
        key = _key(name.value)
        if address is not None:
            yield _Company(page, own, line, first.part(len(own.text)).trimmed(), key)
        elif len(parts) > 1:
            yield _Company(page, own, line, _address_part(line, parts), key)
        else:
            branch = _branch(line, lines)
            whole = joined([own, branch]) if branch is not None else own
            yield _Company(page, whole, line, _under(branch or line, line, lines), key, _has_twin(line, lines))


def _address_part(line: Printed, parts: Sequence[Printed]) -> Printed | None:
    """The part behind the name that is an address, or all of them up to an accreditation where dots part its lines."""
    whole = next((p for p in parts[1:] if _is_street(p.text)), None)
    if whole is not None:
        stop = _AFTER_ADDRESS.search(whole.text)
        return whole.part(0, stop.start()).trimmed() if stop else whole
    rest = line.part(line.text.find(parts[1].text, len(parts[0].text))).trimmed()
    cut = _ACCREDITED.search(rest.text)
    rest = rest.part(0, cut.start()).trimmed() if cut else rest
    return rest if rest and _is_street(rest.text) else None


def _has_twin(line: Printed, lines: Sequence[Printed]) -> bool:
    """Whether a company's Chinese name stands right over the line."""
    over = (o for o in lines if _is_under(line, o))
    return any("公司" in o.text and _HAN.match(o.text) for o in over)


def _stands_alone(line: Printed, lines: Sequence[Printed]) -> bool:
    """Whether the line is a company's name, no prose, and no label stands before it in its row."""
    text = line.text
    if len(text) > _LONGEST or not LEGAL_FORM.search(text) or _LABELLED.match(text) or _CONTACT.match(text):
        return False
    if _PROSE.search(text) or text.startswith(("(", "*")):
        return False
    before = [o for o in lines if o.box[2] <= line.box[0] and abs(_middle(o) - _middle(line)) < 0.5 * _height(line)]
    return not any(o.text.rstrip()[-1:] in ":：" for o in before)


def _branch(line: Printed, lines: Sequence[Printed]) -> Printed | None:
    """The branch that the next line names."""
    under = [o for o in lines if _is_under(o, line) and _BRANCH.fullmatch(o.text)]
    return under[0] if under else None


def _under(last: Printed, name: Printed, lines: Sequence[Printed]) -> Printed | None:
    """The address in the lines under the name, up to contacts, labels or another company."""
    kept: list[Printed] = []
    bottom, height = last.box[3], _height(last)
    following = sorted((o for o in lines if o.box[1] >= last.box[3] - 0.3 * height), key=_top)
    left = name.box[0]
    for line in following:
        if line.box[1] - bottom > _GAP * height + (height if not kept else 0):
            break
        if not _in_column(line, name, left if kept else None):
            continue
        contact = _CONTACT.search(line.text)
        text = line.text[: contact.start()] if contact else line.text
        if _HAN.search(text):
            continue
        label = _ADDRESS.match(line.text)
        if not label and (_LABELLED.match(text) or LEGAL_FORM.search(text) or _PROSE.search(text)):
            break
        if not label and (_has_label_before(line, lines) or _SECTION.match(line.text)):
            break
        if text.strip():
            kept.append(line.part(label.end() if label else 0, len(text)))
            left, bottom, height = line.box[0], line.box[3], _height(line)
        if contact or len(kept) == _ADDRESS_LINES:
            break
    kept = [line for line in kept if line.trimmed()]
    return joined(kept) if any(_STREET.search(line.text) for line in kept) else None


def _has_label_before(line: Printed, lines: Sequence[Printed]) -> bool:
    """Whether a label stands at the left of the line in its row."""
    before = (o for o in lines if o.box[2] <= line.box[0] and abs(_middle(o) - _middle(line)) < 0.5 * _height(line))
    return any(is_label(o.text.rstrip(" :：.")) for o in before)


def _is_address(text: str) -> bool:
    """Whether the text is a postal address: a number in it, and a country or several parts."""
    plain = _ACCREDITED.sub("", text)
    return any(c.isdigit() for c in plain) and "," in plain and (bool(country_of(plain)) or plain.count(",") > 2)


def _is_street(text: str) -> bool:
    """Whether the text beside a company's name can be its address: a number and words, and no accreditation."""
    return any(c.isdigit() for c in text) and len(text.split()) > 2 and not _ACCREDITED.match(text)


def _in_column(line: Printed, name: Printed, left: float | None) -> bool:
    """Whether the line stands under the name, or at the left of the letterhead; further ones where the first stood."""
    if left is not None:
        return abs(line.box[0] - left) < 3 * _height(line) or _centred(line, name)
    return line.box[0] < name.box[2]


def _centred(line: Printed, name: Printed) -> bool:
    return abs(line.box[0] + line.box[2] - name.box[0] - name.box[2]) < 2 * _height(line)


def place_of_test(passage: Passage) -> Fields:
    """The address printed beside "testing location", for a laboratory whose own label gives none."""
    for candidate in passage.candidates("place_of_test"):
        block = candidate.whole()
        if is_blank(block.text) or not any(c.isdigit() for c in block.text):
            continue
        address, country = read_address(passage, block)
        if address is not None:
            return without_empty({"issuer_address": (address,), "issuer_country": (country,) if country else ()})
    return {}


def address_elsewhere(passage: Passage, issuer: Fields) -> Fields:
    """The address behind another print of the issuer's name, else one that stands at the edge of the first page."""
    address, country = address_beside_name(passage, str(issuer["issuer"][0].value))
    if address is None or country is None:
        return address_at_the_edge(passage)
    return {"issuer_address": (address,), "issuer_country": (country,)}


def address_at_the_edge(passage: Passage) -> Fields:
    """The address in the head or foot of the first page, alone or beside an accreditation, with its country."""
    for page in passage.pages[:1]:
        for block in _addresses_at_edge(passage, page):
            address, country = read_address(passage, block)
            if address is not None and (country is not None or _ADDRESS.match(block.text)):
                return without_empty({"issuer_address": (address,), "issuer_country": (country,) if country else ()})
    return {}


def _addresses_at_edge(passage: Passage, page: Page) -> Iterator[Printed]:
    """What stands behind "Address:" at the very head or foot of the page, or is nothing but an address there."""
    for line in passage.printed(page).lines():
        if 0.12 * page.height <= line.box[3] and line.box[1] <= 0.88 * page.height:
            continue
        label = _ADDRESS.match(line.text)
        if label:
            yield line.part(label.end()).trimmed()
            continue
        for part in line.split(_DOT):
            cut = _ACCREDITED.search(part.text)
            text = part.part(0, cut.start()).trimmed() if cut and cut.start() else part
            if text and _is_address(text.text) and not (_PROSE.search(text.text) or LEGAL_FORM.search(text.text)):
                yield text


def _is_under(line: Printed, over: Printed) -> bool:
    gap = line.box[1] - over.box[3]
    across = line.box[0] < over.box[2] and line.box[2] > over.box[0]
    return across and -0.3 * _height(over) <= gap <= 1.2 * _height(over)


def _key(name: str) -> str:
    return re.sub(r"\W+", "", name).casefold()


def _height(line: Printed) -> float:
    return max(line.box[3] - line.box[1], 1.0)


def _middle(line: Printed) -> float:
    return (line.box[1] + line.box[3]) / 2


def _top(line: Printed) -> float:
    return line.box[1]
