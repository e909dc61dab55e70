"""The tables of a ledger. A change here needs a revision under `migrations/versions/` and a new `HEAD`."""

from sqlalchemy import (
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

HEAD = "0004"  # the newest revision this version of docverify knows
VERSION_TABLE = "docverify_version"
metadata = MetaData()

# Times and dates are ISO text: the same in every database, and they sort.
sources = Table(
    "sources",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("size", Integer, nullable=False),
    Column("first_path", Text, nullable=False),
    Column("first_seen", String(32), nullable=False),
)
readings = Table(
    "readings",
    metadata,
    Column("sha256", String(64), nullable=False),
    Column("extractor", String(64), nullable=False),
    Column("settings", String(64), nullable=False),
    Column("content", LargeBinary, nullable=False),  # zlib over the JSON of the documents
    PrimaryKeyConstraint("sha256", "extractor", "settings"),
)
runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("shipment", Text, nullable=False),
    Column("as_of", String(10), nullable=False),
    Column("markets", Text, nullable=False),  # JSON list
    Column("verdict", String(20), nullable=False),
    Column("exit_code", Integer, nullable=False),
    Column("tool_version", String(40), nullable=False),
    Column("result_sha256", String(64), nullable=False),
    Column("result", LargeBinary, nullable=False),  # zlib over the JSON of the result
    Column("places", Text, nullable=False),  # JSON list of [role, path]
    Column("rests_on", String(64), nullable=False),  # the key of everything the run rests on; empty when not known
    Index("runs_shipment", "shipment", "id"),
    Index("runs_result", "result_sha256"),
    Index("runs_rests_on", "rests_on"),
)
run_products = Table(
    "run_products",
    metadata,
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("model", Text, nullable=False),
    Column("brand", Text, nullable=False),
    Column("manufacturer", Text, nullable=False),
    Column("factory", Text, nullable=False),
    Index("run_products_run", "run"),
    Index("run_products_model", "model"),
)
run_papers = Table(
    "run_papers",
    metadata,
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("sha256", String(64), ForeignKey("sources.sha256"), nullable=False),
    Column("path", Text, nullable=False),
    Index("run_papers_run", "run"),
    Index("run_papers_sha256", "sha256"),
)
findings = Table(
    "findings",
    metadata,
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("fingerprint", String(16), nullable=False),
    Column("rule", String(80), nullable=False),
    Column("market", String(20), nullable=False),
    Column("topic", String(40), nullable=False),
    Column("severity", String(20), nullable=False),
    Column("outcome", String(20), nullable=False),
    Column("product", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("unit", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("waived", Boolean, nullable=False),
    Column("waived_by", Text, nullable=False),
    PrimaryKeyConstraint("run", "number"),
    Index("findings_rule", "rule"),
    Index("findings_fingerprint", "fingerprint"),
)
waivers_used = Table(
    "waivers_used",
    metadata,
    Column("run", Integer, ForeignKey("runs.id"), nullable=False),
    Column("fingerprint", String(16), nullable=False),
    Column("rule", String(80), nullable=False),
    Column("who", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("expires", String(10), nullable=False),
    Index("waivers_used_run", "run"),
)
approvals = Table(
    "approvals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("note", Text, nullable=False),
    Column("shipment", Text, nullable=False),
    Column("sha256", String(64), nullable=False, unique=True),
    Column("result_sha256", String(64), nullable=False),
    Column("path", Text, nullable=False),
)
audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("at", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("action", String(40), nullable=False),
    Column("about", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("previous", String(64), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("record", String(80), nullable=False, server_default=""),  # `run 7`, `approval 2`: what the line records
    Column("record_sha256", String(64), nullable=False, server_default=""),  # the seal over it: `sealing.py`
)
# One row: how many lines the audit has and the hash of the last, so that lines cut off at the end are missed.
audit_head = Table(
    "audit_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("lines", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
)
