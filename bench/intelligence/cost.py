"""Whether what is on record is what the providers charge, call by call, with every fault switched on."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import aiohttp

from bench.generation.users import User, sign_up
from bench.intelligence.deployment import Deployment, Sims, worker
from bench.intelligence.generations import Ended, OverSql
from stack.simulators.faults import FaultKind

MODELS = ("openai/gpt-5.4-mini", "anthropic/claude-haiku-5-5", "google/gemini-2.5-flash", "openai/gpt-6-luna")
SHARE = 0.012
"""Of the calls, for each kind of fault: about a third of all calls have one."""
DETAILS: dict[FaultKind, dict[str, Any]] = {
    FaultKind.SLOW_STREAM: {"seconds": 0.02},
    FaultKind.WRONG_USAGE: {"usage": {"input_tokens": 17, "output_tokens": 3, "reasoning_tokens": 0}},
}
TIMEOUT_SECONDS = 8
CHAT_EVERY = 4
SETTLED_SECONDS = 300
PACE = """
update public.job_kinds set backoff_base_seconds = 0.2, backoff_max_seconds = 1, max_attempts = 8 where kind = any(%s)
"""
KINDS = ["generate_titles", "answer_chat"]
CHOICE = """
insert into public.organization_ai_settings (organization_id, capability, ai_provider, ai_model)
values (%s, 'text', %s, %s)
"""
FALLBACK = """
update public.system_settings set value = case key
  when 'ai.models' then jsonb_set(value, '{text}', %s::jsonb) else '{"beyond_choice": true, "to_local": false}' end
where key in ('ai.models', 'ai.fallback')
"""
RECORDED = """
select request_id, ai_provider, ai_model, status::text, error_code, cost_usd
from public.ai_usage where organization_id = any(%s::uuid[])
"""
UNSETTLED = "select count(*) from public.jobs where organization_id = any(%s::uuid[]) and status <> 'failed'"


@dataclass
class Sum:
    """Calls of one kind, side by side."""

    calls: int = 0
    charged: Decimal = Decimal(0)
    told: Decimal = Decimal(0)
    recorded: Decimal = Decimal(0)
    unknown: int = 0
    """Calls on record whose cost nobody knows."""
    shown: Counter[str] = field(default_factory=Counter)

    def as_json(self) -> dict[str, Any]:
        """Costs as text, so that nothing is lost."""
        costs = {name: str(getattr(self, name)) for name in ("charged", "told", "recorded")}
        return {"calls": self.calls, **costs, "unknown": self.unknown, "shown": dict(self.shown.most_common())}


async def measure(
    deployment: Deployment, session: aiohttp.ClientSession, sims: Sims, *, calls: int, people: int
) -> dict[str, Any]:
    """Work until the providers had `calls` calls, then compare."""
    users = await sign_up(deployment.stack, session, people)
    _choose(deployment, users)
    faults = [{"kind": kind.value, "times": None, "share": SHARE, **DETAILS.get(kind, {})} for kind in FaultKind]
    faults.append({"kind": "rate_limited", "times": None, "share": SHARE, "retry_after": 0.1})
    await sims.post("faults", *faults)
    await sims.post("latency", {"chunk_characters": 400})
    async with (
        worker(deployment, session, sims, people, CATALYST_AI_TIMEOUT_SECONDS=str(TIMEOUT_SECONDS)),
        Ended(deployment, with_chats=True) as ended,
        OverSql(deployment.stack.database_url, 8) as sql,
    ):
        ended_as = await _work(sims, users, sql, ended, calls)
        await _settled(deployment, users)
    entries = await sims.ledger()
    await sims.post("reset")
    with deployment.connect() as admin:
        recorded = admin.execute(RECORDED, ([user.organization_id for user in users],)).fetchall()
    return {"share": SHARE, "requests": ended_as, **compare(entries, recorded)}


def _choose(deployment: Deployment, users: list[User]) -> None:
    """Every organization has a first choice, and the other models after it."""
    with deployment.connect() as admin:
        admin.execute(PACE.encode(), (KINDS,))
        admin.execute(FALLBACK.encode(), (json.dumps(MODELS),))
        for at, user in enumerate(users):
            provider, _, model = MODELS[at % len(MODELS)].partition("/")
            admin.execute(CHOICE.encode(), (user.organization_id, provider, model))


async def _work(sims: Sims, users: list[User], sql: OverSql, ended: Ended, calls: int) -> int:
    """Everybody asks for titles, and now and then in a chat; how many requests it took."""
    asked = 0

    async def one(user: User) -> None:
        nonlocal asked
        chat = await _chat(sql, user)
        turn = 0
        while await sims.calls() < calls:
            turn += 1
            asked += 1
            if turn % CHAT_EVERY == 0:
                question = f"What grows here? {uuid.uuid4().hex}"
                answer = await sql.call(user, "select public.send_chat_message(%s, %s)", (chat, question))
                await ended.wait(answer["answer"]["id"])
            else:
                await ended.wait(await sql.ask(user, uuid.uuid4().hex))

    await asyncio.gather(*(one(user) for user in users))
    return asked


async def _chat(sql: OverSql, user: User) -> Any:
    project = await sql.call(user, "insert into public.projects (title) values ('Garden') returning id", ())
    return await sql.call(user, "insert into public.chat_interfaces (project_id) values (%s) returning id", (project,))


async def _settled(deployment: Deployment, users: list[User]) -> None:
    """No job of theirs is left to run."""
    async with asyncio.timeout(SETTLED_SECONDS):
        while True:
            with deployment.connect() as admin:
                row = admin.execute(UNSETTLED, ([user.organization_id for user in users],)).fetchone()
            if row == (0,):
                return
            await asyncio.sleep(0.5)


def compare(entries: list[dict[str, Any]], recorded: list[tuple[Any, ...]]) -> dict[str, Any]:
    """Call by call where the provider's name for it is known to both, else by model and number."""
    problems: list[str] = []
    names = Counter(row[0] for row in recorded if row[0] is not None)
    problems += [f"{name} is recorded {count} times" for name, count in names.items() if count > 1]
    by_name = {row[0]: row for row in recorded if row[0] is not None}
    groups: dict[str, Sum] = defaultdict(Sum)
    unnamed: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for entry in entries:
        row = by_name.pop(entry["request_id"], None)
        if row is None:
            unnamed[entry["provider"], entry["model"]].append(entry)
            continue
        group = groups[_group(entry)]
        _add(group, entry)
        _record(group, row)
        if entry["reported"] is not None and _told(entry) and row[5] != _told(entry):
            problems.append(f"{entry['request_id']} ({entry['fault']}): {row[5]} instead of {_told(entry)}")
        if row[5] == 0 and Decimal(entry["cost_usd"]):
            problems.append(f"{entry['request_id']} ({entry['fault']}): taken for free")
        if entry["reported"] is None and not 0 <= (row[5] or 0) <= Decimal(entry["cost_usd"]):
            problems.append(f"{entry['request_id']} ({entry['fault']}): {row[5]} of {entry['cost_usd']}")
    problems += [f"{name} is in no ledger" for name in by_name]
    problems += _nameless(unnamed, [row for row in recorded if row[0] is None], groups)
    whole = Sum()
    for group in groups.values():
        whole.calls += group.calls
        whole.charged += group.charged
        whole.told += group.told
        whole.recorded += group.recorded
        whole.unknown += group.unknown
    return {
        "recorded_calls": len(recorded),
        "whole": whole.as_json(),
        "groups": {name: groups[name].as_json() for name in sorted(groups)},
        "problems": problems,
    }


