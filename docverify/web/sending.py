"""Papers on their way in: taken as they are sent, shown with how far each is until there is a result."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import unquote

from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import FileResponse, JSONResponse, RedirectResponse, Response, StreamingResponse

from docverify.errors import DocverifyError, NotHere, UsageError
from docverify.ledger.desk import packs, uploads
from docverify.ledger.desk.records import Pack, Standing, StoredFile
from docverify.web import store
from docverify.web.asking import Ask, Refused
from docverify.web.early import told_of
from docverify.web.shipments import FILE, checked

LOOK_S = 0.4  # seconds between looks at a pack whose page is open
ALIVE_S = 15.0


async def upload(ask: Ask) -> Response:
    """One file, its content as the body and its name in a header."""
    pack = await run_in_threadpool(ask.pack)
    return JSONResponse(await taken(ask, pack, who=ask.caller.name), 201)


async def taken(ask: Ask, pack: Pack, *, who: str) -> dict[str, object]:
    """What became of the file that is being sent: kept, known already, or refused (413, 400) with nothing kept."""
    length = _length(ask)
    most = await run_in_threadpool(room, ask, pack, length or 0)
    try:
        arrived = await store.receive(ask.desk.folder, ask.request.stream(), most=most, expected=length)
    except store.TooLarge as error:
        raise Refused(413, f"This file is {error}.") from error
    except (store.CutOff, ClientDisconnect) as error:
        raise Refused(400, f"The file did not arrive whole. Send it again. {error}".strip()) from error
    except OSError as error:
        raise Refused(507, f"The server cannot keep the file now ({error.strerror}). Try again later.") from error
    name = store.safe_path(unquote(ask.request.headers.get("x-name", "unnamed.pdf"), errors="replace"))
    return await run_in_threadpool(noted, ask, pack, arrived, who, name)


def room(ask: Ask, pack: Pack, length: int, *, coming: Sequence[int] = ()) -> int:
    """How large a file may be yet; Refused when this one is larger, or the pack holds as many as it may."""
    settings = ask.desk.settings
    here = [file.size for file in packs.files_of(ask.ledger, pack.id)] + list(coming)
    most = min(settings.file_bytes, settings.pack_bytes - sum(here))
    if len(here) >= settings.pack_files:
        raise Refused(413, f"A pack holds up to {settings.pack_files} files; make a second one, or send a ZIP.")
    if length > most:
        left = max(most, 0) >> 20
        raise Refused(413, f"This file is too large: {left} MB are left. Split it, or leave out what is no paper.")
    return most


def _length(ask: Ask) -> int | None:
    text = ask.request.headers.get("content-length", "")
    return int(text) if text.isascii() and text.isdigit() else None


def noted(ask: Ask, pack: Pack, arrived: store.Received, who: str, name: str) -> dict[str, object]:
    """The file that arrived is one of the pack's: its line, or the one that was there with the same content."""
    if PurePosixPath(name).name == FILE and not pack.shipment and who == ask.caller.name:
        return _as_shipment(ask, pack, arrived, name)
    file, new = packs.add_file(
        ask.ledger, pack.id, path=name, sha256=arrived.sha256, size=arrived.size, who=who, at=ask.at
    )
    same = "" if new else f"the same file as {file.path}"
    return {"path": file.path, "sha256": file.sha256, "size": file.size, "new": new, "note": same}


def _as_shipment(ask: Ask, pack: Pack, arrived: store.Received, name: str) -> dict[str, object]:
    """A shipment.yaml among the papers is the shipment, when it is one."""
    try:
        text = store.place(ask.desk.folder, arrived.sha256).read_text("utf-8-sig")
        packs.save_shipment(
            ask.ledger, pack.id, checked(text), version=pack.shipment_version, who=ask.caller.name, at=ask.at
        )
        note = "used as the shipment"
    except (UsageError, UnicodeDecodeError) as error:
        note = f"not used: {error}"
    return {"path": name, "sha256": arrived.sha256, "size": arrived.size, "new": True, "note": note}


