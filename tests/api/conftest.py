"""A stack whose every table is filled with made-up rows of two people."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass

import psycopg
import pytest
import pytest_asyncio

from tests.support import run_dir
from tests.support.people import Person, join
from tests.support.stacks import RunningStack, StackDatabase, destroy_stack, start_stack
from tests.support.tenants import World, populate


@dataclass(frozen=True, slots=True)
class Filled:
    """Two people who signed up, A and B, and a row of each in every table."""

    stack: RunningStack
    world: World
    a: Person
    b: Person


@pytest.fixture(scope="session")
def own_stack() -> Iterator[RunningStack]:
    """A stack that only these tests use."""
    directory = run_dir.current() / f"filled-{os.getpid()}-stack"
    yield start_stack(directory)
    destroy_stack(directory)
    shutil.rmtree(directory, ignore_errors=True)


@pytest_asyncio.fixture(scope="session")
async def filled(own_stack: RunningStack) -> Filled:
    """Its database is full of rows that no function would have made; nobody tidies it up meanwhile."""
    with psycopg.connect(own_stack.superuser_url()) as connection:
        connection.execute("update cron.job set active = false")
    a, b = await join(own_stack, "a"), await join(own_stack, "b")
    owners = (a.organization, a.id), (b.organization, b.id)
    return Filled(own_stack, await populate(StackDatabase(own_stack), owners), a, b)
