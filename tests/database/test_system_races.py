"""What must happen once, in order, or so often and no more, whoever does it at the same moment."""

from __future__ import annotations

import asyncio
from collections import Counter
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

from tests.support.database import Database
from tests.support.races import call, race

LINES = '[{"description": "Plan", "quantity": 1, "unit_amount": 10, "amount": 10}]'
DRAFT = f"select (public.draft_invoice(%s, '{LINES}', 'EUR')).id"


async def organization_of(connection: AsyncConnection[Any], user_id: UUID) -> UUID:
    answer = await call(connection, "select active_organization_id from public.profiles where id = %s", user_id)()
    assert isinstance(answer, UUID)
    return answer


async def test_a_bucket_admits_exactly_what_it_holds(database: Database) -> None:
    connections = [await database.connect() for _ in range(50)]
    for trial in range(5):
        query = "select private.take_rate_limit(%s, 20, 0.0001)::text"
        answers = await race([call(c, query, f"key {trial}") for c in connections])
        assert Counter(answers) == {"RATE_LIMITED": 30, "": 20}


async def test_invoice_numbers_have_no_gap_and_follow_the_dates(database: Database) -> None:
    """Thirty issue at once, a third of them rolls back: the numbers that stay are 1 to 20."""
    connections = [await database.connect(autocommit=False) for _ in range(30)]
    admin = await database.connect()
    organization = await organization_of(admin, await database.create_user())

    async def issue(number: int, connection: AsyncConnection[Any]) -> None:
        draft = await call(connection, DRAFT, organization)()
        await call(connection, "select (public.issue_invoice(%s)).sequence_number", draft)()
        await asyncio.sleep(0.005)
        await (connection.rollback() if number % 3 == 0 else connection.commit())

    await race([lambda n=n, c=c: issue(n, c) for n, c in enumerate(connections)])
    rows = await (
        await admin.execute(
            "select sequence_number, issued_at from public.invoices order by issued_at, sequence_number"
        )
    ).fetchall()
    assert [row[0] for row in rows] == list(range(1, 21))


async def test_one_draft_issued_many_times_takes_one_number(database: Database) -> None:
    connections = [await database.connect() for _ in range(20)]
    organization = await organization_of(connections[0], await database.create_user())
    draft = await call(connections[0], DRAFT, organization)()
    answers = await race([call(c, "select (public.issue_invoice(%s)).sequence_number", draft) for c in connections])
    assert answers == [1] * 20


async def test_a_payment_told_many_times_is_one_row(database: Database) -> None:
    connections = [await database.connect() for _ in range(30)]
    organization = await organization_of(connections[0], await database.create_user())
    query = "select (public.record_payment(%s, 'stripe', 'pi_1', 10, 'EUR', %s::public.payment_status)).id"
    states = ["pending", "failed", "succeeded"] * 10
    answers = await race([call(c, query, organization, s) for c, s in zip(connections, states, strict=True)])
    assert len(set(answers)) == 1
    rows = await (await connections[0].execute("select status::text from public.payments")).fetchall()
    assert rows == [("succeeded",)]


async def test_an_event_delivered_fifty_times_is_stored_once(database: Database) -> None:
    connections = [await database.connect() for _ in range(50)]
    query = "select (public.receive_webhook_event('stripe', 'evt_1', 'invoice.paid', '{}') ->> 'is_duplicate')::boolean"
    answers = await race([call(c, query) for c in connections])
    assert Counter(answers) == {True: 49, False: 1}
    assert await call(connections[0], "select count(*) from public.webhook_events")() == 1


async def test_a_receipt_that_rolls_back_leaves_room_for_the_next(database: Database) -> None:
    first, second = await database.connect(autocommit=False), await database.connect()
    query = "select (public.receive_webhook_event('stripe', 'evt_1', 'invoice.paid', '{}') ->> 'is_duplicate')::boolean"
    assert await call(first, query)() is False
    waiting = asyncio.create_task(call(second, query)())  # type: ignore[arg-type]
    await asyncio.sleep(0.1)
    assert not waiting.done()
    await first.rollback()
    assert await waiting is False