def _nameless(
    unnamed: dict[tuple[str, str], list[dict[str, Any]]], rows: list[tuple[Any, ...]], groups: dict[str, Sum]
) -> list[str]:
    """Calls whose answer never came have no name: as many must be on record, and none that was charged as free."""
    problems = []
    left: dict[tuple[str, str], list[tuple[Any, ...]]] = defaultdict(list)
    for row in rows:
        left[row[1], row[2]].append(row)
        if row[5]:
            problems.append(f"a call without a name cost {row[5]} ({_shown(row)})")
    for model in unnamed.keys() | left.keys():
        if len(unnamed[model]) != len(left[model]):
            problems.append(
                f"{'/'.join(model)}: {len(unnamed[model])} calls without a name, {len(left[model])} recorded"
            )
        for entry in unnamed[model]:
            group = groups[_group(entry)]
            _add(group, entry)
            if _told(entry):
                problems.append(f"{entry['request_id']} ({entry['fault']}) told its cost and has no record of its own")
        for row in left[model]:
            # which is which nobody knows
            _record(groups[f"without a name: {'/'.join(model)}"], row)
        charged = sum(1 for entry in unnamed[model] if Decimal(entry["cost_usd"]))
        unknown = sum(1 for row in left[model] if row[5] is None)
        if charged > unknown:
            problems.append(f"{'/'.join(model)}: {charged} calls without a name were charged, {unknown} may have been")
    return problems


def _record(group: Sum, row: tuple[Any, ...]) -> None:
    group.recorded += row[5] or 0
    group.unknown += row[5] is None
    group.shown[_shown(row)] += 1


def _group(entry: dict[str, Any]) -> str:
    stream = " (stream)" if entry["is_stream"] else ""
    return f"{entry['fault'] or 'no fault'}{stream}"


def _add(group: Sum, entry: dict[str, Any]) -> None:
    group.calls += 1
    group.charged += Decimal(entry["cost_usd"])
    group.told += _told(entry)


def _told(entry: dict[str, Any]) -> Decimal:
    return Decimal(entry["reported_cost_usd"])


def _shown(row: tuple[Any, ...]) -> str:
    return f"{row[3]} {row[4]}" if row[4] else str(row[3])
