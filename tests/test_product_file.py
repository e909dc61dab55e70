"""A product file holds one product, several of them, or is a shipment file; each product has its markets."""

from pathlib import Path

import pytest

from docverify.errors import UsageError
from docverify.product_file import read_product_file

ONE = "model: EVC-22S-W\ntype: ac_mode3\nmarkets: [EU, GB]\n"
SEVERAL = "markets: [EU]\nproducts:\n  - {model: EVC-22S-W, type: ac_mode3}\n  - {model: EVC-11S-W, type: ac_mode3}\n"


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    """A product file with that text."""
    path = folder / "product.yaml"
    path.write_bytes(text.encode(encoding))
    return path


def test_one_product_has_the_markets_that_stand_beside_it(tmp_path: Path) -> None:
    (entry,) = read_product_file(written(tmp_path, ONE))
    assert (entry.product.model, entry.markets, entry.path) == ("EVC-22S-W", ("EU", "GB"), tmp_path / "product.yaml")


def test_several_products_share_the_markets_of_the_file(tmp_path: Path) -> None:
    entries = read_product_file(written(tmp_path, SEVERAL))
    assert [(entry.product.model, entry.markets) for entry in entries] == [
        ("EVC-22S-W", ("EU",)),
        ("EVC-11S-W", ("EU",)),
    ]


def test_a_whole_shipment_file_is_a_product_file_too(tmp_path: Path) -> None:
    path = written(tmp_path, f"shipment: PO-1\nplaced_on_market: 2026-11-30\n{SEVERAL}")
    assert len(read_product_file(path)) == 2


def test_a_mark_of_the_byte_order_is_no_part_of_the_first_key(tmp_path: Path) -> None:
    assert read_product_file(written(tmp_path, ONE, "utf-8-sig"))[0].product.model == "EVC-22S-W"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (ONE.replace("model:", "modell:"), "1:1: unknown key 'modell'; did you mean 'model'?"),
        (ONE.replace("markets: [EU, GB]", ""), "'markets' is missing"),
        (ONE.replace("[EU, GB]", "[]"), "3:10: markets"),
        ("- EVC-22S-W", "1:1: a product file is a mapping"),
    ],
)
def test_a_mistake_is_told_with_file_line_and_column(tmp_path: Path, text: str, sentence: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        read_product_file(path)
    assert str(path) in str(caught.value)
    assert sentence in str(caught.value)


def test_a_file_that_is_not_there_or_no_text_is_refused_by_its_name(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"product.yaml: cannot be read: No such file"):
        read_product_file(tmp_path / "product.yaml")
    with pytest.raises(UsageError, match="save the product file as UTF-8"):
        read_product_file(written(tmp_path, "brand: Größe", "latin-1"))