def sent(ask: Ask) -> Response:
    """Everything has been sent: check it."""
    pack = ask.pack()
    packs.ask(ask.ledger, pack.id, at=ask.at)
    return RedirectResponse(f"/packs/{pack.id}", 303)


def show(ask: Ask) -> Response:
    """The pack: its papers and how far each is."""
    pack = ask.pack()
    return ask.page("pack.html", pack=pack, tab="upload", **_state(ask, pack))


def _state(ask: Ask, pack: Pack) -> dict[str, Any]:
    standings = packs.standings_of(ask.ledger, pack.id)
    files = {file.path: file for file in packs.files_of(ask.ledger, pack.id)}
    return {
        "standings": standings,
        "files": files,
        "counts": _counts(standings),
        "share": _share(standings),
        "seen": told_of(pack),
        "coming": uploads.uploads_of(ask.ledger, pack.id),
        "archives": [path for path in files if path not in {entry.path for entry in standings}],
    }


def _counts(standings: Sequence[Standing]) -> dict[str, int]:
    return {state: sum(s.state == state for s in standings) for state in ("queued", "reading", "done", "refused")}


def _share(standings: Sequence[Standing]) -> int:
    """How much of the papers is read, in percent."""
    parts = [_part(entry) for entry in standings]
    return round(100 * sum(parts) / len(parts)) if parts else 0


def _part(entry: Standing) -> float:
    if entry.state == "reading":
        return entry.page / max(entry.pages, 1)
    return 0.0 if entry.state == "queued" else 1.0


async def events(ask: Ask) -> Response:
    """How far the pack is, whenever it changes, until there is an answer."""
    pack = await run_in_threadpool(ask.pack)
    headers = {"cache-control": "no-store", "x-accel-buffering": "no"}
    return StreamingResponse(_events(ask, pack.id), media_type="text/event-stream", headers=headers)


async def _events(ask: Ask, id: str) -> AsyncIterator[str]:
    before, silent = "", 0.0
    while not await ask.request.is_disconnected():
        try:
            pack, text = await run_in_threadpool(_fragment, ask, id)
        except NotHere:
            return
        except DocverifyError:  # the database is gone for a moment
            pack, text = None, before
        if text != before:
            yield _event("state", text)
            before, silent = text, 0.0
        if pack is not None and pack.settled:
            yield _event("settled", pack.state)
            return
        silent += LOOK_S
        if silent > ALIVE_S:
            yield ": still here\n\n"
            silent = 0.0
        await asyncio.sleep(LOOK_S)


def _fragment(ask: Ask, id: str) -> tuple[Pack, str]:
    pack = packs.pack_of(ask.ledger, id, workspace=ask.caller.workspace)
    values = {"ask": ask, "me": ask.caller, "csrf": ask.csrf, "pack": pack}
    return pack, ask.desk.render("progress.html", **values, **_state(ask, pack))


def _event(name: str, text: str) -> str:
    return f"event: {name}\n" + "".join(f"data: {line}\n" for line in text.splitlines() or [""]) + "\n"


def progress(ask: Ask) -> Response:
    """The part of the page that changes."""
    _, text = _fragment(ask, ask.part("pack"))
    return Response(text, media_type="text/html")


def remove(ask: Ask) -> Response:
    """Take a file out of the pack, and check the rest."""
    pack = ask.pack()
    packs.remove_file(ask.ledger, pack.id, ask.number("file"), who=ask.caller.name, at=ask.at)
    return RedirectResponse(f"/packs/{pack.id}", 303)


def download(ask: Ask) -> Response:
    """A file as it was sent; never shown by the browser, only saved."""
    pack = ask.pack()
    number = ask.number("file")
    file = next((f for f in packs.files_of(ask.ledger, pack.id) if f.id == number), None)
    if file is None:
        raise NotHere("there is no such file")
    return as_attachment(ask, file)


def as_attachment(ask: Ask, file: StoredFile) -> Response:
    """The file to be saved."""
    return FileResponse(
        store.place(ask.desk.folder, file.sha256),
        media_type="application/octet-stream",
        filename=PurePosixPath(file.path).name,
        headers={"content-security-policy": "sandbox; default-src 'none'"},
    )
