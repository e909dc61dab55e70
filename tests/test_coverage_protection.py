"""Degrees of protection and temperature: higher and wider covers, lower and narrower does not."""

import pytest

from docverify.coverage_protection import protection_answers
from docverify.facts.document import Document, DocumentKind
from docverify.facts.dossier import State
from docverify.facts.shipment import Product, ProductType, Ratings
from tests.samples import SHA, found


def states(ratings: Ratings, **fields: object) -> list[State]:
    entries = {name: (found(value, str(value)),) for name, value in fields.items()}
    document = Document(SHA[:16], "c.pdf", SHA, (1, 1), DocumentKind.CERTIFICATE, "voluntary_mark", "", fields=entries)
    return [a.state for a in protection_answers(Product("EVC-22", ProductType.AC_MODE3, ratings=ratings), document)]


@pytest.mark.parametrize(
    ("printed", "shipped", "state"),
    [
        ("IP54", "IP54", State.COVERED),
        ("IP65", "IP54", State.COVERED),
        ("IP54", "IP65", State.NOT_COVERED),
        ("IP45", "IP54", State.NOT_COVERED),
        ("IPX4", "IP54", State.NOT_COVERED),
    ],
)
def test_both_digits_of_ip_have_to_be_reached(printed: str, shipped: str, state: State) -> None:
    assert states(Ratings(ip=shipped), protection_ip=printed) == [state]


@pytest.mark.parametrize(("printed", "state"), [("IK10", State.COVERED), ("IK08", State.NOT_COVERED)])
def test_a_lower_ik_does_not_cover(printed: str, state: State) -> None:
    assert states(Ratings(ik="IK10"), protection_ik=printed) == [state]


@pytest.mark.parametrize(
    ("printed", "state"),
    [((-30.0, 55.0), State.COVERED), ((-25.0, 40.0), State.NOT_COVERED), ((None, 55.0), State.COVERED)],
)
def test_a_narrower_temperature_range_does_not_cover(printed: object, state: State) -> None:
    assert states(Ratings(ambient_temperature_c=(-30, 50)), ambient_temperature_c=printed) == [state]


def test_what_one_side_does_not_say_is_no_answer() -> None:
    assert states(Ratings(), protection_ip="IP54") == []
    assert states(Ratings(ip="IP54")) == []
