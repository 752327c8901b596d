"""What a frontend does, done with the official client: sign up, call, follow live, read the result."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from typing import Any, cast

from realtime import AsyncRealtimeChannel, RealtimeSubscribeStates
from supabase import AsyncClient, acreate_client

from stack.demo.errors import DemoError
from stack.demo.live import Event, Work
from stack.demo.source import Source

PLATFORMS = ["tiktok", "x", "threads", "linkedin", "instagram", "email"]
TOPICS = {
    "generations": ("generation", "generation_output", "text_generation"),
    "brand_voices": ("brand_voice",),
    "jobs": ("job_progress",),
}


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

    async def call(self, function: str, **arguments: Any) -> dict[str, Any]:
        """Call a function over `/rest/v1/rpc`."""
        answer = await self.client.rpc(function, arguments).execute()
        return cast("dict[str, Any]", answer.data)

    async def upload(self, source: Source) -> str:
        """Put a file under the organization's own path; return the path."""
        assert source.file is not None
        path = f"{self.organization_id}/demo/{int(time.time())}-{source.file.name}"
        content = await asyncio.to_thread(source.file.read_bytes)
        await self.client.storage.from_("assets").upload(path, content, {"content-type": source.media_type})
        return path

    async def create_generation(self, source: Source, tone: str, language: str) -> Work:
        """Ask for posts on every platform."""
        options: dict[str, Any] = {}
        if source.url:
            options["source_url"] = source.url
        elif source.file:
            options["source_path"] = await self.upload(source)
        asked = await self.call(
            "create_generation",
            p_input_content=source.text,
            p_platforms=PLATFORMS,
            p_tone=tone,
            p_language=language,
            p_options=options,
        )
        generation_id = asked["generation_id"]
        return Work("six posts", generation_id, lambda: self.call("get_generation", p_generation_id=generation_id))

    async def learn_voice(self, samples: Sequence[str]) -> Work:
        """Make a brand, the one that is used when none is named, and let its voice be learned from texts."""
        row = await self.client.table("brand_profiles").insert({"name": "Demo author"}).execute()
        brand_id = cast("list[dict[str, Any]]", row.data)[0]["id"]
        await self.call("set_default_brand_profile", p_brand_profile_id=brand_id)
        await self.call(
            "learn_brand_voice",
            p_brand_profile_id=brand_id,
            p_sources=[{"type": "text", "text": sample} for sample in samples],
        )
        return Work("brand voice", brand_id, lambda: self.call("get_brand_voice", p_brand_profile_id=brand_id))

    async def request(self, name: str, kind: str, **arguments: Any) -> Work:
        """Ask for titles, a script or seo_content, by `generate_<kind>`; it is read by `get_<kind>`."""
        generation_id = (await self.call(f"generate_{kind}", **arguments))["generation_id"]
        return Work(name, generation_id, lambda: self.call(f"get_{kind}", p_generation_id=generation_id))

    @asynccontextmanager
    async def live(self) -> AsyncIterator[asyncio.Queue[Event]]:
        """Follow what workers do for the organization over Realtime, on private channels."""
        events: asyncio.Queue[Event] = asyncio.Queue()
        for topic, names in TOPICS.items():
            channel = self.client.channel(
                f"org:{self.organization_id}:{topic}",
                {"config": {"private": True, "broadcast": None, "presence": None}},
            )
            for name in names:
                channel.on_broadcast(name, lambda message, name=name: events.put_nowait((name, message["payload"])))  # type: ignore[misc]
            await self._subscribe(channel)
        try:
            yield events
        finally:
            await self.client.remove_all_channels()

    async def _subscribe(self, channel: AsyncRealtimeChannel) -> None:
        states: list[tuple[RealtimeSubscribeStates, Exception | None]] = []
        await channel.subscribe(lambda state, error: states.append((state, error)))
        if not states or states[-1][0] != RealtimeSubscribeStates.SUBSCRIBED:
            raise DemoError(f"Realtime refused {channel.topic}: {states[-1][1] if states else 'no answer'}")
