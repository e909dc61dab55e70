import pytest

from docverify.errors import RulePackError
from docverify.rules.cases import Case, dossier_of, read_cases, run_cases
from tests.rules.samples import pack_of

GOOD = """\
- {name: cited, expect: pass, papers: [{paper: declaration/eu_doc, fields: {standards: ["EN 18031-1:2024"]}}]}
- {name: left out, expect: fail, papers: [{paper: declaration/eu_doc, fields: {standards: [EN 300 328]}}]}
- {name: wrongly expected, expect: pass, papers: [{paper: declaration/eu_doc, unreadable: true}]}
"""


def test_a_case_that_expects_something_else_is_told() -> None:
    results = list(run_cases(pack_of(cases=GOOD)))
    assert [(result.case, result.as_expected) for result in results] == [
        ("cited", True),
        ("left out", True),
        ("wrongly expected", False),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("- {name: x, expect: maybe}", "c.yaml:1:21: expect: "),
        ("- {name: x, expect: pass, paper: []}", "c.yaml:1:27: unknown key 'paper'; did you mean 'papers'?"),
        ("- {name: x, expect: pass, papers: [{paper: declaration/eu_dok}]}", "did you mean 'eu_doc'?"),
        ("- {name: x, expect: pass, papers: [{paper: manual, fields: {plac: x}}]}", "(did you mean 'place'?)"),
        ("name: x", "c.yaml:1:1: cases are a list"),
        ("- [", "not valid YAML"),
    ],
)
def test_a_mistake_in_cases_is_refused_with_its_place(text: str, words: str) -> None:
    with pytest.raises(RulePackError) as caught:
        read_cases(text, path="c.yaml")
    assert words in str(caught.value)


def test_a_value_that_no_reader_could_have_read_is_refused() -> None:
    cases = "- {name: x, expect: pass, papers: [{paper: manual, fields: {issued_on: yesterday}}]}"
    with pytest.raises(RulePackError, match="issued_on: 'yesterday' cannot be read as date"):
        list(run_cases(pack_of(cases=cases)))


def test_a_product_nobody_described_is_the_designs_example_and_null_is_not_given() -> None:
    product = Case.model_validate({"name": "x", "expect": "pass", "product": {"firmware": None}}).product.record()
    assert (product.model, product.hardware, product.firmware) == ("EVC-22S-W", "C", None)


def test_numbers_and_details_of_a_field_are_read() -> None:
    fields = "{rated_voltage_v: [220, 240], radios: [{value: lte, power_dbm: 23}]}"
    text = f"- {{name: x, expect: pass, papers: [{{paper: manual, fields: {fields}}}]}}"
    (case,) = read_cases(text, path="x")
    (document,) = dossier_of(case, market="EU").documents
    assert document.values("rated_voltage_v")[0].value == (220.0, 240.0)
    assert document.values("radios")[0].details == {"power_dbm": 23.0}
