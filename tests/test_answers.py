from dataclasses import replace
from datetime import date

import pytest

from docverify.answers import questions, refuse_unknown
from docverify.errors import UsageError
from docverify.facts.shipment import Answer
from docverify.packs import packs_for

AUSTRALIA = packs_for(["AU"], as_of=date(2026, 11, 30))


def answer(rule: str) -> Answer:
    return Answer(rule, True, "A. Buyer", date(2026, 11, 2), "the database")


def test_the_questions_of_a_market_are_its_rules_that_people_answer() -> None:
    assert {"AU-RCM-001", "AU-SAF-NUM-001"} <= set(questions(AUSTRALIA))
    assert "AU-SAF-001" not in questions(AUSTRALIA)


def test_an_answer_to_a_question_of_another_market_is_let_be() -> None:
    refuse_unknown([answer("AU-RCM-001"), answer("NZ-OPEN-001")], AUSTRALIA)


@pytest.mark.parametrize("rule", ["AU-RCM-01", "AU-SAF-001"])
def test_an_answer_that_nobody_asked_for_is_refused_with_what_was_probably_meant(rule: str) -> None:
    with pytest.raises(UsageError, match="AU-RCM-001"):
        refuse_unknown([answer(rule)], AUSTRALIA)


def test_an_answer_about_a_paper_says_which_paper() -> None:
    states = packs_for(["US"], as_of=date(2026, 11, 30))
    with pytest.raises(UsageError, match="say which one under paper"):
        refuse_unknown([answer("US-NRTL-LAB-001")], states)
    refuse_unknown([replace(answer("US-NRTL-LAB-001"), paper="listing.pdf")], states)
