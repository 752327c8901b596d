"""What the figures were taken on."""

from __future__ import annotations

import importlib.metadata
import platform
from pathlib import Path

import psutil

from bench.queue.process import run
from bench.queue.server import BenchServer
from bench.queue.systems import PEER_PYTHON, node

PEER_PACKAGES = ("pgmq", "pgqueuer", "procrastinate", "asyncpg", "psycopg", "uvloop")
READ_VERSIONS = "import importlib.metadata as m, sys; print(*(m.version(name) for name in sys.argv[1:]))"


def describe() -> dict[str, str]:
    """Processor, memory, system."""
    return {
        "cpu": f"{psutil.cpu_count()} cores of {_cpu_model()}",
        "memory": f"{psutil.virtual_memory().total / 2**30:.0f} GiB",
        "system": f"{platform.system()} {platform.release().split('-')[0]} {platform.machine()}",
    }


def _cpu_model() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    models = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.machine()


async def versions(server: BenchServer) -> dict[str, str]:
    """Versions of everything that was measured."""
    found = (await run([PEER_PYTHON, "-c", READ_VERSIONS, *PEER_PACKAGES])).split()
    graphile = await run(
        [node(), "-p", "JSON.parse(fs.readFileSync('bench/node_modules/graphile-worker/package.json')).version"]
    )
    return {
        "postgres": server.version(),
        "python": platform.python_version(),
        "node": (await run([node(), "--version"])).strip().removeprefix("v"),
        "graphile-worker": graphile.strip(),
        **dict(zip(PEER_PACKAGES, found, strict=True)),
        "psycopg (ours)": importlib.metadata.version("psycopg"),
    }
