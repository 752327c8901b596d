"""The demo with the adapter of OpenAI, answered by a simulator: no key, no cost, nothing leaves the machine."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx

from stack.demo.errors import DemoError
from stack.layout import PROJECT
from stack.processes import helpers, mark

PROVIDER = "openai"
MODEL = "gpt-5.4-mini"


@dataclass(frozen=True)
class Simulator:
    """A running simulator."""

    openai: str
    control: str

    @property
    def environment(self) -> dict[str, str]:
        """What a worker is told in order to use it."""
        return {
            "CATALYST_AI_PROVIDER": PROVIDER,
            "CATALYST_AI_MODEL": MODEL,
            # any key is good that does not say it is invalid
            "CATALYST_AI_OPENAI_API_KEY": "simulated",
            "CATALYST_AI_BASE_URLS": json.dumps({PROVIDER: self.openai}),
        }

    def calls(self) -> int:
        """How often it was asked."""
        answer = httpx.get(f"{self.control}/ledger").raise_for_status()
        return len(answer.json()["entries"])


@contextlib.contextmanager
def simulated(root: Path) -> Iterator[Simulator]:
    """A simulator on a free port, in a process of its own. Raises DemoError when it does not start.

    It is marked as a helper of the stack in `root`, so that it ends with that stack if this process cannot end it.
    """
    process = subprocess.Popen(
        [sys.executable, "-m", "stack.simulators", "--port", "0"],
        cwd=PROJECT,
        env=os.environ | mark(helpers(root), "simulators"),
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        # name and address, one pair a line; the last one is the control's
        addresses: dict[str, str] = {}
        for line in process.stdout:
            name, address = line.split()
            addresses[name] = address
            if name == "control":
                break
        else:
            raise DemoError("The simulators did not start; run make simulators to see why.")
        yield Simulator(addresses[PROVIDER], addresses["control"])
    finally:
        process.terminate()
        process.wait(10)
