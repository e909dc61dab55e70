"""What one paper covers of one product: model, factory, versions, connectors, radios."""

from dataclasses import replace

import pytest

from docverify.coverage import Answer, coverage, factory_answer, listed_answer, model_answer, version_answer
from docverify.facts.designation import ModelFamily
from docverify.facts.document import UnreadPage
from docverify.facts.dossier import LinkKind, State
from docverify.facts.evidence import Found, Origin
from docverify.facts.shipment import Operator
from tests.linked import PRODUCT, dossier, found, paper, state_of


def test_a_paper_that_prints_the_model_covers_it_with_its_words_as_evidence() -> None:
    document = paper(models="EVC-22S-W")
    linked = dossier(document)
    entry = linked.coverage(PRODUCT, document)
    assert entry.state is State.COVERED
    assert entry.evidence[0].page == 1
    assert entry.evidence[0].boxes == ((1.0, 2.0, 3.0, 4.0),)
    assert [(x.kind, x.start, x.end) for x in linked.links] == [(LinkKind.COVERS, "cert", "EVC-22S-W")]


def test_a_near_model_is_not_covered_and_named_as_a_hint() -> None:
    document = paper(models="EVC-22S")
    entry = dossier(document).coverage(PRODUCT, document)
    assert entry.state is State.NOT_COVERED
    assert "near: EVC-22S" in entry.why


def test_the_best_of_several_designations_counts() -> None:
    assert state_of(paper(models=["EVC-11S-W", "EVC-22S-W"])) is State.COVERED
    assert state_of(paper(covered_models=["EVC series"])) is State.UNDETERMINED


def test_the_brand_before_the_model_makes_no_difference() -> None:
    assert state_of(paper(models="Wallbox Voltora EVC-22S-W")) is State.COVERED


def test_a_paper_without_any_model_is_undetermined() -> None:
    entry = dossier(paper()).coverage(PRODUCT, paper())
    assert entry.state is State.UNDETERMINED
    assert "no model was found" in entry.why


def test_a_model_that_may_stand_on_an_unread_page_is_undetermined() -> None:
    document = replace(paper(models="EVC-11"), unread_pages=(UnreadPage(3, "blank scan"),))
    entry = dossier(document).coverage(PRODUCT, document)
    assert entry.state is State.UNDETERMINED
    assert "page 3 could not be read" in entry.why


def test_a_scanned_o_for_a_nought_is_undetermined() -> None:
    product = replace(PRODUCT, model="EVC-20")
    document = paper(models=[found(ModelFamily.parse("EVC-2O"), origin=Origin.OCR)])
    assert state_of(document, product=product) is State.UNDETERMINED


# ---- factory, versions, lists --------------------------------------------------------------------------------------

FACTORY = Operator("Nantai Power Technology Co., Ltd.", "88 Xinghu Road, Suzhou", "CN")
MADE = replace(PRODUCT, factory=FACTORY, hardware="C", firmware="1.8.4", connectors=("type2_socket",), radios=("lte",))


def test_the_factory_is_compared_by_name_and_country() -> None:
    same = paper(factory="NANTAI POWER TECHNOLOGY CO LTD")
    assert state_of(same, "factory", MADE) is State.COVERED
    assert state_of(paper(factory="Other Works GmbH"), "factory", MADE) is State.NOT_COVERED
    elsewhere = paper(factory="Nantai Power Technology Co., Ltd.", factory_country="VN")
    assert state_of(elsewhere, "factory", MADE) is State.NOT_COVERED


def test_the_same_factory_at_another_address_is_undetermined() -> None:
    moved = paper(factory="Nantai Power Technology Co., Ltd.", factory_address="5 Haibin Avenue, Zhuhai, China")
    assert state_of(moved, "factory", MADE) is State.UNDETERMINED


def test_one_of_several_factories_is_enough() -> None:
    assert state_of(paper(factory=["Other Works GmbH", FACTORY.name]), "factory", MADE) is State.COVERED


def test_firmware_within_the_printed_range_is_covered() -> None:
    assert state_of(paper(firmware_version="V1.8.4"), "firmware", MADE) is State.COVERED
    assert state_of(paper(firmware_version="V1.6.0"), "firmware", MADE) is State.NOT_COVERED
    assert state_of(paper(firmware_version="V1.8.4"), "firmware") is State.UNDETERMINED


def test_hardware_of_another_revision_is_not_covered() -> None:
    assert state_of(paper(hardware_version="Rev. C"), "hardware", MADE) is State.COVERED
    assert state_of(paper(hardware_version="Rev. B"), "hardware", MADE) is State.NOT_COVERED


def test_a_connector_or_radio_that_the_paper_does_not_list_is_not_covered() -> None:
    assert state_of(paper(connectors=["type2_socket", "type1"]), "connector", MADE) is State.COVERED
    assert state_of(paper(connectors=["type2_cable"]), "connector", MADE) is State.NOT_COVERED
    assert state_of(paper(radios=["wifi_2g4"]), "radio", MADE) is State.NOT_COVERED


