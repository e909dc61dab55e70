"""The first tables, and triggers that let the audit grow only.

Written out, not taken from `tables.py`: a migration says what was, whatever the tables become later.
"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table of the first ledger."""
    _papers()
    _runs()
    _run_details()
    _findings()
    _approvals()
    _audit()


def _papers() -> None:
    op.create_table(
        "sources",
        sa.Column("sha256", sa.String(64), primary_key=True),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("first_path", sa.Text, nullable=False),
        sa.Column("first_seen", sa.String(32), nullable=False),
    )
    op.create_table(
        "readings",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("extractor", sa.String(64), nullable=False),
        sa.Column("settings", sa.String(64), nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("sha256", "extractor", "settings"),
    )


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("shipment", sa.Text, nullable=False),
        sa.Column("as_of", sa.String(10), nullable=False),
        sa.Column("markets", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(20), nullable=False),
        sa.Column("exit_code", sa.Integer, nullable=False),
        sa.Column("tool_version", sa.String(40), nullable=False),
        sa.Column("result_sha256", sa.String(64), nullable=False),
        sa.Column("result", sa.LargeBinary, nullable=False),
        sa.Column("places", sa.Text, nullable=False),
        sa.Column("rests_on", sa.String(64), nullable=False),
    )
    op.create_index("runs_shipment", "runs", ["shipment", "id"])
    op.create_index("runs_result", "runs", ["result_sha256"])
    op.create_index("runs_rests_on", "runs", ["rests_on"])


def _run_details() -> None:
    op.create_table(
        "run_products",
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("model", sa.Text, nullable=False),
        sa.Column("brand", sa.Text, nullable=False),
        sa.Column("manufacturer", sa.Text, nullable=False),
        sa.Column("factory", sa.Text, nullable=False),
    )
    op.create_index("run_products_run", "run_products", ["run"])
    op.create_index("run_products_model", "run_products", ["model"])
    op.create_table(
        "run_papers",
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("sha256", sa.String(64), sa.ForeignKey("sources.sha256"), nullable=False),
        sa.Column("path", sa.Text, nullable=False),
    )
    op.create_index("run_papers_run", "run_papers", ["run"])
    op.create_index("run_papers_sha256", "run_papers", ["sha256"])


def _findings() -> None:
    texts = [sa.Column(name, sa.Text, nullable=False) for name in ("product", "document", "unit", "message")]
    op.create_table(
        "findings",
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("fingerprint", sa.String(16), nullable=False),
        sa.Column("rule", sa.String(80), nullable=False),
        sa.Column("market", sa.String(20), nullable=False),
        sa.Column("topic", sa.String(40), nullable=False),
        sa.Column("severity", sa.String(20), nullable=False),
        sa.Column("outcome", sa.String(20), nullable=False),
        *texts,
        sa.Column("waived", sa.Boolean, nullable=False),
        sa.Column("waived_by", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("run", "number"),
    )
    op.create_index("findings_rule", "findings", ["rule"])
    op.create_index("findings_fingerprint", "findings", ["fingerprint"])
    op.create_table(
        "waivers_used",
        sa.Column("run", sa.Integer, sa.ForeignKey("runs.id"), nullable=False),
        sa.Column("fingerprint", sa.String(16), nullable=False),
        sa.Column("rule", sa.String(80), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("expires", sa.String(10), nullable=False),
    )
    op.create_index("waivers_used_run", "waivers_used", ["run"])


def _approvals() -> None:
    op.create_table(
        "approvals",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("note", sa.Text, nullable=False),
        sa.Column("shipment", sa.Text, nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False, unique=True),
        sa.Column("result_sha256", sa.String(64), nullable=False),
        sa.Column("path", sa.Text, nullable=False),
    )


def _audit() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("at", sa.String(32), nullable=False),
        sa.Column("who", sa.Text, nullable=False),
        sa.Column("action", sa.String(40), nullable=False),
        sa.Column("about", sa.Text, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.Column("previous", sa.String(64), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
    )
    for statement in _GROWS_ONLY[op.get_bind().dialect.name]:
        op.execute(statement)


_GROWS_ONLY = {
    "sqlite": [
        f"CREATE TRIGGER audit_no_{word} BEFORE {word.upper()} ON audit "
        "BEGIN SELECT RAISE(ABORT, 'the audit only grows'); END"
        for word in ("update", "delete")
    ],
    "postgresql": [
        "CREATE FUNCTION audit_only_grows() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the audit only grows'; END $$",
        "CREATE TRIGGER audit_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON audit "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_only_grows()",
    ],
}