async def test_events_of_a_subject_are_processed_one_after_the_other(database: Database) -> None:
    """Eight workers on five subjects: each event once, in order, and never two of a subject at a time."""
    admin = await database.connect()
    await admin.execute(
        "select public.receive_webhook_event('stripe', 'evt_' || n, 'test', to_jsonb(n), 'sub_' || n % 5,"
        " now() - (200 - n) * interval '1 second') from generate_series(1, 100) as n"
    )
    done: list[tuple[str, int]] = []
    busy: set[str] = set()

    async def work(name: str) -> None:
        connection = await database.connect()
        idle = 0
        while idle < 20:
            cursor = await connection.execute(
                "select id, attempts, subject, payload from public.claim_webhook_events(%s, 3)", (name,)
            )
            rows = await cursor.fetchall()
            idle = 0 if rows else idle + 1
            for _, _, subject, _ in rows:
                assert subject not in busy
                busy.add(subject)
            for event, attempt, subject, payload in rows:
                done.append((subject, payload))
                # Others may claim the next one as soon as this is committed.
                busy.discard(subject)
                await connection.execute("select public.complete_webhook_event(%s, %s)", (event, attempt))
            if not rows:
                await asyncio.sleep(0.01)

    await asyncio.gather(*(work(f"w{n}") for n in range(8)))
    assert len(done) == len(set(done)) == 100
    for subject in {name for name, _ in done}:
        order = [payload for name, payload in done if name == subject]
        assert order == sorted(order)


async def test_an_older_event_that_comes_late_waits_for_the_one_in_work(database: Database) -> None:
    first, second = await database.connect(autocommit=False), await database.connect()
    receive = "select public.receive_webhook_event('stripe', %s, 'test', '{}', 'sub', now() - %s::interval)::text"
    claim = "select array_agg(event_id) from public.claim_webhook_events('w')"
    await call(second, receive, "newer", "1 minute")()
    assert await call(first, claim)() == ["newer"]
    await call(second, receive, "older", "2 minutes")()
    assert await call(second, claim)() is None
    await first.commit()
    assert await call(second, claim)() is None
    await second.execute("select public.complete_webhook_event(id, 1) from public.webhook_events where attempts = 1")
    assert await call(second, claim)() == ["older"]


async def test_a_request_repeated_at_once_is_done_once(database: Database) -> None:
    """In one transaction each: those that come second wait for the answer of the first."""
    connections = [await database.connect(autocommit=False) for _ in range(20)]
    organization = await organization_of(connections[0], await database.create_user())
    await connections[0].execute("create table public.effects (id bigint generated always as identity)")
    await connections[0].commit()

    async def request(connection: AsyncConnection[Any]) -> Any:
        begin = "select private.begin_idempotent(%s, 'key', 'endpoint', repeat('a', 64)) -> 'response'"
        if (answer := await call(connection, begin, organization)()) is None:
            answer = await call(connection, "insert into public.effects default values returning id")()
            await connection.execute(
                "select private.finish_idempotent(%s, 'key', 'endpoint', to_jsonb(%s))", (organization, answer)
            )
        await connection.commit()
        return answer

    answers = await race([lambda c=c: request(c) for c in connections])
    assert answers == [1] * 20


async def test_totals_are_the_sum_of_concurrent_entries(database: Database) -> None:
    connections = [await database.connect() for _ in range(20)]
    users = [await database.create_user() for _ in range(3)]
    organizations = [await organization_of(connections[0], user) for user in users]
    entries = (
        "["
        + ", ".join(
            f'{{"organization_id": "{organization}", "api_provider": "{provider}", "quota_cost": 1}}'
            for organization in organizations
            for provider in ("youtube", "gemini")
        )
        + "]"
    )
    backwards = "[" + ", ".join(reversed(entries[1:-1].replace("}, ", "}\n").split("\n"))) + "]"

    async def write(number: int, connection: AsyncConnection[Any]) -> None:
        for _ in range(10):
            await connection.execute("select public.record_api_usage(%s)", (backwards if number % 2 else entries,))

    answers = await race([lambda n=n, c=c: write(n, c) for n, c in enumerate(connections)])
    assert answers == [None] * 20
    rows = await (
        await connections[0].execute("select distinct request_count, total_quota_cost from public.api_usage_monthly")
    ).fetchall()
    assert rows == [(200, 200)]


async def test_a_delivery_goes_to_one_worker(database: Database) -> None:
    admin = await database.connect()
    organization = await organization_of(admin, await database.create_user())
    await admin.execute(
        "insert into public.webhook_endpoints (organization_id, url, event_types, vault_secret_name)"
        " values (%s, 'https://hooks.example.com', '{post.published}', 'x')",
        (organization,),
    )
    await admin.execute("select private.emit_event(%s, 'post.published') from generate_series(1, 60)", (organization,))
    connections = [await database.connect() for _ in range(10)]
    query = "select array_agg(id) from public.claim_webhook_deliveries('w', 6)"
    claimed = [one for some in await race([call(c, query) for c in connections]) for one in some or []]
    assert len(claimed) == len(set(claimed)) == 60
