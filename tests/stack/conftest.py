"""What the tests of the stack share: an HTTP client for it, and a few objects in its database to ask for."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

import httpx
import psycopg
import pytest
import pytest_asyncio
from filelock import FileLock

from tests.support import run_dir
from tests.support.stacks import RunningStack

SCHEMA = """
create table public.stack_probe (
  id integer primary key constraint stack_probe_small check (id < 100),
  note text,
  plan text not null default 'free',
  tags text[],
  data jsonb,
  seen_at timestamptz not null default '2026-01-31 12:00:00+00'
);
alter table public.stack_probe enable row level security;
create policy stack_probe_all on public.stack_probe to authenticated using (true) with check (true);
grant select (id, note, tags, data, seen_at), insert (id, note, tags, data), update (note)
  on public.stack_probe to authenticated;
grant select, insert, update, delete on public.stack_probe to service_role;
create table public.stack_probe_hidden (id integer);
create table public.stack_probe_numbers (
  id integer primary key, price numeric(12, 6), big numeric, whole bigint, real double precision, prices numeric[]
);
alter table public.stack_probe_numbers enable row level security;
create policy stack_probe_numbers_all on public.stack_probe_numbers to authenticated using (true) with check (true);
grant select, insert, update on public.stack_probe_numbers to authenticated;
insert into public.stack_probe_numbers values
  (1, 0.000100, 12345678901234567890.5, 9007199254740993, 0.25, '{1.50,2}'), (2, 7, -3, -4, 'NaN', null),
  (3, null, 'NaN', null, 1e300, '{}');
create function public.stack_probe_total() returns numeric language sql stable as $$
  select 12.340
$$;
create function public.stack_probe_prices() returns table (id integer, price numeric) language sql stable as $$
  select n.id, n.price from public.stack_probe_numbers as n where n.id < 3 order by n.id
$$;
grant execute on function public.stack_probe_total(), public.stack_probe_prices() to authenticated;

create function public.stack_probe_context() returns jsonb language sql stable as $$
  select jsonb_build_object(
    'role', current_user, 'uid', auth.uid(), 'timeout', current_setting('statement_timeout'),
    'headers', nullif(current_setting('request.headers', true), '')::jsonb,
    'method', current_setting('request.method', true), 'path', current_setting('request.path', true)
  )
$$;
create function public.stack_probe_echo(
  p_json jsonb default null, p_texts text[] default null, p_number integer default null, p_flag boolean default null,
  p_time timestamptz default null, p_ids uuid[] default null
) returns jsonb language sql immutable as $$
  select jsonb_build_object(
    'kind', jsonb_typeof(p_json), 'json', p_json, 'texts', p_texts, 'number', p_number, 'flag', p_flag,
    'time', p_time, 'ids', p_ids
  )
$$;
create function public.stack_probe_raise(p_state text) returns void language plpgsql as $$
begin
  raise exception 'raised on purpose' using errcode = p_state, detail = 'some detail', hint = 'some hint';
end;
$$;
create function public.stack_probe_sleep(p_seconds numeric) returns text language sql volatile as $$
  select 'slept' from pg_sleep(p_seconds)
$$;
notify pgrst, 'reload schema';
"""
DROP = """
drop function if exists public.stack_probe_total(), public.stack_probe_prices();
drop table if exists public.stack_probe, public.stack_probe_hidden, public.stack_probe_numbers;
drop function if exists public.stack_probe_context();
drop function if exists public.stack_probe_echo(jsonb, text[], integer, boolean, timestamptz, uuid[]);
drop function if exists public.stack_probe_raise(text);
drop function if exists public.stack_probe_sleep(numeric);
notify pgrst, 'reload schema';
"""


@pytest_asyncio.fixture(scope="session")
async def http(stack: RunningStack) -> AsyncIterator[httpx.AsyncClient]:
    """A plain client without any key."""
    async with httpx.AsyncClient(base_url=stack.url, timeout=30) as client:
        yield client


@pytest.fixture(scope="module")
def probe_lock() -> Iterator[None]:
    """The stack is one for all processes of a run: the files that use the probe take turns."""
    with FileLock(run_dir.current() / "probe.lock"):
        yield


@pytest_asyncio.fixture(scope="module")
async def probe(probe_lock: None, stack: RunningStack, http: httpx.AsyncClient) -> AsyncIterator[None]:
    """The objects above, visible to the API; closed default privileges are the reason for the grants."""
    async with await psycopg.AsyncConnection.connect(stack.database_url, autocommit=True) as connection:
        await connection.execute(DROP.encode())
        await connection.execute(SCHEMA.encode())
        await connection.execute(
            b"grant execute on function public.stack_probe_context(), public.stack_probe_sleep(numeric),"
            b" public.stack_probe_raise(text),"
            b" public.stack_probe_echo(jsonb, text[], integer, boolean, timestamptz, uuid[])"
            b" to anon, authenticated, service_role"
        )
        for _ in range(100):
            answer = await http.post("/rest/v1/rpc/stack_probe_context", headers={"apikey": stack.publishable_key})
            if answer.status_code == 200:
                break
            await asyncio.sleep(0.1)
        yield
        await connection.execute(DROP.encode())
