"""What a rule may write under `with` for checks on the units that ship."""

from typing import Literal

from docverify.rules.pack import Written
from docverify.rules.parameters import OfPapers, Silence


class UnitAgrees(Written):
    """`aspect` in which every unit has to agree with its product."""

    aspect: Literal["hardware", "firmware", "quantity"]


class UnitsAlike(Written):
    """`aspect` in which the units are expected to be the same."""

    aspect: Literal["meter", "modem", "cable"]


class UnitsProduced(OfPapers):
    """`before`: what it means that a unit was produced before the paper was issued."""

    before: Silence = "undetermined"


class UnitsRecorded(OfPapers):
    """`passed`: the record of a unit has to say that it passed; `absent`: no such paper is in the pack."""

    passed: bool = False
    absent: Silence = "not_applicable"
