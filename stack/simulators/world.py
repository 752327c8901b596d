"""What the simulators remember between calls, and how fast they are."""

from __future__ import annotations

import asyncio
import time
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from stack.simulators.answers import Answers
from stack.simulators.calls import Call
from stack.simulators.charts import Chart
from stack.simulators.faults import Faults
from stack.simulators.ledger import Entry, Ledger

Seconds = Annotated[float, Field(ge=0, le=3600)]


class Latency(BaseModel):
    """How long an answer, or the first piece of a stream, takes, and how streams are cut into pieces."""

    model_config = ConfigDict(extra="forbid")

    seconds: Seconds = 0
    chunk_seconds: Seconds = 0
    chunk_characters: Annotated[int, Field(ge=1)] = 24


class World:
    """One per server; `reset` brings it back to the beginning."""

    def __init__(self) -> None:
        """Nothing remembered, no fault, no delay."""
        self.faults = Faults()
        self.answers = Answers()
        self.ledger = Ledger()
        self.latency: dict[str | None, Latency] = {}
        self.files: dict[str, dict[str, Any]] = {}
        self.charts: dict[str, Chart] = {}
        self.closing = asyncio.Event()

    def reset(self) -> None:
        """Forget everything."""
        self.faults.clear()
        self.answers.clear()
        self.ledger.clear()
        self.latency.clear()
        self.files.clear()
        self.charts.clear()

    def latency_of(self, provider: str) -> Latency:
        """The provider's own, or that of all."""
        return self.latency.get(provider) or self.latency.get(None) or Latency()

    def chart(self, chart: Chart) -> None:
        """Set what is popular in a country."""
        self.charts[chart.region] = chart

    def open(self, call: Call) -> Entry:
        """Write the call down and give it a request id."""
        number = len(self.ledger.entries) + 1
        return self.ledger.open(call, f"req_{number:06d}{call.fingerprint[:14]}", time.time())
