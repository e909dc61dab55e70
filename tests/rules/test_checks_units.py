"""The units that ship: what their list says of each, and what it leaves open."""

import pytest

from tests.rules.judged import judged


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        ("units_inspected", "", 'product: {units: [{serial: A, inspection: "pass"}]}', "pass"),
        ("units_inspected", "", 'product: {units: [{serial: A, inspection: "OK"}]}', "pass"),
        ("units_inspected", "", 'product: {units: [{serial: A, inspection: "合格"}]}', "pass"),
        ("units_inspected", "", 'product: {units: [{serial: A, inspection: "no pass"}]}', "undetermined"),
        ("units_inspected", "", 'product: {units: [{serial: A, inspection: "conditional pass"}]}', "undetermined"),
        ("units_inspected", "", 'product: {units: [{serial: A, inspection: "passed with deviation"}]}', "undetermined"),
        ("units_inspected", "", 'product: {units: [{serial: A, inspection: "bedingt bestanden"}]}', "undetermined"),
        ("units_inspected", "", 'product: {units: [{serial: A, inspection: "bypass"}]}', "undetermined"),
        ("units_inspected", "", 'product: {units: [{serial: A, inspection: "not passed"}]}', "fail"),
        ("units_inspected", "", 'product: {units: [{serial: A, inspection: "OK/NOK"}]}', "fail"),
        ("units_inspected", "", 'product: {units: [{serial: A, inspection: "不合格"}]}', "fail"),
    ],
)
def test_a_pass_that_is_denied_or_has_a_condition_is_none(check: str, parameters: str, case: str, outcome: str) -> None:
    assert judged(check, parameters, case) == outcome


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        ("units_inspected", "", "product: {units: [{serial: A, inspection: pass}, {serial: B}]}", "undetermined"),
        ("units_alike", "aspect: meter", "product: {units: [{serial: A, meter: EM1}, {serial: B}]}", "undetermined"),
        (
            "unit_agrees",
            "aspect: firmware",
            "product: {units: [{serial: A, firmware: 1.8.4}, {serial: B}]}",
            "undetermined",
        ),
        ("units_not_withdrawn", "", "product: {withdrawn_firmware: 1.8.1, units: [{serial: A}]}", "undetermined"),
        ("serials_fit", "", "product: {units: [{serial: A1}, {serial: ''}]}", "undetermined"),
    ],
)
def test_a_unit_that_says_nothing_leaves_it_open(check: str, parameters: str, case: str, outcome: str) -> None:
    assert judged(check, parameters, case) == outcome


@pytest.mark.parametrize(
    ("check", "parameters", "case", "outcome"),
    [
        ("unit_agrees", "aspect: firmware", "product: {units: [{serial: A, firmware: 1.8.40}]}", "fail"),
        (
            "units_not_withdrawn",
            "",
            "product: {withdrawn_firmware: 1.8.1, units: [{serial: A, firmware: V1.8.1}]}",
            "fail",
        ),
        ("units_unique", "", "product: {units: [{serial: a1}, {serial: A1}]}", "fail"),
    ],
)
def test_versions_and_serials_are_compared_by_meaning(check: str, parameters: str, case: str, outcome: str) -> None:
    assert judged(check, parameters, case) == outcome
