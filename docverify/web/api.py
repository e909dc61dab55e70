"""The HTTP API, /api/v1: what the page does with packs, for programs; described by openapi.yaml beside this module."""

from collections.abc import Sequence
from functools import lru_cache
from importlib import resources
from typing import Any

import yaml
from starlette.concurrency import run_in_threadpool
from starlette.requests import ClientDisconnect
from starlette.responses import JSONResponse, Response

from docverify.errors import NotHere, UsageError
from docverify.ledger.desk import packs
from docverify.ledger.desk.records import Pack, Standing
from docverify.web.asking import Ask, Refused
from docverify.web.early import told_of
from docverify.web.front import ABOUT, made
from docverify.web.output_page import made_report
from docverify.web.results import needed
from docverify.web.sending import taken
from docverify.web.shipments import checked

MOST_TEXT = 1 << 20
KEY = "idempotency-key"
TYPES = {
    "json": "application/json",
    "html": "text/html; charset=utf-8",
    "pdf": "application/pdf",
    "markdown": "text/markdown; charset=utf-8",
    "text": "text/plain; charset=utf-8",
    "junit": "application/xml",
}


def description(_ask: Ask) -> Response:
    """The description of the API."""
    return JSONResponse(_description())


@lru_cache(maxsize=1)
def _description() -> Any:
    return yaml.safe_load(resources.files("docverify.web").joinpath("openapi.yaml").read_text("utf-8"))


def list_packs(ask: Ask) -> Response:
    """Every pack of the workspace."""
    return JSONResponse({"packs": [_shown(p) for p in packs.packs_of(ask.ledger, workspace=ask.caller.workspace)]})


async def make(ask: Ask) -> Response:
    """A new pack; the one made before under the same idempotency key, when there is one."""
    sent = await _json(ask)
    if not isinstance(sent, dict):
        raise UsageError("the body is a JSON object")
    form: dict[str, Sequence[str]] = {}
    for name in (*ABOUT, "placed_on_market"):
        if name in sent:
            form[name] = [_text(sent, name)]
    markets = sent.get("markets", ["EU"])
    if not isinstance(markets, list) or not all(isinstance(market, str) for market in markets):
        raise UsageError("markets: a list of market ids")
    ask.form = form | {"markets": markets}
    key = ask.request.headers.get(KEY, "")
    if len(key) > 200:
        raise UsageError("Idempotency-Key: up to 200 characters")
    pack = await run_in_threadpool(_made, ask, key)
    return JSONResponse(_shown(pack), 201)


def _made(ask: Ask, key: str) -> Pack:
    return made(ask, idempotency=f"{ask.caller.account}:{key}" if key else "")


def _text(sent: dict[str, Any], name: str) -> str:
    if not isinstance(sent[name], str):
        raise UsageError(f"{name}: a text")
    text: str = sent[name]
    return text.replace("\0", "").encode("utf-8", "replace").decode()


async def _json(ask: Ask) -> Any:
    try:
        return await ask.request.json() if await _small(ask) else {}
    except (ValueError, RecursionError) as error:
        raise UsageError(f"the body is no JSON: {error}") from error
    except ClientDisconnect as error:
        raise Refused(400, "The request was cut off.") from error


async def _small(ask: Ask) -> bool:
    length = ask.request.headers.get("content-length", "")
    if not length.isdigit() or int(length) > MOST_TEXT:
        raise Refused(413, "Say how long the body is, up to 1 MB.")
    return int(length) > 0


async def upload(ask: Ask) -> Response:
    """One file; sending the same content again changes nothing."""
    pack = await run_in_threadpool(ask.pack)
    return JSONResponse(await taken(ask, pack, who=ask.caller.name), 201)


def check(ask: Ask) -> Response:
    """Everything has been sent: check it."""
    pack = ask.pack()
    packs.ask(ask.ledger, pack.id, at=ask.at)
    return JSONResponse(_shown(ask.pack()), 202)


def status(ask: Ask) -> Response:
    """How far the pack is, paper by paper."""
    pack = ask.pack()
    papers = [_paper(entry) for entry in packs.standings_of(ask.ledger, pack.id)]
    return JSONResponse({**_shown(pack), "papers": papers, "so_far": [_seen(entry) for entry in told_of(pack)]})


def _seen(entry: dict[str, Any]) -> dict[str, object]:
    return {name: entry[name] for name in ("rule", "topic", "title", "outcome", "severity", "message", "paper", "page")}


def _paper(entry: Standing) -> dict[str, object]:
    return {"path": entry.path, "state": entry.state, "page": entry.page, "pages": entry.pages, "why": entry.why}


async def put_shipment(ask: Ask) -> Response:
    """The shipment file of the pack; it is checked again."""
    pack = await run_in_threadpool(ask.pack)
    if not await _small(ask):
        raise UsageError("the body is a shipment.yaml")
    try:
        text = (await ask.request.body()).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError("the shipment file is not UTF-8 text") from error
    except ClientDisconnect as error:
        raise Refused(400, "The request was cut off.") from error
    await run_in_threadpool(_save, ask, pack, text)
    return JSONResponse(_shown(await run_in_threadpool(ask.pack)), 202)


def _save(ask: Ask, pack: Pack, text: str) -> None:
    saved = packs.save_shipment(
        ask.ledger, pack.id, checked(text), version=pack.shipment_version, who=ask.caller.name, at=ask.at
    )
    if not saved:
        raise Refused(409, "Somebody else saved the shipment at the same moment. Load it and try again.")


def get_shipment(ask: Ask) -> Response:
    """The shipment file of the pack."""
    pack = ask.pack()
    if not pack.shipment:
        raise NotHere("there is no shipment yet")
    return Response(pack.shipment, media_type="application/yaml")


def result(ask: Ask) -> Response:
    """The newest result, in the schema of the command line, byte for byte as it is kept."""
    pack = ask.pack()
    if not pack.run:
        raise NotHere("this pack has no result yet")
    return Response(ask.ledger.result_json(pack.run), media_type="application/json")


def report(ask: Ask) -> Response:
    """The report in a format."""
    pack, found = needed(ask)
    name = ask.part("format")
    file, content = made_report(ask, pack, found, name)
    headers = {"content-disposition": f'attachment; filename="{file}"'}
    return Response(content, media_type=TYPES.get(name, "application/octet-stream"), headers=headers)


def _shown(pack: Pack) -> dict[str, object]:
    return {
        "id": pack.id,
        "name": pack.name,
        "supplier": pack.supplier,
        "product": pack.product,
        "stage": pack.stage,
        "markets": pack.markets.split(),
        "created": pack.created,
        "state": pack.state,
        "why": pack.why,
        "verdict": pack.verdict or None,
        "open_findings": pack.open_findings,
        "result": f"/api/v1/packs/{pack.id}/result" if pack.run else None,
    }
