"""A condition's text -> a tree of `||`, `&&` and `!` over leaves, evaluated with three truth values.

A leaf that asks for a value nobody gave is unknown (None): `false && unknown` is false, `true || unknown` is true, and
every other mixture stays unknown. What CEL would read as one expression (a conditional, a comparison) stays one leaf.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Truth: TypeAlias = bool | None

_QUOTED = re.compile(
    r'"""(?:\\.|[^\\])*?"""|\'\'\'(?:\\.|[^\\])*?\'\'\'|"(?:\\.|[^"\\])*"|\'(?:\\.|[^\'\\])*\'', re.DOTALL
)
_PRIMARY = re.compile(r"[\w.]+\s*(?:\(.*\))?\s*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of the condition that CEL evaluates as a whole."""

    text: str


@dataclass(frozen=True, slots=True)
class Junction:
    """Parts joined by one operator; `!` has one part."""

    operator: Literal["||", "&&", "!"]
    parts: tuple["Tree", ...]


Tree: TypeAlias = Leaf | Junction


def parse(text: str) -> Tree:
    """The tree of the condition."""
    inner = _without_parentheses(text.strip())
    if not any(True for _ in _operators(inner, "?")):
        for operator in ("||", "&&"):
            parts = list(_split(inner, operator))
            if len(parts) > 1:
                return Junction(operator, tuple(parse(part) for part in parts))
    if inner.startswith("!") and _is_primary(inner[1:].strip()):
        return Junction("!", (parse(inner[1:]),))
    return Leaf(inner)


def leaves(tree: Tree) -> Iterator[Leaf]:
    """Every leaf of the tree."""
    match tree:
        case Leaf():
            yield tree
        case Junction(parts=parts):
            for part in parts:
                yield from leaves(part)


def truth(tree: Tree, decide: Callable[[str], Truth]) -> Truth:
    """The truth of the tree, each leaf decided by the function."""
    match tree:
        case Leaf(text=text):
            return decide(text)
        case Junction(operator="!", parts=parts):
            value = truth(parts[0], decide)
            return None if value is None else not value
        case Junction(operator="&&", parts=parts):
            return all_of(truth(part, decide) for part in parts)
        case Junction(parts=parts):
            return any_of(truth(part, decide) for part in parts)


def all_of(values: Iterable[Truth]) -> Truth:
    """False when one is false, unknown when one is unknown, else true."""
    unknown = False
    for value in values:
        if value is False:
            return False
        unknown = unknown or value is None
    return None if unknown else True


def any_of(values: Iterable[Truth]) -> Truth:
    """True when one is true, unknown when one is unknown, else false."""
    unknown = False
    for value in values:
        if value is True:
            return True
        unknown = unknown or value is None
    return None if unknown else False


def without_quotes(text: str) -> str:
    """The text with the characters of every quoted string blanked, so that positions stay."""
    return _QUOTED.sub(_blank, text)


def _blank(match: "re.Match[str]") -> str:
    return " " * len(match.group())


def _operators(text: str, operator: str) -> Iterator[int]:
    """Where the operator stands outside quotes and outside every bracket."""
    depth = 0
    bare = without_quotes(text)
    for at, char in enumerate(bare):
        if char in "([{":
            depth += 1
        elif char in ")]}":
            depth -= 1
        elif depth == 0 and bare.startswith(operator, at):
            yield at


def _split(text: str, operator: str) -> Iterator[str]:
    start = 0
    for at in _operators(text, operator):
        yield text[start:at]
        start = at + len(operator)
    yield text[start:]


def _without_parentheses(text: str) -> str:
    while text.startswith("(") and _closes(text) == len(text) - 1:
        text = text[1:-1].strip()
    return text


def _closes(text: str) -> int:
    """Where the bracket that opens the text is closed; -1 when it is not."""
    depth = 0
    for at, char in enumerate(without_quotes(text)):
        depth += (char in "([{") - (char in ")]}")
        if depth == 0:
            return at
    return -1


def _is_primary(text: str) -> bool:
    """Whether a `!` before the text negates all of it: brackets, a name, a call, or another negation of those."""
    if text.startswith("!"):
        return _is_primary(text[1:].strip())
    if text.startswith("("):
        return _closes(text) == len(text) - 1
    match = _PRIMARY.fullmatch(text)
    if match is None:
        return False
    at = text.find("(")
    return at < 0 or at + max(_closes(text[at:]), -1) == len(text.rstrip()) - 1
