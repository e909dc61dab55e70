"""Names of companies by meaning, body numbers, and the country that an address prints."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.party import BodyNumber, Party, country_of, name_key, same_party


@pytest.mark.parametrize(
    ("a", "b", "answer"),
    [
        ("Nantai Power Technology Co., Ltd.", "NANTAI POWER TECHNOLOGY CO.,LTD", True),
        ("Nantai Power Technology Co. Ltd", "Nantai Power Technology Company Limited", True),
        ("Ｎａｎｔａｉ Power", "Nantai Power", True),
        ("Voltora GmbH & Co. KG", "Voltora GmbH und Co KG", True),
        ("Volt-ora GmbH", "VoltOra G.m.b.H.", True),
        ("南台电力技术有限公司", "南台电力技术", True),
        ("Elektro Sp. z o.o.", "ELEKTRO SP.Z O.O.", True),
        ("Société Électrique S.A.S.", "SOCIETE ELECTRIQUE SAS", True),
        ("Voltora GmbH", "Voltora GmbH & Co. KG", None),
        ("Voltora GmbH", "Voltora AG", None),
        ("Nantai Power Technology Co., Ltd.", "Nantai Power Technologies Co., Ltd.", None),
        ("Nantai Power", "Nantai Power Technology (Shenzhen) Co., Ltd.", None),
        ("南台电力技术有限公司", "Nantai Power Technology Co., Ltd.", None),
        ("Voltora GmbH", "Acme Charging Ltd", False),
        ("ABC Power Co., Ltd.", "XYZ Power Co., Ltd.", False),
    ],
)
def test_two_names_are_the_same_party_or_not_or_too_near_to_say(a: str, b: str, answer: bool | None) -> None:
    assert same_party(a, b) is answer
    assert same_party(b, a) is answer


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("No. 1 Science Road\nNanshan District, Shenzhen 518000, P.R. China", "CN"),
        ("Building 5, Shanghai, PRC", "CN"),
        ("Hsinchu, Taiwan (R.O.C.)", "TW"),
        ("Musterstraße 1\n80331 München\nDeutschland", "DE"),
        ("Hauptstr. 2, D-80331 München", "DE"),
        ("1 rue de la Paix, 75002 Paris, France", "FR"),
        ("Keizersgracht 1, 1015 CJ Amsterdam, Nederland", "NL"),
        ("Via Roma 1, 20121 Milano, Italia", "IT"),
        ("Calle Mayor 1, 28013 Madrid, España", "ES"),
        ("ul. Prosta 1, 00-850 Warszawa, Polska", "PL"),
        ("Storgatan 1, 111 22 Stockholm, Sverige", "SE"),
        ("1 High Street, London SW1A 1AA, United Kingdom", "GB"),
        ("1 High Street, London SW1A 1AA", "GB"),
        ("123 Main St, San Jose, CA 95112", "US"),
        ("Somewhere, TX 75001, USA", "US"),
        ("中国广东省深圳市南山区", "CN"),
        ("深圳市, 中国", "CN"),
        ("Musterstraße 1, 80331 München", None),
        ("", None),
        ("Bells Yew Green, Kent, United Kindgom", "GB"),
        ("Culham, Abingdon, Oxfordshire,UnitedKingdom", "GB"),
        ("Bao'an District, Shenzhen, P.R.C. (518101)", "CN"),
        ("Guangdong, P.R.China", "CN"),
        ("Raytac Corporation / 대만", "TW"),
        ("Schweinthal 25, D- 91349 Egloffstein", "DE"),
        ("Vienna, Austrial", None),
        ("Untied States", "US"),
        ("Batamindo Park, Batam 29433, Indonesia", "ID"),
    ],
)
def test_the_country_is_the_one_printed_and_none_is_guessed(address: str, code: str | None) -> None:
    assert country_of(address) == code


def test_a_block_is_a_name_with_its_address() -> None:
    party = Party.parse("Voltora GmbH\nMusterstraße 1\n80331 München, Germany")
    assert (party.name, party.country) == ("Voltora GmbH", "DE")
    assert Party.parse(str(party)) == party
    assert party.same(Party("VOLTORA G.m.b.H.")) is True


@pytest.mark.parametrize(
    ("printed", "number"), [("0123", "0123"), ("CE 0044", "0044"), ("NB 2460", "2460"), ("CE0123", "0123")]
)
def test_a_body_number_has_four_digits(printed: str, number: str) -> None:
    assert str(BodyNumber.parse(printed)) == number


@pytest.mark.parametrize("text", ["", "123", "12345", "0123 and 0456", "CE"])
def test_no_or_several_body_numbers_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="body number"):
        BodyNumber.parse(text)


def test_a_name_without_letters_is_refused() -> None:
    with pytest.raises(ValueError, match="name"):
        Party("---")


@given(st.text(max_size=120), st.text(max_size=120))
def test_no_text_makes_the_comparison_stumble(a: str, b: str) -> None:
    assert same_party(a, b) is same_party(b, a)
    assert same_party(a, a) in (True, None)
    country_of(a)
    name_key(a)
