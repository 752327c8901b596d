"""`models/{model}:embedContent` and `:batchEmbedContents`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aiohttp import web

from stack.simulators import tokens
from stack.simulators.calls import Call, Reply, Usage
from stack.simulators.catalogue import DIMENSIONS
from stack.simulators.failures import Worded, invalid
from stack.simulators.faults import Fault
from stack.simulators.gemini.wording import GEMINI, authenticate, check_model
from stack.simulators.requests import read_json
from stack.simulators.vectors import Vector, embed
from stack.simulators.wire import Frame
from stack.simulators.world import World
from stack.simulators.writing import reported

MIN_DIMENSIONS = 128
MAX_REQUESTS = 100
MAX_TOKENS = 2048


class _Embedding:
    wording = GEMINI
    endpoint = ""

    def requests(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        raise NotImplementedError

    def answer(self, vectors: list[dict[str, Any]]) -> dict[str, Any]:
        raise NotImplementedError

    async def read(self, request: web.Request) -> Call:
        """Check key, model, texts and dimensions."""
        key = authenticate(request)
        body = await read_json(request)
        model = request.match_info["model"]
        check_model(model)
        wanted = self.requests(body)
        own = DIMENSIONS.get(model, 3072)
        # Text beyond the model's limit is left out without a word.
        texts = [tokens.cut(_text(one), MAX_TOKENS) for one in wanted]
        return Call(
            provider=GEMINI.provider,
            endpoint=self.endpoint,
            model=model,
            body=body,
            key=key,
            text="\n".join(texts),
            input_tokens=sum(tokens.count(text) for text in texts),
            extra={"texts": texts, "dimensions": [_dimensions(one, own) for one in wanted], "own": own},
        )

    def work(self, world: World, call: Call, fault: Fault | None) -> Reply:
        """Embed."""
        del world
        sizes = zip(call.extra["texts"], call.extra["dimensions"], strict=True)
        vectors = [embed(text, size, unit=size == call.extra["own"]) for text, size in sizes]
        billed = Usage(input_tokens=call.input_tokens)
        return Reply(finish="stop", billed=billed, reported=reported(billed, fault), payload=vectors)

    def document(self, call: Call, reply: Reply) -> dict[str, Any]:
        """The values; shortened vectors are not of length 1."""
        del call
        usage: dict[str, Any] = {}
        if reply.reported is not None:
            usage = {"usageMetadata": {"promptTokenCount": reply.reported.input_tokens}}
        return self.answer([{"values": _values(vector)} for vector in reply.payload]) | usage

    def frames(self, call: Call, reply: Reply, chunk: int) -> Iterator[Frame]:
        """Vectors are not streamed."""
        raise NotImplementedError

    def broken(self, call: Call, reply: Reply, worded: Worded) -> Frame:
        """Vectors are not streamed."""
        raise NotImplementedError


class EmbedContent(_Embedding):
    """One text, one vector."""

    endpoint = "embedContent"

    def requests(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        """The body itself."""
        return [body]

    def answer(self, vectors: list[dict[str, Any]]) -> dict[str, Any]:
        """`embedding`."""
        return {"embedding": vectors[0]}


class BatchEmbedContents(_Embedding):
    """Many texts, as many vectors, in their order."""

    endpoint = "batchEmbedContents"

    def requests(self, body: dict[str, Any]) -> list[dict[str, Any]]:
        """The list in the body."""
        wanted = body.get("requests")
        if not isinstance(wanted, list) or not wanted:
            raise invalid("* BatchEmbedContentsRequest.requests: requests is not specified")
        if len(wanted) > MAX_REQUESTS:
            raise invalid(f"* BatchEmbedContentsRequest.requests: at most {MAX_REQUESTS} requests can be in one batch")
        return wanted

    def answer(self, vectors: list[dict[str, Any]]) -> dict[str, Any]:
        """`embeddings`."""
        return {"embeddings": vectors}


def _text(one: dict[str, Any]) -> str:
    parts = (one.get("content") or {}).get("parts") or []
    text = "\n".join(part["text"] for part in parts if isinstance(part, dict) and isinstance(part.get("text"), str))
    if not text:
        raise invalid("* EmbedContentRequest.content: contents is not specified")
    return text


def _dimensions(one: dict[str, Any], own: int) -> int:
    config = one.get("embedContentConfig") or one
    wanted = config.get("outputDimensionality", own)
    if not isinstance(wanted, int) or not MIN_DIMENSIONS <= wanted <= own:
        raise invalid(f"* EmbedContentRequest.output_dimensionality: must be between {MIN_DIMENSIONS} and {own}")
    return wanted


def _values(vector: Vector) -> list[float]:
    return [float(x) for x in vector]
