"""Turns what is printed beside a model label into `ModelFamily` entries, one per designation or family.

A legend ("x = 0-9 or blank") goes to the family before it, a list is parted at its separators, and a free object line
("EV charging station EVC-22S-W") gives its designation and its product name apart. Words are never designations.
"""

import re
from collections.abc import Iterable, Iterator

from docverify.extraction.fields import is_blank
from docverify.extraction.locate import Candidate, Passage
from docverify.extraction.printed import Printed, joined, kept
from docverify.facts.designation import ModelFamily
from docverify.facts.evidence import Found

_LEGEND = re.compile(
    r"^\W{0,3}(?:where\W+|wobei\W+|with\W+|note\W+)?[\"“„'‘(]?(?:[xXyYzZaAbBcCnN*#□■●]{1,4}|[a-z])[\"”“'’)]?"
    r"(?:\s*[=:：]|\s+(?:denotes?|stands?|represents?|can be|may be|could be|is|are|steht|für)\b|\s*(?:表示|代表|为))"
    r"|^\W{0,2}(?:where|wobei|with|the (?:letter|suffix|symbol|asterisk|character)|[\"“][^\"”]{1,6}[\"”])\b",
    re.IGNORECASE,
)
_SEPARATOR = re.compile(
    r"(?:(?<!\d),|,(?!\d\d? ?[kMG]?Hz\b))|[;，；、\n]|\s+(?:and|und|et|e|y|i|en|og|och|oraz|sowie|&)\s+|\s+/\s+"
)
_WORDY = re.compile(r"[A-Za-zÀ-ž\u3400-\u9fff]{2,}")
_CODE = re.compile(
    r"(?<![\w/])(?=[\w./+\-*#()]*\d|[A-Z]{2,}[\-/])(?:[A-Z0-9][A-Za-z0-9]*|[a-z][A-Z][A-Za-z0-9]*"
    r"|[*#x]+)(?:[\-./_+*#]?(?:\([A-Za-z0-9,/ \-]{1,20}\)|\[[A-Za-z0-9,/ \-]{1,20}\]|[A-Za-z0-9*#]+))*[*#]*"
)
_NO_MODEL = re.compile(
    r"^(?:IP\s?\d\d|IK\s?\d\d|\d+([.,]\d+)?\s?(?:V|A|kW|W|Hz|VA|kVA|mA|°C)\b.*|(?:Mode|Type|Typ|Class|Modus"
    r"|Art|Annex|Part)\s\d.*|wi-?fi|plug-?in|in-?cable|(?:single|three|two)-?phase|e-?mobility|rs-?\d{3}"
    r"|[\d.,]+|(?:EN|IEC|ISO|UL|ETSI)\b.*|\d{4}/\d+/\w+|.*\d ?[kMG]Hz\b.*|\d-[^\W\d_]{4,})$",
    re.IGNORECASE,
)
_BEFORE_A_VERB = re.compile(
    r"(?P<code>(?=\S*\d)[A-Z][\w./*-]*)\s+(?:to which|which|compl(?:y|ies)|conforms?|meets?|fulfils?|are|is"
    r"|was|were|erfüllen|erfüllt"
    r"|entsprechen|entspricht|sont|est|satisf\w+|cumplen?|sono|è|voldoet|voldoen|spełniają|spełnia|uppfyller"
    r"|opfylder|oppfyller)\b"
)
_OTHER_FACT = re.compile(  # behind a model in a line: its sample's number or version, which is no model
    r"(?:serial|s/n\b|serien-?n|n° de série|numéro de série|numero di serie|número de serie|serienummer"
    r"|hardware|firmware|software"
    r"|[hfs]w (?:rev|ver))",
    re.IGNORECASE,
)
_BEHIND_SERIAL = re.compile(
    r"[\s,;(]+(?:serial (?:no|number)|s/n\b|serien-?n|n° de série|numéro de série|numero di serie|matricola"
    r"|número de serie|serienummer)",
    re.IGNORECASE,
)
_SEE = re.compile(r"^(?:see|siehe|voir|zie|vedi|véase|patrz|refer|details?|as listed|as per|同|见)\b", re.IGNORECASE)
_QUALIFIED = re.compile(
    r"\s*[(（](?:tested|test model|main|basic|series|geprüft|see|same|as)\b[^()（）]*[)）]", re.IGNORECASE
)
_REMARK = re.compile(r"\s+[(（](?=[^()（）]*[^\W\d_]{3})(?=[^()（）A-ZÀ-Ž]{3})[^()（）\d=:：*#]{3,40}[)）]$")
_COMMON_WORDS = re.compile(
    r"\b(?:rated|nominal|input|output|same|manual|applicant|voltage|current|power|capacity|frequency|models?|types?"
    r"|name|description|remarks?|cell|battery|outlet|item|none|various|colou?r|number|modelle?|typen?|modèles?"
    r"|modell[oi]|modelos?|no aplica)\b",
    re.IGNORECASE,
)
_EXPLAINED = re.compile(
    r"\s*[(（](?=[^()（）]*(?:=|:|：|can be|may be|stands|denotes|steht|kann|represents|表示|代表)).*$",
    re.DOTALL | re.IGNORECASE,
)
_TITLE = re.compile(
    r"\b(?:certificate|examination|declaration of|conformity|bescheinigung|zertifikat)\b", re.IGNORECASE
)
_BRANDED = re.compile(
    r"(?P<brand>[A-ZÀ-Ž][^\W\d]+(?: [A-ZÀ-Ž][^\W\d]+)?)\s*[,/]?\s+(?=[A-Z]+[A-Za-z-]*\d|[A-Z\d]+[-/]\w*\d)"
)
_LONE_CODE = re.compile(
    r"(?=[A-Z])(?=\S*[A-Z]{2}|\S*[A-Z]\d+[A-Z])(?=\S*\d)(?!(?:EN|IEC|ISO|UL|ETSI|DOC|CE|NB|No)\b)"
    r"(?:[A-Z]{3,12} )?[A-Z][A-Z0-9]{1,9}(?:[-/][A-Z0-9]{1,8}){1,4}"
)
_LISTED = re.compile(r"\(?\d{1,2}[.)]\s+(?=[A-Z])")
_NUMBER_OF_MODEL = re.compile(r" \d{1,3}(?:[.,]\d)?(?![\d.,]*\d)(?!\s?(?:V|A|kW|W|Hz|kVA|m|mm|kg|%|°|x|×|pcs|phase)\b)")
_LONGEST = 90
_WORDS_OF_A_NAME = 5


