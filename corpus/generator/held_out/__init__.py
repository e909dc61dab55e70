"""Layouts held out from development: whoever works on extraction does not look here, so that the measure stays honest."""
