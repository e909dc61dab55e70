"""The country of a printed address: ISO 3166-1 alpha-2, from its last lines; None when no country is printed.

Names are known in the languages that the papers use. A bare town or street gives nothing.
"""

import re
import unicodedata

_NAMES = {
    "CN": "china|p r china|pr china|prchina|p r c|prc|p r of china|china p r"
    "|people s republic of china|chine|cina|kina|chiny|volksrepublik"
    " china|中国|中华人民共和国|中國|중국",
    "TW": "taiwan|taiwan r o c|taiwan roc|r o c|taiwan province|台湾|台灣|臺灣|대만",
    "HK": "hong kong|hongkong|香港",
    "DE": "germany|deutschland|allemagne|duitsland|germania|alemania|niemcy|tyskland|alemanha|德国|d 德国",
    "AT": "austria|österreich|oesterreich|autriche|oostenrijk|austria|áustria|österrike|奥地利",
    "CH": "switzerland|schweiz|suisse|svizzera|zwitserland|suiza|szwajcaria|suíça|瑞士",
    "FR": "france|frankreich|frankrijk|francia|francja|frankrike|frança|法国",
    "NL": "netherlands|the netherlands|nederland|niederlande|pays bas|paesi bassi|países bajos|paises bajos|holland"
    "|holandia|nederländerna|países baixos|荷兰",
    "BE": "belgium|belgië|belgique|belgien|belgio|bélgica|belgia|belgie|比利时",
    "LU": "luxembourg|luxemburg|lussemburgo|luxemburgo|luksemburg",
    "IT": "italy|italia|italien|italie|italië|włochy|wlochy|itália|意大利",
    "ES": "spain|españa|espana|spanien|espagne|spanje|spagna|hiszpania|espanha|西班牙",
    "PT": "portugal|portogallo|portugalia|葡萄牙",
    "PL": "poland|polska|polen|pologne|polonia|polônia|polónia|波兰",
    "SE": "sweden|sverige|schweden|suède|suede|zweden|svezia|suecia|szwecja|suécia|瑞典",
    "DK": "denmark|danmark|dänemark|daenemark|danemark|denemarken|danimarca|dinamarca|dania|丹麦",
    "NO": "norway|norge|norwegen|norvège|norvege|noorwegen|norvegia|noruega|norwegia|挪威",
    "FI": "finland|suomi|finnland|finlande|finlandia|finlândia|芬兰",
    "IE": "ireland|éire|eire|irland|irlande|ierland|irlanda|irlandia|爱尔兰",
    "GB": "united kingdom|uk|u k|great britain|england|scotland|wales|northern ireland|vereinigtes königreich"
    "|royaume uni"
    "|verenigd koninkrijk|regno unito|reino unido|wielka brytania|storbritannien|großbritannien|grossbritannien|英国",
    "US": "usa|u s a|united states|united states of america|us|u s|estados unidos|états unis|etats unis"
    "|vereinigte staaten|stany zjednoczone|美国",
    "CA": "canada|kanada|加拿大",
    "MX": "mexico|méxico|mexiko|mexique|messico|meksyk",
    "BR": "brazil|brasil|brasilien|brésil|brasile|brazylia",
    "JP": "japan|japon|giappone|japón|japonia|japão|日本|일본",
    "KR": "korea|south korea|republic of korea|korea republic of|südkorea|corée|corea|대한민국|韩国",
    "IN": "india|indien|inde|indie|índia|印度",
    "SG": "singapore|singapur|singapour|新加坡",
    "MY": "malaysia|malaisie|马来西亚",
    "TH": "thailand|thaïlande|泰国",
    "VN": "vietnam|viet nam|越南",
    "AU": "australia|australien|australie|澳大利亚",
    "NZ": "new zealand|neuseeland|nouvelle zélande",
    "TR": "turkey|türkiye|turkiye|türkei|turquie|turchia|turquía|turcja|turkije",
    "CZ": "czech republic|czechia|česko|česká republika|tschechien|tschechische republik|czechy|république tchèque",
    "SK": "slovakia|slovensko|slowakei|slovaquie|słowacja",
    "HU": "hungary|magyarország|ungarn|hongrie|węgry|ungheria",
    "RO": "romania|românia|rumänien|roumanie|rumunia",
    "BG": "bulgaria|българия|bulgarien|bulgarie",
    "GR": "greece|ελλάδα|griechenland|grèce|grecia|grecja",
    "SI": "slovenia|slovenija|slowenien|slovénie|słowenia",
    "HR": "croatia|hrvatska|kroatien|croatie|chorwacja",
    "EE": "estonia|eesti|estland|estonie",
    "LV": "latvia|latvija|lettland|lettonie",
    "LT": "lithuania|lietuva|litauen|lituanie|litwa",
    "IL": "israel|israël",
    "AE": "united arab emirates|uae|u a e|vereinigte arabische emirate",
    "ZA": "south africa|südafrika",
    "CY": "cyprus|zypern|chypre|kypros",
    "MT": "malta",
    "IS": "iceland|island|ísland",
    "RS": "serbia|srbija|serbien",
    "UA": "ukraine|україна|ukraina",
    "ID": "indonesia|indonesien|indonésie|印度尼西亚",
    "PH": "philippines|philippinen",
    "RU": "russia|russian federation|россия|russland|俄罗斯",
    "BY": "belarus",
    "MD": "moldova|republic of moldova",
    "AL": "albania",
    "BA": "bosnia and herzegovina",
    "ME": "montenegro",
    "MK": "north macedonia|macedonia",
    "XK": "kosovo",
    "LI": "liechtenstein",
    "MC": "monaco",
    "EG": "egypt",
    "MA": "morocco|maroc",
    "TN": "tunisia|tunisie",
    "SA": "saudi arabia|kingdom of saudi arabia",
    "QA": "qatar",
    "KW": "kuwait",
    "OM": "oman",
    "BH": "bahrain",
    "PK": "pakistan",
    "BD": "bangladesh",
    "LK": "sri lanka",
    "KZ": "kazakhstan",
    "MO": "macau|macao|澳门",
    "AR": "argentina",
    "CL": "chile",
    "CO": "colombia",
    "PE": "perú",
    "UY": "uruguay",
    "CR": "costa rica",
    "KE": "kenya",
    "NG": "nigeria",
}
CODES = frozenset(_NAMES)
_BY_NAME = {name: code for code, names in _NAMES.items() for name in names.split("|")}
_LONGEST = max(len(name.split()) for name in _BY_NAME)
_LONG_NAME = 8  # letters: a shorter one is too like a town or another country
_LONG_NAMES = tuple(name for name in _BY_NAME if len(name) >= _LONG_NAME and name.isascii())
_WITHOUT_BLANKS = {
    name.replace(" ", ""): code for name, code in _BY_NAME.items() if " " in name and len(name) >= _LONG_NAME
}
_RUN_ON = ("china", "germany", "unitedkingdom", "taiwan")
_STATE_AND_ZIP = re.compile(
    r"\b(?:A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT"
    r"|V[AT]|W[AIVY])"
    r"[ ,]+\d{5}(?:-\d{4})?\b"
)
_UK_POSTCODE = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? ?\d[ABD-HJLNP-UW-Z]{2}\s*$")
_CODE_BEFORE_POSTCODE = re.compile(
    r"(?:^|[\s,])(DE|AT|CH|FR|NL|BE|IT|ES|PT|PL|SE|DK|FI|LU|CZ|SK|SI|HU|RO|D|A|F|I|E|B|S)[-–] ?\d{4,5}\b"
)
_ONE_LETTER = {"D": "DE", "A": "AT", "F": "FR", "I": "IT", "E": "ES", "B": "BE", "S": "SE"}
_CJK_NAMES = tuple(
    sorted((n for n in _BY_NAME if not n.isascii() and "\u3040" <= n[-1] <= "\ud7af"), key=len, reverse=True)
)


