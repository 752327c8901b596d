"""`python -m stack.supervisor DIR`: keeps the processes of a stack running until SIGTERM.

It is the only long-lived process that knows of the others. `catalyst stack up` starts it and goes away. A temporary
stack has an owner: when that process is gone, everything is stopped as by `catalyst stack down`.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import signal
import sys
import time
from pathlib import Path
from typing import BinaryIO

from stack.errors import StackError
from stack.keys import StackKeys
from stack.layout import PROJECT, Layout
from stack.postgres import PostgresServer
from stack.processes import OWNER, ProcessRef, helpers, marked, stop_process, stop_tree
from stack.services import Service, environment_of, services
from stack.settings import StackSettings, write_private

log = logging.getLogger("stack.supervisor")

FIRST_DELAY = 0.3
LONGEST_DELAY = 10.0
STABLE_SECONDS = 30.0
LOG_BYTES = 10_000_000
OWNER_SECONDS = 1.0


class Supervisor:
    """Starts each service, and starts it again when it ends."""

    def __init__(
        self, layout: Layout, server: PostgresServer, listed: list[Service], owner: ProcessRef | None = None
    ) -> None:
        """Nothing runs yet; Postgres does."""
        self._layout = layout
        self._server = server
        self._services = listed
        self._processes: dict[str, asyncio.subprocess.Process] = {}
        self._restarts: dict[str, int] = {}
        self._stopping = asyncio.Event()
        self._owner = owner
        self.is_abandoned = False
        """Whether it ended because its owner is gone."""

    async def run(self) -> None:
        """Until SIGTERM or SIGINT."""
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self._stopping.set)
        tasks = [asyncio.create_task(self._keep(service)) for service in self._services]
        tasks.append(asyncio.create_task(self._keep_postgres()))
        if self._owner is not None:
            tasks.append(asyncio.create_task(self._watch(self._owner)))
        await self._stopping.wait()
        log.info("stopping")
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for service in reversed(self._services):  # workers first, while what they need still answers
            if (process := self._processes.get(service.name)) is not None:
                await stop_process(process, grace=service.stop_seconds)
        self._layout.state.unlink(missing_ok=True)

    async def _keep(self, service: Service) -> None:
        delay = FIRST_DELAY
        while True:
            began = time.monotonic()
            try:
                process = await self._start(service)
                code = await process.wait()
                log.warning("%s ended with %d", service.name, code)
            except OSError as error:
                log.error("%s cannot be started: %s", service.name, error)
            self._restarts[service.name] = self._restarts.get(service.name, 0) + 1
            self._save()
            delay = FIRST_DELAY if time.monotonic() - began > STABLE_SECONDS else min(delay * 2, LONGEST_DELAY)
            await asyncio.sleep(delay)

    async def _start(self, service: Service) -> asyncio.subprocess.Process:
        with _log_file(self._layout, service.name) as output:
            process = await asyncio.create_subprocess_exec(
                *service.command,
                env=environment_of(self._layout, service),
                cwd=PROJECT,
                stdin=asyncio.subprocess.DEVNULL,
                stdout=output,
                stderr=asyncio.subprocess.STDOUT,
            )
        self._processes[service.name] = process
        self._save()
        log.info("%s started as %d", service.name, process.pid)
        return process

    async def _keep_postgres(self) -> None:
        self._save()
        while True:
            await asyncio.sleep(1)
            if self._server.is_running:
                continue
            log.warning("postgres is gone, starting it again")
            try:
                await asyncio.to_thread(self._server.start)
            except (StackError, OSError) as error:
                log.error("postgres: %s", error)
                await asyncio.sleep(2)

    async def _watch(self, owner: ProcessRef) -> None:
        while owner.find() is not None:  # noqa: ASYNC110 (a process tells nobody but its parent that it ends)
            await asyncio.sleep(OWNER_SECONDS)
        log.warning("process %d, for which this stack was started, is gone", owner.pid)
        self.is_abandoned = True
        self._stopping.set()

    def _save(self) -> None:
        """So that others find the processes; a full disk must not stop the watch."""
        running: dict[str, object] = {}
        for name, process in self._processes.items():
            if process.returncode is None:
                with contextlib.suppress(Exception):
                    running[name] = ProcessRef.of(process.pid).model_dump()
        content = {
            "supervisor": ProcessRef.of(os.getpid()).model_dump(),
            "services": running,
            "restarts": self._restarts,
        }
        with contextlib.suppress(OSError):
            write_private(self._layout.state, json.dumps(content, indent=2))


def _log_file(layout: Layout, name: str) -> BinaryIO:
    path = layout.logs / f"{name}.log"
    with contextlib.suppress(OSError):
        if path.stat().st_size > LOG_BYTES:
            path.replace(path.with_suffix(".old.log"))
    return path.open("ab")


def main() -> None:
    """Read what `up` has written, and watch."""
    layout = Layout(Path(sys.argv[1]))
    logging.basicConfig(level="INFO", format="%(asctime)s %(levelname)s %(name)s %(message)s")
    settings = StackSettings.load(layout)
    if settings is None:
        raise SystemExit(f"no stack in {layout.root}")
    keys = StackKeys.load_or_make(layout.keys)
    server = PostgresServer(layout.postgres, settings.postgres_port)
    owner = ProcessRef.model_validate_json(os.environ[OWNER]) if OWNER in os.environ else None
    supervisor = Supervisor(layout, server, services(layout, settings, keys, server), owner)
    asyncio.run(supervisor.run())
    if supervisor.is_abandoned:
        stop_tree([*marked(layout.root), *marked(helpers(layout.root))])
        server.stop()


if __name__ == "__main__":
    main()
