"""/rest/v1 answers as PostgREST does where the product depends on it."""

from __future__ import annotations

import asyncio
import contextlib
from typing import Any
from uuid import uuid4

import httpx
import psycopg
import pytest
import pytest_asyncio

from stack.postgres import PostgresServer
from tests.support.stacks import RunningStack, access_token, sign_up

pytestmark = pytest.mark.usefixtures("probe")


@pytest_asyncio.fixture(scope="module")
async def user(stack: RunningStack) -> dict[str, str]:
    """Headers of a signed-in user."""
    token = await access_token(await sign_up(stack))
    return {"apikey": stack.publishable_key, "authorization": f"Bearer {token}"}


async def rpc(http: httpx.AsyncClient, name: str, headers: dict[str, str], **arguments: Any) -> httpx.Response:
    return await http.post(f"/rest/v1/rpc/{name}", headers=headers, json=arguments)


async def test_a_function_sees_the_request(http: httpx.AsyncClient, user: dict[str, str]) -> None:
    organization = str(uuid4())
    answer = await rpc(http, "stack_probe_context", user | {"x-organization-id": organization})
    context = answer.json()
    assert context["role"] == "authenticated"
    assert context["headers"]["x-organization-id"] == organization
    assert (context["method"], context["path"]) == ("POST", "/rpc/stack_probe_context")
    assert context["uid"]


async def test_a_table_request_carries_its_headers_too(
    stack: RunningStack, http: httpx.AsyncClient, user: dict[str, str]
) -> None:
    async with await psycopg.AsyncConnection.connect(stack.database_url, autocommit=True) as connection:
        await connection.execute(
            "create policy stack_probe_header on public.stack_probe as restrictive for select to authenticated"
            " using ((nullif(current_setting('request.headers', true), '')::json ->> 'x-organization-id') = 'mine')"
        )
        await connection.execute("insert into public.stack_probe (id, note) values (50, 'seen')")
        try:
            query = "/rest/v1/stack_probe?select=note&id=eq.50"
            assert (await http.get(query, headers=user)).json() == []
            assert (await http.get(query, headers=user | {"x-organization-id": "mine"})).json() == [{"note": "seen"}]
        finally:
            await connection.execute("drop policy stack_probe_header on public.stack_probe")


async def test_an_argument_may_have_a_name_that_sql_keeps_for_itself(
    http: httpx.AsyncClient, user: dict[str, str]
) -> None:
    answer = await rpc(http, "top_videos", user, limit=2, days=7)
    assert answer.status_code == 200, answer.text
    assert answer.json()["videos"] == []
    refused = await rpc(http, "top_videos", user, limit=0)
    assert (refused.status_code, refused.json()["code"]) == (422, "VALIDATION_ERROR")


async def test_a_key_of_a_table_outside_the_api_is_no_way_to_embed(
    http: httpx.AsyncClient, user: dict[str, str]
) -> None:
    """private.generated_content_materials leads from content to generations as well."""
    answer = await http.get("/rest/v1/generated_content?select=id,generations(status)", headers=user)
    assert (answer.status_code, answer.json()) == (200, [])
    answer = await http.get("/rest/v1/generated_content?select=id,generated_content_materials(id)", headers=user)
    assert (answer.status_code, answer.json()["code"]) == (400, "PGRST200")


ARGUMENTS: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"p_json": {"a": [1]}}, {"kind": "object", "json": {"a": [1]}}),
    ({"p_json": "text"}, {"kind": "string", "json": "text"}),
    ({"p_json": [1, "2"]}, {"kind": "array", "json": [1, "2"]}),
    ({"p_json": 7}, {"kind": "number"}),
    ({"p_json": False}, {"kind": "boolean"}),
    ({"p_json": None}, {"kind": None}),
    ({"p_texts": ['quote " and \\', None, "{a,b}"]}, {"texts": ['quote " and \\', None, "{a,b}"]}),
    ({"p_texts": []}, {"texts": []}),
    ({"p_flag": True, "p_number": -3}, {"flag": True, "number": -3}),
    ({"p_time": "2026-01-31T12:00:00Z"}, {"time": "2026-01-31T12:00:00+00:00"}),
]


