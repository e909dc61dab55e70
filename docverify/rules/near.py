"""A wrong word and the words that are allowed -> one sentence that names the closest of them."""

from collections.abc import Iterable

from rapidfuzz import process

SHOWN = 12
CLOSE_ENOUGH = 60


def closest(word: str, words: Iterable[str]) -> str:
    """The allowed word most like the one written; empty when none is close."""
    match = process.extractOne(word, list(words), score_cutoff=CLOSE_ENOUGH)
    return str(match[0]) if match else ""


def allowed(what: str, word: str, words: Iterable[str]) -> str:
    """What is wrong with the word, the closest allowed one, and the allowed ones."""
    known = sorted(str(entry) for entry in words)
    near = closest(word, known)
    hint = f" (did you mean {near!r}?)" if near else ""
    more = f" and {len(known) - SHOWN} more" if len(known) > SHOWN else ""
    return f"unknown {what} {word!r}{hint}; allowed: {', '.join(known[:SHOWN]) or 'none'}{more}"
