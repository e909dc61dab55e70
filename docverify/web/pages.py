"""Templates → pages. Every text is escaped; words and chips are those of the reports."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from jinja2 import ChoiceLoader, PackageLoader

from docverify import __version__
from docverify.report.html import environment
from docverify.report.words import spaced


def renderer() -> Callable[..., str]:
    """The function that makes a page of a template and its values."""
    made = environment()
    made.loader = ChoiceLoader([PackageLoader("docverify.web", "templates"), *_loaders(made.loader)])
    made.filters |= {"moment": moment, "spaced": spaced, "size": size}
    made.globals["version"] = __version__

    def render(template: str, **values: Any) -> str:
        return made.get_template(template).render(**values).encode("utf-8", "replace").decode()

    return render


def _loaders(loader: Any) -> list[Any]:
    return [loader] if loader else []


def moment(stamp: str) -> str:
    """A kept time as people read it."""
    return datetime.fromisoformat(stamp).strftime("%Y-%m-%d %H:%M UTC") if stamp else ""


def size(count: int) -> str:
    """`1.4 MB`."""
    if count >= 1 << 30:
        return f"{count / (1 << 30):.1f} GB".replace(".0 ", " ")
    return f"{count / (1 << 20):.1f} MB".replace(".0 ", " ") if count >= 1e6 else f"{max(count, 1000) / 1e3:.0f} kB"
