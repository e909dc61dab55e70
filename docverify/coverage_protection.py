"""Whether the enclosure and the climate a paper was made for are enough for the product: IP, IK, ambient temperature.

A higher degree than the shipped one covers it (IEC 60529, IEC 62262), a lower one does not; a wider temperature range
covers a narrower one.
"""

import re
from collections.abc import Iterator
from typing import Any

from docverify.coverage import Answer
from docverify.facts.document import Document
from docverify.facts.dossier import State
from docverify.facts.evidence import Found
from docverify.facts.shipment import Product


def protection_answers(product: Product, document: Document) -> list[Answer]:
    """One answer for each of IP, IK and ambient temperature that both the paper and the shipment give."""
    return [*_degrees(product, document), *_temperatures(product, document)]


def _degrees(product: Product, document: Document) -> Iterator[Answer]:
    for word, shipped, field in (
        ("IP", product.ratings.ip, "protection_ip"),
        ("IK", product.ratings.ik, "protection_ik"),
    ):
        readings = document.values(field)
        if shipped is None or not readings:
            continue
        reaching = [reading for reading in readings if _reaches(str(reading.value), shipped)]
        printed = ", ".join(dict.fromkeys(str(reading.value) for reading in readings))
        if reaching:
            yield Answer(State.COVERED, f"{word}: the paper says {printed}, shipped is {shipped}", tuple(reaching))
        else:
            yield Answer(State.NOT_COVERED, f"{word}: the paper says {printed} only, shipped is {shipped}", readings)


def _reaches(printed: str, shipped: str) -> bool:
    """Whether every digit of the printed degree is at least that of the shipped one."""
    have, want = (re.findall(r"\d{2}|\d|X", degree.upper().removeprefix("IK")) for degree in (printed, shipped))
    if printed.upper().startswith("IP"):
        have, want = (list(degree.upper().removeprefix("IP")[:2]) for degree in (printed, shipped))
    pairs = list(zip(have, want, strict=False))
    return bool(pairs) and all(w == "X" or (h.isdigit() and w.isdigit() and int(h) >= int(w)) for h, w in pairs)


def _temperatures(product: Product, document: Document) -> Iterator[Answer]:
    shipped = product.ratings.ambient_temperature_c
    readings = [r for r in document.values("ambient_temperature_c") if isinstance(r.value, tuple)]
    if shipped is None or not readings:
        return
    words = f"the paper says {_range(readings[0])}, shipped is {shipped[0]:g} to {shipped[1]:g} °C"
    state = State.COVERED if any(_holds(reading, shipped) for reading in readings) else State.NOT_COVERED
    yield Answer(state, f"ambient temperature: {words}", tuple(readings))


def _holds(reading: Found[Any], shipped: tuple[float, float]) -> bool:
    low, high = reading.value
    return (low is None or low <= shipped[0]) and (high is None or high >= shipped[1])


def _range(reading: Found[Any]) -> str:
    low, high = ("…" if end is None else f"{end:g}" for end in reading.value)
    return f"{low} to {high} °C"
