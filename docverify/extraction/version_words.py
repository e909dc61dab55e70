"""Turns running text into the versions said behind words such as "firmware version" in many languages."""

import re
from collections.abc import Iterator
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from docverify.extraction.caseless import Caseless
from docverify.extraction.fields import once
from docverify.extraction.locate import Passage
from docverify.extraction.running_text import read_at
from docverify.facts.evidence import Found
from docverify.facts.version import Version

_VERSION = re.compile(
    r"(?:(?:version|wersja|rev\.?|v)\s*)?[A-Za-z]{0,3}\.?\d[\w.\-+]*(?:\s*(?:-|–|to|bis)\s*v?\d[\w.]*"
    r"|\s*(?:and|or|und|oder|et) (?:above|higher|later|newer|höher|neuer)|\s?\+)?|[A-Z]\d?\b",
    re.IGNORECASE,
)


_BEHIND = re.compile(
    r"(?<![\w/-])(?P<what>hardware|firmware|software)(?:[ -](?:version|issue|revision|release|level|build"
    r"|status|installed|used|loaded|tested)){0,2}"
    r"(?: (?:during|for|in) (?:the )?(?:tests?|testing))?(?:[ ]?[:：][ ]?| (?:is|was|of) "
    r"| )(?P<value>V?\d{1,3}(?:\.\d{1,4}){1,4}(?:[-+]\w+)*)(?![\w.]*\d)",
    re.IGNORECASE,
)
_LETTERED = re.compile(
    r"(?<![\w/-])(?P<what>hardware|HW)[ -](?:rev(?:ision)?\.?|issue|index)[ :]{1,2}(?P<value>[A-Z]\d?)(?![\w/.-]*\w)",
)
_OF_A_TOOL = re.compile(
    r"\b(?:test|tool|utility|control|measurement|emc|emi|pc|analy[sz]er|simulation|engineering)[ -]*$", re.IGNORECASE
)


def versions_behind(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """The dotted numbers right behind "firmware" and the like, with the field they are of; none of test software."""
    for match in _BEHIND.finditer(text):
        if not _OF_A_TOOL.search(text, max(0, match.start() - 24), match.start()):
            yield f"{match['what'].lower()}_version", match
    for match in _LETTERED.finditer(text):
        yield "hardware_version", match


@lru_cache(maxsize=1)
def word_patterns() -> dict[str, Caseless]:
    """The patterns of `manual_words.yaml` by their name."""
    source = files("docverify.extraction").joinpath("manual_words.yaml").read_text(encoding="utf-8")
    table: dict[str, Any] = yaml.load(source, Loader=yaml.CSafeLoader)
    hints: dict[str, list[str]] = table.pop("hints")
    return {
        name: Caseless("|".join(f"(?:{entry})" for entry in entries), hints=hints.get(name, ()))
        for name, entries in table.items()
    }


def versions_said(passage: Passage, name: str) -> tuple[Found[Version], ...]:
    """Versions behind the words of that name (`firmware` or `hardware`), each once."""
    found: list[Found[Version]] = []
    for page in passage.pages:
        for match in word_patterns()[name].finditer(page.text):
            value = _VERSION.match(page.text, match.end())
            if value is None or not any(c.isdigit() or c.isupper() for c in value[0]):
                continue
            span = (value.start(), value.end() - (value[0][-1] in ".-"))
            try:
                version = Version.parse(page.text[slice(*span)])
            except ValueError:
                continue
            entry = read_at(passage, page, span, version)
            found += [entry] if entry is not None else []
    return once(found)
