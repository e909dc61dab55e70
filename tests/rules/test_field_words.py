from docverify.facts.document import FIELD_NAMES
from docverify.rules.field_words import ENGLISH, in_chinese, in_words


def test_fields_are_named_in_words() -> None:
    assert in_words("issued_on") == "date of issue"
    assert in_words("authorised_representative") == "authorised representative"
    assert in_chinese("place of signature, date of issue, a signature") == "签署地点, 签发日期, 签名"


def test_every_field_with_words_exists() -> None:
    assert ENGLISH.keys() <= FIELD_NAMES
