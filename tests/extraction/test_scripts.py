"""Names printed in Chinese and in Latin script."""

from docverify.extraction.printed import Printed, printed_lines
from docverify.extraction.scripts import in_latin, without_translation
from docverify.facts.evidence import Evidence, Found, Origin
from tests.extraction.printed_words import line


def block(*texts: str) -> Printed:
    return printed_lines([(1, line(0, 14.0 * n, text)) for n, text in enumerate(texts)])


def test_the_chinese_line_of_a_name_printed_twice_is_left_out() -> None:
    assert (
        without_translation(block("宁波海驰电气有限公司", "Haiche Electric Co., Ltd.")).text
        == "Haiche Electric Co., Ltd."
    )
    assert without_translation(block("宁波海驰 Haiche Electric Co., Ltd.")).text == "Haiche Electric Co., Ltd."


def test_what_is_printed_in_chinese_only_stays() -> None:
    only = block("宁波海驰电气有限公司", "EVC-22")
    assert without_translation(only) == only
    latin = block("Haiche Electric Co., Ltd.")
    assert without_translation(latin) is latin


def test_readings_in_latin_script_are_preferred_where_there_are_any() -> None:
    han, latin = (
        Found(text, text, (Evidence("a", 1, (0.0, 0.0, 1.0, 1.0)),), Origin.TEXT, 1.0) for text in ("中国", "China")
    )
    assert in_latin([han, latin]) == (latin,)
    assert in_latin([han]) == (han,)
    assert in_latin([]) == ()
