"""The OpenAI API under `/openai/v1`, and an OpenAI-compatible server without keys under `/compatible/v1`."""

from __future__ import annotations

from aiohttp import web

from stack.simulators.catalogue import PRICES
from stack.simulators.exchange import handler, refusal
from stack.simulators.failures import Refusal, RefusedError
from stack.simulators.openai.chat import ChatCompletions
from stack.simulators.openai.embeddings import Embeddings
from stack.simulators.openai.responses import Responses
from stack.simulators.openai.transcriptions import Transcriptions
from stack.simulators.openai.wording import COMPATIBLE, OPENAI, OpenAIWording, authenticate
from stack.simulators.world import World

RELEASED = 1_760_000_000


def routes(world: World) -> list[web.RouteDef]:
    """Everything under both prefixes."""
    return [
        web.post("/openai/v1/responses", handler(world, Responses(OPENAI))),
        web.post("/openai/v1/audio/transcriptions", handler(world, Transcriptions(OPENAI))),
        *_common("/openai/v1", world, OPENAI),
        *_common("/compatible/v1", world, COMPATIBLE),
    ]


def _common(prefix: str, world: World, wording: OpenAIWording) -> list[web.RouteDef]:
    async def models(request: web.Request) -> web.Response:
        try:
            authenticate(request, wording)
        except RefusedError as error:
            return refusal(wording, error, "req_models")
        return web.json_response({"object": "list", "data": [_model(name) for name in PRICES[wording.provider]]})

    async def model(request: web.Request) -> web.Response:
        name = request.match_info["model"]
        try:
            authenticate(request, wording)
            if name not in PRICES[wording.provider]:
                raise RefusedError(Refusal.MODEL_UNKNOWN, f"The model '{name}' does not exist", param="model")
        except RefusedError as error:
            return refusal(wording, error, "req_models")
        return web.json_response(_model(name))

    return [
        web.post(f"{prefix}/chat/completions", handler(world, ChatCompletions(wording))),
        web.post(f"{prefix}/embeddings", handler(world, Embeddings(wording))),
        web.get(f"{prefix}/models", models),
        web.get(f"{prefix}/models/{{model}}", model),
    ]


def _model(name: str) -> dict[str, object]:
    return {"id": name, "object": "model", "created": RELEASED, "owned_by": "system"}
