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
    ]
)
ON_BEHALF = re.compile(r"(?:i\.\s?[VA]\.|ppa\.?|p\.\s?p\.|gez\.|p\.o\.)\s+")
STRAY = re.compile(r"(?:\s+[a-z])+$")  # letters of a stamp beside the line
LONGEST_FUNCTION = 80
STAMPED = 4  # lines in which letters of a stamp may stand between
_NO_PERSON = re.compile(
    r"\b(?:laborator\w*|labs?|compliance|certificat\w*|zertifi\w*|testing|institut\w*|technology|electric\w*|power|energy|company"
    r"|charg\w+|station|equipment|standards?|report|declaration|conformity|product\w*|limited|group|industr\w+|services?)\b",
    re.IGNORECASE,
)
_DEPARTMENT = re.compile(
    r"\b(?:certification|quality|qualit\w+|engineering|compliance|program\w*|operations|safety|department|division|sales|R&D"
    r"|technical|regulatory|testing|research|development|product\w*|entwicklung|zertifizierung|technik|produktion|emv|emc)\b",
    re.IGNORECASE,
)


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
        rf"\b(?:{latin})\b|\w(?:leiter(?:in)?|manager|ingenieur|direktor|chef|board)\b|{han}", re.IGNORECASE
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
    words = text.split()
    return all(
        word[:1].isupper() or word in _PARTICLES or not word[:1].isalpha() or word[:1] > "\u2e80" for word in words
    )


def is_function(text: str) -> bool:
    """Whether the text names a function in a company."""
    return len(text) <= LONGEST_FUNCTION and bool(signing_words()[0].search(text))


def name_and_function(printed: Printed) -> tuple[Printed | None, Printed | None]:
    """The person and the function that the first lines of the print name, None for what they do not."""
    parts = [
        part
        for line in printed.lines()[:STAMPED]
        for part in line.split(re.compile(r"[,;/|，、（(）)]|\s+[-–—]\s+|\s{2,}"))
    ]
    parts = [part.part(0, len(STRAY.sub("", part.text))) for part in parts]
    parts = [part.part(match.end()) if (match := ON_BEHALF.match(part.text)) else part for part in parts]
    name = next((part for part in parts if is_person(part.text)), None)
    function = next((part for part in parts if part is not name and is_function(part.text)), None)
    function = _with_department(printed, parts, function)
    return name, held(function) if function is not None else None


def held(function: Printed) -> Printed:
    """The function up to the company it is held in ("CEO Clear Systems GmbH")."""
    if not LEGAL_FORM.search(function.text):
        return function
    match = signing_words()[0].match(function.text)
    return function.part(0, match.end()).trimmed() if match else function


def _with_department(printed: Printed, parts: Sequence[Printed], function: Printed | None) -> Printed | None:
    """The function with the department that a comma parts from it ("Director, Product Certification")."""
    following = parts[parts.index(function) + 1 :][:1] if function is not None else []
    if function is None or not following or not _DEPARTMENT.search(following[0].text):
        return function
    start = printed.text.find(f"{function.text}, {following[0].text}")
    if start < 0 or is_person(following[0].text) or LEGAL_FORM.search(following[0].text):
        return function
    return printed.part(start, start + len(function.text) + 2 + len(following[0].text))
