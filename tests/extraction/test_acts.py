"""Legal acts: whatever the print, one normalised number."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.acts import find_acts, normalise_act


@pytest.mark.parametrize(
    ("printed", "act"),
    [
        ("2014/35/EU", "2014/35/EU"),
        ("2014/53/UE", "2014/53/EU"),
        ("2014 / 30 / EU", "2014/30/EU"),
        ("2011/65/ES", "2011/65/EU"),
        ("2009/125/ES", "2009/125/EC"),
        ("1999/5/EC", "1999/5/EC"),
        ("2006/95/EG", "2006/95/EC"),
        ("73/23/EEC", "73/23/EEC"),
        ("2015/863/EU", "(EU) 2015/863"),
        ("(EU) 2022/30", "(EU) 2022/30"),
        ("(UE) 2022/30", "(EU) 2022/30"),
        ("Regulation (EU) 2024/2847", "(EU) 2024/2847"),
        ("Verordnung (EU) Nr. 1025/2012", "(EU) 1025/2012"),
        ("Regulation (EC) No 1907/2006", "(EC) 1907/2006"),
        ("Rozporządzenie (WE) nr 1907/2006", "(EC) 1907/2006"),
        ("EU Battery Regulation 2023/1542", "(EU) 2023/1542"),
        ("Directive 2014/35", "2014/35/EU"),
        ("REACH 1907/2006", "(EC) 1907/2006"),
        ("Decision 768/2008", "(EC) 768/2008"),
        ("EU/2022/30", "(EU) 2022/30"),
        ("SI 2016/1101", "SI 2016/1101"),
        ("S.I. 2016 No. 1091", "SI 2016/1091"),
        ("UK Statutory Instrument 2017 No. 1206", "SI 2017/1206"),
        ("Electrical Equipment (Safety) Regulations 2016", "SI 2016/1101"),
        ("ELECTROMAGNETIC COMPATIBILITY REGULATIONS 2016", "SI 2016/1091"),
        ("The Radio Equipment\nRegulations 2017", "SI 2017/1206"),
        ("47 CFR 15", "47 CFR 15"),
        ("FCC Part 15 Subpart B", "47 CFR 15"),
        ("part 15 of the FCC Rules", "47 CFR 15"),
        ("MessEG", "MessEG"),
        ("§14a EnWG", "EnWG"),
    ],
)
def test_a_printed_act_has_its_number(printed: str, act: str) -> None:
    assert [spot.value for spot in find_acts(f"complies with {printed}, and")] == [act]
    assert normalise_act(printed) == act


def test_a_title_beside_its_number_is_one_entry_that_shows_a_swap() -> None:
    (swapped,) = find_acts("Electromagnetic Compatibility Regulations 2016 (S.I. 2016/1101)")
    assert swapped.value == "SI 2016/1101"
    assert swapped.details["title"] == "SI 2016/1091"


def test_an_amending_act_is_an_entry_of_its_own() -> None:
    assert [s.value for s in find_acts("2011/65/EU (as amended by 2015/863/EU)")] == ["2011/65/EU", "(EU) 2015/863"]


@pytest.mark.parametrize(
    "text",
    ["", "Low Voltage Directive", "2014/35", "12/28", "page 3/4", "2024/05/08", "EN 61851-1:2019", "S/N 2016/1101"],
)
def test_a_title_that_may_mean_several_acts_and_other_numbers_give_nothing(text: str) -> None:
    assert find_acts(text) == ()
    with pytest.raises(ValueError, match="not a legal act"):
        normalise_act(text)


@given(st.text(alphabet="(EUCS.I) 0123456789/NoFRPart", max_size=80) | st.text(max_size=120))
def test_every_act_found_reads_back_to_itself(text: str) -> None:
    for spot in find_acts(text):
        assert 0 <= spot.start < spot.end <= len(text)
        assert normalise_act(str(spot.value)) == spot.value


@pytest.mark.parametrize("unit", ["2014/35/", "(EU) ", "SI 2016 ", "FCC Part ", "regulation ", "1/", "No. "])
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    find_acts(unit * (60_000 // len(unit)))
    assert time.process_time() - started < 5


@pytest.mark.parametrize("text", ["88 FR 10619", "the waiver of 88 Fed. Reg. 10619 (February 21, 2023)"])
def test_a_notice_of_the_federal_register_is_an_act(text: str) -> None:
    assert [spot.value for spot in find_acts(text)] == ["88 FR 10619"]
