"""Turns the brackets and placeholders of one printed code into the parts of a pattern.

A placeholder with a legend allows what the legend says; one without allows anything, in doubt. A bracket is a range,
a choice or something that may be left out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from docverify.facts.designation_legend import Meaning, occurrences
from docverify.facts.designation_pattern import CIRCLED, Characters, Numbers, Option, Part, Text, literal, normal_inside
from docverify.facts.designation_words import SPECIAL

BETWEEN_ENDS = "the paper prints only the ends of a range of ratings, and not every size between them need exist"
CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}
_BRACKET_RANGE = re.compile(
    r"(?P<letters>[A-Za-z]*)(?P<low>\d{1,6})(?P<unit>[A-Za-z]*)\s*[-~]\s*(?P<again>[A-Za-z]*)(?P<high>\d{1,6})(?P<last>[A-Za-z]*)"
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A placeholder in a code: where it starts and ends, and the symbol of the legend that explains it."""

    start: int
    end: int
    meaning: Meaning | None = None


def code_parts(text: str, meanings: Mapping[str, Meaning], position: int) -> Iterator[Part]:
    """The parts of a code: literal stretches, brackets and placeholders, each with its place."""
    marks = {mark.start: mark for mark in _placeholders(text, meanings)}
    at = start = 0
    while at < len(text):
        mark = marks.get(at) or _bracket_mark(text, at, marks)
        if mark is None:
            at += 1
            continue
        if at > start:
            yield literal(text[start:at], position + start)
        yield from _mark_parts(text, mark, position)
        at = start = mark.end
    if at > start:
        yield literal(text[start:at], position + start)


def _bracket_mark(text: str, at: int, marks: Mapping[int, Mark]) -> Mark | None:
    """The bracket that opens there, with the legend of the symbol that is all its content."""
    if text[at] not in CLOSING:
        return None
    end = text.find(CLOSING[text[at]], at)
    inner = marks.get(at + 1)
    meaning = inner.meaning if inner is not None and inner.end == end else None
    return Mark(at, end + 1, meaning) if end > at + 1 else None


def _mark_parts(text: str, mark: Mark, position: int) -> Iterator[Part]:
    if mark.meaning is not None:
        yield from explained(text[mark.start : mark.end], mark.meaning, position + mark.start)
    elif text[mark.start] in CLOSING:
        yield from _bracket(text, mark.start, mark.end, position + mark.start)
    else:
        yield _unexplained(text, mark.start, mark.end, position + mark.start)


def explained(printed: str, meaning: Meaning, position: int) -> Iterator[Part]:
    """The parts of a placeholder with a legend: one for the run, or one for each of its characters."""
    length = len(printed) if printed[0] not in CLOSING else 1
    single = len(meaning.symbol) < length and not _fills_run(meaning, length)
    for number in range(length if single else 1):
        symbol = printed[number] if single else printed
        yield Part(symbol, position + number, _explained_options(meaning, 1 if single else length), _allows(meaning))


def _fills_run(meaning: Meaning, length: int) -> bool:
    """Whether the legend of `x` gives texts as long as the run `xx`: then the run is one placeholder."""
    return any(
        isinstance(o, Numbers) and o.high > 9 or isinstance(o, Text) and len(o.text) >= length for o in meaning.options
    )


def _explained_options(meaning: Meaning, length: int) -> tuple[Option, ...]:
    symbol = meaning.symbol
    if meaning.any_value:
        other = f"the legend says of '{symbol}' only: {meaning.text}; not how many characters"
        return Characters(None, length, length), Characters(None, 0, 20, other)
    if not meaning.explains:
        return (Characters(None, 0, 20, f"the legend says of '{symbol}' only: {meaning.text or 'nothing'}"),)
    options = list(meaning.options)
    if len(meaning.symbol) < length:  # a run that is one placeholder: classes are as long as the run
        options = [replace(o, least=length, most=length) if isinstance(o, Characters) else o for o in options]
    if any(isinstance(o, Characters) for o in options) and sum(isinstance(o, Characters) for o in options) > 1:
        options += _joined(options)
    if meaning.open:
        options.append(_open_option(meaning))
    if meaning.several and any(isinstance(o, Characters) for o in options):
        options.append(Characters(None, 1, 20, f"the legend does not say how many characters '{symbol}' stands for"))
    return tuple(options)


def _joined(options: list[Option]) -> list[Option]:
    """`0-9, A-Z` for two characters allows one of each."""
    classes = [o for o in options if isinstance(o, Characters)]
    if any(o.allowed is None or o.doubt for o in classes):
        return []
    allowed = frozenset[str]().union(*(o.allowed or frozenset() for o in classes))
    return [Characters(allowed, classes[0].least, classes[0].most)]


