"""Cuts a printed line into what names designations and what only stands beside it.

Labels, remarks in brackets, exceptions ("except EVC-22") and phrases that relate one designation to another ("similar
to EVC-11") are set apart, so that nothing named there is taken for a model the paper is about.
"""

import re
from dataclasses import dataclass

from docverify.facts.designation_doubts import doubt_of_line
from docverify.facts.designation_marks import CLOSING
from docverify.facts.designation_words import DESCRIPTORS, LABELS, LONG_RANGE, SERIES, SPECIAL, UNITS

_FILE = re.compile(r"(?i)^\S+\.(?:pdf|docx?|xlsx?)$")
_ALL_MODELS = re.compile(r"(?i)\ball\s+((?:\S+\s+){1,3}?)models?\b")
_COLON = re.compile(r":\s+|(?<=[\u4e00-\u9fff]):|(?<=[A-Za-z]):(?=[A-Z0-9])")
_KEY = re.compile(r"^\s*(?:\d{1,3}\s*=|[-•*]+(?=\s))\s*")
_BRAND_LABEL = re.compile(r"(?i)\b(?:trade|brand|mark|marke|marque|marca|merk|product\s+name|商标)\b")
_QUANTITY = re.compile(
    r"(?i)^(?:[1-3](?:P|ph|N|PE|/|\+)*[~=]+|[1-3]P(?:\+N)?(?:\+PE)?|"
    r"(?:AC|DC)?[±≤<>]?(?P<number>\d+(?:[.,]\d+)?)(?:[-/~]\d+(?:[.,]\d+)?)*(?P<unit>[a-z°²]{0,5})[~=]*|I[PK]\s?\d[\dX]?)$"
)
_PUNCTUATION = ".,;:!'\"“”„’‘«»"
_EXCEPTION = re.compile(
    r"(?i)\b(?:except(?:ing)?|excluding|but\s+not|not\s+including|excl\.?|w/o|minus|außer|ausgenommen|sauf|excepto)\b(?P<rest>.*)"
)
_NEGATION = re.compile(r"(?i)(?:\b(?:not|nicht|never|keine?)\b|≠|<>)(?P<rest>[^,;)]*)")

