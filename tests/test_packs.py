from datetime import date
from pathlib import Path

import pytest

from docverify.errors import RulePackError, UsageError
from docverify.packs import all_packs, find_packs, markets, open_pack, packs_for, rules_folder, with_unions
from tests.rules.samples import HEAD, texts

DAY = date(2026, 11, 30)
MARKETS = """\
EU: {name: European Union, union: null}
DE: {name: Germany, union: EU}
US: {name: United States, union: null}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "markets.yaml").write_text(MARKETS, "utf-8")
    write(tmp_path, "test", "2026.1", HEAD)
    write(
        tmp_path,
        "everywhere",
        "2026.1",
        HEAD.replace("id: test", "id: everywhere").replace("market: EU", 'market: "*"'),
    )
    write(tmp_path, "de", "2026.1", HEAD.replace("id: test", "id: de").replace("market: EU", "market: DE"))
    return tmp_path


def write(folder: Path, pack: str, version: str, head: str) -> None:
    for path, text in {**texts(), "pack.yaml": head}.items():
        target = folder / pack / version / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")


def named(folder: Path, *ids: str, day: date = DAY) -> list[tuple[str, str, str]]:
    return [(pack.id, pack.version, pack.market) for pack in packs_for(ids, as_of=day, folder=folder)]


def test_a_country_brings_the_packs_of_its_union_once(folder: Path) -> None:
    assert named(folder, "EU", "DE") == [
        ("de", "2026.1", "DE"),
        ("everywhere", "2026.1", "*"),
        ("test", "2026.1", "EU"),
    ]
    assert named(folder, "DE") == named(folder, "EU", "DE")


def test_a_market_without_packs_gets_those_that_hold_everywhere(folder: Path) -> None:
    assert named(folder, "US") == [("everywhere", "2026.1", "*")]


def test_the_newest_version_in_effect_is_taken(folder: Path) -> None:
    write(folder, "test", "2026.10", HEAD.replace('"2026.1"', '"2026.10"').replace("2020-01-01", "2026-10-01"))
    write(folder, "test", "2026.9", HEAD.replace('"2026.1"', '"2026.9"').replace("2020-01-01", "2026-09-01"))
    assert ("test", "2026.10", "EU") in named(folder, "EU")
    assert ("test", "2026.9", "EU") in named(folder, "EU", day=date(2026, 9, 30))
    assert named(folder, "EU", day=date(2019, 1, 1)) == []


def test_an_unknown_market_is_refused_with_the_nearest_and_the_known_ones(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"unknown market 'USA' \(did you mean 'US'\?\); allowed: DE, EU, US"):
        packs_for(["USA"], as_of=DAY, folder=folder)


def test_an_invalid_pack_is_refused_with_its_path(folder: Path) -> None:
    (folder / "test/2026.1/rules/TEST-001.yaml").write_text("id: TEST-001\n", "utf-8")
    with pytest.raises(RulePackError, match=r"test/2026.1/rules/TEST-001.yaml:1:1: 'title' is missing"):
        packs_for(["EU"], as_of=DAY, folder=folder)


def test_a_union_that_is_no_market_is_refused(folder: Path) -> None:
    (folder / "markets.yaml").write_text("DE: {name: Germany, union: EUR}\n", "utf-8")
    with pytest.raises(RulePackError, match=r"markets.yaml:1:28: unknown union 'EUR'"):
        markets(folder)


def test_a_file_that_is_not_text_is_refused(folder: Path) -> None:
    (folder / "test/2026.1/rules/TEST-001.yaml").write_bytes(b"\xff\xfe")
    with pytest.raises(RulePackError, match="cannot be read as UTF-8"):
        open_pack(folder / "test/2026.1")


def test_a_pack_that_did_not_change_is_loaded_once(folder: Path) -> None:
    assert open_pack(folder / "test/2026.1") is open_pack(folder / "test/2026.1")


def test_the_shipped_packs_load_and_every_market_of_theirs_is_known() -> None:
    known = markets()
    assert find_packs(rules_folder())
    assert all(market == "*" or market in known for pack in all_packs() for market in pack.head.markets)
    assert with_unions(["NI"], known) == ("NI", "EU")
