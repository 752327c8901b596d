"""`python -m stack.simulators [--port N]`: run the simulators until SIGTERM."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import signal
import sys

import uvloop

from stack.simulators.server import Simulators, running

DEFAULT_PORT = 54400


async def _serve(port: int) -> None:
    stop = asyncio.Event()
    for signum in (signal.SIGINT, signal.SIGTERM):
        with contextlib.suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(signum, stop.set)
    async with running(port) as sims:
        sys.stdout.write(_addresses(sims))
        sys.stdout.flush()
        await stop.wait()


def _addresses(sims: Simulators) -> str:
    names = {"openai": sims.openai, "compatible": sims.compatible, "gemini": sims.gemini, "anthropic": sims.anthropic}
    names["youtube"] = sims.youtube
    lines = [f"{name:<11} {url}" for name, url in names.items()]
    return "\n".join([*lines, f"{'control':<11} {sims.url}/_control", ""])


def main() -> None:
    """Read the port and serve."""
    parser = argparse.ArgumentParser(prog="python -m stack.simulators", description="Simulators of AI providers' APIs.")
    parser.add_argument("--port", type=int, default=DEFAULT_PORT, help=f"0 for any free one; {DEFAULT_PORT} by default")
    try:
        uvloop.run(_serve(parser.parse_args().port))
    except OSError as error:
        sys.exit(f"cannot listen: {error.strerror or error}")


main()
