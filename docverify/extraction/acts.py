"""Legal acts as printed to their normalised numbers: `2014/35/EU`, `(EU) 2022/30`, `SI 2016/1101`, `47 CFR 15`.

An act of the Union keeps the number of its time: up to 2014 `year/number/EU` (`EC` before 2010), from 2015
`(EU) year/number` whatever the print. A title gives the number of the table in `acts.yaml`; a title without number
that may mean several acts ("Low Voltage Directive") gives nothing.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from docverify.extraction.spotted import Spotted
from docverify.facts.rating import plain_text

_TABLE = yaml.load((Path(__file__).parent / "acts.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
_NOUNS = "".join(_TABLE["nouns"].split())
_TITLES = tuple(
    (re.compile(row["pattern"].replace(" ", r"\s+"), re.IGNORECASE), str(row["act"])) for row in _TABLE["titles"]
)
_ANY_TITLE = re.compile("|".join(f"(?:{pattern.pattern})" for pattern, _ in _TITLES), re.IGNORECASE)
_SUFFIX = r"(?:EU|UE|EC|CE|EG|EEC|EWG|CEE|EF|WE|EWG|ES|EK|EY|EÜ|EL|EB)"
_NUMBER = re.compile(
    rf"""
    (?P<suffixed>(?<![\d/.-])(?P<sy>(?:19|20)?\d\d)\s?/\s?(?P<sn>\d{{1,4}})\s?/\s?{_SUFFIX}(?![A-Za-z]))
    |(?P<bracket>\(\s?(?:EU|UE|EC|CE|EG|WE|EF|ES|EL)\s?(?:[,/]\s?Euratom)?\s?\)\s?(?:[Nn][ro]?\s?[.°º]?\s?|№\s?)?
        (?P<b1>\d{{2,4}})\s?/\s?(?P<b2>\d{{1,4}})(?![\d/]))
    |(?P<plain>(?<![A-Za-z])EU[ /](?P<p1>20\d\d)/(?P<p2>\d{{1,4}})(?![\d/]))
    |(?P<noun>(?<![A-Za-z])(?i:{_NOUNS})\)?
        [ \n]{{1,2}}\(?(?:(?i:No\.?|Nr\.?)\s?)?(?:(?P<n1>(?:19|20)\d\d)/(?P<n2>\d{{1,4}})
        |(?P<n3>\d{{3,4}})/(?P<n4>(?:19|20)\d\d))(?![\d/]))
    |(?P<si>(?<![A-Za-z])(?:S\.?\s?I\.?|Statutory\s+Instruments?)\s?(?:No\.?\s?)?(?P<i1>(?:19|20)\d\d)
        \s?(?:/|:|,?\s?No\.?\s?|\s)\s?(?P<i2>\d{{1,4}})(?!\d))
    |(?P<uk>(?<![\d/])(?P<u1>20\d\d)\s?No\.\s?(?P<u2>\d{{2,4}})(?!\d))
    |(?P<cfr>(?<![\d.])47\s?CFR[ ,§]{{0,3}}
        (?:(?:FCC\s)?[Pp](?:art|ART)s?\s?)?(?P<c1>\d{{1,2}})(?!\d)
        (?:\s?(?:,\s?)?(?:[Ss]ub\s?[Pp]art|SUBPART)\s(?P<cs>[A-Z])
        |(?P<cs2>[A-Z])(?![A-Za-z]))?)
    |(?P<register>(?<![\d.])(?P<v1>\d{{2,3}})\s(?:FR|Fed\.\s?Reg\.)\s(?P<v2>\d{{3,6}})(?!\d))
    |(?P<fcc>(?<![A-Za-z])FCC[ ,-]{{0,3}}(?:(?:Rules?|RULES?|CFR\s?47)[ ,]{{0,2}})?
        [Pp](?:art|ART)\s?(?P<f1>\d{{1,2}})(?!\d)
        (?:[ ,]{{0,2}}(?:[Ss]ub\s?[Pp]art|SUBPART)\s(?P<fs>[A-Z])
        |(?P<fs2>[A-Z])(?![A-Za-z]))?)
    |(?P<listed>(?<=[A-Z],\s)PART\s(?P<l1>\d{{2}})(?P<ls>[A-Z])(?![A-Za-z]))
    |(?P<rules>(?<![A-Za-z])[Pp](?:art|ART)\s(?P<r1>\d{{1,2}})(?:,?\s[Ss]ubpart\s(?P<rs>[A-Z]),?)?\sof\s(?:the\s)?FCC)
    """,
    re.VERBOSE,
)


_SLASH = re.compile(r"\d\s?/\s?\d")
_WORDS = re.compile(r"(?:CFR|FCC|\d FR\b|Fed\. ?Reg|Instrument|No\.|S\.\s?I|SI\b)")
BEFORE, BEHIND = 48, 60  # characters around a slash or word within which the rest of a number stands


def find_acts(text: str) -> tuple[Spotted, ...]:
    """Every act that the text cites, normalised, in reading order.

    A title with its number beside it is one entry, the number's; `details["title"]` is the act that the title stands
    for, so that a swapped title and number can be seen.
    """
    plain = plain_text(text)
    titles = list(_titles(plain))
    found = []
    for spot in _numbers(plain):
        title = next(
            (t for t in titles if 0 <= spot.start - t.end <= 20 and not plain[t.end : spot.start].strip(" \n([,:;-")),
            None,
        )
        if title is not None:
            titles.remove(title)
            spot = Spotted("act", spot.value, title.start, spot.end, {**spot.details, "title": title.value})
        found.append(spot)
    return tuple(sorted(found + titles, key=_start))


def normalise_act(text: str) -> str:
    """The one act that the text prints, normalised; ValueError when it prints none."""
    acts = find_acts(text)
    if not acts:
        raise ValueError(f"not a legal act: {text[:80]!r}")
    return str(acts[0].value)


def _start(spot: Spotted) -> int:
    return spot.start


def _windows(plain: str) -> Iterator[tuple[int, int]]:
    """The stretches of text that may hold a number of an act: the fast look over a page."""
    places = sorted(m.start() for pattern in (_SLASH, _WORDS) for m in pattern.finditer(plain))
    start, end = 0, -1
    for place in places:
        if place - BEFORE > end:
            if end > 0:
                yield start, end
            start = max(0, place - BEFORE)
        end = place + BEHIND
    if end > 0:
        yield start, end


def _titles(plain: str) -> Iterator[Spotted]:
    small = plain.lower()
    if not any(hint in small for hint in _TABLE["title_hints"]):
        return
    for match in _ANY_TITLE.finditer(plain):
        act = next(act for pattern, act in _TITLES if pattern.match(plain, match.start()))
        yield Spotted("act", act, match.start(), match.end(), {"by": "title"})


def _numbers(plain: str) -> Iterator[Spotted]:
    for match in (m for start, end in _windows(plain) for m in _NUMBER.finditer(plain, start, end)):
        subpart = match["cs"] or match["cs2"] or match["fs"] or match["fs2"] or match["ls"] or match["rs"]
        if value := _value(match):
            yield Spotted("act", value, match.start(), match.end(), {"subpart": subpart} if subpart else {})


def _value(match: "re.Match[str]") -> str | None:
    if match["suffixed"]:
        return _union(match["sy"], match["sn"])
    if match["bracket"]:
        return _bracketed(match["b1"], match["b2"])
    if match["plain"]:
        return _union(match["p1"], match["p2"])
    if match["noun"]:
        return _bare(match["n1"] or match["n3"], match["n2"] or match["n4"])
    if match["si"] or match["uk"]:
        return f"SI {match['i1'] or match['u1']}/{int(match['i2'] or match['u2'])}"
    if match["register"]:
        return f"{match['v1']} FR {match['v2']}"
    return f"47 CFR {int(match['c1'] or match['f1'] or match['l1'] or match['r1'])}"


def _union(year: str, number: str) -> str | None:
    """`2014/35/EU`, `2006/95/EC`, `73/23/EEC`, `(EU) 2015/863`: what the year says, whatever the letters printed."""
    full = int(year) if len(year) == 4 else 1900 + int(year)
    if not 1958 <= full <= 2060 or (len(year) == 2 and full > 1999):
        return None
    if full >= 2015:
        return f"(EU) {full}/{int(number)}"
    community = "EU" if full >= 2010 else "EC" if full >= 1994 else "EEC"
    return f"{year}/{int(number)}/{community}"


def _bare(first: str, second: str) -> str | None:
    """`2014/53` and `1907/2006` without letters: the one of the two that is a year tells which."""
    return _union(first, second) or (_bracketed(first, second) if 1958 <= int(second) <= 2014 else None)


def _bracketed(first: str, second: str) -> str:
    """Regulations: number before year until 2014, year before number from 2015."""
    a, b = int(first), int(second)
    year = a if 2015 <= a <= 2060 else b
    letters = "EU" if year >= 2010 else "EC"
    return f"({letters}) {a}/{b}"
