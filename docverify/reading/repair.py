"""Text as PDFium hands it out to text as a person would copy it, with the way back to every character's index.

Mended: line ends, hyphens at line ends that only split a word, ligatures, soft hyphens, control characters, words
printed with a space between their letters. Everything else (full-width forms, odd quotes) stays as printed.
"""

import re
from dataclasses import dataclass
from functools import cached_property

LIGATURES = {
    "ﬀ": "ff",
    "ﬁ": "fi",
    "ﬂ": "fl",
    "ﬃ": "ffi",
    "ﬄ": "ffl",
    "ﬅ": "st",
    "ﬆ": "st",
}

# PDFium marks a hyphen at a line end by U+0002 (older builds by U+FFFE) and may drop the line end behind it.
_SPACED = r"(?<![^\s])[^\W\d_](?: [^\W\d_]){4,}(?![^\s])"
_CONTROL = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]"
_PLAIN_FLAWS = (
    f"(?P<hyphen>[\x02\ufffe\u00ad](?:\r\n|\n)?)|(?P<end>\r\n|\r)|(?P<ligature>[ﬀ-ﬆ])|(?P<control>{_CONTROL})"
)
_FLAWS = re.compile(_PLAIN_FLAWS)
_FLAW = re.compile(f"[\x02\ufffe\u00ad\rﬀ-ﬆ{_CONTROL[1:]}")  # how each of them begins
_FLAWS_AND_SPACED = re.compile(f"{_PLAIN_FLAWS}|(?P<spaced>{_SPACED})")  # ten times as slow
_LIGATURE = re.compile("[ﬀ-ﬆ]")
_MAYBE_SPACED = re.compile(r" [^\W\d_] [^\W\d_] [^\W\d_](?!\S)")


@dataclass(frozen=True, slots=True)
class Edit:
    """`raw[start:end]` is printed as `text`."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Repaired:
    """Mended text; `raw_span` leads back to the characters it was made of."""

    text: str
    raw: str

    @cached_property
    def edits(self) -> tuple[Edit, ...]:
        """What was mended, in order."""
        return _edits(self.raw)

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The indices of the raw text that `text[start:end]` was made of."""
        if end <= start:
            return (0, 0)
        return (self._raw(start, before=True), self._raw(end - 1, before=False))

    def _raw(self, index: int, *, before: bool) -> int:
        shift = 0
        for edit in self.edits:
            at = edit.start + shift
            if index < at:
                break
            if index < at + len(edit.text):
                return _inside(edit, index - at, before=before)
            shift += len(edit.text) - (edit.end - edit.start)
        return index - shift + (0 if before else 1)


def _inside(edit: Edit, offset: int, *, before: bool) -> int:
    """A raw index within an edit: spaced letters stand two apart, anything else counts as a whole."""
    if edit.end - edit.start > len(edit.text) > 1:
        return edit.start + 2 * offset + (0 if before else 1)
    return edit.start if before else edit.end


def repair(raw: str) -> Repaired:
    """The mended text of a page; most pages need no more than plain line ends."""
    plain = raw.replace("\r\n", "\n")
    is_plain = plain.replace("\n", "").replace("\xa0", "").isprintable() and not _LIGATURE.search(raw)
    if is_plain and not _MAYBE_SPACED.search(raw):
        return Repaired(plain, raw)
    text = raw if "\r" in plain else plain  # without its plain line ends a page has few flaws
    pieces, at = [], 0
    for edit in _edits(text):
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    pieces.append(text[at:])
    return Repaired("".join(pieces), raw)


def _edits(raw: str) -> tuple[Edit, ...]:
    if _MAYBE_SPACED.search(raw):
        return tuple(_edit(match, raw) for match in _FLAWS_AND_SPACED.finditer(raw))
    edits: list[Edit] = []
    for begin in _FLAW.finditer(raw):
        match = _FLAWS.match(raw, begin.start())
        if match and (not edits or match.start() >= edits[-1].end):
            edits.append(_edit(match, raw))
    return tuple(edits)


def _edit(match: "re.Match[str]", raw: str) -> Edit:
    kind, start, end = match.lastgroup, match.start(), match.end()
    found = match.group()
    if kind == "end":
        return Edit(start, end, "\n")
    if kind == "ligature":
        return Edit(start, end, LIGATURES[found])
    if kind == "spaced":
        return Edit(start, end, found[::2])
    if kind == "hyphen":
        return Edit(start, end, _hyphen(found, raw[start - 1 : start], raw[end : end + 1]))
    return Edit(start, end, "")


def _hyphen(found: str, before: str, after: str) -> str:
    """Nothing within a word of prose; a hyphen where it may belong to a number or designation (`EVC-22`)."""
    if found[0] == "\u00ad" and len(found) == 1:
        return ""
    if before.islower() and after.islower():
        return ""
    return "-"
