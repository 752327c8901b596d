"""Bringing a stack up and down: one directory, one gateway port, any number side by side."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

import psutil

from stack.errors import StackError
from stack.health import HealthChecks, Processes, ServiceStatus
from stack.history import overtaken
from stack.keys import StackKeys
from stack.layout import PROJECT, Layout, deno, node, npm_file, supabase_cli
from stack.platform import install_platform, share_api_roles
from stack.postgres import PostgresServer
from stack.processes import OWNER, ProcessRef, marked, stop_tree
from stack.push import push_migrations
from stack.services import Service, client_environment, environment_of
from stack.settings import StackSettings
from workers.ops.migrations import State

READY_SECONDS = 90.0
GIVE_UP_RESTARTS = 4


class Stack:
    """The stack in one directory."""

    def __init__(
        self,
        directory: Path,
        *,
        port: int | None = None,
        workers: bool = True,
        say: Callable[[str], None] = lambda _: None,
        environment: Mapping[str, str] | None = None,
        is_temporary: bool = False,
    ) -> None:
        """`port` None: the last one used in this directory, else 54321. `say` is told what is going on.

        `environment` is added to that of the services when they are started. A temporary stack stops by itself when
        the process that started it is gone, however that ended.
        """
        self.layout = Layout(directory.expanduser().absolute())
        self._port = port
        self._workers = workers
        owner = {OWNER: ProcessRef.of(os.getpid()).model_dump_json()} if is_temporary else {}
        self._environment = {**(environment or {}), **owner}
        self.say = say

    def up(self) -> None:
        """Start what does not run, push pending migrations, and return when every service answers."""
        self._check_packages()
        with self._exclusive():
            settings = self._running_settings()
            if settings is not None:
                if self._port not in (None, settings.port):
                    raise StackError(
                        f"This stack already runs on port {settings.port}.", "Stop it first with: catalyst stack down"
                    )
                self._migrate(settings)
                self._wait_until_ready(settings)
                return
            self._clear_leftovers()
            try:
                settings = self._start_database()
                self._migrate(settings)
                self.say("Starting services …")
                self._start_supervisor()
                self._wait_until_ready(settings)
            except BaseException:
                self._stop()  # half a stack helps nobody; the logs stay
                raise

    def down(self) -> None:
        """Stop everything; the data stays. Nothing is left behind, however the processes were treated before."""
        if not self.layout.root.exists():
            return
        with self._exclusive():
            self._stop()

    def reset(self) -> None:
        """Delete the data, keep keys and ports. A stack that ran is started again."""
        if not self.layout.root.exists():
            return
        with self._exclusive():
            running = self._running_settings()
            self._stop()
            PostgresServer(self.layout.postgres).erase()
            shutil.rmtree(self.layout.files, ignore_errors=True)
            shutil.rmtree(self.layout.logs, ignore_errors=True)
        if running is not None:
            self._workers = running.workers
            self.up()

    def status(self) -> list[ServiceStatus]:
        """Every service and whether it answers; empty when there is no stack here."""
        settings = StackSettings.load(self.layout)
        if settings is None:
            return []
        keys = StackKeys.load_or_make(self.layout.keys)
        return asyncio.run(HealthChecks(self.layout, settings, keys, self._server(settings)).all())

    def env(self) -> dict[str, str]:
        """URL and keys for clients."""
        settings = StackSettings.load(self.layout)
        if settings is None or not (self.layout.postgres / "secret").exists():
            raise StackError(f"There is no stack in {self.layout.root}.", "Start one with: catalyst stack up")
        return client_environment(settings, StackKeys.load_or_make(self.layout.keys), self._server(settings))

    def _server(self, settings: StackSettings) -> PostgresServer:
        return PostgresServer(self.layout.postgres, settings.postgres_port)

    def _check_packages(self) -> None:
        """Before anything is started: what is missing is said in one sentence."""
        node()
        deno()
        supabase_cli()
        npm_file("@supabase/lite/package.json")
        npm_file("postgres/package.json")

    def _running_settings(self) -> StackSettings | None:
        supervisor = self._supervisor()
        process = supervisor.find() if supervisor else None
        if process is None:
            return None
        try:
            process.wait(0.2)  # one that was killed a moment ago is still there
        except psutil.TimeoutExpired:
            return StackSettings.load(self.layout)
        return None

    def _supervisor(self) -> ProcessRef | None:
        processes = Processes.load(self.layout)
        return processes.supervisor if processes and processes.supervisor.find() else None

    def _clear_leftovers(self) -> None:
        """Children whose supervisor was killed would hold the ports."""
        if left := marked(self.layout.root):
            self.say("Stopping what an earlier run left behind …")
            stop_tree(left)
        self.layout.state.unlink(missing_ok=True)

    def _start_database(self) -> StackSettings:
        running = PostgresServer(self.layout.postgres) if self.layout.postgres.exists() else None
        postgres_port = running.port if running and running.is_running else None
        settings = StackSettings.choose(
            self.layout, port=self._port, workers=self._workers, postgres_port=postgres_port
        )
        server = self._server(settings)
        first = not (self.layout.postgres / "cluster").exists()
        self.say("Creating the database …" if first else "Starting the database …")
        server.start()
        settings.save(self.layout)
        StackKeys.load_or_make(self.layout.keys)
        install_platform(server)
        return settings

    def _migrate(self, settings: StackSettings) -> None:
        server = self._server(settings)
        found = asyncio.run(overtaken(server.dsn()))
        if missing := found[State.MISSING]:
            raise StackError(
                f"The data were made with migrations that this checkout does not have: {_some(missing)}.",
                "Check out what they were made with, or delete them with: catalyst stack reset",
            )
        self.say("Pushing migrations with the Supabase CLI …")
        push_migrations(server.dsn(), self.layout.logs / "migrations.log")
        if changed := found[State.CHANGED]:
            self.say(f"Changed since they were applied here: {_some(changed)}. Follow them with: catalyst stack reset")
        share_api_roles(server)

    def _start_supervisor(self) -> None:
        log = self.layout.logs / "supervisor.log"
        with log.open("ab") as output:
            process = subprocess.Popen(  # noqa: S603 (ourselves)
                [sys.executable, "-m", "stack.supervisor", str(self.layout.root)],
                cwd=PROJECT,
                env=environment_of(self.layout, Service("supervisor", (), self._environment)),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        deadline = time.monotonic() + 20
        while self._supervisor() is None:
            if process.poll() is not None or time.monotonic() > deadline:
                reason = log.read_text(errors="replace").strip().splitlines()[-1:] or ["it said nothing"]
                raise StackError(f"The supervisor did not start: {reason[0]}", f"See {log}.")
            time.sleep(0.05)

    def _wait_until_ready(self, settings: StackSettings) -> None:
        checks = HealthChecks(self.layout, settings, StackKeys.load_or_make(self.layout.keys), self._server(settings))
        deadline = time.monotonic() + READY_SECONDS
        while True:
            missing = [one for one in asyncio.run(checks.all()) if one.state != "running"]
            if not missing:
                return
            if time.monotonic() > deadline or any(one.restarts >= GIVE_UP_RESTARTS for one in missing):
                raise self._not_ready(missing)
            time.sleep(0.1)

    def _not_ready(self, missing: list[ServiceStatus]) -> StackError:
        names = ", ".join(one.name for one in missing)
        for path in self.layout.logs.glob("*.log"):
            with contextlib.suppress(OSError):
                if "No space left on device" in path.read_text(errors="replace")[-5000:]:
                    return StackError(f"The disk that holds {self.layout.root} is full.", "Free some space, try again.")
        return StackError(f"Not every service answers: {names}.", f"The logs are in {self.layout.logs}.")

    def _stop(self) -> None:
        supervisor = self._supervisor()
        if supervisor is not None:
            # It stops its children in order; workers get time to hand their jobs back.
            with contextlib.suppress(psutil.Error):
                process = psutil.Process(supervisor.pid)
                process.terminate()
                process.wait(60)
        stop_tree(marked(self.layout.root))
        if self.layout.postgres.exists():
            PostgresServer(self.layout.postgres).stop()
        self.layout.state.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _exclusive(self) -> Iterator[None]:
        """One command at a time changes a stack."""
        try:
            self.layout.root.mkdir(parents=True, exist_ok=True)
            for directory in (self.layout.logs, self.layout.files):
                directory.mkdir(mode=0o700, exist_ok=True)
            descriptor = os.open(self.layout.lock, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise from_system(error, self.layout.root) from error
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                self.say("Waiting for another command on this stack …")
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            yield
        except OSError as error:
            raise from_system(error, self.layout.root) from error
        finally:
            os.close(descriptor)


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - 3} more" if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def from_system(error: OSError, directory: Path) -> StackError:
    """What the operating system refused, in a sentence."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return StackError(f"The disk that holds {directory} is full.", "Free some space and try again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return StackError(
            f"No permission to use {error.filename or directory}.", "Choose a directory of your own with --dir."
        )
    if error.errno == errno.ENOEXEC:
        return StackError(
            f"{error.filename} is built for another processor or system.", "Run: make setup, on this machine."
        )
    if error.errno in (errno.ENOTDIR, errno.EEXIST, errno.EISDIR):
        return StackError(f"{error.filename or directory} is in the way.", "Choose another directory with --dir.")
    return StackError(f"The system refused: {error.strerror or error} ({error.filename or directory}).")
