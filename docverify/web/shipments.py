"""The text of a shipment file ↔ a form: drafted values with the paper they came from, and what people change.

What the form does not show (importers by market, serial numbers, funding) stays as it is in the text.
"""

import re
from base64 import b64decode
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from docverify.errors import UsageError
from docverify.facts.shipment import Shipment
from docverify.ledger.desk.records import Pack
from docverify.marked_yaml import read_yaml
from docverify.shipment_file import read_shipment, read_shipment_file

FILE = "shipment.yaml"
TEXTS = ("model", "brand", "hardware", "firmware")
RATINGS = ("voltage_v", "current_a", "phases", "power_kw", "frequency_hz", "ip", "ik")
PARTIES = ("manufacturer", "factory", "importer")
PARTY_PARTS = ("name", "address", "country")
_LINE = re.compile(r"^(?P<indent>\s*)(?P<dash>- )?(?P<key>\w+):(?P<rest>.*)$")


@dataclass(frozen=True, slots=True)
class Shown:
    """A form's view of the text: the data, and where each drafted value came from (`product 0/brand`)."""

    data: Mapping[str, Any]
    sources: Mapping[str, str]


def begun(draft: str, pack: Pack) -> str:
    """The draft with the markets and the day that were given with the upload."""
    lines = []
    for line in draft.splitlines():
        if line.startswith("markets:") and pack.markets:
            line = f"markets: [{', '.join(pack.markets.split())}]"
        if line.startswith("placed_on_market:") and pack.placed_on:
            line = f"placed_on_market: {pack.placed_on}"
        lines.append(line)
    return "\n".join(lines) + "\n"


def read_written(pack: Pack, root: Path) -> Shipment:
    """The pack's shipment with its units; the files are written into the folder `root`, beside the papers."""
    (root / FILE).write_text(pack.shipment, "utf-8")
    if pack.units_name:
        (root / Path(pack.units_name).name).write_bytes(b64decode(pack.units))
    try:
        return read_shipment_file(root / FILE)[0]
    except UsageError as error:
        raise UsageError(str(error).replace(f"{root}/", "")) from error


def shown(text: str) -> Shown:
    """The text as the form shows it."""
    data = yaml.safe_load(text) if text else {}
    return Shown(data if isinstance(data, dict) else {}, dict(_sources(text)))


def _sources(text: str) -> list[tuple[str, str]]:
    """The comments behind values, by the place of the value."""
    found, product, group = [], -1, ""
    for line in text.splitlines():
        match = _LINE.match(line)
        if not match:
            continue
        product += bool(match["dash"])
        depth = len(match["indent"]) + 2 * bool(match["dash"])
        group = match["key"] if depth <= 4 else group
        key = match["key"] if depth <= 4 else f"{group}/{match['key']}"
        comment = _comment(match["rest"])
        if comment and product >= 0:
            found.append((f"{product}/{key}", comment))
    return found


def _comment(rest: str) -> str:
    """What stands behind the `#` that is not inside quotes."""
    quoted = False
    for place, character in enumerate(rest):
        if character == '"' and rest[place - 1 : place] != "\\":
            quoted = not quoted
        elif character == "#" and not quoted and rest[place - 1 : place] == " ":
            return rest[place + 1 :].strip()
    return ""


def checked(text: str, *, path: str = FILE) -> str:
    """The text, when it is a shipment file; UsageError naming line and column when it is not."""
    read_shipment(text, path=path)
    return text


def with_form(text: str, form: Mapping[str, Sequence[str]]) -> str:
    """The text with what the form says; UsageError when the outcome is no shipment."""
    data, _ = read_yaml(text, path=FILE)
    changed: dict[str, Any] = dict(data if isinstance(data, dict) else {})
    changed["shipment"] = _one(form, "shipment") or "unnamed"
    changed["placed_on_market"] = _day(_one(form, "placed_on_market"))
    changed["markets"] = list(form.get("markets", ()))
    products = [dict(product) for product in changed.get("products", [])]
    for number, product in enumerate(products):
        _product(product, f"{number}/", form)
    changed["products"] = products = [p for n, p in enumerate(products) if not _one(form, f"{n}/gone")]
    if _one(form, "units_file"):
        for product in products:
            product["units"] = _one(form, "units_file")
    return checked(yaml.safe_dump(changed, sort_keys=False, allow_unicode=True, width=110))


def _product(product: dict[str, Any], start: str, form: Mapping[str, Sequence[str]]) -> None:
    for key in TEXTS:
        _put(product, key, _one(form, start + key))
    _put(product, "type", _one(form, f"{start}type"))
    for key in ("connectors", "radios"):
        if f"{start}{key}/asked" in form:
            product[key] = list(form.get(start + key, ()))
    ratings = dict(product.get("ratings") or {})
    for key in RATINGS:
        _put(ratings, key, _number(_one(form, f"{start}ratings/{key}"), text=key in ("ip", "ik")))
    _put(product, "ratings", ratings)
    for role in PARTIES:
        if isinstance(product.get(role), list):
            continue  # several importers are edited in the text
        party = dict(product.get(role) or {})
        for part in PARTY_PARTS:
            _put(party, part, _one(form, f"{start}{role}/{part}"))
        _put(product, role, party)
    for key, words in (("internet", {"yes": True, "no": False}), ("location", {}), ("metering", {})):
        value = _one(form, start + key)
        _put(product, key, words.get(value, value) if words else value)


def _put(into: dict[str, Any], key: str, value: Any) -> None:
    """Set what was given; take away what was emptied."""
    if value in ("", None, {}):
        into.pop(key, None)
    else:
        into[key] = value


def _one(form: Mapping[str, Sequence[str]], key: str) -> str:
    values = form.get(key, ())
    return values[0].strip() if values else ""


def _number(value: str, *, text: bool) -> Any:
    if text or not value:
        return value
    try:
        number = float(value.replace(",", "."))
    except ValueError:
        return value  # the shipment file's own check says what is wrong
    return int(number) if number.is_integer() else number


def _day(value: str) -> Any:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return value
