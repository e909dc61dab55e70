"""References to standards: every printed form, comparison by meaning, and no reference where there is none."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.extraction.acts import find_acts
from docverify.facts.standard import StandardReference, find_standards

ROWS = [
    line.split("\t") for line in (Path(__file__).parent / "standards.tsv").read_text(encoding="utf-8").splitlines()[3:]
]


def listed(text: str) -> str:
    return "; ".join(str(reference) for reference, _, _ in find_standards(text)) or "-"


@pytest.mark.parametrize(("printed", "standards", "acts", "note"), ROWS)
def test_references_in_the_wild_are_read_as_meant(printed: str, standards: str, acts: str, note: str) -> None:
    assert listed(printed) == standards, note
    assert ("; ".join(dict.fromkeys(str(act.value) for act in find_acts(printed))) or "-") == acts


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("EN 61000-3-2/-3", "EN 61000-3-2; EN 61000-3-3"),
        ("EN 61000-6-1: 2019, -6-3:2021", "EN 61000-6-1:2019; EN 61000-6-3:2021"),
        ("EN 301 489-1/-3/-17", "EN 301 489-1; EN 301 489-3; EN 301 489-17"),
        ("ETSI EN 301 489-1 V2.2.3, -3 V2.1.1", "ETSI EN 301 489-1 V2.2.3; ETSI EN 301 489-3 V2.1.1"),
        ("EN 61000-4-2, -3, -4, -11", "EN 61000-4-2; EN 61000-4-3; EN 61000-4-4; EN 61000-4-11"),
        ("EN 55032/35", "EN 55032; EN 55035"),
        ("ISO 9001/14001", "ISO 9001; ISO 14001"),
        ("IEEE 802.11b/g/n", "IEEE 802.11b; IEEE 802.11g; IEEE 802.11n"),
        ("OCPP 1.6J/2.0.1", "OCPP 1.6J; OCPP 2.0.1"),
        ("ISO 15118-2 and -20", "ISO 15118-2; ISO 15118-20"),
        ("OIML R 46-1/-2:2012", "OIML R 46-1; OIML R 46-2:2012"),
        ("EN 61851-1, -25 °C", "EN 61851-1"),
    ],
)
def test_a_list_that_shares_a_prefix_gives_one_entry_each(printed: str, expected: str) -> None:
    assert listed(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("IEC 60950-1:2005 (Second Edition) + Am 1:2009 + Am 2:2013", "IEC 60950-1:2005+AMD1:2009+AMD2:2013"),
        ("IEC 61851-1:2017 incl. Corr. 1", "IEC 61851-1:2017+COR1"),
        ("EN IEC 61851-21-2:2021/AC:2021-09", "EN IEC 61851-21-2:2021+AC:2021-09"),
        ("IEC 61851-1 Ed. 3.0", "IEC 61851-1 Ed. 3"),
        ("IEC 61851-1, 3rd ed., 2017", "IEC 61851-1:2017"),
        ("UL 2594 Third Edition", "UL 2594 Ed. 3"),
        ("ETSI EN 300 328 V2.2.2:2019-07", "ETSI EN 300 328 V2.2.2"),
        ("EN 300328 V2.2.2", "EN 300 328 V2.2.2"),
        ("DIN EN IEC 61851-1 (VDE 0122-1):2019-12", "DIN EN IEC 61851-1:2019-12"),
        ("DIN VDE 0100-722", "DIN VDE 0100-722"),
        ("VDE-AR-E 2418-3-100", "VDE-AR-E 2418-3-100"),
        ("prEN IEC 61851-23:2023", "Draft EN IEC 61851-23:2023"),
        ("CLC/TS 50131-1", "CLC/TS 50131-1"),
        ("BS 7671:2018+A2:2022", "BS 7671:2018+A2:2022"),
        ("NF C 15-100", "NF C 15-100"),
        ("UNE-EN 61851-1:2012", "UNE-EN 61851-1:2012"),
        ("ÖVE/ÖNORM EN 61851-1", "OVE/ONORM EN 61851-1"),
        ("CSA C22.2 No. 280-16", "CSA C22.2 No. 280:2016"),
        ("CAN/CSA-C22.2 No. 61010-1-12", "CSA C22.2 No. 61010-1:2012"),
        ("ANSI/CAN/UL 2202:2022", "UL 2202:2022"),
        ("AS/NZS CISPR 32:2015", "AS/NZS CISPR 32:2015"),
        ("AS/NZS IEC 61851.1:2020", "AS/NZS IEC 61851.1:2020"),
        ("NB/T 33008.1-2018", "NB/T 33008.1:2018"),
        ("KS C IEC 61851-1", "KS C IEC 61851-1"),
        ("IS 17017 (Part 1):2018", "IS 17017-1:2018"),
        ("47 CFR Part 15, Subpart C, Section 15.247", "47 CFR Part 15 Subpart C"),
        ("ICES-003 Issue 7", "ICES-003 Issue 7"),
        ("SAE J1772_201710", "SAE J1772:2017-10"),
        ("SAE J2847/2", "SAE J2847/2"),
        ("IEC/TS 62196-3-1", "IEC TS 62196-3-1"),
        ("EN IEC\n61851-1:2019", "EN IEC 61851-1:2019"),
        ("ＥＮ　６１８５１－１：２０１９", "EN 61851-1:2019"),
        ("DIN 70121", "DIN SPEC 70121"),
        ("EN IEC 61851- 1:2019", "EN IEC 61851-1:2019"),
        ("(GB 6944-2012)", "GB 6944:2012"),
        ("EN IEC 61851-1 2019 Säkerhet", "EN IEC 61851-1:2019"),
        ("EN IEC 61851-1 2024 March", "EN IEC 61851-1"),
        ("EN IEC 61851-1 2000 V", "EN IEC 61851-1"),
        ("VDE 0847 part 4-2 of 10.2001", "VDE 0847-4-2"),
        ("EN55032B", "EN 55032"),
        ("EN (IEC) 61851-1:2019", "EN IEC 61851-1:2019"),
        ("EN IEC/IEEE 82079-1:2020", "EN IEC/IEEE 82079-1:2020"),
        ("CSA/ANSI C22.2 No. 343:25", "CSA C22.2 No. 343:2025"),
        ("CISPR 11/32", "CISPR 11; CISPR 32"),
        ("HD 60364-7-722:2018", "HD 60364-7-722:2018"),
        ("Ex: EN-61851-1", "EN 61851-1"),
    ],
)
def test_every_family_and_dress_is_read(printed: str, expected: str) -> None:
    assert listed(printed) == expected


@pytest.mark.parametrize(
    "text",
    [
        "TRF IEC62109_1B",
        "Tel: +49 30 1234567",
        "EN 12",
        "EN 24 / DE 30",
        "Model EVC-22S-W",
        "IS 123 the",
        "UL E123456",
        "SN 2024010001",
        "S/N: SN123456789",
        "P/N: PN 10025",
        "DIN rail 35 mm",
        "NEMA 4X",
        "KC 10000 V",
        "Part 15 of this manual",
        "G99-22",
        "EN 2024-05-12",
        "HRB 12345",
        "2014 / 30 / EU",
        "GREEN 61851",
        "K 10",
        "IEC 2018",
        "DIN 2026-06",
        "DTU-G100 10D2",
        "gen charge EN\n1049 GEN",
    ],
)
def test_other_numbers_are_no_references(text: str) -> None:
    assert listed(text) == "-"


def parse(text: str) -> StandardReference:
    return StandardReference.parse(text)


def test_an_undated_reference_is_not_the_latest_edition() -> None:
    undated, dated = parse("EN IEC 61851-1"), parse("EN IEC 61851-1:2019")
    assert undated.edition is None
    assert undated.same_document(dated)
    assert undated.same_edition(dated) is None
    assert undated.newer_than(dated) is None


def test_the_same_edition_with_other_amendments_is_not_the_same() -> None:
    base = parse("EN 55032:2015")
    assert base.same_edition(parse("EN 55032:2015/A11:2020")) is False
    assert parse("EN 55032:2015+A11:2020").same_edition(parse("EN 55032:2015/A11:2020")) is True
    assert parse("CISPR 11:2015+AMD1:2016").same_edition(parse("CISPR 11:2015/A1:2016")) is True


def test_a_draft_is_not_the_edition() -> None:
    assert parse("Draft EN 301 489-1 V2.2.0").draft
    assert parse("Draft EN 301 489-1 V2.2.0").same_edition(parse("EN 301 489-1 V2.2.0")) is False


def test_editions_are_ordered_where_they_are_counted_alike() -> None:
    assert parse("EN 300 328 V2.2.2").newer_than(parse("ETSI EN 300 328 V2.1.1")) is True
    assert parse("EN IEC 61851-1:2019").newer_than(parse("EN IEC 61851-1:2021")) is False
    assert parse("IEC 61851-1 Ed. 3").newer_than(parse("IEC 61851-1:2017")) is None
    assert parse("EN IEC 61851-1:2019").newer_than(parse("EN IEC 61851-23:2014")) is None


def test_adoptions_are_related_but_not_the_same_document() -> None:
    assert not parse("EN 61851-1").same_document(parse("EN IEC 61851-1"))
    assert parse("EN 61851-1").is_related(parse("EN IEC 61851-1"))
    assert parse("EN IEC 61851-1").is_adoption_of(parse("IEC 61851-1"))
    assert parse("DIN EN IEC 61851-1").is_adoption_of(parse("EN IEC 61851-1"))
    assert parse("EN 55032").is_adoption_of(parse("CISPR 32"))
    assert not parse("EN 50549-1").is_related(parse("UL 1741"))


@pytest.mark.parametrize("text", ["", "hello", "EN", "61851-1", "IEC62109_1B"])
def test_nonsense_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not a reference"):
        StandardReference.parse(text)


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("UL 2594 / UL 2251", "UL 2594, UL 2251"),
        ("EN 61000-3-2, EN 61000-3-3", "EN 61000-3-2, EN 61000-3-3"),
        ("EN 61000-3-2/-3", "EN 61000-3-2, EN 61000-3-3"),
        ("IEC 61326-1:2013/2020", "IEC 61326-1:2013, IEC 61326-1:2020"),
        ("BS EN 61851-1:2019 (IEC 61851-1:2017)", "BS EN 61851-1:2019, IEC 61851-1:2017"),
        ("EN 62311" + " " * 1200 + "EN 62479", "EN 62311, EN 62479"),
    ],
)
def test_a_line_of_several_is_refused_as_one_and_given_whole_as_several(line: str, named: str) -> None:
    with pytest.raises(ValueError, match="one standard") as refused:
        StandardReference.parse(line)
    assert named in str(refused.value)
    assert ", ".join(map(str, StandardReference.parse_all(line))) == named


families = st.sampled_from(
    ["EN", "EN IEC", "IEC", "BS EN", "DIN EN IEC", "UL", "PN-EN", "IEC TS", "ISO/IEC", "CLC/TS", "AS/NZS CISPR"]
)
numbers = st.integers(50000, 69999).map(str)
part_lists = st.lists(st.integers(1, 99).map(str), max_size=3)
editions = st.none() | st.integers(1990, 2039).map(str) | st.sampled_from(["2016-02", "Ed. 3", "Ed. 2.1"])
amendment_lists = st.lists(
    st.sampled_from(["A1:2021", "A11:2020", "AC:2023-09", "AMD2:2019", "COR1:2020", "A2"]), max_size=3
)


@given(families, numbers, part_lists, editions, amendment_lists, st.booleans())
def test_what_is_printed_back_parses_to_the_same(
    family: str, number: str, parts: list[str], edition: str | None, amendments: list[str], draft: bool
) -> None:
    designation = f"{family} {'-'.join([number, *parts])}"
    reference = StandardReference(designation, edition, tuple(amendments), draft)
    assert StandardReference.parse(str(reference)) == reference


@given(
    st.lists(st.tuples(families, numbers, editions), min_size=2, max_size=5),
    st.sampled_from([", ", "; ", " / ", " and ", " & ", " + ", "\n", " (", " und "]),
)
def test_no_line_of_several_loses_one(printed: list[tuple[str, str, str | None]], joint: str) -> None:
    references = tuple(StandardReference(f"{family} {number}", edition) for family, number, edition in printed)
    line = joint.join(map(str, references))
    assert StandardReference.parse_all(line) == references
    with pytest.raises(ValueError, match="not a reference to one standard"):
        StandardReference.parse(line)


@given(st.text(alphabet="ENIECSOUL GB/T-:+.,;()0123456789aAV\n", max_size=60))
def test_one_reference_is_parsed_exactly_where_one_is_found(text: str) -> None:
    found = tuple(reference for reference, _, _ in find_standards(text))
    if len(found) == 1:
        assert (StandardReference.parse(text),) == found == StandardReference.parse_all(text)
    else:
        with pytest.raises(ValueError, match="not a reference"):
            StandardReference.parse(text)


@given(st.text(alphabet="ENIECSOUL GB/T-:+.,;()0123456789aAV\n", max_size=60))
def test_whatever_is_found_parses_back_and_lies_in_the_text(text: str) -> None:
    end = 0
    for reference, first, last in find_standards(text):
        assert 0 <= first < last <= len(text)
        assert last >= end
        end = last
        assert StandardReference.parse(str(reference)).designation == reference.designation


@given(st.text(max_size=200))
def test_no_text_makes_the_parser_stumble(text: str) -> None:
    find_standards(text)
    try:
        StandardReference.parse(text)
    except ValueError as error:
        assert "not a reference" in str(error)


@pytest.mark.parametrize(
    "unit",
    ["EN 61851-1/", "EN ", "IEC 61000-3-", "A1:2020+", "1234567890", "-1", "EN 61851-1, -1", " ", "(", "ISO/IEC/"],
)
def test_hostile_repetition_takes_linear_time(unit: str) -> None:
    started = time.process_time()
    find_standards(unit * (60_000 // len(unit)))
    assert time.process_time() - started < 5


@pytest.mark.parametrize("printed", ["EN 301 9081", "EN 3014891", "ETSI EN 300 3288"])
def test_a_number_with_a_digit_too_many_is_not_the_standard_without_it(printed: str) -> None:
    try:
        read = StandardReference.parse(printed).designation
    except ValueError:
        return
    assert read not in ("EN 301 908", "EN 301 489", "EN 300 328", "ETSI EN 300 328")
