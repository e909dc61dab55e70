"""Turns one printed code (`EVA-07/11/22-S`, `SUN2000-(3KTL-10KTL)-M1`, `BADCa-D`) into patterns.

Every reading that a careful person would accept becomes a pattern; a reading that only may be meant carries its
doubt. A code without any mark always stands for itself.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from docverify.facts.designation_legend import Meaning, occurrences
from docverify.facts.designation_pattern import Characters, Numbers, Option, Part, Pattern, Text, normal_inside
from docverify.facts.designation_words import MAINS, SPECIAL

_LIMIT = 64
_BETWEEN_ENDS = "the paper prints only the ends of a range of ratings, and not every size between them need exist"
_RUN = re.compile(r"\d+(?:\.\d+)?|[A-Za-z]+|[^A-Za-z\d]")
_RANGE = re.compile(
    r"(?P<before>(?:.*[\s\-(])?|)(?P<low>\d{1,6})(?P<unit>[A-Za-z]{0,4})-(?P<high>\d{1,6})(?P<after>(?:[A-Za-z].*)?)"
)
_BRACKET_RANGE = re.compile(
    r"(?P<letters>[A-Za-z]*)(?P<low>\d{1,6})(?P<unit>[A-Za-z]*)\s*[-~]\s*(?P<again>[A-Za-z]*)(?P<high>\d{1,6})(?P<last>[A-Za-z]*)"
)
_PAIR = re.compile(r"(?P<before>.*?)(?P<low>\d{1,6})_(?P<high>\d{1,6})(?P<after>\D.*|)")
_TWINS = re.compile(r"(?P<low>[A-Za-z].*?\d[^\s-]*)-(?P<high>[A-Za-z].*)")
CLOSING = {"(": ")", "[": "]", "{": "}", "<": ">"}


def code_patterns(
    code: str, meanings: Mapping[str, Meaning], *, position: int = 1, ranged: bool = False
) -> list[Pattern]:
    """Every pattern the code may be read as; `ranged` says that the words around it speak of a series or range."""
    found: list[Pattern] = []
    for text, doubt in slash_readings(code)[:_LIMIT]:
        found += [_with_doubt(pattern, doubt) for pattern in _range_patterns(text, ranged=ranged)]
        found.append(_with_doubt(tuple(_parts(text, meanings, position)), doubt))
    return found


def _with_doubt(pattern: Pattern, doubt: str) -> Pattern:
    return (Part("", 1, (Text("", doubt),)), *pattern) if doubt else pattern


# ---- slashes -------------------------------------------------------------------------------------------------------


def slash_readings(code: str) -> list[tuple[str, str]]:
    """The texts that a code with slashes may stand for, each with its doubt; itself first."""
    pieces = _split_outside(code, "/")
    if len(pieces) < 2 or not all(pieces):
        return [(code, "")]
    return [(code, ""), *_alternatives(pieces)]


def _split_outside(text: str, mark: str) -> list[str]:
    """The text cut at the mark where it stands outside of brackets."""
    pieces, depth, start = [], 0, 0
    for at, char in enumerate(text):
        depth += (char in CLOSING) - (char in CLOSING.values())
        if char == mark and depth <= 0:
            pieces.append(text[start:at])
            start = at + 1
    return [*pieces, text[start:]]


def _alternatives(pieces: list[str]) -> list[tuple[str, str]]:
    first, *others = pieces
    if all(_starts_alike(first.split()[-1], other) for other in others) or all(_is_word(p) for p in pieces):
        before = first[: len(first) - len(first.split()[-1])]
        return [(first, ""), *((before + other, "") for other in others)]
    if (word := _earlier_alike(first, others)) is not None:
        return [(first, ""), *((first[:word] + other, "") for other in others)]
    return _shared_ends(first, others)


def _is_word(text: str) -> bool:
    """A whole word: letters only, more than two of them, or all of a phrase's last word."""
    last = text.split()[-1]
    return len(last) > 2 and last.replace(".", "").isalpha() or bool(re.fullmatch(r"\d[A-Z][a-z]+", last))


def _starts_alike(first: str, other: str) -> bool:
    """Whether both start with the same letters and go on: then each is a whole designation."""
    one, two = re.match(r"[A-Za-z]+", first), re.match(r"[A-Za-z]+", other)
    return bool(one and two and one[0] == two[0] and len(first) > len(one[0]) and len(other) > len(two[0]))


def _earlier_alike(first: str, others: list[str]) -> int | None:
    """Where an earlier word of the phrase starts that all later alternatives look like (`P30 x/P40`)."""
    for match in reversed(list(re.finditer(r"\S+", first))[:-1]):
        if all(_starts_alike(match[0], other) for other in others):
            return match.start()
    return None


