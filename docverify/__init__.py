"""Checks whether a supplier's papers cover exactly the EV chargers that ship.

The public names are loaded when first asked for: `docverify --help` and the hooks must not pay for PDFium and rules.
"""

from importlib import import_module

__version__ = "0.1.0"

_HOME = {
    "Conclusion": "docverify.facts.finding",
    "Document": "docverify.facts.document",
    "Dossier": "docverify.facts.dossier",
    "ExitCode": "docverify.errors",
    "Finding": "docverify.facts.finding",
    "Outcome": "docverify.facts.finding",
    "Result": "docverify.facts.result",
    "Shipment": "docverify.facts.shipment",
    "Verdict": "docverify.facts.finding",
    "verify_shipment": "docverify.verify",
}
__all__ = sorted(_HOME)


def __getattr__(name: str) -> object:
    """The public name, from the module it lives in."""
    if name not in _HOME:
        raise AttributeError(f"module 'docverify' has no attribute '{name}'")
    return getattr(import_module(_HOME[name]), name)
