"""Names of companies, body numbers and the country of an address: parsed from print, compared by meaning.

Two names are the same party (True), two different parties (False), or too near to say (None, undetermined): a near
match is never taken for a match. Nothing here guesses a country that is not printed.
"""

import re
import unicodedata
from dataclasses import dataclass
from difflib import SequenceMatcher

from docverify.facts.countries import country_of

__all__ = ["BodyNumber", "Party", "country_of", "name_key", "same_party"]

NEAR = 0.85  # share of equal characters from which two names are too alike to be called different

# Legal forms, longest first within a country; each is replaced by one word so that its print does not matter.
_LEGAL_FORMS: tuple[tuple[str, str], ...] = (
    (r"(?:limited liability company|l\.? ?l\.? ?c\.?)", "llc"),
    (r"(?:company|co\.?)? ?,? ?(?:limited|ltd\.?)", "ltd"),
    (r"gesellschaft mit beschränkter haftung|ges\.? ?m\. ?b\. ?h\.?|g\. ?m\. ?b\. ?h\.?|gmbh", "gmbh"),
    (r"(?:incorporated|inc\.?)", "inc"),
    (r"(?:corporation|corp\.?)", "corp"),
    (r"sp\.? ?z\.? ?o\.? ?o\.?|spółka z ograniczoną odpowiedzialnością", "spzoo"),
    (r"s\. ?r\. ?l\.?|srl", "srl"),
    (r"s\. ?p\. ?a\.?|spa", "spa"),
    (r"s\. ?a\. ?s\.?|sas", "sas"),
    (r"s\. ?a\. ?r\. ?l\.?|sarl", "sarl"),
    (r"s\. ?a\.?", "sa"),
    (r"s\. ?l\.?(?: ?u\.?)?", "sl"),
    (r"b\. ?v\.?", "bv"),
    (r"n\. ?v\.?", "nv"),
    (r"a/s", "as"),
    (r"a\. ?s\.?", "as"),
    (r"aktiengesellschaft|a\. ?g\.?", "ag"),
    (r"p\. ?l\. ?c\.?", "plc"),
    (r"s\. ?e\.?", "se"),
    (r"k\. ?g\.?", "kg"),
)
_FORMS = tuple((re.compile(rf"(?<![\w.])(?:{print_form})(?![\w])"), f" {word} ") for print_form, word in _LEGAL_FORMS)
_FORM_WORDS = frozenset(word for _, word in _LEGAL_FORMS) | {"co", "ab", "oy", "aps", "e.v."}
_CJK_FORMS = re.compile(r"股份有限公司|有限责任公司|有限責任公司|有限公司|株式会社|주식회사")
_BODY = re.compile(r"(?<!\d)(\d{4})(?!\d)")


@dataclass(frozen=True, slots=True)
class Party:
    """A company as printed: name, postal address and country (ISO 3166-1 alpha-2), the latter two where printed."""

    name: str
    address: str | None = None
    country: str | None = None

    def __post_init__(self) -> None:
        """Refuse a name without any letter or digit."""
        if not name_key(self.name):
            raise ValueError(f"not a party's name: {self.name!r}")

    @classmethod
    def parse(cls, text: str) -> "Party":
        """The party of a printed block: the first line is the name, the others the address."""
        lines = [line.strip(" ,;") for line in text.strip().splitlines()]
        lines = [line for line in lines if line]
        if not lines:
            raise ValueError("not a party: the text is empty")
        address = "\n".join(lines[1:]) or None
        return cls(lines[0], address, country_of(address) if address else None)

    def __str__(self) -> str:
        """The block as printed."""
        return self.name if self.address is None else f"{self.name}\n{self.address}"

    def same(self, other: "Party") -> bool | None:
        """Whether both name one company; None when the names are too near to say."""
        return same_party(self.name, other.name)


@dataclass(frozen=True, slots=True)
class BodyNumber:
    """The four-digit number of a notified or approved body, as printed beside a mark."""

    number: str

    def __post_init__(self) -> None:
        """Refuse anything but four digits."""
        if not re.fullmatch(r"[0-9]{4}", self.number):
            raise ValueError(f"not a body number (4 digits): {self.number!r}")

    @classmethod
    def parse(cls, text: str) -> "BodyNumber":
        """The only four-digit number in the text ("NB 0123", "CE0044"); ValueError when there is none or several."""
        numbers = set(_BODY.findall(unicodedata.normalize("NFKC", text)))
        if len(numbers) != 1:
            raise ValueError(f"not one body number: {text!r}")
        return cls(numbers.pop())

    def __str__(self) -> str:
        """The four digits."""
        return self.number


def name_key(name: str) -> str:
    """The name as compared: width, case, accents, punctuation and the print of the legal form do not matter."""
    text = unicodedata.normalize("NFKC", name).casefold()
    text = _CJK_FORMS.sub(" ", text).replace("&", " and ").replace("und ", "and ")
    for pattern, word in _FORMS:
        text = pattern.sub(word, text)
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(re.findall(r"\w+", text))


def same_party(a: str, b: str) -> bool | None:
    """Whether two printed names mean one company: True, False, or None where they are too near to tell."""
    key_a, key_b = name_key(a), name_key(b)
    if not key_a or not key_b:
        return None
    if key_a.replace(" ", "") == key_b.replace(" ", ""):
        return True
    return None if _near(key_a, key_b) else False


def _near(key_a: str, key_b: str) -> bool:
    """Whether the names differ in so little that a misprint, an abbreviation or another legal form may explain it."""
    words_a, words_b = _telling_words(key_a), _telling_words(key_b)
    if not words_a or not words_b or words_a == words_b:
        return True
    shorter, longer = sorted((words_a, words_b), key=len)
    if longer[: len(shorter)] == shorter or set(shorter) <= set(longer):
        return True
    if _is_cjk(key_a) != _is_cjk(key_b):
        return True  # a Chinese name and its English form cannot be compared
    matcher = SequenceMatcher(None, " ".join(words_a)[:200], " ".join(words_b)[:200], autojunk=False)
    return matcher.real_quick_ratio() >= NEAR and matcher.ratio() >= NEAR


def _telling_words(key: str) -> list[str]:
    return [word for word in key.split() if word not in _FORM_WORDS and word != "and"]


def _is_cjk(key: str) -> bool:
    return any("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7af" for c in key)
