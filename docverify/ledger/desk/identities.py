"""Whom another server vouches for, and which account that is."""

from datetime import datetime

from sqlalchemy import and_, func, select

from docverify.ledger.desk.tables import accounts, identities
from docverify.ledger.inserting import insert_missing
from docverify.ledger.keeping import note, storable
from docverify.ledger.ledger import Ledger
from docverify.ledger.transactions import told, writing


def account_of(ledger: Ledger, issuer: str, subject: str) -> tuple[int, str] | None:
    """The account's number and name; None when nobody is known by that, or may sign in no more."""
    query = select(accounts.c.id, accounts.c.name).join_from(identities, accounts)
    here = and_(identities.c.issuer == issuer, identities.c.subject == storable(subject)[:300])
    with told(ledger.shown), ledger.engine.connect() as connection:
        row = connection.execute(query.where(here, accounts.c.disabled == "")).first()
        return (int(row[0]), str(row[1])) if row else None


def link(ledger: Ledger, issuer: str, subject: str, *, name: str, at: datetime) -> tuple[int, str] | None:
    """The account of that name is theirs from now on; None when there is none, or it is somebody else's already."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        wanted = and_(func.lower(accounts.c.name) == storable(name).lower(), accounts.c.disabled == "")
        found = connection.execute(select(accounts.c.id, accounts.c.name).where(wanted)).all()
        if len(found) != 1:
            return None
        id, known_as = int(found[0][0]), str(found[0][1])
        same = and_(identities.c.account == id, identities.c.issuer == issuer)
        if connection.execute(select(identities.c.subject).where(same)).first() is not None:
            return None
        row = {"issuer": issuer, "subject": storable(subject)[:300], "account": id}
        insert_missing(connection, identities, [row])
        note(connection, who=known_as, at=at, action="identity linked", about="accounts", detail=issuer)
        return id, known_as
