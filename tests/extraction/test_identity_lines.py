"""Small lines by which a leaflet or datasheet names itself."""

from datetime import date

import pytest

from docverify.extraction.identity_lines import identity_lines
from tests.extraction.drawn_papers import paper, passage_of


def _read(*pages: list[str], models: tuple[str, ...] = ()) -> dict[str, object]:
    passage = passage_of(paper(*pages))
    return {name: found[0].value for name, found in identity_lines(passage, passage.pages, models=models).items()}


@pytest.mark.parametrize(
    ("line", "number", "revision", "day"),
    [
        ("MU-ARIA-IT · Rev. 1.3 · 03/02/2026", "MU-ARIA-IT", "1.3", date(2026, 2, 3)),
        ("© 2026 Ridge, Inc. All rights reserved. RLC-QSG-1005 Rev. E 1", "RLC-QSG-1005", "E", None),
        ("P/N 60-00417 Rev 04", "60-00417", "04", None),
        ("Wydanie 2 / 14.01.2026 SI-S11-02", "SI-S11-02", "2", date(2026, 1, 14)),
    ],
)
def test_number_revision_and_day_stand_in_one_line(line: str, number: str, revision: str, day: date | None) -> None:
    read = _read(["Mount the bracket on the wall.", line])
    assert (read["document_number"], read["revision"], read.get("revised_on")) == (number, revision, day)


def test_number_and_edition_stand_in_lines_one_under_the_other() -> None:
    read = _read(["Mount the bracket on the wall.", "RAYO-GIR-ES/EN", "ed. 3 – 22/01/2026"])
    assert (read["document_number"], read["revision"]) == ("RAYO-GIR-ES/EN", "3")
    assert read["revised_on"] == date(2026, 1, 22)


def test_a_model_of_the_paper_is_no_number() -> None:
    assert "document_number" not in _read(["VP-M7-T2C Rev. 4"], models=("VP-M7-T2C",))


@pytest.mark.parametrize(
    "line",
    [
        "Tested to EN 61851-1:2019, edition 3",
        "The update to version 2 of the app came with the release of 3 May 2026 for all of our chargers",
        "See docs.example/AB-12 Rev. 3 for more about the work that has to be done before",
        "IP54, IK10",
    ],
)
def test_a_line_that_says_something_else_names_no_paper(line: str) -> None:
    assert "document_number" not in _read([line])


def test_a_bare_revision_stands_between_number_and_day() -> None:
    read = _read(["Open the front panel.", "CW-900-12 / B / 14 Feb 2026"])
    assert (read["document_number"], read["revision"]) == ("CW-900-12", "B")


def test_a_line_of_company_and_number_says_the_number_by_its_label() -> None:
    line = "HPL GmbH · Ring 21 · 91052 Erlangen · Dokument-Nr. DB-HPL-2603"
    assert _read([line]) == {"document_number": "DB-HPL-2603"}


def test_a_sentence_before_revision_and_day_is_no_part_of_them() -> None:
    rows = ["Open the cover."] * 44
    read = _read([*rows, "Technische Änderungen vorbehalten. Ausgabe 05, 12.05.2026"])
    assert (read["revision"], read["revised_on"]) == ("05", date(2026, 5, 12))
