"""The least a job table can do: claim and acknowledge by UPDATE … SKIP LOCKED. No leases, retries, quotas, history."""

from __future__ import annotations

import asyncio
import contextlib
import json

import asyncpg

from bench.queue.peers.protocol import Handled, Payload, Peer, Setting

SCHEMA = """
create table tasks (
  id bigint generated always as identity primary key,
  status smallint not null default 0,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  finished_at timestamptz
);
create index tasks_ready_idx on tasks (id) where status = 0;
create function wake() returns trigger language plpgsql as $$
begin
  perform pg_notify('tasks', '');
  return null;
end $$;
create trigger wake after insert on tasks for each statement execute function wake();
"""
INSERT = "insert into tasks (payload) select unnest($1::jsonb[])"
CLAIM = """
update tasks set status = 1
where id in (select id from tasks where status = 0 order by id for update skip locked limit $1)
returning id, payload
"""
FINISH = "update tasks set status = 2, finished_at = now() where id = any($1::bigint[])"


class Reference(Peer):
    """The bare table."""

    connection: asyncpg.Connection

    async def install(self) -> None:
        """Create the table, its partial index and one NOTIFY per statement."""
        connection = await asyncpg.connect(self.dsn)
        await connection.execute(SCHEMA)
        await connection.close()

    async def connect(self) -> None:
        """Open one connection."""
        self.connection = await asyncpg.connect(self.dsn)

    async def enqueue(self, payload: Payload) -> None:
        """Insert one row."""
        await self.connection.execute(INSERT, [json.dumps(payload)])

    async def enqueue_many(self, payloads: list[Payload]) -> None:
        """Insert all rows in one statement."""
        await self.connection.execute(INSERT, [json.dumps(payload) for payload in payloads])

    async def close(self) -> None:
        """Close the connection."""
        await self.connection.close()

    async def work(self, setting: Setting, handled: Handled, stop: asyncio.Event) -> None:
        """Loops of claim, handle, acknowledge, each on its own connection; asleep on LISTEN when there is nothing."""
        wake = asyncio.Condition()
        listener = await asyncpg.connect(self.dsn)

        async def notify() -> None:
            async with wake:
                wake.notify_all()

        await listener.add_listener("tasks", lambda *_: asyncio.ensure_future(notify()))

        async def loop() -> None:
            connection = await asyncpg.connect(self.dsn)
            claim, finish = await connection.prepare(CLAIM), await connection.prepare(FINISH)
            while not stop.is_set():
                rows = await claim.fetch(setting["batch"])
                for row in rows:
                    handled(json.loads(row["payload"])["n"])
                if rows:
                    await finish.fetch([row["id"] for row in rows])
                    continue
                async with wake:
                    with contextlib.suppress(TimeoutError):
                        await asyncio.wait_for(wake.wait(), 0.1)
            await connection.close()

        await asyncio.gather(*(loop() for _ in range(setting["loops"])))
        await listener.close()


PEER = Reference
