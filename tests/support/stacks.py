"""Whole stacks for tests: Postgres, REST, Auth, Storage, Realtime and functions behind one gateway."""

from __future__ import annotations

import shutil
import socket
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from supabase import AsyncClient, acreate_client

from stack.lifecycle import Stack
from stack.postgres import PostgresServer
from tests.support.database import Database


@dataclass(frozen=True, slots=True)
class RunningStack:
    """Where a stack is reached, as `catalyst stack env` prints it."""

    directory: Path
    url: str
    publishable_key: str
    secret_key: str
    jwt_secret: str
    database_url: str

    @property
    def rest_url(self) -> str:
        """Base of PostgREST."""
        return f"{self.url}/rest/v1"

    def superuser_url(self) -> str:
        """The database as `supabase_admin`, for what no client may do."""
        return PostgresServer(self.directory / "postgres").dsn(user="supabase_admin")


class StackDatabase(Database):
    """The database of a stack, with the helpers that tests of the database have."""

    def __init__(self, stack: RunningStack) -> None:
        """Connections are made by name of the login role."""
        super().__init__(_StackBackend(stack), "postgres")


class _StackBackend:
    def __init__(self, stack: RunningStack) -> None:
        self._server = PostgresServer(stack.directory / "postgres")

    def dsn(self, database: str = "postgres", user: str = "postgres") -> str:
        return self._server.dsn(database, user)


def start_stack(directory: Path, *, workers: bool = False) -> RunningStack:
    """Start the stack of this directory, or find it running."""
    known = (directory / "stack.json").exists()
    stack = Stack(directory, port=None if known else free_port(), workers=workers)
    stack.up()
    env = stack.env()
    return RunningStack(
        directory,
        env["SUPABASE_URL"],
        env["SUPABASE_PUBLISHABLE_KEY"],
        env["SUPABASE_SECRET_KEY"],
        env["SUPABASE_JWT_SECRET"],
        env["DATABASE_URL"],
    )


def destroy_stack(directory: Path) -> None:
    """Stop it and delete its files."""
    Stack(directory).down()
    PostgresServer(directory / "postgres").destroy()
    shutil.rmtree(directory, ignore_errors=True)


def destroy_stacks(run_dir: Path) -> None:
    """Stop every stack that was started below the run's directory."""
    for directory in run_dir.glob("*stack*"):
        if directory.is_dir():
            destroy_stack(directory)


async def sign_up(
    stack: RunningStack, email: str | None = None, password: str = "correct horse battery"
) -> AsyncClient:
    """A new person, signed in through /auth/v1 with the official client."""
    client = await acreate_client(stack.url, stack.publishable_key)
    await client.auth.sign_up({"email": email or f"{uuid4().hex[:12]}@example.test", "password": password})
    return client


async def access_token(client: AsyncClient) -> str:
    """The signed-in person's JWT."""
    session = await client.auth.get_session()
    if session is None:
        raise AssertionError("nobody is signed in")
    return session.access_token


def free_port() -> int:
    """A TCP port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
