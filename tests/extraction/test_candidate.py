"""What stands where a label says that its value stands."""

import pytest

from docverify.extraction.candidate import Candidate, scored
from docverify.extraction.layout import Hit
from docverify.extraction.printed import printed_lines
from tests.extraction.printed_words import line

VALUE = printed_lines([(2, line(0, 0, "Haiche Electric"))])


def test_the_value_goes_on_with_what_may_belong_to_it() -> None:
    more = printed_lines([(2, line(0, 14, "88 Xinghu Road"))])
    assert Candidate("holder", "en", VALUE, "colon").whole() is VALUE
    assert Candidate("holder", "en", VALUE, "colon", more).whole().text == "Haiche Electric\n88 Xinghu Road"
    assert Candidate("holder", "en", VALUE, "colon").page == 2


@pytest.mark.parametrize(("strength", "score"), [("colon", 0.9), ("alone", 0.873), ("gap", 0.873), ("inline", 0.837)])
def test_a_value_is_as_sure_as_its_label_fits(strength: str, score: float) -> None:
    hit = Hit("holder", "en", (0,), 0, 6, strength, 0.9)
    assert scored(VALUE, hit).score == pytest.approx(score)
