"""Every call that came in, with what it cost: the witness that accounting is compared with."""

from __future__ import annotations

from collections import deque
from dataclasses import asdict, dataclass, field
from decimal import Decimal
from typing import Any

from stack.simulators.calls import Call, Usage
from stack.simulators.catalogue import price

BODIES_KEPT = 2_000


@dataclass(slots=True)
class Entry:
    """One call. `billed` is what the provider charges; `reported` what the client could read in full."""

    number: int
    at: float  # seconds since 1970
    provider: str
    endpoint: str
    model: str
    schema_name: str | None
    is_stream: bool
    key: str
    request_id: str
    fingerprint: str
    fault: str | None = None
    status: int | None = None  # None: no answer began
    billed: Usage | None = None
    reported: Usage | None = None
    seconds: float | None = None
    chunks: list[float] = field(default_factory=list)  # when each piece of text left, seconds since 1970

    @property
    def cost_usd(self) -> Decimal | None:
        """What the provider charges; None without a list price."""
        return self._cost(self.billed)

    @property
    def reported_cost_usd(self) -> Decimal | None:
        """What a client that counts what it is told arrives at."""
        return self._cost(self.reported)

    def _cost(self, usage: Usage | None) -> Decimal | None:
        if usage is None:
            return Decimal(0)
        known = price(self.provider, self.model)
        return None if known is None else known.of(usage)

    def as_json(self) -> dict[str, Any]:
        """With the costs, as text so that no cent is lost."""
        costs = {"cost_usd": self.cost_usd, "reported_cost_usd": self.reported_cost_usd}
        return asdict(self) | {name: None if cost is None else str(cost) for name, cost in costs.items()}


class Ledger:
    """Grows until it is reset; the bodies of the last calls are kept beside it."""

    def __init__(self) -> None:
        """Empty."""
        self.entries: list[Entry] = []
        self.bodies: deque[tuple[int, dict[str, Any]]] = deque(maxlen=BODIES_KEPT)

    def open(self, call: Call, request_id: str, at: float) -> Entry:
        """Write a call down as it comes in."""
        entry = Entry(
            number=len(self.entries) + 1,
            at=at,
            provider=call.provider,
            endpoint=call.endpoint,
            model=call.model,
            schema_name=call.schema_name,
            is_stream=call.is_stream,
            key=call.key,
            request_id=request_id,
            fingerprint=call.fingerprint,
        )
        self.entries.append(entry)
        self.bodies.append((entry.number, call.body))
        return entry

    def clear(self) -> None:
        """Forget all calls."""
        self.__init__()  # type: ignore[misc]

    def body(self, number: int) -> dict[str, Any] | None:
        """What the call of that number asked, while it is kept."""
        return next((body for at, body in self.bodies if at == number), None)

    def totals(self) -> dict[str, Any]:
        """Calls, tokens and cost of all entries, and the same by provider and model."""
        groups: dict[str, _Sum] = {}
        whole = _Sum()
        for entry in self.entries:
            whole.add(entry)
            groups.setdefault(f"{entry.provider}/{entry.model}", _Sum()).add(entry)
        return whole.as_json() | {"models": {name: group.as_json() for name, group in sorted(groups.items())}}


@dataclass
class _Sum:
    calls: int = 0
    billed_calls: int = 0
    input_tokens: int = 0
    cached_input_tokens: int = 0
    output_tokens: int = 0
    cost: Decimal = Decimal(0)
    reported_cost: Decimal = Decimal(0)
    unpriced_calls: int = 0

    def add(self, entry: Entry) -> None:
        self.calls += 1
        if entry.billed is not None:
            self.billed_calls += 1
            self.input_tokens += entry.billed.input_tokens
            self.cached_input_tokens += entry.billed.cached_input_tokens
            self.output_tokens += entry.billed.output_tokens
        cost, reported = entry.cost_usd, entry.reported_cost_usd
        if cost is None or reported is None:
            self.unpriced_calls += 1
            return
        self.cost += cost
        self.reported_cost += reported

    def as_json(self) -> dict[str, Any]:
        return {
            "calls": self.calls,
            "billed_calls": self.billed_calls,
            "unpriced_calls": self.unpriced_calls,
            "input_tokens": self.input_tokens,
            "cached_input_tokens": self.cached_input_tokens,
            "output_tokens": self.output_tokens,
            "cost_usd": str(self.cost),
            "reported_cost_usd": str(self.reported_cost),
        }
