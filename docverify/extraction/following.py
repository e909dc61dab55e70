"""Tells labels from prose that begins with the same words, where only a space parts them from what follows."""

import re

_NAMED_INLINE = frozenset({"signed_for", "issuer", "holder", "tested_by"})
_NEVER_INLINE = frozenset(
    {"product_name", "name", "place", "brand", "protection_class", "remarks", "page", "connectors", "country"}
)
_DIGIT_WITHIN = 14  # characters
_SHORTEST_MODEL = 4
_SHORTEST_NUMBER = 6
_SPACED_NUMBER = re.compile(r"[A-Z]*\d[A-Z0-9]*(?: [A-Z]?\d[A-Z0-9.]*){2,}(?:$| Rev)")


def may_follow(key: str, rest: str) -> bool:
    """Whether words right behind a label, parted by a space only, can be its value; prose begins with labels, too."""
    if key in _NAMED_INLINE:
        return True
    if key in _NEVER_INLINE:
        return False
    first = rest.split(" ", 1)[0]
    if key == "number":  # "No. 18 Xinghu Road" is an address
        long = len(first) >= _SHORTEST_NUMBER and any(c.isdigit() for c in first)
        return long or bool(_SPACED_NUMBER.match(rest))
    if key == "models":
        return len(first) >= _SHORTEST_MODEL and any(c.isdigit() for c in first)
    return any(c.isdigit() for c in rest[:_DIGIT_WITHIN])
