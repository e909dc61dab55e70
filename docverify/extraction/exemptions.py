"""Turns pages into the entries of RoHS Annex III that a paper claims: `6(c)`, `7(a)`, `7(c)-I`.

Only pages that speak of exemptions are searched (`exemptions.yaml`), and a line that says none is used claims none.
An article of an act (`Art. 6(c)`) is no entry.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files

import yaml

from docverify.facts.evidence import Evidence, Found
from docverify.reading.page import Page

ENTRY = re.compile(
    r"(?<![\w.(/§-])(?P<number>[1-9]\d?)\s?\((?P<letter>[a-h])\)"
    r"(?:\s?[-–‑]?\s?(?P<part>VI{0,3}|IV|I{1,3})(?!\w))?(?![\w(])"
)
_ARTICLE = re.compile(r"(?i)(?:art(?:icles?|ikel|icolo|ículo)?\.?|§)\s*$")


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[str, ...]]:
    source = files("docverify.extraction").joinpath("exemptions.yaml").read_text(encoding="utf-8")
    table: dict[str, list[str]] = yaml.load(source, Loader=yaml.CSafeLoader)
    return {name: tuple(words) for name, words in table.items()}


def find_exemptions(pages: Sequence[Page], sha256: str) -> tuple[Found[str], ...]:
    """The first place of each entry that is claimed, in reading order."""
    found: dict[str, Found[str]] = {}
    for page in pages:
        text = page.text.casefold()
        if "(" not in text or not any(word in text for word in _words()["about"]):
            continue
        for name, span in _on_page(page):
            boxes = page.boxes_of(*span)
            if name not in found and boxes:
                evidence = tuple(Evidence(sha256, page.number, box) for box in boxes)
                found[name] = Found(name, page.text[slice(*span)], evidence, page.origin, 0.9)
    return tuple(found.values())


def _on_page(page: Page) -> Iterator[tuple[str, tuple[int, int]]]:
    """Every entry with its place, but for articles of an act and lines that deny an exemption."""
    for match in ENTRY.finditer(page.text):
        start = page.text.rfind("\n", 0, match.start()) + 1
        end = page.text.find("\n", match.end())
        line = page.text[start : end if end >= 0 else None].casefold()
        denied = any(word in line for word in _words()["denied"])
        if denied or _ARTICLE.search(page.text[start : match.start()]):
            continue
        part = f"-{match['part']}" if match["part"] else ""
        yield f"{match['number']}({match['letter']}){part}", match.span()
