"""The control API: faults, answers and latency are set, the ledger is read, everything is reset."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from aiohttp import web
from pydantic import BaseModel, TypeAdapter, ValidationError

from stack.simulators.answers import Answer
from stack.simulators.charts import Chart
from stack.simulators.faults import Fault, Provider
from stack.simulators.world import Latency, World

T = TypeVar("T", bound=BaseModel)


class LatencySetting(Latency):
    """A latency, and whose; of all providers when it names none."""

    provider: Provider | None = None


class Control:
    """The handlers."""

    def __init__(self, world: World) -> None:
        """All act on the one world."""
        self._world = world

    def routes(self) -> list[web.RouteDef]:
        """Everything under `/_control`."""
        return [
            web.post("/_control/faults", self._setter(Fault, self._world.faults.add)),
            web.get("/_control/faults", self.faults),
            web.post("/_control/answers", self._setter(Answer, self._world.answers.add)),
            web.post("/_control/charts", self._setter(Chart, self._world.chart)),
            web.post("/_control/latency", self._setter(LatencySetting, self._set_latency)),
            web.get("/_control/ledger", self.ledger),
            web.get("/_control/ledger/count", self.count),
            web.get("/_control/ledger/totals", self.totals),
            web.get("/_control/ledger/{number:[0-9]+}/body", self.body),
            web.post("/_control/reset", self.reset),
        ]

    def _setter(self, kind: type[T], apply: Callable[[T], None]) -> Any:
        adapter: TypeAdapter[list[T]] = TypeAdapter(list[kind])  # type: ignore[valid-type]

        async def handle(request: web.Request) -> web.Response:
            body = await request.text()
            try:
                given = adapter.validate_json(body if body.lstrip().startswith("[") else f"[{body}]")
            except ValidationError as error:
                problems = error.errors(include_url=False, include_context=False, include_input=False)
                return web.json_response({"errors": problems}, status=422)
            for one in given:
                apply(one)
            return web.json_response({"accepted": len(given)})

        return handle

    def _set_latency(self, setting: LatencySetting) -> None:
        self._world.latency[setting.provider] = setting

    async def faults(self, _: web.Request) -> web.Response:
        """Those that can still happen."""
        active = [fault.model_dump(mode="json", exclude_none=True) for fault in self._world.faults.active()]
        return web.json_response({"faults": active})

    async def ledger(self, request: web.Request) -> web.Response:
        """The entries, after a number if one is given."""
        after = request.query.get("after", "0")
        if not after.isdigit():
            return web.json_response({"errors": ["after: a number is expected"]}, status=422)
        entries = self._world.ledger.entries[int(after) :]
        return web.json_response({"entries": [entry.as_json() for entry in entries]})

    async def count(self, _: web.Request) -> web.Response:
        """How many calls came, at no cost that grows with them: whoever waits for a number asks often."""
        return web.json_response({"calls": len(self._world.ledger.entries)})

    async def totals(self, _: web.Request) -> web.Response:
        """Sums of all entries, and by model."""
        return web.json_response(self._world.ledger.totals())

    async def body(self, request: web.Request) -> web.Response:
        """What a call asked; the latest two thousand are kept."""
        body = self._world.ledger.body(int(request.match_info["number"]))
        if body is None:
            return web.json_response({"errors": ["not kept"]}, status=404)
        return web.json_response(body)

    async def reset(self, _: web.Request) -> web.Response:
        """Back to the beginning."""
        self._world.reset()
        return web.json_response({})
