"""What a check concludes, and what absence means on a page that could not be read."""

from dataclasses import replace
from datetime import date

import pytest

from docverify.facts.dossier import Dossier
from docverify.facts.evidence import Unreadable
from docverify.facts.finding import Outcome
from docverify.facts.shipment import Shipment
from docverify.rules.context import (
    TRUSTED,
    Context,
    failed,
    ground,
    inapplicable,
    listed,
    marked_unverified,
    missing,
    passed,
    undecided,
    unread,
    unreadable_reason,
)
from docverify.rules.pack import Registers
from tests.samples import DOCUMENT, found

WHOLE = replace(DOCUMENT, unread_pages=())
EMPTY = Dossier(Shipment("PO-1", date(2026, 11, 30), ("EU",), ()), ())
ISSUED = DOCUMENT.values("issued_on")[0]


@pytest.mark.parametrize(
    ("conclude", "outcome"),
    [
        (passed, Outcome.PASS),
        (failed, Outcome.FAIL),
        (undecided, Outcome.UNDETERMINED),
        (inapplicable, Outcome.NOT_APPLICABLE),
    ],
)
def test_a_conclusion_has_its_words_its_paper_and_its_weakest_reading(conclude: object, outcome: Outcome) -> None:
    assert callable(conclude)
    weak = replace(ISSUED, confidence=0.3)
    said = conclude("so", ground(WHOLE, ISSUED, weak), expected="a", found="b", missing="c")
    assert (said.outcome, said.why, said.expected, said.found) == (outcome, "so", "a", "b")
    assert dict(said.words) == {"missing": "c"}
    assert said.document is WHOLE
    assert said.weakest == 0.3 < TRUSTED
    assert len(said.evidence) == 2


def test_a_conclusion_without_readings_rests_on_nothing_weak() -> None:
    said = passed("so")
    assert (said.weakest, said.document, said.evidence) == (1.0, None, ())


def test_absence_proves_nothing_while_a_page_is_unread() -> None:
    assert unread(WHOLE, "a stamp") is None
    said = unread(DOCUMENT, "a stamp")
    assert said is not None
    assert said.outcome is Outcome.UNDETERMINED
    assert "page 2 of papers/doc.pdf could not be read" in said.why


@pytest.mark.parametrize("silent", ["fail", "not_applicable", "undetermined"])
def test_what_lacks_on_a_whole_paper_is_what_the_rule_says(silent: str) -> None:
    said = missing(WHOLE, "a date", silent)
    assert said.outcome is Outcome(silent)
    assert (said.expected, said.found) == ("a date", "nothing")
    assert missing(DOCUMENT, "a date", silent).outcome is Outcome.UNDETERMINED


def test_a_check_of_another_scope_has_no_product_and_no_document() -> None:
    context = Context(EMPTY, Registers(), "EU", date(2026, 11, 30))
    with pytest.raises(LookupError, match="not run for a product"):
        _ = context.the_product
    with pytest.raises(LookupError, match="not run for a document"):
        _ = context.the_document


def test_small_words() -> None:
    assert unreadable_reason(Unreadable("blank", (2, 3))) == "blank (page 2, 3)"
    assert listed([found("a", "a"), found("b", "b"), found("a", "a")]) == "a, b"
    assert marked_unverified(passed("so"), unverified=True).unverified
