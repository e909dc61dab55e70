"""A wrong word and the words that are allowed -> one sentence that names the closest of them."""

from collections.abc import Iterable
from difflib import get_close_matches

SHOWN = 12


def closest(word: str, words: Iterable[str]) -> str:
    """The allowed word most like the one written; empty when none is close."""
    near = get_close_matches(word, list(words), n=1, cutoff=0.6)
    return near[0] if near else ""


def allowed(what: str, word: str, words: Iterable[str]) -> str:
    """What is wrong with the word, the closest allowed one, and the allowed ones."""
    known = sorted(str(entry) for entry in words)
    near = closest(word, known)
    hint = f" (did you mean {near!r}?)" if near else ""
    more = f" and {len(known) - SHOWN} more" if len(known) > SHOWN else ""
    return f"unknown {what} {word!r}{hint}; allowed: {', '.join(known[:SHOWN]) or 'none'}{more}"
