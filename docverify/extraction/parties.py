"""Turns the block printed beside a party's label into its name, address and country.

The name ends with the legal form or the line; contact words end the address. A name without any letter, a sentence or
another label is no party. Nothing is completed: no country that is not printed.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TypeAlias

from docverify.extraction.address_end import (
    NO_PARTY,
    REGISTERED_OFFICE,
    until_country,
    without_contacts,
    without_making,
    without_number,
)
from docverify.extraction.address_line import one_line, right_margin
from docverify.extraction.address_parts import PART, with_parts
from docverify.extraction.fields import Fields, is_blank, once, without_empty
from docverify.extraction.locate import Candidate, Passage
from docverify.extraction.printed import Printed, joined
from docverify.extraction.scripts import in_latin, without_translation
from docverify.facts.countries import country_of
from docverify.facts.document import PARTY_FIELDS
from docverify.facts.evidence import Found

ROLES: Mapping[str, str] = {
    "manufacturer": "manufacturer",
    "factory": "factory",
    "importer": "importer",
    "authorised_representative": "authorised_representative",
    "responsible_party": "responsible_party",
    "holder": "holder",
    "issuer": "issuer",
    "laboratory": "laboratory",
    "notified_body_name": "issuer",
    "issuer_body_number": "issuer",
    "notified_body": "issuer",
}
_COMPANY = re.compile(r"company(?: name)?\s*(?:[:：]|$)", re.IGNORECASE)  # whose, the kind of paper says
_MAYBE_A_NUMBER = frozenset({"issuer_body_number", "notified_body"})
ADDRESSES: Mapping[str, str | None] = {
    "address": None,
    "factory_address": "factory",
    "holder_address": "holder",
    "importer_address": "importer",
}
LEGAL_FORM = re.compile(
    r"(?:\bCo\.?,?\s?(?:Ltd|Limited|LTD|Inc)\b\.?|\b(?:Ltd|LTD|Limited|LIMITED|LLC|L\.L\.C|Inc|INC"
    r"|Incorporated|Corp|CORP|Corporation|PLC|plc|DAC|Sdn\.? Bhd|UAB|OÜ|JSC|EOOD|GesmbH|GmbH|GMBH|mbH|AG|KG"
    r"|OHG|SE|e\.\s?V"
    r"|UG)\b\.?(?:\s?&\s?Co\.?\s?(?:KG|KGaA|OHG)\b)?"
    r"|\bS\.?\s?[àa]\.?\s?r\.?\s?l\b\.?|\bS\.?\s?r\.?\s?l\.?(?:\s?u\.?)?(?![a-z])"
    r"|\bS\.?\s?A\.?\s?P?\.?\s?I?\.?\s?de\s?C\.?\s?V\b\.?|\bS\.?\s?p\.?\s?A\.?(?![a-z])"
    r"|\bS\.?A\.?S?\.?U?\.?(?![A-Za-z])|\bS\.?L\.?U?\.?(?![A-Za-z])"
    r"|\bB\.?\s?V\.?(?![A-Za-z])|\bN\.?V\.?(?![A-Za-z])"
    r"|\b[Ss]p\.?\s?z\s?o\.?\s?o\.?|\bs\.r\.o\.?|\ba\.s\.|\bs\.p\.(?!A)|\bA\.?Ş\.?|\be\.\s?K\.|\bKft\b\.?"
    r"|\bZrt\b\.?|\bA/S\b|\bApS\b|\bAS\b"
    r"|\bAB\b|\bOy\b|\bOyj\b|\bPty\.?\s?Ltd\b\.?|\bLtda?\b\.?|\bLda\b\.?|\bd\.o\.o\.?|\bSCS\b|\bS\.?C\.?A\.?\b"
    r"|股份有限公司|有限责任公司|有限公司|株式会社|주식회사)"
)
ACCREDITED = re.compile(
    r"[\s,;·|–—(]*\b(?:CNAS|DAkkS|COFRAC|UKAS|ACCREDIA|ENAC|RvA|NVLAP|A2LA|SWEDAC|NATA|PCA|TAF|KOLAS|DANAK|FINAS|NABL"
    r"|Norsk Akkreditering|Akkreditering|D-PL-\d+|[Aa]ccredit\w+ (?:[Nn]o|by))\b[^,\n]{0,24}?\d[\w.-]*.*|\s+page \d+$",
)
_GOES_ON = re.compile(
    r"\n(?:has|have|is|are|hereby|declares?|certif\w+|confirms?|hat|haben|ist|erklärt|für|for|a été|pour|ha"
    r"|per|para|está|heeft|voor|posiada|har|för|with the|operates|complies|conforms|meets|fulfils|the|that)\s",
    re.IGNORECASE,
)
_OTHER_ROLE = re.compile(
    r"^(?:same as|identical|member of|copyright|©|see |wie |siehe |as above|ditto|idem|同上|与.{0,8}相同)",
    re.IGNORECASE,
)
_SAME_AS_APPLICANT = re.compile(
    r"(?:the )?same as (?:the )?(?:applicant|client|holder|above applicant)|与申请人相同|同申请人", re.IGNORECASE
)
_SENTENCE = re.compile(
    r"\b(?:declare[sd]?|hereby|certif(?:y|ies)|that the|erklär|bestätig|déclar|dichiara|verkla|oświadcza"
    r"|potrjuje|izjavlj|vyhlas|prohlaš|declară|kinnita|deklaruo|apliecin|vakuutta|erklærer|nyilatkoz"
    r"|försäkra|undersigned)\b",
    re.IGNORECASE,
)
_ADDRESS_WORDS = re.compile(
    r"\d|\b(?:street|str\.|straße|road|rd\.|avenue|ave|building|bldg|floor|park|zone|district|industrial"
    r"|weg|platz|allee|rue|via|calle|ul\.|laan|straat|gatan|vägen)\b|[路号区市省镇]",
    re.IGNORECASE,
)
_NO_ADDRESS = re.compile(
    r"\b(?:notified|approved) body|notifizierte|licen[cs]e\b|\bcertificat|zertifikat|ausweis|\breports?\b"
    r"|bericht|\b(?:page|seite|blatt|rev)\b\W*\d|\b(?:VAT|registration) n",
    re.IGNORECASE,
)
_ADDRESS_LABEL = re.compile(
    r"(?:(?:registered|head|main|business|postal|office) )?(?:address|add|addr|office|anschrift|adresse"
    r"|indirizzo|dirección|adres|地址)\s?\.?\s?[:：]\s*|(?:of|at"
    r"|located (?:at|in)|(?:with|having) (?:its )?(?:registered |principal )?(?:office|seat"
    r"|place of business) (?:at|in)|mit Sitz in|ansässig in|domiciliée? (?:à|au)|sise? (?:à|au)"
    r"|dont le siège (?:social )?est(?: situé| sis)?(?: à| au)?|established (?:at|in)"
    r"|con sede (?:legale )?(?:in|a|en)|con domicilio en|gevestigd (?:te|aan(?: de| het)?)"
    r"|z siedzibą(?: w)?:?|med säte i)\s+",
    re.IGNORECASE,
)
_BODY_NUMBER = re.compile(r"\s*[(（,]?\s*(?:NB\s*)?(?:No\.?\s*)?\d{4}[)）]?$")
_TAIL = re.compile(r"^[^.;:]{2,60}(?:,\s[^.;:]{2,30})+\s*$")  # "X4K2, Ireland " before "hereby declare"
_HEADING = re.compile(
    r"DE[CK]LARA|DICHIARAZ|ERKLÄRUNG|VERKLARING|FÖRSÄKRAN|CERTIFI|ZERTIFI|DÉCLARATION|\bREPORT\b|BERICHT"
    r"|\b[Dd]eclaration of\b|\b[Cc]ertificate of\b"
)
_TOWN = re.compile(
    r"[A-ZÀ-Ž][\w.'’-]*(?: [A-ZÀ-Ž][\w.'’-]*){0,2}(?:, [A-ZÀ-Ž][\w.'’-]*(?: [A-ZÀ-Ž][\w.'’-]*){0,2}){1,2}\.?"
)
_PLACE_AND_DAY = re.compile(  # "Delft, 14 January 2026" signs a paper and names nobody
    r"[A-ZÀ-Ž][\w .'-]{1,30},\s+(?:den |le |the )?\d{1,2}(?:\.|st|nd|rd|th)?\s?(?:\d{1,2}\.|[^\W\d_]{3,10}\.?)\s?\d{4}"
)
_WRAPPED_FORM = re.compile(r"[,.\s]*\n\s*(?:Ltd|LTD|Limited|LIMITED|Inc|LLC)\b\.?")
_NO_NAME = re.compile(r"^\d+[.,]\d|\b(?:19|20)\d\d/\d{1,4}/E[CU]\b|\(E[CU]\) (?:No )?\d")
_LETTERS = re.compile(r"[^\W\d_]{3,}|[\u4e00-\u9fff]")
_WORDS_OF_AN_ADDRESS = 2
_LOWER_WORD = re.compile(r"(?<![\w'’])[a-zß-ÿ]{2,}(?!\w)")
_WORDS_OF_PROSE = 6
_ABBREVIATED = re.compile(r"\b[A-Z]\.(?:[A-Z]\.)*[A-Z]$")  # "U.S.A", its last point cut off with the sentence's
_LONGEST_NAME = 120
_MOST_LINES = 6
_COLUMN = 4.0  # points
_NUMBERED = re.compile(r"^\s*(?:\(?\d{1,2}[.)]|[•▪-])\s+")


def party_fields(
    passage: Passage, roles: Iterable[str], *, pages: Sequence[int] | None = None, company: str | None = None
) -> Fields:
    """Name, address and country of every party of the roles, keyed by field name; `company` is whose "Company:" is."""
    wanted = set(roles)
    collected: dict[str, list[Found[str]]] = {}
    last: str | None = None
    places: list[tuple[str, int, float]] = []
    same: list[tuple[str, Candidate]] = []
    for candidate in with_parts(passage.candidates(*ROLES, *ADDRESSES, PART, "country"), ADDRESSES):
        if pages is not None and candidate.page not in pages:
            continue
        role = _role_of(candidate, company) or _over(candidate, places) or last
        if candidate.key in _MAYBE_A_NUMBER and not LEGAL_FORM.search(candidate.value.text):
            continue
        last = role
        if role and candidate.key in ROLES:
            places.append((role, candidate.page, candidate.value.box[0]))
        if role in wanted:
            if _SAME_AS_APPLICANT.match(candidate.value.text) and role != "holder":
                same.append((role, candidate))
                continue
            parts = [_read(passage, candidate.key, block) for block in _blocks(candidate)]
            for part in parts:
                _collect(collected, role, part)
            if candidate.key in ROLES and candidate.strength == "inline" and not any(name for name, _, _ in parts):
                last = None  # a sentence that begins with the label
    for role, candidate in same:
        _as_applicant(passage, collected, role, candidate)
    return without_empty({name: in_latin(once(values)) for name, values in collected.items()})


def _role_of(candidate: Candidate, company: str | None) -> str | None:
    """The role that the label names; of a bare "Company" the one given."""
    if company and _COMPANY.match(candidate.label):
        return company
    return ROLES.get(candidate.key) or ADDRESSES.get(candidate.key)


def _as_applicant(passage: Passage, collected: dict[str, list[Found[str]]], role: str, candidate: Candidate) -> None:
    """Give the role the applicant's name, address and country, with the words that say so as the place."""
    for suffix in ("", "_address", "_country"):
        for entry in collected.get(f"holder{suffix}", ())[:1]:
            line = candidate.value.lines()[0]
            said = passage.found(line, entry.value, confidence=0.95, details={"same_as": "holder"})
            collected.setdefault(f"{role}{suffix}", []).extend([said] if said is not None else [])


