"""Which revision of itself a paper says it is, where no label does."""

import pytest

from docverify.extraction.extract import any_paper
from docverify.extraction.title_version import title_version
from tests.extraction.drawn_papers import paper, passage_of
from tests.extraction.printed_words import line, page, passage


@pytest.mark.parametrize(
    ("printed", "revision"),
    [
        ("Manual v1.02", "v1.02"),
        ("QUICK MANUAL 1.10", "1.10"),
        ("Robot Chassis Guide V1.0", "V1.0"),
        ("Rev 6", "6"),
        ("V3.21", "V3.21"),
        ("Software version 2.04", None),
        ("Guide to EN 61851-1", None),
    ],
)
def test_the_title_states_the_revision(printed: str, revision: str | None) -> None:
    found = title_version(passage(page(line(50, 60, printed), line(50, 300, "Features"))))
    assert [entry.value for entry in found.get("revision", ())] == ([revision] if revision else [])


def test_of_a_version_table_the_newest_row_counts_though_a_label_heads_it() -> None:
    rows = [
        "Interface description",
        ["Version", "Date", "Author"],
        ["1.0", "2018-02-14", "P. Example"],
        ["1.5", "2019-04-05", "P. Example"],
    ]
    fields = any_paper(passage_of(paper(rows)))
    assert [entry.value for entry in fields["revision"]] == ["1.5"]
    assert [str(entry.value) for entry in fields["revised_on"]] == ["2019-04-05"]


def test_the_date_beside_the_version_is_that_of_the_revision() -> None:
    fields = any_paper(passage_of(paper(["List of changes", ["Version: V1.40", "Date: 27.03.2015"]])))
    assert [str(entry.value) for entry in fields["revised_on"]] == ["2015-03-27"]
