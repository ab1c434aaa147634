"""What openapi.json promises is what is answered, whatever is asked."""

import json
from pathlib import Path
from typing import Any

import hypothesis
import pytest
import schemathesis
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from auditor.gate import app as gate_app
from auditor.gate.app import app
from auditor.gate.envelope import schema
from tests.gate.conftest import Making

TOKEN = "a-token-of-sixteen-or-more"
DESCRIBED: dict[str, Any] = json.loads((Path(gate_app.__file__).parent / "openapi.json").read_text("utf-8"))
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


@pytest.fixture
def described(serving: Making) -> Any:
    served = app(serving.server(token=TOKEN))
    return schemathesis.openapi.from_asgi("/openapi.json", served, headers={"authorization": f"Bearer {TOKEN}"})


OPERATIONS = [(path, method) for path, methods in DESCRIBED["paths"].items() for method in methods]


@pytest.mark.parametrize(("path", "method"), OPERATIONS)
def test_every_answer_is_as_described(described: Any, path: str, method: str) -> None:
    @hypothesis.given(case=described[path][method].as_strategy())
    @hypothesis.settings(max_examples=25, deadline=None, derandomize=True, database=None)
    def holds(case: schemathesis.Case) -> None:
        case.call_and_validate(headers={"authorization": f"Bearer {TOKEN}"}, checks=CHECKS)

    holds()


def test_the_envelope_is_described_as_it_is_read() -> None:
    real = json.dumps(schema()["$defs"]).replace("#/$defs/", "#/components/schemas/")
    assert {name: DESCRIBED["components"]["schemas"][name] for name in schema()["$defs"]} == json.loads(real)


def test_every_path_is_described(serving: Making) -> None:
    routes = {route.path for route in app(serving.server()).routes}  # type: ignore[attr-defined]
    assert set(DESCRIBED["paths"]) == routes - {"/", "/openapi.json"}
