"""One suite for both adapters: the same calls against a real engine give the same answers."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import NamedTuple
from uuid import uuid4

import psycopg
import pytest
import pytest_asyncio

from tests.support.ports import nobody_answers
from tests.support.stacks import RunningStack
from tests.support.workers import Probes, until
from workers.runtime.job import ClaimedJob
from workers.runtime.transport.base import Completion, EngineMissing, Transport, TransportRefused, TransportUnavailable
from workers.runtime.transport.postgres import PostgresTransport
from workers.runtime.transport.rest import RestTransport


class Bed(NamedTuple):
    """An adapter, and a look behind it."""

    transport: Transport
    probes: Probes

    async def claim(self, limit: int = 10) -> list[ClaimedJob]:
        return await self.transport.claim([self.probes.queue], "worker-1", limit)

    async def claim_one(self) -> ClaimedJob:
        [job] = await self.claim()
        return job

    async def lapse(self, *job_ids: int) -> None:
        """Let the lease end without waiting for it."""
        await self.probes.connection.execute(
            "update public.jobs set lease_expires_at = now() - interval '1 second' where id = any(%s)", (list(job_ids),)
        )


@pytest_asyncio.fixture(params=["postgres", "rest"])
async def bed(request: pytest.FixtureRequest, stack: RunningStack) -> AsyncIterator[Bed]:
    transport: Transport
    if request.param == "postgres":
        transport = PostgresTransport(stack.database_url)
    else:
        transport = RestTransport(stack.url, stack.secret_key)
    async with await psycopg.AsyncConnection.connect(stack.database_url, autocommit=True) as connection:
        name = f"q{uuid4().hex[:10]}"
        probes = await Probes.install(connection, name, f"_{name}", lease_seconds=30)
        yield Bed(transport, probes)
    await transport.close()


async def test_contract_names_version_clock_and_kinds(bed: Bed) -> None:
    contract = await bed.transport.contract([f"probe{bed.probes.suffix}", "no_such_kind"])
    assert contract.version == 1
    assert abs(contract.clock - datetime.now(UTC).timestamp()) < 5
    assert contract.kinds == {f"probe{bed.probes.suffix}": (bed.probes.queue, 60)}


async def test_claim_gives_every_field_with_its_type(bed: Bed) -> None:
    [job_id] = await bed.probes.enqueue(text='quote " \\ and ünïcode', nested={"n": [1, None, 1.5]})
    job = await bed.claim_one()
    assert job.id == job_id
    assert job.kind == f"probe{bed.probes.suffix}"
    assert job.queue == bed.probes.queue
    assert job.organization_id is None
    assert job.payload == {"text": 'quote " \\ and ünïcode', "nested": {"n": [1, None, 1.5]}}
    assert (job.attempt, job.max_attempts, job.lease, job.lease_seconds, job.priority) == (1, 3, 1, 30, 1)
    assert job.checkpoints == {}
    assert job.batch_complete is False
    assert timedelta(seconds=25) < job.lease_expires_at - datetime.now(UTC) < timedelta(seconds=35)
    assert job.created_at.tzinfo is not None


async def test_claim_takes_no_more_than_asked_and_nothing_twice(bed: Bed) -> None:
    ids = await bed.probes.enqueue("probe_batch", 5)
    first, second, third = await bed.claim(3), await bed.claim(3), await bed.claim(3)
    assert (len(first), len(second), third) == (3, 2, [])
    assert sorted(job.id for job in first + second) == ids


async def test_crashed_names_the_jobs_whose_worker_was_gone(bed: Bed) -> None:
    await bed.probes.enqueue(count=2)
    first, second = await bed.claim()
    assert await bed.transport.crashed([first.id, second.id]) == set()
    await bed.lapse(first.id)
    assert [job.id for job in await bed.claim()] == [first.id]
    assert await bed.transport.crashed([first.id, second.id]) == {first.id}


async def test_next_run_in_counts_by_the_clock_of_the_database(bed: Bed) -> None:
    assert await bed.transport.next_run_in([bed.probes.queue]) is None
    await bed.probes.enqueue(in_seconds=60)
    seconds = await bed.transport.next_run_in([bed.probes.queue])
    assert seconds is not None
    assert 30 < seconds < 60.5


async def test_heartbeat_checkpoint_and_claim_again(bed: Bed) -> None:
    await bed.probes.enqueue()
    job = await bed.claim_one()
    assert await bed.transport.heartbeat(job.id, job.lease, 0.5, "half") == "ok"
    assert await bed.transport.checkpoint(job.id, job.lease, "one", {"a": [1, "zwei"]}, 0.6) == "ok"
    assert await bed.transport.heartbeats({job.id: job.lease, 999_999_999: 1}) == {job.id: "ok", 999_999_999: "lost"}
    live = await bed.probes.live(job.id)
    assert live is not None
    assert (live["progress"], live["step"]) == (0.6, "one")
    await bed.transport.release({job.id: job.lease})
    again = await bed.claim_one()
    assert (again.attempt, again.lease, again.checkpoints) == (1, 2, {"one": {"a": [1, "zwei"]}})


async def test_complete_applies_the_result_once(bed: Bed) -> None:
    await bed.probes.enqueue()
    job = await bed.claim_one()
    completion = Completion(job.id, job.lease, '{"text":"\\"ü\\""}')
    assert await bed.transport.complete(completion) == "completed"
    assert await bed.transport.complete(completion) == "lost"
    assert (await bed.probes.ended(job.id) or {})["result"] == {"text": '"ü"'}
    assert await bed.probes.effects(job.id) == [1]


async def test_a_last_step_comes_with_the_completion(bed: Bed) -> None:
    await bed.probes.enqueue()
    job = await bed.claim_one()
    completion = Completion(job.id, job.lease, '{"n":1}', "last", '{"text":"ü"}')
    assert await bed.transport.complete(completion) == "completed"
    ended = await bed.probes.ended(job.id) or {}
    assert (ended["step"], ended["result"]) == ("last", {"n": 1})


async def test_a_refused_result_is_an_answer_and_not_an_outage(bed: Bed) -> None:
    await bed.probes.enqueue(apply_error=True)
    job = await bed.claim_one()
    with pytest.raises(TransportRefused, match="the domain refuses this result"):
        await bed.transport.complete(Completion(job.id, job.lease, None))
    assert (await bed.probes.live(job.id) or {})["status"] == "processing"


async def test_complete_many_reports_only_what_is_unusual(bed: Bed) -> None:
    await bed.probes.enqueue("probe_batch", 2)
    await bed.probes.enqueue(apply_error=True)
    [lost_id] = await bed.probes.enqueue()
    jobs = await bed.claim()
    await bed.lapse(lost_id)
    results = [None, '{"n":1}', None, None]
    unusual = await bed.transport.complete_many(
        [Completion(job.id, job.lease, result) for job, result in zip(jobs, results, strict=True)]
    )
    assert set(unusual) == {jobs[2].id, lost_id}
    assert unusual[lost_id].outcome == "lost"
    assert unusual[jobs[2].id].outcome == "error"
    assert "refuses" in (unusual[jobs[2].id].error or "")
    assert (await bed.probes.ended(jobs[0].id) or {})["result"] is None
    assert (await bed.probes.ended(jobs[1].id) or {})["result"] == {"n": 1}


async def test_fail_retries_until_the_attempts_are_used(bed: Bed) -> None:
    [job_id] = await bed.probes.enqueue()
    for expected in ("retry", "retry", "failed"):
        job = await bed.claim_one()
        assert await bed.transport.fail(job.id, job.lease, "BUSY", "come back", True, 0) == expected
    dead = await bed.probes.live(job_id)
    assert dead is not None
    assert (dead["status"], dead["error_code"], dead["error_message"]) == ("failed", "BUSY", "come back")


async def test_fail_for_good_and_fail_after_a_pause(bed: Bed) -> None:
    await bed.probes.enqueue(count=2)
    first, second = await bed.claim()
    assert await bed.transport.fail(first.id, first.lease, "NO", "never", False, None) == "failed"
    assert await bed.transport.fail(second.id, second.lease, "LATER", "wait", True, 90.5) == "retry"
    seconds = await bed.transport.next_run_in([bed.probes.queue])
    assert seconds is not None
    assert 61 < seconds < 91


@pytest.mark.parametrize("form", ["seconds", "moment"])
async def test_snooze_costs_no_attempt(bed: Bed, form: str) -> None:
    await bed.probes.enqueue()
    job = await bed.claim_one()
    until = 60.0 if form == "seconds" else datetime.now(UTC) + timedelta(seconds=60)
    external = uuid4().hex
    assert await bed.transport.snooze(job.id, job.lease, until, {"n": 1}, "provider", external) == "snoozed"
    seconds = await bed.transport.next_run_in([bed.probes.queue])
    assert seconds is not None
    assert 30 < seconds < 61
    assert await bed.probes.one("select public.signal_job('provider', %s, '{\"done\": true}')", external) == job.id
    again = await bed.claim_one()
    assert again.attempt == 1
    assert again.checkpoints == {"snooze": {"n": 1}, "signal": {"done": True}}


async def test_cancel_is_learnt_by_every_call(bed: Bed) -> None:
    await bed.probes.enqueue(count=3)
    one, two, three = await bed.claim()
    for job in (one, two, three):
        await bed.probes.one("select private.cancel_job(%s)", job.id)
    assert await bed.transport.heartbeat(one.id, one.lease, None, None) == "cancel_requested"
    assert await bed.transport.heartbeats({one.id: one.lease}) == {one.id: "cancel_requested"}
    assert await bed.transport.checkpoint(one.id, one.lease, "step", {}, None) == "cancel_requested"
    assert await bed.transport.fail(one.id, one.lease, "CANCELLED", "cancelled", False, None) == "cancelled"
    assert await bed.transport.complete(Completion(two.id, two.lease, "{}")) == "cancelled"
    await bed.transport.release({three.id: three.lease})
    for job in (one, two, three):
        assert (await bed.probes.ended(job.id) or {})["status"] == "cancelled"


@pytest.mark.parametrize("how", ["lapsed", "claimed again"])
async def test_without_the_lease_nothing_can_be_written(bed: Bed, how: str) -> None:
    [job_id] = await bed.probes.enqueue()
    job = await bed.claim_one()
    await bed.lapse(job_id)
    if how == "claimed again":
        again = await bed.claim_one()
        assert (again.id, again.lease) == (job_id, 2)
    assert await bed.transport.heartbeat(job.id, job.lease, 0.9, "zombie") == "lost"
    assert await bed.transport.heartbeats({job.id: job.lease}) == {job.id: "lost"}
    assert await bed.transport.checkpoint(job.id, job.lease, "zombie", {}, None) == "lost"
    assert await bed.transport.complete(Completion(job.id, job.lease, "{}")) == "lost"
    assert (await bed.transport.complete_many([Completion(job.id, job.lease, None)]))[job_id].outcome == "lost"
    assert await bed.transport.fail(job.id, job.lease, "X", "zombie", False, None) == "lost"
    assert await bed.transport.snooze(job.id, job.lease, 60, None, None, None) == "lost"
    await bed.transport.release({job.id: job.lease})
    job_now = await bed.probes.live(job_id) or {}
    # Rescued meanwhile, perhaps, since other workers look after this database too; but not written by the zombie.
    assert job_now["status"] in (("processing",) if how == "claimed again" else ("processing", "queued"))
    assert job_now["error_code"] in (None, "LEASE_EXPIRED")
    assert (job_now["step"], job_now["progress"], job_now["has_checkpoints"]) == (None, None, False)
    assert job_now["attempt"] == (2 if how == "claimed again" else 1)


async def test_a_function_is_called_by_the_names_of_its_parameters(bed: Bed) -> None:
    call = bed.transport.call
    taken = await call("take_budget", {"p_provider": "x", "p_resource": "me", "p_connection_id": uuid4()})
    assert taken["granted"] is True
    assert isinstance(taken["resets_at"], str)
    assert await call("give_back_budget", {"p_budget_ids": taken["budget_ids"]}) == 1
    assert await call("get_organization_ai_key", {"p_organization_id": uuid4(), "p_ai_provider": "openai"}) is None
    assert await call("ai_route", {"p_organization_id": str(uuid4()), "p_capability": "transcription"}) == []
    entry = {"organization_id": uuid4(), "ai_provider": "openai", "ai_model": "gpt-5", "feature": "test"}
    assert await call("record_ai_usage", {"p_entries": [entry]}) == 1
    spent = {"p_provider": "x", "p_resource": "posts", "p_period": "day", "p_connection_id": uuid4()}
    assert datetime.fromisoformat(await call("exhaust_budget", spent)) > datetime.now(UTC)


async def test_a_function_that_answers_a_set_answers_a_list(bed: Bed) -> None:
    user, organization = uuid4(), uuid4()
    await bed.probes.connection.execute(
        "insert into auth.users (id, email) values (%s, %s)", (user, f"{user.hex}@example.com")
    )
    await bed.probes.connection.execute(
        "insert into public.user_ai_settings (user_id, preferred_provider) values (%s, 'openai')"
        " on conflict (user_id) do update set preferred_provider = 'openai'",
        (user,),
    )
    found = await bed.transport.call("ai_route", {"p_organization_id": organization, "p_user_id": user})
    assert [(row["ai_provider"], row["has_own_key"]) for row in found] == [("openai", False)]


@pytest.mark.parametrize(
    ("function", "arguments", "code"),
    [
        ("take_budget", {"p_provider": "x", "p_resource": "no such resource"}, "VALIDATION_ERROR"),
        ("take_budget", {"p_provider": "x", "p_amont": 1}, ("42883", "PGRST202")),
        ("pg_sleep", {"seconds": 1}, ("42883", "PGRST202")),
        ("take_budget; select 1", {}, ("42883", "PGRST202")),
    ],
)
async def test_a_refused_call_carries_its_code(
    bed: Bed, function: str, arguments: dict[str, object], code: str | tuple[str, str]
) -> None:
    with pytest.raises(TransportRefused) as caught:
        await bed.transport.call(function, arguments)
    assert caught.value.code in ((code,) if isinstance(code, str) else code)
    assert "{" not in caught.value.message


async def test_a_function_that_is_not_for_workers_is_not_called(bed: Bed) -> None:
    with pytest.raises(TransportRefused) as caught:
        await bed.transport.call("set_user_ai_settings", {"p_language": "nl"})
    assert caught.value.code == "42501"


async def test_a_function_replaced_by_one_with_other_types_is_called_as_it_is(bed: Bed) -> None:
    name = f"probe_{uuid4().hex[:12]}"
    for kind in ("integer", "text"):
        await bed.probes.connection.execute(
            f"drop function if exists public.{name};"
            f"create function public.{name}(p_value {kind}) returns {kind} language sql as 'select p_value';"
            f"grant execute on function public.{name} to service_role"
        )
        if isinstance(bed.transport, RestTransport):
            await bed.probes.connection.execute("notify pgrst, 'reload schema'")
            await until(lambda: _known(bed.transport, name), within=20)
        assert str(await bed.transport.call(name, {"p_value": "7"})) == "7"
    await bed.probes.connection.execute(f"drop function public.{name}")


async def _known(transport: Transport, name: str) -> bool:
    try:
        await transport.call(name, {"p_value": "7"})
    except TransportRefused:
        return False
    return True


async def test_postgres_says_when_it_cannot_be_reached() -> None:
    with nobody_answers() as port, pytest.raises(TransportUnavailable):
        await PostgresTransport(f"postgresql://nobody@127.0.0.1:{port}/none").claim(["q"], "w", 1)


async def test_rest_says_when_it_cannot_be_reached() -> None:
    with nobody_answers() as port, pytest.raises(TransportUnavailable):
        await RestTransport(f"http://127.0.0.1:{port}", "sb_secret_x").claim(["q"], "w", 1)


async def test_rest_key_that_may_not_work_is_told_apart(stack: RunningStack) -> None:
    with pytest.raises(EngineMissing, match="may not use"):
        await RestTransport(stack.url, stack.publishable_key).contract(["probe"])
