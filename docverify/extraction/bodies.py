"""Turns what a paper prints about its body into the body's number and name.

A number is four digits behind the words "notified body", "NB" or "CE". A name is a line with a legal form that is no
other party of the paper and sounds like a body: certification, testing, TÜV … Nothing is looked up in a list.
"""

import re
from collections.abc import Collection

from docverify.extraction.fields import Fields, once
from docverify.extraction.locate import Passage
from docverify.extraction.parties import LEGAL_FORM, read_address, read_party
from docverify.extraction.printed import joined
from docverify.facts.evidence import Found

NUMBER = re.compile(
    r"(?:notified\s+body|approved\s+body|\bNB|notifizierten?\s+Stelle|benannten?\s+Stelle"
    r"|Konformitätsbewertungsstelle|conformity\s+assessment\s+body|organisme\s+notifié"
    r"|organismo\s+(?:notificato|notificado)|aangemelde\s+instantie|jednostk\w+\s+notyfikowan\w+"
    r"|anmäl\w+\s+organ\w*|公告机构)"
    r"[^\n]{0,120}?(?:\n[^\n]{0,60}?)?(?<![\d/\-.:])(?P<number>\d{4})(?![\d/\-]|\.\d)",
    re.IGNORECASE,
)
_SOUNDS_LIKE_A_BODY = re.compile(
    r"certif|test(?:ing|s\b)|prüf|zertif|inspection|laborator|TÜV|TUV|VDE|DEKRA|Intertek|SGS|Bureau Veritas"
    r"|\bUL\b|CSA|compliance|technology service|KEMA|Nemko|LCIE|Kiwa|检测|认证|检验",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r":|©|copyright|^\W?\s?(?:19|20)\d\d|\(c\)", re.IGNORECASE)
_TESTED_BY = re.compile(
    r"(?i:(?:performed|carried\s+out|tested|conducted)\s+by\s+(?:the\s+)?laborator(?:y|ies)\s+of"
    r"|copyright\s+of\s+this\s+[\w .\n]{4,60}?\s+is\s+owned\s+by)\s+"
    rf"(?P<company>(?:[A-Z][\w&.'-]*[ \n]){{1,8}}?{LEGAL_FORM.pattern})"
)
_ON_BEHALF = re.compile(r"\s*(?:for|für|pour|per|por)(?: and on behalf of)?:?\s+(?=[A-ZÀ-Ž])", re.IGNORECASE)
_HEAD, _FOOT = 0.2, 0.8  # of the page's height
_LONGEST_LINE = 110


def body_numbers(passage: Passage) -> tuple[Found[str], ...]:
    """Every body number printed beside its label or in a sentence."""
    found: list[Found[str] | None] = []
    for candidate in passage.candidates("issuer_body_number"):
        match = re.search(r"(?<!\d)\d{4}(?!\d)", candidate.value.text)
        if match:
            found.append(passage.found(candidate.value, match.group(), span=match.span()))
    for page in passage.pages:
        printed = passage.printed(page)
        for match in NUMBER.finditer(printed.text):
            found.append(passage.found(printed, match["number"], span=match.span("number"), confidence=0.95))
    return once(found)


def testing_body(passage: Passage) -> tuple[Found[str], ...]:
    """The body that a sentence of the paper says tested, else who owns the paper."""
    found: list[Found[str] | None] = []
    for page in passage.pages[:2]:
        printed = passage.printed(page)
        for match in _TESTED_BY.finditer(printed.text):
            company = printed.part(*match.span("company")).trimmed()
            found.append(passage.found(company, " ".join(company.text.split()), confidence=0.9))
    names = once(found)
    return names[:1]


def named_body(passage: Passage, others: Collection[str]) -> tuple[Found[str], ...]:
    """The body that the paper names without a label, in its head, foot or signature; none when several may be meant."""
    found: list[Found[str]] = []
    for page in passage.pages[:1]:
        for line in passage.printed(page).lines():
            if (
                len(line.text) > _LONGEST_LINE
                or _NO_NAME.search(line.text)
                or not LEGAL_FORM.search(line.text)
                or not _SOUNDS_LIKE_A_BODY.search(line.text)
            ):
                continue
            behalf = _ON_BEHALF.match(line.text)
            name = read_party(passage, line.part(behalf.end() if behalf else 0).trimmed())[0]
            if name is not None and name.value not in others:
                found.append(name)
    names = once(found)
    return names[:1] if len({_bare(name.value) for name in names}) == 1 else ()


_IN_A_SENTENCE = re.compile(
    r"(?i:notified body|approved body|benannte stelle|organisme notifié|organismo notifica[td]o|aangemelde instantie"
    r"|jednostka notyfikowana)\D{0,20}\d{4},?\s+(?P<body>[A-Z][^\n]*(?:\n[^\n]+)?)"
)
_CERTIFIES = re.compile(
    r",?\s+(?:certifi|bestätigt|hereby|declare|confirm|bescheinigt|certifie|attest|certifica"
    r"|zaświadcza)"
)


def body_in_a_sentence(passage: Passage) -> Fields:
    """The body that a sentence names behind its number ("Notified Body 1781, Slovmetria a.s., …, certifies …")."""
    printed = passage.printed(passage.pages[0])
    match = _IN_A_SENTENCE.search(printed.text)
    end = _CERTIFIES.search(match["body"]) if match else None
    if match is None or end is None:
        return {}
    name, address, country = read_party(passage, printed.part(match.start("body"), match.start("body") + end.start()))
    if name is None or not LEGAL_FORM.search(name.value):
        return {}
    found = {"issuer": (name,), "issuer_address": (address,), "issuer_country": (country,)}
    return {key: tuple(entry for entry in values if entry is not None) for key, values in found.items() if values[0]}


def _bare(name: str) -> str:
    return re.sub(r"\W", "", name).casefold()


def lone_address(passage: Passage, fields: Fields) -> tuple[Found[str] | None, Found[str] | None]:
    """An address that stands alone at the head or foot of the first page and is nobody else's: the issuer's."""
    page = passage.pages[0]
    others = {v.value for name, values in fields.items() if name.endswith("_address") for v in values}
    lines = passage.printed(page).lines()
    for line, following in zip(lines, [*lines[1:], None], strict=True):
        if _HEAD * page.height < line.box[1] < _FOOT * page.height or "," not in line.text:
            continue
        goes_on = following is not None and line.text.rstrip()[-1] == "," and abs(following.box[0] - line.box[0]) < 1
        address, country = read_address(passage, joined([line, following]) if goes_on and following else line)
        if address is not None and country is not None and not any(address.value in other for other in others):
            return address, country
    return None, None
