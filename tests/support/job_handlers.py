"""Handlers that do what their payload says; workers under test import them by `--handlers`.

They meet the test in files below `payload.dir`: no clock decides who is first.
"""

from __future__ import annotations

import asyncio
import os
import signal
import time
from pathlib import Path
from typing import Any

import structlog

from workers.runtime.errors import Rejected, Retryable, Snooze
from workers.runtime.job import JobContext
from workers.runtime.registry import handler

LOOK_EVERY = 0.01


@handler("probe_batch")
async def return_at_once(ctx: JobContext) -> dict[str, Any]:
    """No effects: acknowledged in batches."""
    return {"echo": ctx.job.payload.get("n")}


@handler("probe")
async def follow_the_payload(ctx: JobContext) -> dict[str, Any] | None:
    """Do `payload.do`."""
    return await ACTIONS[ctx.job.payload.get("do", "return")](ctx)


async def _return(ctx: JobContext) -> dict[str, Any]:
    return {"attempt": ctx.job.attempt}


async def _wait(ctx: JobContext) -> dict[str, Any]:
    """Until the test says go."""
    await _meet(ctx)
    return {"attempt": ctx.job.attempt}


async def _call_once(ctx: JobContext) -> dict[str, Any]:
    """An outside effect: asks the provider what exists before creating it."""
    calls = _dir(ctx) / "calls"
    await ctx.checkpoint("intent", {"key": ctx.job.id})
    existing = calls.read_text().split() if calls.exists() else []
    if str(ctx.job.id) not in existing:
        with calls.open("a") as provider:
            provider.write(f"{ctx.job.id}\n")
    await _meet(ctx)
    return {"attempt": ctx.job.attempt}


async def _steps(ctx: JobContext) -> dict[str, Any]:
    """Three steps; each leaves a line, and finished ones are not repeated."""
    for step in ("one", "two", "three"):
        if step not in ctx.checkpoints:
            with (_dir(ctx) / "steps").open("a") as done:
                done.write(f"{step}\n")
            await ctx.checkpoint(step, {"attempt": ctx.job.attempt})
            if step == "two" and ctx.job.attempt == 1:
                await _meet(ctx)
    return {name: ctx.checkpoints[name]["attempt"] for name in ("one", "two", "three")}


async def _conclude(ctx: JobContext) -> dict[str, Any]:
    """One step, left to be stored with the end; each time it is worked out leaves a line."""
    if "last" not in ctx.checkpoints:
        with (_dir(ctx) / "steps").open("a") as done:
            done.write(f"{ctx.job.attempt}\n")
        ctx.conclude("last", {"attempt": ctx.job.attempt})
        if ctx.job.payload.get("then") == "fail" and ctx.job.attempt == 1:
            raise Retryable("something else went wrong", "BUSY", retry_after=0)
    return {"attempt": ctx.job.attempt, "worked_out": ctx.checkpoints["last"]["attempt"]}


async def _conclude_owing(ctx: JobContext) -> dict[str, Any]:
    """One step, left to be stored with the end; whoever settles leaves a line that says whether it is remembered."""

    async def settle() -> None:
        with (_dir(ctx) / "settled").open("a") as lines:
            lines.write(f"{sorted(ctx.checkpoints)}\n")

    ctx.at_end(settle)
    ctx.conclude("last", {"attempt": ctx.job.attempt})
    return {}


async def _conclude_not_json(ctx: JobContext) -> dict[str, Any]:
    ctx.conclude("last", {"value": object()})
    return {}


async def _zombie(ctx: JobContext) -> dict[str, Any]:
    """Ignores that it was told to stop, and tries to write all the same."""
    try:
        await _meet(ctx)
    except asyncio.CancelledError:
        _say(ctx, "interrupted", str(ctx.stop_reason))
    outcomes = []
    for call in (ctx.heartbeat(0.9, "zombie"), ctx.checkpoint("zombie", {"from": "zombie"})):
        try:
            await call
            outcomes.append("written")
        except Exception as error:
            outcomes.append(type(error).__name__)
    _say(ctx, "outcomes", " ".join(outcomes))
    return {"zombie": ctx.job.attempt}


async def _raise(_ctx: JobContext) -> None:
    raise RuntimeError("this one always fails")


async def _reject(_ctx: JobContext) -> None:
    raise Rejected("the provider will never take this", "NOT_ALLOWED")


async def _retry(_ctx: JobContext) -> None:
    raise Retryable("come back later", "BUSY", retry_after=3600)


async def _snooze(ctx: JobContext) -> dict[str, Any]:
    if "snooze" not in ctx.checkpoints:
        raise Snooze(seconds=0.2, state={"asked": True})
    return {"attempt": ctx.job.attempt, "state": ctx.checkpoints["snooze"]}


async def _kill(_ctx: JobContext) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


async def _hang(_ctx: JobContext) -> None:
    """Past its time limit, and deaf to the first interruption."""
    try:
        await asyncio.sleep(3600)
    except asyncio.CancelledError:
        await asyncio.sleep(3600)


async def _block(ctx: JobContext) -> None:
    time.sleep(float(ctx.job.payload["seconds"]))  # noqa: ASYNC251 (the mistake under test)


async def _thread(ctx: JobContext) -> dict[str, Any]:
    await ctx.run_blocking(time.sleep, float(ctx.job.payload["seconds"]))
    return {}


async def _owe(ctx: JobContext) -> None:
    """Wait, with something to be done at the end."""

    async def settle() -> None:
        await ctx.rpc("hook_kinds_for", p_texts=["Who pays?"])
        _say(ctx, "settled", str(ctx.stop_reason))

    async def fail() -> None:
        raise RuntimeError("and one of the things that cannot be done")

    ctx.at_end(fail)
    ctx.at_end(settle)
    await _meet(ctx)
    if ctx.job.payload.get("raises"):
        raise RuntimeError("this one always fails")


async def _not_json(_ctx: JobContext) -> Any:
    return {"value": object()}


async def _leak(ctx: JobContext) -> None:
    """Put the secret wherever a handler might."""
    secret = ctx.job.payload["secret"]
    ctx.log.info(f"message {secret}", extra_value=secret, nested={"list": [secret], "password": "short"})
    structlog.get_logger("elsewhere").warning("headers", headers={"Authorization": f"Bearer {secret}"})
    raise RuntimeError(f"could not reach postgresql://user:{secret}@db.example.test/x with api_key={secret}")


ACTIONS = {
    "return": _return, "wait": _wait, "call_once": _call_once, "steps": _steps, "conclude": _conclude,
    "zombie": _zombie, "raise": _raise, "reject": _reject, "retry": _retry, "snooze": _snooze, "kill": _kill,
    "hang": _hang, "block": _block, "thread": _thread, "not_json": _not_json, "leak": _leak,
    "owe": _owe, "conclude_owing": _conclude_owing, "conclude_not_json": _conclude_not_json,
}  # fmt: skip


def _dir(ctx: JobContext) -> Path:
    return Path(ctx.job.payload["dir"])


def _say(ctx: JobContext, what: str, text: str) -> None:
    """Leave a file for the test, complete at the moment it appears."""
    unfinished = _dir(ctx) / f".{what}-{ctx.job.attempt}"
    unfinished.write_text(text)
    unfinished.rename(_dir(ctx) / f"{what}-{ctx.job.attempt}")


async def _meet(ctx: JobContext) -> None:
    """Tell the test that this attempt has started, and wait for its go."""
    _say(ctx, "started", "")
    while not (_dir(ctx) / "go").exists():  # noqa: ASYNC110 (two processes share only the file system)
        await asyncio.sleep(LOOK_EVERY)
