"""Versions of hardware, firmware and software: print to a version or a range, compared by meaning.

`V1.02.03` is `1.2.3`, `Rev. C` is below `Rev. D`, `1.6.x` and `V1.5 and above` are ranges. Two versions counted in
different ways (a letter against a number) cannot be compared: the answer is None, never a guess.
Refuses text that holds no version.
"""

import re
from dataclasses import dataclass, replace
from typing import TypeAlias

from docverify.facts.rating import plain_text

Part: TypeAlias = int | str
Parts: TypeAlias = tuple[Part, ...]

LONGEST = (
    60  # characters of a cell or line that are kept as the print of a version; of a longer text only the version is
)
_EARLY = {"dev": 0, "alpha": 1, "beta": 2, "pre": 3, "preview": 3, "rc": 4}
_WORDS = (
    r"(?:firm|soft|hard)ware(?: ?-?version)?|versi(?:on|e|ón|one)|vers[aã]o|version|wersj[aięą]|r[eé]visions?"
    r"|revisi[eoó]n?|rev|ver|issue|ausgabe|auflage"
    r"|edition|release|build|fw|sw|hw|pcb|ocpp|ocpi|micrologiciel|version (?:matérielle|logicielle|du"
    r" micrologiciel)|(?:firm|soft|hard)warestand|programvara|hårdvara|版本号?|固件|软件|硬件|v"
)
_CORE = (
    r"(?:[0-9]{1,9}(?:\.[0-9]{1,9}){0,6}(?:\.[x*X](?![A-Za-z0-9])|[-_+~]?(?:rc|alpha|beta|dev|preview"
    r"|pre)[-_.]?[0-9]{0,6}(?![A-Za-z0-9])"
    r"|[A-Za-z][0-9]{0,3}(?![A-Za-z0-9])|[-_+](?!20[0-3][0-9][01][0-9])[0-9]{1,9}(?![.\d]))?)"
)
_LETTER = r"(?-i:[A-Z])[0-9]{0,2}(?![A-Za-z0-9])"
_GAP = r"[ .:…#°\"'=_]{0,40}"
_LABELLED = re.compile(
    rf"(?<![A-Za-z])(?P<label>{_WORDS}){_GAP}"
    rf"(?:-?(?:no\.?|nr\.?|version|rev(?:ision)?\b|v(?=[ .]?\d)|of the [a-z]{{3,10}}\b|stand\b){_GAP}){{0,3}}"
    rf"(?:(?P<core>{_CORE})|(?P<letter>{_LETTER}))",
    re.IGNORECASE,
)
_BARE = re.compile(rf"(?<![\w.])(?P<core>{_CORE})(?P<letter>)(?![\w])", re.IGNORECASE)
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d-[01]\d-[0-3]\d(?!\d)")
_BRACKETS = re.compile(r"\([^()]{0,80}\)")
_UP = re.compile(
    r"\s*(?:\+(?!\w)|,?\s*(?:and|or|und|oder|et|y|e|of|en|lub|i)\s+(?:above|higher|later|newer|up(?:wards)?"
    r"|höher|neuer|später"
    r"|sup[eé]rieure?s?|ult[eé]rieure?s?|superior(?:es)?|posterior(?:es)?|successiv[ae]|hoger|nowsz[ay]|wyżej|up)"
    r"|以上|及以上)",
    re.IGNORECASE,
)
_DOWN = re.compile(
    r"\s*,?\s*(?:and|or|und|oder|et|y)\s+(?:below|lower|earlier|older|niedriger|älter|früher)|\s*(?:以下|及以下)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:≥|>=|\bfrom|\bab|\bsince|\bà partir de(?: la)?|\bdesde|\bvanaf|\bdalla|\bod|\bmin\.?|自|从)\W{0,3}$",
    re.IGNORECASE,
)
# the version itself is not among them: "below 2.0", "> 1.5"
_ABOVE = re.compile(
    r"(?:(?<![-=])>|\babove|\bafter|\b(?:newer|later|higher|greater)\s+than|\b(?:neuer|höher|später)\s+als"
    r"|\b(?:supérieure?|postérieure?)\s+à|\bsuperior\s+a|\bpowyżej|高于|大于)\W{0,3}$",
    re.IGNORECASE,
)
_BELOW = re.compile(
    r"(?:<|\bbelow|\bbefore|\bprior\s+to|\b(?:older|earlier|lower|less)\s+than|\bunterhalb|\bvor|\b(?:älter|niedriger"
    r"|früher)\s+als|\bavant|\b(?:inférieure?|antérieure?)\s+à|\binferior\s+a|\bponiżej|\bprzed|低于|小于)\W{0,3}$",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:≤|<=|\bup to|\buntil|\bbis|\bjusqu'à|\bhasta|\btot|\bmax\.?)\W{0,3}$", re.IGNORECASE)
_TO = re.compile(
    rf"\s*(?P<joint>-|~|/|to\b|bis\b|à|tot\b|至|到|\.\.\.?|…)\s*(?:v(?:er(?:sion)?)?\.? ?)?(?P<core>{_CORE}"
    rf"|{_LETTER})(?![\w])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Version:
    """A version or a range of versions, as printed.

    `low` and `high` are the bounds (None: open; both included unless `bounds_excluded`); `any_below` is true for
    `1.6.x`, where the bounds are the prefix that every member starts with. `label` is the word printed before it (`hw`,
    `firmware`, `rev`), folded.
    """

    printed: str
    low: Parts | None
    high: Parts | None
    any_below: bool = False
    label: str = ""
    bounds_excluded: bool = False

    @classmethod
    def parse(cls, text: str) -> "Version":
        """The one version or range that the text prints; ValueError when it prints none or several."""
        found = find_versions(text)
        if len(_meanings(found)) > 1:
            raise ValueError(f"not a single version: {text[:80]!r} names {', '.join(_meanings(found))}")
        if not found and (bare := _whole(text)):
            return bare
        if not found:
            raise ValueError(f"not a version: {text[:80]!r}")
        version = found[0][0]
        printed = text.strip() if len(text) <= LONGEST else version.printed
        return replace(version, printed=printed)

    def __str__(self) -> str:
        """The version as printed."""
        return self.printed

    @property
    def is_range(self) -> bool:
        """Whether it stands for more than one version."""
        return self.any_below or self.low != self.high

    @property
    def text(self) -> str:
        """The version without its label: `1.2.3`, `C`, `1.5+`, `1.6.x`, `1.4 – 1.6`."""
        low, high = _text(self.low), _text(self.high)
        if self.any_below:
            return f"{low}.x"
        if low == high:
            return low
        if self.high is None:
            return f"> {low}" if self.bounds_excluded else f"{low}+"
        if self.low is None:
            return f"< {high}" if self.bounds_excluded else f"≤ {high}"
        return f"{low} – {high}"

    def contains(self, other: "Version") -> bool | None:
        """Whether every version that `other` stands for is one of these; None when they cannot be compared."""
        if self.any_below:
            return _prefix_contains(self.low or (), other)
        if other.any_below:
            return False if not self.is_range else None
        strict = self.bounds_excluded and not other.bounds_excluded
        low = True if self.low is None else _at_most(self.low, other.low, strict=strict)
        high = True if self.high is None else _at_most(other.high, self.high, strict=strict)
        if low is False or high is False:
            return False
        return None if low is None or high is None else True

    def same(self, other: "Version") -> bool | None:
        """Whether both mean the same version or range; None when they cannot be compared."""
        here, there = self.contains(other), other.contains(self)
        if here is False or there is False:
            return False
        return None if here is None or there is None else True

    def compare(self, other: "Version") -> int | None:
        """-1, 0 or 1 for two single versions; None for ranges and for versions counted in different ways."""
        if self.is_range or other.is_range or self.low is None or other.low is None:
            return None
        return compare_parts(self.low, other.low)


def _meanings(found: "tuple[tuple[Version, int, int], ...]") -> list[str]:
    """What the versions mean, each once; the build beside a version is part of its print."""
    meant = [version.text for version, _, _ in found if version.label != "build"]
    return list(dict.fromkeys(meant))


def find_versions(text: str) -> tuple[tuple[Version, int, int], ...]:
    """Every labelled version of a text with its span; a short text without label gives its last dotted number."""
    plain = _plain(text)
    found = _spots(plain, _LABELLED)
    if not found and len(text) <= LONGEST and "\n" not in text.strip():
        found = [spot for spot in _spots(plain, _BARE) if "." in plain[spot[1] : spot[2]]][-1:]
    return tuple((_as_printed(text, *spot), spot[1], spot[2]) for spot in found)


def _spots(plain: str, pattern: "re.Pattern[str]") -> list[tuple[Version, int, int]]:
    found: list[tuple[Version, int, int]] = []
    position = 0
    for match in pattern.finditer(plain):
        if match.start() < position or _is_no_version(plain, match):
            continue
        found.append(_spot(plain, match))
        position = found[-1][2]
        other = _TO.match(plain, position)  # alternatives: OCPP 1.6 / 2.0
        if other and other["joint"] == "/" and "." in other["core"]:
            parts = parts_of(other["core"])
            found.append((Version(other["core"], parts, parts), other.start("core"), other.end("core")))
            position = other.end("core")
    return found


def _is_no_version(plain: str, match: "re.Match[str]") -> bool:
    """Whether a lone `v` is the unit of a voltage, or a letter is glued to the label as the end of a word."""
    label = match.groupdict().get("label")
    if label and match["letter"] and match.start("letter") == match.end("label"):
        return True
    if (label or "").lower() != "v":
        return False
    if match["letter"]:
        return True
    return "." not in match["core"] and bool(re.search(r"\d ?$", plain[max(0, match.start() - 3) : match.start()]))


def compare_parts(a: Parts, b: Parts) -> int | None:
    """-1, 0 or 1; trailing zeros do not count, `rc1` is before its release; None for a letter against a number."""
    for here, there in zip(_padded(a, len(b)), _padded(b, len(a)), strict=True):
        if here == there:
            continue
        return _compare_part(here, there)
    return 0


def _compare_part(here: Part, there: Part) -> int | None:
    if isinstance(here, int) and isinstance(there, int):
        return -1 if here < there else 1
    early_here, early_there = _early(here), _early(there)
    if early_here is not None and early_there is not None:
        return -1 if early_here < early_there else 1
    if early_here is not None:
        return -1 if there == 0 else None
    if early_there is not None:
        return 1 if here == 0 else None
    if isinstance(here, str) and isinstance(there, str):
        return -1 if (len(here), here) < (len(there), there) else 1
    return None


def _early(part: Part) -> int | None:
    return _EARLY.get(part) if isinstance(part, str) else None


def _padded(parts: Parts, length: int) -> Parts:
    return parts + (0,) * (length - len(parts))


def _at_most(a: Parts | None, b: Parts | None, *, strict: bool = False) -> bool | None:
    """Whether a <= b (a < b when strict); an open end on the checked side reaches beyond every bound."""
    if a is None or b is None:
        return False
    order = compare_parts(a, b)
    return None if order is None else order < 0 if strict else order <= 0


def _prefix_contains(prefix: Parts, other: Version) -> bool | None:
    if other.low is None or other.high is None:
        return False
    if any(isinstance(p, str) for p in prefix + other.low[: len(prefix)]) and prefix != other.low[: len(prefix)]:
        return None
    return all(_padded(bound, len(prefix))[: len(prefix)] == prefix for bound in (other.low, other.high))


def _plain(text: str) -> str:
    """The text with odd dashes, widths and blanks made plain, character for character, dates and builds blanked."""
    return _BRACKETS.sub(_blank_build, _DATE.sub(_blank, plain_text(text)))


def _blank(match: "re.Match[str]") -> str:
    return " " * len(match.group())


def _blank_build(match: "re.Match[str]") -> str:
    """Commit hashes and build stamps in brackets are no versions; a bracket that says version is."""
    return match.group() if _LABELLED.search(match.group()) else _blank(match)


def _spot(plain: str, match: "re.Match[str]") -> tuple[Version, int, int]:
    """The version or range that begins at the match, and its span."""
    label = (match.groupdict().get("label") or "").lower()
    core = match["core"] or match["letter"]
    parts = parts_of(core)
    if core.lower().endswith((".x", ".*")):
        return Version(core, parts, parts, any_below=True, label=label), match.start(), match.end()
    begin = max(0, match.start() - 24)
    for words, low, high in ((_ABOVE, parts, None), (_BELOW, None, parts)):
        if plain[match.end() : match.end() + 1] == ">":  # <1.8.4> stands in brackets
            break
        if opened := words.search(plain, begin, match.start()):
            return Version(core, low, high, label=label, bounds_excluded=True), opened.start(), match.end()
    low, high, start, end = _bounds(plain, match.start(), match.end(), parts)
    return Version(core, low, high, label=label), start, end


def _bounds(plain: str, start: int, end: int, parts: Parts) -> tuple[Parts | None, Parts | None, int, int]:
    """The bounds, both included, that the words around the version give it, and the span with those words."""
    to = _TO.match(plain, end)
    if to and to["joint"] != "/" and _may_end(parts, to):
        return parts, parts_of(to["core"]), start, to.end()
    if up := _UP.match(plain, end):
        return parts, None, start, up.end()
    if down := _DOWN.match(plain, end):
        return None, parts, start, down.end()
    begin = max(0, start - 24)
    if opened := _FROM.search(plain, begin, start):
        return parts, None, opened.start(), end
    if opened := _UNTIL.search(plain, begin, start):
        return None, parts, opened.start(), end
    return parts, parts, start, end


def _may_end(low: Parts, to: "re.Match[str]") -> bool:
    """Whether the second may end a range that the first begins: `1.4 – 1.6`, not `7.4.5-4415` or `V12-202205`."""
    high = parts_of(to["core"])
    whole_number = len(high) == 1 and isinstance(high[0], int)
    if whole_number and to["joint"] == "-" and " " not in to.group():
        return False
    return len(low) == len(high) and (compare_parts(low, high) or 1) < 0


def _as_printed(text: str, version: Version, start: int, end: int) -> Version:
    return replace(version, printed=text[start:end].strip())


def _whole(text: str) -> Version | None:
    """A whole text that is a bare number or letter, as a cell of a version column prints it."""
    plain = _plain(text).strip()
    if re.fullmatch(rf"{_CORE}|{_LETTER}", plain, re.IGNORECASE):
        parts = parts_of(plain)
        return Version(text.strip(), parts, parts)
    return None


def parts_of(core: str) -> Parts:
    """The numbers and words of a version: `1.8.4-rc2` gives (1, 8, 4, "rc", 2)."""
    pieces = re.findall(r"[0-9]+|[a-z]+", core.lower())
    return tuple(int(p) if p.isdigit() else p for p in pieces if p != "x" or len(pieces) == 1)


def _text(parts: Parts | None) -> str:
    if parts is None:
        return ""
    text = ""
    for part in parts:
        glue = (
            "-" if text and isinstance(part, str) and part in _EARLY else "." if text and isinstance(part, int) else ""
        )
        text += glue + (str(part) if isinstance(part, int) or part in _EARLY else part.upper())
    return re.sub(r"([A-Z]|rc|alpha|beta|dev|pre)\.(\d)", r"\1\2", text)
