"""Whether a paper cites the standard or act that a rule names: by meaning, never by likeness."""

from dataclasses import replace

import pytest

from docverify.facts.document import Document
from docverify.facts.standard import StandardReference
from docverify.rules.standards import act_key, cites_act, cites_standard, same_text, wanted_standard
from tests.samples import DOCUMENT, found


def citing(*standards: str, acts: tuple[str, ...] = ()) -> Document:
    """A paper that cites them."""
    fields = {
        "standards": tuple(found(StandardReference.parse(text), text) for text in standards),
        "legal_acts": tuple(found(text, text) for text in acts),
    }
    return replace(DOCUMENT, fields=fields)


@pytest.mark.parametrize(
    ("wanted", "printed"),
    [
        ("EN 18031-1", "EN 18031-1:2024"),
        ("EN 18031-1", "EN 18031-1"),
        ("EN 55032:2015", "EN 55032:2015+A11:2020"),
        ("EN 55032:2015", "BS EN 55032:2019"),
        ("EN 61851-1", "EN IEC 61851-1:2019"),
        ("IEC 61851-1", "EN IEC 61851-1:2019"),
        ("EN 301 908-*", "EN 301 908-13 V13.2.1"),
        ("EN 301 908-*", "EN 301 908"),
    ],
)
def test_an_adoption_and_a_later_edition_are_the_standard(wanted: str, printed: str) -> None:
    assert cites_standard(citing(printed), wanted)


@pytest.mark.parametrize(
    ("wanted", "printed"),
    [
        ("EN 18031-1", "EN 18031-2:2024"),
        ("EN 55032:2015", "EN 55032:2012"),
        ("EN 55032:2015", "EN 55032"),
        ("EN 61851-1", "IEC 61851-1:2017"),
        ("EN 301 908-*", "EN 303 908-1"),
        ("EN 18031-1", "prEN 18031-1:2023"),
    ],
)
def test_another_part_an_older_edition_the_bare_iec_text_and_a_draft_are_not(wanted: str, printed: str) -> None:
    assert not cites_standard(citing(printed), wanted)


def test_whether_an_undated_reference_is_recent_enough_is_not_known() -> None:
    wanted = wanted_standard("EN 55032:2015")
    assert wanted.names(StandardReference.parse("EN 55032"))
    assert wanted.recent(StandardReference.parse("EN 55032")) is None


def test_en_and_its_national_print_are_one_text_and_iec_is_another() -> None:
    en, bs, iec = map(StandardReference.parse, ("EN 55032:2015", "BS EN 55032:2015", "IEC 61851-1:2017"))
    assert same_text(en, bs)
    assert not same_text(iec, StandardReference.parse("EN IEC 61851-1:2019"))


def test_a_standard_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match=r".+"):
        wanted_standard("hello world")


def test_blanks_and_case_of_an_act_do_not_matter() -> None:
    assert act_key(" 2014 / 53/eu") == act_key("2014/53/EU")
    assert cites_act(citing(acts=("2014/53/EU",)), "2014/53/eu")
    assert not cites_act(citing(acts=("2014/35/EU",)), "2014/53/EU")
