"""Turns one printed code (`EVA-07/11/22-S`, `SUN2000-(3KTL-10KTL)-M1`, `BADCa-D`) into patterns.

Every reading that a careful person would accept becomes a pattern; a reading that only may be meant carries its
doubt. A code without any mark always stands for itself.
"""

import re
from collections.abc import Mapping
from itertools import islice, product

from docverify.facts.designation_legend import Meaning
from docverify.facts.designation_marks import BETWEEN_ENDS, CLOSING, code_parts
from docverify.facts.designation_pattern import Characters, Numbers, Option, Part, Pattern, Text, literal
from docverify.facts.designation_words import MAINS

_LIMIT = 64
SUFFIX = 2  # letters of a suffix such as W or AC
_LONGEST_CODE = 160
_RUN = re.compile(r"\d+(?:\.\d+)?|[A-Za-z]+|[^A-Za-z\d]")
_RANGE = re.compile(
    r"(?P<before>(?:.*[\s\-(])?|)(?P<low>\d{1,6})(?P<unit>[A-Za-z]{0,4})-(?P<high>\d{1,6})(?P<after>(?:[A-Za-z].*)?)"
)
_PAIR = re.compile(r"(?P<before>.*?)(?P<low>\d{1,6})_(?P<high>\d{1,6})(?P<after>\D.*|)")
_TWINS = re.compile(r"(?P<low>[A-Za-z].*?\d[^\s-]*)-(?P<high>[A-Za-z].*)")


def code_patterns(
    code: str, meanings: Mapping[str, Meaning], *, position: int = 1, ranged: bool = False
) -> list[Pattern]:
    """Every pattern the code may be read as; `ranged` says that the words around it speak of a series or range."""
    found: list[Pattern] = []
    if len(code) > _LONGEST_CODE:
        return [(literal(code, position),)]
    for text, doubt in slash_readings(code)[:_LIMIT]:
        found += [_with_doubt(pattern, doubt) for pattern in _range_patterns(text, ranged=ranged)]
        found.append(_with_doubt(tuple(code_parts(text, meanings, position)), doubt))
    return found


def _with_doubt(pattern: Pattern, doubt: str) -> Pattern:
    return (Part("", 1, (Text("", doubt),)), *pattern) if doubt else pattern


# ---- slashes -------------------------------------------------------------------------------------------------------


def slash_readings(code: str) -> list[tuple[str, str]]:
    """The texts that a code with slashes may stand for, each with its doubt; itself first."""
    pieces = _split_outside(code, "/")
    if len(pieces) < 2 or not all(pieces):
        return [(code, "")]
    return [(code, ""), *(_alternatives(pieces) or _unsure(code, pieces))]


def _unsure(code: str, pieces: list[str]) -> list[tuple[str, str]]:
    """Readings of slashes that no plain list explains, all in doubt: `EVC-11/22-S/T`, `EVC-11(S)/22`."""
    doubt = f"'{code}' prints its slashes in a way that may be read as one designation or as several"
    stretches = [stretch.split("/") for stretch in _split_outside(code, "-")]
    if sum(len(choices) > 1 for choices in stretches) > 1 and all(map(all, stretches)):
        return [("-".join(choice), doubt) for choice in islice(product(*stretches), _LIMIT)]
    bare = re.sub(r"[(\[][^()\[\]]*[)\]]", "", pieces[0])
    if bare and bare != pieces[0]:
        return [(text, doubt) for text, _ in ((pieces[0], ""), *_alternatives([bare, *pieces[1:]]))]
    return []


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
            doubt = _slash_doubt(options)
            if others[-1][0] in "-_." and others[-1][end:] and not doubt:  # EVC-11/-22S: the S may be of one or of both
                doubt = f"'{others[-1][end:]}' may belong to the last of '{first}/{'/'.join(others)}' or to all of them"
            open_end = others[-1][0] in "-_."
            alone = [(first, doubt)] if doubt and (open_end or len(options[0]) != len(options[-1])) else []
            return [*((first[:start] + option + others[-1][end:], doubt) for option in options), *alone]
    if all(len(other) <= SUFFIX and other.isalpha() for other in others):  # EVC-22/W
        return [(first + suffix, _slash_doubt(others)) for suffix in ("", *others)]
    return []


def _tail(text: str, length: int) -> int | None:
    runs = list(_RUN.finditer(text))
    return runs[-length].start() if len(runs) >= length else None


def _head(text: str, length: int) -> int | None:
    runs = list(_RUN.finditer(text))
    return runs[length - 1].end() if len(runs) >= length else None


def _shape(text: str) -> str:
    return "".join("0" if run[0].isdigit() else "A" if run[0].isalpha() else run for run in _RUN.findall(text))


def _slash_doubt(options: list[str]) -> str:
    """Why the slash may belong to the designation: two plain numbers can be a pair of ratings, `-72/420-`.

    Letters behind it can be a suffix that every covered variant has: `-T2S/W`.
    """
    numbers = [option for option in options if option.replace(".", "").isdigit()]
    pair = len(numbers) == len(options) == 2 and (len(options[0]) != len(options[1]) or set(options) <= MAINS)
    letters = all(len(option) <= SUFFIX and option.isalpha() for option in options)
    if pair or letters:
        return f"the slash in '{'/'.join(options)}' may be part of the designation instead of meaning 'or'"
    return ""


# ---- ranges --------------------------------------------------------------------------------------------------------


def _range_patterns(text: str, *, ranged: bool) -> list[Pattern]:
    """Readings of a hyphen or underscore between two numbers as a range."""
    if pair := _PAIR.fullmatch(text):
        low, high = pair["low"], pair["high"]
        doubt = f"the underscore in '{low}_{high}' may be part of one designation or stand between two"
        ends = Numbers(int(low), int(high), doubt=BETWEEN_ENDS)
        return [_with_doubt(_around(pair["before"], ends, pair["after"]), doubt)] if ends.low < ends.high else []
    if (twins := _TWINS.fullmatch(text)) and _starts_alike(twins["low"], twins["high"]):
        return explicit_range(twins["low"], twins["high"], between=BETWEEN_ENDS)
    match = _RANGE.fullmatch(text)
    if not match or not _is_span(int(match["low"]), int(match["high"])) or not match["after"].startswith(match["unit"]):
        return []
    certain = ranged or (match["before"].endswith((" ", "(")) or not match["before"]) and _is_rating(match)
    doubt = "" if certain else f"'{match['low']}-{match['high']}' may be a range or part of one designation"
    pattern = _around(
        match["before"], Numbers(int(match["low"]), int(match["high"]), doubt=BETWEEN_ENDS), match["after"]
    )
    return [_with_doubt(pattern, doubt)]


def _is_span(low: int, high: int) -> bool:
    return low < high <= 20 * low


def _is_rating(match: re.Match[str]) -> bool:
    """Whether both numbers are round and a unit follows: `600-3300TL`, as a span of ratings is printed."""
    return int(match["low"]) % 10 == 0 == int(match["high"]) % 10 and bool(match["after"])


def _around(before: str, option: Option, after: str) -> Pattern:
    middle = Part("the range", len(before) + 1, (option,))
    return tuple(part for part in (literal(before, 1), middle, literal(after, len(before) + 1)) if part.printed)


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
    plain = (rest + last).replace("-", "").isalnum() or not rest + last
    if not plain or not (last.startswith(rest) or rest.startswith(last)):
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
