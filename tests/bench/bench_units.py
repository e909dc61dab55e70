"""`python -m tests.bench.bench_units [COUNT]`: seconds to read a list of units, and to put it to every rule on papers."""

import sys
import time
from datetime import date

from docverify.facts.dossier import Dossier
from docverify.facts.shipment import Product, ProductType, Shipment
from docverify.packs import packs_for
from docverify.rules.evaluate import evaluate
from docverify.units.read import units_of

AS_OF = date(2026, 11, 30)


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    rows = [f"EVC{i:07},C,1.8.{i % 5},2026-{1 + i % 9:02}-{1 + i % 28:02},EM1,pass" for i in range(count)]
    content = "\n".join(["serial,hardware,firmware,produced_on,meter,inspection", *rows]).encode()
    start = time.perf_counter()
    units = units_of(content, path="units.csv")
    read = time.perf_counter()
    product = Product("EVC-22", ProductType.AC_MODE3, hardware="C", firmware="1.8.4", quantity=count, units=units)
    dossier = Dossier(Shipment("bench", AS_OF, ("EU",), (product,)), (), (), (), ())
    packs = packs_for(("EU", "DE"), as_of=AS_OF)
    loaded = time.perf_counter()
    findings = [f for pack in packs for f in evaluate(pack, dossier, market=pack.market, as_of=AS_OF)]
    done = time.perf_counter()
    about = [f for f in findings if "-UNIT-" in f.rule]
    longest = max(len(f.message) for f in about)
    print(f"{count:,} units: read in {read - start:.2f} s, every rule in {done - loaded:.2f} s")
    print(f"{len(about)} findings on units, the longest of {longest} characters")
    return 0


if __name__ == "__main__":
    sys.exit(main())
