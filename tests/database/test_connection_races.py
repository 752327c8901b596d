"""Consents, tokens, budgets and due work that many reach for at once go to one of them."""

from __future__ import annotations

import json
from typing import Any
from uuid import UUID

from psycopg import AsyncConnection

from tests.support.database import Database
from tests.support.races import call, race

TOKENS = json.dumps({"access_token": "a", "refresh_token": "r"})


async def value(connection: AsyncConnection[Any], query: str, *arguments: Any) -> Any:
    row = await (await connection.execute(query.encode(), arguments)).fetchone()
    return row[0] if row else None


async def signed_up(database: Database, connection: AsyncConnection[Any]) -> tuple[UUID, UUID]:
    person = await database.create_user()
    return person, await value(connection, "select active_organization_id from public.profiles where id = %s", person)


async def connected(connection: AsyncConnection[Any], organization: UUID, account: str = "u-1") -> UUID:
    identifier = await value(
        connection, "select public.store_connection(%s, 'youtube', %s, %s)", organization, account, TOKENS
    )
    return UUID(str(identifier))


async def test_one_of_twenty_finishes_a_consent(database: Database) -> None:
    connections = [await database.connect_as("service_role") for _ in range(20)]
    admin = await database.connect()
    person, organization = await signed_up(database, admin)
    begin = "select public.begin_oauth(%s, %s, 'https://app.test', 'x') ->> 'state'"
    consume = "select public.consume_oauth_state(%s, null, %s) ->> 'code_verifier'"
    for _ in range(5):
        state = await value(connections[0], begin, organization, person)
        answers = await race([call(c, consume, state, person) for c in connections])
        assert answers.count("VALIDATION_ERROR") == 19
        assert len([answer for answer in answers if answer and len(answer) == 43]) == 1
    assert await value(admin, "select count(*) from vault.secrets where name like 'oauth_state:%%'") == 0


async def test_reading_before_using_up_would_let_several_in(database: Database) -> None:
    """The race is real: a state that is looked up first and marked later is good for several."""
    connections = [await database.connect() for _ in range(20)]
    await connections[0].execute(
        """
        create table public.naive (consumed boolean);
        insert into public.naive values (false);
        create function public.naive() returns boolean language plpgsql as $$
        begin
          if (select consumed from public.naive) then
            return false;
          end if;
          perform pg_sleep(0.02);
          update public.naive set consumed = true;
          return true;
        end $$;
        """
    )
    assert (await race([call(c, "select public.naive()") for c in connections])).count(True) > 1


async def test_a_consent_given_twice_at_once_is_one_connection_with_one_secret(database: Database) -> None:
    connections = [await database.connect_as("service_role") for _ in range(10)]
    admin = await database.connect()
    _, organization = await signed_up(database, admin)
    store = "select public.store_connection(%s, 'youtube', 'u-1', %s)"
    answers = await race([call(c, store, organization, TOKENS) for c in connections])
    assert len(set(answers)) == 1
    assert await value(admin, "select count(*) from vault.secrets where name like 'connection:%%'") == 1


async def test_one_of_twenty_refreshes_replaces_the_tokens(database: Database) -> None:
    connections = [await database.connect_as("service_role") for _ in range(20)]
    admin = await database.connect()
    _, organization = await signed_up(database, admin)
    connection = await connected(connections[0], organization)
    rotate = "select public.rotate_connection_secret(%s, 1, %s)"
    fresh = [json.dumps({"access_token": f"fresh-{n}"}) for n in range(20)]
    answers = await race([call(c, rotate, connection, tokens) for c, tokens in zip(connections, fresh, strict=True)])
    assert sorted(answers, key=str) == [2, *["CONFLICT"] * 19]
    winner = json.loads(fresh[answers.index(2)])
    read = await value(connections[0], "select public.read_connection_secret(%s, 'test') -> 'secret'", connection)
    assert read == winner


