"""Turns words such as "prepared for" or "developer" into parties of a report, where they stand as no usual label.

The name stands behind the words, beside them in the row, or in the next line; the address behind it or under it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from docverify.extraction.fields import Fields, once, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.parties import LEGAL_FORM, read_party
from docverify.extraction.printed import Printed, joined

_WORDS: Mapping[str, re.Pattern[str]] = {
    "holder": re.compile(
        r"^(?:(?:issued|prepared) (?:for|to)|submitted by|sponsor|commissioned by|ausgestellt für"
        r"|im auftrag von|délivré à|établi pour"
        r"|rilasciato a|emesso per|emitido para|wystawiono dla|委托单位"
        r"|(?:company|firma|kunde|società|empresa)(?=\s*:))"
        r"\s*[:：]?\s*",
        re.IGNORECASE,
    ),
    "manufacturer": re.compile(
        r"^(?:developer|developed by|entwickler|développeur|sviluppatore|desarrollador)\s*[:：]?\s*", re.IGNORECASE
    ),
}


_MAKER_IS = re.compile(
    r"\b(?:manufacturer|maker)(?:\s+of\s+(?:the\s+)?(?:equipment|products?|samples?|device|eut|charging station))?"
    r"\s+is\s+"
    r"|\bHersteller(?:\s+des\s+\w+)?\s+ist\s+(?:die\s+)?|\b(?:is|was|are|were)\s+(?:manufactured|made|produced)\s+by\s+",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"(?<![A-Z])(?<!Co)(?<!Ltd)(?<!Inc)(?<!Bldg)(?<!No)(?<!St)(?<!Rd)\.(?=\s*\n|\s*$|\s+[A-Z][a-z]+ [a-z])"
)


_MOST_LINES = 4


def unlabelled_parties(passage: Passage) -> Fields:
    """Holder and manufacturer of the first page, each with address and country where printed."""
    found: Fields = _said(passage)
    for page in passage.pages[:1]:
        lines = passage.printed(page).lines()
        for role, pattern in _WORDS.items():
            for line in lines:
                match = pattern.match(line.text)
                if match and f"{role}" not in found:
                    found |= _party(passage, role, _block(line, match.end(), lines))
    return found


def _said(passage: Passage) -> Fields:
    """The manufacturer that a sentence of the front pages names ("The manufacturer of the equipment is X, …")."""
    for page in passage.pages[:2]:
        printed = passage.printed(page)
        match = _MAKER_IS.search(printed.text)
        if match:
            named = printed.part(match.end(), _sentence_end(printed.text, match.end()))
            return _party(passage, "manufacturer", [named])
    return {}


def _sentence_end(text: str, start: int) -> int:
    """Where the sentence ends: a full stop with a capital in the next words or the line's end behind it, or a gap."""
    match = _STOP.search(text, start)
    return match.start() if match else len(text)


def _party(passage: Passage, role: str, block: Sequence[Printed]) -> Fields:
    if not block:
        return {}
    whole = joined(block) if len(block) > 1 and ":" not in block[1].text[:30] else block[0]
    whole = replace(whole, text=whole.text.replace("\n", " ")) if len(block) == 1 else whole
    name, address, country = read_party(passage, whole)
    if name is None or not LEGAL_FORM.search(name.value):
        return {}
    return without_empty({role: once([name]), f"{role}_address": once([address]), f"{role}_country": once([country])})


def _block(line: Printed, end: int, lines: Sequence[Printed]) -> list[Printed]:
    """The value and the line under it; behind a colon, the lines of the block."""
    most = _MOST_LINES if ":" in line.text[:end] else 2
    height = line.box[3] - line.box[1]
    first = line.part(end).trimmed()
    if not first:
        row = [o for o in lines if abs(o.box[1] - line.box[1]) < 0.6 * height and o.box[0] > line.box[2]]
        under = [o for o in lines if 0 < o.box[1] - line.box[1] < 2.2 * height and _overlap(o, line)]
        chosen = sorted(row, key=_left)[:1] or sorted(under, key=_top)[:1]
        if not chosen:
            return []
        first = chosen[0].trimmed()
    block = [first]
    for other in sorted((o for o in lines if o.box[1] - first.box[1] > 0.4 * height and _overlap(o, first)), key=_top):
        if other.box[1] - block[-1].box[1] > 2.2 * height or len(block) == most or _is_labelled(other, lines):
            break
        block.append(other.trimmed())
    return block


def _is_labelled(line: Printed, lines: Sequence[Printed]) -> bool:
    """Whether the line holds a label or one ends with a colon before it in its row."""
    height = line.box[3] - line.box[1]
    before = (o for o in lines if o.box[2] <= line.box[0] and abs(o.box[1] - line.box[1]) < 0.6 * height)
    return ":" in line.text[:30] or any(o.text.rstrip().endswith(":") for o in before)


def _overlap(one: Printed, other: Printed) -> bool:
    return one.box[0] < other.box[2] and one.box[2] > other.box[0]


def _left(printed: Printed) -> float:
    return printed.box[0]


def _top(printed: Printed) -> float:
    return printed.box[1]