def _open_option(meaning: Meaning) -> Option:
    """What an open list may go on with: rising numbers go on upwards, anything else may be anything."""
    doubt = f"the list for '{meaning.symbol}' is left open: {meaning.text}"
    texts = [option.text for option in meaning.options if isinstance(option, Text) and option.text]
    numbers = [int(text) for text in texts if text.isdigit()]
    if len(numbers) >= 3 and len(numbers) == len(texts) and numbers == sorted(set(numbers)):
        return Numbers(numbers[-1], 10**9, doubt=doubt)
    return Characters(None, 0, 20, doubt)


def _allows(meaning: Meaning) -> str:
    return f"allows {meaning.text}" if meaning.explains else ""


def _placeholders(text: str, meanings: Mapping[str, Meaning]) -> list[Mark]:
    """The placeholders of a code, explained ones first."""
    marks: list[Mark] = []
    for symbol in sorted(meanings, key=len, reverse=True):
        for at in _places(symbol, text):
            end = at + len(symbol)
            while len(set(symbol)) == 1 and text[end : end + 1] == text[at]:
                end += 1
            if not any(mark.start <= at < mark.end for mark in marks):
                marks.append(Mark(at, end, meanings[symbol]))
    bare = [Mark(match.start(), match.end()) for match in bare_marks(text)]
    return marks + [one for one in bare if not any(mark.start < one.end and one.start < mark.end for mark in marks)]


def _places(symbol: str, text: str) -> list[int]:
    found = occurrences(symbol, text)
    if not found and symbol.isalpha():
        found = occurrences(symbol.swapcase(), text)
    return found


_BARE = re.compile(
    rf"[{re.escape(SPECIAL.replace('_', ''))}]+|_{{2,}}|_$|…|\.{{3}}"
    r"|(?<![a-z])x+(?![a-z])|(?<=[A-Z\d-])(?:([a-z])\1+|[xyz]{2,3})(?![a-z])|(?<=[A-Z-])[a-z](?=[-A-Z\d]|$)|XX+|(?<=\d)X(?=\d)|(?<=[\d-])X$|\.(?=\()"
)


def bare_marks(text: str) -> list[re.Match[str]]:
    """Marks that are commonly placeholders; a lone word `x` (P30 x) and an `x` in a lower-case name are letters."""
    found = []
    for match in _BARE.finditer(text):
        alone = match[0] == "x" and (text[: match.start()].endswith(" ") or match.start() == 0)
        capitals = sum(char.isupper() for char in text)
        small = match[0].islower() and capitals < (1 if match[0][0] == "x" else 3)
        if not alone and not small:
            found.append(match)
    return found


def _unexplained(text: str, at: int, end: int, position: int) -> Part:
    printed = text[at:end]
    doubt = f"position {position} '{printed}' is a placeholder that the paper does not explain"
    if len(printed) == 1 and printed.isalpha() and printed != "x":  # a letter that may be only a letter
        return Part(printed, position, (Text(printed.upper()), Characters(None, 1, 1 if printed == "X" else 3, doubt)))
    starred = printed[0] in SPECIAL and printed[0] not in CIRCLED and (len(printed) > 1 or text.count(printed[0]) > 1)
    if starred:  # one mark for one character, as order codes are printed
        return Part(printed, position, (Characters(None, len(printed), len(printed), doubt),))
    if end == len(text):
        return Part(printed, position, (Characters(None, 0, 40, doubt, crossing=len(printed) == 1),))
    return Part(printed, position, (Characters(None, 0, max(2, len(printed)), doubt),))


def _bracket(text: str, at: int, end: int, position: int) -> Iterator[Part]:
    """A bracket inside a code: a range, alternatives or an optional part."""
    printed, content = text[at:end], text[at + 1 : end - 1].strip()
    if (match := _BRACKET_RANGE.fullmatch(content)) and int(match["low"]) < int(match["high"]) and _same_ends(match):
        if match["letters"]:
            yield literal(match["letters"], position)
        between = Numbers(int(match["low"]), int(match["high"]), doubt=BETWEEN_ENDS)
        yield Part(printed, position, (between,), f"allows {content}")
        if match["last"]:
            yield literal(match["last"], position)
        return
    options: list[Option] = [Text(normal_inside(printed))]
    items = [item for item in re.split(r"\s*(?:[,;|/]|\bor\b|\boder\b)\s*", content) if item]
    options += [Text(normal_inside(item)) for item in items]
    attached = at > 0 and text[at - 1] not in " -" or end < len(text) and text[end] not in " -"
    suffix = end == len(text) or at > 0 and text[at - 1] != " "  # EVC-22(W): the variant W, or with and without it
    if len(items) == 1 and not suffix:
        options.append(Text(""))
    elif len(items) == 1 or attached:
        options.append(Text("", f"the paper does not say whether '{printed}' may be left out"))
    yield Part(printed, position, tuple(options), f"allows {content}")


def _same_ends(match: re.Match[str]) -> bool:
    return match["again"] in ("", match["letters"]) and match["unit"] in ("", match["last"])
