"""The embedded server on its own: found again, recovered, and clear when it cannot start."""

from __future__ import annotations

import os
import shutil
import signal
import tempfile
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from stack.errors import StackError
from stack.postgres import PostgresServer
from stack.postgres_errors import explain
from stack.postgres_home import account, cluster_dir
from tests.support import run_dir


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    """One for this file."""
    one = PostgresServer(run_dir.current() / "single-postgres")
    one.start()
    yield one
    one.destroy()


def test_another_object_finds_it(server: PostgresServer) -> None:
    other = PostgresServer(server.data_dir)
    assert other.is_running
    assert (other.port, other.pid) == (server.port, server.pid)
    other.start()  # does nothing
    assert other.pid == server.pid


def test_it_is_durable_and_ready_for_realtime(server: PostgresServer) -> None:
    with psycopg.connect(server.dsn(user="supabase_admin")) as connection:
        shown = {
            name: connection.execute("select current_setting(%s)", (name,)).fetchone()
            for name in ("fsync", "synchronous_commit", "wal_level", "listen_addresses", "shared_preload_libraries")
        }
    assert {name: row[0] for name, row in shown.items() if row} == {
        "fsync": "on",
        "synchronous_commit": "on",
        "wal_level": "logical",
        "listen_addresses": "127.0.0.1",
        "shared_preload_libraries": "pg_stat_statements",
    }


def test_nobody_gets_in_without_the_password(server: PostgresServer) -> None:
    for host in ("127.0.0.1", str(server.socket_dir)):
        with pytest.raises(psycopg.OperationalError, match="password"):
            psycopg.connect(
                host=host,
                port=server.port,
                user="supabase_admin",
                dbname="postgres",
                password="guess",
                passfile="/none",
            )


def test_it_recovers_from_kill_9_and_a_reused_pid(server: PostgresServer) -> None:
    with psycopg.connect(server.dsn(user="supabase_admin")) as connection:
        connection.execute("create table kept as select 1 as one")
    pid, port = server.pid, server.port
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    while server.is_running:
        pass
    pid_file = cluster_dir(server.data_dir, account()) / "postmaster.pid"
    lines = pid_file.read_text().splitlines()
    pid_file.write_text("\n".join([str(os.getpid()), *lines[1:]]) + "\n")  # a stranger has that number now
    assert not server.is_running
    server.start()
    assert server.port == port
    with psycopg.connect(server.dsn(user="supabase_admin")) as connection:
        assert connection.execute("select one from kept").fetchone() == (1,)


def test_a_broken_directory_is_said() -> None:
    directory = run_dir.current() / "broken-postgres"
    broken = PostgresServer(directory)
    broken.start()
    broken.stop()
    (cluster_dir(directory, account()) / "global" / "pg_control").unlink()
    with pytest.raises(StackError, match=r"is broken: .*pg_control.*catalyst stack reset"):
        broken.start()
    (cluster_dir(directory, account()) / "PG_VERSION").write_text("9\n")
    with pytest.raises(StackError, match=r"was made by Postgres 9; this is \d+"):
        broken.start()
    broken.destroy()
    assert not directory.exists()


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user runs Postgres itself")
def test_root_may_keep_it_where_postgres_cannot_go(monkeypatch: pytest.MonkeyPatch) -> None:
    closed = Path(tempfile.mkdtemp(prefix="catalyst-closed-"))
    elsewhere = run_dir.current() / "state"
    monkeypatch.setattr("stack.postgres_home.STATE_DIR", elsewhere)
    hidden = PostgresServer(closed / "data")
    try:
        hidden.start()
        with psycopg.connect(hidden.dsn(user="supabase_admin")) as connection:
            assert connection.execute("select 1").fetchone() == (1,)
        assert closed.stat().st_mode & 0o077 == 0
        assert (closed / "data" / "cluster").readlink().parent == elsewhere
    finally:
        hidden.destroy()
        shutil.rmtree(closed)
    assert not list(elsewhere.glob("cluster-*"))


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("FATAL: could not write file: No space left on device", "is full"),
        ('could not bind IPv4 address "127.0.0.1": Address already in use', "Port 5 is in use"),
        ("/x/postgres: cannot execute binary file: Exec format error", "another processor"),
        ("postgres: /lib/libc.so.6: version `GLIBC_2.38' not found", "newer system library"),
        ("PANIC:  could not locate a valid checkpoint record at 0/1", "is broken"),
        ("initdb: error: could not access directory: Permission denied", "No permission"),
        ("FATAL:  something new", "did not start: something new."),
    ],
)
def test_reasons_become_sentences(tmp_path: Path, output: str, sentence: str) -> None:
    assert sentence in str(explain(output, port=5, directory=tmp_path))
