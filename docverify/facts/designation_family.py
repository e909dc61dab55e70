"""Turns a whole printed text into the patterns of a family: legend, items, lists, ranges and open series together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from docverify.facts.designation_doubts import doubt_of_range
from docverify.facts.designation_items import Item, Line, is_descriptor, read_line
from docverify.facts.designation_legend import Meaning, split_legend
from docverify.facts.designation_marks import bare_marks
from docverify.facts.designation_parts import code_patterns, explicit_range
from docverify.facts.designation_pattern import (
    Characters,
    Numbers,
    Part,
    Pattern,
    Text,
    literal,
    normal,
    normal_inside,
)
from docverify.facts.designation_text import after_labels, is_code
from docverify.facts.designation_unsaid import between, complete, left_out, open_end, with_field
from docverify.facts.designation_words import (
    ALL,
    DESCRIPTORS,
    EXAMPLE,
    FIELD,
    GENERIC,
    LABELS,
    MAKERS,
    NOUNS,
    OPEN,
    SERIES,
    SIMILAR,
    SPECIAL,
)

_MANY = 2000
# EVC-22S / W and EVC-22S (W) are read as if they were printed in one word
_SPACED_SUFFIX = re.compile(r"(?<=[A-Z\d]) ?(?:/ ?([A-Z]{1,2})(?=\s*$|\s*[,;)])|(\([A-Z]{1,2}\)))")


@dataclass(frozen=True, slots=True)
class Family:
    """The patterns of a text and what it prints."""

    printed: str = ""
    patterns: tuple[Pattern, ...] = ()
    legend: Mapping[str, str] = field(default_factory=dict)
    positions: tuple[Mapping[str, Any], ...] = ()
    models: tuple[str, ...] = ()
    excluded: tuple[Pattern, ...] = ()
    recognised: bool = False


def read_family(text: str) -> Family:
    """The family of a text in `plain` form."""
    split = split_legend(text)
    line = read_line(_SPACED_SUFFIX.sub(_attached, split.head))
    patterns = list(_line_patterns(line, split.head, split.meanings))
    if line.cut.doubt:
        patterns = list(_in_doubt(patterns, line.cut.doubt))
    excluded = [pattern for text in line.cut.excluded for pattern in _named_in(text, split.meanings)]
    printed = _printed(split.head) or text
    if doubt := doubt_of_range(split.head):
        patterns = [_inside_in_doubt(pattern, doubt) for pattern in patterns]
    if ALL.search(split.head):
        patterns = [complete(pattern) for pattern in patterns]
    recognised = bool(patterns)
    models = tuple(dict.fromkeys(_names(patterns)))
    if not (split.meanings or excluded or line.cut.related) and is_plain(split.head):
        patterns.append((literal(split.head.strip(" ,;:.")),))
    legend = {symbol: meaning.text for symbol, meaning in split.meanings.items()}
    return Family(
        printed, tuple(patterns[:_MANY]), legend, _positions(patterns), models, tuple(excluded[:_MANY]), recognised
    )


def _inside_in_doubt(pattern: Pattern, doubt: str) -> Pattern:
    """The pattern with the inside of its ranges in doubt."""
    return tuple(
        replace(
            part,
            options=tuple(replace(o, doubt=o.doubt or doubt) if isinstance(o, Numbers) else o for o in part.options),
        )
        for part in pattern
    )


def _attached(suffix: re.Match[str]) -> str:
    return f"/{suffix[1]}" if suffix[1] else suffix[2]


def is_plain(head: str) -> bool:
    """Whether the line is nothing but one name, without placeholders, a list or words for a series."""
    code = head.strip(" ,;:.")
    marked = SERIES.search(code) or OPEN.search(code) or any(mark in code for mark in SPECIAL + "()[]{},;~")
    words = code.lower().split()
    return (
        not marked and len(words) <= 8 and not all(word in GENERIC | NOUNS for word in words) and not bare_marks(code)
    )


def _printed(head: str) -> str:
    """The head without the label before it and without what a colon adds after it, where that leaves one stretch."""
    bare = after_labels(head)
    whole = bare in head and bare.count("(") == bare.count(")")
    return (bare if whole else head).strip(" ,;:")


def _line_patterns(line: Line, head: str, meanings: Mapping[str, Meaning]) -> Iterator[Pattern]:
    listed = [read_line(remark) for remark in line.cut.remarks if line.series and _is_list(remark)]
    items = line.items
    if listed:
        items = tuple(item for inner in listed for item in inner.items)
        yield from _items_patterns(items, meanings, ranged=False)
    else:
        unlisted = tuple(item for item in items if _names_series(item, items, meanings))
        yield from (_series_pattern(item) for item in unlisted)
        named = tuple(item for item in items if item not in unlisted)
        yield from _items_patterns(named, meanings, ranged=line.series)
        for remark in line.cut.remarks:
            yield from _in_doubt(_named_in(remark, meanings), "it is named only in a remark in brackets")
    for phrase in line.cut.related:
        yield from _in_doubt(_named_in(phrase, meanings), "it is named only to say how it relates to another model")
    if EXAMPLE.search(head):
        yield from (_like(item) for item in items)
    if line.open or any(inner.open for inner in listed):
        anything = bool(SIMILAR.search(head))
        yield from (open_end(item.code, anything=anything) for item in items)
    for item in items:
        yield from left_out(item.code, head)
        if FIELD.search(head):
            yield from with_field(item.code)


def _is_list(remark: str) -> bool:
    """Whether a bracket beside a series lists its members."""
    items = [
        item
        for item in re.split(r"[,;]|\s(?:and|und|et|or)\s", remark)
        if item.strip() and not OPEN.fullmatch(item.strip())
    ]
    return bool(items) and all(_starts_with_code(item) for item in items)


def _starts_with_code(item: str) -> bool:
    words = [word for word in item.split() if word.lower() not in LABELS]
    return bool(words) and is_code(words[0]) and any(map(str.isalpha, words[0]))


def _names_series(item: Item, items: tuple[Item, ...], meanings: Mapping[str, Meaning]) -> bool:
    """Whether the item names a series by one plain word: alone, or a word without digits among designations."""
    return item.series and _is_bare(item, meanings) and (len(items) == 1 or not any(map(str.isdigit, item.code)))


def _is_bare(item: Item, meanings: Mapping[str, Meaning]) -> bool:
    """Whether the item is one plain designation: then a series word beside it leaves its members unsaid."""
    patterns = code_patterns(item.code, meanings, ranged=True)
    return not item.high and len(patterns) == 1 and len(patterns[0]) == 1


def _items_patterns(items: tuple[Item, ...], meanings: Mapping[str, Meaning], *, ranged: bool) -> Iterator[Pattern]:
    last_nouns = items[-1].nouns if items else ()
    for item in items:
        lead = tuple(_lead_part(word, item) for word in item.lead)
        nouns = tuple(_optional(word) for word in item.nouns or last_nouns)
        doubt = (Part("", 1, (Text("", item.doubt),)),) if item.doubt else ()
        for pattern in _item_patterns(item, meanings, ranged=ranged):
            yield (*doubt, *lead, *pattern, *nouns)
    for item in items:
        if not item.named and len(item.code.split()) > 2:
            yield from _nameless(item)


def _nameless(item: Item) -> Iterator[Pattern]:
    """A name without its first word, which may be the brand."""
    first, _, rest = item.code.partition(" ")
    coined = rest.split()[0].lower() not in DESCRIPTORS | GENERIC | NOUNS
    said = "" if first.lower() in MAKERS and coined else f"the paper prints '{first}' before it"
    for pattern in code_patterns(rest, {}):
        yield (Part("", 1, (Text("", said),)), *pattern)


def _item_patterns(item: Item, meanings: Mapping[str, Meaning], *, ranged: bool) -> Iterator[Pattern]:
    if not item.high:
        yield from code_patterns(item.code, meanings, ranged=ranged)
        return
    found = explicit_range(item.code, item.high)
    yield from found
    if not found:
        yield from code_patterns(item.high, meanings)
        yield from between(item.code, item.high)
    doubt = "the paper prints what follows it only at the end of the range"
    for pattern in code_patterns(item.code, meanings):
        yield pattern if not found else (Part("", 1, (Text("", doubt),)), *pattern)


def _lead_part(word: str, item: Item) -> Part:
    """A word before a code: a brand may be left out where the code speaks for itself."""
    options = [Text(normal_inside(f"{name} ")) for name in word.split("/")]
    if not is_descriptor(word):
        identifies = item.code[:1].isalpha() or any(map(is_descriptor, item.lead))
        strong = identifies and len(normal(item.code)) > 2
        options.append(Text("", "" if strong else f"the paper prints '{word}' before it"))
    return Part(f"{word} ", 1, tuple(options))


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


def _named_in(text: str, meanings: Mapping[str, Meaning]) -> list[Pattern]:
    """What a remark or phrase names."""
    items = tuple(item for item in read_line(text).items if len(normal(item.code)) > 2)
    return list(_items_patterns(items, meanings, ranged=False))


def _in_doubt(patterns: list[Pattern], doubt: str) -> Iterator[Pattern]:
    """The patterns, each with the doubt before it."""
    for pattern in patterns:
        yield (Part("", 1, (Text("", doubt),)), *pattern)


def _like(item: Item) -> Pattern:
    """Anything with the first stretches of an example, in doubt."""
    stretches = normal(item.code).split("-")
    stem = "-".join(stretches[:2]) + "-" if len(stretches) > 2 else stretches[0]
    doubt = f"'{item.code}' is printed as an example only"
    return (Part(stem, 1, (Text(stem),)), Part("", 1, (Characters(None, 0, 60, doubt, crossing=True),)))


def _names(patterns: list[Pattern]) -> Iterator[str]:
    """The models that are named in full: patterns whose parts each stand for one certain text."""
    for pattern in patterns:
        first = [part.options[0] for part in pattern]
        certain = all(isinstance(option, Text) and not option.doubt for option in first)
        certain = certain and not any(part.says for part in pattern)
        if certain and not any(isinstance(option, Characters) for part in pattern for option in part.options):
            yield "".join(part.printed for part in pattern if not _is_noun(part)).strip()


def _is_noun(part: Part) -> bool:
    return len(part.options) == 2 and isinstance(part.options[0], Text) and part.options[0].text.startswith("-")


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
