"""A value seen in running text, with the span it was printed in: what every value parser of `extraction` gives out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Spotted:
    """`text[start:end]` prints `value`; `name` says of what (`voltage_v`, `act`, `radio` …); details are plain JSON."""

    name: str
    value: Any
    start: int
    end: int
    details: Mapping[str, Any] = field(default_factory=dict, hash=False)
