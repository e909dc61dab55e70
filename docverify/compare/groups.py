"""`fields.yaml` → which fields change together, and how much a change of them matters."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

import yaml

from docverify.compare.change import Rule
from docverify.facts.document import FIELD_NAMES
from docverify.facts.finding import Severity


@dataclass(frozen=True, slots=True)
class Group:
    """Fields whose changes are told together."""

    name: str
    rule: Rule
    severity: Severity
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Groups:
    """The whole file. `shipment` gives the severity of each name of a product in the shipment file."""

    identity: tuple[str, ...]
    follows: tuple[str, ...]
    groups: tuple[Group, ...]
    shipment: Mapping[str, Severity]


@cache
def groups() -> Groups:
    """The groups; a field that the file does not name is in a group of its own and is minor."""
    data: dict[str, Any] = yaml.safe_load(
        resources.files("docverify.compare").joinpath("fields.yaml").read_text("utf-8")
    )
    written = tuple(
        Group(entry["name"], Rule(entry["rule"]), Severity(entry["severity"]), tuple(entry["fields"]))
        for entry in data["groups"]
    )
    named = {*data["identity"], *data["follows"], "components", *(name for group in written for name in group.fields)}
    own = tuple(
        Group(name.replace("_", " "), Rule.VALUE, Severity.MINOR, (name,)) for name in sorted(FIELD_NAMES - named)
    )
    shipment = {name: Severity(word) for word, names in data["shipment"].items() for name in names}
    return Groups(tuple(data["identity"]), tuple(data["follows"]), (*written, *own), shipment)
