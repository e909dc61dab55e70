"""Reports in every format, the letter to the supplier, and the link by which the supplier sends what is missing."""

import secrets
from datetime import timedelta
from pathlib import Path, PurePosixPath

from starlette.concurrency import run_in_threadpool
from starlette.responses import JSONResponse, RedirectResponse, Response

from docverify.errors import UsageError
from docverify.ledger.desk import notes, packs
from docverify.ledger.desk.records import Pack, SupplierLink
from docverify.report.formats import FORMATS
from docverify.report.letters import letter_as
from docverify.report.pictures import PagePicture, Pictures, pages_wanted
from docverify.report.questions import letter, visit_list
from docverify.web import parts, pictures
from docverify.web.asking import NOBODY, Ask, Refused, hashed
from docverify.web.results import Arranged, needed
from docverify.web.sending import taken

LANGUAGES = {"en": "English", "zh": "Chinese"}
LETTERS = {"docx": ".docx", "markdown": ".md", "text": ".txt"}
LINK_DAYS = (1, 90)
MOST_PICTURES = 8 << 20


def show(ask: Ask) -> Response:
    """What can be taken away; the links that the supplier has."""
    pack, _ = needed(ask)
    return _page(ask, pack, "")


def _page(ask: Ask, pack: Pack, address: str) -> Response:
    return ask.page(
        "output.html",
        tab="output",
        pack=pack,
        formats={name: entry.suffix for name, entry in FORMATS.items() if entry.suffix},
        languages=LANGUAGES,
        letters=LETTERS,
        links=[link for link in notes.links_of(ask.ledger, pack.id) if not link.revoked],
        address=address,
        now=ask.at.isoformat(),
    )


def report(ask: Ask) -> Response:
    """The report in the format, to be saved."""
    pack, found = needed(ask)
    return attachment(*made_report(ask, pack, found, ask.part("format")))


def made_report(ask: Ask, pack: Pack, found: Arranged, name: str) -> tuple[str, bytes]:
    """The file's name and content; Refused for a format that there is not."""
    entry = FORMATS.get(name)
    if entry is None:
        raise Refused(404, f"There is no format {name[:20]}; choose one of {', '.join(FORMATS)}.")
    drawn = _pictures(ask.desk.folder, found) if entry.pictured else Pictures()
    return f"{_file_name(pack)}{entry.suffix or '.txt'}", entry(found.result, drawn)


def _file_name(pack: Pack) -> str:
    kept = "".join(c if c.isascii() and (c.isalnum() or c in "-_.") else "-" for c in pack.name).strip("-.")
    return kept[:80] or "report"


def _pictures(folder: Path, found: Arranged) -> Pictures:
    """The pictures that are at hand, most important first, as many as a report takes."""
    drawn: dict[tuple[str, int], PagePicture] = {}
    missing: dict[tuple[str, int], str] = {}
    room = MOST_PICTURES
    for wanted in pages_wanted(found.result):
        key, kept = (wanted.sha256, wanted.page), pictures.kept(folder, wanted.sha256, wanted.page)
        if kept is None or room <= 0:
            missing[key] = "left out to keep the report small"
            continue
        content = kept.path.read_bytes()
        room -= len(content)
        drawn[key] = PagePicture(kept.width, kept.height, kept.path.suffix[1:], content)
    return Pictures(drawn, missing)


def write_letter(ask: Ask) -> Response:
    """The letter with the questions, or the list for a visit, in English or Chinese."""
    pack, found = needed(ask)
    language, form = ask.query("language") or "en", ask.query("as") or "docx"
    if language not in LANGUAGES or form not in LETTERS:
        raise UsageError(f"a letter is in {' or '.join(LANGUAGES)}, as {', '.join(LETTERS)}")
    make = visit_list if ask.query("visit") else letter
    kind = "visit" if ask.query("visit") else "questions"
    content = letter_as(make(found.result, language=language), form)
    return attachment(f"{_file_name(pack)}-{kind}-{language}{LETTERS[form]}", content)


def attachment(name: str, content: bytes) -> Response:
    """A file to be saved, never shown."""
    headers = {
        "content-disposition": f'attachment; filename="{PurePosixPath(name).name}"',
        "content-security-policy": "sandbox; default-src 'none'",
    }
    return Response(content, media_type="application/octet-stream", headers=headers)


def make_link(ask: Ask) -> Response:
    """A new link for the supplier; its address is shown once."""
    pack = ask.pack()
    days = ask.number("days")
    if not LINK_DAYS[0] <= days <= LINK_DAYS[1]:
        raise UsageError(f"a link works for {LINK_DAYS[0]} to {LINK_DAYS[1]} days")
    secret = secrets.token_urlsafe(24)
    ends = ask.at + timedelta(days=days)
    notes.make_link(ask.ledger, pack.id, hashed(secret), ends=ends, who=ask.caller.name, at=ask.at)
    scheme = "https" if ask.desk.settings.secure else "http"
    return _page(ask, pack, f"{scheme}://{ask.request.headers.get('host', '')}/send/{secret}")


def end_link(ask: Ask) -> Response:
    """The link works no longer."""
    pack = ask.pack()
    notes.end_link(ask.ledger, pack.id, ask.number("link"), who=ask.caller.name, at=ask.at)
    return RedirectResponse(f"/packs/{pack.id}/output", 303)


def supplier_page(ask: Ask) -> Response:
    """Where the supplier drops papers: it shows nothing of the pack."""
    link = _link(ask)
    ask.caller = NOBODY
    return ask.page("supplier.html", ends=link.ends, secret=ask.part("secret"))


def _link(ask: Ask) -> SupplierLink:
    link = notes.link_for(ask.ledger, hashed(ask.part("secret")), at=ask.at)
    if link is None:
        raise Refused(404, "This link works no longer. Ask for a new one.")
    return link


async def supplier_upload(ask: Ask) -> Response:
    """A paper from the supplier."""
    link = await run_in_threadpool(_link, ask)
    pack = await run_in_threadpool(packs.pack_by_id, ask.ledger, link.pack)
    answer = await taken(ask, pack, who="supplier")
    return JSONResponse({"path": answer["path"], "size": answer["size"], "note": ""}, 201)


def _supplier(ask: Ask) -> tuple[Pack, str]:
    """The pack that the link leads into, and by what name who holds the link goes on with a file."""
    return packs.pack_by_id(ask.ledger, _link(ask).pack), f"supplier {hashed(ask.part('secret'))[:16]}"


def supplier_start(ask: Ask) -> Response:
    """Begin a file of the supplier's, or go on with it."""
    return parts.begun(ask, *_supplier(ask))


def supplier_state(ask: Ask) -> Response:
    """How much of the supplier's file is here."""
    return parts.stands(ask, *_supplier(ask))


async def supplier_append(ask: Ask) -> Response:
    """A part of the supplier's file."""
    pack, who = await run_in_threadpool(_supplier, ask)
    return await parts.appended(ask, pack, who, name="supplier", shown=("path", "size"))


def supplier_sent(ask: Ask) -> Response:
    """The supplier is done: the pack is checked again."""
    link = _link(ask)
    packs.ask(ask.ledger, link.pack, at=ask.at)
    ask.caller = NOBODY
    return ask.page("supplier_done.html")
