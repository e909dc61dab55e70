import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.reading.repair import repair


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("certi\ufb01cate", "certificate"),
        ("a\r\nb", "a\nb"),
        ("C E R T I F I C A T E of", "CERTIFICATE of"),
        ("confor\x02\r\nmity", "conformity"),
        ("EVC\x02\r\n22S", "EVC-22S"),
        ("EVC-\x0022S", "EVC-22S"),
        ("soft\u00adware", "software"),
        ("全角：ＥＶＣ", "全角：ＥＶＣ"),
        ("A B C", "A B C"),
    ],
)
def test_text_is_mended_as_a_person_would_copy_it(raw: str, text: str) -> None:
    assert repair(raw).text == text


@pytest.mark.parametrize(
    "raw", ["x certi\ufb01cate y", "x\r\nC E R T I F I C A T E\r\ny", "a\x02\r\nb word", "q\x00\x00 word"]
)
def test_every_unmended_character_leads_back_to_itself(raw: str) -> None:
    repaired = repair(raw)
    start = repaired.text.index(repaired.text.split()[-1])
    first, last = repaired.raw_span(start, len(repaired.text))
    assert raw[first:last] == repaired.text[start:]


def test_a_spaced_word_leads_back_to_its_letters() -> None:
    repaired = repair("my C E R T I F I C A T E of")
    first, last = repaired.raw_span(3, 3 + len("CERT"))
    assert "my C E R T I F I C A T E of"[first:last] == "C E R T"


@given(st.text(alphabet=string.ascii_letters + " \r\n\x02\x00\ufb01\u00ad-", max_size=80))
def test_spans_of_any_text_lie_within_the_raw_text(raw: str) -> None:
    repaired = repair(raw)
    for at in range(len(repaired.text)):
        first, last = repaired.raw_span(at, at + 1)
        assert 0 <= first < last <= len(raw)
