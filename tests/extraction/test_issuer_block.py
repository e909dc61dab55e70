"""The laboratory of a report, found at the head or foot of its first pages."""

from docverify.extraction.issuer_block import address_at_the_edge, issuer_block
from docverify.extraction.letterhead import letterhead
from docverify.reading.page import Line, Page
from tests.extraction.printed_words import line, page, passage


def _values(pages: list[Page], **others: frozenset[str]) -> dict[str, str]:
    return {name: entries[0].value for name, entries in issuer_block(passage(*pages), **others).items()}


def _foot(number: int) -> list[Line]:
    return [
        line(56, 740, "Shenzhen Zhongjian Nanfang Testing Co., Ltd."),
        line(440, 740, "Project No.: C1906026"),
        line(56, 751, "No. B-C, 1/F., Building 2, Laodong Industrial Park,"),
        line(56, 762, "Shenzhen, Guangdong, China"),
        line(56, 773, "Telephone: +86 755 23118282"),
        line(500, 773, f"Page {number} of 9"),
    ]


def test_a_running_foot_names_the_laboratory_and_its_address() -> None:
    cover = page(line(200, 300, "TEST REPORT"), line(56, 320, "Applicant: Nebra Ltd"), *_foot(1))
    assert _values([cover, page(line(56, 100, "2 Version"), *_foot(2), number=2)]) == {
        "issuer": "Shenzhen Zhongjian Nanfang Testing Co., Ltd.",
        "issuer_address": "No. B-C, 1/F., Building 2, Laodong Industrial Park, Shenzhen, Guangdong, China",
        "issuer_country": "CN",
    }


def test_a_branch_is_part_of_the_name_and_the_address_may_stand_at_the_left() -> None:
    head = page(
        line(216, 62, "Harbour Standards Technical Services Co., Ltd."),
        line(216, 74, "Shenzhen Branch"),
        line(69, 112, "No. 1 Workshop, Middle section, Science Park,"),
        line(69, 124, "Shenzhen, Guangdong, China 518057"),
        line(69, 140, "Telephone: +86 755 2601"),
        line(372, 140, "Report No.: SZ171001"),
    )
    assert _values([head]) == {
        "issuer": "Harbour Standards Technical Services Co., Ltd. Shenzhen Branch",
        "issuer_address": "No. 1 Workshop, Middle section, Science Park, Shenzhen, Guangdong, China 518057",
        "issuer_country": "CN",
    }


def test_the_address_may_stand_behind_its_label_at_the_other_edge() -> None:
    lines = (
        line(100, 73, "Shenzhen BST Technology Co., Ltd."),
        line(56, 780, "Add: Building No.23, Zhiheng Park, Nantou, Shenzhen, China"),
    )
    assert _values([page(*lines), page(*lines, number=2)])["issuer_address"] == (
        "Building No.23, Zhiheng Park, Nantou, Shenzhen, China"
    )


def test_of_a_name_in_two_scripts_the_latin_one_is_read() -> None:
    lines = (
        line(56, 757, "深圳市中认联科检测技术有限公司"),
        line(270, 757, "Tel: +86-755-33019599"),
        line(56, 768, "Shenzhen Harbour Testing Technology Co., Ltd."),
        line(56, 779, "深圳市南山区工业园"),
        line(56, 790, "6F, Fuxinfa Industrial Park, Shenzhen, China"),
    )
    assert _values([page(*lines)]) == {
        "issuer": "Shenzhen Harbour Testing Technology Co., Ltd.",
        "issuer_address": "6F, Fuxinfa Industrial Park, Shenzhen, China",
        "issuer_country": "CN",
    }


def test_a_party_a_labelled_company_or_prose_is_no_issuer() -> None:
    head = (line(56, 60, "Nebra Ltd"), line(56, 72, "4 Bells Yew Green, Kent, United Kingdom"))
    assert not _values([page(*head), page(*head, number=2)], others=frozenset({"Nebra Ltd"}))
    assert not _values([page(line(56, 60, "Applicant:"), line(120, 60, "Nebra Ltd"))])
    assert not _values([page(line(56, 740, "This report is the property of Harbour Testing Co., Ltd."))])


def test_an_accreditation_ends_the_address_and_may_stand_before_it() -> None:
    foot = line(60, 780, "Norsk Akkreditering TEST 377 · Gaustadalléen 30, 0373 Oslo, Norway")
    found = address_at_the_edge(passage(page(line(57, 40, "Nordlys Prøvning AS"), foot)))
    assert {name: entries[0].value for name, entries in found.items()} == {
        "issuer_address": "Gaustadalléen 30, 0373 Oslo, Norway",
        "issuer_country": "NO",
    }
    foot = line(
        60, 780, "Sentrix Cyber Assurance B.V. – Roeskestraat 115, 1076 EE Amsterdam, The Netherlands – RvA L 702"
    )
    assert _values([page(foot)])["issuer_address"] == "Roeskestraat 115, 1076 EE Amsterdam, The Netherlands"


def test_a_line_with_a_number_of_a_report_is_no_company() -> None:
    assert not _values([page(line(57, 80, "Report SCA-2026-0077, version 1.1"), line(57, 92, "Date 2026-04-30, Oslo"))])


def test_the_value_of_a_label_under_the_name_is_no_address_of_it() -> None:
    head = (
        line(56, 60, "Laboratory"),
        line(176, 60, "Harbin Songhua Testing Institute"),
        line(56, 74, "Item"),
        line(176, 74, "EV charging station, BF-CS22"),
    )
    assert "issuer_address" not in letterhead(passage(page(*head)), page(*head))
