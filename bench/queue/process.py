"""One running program of a measured system, spoken to in lines of JSON."""

from __future__ import annotations

import asyncio
import json
import os
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 600.0


class Program:
    """A subprocess that is stopped when the block ends, whatever happened in it."""

    def __init__(self, command: list[str], environment: Mapping[str, str] | None = None) -> None:
        """Remember what to run; entering the block runs it."""
        self._command = command
        self._environment = dict(os.environ) | dict(environment or {})

    async def __aenter__(self) -> Self:
        """Start it and wait until it is connected."""
        self._process = await asyncio.create_subprocess_exec(
            *self._command, stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
            limit=2**26, cwd=ROOT, env=self._environment,
        )  # fmt: skip
        await self.read()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End it."""
        if self._process.returncode is not None:
            return
        if kind is None:
            self.send(do="stop")
            try:
                await asyncio.wait_for(self._process.communicate(), 30)
            except TimeoutError:
                self._process.kill()
        else:
            self._process.kill()
        await self._process.wait()

    def send(self, **message: Any) -> None:
        """Give a command."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(message).encode() + b"\n")

    async def read(self) -> dict[str, Any]:
        """Wait for the next answer."""
        assert self._process.stdout is not None
        line = b""
        while not line.startswith(b"{"):  # a profiler around the program writes to the same pipe
            line = await asyncio.wait_for(self._process.stdout.readline(), PATIENCE)
            if line:
                continue
            raise RuntimeError(f"{' '.join(self._command[:4])} ended with status {await self._process.wait()}")
        answer: dict[str, Any] = json.loads(line)
        return answer

    async def ask(self, **message: Any) -> dict[str, Any]:
        """Give a command and wait for its answer."""
        self.send(**message)
        return await self.read()


async def run(command: list[str], environment: Mapping[str, str] | None = None) -> str:
    """Run a program to its end; its output."""
    process = await asyncio.create_subprocess_exec(
        *command, stdout=asyncio.subprocess.PIPE, cwd=ROOT, env=dict(os.environ) | dict(environment or {})
    )
    out, _ = await asyncio.wait_for(process.communicate(), PATIENCE)
    if process.returncode:
        raise RuntimeError(f"{' '.join(command[:4])} ended with status {process.returncode}")
    return out.decode()
