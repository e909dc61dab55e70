"""Turns lines that are a generic name of a charger ("EV charging station", "AC wallbox") into product names."""

import re
from collections.abc import Iterable
from typing import Any

from docverify.extraction.designations import models_in
from docverify.extraction.fields import once
from docverify.extraction.locate import Passage
from docverify.facts.evidence import Found

_WORDS = (
    r"(?:charging station|charging point|charge point|charger|wall ?box|charging unit|evse"
    r"|supply equipment|charging pile|(?:schnell|wand)?ladestation|schnelllader|(?:schnell)?ladesäule|ladesäule"
    r"|ladepunkt|ladeeinrichtung|wandladestation|borne de (?:re)?charge|station de recharge|laadstation"
    r"|laadpaal|laadpunt|stazione di ricarica"
    r"|colonnina di ricarica|estación de (?:re)?carga|punto de recarga|cargador|stacja ładowania|ładowarka"
    r"|laddstation|laddbox|ladestasjon|ladestander"
    r"|latausasema|carregador|estação de carregamento|充电桩|充电机|充电站|充电盒)"
)
_LINE = re.compile(
    rf"(?:(?:smart|intelligent\w*|ac|dc|ev|electric vehicles?|e-?mobility|mode [23]|wall[- ]mounted"
    rf"|portable|fast|rapid|high[- ]power|ultra[- ]?fast|super|dual"
    rf"|elektro\w*|für elektrofahrzeuge|conductive|in-cable|commercial|home"
    rf"|public)[ /-]*){{0,5}}{_WORDS}"
    rf"(?: [AD]C\b)?"
    rf"(?: (?:for electric vehicles|for ev|system|unit|de véhicules? électriques?|pour véhicules? électriques?"
    rf"|murale?|résidentielle|domestique|intelligente?|rapide|de vehículos? eléctricos?|de pared|mural|inteligente"
    rf"|per auto elettriche|da parete|a parete|intelligente|dla pojazdów elektrycznych|naścienna|för elbilar"
    rf"|til elbiler|sähköautoille|para vehículos eléctricos"
    rf"|voor elektrische voertuigen|per veicoli elettrici"
    rf"|with(?:out)? (?:WLAN|Wi-?Fi|Bluetooth|RFID|NFC|LTE|4G|radio|cable|display|meter)(?: and \w+)?))?",
    re.IGNORECASE,
)
_DESIGNATION = re.compile(r"(?=[^\n]*\d)[A-Z][A-Za-z]{0,9}[A-Za-z0-9]*(?:[ -/][A-Za-z0-9.]{1,10}){0,3}")
_BRAND = re.compile(r"[A-ZÀ-Ž][A-Za-zÀ-ž]{2,19}|[\u4e00-\u9fff]{2,6}")
_PARTS = re.compile(r"\s+[–—|·]\s+|\s-\s|[:：]\s")
_LONGEST = 60
_FOR_WHOM = re.compile(
    r" (?:for|für|pour|per|para|voor|för|til|dla|do|with|mit|met|avec|con|med)(?: [^\W\d_]{2,}){1,5}\.?"
)  # "… for homes and offices"


def brand_lines(passage: Passage, names: Iterable[Found[Any]]) -> tuple[Found[str], ...]:
    """Lines of the first page that are one word, which a company's name or a model of the paper holds as well."""
    held = " ".join(str(getattr(entry.value, "printed", entry.value)) for entry in names).casefold()
    found = []
    for page in passage.pages[:1]:
        for line in passage.printed(page).lines():
            text = line.trimmed()
            if text and _BRAND.fullmatch(text.text) and re.search(rf"\b{re.escape(text.text.casefold())}\b", held):
                found.append(passage.found(text, text.text, confidence=0.9))
    return once(found)[:1]


def named_lines(passage: Passage) -> tuple[list[Found[Any] | None], list[Found[Any] | None]]:
    """Product name and models of a title line such as "Wallbox NBX 22 / NBX 7", models in the next line included."""
    for page in passage.pages[:1]:
        lines = [line.trimmed() for line in passage.printed(page).lines()]
        for here, following in zip(lines, [*lines[1:], None], strict=True):
            match = _LINE.match(here.text)
            if match is None or (match.end() < len(here.text) and here.text[match.end()] not in " ,:–-"):
                continue
            rest = here.part(match.end()).trimmed()
            models = rest if rest else following
            entries = (
                [e for e in models_in(passage, models) if e is not None]
                if models is not None and _coded(models.text)
                else []
            )
            if entries or not rest:
                return [passage.found(here.part(0, match.end()), match[0])], list(entries)
    return [], []


def _coded(text: str) -> bool:
    """Whether the text is a list of designations: each with a digit, none a sentence, a date or a label."""
    parts = [part.strip() for part in re.split(r"[,;/]\s+|\s+/\s+", text) if part.strip()]
    return len(text) < 80 and ":" not in text and bool(parts) and all(_DESIGNATION.fullmatch(part) for part in parts)


def product_names(passage: Passage) -> tuple[Found[str], ...]:
    """Lines of the first page that are nothing but such a name."""
    found = []
    for page in passage.pages[:1]:
        for line in passage.printed(page).lines():
            for text in line.split(_PARTS):
                match = _LINE.match(text.text) if len(text.text) <= _LONGEST else None
                if match and (match.end() == len(text.text) or _FOR_WHOM.fullmatch(text.text, match.end())):
                    found.append(passage.found(text.part(0, match.end()), match[0], confidence=0.9))
    return once(found)