def country_of(address: str) -> str | None:
    """The ISO 3166-1 alpha-2 code of the country that the address names at its end; None when it names none."""
    text = unicodedata.normalize("NFKC", address).strip()
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in reversed(lines[-3:]):
        if code := _named_at_end(line) or _by_postcode(line):
            return code
    return _cjk(text)


def country_named(text: str) -> str | None:
    """The code of the country whose name the text is, and nothing else but a postcode; None for any other text."""
    words = re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", text).casefold())
    return _BY_NAME.get(" ".join(words)) if 0 < len(words) <= _LONGEST else None


def _named_at_end(line: str) -> str | None:
    words = re.findall(r"\w+", line.casefold())
    while words and words[-1].isdigit():  # a postcode may stand after the country
        words.pop()
    for length in range(min(_LONGEST, len(words)), 0, -1):
        name = " ".join(words[-length:])
        if name in _BY_NAME:
            return _BY_NAME[name] if name != "us" or line.rstrip(" .").endswith(("US", "U.S")) else None
    return _run_together(words) or _misspelt(words)


def _run_together(words: list[str]) -> str | None:
    """A name printed without its blanks, alone ("UnitedKingdom") or behind the town ("ShenzhenChina")."""
    last = words[-1] if words else ""
    return _WITHOUT_BLANKS.get(last) or next((_BY_NAME[n] for n in _RUN_ON if last.endswith(n) and last != n), None)


def _misspelt(words: list[str]) -> str | None:
    """A long name with one letter wrong, missing or too much, or two that changed places ("United Kindgom")."""
    for length in (1, 2):
        name = " ".join(words[-length:])
        if len(words) >= length and len(name) >= _LONG_NAME:
            codes = {_BY_NAME[other] for other in _LONG_NAMES if _one_slip(name, other)}
            if len(codes) == 1:
                return codes.pop()
    return None


def _one_slip(printed: str, name: str) -> bool:
    """Whether the two differ by one letter, or by two neighbours that changed places."""
    if abs(len(printed) - len(name)) > 1 or printed == name:
        return False
    start = next(
        (n for n, (a, b) in enumerate(zip(printed, name, strict=False)) if a != b), min(map(len, (printed, name)))
    )
    first, second = printed[start:], name[start:]
    if first[1:] == second[1:] or first[1:] == second or first == second[1:]:
        return start > 0
    return first[:2] == second[:2][::-1] and first[2:] == second[2:]


def _by_postcode(line: str) -> str | None:
    if match := _CODE_BEFORE_POSTCODE.search(line):
        return _ONE_LETTER.get(match[1], match[1])
    if _STATE_AND_ZIP.search(line):
        return "US"
    return "GB" if _UK_POSTCODE.search(line) else None


def _cjk(text: str) -> str | None:
    """A Chinese, Japanese or Korean address begins with its country."""
    for name in _CJK_NAMES:
        if text.startswith(name):
            return _BY_NAME[name]
    return None
