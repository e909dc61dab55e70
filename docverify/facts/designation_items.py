"""Turns a printed line without its legend into items: the codes it names, with the words before and after each.

`Carlo Gavazzi EM270 and EM280 meter` becomes two items with the words before the code and the noun after it. In a
running sentence only codes are items; a line that names none gives no item at all.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from docverify.facts.designation_marks import CLOSING
from docverify.facts.designation_text import Cut, bare_word, cut_line, is_code
from docverify.facts.designation_words import (
    DESCRIPTORS,
    FEATURES,
    GENERIC,
    LABELS,
    LIST_WORDS,
    NOUNS,
    OPEN,
    RANGE_WORDS,
    RELATING,
    SENTENCE,
    SERIES,
    UNITS,
)

_WORDS_BETWEEN = re.compile(rf"(?i)^(?:{LIST_WORDS})$")
_RANGE_BETWEEN = re.compile(rf"(?i)^(?:{RANGE_WORDS}|-)$")
# two ends of one length that begin alike: RT/RS
_TWO_ENDS = re.compile(r"(?P<stem>[^/]*\d)(?P<one>(?P<first>[A-Z])[A-Z])/(?P<two>(?P=first)[A-Z])")
_OTHER = "the line names it after another model and may say that it is a different one"
_HAN_NOUNS = ("型号", "系列", "充电", "产品", "名称", "交流", "直流", "桩", "设备")
_IS = re.compile(r"(?i)^(?:is|are|like|as|sind|ist)$")


@dataclass(frozen=True, slots=True)
class Item:
    """One printed designation: words before the code, the code, nouns after it, and where the code stands.

    `high` is the other end of an explicit range. `named` is false for a mere name without any code in it; `series`
    says that a word for a whole series stands beside it.
    """

    lead: tuple[str, ...]
    code: str
    nouns: tuple[str, ...] = ()
    high: str = ""
    named: bool = True
    series: bool = False
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """The items of a line, what was cut from it, and whether it speaks of a series or is left open."""

    items: tuple[Item, ...]
    cut: Cut
    series: bool
    open: bool


def read_line(head: str) -> Line:
    """The items that the line names."""
    cut = cut_line(head)
    tokens = _tokens(cut.text)
    sentence = any(bare_word(token).lower() in SENTENCE for token in tokens)
    groups = _sentence_groups(tokens) if sentence else _groups(tokens)
    doubtful = _after_verbs(tokens) | _in_worded_clauses(tokens)
    found = (item for group in groups for item in _items_of(group, sentence=sentence))
    items = tuple(replace(item, doubt=item.doubt or _OTHER) if item.code in doubtful else item for item in found)
    series = bool(SERIES.search(head) or SERIES.search(cut.text))
    return Line(_shared(items), cut, series, bool(OPEN.search(cut.text)))


# ---- tokens ---------------------------------------------------------------------------------------


def _tokens(text: str) -> list[str]:
    """Words and the marks between them; commas and semicolons inside brackets belong to their word."""
    tokens: list[str] = []
    word, depth = "", 0
    for char in SERIES.sub(" series ", text):
        depth = max(0, depth + (char in CLOSING) - (char in CLOSING.values()))
        if depth == 0 and (char.isspace() or char in ",;、"):
            tokens += [word] if word else []
            tokens += [","] if char in ",;、" else []
            word = ""
        else:
            word += char
    return [token for token in _spread([*tokens, word]) if token]


def _spread(tokens: list[str]) -> Iterator[str]:
    """The tokens with `~` or 至 between two codes set apart."""
    for token in tokens:
        low, mark, high = re.sub("[至到]", "~", token).partition("~")
        if mark and low and high and "(" not in low:
            yield from (low, "~", high)
        else:
            yield token


def _is_weak_code(token: str) -> bool:
    """A name spelt like a code: `eBox`."""
    return bool(re.search(r"[a-z][A-Z]", token))


# ---- groups --------------------------------------------------------------------------------------------------------


def _groups(tokens: list[str]) -> list[list[str]]:
    """The tokens cut at commas, list words and spaced slashes."""
    groups: list[list[str]] = [[]]
    for at, token in enumerate(tokens):
        if token in (",", "/") or _is_list_word(tokens, at):
            groups.append([])
        else:
            groups[-1].append(token)
    return [group for group in groups if group]


def _is_list_word(tokens: list[str], at: int) -> bool:
    """Whether the word joins two designations; a single letter only does before a code, or before a label."""
    token = tokens[at]
    if not _WORDS_BETWEEN.match(token) or at == 0 or at + 1 == len(tokens):
        return False
    if len(token) == 1 and token.isalpha():
        following = tokens[at + 1]
        return token.islower() and (is_code(following) or following.lower() in LABELS)
    return True


def _sentence_groups(tokens: list[str]) -> list[list[str]]:
    """In a sentence: the codes, each run of them one group; those after `is` or `like` where there are any."""
    groups: list[list[str]] = [[]]
    for at, token in enumerate(tokens):
        quantity = token.isdigit() and at + 1 < len(tokens) and not is_code(tokens[at + 1])
        if is_code(token) and not (quantity and _is_amount(tokens, at)):
            groups[-1].append(bare_word(token))
        elif groups[-1] and token == "x" or _RANGE_BETWEEN.match(token) and groups[-1]:
            groups[-1].append(token)
        else:
            groups.append([])
        if _says_what(tokens, at):
            groups = [[]]
    return [_trimmed(group) for group in groups if group]


def _says_what(tokens: list[str], at: int) -> bool:
    """Whether a word is the "is" of `product ID for P30 is like KC-P30-…`: what follows is the designation."""
    if not _IS.match(tokens[at]) or not any(token.lower() in LABELS for token in tokens[:at]):
        return False
    following = next((token for token in tokens[at + 1 :] if not _IS.match(token)), "")
    return is_code(following)


def _after_verbs(tokens: list[str]) -> frozenset[str]:
    """Codes that an ordinary word parts from an earlier code: the sentence may say that it is another model."""
    found: set[str] = set()
    earlier = word = False
    for at, token in enumerate(tokens):
        if _says_what(tokens, at):
            earlier = word = False
        elif is_code(token) and len(bare_word(token)) > 2:
            found |= {bare_word(token)} if earlier and word else set()
            earlier = True
        else:
            word = earlier and (word or _is_ordinary(tokens, at))
    return frozenset(found)


def _in_worded_clauses(tokens: list[str]) -> frozenset[str]:
    """Codes whose own clause says something of them in words that only a person understands."""
    found: set[str] = set()
    for clause in _clauses(tokens):
        codes = [bare_word(token) for token in clause if is_code(token) and len(bare_word(token)) > 2]
        if any(_is_telling(clause, at) for at in range(len(clause))):
            found |= set(codes)
    return frozenset(found)


def _clauses(tokens: list[str]) -> Iterator[list[str]]:
    clause: list[str] = []
    for token in [*tokens, ","]:
        if token == ",":
            yield clause
            clause = []
        else:
            clause.append(token)


def _is_telling(tokens: list[str], at: int) -> bool:
    """Whether the word may say something of the codes beside it: no label, noun, unit or word for a feature."""
    word = bare_word(tokens[at])
    if re.search(r"[\u3400-\u9fff]{2}", word):
        return not is_code(word) and not any(name in word for name in _HAN_NOUNS)
    return _is_ordinary(tokens, at) and len(word) > 2 and word not in SENTENCE | RELATING


def _is_ordinary(tokens: list[str], at: int) -> bool:
    word = bare_word(tokens[at])
    known = word in LABELS | NOUNS | UNITS | FEATURES or word == "series" or _is_list_word(tokens, at)
    return word.isalpha() and word.islower() and len(word) > 1 and not known and not _RANGE_BETWEEN.match(word)


def _trimmed(group: list[str]) -> list[str]:
    return group[:-1] if _RANGE_BETWEEN.match(group[-1]) else group


def _is_amount(tokens: list[str], at: int) -> bool:
    """Whether a plain number is the amount of a unit that follows it, directly or after the end of a range."""
    following = [bare_word(token).lower() for token in tokens[at + 1 : at + 4]]
    return any(word in UNITS for word in following)


# ---- items ---------------------------------------------------------------------------------------------------------


def _items_of(group: list[str], *, sentence: bool) -> Iterator[Item]:
    series = "series" in group
    for at, token in enumerate(group):
        if 0 < at < len(group) - 1 and _RANGE_BETWEEN.match(token) and is_code(group[at - 1]):
            low, high = _item(group[:at]), _item(group[at + 1 :])
            if low and high and (high.code[:1].isdigit() or high.code[:1] == low.code[:1]):
                yield Item(low.lead, low.code, high.nouns, high=high.code)
                return
    for row in _rows(group):
        item = _item(row)
        if item and (item.named or not sentence):
            yield replace(item, series=series)
            yield from _beside(row, item)


def _beside(row: list[str], item: Item) -> Iterator[Item]:
    """Codes further along the row, such as an article number, each in doubt."""
    taken = set(item.code.split())
    for token in map(bare_word, row):
        mixed = any(map(str.isdigit, token)) and any(map(str.isalpha, token))
        if mixed and len(token) > 3 and token not in taken and is_code(token):
            yield Item((), token, doubt=f"'{token}' is printed beside {item.code}, perhaps as another name of it")


def _rows(group: list[str]) -> list[list[str]]:
    """The group parted before each code that begins like the first one: a column of a table read as one line."""
    first = next((token for token in group if is_code(token)), "")
    letters = re.match(r"[A-Za-z]{2,}[-\d]*?(?=[-\d])", first)
    rows: list[list[str]] = [[]]
    for token in group:
        if letters and rows[-1] and token.startswith(letters[0]) and any(map(is_code, rows[-1])) and is_code(token):
            rows.append([])
        rows[-1].append(token)
    return rows


def _item(group: list[str]) -> Item | None:
    tokens = [token for token in map(bare_word, group) if token]
    codes = [at for at, token in enumerate(tokens) if _is_code_here(tokens, at)]
    if not codes:
        return _name(tokens)
    first = codes[0]
    last = first
    while last + 1 < len(tokens) and _continues(tokens, last + 1, codes):
        last += 1
    lead = tuple(token for token in _lead_words(tokens[:first]))
    return Item(lead, " ".join(tokens[first : last + 1]), _nouns(tokens[last + 1 :]))


def _is_code_here(tokens: list[str], at: int) -> bool:
    """A code, but not a plain number before a noun (`2 PV strings`) or an amount with its unit."""
    token = tokens[at]
    if not is_code(token):
        return False
    following = tokens[at + 1].lower() if at + 1 < len(tokens) else ""
    return not (token.replace(".", "").isdigit() and following in UNITS)


def _continues(tokens: list[str], at: int, codes: list[int]) -> bool:
    """Whether the word after a code still belongs to the name: another code, a lone letter, `Pro`, `Plus`."""
    token = tokens[at]
    if at in codes or re.fullmatch(r"[A-Za-z]", token):
        return True
    low = token.lower()
    if low in ("ac", "dc", "ev") and at + 1 < len(tokens) and tokens[at + 1].lower() in (*NOUNS, "ev"):
        return False  # EVC-22 AC charger
    return token[0].isupper() and low not in NOUNS and low not in LABELS and low not in UNITS and token.isalpha()


def _lead_words(tokens: list[str]) -> list[str]:
    """The brand or name words directly before a code."""
    words: list[str] = []
    for token in reversed(tokens):
        if token.lower() in LABELS or token.lower() in NOUNS or not token[0].isupper() and not _is_brand(token):
            break
        words.insert(0, token)
    return words


def _is_brand(token: str) -> bool:
    return "/" in token or _is_weak_code(token)


def _nouns(tokens: list[str]) -> tuple[str, ...]:
    """The nouns that follow directly."""
    nouns: list[str] = []
    for token in tokens:
        if token.lower() not in NOUNS and token.lower() not in ("ac", "dc", "ev"):
            break
        nouns.append(token)
    return tuple(nouns)


def _name(tokens: list[str]) -> Item | None:
    """A name without digits: code-like words where it has some, else the whole of it."""
    words = [token for token in tokens if token.lower() not in LABELS]
    while words and words[-1].lower() in NOUNS:
        words.pop()
    words = [word for word in words if word.lower() != "series"]
    proper = all(word[0].isupper() or "/" in word or _is_weak_code(word) or len(word) == 1 for word in words)
    if not words or not proper or all(word.lower() in GENERIC for word in words):
        return None
    start = next((at for at, word in enumerate(words) if _is_weak_code(word)), None)
    if start is None:
        start = next((at for at in range(1, len(words)) if words[at].isupper() and words[at - 1].istitle()), None)
    if start is None:
        return Item((), " ".join(words), named=False)
    return Item(tuple(words[:start]), " ".join(words[start:]), named=True)


# ---- what later items share with earlier ones ----------------------------------------------------------------------


def _shared(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """The items with what a list prints only once put back: brand words, prefixes, the last noun."""
    whole: list[Item] = []
    for item in items:
        whole.append(_completed(item, whole[-1]) if whole else item)
    kept = tuple(item for item in whole if not re.fullmatch(r"\d{1,2}", item.code))
    return tuple(part for item in kept for part in _parted(item, kept))


def _parted(item: Item, items: tuple[Item, ...]) -> Iterator[Item]:
    """`SH5.0RT/RS` beside SH10RT: RT alone ends a designation of the list, so that the slash means "or"."""
    yield item
    ends = _TWO_ENDS.fullmatch(item.code)
    if ends and any(other is not item and other.code.endswith((ends["one"], ends["two"])) for other in items):
        yield from (replace(item, code=ends["stem"] + ends[end]) for end in ("one", "two"))


def _completed(item: Item, previous: Item) -> Item:
    lead = item.lead or previous.lead
    words = previous.code.split()
    if not item.named and len(item.code.split()) == 1 and len(words) > 1 and words[-1].isalpha():  # H3 Smart and Pro
        return replace(item, lead=previous.lead, code=" ".join([*words[:-1], item.code]), named=True)
    code = _completed_code(item.code, previous.code)
    bare = item.code.isdigit() and code != item.code
    doubt = f"'{item.code}' alone may stand for {code} or for something else" if bare else item.doubt
    return replace(item, lead=lead, code=code, doubt=doubt)


def _completed_code(code: str, previous: str) -> str:
    """`-22` or `22S` after `EVC-11` or `EVC-11S`: the last stretch of the same shape is replaced."""
    tail = re.escape(code[0]) if code[0] in "-_." else ""
    if not tail and not code[0].isdigit() or code.isdigit() and previous.isdigit():
        return code
    shape = "".join(
        r"\d+" if run[0].isdigit() else "[A-Za-z]+" if run[0].isalpha() else re.escape(run)
        for run in re.findall(r"\d+|[A-Za-z]+|.", code)
    )
    match = re.search(rf"(?<![A-Za-z\d]){shape}$" if not tail else rf"{shape}$", previous) or re.search(
        rf"(?<!\d){shape}$", previous
    )
    return previous[: match.start()] + code if match else code


def is_descriptor(word: str) -> bool:
    """Whether the word tells two products of one brand apart."""
    return word.lower() in DESCRIPTORS
