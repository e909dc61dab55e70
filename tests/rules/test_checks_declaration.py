"""What a declaration declares: near is not declared."""

import pytest

from tests.rules.judged import judged


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        (
            "declares_standard",
            'any_of: "EN 18031-1"',
            'papers: [{DOC, fields: {standards: ["EN 18031-1:2024"]}}]',
            "pass",
        ),
        (
            "declares_standard",
            'any_of: "EN 18031-1"',
            'papers: [{DOC, fields: {standards: ["EN 18031-10:2024"]}}]',
            "fail",
        ),
        (
            "declares_standard",
            'any_of: "EN 18031-1"',
            'papers: [{DOC, fields: {standards: ["EN 18031-2:2024"]}}]',
            "fail",
        ),
        ("declares_standard", 'any_of: "EN 18031-1"', 'papers: [{DOC, fields: {standards: ["prEN 18031-1"]}}]', "fail"),
        ("declares_standard", 'any_of: "EN 18031-1"', 'papers: [{DOC, fields: {standards: ["EN 18031"]}}]', "fail"),
    ],
)
def test_a_standard_of_another_number_part_or_stage_is_not_the_standard(
    check: str, parameters: str, case: str, outcome: str
) -> None:
    assert judged(check, parameters, case) == outcome


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        ("declares_act", "any_of: 2014/53/EU", 'papers: [{DOC, fields: {legal_acts: ["2014/53/EU"]}}]', "pass"),
        ("declares_act", "any_of: 2014/53/EU", 'papers: [{DOC, fields: {legal_acts: ["2014/530/EU"]}}]', "fail"),
        ("declares_act", "any_of: 2014/53/EU", 'papers: [{DOC, fields: {legal_acts: ["2014/53/EC"]}}]', "fail"),
        ("declares_act", "any_of: 2014/53/EU", 'papers: [{DOC, fields: {legal_acts: ["2014/35/EU"]}}]', "fail"),
    ],
)
def test_an_act_of_another_number_or_community_is_not_the_act(
    check: str, parameters: str, case: str, outcome: str
) -> None:
    assert judged(check, parameters, case) == outcome


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        (
            "field_present",
            "papers: declaration, all_of: [place, issued_on]",
            "papers: [{DOC, fields: {place: Berlin}}]",
            "fail",
        ),
        (
            "field_value",
            "papers: declaration, field: signed, accept: yes, reject: no",
            "papers: [{DOC, fields: {signed: maybe}}]",
            "undetermined",
        ),
        (
            "field_value",
            "papers: declaration, field: signed, accept: yes, reject: no",
            "papers: [{DOC, fields: {signed: no}}]",
            "fail",
        ),
    ],
)
def test_a_field_has_to_be_there_and_a_value_nobody_foresaw_is_open(
    check: str, parameters: str, case: str, outcome: str
) -> None:
    assert judged(check, parameters, case) == outcome
