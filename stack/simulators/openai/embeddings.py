"""`POST /embeddings`."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from typing import Any

from aiohttp import web

from stack.simulators import tokens
from stack.simulators.calls import Call, Reply, Usage
from stack.simulators.catalogue import DIMENSIONS
from stack.simulators.failures import Worded, invalid
from stack.simulators.faults import Fault
from stack.simulators.openai.wording import OpenAIWording, authenticate, check_model
from stack.simulators.requests import a_string, positive, read_json
from stack.simulators.vectors import Vector, embed
from stack.simulators.wire import Frame
from stack.simulators.world import World
from stack.simulators.writing import reported

MAX_INPUTS = 2048
MAX_TOKENS = 8192
MAX_TOKENS_IN_ALL = 300_000
NOT_SHORTENED = "text-embedding-ada-002"
COMPATIBLE_DIMENSIONS = 768


class Embeddings:
    """Texts in, unit vectors out; as base64 of little-endian float32, or as numbers."""

    endpoint = "embeddings"

    def __init__(self, wording: OpenAIWording) -> None:
        """For OpenAI, or for a compatible server."""
        self.wording = wording

    async def read(self, request: web.Request) -> Call:
        """Check key, model, inputs and dimensions."""
        key = authenticate(request, self.wording)
        body = await read_json(request)
        model = a_string(body, "model")
        check_model(model, self.wording)
        texts = _inputs(body.get("input"))
        counts = [tokens.count(text) for text in texts]
        if max(counts) > MAX_TOKENS:
            raise invalid(
                f"This model's maximum context length is {MAX_TOKENS} tokens; you requested {max(counts)} tokens.",
                "input",
            )
        if sum(counts) > MAX_TOKENS_IN_ALL:
            raise invalid(f"Requested {sum(counts)} tokens, max {MAX_TOKENS_IN_ALL} tokens per request.", "input")
        own = DIMENSIONS.get(model, COMPATIBLE_DIMENSIONS)
        dimensions = positive(body, "dimensions")
        if dimensions is not None and model == NOT_SHORTENED:
            raise invalid("This model does not support specifying dimensions.", "dimensions")
        if dimensions is not None and dimensions > own:
            raise invalid(f"Invalid value for 'dimensions': must be at most {own}.", "dimensions")
        encoding = body.get("encoding_format") or "float"
        if encoding not in ("float", "base64"):
            raise invalid("Invalid 'encoding_format': expected 'float' or 'base64'.", "encoding_format")
        return Call(
            provider=self.wording.provider,
            endpoint=self.endpoint,
            model=model,
            body=body,
            key=key,
            text="\n".join(texts),
            input_tokens=sum(counts),
            extra={"texts": texts, "dimensions": dimensions or own, "encoding": encoding},
        )

    def work(self, world: World, call: Call, fault: Fault | None) -> Reply:
        """Embed."""
        del world
        vectors = [embed(text, call.extra["dimensions"]) for text in call.extra["texts"]]
        billed = Usage(input_tokens=call.input_tokens)
        return Reply(finish="stop", billed=billed, reported=reported(billed, fault), payload=vectors)

    def document(self, call: Call, reply: Reply) -> dict[str, Any]:
        """A `list` of `embedding`."""
        encode = _base64 if call.extra["encoding"] == "base64" else _floats
        data = [{"object": "embedding", "index": at, "embedding": encode(v)} for at, v in enumerate(reply.payload)]
        document: dict[str, Any] = {"object": "list", "data": data, "model": call.model}
        if reply.reported is not None:
            document["usage"] = {"prompt_tokens": reply.reported.input_tokens, "total_tokens": reply.reported.total}
        return document

    def frames(self, call: Call, reply: Reply, chunk: int) -> Iterator[Frame]:
        """Vectors are not streamed."""
        raise NotImplementedError

    def broken(self, call: Call, reply: Reply, worded: Worded) -> Frame:
        """Vectors are not streamed."""
        raise NotImplementedError


def _inputs(given: Any) -> list[str]:
    """Strings, or token ids, which are as good as words here."""
    if isinstance(given, str) or (isinstance(given, list) and given and isinstance(given[0], int)):
        given = [given]
    if not isinstance(given, list) or not given:
        raise invalid("Invalid 'input': expected a string or a non-empty array.", "input")
    if len(given) > MAX_INPUTS:
        raise invalid(f"Invalid 'input': array too long. Expected at most {MAX_INPUTS} items.", "input")
    texts = [" ".join(map(str, one)) if isinstance(one, list) else one for one in given]
    if not all(isinstance(text, str) and text for text in texts):
        raise invalid("Invalid 'input': input cannot be an empty string.", "input")
    return texts


def _base64(vector: Vector) -> str:
    return base64.b64encode(vector.astype("<f4").tobytes()).decode()


def _floats(vector: Vector) -> list[float]:
    return [float(x) for x in vector]
