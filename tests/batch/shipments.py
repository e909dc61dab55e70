"""Shipments on the disk for the tests of a batch: one declaration each, so that they are quick."""

from pathlib import Path

ROOT = Path(__file__).parents[2]
PAPER = ROOT / "corpus" / "packs" / "clean-ac-plain" / "papers" / "01_declaration.pdf"
SHIPMENT = """\
shipment: {name}
placed_on_market: 2026-11-30
markets: [EU]
products:
  - model: EVC-22S
    type: ac_mode3
"""


def shipments(folder: Path, *names: str) -> Path:
    for name in names:
        place = folder / name
        place.mkdir(parents=True)
        (place / "shipment.yaml").write_text(SHIPMENT.format(name=name), "utf-8")
        (place / "declaration.pdf").write_bytes(PAPER.read_bytes())
    return folder