def _over(candidate: Candidate, places: Sequence[tuple[str, int, float]]) -> str | None:
    """The role of the party printed over the candidate in the same column, the nearest one."""
    left = candidate.value.box[0]
    return next((r for r, page, x in reversed(places) if page == candidate.page and abs(x - left) <= _COLUMN), None)


def has_address_elsewhere(fields: Fields, role: str) -> bool:
    """Whether the same company has its address printed in another role, where the print does not repeat it."""
    name = fields[role][0].value
    others = (other for other in PARTY_FIELDS if other != role)
    return any(fields.get(f"{o}_address") and any(e.value == name for e in fields.get(o, ())) for o in others)


_Parts: TypeAlias = tuple[Found[str] | None, Found[str] | None, Found[str] | None]


def _read(passage: Passage, key: str, block: Printed) -> _Parts:
    """Name, address and country that the block gives under that label."""
    block = without_translation(block)
    if key in ADDRESSES:
        return None, *read_address(passage, block)
    if key == "country":
        return None, None, _country(passage, block)
    return read_party(passage, block)


def _collect(collected: dict[str, list[Found[str]]], role: str, parts: _Parts) -> None:
    """Add the parts; an address or a country without a name only where the role still waits for one."""
    name, address, country = parts
    names = collected.setdefault(role, [])
    if name is None and len(collected.get(f"{role}_address", ())) >= max(len(names), 1) and address is not None:
        return
    for suffix, entry in (("", name), ("_address", address), ("_country", country)):
        if entry is not None and not (
            suffix == "_country" and name is None and address is None and collected.get(f"{role}_country")
        ):
            collected.setdefault(f"{role}{suffix}", []).append(entry)


