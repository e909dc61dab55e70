"""The JSON result: valid against the published schema, the same bytes for the same input, and back again."""

import json
from importlib import resources

import jsonschema
import pytest

from docverify.document_json import document_from_json, document_to_json
from docverify.facts.finding import Outcome, Severity
from docverify.report.json_report import dumps, result_to_json
from tests.samples import DOCUMENT, finding, result

SCHEMA = json.loads(resources.files("docverify.report").joinpath("result.schema.json").read_text("utf-8"))


def test_a_result_is_valid_against_the_published_schema() -> None:
    data = json.loads(dumps(result_to_json(result(finding(Outcome.FAIL, Severity.BLOCKER)))))
    jsonschema.Draft202012Validator(SCHEMA).validate(data)


@pytest.mark.parametrize("spoil", ["verdict", "as_of", "findings"])
def test_the_schema_refuses_a_result_that_lacks_a_part(spoil: str) -> None:
    data = result_to_json(result(finding(Outcome.FAIL, Severity.BLOCKER)))
    del data[spoil]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(data)


def test_the_schema_refuses_a_date_that_is_not_iso() -> None:
    data = result_to_json(result(finding(Outcome.FAIL, Severity.BLOCKER)))
    data["documents"][0]["fields"]["issued_on"][0]["value"] = "14.03.2026"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(SCHEMA).validate(data)


def test_the_same_result_gives_the_same_bytes_with_sorted_keys() -> None:
    first, second = (dumps(result_to_json(result(finding(Outcome.PASS, Severity.MAJOR)))) for _ in range(2))
    assert first == second
    assert list(json.loads(first)) == sorted(json.loads(first))


def test_a_document_survives_the_way_to_json_and_back() -> None:
    assert document_from_json(json.loads(json.dumps(document_to_json(DOCUMENT)))) == DOCUMENT


def test_a_record_of_the_wrong_shape_is_refused() -> None:
    spoiled = document_to_json(DOCUMENT) | {"pages": []}
    with pytest.raises(ValueError, match="not a document record"):
        document_from_json(spoiled)
