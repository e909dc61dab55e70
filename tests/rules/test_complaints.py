"""Mistakes of a pack are collected with their places and told together."""

import pytest

from docverify.errors import RulePackError
from docverify.rules.complaints import Complaints


def test_nothing_wrong_stops_nothing() -> None:
    Complaints().stop()


def test_every_mistake_is_told_once_at_its_place() -> None:
    complaints = Complaints()
    marks = {(): (1, 1), ("when",): (3, 7)}
    for _ in range(2):
        complaints.add("rules/A.yaml", marks, ("when",), "unknown name")
    complaints.add("rules/A.yaml", marks, ("with", "papers"), "no such kind")
    with pytest.raises(RulePackError) as caught:
        complaints.stop()
    assert str(caught.value).splitlines() == [
        "rules/A.yaml:3:7: unknown name",
        "rules/A.yaml:1:1: no such kind",
    ]
