"""One server per run, one template, one clone per test that asks for a database."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from filelock import FileLock

from tests.support import run_dir
from tests.support.backends import Backend, choose_backend
from tests.support.database import Database, DatabaseFactory
from tests.support.stacks import RunningStack, destroy_stacks, start_stack
from tests.support.templates import ensure_migrated, ensure_platform


def pytest_configure(config: pytest.Config) -> None:
    """Make the run's directory (xdist workers inherit it), after clearing up behind killed runs."""
    if not hasattr(config, "workerinput"):
        run_dir.remove_abandoned()
        choose_backend(run_dir.create())  # a backend that cannot be had ends the run here, in one line


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    """Stop the server when the last worker is done; a process that is left fails the run."""
    if hasattr(session.config, "workerinput"):
        return
    directory = run_dir.current()
    destroy_stacks(directory)
    choose_backend(directory).stop()
    if left := run_dir.processes_of(directory):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter = session.config.pluginmanager.get_plugin("terminalreporter")
        for line in left:
            reporter.write_line(f"process left behind by the tests: {line}", red=True)
    shutil.rmtree(directory, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_server() -> Backend:
    """The run's Postgres server, shared by all workers; stopped by the controller."""
    directory = run_dir.current()
    backend = choose_backend(directory)
    with FileLock(directory / "server.lock"):
        backend.start()
    return backend


@pytest.fixture(scope="session")
def template_database(postgres_server: Backend) -> str:
    """Name of the database with the platform and every migration; connect to a clone, never to it."""
    with FileLock(run_dir.current() / "template.lock"):
        return ensure_migrated(postgres_server)


@pytest.fixture(scope="session")
def platform_template(postgres_server: Backend) -> str:
    """Name of the database with the platform alone."""
    with FileLock(run_dir.current() / "template.lock"):
        return ensure_platform(postgres_server)


@pytest_asyncio.fixture(scope="session")
async def database_factory(postgres_server: Backend) -> AsyncIterator[DatabaseFactory]:
    """Makes databases for tests that need more than one, or a wider scope."""
    factory = DatabaseFactory(postgres_server)
    yield factory
    await factory.close()


@pytest_asyncio.fixture
async def database(template_database: str, database_factory: DatabaseFactory) -> AsyncIterator[Database]:
    """A database of the test's own, migrated and empty."""
    clone = await database_factory.create(template_database)
    yield clone
    await database_factory.drop(clone)


@pytest_asyncio.fixture
async def platform_database(platform_template: str, database_factory: DatabaseFactory) -> AsyncIterator[Database]:
    """A database with the platform but none of our migrations."""
    clone = await database_factory.create(platform_template)
    yield clone
    await database_factory.drop(clone)


@pytest_asyncio.fixture(scope="session")
async def read_only_database(template_database: str, database_factory: DatabaseFactory) -> AsyncIterator[Database]:
    """One migrated clone for tests that only look at it."""
    clone = await database_factory.create(template_database)
    yield clone
    await database_factory.drop(clone)


@pytest.fixture(scope="session")
def stack() -> RunningStack:
    """The whole platform behind its gateway, without workers, shared by the run; make your own people in it."""
    with FileLock(run_dir.current() / "stack.lock"):
        return start_stack(run_dir.current() / "stack")
