from datetime import date

import pytest

from docverify.facts.dossier import Dossier
from docverify.facts.shipment import Product, ProductType, Ratings, Shipment
from docverify.rules.when import ConditionError, Values, condition, names_in, product_values, shipment_values

PRODUCT = Product("EVC-22", ProductType.AC_MODE3, radios=("wifi_2g4",), internet=None, ratings=Ratings(current_a=32))
DOSSIER = Dossier(Shipment("x", date(2026, 11, 30), ("EU",), (PRODUCT,)), ())
VALUES = Values({**shipment_values(DOSSIER, "EU"), **product_values(PRODUCT, "EU")})


@pytest.mark.parametrize(
    ("text", "truth"),
    [
        ("", True),
        ("product.radios.size() > 0", True),
        ("product.has_radio && product.internet", None),
        ("!product.has_radio && product.internet", False),
        ("product.has_radio || product.internet", True),
        ("placed_on_market >= date('2025-08-01')", True),
        ("placed_on_market < date('2025-08-01') && product.internet", False),
        ("given(product.internet)", False),
        ("!given(product.firmware) && product.type == 'ac_mode3'", True),
        ("given(product.radios) && 'wifi_2g4' in product.radios", True),
        ("product.current_a > 16.0", True),
        ("product.power_kw > 16.0", None),
        ("product.private_label", False),
        ("'EU' in markets && market == 'EU' && funding.size() == 0", True),
    ],
)
def test_a_condition_is_true_false_or_unknown(text: str, truth: bool | None) -> None:
    assert condition(text).decide(VALUES) is truth


@pytest.mark.parametrize(
    ("text", "line", "column", "reason"),
    [
        ("product.has_radio && product.internt", 1, 22, "did you mean 'product.internet'?"),
        ("product.internet == 3", 1, 18, "no matching overload"),
        ("product.radios.size(", 1, 21, "Syntax error"),
        ("product.radios", 1, 1, "true or false"),
        ("product.current_a > 16", 1, 19, "16.0"),
        ("placed_on_market >= date('2025-13-01')", 1, 27, "is no date"),
        ("given(product.firmware) == true", 1, 1, "stands alone"),
        ("product.has_radio &&\n  product.nothing", 2, 3, "unknown name 'product.nothing'"),
    ],
)
def test_a_wrong_condition_is_refused_with_its_place(text: str, line: int, column: int, reason: str) -> None:
    with pytest.raises(ConditionError) as caught:
        condition(text)
    assert reason in caught.value.reason
    assert (caught.value.line, caught.value.column) == (line, column)


def test_the_values_nobody_gave_are_named() -> None:
    assert condition("product.has_radio && product.internet").unknown(VALUES) == ("product.internet",)


def test_names_in_quotes_are_no_variables() -> None:
    assert names_in("document.scheme == 'product.radios' && market == 'markets'") == {"document.scheme", "market"}
