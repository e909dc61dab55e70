"""Turns lines of a signature block into a person's name and function; words of companies and labels are neither."""

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files

import yaml

from docverify.extraction.labels import is_label
from docverify.extraction.parties import LEGAL_FORM
from docverify.extraction.printed import Printed

_NAME = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr|Prof|Ing|Dipl|Herr|Frau|M|Mme|Sr|Sra|Dott|Eng|B"
    r"|M)\b\.?(?:-Ing\.?)?[ ]?(?:Sc\.?[ ])?)*[^\W\d_]['’\w.\-]*(?:[ ](?:[^\W\d_]['’\w.\-]*"
    r"|\([A-Z][\w ]+\))){1,4}$|[\u4e00-\u9fff]{2,4}$"
)
_PARTICLES = frozenset(
    [
        "von",
        "van",
        "de",
        "der",
        "den",
        "del",
        "della",
        "di",
        "da",
        "dos",
        "du",
        "le",
        "la",
        "el",
        "al",
        "bin",
        "zu",
        "zur",
        "ten",
        "ter",
        "y",
        "e",
        "do",
        "das",
        "af",
        "vom",
        "zum",
        "til",
    ]
)
ON_BEHALF = re.compile(r"(?:i\.\s?[VA]\.|ppa\.?|p\.\s?p\.|gez\.|p\.o\.)\s+")
_FOR_SOMEBODY = re.compile(
    r"(?:P/[oO]|[Pp]\.\s?[oO]\.|Im Auftrag|I\. ?A\.)\s(?:le |la |the |der |die )?[^\W\d_]\w{2,20},\s*"
)
_ARTICLE = re.compile(r"(?:Il|Le|La|L['’]|El|The|Der|Die|O|A)\s?(?=[A-Z])")
_TWO_SCRIPTS = re.compile(r"(?<=[A-Za-zÀ-ž])\s+(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])\s*(?=[A-Za-zÀ-ž])")
_OFF_LINE = 0.35  # of the line's usual height: a word that stands higher or lower is a stamp's
STRAY = re.compile(r"(?:\s+[a-z])+$")  # letters of a stamp beside the line
LONGEST_FUNCTION = 80
STAMPED = 4  # lines in which letters of a stamp may stand between
_NO_PERSON = re.compile(
    r"^(?:modul\w* [A-H]\d?$|signature|signed|name|title|date|place|unterschrift|datum|firma|stamp)\b"
    r"|\b(?:laborator\w*|labs?|compliance|certificat\w*|zertifi\w*|testing|institut\w*|technology"
    r"|electric\w*|power|energy|company"
    r"|charg\w+|station|equipment|standards?|report|declaration|conformity|product\w*|limited|group"
    r"|industr\w+|services?"
    r"|performed|approved|authori[sz]ed|tested|reviewed|prepared|checked|authority|\w*bundesanstalt"
    r"|\w*bundesamt|ministry|agency|bureau|laboratoire|metrolog[yií]\w*|métrologie"
    r"|measurement|mesures)\b",
    re.IGNORECASE,
)
_DEGREE = re.compile(
    r"(?:dr|mgr|inż|prof)\.?|(?:ir|drs|mr|mgr|inż|ing|dr|dott|arch|lic|d"
    r"|dipl)\.(?:-ing\.)?",
    re.IGNORECASE,
)
_LEVEL_WORDS = 3
_DEPARTMENT = re.compile(
    r"\b(?:certification|quality|qualit\w+|engineering|compliance|program\w*|operations|safety|department"
    r"|division|sales|R&D"
    r"|technical|regulatory|testing|research|development|product\w*|entwicklung|zertifizierung|technik"
    r"|produktion|emv|emc)\b",
    re.IGNORECASE,
)


_PARTING = re.compile(r"[,;/|，、（(）)]|\s+[-–—]\s+|\s{2,}")


