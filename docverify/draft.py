"""Documents to the draft of a shipment file: what the papers say, each value with the paper and page it came from.

A draft is for a person to correct: the papers say what was certified, not what ships. Values that papers contradict
one another on are listed side by side in the comment.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from docverify.document_json import value_to_json
from docverify.facts.designation import ModelFamily
from docverify.facts.document import Document, DocumentKind
from docverify.facts.evidence import Found, printable

TRUSTED = (
    DocumentKind.DECLARATION,
    DocumentKind.CERTIFICATE,
    DocumentKind.LABORATORY_REPORT,
    DocumentKind.LABEL_ARTWORK,
    DocumentKind.DATASHEET,
    DocumentKind.MANUAL,
)
MODEL_FIELDS = ("models", "covered_models")
DC_CONNECTORS = {"ccs1", "ccs2", "chademo", "gbt_dc", "mcs"}


@dataclass(frozen=True, slots=True)
class Sourced:
    """A value, the paper and page it was read from, and what other papers say instead."""

    value: object
    source: str
    others: tuple[str, ...] = ()


def draft_shipment(documents: Sequence[Document], *, name: str, today: date) -> str:
    """The text of a `shipment.yaml` drafted from the papers; it loads as it is; type and markets are guesses."""
    models = [m for m in _ranked_models(documents) if _is_one_model(m)] or _ranked_models(documents)
    lines = [
        "# Drafted from the papers: correct every line against what ships. Comments name the paper and page.",
        f"shipment: {_scalar(printable(name) or 'unnamed')}",
        f"placed_on_market: {today.isoformat()}          # the day the units are placed on the market",
        "markets: [EU]                         # for example [EU, DE, GB]",
        "products:",
    ]
    makers = _makers_models(models, documents)
    for model in models or [Sourced("MODEL", "no paper names a model")]:
        if str(model.value) not in {str(maker.value) for maker in makers.values()}:
            lines += _product(model, documents, makers.get(str(model.value)))
    return "\n".join(lines) + "\n"


def _makers_models(models: Sequence[Sourced], documents: Sequence[Document]) -> dict[str, Sourced]:
    """The maker's own model behind each brand's: an equivalence letter names both, and no declaration the maker's."""
    declared = [d for d in documents if d.kind is DocumentKind.DECLARATION and d.scheme in ("eu_doc", "uk_doc")]
    found: dict[str, Sourced] = {}
    for letter in (d for d in documents if d.scheme == "equivalence_letter"):
        named = [model for model in models if _names(letter, str(model.value))]
        own = [model for model in named if any(_names(paper, str(model.value)) for paper in declared)]
        others = [model for model in named if model not in own]
        if len(own) == len(others):
            found |= {str(model.value): maker for model, maker in zip(own, others, strict=True)}
    return found


def _product(model: Sourced, documents: Sequence[Document], maker: Sourced | None = None) -> list[str]:
    own = [d for d in documents if _names(d, str(model.value))] or list(documents)
    behind = [d for d in documents if maker and _names(d, str(maker.value)) and d not in own]
    connectors = _all(own, "connectors")
    kind = "dc_mode4" if DC_CONNECTORS & {str(c.value) for c in connectors} else "ac_mode3"
    lines = [f"  - model: {_scalar(model.value)}  # {model.source}", f"    type: {kind}  # from the connectors; check"]
    lines += _line("brand", _first(own, "brand"))
    for party in ("manufacturer", "factory", "importer"):
        lines += _party(party, own) or (_party(party, behind) if party == "factory" else [])
    lines += _private_label(maker, behind)
    lines += _line("hardware", _first(own, "hardware_version")) + _line("firmware", _first(own, "firmware_version"))
    lines += _ratings(own, str(model.value))
    lines += _list("connectors", connectors) + _list("radios", _all(own, "radios"))
    return lines


def _private_label(maker: Sourced | None, behind: Sequence[Document]) -> list[str]:
    """The brand and model of the maker, where a letter says whose product it is."""
    if maker is None:
        return []
    brand = _first(behind, "brand")
    lines = ["    private_label:"]
    lines += [f"      oem_brand: {_scalar(brand.value)}{_comment(brand)}"] if brand else []
    return [*lines, f"      oem_model: {_scalar(maker.value)}{_comment(maker)}"]


