"""Labelled documents: what they print is known, so that what is read from them can be measured."""
