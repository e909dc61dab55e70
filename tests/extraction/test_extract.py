"""What every paper may have, whatever its kind: here the revision of one sign."""

import pytest

from tests.extraction.drawn_papers import paper, records_of, values


@pytest.mark.parametrize("sign", ["A", "3"])
@pytest.mark.parametrize("label", ["Revision: {}", "Rev. {}", "REV {}"])
def test_a_revision_of_one_sign_beside_its_label_is_read(sign: str, label: str) -> None:
    (record,) = records_of(paper([(14, "Datasheet EVK-22"), label.format(sign), "Rated voltage 400 V"]))
    assert values(record, "revision") == [sign]


def test_the_signs_of_a_revision_table_are_not_taken_for_the_revision() -> None:
    rows = [["Rev.", "Change"], ["A", "first"], ["B", "second"]]
    (record,) = records_of(paper([(14, "Datasheet EVK-22"), rows, "Rated voltage 400 V", "Revision: A", "Revision: B"]))
    assert values(record, "revision") == []
