"""Turns lines that are a generic name of a charger ("EV charging station", "AC wallbox") into product names."""

import re
from collections.abc import Iterable
from typing import Any

from docverify.extraction.fields import once
from docverify.extraction.locate import Passage
from docverify.facts.evidence import Found

_WORDS = (
    r"(?:charging station|charging point|charge point|charger|wall ?box|charging unit|evse|supply equipment|charging pile|ladestation|ladesäule"
    r"|ladepunkt|ladeeinrichtung|wandladestation|borne de (?:re)?charge|station de recharge|laadstation|laadpaal|laadpunt|stazione di ricarica"
    r"|colonnina di ricarica|estación de (?:re)?carga|punto de recarga|cargador|stacja ładowania|ładowarka|laddstation|laddbox|ladestasjon|ladestander"
    r"|latausasema|carregador|estação de carregamento|充电桩|充电机|充电站|充电盒)"
)
_LINE = re.compile(
    rf"(?:(?:smart|intelligent\w*|ac|dc|ev|electric vehicles?|e-?mobility|mode [23]|wall[- ]mounted|portable|fast|rapid|elektro\w*|für elektrofahrzeuge|conductive|in-cable|commercial|home|public)[ /-]*){{0,5}}{_WORDS}"
    rf"(?: (?:for electric vehicles|for ev|system|unit|de véhicules? électriques?|para vehículos eléctricos|voor elektrische voertuigen|per veicoli elettrici))?",
    re.IGNORECASE,
)
_BRAND = re.compile(r"[A-ZÀ-Ž][A-Za-zÀ-ž]{2,19}|[\u4e00-\u9fff]{2,6}")
_PARTS = re.compile(r"\s+[–—|·]\s+|\s-\s|[:：]\s")
_LONGEST = 60


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


def product_names(passage: Passage) -> tuple[Found[str], ...]:
    """Lines of the first page that are nothing but such a name."""
    found = []
    for page in passage.pages[:1]:
        for line in passage.printed(page).lines():
            for text in line.split(_PARTS):
                if len(text.text) <= _LONGEST and _LINE.fullmatch(text.text):
                    found.append(passage.found(text, text.text, confidence=0.9))
    return once(found)