def read_party(passage: Passage, printed: Printed) -> _Parts:
    """Name, address and country of a printed block; all None when it is no party."""
    block = without_making(_without_sentence(without_contacts(printed).trimmed()))
    if not block or is_blank(block.text) or _OTHER_ROLE.match(block.text) or _SENTENCE.search(block.lines()[0].text):
        return None, None, None
    first = block.lines()[0].text.strip()
    if _PLACE_AND_DAY.fullmatch(first) or NO_PARTY.fullmatch(first):
        return None, None, None
    end = _name_end(block)
    name = block.part(0, end).trimmed()
    number = _BODY_NUMBER.search(name.text)
    name = name.part(0, number.start()).trimmed() if number else name
    text = re.sub(r"\s+", " ", name.text).strip(" ,;")
    if not any(c.isalpha() for c in text) or len(text) > _LONGEST_NAME or _NO_NAME.search(text):
        return None, None, None
    address, country = read_address(passage, block.part(end))
    sure = 1.0 if LEGAL_FORM.search(text) else 0.9
    return passage.found(name, text, confidence=sure), address, country


def read_address(passage: Passage, printed: Printed) -> tuple[Found[str] | None, Found[str] | None]:
    """The postal address of the block and its country, where printed."""
    block = _without_sentence(without_contacts(printed).trimmed())
    accredited = ACCREDITED.search(block.text)
    block = block.part(0, accredited.start()).trimmed() if accredited else block
    block = without_number(block)
    prefix = REGISTERED_OFFICE.match(block.text) or _ADDRESS_LABEL.match(block.text)
    block = block.part(prefix.end()).trimmed() if prefix else block
    while block and block.text[:1] in "()（）·•|":
        block = block.part(1).trimmed()
    block = _without_names(block) if block else block
    if (
        not block
        or is_blank(block.text)
        or _NO_ADDRESS.search(block.lines()[0].text)
        or not (_ADDRESS_WORDS.search(block.text) or _is_town(block))
    ):
        return None, _country(passage, block) if block else None
    block = until_country(joined(block.lines()[:_MOST_LINES]))
    if len(_LETTERS.findall(block.text)) < _WORDS_OF_AN_ADDRESS:
        return None, _country(passage, block)
    text = one_line(block, right=right_margin(passage.page(block.page))).rstrip(" .·•|–—")
    text += "." if _ABBREVIATED.search(text) and f"{text[-3:]}." in block.text else ""
    return passage.found(block, text), _country(passage, block)


