"""Vehicle connectors that a text names: `type2_socket`, `type2_cable`, `ccs2`, `chademo` and so on.

`Type 2` alone does not say whether the charger has a socket or a fixed cable: without a word for either in the same
line it gives nothing, and `CCS` without a number does neither.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from docverify.extraction.spotted import Spotted
from docverify.facts.rating import plain_text

_TABLE = yaml.load((Path(__file__).parent / "connectors.yaml").read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
_IDS = tuple(_TABLE["plain"])
_PLAIN = re.compile(
    "|".join(f"(?P<c{i}>{'|'.join(_TABLE['plain'][name])})" for i, name in enumerate(_IDS))
    + f"|(?P<type2>{_TABLE['type2']})",
    re.IGNORECASE,
)
_SOCKET = re.compile(_TABLE["socket"], re.IGNORECASE)
_CABLE = re.compile(_TABLE["cable"], re.IGNORECASE)
_BARE_GBT = re.compile(r"\bGB/?T\b(?! ?(?:\d|AC|DC))", re.IGNORECASE)
_DIRECT = frozenset({"ccs1", "ccs2", "chademo"})
REACH = 48  # characters around a Type 2 within which its form is looked for


def find_connectors(text: str) -> tuple[Spotted, ...]:
    """Every connector whose kind the text decides, in reading order."""
    plain = plain_text(text)
    small = plain.lower()
    if not any(hint in small for hint in _TABLE["hints"]):
        return ()
    found = []
    for match in _PLAIN.finditer(plain):
        name = match.lastgroup or ""
        value = _type2_form(plain, match) if name == "type2" else _IDS[int(name[1:])]
        if value:
            found.append(Spotted("connector", value, match.start(), match.end()))
    return tuple(sorted([*found, *_beside_direct_current(plain, found)], key=_start))


def _start(spot: Spotted) -> int:
    return spot.start


def _beside_direct_current(plain: str, found: list[Spotted]) -> Iterator[Spotted]:
    """A bare `GB/T` in a line with a connector for direct current is the one for direct current."""
    for match in _BARE_GBT.finditer(plain):
        start, end = plain.rfind("\n", 0, match.start()) + 1, plain.find("\n", match.end())
        line = range(start, end if end >= 0 else len(plain))
        if any(spot.value in _DIRECT and spot.start in line for spot in found):
            yield Spotted("connector", "gbt_dc", match.start(), match.end())


def _type2_form(plain: str, match: "re.Match[str]") -> str | None:
    """Socket or cable by the nearest word of the same line, words behind it first."""
    line_start = max(plain.rfind("\n", 0, match.start()) + 1, match.start() - REACH)
    line_end = plain.find("\n", match.end())
    line_end = min(len(plain) if line_end < 0 else line_end, match.end() + REACH)
    for start, end in ((match.end(), line_end), (line_start, match.start())):
        socket, cable = _SOCKET.search(plain, start, end), _CABLE.search(plain, start, end)
        if socket and cable:
            return "type2_socket" if socket.start() < cable.start() else "type2_cable"
        if socket or cable:
            return "type2_socket" if socket else "type2_cable"
    return None
