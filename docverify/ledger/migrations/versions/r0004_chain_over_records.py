"""The chain of the audit covers what it records: runs and approvals, which can neither be changed nor removed.

What an older ledger holds is sealed as it is now: a line of the audit for every run and approval, in their order.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

from docverify.ledger.keeping import note
from docverify.ledger.sealing import APPROVAL, RUN, TABLES

revision = "0004"
down_revision = "0003"

GUARDED = ("runs", "run_products", "run_papers", "findings", "waivers_used", "approvals")


def upgrade() -> None:
    """Add the columns and the head, seal what is there, then guard it."""
    for name, length in (("record", 80), ("record_sha256", 64)):
        op.add_column("audit", sa.Column(name, sa.String(length), nullable=False, server_default=""))
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("lines", sa.Integer, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
    )
    op.execute(
        "INSERT INTO audit_head (id, lines, sha256) SELECT 1, id, sha256 FROM audit ORDER BY audit.id DESC LIMIT 1"
    )
    _seal_what_is_there()
    for table in GUARDED:
        for statement in _guards(table):
            op.execute(statement)


def _seal_what_is_there() -> None:
    connection = op.get_bind()
    newest = connection.execute(sa.text("SELECT max(at) FROM audit")).scalar()
    # A ledger is given its times and asks no clock; these lines come after every other.
    at = datetime.fromisoformat(newest) if newest else datetime.fromtimestamp(0, tz=UTC)
    for kind in (RUN, APPROVAL):
        table = TABLES[kind]
        for row in connection.execute(sa.select(table.c.id, table.c.shipment).order_by(table.c.id)).all():
            note(
                connection,
                who="docverify",
                at=at,
                action="seal",
                about=row.shipment,
                detail=f"{kind} {row.id} as an older ledger held it",
                record=(kind, row.id),
            )


def _guards(table: str) -> list[str]:
    if op.get_bind().dialect.name == "sqlite":
        return [
            f"CREATE TRIGGER {table}_no_{word} BEFORE {word.upper()} ON {table} "
            "BEGIN SELECT RAISE(ABORT, 'the ledger only grows'); END"
            for word in ("update", "delete")
        ]
    return [
        f"CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows()"
    ]
