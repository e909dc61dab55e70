"""The country of an address is what is printed at its end, and nothing is guessed from a town."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.countries import country_of


@pytest.mark.parametrize(
    ("address", "country"),
    [
        ("No. 1 Keji Road, Shenzhen, P.R. China", "CN"),
        ("Hauptstr. 1\n80331 München\nDeutschland", "DE"),
        ("12 Rue de la Paix, 75002 Paris, FRANCE.", "FR"),
        ("1 High Street, Leeds LS1 4AP", "GB"),
        ("D-80331 München", "DE"),
        ("500 Main St, Austin, TX 78701", "US"),
        ("中国广东省深圳市科技路1号", "CN"),
        ("Park 5, Shenzhen, 518000, China 518000", "CN"),
        ("Leeds, United Kindgom", "GB"),
        ("Leeds, UnitedKingdom", "GB"),
        ("Nanshan, ShenzhenChina", "CN"),
        ("Taipei, Taiwan, R.O.C.", "TW"),
    ],
)
def test_a_printed_country_is_known_however_it_is_written(address: str, country: str) -> None:
    assert country_of(address) == country


@pytest.mark.parametrize(
    "address",
    ["", "Shenzhen", "1 Main Street", "Contact us", "Chinastraße 5, Ludwigstadt", "Germany Road 5, Springfield"],
)
def test_a_town_or_a_street_gives_no_country(address: str) -> None:
    assert country_of(address) is None


@given(st.text(max_size=60))
def test_any_text_has_a_country_of_two_letters_or_none(text: str) -> None:
    country = country_of(text)
    assert country is None or (len(country) == 2 and country.isupper())
