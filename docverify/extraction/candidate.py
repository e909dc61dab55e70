"""What is printed where a label says that its value stands: the record that label look-up gives out."""

from dataclasses import dataclass

from docverify.extraction.layout import Hit
from docverify.extraction.printed import Printed, joined
from docverify.reading.page import Table

_STRENGTH = {"colon": 1.0, "alone": 0.97, "gap": 0.97, "inline": 0.93}


@dataclass(frozen=True)
class Candidate:
    """What is printed where the label `key` says its value stands.

    `value` are the words that surely belong to it; `more` are lines under it that may go on (an address wrapped to the
    margin). `above` is the line over a label that stands under its value, as in signature blocks. `table`, `row` and
    `column` say in which cell it stands, where it stands in one.
    """

    key: str
    language: str
    value: Printed
    strength: str
    more: Printed | None = None
    table: Table | None = None
    row: int | None = None
    column: int | None = None
    label: str = ""
    above: Printed | None = None

    @property
    def page(self) -> int:
        """The page of the value."""
        return self.value.page

    def whole(self) -> Printed:
        """The value with the lines that may belong to it."""
        return joined([self.value, self.more]) if self.more else self.value


def scored(value: Printed, hit: Hit) -> Printed:
    """The value, as sure as its label fits."""
    return Printed(value.text, value.places, hit.score * _STRENGTH[hit.strength], value.origin)
