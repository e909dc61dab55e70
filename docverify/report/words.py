"""Names, values and texts as reports show them: words instead of field names, nothing that steers a screen or a file.

A text from a paper loses control and direction characters and lone surrogates, and is cut where it is too long to be
read; the cut says how long it was.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml

from docverify.facts.document import Document
from docverify.facts.evidence import printable
from docverify.facts.finding import Finding, Outcome

LONGEST = 1500  # characters of a text
LONGEST_QUOTE = 240


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Any]:
    words: Mapping[str, Any] = yaml.safe_load(
        resources.files("docverify.report").joinpath("words.yaml").read_text("utf-8")
    )
    return words


def word(table: str, name: str) -> str:
    """What the table calls the name; the name in plain words when it does not say."""
    known: str | None = _words()[table].get(name)
    return known or spaced(name)


def spaced(name: str) -> str:
    """`safety_report` as `safety report`, abbreviations in capitals."""
    capitals = _words()["capitals"]
    return " ".join(part.upper() if part in capitals else part for part in name.split("_"))


def titled(name: str) -> str:
    """The name in plain words with a capital first."""
    text = spaced(name)
    return text[:1].upper() + text[1:]


def shown(text: object, *, longest: int = LONGEST) -> str:
    """The text fit for people: printable, and cut with its length where it is too long."""
    whole = str(text)
    clean = printable(whole[: longest * 2])
    if len(whole) <= longest:
        return clean
    return f"{clean[:longest].rstrip()}… ({len(whole)} characters)"


def quoted(text: object) -> str:
    """Words of a paper, short."""
    return shown(text, longest=LONGEST_QUOTE)


def value_text(value: object) -> str:
    """A field's value as people write it."""
    if isinstance(value, tuple | list):
        return " to ".join("…" if part is None else _number(part) for part in value)
    if isinstance(value, float):
        return _number(value)
    if isinstance(value, date):
        return value.isoformat()
    return shown(getattr(value, "printed", value))


def _number(value: object) -> str:
    return f"{value:g}" if isinstance(value, int | float) else shown(value)


def kind_text(document: Document) -> str:
    """`Laboratory report, EMC`."""
    kind = word("kinds", document.kind.value)
    return f"{kind}, {word('schemes', document.scheme)}" if document.scheme else kind


def market_text(market: str) -> str:
    """The market, or every one."""
    return "every market" if market == "*" else market


def mark(finding: Finding) -> str:
    """`waived`, or the outcome in one word: for a class of style as well as for people."""
    return "waived" if finding.waiver and finding.outcome is not Outcome.PASS else finding.outcome.value
