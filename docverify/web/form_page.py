"""The shipment as a form and as text: drafted from the papers, changed by people, checked again at once."""

from base64 import b64encode
from pathlib import PurePosixPath

from starlette.responses import RedirectResponse, Response

from docverify.draft import draft_shipment
from docverify.errors import UsageError
from docverify.facts.document import CONNECTORS, RADIOS
from docverify.facts.shipment import ProductType
from docverify.ledger.desk import packs
from docverify.ledger.desk.records import Pack
from docverify.report.words import spaced
from docverify.units.read import units_of
from docverify.web.asking import Ask, Refused
from docverify.web.front import market_list
from docverify.web.results import arranged
from docverify.web.shipments import PARTIES, PARTY_PARTS, RATINGS, TEXTS, begun, checked, shown, with_form

UNITS = (".csv", ".tsv", ".txt", ".xlsx", ".xlsm")
MOST_UNITS = 6 << 20
LABELS = {
    "voltage_v": "Voltage, V",
    "current_a": "Current, A",
    "power_kw": "Power, kW",
    "frequency_hz": "Frequency, Hz",
    "ip": "IP",
    "ik": "IK",
}


def show(ask: Ask) -> Response:
    """The form."""
    return _form(ask, ask.pack(), "", 200)


def _form(ask: Ask, pack: Pack, complaint: str, status: int, *, text: str = "") -> Response:
    draft = _draft(ask, pack)
    view = shown(text or pack.shipment or draft)
    return ask.page(
        "shipment.html",
        status=status,
        tab="shipment",
        pack=pack,
        text=text or pack.shipment or draft,
        data=view.data,
        sources={**shown(draft).sources, **view.sources},
        complaint=complaint,
        markets=market_list(),
        labels={name: LABELS.get(name) or spaced(name).capitalize() for name in (*TEXTS, *RATINGS, *PARTIES)},
        texts=TEXTS[1:],
        ratings=RATINGS,
        parties=PARTIES,
        party_parts=PARTY_PARTS,
        types=[kind.value for kind in ProductType],
        connectors=CONNECTORS,
        radios=RADIOS,
    )


def _draft(ask: Ask, pack: Pack) -> str:
    """What the papers say, to show beside every field where it came from."""
    found = arranged(ask.ledger, pack)
    documents = found.result.dossier.documents if found else ()
    return begun(draft_shipment(documents, name=pack.name, today=ask.at.date()), pack)


def save(ask: Ask) -> Response:
    """Save the form, or the text; check again without reading a paper again."""
    pack = ask.pack()
    text, units = "", None
    try:
        units = _units(ask)
        text = _text(ask, pack, units[0] if units else "")
        saved = packs.save_shipment(
            ask.ledger,
            pack.id,
            text,
            version=ask.number("version"),
            who=ask.caller.name,
            at=ask.at,
            units=units,
        )
    except UsageError as error:
        return _form(ask, pack, str(error), 400, text=ask.one("text") if ask.one("as") == "text" else "")
    if not saved:
        complaint = (
            "Somebody else saved this shipment since you opened it. Below is what they saved; put yours in again."
        )
        return _form(ask, ask.pack(), complaint, 409)
    packs.ask(ask.ledger, pack.id, at=ask.at)
    return RedirectResponse(f"/packs/{pack.id}?then=result", 303)


def _text(ask: Ask, pack: Pack, units_name: str) -> str:
    if "file" in ask.files:
        name, content = ask.files["file"]
        try:
            return checked(content.decode("utf-8-sig"), path=name)
        except UnicodeDecodeError as error:
            raise UsageError(f"{name}: not UTF-8 text") from error
    if ask.one("as") == "text":
        return checked("\n".join(ask.form.get("text", [""])[0].splitlines()) + "\n")
    form = {**ask.form, "units_file": [units_name]} if units_name else ask.form
    return with_form(pack.shipment or _draft(ask, pack), form)


def _units(ask: Ask) -> tuple[str, str] | None:
    """The name and content of the units file that was sent; UsageError when it is no list of units."""
    if "units" not in ask.files:
        return None
    name, content = ask.files["units"]
    name = PurePosixPath(name.replace("\\", "/")).name[-80:]
    if PurePosixPath(name).suffix.lower() not in UNITS:
        raise UsageError(f"{name}: a list of units is one of {', '.join(UNITS)}")
    if len(content) > MOST_UNITS:
        raise UsageError(f"{name}: larger than {MOST_UNITS >> 20} MB")
    units_of(content, path=name, workbook=name.lower().endswith((".xlsx", ".xlsm")))
    return name, b64encode(content).decode("ascii")


def as_file(ask: Ask) -> Response:
    """The shipment as a file, for the command line."""
    pack = ask.pack()
    if not pack.shipment:
        raise Refused(404, "There is no shipment yet: it is drafted when the papers are read.")
    headers = {"content-disposition": 'attachment; filename="shipment.yaml"'}
    return Response(pack.shipment, media_type="application/yaml", headers=headers)
