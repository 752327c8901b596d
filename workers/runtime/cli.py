"""`catalyst worker`."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import threading
from typing import Annotated, Any

import structlog
import typer
from pydantic import ValidationError

from workers.providers.settings import ProviderSettings
from workers.runtime.health_server import LOOPBACK, HealthServer
from workers.runtime.logs import configure_logging
from workers.runtime.metrics import render
from workers.runtime.redaction import Redactor
from workers.runtime.registry import RegistrationError, Registry, discover
from workers.runtime.settings import WorkerSettings
from workers.runtime.stats import Health, Stats
from workers.runtime.transport.base import Transport
from workers.runtime.transport.postgres import PostgresTransport
from workers.runtime.wakeups.base import WakeSource
from workers.runtime.worker import CannotStart, Worker, relax_collector

app = typer.Typer(add_completion=False)
log = structlog.get_logger("catalyst.worker")

EXIT_CANNOT_START = 3
EXIT_STOPPED_AT_ONCE = 128 + signal.SIGTERM


@app.callback(invoke_without_command=True)
def worker(
    queues: Annotated[
        str | None, typer.Option(help="Comma-separated; default: those of the kinds handled here.")
    ] = None,
    concurrency: Annotated[int | None, typer.Option(help="Handlers that may run at once.")] = None,
    transport: Annotated[
        str | None, typer.Option(help="postgres or rest; default: postgres with DATABASE_URL.")
    ] = None,
    wake: Annotated[str | None, typer.Option(help="listen, realtime, both, or an empty string to poll only.")] = None,
    handlers: Annotated[list[str] | None, typer.Option(help="Further handler module, dotted; may be repeated.")] = None,
    drain_seconds: Annotated[float | None, typer.Option(help="How long SIGTERM waits for running handlers.")] = None,
    health_port: Annotated[
        int | None, typer.Option(help="Loopback port of /healthz and /metrics; 0: any free one.")
    ] = None,
    log_level: Annotated[str | None, typer.Option(help="DEBUG, INFO, WARNING or ERROR.")] = None,
) -> None:
    """Run jobs until SIGTERM. Every setting is also CATALYST_WORKER_<NAME>; secrets come from the environment only."""
    given: dict[str, Any] = {
        "queues": queues, "concurrency": concurrency, "transport": transport, "wake": wake,
        "handlers": ",".join(handlers) if handlers else None, "drain_seconds": drain_seconds,
        "health_port": health_port, "log_level": log_level and log_level.upper(),
    }  # fmt: skip
    if wake == "both":
        given["wake"] = "listen,realtime"
    try:
        settings = WorkerSettings(**{name: value for name, value in given.items() if value is not None})
        registry = discover(settings.handlers, settings.handlers_package or None)
    except ValidationError as error:
        for problem in error.errors(include_input=False, include_url=False):
            name = "_".join(str(part) for part in problem["loc"])
            typer.echo(f"{name + ': ' if name else ''}{problem['msg'].removeprefix('Value error, ')}", err=True)
        raise typer.Exit(2) from None
    except RegistrationError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    redactor = Redactor([*settings.secrets, *ProviderSettings().secrets])
    configure_logging(redactor, settings.log_level)
    code = _run(_work(settings, registry, redactor))
    sys.stdout.flush()
    sys.stderr.flush()
    # Not sys.exit: a handler's thread that cannot be interrupted would hold the process.
    os._exit(code)


async def _work(settings: WorkerSettings, registry: Registry, redactor: Redactor) -> int:
    stats, health = Stats(), Health(settings.unhealthy_after)
    transport = make_transport(settings)
    one = Worker(settings, registry, transport, stats, health, redactor)
    _catch_signals(one)
    try:
        server = HealthServer(
            settings.health_port,
            health.problem,
            lambda: render(stats, one.inflight, health, settings.concurrency),
        )
    except OSError as error:
        log.error(
            "health_port_unavailable", port=settings.health_port, reason=str(error), hint="choose another --health-port"
        )
        return EXIT_CANNOT_START
    server.start()
    try:
        queues = await one.prepare()
        if not queues:
            return 0
        sources = make_sources(settings, queues, stats, redactor)
        log.info(
            "started", worker_id=one.worker_id, queues=queues, kinds=registry.kinds, concurrency=settings.concurrency,
            transport=settings.chosen_transport, wake=list(settings.wake_sources),
            health=f"http://{LOOPBACK}:{server.port}/healthz",
        )  # fmt: skip
        relax_collector()
        await one.run(queues, sources)
    except CannotStart as error:
        log.error("cannot_start", reason=str(error))
        typer.echo(str(error), err=True)
        return EXIT_CANNOT_START
    except BaseExceptionGroup:
        log.critical("crashed", exc_info=True)
        return 1
    finally:
        server.close()
    return 0


def make_transport(settings: WorkerSettings) -> Transport:
    """The adapter that the settings choose."""
    if settings.chosen_transport == "postgres":
        assert settings.database_url is not None
        return PostgresTransport(
            settings.database_url.get_secret_value(),
            connections=settings.connections,
            prepared=settings.prepared_statements,
            call_timeout=settings.call_timeout,
        )
    from workers.runtime.transport.rest import RestTransport

    assert settings.supabase_url is not None
    assert settings.supabase_secret_key is not None
    return RestTransport(
        settings.supabase_url,
        settings.supabase_secret_key.get_secret_value(),
        connections=settings.connections + 2,
        call_timeout=settings.call_timeout,
    )


def make_sources(settings: WorkerSettings, queues: list[str], stats: Stats, redactor: Redactor) -> list[WakeSource]:
    """The wake-up sources that the settings choose."""
    sources: list[WakeSource] = []
    if "listen" in settings.wake_sources:
        from workers.runtime.wakeups.listen import Listener

        assert settings.database_url is not None
        sources.append(Listener(settings.database_url.get_secret_value(), queues, stats, redactor))
    if "realtime" in settings.wake_sources:
        from workers.runtime.wakeups.realtime import RealtimeListener

        assert settings.supabase_url is not None
        assert settings.supabase_secret_key is not None
        key = settings.supabase_secret_key.get_secret_value()
        sources.append(RealtimeListener(settings.supabase_url, key, queues, stats, redactor))
    return sources


def _catch_signals(one: Worker) -> None:
    """First signal: drain. Second: stop at once, even when a handler blocks the event loop.

    One thread waits for them and all others block them (threads inherit the mask): a signal that the kernel hands to
    another thread would not interrupt a main thread that sleeps in a handler. Children must not inherit the mask;
    asyncio's, started by libuv, get an empty one.
    """
    loop = asyncio.get_running_loop()
    numbers = {signal.SIGTERM, signal.SIGINT}
    signal.pthread_sigmask(signal.SIG_BLOCK, numbers)

    def wait() -> None:
        signal.sigwait(numbers)
        loop.call_soon_threadsafe(one.ask_to_stop)
        signal.sigwait(numbers)
        os.write(2, b"second signal: stopping at once\n")
        os._exit(EXIT_STOPPED_AT_ONCE)

    threading.Thread(target=wait, name="signals", daemon=True).start()


def _run(main: Any) -> int:
    try:
        import uvloop
    except ImportError:
        return int(asyncio.run(main))
    return int(uvloop.run(main))
