"""Experiments that decide between ways of reading: small models against the rules, measured on labelled papers."""
