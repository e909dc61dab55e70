"""Ids of statements as rules write them."""

import pytest
from pydantic import TypeAdapter, ValidationError

from docverify.facts.document import STATEMENTS
from docverify.rules.statement_ids import StatementIds, statements_of

IDS = TypeAdapter(StatementIds)


def test_one_id_or_a_list_of_them_is_written() -> None:
    assert IDS.validate_python("keep_manual") == ("keep_manual",)
    assert IDS.validate_python(list(STATEMENTS)) == STATEMENTS


@pytest.mark.parametrize("id", ["safety_informtion", "", "KEEP_MANUAL"])
def test_an_id_that_no_reader_looks_for_is_refused(id: str) -> None:
    with pytest.raises(ValidationError, match="statement"):
        IDS.validate_python([id])


def test_the_nearest_id_is_named() -> None:
    with pytest.raises(ValidationError, match="safety_information"):
        IDS.validate_python("safety_informtion")


def test_parameters_without_statements_name_none() -> None:
    assert statements_of(object()) == []
