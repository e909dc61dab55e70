"""Turns pages into the contacts printed on them: web addresses, e-mail addresses and phone numbers, each once."""

import re
from collections.abc import Iterable, Iterator

from docverify.extraction.caseless import within
from docverify.extraction.fields import once
from docverify.extraction.locate import Passage
from docverify.extraction.running_text import read_at
from docverify.facts.evidence import Found
from docverify.reading.folding import places_of
from docverify.reading.page import Page

_CONTACT = re.compile(
    r"(?P<email>[A-Za-z0-9][\w.+-]*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    r"|(?P<url>(?:https?://|www\.)[A-Za-z0-9][^\s<>\"'()\[\]，。；]*[A-Za-z0-9/])"
    r"|(?:\b(?:tel|telephone|phone|telefon|tél|téléphone|teléfono|telefono|telefoon|hotline|mobile)\b"
    r"|电话)[.:：\s]{0,4}(?P<phone>\+?\(?\d[\d ()/.\-]{6,22}\d)",
    re.IGNORECASE,
)
_HINTS = ("@", "://", "www.", "tel", "tél", "phone", "hotline", "mobile", "电话")  # one of these is in every contact


def find_contacts(passage: Passage, pages: Iterable[Page]) -> tuple[Found[str], ...]:
    """Every contact, with its kind (`url`, `email`, `phone`) in the details."""
    found: list[Found[str]] = []
    seen: set[str] = set()
    for page in pages:
        for match in _matches(page.text):
            kind = match.lastgroup or "url"
            value = match[kind].strip()
            if value.lower() in seen:
                continue
            seen.add(value.lower())
            entry = read_at(passage, page, match.span(kind), value, details={"kind": kind})
            found += [entry] if entry is not None else []
    return once(found)


def _matches(text: str) -> Iterator[re.Match[str]]:
    """The contacts on the lines that hold a hint, and in what follows it."""
    lowered = text.lower()
    places = places_of(lowered, _HINTS)
    if len(lowered) != len(text):
        return _CONTACT.finditer(text) if places else iter(())
    return within(_CONTACT, text, places)
