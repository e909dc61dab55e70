"""Radios that a text names, with the band (MHz) and the power (dBm) printed beside them.

`Wi-Fi 2412-2472 MHz, 19.8 dBm` is one radio with its band and power; mW is converted. A band without a word gives a
radio only where the band belongs to one. A radio that the text denies ("without Wi-Fi") is none.
"""

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from docverify.extraction.spotted import Spotted
from docverify.facts.rating import number_of, plain_text

_TABLE = yaml.load((Path(__file__).parent / "radios.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
_IDS = tuple(_TABLE["words"])
_WORDS = re.compile(
    "|".join(f"(?P<r{i}>{'|'.join(_TABLE['words'][radio])})" for i, radio in enumerate(_IDS)), re.IGNORECASE
)
_ABSENT = re.compile(_TABLE["absent"], re.IGNORECASE)
_OPTIONAL = re.compile(_TABLE["optional"], re.IGNORECASE)
_N = r"\d{1,6}(?:[.,]\d{1,4})?"
_BAND = re.compile(
    rf"(?<![\d.,])(?P<low>{_N})\s?(?P<unit1>[kMG]Hz)?\s?(?:-|~|to|bis|à|至|…|\.\.\.?)\s?(?P<high>{_N})\s?"
    rf"(?P<unit>[kMG]Hz)",
    re.IGNORECASE,
)
_SINGLE = re.compile(rf"(?<![\d.,-])(?P<low>{_N})\s?(?P<unit>[kMG]Hz)", re.IGNORECASE)
_READER = re.compile(r"(?<![\d.,-])(?:13[.,]56 ?MHz|125 ?kHz|134[.,]2 ?kHz)\b", re.IGNORECASE)  # bands of RFID alone
_POWER = re.compile(rf"(?P<number>-?{_N})\s?(?P<unit>dB\s?\(?m\)?|mW|W)(?![A-Za-z/])")
# Inductive radios print the strength of their field instead of a power: `42 dBµA/m at 10 m`.
_FIELD_STRENGTH = re.compile(rf"(?P<number>-?{_N})\s?dB\s?\(?[µμu]A/m\)?(?:\s?(?:at|@|bei|à|a|in|op)\s?10\s?m\b)?")
_LTE_BANDS = re.compile(r"\bB(?:and)?s?[ :]{0,2}(\d{1,2}(?:\s?[/,&]\s?B?\d{1,2}){0,20})\b", re.IGNORECASE)
_BOTH = re.compile(r"\b2[.,]4\d{0,2} ?(?:G(?:Hz)?)?\b", re.IGNORECASE)  # on the line of a 5 GHz Wi-Fi: it has both
_SCALE = {"khz": 0.001, "mhz": 1.0, "ghz": 1000.0}


def find_radios(text: str) -> tuple[Spotted, ...]:
    """Every radio that the text names, in reading order, with `band_mhz`, `power_dbm`, `power_dbua_m` where printed."""
    plain = plain_text(text)
    found: list[Spotted] = []
    for start, end in _lines(plain):
        small = plain[start:end].lower()
        if not any(hint in small for hint in _TABLE["hints"]):
            continue
        words = [
            m
            for m in _WORDS.finditer(plain, start, end)
            if not _ABSENT.search(plain, max(0, m.start() - 12), m.start())
        ]
        if words:
            found.extend(_from_words(plain, words, start, end))
        else:
            found.extend(_from_band(plain, start, end))
    return tuple(found)


def _lines(plain: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(r"[^\n;]+", plain):
        yield match.span()


def _from_words(plain: str, words: "list[re.Match[str]]", start: int, end: int) -> Iterator[Spotted]:
    """A word alone on its line owns the whole line; several share it, each up to the next word of another radio."""
    radios = [_IDS[int((m.lastgroup or "r0")[1:])] for m in words]
    if set(radios) == {"wifi_5g"} and _BOTH.search(plain, start, end):
        yield Spotted("radio", "wifi_2g4", words[0].start(), words[0].end(), {})
    for index, (match, radio) in enumerate(zip(words, radios, strict=True)):
        later = [m.start() for m, other in zip(words[index + 1 :], radios[index + 1 :], strict=True) if other != radio]
        alone = len(set(radios)) == 1
        segment = (start if alone else match.start(), end if alone or not later else later[0])
        if index and radios[index - 1] == radio and not plain[words[index - 1].end() : match.start()].strip(" ()/,-"):
            continue  # 4G LTE is one radio
        details = _details(plain, *segment, radio=radio)
        yield Spotted("radio", radio, match.start(), max(match.end(), details.pop("_end", match.end())), details)


def _from_band(plain: str, start: int, end: int) -> Iterator[Spotted]:
    for match in _BAND.finditer(plain, start, end):
        low, high = _band(match)
        if radio := _radio_of(low, high):
            details = _details(plain, match.start(), end, radio=radio)
            details_end = details.pop("_end", match.end())
            yield Spotted("radio", radio, match.start(), max(match.end(), details_end), details)
    for match in _READER.finditer(plain, start, end):
        details = _details(plain, match.start(), end, radio="nfc_rfid")
        details_end = details.pop("_end", match.end())
        yield Spotted("radio", "nfc_rfid", match.start(), max(match.end(), details_end), details)


def _details(plain: str, start: int, end: int, *, radio: str) -> dict[str, Any]:
    """Band and power of the segment; `_end` is where the last of them ends."""
    details: dict[str, Any] = {}
    last = 0
    if band := _BAND.search(plain, start, end):
        details["band_mhz"], last = list(_band(band)), band.end()
    elif (single := _SINGLE.search(plain, start, end)) and radio in ("nfc_rfid", "srd", "gnss"):
        value = _mhz(single["low"], single["unit"])
        details["band_mhz"], last = [value, value], single.end()
    if field := _FIELD_STRENGTH.search(plain, start, end):
        details["power_dbua_m"], last = number_of(field["number"].replace(",", ".")), max(last, field.end())
    if power := _POWER.search(plain, start, end):
        details["power_dbm"], last = _dbm(power), max(last, power.end())
    if radio == "lte" and (bands := _LTE_BANDS.search(plain, start, end)):
        details["lte_bands"], last = [int(b) for b in re.findall(r"\d+", bands[1])], max(last, bands.end())
    if _OPTIONAL.search(plain, start, end):
        details["optional"] = True
    return details | ({"_end": last} if last else {})


def _band(match: "re.Match[str]") -> tuple[float, float]:
    unit = match["unit"]
    low, high = _mhz(match["low"], match["unit1"] or unit), _mhz(match["high"], unit)
    return min(low, high), max(low, high)


def _mhz(number: str, unit: str) -> float:
    return round(number_of(number.replace(",", ".")) * _SCALE[unit.lower()], 6)


def _dbm(match: "re.Match[str]") -> float | None:
    value = number_of(match["number"].replace(",", "."))
    if match["unit"].startswith("dB"):
        return value
    milliwatts = value if match["unit"] == "mW" else value * 1000
    return round(10 * math.log10(milliwatts), 2) if milliwatts > 0 else None


def _radio_of(low: float, high: float) -> str | None:
    for radio, bottom, top in _TABLE["bands"]:
        if bottom <= low <= high <= top:
            return str(radio)
    return None
