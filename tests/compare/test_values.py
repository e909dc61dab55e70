"""What two readings say is compared by meaning; what may be a misread scan is not taken for a change."""

from dataclasses import replace

import pytest

from docverify.compare.values import key_of, keys_of, misread, paper_key, part_shown, shown, trusted
from docverify.facts.evidence import Found, Origin
from docverify.facts.standard import StandardReference
from tests.samples import DOCUMENT, found


def test_blanks_and_case_are_no_change_and_another_word_is() -> None:
    assert key_of("issuer", found("TÜV  Rheinland", "x")) == key_of("issuer", found("tüv rheinland", "y"))
    assert key_of("issuer", found("TÜV", "x")) != key_of("issuer", found("DEKRA", "x"))


def test_a_rating_of_another_model_is_another_rating() -> None:
    assert key_of("rated_current_a", found(32.0, "32 A", model="A")) != key_of(
        "rated_current_a", found(32.0, "32 A", model="B")
    )


def test_a_component_of_another_maker_is_another_component() -> None:
    first, second = (found("relay", "relay", maker=maker) for maker in ("Omron", "Hongfa"))
    assert key_of("components", first) != key_of("components", second)
    assert part_shown(second) == "relay: Hongfa"


def test_what_is_said_twice_counts_once() -> None:
    twice = replace(DOCUMENT, fields={"models": (found("A", "A"), found("a", "a"))})
    assert len(keys_of(twice, "models")) == 1


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (found(32.0, "32 A", model="EVC-22"), "32 A (EVC-22)"),
        (found((200.0, None), "x" * 40), "200 to …"),
        (found(StandardReference.parse("EN 55032:2015+A11:2020"), "q"), "EN 55032:2015+A11:2020"),
    ],
)
def test_a_value_is_shown_as_it_is_printed_with_what_it_belongs_to(entry: Found[object], words: str) -> None:
    assert shown(entry) == words


def test_only_a_near_text_of_a_scan_may_be_misread() -> None:
    printed, scanned = found("EVC-22S-W", "q"), replace(found("EVC-22S-VV", "q"), origin=Origin.OCR)
    assert misread([printed], [scanned])
    assert not misread([printed], [replace(scanned, origin=Origin.TEXT)])
    assert not misread([printed], [replace(scanned, value="QIA-11")])
    assert not misread([], [scanned])


def test_a_doubtful_reading_decides_nothing() -> None:
    sure = found("A", "A")
    assert trusted([sure])
    assert not trusted([sure, replace(sure, confidence=0.4)])


def test_a_paper_is_what_it_is_whatever_its_file_is_called() -> None:
    assert paper_key(DOCUMENT) == paper_key(replace(DOCUMENT, path="renamed.pdf"))