@pytest.mark.parametrize(("sent", "wanted"), ARGUMENTS)
async def test_arguments_arrive_as_they_were_sent(
    http: httpx.AsyncClient, user: dict[str, str], sent: dict[str, Any], wanted: dict[str, Any]
) -> None:
    answer = await rpc(http, "stack_probe_echo", user, **sent)
    assert answer.status_code == 200, answer.text
    got = answer.json()
    assert {name: got[name] for name in wanted} == wanted


WRONG: list[Any] = ["text", 1.5, 99999999999, True, {}, [], [1], {"a": 1}, "\u0000", ""]


@pytest.mark.parametrize("parameter", ["p_texts", "p_number", "p_flag", "p_time", "p_ids"])
@pytest.mark.parametrize("value", WRONG, ids=repr)
async def test_a_wrong_type_is_never_a_server_error(
    http: httpx.AsyncClient, user: dict[str, str], parameter: str, value: Any
) -> None:
    answer = await rpc(http, "stack_probe_echo", user, **{parameter: value})
    assert answer.status_code < 500, answer.text
    if answer.status_code >= 400:
        assert answer.json()["code"]


@pytest.mark.parametrize("body", [b"{bad", b"", b"[]", b"null", b'"x"', b"1", b'{"unknown": 1}', b"\xff\xfe"])
@pytest.mark.parametrize("path", ["/rest/v1/rpc/stack_probe_raise", "/rest/v1/stack_probe"])
async def test_a_malformed_body_is_never_a_server_error(
    http: httpx.AsyncClient, user: dict[str, str], path: str, body: bytes
) -> None:
    answer = await http.post(path, headers=user | {"content-type": "application/json"}, content=body)
    assert answer.status_code < 500, answer.text


@pytest.mark.parametrize("value", WRONG, ids=repr)
@pytest.mark.parametrize("column", ["id", "tags", "note"])
async def test_a_wrong_column_value_is_never_a_server_error(
    http: httpx.AsyncClient, user: dict[str, str], column: str, value: Any
) -> None:
    answer = await http.post("/rest/v1/stack_probe", headers=user, json={"id": 99, column: value})
    assert answer.status_code < 500, answer.text
    await http.delete("/rest/v1/stack_probe?id=eq.99", headers=user)


@pytest.mark.parametrize(
    ("state", "status"),
    [
        ("P0001", 400), ("23514", 400), ("22P02", 400), ("23505", 409), ("23503", 409), ("42501", 403), ("21000", 400),
        ("PT418", 418), ("40001", 500), ("57014", 500), ("53300", 503), ("28000", 403), ("0A000", 400), ("XX000", 500),
        ("54000", 500),
    ],
)  # fmt: skip
async def test_errors_have_the_status_of_postgrest(
    http: httpx.AsyncClient, user: dict[str, str], state: str, status: int
) -> None:
    answer = await rpc(http, "stack_probe_raise", user, p_state=state)
    assert answer.status_code == status, answer.text
    body = answer.json()
    assert body["code"] == state
    assert body["message"] == "raised on purpose"


async def test_a_check_violation_is_a_400_with_its_code(http: httpx.AsyncClient, user: dict[str, str]) -> None:
    answer = await http.post("/rest/v1/stack_probe", headers=user, json={"id": 1000})
    assert (answer.status_code, answer.json()["code"]) == (400, "23514")


async def test_column_grants_hold(http: httpx.AsyncClient, user: dict[str, str]) -> None:
    for method, query, body in (
        ("GET", "?select=plan", None),
        ("POST", "", {"id": 60, "plan": "pro"}),
        ("PATCH", "?id=eq.60", {"plan": "pro"}),
        ("DELETE", "?id=eq.60", None),
    ):
        answer = await http.request(method, f"/rest/v1/stack_probe{query}", headers=user, json=body)
        assert (answer.status_code, answer.json()["code"]) == (403, "42501"), (method, answer.text)
    hidden = await http.get("/rest/v1/stack_probe_hidden", headers=user)
    assert (hidden.status_code, hidden.json()["code"]) == (403, "42501")


async def test_timestamps_are_iso(http: httpx.AsyncClient, user: dict[str, str]) -> None:
    made = await http.post(
        "/rest/v1/stack_probe?select=seen_at,data",
        headers=user | {"prefer": "return=representation"},
        json={"id": 61, "data": {"a": [1]}},
    )
    assert made.json() == [{"seen_at": "2026-01-31T12:00:00+00:00", "data": {"a": [1]}}]


