"""/storage/v1 with the official client, and /functions/v1."""

from __future__ import annotations

import httpx
import pytest
from storage3.exceptions import StorageApiError

from tests.support.stacks import RunningStack, sign_up


async def test_files_go_in_and_come_out(stack: RunningStack, http: httpx.AsyncClient) -> None:
    client = await sign_up(stack)
    organization = (await client.table("organizations").select("id").execute()).data[0]["id"]
    bucket = client.storage.from_("assets")
    name = f"{organization}/notes/a.txt"
    await bucket.upload(name, "héllo".encode(), {"content-type": "text/plain"})
    assert await bucket.download(name) == "héllo".encode()
    assert [item["name"] for item in await bucket.list(f"{organization}/notes")] == ["a.txt"]
    assert [(item["name"], item["id"]) for item in await bucket.list(organization)] == [("notes", None)]

    signed = (await bucket.create_signed_url(name, 60))["signedURL"]
    assert (await http.get(signed)).text == "héllo"
    assert (await http.get(signed + "x")).status_code >= 400
    several = await bucket.create_signed_urls([name, "nope/x.txt"], 60)
    assert (await http.get(several[0]["signedURL"])).text == "héllo"
    assert several[1]["error"]

    slot = await bucket.create_signed_upload_url(f"{organization}/b.txt")
    await bucket.upload_to_signed_url(f"{organization}/b.txt", slot["token"], b"later")
    await bucket.copy(f"{organization}/b.txt", f"{organization}/c.txt")
    await bucket.move(f"{organization}/c.txt", f"{organization}/d.txt")
    assert await bucket.download(f"{organization}/d.txt") == b"later"
    await bucket.remove([f"{organization}/d.txt"])
    with pytest.raises(StorageApiError):
        await bucket.download(f"{organization}/d.txt")

    headers = {"apikey": stack.publishable_key, "authorization": client.options.headers["Authorization"]}
    plain = await http.get(f"/storage/v1/object/authenticated/assets/{name}", headers=headers)
    assert (plain.status_code, plain.text) == (200, "héllo")


async def test_strangers_and_traversal_find_nothing(stack: RunningStack, http: httpx.AsyncClient) -> None:
    owner, stranger = await sign_up(stack), await sign_up(stack)
    organization = (await owner.table("organizations").select("id").execute()).data[0]["id"]
    name = f"{organization}/private.txt"
    await owner.storage.from_("assets").upload(name, b"mine", {"content-type": "text/plain"})
    with pytest.raises(StorageApiError):
        await stranger.storage.from_("assets").download(name)
    with pytest.raises(StorageApiError):
        await stranger.storage.from_("assets").upload(name, b"theirs", {"content-type": "text/plain", "upsert": "true"})
    headers = {"apikey": stack.secret_key}
    for path in ("..%2f..%2fkeys.json", "%2e%2e/%2e%2e/keys.json", "....//keys.json"):
        answer = await http.get(f"/storage/v1/object/assets/{path}", headers=headers)
        assert 400 <= answer.status_code < 500
        assert stack.jwt_secret not in answer.text


async def test_a_file_beyond_the_limit_is_refused(stack: RunningStack, http: httpx.AsyncClient) -> None:
    answer = await http.post(
        "/storage/v1/object/assets/x.txt",
        headers={"apikey": stack.secret_key, "content-type": "text/plain"},
        content=b"x" * (51 * 1024 * 1024),
    )
    assert answer.status_code == 413


async def test_a_function_answers(stack: RunningStack, http: httpx.AsyncClient) -> None:
    answer = await http.get("/functions/v1/health")
    assert (answer.status_code, answer.json()["status"]) == (200, "ok")
    assert (await http.delete("/functions/v1/health")).status_code == 405
    client = await sign_up(stack)
    assert b"ok" in await client.functions.invoke("health", invoke_options={"method": "GET"})


@pytest.mark.parametrize("name", ["nope", "_shared", "..", "a/b"])
async def test_a_function_that_is_not_there(stack: RunningStack, http: httpx.AsyncClient, name: str) -> None:
    answer = await http.get(f"/functions/v1/{name}", headers={"apikey": stack.publishable_key})
    assert answer.status_code == 404


async def test_functions_want_a_key_unless_configured_otherwise(http: httpx.AsyncClient) -> None:
    assert (await http.get("/functions/v1/nope")).status_code == 401
