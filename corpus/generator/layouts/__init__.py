"""Layouts that developers of extraction may look at, one module a kind."""
