"""Draws the labelled documents and packs of the corpus; for developers only, not part of the wheel."""
