"""The shipment file: what it reads, and that every mistake is told with its line and column."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.errors import UsageError
from docverify.facts.shipment import ProductType
from docverify.shipment_file import read_shipment, read_shipment_file
from docverify.units.read import read_units

HEAD = "shipment: PO-1\nplaced_on_market: 2026-11-30\nmarkets: [EU, DE]\nproducts:\n"


def test_the_smallest_file_leaves_everything_else_unsaid() -> None:
    shipment = read_shipment(HEAD + "  - {model: EVC-22, type: ac_mode3}\n", path="s.yaml")
    product = shipment.products[0]
    assert (shipment.name, shipment.placed_on_market, shipment.markets) == ("PO-1", date(2026, 11, 30), ("EU", "DE"))
    assert (product.model, product.type) == ("EVC-22", ProductType.AC_MODE3)
    assert (product.radios, product.internet, product.units, product.ratings.voltage_v) == (None, None, None, None)


def test_an_empty_list_of_radios_is_not_the_same_as_nobody_saying() -> None:
    shipment = read_shipment(HEAD + "  - {model: A, type: ac_mode3, radios: []}\n", path="s.yaml")
    assert shipment.products[0].radios == ()


def test_importers_per_market_are_told_apart() -> None:
    text = (
        HEAD
        + "  - model: A\n    type: ac_mode3\n    importer:\n      - {name: E GmbH, markets: [EU]}\n      - {name: G Ltd, markets: [GB]}\n"
    )
    product = read_shipment(text, path="s.yaml").products[0]
    importers = [product.importer(market) for market in ("EU", "GB")]
    assert [importer.name for importer in importers if importer] == ["E GmbH", "G Ltd"]
    assert product.importer("US") is None


@pytest.mark.parametrize(
    ("products", "complaint"),
    [
        ("  - {model: A, type: ac_mode3, firmwar: x}", "s.yaml:5:32: unknown key 'firmwar'; did you mean 'firmware'?"),
        (
            "  - {model: A, type: ac_mode9}",
            "s.yaml:5:22: products.0.type: should be 'ac_mode2', 'ac_mode3' or 'dc_mode4'",
        ),
        ("  - {type: ac_mode3}", "s.yaml:5:5: 'model' is missing"),
        ("  - {model: A, type: ac_mode3, firmware: 1.10}", 'put the version in quotes ("1.10")'),
        ("  - {model: A, type: ac_mode3}\n  - {model: a, type: ac_mode3}", "two products have the model a"),
        ("  - {model: A, type: ac_mode3, ratings: {ip: IP}}", "s.yaml:5:46: products.0.ratings.ip"),
        ("  - {model: A, model: B, type: ac_mode3}", "s.yaml:5:16: 'model' stands here a second time"),
        ("  - {model: A, type: ac_mode3, connectors: [type3]}", "products.0.connectors.0"),
        ("  - [", "s.yaml:6:1: not valid YAML"),
    ],
)
def test_a_mistake_is_told_with_line_column_and_what_is_allowed(products: str, complaint: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_shipment(HEAD + products + "\n", path="s.yaml")
    assert complaint in str(caught.value)


def test_a_date_that_does_not_exist_is_told_where_it_stands() -> None:
    with pytest.raises(UsageError, match=r"s\.yaml:2:19: '2026-02-30' is no value"):
        read_shipment("shipment: x\nplaced_on_market: 2026-02-30\nmarkets: [EU]\nproducts: []\n", path="s.yaml")


def test_an_alias_that_grows_without_end_is_refused() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{b}: &{b} [{','.join(['*' + a] * 9)}]\n" for a, b in zip("abcdefg", "bcdefgh", strict=True)
    )
    with pytest.raises(UsageError, match="more than 200000 entries"):
        read_shipment(bomb, path="s.yaml")


@given(st.text(max_size=300))
def test_any_text_is_a_shipment_or_a_usage_error(text: str) -> None:
    try:
        read_shipment(text, path="s.yaml")
    except UsageError as error:
        assert str(error).startswith("s.yaml")


def test_units_are_read_beside_the_shipment_file_and_belong_to_it(tmp_path: Path) -> None:
    (tmp_path / "units.csv").write_text(
        "serial,hardware,firmware,produced_on,batch\nS1,C,1.8.4,2026-10-01,B7\nS2,,,,\n"
    )
    (tmp_path / "shipment.yaml").write_text(HEAD + "  - {model: A, type: ac_mode3, units: units.csv}\n")
    shipment, own_files = read_shipment_file(tmp_path / "shipment.yaml")
    units = shipment.products[0].units or ()
    assert [(unit.serial, unit.firmware, unit.produced_on) for unit in units] == [
        ("S1", "1.8.4", date(2026, 10, 1)),
        ("S2", None, None),
    ]
    assert [path.name for path in own_files] == ["shipment.yaml", "units.csv"]


@pytest.mark.parametrize(
    ("content", "complaint"),
    [
        ("model\nx\n", "columns must be serial"),
        (
            "serial,produced_on\nS1,32.10.2026\n",
            r"units\.csv:2:2: produced_on '32\.10\.2026': day is out of range",
        ),
        ("serial,firmware\n,1\n", r"units\.csv:2:1: a unit without a serial"),
    ],
)
def test_a_units_file_with_a_mistake_names_its_line(tmp_path: Path, content: str, complaint: str) -> None:
    path = tmp_path / "units.csv"
    path.write_text(content)
    with pytest.raises(UsageError, match=complaint):
        read_units(path)


def test_norway_without_quotes_is_told_to_be_false_to_yaml() -> None:
    text = "shipment: A\nplaced_on_market: 2026-11-30\nmarkets: [NO]\nproducts:\n- {model: EVC-22, type: ac_mode3}\n"
    with pytest.raises(UsageError, match=r'shipment.yaml:3:11: markets.0: write it in quotes \("NO" for Norway\)'):
        read_shipment(text, path="shipment.yaml")


def test_two_spellings_of_one_model_are_two_products_of_one_model() -> None:
    text = (
        "shipment: PO-1\nplaced_on_market: 2026-11-30\nmarkets: [DE]\nproducts:\n"
        "  - {model: EL22-T2S, type: ac_mode3}\n  - {model: el22 t2s, type: ac_mode3}\n"
    )
    with pytest.raises(UsageError, match=r"s.yaml:6:13: two products have the model el22 t2s"):
        read_shipment(text, path="s.yaml")


def test_a_date_in_another_order_is_refused_with_the_order_to_write() -> None:
    text = "shipment: PO-1\nplaced_on_market: 30.11.2026\nmarkets: [DE]\nproducts: [{model: A1, type: ac_mode3}]\n"
    with pytest.raises(UsageError, match=r"s.yaml:2:19: placed_on_market: write the date as YYYY-MM-DD"):
        read_shipment(text, path="s.yaml")


def test_what_a_person_found_out_is_read_for_one_product_or_all() -> None:
    answers = (
        "answers:\n"
        "  - {rule: AU-RCM-001, fulfilled: yes, who: A. Buyer, day: 2026-11-04, seen: the database, product: A}\n"
        "  - {rule: NZ-OPEN-001, fulfilled: false, who: A. Buyer, day: 2026-11-04, seen: a letter, paper: letter.pdf}\n"
    )
    first, second = read_shipment(HEAD + "  - {model: A, type: ac_mode3}\n" + answers, path="s.yaml").answers
    assert (first.rule, first.fulfilled, first.day, first.product) == ("AU-RCM-001", True, date(2026, 11, 4), "A")
    assert (second.fulfilled, second.product, second.paper) == (False, None, "letter.pdf")


def test_an_answer_about_a_product_that_does_not_ship_is_refused_at_its_place() -> None:
    answers = "answers:\n  - {rule: R-1, fulfilled: true, who: B, day: 2026-11-04, seen: it, product: B}\n"
    with pytest.raises(UsageError, match=r"s\.yaml:7:\d+: B does not ship; products: A"):
        read_shipment(HEAD + "  - {model: A, type: ac_mode3}\n" + answers, path="s.yaml")
