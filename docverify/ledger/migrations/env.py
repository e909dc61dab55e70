"""What alembic runs: the migrations on the connection that `opening.py` hands over, in its transaction."""

from alembic import context

from docverify.ledger.tables import VERSION_TABLE, metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata, version_table=VERSION_TABLE
)
context.run_migrations()
