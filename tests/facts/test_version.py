"""Versions: print to a version or range, compared by meaning, never guessed."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.facts.version import Version, find_versions

ROWS = [
    line.split("\t") for line in (Path(__file__).parent / "versions.tsv").read_text(encoding="utf-8").splitlines()[3:]
]


@pytest.mark.parametrize(("printed", "versions", "note"), ROWS)
def test_versions_in_the_wild_are_read_as_meant(printed: str, versions: str, note: str) -> None:
    assert ("; ".join(version.text for version, _, _ in find_versions(printed)) or "-") == versions, note


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        ("V1.02.03", "1.2.3"),
        ("1.8.4-rc2", "1.8.4-rc2"),
        ("HW Rev. C", "C"),
        ("Rev D", "D"),
        ("Firmware version of the sample ....... : 1.8.4", "1.8.4"),
        ("Version matérielle: A", "A"),
        ("Hardwarestand C", "C"),
        ("FW-Stand: 1.8.4", "1.8.4"),
        ("HW-Version: C", "C"),
        ("PCB V2.1", "2.1"),
        ("1.6.x", "1.6.x"),
        ("V1.5 and above", "1.5+"),
        ("V1.5 oder höher", "1.5+"),
        ("1.4 – 1.6", "1.4 – 1.6"),
        ("FW: V1.2.3 to V1.4.0", "1.2.3 – 1.4.0"),
        ("V1.0 及以上", "1.0+"),
        ("SW V2.00.01B", "2.0.1B"),
        ("C", "C"),
        ("3", "3"),
    ],
)
def test_a_printed_version_has_its_meaning(printed: str, text: str) -> None:
    version = Version.parse(printed)
    assert version.text == text
    assert version.printed == printed
    assert str(version) == printed


@pytest.mark.parametrize(
    ("printed", "text", "inside", "outside"),
    [
        ("> 1.5", "> 1.5", "1.6", "1.5"),
        ("below V2.0", "< 2.0", "1.9.9", "2.0"),
        ("newer than 1.5.2", "> 1.5.2", "1.5.3", "1.5.2"),
        ("prior to version 3.0", "< 3.0", "2.9", "3.0"),
        ("älter als 2.1", "< 2.1", "2.0", "2.1"),
        ("poniżej 2.1", "< 2.1", "2.0", "2.1"),
        ("≥ 1.5", "1.5+", "1.5", "1.4"),
        ("od wersji 2.0", "2.0+", "2.0", "1.9"),
        ("à partir de la version 1.2", "1.2+", "1.3", "1.1"),
    ],
)
def test_a_bound_that_is_not_among_them_is_not_contained(printed: str, text: str, inside: str, outside: str) -> None:
    version = Version.parse(printed)
    assert version.text == text
    assert version.contains(Version.parse(inside)) is True
    assert version.contains(Version.parse(outside)) is False
    assert Version.parse(version.printed).same(version)


@pytest.mark.parametrize("text", ["<V1.8.4>", "-> V1.8.4", "tested under firmware 1.8.4"])
def test_brackets_arrows_and_other_words_bound_nothing(text: str) -> None:
    assert Version.parse(text).text == "1.8.4"


@pytest.mark.parametrize("text", ["v1.0, v1.1 and v1.2", "FW: 1.8.4; HW: Rev. C", "OCPP 1.6 / 2.0"])
def test_a_line_of_several_versions_is_refused_as_one(text: str) -> None:
    with pytest.raises(ValueError, match="not a single version"):
        Version.parse(text)
    assert len(find_versions(text)) > 1


def test_a_build_beside_the_version_is_no_second_version() -> None:
    assert Version.parse("FW: V1.2.3 (build 445)").text == "1.2.3"


@pytest.mark.parametrize("text", ["", "hello", "400 V 3N~", "2025-03-14", "this version a user", "230 V AC"])
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a version"):
        Version.parse(text)


@pytest.mark.parametrize(
    ("a", "b", "order"),
    [
        ("V1.02.03", "1.2.3", 0),
        ("1.2", "1.2.0", 0),
        ("1.8.4-rc2", "1.8.4", -1),
        ("1.10", "1.9", 1),
        ("Rev C", "D", -1),
        ("Rev C", "1.2", None),
        ("1.6.x", "1.6.1", None),
    ],
)
def test_versions_are_ordered_where_they_are_counted_alike(a: str, b: str, order: int | None) -> None:
    assert Version.parse(a).compare(Version.parse(b)) == order
    assert Version.parse(b).compare(Version.parse(a)) == (None if order is None else -order)


@pytest.mark.parametrize(
    ("tested", "shipped", "answer"),
    [
        ("1.8.4", "V1.08.04", True),
        ("1.8.4", "1.8.5", False),
        ("1.8.4", "1.8.4-rc2", False),
        ("V1.5 and above", "1.6.0", True),
        ("V1.5 and above", "1.4.9", False),
        ("1.6.x", "1.6.12", True),
        ("1.6.x", "1.7.0", False),
        ("1.4 – 1.6", "1.5", True),
        ("1.4 – 1.6", "1.7", False),
        ("HW Rev. C", "C", True),
        ("HW Rev. C", "D", False),
        ("HW Rev. C", "2.1", None),
        ("1.8.4", "1.8.x", False),
        ("1.8.4", "1.5 and above", False),
    ],
)
def test_a_version_contains_another_or_not_or_nobody_can_say(tested: str, shipped: str, answer: bool | None) -> None:
    assert Version.parse(tested).contains(Version.parse(shipped)) is answer


def test_two_versions_of_one_line_are_both_found() -> None:
    found = find_versions("Firmware version: 1.8.4 / Hardware version: C")
    assert [(version.text, version.label) for version, _, _ in found] == [
        ("1.8.4", "firmware version"),
        ("C", "hardware version"),
    ]


versions = st.lists(st.integers(0, 9999), min_size=2, max_size=4).map(lambda parts: ".".join(map(str, parts)))


@given(
    versions,
    st.sampled_from(["", "V", "Rev. ", "FW ", "firmware version: "]),
    st.sampled_from(["", "-rc1", " and above"]),
)
def test_what_is_printed_parses_back_to_the_same(core: str, prefix: str, suffix: str) -> None:
    version = Version.parse(prefix + core + suffix)
    assert Version.parse(version.printed) == version
    assert version.contains(version) is True


@given(st.text(alphabet="vVRreE.0123456789xABC -/–≥toand", max_size=80) | st.text(max_size=120))
def test_no_text_makes_the_parser_stumble(text: str) -> None:
    for version, start, end in find_versions(text):
        assert 0 <= start < end <= len(text)
        version.contains(version)
    try:
        Version.parse(text)
    except ValueError as error:
        assert "not a version" in str(error)


@pytest.mark.parametrize("unit", ["v.", "1.", "version ", "rev rev", "1.1/", "(", "v1 - ", " ", "vvvv", "1.2.3-"])
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    find_versions(unit * (60_000 // len(unit)))
    assert time.process_time() - started < 5
