"""Questions to a ledger → records: which runs, what was found over time, who did what."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, func, or_, select

from docverify.ledger.records import AuditLine, HistoryLine, Place, Run
from docverify.ledger.tables import audit, findings, run_products, runs

OPEN = ("fail", "undetermined")
SHOWN = [column for column in runs.c if column.name != "result"]


def runs_matching(
    *, shipment: str | None = None, supplier: str | None = None, product: str | None = None
) -> list[ColumnElement[bool]]:
    """Conditions on `runs`: names match in any part and case."""
    wanted: list[ColumnElement[bool]] = []
    if shipment is not None:
        wanted.append(_holds(runs.c.shipment, shipment))
    if supplier is not None:
        either = or_(_holds(run_products.c.manufacturer, supplier), _holds(run_products.c.factory, supplier))
        wanted.append(runs.c.id.in_(select(run_products.c.run).where(either)))
    if product is not None:
        wanted.append(runs.c.id.in_(select(run_products.c.run).where(_holds(run_products.c.model, product))))
    return wanted


def _holds(column: Any, text: str) -> ColumnElement[bool]:
    return func.lower(column).contains(text.lower(), autoescape=True)


def runs_found(connection: Connection, wanted: Sequence[ColumnElement[bool]], *, limit: int) -> tuple[Run, ...]:
    """The runs that meet every condition, newest first."""
    rows = connection.execute(select(*SHOWN).where(*wanted).order_by(runs.c.id.desc()).limit(limit)).all()
    products = _products(connection, [row.id for row in rows])
    return tuple(_run(row, products.get(row.id, [])) for row in rows)


def _products(connection: Connection, ids: Sequence[int]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for start in range(0, len(ids), 500):
        chosen = select(run_products).where(run_products.c.run.in_(ids[start : start + 500]))
        for row in connection.execute(chosen):
            found.setdefault(row.run, []).append(row)
    return found


def _run(row: Row[Any], products: Sequence[Any]) -> Run:
    return Run(
        id=row.id,
        at=row.at,
        who=row.who,
        shipment=row.shipment,
        as_of=row.as_of,
        markets=tuple(json.loads(row.markets)),
        products=tuple(product.model for product in products),
        suppliers=_unique(name for product in products for name in (product.manufacturer, product.factory)),
        verdict=row.verdict,
        exit_code=row.exit_code,
        tool_version=row.tool_version,
        result_sha256=row.result_sha256,
        places=tuple(Place(role, path) for role, path in json.loads(row.places)),
    )


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def newest_of_each_shipment() -> ColumnElement[bool]:
    """The condition that a run is the newest of its shipment."""
    return runs.c.id.in_(select(func.max(runs.c.id)).group_by(runs.c.shipment))


def history(
    connection: Connection,
    wanted: Sequence[ColumnElement[bool]],
    *,
    product: str | None,
    rule: str | None,
    open_only: bool,
    limit: int,
) -> tuple[HistoryLine, ...]:
    """The findings of the runs that meet every condition, newest run first, in the order of the result."""
    chosen = [*wanted]
    if rule is not None:
        chosen.append(findings.c.rule == rule)
    if product is not None:
        chosen.append(or_(findings.c.product == "", _holds(findings.c.product, product)))
    if open_only:
        chosen.append(findings.c.outcome.in_(OPEN))
    joined = select(findings, runs.c.at, runs.c.shipment, runs.c.as_of).join(runs, runs.c.id == findings.c.run)
    ordered = joined.where(*chosen).order_by(findings.c.run.desc(), findings.c.number).limit(limit)
    return tuple(_line(row) for row in connection.execute(ordered).mappings())


def _line(row: Any) -> HistoryLine:
    return HistoryLine(**{name: row[name] for name in HistoryLine.__dataclass_fields__})


def audit_lines(connection: Connection) -> tuple[AuditLine, ...]:
    """The whole audit, oldest line first."""
    return tuple(AuditLine(**row) for row in connection.execute(select(audit).order_by(audit.c.id)).mappings())
