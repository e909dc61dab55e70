"""Whether a paper cites a standard or an act that a rule names, by meaning and not by spelling.

A rule names `EN 18031-1` (any edition), `EN 18031-1:2024` (that edition or a later one) or `EN 301 908-*` (any
part). A wanted EN accepts every adoption of it (EN IEC, BS EN, DIN EN); a wanted IEC text accepts its EN, too; a
wanted EN never accepts the bare IEC text, which gives no presumption.
"""

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from docverify.facts.document import Document
from docverify.facts.evidence import Found
from docverify.facts.standard import StandardReference


@dataclass(frozen=True, slots=True)
class WantedStandard:
    """A standard as a rule names it; `any_part` for `EN 301 908-*`."""

    reference: StandardReference
    any_part: bool = False

    def names(self, cited: StandardReference) -> bool:
        """Whether the cited reference is this standard, in whatever edition; a draft of it is not it."""
        if cited.draft:
            return False
        if self.any_part:
            stem = self.reference.number
            in_series = cited.number == stem or cited.number.startswith(f"{stem}-")
            return in_series and _adopts(self.reference, _with_number(cited, stem))
        return _adopts(self.reference, cited)

    def recent(self, cited: StandardReference) -> bool | None:
        """Whether the cited edition is the wanted one or later; None when it is undated or counted otherwise."""
        if self.reference.edition is None:
            return True
        same_name = replace(cited, designation=self.reference.designation)
        older = self.reference.newer_than(same_name)
        return None if older is None else not older


@lru_cache(maxsize=4096)
def wanted_standard(text: str) -> WantedStandard:
    """The standard that a rule or a register names; ValueError when the text names none."""
    stem = text.removesuffix("-*")
    return WantedStandard(StandardReference.parse(stem), any_part=stem != text)


@lru_cache(maxsize=16384)
def _adopts(wanted: StandardReference, cited: StandardReference) -> bool:
    if cited.same_document(wanted) or cited.is_adoption_of(wanted):
        return True
    return wanted.number == cited.number and "EN" in _words(wanted) and "EN" in _words(cited)


@lru_cache(maxsize=16384)
def same_text(a: StandardReference, b: StandardReference) -> bool:
    """Whether both name one text with one count of editions: EN, EN IEC and BS EN do, EN and IEC do not."""
    return a.same_document(b) or (a.number == b.number and "EN" in _words(a) and "EN" in _words(b))


def _words(reference: StandardReference) -> list[str]:
    return re.split(r"[ /-]", reference.family)


def _with_number(reference: StandardReference, number: str) -> StandardReference:
    return replace(reference, designation=reference.designation.replace(reference.number, number))


def cited(document: Document, wanted: str) -> tuple[Found[Any], ...]:
    """The readings of the document's standards that name the wanted one, whatever the edition."""
    target = wanted_standard(wanted)
    return tuple(entry for entry in document.values("standards") if target.names(entry.value))


def cites_standard(document: Document, wanted: str) -> bool:
    """Whether the document cites the standard, in the wanted edition or later where one is named."""
    target = wanted_standard(wanted)
    return any(target.recent(entry.value) for entry in cited(document, wanted))


def act_key(number: str) -> str:
    """The number of an act as compared: blanks and case do not matter."""
    return re.sub(r"\s+", "", number).casefold()


def acts_named(document: Document, wanted: str) -> tuple[Found[Any], ...]:
    """The readings of the document's acts that are the wanted one."""
    key = act_key(wanted)
    return tuple(entry for entry in document.values("legal_acts") if act_key(str(entry.value)) == key)


def cites_act(document: Document, wanted: str) -> bool:
    """Whether the document lists the act."""
    return bool(acts_named(document, wanted))
