"""Turns an address and what stands in a field of its own under it ("Postcode and city") into one address."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from docverify.extraction.candidate import Candidate
from docverify.extraction.printed import joined

PART = "address_part"


def with_parts(candidates: Sequence[Candidate], addresses: Collection[str]) -> list[Candidate]:
    """The candidates, an address with what stands in a field of its own under it ("Postcode and city")."""
    found: list[Candidate] = []
    for candidate in candidates:
        if candidate.key != PART:
            found.append(candidate)
        elif found and found[-1].key in addresses and found[-1].page == candidate.page:
            found[-1] = replace(found[-1], value=joined([found[-1].value, candidate.value]))
    return found
