"""Turns what a paper prints about its body into the body's number and name.

A number is four digits behind the words "notified body", "NB" or "CE". A name is a line with a legal form that is no
other party of the paper and sounds like a body: certification, testing, TÜV … Nothing is looked up in a list.
"""

import re
from collections.abc import Collection

from docverify.extraction.fields import once
from docverify.extraction.locate import Passage
from docverify.extraction.parties import LEGAL_FORM, read_party
from docverify.facts.evidence import Found

NUMBER = re.compile(
    r"(?:notified\s+body|approved\s+body|\bNB|notifizierten?\s+Stelle|benannten?\s+Stelle"
    r"|Konformitätsbewertungsstelle|conformity\s+assessment\s+body|organisme\s+notifié"
    r"|organismo\s+(?:notificato|notificado)|aangemelde\s+instantie|jednostk\w+\s+notyfikowan\w+"
    r"|anmäl\w+\s+organ\w*|公告机构)"
    r"[^\n]{0,120}?(?:\n[^\n]{0,60}?)?(?<![\d/\-.:])(?P<number>\d{4})(?![\d/\-.])",
    re.IGNORECASE,
)
_SOUNDS_LIKE_A_BODY = re.compile(
    r"certif|test(?:ing|s\b)|prüf|zertif|inspection|laborator|TÜV|TUV|VDE|DEKRA|Intertek|SGS|Bureau Veritas"
    r"|\bUL\b|CSA|compliance|technology service|KEMA|Nemko|LCIE|Kiwa|检测|认证|检验",
    re.IGNORECASE,
)
_NO_NAME = re.compile(r":|©|copyright|^\W?\s?(?:19|20)\d\d|\(c\)", re.IGNORECASE)
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
            name = read_party(passage, line.trimmed())[0]
            if name is not None and name.value not in others:
                found.append(name)
    names = once(found)
    return names[:1] if len({_bare(name.value) for name in names}) == 1 else ()


def _bare(name: str) -> str:
    return re.sub(r"\W", "", name).casefold()
