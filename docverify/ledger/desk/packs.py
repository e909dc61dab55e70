"""Packs and their files: made, sent, checked by workers that hold a lease, shown only inside their workspace."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, and_, func, or_, select, update

from docverify.errors import NotHere
from docverify.ledger.desk import tables
from docverify.ledger.desk.records import Check, Pack, Standing, StoredFile
from docverify.ledger.inserting import insert_missing
from docverify.ledger.keeping import note, stamp, storable
from docverify.ledger.ledger import Ledger
from docverify.ledger.transactions import told, writing

TRIES = 5  # times that a pack may cost its worker before it is given up
packs, files, progress, checks = tables.packs, tables.files, tables.progress, tables.checks


def make_pack(
    ledger: Ledger, *, id: str, workspace: int, name: str, who: str, at: datetime, idempotency: str = "", **about: str
) -> Pack:
    """The new pack; the one made before under the same idempotency key, when there is one."""
    values = {"id": id, "workspace": workspace, "name": name, "created_by": who, "created": stamp(at), "state": "open"}
    values |= {key: storable(text) for key, text in about.items()} | {"idempotency": idempotency}
    with told(ledger.shown), writing(ledger.engine) as connection:
        if idempotency:
            same = and_(packs.c.workspace == workspace, packs.c.idempotency == idempotency)
            known = connection.execute(select(packs).where(same)).mappings().first()
            if known:
                return Pack(**known)
        connection.execute(packs.insert().values(values))
        note(connection, who=who, at=at, action="pack made", about=id, detail=storable(name))
        return _pack(connection, packs.c.id == id)


def pack_of(ledger: Ledger, id: str, *, workspace: int) -> Pack:
    """The pack; LedgerError when the workspace has none of that id, whether another has or not."""
    with told(ledger.shown), ledger.engine.connect() as connection:
        return _pack(connection, and_(packs.c.id == id, packs.c.workspace == workspace))


def pack_by_id(ledger: Ledger, id: str) -> Pack:
    """The pack, whatever its workspace: for who holds a link into it."""
    with told(ledger.shown), ledger.engine.connect() as connection:
        return _pack(connection, packs.c.id == id)


def _pack(connection: Connection, wanted: Any) -> Pack:
    row = connection.execute(select(packs).where(wanted)).mappings().first()
    if row is None:
        raise NotHere("there is no such pack")
    return Pack(**row)


def packs_of(ledger: Ledger, *, workspace: int, limit: int = 500) -> tuple[Pack, ...]:
    """The packs of the workspace, newest first."""
    query = select(packs).where(packs.c.workspace == workspace).order_by(packs.c.created.desc()).limit(limit)
    with told(ledger.shown), ledger.engine.connect() as connection:
        return tuple(Pack(**row) for row in connection.execute(query).mappings())


def describe(ledger: Ledger, pack: str, **about: str) -> None:
    """Change what people say of the pack: name, supplier, product, stage."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        connection.execute(update(packs).where(packs.c.id == pack).values({k: storable(v) for k, v in about.items()}))


def add_file(
    ledger: Ledger, pack: str, *, path: str, sha256: str, size: int, who: str, at: datetime
) -> tuple[StoredFile, bool]:
    """The file in the pack and whether it is new: the same content is kept once, another of that name beside it."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        here = [StoredFile(**row) for row in connection.execute(_stored(pack)).mappings()]
        same = next((file for file in here if file.sha256 == sha256), None)
        if same:
            return same, False
        path = _free_name(storable(path), {file.path for file in here})
        row = {"pack": pack, "path": path, "sha256": sha256, "size": size, "uploaded_by": who, "at": stamp(at)}
        connection.execute(files.insert().values(row | {"state": "stored"}))
        insert_missing(connection, progress, [{"pack": pack, "path": path, "state": "queued", "why": ""}])
        _ask(connection, pack)
        stored = connection.execute(_stored(pack).where(files.c.path == path)).mappings().one()
        return StoredFile(**stored), True


def _free_name(path: str, taken: set[str]) -> str:
    folded, number, made = {name.casefold() for name in taken}, 2, path
    stem, dot, suffix = path.rpartition(".")
    while made.casefold() in folded:
        made = f"{stem} ({number}){dot}{suffix}" if dot else f"{path} ({number})"
        number += 1
    return made


def remove_file(ledger: Ledger, pack: str, file: int, *, who: str, at: datetime) -> None:
    """Take a file out of the pack; its bytes stay where they are."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        wanted = and_(files.c.pack == pack, files.c.id == file)
        path = connection.execute(select(files.c.path).where(wanted)).scalar()
        if path is None:
            raise NotHere("there is no such file")
        connection.execute(update(files).where(wanted).values(state="removed"))
        connection.execute(progress.delete().where(and_(progress.c.pack == pack, progress.c.path == path)))
        note(connection, who=who, at=at, action="paper removed", about=pack, detail=path)
        _ask(connection, pack)