def _is_town(block: Printed) -> bool:
    """Whether the block is one line of a town, perhaps a region, and a country ("Zhuhai, China")."""
    town, _, _ = block.text.rpartition(",")
    return bool(_TOWN.fullmatch(block.text)) and country_of(block.text) is not None and country_of(town) is None


def _without_names(block: Printed) -> Printed:
    """The block without a company's name before it, up to a sentence or another company."""
    first = block.lines()[0]
    end = _last_form(first.text)
    if end and not any(c.isdigit() for c in first.text[:end]):
        block = block.part(end).trimmed()
    offset = 0
    for line in block.lines():
        start = block.text.index(line.text, offset)
        another = _last_form(line.text) and not _ADDRESS_WORDS.search(line.text)
        prose = len(_LOWER_WORD.findall(line.text)) >= _WORDS_OF_PROSE
        said = _SENTENCE.search(line.text)
        if start and (another or prose or said or _HEADING.search(line.text)):
            goes_on = said is not None and not another and _TAIL.search(line.text[: said.start()])
            return block.part(0, start + said.start() if said is not None and goes_on else start).trimmed()
        offset = start + len(line.text)
    return block if not block or not _SENTENCE.search(block.lines()[0].text) else block.part(0, 0)


def _country(passage: Passage, printed: Printed) -> Found[str] | None:
    """The country named last in the print."""
    code = country_of(printed.text)
    if code is None:
        return None
    for line in reversed(printed.lines()):
        for part in reversed(line.split(re.compile(r"[,;，]|(?<=\d)\s"))):
            if country_of(part.text) == code:
                return passage.found(part, code)
        if country_of(line.text) == code:
            return passage.found(line, code)
    return passage.found(printed, code)


