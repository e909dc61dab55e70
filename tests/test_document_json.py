"""Documents to JSON and back: whatever was read survives, and what a hostile child says is refused."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docverify.document_json import document_from_json, document_to_json, value_to_json
from docverify.facts.designation import ModelFamily
from docverify.facts.document import Document, DocumentKind, LanguageRange, UnreadPage
from docverify.facts.evidence import Evidence, Found, Origin
from docverify.facts.standard import StandardReference
from docverify.facts.version import Version

SHA = "cd" * 32
NUMBER = st.floats(min_value=0, max_value=1e6)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "issuer": st.text(max_size=30),
    "issued_on": st.dates(),
    "rated_voltage_v": NUMBER | st.tuples(NUMBER, st.none() | NUMBER),
    "standards": st.builds(
        StandardReference,
        designation=st.sampled_from(["EN 55032", "IEC 61851-1"]),
        edition=st.none() | st.sampled_from(["2015", "2019"]),
        amendments=st.sampled_from([(), ("A1:2020",), ("A1:2020", "A11:2020")]),
        draft=st.booleans(),
    ),
    "firmware_version": st.sampled_from(["1.8.4", "V2.x", "1.0 to 1.9"]).map(Version.parse),
    "models": st.sampled_from(["EVC-22", "BADCa-D (a can be 62, 82)", "EVC-xx"]).map(ModelFamily.parse),
}
SIDE = st.integers(0, 8000).map(lambda tenths: tenths / 10)
BOX = st.tuples(SIDE, SIDE, SIDE, SIDE)


def readings(value: st.SearchStrategy[Any]) -> st.SearchStrategy[Found[Any]]:
    """Readings of such a value, whose later boxes may stand on the next page."""
    places = st.tuples(BOX, st.lists(BOX, max_size=2), st.lists(BOX, max_size=2)).map(
        lambda t: (
            *(Evidence(SHA, 1, box) for box in (t[0], *t[1])),
            *(Evidence(SHA, 2, box) for box in t[2]),
        )
    )
    sure = st.integers(0, 1000).map(lambda thousandths: thousandths / 1000)
    return st.builds(Found, value, st.text(max_size=30), places, st.sampled_from(Origin), sure)


def entries(name: str) -> st.SearchStrategy[tuple[Found[Any], ...]]:
    """One or two readings of the field."""
    return st.lists(readings(VALUES[name]), min_size=1, max_size=2).map(tuple)


FIELDS = st.sets(st.sampled_from(sorted(VALUES))).flatmap(
    lambda names: st.fixed_dictionaries({name: entries(name) for name in sorted(names)})
)
DOCUMENTS = st.builds(
    Document,
    id=st.just(SHA[:16]),
    path=st.text(min_size=1, max_size=20),
    sha256=st.just(SHA),
    pages=st.just((1, 2)),
    kind=st.sampled_from(DocumentKind),
    scheme=st.none() | st.just("eu_doc"),
    why=st.text(max_size=20),
    languages=st.sampled_from([(), (LanguageRange("en", 1, 2),)]),
    unread_pages=st.sampled_from([(), (UnreadPage(2, "blank"),)]),
    fields=FIELDS,
)


@given(DOCUMENTS)
def test_every_document_survives_the_way_to_json_and_back(document: Document) -> None:
    encoded = document_to_json(document)
    again = document_from_json(json.loads(json.dumps(encoded)))
    assert document_to_json(again) == encoded
    assert {name: [entry.value for entry in found] for name, found in again.fields.items()} == {
        name: [entry.value for entry in found] for name, found in document.fields.items()
    }


@given(DOCUMENTS, st.sampled_from(["id", "path", "sha256", "pages", "kind", "why", "fields", "unread_pages"]))
def test_a_record_that_lacks_a_part_is_refused(document: Document, part: str) -> None:
    encoded = document_to_json(document)
    del encoded[part]
    with pytest.raises(ValueError, match="not a document record"):
        document_from_json(encoded)


@pytest.mark.parametrize(
    ("value", "encoded"),
    [
        (date(2026, 3, 14), "2026-03-14"),
        ((380.0, None), [380.0, None]),
        (Version.parse("V1.8.4"), "V1.8.4"),
        (
            StandardReference.parse("EN 55032:2015+A1:2020"),
            {"designation": "EN 55032", "edition": "2015", "amendments": ["A1:2020"]},
        ),
        ("as it is", "as it is"),
    ],
)
def test_a_value_has_the_shape_that_the_result_promises(value: Any, encoded: Any) -> None:
    assert value_to_json(value) == encoded