def _stored(pack: str) -> Any:
    return select(files).where(and_(files.c.pack == pack, files.c.state == "stored")).order_by(files.c.path)


def files_of(ledger: Ledger, pack: str) -> tuple[StoredFile, ...]:
    """The files of the pack."""
    with told(ledger.shown), ledger.engine.connect() as connection:
        return tuple(StoredFile(**row) for row in connection.execute(_stored(pack)).mappings())


def standings_of(ledger: Ledger, pack: str) -> tuple[Standing, ...]:
    """How far each paper is."""
    query = select(progress).where(progress.c.pack == pack).order_by(progress.c.path)
    with told(ledger.shown), ledger.engine.connect() as connection:
        return tuple(Standing(**row) for row in connection.execute(query).mappings())


def ask(ledger: Ledger, pack: str, *, at: datetime | None = None) -> None:
    """Ask for a check; with `at`, everything has been sent."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        _ask(connection, pack)
        if at:
            connection.execute(update(packs).where(packs.c.id == pack).values(uploaded=stamp(at)))


def _ask(connection: Connection, pack: str) -> None:
    # A worker that is at it goes on: when it is done, it finds that more was asked.
    changes = {"wanted": packs.c.wanted + 1, "tries": 0}
    connection.execute(update(packs).where(packs.c.id == pack).values(changes))
    resting = and_(packs.c.id == pack, packs.c.state != "working")
    connection.execute(update(packs).where(resting).values(state="waiting", why=""))


def save_shipment(
    ledger: Ledger,
    pack: str,
    text: str,
    *,
    version: int,
    who: str,
    at: datetime,
    units: tuple[str, str] | None = None,
    drafted: bool = False,
) -> bool:
    """Whether it was saved: False when somebody else saved one since `version`, and nothing is changed then."""
    values = {"shipment": storable(text), "shipment_version": version + 1}
    values |= {"units_name": units[0], "units": units[1]} if units else {}
    with told(ledger.shown), writing(ledger.engine) as connection:
        wanted = and_(packs.c.id == pack, packs.c.shipment_version == version)
        if not connection.execute(update(packs).where(wanted).values(values)).rowcount:
            return False
        note(connection, who=who, at=at, action="shipment saved", about=pack, detail=f"version {version + 1}")
        if not drafted:  # a draft is made while the check is under way
            _ask(connection, pack)
        return True


def take_work(ledger: Ledger, worker: str, *, at: datetime, lease: timedelta) -> Pack | None:
    """The pack that has waited longest, now held by the worker; one whose worker let its lease run out counts."""
    with told(ledger.shown), ledger.engine.connect() as connection:
        if connection.execute(select(packs.c.id).where(_waiting(at)).limit(1)).first() is None:
            return None
    with told(ledger.shown), writing(ledger.engine) as connection:
        query = select(packs).where(_waiting(at)).order_by(packs.c.uploaded, packs.c.created).limit(1)
        row = connection.execute(query).mappings().first()
        if row is None:
            return None
        held = {"state": "working", "worker": worker, "lease": stamp(at + lease), "tries": row["tries"] + 1}
        connection.execute(update(packs).where(packs.c.id == row["id"]).values(held))
        return Pack(**{**row, **held})


def _waiting(at: datetime) -> Any:
    lapsed = and_(packs.c.state == "working", packs.c.lease < stamp(at))
    return or_(packs.c.state == "waiting", lapsed)


def hold(
    ledger: Ledger,
    pack: Pack,
    standings: Sequence[Standing],
    *,
    at: datetime,
    lease: timedelta,
    so_far: str | None = None,
) -> bool:
    """Prolong the lease, tell how far the papers are and what is seen so far; False when another worker has it."""
    values = {"lease": stamp(at + lease)} | ({} if so_far is None else {"so_far": storable(so_far)})
    with told(ledger.shown), writing(ledger.engine) as connection:
        held = and_(packs.c.id == pack.id, packs.c.worker == pack.worker, packs.c.state == "working")
        if not connection.execute(update(packs).where(held).values(values)).rowcount:
            return False
        _tell(connection, standings)
        return True


def _tell(connection: Connection, standings: Sequence[Standing]) -> None:
    for entry in standings:
        values = {"state": entry.state, "page": entry.page, "pages": entry.pages, "why": storable(entry.why)}
        place = and_(progress.c.pack == entry.pack, progress.c.path == storable(entry.path))
        if not connection.execute(update(progress).where(place).values(values)).rowcount:
            connection.execute(progress.insert().values(pack=entry.pack, path=storable(entry.path), **values))


def finish(ledger: Ledger, pack: Pack, standings: Sequence[Standing], *, at: datetime, **outcome: Any) -> None:
    """The work on what was wanted when it began is done; what was asked since waits for its turn."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        row = _pack(connection, packs.c.id == pack.id)
        if row.worker != pack.worker:
            return
        connection.execute(progress.delete().where(progress.c.pack == pack.id))
        _tell(connection, standings)
        state = "waiting" if row.wanted > pack.wanted else "done" if outcome.get("run") else "open"
        changes = {"state": state, "worker": "", "lease": "", "checked": pack.wanted, "tries": 0, "why": ""}
        changes |= outcome | ({"finished": stamp(at), "so_far": ""} if outcome.get("run") else {"read": stamp(at)})
        connection.execute(update(packs).where(packs.c.id == pack.id).values(changes))
        if outcome.get("run"):
            line = {name: outcome[name] for name in ("run", "verdict", "open_findings")}
            connection.execute(checks.insert().values(pack=pack.id, at=stamp(at), **line))


