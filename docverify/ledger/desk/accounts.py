"""Accounts, their roles in workspaces, sessions and API tokens. Of secrets and passwords only hashes are kept."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, delete, func, select, update

from docverify.errors import NotHere, UsageError
from docverify.ledger.desk import tables
from docverify.ledger.desk.records import ROLES, Caller, Member, TokenLine
from docverify.ledger.inserting import insert_missing
from docverify.ledger.keeping import note, stamp, storable
from docverify.ledger.ledger import Ledger
from docverify.ledger.transactions import told, writing

workspaces, accounts, members = tables.workspaces, tables.accounts, tables.members
sessions, tokens, attempts = tables.sessions, tables.tokens, tables.attempts
WINDOW = timedelta(minutes=15)  # in which attempts to sign in are counted


def workspace_named(ledger: Ledger, name: str) -> int:
    """The number of the workspace, made when there is none of that name."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        return _workspace(connection, name)


def _workspace(connection: Connection, name: str) -> int:
    insert_missing(connection, workspaces, [{"name": storable(name)}])
    found = connection.execute(select(workspaces.c.id).where(workspaces.c.name == storable(name))).scalar()
    assert found is not None
    return int(found)


def workspace_name(ledger: Ledger, id: int) -> str:
    """The workspace's name."""
    with told(ledger.shown), ledger.engine.connect() as connection:
        return str(connection.execute(select(workspaces.c.name).where(workspaces.c.id == id)).scalar() or "")


def add_account(
    ledger: Ledger, name: str, password_hash: str, *, workspace: str, role: str, who: str, at: datetime
) -> None:
    """A new account with a role in the workspace; for one that exists, the role there (and no new password)."""
    if role not in ROLES:
        raise UsageError(f"{role}: no role; choose one of {', '.join(ROLES)}")
    with told(ledger.shown), writing(ledger.engine) as connection:
        row = {"name": storable(name), "password_hash": password_hash, "created": stamp(at)}
        insert_missing(connection, accounts, [row])
        id = connection.execute(select(accounts.c.id).where(accounts.c.name == storable(name))).scalar()
        place = {"account": id, "workspace": _workspace(connection, workspace)}
        connection.execute(delete(members).where(_all(members, place)))
        connection.execute(members.insert().values(place | {"role": role}))
        detail = f"{storable(name)}: {role} in {storable(workspace)}"
        note(connection, who=who, at=at, action="role given", about="accounts", detail=detail)


def set_password(ledger: Ledger, name: str, password_hash: str, *, who: str, at: datetime) -> None:
    """A new password; every session of the account ends."""
    _change(ledger, name, {"password_hash": password_hash}, "password set", who=who, at=at)


def disable(ledger: Ledger, name: str, *, who: str, at: datetime) -> None:
    """The account may do nothing any more; its sessions and tokens end."""
    _change(ledger, name, {"disabled": stamp(at)}, "account disabled", who=who, at=at)


def _change(ledger: Ledger, name: str, values: dict[str, str], action: str, *, who: str, at: datetime) -> None:
    with told(ledger.shown), writing(ledger.engine) as connection:
        id = connection.execute(select(accounts.c.id).where(accounts.c.name == storable(name))).scalar()
        if id is None:
            raise UsageError(f"{name}: there is no such account")
        connection.execute(update(accounts).where(accounts.c.id == id).values(values))
        connection.execute(delete(sessions).where(sessions.c.account == id))
        note(connection, who=who, at=at, action=action, about="accounts", detail=storable(name))


def _all(table: Any, values: dict[str, Any]) -> Any:
    return and_(*(table.c[name] == value for name, value in values.items()))


def any_account(ledger: Ledger) -> bool:
    """Whether anybody can sign in."""
    with told(ledger.shown), ledger.engine.connect() as connection:
        return connection.execute(select(accounts.c.id).where(accounts.c.disabled == "").limit(1)).first() is not None


