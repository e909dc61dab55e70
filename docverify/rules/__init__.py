"""Rule packs and their evaluation. Sees facts only: no file, no clock, no PDF."""
