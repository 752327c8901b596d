"""An address is put on a canvas; who follows it sees it read, and a chat that is tied to it knows what it says."""

from __future__ import annotations

import asyncio
from typing import Any

from realtime import RealtimeSubscribeStates

from tests.support.stacks import RunningStack, sign_up
from tests.support.web import LoopbackListener, Request, serve
from tests.support.workers import inner_worker, until
from workers.handlers import answer_chat
from workers.handlers.read_content_piece import Result, Tools, read_content_piece
from workers.inputs.fetch import Fetcher
from workers.runtime.job import JobContext

SENTENCE = "The oldest sourdough in the village is fed with rye every single morning."


async def rows_of(request: Any) -> list[dict[str, Any]]:
    """What PostgREST answers."""
    return list((await request.execute()).data)


async def test_a_page_is_followed_from_its_address_to_an_answer(stack: RunningStack) -> None:
    may_answer = asyncio.Event()

    async def site(request: Request, writer: asyncio.StreamWriter) -> None:
        await may_answer.wait()
        body = SENTENCE.encode()
        status = "200 OK" if request.path == "/bread.txt" else "404 Not Found"
        head = (
            f"HTTP/1.1 {status}\r\nConnection: close\r\nContent-Type: text/plain\r\nContent-Length: {len(body)}\r\n\r\n"
        )
        writer.write(head.encode() + body)

    client = await sign_up(stack)
    [project] = await rows_of(client.table("projects").insert({"title": "Bread"}))
    [chat] = await rows_of(client.table("chat_interfaces").insert({"project_id": project["id"]}))
    pieces: dict[str, dict[str, Any]] = {}
    changed, joined = asyncio.Event(), asyncio.Event()
    topic = f"org:{project['organization_id']}:canvas:{project['id']}"
    private: Any = {"config": {"private": True}}
    channel = client.channel(topic, private)
    await channel.on_broadcast("canvas", lambda message: changed.set()).subscribe(
        lambda state, error: joined.set() if state is RealtimeSubscribeStates.SUBSCRIBED else None
    )
    async with asyncio.timeout(10):
        await joined.wait()

    async def follow(title: str, status: str) -> None:
        """As a frontend does: whenever the canvas says so, read the rows again."""
        async with asyncio.timeout(40):
            while pieces.get(title, {}).get("processing_status") != status:
                await changed.wait()
                changed.clear()
                found = await rows_of(client.table("content_pieces").select("*").eq("project_id", project["id"]))
                pieces.update({row["title"]: row for row in found})

    async with serve(site) as web:
        fetcher = Fetcher(LoopbackListener(web.port), resolver=web.resolve)

        async def handle(ctx: JobContext) -> Result:
            return await read_content_piece(ctx, Tools(fetcher=lambda: fetcher))

        rows = [
            {"project_id": project["id"], "content_type": "text", "title": title, "source_url": web.url(path)}
            for title, path in (("Rye", "/bread.txt"), ("Lost", "/lost"))
        ]
        made = await rows_of(client.table("content_pieces").insert(rows))
        assert {row["processing_status"] for row in made} == {"pending"}
        async with inner_worker(
            kinds={"read_content_piece": handle, "answer_chat": answer_chat.handle}, database_url=stack.database_url
        ):
            await follow("Rye", "processing")
            may_answer.set()
            await follow("Rye", "completed")
            await follow("Lost", "failed")
            assert pieces["Rye"]["transcript"] == SENTENCE
            assert pieces["Lost"]["error_code"] == "URL_NOT_FOUND"
            assert pieces["Lost"]["error_message"].startswith("There is no page at this address. Correct it.")

            ties = [
                {
                    "project_id": project["id"],
                    "source_content_piece_id": row["id"],
                    "target_chat_interface_id": chat["id"],
                }
                for row in made
            ]
            await client.table("canvas_connections").insert(ties).execute()
            sent: Any = await client.rpc(
                "send_chat_message",
                {"p_chat_interface_id": chat["id"], "p_content": "What is the oldest sourdough fed with?"},
            ).execute()
            asked = sent.data["answer"]
            answer: dict[str, Any] = {}

            async def is_answered() -> bool:
                [found] = await rows_of(client.table("chat_messages").select("*").eq("id", asked["id"]))
                answer.update(found)
                return bool(answer["status"] not in ("pending", "streaming"))

            await until(is_answered, 40)
    assert f"“{SENTENCE}” (Rye)" in answer["content"]
    assert answer["content"].endswith("Could not be read: Lost.")
    await client.realtime.close()