def put_back(ledger: Ledger, pack: Pack) -> None:
    """The work could not be done now, through no fault of the pack: it waits again, and the attempt does not count."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        held = and_(packs.c.id == pack.id, packs.c.worker == pack.worker, packs.c.state == "working")
        changes = {"state": "waiting", "worker": "", "lease": "", "tries": packs.c.tries - 1}
        connection.execute(update(packs).where(held).values(changes))


def give_up(ledger: Ledger, pack: Pack, why: str, *, at: datetime) -> None:
    """The work cannot be done: the pack says why, until something of it is changed."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        row = _pack(connection, packs.c.id == pack.id)
        state = "waiting" if row.wanted > pack.wanted else "failed"
        changes = {"state": state, "worker": "", "lease": "", "checked": pack.wanted, "why": storable(why)[:2000]}
        changes |= {"finished": stamp(at), "so_far": ""}
        connection.execute(update(packs).where(packs.c.id == pack.id).values(changes))


def checks_of(ledger: Ledger, pack: str) -> tuple[Check, ...]:
    """The checks of the pack, newest first."""
    query = select(checks).where(checks.c.pack == pack).order_by(checks.c.id.desc())
    with told(ledger.shown), ledger.engine.connect() as connection:
        return tuple(Check(**row) for row in connection.execute(query).mappings())


def count_states(ledger: Ledger) -> dict[str, int]:
    """How many packs are in each state, over all workspaces: for the metrics."""
    query = select(packs.c.state, func.count()).group_by(packs.c.state)
    with told(ledger.shown), ledger.engine.connect() as connection:
        return {str(state): int(count) for state, count in connection.execute(query)}
