"""The dates of a result on one line."""

import re
from datetime import date

from docverify.facts.finding import Outcome, Severity
from docverify.report.timeline import dates, svg
from tests.samples import finding, result

RESULT = result(finding(Outcome.PASS, Severity.MAJOR))


def test_papers_and_the_shipment_stand_by_day() -> None:
    entries = dates(RESULT)
    assert [entry.day for entry in entries] == sorted(entry.day for entry in entries)
    assert date(2026, 3, 14) in [entry.day for entry in entries if entry.lane]
    assert date(2026, 11, 30) in [entry.day for entry in entries if not entry.lane]


def test_what_is_drawn_is_markup_that_says_every_lane() -> None:
    drawn = str(svg(dates(RESULT)))
    assert drawn.lstrip().startswith("<svg")
    assert "doc.pdf" in drawn
    assert re.search(r"<script|javascript:", drawn) is None
