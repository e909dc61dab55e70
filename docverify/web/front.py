"""The first page: packs by project, a place to drop a new one; what ends soon; search."""

import secrets
from collections.abc import Iterable
from datetime import date

from starlette.responses import JSONResponse, RedirectResponse, Response

from docverify.errors import UsageError
from docverify.ledger.desk import packs, search
from docverify.ledger.desk.records import Pack
from docverify.packs import Market, markets
from docverify.upcoming import upcoming
from docverify.web.asking import Ask
from docverify.web.results import arranged

STAGES = ("factory visit", "pilot", "series", "reorder")
DAYS = 365
NOT_FOR_PACKS = ("manual",)  # the pack of a hook on manuals
ABOUT = ("name", "supplier", "product", "stage")


def home(ask: Ask) -> Response:
    """Every pack, by supplier and product; where to drop a new one."""
    found = packs.packs_of(ask.ledger, workspace=ask.caller.workspace)
    return ask.page("home.html", projects=_projects(found), count=len(found), markets=market_list(), stages=STAGES)


def market_list() -> list[Market]:
    """The markets, unions first."""
    known = [market for market in markets().values() if market.id not in NOT_FOR_PACKS]
    return [m for m in known if any(o.union == m.id for o in known)] + [
        m for m in known if not any(o.union == m.id for o in known)
    ]


def _projects(found: Iterable[Pack]) -> dict[tuple[str, str], list[Pack]]:
    groups: dict[tuple[str, str], list[Pack]] = {}
    for pack in found:
        groups.setdefault((pack.supplier, pack.product), []).append(pack)
    return groups


def make(ask: Ask) -> Response:
    """A new pack, to send papers into."""
    pack = made(ask, idempotency="")
    if "application/json" in ask.request.headers.get("accept", ""):
        return JSONResponse({"id": pack.id, "url": f"/packs/{pack.id}"}, 201)
    return RedirectResponse(f"/packs/{pack.id}", 303)


def made(ask: Ask, *, idempotency: str) -> Pack:
    """The pack that the form asks for; UsageError for a market nobody knows or a day that is none."""
    wanted = [market for market in ask.form.get("markets", ()) if market]
    unknown = [market for market in wanted if market not in markets()]
    if unknown:
        raise UsageError(f"{unknown[0]}: no market; choose among {', '.join(markets())}")
    day = ask.one("placed_on_market")
    about = {name: ask.one(name)[:200] for name in ABOUT}
    about["name"] = about["name"] or f"Pack of {ask.at.date().isoformat()}"
    return packs.make_pack(
        ask.ledger,
        id=secrets.token_hex(8),
        workspace=ask.caller.workspace,
        who=ask.caller.name,
        at=ask.at,
        idempotency=idempotency,
        markets=" ".join(wanted or ["EU"]),
        placed_on=_day(day).isoformat() if day else "",
        **about,
    )


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise UsageError(f"{text}: not a date; write it as YYYY-MM-DD") from None


def describe(ask: Ask) -> Response:
    """Change what is said of the pack."""
    pack = ask.pack()
    about = {name: ask.one(name)[:200] for name in ABOUT if name in ask.form}
    packs.describe(ask.ledger, pack.id, **(about | {"name": about.get("name") or pack.name}))
    return RedirectResponse(f"/packs/{pack.id}", 303)


def look_ahead(ask: Ask) -> Response:
    """What lapses or begins within a year, over the newest result of every pack."""
    found = packs.packs_of(ask.ledger, workspace=ask.caller.workspace, limit=100)
    results = [entry.result for pack in found if (entry := arranged(ask.ledger, pack))]
    return ask.page("upcoming.html", entries=upcoming(results, today=ask.at.date(), days=DAYS), days=DAYS)


def find(ask: Ask) -> Response:
    """Papers that say what was searched for."""
    wanted = ask.query("q")[:200]
    hits = search.search(ask.ledger, wanted, workspace=ask.caller.workspace) if wanted else ()
    return ask.page("search.html", wanted=wanted, hits=hits)