def _ranked_models(documents: Sequence[Document]) -> list[Sourced]:
    found: dict[str, Sourced] = {}
    for document in sorted(documents, key=_trust):
        for field in MODEL_FIELDS:
            for entry in document.values(field):
                found.setdefault(entry.value.printed, Sourced(entry.value.printed, _place(document, entry)))
    return list(found.values())[:20]


def _is_one_model(model: Sourced) -> bool:
    # A pattern with places to fill in is what was certified, not what ships.
    return ModelFamily.parse(str(model.value)).covers(str(model.value)) == "covered"


def _trust(document: Document) -> int:
    return TRUSTED.index(document.kind) if document.kind in TRUSTED else len(TRUSTED)


def _names(document: Document, model: str) -> bool:
    return any(entry.value.printed == model for field in MODEL_FIELDS for entry in document.values(field))


def _first(documents: Iterable[Document], field: str, *, model: str = "") -> Sourced | None:
    seen: dict[str, str] = {}
    first: tuple[object, str] | None = None
    for document in sorted(documents, key=_trust):
        for entry in document.values(field):
            if entry.details.get("model", model) != model:
                continue
            value = value_to_json(entry.value)
            if isinstance(value, str) and not printable(value):
                continue
            first = first or (value, _place(document, entry))
            seen.setdefault(str(value).casefold(), f"{value} in {document.path}")
    if first is None:
        return None
    others = tuple(text for key, text in seen.items() if key != str(first[0]).casefold())
    return Sourced(first[0], first[1], others)


def _all(documents: Iterable[Document], field: str) -> list[Sourced]:
    found: dict[str, Sourced] = {}
    for document in sorted(documents, key=_trust):
        for entry in document.values(field):
            found.setdefault(str(entry.value), Sourced(entry.value, _place(document, entry)))
    return list(found.values())


def _party(role: str, documents: Sequence[Document]) -> list[str]:
    name = _first(documents, role)
    if name is None:
        return []
    parts = [f"name: {_scalar(name.value)}"]
    for part in ("address", "country"):
        value = _first(documents, f"{role}_{part}")
        parts += [f"{part}: {_scalar(value.value)}"] if value else []
    return [f"    {role}: {{{', '.join(parts)}}}{_comment(name)}"]


def _ratings(documents: Sequence[Document], model: str) -> list[str]:
    names = {
        "rated_voltage_v": "voltage_v",
        "rated_current_a": "current_a",
        "phases": "phases",
        "rated_power_kw": "power_kw",
        "rated_frequency_hz": "frequency_hz",
        "protection_ip": "ip",
        "protection_ik": "ik",
    }
    found = [(key, _first(documents, field, model=model)) for field, key in names.items()]
    lines = [
        f"      {key}: {_scalar(_single(value.value))}{_comment(value)}" for key, value in found if value is not None
    ]
    return ["    ratings:", *lines] if lines else []


def _single(value: object) -> object:
    # A range on a paper is what was certified; the product has one value, and the upper end is the usual one.
    if isinstance(value, list):
        ends = [end for end in value if end is not None]
        return ends[-1] if ends else None
    return value


def _line(key: str, value: Sourced | None) -> list[str]:
    return [f"    {key}: {_scalar(value.value)}{_comment(value)}"] if value else []


def _list(key: str, values: Sequence[Sourced]) -> list[str]:
    if not values:
        return []
    return [f"    {key}: [{', '.join(str(v.value) for v in values)}]  # {values[0].source}"]


def _comment(value: Sourced) -> str:
    also = f"; but {'; '.join(value.others[:3])}" if value.others else ""
    return f"  # {value.source}{also}".replace("\n", " ")


def _place(document: Document, entry: Found[object]) -> str:
    return f"{document.path} p. {entry.evidence[0].page}" if entry.evidence else document.path


def _scalar(value: object) -> str:
    """The value as a YAML scalar that reads back as the same text."""
    if isinstance(value, int | float):
        return f"{value:g}"
    text = printable(str(value))
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
