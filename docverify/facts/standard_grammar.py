"""Running text to references to standards: designation, edition, amendments, draft mark and span.

Reads the forms that makers and laboratories print: lists that share a prefix (`EN 61000-3-2/-3`, `IEEE 802.3af,
802.3at`), alternative editions (`:2013/2020`), amendments in every dress (`+A1:2020`, `/A11`, `(and AMD1:2016)`),
editions as year, month, version, ordinal or issue. A designation followed by `_1B` is the form of a report: refused.
"""

import re
from collections.abc import Iterator
from typing import TypeAlias

from docverify.facts.rating import plain_text
from docverify.facts.standard_families import BY_FIRST, STARTS, Family

Spot: TypeAlias = tuple[str, str | None, tuple[str, ...], bool, int, int]
Tail: TypeAlias = tuple[str | None, tuple[str, ...], bool, int]

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8}
_YEAR = r"(?P<year>(?:19|20)\d\d)(?:-(?P<month>0[1-9]|1[0-2]))?(?!\d)"
_DATED = re.compile(
    rf"(?:\s?:\s?|-\s?|(?<=\d)(?=(?:19|20)\d\d(?!\d))){_YEAR}|\s?\((?P<year2>(?:19|20)\d\d)(?:-(?P<month2>0[1-9]"
    rf"|1[0-2]))?\)"
)
# A year behind a blank: at the end of the print, or in a column of its own before the next column's words.
_SPACED = re.compile(
    r"\s(?P<year>(?:199|20[0-3])\d)(?P<month>)(?=\s*(?:$|[,;+/)\n|])"
    r"|[ \t]{1,4}(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|VAC|VDC)[a-z]*\b)[A-ZÀ-Þ][A-Za-zÀ-ɏ]{2})"
)
_SHORT_YEAR = re.compile(r"(?::|-M?)(?P<year>[0-39]\d)(?!\d)")
_ETSI = re.compile(
    r"[\s,:(]{0,3}[Vv](?:ersion)?[ .]?(?P<version>\d{1,2}\.\d{1,2}\.\d{1,2})(?!\d)\)?(?:\s?[(:]\s?\d{4}-\d\d\s?\)?)?"
)
_NUMBERED = re.compile(
    r"[\s,:]{0,3}\(?(?:(?P<word>first|second|third|fourth|fifth|sixth|seventh|eighth)[ -]ed(?:ition|\.)?"
    r"|(?P<ordinal>\d{1,2})(?:st|nd|rd|th)[ -]ed(?:ition\b|\.)?|ed(?:ition|\.)?[ :]{0,2}(?P<edition>\d{1,2}"
    r"(?:\.\d)?)(?![\d-])"
    r"|issue[ :]{0,2}(?P<issue>\d{1,2})(?:, ?(?:19|20)\d\d(?!\d))?"
    r"|rev(?:ision|\.)?[ :]{0,2}(?P<revision>\d{1,2}))(?![\d])\)?"
    r"(?:,? (?:january|february|march|april|may|june|july|august|september|october|november|december),? (?:19"
    r"|20)\d\d)?",
    re.IGNORECASE,
)
_AMENDMENT = re.compile(
    r"(?P<joint>\s*(?:\+|/|,|;|&|and\b|with\b|incl(?:uding\b|\.)?|und\b|et\b)?\s*\(?\s*(?:and |incl\.? |with |mit )?)"
    r"(?P<kind>Amendment|Amdt\.?|AMD|Amd\.?|AM|Am\.?|AC|A|Corrigendum|CORR|Corr\.?|COR|Cor\.?)\s?(?P<number>\d{0"
    r",2})(?![\d])"
    r"(?:(?:\s?[:+-]\s?|\s|\s?\()(?P<year>(?:19|20)\d\d)(?:-(?P<month>0[1-9]|1[0-2]))?(?!\d))?(?![A-Za-z_])"
)
_VDE_NUMBER = re.compile(r"\s?\(VDE[ 0-9A-Z-]{3,20}\)")
_COMMA_YEAR = re.compile(r"[.,]{1,2}\s(?P<year>(?:19|20)\d\d)(?P<month>)(?![\d-])")
_CLASS = re.compile(r",?\s[Cc]lass [AB12](?![A-Za-z0-9])")
# "EN 300 328 V2.2.2, Draft EN 301 489-52": the word belongs to the reference that follows it.
_MARKED = re.compile(
    r" ?[/(,]? ?(?:draft|FDIS|CDV)\b\)?(?!\s*(?:of\s+)?(?:(?:pr)?EN|IEC|ETSI|ISO|CISPR|BS|DIN|UL)\b)", re.IGNORECASE
)
_SAE = re.compile(r"_(\d{4})(0[1-9]|1[0-2])")
_DRAFT = re.compile(r"(?:\bdraft(?: of)?|\bFDIS|\bCDV|Entwurf|\bprojet|草案)\s*$", re.IGNORECASE)
_DRAFT_PREFIX = re.compile(r"pr|Fpr|E DIN|ISO/F?DIS|CLC/F?pr")
_ALTERNATIVE = re.compile(r"\s?/\s?(?P<year>(?:19|20)\d\d)(?P<month>)(?![\d-])")
_UNIT_AHEAD = r"(?!\d|\s?(?:°|℃|V\b|A\b|k[VWA]|W\b|Hz|mm|m\b|%|dB|K\b)|[.,]\d)"
_PART_LIST = re.compile(
    rf"(?P<joint>\s?(?:/|,|;|&|\+|and\b|und\b|et\b|or\b|to\b|bis\b|…|\.\.\.?)\s?)(?P<parts>(?:-\d{{1,3}}[A-Z]?"
    rf"(?![A-Za-z0-9]))+){_UNIT_AHEAD}"
)
_SLASH_LIST = re.compile(rf"/(?P<rest>\d{{1,5}}(?:-\d{{1,3}}(?!\d))*){_UNIT_AHEAD}(?![A-Za-z])")
_NUMBER_LIST = re.compile(
    r"(?P<joint>\s?(?:,|;|/|&|and\b|und\b|or\b|et\b)\s?(?:and )?)(?P<rest>\d{3} \d{3}(?:-\d{1,3})*(?![\d])|\d{5}"
    r"(?:-\d{1,3}(?!\d))+|\d{3}\.\d{1,2}[a-z]{1,2}(?![a-z]))"
)
_LETTER_LIST = re.compile(r"/(?P<rest>[a-z]{1,2})(?![a-z])")
_PART_WORD = re.compile(r"\s?,\s?P(?:ART|art) (?P<part>\d{2})(?P<subpart>[A-Z])?(?!\w)")
_CODE_LIST = re.compile(r"\s?/\s?(?P<rest>[A-Z]\d{2,3}|\d\.\d(?:\.\d)?)(?![\w.])")


