"""YAML that people write, to plain data with the line and column of every key and value.

`read_yaml(text, path=…)` gives `(data, marks)`; `complain(error, marks, path=…, known=…)` turns a pydantic
ValidationError into sentences that end in nothing but what is wrong and what is allowed, each starting with
`path:line:column:`. Duplicate keys are refused: a file with two `markets:` must not silently mean the second.
"""

from collections.abc import Mapping
from datetime import date, datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from pydantic import BaseModel, ValidationError

from docverify.errors import UsageError

Path_: TypeAlias = tuple[str | int, ...]
Marks: TypeAlias = dict[Path_, tuple[int, int]]

MOST_NODES = 200_000
_UNQUOTED = 'write it in quotes ("NO" for Norway): without them YAML reads no and off as false, yes and on as true'

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def written_text(path: Path, *, what: str) -> str:
    """The text of a file that people write; UsageError naming it when it is not there or not UTF-8."""
    try:
        return path.read_text("utf-8-sig")
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: not UTF-8 text; save the {what} as UTF-8") from error


def read_yaml(text: str, *, path: str, as_text: bool = False) -> tuple[Any, Marks]:
    """The data of the YAML text, and the 1-based line and column of every path in it; UsageError when malformed.

    `as_text` leaves every scalar but null as it is written, for models that know the types: `2026.10` stays `2026.10`,
    and `yes` stays `yes`.
    """
    loader = _Loader(text)
    marks: Marks = {}
    try:
        node = loader.get_single_node()
        data = None if node is None else _build(_AsText() if as_text else loader, node, (), marks, path)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = f"{path}:{mark.line + 1}:{mark.column + 1}" if mark else path
        raise UsageError(f"{place}: not valid YAML: {error.problem or error}") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise UsageError(f"{path}: not valid YAML: {error}") from error
    finally:
        loader.dispose()
    return data, marks


class _AsText:
    """Takes a scalar as it is written."""

    def construct_object(self, node: Any) -> Any:
        """The text of the scalar; None for null."""
        return None if node.tag == "tag:yaml.org,2002:null" else node.value


def _build(loader: Any, node: Any, at: Path_, marks: Marks, path: str) -> Any:
    marks[at] = (node.start_mark.line + 1, node.start_mark.column + 1)
    if len(marks) > MOST_NODES:  # an alias of an alias of an alias grows without end
        raise UsageError(f"{path}: more than {MOST_NODES} entries; does an alias (*name) repeat itself?")
    if isinstance(node, yaml.MappingNode):
        return _mapping(loader, node, at, marks, path)
    if isinstance(node, yaml.SequenceNode):
        return [_build(loader, child, (*at, i), marks, path) for i, child in enumerate(node.value)]
    try:
        value = loader.construct_object(node)
    except ValueError as error:
        raise UsageError(f"{path}:{marks[at][0]}:{marks[at][1]}: {node.value!r} is no value: {error}") from error
    return value.date() if isinstance(value, datetime) else value


def _mapping(loader: Any, node: Any, at: Path_, marks: Marks, path: str) -> dict[str, Any]:
    built: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = str(loader.construct_object(key_node))
        if key in built:
            line, column = key_node.start_mark.line + 1, key_node.start_mark.column + 1
            raise UsageError(f"{path}:{line}:{column}: '{key}' stands here a second time; keep one")
        built[key] = _build(loader, value_node, (*at, key), marks, path)
        marks[(*at, key, "<key>")] = (key_node.start_mark.line + 1, key_node.start_mark.column + 1)
    return built


def place(marks: Marks, at: Path_) -> tuple[int, int]:
    """Line and column of the path, or of the nearest place above it that stands in the file."""
    for length in range(len(at), -1, -1):
        if at[:length] in marks:
            return marks[at[:length]]
    return (1, 1)


def complain(error: ValidationError, marks: Marks, *, path: str, model: type[BaseModel]) -> str:
    """One line per mistake: `path:line:column: what is wrong; what is allowed`."""
    known = _known_keys(model)
    details = error.errors(include_url=False)
    # A list whose only entry is wrong is also reported as too short: the entry's own line says it better.
    deep = [detail for detail in details if detail["type"] != "too_short"] or details
    lines = [_sentence(detail, marks, path, _keys_at(model, detail["loc"][:-1]) or known) for detail in deep]
    return "\n".join(dict.fromkeys(lines))


def _sentence(detail: Mapping[str, Any], marks: Marks, path: str, known: frozenset[str]) -> str:
    at = tuple(part for part in detail["loc"] if not str(part).startswith("function-"))
    if detail["type"] == "extra_forbidden":
        line, column = marks.get((*at, "<key>"), place(marks, at))
        return f"{path}:{line}:{column}: unknown key '{at[-1]}'{_suggestion(str(at[-1]), known)}"
    line, column = place(marks, at)
    if detail["type"] == "missing":
        return f"{path}:{line}:{column}: '{at[-1]}' is missing"
    if detail["type"] == "string_type" and isinstance(detail.get("input"), bool):
        return f"{path}:{line}:{column}: {_name(at)}: {_UNQUOTED}"
    name = _name(at)
    given = detail.get("input")
    shown = f", not {given!r}" if isinstance(given, str | int | float | bool | date) else ""
    message = str(detail["msg"]).removeprefix("Value error, ").removeprefix("Input ")
    return f"{path}:{line}:{column}: {name}: {message}{shown}"


def _name(at: Path_) -> str:
    return ".".join(str(part) for part in at) or "file"


def _suggestion(key: str, known: frozenset[str]) -> str:
    close = get_close_matches(key, sorted(known), n=1, cutoff=0.6)
    return f"; did you mean '{close[0]}'?" if close else f"; known keys here: {', '.join(sorted(known))}"


def _keys_at(model: type[BaseModel], at: Path_) -> frozenset[str]:
    """The keys that the mapping at that place may have; empty when the place is not a single record."""
    for part in at:
        named = {field.alias or name: field for name, field in model.model_fields.items()}
        if part in named:
            inner = _models_in(named[str(part)].annotation)
            if len(inner) != 1:
                return frozenset()
            model = inner[0]
        elif not isinstance(part, int):
            return frozenset()
    return frozenset(field.alias or name for name, field in model.model_fields.items())


def _known_keys(model: type[BaseModel], seen: frozenset[type] = frozenset()) -> frozenset[str]:
    if model in seen:
        return frozenset()
    keys = {field.alias or name for name, field in model.model_fields.items()}
    for field in model.model_fields.values():
        for inner in _models_in(field.annotation):
            keys |= _known_keys(inner, seen | {model})
    return frozenset(keys)


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models_in(part)]
