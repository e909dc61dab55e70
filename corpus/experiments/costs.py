"""What a pipeline costs: import and load time, size on disk, milliseconds a page."""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

import spacy

RUNS = 3


@dataclass(frozen=True, slots=True)
class Costs:
    """Milliseconds to load a saved pipeline, kilobytes on disk, milliseconds a page."""

    load_ms: float
    kilobytes: float
    page_ms: float


def pipeline_costs(nlp: Any, texts: Sequence[str]) -> Costs:
    """The costs of a trained pipeline over page texts (the best of three runs)."""
    with tempfile.TemporaryDirectory() as name:
        nlp.to_disk(name)
        size = sum(path.stat().st_size for path in Path(name).rglob("*") if path.is_file())
        load = best_ms(_loading(name))
    return Costs(load, size / 1024, page_ms(nlp.pipe, texts))


def _loading(name: str) -> Callable[[], Any]:
    """A call that loads the pipeline in that folder."""

    def load() -> Any:
        return spacy.load(name)

    return load


def page_ms(pipe: Callable[[Iterable[str]], Iterable[Any]], texts: Sequence[str]) -> float:
    """Milliseconds a page (the best of three runs)."""

    def run() -> None:
        for _ in pipe(texts):
            pass

    return best_ms(run) / max(len(texts), 1)


def best_ms(run: Callable[[], Any]) -> float:
    """The shortest of three runs in milliseconds: other work on the machine only adds time."""
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        run()
        times.append(perf_counter() - start)
    return 1000 * min(times)


def import_ms(module: str) -> float:
    """Milliseconds that importing the module adds to a fresh interpreter."""

    def start(code: str) -> Callable[[], Any]:
        def run() -> Any:
            return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True)

        return run

    return best_ms(start(f"import {module}")) - best_ms(start("pass"))
