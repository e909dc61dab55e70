"""`docverify.toml`, or `[tool.docverify]` of `pyproject.toml`, to the settings of the manual check.

Unknown keys are refused with the line they stand on. The file nearest above the working folder counts; patterns in it
(`*`, `**`) are relative to its folder. No file is no error: the settings are then empty.
"""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from docverify.errors import UsageError

FILES = ("docverify.toml", ".docverify.toml", "pyproject.toml")


def _as_tuple(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Texts = Annotated[tuple[str, ...], BeforeValidator(_as_tuple)]
Text = Annotated[str, Field(min_length=1)]


class _Written(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Manual(_Written):
    """Which files are manuals of which products (by model), for which markets, and the papers they quote.

    `released` is the manual that was released last; without it, the file's own last committed version is.
    """

    files: Annotated[Texts, Field(min_length=1)]
    products: Texts = ()
    markets: Texts = ()
    declarations: Texts = ()
    release_notes: Texts = ()
    released: str | None = None


class Oem(_Written):
    """The factory's words and marks that must not be left: names, models, web and e-mail domains, app names, logos."""

    words: Texts = ()
    domains: Texts = ()
    logos: Texts = ()  # picture files; a picture that looks like one of them is a left-over


class Exemption(_Written):
    """A finding nobody wants to hear of: by rule, in these files, with the reason."""

    rule: Text
    reason: Text
    files: Texts = ("**",)


class Settings(_Written):
    """The settings; `root` is the folder of the file, None when there is none."""

    products: Texts = ()
    manuals: tuple[Manual, ...] = ()
    exclude: Texts = ()
    brands: Texts = ()
    oem: Oem = Oem()
    exceptions: tuple[Exemption, ...] = ()
    root: Path | None = None


@dataclass(frozen=True, slots=True)
class Exempt:
    """Whether a finding is exempt, and why."""

    reason: str


def find_settings(start: Path) -> Settings:
    """The settings of the nearest file at or above the folder; empty ones when there is none."""
    for folder in (start, *start.parents):
        for name in FILES:
            found = _settings_in(folder / name) if (folder / name).is_file() else None
            if found is not None:
                return found
    return Settings()


def read_settings(path: Path) -> Settings:
    """The settings of that file; UsageError with `path:line` when it is malformed or says nothing of docverify."""
    found = _settings_in(path)
    if found is None:
        raise UsageError(f"{path}: holds no [tool.docverify]")
    return found


def _settings_in(path: Path) -> Settings | None:
    try:
        text = path.read_text("utf-8-sig")
        data = tomllib.loads(text)
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror}") from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UsageError(f"{path}: not valid TOML: {error}") from error
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("docverify")
        if data is None:
            return None
    try:
        return Settings.model_validate({**data, "root": path.resolve().parent})
    except ValidationError as error:
        raise UsageError("\n".join(_complaints(error, text, path))) from error


def _complaints(error: ValidationError, text: str, path: Path) -> list[str]:
    lines = []
    for problem in error.errors():
        keys = [str(part) for part in problem["loc"] if isinstance(part, str)]
        line = _line_of(text, keys)
        name = ".".join(map(str, problem["loc"]))
        if problem["type"] == "extra_forbidden":
            lines.append(f"{path}:{line}: '{name}' is no setting; allowed are {', '.join(_known(problem['loc']))}")
        else:
            lines.append(f"{path}:{line}: {name}: {problem['msg']}")
    return lines


def _known(at: tuple[Any, ...]) -> list[str]:
    """The keys that are allowed beside the one at that place."""
    models: dict[str, type[BaseModel]] = {"manuals": Manual, "oem": Oem, "exceptions": Exemption}
    parents = [part for part in at[:-1] if isinstance(part, str)]
    model = models.get(parents[-1], Settings) if parents else Settings
    return [name for name in model.model_fields if name != "root"]


def _line_of(text: str, keys: list[str]) -> int:
    """The line on which the last of the keys stands; 1 when it cannot be found."""
    for key in reversed(keys):
        found = re.search(rf"^\s*\[*\s*(?:[\w.]+\.)?[\"']?{re.escape(key)}[\"']?\s*[\]=]", text, re.MULTILINE)
        if found:
            return text.count("\n", 0, found.end()) + 1
    return 1


def is_like(path: str, patterns: tuple[str, ...]) -> bool:
    """Whether the path (relative to the settings' folder, `/` between parts) fits one of the patterns.

    `*` stands for anything within a name, `**` for any folders; a pattern that ends in `/` means everything below it,
    and one without `/` fits a name in any folder.
    """
    return any(_pattern(pattern).fullmatch(path) for pattern in patterns)


def _pattern(pattern: str) -> re.Pattern[str]:
    whole = pattern + "**" if pattern.endswith("/") else pattern
    if "/" not in whole and whole != "**":
        whole = f"**/{whole}"
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", whole.removeprefix("./"))
    words = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    return re.compile("".join(words.get(part, re.escape(part)) for part in parts))


def relative(path: Path, root: Path | None) -> str:
    """The path as patterns see it: below the root with `/`, or as given when it lies elsewhere."""
    if root is not None and path.resolve().is_relative_to(root):
        return path.resolve().relative_to(root).as_posix()
    return PurePosixPath(path).as_posix()
