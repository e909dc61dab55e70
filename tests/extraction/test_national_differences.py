"""National and group differences that a report names."""

import pytest

from docverify.extraction.national_differences import national_differences
from tests.extraction.drawn_papers import paper


@pytest.mark.parametrize(
    ("line", "countries", "group"),
    [
        ("Summary of compliance with National Differences: CH, GB, DE", ["CH", "DE", "GB"], False),
        ("National differences: Australia, New Zealand, Korea", ["AU", "KR", "NZ"], False),
        ("European Group Differences and National Differences according to EN IEC 61851-1", [], True),
        ("National differences: not applicable", [], False),
        ("Nationale Abweichungen: Schweiz, Österreich", ["AT", "CH"], False),
    ],
)
def test_countries_of_national_differences_are_named(line: str, countries: list[str], group: bool) -> None:
    said = national_differences(paper([(14, "TEST REPORT"), line]).pages)
    assert said == {"countries": countries, "group": group, "pages": [1]}


def test_a_report_without_a_word_of_them_names_none() -> None:
    assert national_differences(paper([(14, "TEST REPORT"), "IEC 61851-1"]).pages) == {}
