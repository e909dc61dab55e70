"""Files that arrive in parts: after a cut connection, a reload or a restart the sender goes on where it stopped.

    POST  …/uploads         X-Name, Upload-Length (and Upload-Key)  → id and how much is here
    GET   …/uploads/{id}                                            → how much is here
    PATCH …/uploads/{id}    Upload-Offset, the bytes from there     → how much is here; 201 when it is whole

The same name, length and key of the same person in the same pack is the same upload. What arrived of a part is kept
when the connection is cut within it.
"""

import fcntl
import hmac
import os
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, Response

from docverify.errors import NotHere, UsageError
from docverify.ledger.desk import uploads
from docverify.ledger.desk.records import Pack
from docverify.ledger.desk.uploads import Upload
from docverify.web import store
from docverify.web.asking import Ask, Refused
from docverify.web.sending import noted, room

MOST_PART = 64 << 20
LENGTH, OFFSET, KEY = "upload-length", "upload-offset", "upload-key"
BLOCK = 1 << 20


def _at(ask: Ask, id: str) -> Path:
    return ask.desk.folder / "incoming" / f"{id}.upload"


def _here(ask: Ask, id: str) -> int:
    try:
        return _at(ask, id).stat().st_size
    except FileNotFoundError:
        return 0


def begun(ask: Ask, pack: Pack, who: str) -> Response:
    """An upload, new or gone on with: its id, and how much of it is here."""
    size, name = _number(ask, LENGTH), ask.request.headers.get("x-name", "")
    if not name:
        raise UsageError("X-Name: the name of the file, percent-encoded")
    if not size:
        raise UsageError(f"{LENGTH}: the file is empty")
    _clear(ask)
    path = store.safe_path(unquote(name, errors="replace"))
    said = f"{pack.id}\0{who}\0{path}\0{size}\0{ask.request.headers.get(KEY, '')[:200]}"
    id = hmac.new(ask.desk.secret, f"upload\0{said}".encode(), sha256).hexdigest()[:32]
    known = {upload.id: upload for upload in uploads.uploads_of(ask.ledger, pack.id)}
    if id not in known:
        room(ask, pack, size, coming=[upload.size for upload in known.values()])
        uploads.begin(ask.ledger, id, pack.id, path=path, size=size, who=who, at=ask.at)
    return JSONResponse({"id": id, "offset": _here(ask, id), "size": size}, 201)


def _clear(ask: Ask) -> None:
    """What nobody went on with makes room."""
    for id in (old := uploads.lapsed(ask.ledger, at=ask.at)):
        _at(ask, id).unlink(missing_ok=True)
    if old:
        uploads.end(ask.ledger, old)


def stands(ask: Ask, pack: Pack, who: str) -> Response:
    """How much of the upload is here."""
    upload = uploads.upload_of(ask.ledger, ask.part("upload"), pack=pack.id, who=who)
    return JSONResponse({"id": upload.id, "offset": _here(ask, upload.id), "size": upload.size})


async def appended(ask: Ask, pack: Pack, who: str, *, name: str = "", shown: Sequence[str] = ()) -> Response:
    """The bytes from the offset on; the file is taken into the pack when it is whole, as sent by `name`.

    `shown` is what is told of it, when not everything.
    """
    upload = await run_in_threadpool(uploads.upload_of, ask.ledger, ask.part("upload"), pack=pack.id, who=who)
    offset = _number(ask, OFFSET)
    try:
        with _alone(_at(ask, upload.id)) as stream:
            here = stream.seek(0, os.SEEK_END)
            if offset != here:
                raise Refused(409, f"{here} bytes of this file are here; go on from there.")
            here = await _written(stream, ask.request.stream(), here, min(upload.size, here + MOST_PART))
            if here < upload.size:
                return JSONResponse({"id": upload.id, "offset": here, "size": upload.size})
            answer = await run_in_threadpool(_whole, ask, pack, upload, name or who)
    except OSError as error:
        raise Refused(507, f"The server cannot keep the file now ({error.strerror}). Try again later.") from error
    return JSONResponse({name: value for name, value in answer.items() if not shown or name in shown}, 201)


@contextmanager
def _alone(path: Path) -> Iterator[BinaryIO]:
    """The file, to be written by one request at a time, over all servers."""
    with path.open("ab") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(409, "Another request is sending this file; ask how much is here.") from None
        if not path.exists():  # it became whole while this request opened it
            raise NotHere("there is no such upload; it may be whole already")
        yield stream


async def _written(stream: BinaryIO, chunks: AsyncIterator[bytes], here: int, most: int) -> int:
    """How much is here in the end; what arrived before a cut counts, and is on the disk."""
    try:
        async for chunk in chunks:
            if here + len(chunk) > most:
                raise Refused(413, "This part is longer than what is left of the file, or than 64 MB.")
            stream.write(chunk)
            here += len(chunk)
    except ClientDisconnect:
        raise Refused(400, "The connection was cut; what arrived is kept.") from None
    finally:
        stream.flush()
        os.fsync(stream.fileno())
    return here


def _whole(ask: Ask, pack: Pack, upload: Upload, who: str) -> dict[str, object]:
    """The file, taken into the pack as any other."""
    path, digest = _at(ask, upload.id), sha256()
    with path.open("rb") as stream:
        while block := stream.read(BLOCK):
            digest.update(block)
    arrived = store.Received(digest.hexdigest(), upload.size)
    target = store.place(ask.desk.folder, arrived.sha256)
    target.parent.mkdir(exist_ok=True)
    path.replace(target)
    target.chmod(0o400)
    answer = noted(ask, pack, arrived, who, upload.path)
    uploads.end(ask.ledger, [upload.id])
    return answer


def _number(ask: Ask, name: str) -> int:
    text = ask.request.headers.get(name, "")
    if not text.isascii() or not text.isdigit() or len(text) > 12:
        raise UsageError(f"{name}: a number of bytes")
    return int(text)


def start(ask: Ask) -> Response:
    """Begin a file of the caller's, or go on with it."""
    return begun(ask, ask.pack(), ask.caller.name)


def state(ask: Ask) -> Response:
    """How much of the caller's file is here."""
    return stands(ask, ask.pack(), ask.caller.name)


async def append(ask: Ask) -> Response:
    """A part of the caller's file."""
    return await appended(ask, await run_in_threadpool(ask.pack), ask.caller.name)
