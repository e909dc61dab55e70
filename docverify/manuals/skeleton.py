"""A product to the skeleton of its manual: chapters, technical data, and every statement its markets require.

The sentences are written for the purpose and held in `skeleton.yaml`; a statement there is none for in the language
stands in English with a remark. What the skeleton says, the check finds: a test holds the two together.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from importlib.resources import files
from typing import Any

import yaml

from docverify.errors import UsageError
from docverify.manuals.groups import all_matching
from docverify.manuals.rules import manual_packs
from docverify.product_file import OnFile, read_product_file
from docverify.settings import Settings


@lru_cache(maxsize=1)
def _texts() -> Mapping[str, Any]:
    text = files("docverify.manuals").joinpath("skeleton.yaml").read_text("utf-8")
    found: Mapping[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def skeleton(model: str, language: str, settings: Settings, *, as_of: date) -> str:
    """The skeleton as Markdown; UsageError for a product on no file or a language without texts."""
    texts = _texts()
    if language not in texts["languages"]:
        raise UsageError(f"--language {language}: no texts; choose one of {', '.join(sorted(texts['languages']))}")
    on_file = [entry for path in all_matching(settings, settings.products) for entry in read_product_file(path)]
    entry = next((entry for entry in on_file if entry.product.model == model), None)
    if entry is None:
        known = (
            ", ".join(sorted(entry.product.model for entry in on_file)) or "none: name product files in docverify.toml"
        )
        raise UsageError(f"--new {model}: no product file holds this model; on file: {known}")
    words = _words(entry, as_of)
    own: Mapping[str, str] = texts["languages"][language]
    parts = [part.format_map(words) for part in (own["head"], own["safety_chapter"])]
    needed = required_statements(entry, as_of)
    parts += [_statement(id, language, texts, words) for id in needed if id in texts["safety"]]
    parts += [own["technical"].format_map(words), own["legal_chapter"].format_map(words)]
    parts += [_statement(id, language, texts, words) for id in needed if id not in texts["safety"]]
    return "\n\n".join(part.strip() for part in parts) + "\n"


def required_statements(entry: OnFile, as_of: date) -> tuple[str, ...]:
    """The ids of the statements that rules of the product's markets ask of a manual, in order of the rules."""
    ids: dict[str, None] = {}
    for pack in manual_packs(entry.markets, as_of=as_of):
        for rule in pack.rules:
            if rule.check == "statements_present" and rule.in_force(as_of):
                ids |= dict.fromkeys([*rule.parameters.all_of, *rule.parameters.any_of[:1]])
    return tuple(ids)


def _statement(id: str, language: str, texts: Mapping[str, Any], words: Mapping[str, str]) -> str:
    known = texts["statements"].get(id)
    if known is None:
        return f"<!-- {id}: write the statement here -->"
    if language in known:
        return str(known[language]).format_map(words)
    return f"<!-- {id}: translate -->\n" + str(known["en"]).format_map(words)


def _words(entry: OnFile, as_of: date) -> dict[str, str]:
    product = entry.product
    ratings = product.ratings
    maker = product.manufacturer
    rows = {
        "V": ratings.voltage_v,
        "A": ratings.current_a,
        "kW": ratings.power_kw,
        "Hz": ratings.frequency_hz,
    }
    known = {
        f"amount_{unit}": f"{value:g} {unit}" if value is not None else f"… {unit}" for unit, value in rows.items()
    }
    return {
        **known,
        "model": product.model,
        "brand": product.brand or "…",
        "firmware": product.firmware or "…",
        "hardware": product.hardware or "…",
        "manufacturer": maker.name if maker else "…",
        "address": (maker.address if maker else None) or "…",
        "ip": ratings.ip or "IP…",
        "ik": ratings.ik or "IK…",
        "day": as_of.isoformat(),
        "radios": ", ".join(f"{radio} … MHz, … dBm" for radio in product.radios or ()) or "–",
    }
