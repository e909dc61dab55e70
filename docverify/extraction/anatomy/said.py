"""What running text and table rows state of the product: power, current, voltage, protection, climate, connectors.

An amount counts where words beside it say whose it is ("charging power of up to 11 kW") and none in the same sentence
says that it is something else: a fuse, a setting, one phase of three. The words are in `said.yaml`.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from docverify.extraction.connectors import find_connectors
from docverify.reading.page import Page

MOST = 60
_REACH = 240  # characters that a sentence is looked at before and behind an amount
_BEFORE, _BEHIND = 60, 30  # characters between an amount and the words that say whose it is
_END = re.compile(r"[.!?;。；！？](?=\s|$)|\n\s*\n|\n(?=\s*(?:[•▪●■*–-]|\d+[.)])\s)")
_NUMBER = r"\d+(?:[.,]\d+)?"
_AMOUNT = re.compile(
    rf"(?<![\w.,/-])(?P<number>{_NUMBER})(?: ?(?:-|–|to|bis|~) ?(?P<to>{_NUMBER}))? ?(?P<unit>kw|a|v)\b(?! ?[·x*/]|h)"
)
_DEGREE = re.compile(r"\b(?P<kind>ip|ik) ?(?P<degree>\d{2})\b")
_CLIMATE = re.compile(
    r"(?P<low>[-–−]? ?\d{1,2}) ?(?:° ?c)? ?(?:to|bis|a|till|tot|do|til|ate|jusqu'a|-|–|…|\.\.\.|~|至|到) ?"
    r"(?P<high>[+-]? ?\d{2}) ?° ?c"
)
# One of these is on every page that names a connector; the reader's own signs ("typ") are on nearly every page.
_CONNECTOR_SIGNS = (
    *("ccs", "combo", "chademo", "nacs", "j3400", "mcs", "megawatt", "gb/t", "gbt", "国标", "欧标", "j1772"),
    *("mennekes", "62196", "configuration ff", "configuration ee", "type 2", "type2", "typ 2", "typ2", "tipo 2"),
    *("tipo2", "type ii", "typ ii", "tipo ii", "type 1", "type1", "typ 1", "tipo 1"),
    *("类型2", "类型 2", "型式2", "型式 2"),
)
_UNITS = {"kw": "power", "a": "current", "v": "voltage"}


@lru_cache(maxsize=1)
def _words() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """For every quantity the words that claim an amount for the product, and those that give it to something else."""
    text = files("docverify.extraction.anatomy").joinpath("said.yaml").read_text(encoding="utf-8")
    listed: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    never = listed.pop("never")
    return {
        name: (
            re.compile("|".join(f"(?:{words})" for words in entry["before"])),
            re.compile("|".join([*([] if name in _OWN_NEVER else never), *filter(None, [entry.get("never")])])),
        )
        for name, entry in listed.items()
    }


_OWN_NEVER = frozenset({"temperature", "connector"})


def said_in(pages: Sequence[Page]) -> list[dict[str, Any]]:
    """Every statement in reading order as plain JSON: what, value (and `to`), page, boxes, quote, sentence."""
    found = []
    for page in pages:
        for entry in _on(page):
            found.append(entry)
            if len(found) == MOST:
                return found
    return found


def _on(page: Page) -> Iterator[dict[str, Any]]:
    text = page.folded
    if "kw" in text or " v" in text or " a" in text or "0v" in text or "6a" in text or "2a" in text:
        for match in _AMOUNT.finditer(text):
            what = _UNITS[match["unit"]]
            if _is_own(text, match.span(), what):
                yield _place(page, match.span(), what, _value(match["number"]), _value(match["to"]))
    for match in _DEGREE.finditer(text) if "ip" in text or "ik" in text else ():
        if _is_own(text, match.span(), "protection"):
            yield _place(page, match.span(), match["kind"], f"{match['kind']}{match['degree']}".upper())
    for match in _CLIMATE.finditer(text) if "°" in text else ():
        if _is_own(text, match.span(), "temperature"):
            yield _place(page, match.span(), "temperature", _value(match["low"]), _value(match["high"]))
    for spot in find_connectors(page.text) if any(sign in text for sign in _CONNECTOR_SIGNS) else ():
        if _is_own(text, (spot.start, spot.end), "connector"):
            yield _place(page, (spot.start, spot.end), "connector", spot.value)


def _value(text: str | None) -> float | None:
    """The number as printed; a minus may be a dash, with a blank behind it."""
    if text is None:
        return None
    return float(re.sub(r"[–−]", "-", text).replace(" ", "").replace(",", "."))


def _sentence(text: str, span: tuple[int, int]) -> tuple[int, int]:
    start, end = max(0, span[0] - _REACH), min(len(text), span[1] + _REACH)
    for match in _END.finditer(text, start, span[0]):
        start = match.end()
    stop = _END.search(text, span[1], end)
    return start, stop.start() if stop else end


def _is_own(text: str, span: tuple[int, int], what: str) -> bool:
    claims, never = _words()[what]
    start, end = _sentence(text, span)
    near = text[max(start, span[0] - _BEFORE) : min(end, span[1] + _BEHIND)]
    return claims.search(near) is not None and never.search(text[start:end]) is None


def _place(page: Page, span: tuple[int, int], what: str, value: Any, to: float | None = None) -> dict[str, Any]:
    start, end = _sentence(page.text, span)
    return {
        "page": page.number,
        "boxes": [list(box) for box in page.boxes_of(*span)],
        "quote": page.text[slice(*span)],
        "sentence": " ".join(page.text[start:end].split())[:300],
        "what": what,
        "value": value,
        **({} if to is None else {"to": to}),
    }
