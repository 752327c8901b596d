"""The Anthropic API under `/anthropic`, as base URL of the official client."""

from __future__ import annotations

from typing import Any

from aiohttp import web

from stack.simulators import tokens
from stack.simulators.anthropic.messages import Messages
from stack.simulators.anthropic.prompts import read_turns
from stack.simulators.anthropic.wording import ANTHROPIC, authenticate, check_model
from stack.simulators.catalogue import PRICES
from stack.simulators.exchange import handler, refusal
from stack.simulators.failures import Refusal, RefusedError
from stack.simulators.requests import a_string, read_json
from stack.simulators.world import World

V1 = "/anthropic/v1"


def routes(world: World) -> list[web.RouteDef]:
    """Everything under the prefix."""
    return [
        web.post(f"{V1}/messages", handler(world, Messages())),
        web.post(f"{V1}/messages/count_tokens", _count_tokens),
        web.get(f"{V1}/models", _models),
        web.get(V1 + "/models/{model}", _model),
    ]


async def _count_tokens(request: web.Request) -> web.Response:
    """What a prompt would take; free, and not in the ledger."""
    try:
        authenticate(request)
        body = await read_json(request)
        check_model(a_string(body, "model"))
        system, turns = read_turns(body)
    except RefusedError as error:
        return refusal(ANTHROPIC, error, "req_count")
    return web.json_response({"input_tokens": tokens.count_input(system, [text for _, text in turns], None)})


async def _models(request: web.Request) -> web.Response:
    try:
        authenticate(request)
    except RefusedError as error:
        return refusal(ANTHROPIC, error, "req_models")
    models = [_described(name) for name in PRICES[ANTHROPIC.provider]]
    ends = {"first_id": models[0]["id"], "last_id": models[-1]["id"]}
    return web.json_response({"data": models, "has_more": False, **ends})


async def _model(request: web.Request) -> web.Response:
    name = request.match_info["model"]
    try:
        authenticate(request)
        if name not in PRICES[ANTHROPIC.provider]:
            raise RefusedError(Refusal.MODEL_UNKNOWN, f"model: {name}")
    except RefusedError as error:
        return refusal(ANTHROPIC, error, "req_models")
    return web.json_response(_described(name))


def _described(name: str) -> dict[str, Any]:
    return {
        "type": "model",
        "id": name,
        "display_name": name,
        "created_at": "2026-01-05T09:00:00Z",
        "lifecycle": "active",
    }
