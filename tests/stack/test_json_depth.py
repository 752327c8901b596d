"""Bodies nested deeper than any parser behind can take are refused at the gate."""

from __future__ import annotations

import httpx
import pytest

from stack.gateway.json_depth import MAX_DEPTH, is_too_deep
from tests.support.stacks import RunningStack

OVER = MAX_DEPTH + 1


@pytest.mark.parametrize(
    "body",
    [
        b"[" * OVER + b"]" * OVER,
        b'{"a":' * OVER + b"1" + b"}" * OVER,
        b'[{"a":' * MAX_DEPTH + b"1" + b"}]" * MAX_DEPTH,
        b"[" * OVER,  # it never closes: still nothing to hand to a parser
        rb'"a\\"' + b"[" * OVER,  # the string ends before the brackets
        b"[] " * 500_000 + b"[" * OVER,  # in the last block of several
        b"[" * 300 + b" " * 3_000_000 + b"[" * 300,  # across blocks
    ],
)
def test_too_deep(body: bytes) -> None:
    assert is_too_deep(body)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"[" * MAX_DEPTH + b"]" * MAX_DEPTH,
        b"[" + b"[]," * 100_000 + b"[]]",
        b'["' + b"[{" * 5000 + b'"]',
        rb'["\"' + b"[" * 5000 + b'"]',
        rb'{"a\\\"": "' + b"{" * 5000 + b'"}',
        b'"' + b"[" * 5000,  # a string that never ends holds no brackets
    ],
)
def test_not_too_deep(body: bytes) -> None:
    assert not is_too_deep(body)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/rest/v1/rpc/get_quotas", {"code": "PGRST102"}),
        ("/rest/v1/organizations", {"code": "PGRST102"}),
        ("/auth/v1/signup", {"code": 400, "error_code": "bad_json"}),
    ],
)
async def test_the_answer_is_that_of_an_unreadable_body(
    stack: RunningStack, http: httpx.AsyncClient, path: str, code: dict[str, object]
) -> None:
    body = b'{"a":' * 5000 + b"1" + b"}" * 5000
    headers = {"apikey": stack.publishable_key, "content-type": "application/json"}
    answer = await http.post(path, headers=headers, content=body)
    assert answer.status_code == 400, answer.text
    assert {name: answer.json().get(name) for name in code} == code