async def test_privileges_are_the_same_before_and_after_the_first_request(
    stack: RunningStack, http: httpx.AsyncClient, user: dict[str, str]
) -> None:
    """The service behind would grant everything on its first use; here it has been used, and nothing was granted."""
    query = """
        select has_table_privilege('authenticated', 'public.stack_probe', 'delete'),
               has_table_privilege('anon', 'public.stack_probe', 'select'),
               has_column_privilege('authenticated', 'public.stack_probe', 'plan', 'update'),
               has_table_privilege('authenticated', 'public.stack_probe_hidden', 'select'),
               (select count(*) from pg_catalog.pg_default_acl as d
                where d.defaclacl::text ~ '(anon|authenticated|service_role)='
                  and d.defaclnamespace = 'public'::regnamespace)
    """
    async with await psycopg.AsyncConnection.connect(stack.database_url, autocommit=True) as connection:
        before = await (await connection.execute(query)).fetchone()
        await http.get("/rest/v1/stack_probe?select=id", headers=user)
        assert await (await connection.execute(query)).fetchone() == before == (False, False, False, False, 0)


async def test_its_login_role_could_not_grant_if_it_tried(stack: RunningStack) -> None:
    """What keeps the privileges closed is the role, not only the code that no longer asks."""
    server = PostgresServer(stack.directory / "postgres")
    async with await psycopg.AsyncConnection.connect(server.dsn(user="gateway"), autocommit=True) as gateway:
        with contextlib.suppress(psycopg.errors.InsufficientPrivilege):  # a warning or an error, by table
            await gateway.execute("grant all on all tables in schema public to anon, authenticated, service_role")
        with contextlib.suppress(psycopg.errors.InsufficientPrivilege):
            await gateway.execute("grant all on public.stack_probe to anon, authenticated, service_role")
        row = await (
            await gateway.execute(
                "select has_table_privilege('authenticated', 'public.stack_probe', 'delete'),"
                " has_table_privilege('anon', 'public.stack_probe', 'select')"
            )
        ).fetchone()
        assert row == (False, False)
        for statement in ("create table public.mine ()", "select * from pg_authid", "select * from cron.job"):
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                await gateway.execute(statement.encode())


async def test_statement_timeouts_follow_the_role(
    stack: RunningStack, http: httpx.AsyncClient, user: dict[str, str]
) -> None:
    anon = {"apikey": stack.publishable_key}
    context = [(await rpc(http, "stack_probe_context", headers)).json()["timeout"] for headers in (anon, user)]
    assert context == ["3s", "8s"]
    slow, fine = await asyncio.gather(
        rpc(http, "stack_probe_sleep", anon, p_seconds=3.6), rpc(http, "stack_probe_sleep", user, p_seconds=3.6)
    )
    assert (slow.status_code, slow.json()["code"]) == (500, "57014")
    assert (fine.status_code, fine.json()) == (200, "slept")


async def test_a_request_id_is_given_or_kept(http: httpx.AsyncClient, user: dict[str, str]) -> None:
    first = await rpc(http, "stack_probe_context", user)
    assert first.json()["headers"]["x-request-id"] == first.headers["x-request-id"]
    kept = await rpc(http, "stack_probe_context", user | {"x-request-id": "trace-12345678"})
    assert kept.headers["x-request-id"] == "trace-12345678"
    replaced = await rpc(http, "stack_probe_context", user | {"x-request-id": 'bad"id' * 50})
    assert replaced.headers["x-request-id"] != 'bad"id' * 50


async def test_a_body_beyond_the_limit_is_refused(http: httpx.AsyncClient, user: dict[str, str]) -> None:
    answer = await http.post("/rest/v1/stack_probe", headers=user, content=b" " * (17 * 1024 * 1024))
    assert answer.status_code == 413

    async def endless() -> Any:
        for _ in range(40):
            yield b" " * (1024 * 1024)

    streamed = await http.post("/rest/v1/stack_probe", headers=user, content=endless())
    assert streamed.status_code == 413


async def test_preflight_and_unknown_paths(http: httpx.AsyncClient) -> None:
    preflight = await http.options(
        "/rest/v1/stack_probe",
        headers={
            "origin": "http://x",
            "access-control-request-method": "POST",
            "access-control-request-headers": "apikey",
        },
    )
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == "*"
    assert (await http.get("/nothing/here")).status_code == 404
