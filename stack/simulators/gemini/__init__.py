"""The Gemini API under `/gemini`, as base URL of the official client; version v1beta."""

from __future__ import annotations

from aiohttp import web

from stack.simulators.catalogue import DIMENSIONS, PRICES
from stack.simulators.exchange import Handler, handler, refusal
from stack.simulators.failures import Refusal, RefusedError
from stack.simulators.gemini.embeddings import BatchEmbedContents, EmbedContent
from stack.simulators.gemini.files import file_routes
from stack.simulators.gemini.generate import GenerateContent, count_tokens
from stack.simulators.gemini.wording import GEMINI, authenticate
from stack.simulators.world import World

V1 = "/gemini/v1beta"


def routes(world: World) -> list[web.RouteDef]:
    """Everything under the prefix."""
    methods: dict[str, Handler] = {
        "generateContent": handler(world, GenerateContent(world, is_stream=False)),
        "streamGenerateContent": handler(world, GenerateContent(world, is_stream=True)),
        "embedContent": handler(world, EmbedContent()),
        "batchEmbedContents": handler(world, BatchEmbedContents()),
        "countTokens": count_tokens,
    }

    async def call(request: web.Request) -> web.StreamResponse:
        method = methods.get(request.match_info["method"])
        if method is None:
            return refusal(GEMINI, RefusedError(Refusal.NOT_FOUND), "")
        return await method(request)

    return [
        web.post(V1 + "/models/{model}:{method}", call),
        web.get(V1 + "/models", _models),
        web.get(V1 + "/models/{model}", _model),
        *file_routes(world),
    ]


async def _models(request: web.Request) -> web.Response:
    try:
        authenticate(request)
    except RefusedError as error:
        return refusal(GEMINI, error, "")
    return web.json_response({"models": [_described(name) for name in PRICES[GEMINI.provider]]})


async def _model(request: web.Request) -> web.Response:
    name = request.match_info["model"]
    try:
        authenticate(request)
        if name not in PRICES[GEMINI.provider]:
            raise RefusedError(Refusal.MODEL_UNKNOWN, f"models/{name} is not found for API version v1beta")
    except RefusedError as error:
        return refusal(GEMINI, error, "")
    return web.json_response(_described(name))


def _described(name: str) -> dict[str, object]:
    methods = ["embedContent"] if name in DIMENSIONS else ["generateContent", "countTokens"]
    return {
        "name": f"models/{name}",
        "version": "001",
        "displayName": name,
        "inputTokenLimit": 2048 if name in DIMENSIONS else 1_048_576,
        "outputTokenLimit": 1 if name in DIMENSIONS else 65_536,
        "supportedGenerationMethods": methods,
    }
