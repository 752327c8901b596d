"""What is measured: an embedded stack, simulated providers and one worker, each in processes of their own."""

from __future__ import annotations

import asyncio
import os
import socket
import sys
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import aiohttp
import psycopg

from bench.generation.users import Stack
from bench.queue.process import ROOT
from stack.lifecycle import Stack as Platform
from stack.postgres import PostgresServer

KEY = "sk-bench-0001"
READY_SECONDS = 60
# No provider of a test is to be found broken: it is the calls that are counted, not the time they are spared.
NO_BREAKER = {"CATALYST_AI_BREAKER_FAILURES": "1000000"}
SETTINGS = """
update public.plan_limits set limit_value = null;
update public.job_kinds set max_backlog_per_organization = 100000, max_per_organization = 100000
where kind in ('generate_titles', 'answer_chat');
update public.system_settings set value = jsonb_set(value, '{text}', '["openai/gpt-6-luna"]') where key = 'ai.models';
"""


@dataclass(frozen=True)
class Deployment:
    """Where everything is."""

    stack: Stack
    platform: Platform
    folder: Path

    @property
    def postgres(self) -> PostgresServer:
        """The stack's server."""
        return PostgresServer(self.platform.layout.postgres)

    def connect(self) -> psycopg.Connection[tuple[Any, ...]]:
        """As the superuser, each statement for itself."""
        return psycopg.connect(self.postgres.dsn(user="supabase_admin"), autocommit=True)


class Sims:
    """The control API of the simulators."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        """`url` without a path."""
        self.url = url
        self._session = session

    @property
    def base_urls(self) -> dict[str, str]:
        """Provider → address of its simulator."""
        return {
            "openai": f"{self.url}/openai/v1",
            "anthropic": f"{self.url}/anthropic",
            "google": f"{self.url}/gemini",
        }

    async def post(self, what: str, *documents: dict[str, Any]) -> None:
        """Set faults, answers or latency, or reset."""
        async with self._session.post(f"{self.url}/_control/{what}", json=list(documents)) as response:
            if response.status != 200:
                raise RuntimeError(f"{what}: {await response.text()}")

    async def ledger(self, after: int = 0) -> list[dict[str, Any]]:
        """The entries after a number."""
        async with self._session.get(f"{self.url}/_control/ledger", params={"after": str(after)}) as response:
            entries: list[dict[str, Any]] = (await response.json())["entries"]
            return entries

    async def calls(self) -> int:
        """How many there were."""
        async with self._session.get(f"{self.url}/_control/ledger/count") as response:
            return int((await response.json())["calls"])


def start(folder: Path, port: int, say: Any) -> Deployment:
    """Bring a stack up that notes when each transaction was committed."""
    platform = Platform(folder / "stack", port=port, workers=False, say=say)
    platform.up()
    with psycopg.connect(PostgresServer(platform.layout.postgres).dsn(user="supabase_admin"), autocommit=True) as admin:
        admin.execute(SETTINGS)
        row = admin.execute("show track_commit_timestamp").fetchone()
        admin.execute("alter system set track_commit_timestamp = on")
    if row != ("on",):
        platform.down()
        platform.up()
    env = platform.env()
    stack = Stack(env["SUPABASE_URL"], env["SUPABASE_PUBLISHABLE_KEY"], env["DATABASE_URL"])
    return Deployment(stack, platform, folder)


def destroy(deployment: Deployment) -> None:
    """Leave nothing running."""
    deployment.platform.down()
    deployment.postgres.destroy()


@asynccontextmanager
async def simulators(session: aiohttp.ClientSession) -> AsyncIterator[Sims]:
    """The simulated providers in a process of their own."""
    port = free_port()
    command = [sys.executable, "-m", "stack.simulators", "--port", str(port)]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, stdout=asyncio.subprocess.DEVNULL)
    try:
        await _answering(session, f"http://127.0.0.1:{port}/_control/faults", process)
        yield Sims(f"http://127.0.0.1:{port}", session)
    finally:
        await _ended(process)


@asynccontextmanager
async def worker(
    deployment: Deployment, session: aiohttp.ClientSession, sims: Sims, concurrency: int, **variables: str
) -> AsyncIterator[int]:
    """One worker process, ready for jobs; its process id."""
    health = free_port()
    log = (deployment.folder / "worker.log").open("ab")
    env = {
        **_environment(deployment, sims),
        "CATALYST_WORKER_CONCURRENCY": str(concurrency),
        "CATALYST_WORKER_HEALTH_PORT": str(health),
        **variables,
    }
    command = [sys.executable, "-c", "from workers.cli import main; main()", "worker"]
    process = await asyncio.create_subprocess_exec(*command, cwd=ROOT, env=env, stdout=log, stderr=log)
    try:
        await _answering(session, f"http://127.0.0.1:{health}/healthz", process)
        yield process.pid
    finally:
        await _ended(process)
        log.close()


def _environment(deployment: Deployment, sims: Sims) -> Mapping[str, str]:
    urls = ",".join(f'"{name}":"{url}"' for name, url in sims.base_urls.items())
    keys = {f"CATALYST_AI_{name}_API_KEY": KEY for name in ("OPENAI", "ANTHROPIC", "GOOGLE")}
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("CATALYST_", "SUPABASE_"))}
    return inherited | NO_BREAKER | deployment.platform.env() | keys | {"CATALYST_AI_BASE_URLS": f"{{{urls}}}"}


async def _answering(session: aiohttp.ClientSession, url: str, process: asyncio.subprocess.Process) -> None:
    async with asyncio.timeout(READY_SECONDS):
        while process.returncode is None:
            try:
                async with session.get(url) as response:
                    if response.status == 200:
                        return
            except aiohttp.ClientError:
                pass
            await asyncio.sleep(0.1)
    raise RuntimeError(f"a process ended with {process.returncode} before it answered at {url}")


async def _ended(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
        await process.wait()


def free_port() -> int:
    """A TCP port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
