"""The tables of the web page: packs and their files, what people corrected, waived and said, accounts, links."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def _text(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Text, nullable=False, server_default="") for name in names]


def _time(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.String(32), nullable=False, server_default="") for name in names]


def _count(*names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, sa.Integer, nullable=False, server_default="0") for name in names]


def _id() -> sa.Column[Any]:
    return sa.Column("id", sa.Integer, primary_key=True)


def _needed(name: str, length: int) -> sa.Column[Any]:
    return sa.Column(name, sa.String(length), nullable=False)


def _belongs(name: str, target: str, kind: Any = sa.Integer) -> sa.Column[Any]:
    return sa.Column(name, kind, sa.ForeignKey(target), nullable=False)


def _pack() -> sa.Column[Any]:
    return _belongs("pack", "desk_packs.id", sa.String(32))


def _member() -> list[sa.Column[Any]]:
    return [_belongs("account", "desk_accounts.id"), _belongs("workspace", "desk_workspaces.id")]


def upgrade() -> None:
    """Make them."""
    _people()
    _secrets()
    _packs()
    _papers()
    _deeds()
    _outcomes()


def _people() -> None:
    op.create_table("desk_workspaces", _id(), sa.Column("name", sa.Text, unique=True))
    name = sa.Column("name", sa.Text, nullable=False, unique=True)
    op.create_table("desk_accounts", _id(), name, *_text("password_hash"), *_time("created", "disabled"))
    op.create_table("desk_members", *_member(), _needed("role", 20), sa.PrimaryKeyConstraint("account", "workspace"))
    op.create_table("desk_attempts", _needed("who", 200), _needed("at", 32))
    op.create_index("desk_attempts_who", "desk_attempts", ["who", "at"])


def _secrets() -> None:
    key = sa.Column("secret_sha256", sa.String(64), primary_key=True)
    op.create_table("desk_sessions", key, *_member(), *_time("created", "seen", "ends"))
    secret = sa.Column("secret_sha256", sa.String(64), nullable=False, unique=True)
    times = _time("created", "ends", "revoked")
    op.create_table("desk_tokens", _id(), secret, *_member(), *_text("name"), _needed("role", 20), *times)


def _packs() -> None:
    op.create_table(
        "desk_packs",
        sa.Column("id", sa.String(32), primary_key=True),
        _belongs("workspace", "desk_workspaces.id"),
        *_text("name", "supplier", "product", "stage", "created_by", "shipment", "units_name", "units", "why"),
        *_text("markets", "placed_on"),
        *_text("worker", "verdict", "idempotency"),
        *_time("created", "lease", "uploaded", "read", "finished"),
        *_count("shipment_version", "wanted", "checked", "tries", "run", "open_findings"),
        _needed("state", 20),
    )
    op.create_index("desk_packs_workspace", "desk_packs", ["workspace", "created"])
    op.create_index("desk_packs_state", "desk_packs", ["state"])


def _papers() -> None:
    path = sa.Column("path", sa.Text, nullable=False)
    size = sa.Column("size", sa.Integer, nullable=False)
    op.create_table(
        "desk_files",
        _id(),
        _pack(),
        path,
        _needed("sha256", 64),
        size,
        *_text("uploaded_by"),
        *_time("at"),
        _needed("state", 20),
    )
    op.create_index("desk_files_pack", "desk_files", ["pack"])
    op.create_index("desk_files_sha256", "desk_files", ["sha256"])
    op.create_table(
        "desk_progress",
        _pack(),
        sa.Column("path", sa.Text, nullable=False),
        _needed("state", 20),
        *_count("page", "pages"),
        *_text("why"),
        sa.PrimaryKeyConstraint("pack", "path"),
    )


def _deeds() -> None:
    told, ends = _text("was", "value", "why", "who"), _time("at", "withdrawn")
    op.create_table("desk_corrections", _id(), _pack(), _needed("document", 64), _needed("field", 60), *told, *ends)
    waived = [_needed("fingerprint", 16), *_text("reason", "who"), _needed("expires", 10), *_time("at", "withdrawn")]
    op.create_table("desk_waivers", _id(), _pack(), *waived)
    said = [_needed("fingerprint", 16), *_text("text", "who"), *_time("at")]
    op.create_table("desk_comments", _id(), _pack(), *said)
    secret = sa.Column("secret_sha256", sa.String(64), nullable=False, unique=True)
    op.create_table("desk_links", _id(), secret, _pack(), *_text("who"), *_time("at", "ends", "revoked"))
    for name in ("corrections", "waivers", "comments"):
        op.create_index(f"desk_{name}_pack", f"desk_{name}", ["pack"])


def _outcomes() -> None:
    run = sa.Column("run", sa.Integer, nullable=False)
    op.create_table("desk_checks", _id(), _pack(), run, *_time("at"), *_text("verdict"), *_count("open_findings"))
    path, text = sa.Column("path", sa.Text, nullable=False), sa.Column("text", sa.Text, nullable=False)
    op.create_table("desk_words", _id(), _pack(), _needed("document", 64), path, *_count("page"), text)
    for name in ("checks", "words"):
        op.create_index(f"desk_{name}_pack", f"desk_{name}", ["pack"])
