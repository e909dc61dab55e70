"""Turns a final acceptance or inspection record into the units inspected, their versions and the result.

One failed unit under an overall pass stays in the details of its serial number; the printed result is not changed.
"""

import re

from docverify.extraction.fields import Fields, once, texts, without_empty
from docverify.extraction.locate import Passage
from docverify.extraction.report_people import signatory
from docverify.extraction.running_text import first_match, matches, read_at
from docverify.extraction.short_paper import identity, with_company
from docverify.extraction.tested_product import all_versions
from docverify.extraction.unit_rows import unit_fields
from docverify.facts.evidence import Found

_RESULT = re.compile(
    r"(?:overall|final|total)?\s*(?:result|verdict|conclusion|decision|ergebnis|gesamtergebnis|résultat"
    r"|esito|resultado|结论|结果|判定)\s*[:：]\s*(?P<value>[^\n]{2,40})",
    re.IGNORECASE,
)
_FAIL = re.compile(
    r"\b(?:fail(?:ed)?|rejected|not (?:accepted|passed)|nicht (?:bestanden|in ordnung)|non conforme|n\.i\.o\.?)\b"
    r"|不合格",
    re.IGNORECASE,
)
_PASS = re.compile(r"\b(?:pass(?:ed)?|accepted|ok|bestanden|in ordnung|i\.o\.?|conforme)\b|合格", re.IGNORECASE)
_INSPECTOR = re.compile(
    r"(?:inspector|inspected by|tested by|prüfer|geprüft von|contrôleur|ispettore|inspector"
    r"|检验员)\s*[:：]\s*(?P<value>[A-ZÀ-Ž\u4e00-\u9fff][^\n,;/:]{2,40}?)(?=\s{2,}|\s*$|\s+(?:date|datum"
    r"|signature))",
    re.IGNORECASE | re.MULTILINE,
)


_SERIAL = re.compile(
    r"(?:\bserial(?: no\.?| number)?|\bseriennummer|\bS/N|出厂编号"
    r"|序列号)(?:\s*serial)?[\s:：.]{1,4}(?P<value>[A-Z]{0,4}\d{4,}[A-Z0-9-]*)",
    re.IGNORECASE,
)


def extract(passage: Passage) -> Fields:
    """Every field of the record."""
    fields = identity(passage, "manufacturer", "factory", "holder")
    units = unit_fields(passage)
    labelled = texts(passage, "serial_numbers")
    fields |= all_versions(passage) | units
    if "serial_numbers" not in fields and labelled:
        fields["serial_numbers"] = tuple(e for e in labelled if any(c.isdigit() for c in e.value) and len(e.value) < 40)
    if "factory" not in fields and "manufacturer" not in fields:
        fields = with_company(passage, fields)
    if "serial_numbers" not in fields:
        fields["serial_numbers"] = once([first_match(passage, _SERIAL)])
    fields["result"] = _result(passage)
    fields |= _inspector(passage) or signatory(passage)
    return without_empty(fields)


def _result(passage: Passage) -> tuple[Found[str], ...]:
    for page, match, _ in matches(passage, _RESULT):
        failed, passed = _FAIL.search(match["value"]), _PASS.search(match["value"])
        word = failed or passed
        if word:
            start = match.start("value")
            found = read_at(passage, page, (start + word.start(), start + word.end()), "fail" if failed else "pass")
            return once([found])
    return ()


def _inspector(passage: Passage) -> Fields:
    found = [entry for _, _, entry in matches(passage, _INSPECTOR)]
    return {"signatory_name": once(found[:1])} if found else {}
