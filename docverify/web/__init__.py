"""The web page: parse, ask, show. Nothing is decided here; every verdict comes from `docverify.verify`."""
