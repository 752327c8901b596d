"""One embedded Postgres server in one directory: durable, loopback only, password protected."""

from __future__ import annotations

import base64
import contextlib
import hashlib
import hmac
import os
import secrets
import shutil
import socket
import stat
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Literal, Self
from urllib.parse import quote

import psutil

from stack.errors import StackError
from stack.postgres_errors import explain
from stack.postgres_home import account, binaries, cluster_dir

SUPERUSER = "supabase_admin"
HOST = "127.0.0.1"

SETTINGS: Mapping[str, str] = {
    "listen_addresses": HOST,
    "max_connections": "200",
    "shared_buffers": "256MB",
    "shared_preload_libraries": "pg_stat_statements",
    "wal_level": "logical",
    "max_replication_slots": "30",
    "max_wal_senders": "30",
    # A forgotten slot must not fill the disk.
    "max_slot_wal_keep_size": "4GB",
    "fsync": "on",
    "synchronous_commit": "on",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
    # Statements can hold secrets, so failing ones are not written to the log.
    "log_min_error_statement": "panic",
    "log_parameter_max_length_on_error": "0",
    # Passwords here are 256 random bits; stretching them would only make each connection slower.
    "scram_iterations": "1",
}


class PostgresServer:
    """Starts, finds and stops the server whose files live in `data_dir`.

    Objects are cheap: a second one for the same directory, in this or another process, finds the running server.
    """

    def __init__(self, data_dir: Path, port: int = 0, settings: Mapping[str, str] | None = None) -> None:
        """Name the directory; port 0 means any free one (kept for the life of this object)."""
        self.data_dir = data_dir.expanduser().absolute()
        self._port = port
        self._settings = dict(SETTINGS) | dict(settings or {})

    def __enter__(self) -> Self:
        """Start it."""
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Stop it."""
        self.stop()

    @property
    def port(self) -> int:
        """The TCP port; of the running server when there is one."""
        running = self._postmaster()
        return running[1] if running else self._port

    @property
    def is_running(self) -> bool:
        """Whether the postmaster of this directory is alive."""
        return self._postmaster() is not None

    @property
    def pid(self) -> int | None:
        """The postmaster's process id."""
        running = self._postmaster()
        return running[0] if running else None

    @property
    def bin_dir(self) -> Path:
        """Where psql, pg_dump and the others are, reachable for the user that runs the server."""
        return binaries(account())

    @property
    def log_file(self) -> Path:
        """What the server says."""
        return self._cluster() / "server.log"

    @property
    def socket_dir(self) -> Path:
        """A short directory for the unix socket (the path limit is about 100 bytes)."""
        name = hashlib.sha256(str(self.data_dir).encode()).hexdigest()[:10]
        return Path(tempfile.gettempdir()) / f"catalyst-pg-{name}"

    def password(self, user: str) -> str:
        """Every role has its own password, derived from one secret only the owner of the directory can read."""
        secret = (self.data_dir / "secret").read_bytes()
        digest = hmac.new(secret, f"postgres:{user}".encode(), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()

    def dsn(self, database: str = "postgres", user: str = "postgres") -> str:
        """A URL for any local process that is handed it."""
        return f"postgresql://{quote(user)}:{self.password(user)}@{HOST}:{self.port}/{quote(database)}"

    def start(self) -> None:
        """Create the cluster when there is none, and return when it accepts connections. Idempotent."""
        if self._postmaster() is not None:
            return
        self._prepare_directory()
        who = account()
        cluster = self._cluster()
        if not (cluster / "PG_VERSION").exists():
            self._initialise(cluster)
        self._check_version(cluster)
        self._clear_after_crash(cluster)
        self._write_configuration(cluster)
        for attempt in range(5):
            chosen = self._port or _free_port()
            self._make_socket_dir()
            self._trim_log(cluster)
            before = _size(cluster / "server.log")
            done = who.run(
                [
                    str(binaries(who) / "pg_ctl"), "start", "-w", "-t", "120",
                    "-D", str(cluster), "-l", str(cluster / "server.log"), "-o", f"-p {chosen}",
                ],
                timeout=150,
            )  # fmt: skip
            if done.returncode == 0:
                self._port = chosen
                return
            log = done.stdout + _tail(cluster / "server.log", before)
            # A random port may have been taken meanwhile.
            # What a killed postmaster leaves (its backends, its entry in the process table) is gone in a moment.
            left = "shared memory block" in log or ("lock file" in log and "already exists" in log)
            transient = left or ("already in use" in log and not self._port)
            if not transient or attempt == 4:
                raise explain(log, port=chosen, directory=self.data_dir)
            time.sleep(0.5 + attempt)

    def stop(self, mode: Literal["fast", "immediate", "smart"] = "fast") -> None:
        """Stop the server and wait until it is gone. Idempotent."""
        pid = self.pid
        if pid is not None:
            who = account()
            command = [str(binaries(who) / "pg_ctl"), "stop", "-w", "-t", "60", "-m", mode, "-D", str(self._cluster())]
            done = who.run(command, timeout=90)
            if done.returncode != 0 and self.is_running:
                raise StackError("Postgres did not stop.", f"Stop process {pid} yourself.", detail=done.stdout)
        shutil.rmtree(self.socket_dir, ignore_errors=True)

    def erase(self) -> None:
        """Stop the server and delete its data; a new cluster will have the same passwords."""
        if self.data_dir.exists():
            self.stop("immediate")
            shutil.rmtree(self._cluster(), ignore_errors=True)

    def destroy(self) -> None:
        """Delete everything, also the files that live outside `data_dir`."""
        self.erase()
        shutil.rmtree(self.data_dir, ignore_errors=True)

    def _cluster(self) -> Path:
        return cluster_dir(self.data_dir, account())

    def _prepare_directory(self) -> None:
        try:
            self.data_dir.mkdir(parents=True, exist_ok=True)
            secret = self.data_dir / "secret"
            if not secret.exists():
                scratch = secret.with_suffix(f".{os.getpid()}")
                descriptor = os.open(scratch, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
                with os.fdopen(descriptor, "wb") as file:
                    file.write(secrets.token_bytes(32))
                with contextlib.suppress(FileExistsError):  # another process was first
                    os.link(scratch, secret)
                scratch.unlink()
        except OSError as error:
            raise explain(str(error), port=self._port, directory=self.data_dir) from error

    def _initialise(self, cluster: Path) -> None:
        who = account()
        if cluster.exists() and any(cluster.iterdir()):
            raise StackError(
                f"The data directory {self.data_dir} is broken: it holds files, but no database cluster.",
                "Restore it, or delete it with: catalyst stack reset",
            )
        cluster.mkdir(mode=0o700, exist_ok=True)
        who.own(cluster)
        scratch = Path(tempfile.mkdtemp(prefix="catalyst-pw-"))
        try:
            who.own(scratch)
            password = scratch / "password"
            password.write_text(self.password(SUPERUSER))
            password.chmod(0o600)
            who.own(password)
            done = who.run(
                [
                    str(binaries(who) / "initdb"), "-D", str(cluster), "-U", SUPERUSER, "--pwfile", str(password),
                    "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                    "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--set=scram_iterations=1",
                ]
            )  # fmt: skip
        except OSError as error:
            raise explain(str(error), port=self._port, directory=self.data_dir) from error
        finally:
            shutil.rmtree(scratch, ignore_errors=True)
        if done.returncode != 0:
            # A half-made cluster would look like a broken one at the next start.
            shutil.rmtree(cluster, ignore_errors=True)
            raise explain(done.stdout, port=self._port, directory=self.data_dir)

    def _check_version(self, cluster: Path) -> None:
        who = account()
        found = (cluster / "PG_VERSION").read_text().strip()
        shown = who.run([str(binaries(who) / "postgres"), "--version"])
        if shown.returncode != 0:
            raise explain(shown.stdout, port=self._port, directory=self.data_dir)
        ours = shown.stdout.split()[-1].split(".")[0]
        if found != ours:
            raise StackError(
                f"The data directory {self.data_dir} was made by Postgres {found or '(unreadable)'}; this is {ours}.",
                "Install the matching package, or start afresh with: catalyst stack reset",
            )

    def _write_configuration(self, cluster: Path) -> None:
        lines = [f"{name} = '{value}'" for name, value in self._settings.items()]
        lines.append(f"unix_socket_directories = '{self.socket_dir}'")
        # postgresql.auto.conf stays free for ALTER SYSTEM, which wins over this file.
        try:
            (cluster / "postgresql.conf").write_text(
                "# Written by stack/postgres.py at every start.\n" + "\n".join(lines) + "\n"
            )
            (cluster / "pg_hba.conf").write_text(
                "local all all scram-sha-256\n"
                f"host all all {HOST}/32 scram-sha-256\n"
                f"local replication all scram-sha-256\nhost replication all {HOST}/32 scram-sha-256\n"
            )
        except OSError as error:
            raise explain(str(error), port=self._port, directory=self.data_dir) from error

    def _make_socket_dir(self) -> None:
        who = account()
        path = self.socket_dir
        with contextlib.suppress(FileExistsError):
            path.mkdir()
            who.own(path)
        found = path.lstat()
        if found.st_uid not in (who.uid, os.geteuid()) or not stat.S_ISDIR(found.st_mode):
            raise StackError(
                f"{path} belongs to somebody else.", "Remove it, or set TMPDIR to a directory of your own."
            )
        who.own(path)
        path.chmod(0o755)

    def _postmaster(self) -> tuple[int, int] | None:
        """Process id and port from postmaster.pid, if that process is really our server."""
        try:
            lines = (self._cluster() / "postmaster.pid").read_text().splitlines()
            pid, port = int(lines[0]), int(lines[3])
            process = psutil.Process(pid)
            if process.status() == psutil.STATUS_ZOMBIE or not process.name().startswith("postgres"):
                return None
            if str(self._cluster()) not in process.cmdline():
                return None
        except (OSError, ValueError, IndexError, psutil.Error):
            return None
        return pid, port

    def _clear_after_crash(self, cluster: Path) -> None:
        """Remove the lock files of a killed server, whose pid may by now belong to a stranger.

        Only when none of its processes is left: they could still be writing.
        """
        left = _backends(cluster)
        _, alive = psutil.wait_procs(left, timeout=5)
        for process in alive:
            with contextlib.suppress(psutil.Error):
                process.kill()
        psutil.wait_procs(alive, timeout=5)
        (cluster / "postmaster.pid").unlink(missing_ok=True)
        for path in self.socket_dir.glob(".s.PGSQL.*"):
            path.unlink(missing_ok=True)

    def _trim_log(self, cluster: Path) -> None:
        log = cluster / "server.log"
        with contextlib.suppress(OSError):
            if log.stat().st_size > 10_000_000:
                log.unlink()


def _backends(cluster: Path) -> list[psutil.Process]:
    """Processes of a server, also without their postmaster: they work in its directory."""
    found = []
    for process in psutil.process_iter(["name"]):
        with contextlib.suppress(psutil.Error, OSError):
            if (process.info["name"] or "").startswith("postgres") and Path(process.cwd()) == cluster.resolve():
                found.append(process)
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _tail(path: Path, start: int) -> str:
    """What was written since: older complaints are not this start's."""
    try:
        return path.read_bytes()[start:].decode(errors="replace")[-4000:]
    except OSError:
        return ""
