"""Turns the printed explanation of a placeholder (`x = 0-9, A-Z or blank`) into the texts it may stand for.

It refuses to guess: an explanation that names no texts ("x denotes the power") leaves the placeholder unexplained.
"""

import re
import string
from dataclasses import dataclass

from docverify.facts.designation_doubts import doubt_of_clause
from docverify.facts.designation_pattern import Characters, Numbers, Option, Text, normal_inside
from docverify.facts.designation_words import OPEN, SPECIAL, UNITS

_SPECIAL = re.escape(SPECIAL)
_SYMBOL = rf"(?:[{_SPECIAL}]+|[①-⑳]|[A-Za-z]{{1,6}}|[\[<{{(][A-Za-z][\w ]{{0,24}}[\]>}})])"
_QUOTE = r"[\"“”„'‘’`«»]"
_QUOTED = rf"{_QUOTE}?{_SYMBOL}{_QUOTE}?"
_VERBS = (
    r"(?:can|could|may|might|will|shall|must)\s+(?:also\s+)?(?:be|stand\s+for|represent|mean|denote|indicate)|"
    r"is|are|=|denotes?|stands?\s+for|represents?|represent|means?|indicates?|defines?|designates?|for|from|"
    r"steht\s+für|stehen\s+für|bedeutet|kann|können|peut\s+être|peuvent\s+être|signifie|représente|puede\s+ser|"
    r"significa|indica|può\s+essere|kan\s+zijn|staat\s+voor|oznacza|może\s+być"
)
_CONNECTION = rf"(?:\s*(?:=|:|：|→|⇒|表示|代表|可以是|可为|可為|为|為)\s*|\s+(?:{_VERBS})\s+)"
_AFTER_SYMBOL = r"(?:\s+(?:in|of|at|im|dans)\s+(?:the\s+|dem\s+|der\s+)?[\w ]{1,40}?)?"
_DEFINITION = re.compile(
    rf"(?:(?<=^)|(?<=[\s(\[,;:.\"“”„'‘’，；（\u4e00-\u9fff]))(?P<symbols>{_QUOTED}(?:\s*(?:,|/|&|and|or|und|oder|et)\s*{_QUOTED}){{0,5}})"
    rf"{_AFTER_SYMBOL}(?P<connection>{_CONNECTION})"
)
_ONE_SYMBOL = re.compile(_SYMBOL)
_SPLIT = re.compile(r"\s*(?:[,;|、，；]|\b(?:or|oder|ou|and|und|et|y|o|e)\b|或|/)\s*")
_BLANK = re.compile(
    r"(?i)^(?:(?:can|may)\s+be\s+)?(?:left\s+)?(?:blank|none|empty|nothing|null|omitted|void|nil|leer|ohne|vide|vacío|no\s+(?:letter|character|digit|code|suffix)|"
    r"space|blank\s+space|空|空白|无)s?(?:\s*[=:(].*)?$"
)
_BETWEEN = r"\s*(?:-|~|～|to|through|thru|bis|until|à|至|到|\.\.\.?|…)\s*"
_CHARACTER_RANGE = re.compile(rf"(?i)^([0-9a-z]){_BETWEEN}([0-9a-z])\b")
_NUMBER_RANGE = re.compile(rf"^(\d{{1,6}}){_BETWEEN}(\d{{1,6}})\b")
_LEADING = re.compile(
    r"(?i)^(?:(?:any|one|either|the|from|of|between|an?(?=\s+[a-z]{3,})|single|combination|value|values|following|replaced|by|with|number|numbers|digit|"
    r"digits|letter|letters|character|characters|capital|alphabet|arabic|english|numeral|numerals|be)\s+)+(?=\S)"
)
_CODE = re.compile(r"^([A-Z0-9][A-Z0-9.+-]{0,9}|[a-z])(?=$|\s*[=:(→]|\s+(?:for|means|is|denotes|stands|-)\s)")
_TITLE = re.compile(r"^(?:[a-z]{2,}\s+){1,3}(?=[A-Z0-9][A-Z0-9.]*$)")  # power 07
_QUANTITY = re.compile(r"^(\d+(?:\.\d+)?)\s*([a-zA-Z°²]+)\b")
_DIGITS = re.compile(r"(?i)\b(?:digits?|numbers?|numerals?|numeric|ziffern?|zahl(?:en)?|chiffres?|数字)\b|数字")
_LETTERS = re.compile(r"(?i)\b(?:letters?|alphabets?|alphabetic(?:al)?|buchstaben?|lettres?|letras?)\b|字母")
_EITHER = re.compile(
    r"(?i)\balpha-?numeric(?:al)?\b|\bany\s+(?:characters?|symbols?|combination|value)\b|\banything\b|\bbeliebige?s?\s+zeichen\b"
)
_ANY_VALUE = re.compile(
    r"(?i)\bmarketing\b|\bsales?\s+(?:purpose|code|region)|\bcommercial\b|\bcustomers?\b|\bcosmetic|\bcolou?rs?\b|\bappearance\b|"
    r"\bpackag(?:e|ing)\b|\bvertrieb|\bfarbe\b"
)
# a colour or customer code that the clause lists by its letters: only those, not any
_LISTED_CODES = re.compile(r"(?<![A-Za-z-])(?:[A-Z]{1,2}|\d{1,3})(?![A-Za-z\d-])")
_OTHERS = re.compile(r"(?i)\bothers?\b|\bfurther\b|\bsimilar\b|\bandere\b|\bautres?\b")
DIGITS = frozenset(string.digits)
LETTERS = frozenset(string.ascii_uppercase)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a legend says about one symbol.

    `options` are the texts it may stand for, `any_value` says that it makes no technical difference, `open` that the
    list is not complete, `several` that the legend speaks of characters in the plural.
    """

    symbol: str
    text: str
    options: tuple[Option, ...] = ()
    any_value: bool = False
    open: bool = False
    several: bool = False

    @property
    def explains(self) -> bool:
        """Whether it says which texts are allowed."""
        return bool(self.options) or self.any_value


@dataclass(frozen=True, slots=True)
class Legend:
    """A text cut into what it names (`head`) and what it says about the symbols in it."""

    head: str
    meanings: dict[str, Meaning]


def split_legend(text: str) -> Legend:
    """The text without its legend, and the meaning of each symbol that really stands in it."""
    meanings: dict[str, Meaning] = {}
    head = text
    for start, end in reversed(_brackets(text)):
        found = _definitions(text[start + 1 : end - 1], text[:start])
        if found and not any(_is_description(meaning) for meaning in found.values()):
            meanings = found | meanings
            head = text[:start].rstrip() + head[end:]
    return _split_trailing(head, meanings)


def _split_trailing(head: str, meanings: dict[str, Meaning]) -> Legend:
    for match in _DEFINITION.finditer(head):
        before = head[: match.start()]
        found = _definitions(head[match.start() :], before)
        kept = {symbol: meaning for symbol, meaning in found.items() if not _is_description(meaning)}
        if kept and next(iter(found)) in kept:
            return Legend(_without_introduction(before), meanings | kept)
    return Legend(head, meanings)


def _is_description(meaning: Meaning) -> bool:
    """An upper-case letter with a gloss (`S = socket`) is a literal that is explained, not a placeholder."""
    return meaning.symbol.isupper() and not meaning.explains and set(meaning.symbol) - {"X", "Y", "N"} != set()


def _without_introduction(text: str) -> str:
    bare = re.sub(
        r"(?i)[\s(,;:.\"“”„'‘’-]*\b(?:where(?:in|by)?|in\s+which|note|with|wobei|où|donde|dove|waarbij|the\s+(?:letter|symbol|character)s?|symbol|letter|其中|legend)\W*$",
        "",
        text,
    )
    return bare.rstrip(" (,;:.\"“”„'‘’[，；（-")


def _brackets(text: str) -> list[tuple[int, int]]:
    """The outermost bracketed stretches, as start and end."""
    stretches, depth, start = [], 0, 0
    for at, char in enumerate(text):
        if char in "([（【":
            start, depth = (at, 1) if depth == 0 else (start, depth + 1)
        elif char in ")]）】" and depth:
            depth -= 1
            if depth == 0:
                stretches.append((start, at + 1))
    return stretches


def _definitions(text: str, before: str) -> dict[str, Meaning]:
    """The symbols defined in the text that also occur in what was printed before, with their meanings."""
    starts = []
    for match in _DEFINITION.finditer(text):
        printed = list(_ONE_SYMBOL.finditer(_without_words(match["symbols"])))
        named = [(entry.start(), _in_brackets(entry[0], before)) for entry in printed]
        kept = [(start, symbol) for start, symbol in named if _is_symbol(symbol, before)]
        if kept:  # what stands before the first symbol belongs to the definition before: "S or T, b = W"
            starts.append((match.start() + kept[0][0], match.end(), [symbol for _, symbol in kept]))
    found = {}
    for number, (_, begin, symbols) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(text)
        clause = _trimmed(text[begin:end])
        found.update({symbol: read_meaning(symbol, clause) for symbol in symbols})
    return found


def _trimmed(clause: str) -> str:
    """The clause without marks at its end, but with the dots that leave a list open."""
    bare = clause.strip().rstrip(" ,;.(\"“”„'‘’")
    return f"{bare}, ..." if clause.strip(" ,;()\"“”'").endswith("...") else bare


def _without_words(text: str) -> str:
    return re.sub(r"\b(?:and|or|und|oder|et)\b", _blank, text)


def _blank(word: re.Match[str]) -> str:
    return " " * len(word[0])


def _in_brackets(symbol: str, before: str) -> str:
    """The symbol with the brackets that stand around it in the designation: `power` for `EVC-[power]`."""
    if len(symbol) > 2 and symbol.isalpha() and (match := re.search(rf"[\[<{{(]{symbol}[\]>}})]", before)):
        return match[0]
    return symbol


def _is_symbol(symbol: str, before: str) -> bool:
    """Whether the symbol can be a placeholder and stands as one in the text before its explanation."""
    bare = symbol.strip("[]<>{}()")
    if bare != symbol:
        return symbol in before
    if bare.isalpha() and (len(set(bare)) > 1 or len(bare) > 5):
        return False
    return bool(occurrences(symbol, before))


def occurrences(symbol: str, text: str) -> list[int]:
    """Where the symbol stands as a placeholder: a letter does not stand between letters of its own case."""
    if not symbol.isascii() or not symbol.isalpha():
        return [at for at in range(len(text)) if text.startswith(symbol, at)]
    case = "a-z" if symbol.islower() else "A-Z"
    apart = re.compile(rf"(?<![{case}]){re.escape(symbol[0])}+(?![{case}])")
    found = [match.start() for match in apart.finditer(text) if len(match[0]) >= len(symbol) and _in_code(text, match)]
    if found:
        return found
    crowd = re.compile(r"[a-z]{1,4}" if symbol.islower() else r"[A-Z]+")
    runs = [match for match in crowd.finditer(text) if symbol in match[0] and _in_code(text, match)]
    return [match.start() + match[0].index(symbol) for match in runs]


def _in_code(text: str, match: re.Match[str]) -> bool:
    """Whether the place belongs to a code: the word around it has a digit, a dash or capitals."""
    start = max(text.rfind(" ", 0, match.start()), text.rfind(",", 0, match.start())) + 1
    word = re.split(r"[\s,;]", text[start:] + " ", maxsplit=1)[0]
    return len(word) > len(match[0]) and any(
        char.isdigit() or char.isupper() or char in "-/" + SPECIAL for char in word
    )


def read_meaning(symbol: str, clause: str) -> Meaning:
    """What the clause says that the symbol may stand for."""
    any_value = bool(_ANY_VALUE.search(clause))
    length = len(symbol) if symbol[0] not in "[<{(" else 1
    options: list[Option] = []
    for item in _SPLIT.split(_unquoted(clause)):
        options += [option for option in _options(item.strip(), length) if option not in options]
    if doubt := doubt_of_clause(clause):
        options = [_doubtful(option, doubt) for option in options]
    several = bool(re.search(r"(?i)\b(?:characters|letters|digits|numbers)\b", clause))
    left_open = bool(OPEN.search(clause)) or bool(_OTHERS.search(clause))
    any_value = any_value and not options and not _LISTED_CODES.search(clause)
    return Meaning(symbol, clause, tuple(options), any_value, left_open, several)


def _unquoted(clause: str) -> str:
    return re.sub(_QUOTE, "", clause)


def _doubtful(option: Option, doubt: str) -> Option:
    match option:
        case Text():
            return Text(option.text, doubt)
        case Characters():
            return Characters(option.allowed, option.least, option.most, doubt, option.crossing)
        case Numbers():
            return Characters(DIGITS, 1, len(str(option.high)), doubt)


def _options(item: str, length: int) -> list[Option]:
    if _BLANK.match(item):
        return [Text("")]
    bare = _LEADING.sub("", item)
    if characters := _CHARACTER_RANGE.match(bare):
        return _character_range(characters[1].upper(), characters[2].upper(), length)
    if numbers := _NUMBER_RANGE.match(bare):
        low, high = numbers[1], numbers[2]
        return (
            [Numbers(int(low), int(high), len(low) if len(low) == len(high) else None)] if int(low) < int(high) else []
        )
    if code := _CODE.match(_TITLE.sub("", bare)):
        return [Text(normal_inside(code[1]))]
    if (quantity := _QUANTITY.match(bare)) and quantity[2].lower() in UNITS:
        return [Text(quantity[1])]
    return _class(item, length)


def _character_range(low: str, high: str, length: int) -> list[Option]:
    if low.isdigit() != high.isdigit() or low >= high:
        return []
    return [Characters(frozenset(map(chr, range(ord(low), ord(high) + 1))), length, length)]


def _class(item: str, length: int) -> list[Option]:
    """A class of characters named in words; a description with further words is none."""
    if _EITHER.search(item):
        return [Characters(None, length, length)]
    short = len(item.split()) <= 5
    found: list[Option] = []
    if short and _DIGITS.search(item) and not re.search(r"(?i)\b(?:serial|model|of|phase)\b", item):
        found.append(Characters(DIGITS, length, length))
    if short and _LETTERS.search(item):
        found.append(Characters(LETTERS, length, length))
    return found
