"""What is seen before the verdict, the texts of pages, uploads in parts, and accounts that sign in elsewhere."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make them."""
    op.add_column("desk_packs", sa.Column("so_far", sa.Text, nullable=False, server_default=""))
    op.create_table(
        "desk_texts",
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("page", sa.Integer, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("sha256", "page"),
    )
    op.create_table(
        "desk_uploads",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("pack", sa.String(32), sa.ForeignKey("desk_packs.id"), nullable=False),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("who", sa.Text, nullable=False, server_default=""),
        sa.Column("at", sa.String(32), nullable=False, server_default=""),
    )
    op.create_index("desk_uploads_pack", "desk_uploads", ["pack"])
    op.create_table(
        "desk_identities",
        sa.Column("issuer", sa.String(300), nullable=False),
        sa.Column("subject", sa.String(300), nullable=False),
        sa.Column("account", sa.Integer, sa.ForeignKey("desk_accounts.id"), nullable=False),
        sa.PrimaryKeyConstraint("issuer", "subject"),
    )
