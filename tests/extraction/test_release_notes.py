"""Release notes: versions with their dates, and what they are for."""

from datetime import date

from tests.extraction.drawn_papers import paper, records_of, values

TITLE = (18, "Firmware Release Notes")


def test_each_release_has_its_date_and_the_newest_is_the_date_of_issue() -> None:
    record = records_of(
        paper(
            [
                TITLE,
                "Applies to: EVC-22S-W",
                "Version 2.0.1 (2025-07-26)",
                "• Fixed: restart",
                "Version 1.9.0 (2025-03-01)",
                "Voltora GmbH",
            ]
        )
    )[0]
    releases = {entry.value.printed: entry.details["released_on"] for entry in record.values("firmware_version")}
    assert releases == {"2.0.1": "2025-07-26", "1.9.0": "2025-03-01"}
    assert values(record, "issued_on") == [date(2025, 7, 26)]
    assert values(record, "models") == ["EVC-22S-W"]


def test_releases_in_a_table_are_read_by_their_columns() -> None:
    table = [["Release", "Date", "Products", "Hardware"], ["3.11.0", "21 Jun 2025", "NBX-22", "A"]]
    record = records_of(paper([TITLE, table]))[0]
    assert values(record, "firmware_version") == ["3.11.0"]
    assert values(record, "hardware_version") == ["A"]
    assert values(record, "models") == ["NBX-22"]
    assert values(record, "issued_on") == [date(2025, 6, 21)]
