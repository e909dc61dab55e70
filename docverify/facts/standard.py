"""References to standards: print to designation, edition and amendments, compared by meaning.

`StandardReference.parse` takes the print of one reference and refuses a line of several, `parse_all` takes such a
line, `find_standards` a running text with the places (lists that share a prefix give one entry each). An undated
reference has no edition: it is not the latest. Text that is no reference is refused; the grammar of print is in
`standard_grammar`.
"""

import re
from dataclasses import dataclass

from docverify.facts.standard_grammar import spots

_SPLIT = re.compile(
    r"(?P<family>47 CFR|3GPP TS|CSA C22\.\d|[^\d]*?)[ -]*(?P<number>(?:No\. |Part |[A-Z]{1,2}(?=\d))?\d.*|Gen.*|)",
    re.DOTALL,
)
_ADOPTED = {"EN", "IEC", "ISO", "CISPR"}  # texts that are taken over under another prefix
_IEC_NUMBER = re.compile(r"[67]\d{4}")  # an EN with such a number has the text of the IEC


@dataclass(frozen=True, slots=True)
class StandardReference:
    """A standard as cited: `designation`, `edition` (None when undated) and `amendments` in the order of print."""

    designation: str
    edition: str | None = None
    amendments: tuple[str, ...] = ()
    draft: bool = False

    @classmethod
    def parse(cls, text: str) -> "StandardReference":
        """The one reference that the text prints; ValueError when it prints none or several (see `parse_all`)."""
        references = cls.parse_all(text)
        if len(references) > 1:
            listed = ", ".join(str(r) for r in references[:5]) + (", …" if len(references) > 5 else "")
            raise ValueError(f"not a reference to one standard: {text[:80]!r} names {listed}")
        return references[0]

    @classmethod
    def parse_all(cls, text: str) -> tuple["StandardReference", ...]:
        """Every reference that the text prints, in its order: `EN 61000-3-2/-3` is two; ValueError when none."""
        references = tuple(reference for reference, _, _ in find_standards(text))
        if not references:
            raise ValueError(f"not a reference to a standard: {text[:80]!r}")
        return references

    def __str__(self) -> str:
        """The reference as catalogues print it: `EN IEC 61000-3-2:2019+A1:2021`, `ETSI EN 300 328 V2.2.2`."""
        dated = self.designation
        if self.edition:
            dated += f":{self.edition}" if self.edition[0].isdigit() else f" {self.edition}"
        return ("Draft " if self.draft else "") + dated + "".join(f"+{a}" for a in self.amendments)

    @property
    def family(self) -> str:
        """The letters before the number: `EN IEC`, `DIN EN`, `47 CFR`; an EN with a number of ETSI is `ETSI EN`."""
        family, number = _split(self.designation)
        return "ETSI EN" if family == "EN" and re.match(r"3\d\d \d{3}", number) else family

    @property
    def number(self) -> str:
        """The number with its parts: `61851-1`."""
        return _split(self.designation)[1]

    @property
    def year(self) -> int | None:
        """The year of the edition; None when undated or numbered in another way."""
        match = re.match(r"(\d{4})(?:-\d\d)?$", self.edition or "")
        return int(match[1]) if match else None

    def same_document(self, other: "StandardReference") -> bool:
        """Whether both name one document, whatever the edition; `EN 61851-1` and `EN IEC 61851-1` are two."""
        return (self.family, self.number) == (other.family, other.number)

    def same_edition(self, other: "StandardReference") -> bool | None:
        """Whether both name one document in one edition with the same amendments; None when either is undated."""
        if not self.same_document(other):
            return False
        if self.edition is None or other.edition is None:
            return None
        if self.draft != other.draft or self._edition_order(other) != 0:
            return False
        return _amendment_set(self.amendments) == _amendment_set(other.amendments)

    def is_adoption_of(self, other: "StandardReference") -> bool:
        """Whether this is the European or national form of the other: `DIN EN IEC 61851-1` of `EN IEC 61851-1`."""
        mine, theirs = _words(self.family), _words(other.family)
        if theirs == ["CISPR"] and "EN" in mine:
            return self.number == _from_cispr(other.number)
        if self.number != other.number or mine == theirs:
            return False
        if theirs == ["IEC"] and "EN" in mine and not {"ISO", "IEC"} & set(mine):
            return _IEC_NUMBER.match(self.number) is not None
        return len(mine) > len(theirs) and mine[-len(theirs) :] == theirs

    def is_related(self, other: "StandardReference") -> bool:
        """Whether both name one text under any prefix: `EN 61851-1`, `EN IEC 61851-1`, `BS EN 61851-1`."""
        if self.same_document(other) or self.is_adoption_of(other) or other.is_adoption_of(self):
            return True
        mine, theirs = _ADOPTED & set(_words(self.family)), _ADOPTED & set(_words(other.family))
        one_text = bool(mine & theirs) or bool(mine and theirs and _IEC_NUMBER.match(self.number))
        return self.number == other.number and one_text

    def newer_than(self, other: "StandardReference") -> bool | None:
        """Whether its edition came after the other's; None when undated, of another document or counted otherwise."""
        if not self.same_document(other):
            return None
        order = self._edition_order(other)
        return None if order is None else order > 0

    def _edition_order(self, other: "StandardReference") -> int | None:
        mine, theirs = _edition_key(self.edition), _edition_key(other.edition)
        if mine is None or theirs is None or mine[0] != theirs[0]:
            return None
        length = max(len(mine[1]), len(theirs[1]))
        if mine[0] == "year":  # a month is printed by some publishers only
            length = min(len(mine[1]), len(theirs[1]))
        a = (mine[1] + (0,) * length)[:length]
        b = (theirs[1] + (0,) * length)[:length]
        return (a > b) - (a < b)


def find_standards(text: str) -> tuple[tuple[StandardReference, int, int], ...]:
    """Every reference of a running text with the span it was printed in, in reading order."""
    return tuple((StandardReference(d, e, a, draft), start, end) for d, e, a, draft, start, end in spots(text))


def _split(designation: str) -> tuple[str, str]:
    match = _SPLIT.fullmatch(designation)
    return (match["family"].strip(), match["number"]) if match else (designation, "")


def _words(family: str) -> list[str]:
    return re.split(r"[ /-]", family)


def _from_cispr(number: str) -> str:
    """The number of the EN with the text of a CISPR standard: 32 is 55032, 14-1 is 55014-1."""
    base, *parts = number.split("-")
    return "-".join([f"55{base.zfill(3)}", *parts])


def _edition_key(edition: str | None) -> tuple[str, tuple[int, ...]] | None:
    if edition is None:
        return None
    numbers = tuple(int(n) for n in re.findall(r"\d{1,9}", edition))
    kind = "year" if edition[0].isdigit() else re.sub(r"[^A-Za-z].*", "", edition)
    return (kind, numbers) if numbers else None


def _amendment_set(amendments: tuple[str, ...]) -> frozenset[str]:
    """Amendments by meaning: `AMD1:2016` is `A1:2016`, `COR1:2020` is `AC1:2020`."""
    return frozenset(a.replace("AMD", "A").replace("COR", "AC") for a in amendments)
