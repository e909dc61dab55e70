"""The words of `words.yaml` as compiled patterns."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

import yaml


@lru_cache(maxsize=1)
def listed() -> dict[str, Any]:
    """The lists as they are written."""
    text = files("docverify.extraction.anatomy").joinpath("words.yaml").read_text(encoding="utf-8")
    found: dict[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def either(name: str) -> str:
    """A pattern for any word of the list, the longest first."""
    words = sorted(set(listed()[name]), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(word) for word in words) + ")"


@cache
def pointer(name: str) -> re.Pattern[str]:
    """`Figure 7`, `Abb. 3-2`, `section 4.2`, `图7`: the word and, as group 1, the number."""
    number = r"(\d{1,4}(?:[.\-–]\d{1,3}){0,4})(?![\w%°]|[.,]\d)"
    if name == "page":
        number = r"(\d{1,4})(?![\w%°]|[.,]\d)"
    return re.compile(rf"(?<!\w){either(name)}(?:\.|n\b)?[ \u00a0]?[ \u00a0]?{number}", re.IGNORECASE)


@lru_cache(maxsize=1)
def warning() -> re.Pattern[str]:
    """A line that heads a warning."""
    words = either("warning")
    return re.compile(rf"^[ \t⚠△!•]*(?:{words})[ \t]*(?:[!:：].*)?$", re.IGNORECASE | re.MULTILINE)


def warnings_on(text: str) -> int:
    """How many lines of the text head a warning."""
    pattern = warning()
    return sum(pattern.match(text, at) is not None for at in line_starts(text))


def line_starts(text: str) -> Iterator[int]:
    """Where the lines of the text begin."""
    at = 0
    while True:
        yield at
        at = text.find("\n", at) + 1
        if not at:
            return


_REVISION = r"([A-Z]?\d{1,3}(?:\.\d{1,3}){0,3}[a-z]?|[A-Z](?:\d{1,2})?)(?![\w./-]*\w)"


@lru_cache(maxsize=1)
def revision_line() -> re.Pattern[str]:
    """A line that gives the revision behind its label and a colon; group 1 is its value."""
    label = either("revision_label")
    return re.compile(rf"(?:(?<=\n)|^)[ \t]*{label}\.?[ \t]*[:：][ \t]*(?:[vV]\.?[ ]?)?{_REVISION}", re.IGNORECASE)


@lru_cache(maxsize=1)
def revision() -> re.Pattern[str]:
    """A printed revision; group 1 is its value."""
    foreign = "".join(rf"(?<!{word}[ -])" for word in listed()["no_revision_after"])
    return re.compile(
        rf"(?<!\w){foreign}{either('revision')}\b\.?[ \t]*[:：]?[ \t]*(?:[vV]\.?[ ]?)?{_REVISION}", re.IGNORECASE
    )


@lru_cache(maxsize=1)
def amount() -> re.Pattern[str]:
    """A number with a decimal part and a unit: group `sign` is what parts the decimals."""
    units = r"(?:[kKMmµ]?[VAW]|kWh|Wh|kg|g|mm|cm|m|Hz|kHz|°C|dBm|Ω|mΩ|Nm|s|ms|bar|%)"
    return re.compile(rf"\d(?<![\d.,\-/]\d)\d{{0,3}}(?P<sign>[.,])\d{{1,4}}[ \u00a0]?{units}(?![\w/])")


@lru_cache(maxsize=1)
def wrong_unit() -> re.Pattern[str]:
    """A number with a unit whose symbol is miswritten; group 1 is the unit."""
    words = "|".join(sorted(map(re.escape, listed()["wrong_units"]), key=len, reverse=True))
    return re.compile(rf"\d(?<![\w.]\d)\d*(?:[.,]\d+)?[ \u00a0]?({words})(?![\w/])")
