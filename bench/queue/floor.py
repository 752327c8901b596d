"""What this server can do at all: pgbench's own inserts, with nothing of a queue around them."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from bench.queue.process import run
from bench.queue.server import BenchServer

DATABASE = "floor"
SCHEMA = "create table tasks (id bigint generated always as identity primary key, payload jsonb not null)"
ONE = "insert into tasks (payload) values ('{\"n\": 1}');\n"
HUNDRED = "insert into tasks (payload) select '{\"n\": 1}' from generate_series(1, 100);\n"
SHAPES = {"one_client": (ONE, 1, 1), "commits": (ONE, 16, 1), "rows": (HUNDRED, 4, 100)}


async def measure(server: BenchServer, seconds: int) -> dict[str, float]:
    """Rows per second: one client, 16 clients with a row per commit, 4 clients with 100 rows per commit."""
    server.create(DATABASE)
    with server.connect(DATABASE) as connection:
        connection.execute(SCHEMA)
    found = {}
    for name, (script, clients, rows) in SHAPES.items():
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "script.sql"
            path.write_text(script)
            out = await run(
                [
                    str(server.postgres.bin_dir / "pgbench"), "-n", "-M", "prepared", "-f", str(path),
                    "-c", str(clients), "-j", str(min(clients, 2)), "-T", str(seconds), server.dsn(DATABASE),
                ]
            )  # fmt: skip
        match = re.search(r"^tps = ([\d.]+)", out, re.MULTILINE)
        if match is None:
            raise RuntimeError(out)
        found[name] = float(match[1]) * rows
    return found