def _name_end(block: Printed) -> int:
    """Where the name ends: behind the legal form of the first or second line, else with the line or its address."""
    lines = block.lines()
    first = lines[0].text
    form = _last_form(first)
    if form:
        return form
    wrapped = _WRAPPED_FORM.match(block.text, len(first)) if first.rstrip(" ,.").endswith("Co") else None
    if wrapped is not None:
        return wrapped.end()
    offset = len(first) + 1
    if len(lines) > 1 and not any(c.isdigit() or c == "," for c in first):
        second = _last_form(lines[1].text)
        if second and not any(c.isdigit() for c in lines[1].text[:second]) and "," not in lines[1].text[: second - 12]:
            return offset + second
    comma = first.find(",")
    if comma > 0 and (_ADDRESS_WORDS.search(first[comma:]) or country_of(first[comma + 1 :])):
        return comma
    return len(first)


def _last_form(line: str) -> int:
    """Where the legal form ends that ends the name in the line; 0 when there is none."""
    for match in LEGAL_FORM.finditer(line):
        rest = line[match.end() :]
        following = LEGAL_FORM.match(rest.lstrip(" .,&"))
        if following:
            continue
        branch = re.match(
            r"\.?\s*(?:(?:t/a|trading as|d/?b/?a\.?)\s[^,;\n]+|[(（][^()（）]{2,40}[)）]"
            r"|(?:[A-Z][\w-]+\s)?(?:Branch|Division|Niederlassung)\b)",
            rest,
        )
        return match.end() + (branch.end() if branch else 0)
    return 0


def _without_sentence(block: Printed) -> Printed:
    """The lines before one that goes on as a sentence ("has established …")."""
    match = _GOES_ON.search(block.text)
    return block.part(0, match.start()).trimmed() if match else block


def _blocks(candidate: Candidate) -> tuple[Printed, ...]:
    """The candidate's block, or several where a numbered list starts another party with each number."""
    whole = candidate.whole()
    lines = whole.lines()
    starts = [number for number, line in enumerate(lines) if _NUMBERED.match(line.text)]
    if len(starts) < 2:
        return (whole,)
    edges = [*starts, len(lines)]
    parts = [joined(lines[a:b]) for a, b in zip(edges, edges[1:], strict=False)]
    return tuple(part.part(match.end()) if (match := _NUMBERED.match(part.text)) else part for part in parts)
