"""Ids of statements as rules write them: one that no reader looks for is refused, or its rule would fail all papers."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from docverify.facts.document import STATEMENTS
from docverify.rules.near import allowed
from docverify.rules.pack import as_tuple


def _statement(id: str) -> str:
    if id not in STATEMENTS:
        raise ValueError(allowed("statement", id, STATEMENTS))
    return id


StatementId = Annotated[str, AfterValidator(_statement)]
StatementIds = Annotated[
    tuple[StatementId, ...], BeforeValidator(as_tuple, json_schema_input_type=StatementId | list[StatementId])
]