def spots(text: str) -> Iterator[Spot]:
    """Every reference of the text in reading order, each entry of a list apart."""
    plain = plain_text(text)
    position = 0
    for candidate in STARTS.finditer(plain):
        start = candidate.start()
        if start < position or _runs_on(plain, start):
            continue
        for spot in _references_at(plain, start):
            position = max(position, spot[5])
            if spot[0]:
                yield spot


def _runs_on(plain: str, start: int) -> bool:
    """Whether the letters are the tail of a longer word, or of a model name (`DTU-G100`)."""
    before = plain[start - 1 : start]
    if before in ("_", "-") or (before.isascii() and before.isalnum()):
        return before != "-" or plain[start] == "G"
    return False


def _references_at(plain: str, start: int) -> Iterator[Spot]:
    for family in BY_FIRST[plain[start]]:
        match = family.pattern.match(plain, start)
        if match is None or plain[match.end() : match.end() + 1] == "_" and "SAE" not in match.group():
            continue
        designation = family.spell(match)
        if designation is None:
            continue
        yield from _list_from(plain, match, designation, family)
        return


def _list_from(plain: str, match: "re.Match[str]", designation: str, family: Family) -> Iterator[Spot]:
    """The reference and those that share its prefix; the form number of a report gives an empty designation."""
    if not designation:
        yield "", None, (), False, match.start(), match.end()
        return
    if _glued(plain, match.end()):
        return
    draft = bool(_DRAFT.search(plain, max(0, match.start() - 16), match.start()) or _DRAFT_PREFIX.match(match.group()))
    start, end = match.start(), match.end()
    while True:
        edition, amendments, marked, end = _tail(plain, end, designation)
        yield designation, edition, amendments, draft or marked, start, end
        while edition and (other := _ALTERNATIVE.match(plain, end)):
            edition, start, end = other["year"], other.start("year"), other.end()
            alternative_amendments, end = _amendments(plain, end)
            yield designation, edition, alternative_amendments, draft, start, end
        if not family.lists or (following := _next_in_list(plain, end, designation)) is None:
            return
        for designation, start, end in following[:-1]:
            yield designation, None, (), draft, start, end
        designation, start, end = following[-1]


