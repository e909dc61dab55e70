"""Milliseconds to load every rule pack and to evaluate all of them on a dossier of 20 documents: cold once, then warm.

usage: python -m tests.bench.bench_rules [--rounds N]      (budget: load and evaluate, warm, at most 100 ms)
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from docverify.evaluation.perfect import read_perfectly
from docverify.facts.dossier import Dossier
from docverify.link import link
from docverify.packs import all_packs
from docverify.rules.evaluate import evaluate
from docverify.rules.look_ahead import look_ahead

CORPUS = Path(__file__).parents[2] / "corpus" / "packs"
DAY = date(2026, 11, 30)
BUDGET_MS = 100.0


def dossier_of_20() -> Dossier:
    """The papers of a private-label wallbox, with those of another charger among them."""
    own, other = read_perfectly(CORPUS / "clean-ac-private-label"), read_perfectly(CORPUS / "clean-ac-family")
    return link(own.shipment, (*own.documents, *other.documents)[:20], ())


def evaluate_all(dossier: Dossier) -> int:
    """Every finding of every pack."""
    return sum(len(evaluate(pack, dossier, market=pack.market, as_of=DAY)) for pack in all_packs())


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """The median time of the work."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def main(arguments: list[str] | None = None) -> int:
    """Prints the figures; 0 when the budget holds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args(arguments).rounds
    dossier = dossier_of_20()

    def both() -> int:
        return evaluate_all(dossier)

    def ahead() -> object:
        return look_ahead(all_packs(), dossier, as_of=DAY)

    cold, warm_load = milliseconds(all_packs, 1), milliseconds(all_packs, rounds)
    evaluate_all(dossier)  # conditions are compiled once
    warm = milliseconds(both, rounds)
    found = evaluate_all(dossier)
    packs = all_packs()
    rules = sum(len(pack.rules) for pack in packs)
    sys.stdout.write(
        f"{len(packs)} packs, {rules} rules, {len(dossier.documents)} documents, {found} findings\n"
        f"load cold {cold:.0f} ms, warm {warm_load:.1f} ms\n"
        f"load and evaluate warm {warm:.1f} ms (budget {BUDGET_MS:.0f})\n"
        f"look ahead over 365 days {milliseconds(ahead, max(1, rounds // 4)):.1f} ms\n"
    )
    return 0 if warm <= BUDGET_MS else 1


if __name__ == "__main__":
    sys.exit(main())
