"""The HTTP API held against its description: no server error, nothing undescribed; and what a program needs."""

import json

import jsonschema
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case
from schemathesis.checks import CHECKS

from docverify.web.api import _description
from docverify.web.app import ROUTES
from tests.web.running import ROOT, SAMPLE, Server, Visitor

EXAMPLES = 12
schema = schemathesis.openapi.from_dict(_description())
# Names of headers and methods that are not described are the server's business, not the schema's.
HELD = [
    CHECKS.get_one(name) for name in ("not_a_server_error", "status_code_conformance", "response_schema_conformance")
]


@schema.parametrize()
@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
def test_the_api_answers_as_it_is_described(case: Case, server: Server) -> None:
    case.call_and_validate(base_url=server.url, checks=HELD, headers={"sec-fetch-site": "none"})


def test_every_route_of_the_api_is_described() -> None:
    described = {
        (m.upper(), path) for path, verbs in _description()["paths"].items() for m in verbs if m != "parameters"
    }
    served = {(e.method, e.path) for e in ROUTES if e.path.startswith("/api/") and "openapi" not in e.path}
    assert described == served


def test_the_description_is_served(visitor: Visitor) -> None:
    assert visitor.http.get("/api/v1/openapi.json").json()["info"]["title"] == "docverify"


def test_the_result_is_that_of_the_command_line(visitor: Visitor, checked_pack: str) -> None:
    answer = visitor.http.get(f"/api/v1{checked_pack}/result").json()
    published = json.loads((ROOT / "docverify" / "report" / "result.schema.json").read_text("utf-8"))
    jsonschema.validate(answer, published)


def test_the_same_key_makes_one_pack(visitor: Visitor) -> None:
    key = {"idempotency-key": "nightly-1"}
    first = visitor.http.post("/api/v1/packs", json={"name": "Nightly"}, headers=key).json()
    again = visitor.http.post("/api/v1/packs", json={"name": "Nightly"}, headers=key).json()
    other = visitor.http.post("/api/v1/packs", json={"name": "Nightly"}).json()
    assert first["id"] == again["id"] != other["id"]


def test_a_program_sends_a_pack_with_its_shipment_and_takes_the_report(visitor: Visitor) -> None:
    pack = visitor.http.post("/api/v1/packs", json={"name": "By program", "markets": ["EU"]}).json()["id"]
    path = f"/api/v1/packs/{pack}"
    for paper in (SAMPLE / "01_declaration.pdf", SAMPLE / "03_safety_report.pdf"):
        sent = visitor.http.put(f"{path}/files", content=paper.read_bytes(), headers={"x-name": paper.name})
        assert sent.status_code == 201
    shipment = (SAMPLE.parent / "shipment.yaml").read_bytes()
    assert visitor.http.put(f"{path}/shipment", content=shipment).status_code == 202
    assert visitor.http.post(f"{path}/check").status_code == 202
    assert visitor.settled(f"/packs/{pack}") == "done"
    assert visitor.http.get(f"{path}/shipment").content == shipment
    assert visitor.http.get(f"{path}/report/pdf").content.startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"{", "no JSON"),
        (b"[]", "JSON object"),
        (b'{"markets": ["Atlantis"]}', "no market"),
        (b'{"markets": "EU"}', "list"),
        (b'{"name": 3}', "a text"),
        (b'{"placed_on_market": "soon"}', "not a date"),
    ],
)
def test_a_wrong_request_is_told_what_is_wrong(visitor: Visitor, body: bytes, words: str) -> None:
    answer = visitor.http.post("/api/v1/packs", content=body)
    assert answer.status_code == 400 and words in answer.json()["error"]


def test_a_shipment_that_is_none_is_refused_with_its_line(visitor: Visitor) -> None:
    pack = visitor.http.post("/api/v1/packs", json={}).json()["id"]
    answer = visitor.http.put(f"/api/v1/packs/{pack}/shipment", content=b"shipment: x\nmarkets: [EU]\nwrong: 1\n")
    assert answer.status_code == 400 and "shipment.yaml:" in answer.json()["error"]