def _glued(plain: str, end: int) -> bool:
    """Whether the number runs on into letters, as a model name does; the class of `EN55032B` is no such letter."""
    after = plain[end : end + 2]
    if not (after[:1].isascii() and after[:1].isalpha() and plain[end - 1].isalnum()):
        return False
    return after[0] not in "AB" or after[1:].isalnum()


def _tail(plain: str, end: int, designation: str) -> Tail:
    """Edition, amendments and draft mark printed behind the designation, and where they end."""
    edition: str | None = None
    numbered: str | None = None
    if designation.startswith("DIN") and (vde := _VDE_NUMBER.match(plain, end)):
        end = vde.end()
    for _ in range(3):
        step = _edition_step(plain, end, designation, edition)
        if step is None:
            break
        if step[0][0].isdigit() or step[0][0] == "V":
            edition = edition or step[0]
        else:
            numbered = numbered or step[0]
        end = step[1]
        if numbered and edition is None and (year := _COMMA_YEAR.match(plain, end)):
            edition, end = year["year"], year.end()
    amendments, end = _amendments(plain, end)
    if (grade := _CLASS.match(plain, end)) and (
        edition is None or not amendments
    ):  # a class between the parts of a reference
        end, edition, amendments = _behind_class(plain, end, grade.end(), edition, amendments)
    marked = _MARKED.match(plain, end)
    return edition or numbered, amendments, bool(marked), marked.end() if marked else end


def _behind_class(
    plain: str, end: int, behind: int, edition: str | None, amendments: tuple[str, ...]
) -> tuple[int, str | None, tuple[str, ...]]:
    """What belongs to the reference behind its class: `Subpart B Class B: 2014`, `Class A (and AMD1:2016)`."""
    if edition is None and (dated := _DATED.match(plain, behind)) and ":" in dated.group():
        return dated.end(), dated["year"], amendments
    listed, after = _amendments(plain, behind)
    return (after, edition, listed) if listed and not amendments else (end, edition, amendments)


def _edition_step(plain: str, end: int, designation: str, edition: str | None) -> tuple[str, int] | None:
    if edition is None:
        if designation.startswith("CSA") and (short := _SHORT_YEAR.match(plain, end)):
            return f"{'19' if short['year'][0] == '9' else '20'}{short['year']}", short.end()
        if re.search(r"\d{3} \d{3}|^ETSI|^3GPP", designation) and (etsi := _ETSI.match(plain, end)):
            return f"V{etsi['version']}", etsi.end()
        if designation.startswith("SAE") and (sae := _SAE.match(plain, end)):
            return f"{sae[1]}-{sae[2]}", sae.end()
        if dated := _DATED.match(plain, end) or _SPACED.match(plain, end):
            return _year_and_month(dated), dated.end()
    if numbered := _NUMBERED.match(plain, end):
        return _numbered_edition(numbered), numbered.end()
    return None


def _year_and_month(match: "re.Match[str]") -> str:
    groups = match.groupdict()
    year, month = groups["year"] or groups["year2"], groups["month"] or groups.get("month2")
    return f"{year}-{month}" if month else str(year)


def _numbered_edition(match: "re.Match[str]") -> str:
    if match["issue"]:
        return f"Issue {match['issue']}"
    if match["revision"]:
        return f"Rev. {match['revision']}"
    number = match["ordinal"] or match["edition"] or str(_ORDINALS[match["word"].lower()])
    return f"Ed. {number.removesuffix('.0')}"


def _amendments(plain: str, begin: int) -> tuple[tuple[str, ...], int]:
    found: list[str] = []
    end = begin
    while match := _AMENDMENT.match(plain, end):
        printed = _amendment(match)
        if printed is None:
            break
        found.append(printed)
        end = match.end()
    if found and plain[end : end + 1] == ")" and "(" in plain[begin:end]:
        end += 1
    return tuple(found), end


