"""Turns what is printed in two scripts, Chinese and Latin, into what it says in Latin script.

Papers of Chinese bodies print names and addresses twice; shipments, rules and other papers know them in Latin script.
What is printed in Chinese only stays as it is.
"""

import re
from collections.abc import Iterable

from docverify.extraction.printed import Printed, joined
from docverify.facts.evidence import Found

_HAN = re.compile(r"[\u3400-\u9fff]")
_LATIN_WORDS = re.compile(r"(?:[A-Za-z][\w.,&'()-]*\s*){2,}")
_LONG_ENOUGH = 8


def without_translation(block: Printed) -> Printed:
    """The block without its Chinese lines, where it says the same in Latin script; else the block."""
    if not _HAN.search(block.text):
        return block
    kept = [part for line in block.lines() if (part := _latin_part(line))]
    text = " ".join(part.text for part in kept)
    return joined(kept) if kept and len(text) >= _LONG_ENOUGH and _LATIN_WORDS.search(text) else block


def _latin_part(line: Printed) -> Printed | None:
    """The line before or behind its Chinese; None for a Chinese line."""
    if not _HAN.search(line.text):
        return line
    first, last = _HAN.search(line.text), [*_HAN.finditer(line.text)][-1]
    parts = (line.part(0, first.start() if first else 0).trimmed(), line.part(last.end()).trimmed())
    best = max(parts, key=_length)
    return best if len(best.text) >= _LONG_ENOUGH and _LATIN_WORDS.search(best.text) else None


def _length(printed: Printed) -> int:
    return len(printed.text)


def in_latin(entries: Iterable[Found[str]]) -> tuple[Found[str], ...]:
    """The readings in Latin script where there are any, else all of them."""
    every = tuple(entries)
    return tuple(entry for entry in every if not _HAN.search(entry.value)) or every
