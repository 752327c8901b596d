"""Another organization's object cannot be read, found, replaced, moved, copied, signed or deleted, by any path."""

from __future__ import annotations

import asyncio
import http.client
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit

import pytest
import pytest_asyncio

from tests.support.people import Person, join, put_member, rows
from tests.support.stacks import RunningStack

SECRET = b"canary of the other tenant"
REFUSED = (400, 401, 403, 404)
Answer = tuple[int, bytes]


@dataclass(frozen=True, slots=True)
class Scene:
    """A and B, and B's object."""

    a: Person
    b: Person
    viewer: Person
    stack: RunningStack
    name: str

    async def send(
        self, person: Person, method: str, path: str, body: Any = None, content_type: str = "text/plain", **headers: str
    ) -> Answer:
        """The path goes out as it is written: clients tidy `..` away."""
        data = json.dumps(body).encode() if isinstance(body, dict) else body
        kind = "application/json" if isinstance(body, dict) else content_type
        sent = person.headers | ({"content-type": kind} if data is not None else {}) | headers

        def exchange() -> Answer:
            connection = http.client.HTTPConnection(urlsplit(self.stack.url).netloc, timeout=30)
            connection.request(method, f"/storage/v1{path}", data, sent)
            response = connection.getresponse()
            answer = response.status, response.read()
            connection.close()
            return answer

        return await asyncio.to_thread(exchange)

    def stored(self) -> list[Any]:
        """All that is kept of B's folder."""
        return rows(
            self.stack, "select name, metadata, updated_at, version from storage.objects where name like %s order by 1",
            f"{self.b.organization}/%",
        )  # fmt: skip

    async def is_unharmed(self) -> bool:
        return await self.send(self.b, "GET", f"/object/assets/{self.name}") == (200, SECRET)


@pytest_asyncio.fixture(scope="module")
async def scene(stack: RunningStack) -> AsyncIterator[Scene]:
    a, b, viewer = await join(stack, "files-a"), await join(stack, "files-b"), await join(stack, "files-viewer")
    put_member(stack, a.organization, viewer, "viewer")
    scene = Scene(a, b, viewer, stack, f"{b.organization}/secret.txt")
    for person, name in ((b, scene.name), (a, f"{a.organization}/own.txt")):
        assert (await scene.send(person, "POST", f"/object/assets/{name}", SECRET))[0] == 200
    yield scene


def attempts(person: Person, target: str, other: str, suffix: str) -> dict[str, tuple[str, str, Any]]:
    """Everything that can be done to `target`; `other` is an object of the person who tries."""
    mine = f"{person.organization}/{suffix}"
    return {
        "get": ("GET", f"/object/assets/{target}", None),
        "get, authenticated": ("GET", f"/object/authenticated/assets/{target}", None),
        "get, public": ("GET", f"/object/public/assets/{target}", None),
        "head": ("HEAD", f"/object/assets/{target}", None),
        "information": ("GET", f"/object/info/assets/{target}", None),
        "information, authenticated": ("GET", f"/object/info/authenticated/assets/{target}", None),
        "image": ("GET", f"/render/image/authenticated/assets/{target}", None),
        "sign": ("POST", f"/object/sign/assets/{target}", {"expiresIn": 60}),
        "sign an upload": ("POST", f"/object/upload/sign/assets/{target}", {}),
        "copy from": (
            "POST", "/object/copy", {"bucketId": "assets", "sourceKey": target, "destinationKey": f"{mine}-copy"},
        ),
        "copy over": ("POST", "/object/copy", {"bucketId": "assets", "sourceKey": other, "destinationKey": target}),
        "replace": ("PUT", f"/object/assets/{target}", b"theirs"),
        "upload": ("POST", f"/object/assets/{target}", b"theirs"),
        "move over": ("POST", "/object/move", {"bucketId": "assets", "sourceKey": other, "destinationKey": target}),
        "move away": (
            "POST", "/object/move", {"bucketId": "assets", "sourceKey": target, "destinationKey": f"{mine}-moved"},
        ),
        "delete": ("DELETE", f"/object/assets/{target}", None),
    }  # fmt: skip


# Not in the embedded Storage, or not for a private bucket; refused to A all the same.
NOT_HERE = ("get, public", "image", "delete")
WAYS = tuple(attempts(Person("", None, None, {}), "", "", ""))  # type: ignore[arg-type]


@pytest.mark.parametrize("way", WAYS)
async def test_the_object_of_another_organization(scene: Scene, way: str) -> None:
    before = scene.stored()
    method, path, body = attempts(scene.a, scene.name, f"{scene.a.organization}/own.txt", way.replace(" ", ""))[way]
    for headers in ({}, {"x-organization-id": str(scene.b.organization)}, {"x-upsert": "true"}):
        status, text = await scene.send(scene.a, method, path, body, **headers)
        assert status in REFUSED, (status, text)
        assert SECRET not in text
    assert scene.stored() == before
    assert await scene.is_unharmed()