def _shared_ends(first: str, others: list[str]) -> list[tuple[str, str]]:
    """Alternatives that share what stands before the first and after the last of them."""
    for length in range(1, 4):
        start, end = _tail(first, length), _head(others[-1], length)
        if start is None or end is None:
            continue
        options = [first[start:], *others[:-1], others[-1][:end]]
        if len({_shape(option) for option in options}) == 1:
            doubt = _slash_doubt(options, others[-1][end:])
            return [(first[:start] + option + others[-1][end:], doubt) for option in options]
    return []


def _tail(text: str, length: int) -> int | None:
    runs = list(_RUN.finditer(text))
    return runs[-length].start() if len(runs) >= length else None


def _head(text: str, length: int) -> int | None:
    runs = list(_RUN.finditer(text))
    return runs[length - 1].end() if len(runs) >= length else None


def _shape(text: str) -> str:
    return "".join("0" if run[0].isdigit() else "A" if run[0].isalpha() else run for run in _RUN.findall(text))


def _slash_doubt(options: list[str], after: str) -> str:
    """Why the slash may belong to the designation: two plain numbers can be a pair of ratings, `-72/420-`."""
    numbers = [option for option in options if option.replace(".", "").isdigit()]
    pair = len(numbers) == len(options) == 2 and (len(options[0]) != len(options[1]) or set(options) <= MAINS)
    letters = all(len(option) == 1 and option.isalpha() for option in options) and bool(after)
    if pair or letters:
        return f"the slash in '{'/'.join(options)}' may be part of the designation instead of meaning 'or'"
    return ""


# ---- ranges --------------------------------------------------------------------------------------------------------


def _range_patterns(text: str, *, ranged: bool) -> list[Pattern]:
    """Readings of a hyphen or underscore between two numbers as a range."""
    if pair := _PAIR.fullmatch(text):
        ends = Numbers(int(pair["low"]), int(pair["high"]), doubt=_BETWEEN_ENDS)
        return [_around(pair["before"], ends, pair["after"])] if ends.low < ends.high else []
    if (twins := _TWINS.fullmatch(text)) and _starts_alike(twins["low"], twins["high"]):
        return explicit_range(twins["low"], twins["high"], between=_BETWEEN_ENDS)
    match = _RANGE.fullmatch(text)
    if not match or not _is_span(int(match["low"]), int(match["high"])) or not match["after"].startswith(match["unit"]):
        return []
    certain = ranged or (match["before"].endswith((" ", "(")) or not match["before"]) and _is_rating(match)
    doubt = "" if certain else f"'{match['low']}-{match['high']}' may be a range or part of one designation"
    pattern = _around(
        match["before"], Numbers(int(match["low"]), int(match["high"]), doubt=_BETWEEN_ENDS), match["after"]
    )
    return [_with_doubt(pattern, doubt)]


def _is_span(low: int, high: int) -> bool:
    return low < high <= 20 * low


def _is_rating(match: re.Match[str]) -> bool:
    """Whether both numbers are round and a unit follows: `600-3300TL`, as a span of ratings is printed."""
    return int(match["low"]) % 10 == 0 == int(match["high"]) % 10 and bool(match["after"])


def _around(before: str, option: Option, after: str) -> Pattern:
    middle = Part("the range", len(before) + 1, (option,))
    return tuple(part for part in (_literal(before, 1), middle, _literal(after, len(before) + 1)) if part.printed)


def _literal(text: str, position: int) -> Part:
    return Part(text, position, (Text(normal_inside(text)),))


def explicit_range(low: str, high: str, *, between: str = "") -> list[Pattern]:
    """The pattern of `EVC-11 to EVC-22`; empty when more than one number (or letter) differs."""
    runs, others = _RUN.findall(low), _RUN.findall(high)
    same = next((n for n, (a, b) in enumerate(zip(runs, others, strict=False)) if a != b), None)
    if same is None:
        return []
    start, end, before = runs[same], others[same], "".join(runs[:same])
    if same == 0 and start.isalpha() and end.isdigit():  # the prefix is printed once: EVC-11 to 22
        return _prefixed_range(runs, high, between=between)
    rest, last = "".join(runs[same + 1 :]), "".join(others[same + 1 :])
    if not (last.startswith(rest) or rest.startswith(last)):
        return []
    option = _range_option(start, end, between=between)
    return [_around(before, option, max(rest, last, key=len))] if option else []


def _prefixed_range(runs: list[str], high: str, *, between: str) -> list[Pattern]:
    numbers = [at for at, run in enumerate(runs) if run.isdigit()]
    return explicit_range("".join(runs), "".join(runs[: numbers[-1]]) + high, between=between) if numbers else []


def _range_option(low: str, high: str, *, between: str) -> Option | None:
    if low.isdigit() and high.isdigit() and int(low) < int(high):
        return Numbers(int(low), int(high), len(low) if len(low) == len(high) else None, between)
    if len(low) == len(high) == 1 and low.isalpha() and high.isalpha() and low < high:
        return Characters(frozenset(chr(n) for n in range(ord(low.upper()), ord(high.upper()) + 1)), 1, 1, between)
    return None


