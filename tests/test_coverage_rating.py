"""Whether the ratings that a paper prints cover the size of the product."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.coverage_rating import rating_answer
from docverify.facts.document import DocumentKind
from docverify.facts.dossier import State
from docverify.facts.shipment import Product, ProductType, Ratings
from tests.linked import PRODUCT, dossier, found, paper, state_of


def test_a_printed_range_covers_the_voltage_in_it() -> None:
    document = paper(models="EVC-22S-W", rated_voltage_v=(380, 415), rated_current_a=32)
    assert state_of(document, "rating") is State.COVERED


def test_both_values_of_230_400_v_are_read() -> None:
    assert state_of(paper(rated_voltage_v=[230, 400], rated_current_a=32), "rating") is State.COVERED
    single = replace(PRODUCT, ratings=Ratings(voltage_v=230, current_a=32, phases=3))
    assert state_of(paper(rated_voltage_v=400, rated_current_a=32), "rating", single) is State.COVERED


def test_a_lower_current_on_the_paper_does_not_cover_and_both_values_are_named() -> None:
    document = paper(models="EVC-22S-W", rated_voltage_v=400, rated_current_a=16)
    entry = dossier(document).coverage(PRODUCT, document, "rating")
    assert entry.state is State.NOT_COVERED
    assert "16 A" in entry.why
    assert "32 A" in entry.why


def test_a_higher_current_on_the_paper_is_another_product() -> None:
    assert state_of(paper(rated_voltage_v=400, rated_current_a=63), "rating") is State.NOT_COVERED
    assert state_of(paper(rated_voltage_v=400, rated_current_a=(None, 63)), "rating") is State.COVERED


def test_a_rating_counts_only_for_the_model_it_is_printed_for() -> None:
    mine = found(32, model="EVC-22S-W")
    other = found(16, model="EVC-11S-W")
    assert state_of(paper(rated_voltage_v=400, rated_current_a=[other, mine]), "rating") is State.COVERED
    assert state_of(paper(rated_voltage_v=400, rated_current_a=[other]), "rating") is State.UNDETERMINED
    wrong = found(32, model="EVC-11S-W")
    low = found(16, model="EVC-22S-W")
    assert state_of(paper(rated_voltage_v=400, rated_current_a=[wrong, low]), "rating") is State.NOT_COVERED


def test_values_of_several_models_without_a_model_beside_them_decide_nothing() -> None:
    document = paper(models=["EVC-11S-W", "EVC-22S-W"], rated_voltage_v=400, rated_current_a=[16, 32])
    assert state_of(document, "rating") is State.UNDETERMINED


def test_the_rating_of_a_family_extends_to_its_smaller_members_only() -> None:
    product = replace(PRODUCT, ratings=Ratings(voltage_v=400, current_a=16, phases=3, power_kw=11))
    family = "EVC-yyS-W (yy can be 11 or 22)"
    document = paper(models=family, rated_voltage_v=400, rated_current_a=32, rated_power_kw=22, phases=3)
    assert state_of(document, "rating", product) is State.COVERED
    larger = replace(PRODUCT, ratings=Ratings(voltage_v=400, current_a=63, phases=3))
    assert state_of(document, "rating", larger) is State.NOT_COVERED
    single = replace(PRODUCT, ratings=Ratings(voltage_v=230, current_a=16, phases=1))
    assert state_of(document, "rating", single) is State.UNDETERMINED


def test_a_voltage_alone_does_not_fix_the_size() -> None:
    entry = dossier(paper(rated_voltage_v=400)).coverage(PRODUCT, paper(), "rating")
    assert entry.state is State.UNDETERMINED
    assert "gives no current" in entry.why


def test_a_power_is_compared_by_value_and_printed_rounding_is_no_difference() -> None:
    assert state_of(paper(rated_power_kw=22.08), "rating") is State.COVERED
    assert state_of(paper(rated_power_kw=11), "rating") is State.NOT_COVERED


def test_the_power_of_a_dc_charger_is_its_output() -> None:
    product = Product("DC-120", ProductType.DC_MODE4, ratings=Ratings(power_kw=120))
    document = paper(models="DC-120", output_power_kw=120, rated_power_kw=130)
    assert state_of(document, "rating", product) is State.COVERED


def test_a_paper_without_ratings_says_nothing_on_them() -> None:
    linked = dossier(paper(models="EVC-22S-W"))
    assert [entry.aspect for entry in linked.coverages] == ["model"]


def answered(ratings: Ratings, **fields: object) -> State | None:
    """What a paper with those fields says on a product of those ratings."""
    product = Product("EVC-22S-W", ProductType.AC_MODE3, ratings=ratings)
    answer = rating_answer(product, paper(**fields), ("EVC-22S-W",))
    return answer.state if answer else None


def test_without_a_rating_on_one_side_there_is_no_answer() -> None:
    assert answered(Ratings(), rated_current_a=32) is None
    assert answered(Ratings(current_a=32)) is None


def test_a_value_that_is_no_number_decides_nothing_for_a_family() -> None:
    several = {"models": ["EVC-11S-W", "EVC-22S-W"], "rated_voltage_v": 400}
    assert answered(Ratings(voltage_v=400, current_a=32), **several, rated_current_a="see table") is State.UNDETERMINED


def test_a_value_that_is_no_number_decides_nothing_for_one_model() -> None:
    ratings = Ratings(voltage_v=400, current_a=32)
    assert answered(ratings, rated_voltage_v=400, rated_current_a="see table") is State.UNDETERMINED


def test_one_phase_of_230_volts_does_not_show_three_of_400() -> None:
    three = Ratings(voltage_v=400, current_a=32, phases=3)
    assert answered(three, rated_voltage_v=230, rated_current_a=32) is State.UNDETERMINED
    assert answered(three, rated_voltage_v=230, rated_current_a=32, phases=1) is State.NOT_COVERED
    assert answered(three, rated_voltage_v=230, rated_current_a=32, phases=3) is State.COVERED
    with_power = replace(three, power_kw=22)
    assert answered(with_power, rated_voltage_v=230, rated_current_a=32, rated_power_kw=22) is State.COVERED


@pytest.mark.parametrize(
    ("printed", "state"),
    [
        (32, State.COVERED),
        (32.4, State.COVERED),
        (33, State.NOT_COVERED),
        ((6, 32), State.COVERED),
        ((6, 16), State.NOT_COVERED),
        ((40, None), State.NOT_COVERED),
        ((None, 32), State.COVERED),
    ],
)
def test_a_single_value_is_itself_and_a_range_is_what_lies_in_it(printed: object, state: State) -> None:
    assert answered(Ratings(voltage_v=400, current_a=32), rated_voltage_v=400, rated_current_a=printed) is state


def test_any_rating_that_does_not_fit_outweighs_those_that_do() -> None:
    ratings = Ratings(voltage_v=400, current_a=32, frequency_hz=50)
    fields = {"rated_voltage_v": 400, "rated_current_a": 32}
    assert answered(ratings, **fields, rated_frequency_hz=50) is State.COVERED
    assert answered(ratings, **fields, rated_frequency_hz=60) is State.NOT_COVERED
    assert answered(ratings, **fields, rated_frequency_hz=(50, 60)) is State.COVERED


def test_a_range_that_the_product_gives_has_to_lie_in_the_printed_one() -> None:
    product = Product("DC-120", ProductType.DC_MODE4, ratings=Ratings(output_voltage_v=(150, 1000), power_kw=120))

    def state(printed: object) -> State:
        document = paper(models="DC-120", output_voltage_v=printed, output_power_kw=120)
        return state_of(document, "rating", product)

    assert state((150, 1000)) is State.COVERED
    assert state((200, 1000)) is State.NOT_COVERED
    assert state((150, 920)) is State.NOT_COVERED


def test_the_supply_of_an_ac_charger_may_be_printed_as_its_output() -> None:
    document = paper("cert", DocumentKind.CERTIFICATE, output_voltage_v=400, output_current_a=32)
    assert state_of(document, "rating") is State.COVERED


def test_a_value_for_what_may_be_the_product_decides_nothing() -> None:
    document = paper(rated_voltage_v=400, rated_current_a=[found(32, model="EVC series")])
    entry = dossier(document).coverage(PRODUCT, document, "rating")
    assert entry.state is State.UNDETERMINED
    assert "EVC series" in entry.why


@given(st.floats(1, 1000), st.floats(1, 1000))
def test_a_printed_current_covers_no_other(printed: float, shipped: float) -> None:
    state = answered(Ratings(voltage_v=400, current_a=shipped), rated_voltage_v=400, rated_current_a=printed)
    near = abs(printed - shipped) <= 0.015 * printed
    assert state is (State.COVERED if near else State.NOT_COVERED)


@given(st.floats(1, 1000), st.floats(1, 1000))
def test_a_current_of_a_family_never_covers_a_larger_member(printed: float, shipped: float) -> None:
    fields = {"models": ["EVC-11S-W", "EVC-22S-W"], "rated_voltage_v": 400, "rated_current_a": printed}
    state = answered(Ratings(voltage_v=400, current_a=shipped), **fields)
    if shipped > printed * 1.02:
        assert state is State.NOT_COVERED
