"""The tables of the web page, in the same database as the ledger. A change here needs a revision and a new `HEAD`."""

from sqlalchemy import Column, ForeignKey, Index, Integer, PrimaryKeyConstraint, String, Table, Text

from docverify.ledger.tables import metadata


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, server_default="")


def _time(name: str) -> Column[str]:
    return Column(name, String(32), nullable=False, server_default="")


def _count(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False, server_default="0")


def _pack() -> Column[str]:
    return Column("pack", String(32), ForeignKey("desk_packs.id"), nullable=False)


workspaces = Table(
    "desk_workspaces", metadata, Column("id", Integer, primary_key=True), Column("name", Text, unique=True)
)
accounts = Table(
    "desk_accounts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    _text("password_hash"),
    _time("created"),
    _time("disabled"),
)
members = Table(
    "desk_members",
    metadata,
    Column("account", Integer, ForeignKey("desk_accounts.id"), nullable=False),
    Column("workspace", Integer, ForeignKey("desk_workspaces.id"), nullable=False),
    Column("role", String(20), nullable=False),
    PrimaryKeyConstraint("account", "workspace"),
)
# A session, an API token and a supplier's link are known by the hash of their secret only.
sessions = Table(
    "desk_sessions",
    metadata,
    Column("secret_sha256", String(64), primary_key=True),
    Column("account", Integer, ForeignKey("desk_accounts.id"), nullable=False),
    Column("workspace", Integer, ForeignKey("desk_workspaces.id"), nullable=False),
    _time("created"),
    _time("seen"),
    _time("ends"),
)
tokens = Table(
    "desk_tokens",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("secret_sha256", String(64), nullable=False, unique=True),
    Column("account", Integer, ForeignKey("desk_accounts.id"), nullable=False),
    Column("workspace", Integer, ForeignKey("desk_workspaces.id"), nullable=False),
    _text("name"),
    Column("role", String(20), nullable=False),
    _time("created"),
    _time("ends"),
    _time("revoked"),
)
attempts = Table(
    "desk_attempts",
    metadata,
    Column("who", String(200), nullable=False),
    Column("at", String(32), nullable=False),
    Index("desk_attempts_who", "who", "at"),
)
packs = Table(
    "desk_packs",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("workspace", Integer, ForeignKey("desk_workspaces.id"), nullable=False),
    _text("name"),
    _text("supplier"),
    _text("product"),
    _text("stage"),
    _text("markets"),  # what the draft begins with: `EU DE`
    _text("placed_on"),
    _time("created"),
    _text("created_by"),
    _text("shipment"),  # the text of shipment.yaml
    _count("shipment_version"),
    _text("units_name"),
    _text("units"),  # the units file as text
    Column("state", String(20), nullable=False),  # open | waiting | working | done | failed
    _text("why"),
    _count("wanted"),  # what was asked for last …
    _count("checked"),  # … and what the newest result answers
    _time("lease"),
    _text("worker"),
    _count("tries"),
    _count("run"),
    _text("verdict"),
    _count("open_findings"),
    _time("uploaded"),
    _time("read"),
    _time("finished"),
    _text("idempotency"),
    _text("so_far"),  # findings of the papers read so far (JSON), until there is a verdict
    Index("desk_packs_workspace", "workspace", "created"),
    Index("desk_packs_state", "state"),
)
files = Table(
    "desk_files",
    metadata,
    Column("id", Integer, primary_key=True),
    _pack(),
    Column("path", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("size", Integer, nullable=False),
    _text("uploaded_by"),
    _time("at"),
    Column("state", String(20), nullable=False),  # stored | removed
    Index("desk_files_pack", "pack"),
    Index("desk_files_sha256", "sha256"),
)
# What the workers say of each paper: members of archives, too.
progress = Table(
    "desk_progress",
    metadata,
    _pack(),
    Column("path", Text, nullable=False),
    Column("state", String(20), nullable=False),  # queued | reading | done | refused | duplicate | aside
    _count("page"),
    _count("pages"),
    _text("why"),
    PrimaryKeyConstraint("pack", "path"),
)
corrections = Table(
    "desk_corrections",
    metadata,
    Column("id", Integer, primary_key=True),
    _pack(),
    Column("document", String(64), nullable=False),
    Column("field", String(60), nullable=False),  # `kind` changes what the paper is
    _text("was"),
    _text("value"),
    _text("why"),
    _text("who"),
    _time("at"),
    _time("withdrawn"),
    Index("desk_corrections_pack", "pack"),
)
waivers = Table(
    "desk_waivers",
    metadata,
    Column("id", Integer, primary_key=True),
    _pack(),
    Column("fingerprint", String(16), nullable=False),
    _text("reason"),
    _text("who"),
    Column("expires", String(10), nullable=False),
    _time("at"),
    _time("withdrawn"),
    Index("desk_waivers_pack", "pack"),
)
comments = Table(
    "desk_comments",
    metadata,
    Column("id", Integer, primary_key=True),
    _pack(),
    Column("fingerprint", String(16), nullable=False),
    _text("text"),
    _text("who"),
    _time("at"),
    Index("desk_comments_pack", "pack"),
)
links = Table(
    "desk_links",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("secret_sha256", String(64), nullable=False, unique=True),
    _pack(),
    _text("who"),
    _time("at"),
    _time("ends"),
    _time("revoked"),
)
checks = Table(
    "desk_checks",
    metadata,
    Column("id", Integer, primary_key=True),
    _pack(),
    Column("run", Integer, nullable=False),
    _time("at"),
    _text("verdict"),
    _count("open_findings"),
    Index("desk_checks_pack", "pack"),
)
words = Table(
    "desk_words",
    metadata,
    Column("id", Integer, primary_key=True),
    _pack(),
    Column("document", String(64), nullable=False),
    Column("path", Text, nullable=False),
    _count("page"),
    Column("text", Text, nullable=False),
    Index("desk_words_pack", "pack"),
)
# What pages say, once for each file, to be searched.
texts = Table(
    "desk_texts",
    metadata,
    Column("sha256", String(64), nullable=False),
    Column("page", Integer, nullable=False),
    Column("text", Text, nullable=False),
    PrimaryKeyConstraint("sha256", "page"),
)
# Files that arrive in parts: what has arrived lies beside the papers under the upload's id.
uploads = Table(
    "desk_uploads",
    metadata,
    Column("id", String(32), primary_key=True),
    _pack(),
    Column("path", Text, nullable=False),
    Column("size", Integer, nullable=False),
    _text("who"),
    _time("at"),
    Index("desk_uploads_pack", "pack"),
)
# Whom another server (OIDC) vouches for, and which account that is.
identities = Table(
    "desk_identities",
    metadata,
    Column("issuer", String(300), nullable=False),
    Column("subject", String(300), nullable=False),
    Column("account", Integer, ForeignKey("desk_accounts.id"), nullable=False),
    PrimaryKeyConstraint("issuer", "subject"),
)
