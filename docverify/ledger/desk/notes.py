"""What people say of a pack: corrections, waivers, comments and links for the supplier; nothing is overwritten."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Table, and_, select, update

from docverify.errors import NotHere
from docverify.ledger.desk import tables
from docverify.ledger.desk.packs import _ask
from docverify.ledger.desk.records import Comment, CorrectionLine, SupplierLink, WaiverLine
from docverify.ledger.keeping import note, stamp, storable
from docverify.ledger.ledger import Ledger
from docverify.ledger.transactions import told, writing

corrections, waivers, comments, links = tables.corrections, tables.waivers, tables.comments, tables.links


def correct(
    ledger: Ledger, pack: str, *, document: str, field: str, was: str, value: str, why: str, who: str, at: datetime
) -> None:
    """Keep a correction and ask for a new check."""
    values = {"document": document, "field": field, "was": was, "value": value, "why": why}
    _keep(ledger, corrections, pack, values, who=who, at=at, action="reading corrected", detail=f"{field}: {value}")


def waive(ledger: Ledger, pack: str, *, fingerprint: str, reason: str, expires: date, who: str, at: datetime) -> None:
    """Keep a waiver and ask for a new check."""
    values = {"fingerprint": fingerprint, "reason": reason, "expires": expires.isoformat()}
    _keep(ledger, waivers, pack, values, who=who, at=at, action="finding waived", detail=fingerprint)


def say(ledger: Ledger, pack: str, *, fingerprint: str, text: str, who: str, at: datetime) -> None:
    """Keep a comment."""
    values = {"fingerprint": fingerprint, "text": text}
    _keep(ledger, comments, pack, values, who=who, at=at, action="", detail="")


def _keep(
    ledger: Ledger, table: Table, pack: str, values: dict[str, str], *, who: str, at: datetime, action: str, detail: str
) -> None:
    row = {name: storable(text) for name, text in values.items()} | {"pack": pack, "who": storable(who)}
    with told(ledger.shown), writing(ledger.engine) as connection:
        connection.execute(table.insert().values(row | {"at": stamp(at)}))
        if action:
            note(connection, who=storable(who), at=at, action=action, about=pack, detail=storable(detail)[:500])
            _ask(connection, pack)


def withdraw(ledger: Ledger, pack: str, kind: str, id: int, *, who: str, at: datetime) -> None:
    """Take a correction or a waiver back; the line stays and says when."""
    table = {"correction": corrections, "waiver": waivers}[kind]
    with told(ledger.shown), writing(ledger.engine) as connection:
        wanted = and_(table.c.pack == pack, table.c.id == id, table.c.withdrawn == "")
        if not connection.execute(update(table).where(wanted).values(withdrawn=stamp(at))).rowcount:
            raise NotHere(f"there is no such {kind}, or it is withdrawn already")
        note(connection, who=storable(who), at=at, action=f"{kind} withdrawn", about=pack, detail=str(id))
        _ask(connection, pack)


def corrections_of(ledger: Ledger, pack: str) -> tuple[CorrectionLine, ...]:
    """Every correction, oldest first, withdrawn ones included."""
    return tuple(CorrectionLine(**row) for row in _rows(ledger, corrections, pack))


def waivers_of(ledger: Ledger, pack: str) -> tuple[WaiverLine, ...]:
    """Every waiver, oldest first, withdrawn ones included."""
    return tuple(WaiverLine(**row) for row in _rows(ledger, waivers, pack))


def comments_of(ledger: Ledger, pack: str) -> tuple[Comment, ...]:
    """Every comment, oldest first."""
    return tuple(Comment(**row) for row in _rows(ledger, comments, pack))


def _rows(ledger: Ledger, table: Table, pack: str) -> list[Any]:
    with told(ledger.shown), ledger.engine.connect() as connection:
        return list(connection.execute(select(table).where(table.c.pack == pack).order_by(table.c.id)).mappings())


def make_link(ledger: Ledger, pack: str, secret_sha256: str, *, ends: datetime, who: str, at: datetime) -> None:
    """Let whoever has the secret send papers into this pack until then."""
    row = {"pack": pack, "secret_sha256": secret_sha256, "who": storable(who), "at": stamp(at), "ends": stamp(ends)}
    with told(ledger.shown), writing(ledger.engine) as connection:
        connection.execute(links.insert().values(row))
        note(connection, who=storable(who), at=at, action="supplier link made", about=pack, detail=stamp(ends))


def end_link(ledger: Ledger, pack: str, id: int, *, who: str, at: datetime) -> None:
    """The link works no longer."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        wanted = and_(links.c.pack == pack, links.c.id == id, links.c.revoked == "")
        if not connection.execute(update(links).where(wanted).values(revoked=stamp(at))).rowcount:
            raise NotHere("there is no such link, or it has ended already")
        note(connection, who=storable(who), at=at, action="supplier link ended", about=pack, detail=str(id))


def links_of(ledger: Ledger, pack: str) -> tuple[SupplierLink, ...]:
    """Every link of the pack."""
    rows = [{k: v for k, v in row.items() if k != "secret_sha256"} for row in _rows(ledger, links, pack)]
    return tuple(SupplierLink(**row) for row in rows)


def link_for(ledger: Ledger, secret_sha256: str, *, at: datetime) -> SupplierLink | None:
    """The link behind the secret, while it works."""
    works = and_(links.c.secret_sha256 == secret_sha256, links.c.revoked == "", links.c.ends > stamp(at))
    with told(ledger.shown), ledger.engine.connect() as connection:
        row = connection.execute(select(links).where(works)).mappings().first()
    return SupplierLink(**{k: v for k, v in row.items() if k != "secret_sha256"}) if row else None