# Numbers of other things than models, and parts of a product once it has been named.
_TAKES_OUT = re.compile(
    r"[(\[]\s*(?:without|w/o|ohne|sans|sin|senza|bez|minus|no|kein[e]?)\s+([^()\[\]]*\d[^()\[\]]*)[)\]]", re.IGNORECASE
)
_OTHER_NUMBER = re.compile(
    r"(?i)(?:\b(?:samples?(?!\s*[:：])|specimen|batch|lot|order|drawing|serial|s/n|sn|report|certificate|file|project|job|fcc\s+id|ic|invoice|"
    r"test\s+(?:equipment|instruments?)|equipment\s+no|instruments?|prüfling|muster|charge|auftrag|zeichnung|bericht|zertifikat|"
    r"échantillon|lote|muestra)\b|样品编号|批号|图号|报告编号|证书编号|序列号)"
    r"(?:\s*(?:no|nr|number|id|code)\b\.?|s?\.)?\s*[:：#]?\s*(?P<rest>[^\s,;)]+(?:\s*(?:,|and|und)\s*(?=\S*\d)[^\s,;)]+)*)"
)
_PART = re.compile(
    r"(?i)(?:\b(?:pcba?|board|module|modul|module|meter|zähler|cable|kabel|câble|relay|contactor|reader|antenna|adapter|gateway|"
    r"router|modem|pedestal|pole|stand|holder|plug|socket|inlet|display|sensor|fuse|breaker|rcd|spd|power\s+supply|firmware|"
    r"hardware|software)\b|模块|电缆|电表|读卡器|主板|继电器)\s*(?:no\b\.?|type\b)?\s*[:：]?\s*(?P<rest>[^\s,;)]+)"
)
_BESIDE_IT = re.compile(
    r"(?i)(?:(?<=\s)|(?<=\())(?:with|for|für|pour|para|dla|incl(?:uding|usive|\.)?|inkl\.?|inklusive|mit|avec|con|met|med|z|配)\s+(?P<rest>[^,;)]*)"
)
# what is made for a charger and is none
_PARTS = (
    r"(?:charging\s+)?cables?|brackets?|stands?|pedestals?|holders?|covers?|adapters?|plugs?|modules?|boards?|meters?|"
    r"power\s+suppl(?:y|ies)|housings?|enclosures?|cards?|ladekabel|kabel|halter(?:ung)?|gehäuse|netzteil|modul|câbles?|"
    r"supports?|soporte|cavo|supporto"
)
_RELATION = re.compile(
    r"(?i)(?:(?<=\S)\s+=\s|→|⇒|=>|->|(?<=[,;])\s*(?-i:no)\s+(?=\S*\d)|\b(?:without|ohne|sans|similar\s+to|based\s+on|derived\s+from|replac(?:es|ing|ement\s+for)|"
    r"successor|predecessor|compatible|accessor(?:y|ies)|spare\s+part|instead\s+of|formerly|previously|identical\s+(?:to|with)|"
    r"same\s+as|(?:for|to\s+be)\s+use[d]?\s+(?:with|in|on)|suitable\s+for|zur\s+verwendung\s+(?:mit|in)|geeignet\s+für|compared?\s+(?:to|with)|unlike|versus|vs|ähnlich|ersetzt|ersatz\s+für|zubehör|kompatibel|baugleich)\b|"
    rf"\b(?:{_PARTS})\s+(?:for|für|pour|para|per|voor|do|till|til)\b)"
    r"(?P<rest>[^,;)]*)"
)


@dataclass(frozen=True, slots=True)
class Cut:
    """A line cut apart: what names designations, remarks in brackets, exceptions, phrases that only relate.

    `doubt` says what the line prints that puts every model on it in doubt.
    """

    text: str
    remarks: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    doubt: str = ""


def cut_line(head: str) -> Cut:
    """The line with everything set apart that does not name what it is about."""
    excluded: list[str] = []
    related: list[str] = []
    text = _without(_EXCEPTION, head, excluded)
    text = _KEY.sub("", _file_name(_without(_NEGATION, text, excluded)))
    text = _without_excluding_remarks(text, excluded)
    text, remarks = _without_remarks(LONG_RANGE.sub(" ~ ", _ALL_MODELS.sub(r"\1series", text)))
    text = _without(_OTHER_NUMBER, text, related)
    text = _without(_RELATION, after_labels(text), related)
    for company in (_BESIDE_IT, _PART):
        text = _without_company(company, text, related)
    return Cut(text, remarks, tuple(excluded), tuple(related), doubt_of_line(head))


def _without_company(company: re.Pattern[str], text: str, related: list[str]) -> str:
    """The text without what a code is said to come with: the code of a meter or a cable is another product's."""
    for phrase in company.finditer(text):
        if _names_code(text[: phrase.start()]) and _names_code(phrase["rest"]):
            related.append(phrase["rest"])
            return text[: phrase.start()] + text[phrase.end() :]
    return text


def _without(phrase: re.Pattern[str], text: str, taken: list[str]) -> str:
    """The text without the phrase, whose codes are put into `taken`."""
    match = phrase.search(text)
    while match is not None:
        if any(map(is_code, match["rest"].replace(")", " ").split())):
            taken.append(match["rest"].replace(")", " "))
        text = f"{text[: match.start()]} {text[match.end() :]}"
        match = phrase.search(text)
    return text


def _without_excluding_remarks(text: str, excluded: list[str]) -> str:
    """The text without brackets that take codes out again: `EVC-7 to EVC-22 (without EVC-16)`."""
    for remark in _TAKES_OUT.findall(text):
        if any(map(is_code, remark.split())):
            excluded.append(remark)
    return _TAKES_OUT.sub(" ", text)