def doubted(value: object, **details: object) -> Found[object]:
    """A reading that nothing may rest on."""
    return replace(found(value, **details), confidence=0.4)


def test_what_was_read_badly_covers_nothing_and_the_reason_is_told() -> None:
    family = ModelFamily.parse("EVC-22S-W")
    reasons = {
        "the paper itself says “draft” ": doubted(family, doubt="draft"),
        "it stands in a list of accessories": doubted(family, stands_in="a list of accessories"),
        "it was read too badly": doubted(family),
    }
    for why, reading in reasons.items():
        entry = dossier(paper(models=[reading])).coverage(PRODUCT, paper())
        assert entry.state is State.UNDETERMINED
        assert why.strip() in entry.why


def test_a_good_reading_beside_a_bad_one_covers() -> None:
    family = ModelFamily.parse("EVC-22S-W")
    assert state_of(paper(models=[doubted(family), found(family)])) is State.COVERED


def test_a_model_that_the_paper_says_was_not_tested_is_not_covered_even_when_it_stands_elsewhere() -> None:
    family = ModelFamily.parse("EVC-22S-W")
    document = paper(models=[found(family), found(family, denied=True, doubt="not tested")])
    answer = model_answer("EVC-22S-W", None, document)
    assert answer.state is State.NOT_COVERED
    assert "not tested" in answer.why


def test_at_most_five_of_many_other_models_are_named() -> None:
    answer = model_answer("EVC-22", None, paper(models=[f"XQ-{n}00" for n in range(1, 9)]))
    assert answer.state is State.NOT_COVERED
    assert "XQ-500, …" in answer.why
    assert "XQ-600" not in answer.why


def test_only_a_mismatch_is_softened_by_unread_pages() -> None:
    pages = tuple(UnreadPage(n, "blank") for n in range(2, 20))
    document = replace(paper(), unread_pages=pages)
    states = {state: coverage(PRODUCT, document, "model", Answer(state, "so")) for state in State}
    assert states[State.COVERED].state is State.COVERED
    assert states[State.NOT_COVERED].state is State.UNDETERMINED
    assert "page 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 could" in states[State.NOT_COVERED].why


def test_an_aspect_that_the_paper_does_not_mention_is_no_answer() -> None:
    assert factory_answer(MADE, paper()) is None
    assert version_answer("hardware", "C", paper(), ("hardware_version",)) is None
    assert listed_answer("radio", ("lte",), paper(), "radios") is None
    assert listed_answer("radio", (), paper(radios="lte"), "radios") is None
    assert listed_answer("radio", None, paper(radios="lte"), "radios") is None


def test_a_named_factory_is_undetermined_while_nobody_says_where_the_product_was_made() -> None:
    answer = factory_answer(PRODUCT, paper(factory=["Works A", "Works A", "Works B"]))
    assert answer is not None
    assert answer.state is State.UNDETERMINED
    assert "Works A, Works B;" in answer.why


def test_an_address_counts_for_the_factory_beside_it_only() -> None:
    names = ["Other Works GmbH", FACTORY.name]
    beside = paper(factory=names, factory_address=["1 High Street, London, United Kingdom", FACTORY.address])
    assert state_of(beside, "factory", MADE) is State.COVERED
    swapped = paper(factory=names, factory_address=[FACTORY.address, "1 High Street, London, United Kingdom"])
    assert state_of(swapped, "factory", MADE) is not State.COVERED


@pytest.mark.parametrize(
    ("printed", "shipped", "state"),
    [
        ("1.8.x", "1.8.4", State.COVERED),
        ("V1.8 and above", "1.9", State.COVERED),
        ("V1.8 and above", "1.7.9", State.NOT_COVERED),
        ("1.8.4", "1.8.40", State.NOT_COVERED),
        ("1.8.4", "1.8.4-rc1", State.NOT_COVERED),
        ("Rev. C", "3", State.UNDETERMINED),
        ("see nameplate", "1.8.4", State.UNDETERMINED),
        ("Aurora", "aurora", State.COVERED),
        ("1.8.4", "Aurora", State.UNDETERMINED),
    ],
)
def test_a_version_is_compared_by_meaning_and_what_cannot_be_compared_is_undetermined(
    printed: str, shipped: str, state: State
) -> None:
    answer = version_answer("firmware", shipped, paper(firmware_version=printed), ("firmware_version",))
    assert answer is not None
    assert answer.state is state


def test_the_first_field_that_is_filled_is_the_version_that_counts() -> None:
    document = paper(firmware_version="1.6.0", firmware_described="1.8.4")
    assert state_of(document, "firmware", MADE) is State.NOT_COVERED
    assert state_of(paper(software_version="1.8.4"), "firmware", MADE) is State.COVERED


def test_every_connector_that_ships_has_to_be_listed_and_the_missing_one_is_named() -> None:
    answer = listed_answer("connector", ("ccs2", "chademo"), paper(connectors="ccs2"), "connectors")
    assert answer is not None
    assert answer.state is State.NOT_COVERED
    assert "has chademo as well" in answer.why
