"""Turns the ways in which accreditation is printed into one: the accrediting body and its number.

"UKAS Testing Laboratory No. 2281", "CNAS-Lab Code: L9911", "TAF: 1190" and "Cofrac n° 1-5521" name a body, a few words
of accreditation and a number of that body's form; they are given as body and number. Other words between part them.
"""

import re
from collections.abc import Mapping, Sequence

from docverify.extraction.fields import once
from docverify.extraction.locate import Passage
from docverify.extraction.running_text import matches, read_at
from docverify.facts.evidence import Found
from docverify.reading.page import Page

_AS_PRINTED = re.compile(
    r"(?P<value>\bCNAS\s?(?:No\.?\s?)?L\d{4,5}\b|\b(?:DAkkS\s?)?D-PL-\d{5}-\d{2}-\d{2}\b"
    r"|\bCOFRAC\s?(?:n°\s?)?\d-\d{4}\b"
    r"|\bUKAS\s?(?:No\.?\s?)?\d{4}\b|\bACCREDIA\s?(?:LAB\s?)?(?:N[°.o]*\s?)?\d{4}\s?L?\b"
    r"|\bENAC\s?\d{1,4}/LE\d+\b|\bRvA\s?L\s?\d{3}\b"
    r"|\bNVLAP\s?(?:Lab(?:oratory)?\s?(?:Code|No\.?)[: ]*)?\d{6}-\d\b|\bA2LA\s?\d{4}\.\d{2}\b"
    r"|\bIAS\s?TL-\d+\b|\bSWEDAC\s?\d{4}\b"
    r"|\bPCA\s?AB\s?\d{3,4}\b|\bTAF\s?\d{4}\b|\bNorsk Akkreditering (?:TEST|CAL|PROD) ?\d{3}\b"
    r"|\b(?:DANAK|KOLAS|FINAS|CNAS|NABL)\s?(?:No\.?\s?|(?:Reg|TEST)\.?\s?(?:No\.?\s?)?)?(?:IB|KT|T|TC-)?\d{3,4}\b)"
)
_NUMBERS: Mapping[str, str] = {
    "CNAS": r"L\d{3,5}",
    "DAkkS": r"D-PL-\d{5}-\d{2}-\d{2}",
    "COFRAC": r"\d-\d{4}",
    "UKAS": r"\d{3,5}",
    "A2LA": r"\d{4}\.\d{2}",
    "NVLAP": r"\d{6}-\d",
    "TAF": r"\d{4}",
    "SWEDAC": r"\d{4}",
    "RvA": r"L ?\d{3}",
    "ENAC": r"\d{1,4}/LE\d+",
    "PCA": r"AB ?\d{3,4}",
    "ACCREDIA": r"\d{4} ?L?",
    "DANAK": r"\d{3,4}",
    "FINAS": r"T\d{3}",
    "SAS": r"STS ?\d{4}",
    "NATA": r"\d{3,5}",
    "KOLAS": r"KT\d{3}",
}
_WORDS = (
    r"(?:accredited|accreditation|akkreditierung\w*|accréditation|akkreditering|acreditación|akkrediterings"
    r"|akredytacji|testing|calibration"
    r"|test|lab|labs|laboratory|laboratories|laboratoire|prüflaboratorium|laboratorio|code|no|nr|n|number"
    r"|num|certificate|cert|registration|reg|reg|designation"
    r"|membership|corporate|site|facility|id|numéro|numero|número|nummer|nº|n°|of|the|by|under|republic"
    r"|korea|japan|taiwan|usa|uk)"
)
_NAMED = re.compile(
    "|".join(
        rf"\b(?P<{body}>(?i:{body}))\b(?:[\s,.:#(°º-]*(?i:\b{_WORDS}\b)){{0,6}}[\s,.:#(°º-]*(?<![\w-])(?P<{body}_number>{number})(?![\w/-]|\.\d)"
        for body, number in _NUMBERS.items()
    )
)


def report_accreditations(passage: Passage, pages: Sequence[Page]) -> tuple[Found[str], ...]:
    """The accreditation of a laboratory on those pages, each body and number once."""
    found = [entry for _, _, entry in matches(passage, _AS_PRINTED, pages=pages)]
    taken = {re.sub(r"\W", "", entry.value).casefold() for entry in found}
    for page in pages:
        for match in _NAMED.finditer(page.text):
            body = next(name for name in _NUMBERS if match[name])
            value = f"{body} {match[f'{body}_number']}"
            if not any(re.sub(r"\W", "", match[f"{body}_number"]).casefold() in other for other in taken):
                entry = read_at(passage, page, match.span(), value)
                found += [entry] if entry is not None else []
    return once(found)
