"""The families of standards and how each prints its numbers: a table of patterns, one row a family or group.

A row gives the pattern of letters and number as printed and the words that the designation is built from. Lists,
editions and amendments are read by `standard_grammar` for every row alike.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

# Bodies that adopt European and international texts; each may stand before one of _CORE.
_NATIONAL = (
    r"E DIN|DIN VDE|DIN|BS|UNE|NF C|NF|NEN|NBN|SS|DS|SFS|UNI CEI|UNI|CEI|[ÖO]VE/[ÖO]NORM|[ÖO]VE|[ÖO]NORM|SN|SR"
    r"|PNE|PN|ČSN|CSN"
    r"|MSZ|NS|EVS|LVS|LST|STN|SIST|HRN|BDS|TS|I\.S\.|ELOT|SNI|AS/NZS|AS|ABNT NBR|NBR|SANS|SASO|KS C|JIS C|IS|MS"
)
_CORE = (
    r"prEN[ -]?IEC|FprEN[ -]?IEC|prEN[ -]?ISO|prEN|FprEN|prHD|EN[ /-]ISO/IEC|EN[ /-]ISO|EN[ /-]?IEC|IEC[ /-]EN"
    r"|EN ?/ ?IEC|IEC ?/ ?EN"
    r"|EN \(IEC\)|(?:EN )?IEC/IEEE"
    r"|ETSI[ -]EN|ETSI[ -](?:TS|TR|ES|EG)|3GPP TS|EN|HD|CLC/(?:Fpr|pr)?(?:TS|TR)|CEN/(?:TS|TR)|ISO/IEC(?: ?(?:TS"
    r"|TR|Guide))?|ISO/SAE|ISO/(?:TS|TR|PAS)"
    r"|ISO/(?:DIS|FDIS)|ISO|IEC[ /](?:TS|TR|PAS)|IEC|CISPR|DIN SPEC|CWA"
)
_NUMBER = r"(?P<number>3\d\d ?\d{3}(?!\d)|1\d\d \d{3}|\d\d \d{3}(?=-\d)|\d{1,6}(?!\d)(?:\.\d{1,4})?)"
_PARTS = r"(?P<parts>(?:-[\n ]?\d{1,3}(?![\d])[A-Z]?(?![A-Za-z0-9]))*)"
# First letters of the bodies above.
_BODIES = "ABCDEFHIJKLMNOPSTU3pÖČ"
# CSA prints the year in two digits (`No. 280-16`, `No. 61010-1-12`): it is no part.
_CSA_NUMBER = (
    r"(?:(?P<number>\d{1,3}(?:\.\d{1,2})*(?!\d)|\d{4,5}(?:\.\d{1,2})*)"
    r"(?P<parts>(?<=\d{5})-1(?=-(?:0[3-9]|[12]\d)(?!\d))|(?<=\d{4})(?:-\d{1,3}(?!\d))*|))"
)
_NO = r"(?:\s{0,2}(?:No\.?|NO\.?|Nr\.?))?"


@dataclass(frozen=True, slots=True)
class Family:
    """A row: the letters it may begin with, what it prints like, and how the designation is spelt from the match."""

    first: str
    pattern: "re.Pattern[str]"
    spell: "Callable[[re.Match[str]], str | None]"
    lists: bool = True


def _family(first: str, pattern: str, spell: "Callable[[re.Match[str]], str | None]", *, lists: bool = True) -> Family:
    return Family(first, re.compile(pattern), spell, lists)


def _numeric(match: "re.Match[str]") -> str | None:
    """`EN IEC 61851-1` from a European or international print; None when the number cannot be one of that family."""
    family = _core_words(match["core"], match["national"])
    number, parts = match["number"], re.sub(r"\s", "", match["parts"])
    if not _plausible(family, number, parts, match.string[match.end() : match.end() + 8]):
        return None
    return f"{family} {_grouped(family, number)}{parts}"


def _core_words(core: str, national: str | None) -> str:
    core = re.sub(r" ?/ ?", "/", core)
    core = core.replace("EN (IEC)", "EN IEC")
    core = re.sub(r"^(?:Fpr|pr)", "", core).replace("/Fpr", "/").replace("/pr", "/")
    core = core.replace("ISO/DIS", "ISO").replace("ISO/FDIS", "ISO")
    core = re.sub(r"^IEC[/](TS|TR|PAS)", r"IEC \1", re.sub(r"^EN[-/]?(IEC|ISO)$", _keep_slash, core))
    core = re.sub(r"^IEC[ -]EN$", "IEC/EN", core).replace("ETSI-", "ETSI ")
    if not national:
        return core
    head = re.sub(r"\s+", " ", national.rstrip(" -/")).replace("Ö", "O").removeprefix("E ")
    joint = "-" if national.endswith("-") and head in _HYPHENATED else "/" if national.endswith("/") else " "
    return f"{head}{joint}{core}"


_HYPHENATED = frozenset({"PN", "UNE", "NEN", "SS", "SFS", "NS", "EVS", "STN", "PNE"})


def _keep_slash(match: "re.Match[str]") -> str:
    return match.group() if "/" in match.group() else f"EN {match[1]}"


def _grouped(family: str, number: str) -> str:
    """ETSI numbers in two groups of three, all others without blank."""
    digits = number.replace(" ", "")
    etsi = len(digits) == 6 and digits[0] in "13" and ("EN" in family or "ETSI" in family) and "." not in digits
    return f"{digits[:3]} {digits[3:]}" if etsi else digits


def _plausible(family: str, number: str, parts: str, after: str) -> bool:
    """Whether the number may be one: `EN 12` at the foot of a page is a language and a page number."""
    digits = number.replace(" ", "")
    dated = re.match(r"\s?:\s?\d{4}|-\d{4}|\s?\(\d{4}", after) is not None
    if len(digits) >= 5:
        return True
    if family in ("EN", "HD", "IS", "TS", "SS", "AS", "MS", "DS"):
        is_year = re.fullmatch(r"(?:19|20)\d\d", digits) is not None
        return len(digits) >= 2 and (dated or bool(parts)) and (not is_year or dated)
    if family in ("IEC", "ISO"):
        return len(digits) >= 2 and (dated or bool(parts) or re.fullmatch(r"(?:19|20)\d\d", digits) is None)
    return True


def _national(match: "re.Match[str]") -> str | None:
    """A standard of a national body alone: `BS 7671`, `DIN 43880`, `UNE 217002`."""
    head = re.sub(r"\s+", " ", match["national"].strip(" -")).replace("Ö", "O").removeprefix("E ")
    number, parts = match["number"].replace(" ", ""), re.sub(r"\s", "", match["parts"])
    if head == "DIN" and number == "70121":
        return "DIN SPEC 70121"
    after = match.string[match.end() : match.end() + 8]
    dated = re.match(r"\s?[:-]\s?(?:19|20)\d\d(?!\d)", after) is not None
    if head not in _BARE_BODIES and not (dated and len(number) >= 3):
        return None  # `SN 123456` is a serial number
    if head in ("IS", "AS") and not _plausible(head, number, parts, after):
        return None
    is_year = re.fullmatch(r"(?:19|20)\d\d", number) is not None and not dated
    return None if len(number) < 3 or is_year else f"{head} {number}{parts}"


_BARE_BODIES = frozenset(
    {"DIN", "BS", "UNE", "NEN", "NBN", "ONORM", "AS", "AS/NZS", "IS", "ABNT NBR", "NBR", "SANS", "JIS C", "KS C"}
)


def _gb(match: "re.Match[str]") -> str:
    kind = "GB" if not match["kind"] else f"GB/{match['kind']}"
    return f"{kind} {match['number']}{match['parts'] or ''}"


def _part_15(match: "re.Match[str]") -> str:
    subpart = match["subpart"] or match["subpart2"]
    return f"47 CFR Part {int(match['part'] or match['part2'])}" + (f" Subpart {subpart.upper()}" if subpart else "")


def _vde(match: "re.Match[str]") -> str:
    parts = match["parts"].lstrip("-")
    return f"VDE {match['number']}" + (f"-{parts}" if parts else "")


def _csa(match: "re.Match[str]") -> str:
    base = f"CSA {match['code']}"
    return f"{base} No. {match['number']}{match['parts']}" if match["number"] else base


def _fixed(template: str) -> "Callable[[re.Match[str]], str | None]":
    """A spelling with the groups of the match put in and blanks tidied."""

    def spell(match: "re.Match[str]") -> str:
        groups = {name: (value or "").replace("\n", "") for name, value in match.groupdict().items()}
        groups["parts"] = groups.get("parts", "").replace(" ", "")
        return re.sub(r" +", " ", template.format(**groups)).strip()

    return spell


def _rss(match: "re.Match[str]") -> str:
    number = "Gen" if match["number"].lower() == "gen" else match["number"].upper()
    return f"RSS-{number}"


def _protocol(match: "re.Match[str]") -> str:
    return f"{match['name']} {match['number']}{match['letter'] or ''}"


FAMILIES: tuple[Family, ...] = (
    _family(
        "I", r"(?P<kind>)?(?:IEC|ISO)?\d{5}_[0-9]?[A-Z](?![A-Za-z])", _fixed("")
    ),  # the form of a report, no standard
    _family(
        "DV",
        r"(?:DIN )?VDE[- ]AR[- ](?P<letter>[EN]) ?(?P<number>\d{4})" + _PARTS,
        _fixed("VDE-AR-{letter} {number}{parts}"),
    ),
    _family("D", r"DIN ?VDE (?P<v>V )?(?P<number>\d{4})" + _PARTS, _fixed("DIN VDE {v}{number}{parts}")),
    _family(
        "V",
        r"VDE ?V? ?(?P<number>0\d{3})(?:,? (?:[Pp]art|Teil) (?=\d))?(?P<parts>(?:(?:(?<= )|-)\d{1,3}"
        r"(?!\d))*)",
        _vde,
    ),
    _family(
        _BODIES,
        rf"(?P<national>(?:{_NATIONAL})\s?[-/ ]\s?)?(?P<core>{_CORE}){_NO}\s{{0,2}}-?{_NUMBER}{_PARTS}",
        _numeric,
    ),
    _family(
        "A",
        r"AS/NZS(?: (?P<core>IEC|ISO|CISPR))? ?(?P<number>\d{2,5}(?:\.\d{1,3}){0,3})(?P<parts>)",
        _fixed("AS/NZS {core} {number}"),
    ),
    _family(
        "I",
        r"IS ?(?:/ ?IEC )?(?P<number>\d{3,5}) ?\( ?(?:Part|PART) ?(?P<part>\d{1,3})(?:/Sec ?\d+)? ?\)(?P<parts>)",
        _fixed("IS {number}-{part}"),
    ),
    _family(
        _BODIES,
        rf"(?P<national>{_NATIONAL})\s?-?\s?(?P<number>\d{{2}} \d{{3}}|\d{{1,6}}(?:\.\d{{1,3}})?)(?!\d){_PARTS}",
        _national,
    ),
    _family(
        "N",
        r"NF ?C ?(?P<number>\d\d)-(?P<sub>\d{3})(?P<parts>(?:-\d{1,3})*)",
        _fixed("NF C {number}-{sub}{parts}"),
        lists=False,
    ),
    _family(
        "U",
        r"UTE ?C ?(?P<number>\d\d)-(?P<sub>\d{3})(?P<parts>(?:-\d{1,3})*)",
        _fixed("UTE C {number}-{sub}{parts}"),
        lists=False,
    ),
    _family(
        "ÖO",
        r"[ÖO]VE[ -]{1,2}(?:Richtlinie )?(?P<letter>[RE]) ?(?P<number>\d{1,4})(?P<parts>(?:-\d{1,3})*)",
        _fixed("OVE {letter} {number}{parts}"),
    ),
    _family("C", r"CEI (?P<number>\d{1,2}-\d{1,3})(?P<parts>)", _fixed("CEI {number}"), lists=False),
    _family(
        "G", r"GB ?/? ?(?P<kind>[TZ])? ?(?P<number>\d{3,5}(?:\.\d(?=(?:19|20)\d\d(?!\d))|\.\d{1,2})?)(?P<parts>)", _gb
    ),
    _family(
        "TNQYJDSC",
        r"(?P<letters>T/[A-Z]{2,8}|(?:NB|QC|YD|JT|DL|SJ|JB|CJ)/T|JJ[GF]|CQC|CNS) ?(?P<number>\d{2,6}?(?:\.\d{1"
        r",2})?)(?=-?(?:19|20)\d\d(?!\d)|[^\d.]|$)(?P<parts>)",
        _fixed("{letters} {number}"),
    ),
    _family(
        "ACU",
        r"(?:ANSI/)?(?:CAN/)?(?:ANSI/)?UL(?: Standard| Std\.?| Subject)?(?: No\.)? ?(?P<number>\d{2,5}[A-Z]{0"
        r",2})(?![a-z])(?P<parts>(?:-\d{1,3}[A-Z]?(?![A-Za-z0-9]))*)",
        _fixed("UL {number}{parts}"),
    ),
    _family(
        "C",
        rf"(?:CAN/)?CSA(?:/ANSI)?[ -]?(?:Std\.? ?)?(?P<code>C22\.[123])(?:,? ?(?:No|NO|no|#)\.? ?{_CSA_NUMBER})?",
        _csa,
    ),
    _family("C", rf"(?P<code>C22\.[123]),? ?(?:No|NO|no|#)\.? ?{_CSA_NUMBER}", _csa),
    _family(
        "A",
        r"ANSI(?:/IEEE|/ESD|/NEMA|/ISEA)?[ -]?(?P<number>[A-Z]{1,4} ?\d{1,4}(?:\.\d{1,4})*)(?P<parts>)",
        _fixed("ANSI {number}"),
    ),
    _family(
        "I",
        r"IEEE ?(?:Std\.? ?|Standard )?(?P<number>[CP]?\d{2,5}(?:\.\d{1,2}){0,3}[a-z]{0,2})(?![a-z])(?P<parts>)",
        _fixed("IEEE {number}"),
    ),
    _family("AN", r"(?:ANSI/)?NFPA ?(?P<number>\d{2,4}[A-Z]?)(?P<parts>)", _fixed("NFPA {number}")),
    _family("N", r"(?:NEC)(?= (?:Section|Sec\.|Article|Art\.|§))(?P<parts>)", _fixed("NFPA 70"), lists=False),
    _family("N", r"NEMA (?P<number>250|EVSE \d(?:\.\d)?|WD ?-?6|ICS \d+|MG \d)(?P<parts>)", _fixed("NEMA {number}")),
    _family("S", r"SAE[ -]?(?P<number>J\d{3,4}(?:/\d)?)(?P<parts>)", _fixed("SAE {number}")),
    _family(
        "J", r"(?P<number>J(?:1772|3400|3068|3105|2847/\d|2931/\d|2953/\d|2954))(?P<parts>)", _fixed("SAE {number}")
    ),
    _family(
        "FTC4",
        r"(?:FCC[ ,]{1,2})?(?:Title )?(?:47 ?CFR|CFR ?(?:Title )?47|Title 47)(?: ?CFR)?[ ,§]{0,3}(?:(?:FCC )?P"
        r"(?:art|ART)s? ?)?(?P<part>\d{1,2})(?:\.\d{1,4})?"
        r"(?:[ ,-]{0,2}(?:Sub ?[Pp]art|SUBPART) ?(?P<subpart>[A-Z])(?![a-z])|(?P<subpart2>[A-Z])(?![A-Za-z]))?"
        r"(?P<part2>)(?P<parts>)",
        _part_15,
    ),
    _family(
        "FI",
        r"(?:FCC|ISED)[ ,-]{0,3}(?:(?:Rules?|CFR|47)[ ,]{0,2})?P(?:art|ART|t\.) ?(?P<part>\d{1,2})(?:\.\d{1,4})?"
        r"(?:[ ,-]{0,2}(?:Sub ?[Pp]art|SUBPART) ?(?P<subpart>[A-Z])(?![a-z])"
        r"|(?P<subpart2>[A-Z])(?![A-Za-z]))?(?P<part2>)(?P<parts>)",
        _part_15,
    ),
    _family(
        "P",
        r"P(?:art|ART) (?P<part2>\d{1,2})(?P<part>)(?:,? Subpart (?P<subpart>[A-Z]))?,? of (?:the )?FCC"
        r"(?P<subpart2>)(?P<parts>)",
        _part_15,
    ),
    _family("RC", r"(?:RSS|CNR)[ -](?P<number>[Gg][Ee][Nn]|\d{3}(?:\.[A-Z]{2,5})*)(?P<parts>)", _rss),
    _family("IN", r"(?:ICES|NMB)-(?P<number>\d{3}|[Gg]en|GEN)(?P<parts>)", _fixed("ICES-{number}")),
    _family(
        "O", r"OIML ?-? ?(?P<letter>[RDGB]) ?(?P<number>\d{1,3})" + _PARTS, _fixed("OIML {letter} {number}{parts}")
    ),
    _family("W", r"WELMEC(?: Guide| Leitfaden)? (?P<number>\d{1,2}\.\d{1,2})(?P<parts>)", _fixed("WELMEC {number}")),
    _family("P", r"PTB-A ?(?P<number>\d{1,2}\.\d{1,2})(?P<parts>)", _fixed("PTB-A {number}")),
    _family(
        "OC",
        r"(?P<name>OCPP|OCPI|OICP|CHAdeMO) ?[vV]?(?P<number>\d\.\d(?:\.\d)?)(?:-?(?P<letter>[JS])(?![A-Za-z]))?"
        r"(?P<parts>)",
        _protocol,
    ),
    _family(
        "EG",
        r"(?:ENA )?(?P<erec>EREC |ER )?(?P<number>G(?:59|83|98|99|100)(?:/\d)?)(?![\w-])(?P<parts>)",
        _fixed("ENA EREC {number}"),
    ),
    _family("U", r"UN ?(?P<number>38\.3)(?P<parts>)", _fixed("UN {number}")),
    _family(
        "UE",
        r"(?:UN/?|/)?ECE[ -](?:Regulation (?:No\. ?)?)?R(?P<number>\d{1,3})(?P<parts>)",
        _fixed("UN Regulation No. {number}"),
    ),
    _family(
        "U",
        r"UN(?:[ /-]?ECE)? ?(?:R|Regulation (?:No\. ?)?)(?P<number>\d{1,3})(?P<parts>)",
        _fixed("UN Regulation No. {number}"),
    ),
    _family("U", r"UN/ECE R(?P<number>\d{1,3})(?P<parts>)", _fixed("UN Regulation No. {number}")),
    _family("I", r"(?P<number>IPC-[A-Z]{1,3}-\d{3,4}[A-Z]?)(?P<parts>)", _fixed("{number}"), lists=False),
    _family("M", r"(?P<number>MIL-STD-\d{2,4}[A-Z]?)(?P<parts>)", _fixed("{number}"), lists=False),
    _family("A", r"(?P<number>ASTM [A-F] ?\d{2,4})(?P<parts>)", _fixed("{number}"), lists=False),
    _family("N", r"NIST (?:Handbook|HB) ?(?P<number>\d{2,3})(?P<parts>)", _fixed("NIST Handbook {number}")),
    _family("D", r"DVGW ?(?P<number>[A-Z] ?\d{3})(?P<parts>)", _fixed("DVGW {number}")),
    _family("V", r"VCCI[ -](?:rule )?(?P<number>V-\d|CISPR 32)(?P<parts>)", _fixed("VCCI {number}")),
    _family(
        "C",
        r"(?:CEN Workshop Agreement|CWA) ?(?P<number>\d{5})" + _PARTS,
        _fixed("CEN Workshop Agreement {number}{parts}"),
    ),
    _family("N", r"N SEP[ -]E[ -](?P<number>\d{3})(?P<parts>)", _fixed("N SEP-E-{number}"), lists=False),
    _family(
        "K",
        r"(?P<letters>KC|KN|KS C(?: IEC)?|K) ?(?P<number>[67]\d{4}|(?<=KN )\d{2})(?!\d)" + _PARTS,
        _fixed("{letters} {number}{parts}"),
    ),
    _family("J", r"JIS (?P<letter>[A-Z]) ?(?P<number>\d{4,5})" + _PARTS, _fixed("JIS {letter} {number}{parts}")),
    _family("G", r"GOST(?: R)? (?P<number>\d{4,5}(?:\.\d{1,3})*)" + _PARTS, _fixed("GOST {number}{parts}")),
    _family("P", r"PAS (?P<number>\d{4})" + _PARTS, _fixed("PAS {number}{parts}")),
    _family("N", r"(?P<number>NRS 097)" + _PARTS, _fixed("{number}{parts}")),
    _family("N", r"NMI (?P<number>\d{1,2}/\d/\d)(?![\d/])(?P<parts>)", _fixed("NMI {number}"), lists=False),
    _family("ST", r"(?:SS )?TR ?(?P<number>25)(?!\d)(?P<parts>(?:-\d)?)", _fixed("TR {number}{parts}"), lists=False),
)

# Letters that a reference may begin with, before a digit near by: the fast look over a page. Plain literals only, so
# that the search skips from one possible first letter to the next. The place is then held against the table above.
_STARTS = (
    "EN IEC ISO CISPR ETSI DIN E_DIN BS UNE NF NEN NBN SS DS/ SFS UNI CEI OVE ÖVE ÖNORM ONORM SN SR PN ČSN CSN"
    " MSZ NS EVS LVS LST STN SIST HRN BDS TS I.S."
    " ELOT AS ABNT NBR SANS SASO KS_C JIS IS MS prEN prHD FprEN HD CLC CEN 3GPP CWA VDE GB T/ NB/ QC/ YD/ JT/"
    " DL/ SJ/ JB/ CJ/ JJ CQC CNS UL UTE ANSI CAN CSA"
    " C22 IEEE NFPA NEC NEMA SAE J1 J2 J3 FCC ISED 47 Title CFR Part PART RSS CNR ICES NMB OIML WELMEC PTB OCP"
    " OICP CHA ENA EREC ER_G G59 G83 G98 G99 G100 UN"
    " ECE IPC MIL ASTM NIST DVGW VCCI N_SEP KC KN K_ GOST PAS NRS NMI TR_2 TR2"
)
STARTS = re.compile(
    "(?:"
    + "|".join(re.escape(word.replace("_", " ")) for word in _STARTS.split())
    + r")(?=\D{0,26}\d|[ -][Gg][Ee][Nn]|(?<=G[589]\d)|(?<=G100))"
)
BY_FIRST = {
    letter: tuple(family for family in FAMILIES if letter in family.first)
    for letter in {word[0] for word in _STARTS.split()}
}
