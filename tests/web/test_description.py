"""Schemathesis plays every role against the API's description: no 500, nothing that it doesn't describe."""

from __future__ import annotations

from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from newsroom import Open
from schemathesis import Case

from pipeline.model.accounts import Role
from pipeline.web.app import create_app


@pytest.mark.parametrize("role", [None, Role.READER, Role.ADMIN])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_api_answers_as_described_whatever_it_is_asked(desk: Open, role: Role | None) -> None:
    headers = {}
    if role:
        user = desk.site.gate.accounts.user("adi")
        assert user
        headers["Authorization"] = f"Bearer {desk.site.gate.make_token('test', role, by=user)}"

    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def play(case: Case[Any]) -> None:
        response = case.call(headers=headers)
        status = response.status_code
        assert str(status) in case.operation.definition.raw["responses"], case.as_curl_command()
        assert status < 500, case.as_curl_command()
        # An address that can't be one (a line break in a key) is not found before anybody is asked who they are.
        assert (status in (401, 404)) if role is None else (status != 401)

    schema = schemathesis.openapi.from_asgi("/api/v1/openapi.json", create_app(desk.site))
    for result in schema.get_all_operations():
        operation = result.ok()  # type: ignore[union-attr]  # a description that can't be read raises here
        given(case=operation.as_strategy())(play)()
