"""The readers of values in running text, in one place: dates, ratings, acts, radios, connectors, standards."""

from docverify.extraction.acts import find_acts, normalise_act
from docverify.extraction.connectors import find_connectors
from docverify.extraction.dates import (
    DateCandidate,
    PrintedDate,
    day_first_evidence,
    find_dates,
    find_months,
    parse_date,
)
from docverify.extraction.quantities import field_of, find_ratings
from docverify.extraction.radios import find_radios
from docverify.extraction.spotted import Spotted
from docverify.facts.standard import find_standards
from docverify.facts.version import find_versions

__all__ = [
    "DateCandidate",
    "PrintedDate",
    "Spotted",
    "day_first_evidence",
    "field_of",
    "find_acts",
    "find_connectors",
    "find_dates",
    "find_months",
    "find_radios",
    "find_ratings",
    "find_standards",
    "find_versions",
    "normalise_act",
    "parse_date",
]
