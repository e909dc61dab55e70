"""Checks whether a supplier's papers cover exactly the EV chargers that ship."""

__version__ = "0.1.0"
