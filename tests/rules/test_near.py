"""A wrong word is answered with the closest allowed one."""

from docverify.rules.near import SHOWN, allowed, closest


def test_the_closest_word_is_named_and_a_far_one_is_not() -> None:
    assert closest("declaratoin", ["declaration", "certificate"]) == "declaration"
    assert closest("zebra", ["declaration", "certificate"]) == ""


def test_the_sentence_says_what_is_wrong_and_what_is_allowed() -> None:
    said = allowed("kind", "declaratoin", ["declaration", "certificate"])
    assert said == "unknown kind 'declaratoin' (did you mean 'declaration'?); allowed: certificate, declaration"


def test_a_long_list_is_cut_and_an_empty_one_is_said_to_be_empty() -> None:
    words = [f"w{n:02}" for n in range(SHOWN + 3)]
    assert allowed("word", "x", words).endswith("w11 and 3 more")
    assert allowed("word", "x", []) == "unknown word 'x'; allowed: none"