async def test_many_at_once(scene: Scene) -> None:
    before = scene.stored()
    for prefix in ("", str(scene.b.organization), f"{scene.b.organization}/", "%", f"{scene.a.organization}/../"):
        status, text = await scene.send(scene.a, "POST", "/object/list/assets", {"prefix": prefix, "limit": 100})
        assert status in (200, *REFUSED)
        assert b"secret.txt" not in text
        assert str(scene.b.organization).encode() not in text
    _, text = await scene.send(scene.a, "POST", "/object/sign/assets", {"expiresIn": 60, "paths": [scene.name]})
    assert b"token=" not in text
    await scene.send(scene.a, "DELETE", "/object/assets", {"prefixes": [scene.name, f"{scene.b.organization}"]})
    for method, path in (("DELETE", "/bucket/assets"), ("POST", "/bucket/assets/empty"), ("PUT", "/bucket/assets")):
        status, _ = await scene.send(scene.a, method, path, {"public": True} if method == "PUT" else {})
        assert status in REFUSED, path
    assert rows(scene.stack, "select public from storage.buckets where id = 'assets'") == [(False,)]
    assert scene.stored() == before
    assert await scene.is_unharmed()


def disguises(a: Person, target: str) -> list[str]:
    """Other spellings of B's path, from inside A's folder and without."""
    ups = ("/../", "/..%2f", "%2f..%2f", "/%2e%2e/", "/%2e%2e%2f", "/%252e%252e%252f", "/..%252f", "/..\\", "/..%5c",
           "/....//", "/.;/../", "/%c0%ae%c0%ae/", "//../", "/%00/../")  # fmt: skip
    slashes, wide = target.replace("/", "%2f"), quote(target.encode("utf-16").decode("latin-1"))
    outside = (
        f"../assets/{target}", f"%2e%2e/assets/{target}", f"..%2fassets%2f{slashes}", slashes,
        target.replace("/", "%252f"), f"/{target}", f"./{target}", f"%2f{slashes}", f"{target}%00.txt",
        f"{target}?organization={a.organization}", target.upper(), wide,
    )  # fmt: skip
    return [*(f"{a.organization}{up}{target}" for up in ups), *outside]


@pytest.mark.parametrize("method", ["GET", "PUT", "POST", "DELETE", "sign"])
async def test_a_disguised_path(scene: Scene, method: str) -> None:
    """Whatever name A's request ends up as, it is never B's; where it is A's own, only A has it."""
    before = scene.stored()
    for path in disguises(scene.a, scene.name):
        if method == "sign":
            status, text = await scene.send(scene.a, "POST", f"/object/sign/assets/{path}", {"expiresIn": 60})
        else:
            body = b"theirs" if method in ("PUT", "POST") else None
            status, text = await scene.send(scene.a, method, f"/object/assets/{path}", body, **{"x-upsert": "true"})
        assert status in (200, *REFUSED), (path, status, text)
        assert SECRET not in text, path
        if method == "GET" and status == 200:
            assert text == b"theirs", "A's own, of that odd name"
        if method == "sign" and status == 200:
            _, signed = await scene.send(scene.a, "GET", json.loads(text)["signedURL"])
            assert signed == b"theirs", path
        assert scene.stored() == before, path
    assert await scene.is_unharmed()


async def test_a_viewer_changes_nothing(scene: Scene) -> None:
    own = f"{scene.a.organization}/own.txt"
    assert await scene.send(scene.viewer, "GET", f"/object/assets/{own}") == (200, SECRET), "reads"
    for way in ("replace", "upload", "move away", "delete", "copy from", "sign an upload"):
        method, path, body = attempts(scene.a, own, own, "of-viewer")[way]
        status, text = await scene.send(scene.viewer, method, path, body, **{"x-upsert": "true"})
        assert status in REFUSED, (way, status, text)
    assert (await scene.send(scene.viewer, "POST", f"/object/assets/{scene.a.organization}/new.txt", b"x"))[
        0
    ] in REFUSED
    assert await scene.send(scene.a, "GET", f"/object/assets/{own}") == (200, SECRET)


@pytest.mark.parametrize("way", [way for way in WAYS if way not in NOT_HERE])
async def test_the_owner_can(scene: Scene, way: str) -> None:
    """The same requests work for the one whose object it is, so that the refusals mean something."""
    key = way.replace(" ", "").replace(",", "")
    target, other = f"{scene.b.organization}/{key}.txt", f"{scene.b.organization}/{key}-other.txt"
    wants_none = way in ("upload", "copy over", "move over", "sign an upload")
    for name in [other] + [target] * (not wants_none):
        assert (await scene.send(scene.b, "POST", f"/object/assets/{name}", SECRET))[0] == 200
    method, path, body = attempts(scene.b, target, other, key)[way]
    status, text = await scene.send(scene.b, method, path, body)
    assert status == 200, text


async def test_the_owner_finds_and_deletes_many(scene: Scene) -> None:
    name = f"{scene.b.organization}/gone.txt"
    assert (await scene.send(scene.b, "POST", f"/object/assets/{name}", SECRET))[0] == 200
    _, listed = await scene.send(scene.b, "POST", "/object/list/assets", {"prefix": str(scene.b.organization)})
    assert b"secret.txt" in listed
    assert b"gone.txt" in listed
    _, signed = await scene.send(scene.b, "POST", "/object/sign/assets", {"expiresIn": 60, "paths": [name]})
    assert b"token=" in signed
    await scene.send(scene.b, "DELETE", "/object/assets", {"prefixes": [name]})
    assert name not in [row[0] for row in scene.stored()]