def _names_code(text: str) -> bool:
    """Whether a code with a letter in it stands in the text."""
    return any(is_code(word) and any(map(str.isalpha, word)) for word in text.split())


def _file_name(text: str) -> str:
    """A file name as the list of words that its underscores part."""
    if not _FILE.match(text):
        return text
    return re.sub(r"\.(?:pdf|docx?|xlsx?)$", "", text, flags=re.IGNORECASE).replace("_", ", ")


def _without_remarks(text: str) -> tuple[str, tuple[str, ...]]:
    """The text without brackets that stand apart from any code, and what stood in them; `[1]` is a footnote."""
    kept, remarks, at = [], [], 0
    while at < len(text):
        end = text.find(CLOSING[text[at]], at) if text[at] in "([" else -1
        apart = at == 0 or text[at - 1] == " "
        if end > at and apart and (end + 1 == len(text) or not (text[end + 1].isalnum() or text[end + 1] in "-*")):
            remarks.append(text[at + 1 : end])
            at = end + 1
        else:
            kept.append(text[at])
            at += 1
    return "".join(kept), tuple(remark for remark in remarks if not remark.isdigit())


# ---- labels --------------------------------------------------------------------------------------------------------


def after_labels(text: str) -> str:
    """The text without `Label:` before codes and without what a colon adds after them, stretch by stretch."""
    kept: list[str] = []
    for stretch in text.split(";"):
        gloss = re.match(r"\s*([\w.-]+)\s*=\s", stretch)
        bare = "" if gloss and any(gloss[1] in before for before in kept) else _after_label(stretch)
        kept.append(bare)
    return ";".join(stretch for stretch in kept if stretch.strip()) if len(kept) > 1 else kept[0]


def _after_label(text: str) -> str:
    colon = _COLON.search(text)
    if colon is None:
        return text
    label, rest = text[: colon.start()], text[colon.end() :]
    coded = any(is_code(token) for token in rest.split())
    if not any(is_code(token) for token in label.split()):
        return "" if _BRAND_LABEL.search(label) and not coded else _after_label(rest)
    if coded and any(SERIES.search(f" {token}") for token in label.split()):
        return _after_label(rest)
    if label.split()[-1].lower() in LABELS:  # … y los SKU: 69…
        return f"{label}, {_after_label(rest)}"
    return _without_next_label(label)


def _without_next_label(text: str) -> str:
    """The text without the words after its last code, which are the label of what a colon adds (`… Ratings: 400 V`)."""
    words = text.split()
    while len(words) > 1 and words[-1].isalpha() and len(words[-1]) > 2 and words[-1].lower() not in DESCRIPTORS:
        words.pop()
    return " ".join(words)


# ---- words ---------------------------------------------------------------------------------------------------------


def bare_word(token: str) -> str:
    """The token without the punctuation around it."""
    return token.strip(_PUNCTUATION)


def is_code(token: str) -> bool:
    """Whether the token is a code: digits or placeholders in it, or capitals joined by a dash or slash."""
    bare = bare_word(token)
    if not bare or bare.lower().replace("(s)", "").replace("(en)", "") in LABELS or _is_quantity(bare):
        return False
    if any(char.isdigit() for char in bare) or any(char in SPECIAL + "…" for char in bare):
        return any(char.isalnum() for char in bare)
    return bool(
        re.search(r"[A-Z]x+$", bare)
        or re.search(r"[A-Z]{2,}[a-z]{0,2}-|-[a-z]?[A-Z]{2,}|-[A-Zx]$", bare)
        or re.search(r"\w[(\[{<]\w", bare)
    )


def _is_quantity(bare: str) -> bool:
    match = _QUANTITY.match(bare)
    if match is None:
        return False
    unit = match["unit"]
    return unit is None or bool(unit) and unit.lower() in UNITS and len(match["number"]) < 5