def models_of(passage: Passage, candidates: Iterable[Candidate]) -> tuple[Found[ModelFamily], ...]:
    """Every designation or family printed in the candidates."""
    return kept(entry for candidate in candidates for entry in models_in(passage, candidate.value))


def models_in(passage: Passage, printed: Printed) -> list[Found[ModelFamily] | None]:
    """Every designation or family of one print, legends with the family before them."""
    if is_blank(printed.text):
        return []
    groups: list[list[Printed]] = []
    for part in parts_of(printed):
        if groups and _OTHER_FACT.match(part.text):
            break
        if groups and _LEGEND.match(part.text):
            groups[-1].append(part)
        elif not _SEE.match(part.text) and is_designation(part.text):
            groups.append([part])
        elif groups and len(groups[-1]) > 1:
            groups[-1].append(part)  # the legend goes on
        elif not _SEE.match(part.text):
            groups += [[code] for code in (_code_before_a_verb(part) or _codes_behind_a_name(part))]
    return [_family(passage, group) for group in groups]


def _code_before_a_verb(part: Printed) -> list[Printed]:
    """The designation that begins a part in which the sentence goes on ("EVC-22M comply with the provisions")."""
    match = _BEFORE_A_VERB.match(part.text)
    return [part.part(*match.span("code"))] if match and is_designation(match["code"]) else []


