"""The result: verdict, coverage, findings on the left, the page with the box on the right; what people do about it."""

import re
from datetime import date, timedelta
from typing import Any

from starlette.responses import FileResponse, RedirectResponse, Response

from docverify.corrections import parsed
from docverify.errors import NotHere, UsageError
from docverify.ledger.desk import notes, packs
from docverify.ledger.desk.records import Pack
from docverify.report.outline import Item
from docverify.web.asking import Ask, Refused
from docverify.web.results import Arranged, arranged, needed, picture_of, shots

WAIVED_FOR = timedelta(days=90)
_SHA256 = re.compile(r"[0-9a-f]{64}")


def show(ask: Ask) -> Response:
    """The whole result, its first open finding opened."""
    pack = ask.pack()
    found = arranged(ask.ledger, pack)
    if found is None:
        return RedirectResponse(f"/packs/{pack.id}", 303)
    items = _in_order(found)
    return _page(ask, pack, found, items[0] if items else None)


def finding(ask: Ask) -> Response:
    """One finding with its evidence: as a part of the page, or the page with it opened."""
    pack, found = needed(ask)
    item = found.item(ask.part("fingerprint"))
    if ask.fragment:
        return ask.page("finding.html", **_finding(ask, pack, found, item))
    return _page(ask, pack, found, item)


def _in_order(found: Arranged) -> list[Item]:
    return [*found.outline.open_items, *found.outline.waived, *found.outline.passed]


def _page(ask: Ask, pack: Pack, found: Arranged, item: Item | None) -> Response:
    values: dict[str, Any] = _finding(ask, pack, found, item) if item else {"item": None, "pack": pack}
    comments = {entry.fingerprint for entry in notes.comments_of(ask.ledger, pack.id)}
    return ask.page("result.html", tab="result", o=found.outline, commented=comments, **values)


def _finding(ask: Ask, pack: Pack, found: Arranged, item: Item) -> dict[str, Any]:
    mark = item.finding.fingerprint
    return {
        "pack": pack,
        "item": item,
        "shots": shots(ask, pack, found, item.places[:6]),
        "comments": [c for c in notes.comments_of(ask.ledger, pack.id) if c.fingerprint == mark],
        "waivers": [w for w in notes.waivers_of(ask.ledger, pack.id) if w.fingerprint == mark and not w.withdrawn],
        "until": ask.at.date() + WAIVED_FOR,
    }


def cell(ask: Ask) -> Response:
    """The evidence of one cell of the coverage matrix."""
    pack, found = needed(ask)
    number = ask.number("number")
    wanted = next((c for c in found.outline.matrix.cells if c.number == number), None)
    if wanted is None:
        raise NotHere("this result has no such cell any more")
    values: dict[str, Any] = {"pack": pack, "cell": wanted, "shots": shots(ask, pack, found, wanted.places[:6])}
    if ask.fragment:
        return ask.page("cell.html", **values)
    return ask.page("cell_page.html", tab="result", **values)


def picture(ask: Ask) -> Response:
    """The picture of a page of one of the pack's papers."""
    pack, found = needed(ask)
    digest = ask.part("sha256")
    if not _SHA256.fullmatch(digest) or all(d.sha256 != digest for d in found.result.dossier.documents):
        raise NotHere("this pack holds no such paper")
    kept = picture_of(ask, pack, found, digest, ask.number("page"))
    if isinstance(kept, str):
        raise Refused(404, f"No picture of this page: {kept}.")
    return FileResponse(kept.path, media_type=kept.type, headers={"cache-control": "private, max-age=86400"})


def waive(ask: Ask) -> Response:
    """Accept the finding, with reason and last day."""
    pack, found = needed(ask)
    item = found.item(ask.part("fingerprint"))
    reason, expires = ask.one("reason"), _day(ask.one("expires"))
    if not reason:
        raise UsageError("say why the finding is accepted")
    if expires <= ask.at.date():
        raise UsageError(f"{expires}: the last day of a waiver lies in the future")
    mark = item.finding.fingerprint
    notes.waive(ask.ledger, pack.id, fingerprint=mark, reason=reason, expires=expires, who=ask.caller.name, at=ask.at)
    return _again(pack)


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text or 'no day'}: not a date; write it as YYYY-MM-DD") from None


def comment(ask: Ask) -> Response:
    """Say something about the finding."""
    pack, found = needed(ask)
    mark = found.item(ask.part("fingerprint")).finding.fingerprint
    text = ask.one("text")[:4000]
    if not text:
        raise UsageError("the comment is empty")
    notes.say(ask.ledger, pack.id, fingerprint=mark, text=text, who=ask.caller.name, at=ask.at)
    return RedirectResponse(f"/packs/{pack.id}/findings/{mark}", 303)


def correct(ask: Ask) -> Response:
    """Correct a reading: kept beside it, with who and why."""
    pack, found = needed(ask)
    document, field = found.document(ask.one("document")), ask.one("field")
    value, why = ask.one("value")[:500], ask.one("why")[:1000]
    if not why:
        raise UsageError("say why the reading is wrong: what does the paper show?")
    if value or field == "kind":
        parsed(field, value)
    notes.correct(
        ask.ledger,
        pack.id,
        document=document.id,
        field=field,
        was=ask.one("was"),
        value=value,
        why=why,
        who=ask.caller.name,
        at=ask.at,
    )
    return _again(pack)


def withdraw(ask: Ask) -> Response:
    """Take back a correction or a waiver."""
    pack, kind = ask.pack(), ask.one("kind")
    if kind not in ("correction", "waiver"):
        raise UsageError("only corrections and waivers are taken back")
    notes.withdraw(ask.ledger, pack.id, kind, ask.number("id"), who=ask.caller.name, at=ask.at)
    return _again(pack)


def _again(pack: Pack) -> Response:
    """To the pack, which is checked again and then shows its result."""
    return RedirectResponse(f"/packs/{pack.id}?then=result", 303)


def check_again(ask: Ask) -> Response:
    """Check the pack again as it is."""
    pack = ask.pack()
    packs.ask(ask.ledger, pack.id, at=ask.at)
    return _again(pack)
