"""Plain JSON data to the record it was made from, guided by the record's own type hints: `plain`'s way back.

Trusts nothing: a missing or unknown name, or a value of the wrong type, raises ValueError naming the place.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import lru_cache
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

R = TypeVar("R")


def record(kind: type[R], value: Any, *, at: str = "") -> R:
    """The record of that class behind the data; `at` is the place named in a complaint."""
    if not isinstance(value, Mapping):
        raise ValueError(f"{at or kind.__name__}: not a group of names and values")
    shape: Any = kind
    hints = _hints(shape)
    known = {entry.name: entry for entry in fields(shape)}
    unknown = sorted(set(value) - set(known))
    if unknown:
        raise ValueError(f"{_below(at, str(unknown[0]))}: not a name that this version knows")
    for name, entry in known.items():
        if name not in value and entry.default is MISSING and entry.default_factory is MISSING:
            raise ValueError(f"{_below(at, name)}: missing")
    return kind(**{name: typed(hints[name], entry, at=_below(at, name)) for name, entry in value.items()})


def typed(hint: Any, value: Any, *, at: str = "") -> Any:
    """The value as the hint says: dates from ISO text, enums from their words, tuples from lists, records by name."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _one_of(get_args(hint), value, at=at)
    if origin is tuple:
        return _row(get_args(hint), value, at=at)
    if origin in (dict, Mapping) or hint is dict:
        return _expect(dict, value, at=at)
    if origin is Literal:
        return _among(get_args(hint), value, at=at)
    if is_dataclass(hint):
        kind: Any = hint
        return record(kind, value, at=at)
    return _plain(hint, value, at=at)


def _plain(hint: Any, value: Any, *, at: str) -> Any:
    if hint is Any:
        return value
    if hint is date:
        return _day(value, at=at)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return _word(hint, value, at=at)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return value
    return _expect(hint, value, at=at)


def _expect(kind: Any, value: Any, *, at: str) -> Any:
    wrong_flag = isinstance(value, bool) and kind is not bool
    if not isinstance(value, kind) or wrong_flag:
        raise ValueError(f"{at}: {value!r:.60} is not of type {kind.__name__}")
    return value


def _one_of(hints: tuple[Any, ...], value: Any, *, at: str) -> Any:
    if value is None and type(None) in hints:
        return None
    first: ValueError | None = None
    for hint in hints:
        if hint is type(None):
            continue
        try:
            return typed(hint, value, at=at)
        except ValueError as error:
            first = first or error
    raise first or ValueError(f"{at}: a value is missing")


def _row(hints: tuple[Any, ...], value: Any, *, at: str) -> tuple[Any, ...]:
    entries = _expect(list, value, at=at)
    if len(hints) == 2 and hints[1] is Ellipsis:
        return tuple(typed(hints[0], entry, at=f"{at}[{number}]") for number, entry in enumerate(entries))
    if len(entries) != len(hints):
        raise ValueError(f"{at}: {len(entries)} values where {len(hints)} belong")
    return tuple(typed(hint, entry, at=at) for hint, entry in zip(hints, entries, strict=True))


def _among(words: tuple[Any, ...], value: Any, *, at: str) -> Any:
    if value not in words:
        raise ValueError(f"{at}: {value!r:.60} is none of {', '.join(map(str, words))}")
    return value


def _word(kind: type[Enum], value: Any, *, at: str) -> Enum:
    try:
        return kind(value)
    except ValueError as error:
        raise ValueError(f"{at}: {value!r:.60} is no {kind.__name__.lower()}") from error


def _day(value: Any, *, at: str) -> date:
    try:
        return date.fromisoformat(_expect(str, value, at=at))
    except ValueError as error:
        raise ValueError(f"{at}: {value!r:.60} is not a date") from error


def _below(at: str, name: str) -> str:
    return f"{at}.{name}" if at else name


@lru_cache(maxsize=64)
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