def _codes_behind_a_name(part: Printed) -> list[Printed]:
    """The designations of a part that says the product's name first; none of a sentence."""
    name, codes = split_object(part)
    ends = bool(codes) and part.text.endswith(codes[-1].text)
    return codes if ends and name is not None and len(name.text.split()) <= _WORDS_OF_A_NAME else []


def _family(passage: Passage, group: list[Printed]) -> Found[ModelFamily] | None:
    designation = group[0]
    text = ", ".join(re.sub(r"\s+", " ", part.text) for part in group)
    note = _QUALIFIED.search(text) or _REMARK.search(text)
    if note and len(group) == 1:
        text = text[: note.start()] + text[note.end() :]
        designation = designation.part(0, note.start()).trimmed()
    try:
        family = ModelFamily.parse(text)
    except ValueError:
        return None
    return passage.found(joined(group) if len(group) > 1 else designation, family)


def branded(passage: Passage, candidate: Candidate) -> tuple[Found[str] | None, Printed]:
    """The brand of a cell that says "brand and model", where a word stands before the first code; and the rest."""
    first = candidate.value.lines()[0]
    match = _BRANDED.match(first.text)
    if match is None:
        return None, candidate.value
    brand = first.part(*match.span("brand")).trimmed()
    return passage.found(brand, brand.text), candidate.value.part(match.end()).trimmed()


def lines_of_codes(passage: Passage) -> Iterator[tuple[Printed | None, Printed]]:
    """Lines of the first page that are nothing but designations, each with the line above it."""
    for page in passage.pages[:1]:
        lines = passage.printed(page).lines()
        for above, line in zip([None, *lines], lines, strict=False):
            parts = parts_of(line)
            if parts and all(_LONE_CODE.fullmatch(part.text) for part in parts):
                yield above, line


def parts_of(printed: Printed) -> list[Printed]:
    """The print parted at the separators that stand outside brackets."""
    edges = [0]
    for match in _SEPARATOR.finditer(printed.text):
        before = printed.text[edges[-1] : match.start()]
        if sum(map(before.count, "([（")) <= sum(map(before.count, ")]）")):
            edges += match.span()
    edges.append(len(printed.text))
    parts = (printed.part(a, b).trimmed() for a, b in zip(edges[::2], edges[1::2], strict=True))
    return [_without_numbering(part) for part in parts if part]


def _without_numbering(part: Printed) -> Printed:
    """The part without the number that a list gives it ("1) EVC-22")."""
    match = _LISTED.match(part.text)
    return part.part(match.end()) if match else part


def is_designation(text: str) -> bool:
    """Whether the text can be a model: short, few words, and with a digit or in capitals."""
    text = _EXPLAINED.sub("", text.strip()) or text.strip()
    words = _WORDY.findall(text)
    if _TITLE.search(text):
        return False
    if not text or len(text) > _LONGEST or len(words) > 6 or is_blank(text) or _NO_MODEL.match(text):
        return False
    lower = [word for word in words if word.islower() and len(word) > 3 and word not in ("series", "serie", "baureihe")]
    if len(lower) > 1 and not _REMARK.search(text):
        return False
    if not any(c.isdigit() for c in text) and _COMMON_WORDS.search(text):
        return False
    return any(c.isdigit() for c in text) or text.isupper() or (len(words) <= 3 and text[:1].isupper())


def split_object(printed: Printed) -> tuple[Printed | None, list[Printed]]:
    """The product name and the designations of a free line such as "EV charging station EVC-22S-W, EVC-11S-W"."""
    codes: list[Printed] = []
    name_end = None
    other = _BEHIND_SERIAL.search(printed.text)
    for match in _CODE.finditer(printed.text, 0, other.start() if other else len(printed.text)):
        if _NO_MODEL.match(match.group()) or len(match.group()) < 3:
            continue
        name_end = match.start() if name_end is None else name_end
        number = _NUMBER_OF_MODEL.match(printed.text, match.end()) if match.group()[-1].islower() else None
        codes.append(printed.part(match.start(), number.end() if number else match.end()))
    name = printed.part(0, name_end).trimmed() if name_end is None or name_end > 3 else None
    return name, codes
