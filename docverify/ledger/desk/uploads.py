"""Files that arrive in parts: whose they are, how large they will be; the parts lie in the server's folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete, select

from docverify.errors import NotHere
from docverify.ledger.desk.tables import uploads
from docverify.ledger.inserting import insert_missing
from docverify.ledger.keeping import stamp, storable
from docverify.ledger.ledger import Ledger
from docverify.ledger.transactions import told, writing

KEPT_FOR = timedelta(days=2)  # without a word from who sends it


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that is on its way into a pack; `who` may go on with it."""

    id: str
    pack: str
    path: str
    size: int
    who: str
    at: str


def begin(ledger: Ledger, id: str, pack: str, *, path: str, size: int, who: str, at: datetime) -> None:
    """The upload is known from now on; nothing is changed when it is already."""
    row = {"id": id, "pack": pack, "path": storable(path), "size": size, "who": storable(who), "at": stamp(at)}
    with told(ledger.shown), writing(ledger.engine) as connection:
        insert_missing(connection, uploads, [row])


def upload_of(ledger: Ledger, id: str, *, pack: str, who: str) -> Upload:
    """The upload; NotHere when the pack has none of that id that this person began."""
    here = (uploads.c.id == id, uploads.c.pack == pack, uploads.c.who == storable(who))
    with told(ledger.shown), ledger.engine.connect() as connection:
        row = connection.execute(select(uploads).where(*here)).mappings().first()
    if row is None:
        raise NotHere("there is no such upload; it may be whole already, or too old")
    return Upload(**row)


def uploads_of(ledger: Ledger, pack: str) -> tuple[Upload, ...]:
    """What is on its way into the pack."""
    query = select(uploads).where(uploads.c.pack == pack).order_by(uploads.c.path)
    with told(ledger.shown), ledger.engine.connect() as connection:
        return tuple(Upload(**row) for row in connection.execute(query).mappings())


def end(ledger: Ledger, ids: Sequence[str]) -> None:
    """These are over."""
    with told(ledger.shown), writing(ledger.engine) as connection:
        connection.execute(delete(uploads).where(uploads.c.id.in_(list(ids))))


def lapsed(ledger: Ledger, *, at: datetime) -> tuple[str, ...]:
    """Uploads that began so long ago that nobody will go on with them."""
    with told(ledger.shown), ledger.engine.connect() as connection:
        query = select(uploads.c.id).where(uploads.c.at < stamp(at - KEPT_FOR))
        return tuple(str(id) for (id,) in connection.execute(query))