def password_hash_of(ledger: Ledger, name: str) -> tuple[int, str] | None:
    """The account's number and the hash of its password; None when there is none that may sign in."""
    query = select(accounts.c.id, accounts.c.password_hash)
    wanted = and_(accounts.c.name == storable(name), accounts.c.disabled == "")
    with told(ledger.shown), ledger.engine.connect() as connection:
        row = connection.execute(query.where(wanted)).first()
        return (int(row[0]), str(row[1])) if row else None


def memberships(ledger: Ledger, account: int) -> tuple[tuple[int, str, str], ...]:
    """The workspaces of the account: number, name, role."""
    query = select(workspaces.c.id, workspaces.c.name, members.c.role).join_from(members, workspaces)
    with told(ledger.shown), ledger.engine.connect() as connection:
        rows = connection.execute(query.where(members.c.account == account).order_by(workspaces.c.name))
        return tuple((int(id), str(name), str(role)) for id, name, role in rows)


def members_of(ledger: Ledger, workspace: int) -> tuple[Member, ...]:
    """The accounts of the workspace."""
    query = select(accounts.c.id.label("account"), accounts.c.name, members.c.role, accounts.c.disabled)
    query = query.join_from(members, accounts).where(members.c.workspace == workspace).order_by(accounts.c.name)
    with told(ledger.shown), ledger.engine.connect() as connection:
        return tuple(Member(**row) for row in connection.execute(query).mappings())


def failed_lately(ledger: Ledger, who: str, *, at: datetime) -> int:
    """How often signing in failed for that name or address within the window."""
    recent = and_(attempts.c.who == who[:200], attempts.c.at > stamp(at - WINDOW))
    with told(ledger.shown), ledger.engine.connect() as connection:
        return int(connection.execute(select(func.count()).select_from(attempts).where(recent)).scalar() or 0)


def note_failure(ledger: Ledger, *who: str, at: datetime) -> None:
    """Signing in failed for that name and address."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        connection.execute(delete(attempts).where(attempts.c.at < stamp(at - WINDOW)))
        connection.execute(attempts.insert(), [{"who": name[:200], "at": stamp(at)} for name in who])


def begin_session(
    ledger: Ledger, secret_sha256: str, account: int, workspace: int, *, who: str, at: datetime, ends: datetime
) -> None:
    """A session of the account in the workspace."""
    row = {"secret_sha256": secret_sha256, "account": account, "workspace": workspace, "created": stamp(at)}
    with told(ledger.shown), writing(ledger.engine) as connection:
        connection.execute(delete(sessions).where(sessions.c.ends < stamp(at)))
        connection.execute(sessions.insert().values(row | {"seen": stamp(at), "ends": stamp(ends)}))
        note(connection, who=storable(who), at=at, action="signed in", about="accounts", detail="")


def end_session(ledger: Ledger, secret_sha256: str) -> None:
    """The session is over."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        connection.execute(delete(sessions).where(sessions.c.secret_sha256 == secret_sha256))


