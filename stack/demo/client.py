"""What a frontend does, done with the official client: sign up, call, follow live, read the result."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, cast

from realtime import AsyncRealtimeChannel, RealtimeSubscribeStates
from supabase import AsyncClient, acreate_client

from stack.demo.errors import DemoError
from stack.demo.source import Source

PLATFORMS = ["tiktok", "x", "threads", "linkedin", "instagram", "email"]
ENDED = {"completed", "partial", "failed", "cancelled"}

Event = tuple[str, dict[str, Any]]


class Visitor:
    """A newly signed-up user of a running stack."""

    def __init__(self, client: AsyncClient, email: str, organization_id: str) -> None:
        """Use `sign_up`."""
        self.client = client
        self.email = email
        self.organization_id = organization_id

    @classmethod
    async def sign_up(cls, env: Mapping[str, str], language: str) -> Visitor:
        """Create an account through `/auth/v1` and find the organization that came with it."""
        client = await acreate_client(env["SUPABASE_URL"], env["SUPABASE_PUBLISHABLE_KEY"])
        email = f"demo-{secrets.token_hex(4)}@example.com"
        answer = await client.auth.sign_up(
            {
                "email": email,
                "password": secrets.token_urlsafe(18),
                "options": {"data": {"full_name": "Demo Creator", "language": language}},
            }
        )
        if answer.session is None:
            raise DemoError(
                "Sign-up gave no session; the stack asks for e-mail confirmation, which the demo cannot do."
            )
        profile = await client.table("profiles").select("active_organization_id").single().execute()
        row = cast("dict[str, Any]", profile.data)
        return cls(client, email, row["active_organization_id"])

    async def upload(self, source: Source) -> str:
        """Put a file under the organization's own path; return the path."""
        assert source.file is not None
        path = f"{self.organization_id}/demo/{int(time.time())}-{source.file.name}"
        content = await asyncio.to_thread(source.file.read_bytes)
        await self.client.storage.from_("assets").upload(path, content, {"content-type": source.media_type})
        return path

    async def create_generation(self, source: Source, tone: str, language: str) -> str:
        """Ask for posts on every platform; return the generation's id."""
        options: dict[str, Any] = {}
        if source.url:
            options["source_url"] = source.url
        elif source.file:
            options["source_path"] = await self.upload(source)
        answer = await self.client.rpc(
            "create_generation",
            {
                "p_input_content": source.text,
                "p_platforms": PLATFORMS,
                "p_tone": tone,
                "p_language": language,
                "p_options": options,
            },
        ).execute()
        return cast("dict[str, str]", answer.data)["generation_id"]

    async def generation(self, generation_id: str) -> dict[str, Any]:
        """Read the generation as it stands."""
        answer = await self.client.rpc("get_generation", {"p_generation_id": generation_id}).execute()
        return cast("dict[str, Any]", answer.data)

    @asynccontextmanager
    async def live(self) -> AsyncIterator[asyncio.Queue[Event]]:
        """Follow the organization's generations and jobs over Realtime, on private channels."""
        events: asyncio.Queue[Event] = asyncio.Queue()
        channels: list[AsyncRealtimeChannel] = []
        for topic, names in (("generations", ["generation", "generation_output"]), ("jobs", ["job_progress"])):
            channel = self.client.channel(
                f"org:{self.organization_id}:{topic}",
                {"config": {"private": True, "broadcast": None, "presence": None}},
            )
            for name in names:
                channel.on_broadcast(name, lambda message, name=name: events.put_nowait((name, message["payload"])))  # type: ignore[misc]
            await self._subscribe(channel)
            channels.append(channel)
        try:
            yield events
        finally:
            await self.client.remove_all_channels()

    async def _subscribe(self, channel: AsyncRealtimeChannel) -> None:
        states: list[tuple[RealtimeSubscribeStates, Exception | None]] = []
        await channel.subscribe(lambda state, error: states.append((state, error)))
        if not states or states[-1][0] != RealtimeSubscribeStates.SUBSCRIBED:
            raise DemoError(f"Realtime refused {channel.topic}: {states[-1][1] if states else 'no answer'}")
