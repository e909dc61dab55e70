"""Checks whether a supplier's papers cover exactly the EV chargers that ship."""