def move_session(ledger: Ledger, secret_sha256: str, workspace: int, *, who: str, at: datetime) -> None:
    """The session goes on in another workspace of its account."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        here = sessions.c.secret_sha256 == secret_sha256
        connection.execute(update(sessions).where(here).values(workspace=workspace))
        note(connection, who=storable(who), at=at, action="workspace changed", about="accounts", detail=str(workspace))


def leave(ledger: Ledger, account: int, workspace: int, *, who: str, at: datetime) -> None:
    """The account has no role in the workspace any more; its sessions and tokens there end, elsewhere nothing does."""
    place = {"account": account, "workspace": workspace}
    with told(ledger.shown), writing(ledger.engine) as connection:
        connection.execute(delete(members).where(_all(members, place)))
        connection.execute(delete(sessions).where(_all(sessions, place)))
        note(connection, who=storable(who), at=at, action="role taken", about="accounts", detail=str(account))


def caller_by_session(ledger: Ledger, secret_sha256: str, *, at: datetime, idle: timedelta) -> Caller | None:
    """Who the session is, while it lasts; looking at a page keeps it from falling asleep."""
    query = select(sessions.c.seen, accounts.c.id, accounts.c.name, members.c.workspace, members.c.role)
    query = query.join_from(sessions, accounts, sessions.c.account == accounts.c.id).join(members, _member(sessions))
    alive = and_(sessions.c.secret_sha256 == secret_sha256, sessions.c.ends > stamp(at), accounts.c.disabled == "")
    with told(ledger.shown), ledger.engine.connect() as connection:
        row = connection.execute(query.where(and_(alive, sessions.c.seen > stamp(at - idle)))).first()
    if row is None:
        return None
    if row[0] < stamp(at - timedelta(minutes=1)):
        with told(ledger.shown), writing(ledger.engine) as connection:
            here = sessions.c.secret_sha256 == secret_sha256
            connection.execute(update(sessions).where(here).values(seen=stamp(at)))
    return Caller(int(row[1]), str(row[2]), int(row[3]), str(row[4]))


def _member(table: Any) -> Any:
    return and_(members.c.account == table.c.account, members.c.workspace == table.c.workspace)


def add_token(
    ledger: Ledger, secret_sha256: str, caller: Caller, *, name: str, role: str, at: datetime, ends: datetime
) -> None:
    """An API token of the caller, with a role that is not above the caller's own."""
    if role not in ROLES or not caller.may(role):
        raise UsageError(f"{role}: not a role that you may give")
    row = {"secret_sha256": secret_sha256, "account": caller.account, "workspace": caller.workspace, "role": role}
    row |= {"name": storable(name), "created": stamp(at), "ends": stamp(ends)}
    with told(ledger.shown), writing(ledger.engine) as connection:
        connection.execute(tokens.insert().values(row))
        note(connection, who=caller.name, at=at, action="token made", about="accounts", detail=storable(name))


def revoke_token(ledger: Ledger, id: int, *, workspace: int, who: str, at: datetime) -> None:
    """The token works no longer."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        wanted = and_(tokens.c.id == id, tokens.c.workspace == workspace, tokens.c.revoked == "")
        if not connection.execute(update(tokens).where(wanted).values(revoked=stamp(at))).rowcount:
            raise NotHere("there is no such token, or it is revoked already")
        note(connection, who=who, at=at, action="token revoked", about="accounts", detail=str(id))


def tokens_of(ledger: Ledger, workspace: int) -> tuple[TokenLine, ...]:
    """The workspace's tokens."""
    names = ("id", "name", "role", "created", "ends", "revoked")
    query = select(*(tokens.c[name] for name in names), accounts.c.name.label("account_name"))
    query = query.join_from(tokens, accounts).where(tokens.c.workspace == workspace).order_by(tokens.c.id)
    with told(ledger.shown), ledger.engine.connect() as connection:
        return tuple(TokenLine(**row) for row in connection.execute(query).mappings())


def caller_by_token(ledger: Ledger, secret_sha256: str, *, at: datetime) -> Caller | None:
    """Who the token speaks for, while it works: with its own role, never above that of its account."""
    query = select(accounts.c.id, accounts.c.name, tokens.c.workspace, tokens.c.role, members.c.role)
    query = query.join_from(tokens, accounts, tokens.c.account == accounts.c.id).join(members, _member(tokens))
    works = and_(tokens.c.revoked == "", tokens.c.ends > stamp(at), accounts.c.disabled == "")
    with told(ledger.shown), ledger.engine.connect() as connection:
        row = connection.execute(query.where(and_(tokens.c.secret_sha256 == secret_sha256, works))).first()
    if row is None:
        return None
    role = min(str(row[3]), str(row[4]), key=ROLES.index)
    return Caller(int(row[0]), str(row[1]), int(row[2]), role)
