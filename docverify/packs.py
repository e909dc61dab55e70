"""Where the rule packs are, which of them apply to the markets of a shipment on a date, and their texts.

Packs lie under `market_rules/<pack>/<version>/`, beside the package in a source checkout and inside it in a wheel.
`markets.yaml` says which union a country belongs to: its packs come along. Refuses a market nobody knows.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from pathlib import Path

from docverify.errors import RulePackError, UsageError
from docverify.marked_yaml import read_yaml
from docverify.rules.load import load_head, load_pack, pack_hash
from docverify.rules.near import allowed
from docverify.rules.pack import EVERYWHERE, Pack, RulePack

TEXTS = (".yaml", ".md")


@dataclass(frozen=True, slots=True)
class Market:
    """A market people may name: its name, the union it belongs to, its official languages."""

    id: str
    name: str
    union: str | None
    languages: tuple[str, ...] = ()


def rules_folder() -> Path:
    """The folder that holds every pack; RulePackError when neither a checkout nor a wheel has one."""
    here = Path(__file__).resolve().parent
    for folder in (here.parent / "market_rules", here / "market_rules"):
        if (folder / "markets.yaml").is_file():
            return folder
    raise RulePackError(f"{here / 'market_rules'}: there are no rule packs; install docverify again")


def find_packs(folder: Path) -> tuple[Path, ...]:
    """Every `<pack>/<version>` folder under the rules folder, in order."""
    return tuple(sorted(path.parent for path in folder.glob("*/*/pack.yaml")))


def pack_texts(folder: Path) -> Mapping[str, str]:
    """The texts of a pack folder by their path within it."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in TEXTS and path.is_file())
    texts = {}
    for path in paths:
        try:
            texts[path.relative_to(folder).as_posix()] = path.read_text("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise RulePackError(f"{path}:1:1: cannot be read as UTF-8 text: {error}") from error
    return texts


def open_pack(folder: Path) -> RulePack:
    """The pack of the folder, read again when a file of it has changed; RulePackError with every mistake in it."""
    return _opened(folder, tuple(_states(folder)))


@lru_cache(maxsize=128)
def _opened(folder: Path, states: tuple[tuple[str, int, int], ...]) -> RulePack:
    texts = pack_texts(folder)
    return _loaded(_Texts(texts, pack_hash(texts)), _name(folder))


def _states(folder: Path | str) -> Iterator[tuple[str, int, int]]:
    """Path, size and time of change of every text below the folder: a pack is asked for once a market."""
    try:
        with os.scandir(folder) as entries:
            for entry in sorted(entries, key=attrgetter("name")):
                if entry.is_dir():
                    yield from _states(entry.path)
                elif entry.name.endswith(TEXTS):
                    state = entry.stat()
                    yield entry.path, state.st_size, state.st_mtime_ns
    except OSError:
        return


def _name(folder: Path) -> str:
    """The folder as messages name it: from the rules folder on, so that they read the same everywhere."""
    return "/".join(folder.parts[-3:])


class _Texts:
    """Texts that compare by their hash, so that a pack that did not change is loaded once."""

    def __init__(self, texts: Mapping[str, str], digest: str) -> None:
        self.texts, self.digest = texts, digest

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Texts) and self.digest == other.digest

    def __hash__(self) -> int:
        return hash(self.digest)


@lru_cache(maxsize=128)
def _loaded(texts: _Texts, name: str) -> RulePack:
    return load_pack(texts.texts, name=name)


@lru_cache(maxsize=512)
def _head(text: str, name: str) -> Pack:
    return load_head(text, name=name)


def markets(folder: Path | None = None) -> Mapping[str, Market]:
    """Every market that may be named, by its id."""
    path = (folder or rules_folder()) / "markets.yaml"
    return _markets(path.read_text("utf-8"), path.as_posix())


@lru_cache(maxsize=8)
def _markets(text: str, path: str) -> Mapping[str, Market]:
    try:
        data, marks = read_yaml(text, path=path, as_text=True)
    except UsageError as error:
        raise RulePackError(str(error)) from error
    found = {
        id: Market(id, line["name"], line.get("union"), tuple(line.get("languages") or ())) for id, line in data.items()
    }
    for id, market in found.items():
        if market.union is not None and market.union not in found:
            line, column = marks.get((id, "union"), (1, 1))
            raise RulePackError(f"{path}:{line}:{column}: {allowed('union', market.union, found)}")
    return found


def with_unions(ids: Iterable[str], known: Mapping[str, Market]) -> tuple[str, ...]:
    """The markets and every union they belong to; UsageError for one that nobody knows."""
    wanted: dict[str, None] = {}
    for id in ids:
        following: str | None = id
        if id not in known:
            raise UsageError(allowed("market", id, known))
        while following is not None and following not in wanted:
            wanted[following] = None
            following = known[following].union
    return tuple(wanted)


def packs_for(markets_named: Sequence[str], *, as_of: date, folder: Path | None = None) -> tuple[RulePack, ...]:
    """The packs of the markets and of their unions on the date, and those that hold everywhere; each for its market."""
    where = folder or rules_folder()
    wanted = with_unions(markets_named, markets(where))
    packs = []
    for path in _current(where, as_of):
        head = _head_of(path)
        if EVERYWHERE in head.markets:
            packs.append(open_pack(path))
        for market in wanted:
            if market in head.markets:
                packs.append(open_pack(path).for_market(market))
    return tuple(packs)


def packs_ahead(
    markets_named: Sequence[str], *, as_of: date, until: date, folder: Path | None = None
) -> tuple[RulePack, ...]:
    """As `packs_for`, but every version that is in effect on some day of the span: what a look ahead needs."""
    where = folder or rules_folder()
    wanted = with_unions(markets_named, markets(where))
    packs = []
    for path in find_packs(where):
        head = _head_of(path)
        if head.effective_from > until or (head.effective_until or as_of) < as_of:
            continue
        if EVERYWHERE in head.markets:
            packs.append(open_pack(path))
        packs += [open_pack(path).for_market(market) for market in wanted if market in head.markets]
    return tuple(packs)


def _head_of(folder: Path) -> Pack:
    return _head((folder / "pack.yaml").read_text("utf-8"), _name(folder))


def _current(folder: Path, as_of: date) -> tuple[Path, ...]:
    """Of each pack the newest version that is in effect on the date."""
    newest: dict[str, tuple[tuple[int, ...], Path]] = {}
    for path in find_packs(folder):
        head = _head_of(path)
        version = tuple(int(part) for part in head.version.split("."))
        if head.in_effect(as_of) and (head.id not in newest or newest[head.id][0] < version):
            newest[head.id] = (version, path)
    return tuple(path for _, path in newest.values())


def fact_checks(folder: Path | None = None) -> tuple[str, ...]:
    """The ids of every check of the fact sheets that the packs were written from."""
    path = (folder or rules_folder()) / "checks.yaml"
    try:
        data, _ = read_yaml(path.read_text("utf-8"), path=path.as_posix(), as_text=True)
    except UsageError as error:
        raise RulePackError(str(error)) from error
    return tuple(check for section in data.values() for check in section)


def all_packs(folder: Path | None = None) -> tuple[RulePack, ...]:
    """Every version of every pack."""
    return tuple(open_pack(path) for path in find_packs(folder or rules_folder()))
