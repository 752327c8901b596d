"""`catalyst stack`: up, down, side by side, and what it says when it cannot."""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import psutil
import psycopg
import pytest

from stack.errors import StackError
from stack.layout import PROJECT, Layout
from stack.lifecycle import Stack
from stack.postgres import PostgresServer
from stack.processes import marked
from stack.settings import StackSettings
from tests.support import run_dir
from tests.support.stacks import RunningStack, destroy_stack, free_port

KEPT = "kept@example.test"
NAMES = ["postgres", "auth", "rest", "storage", "functions", "realtime", "cron"]


@pytest.fixture(scope="module")
def own() -> Iterator[Stack]:
    """A stack that these tests may kill, beside the shared one."""
    directory = run_dir.current() / "own-stack"
    stack = Stack(directory, port=free_port(), workers=False)
    stack.up()
    yield stack
    destroy_stack(directory)


def catalyst(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from workers.cli import main; main()", "stack", *arguments]
    return subprocess.run(
        command, cwd=PROJECT, env=os.environ | environment, capture_output=True, text=True, timeout=180, check=False
    )


def processes(stack: Stack) -> list[psutil.Process]:
    """Everything that belongs to the stack now."""
    found = [process for ref in marked(stack.layout.root) if (process := ref.find())]
    if pid := PostgresServer(stack.layout.postgres).pid:
        postmaster = psutil.Process(pid)
        found += [postmaster, *postmaster.children(recursive=True)]
    return found


def service_pid(stack: Stack, name: str) -> int:
    return int(json.loads(stack.layout.state.read_text())["services"][name]["pid"])


def has_user(stack: Stack, email: str) -> bool:
    with psycopg.connect(stack.env()["DATABASE_URL"]) as connection:
        return connection.execute("select from auth.users where email = %s", (email,)).fetchone() is not None


def test_everything_answers(own: Stack) -> None:
    assert [(one.name, one.state) for one in own.status()] == [(name, "running") for name in NAMES]


def test_up_again_is_harmless(own: Stack) -> None:
    before = service_pid(own, "gateway")
    Stack(own.layout.root, workers=False).up()
    assert service_pid(own, "gateway") == before
    with pytest.raises(StackError, match="already runs on port"):
        Stack(own.layout.root, port=1).up()


def test_two_stacks_are_strangers(own: Stack, stack: RunningStack) -> None:
    theirs, ours = stack.publishable_key, own.env()["SUPABASE_PUBLISHABLE_KEY"]
    assert theirs != ours
    url = own.env()["SUPABASE_URL"]
    assert httpx.get(f"{url}/auth/v1/health", headers={"apikey": ours}).status_code == 200
    assert httpx.get(f"{url}/auth/v1/health", headers={"apikey": theirs}).status_code == 401


def test_env_prints_lines_for_a_shell(own: Stack) -> None:
    done = catalyst("env", "--dir", str(own.layout.root))
    lines = dict(line.split("=", 1) for line in done.stdout.splitlines())
    assert lines == own.env()
    assert list(lines) == [
        "SUPABASE_URL", "SUPABASE_PUBLISHABLE_KEY", "SUPABASE_SECRET_KEY", "SUPABASE_JWT_SECRET", "DATABASE_URL"
    ]  # fmt: skip


def test_secrets_are_for_their_owner_only(own: Stack) -> None:
    layout = own.layout
    for path in (layout.keys, layout.lite_config, layout.gateway_config, layout.postgres / "secret"):
        assert path.stat().st_mode & 0o077 == 0, path


def test_only_loopback_listens(own: Stack) -> None:
    for process in processes(own):
        for connection in process.net_connections(kind="inet"):
            if connection.status == psutil.CONN_LISTEN:
                assert connection.laddr.ip == "127.0.0.1", (process.name(), connection.laddr)


@pytest.mark.parametrize("name", ["lite", "gateway", "cron"])
def test_a_crashed_service_comes_back(own: Stack, name: str) -> None:
    before = service_pid(own, name)
    os.kill(before, signal.SIGKILL)
    wait_for(lambda: name in own.layout.state.read_text() and service_pid(own, name) != before)
    wait_for(lambda: all(one.state == "running" for one in own.status()))


def test_a_crashed_database_comes_back(own: Stack) -> None:
    pid = PostgresServer(own.layout.postgres).pid
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    wait_for(lambda: PostgresServer(own.layout.postgres).pid not in (None, pid))
    wait_for(lambda: all(one.state == "running" for one in own.status()))


def test_after_kill_9_of_everything_the_data_is_there(own: Stack) -> None:
    env = own.env()
    answer = httpx.post(
        f"{env['SUPABASE_URL']}/auth/v1/signup",
        headers={"apikey": env["SUPABASE_PUBLISHABLE_KEY"]},
        json={"email": KEPT, "password": "correct horse battery"},
    )
    assert answer.status_code == 200
    everything = processes(own)
    os.kill(json.loads(own.layout.state.read_text())["supervisor"]["pid"], signal.SIGKILL)  # it would restart the rest
    for process in everything:
        with contextlib.suppress(psutil.NoSuchProcess):
            process.kill()
    psutil.wait_procs(everything, timeout=10)  # a dying process has lost its mark before it is gone
    assert not processes(own)
    assert {one.state for one in own.status()} == {"stopped"}
    Stack(own.layout.root, workers=False).up()
    assert own.env() == env
    assert has_user(own, KEPT)


def test_a_killed_supervisor_leaves_nothing_in_the_way(own: Stack) -> None:
    supervisor = json.loads(own.layout.state.read_text())["supervisor"]["pid"]
    orphan = service_pid(own, "gateway")
    os.kill(supervisor, signal.SIGKILL)
    Stack(own.layout.root, workers=False).up()
    assert service_pid(own, "gateway") != orphan
    assert {one.state for one in own.status()} == {"running"}


def test_a_migration_that_changed_since_is_said(own: Stack) -> None:
    heard: list[str] = []
    again = Stack(own.layout.root, workers=False, say=heard.append)
    with psycopg.connect(own.env()["DATABASE_URL"], autocommit=True) as connection:
        ledger = "supabase_migrations.schema_migrations"
        found = connection.execute(
            f"select version, name, statements from {ledger} order by version limit 1".encode()
        ).fetchone()
        assert found is not None
        again.up()
        assert not [line for line in heard if "Changed" in line]
        change = f"update {ledger} set statements = %s where version = %s".encode()
        connection.execute(change, [["select 1"], found[0]])
        try:
            again.up()
        finally:
            connection.execute(change, [found[2], found[0]])
    [told] = [line for line in heard if "Changed" in line]
    assert f"applied here: {found[0]}_{found[1]}. " in told
    assert "catalyst stack reset" in told


def test_a_migration_that_is_missing_here_is_said(own: Stack) -> None:
    with psycopg.connect(own.env()["DATABASE_URL"], autocommit=True) as connection:
        connection.execute("insert into supabase_migrations.schema_migrations (version) values ('20990101000000')")
        try:
            with pytest.raises(StackError, match=r"migrations that this checkout does not have.*catalyst stack reset"):
                Stack(own.layout.root, workers=False).up()
        finally:
            connection.execute("delete from supabase_migrations.schema_migrations where version = '20990101000000'")


def test_down_leaves_no_process_and_reset_no_data(own: Stack) -> None:
    env, running = own.env(), processes(own)
    assert len(running) > 5
    assert has_user(own, KEPT)
    own.down()
    _, alive = psutil.wait_procs(running, timeout=5)
    assert not alive
    assert not processes(own)
    own.down()  # again, without complaint
    assert catalyst("status", "--dir", str(own.layout.root)).returncode == 1
    own.reset()
    Stack(own.layout.root, workers=False).up()
    assert own.env() == env  # clients keep their keys
    assert not has_user(own, KEPT)


def test_a_port_in_use_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = catalyst("up", "--no-workers", "--dir", str(tmp_path / "s"), "--port", str(port))
    assert done.returncode == 1
    assert done.stderr.strip() == f"Port {port} is in use by another program. Choose another one with --port."


def test_a_missing_package_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stack.layout.PROJECT", tmp_path)
    with pytest.raises(StackError, match=r"is not installed\. Run: make setup"):
        Stack(tmp_path / "s", port=free_port()).up()
    assert not (tmp_path / "s").exists()


def test_no_stack_is_said(tmp_path: Path) -> None:
    missing = tmp_path / "none"
    assert "Start one with: catalyst stack up" in catalyst("env", "--dir", str(missing)).stderr
    assert catalyst("status", "--dir", str(missing)).returncode == 1
    assert catalyst("down", "--dir", str(missing)).returncode == 0
    assert not missing.exists()


def test_a_directory_that_cannot_be_used_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = catalyst("up", "--dir", str(tmp_path / "file"), "--port", str(free_port()))
    assert done.returncode == 1
    assert "is in the way" in done.stderr
    assert "Traceback" not in done.stderr


def test_ports_inside_move_when_they_are_taken() -> None:
    root = run_dir.current() / "ports"
    root.mkdir()
    layout = Layout(root)
    first = StackSettings.choose(layout, port=free_port(), workers=False, postgres_port=None)
    first.save(layout)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", first.lite_port))
        second = StackSettings.choose(layout, port=None, workers=False, postgres_port=None)
    assert second.port == first.port
    assert second.lite_port != first.lite_port
    assert second.postgres_port == first.postgres_port
    shutil.rmtree(root)


def wait_for(condition: object, seconds: float = 45) -> None:
    assert callable(condition)
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        try:
            if condition():
                return
        except (OSError, KeyError, ValueError):
            pass
        time.sleep(0.1)
    raise AssertionError("it did not happen in time")


async def test_the_gateway_survives_a_restart_of_what_is_behind_it(stack: RunningStack) -> None:
    """Requests that arrive while REST is being restarted wait for it, and are answered."""
    state = json.loads(Layout(stack.directory).state.read_text())
    os.kill(state["services"]["lite"]["pid"], signal.SIGTERM)
    await asyncio.sleep(0.2)
    async with httpx.AsyncClient(base_url=stack.url, timeout=30) as http:
        answers = await asyncio.gather(
            *(http.get("/auth/v1/health", headers={"apikey": stack.publishable_key}) for _ in range(20))
        )
    assert {answer.status_code for answer in answers} == {200}
