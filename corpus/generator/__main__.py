"""`python -m corpus.generator [--out FOLDER] [--only WORD]`: draws the documents, the packs and the manifest."""

import argparse
import sys
from pathlib import Path

from corpus.generator.catalogue import SEEN
from corpus.generator.defects import every
from corpus.generator.held_out.catalogue import RELEASED
from corpus.generator.layouts.unseen_catalogue import UNSEEN
from corpus.generator.manifest import manifest
from corpus.generator.suppliers.catalogue import SUPPLIERS
from corpus.generator.waves import write_waves
from corpus.generator.write import write, write_pack


def main(arguments: list[str] | None = None) -> int:
    """Draws everything, or what `--only` names; 0 when done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent)
    parser.add_argument("--only", default="", help="only layouts and packs whose name contains this")
    chosen = parser.parse_args(arguments)
    packs = every()
    for entry in (*SEEN, *RELEASED, *SUPPLIERS, *UNSEEN):
        if chosen.only in entry.name:
            for sample in entry.samples:
                sys.stderr.write(f"{write(chosen.out, entry, sample)}\n")
    for pack in packs:
        if chosen.only in pack.name:
            sys.stderr.write(f"{write_pack(chosen.out, pack)}\n")
    if chosen.only in "waves":
        for place in write_waves(chosen.out):
            sys.stderr.write(f"{place}\n")
    (chosen.out / "manifest.yaml").write_text(
        manifest((*SEEN, *RELEASED, *SUPPLIERS, *UNSEEN), packs), encoding="utf-8"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
