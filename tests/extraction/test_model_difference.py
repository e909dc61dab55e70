"""Statements of model differences: which further models a report says are the tested one."""

import pytest

from tests.extraction.drawn_papers import paper, records_of, values


def models(statement: str, *, named: str = "EVK-22") -> list[str]:
    cover = [
        (14, "TEST REPORT"),
        "IEC 61851-1",
        "Report No.: XTL-9",
        f"Model/Type reference: {named}",
        "Brand: Nordlicht",
    ]
    (record,) = records_of(paper([*cover, statement]))
    return values(record, "models")


@pytest.mark.parametrize(
    "statement",
    [
        "Model difference: All models EVK-22, EVK-22-B and EVK-22-W are identical in construction, only the colour differs.",
        "Model difference: EVK-22, EVK-22-B, EVK-22-W have the same construction and differ in the name only.",
        "Difference between the models: EVK-22-B, EVK-22-W and EVK-22 are electrically identical.",
    ],
)
def test_a_list_of_the_same_models_names_them_all(statement: str) -> None:
    assert sorted(models(statement)) == ["EVK-22", "EVK-22-B", "EVK-22-W"]


@pytest.mark.parametrize(
    "statement",
    [
        "Model difference: EVK-22 and EVK-7 are identical, EVK-7 has not been tested.",
        "Model difference: EVK-22 is identical to EVK-11 except for the relay.",
        "Model difference: EVK-11 and EVK-7 are identical.",  # the tested one is not among them
        "Model difference: EVK-22 and EVK-11 are of different construction.",
        "All models EVK-22, EVK-22-B and EVK-22-W are identical.",  # no statement of the report on its models
    ],
)
def test_a_comparison_a_denial_or_another_list_adds_no_model(statement: str) -> None:
    assert models(statement) == ["EVK-22"]
