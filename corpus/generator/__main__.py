"""`python -m corpus.generator [--out FOLDER] [--only WORD]`: draws the documents, the packs and the manifest."""

import argparse
import sys
from pathlib import Path

from corpus.generator.catalogue import SEEN
from corpus.generator.defects import every
from corpus.generator.held_out.catalogue import HELD_OUT
from corpus.generator.write import write, write_pack


def main(arguments: list[str] | None = None) -> int:
    """Draws everything; 0 when done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent.parent)
    parser.add_argument("--only", default="", help="only layouts whose name contains this")
    chosen = parser.parse_args(arguments)
    for entry in (*SEEN, *HELD_OUT):
        if chosen.only in entry.name:
            for sample in entry.samples:
                place = write(chosen.out, entry, sample)
                sys.stderr.write(f"{place}\n")
    for pack in every():
        if chosen.only in pack.name:
            sys.stderr.write(f"{write_pack(chosen.out, pack)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
