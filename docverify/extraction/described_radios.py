"""Turns a manual into the radios that it says the product has: with band or power, or in its technical data.

A radio that a manual only mentions ("connect to your Wi-Fi") is none of the product's. One counts with its band, its
frequency or its power in the same line, or, on pages of technical data and in leaflets, in a line that begins with a
word for connection ("Connectivity: Wi-Fi, Bluetooth").
"""

import re
from collections.abc import Iterator
from typing import Any

from docverify.extraction.fields import once
from docverify.extraction.locate import Passage
from docverify.extraction.running_text import spots_on
from docverify.extraction.spotted import Spotted
from docverify.extraction.values import find_radios
from docverify.facts.evidence import Found
from docverify.reading.page import Page

_MEASURED = re.compile(r"\d\s?(?:MHz|GHz|dBm?\b|mW\b)|\d\s?dB", re.IGNORECASE)
_FREQUENCY = re.compile(r"\b(?:2[.,]4|5(?:[.,]\d)?|13[.,]56|868|915|433)\d*\s?[GM]Hz", re.IGNORECASE)
_CONNECTS = re.compile(
    r"^[ \t•–-]*(?:[^\W\d_]+ ){0,2}(?:connectivity|communications?|interfaces?|network(?:ing)?"
    r"|wireless(?: interfaces?)?|radio"
    r"|data connection|konnektivität|kommunikation|schnittstellen?|netzwerk|funk|verbindung|connectivité|communication"
    r"|réseau|liaisons?|connettività|comunicazione|comunicazioni|rete|conectividad|comunicaci[óo]n(?:es)?|red\b"
    r"|conectividade"
    r"|comunicaç(?:ão|ões)|łączność|komunikacja|sieć|connectiviteit|communicatie|netwerk|anslutningar|uppkoppling"
    r"|kommunikasjon|tilkobling|yhteydet|liitännät|tiedonsiirto|konektivita|komunikace|kapcsolódás|kommunikáció"
    r"|联网|通信|通讯|网络|连接方式|无线)",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"[a-zß-ž]{4}\.(?:\s+[A-ZÀ-Ž]|\s*$)|\b(?:you|your|sie|vous|votre|usted|du|dit|dig|twoj\w+)\b", re.IGNORECASE
)
_LEAFLET = 4  # pages


def described_radios(passage: Passage, technical: Passage) -> tuple[Found[str], ...]:
    """Each radio once, with band and power where printed."""
    listing = passage.pages if len(passage.pages) <= _LEAFLET else technical.pages
    numbers = {page.number for page in listing}
    found: list[Found[Any]] = []
    for page in passage.pages:
        if _MEASURED.search(page.text) or (page.number in numbers and _names_connection(page.text)):
            found += [
                entry for spot, entry in _of_page(passage, page) if _counts(page, spot, listing=page.number in numbers)
            ]
    return once(_fullest(found))


def _of_page(passage: Passage, page: Page) -> Iterator[tuple[Spotted, Found[Any]]]:
    yield from spots_on(passage, page, find_radios)


def _names_connection(text: str) -> bool:
    return any(_CONNECTS.match(line) for line in text.split("\n"))


def _counts(page: Page, spot: Spotted, *, listing: bool) -> bool:
    if "band_mhz" in spot.details:
        return True
    start = page.text.rfind("\n", 0, spot.start) + 1
    end = page.text.find("\n", spot.end)
    line = page.text[start : end if end >= 0 else len(page.text)]
    if not listing or _SENTENCE.search(line):
        return False
    measured = "power_dbm" in spot.details or "power_dbua_m" in spot.details or bool(_FREQUENCY.search(line))
    return measured or bool(_CONNECTS.match(line))


def _fullest(found: list[Found[Any]]) -> list[Found[Any]]:
    """A radio with its band first, so that a mere name of it yields."""
    banded = {entry.value for entry in found if "band_mhz" in entry.details}
    return [entry for entry in found if entry.value not in banded or "band_mhz" in entry.details]
