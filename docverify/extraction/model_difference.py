"""Turns a report's statement of model differences into the further models that it says are the tested one.

Only a list that is the subject of a sentence of sameness counts ("All models EVC-11, EVC-22 and EVC-22-B are identical
except for the colour"), and only beside a model that the report names as tested. What one model is compared with, or
what the sentence denies or puts off, adds nothing.
"""

import re
from collections.abc import Iterator

from docverify.extraction.designations import is_designation
from docverify.extraction.fields import Fields
from docverify.extraction.locate import Passage
from docverify.extraction.running_text import read_at
from docverify.facts.designation import ModelFamily
from docverify.facts.designation_doubts import doubt_of_line
from docverify.facts.evidence import Found
from docverify.reading.page import Page

_HEADING = re.compile(
    r"model\s+(?:series\s+)?differences?|differences?\s+(?:between|of|among)\s+(?:the\s+)?models|modellunterschiede?|"
    r"unterschiede?\s+der\s+modelle|différences?\s+entre\s+les\s+modèles|型号差异",
    re.IGNORECASE,
)
_REACH = 600  # characters behind the heading
_CODE = r"(?=[A-Z0-9./-]*\d)[A-Z][A-Z0-9]*(?:[-./][A-Z0-9]+)*"
_LIST = rf"{_CODE}(?:\s*(?:,|/|&|\band\b|\bund\b|\bet\b|、)\s*(?:and\s+|und\s+)?{_CODE})+"
_SAME = re.compile(
    r"(?:all|both|the|alle|les|tous)?\s*(?:the\s+|die\s+|les\s+)?(?:models?|types?|modelle|typen|modèles|型号)?\s*:?\s*"
    rf"(?P<list>{_LIST})\s+(?:(?:are|sind|sont)\b[^.]{{0,80}}?(?:identical|of\s+the\s+same|identisch|baugleich|identiques?)\b"
    r"|(?:have|share|haben|ont)\s+(?:the|die(?:selbe)?|la)\s+(?:same|gleiche|même)\s+(?:construction|design|circuit|electrical))",
    re.IGNORECASE,
)
_ONE = re.compile(_CODE)
_SURE = 0.9


def with_models_of_difference(passage: Passage, fields: Fields) -> Fields:
    """The fields with the models that a statement of differences names beside a tested one."""
    named = fields.get("models", ())
    tested = {entry.value.printed.upper() for entry in named}
    added: list[Found[ModelFamily]] = []
    for page, start, code in _listed(passage, tested) if tested else ():
        family = ModelFamily.parse(code)
        if code.upper() not in tested and all(family != entry.value for entry in added):
            span = (start, start + len(code))
            entry = read_at(passage, page, span, family, confidence=_SURE, details={"said": "model difference"})
            added += [entry] if entry is not None else []
    return fields | {"models": (*named, *added)} if added else fields


def _listed(passage: Passage, tested: set[str]) -> Iterator[tuple[Page, int, str]]:
    """Page, place and print of the codes of every list of the same models that holds a tested one."""
    for page in passage.pages:
        for heading in _HEADING.finditer(page.text):
            end = min(len(page.text), heading.end() + _REACH)
            for match in _SAME.finditer(page.text, heading.end(), end):
                stop = page.text.find(".", match.end())
                sentence = page.text[match.start() : stop if stop > 0 else end]
                codes = list(_ONE.finditer(match["list"]))
                known = any(code[0].upper() in tested for code in codes)
                if not known or doubt_of_line(sentence) or not all(is_designation(code[0]) for code in codes):
                    continue
                yield from ((page, match.start("list") + code.start(), code[0]) for code in codes)
