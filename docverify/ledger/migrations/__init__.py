"""The history of the ledger's tables, for alembic. `script.py.mako` is the form of a new revision."""