def _amendment(match: "re.Match[str]") -> str | None:
    """`A1:2020`, `AMD1:2016`, `AC:2022-01`, `COR1`; None when the letter is no amendment (`, A` of a list)."""
    kind = match["kind"].rstrip(".").upper()
    kind = {"AMENDMENT": "AMD", "AMDT": "AMD", "AM": "AMD", "CORRIGENDUM": "COR", "CORR": "COR"}.get(kind, kind)
    if kind != "AC" and not match["number"]:
        return None
    if (
        not match["year"]
        and match["joint"].strip(" \n(")[:1] not in ("+", "/", "i", "a", "w", "&")
        and kind in ("A", "AC")
    ):
        return None
    year = f":{match['year']}" + (f"-{match['month']}" if match["month"] else "") if match["year"] else ""
    return f"{kind}{match['number']}{year}"


def _next_in_list(plain: str, end: int, designation: str) -> list[tuple[str, int, int]] | None:
    """The next designations that share the prefix, with their spans; several for a range of parts."""
    family, number = _split(designation)
    if match := _PART_LIST.match(plain, end):
        return _parts_listed(match, family, number)
    if designation.startswith("47 CFR") and (match := _PART_WORD.match(plain, end)):
        subpart = f" Subpart {match['subpart']}" if match["subpart"] else ""
        return [(f"47 CFR Part {match['part']}{subpart}", match.start("part"), match.end())]
    if (match := _CODE_LIST.match(plain, end)) and _same_shape(match["rest"], number):
        return [(f"{family}{match['rest']}", match.start("rest"), match.end())]
    if (match := _SLASH_LIST.match(plain, end)) and (listed := _slashed(match["rest"], number)):
        return [(f"{family}{listed}", match.start("rest"), match.end())]
    if (match := _NUMBER_LIST.match(plain, end)) and _same_shape(match["rest"].split("-")[0], number.split("-")[0]):
        return [(f"{family}{match['rest']}", match.start("rest"), match.end())]
    if number[-1:].islower() and (match := _LETTER_LIST.match(plain, end)):
        return [
            (f"{family}{number.rstrip('abcdefghijklmnopqrstuvwxyz')}{match['rest']}", match.start("rest"), match.end())
        ]
    return None


def _split(designation: str) -> tuple[str, str]:
    """The designation as its letters and its number (`CSA C22.2 No. ` and `280`)."""
    match = re.search(r"\d{3} \d{3}(?:-\d+[A-Z]?)*$|[A-Z]?\d[\w.]*(?:-\w+)*$", designation)
    at = match.start() if match else len(designation)
    return designation[:at], designation[at:]


def _parts_listed(match: "re.Match[str]", family: str, number: str) -> list[tuple[str, int, int]] | None:
    given = match["parts"][1:].split("-")
    base, *parts = number.split("-")
    listed = [base, *parts[: max(0, len(parts) - len(given))], *given]
    last = ("-".join(listed), match.start("parts"), match.end())
    joint = match["joint"].strip()
    if joint not in ("…", "...", "..", "to", "bis"):
        return [(f"{family}{last[0]}", last[1], last[2])]
    if not parts or len(given) != 1 or not (parts[-1].isdigit() and given[0].isdigit()):
        return None
    between = range(int(parts[-1]) + 1, min(int(given[0]), int(parts[-1]) + 30) + 1)
    return [(f"{family}{'-'.join([base, *parts[:-1], str(n)])}", last[1], last[2]) for n in between] or None


def _slashed(rest: str, number: str) -> str | None:
    """The number after a slash: of `-6-1/2` it is 6-2, of `-1/4-1` 4-1, of `60335-1/60664-1` and `55032/35` a whole."""
    base, *parts = number.split("-")
    given = rest.split("-")
    if len(given[0]) >= 4:
        return rest if base.isdigit() and (len(given[0]) == len(base) or len(base) == 4) else None
    if not parts:
        if len(given) > 1 or len(given[0]) != 2:
            return None
        return base[:3] + given[0] if len(base) == 5 and base.startswith("55") else given[0] if len(base) == 2 else None
    return "-".join([base, *parts[: max(0, len(parts) - len(given))], *given])


def _same_shape(a: str, b: str) -> bool:
    """Whether two numbers are printed alike: digits against digits, the same count before the first dot."""
    shape = [re.sub(r"[a-z]+$", "", re.sub(r"\d", "0", n)) for n in (a, b)]
    if "." in a and a[0].isdigit() and len(a.split(".")[0]) == 1:
        return "." in b and len(b.split(".")[0]) == 1
    return shape[0] == shape[1] or (
        len(shape[0].split(".")[0]) == len(shape[1].split(".")[0]) and "." in a and "." in b
    )
