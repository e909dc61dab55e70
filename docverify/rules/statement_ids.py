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


def statements_of(parameters: object) -> list[tuple[str, str]]:
    """The ids of statements that parameters name, each with the key it stands under."""
    keys = _KEYS.get(type(parameters).__name__, ())
    return [(key, id) for key in keys for id in getattr(parameters, key)]


_KEYS = {"StatementsPresent": ("all_of", "any_of", "none_of"), "DeclarationComplete": ("statements",)}
