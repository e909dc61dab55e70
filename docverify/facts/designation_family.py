"""Turns a whole printed text into the patterns of a family: legend, items, lists, ranges and open series together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from docverify.facts.designation_items import Item, Line, is_code, is_descriptor, read_line
from docverify.facts.designation_legend import Meaning, split_legend
from docverify.facts.designation_parts import code_patterns, explicit_range
from docverify.facts.designation_pattern import Characters, Part, Pattern, Text, normal, normal_inside
from docverify.facts.designation_words import EXAMPLE, OPEN

_MANY = 2000


@dataclass(frozen=True, slots=True)
class Family:
    """The patterns of a text and what it prints."""

    printed: str = ""
    patterns: tuple[Pattern, ...] = ()
    legend: Mapping[str, str] = field(default_factory=dict)
    positions: tuple[Mapping[str, Any], ...] = ()
    models: tuple[str, ...] = ()


def read_family(text: str) -> Family:
    """The family of a text in `plain` form."""
    split = split_legend(text)
    line = read_line(split.head)
    patterns = list(_line_patterns(line, split.head, split.meanings))
    printed = split.head.strip() or text
    legend = {symbol: meaning.text for symbol, meaning in split.meanings.items()}
    models = tuple(dict.fromkeys(_names(patterns)))
    return Family(printed, tuple(patterns[:_MANY]), legend, _positions(patterns), models)


def _line_patterns(line: Line, head: str, meanings: Mapping[str, Meaning]) -> Iterator[Pattern]:
    listed = [read_line(remark) for remark in line.remarks if _is_list(remark)]
    open_list = bool(OPEN.search(head))
    if line.series and listed:
        for inner in listed:
            yield from _items_patterns(inner.items, meanings, ranged=False)
        items = tuple(item for inner in listed for item in inner.items)
    else:
        items = line.items
        if line.series and len(items) == 1 and _is_bare(items[0], meanings):
            yield _series_pattern(items[0])
        else:
            yield from _items_patterns(items, meanings, ranged=line.series)
        for inner in (read_line(remark) for remark in line.remarks):
            yield from _remark_patterns(inner, meanings)
    if EXAMPLE.search(head):
        yield from (_like(item) for item in items)
    if open_list:
        yield from (_open(item) for item in items)


def _is_list(remark: str) -> bool:
    """Whether a bracket beside a series lists its members."""
    items = [
        item
        for item in re.split(r"[,;]|\s(?:and|und|et|or)\s", remark)
        if item.strip() and not OPEN.fullmatch(item.strip())
    ]
    return bool(items) and all(
        any(is_code(token) and re.search(r"[A-Za-z]", token) for token in item.split()) for item in items
    )


def _is_bare(item: Item, meanings: Mapping[str, Meaning]) -> bool:
    """Whether the item is one plain designation: then a series word beside it leaves its members unsaid."""
    patterns = code_patterns(item.code, meanings, ranged=True)
    return not item.high and len(patterns) == 1 and len(patterns[0]) == 1


def _items_patterns(items: tuple[Item, ...], meanings: Mapping[str, Meaning], *, ranged: bool) -> Iterator[Pattern]:
    last_nouns = items[-1].nouns if items else ()
    for item in items:
        lead = tuple(_lead_part(word, item) for word in item.lead)
        nouns = tuple(_optional(word) for word in item.nouns or last_nouns)
        for pattern in _item_patterns(item, meanings, ranged=ranged):
            yield (*lead, *pattern, *nouns)
    yield from (_nameless(item) for item in items if not item.named and len(item.code.split()) > 2)


def _nameless(item: Item) -> Pattern:
    """A name without its first word, which may be the brand."""
    first, _, rest = item.code.partition(" ")
    return (Part("", 1, (Text(normal_inside(rest), f"'{first}' stands before it in print"),)),)


def _item_patterns(item: Item, meanings: Mapping[str, Meaning], *, ranged: bool) -> Iterator[Pattern]:
    if not item.high:
        yield from code_patterns(item.code, meanings, ranged=ranged)
        return
    found = explicit_range(item.code, item.high)
    yield from found
    if not found:
        yield from code_patterns(item.high, meanings)
        yield _between(item)
    doubt = "the paper prints what follows it only at the end of the range"
    for pattern in code_patterns(item.code, meanings):
        yield pattern if not found else (Part("", 1, (Text("", doubt),)), *pattern)


def _between(item: Item) -> Pattern:
    common = _common(normal(item.code), normal(item.high))
    doubt = f"'{item.code}' to '{item.high}' does not say which models lie between"
    return (
        Part(common, 1, (Text(common),)),
        Part("", len(common) + 1, (Characters(None, 0, 60, doubt, crossing=True),)),
    )


def _common(one: str, two: str) -> str:
    length = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    return one[:length]


def _lead_part(word: str, item: Item) -> Part:
    """A word before a code: a brand may be left out where the code speaks for itself."""
    options = [Text(normal_inside(f"{name} ")) for name in word.split("/")]
    if not is_descriptor(word):
        identifies = item.code[:1].isalpha() or any(map(is_descriptor, item.lead))
        strong = identifies and len(normal(item.code)) > 2
        options.append(Text("", "" if strong else f"the paper prints '{word}' before it"))
    return Part(word, 1, tuple(options))


def _optional(word: str) -> Part:
    return Part(word, 1, (Text(normal_inside(f" {word}")), Text("")))


def _series_pattern(item: Item) -> Pattern:
    """Anything that begins like the series, all of it in doubt: the paper does not list the members."""
    doubt = f"the paper names the series '{item.code}' without listing its members"
    stem = re.sub(r"(?<=\d)0+$", "", normal(item.code))
    lead = tuple(
        replace(_lead_part(word, item), options=(Text(normal_inside(f"{word} ")), Text(""))) for word in item.lead
    )
    return (*lead, Part(item.code, 1, (Text(stem),)), Part("", 1, (Characters(None, 0, 60, doubt, crossing=True),)))


def _remark_patterns(line: Line, meanings: Mapping[str, Meaning]) -> Iterator[Pattern]:
    """What a remark in brackets names, in doubt: it may be a model or only a remark."""
    doubt = Part("", 1, (Text("", "it is named only in a remark in brackets"),))
    for pattern in _items_patterns(line.items, meanings, ranged=False):
        yield (doubt, *pattern)


def _like(item: Item) -> Pattern:
    """Anything with the first stretches of an example, in doubt."""
    stretches = normal(item.code).split("-")
    stem = "-".join(stretches[:2]) + "-" if len(stretches) > 2 else stretches[0]
    doubt = f"'{item.code}' is printed as an example only"
    return (Part(stem, 1, (Text(stem),)), Part("", 1, (Characters(None, 0, 60, doubt, crossing=True),)))


def _open(item: Item) -> Pattern:
    """Anything with the first letters of an item of an open list, in doubt."""
    match = re.match(r"[A-Z]+", normal(item.code))
    stem = match[0] if match else normal(item.code)[:3]
    doubt = "the list is left open ('…', 'etc.', 'or similar')"
    return (Part(stem, 1, (Text(stem),)), Part("", 1, (Characters(None, 0, 60, doubt, crossing=True),)))


def _names(patterns: list[Pattern]) -> Iterator[str]:
    """The models that are named in full: patterns whose parts each stand for one certain text."""
    for pattern in patterns:
        parts = [part for part in pattern if part.printed or part.options != (Text(""),)]
        if parts and all(any(isinstance(o, Text) and not o.doubt for o in part.options) for part in parts):
            core = [part for part in parts if len(part.options) == 1]
            if core and len([part for part in parts if part.says]) == 0:
                yield "".join(part.printed for part in core)


def _positions(patterns: list[Pattern]) -> tuple[Mapping[str, Any], ...]:
    found = {
        (part.position, part.printed): {
            "position": part.position,
            "symbol": part.printed,
            "allows": part.says.removeprefix("allows "),
        }
        for pattern in patterns
        for part in pattern
        if part.says
    }
    return tuple(found.values())
