"""Conditions of rules: CEL, compiled and type-checked when a pack is loaded, decided with three truth values.

Every field is declared, so a misspelt name or a wrong type is an error with its column. A value that nobody gave
makes a condition unknown rather than false: the rule is then undetermined. `given(product.firmware)` asks whether
it was given. Conditions that do not compile are refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache
from typing import Any

from cel_expr_python import cel

from docverify.facts.document import Document
from docverify.facts.dossier import Dossier
from docverify.facts.shipment import Product
from docverify.rules.logic import Leaf, Tree, Truth, leaves, parse, truth, without_quotes
from docverify.rules.near import closest

_TYPES = {
    "text": cel.Type.STRING,
    "texts": cel.Type.List(cel.Type.STRING),
    "yes_no": cel.Type.BOOL,
    "whole": cel.Type.INT,
    "number": cel.Type.DOUBLE,
    "date": cel.Type.TIMESTAMP,
}
VARIABLES: Mapping[str, str] = {
    "product.model": "text",
    "product.type": "text",
    "product.brand": "text",
    "product.hardware": "text",
    "product.firmware": "text",
    "product.radios": "texts",
    "product.connectors": "texts",
    "product.use": "texts",
    "product.has_radio": "yes_no",
    "product.internet": "yes_no",
    "product.payment_terminal": "yes_no",
    "product.private_label": "yes_no",
    "product.metering": "text",
    "product.location": "text",
    "product.ip": "text",
    "product.ik": "text",
    "product.quantity": "whole",
    "product.phases": "whole",
    "product.voltage_v": "number",
    "product.current_a": "number",
    "product.power_kw": "number",
    "product.manufacturer": "text",
    "product.manufacturer_country": "text",
    "product.factory": "text",
    "product.importer": "text",
    "product.importer_country": "text",
    "document.kind": "text",
    "document.scheme": "text",
    "document.languages": "texts",
    "document.legal_acts": "texts",
    "document.standards": "texts",
    "document.issued_on": "date",
    "market": "text",
    "markets": "texts",
    "funding": "texts",
    "placed_on_market": "date",
}
_NAME = re.compile(r"(?<![\w.])((?:product|document)\.\w+|market|markets|funding|placed_on_market)\b(?!\s*\()")
_GIVEN = re.compile(r"given\(\s*([\w.]+)\s*\)")
_DATE = re.compile(r"""\bdate\(\s*(['"])(.*?)\1\s*\)""")
_AT = re.compile(r"<input>:(\d+):(\d+): (.*)")
_UNDECLARED = re.compile(r"undeclared reference to '([\w.]+)'")


class ConditionError(Exception):
    """What is wrong with a condition, and in which of its lines and columns (counted from 1)."""

    def __init__(self, reason: str, line: int, column: int) -> None:
        super().__init__(reason)
        self.reason, self.line, self.column = reason, line, column


@dataclass(frozen=True, slots=True)
class Condition:
    """A compiled condition: its text, its tree and the variables it asks for."""

    text: str
    tree: Tree | None
    names: frozenset[str]

    def decide(self, values: "Values") -> Truth:
        """Whether the condition holds for the values; None when a value that nobody gave is decisive."""
        return True if self.tree is None else truth(self.tree, values.decide)

    def unknown(self, values: "Values") -> tuple[str, ...]:
        """The variables of the condition that nobody gave."""
        return tuple(sorted(name for name in self.names if values.given.get(name) is None))


class Values:
    """The values of one subject, with the leaves decided so far: rules ask the same questions again and again."""

    def __init__(self, given: Mapping[str, Any]) -> None:
        self.given = given
        self._known = {name: value for name, value in given.items() if value is not None}
        self._decided: dict[str, Truth] = {}

    def decide(self, leaf: str) -> Truth:
        """The truth of a leaf; None when it asks for a value that nobody gave."""
        if leaf not in self._decided:
            self._decided[leaf] = self._evaluate(leaf)
        return self._decided[leaf]

    def _evaluate(self, leaf: str) -> Truth:
        if asked := _GIVEN.fullmatch(leaf):
            return asked[1] in self._known
        if any(name not in self._known for name in names_in(leaf)):
            return None
        result = _compiled(leaf).eval(data=self._known).value()
        return result if isinstance(result, bool) else None


def _start_of_day(text: str) -> datetime:
    return _moment(date.fromisoformat(text))


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _asked(_value: Any) -> bool:
    raise NotImplementedError("given() is answered without CEL")


@lru_cache(maxsize=1)
def _environment() -> Any:
    overload = cel.Overload
    date_function = cel.FunctionDecl(
        "date",
        [overload("date_of", return_type=cel.Type.TIMESTAMP, parameters=[cel.Type.STRING], impl=_start_of_day)],
    )
    given_function = cel.FunctionDecl(
        "given", [overload("given_any", return_type=cel.Type.BOOL, parameters=[cel.Type.DYN], impl=_asked)]
    )
    variables = {name: _TYPES[type_] for name, type_ in VARIABLES.items()}
    return cel.NewEnv(variables=variables, functions=[date_function, given_function])


@lru_cache(maxsize=4096)
def _compiled(text: str) -> Any:
    return _environment().compile(text)


@lru_cache(maxsize=4096)
def names_in(text: str) -> frozenset[str]:
    """The variables that a condition asks for."""
    return frozenset(_NAME.findall(without_quotes(text)))


@lru_cache(maxsize=4096)
def condition(text: str) -> Condition:
    """The compiled condition; ConditionError when it is none. An empty text always holds."""
    if not text.strip():
        return Condition(text, None, frozenset())
    _check_dates(text)
    try:
        compiled = _compiled(text)
    except RuntimeError as error:
        raise _located(str(error)) from error
    if compiled.return_type() != cel.Type.BOOL:
        raise ConditionError(f"a condition is true or false, this is {compiled.return_type().name()}", 1, 1)
    tree = parse(text)
    for leaf in leaves(tree):
        _check_given(text, leaf)
    return Condition(text, tree, names_in(text))


def _check_dates(text: str) -> None:
    for match in _DATE.finditer(text):
        try:
            date.fromisoformat(match[2])
        except ValueError:
            raise _at(text, match.start(2), f"{match[2]!r} is no date; write date('2025-08-01')") from None


def _check_given(text: str, leaf: Leaf) -> None:
    """`given` is answered without CEL, so it has to be a leaf of its own."""
    bare = without_quotes(leaf.text)
    if re.search(r"\bgiven\s*\(", bare) and not _GIVEN.fullmatch(leaf.text):
        raise _at(text, text.find("given"), "given(name) stands alone between &&, || and !")


def _at(text: str, offset: int, reason: str) -> ConditionError:
    before = text[:offset]
    return ConditionError(reason, before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)


def _located(message: str) -> ConditionError:
    match = _AT.search(message)
    if match is None:
        return ConditionError(message.strip(), 1, 1)
    reason = match[3].removesuffix(" (in container '')").strip()
    line, column = int(match[1]), int(match[2])
    if undeclared := _UNDECLARED.search(reason):
        column -= len(undeclared[1].rpartition(".")[0])  # CEL points at the last point of the name
        near = closest(undeclared[1], VARIABLES)
        reason = f"unknown name '{undeclared[1]}'" + (f"; did you mean '{near}'?" if near else "")
        reason += f" Known: {', '.join(VARIABLES)}" if not near else ""
    if "applied to '(double, int)'" in reason:
        reason += "; write a number with a point, for example 16.0"
    return ConditionError(reason, line, column)


def shipment_values(dossier: Dossier, market: str) -> dict[str, Any]:
    """The variables that do not depend on a product or a document."""
    shipment = dossier.shipment
    return {
        "market": market,
        "markets": list(shipment.markets),
        "funding": list(shipment.funding),
        "placed_on_market": _moment(shipment.placed_on_market),
    }


def product_values(product: Product, market: str) -> dict[str, Any]:
    """The variables of the product; None for what nobody gave."""
    ratings, importer = product.ratings, product.importer(market) or next(iter(product.importers or ()), None)
    return {
        "product.model": product.model,
        "product.type": str(product.type),
        "product.brand": product.brand,
        "product.hardware": product.hardware,
        "product.firmware": product.firmware,
        "product.radios": _listed(product.radios),
        "product.connectors": _listed(product.connectors),
        "product.use": _listed(product.use),
        "product.has_radio": None if product.radios is None else bool(product.radios),
        "product.internet": product.internet,
        "product.payment_terminal": product.payment_terminal,
        "product.private_label": product.private_label is not None,
        "product.metering": product.metering,
        "product.location": product.location,
        "product.ip": ratings.ip,
        "product.ik": ratings.ik,
        "product.quantity": product.quantity,
        "product.phases": ratings.phases,
        "product.voltage_v": _number(ratings.voltage_v),
        "product.current_a": _number(ratings.current_a),
        "product.power_kw": _number(ratings.power_kw),
        "product.manufacturer": product.manufacturer.name if product.manufacturer else None,
        "product.manufacturer_country": product.manufacturer.country if product.manufacturer else None,
        "product.factory": product.factory.name if product.factory else None,
        "product.importer": importer.name if importer else None,
        "product.importer_country": importer.country if importer else None,
    }


def document_values(document: Document) -> dict[str, Any]:
    """The variables of the document; a list is unknown while a page of the document is unread."""
    issued = document.values("issued_on")
    languages = {x.language for x in document.languages} | {str(e.value) for e in document.values("languages")}
    return {
        "document.kind": str(document.kind),
        "document.scheme": document.scheme or "",
        "document.languages": _whole(document, sorted(languages)),
        "document.legal_acts": _whole(document, [str(entry.value) for entry in document.values("legal_acts")]),
        "document.standards": _whole(document, [entry.value.designation for entry in document.values("standards")]),
        "document.issued_on": _moment(issued[0].value) if len({entry.value for entry in issued}) == 1 else None,
    }


def _whole(document: Document, values: list[str]) -> list[str] | None:
    return None if document.unread_pages else values


def _listed(values: tuple[str, ...] | None) -> list[str] | None:
    return None if values is None else list(values)


def _number(value: float | None) -> float | None:
    return None if value is None else float(value)