@lru_cache(maxsize=1)
def signing_words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Patterns of functions and of electronic signatures."""
    text = files("docverify.extraction").joinpath("signature.yaml").read_text(encoding="utf-8")
    table = yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    functions = {re.escape(word) for words in table["functions"].values() for word in words}
    electronic = [re.escape(phrase) for phrase in table["electronic"]]
    latin = "|".join(
        sorted((f for f in functions if f.isascii() or not "\u4e00" <= f[0] <= "\u9fff"), key=len, reverse=True)
    )
    han = "|".join(f for f in functions if "\u4e00" <= f[0] <= "\u9fff")
    return re.compile(
        rf"\b(?:{latin})\b|\w(?:leiter(?:in)?|manager|ingenieur|direktor|chef|board|ansvarig|ansvarlig)\b|{han}",
        re.IGNORECASE,
    ), re.compile("|".join(electronic), re.IGNORECASE)


def is_person(text: str) -> bool:
    """Whether the text is written like a person's name: a few capitalised words, no digit, no company."""
    if (
        not _NAME.fullmatch(text)
        or LEGAL_FORM.search(text)
        or signing_words()[0].search(text)
        or _NO_PERSON.search(text)
    ):
        return False
    if is_label(text):
        return False
    words = [word for word in text.split() if not _DEGREE.fullmatch(word)]
    return all(
        word[:1].isupper() or word in _PARTICLES or not word[:1].isalpha() or word[:1] > "\u2e80" for word in words
    )


def is_function(text: str) -> bool:
    """Whether the text names a function in a company."""
    return len(text) <= LONGEST_FUNCTION and bool(signing_words()[0].search(text))


def name_and_function(printed: Printed) -> tuple[Printed | None, Printed | None]:
    """The person and the function that the first lines of the print name, None for what they do not."""
    parts = [part for line in printed.lines()[:STAMPED] for part in without_substituted(level(line)).split(_PARTING)]
    parts = [half for part in parts for half in part.split(_TWO_SCRIPTS)]
    parts = [part.part(0, len(STRAY.sub("", part.text))) for part in parts]
    parts = [part.part(match.end()) if (match := ON_BEHALF.match(part.text)) else part for part in parts]
    name = next((part for part in parts if is_person(part.text)), None)
    function = next((part for part in parts if part is not name and is_function(part.text)), None)
    function = _with_department(printed, parts, function)
    return name, held(function) if function is not None else None


def held(function: Printed) -> Printed:
    """The function up to the company it is held in ("CEO Clear Systems GmbH"), without an article before it."""
    article = _ARTICLE.match(function.text)
    function = function.part(article.end()) if article and is_function(function.text[article.end() :]) else function
    if not LEGAL_FORM.search(function.text):
        return function
    named, _, company = function.text.rpartition(",")
    if named and LEGAL_FORM.search(company) and is_function(named) and not LEGAL_FORM.search(named):
        return function.part(0, len(named)).trimmed()
    match = signing_words()[0].match(function.text)
    return function.part(0, match.end()).trimmed() if match else function


def level(line: Printed) -> Printed:
    """The line up to a word that stands off its base: letters of a stamp printed across it."""
    if len(line.places) < _LEVEL_WORDS:
        return line
    boxes = [place.word.box for place in line.places]
    middles, heights = (sorted(values) for values in zip(*((b[1] + b[3], b[3] - b[1]) for b in boxes), strict=True))
    middle, height = middles[len(middles) // 2] / 2, heights[len(heights) // 2]
    off = [p for p in line.places if abs((p.word.box[1] + p.word.box[3]) / 2 - middle) > _OFF_LINE * height]
    if not off or off[0] is line.places[0]:
        return line
    return line.part(0, off[0].start).trimmed()


def without_substituted(line: Printed) -> Printed:
    """The line without the person for whom somebody else signs ("P/o le Président, …")."""
    match = _FOR_SOMEBODY.match(line.text)
    return line.part(match.end()) if match else line


def _with_department(printed: Printed, parts: Sequence[Printed], function: Printed | None) -> Printed | None:
    """The function with the department that a comma parts from it ("Director, Product Certification")."""
    following = parts[parts.index(function) + 1 :][:1] if function is not None else []
    if function is None or not following or not _DEPARTMENT.search(following[0].text):
        return function
    start = printed.text.find(f"{function.text}, {following[0].text}")
    if start < 0 or is_person(following[0].text) or LEGAL_FORM.search(following[0].text):
        return function
    return printed.part(start, start + len(function.text) + 2 + len(following[0].text))
