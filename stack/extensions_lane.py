"""A Postgres 17 server with the real extensions, run inside the Debian root of `extensions_root`."""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Self
from urllib.parse import quote

from stack.errors import StackError
from stack.extensions_root import ensure_root
from stack.postgres import HOST, SUPERUSER

_BIN = "/usr/lib/postgresql/17/bin"
_SETTINGS = {
    "listen_addresses": HOST,
    "unix_socket_directories": "",
    "shared_preload_libraries": "pg_cron,pg_stat_statements",
    "cron.database_name": "postgres",
    "cron.use_background_workers": "on",
    "wal_level": "logical",
    "max_connections": "200",
    "max_worker_processes": "20",
    "max_replication_slots": "30",
    "dynamic_shared_memory_type": "mmap",  # the root has no /dev/shm
    "timezone": "UTC",
    "jit": "off",
}


class ExtensionsServer:
    """The lane's counterpart of `PostgresServer`: same verbs, same roles, real extensions."""

    def __init__(self, name: str, port: int = 0, settings: Mapping[str, str] | None = None) -> None:
        """Name the cluster; its files live in the root, below /var/lib/catalyst."""
        self.root = ensure_root()
        self.data_dir = self.root / "var/lib/catalyst" / name
        self._inside = f"/var/lib/catalyst/{name}"
        self._port = port
        self._settings = _SETTINGS | dict(settings or {})

    def __enter__(self) -> Self:
        """Start it."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it and delete its files."""
        self.destroy()

    @property
    def port(self) -> int:
        """The TCP port; of the running server when there is one."""
        running = self._postmaster()
        return running[1] if running else self._port

    @property
    def is_running(self) -> bool:
        """Whether the postmaster is alive."""
        return self._postmaster() is not None

    def password(self, user: str) -> str:
        """One password for all roles: the server is reachable on loopback only and lives for one run."""
        return (self.data_dir.parent / f"{self.data_dir.name}.password").read_text()

    def dsn(self, database: str = "postgres", user: str = "postgres") -> str:
        """A loopback URL."""
        return f"postgresql://{quote(user)}:{self.password(user)}@{HOST}:{self.port}/{quote(database)}"

    def start(self) -> None:
        """Create the cluster when there is none and start it. Idempotent."""
        if self.is_running:
            return
        if not (self.data_dir / "PG_VERSION").exists():
            self._initialise()
        self._port = self._port or _free_port()
        lines = [f"{name} = '{value}'" for name, value in self._settings.items()]
        (self.data_dir / "postgresql.conf").write_text("\n".join(lines) + "\n")
        command = [f"{_BIN}/pg_ctl", "start", "-w", "-t", "60", "-D", self._inside, "-l", f"{self._inside}/server.log"]
        done = self._run([*command, "-o", f"-p {self._port}"])
        if done.returncode != 0:
            log = self.data_dir / "server.log"
            words = log.read_text(errors="replace")[-2000:] if log.exists() else done.stderr
            raise StackError(
                "The Postgres 17 of the full-extension lane did not start.", "Its log follows.", detail=words
            )

    def stop(self) -> None:
        """Stop the server. Idempotent."""
        if self.is_running:
            self._run([f"{_BIN}/pg_ctl", "stop", "-w", "-m", "fast", "-D", self._inside])
        if running := self._postmaster():
            os.kill(running[0], signal.SIGQUIT)
            while self._postmaster() is not None:
                time.sleep(0.05)

    def destroy(self) -> None:
        """Stop the server and delete its files."""
        self.stop()
        shutil.rmtree(self.data_dir, ignore_errors=True)
        (self.data_dir.parent / f"{self.data_dir.name}.password").unlink(missing_ok=True)

    def serve_cron(self, database: str) -> None:
        """Point pg_cron at a database: it serves one per server, named by a setting that needs a restart."""
        self._settings["cron.database_name"] = database
        self.stop()
        self.start()

    def _initialise(self) -> None:
        self.data_dir.parent.mkdir(parents=True, exist_ok=True)
        shutil.chown(self.data_dir.parent, *self._owner())
        password = self.data_dir.parent / f"{self.data_dir.name}.password"
        password.write_text(secrets.token_urlsafe(24))
        shutil.chown(password, *self._owner())
        done = self._run(
            [
                f"{_BIN}/initdb", "-D", self._inside, "-U", SUPERUSER, f"--pwfile={self._inside}.password",
                "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C", "--lc-ctype=C.UTF-8",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--set=scram_iterations=1",
            ]
        )  # fmt: skip
        if done.returncode != 0:
            raise StackError("initdb of the full-extension lane failed.", "Its words follow.", detail=done.stderr)

    def _run(self, command: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(  # noqa: S603 (programs of the root)
            ["/usr/sbin/chroot", "--userspec=postgres:postgres", str(self.root), *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,  # a pipe would stay open as long as the server
            stderr=subprocess.PIPE if "pg_ctl" not in command[0] else subprocess.DEVNULL,
            cwd="/",
            env={"LC_ALL": "C", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"},
            text=True,
            check=False,
            timeout=120,
        )

    def _owner(self) -> tuple[int, int]:
        """The `postgres` user of the root, whose number the host may not know."""
        for line in (self.root / "etc/passwd").read_text().splitlines():
            name, _, uid, gid, *_ = line.split(":")
            if name == "postgres":
                return int(uid), int(gid)
        raise StackError(f"{self.root} has no postgres user.", f"Delete {self.root} and run the lane again.")

    def _postmaster(self) -> tuple[int, int] | None:
        try:
            lines = (self.data_dir / "postmaster.pid").read_text().splitlines()
            pid, port = int(lines[0]), int(lines[3])
            command = Path(f"/proc/{pid}/cmdline").read_text()
        except (OSError, ValueError, IndexError):
            return None
        return (pid, port) if self._inside in command else None


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])