async def test_fifty_workers_take_no_more_than_a_limit(database: Database) -> None:
    """Two limits on one resource: the smaller one decides, and what it refuses the other one keeps."""
    connections = [await database.connect() for _ in range(50)]
    connection = "11111111-1111-1111-1111-111111111111"
    take = (
        "select (private.take_budget('youtube', 'analytics_queries', 100, %s, 'app', null, %s::timestamptz)"
        " ->> 'granted')::boolean"
    )
    for minute in range(3):
        answers = await race([call(c, take, connection, f"2026-11-01 12:0{minute}:00+00") for c in connections])
        assert (answers.count(True), answers.count(False)) == (7, 43)
    used = "select sum(used)::integer from public.provider_budgets where provider_limit = %s"
    assert await value(connections[0], used, "youtube_analytics_queries_minute") == 2100
    assert await value(connections[0], used, "youtube_analytics_queries_day") == 2100


async def test_taking_and_giving_back_at_once_loses_nothing(database: Database) -> None:
    connections = [await database.connect_as("service_role") for _ in range(20)]
    admin = await database.connect()
    budget = await value(
        connections[0], "select (public.take_budget('youtube', 'units', 5000) -> 'budget_ids' -> 0)::bigint"
    )
    give = "select public.give_back_budget(array[%s::bigint], 100)"
    take = "select (public.take_budget('youtube', 'units', 50) ->> 'granted')::boolean"
    attempts = [call(c, give, budget) for c in connections[:10]] + [call(c, take) for c in connections[10:]]
    answers = await race(attempts)
    assert answers == [1] * 10 + [True] * 10
    assert await value(admin, "select used from public.provider_budgets where id = %s", budget) == 4500


async def test_there_is_one_first_choice_whoever_chooses(database: Database) -> None:
    admin = await database.connect()
    person, organization = await signed_up(database, admin)
    await admin.execute("select public.update_user_tier(%s, 'agency')", (person,))
    connection = await connected(admin, organization)
    accounts = json.dumps([{"platform_account_id": f"c{n}", "account_name": f"Channel {n}"} for n in range(10)])
    await admin.execute("select public.store_social_accounts(%s, %s)", (connection, accounts))
    rows = await (await admin.execute("select id from public.social_accounts order by 1")).fetchall()
    connections = [await database.connect_as_user(person) for _ in rows]
    choose = "select (public.update_social_account(%s, p_is_primary => true)).is_primary"
    for _ in range(3):
        assert await race([call(c, choose, row[0]) for c, row in zip(connections, rows, strict=True)]) == [True] * 10
        assert await value(admin, "select count(*) from public.social_accounts where is_primary") == 1


async def test_what_is_due_goes_to_one_worker_and_news_is_told_once(database: Database) -> None:
    admin = await database.connect()
    connections = [await database.connect_as("service_role") for _ in range(10)]
    person, organization = await signed_up(database, admin)
    connection = await connected(admin, organization)
    accounts = json.dumps([{"platform_account_id": f"c{n}", "account_name": f"Channel {n}"} for n in range(2)])
    await admin.execute("select public.store_social_accounts(%s, %s)", (connection, accounts))
    claimed = await race([call(c, "select count(*) from public.claim_due_syncs()") for c in connections])
    assert sorted(claimed) in ([0] * 9 + [2], [0] * 8 + [1, 1])
    member = await database.connect_as_user(person)
    source = await value(member, "select public.set_content_source(p_url => 'https://blog.test/feed')")
    await admin.execute("select public.record_source_poll(%s, '{a}')", (source,))
    record = "select cardinality(public.record_source_poll(%s, '{c,b,a}'))"
    told = await race([call(c, record, source) for c in connections])
    assert sorted(told) == [0] * 9 + [2]


async def test_the_plans_submissions_are_never_overshot(database: Database) -> None:
    admin = await database.connect()
    person, organization = await signed_up(database, admin)
    connections = [await database.connect_as_user(person) for _ in range(10)]
    site = await value(
        connections[0],
        "select public.connect_search_engine('indexnow', 'https://ada.test/') ->> 'seo_connection_id'",
    )
    submit = "select count(*) from public.submit_urls(%s, array['https://ada.test/' || %s])"
    answers = await race([call(c, submit, site, str(n)) for n, c in enumerate(connections)])
    assert (answers.count(1), answers.count("QUOTA_EXCEEDED")) == (5, 5)
    assert await race([call(c, submit, site, str(answers.index(1))) for c in connections]) == [1] * 10
    query = "select count(*) from public.seo_submissions where organization_id = %s"
    assert await value(admin, query, organization) == 5
