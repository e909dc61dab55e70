"""Turns what a line leaves unsaid about a printed code into patterns in doubt: open ends, fields, the inside of ranges.

Every pattern made here carries the sentence that says why nobody can decide it from the line.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from docverify.facts.designation_marks import BETWEEN_ENDS
from docverify.facts.designation_pattern import Characters, Numbers, Part, Pattern, Text, common_start, literal, normal

_GLOSS = re.compile(r"(?:^|[:;,(]\s*)([\w.-]+)\s*=\s")
_WIDEST = 8
_NO_DIGIT = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ./+_*")


def between(low: str, high: str) -> Iterator[Pattern]:
    """What may lie between two designations: anything that begins like both, but no number beyond the printed end."""
    common = common_start(normal(low), normal(high))
    doubt = f"'{low}' to '{high}' does not say which models lie between"
    start = (Part(common, 1, (Text(common),)),)
    rest = Part("", len(common) + 1, (Characters(None, 0, 60, doubt, crossing=True),))
    last = re.match(r"\d+", normal(high)[len(common) :])
    first = re.match(r"\d+", normal(low)[len(common) :])
    falling = first is not None and last is not None and int(first[0]) > int(last[0])
    if last is None or falling or len(last[0]) > _WIDEST or common[-1:].isdigit():
        yield (*start, rest)
        return
    width = len(last[0])
    numbers = [Numbers(0, int(last[0]) if n == width else 10**n - 1, n, doubt) for n in range(1, _WIDEST + 1)]
    yield (*start, Part("", len(common) + 1, (*numbers, Characters(_NO_DIGIT, 1, 1, doubt))), rest)


def open_end(code: str, *, anything: bool) -> Pattern:
    """Anything with the first letters of an item of an open list; anything at all behind "or similar"."""
    letters = re.match(r"[A-Z]+", normal(code))
    stem = letters[0] if letters else normal(code)[:3]
    doubt = "the list is left open ('…', 'etc.', 'or similar')"
    rest = Part("", 1, (Characters(None, 0, 60, doubt, crossing=True),))
    return (rest,) if anything else (Part(stem, 1, (Text(stem),)), rest)


def with_field(code: str) -> Iterator[Pattern]:
    """The code with something more before its last stretch: a field of it that the line mentions and leaves blank."""
    before, dash, last = code.rpartition("-")
    if dash and before:
        doubt = f"the line mentions a field of '{code}' and does not say what may stand in it"
        filled = Part("", len(before) + 2, (Characters(None, 1, 12, doubt, crossing=True),))
        yield (literal(before + dash), filled, literal(last, len(before) + 2))


def left_out(code: str, line: str) -> Iterator[Pattern]:
    """The first stretches of a code of which the line explains two parts or more: its last ones may be an option."""
    parts = [code.find(gloss[1]) for gloss in _GLOSS.finditer(line) if gloss[1] in code and gloss[1] != code]
    if len([at for at in parts if at > 0]) < 2:
        return
    doubt = f"the line explains parts of '{code}' and does not say which of them may be left out"
    for end in range(max(parts) + 1, len(code)):
        yield (Part("", 1, (Text("", doubt),)), literal(code[:end]))


def complete(pattern: Pattern) -> Pattern:
    """The pattern without the doubt about the inside of its ranges: the line says that it is about all models."""
    return tuple(replace(part, options=tuple(map(_complete, part.options))) for part in pattern)


def _complete(option: Text | Characters | Numbers) -> Text | Characters | Numbers:
    return replace(option, doubt="") if isinstance(option, Numbers) and option.doubt == BETWEEN_ENDS else option