# ---- brackets and placeholders -------------------------------------------------------------------------------------


def _parts(text: str, meanings: Mapping[str, Meaning], position: int) -> Iterator[Part]:
    """The parts of a code: literal stretches, brackets and placeholders, each with its place."""
    marks = _placeholders(text, meanings)
    at = start = 0
    while at < len(text):
        end = marks[at] if at in marks else _bracket_end(text, at)
        if end is None:
            at += 1
            continue
        if at > start:
            yield _literal(text[start:at], position + start)
        yield from _special_parts(text, at, end, meanings, position)
        at = start = end
    if at > start:
        yield _literal(text[start:at], position + start)


def _bracket_end(text: str, at: int) -> int | None:
    if text[at] not in CLOSING:
        return None
    end = text.find(CLOSING[text[at]], at)
    return end + 1 if end > at + 1 else None


def _special_parts(text: str, at: int, end: int, meanings: Mapping[str, Meaning], position: int) -> Iterator[Part]:
    printed, place = text[at:end], position + at
    if printed in meanings:
        yield from explained(printed, meanings[printed], place)
    elif printed[0] in CLOSING:
        yield from _bracket(text, at, end, place)
    elif (symbol := _symbol_of(printed, meanings)) is not None:
        yield from explained(printed, meanings[symbol], place)
    else:
        yield _unexplained(text, at, end, place)


def _symbol_of(printed: str, meanings: Mapping[str, Meaning]) -> str | None:
    if printed in meanings:
        return printed
    folded = {symbol.lower(): symbol for symbol in meanings}
    keys = (printed, printed[0])
    return next((s for key in keys for s in (key, folded.get(key.lower())) if s in meanings and s is not None), None)


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


def _placeholders(text: str, meanings: Mapping[str, Meaning]) -> dict[int, int]:
    """Where placeholders start and end, explained ones first."""
    marks: dict[int, int] = {}
    for symbol in sorted(meanings, key=len, reverse=True):
        for at in _places(symbol, text):
            end = at + len(symbol)
            while len(set(symbol)) == 1 and text[end : end + 1] == symbol[0]:
                end += 1
            if not any(start <= at < stop for start, stop in marks.items()):
                marks[at] = end
    for match in _bare_placeholders(text):
        if not any(start < match.end() and match.start() < stop for start, stop in marks.items()):
            marks[match.start()] = match.end()
    return marks


def _places(symbol: str, text: str) -> list[int]:
    found = occurrences(symbol, text)
    if not found and symbol.isalpha():
        found = occurrences(symbol.swapcase(), text)
    return found


_BARE = re.compile(
    rf"[{re.escape(SPECIAL.replace('_', ''))}]+|_{{2,}}|_$|…|\.{{3}}|(?<![a-z])x+(?![a-z])|XX+|(?<=\d)X(?=\d)|(?<=[\d-])X$|\.(?=\()"
)


def _bare_placeholders(text: str) -> list[re.Match[str]]:
    """Marks that are commonly placeholders; a lone word `x` (P30 x) and an `x` in a lower-case name are letters."""
    found = []
    for match in _BARE.finditer(text):
        alone = match[0] == "x" and (text[: match.start()].endswith(" ") or match.start() == 0)
        small = match[0][0] == "x" and not any(char.isupper() for char in text)
        if not alone and not small:
            found.append(match)
    return found


def _unexplained(text: str, at: int, end: int, position: int) -> Part:
    printed = text[at:end]
    doubt = f"position {position} '{printed}' is a placeholder that the paper does not explain"
    if printed[0] == "X" and len(printed) == 1:
        return Part(printed, position, (Text("X"), Characters(None, 1, 1, doubt)))
    starred = printed[0] in SPECIAL and (len(printed) > 1 or text.count(printed[0]) > 1)
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
            yield _literal(match["letters"], position)
        between = Numbers(int(match["low"]), int(match["high"]), doubt=_BETWEEN_ENDS)
        yield Part(printed, position, (between,), f"allows {content}")
        if match["last"]:
            yield _literal(match["last"], position)
        return
    options: list[Option] = [Text(normal_inside(printed))]
    items = [item for item in re.split(r"\s*(?:[,;|/]|\bor\b|\boder\b)\s*", content) if item]
    options += [Text(normal_inside(item)) for item in items]
    attached = at > 0 and text[at - 1] not in " -" or end < len(text) and text[end] not in " -"
    if len(items) == 1:
        options.append(Text(""))
    elif attached:
        options.append(Text("", f"the paper does not say whether '{printed}' may be left out"))
    yield Part(printed, position, tuple(options), f"allows {content}")


def _same_ends(match: re.Match[str]) -> bool:
    return match["again"] in ("", match["letters"]) and match["unit"] in ("", match["last"])
