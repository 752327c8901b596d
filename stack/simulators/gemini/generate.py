"""`models/{model}:generateContent`, `:streamGenerateContent` and `:countTokens`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aiohttp import web

from stack.simulators import tokens
from stack.simulators.calls import Call, Reply, Usage
from stack.simulators.exchange import refusal
from stack.simulators.failures import RefusedError, Worded, invalid
from stack.simulators.faults import Fault
from stack.simulators.gemini.prompts import Prompt, read_prompt, read_schema, whole_number
from stack.simulators.gemini.wording import GEMINI, authenticate, check_model
from stack.simulators.requests import read_json
from stack.simulators.wire import Frame, pieces, sse
from stack.simulators.world import World
from stack.simulators.writing import write

_FINISH = {"stop": "STOP", "length": "MAX_TOKENS", "refusal": "SAFETY", "content_filter": "PROHIBITED_CONTENT"}
_SILENT = {"refusal", "content_filter"}


class GenerateContent:
    """Contents in, one candidate out. A refusal has no text: the candidate ends with SAFETY."""

    wording = GEMINI
    endpoint = "generateContent"

    def __init__(self, world: World, *, is_stream: bool) -> None:
        """Uploaded files are part of the world."""
        self._world = world
        self._is_stream = is_stream

    async def read(self, request: web.Request) -> Call:
        """Check key, model, contents and the form of the answer."""
        key = authenticate(request)
        body = await read_json(request)
        model = request.match_info["model"]
        check_model(model)
        if self._is_stream and request.query.get("alt") != "sse":
            raise invalid("This simulator streams with alt=sse only.")
        if body.get("tools"):
            raise invalid("This simulator has no tools.")
        prompt = read_prompt(body, self._world)
        config = body.get("generationConfig") or body.get("generation_config") or {}
        schema = read_schema(config)
        thinking = config.get("thinkingConfig") or {}
        return Call(
            provider=GEMINI.provider,
            endpoint=self.endpoint,
            model=model,
            body=body,
            key=key,
            system=prompt.system,
            text="\n\n".join(prompt.user),
            schema=schema,
            schema_name=schema.get("title") if schema else None,
            max_output_tokens=whole_number(config, "maxOutputTokens"),
            input_tokens=tokens.count_input(prompt.system, prompt.all, schema),
            is_stream=self._is_stream,
            thinks=thinking.get("thinkingBudget") != 0,
        )

    def work(self, world: World, call: Call, fault: Fault | None) -> Reply:
        """Write."""
        return write(call, world.answers, fault)

    def document(self, call: Call, reply: Reply) -> dict[str, Any]:
        """A `GenerateContentResponse`."""
        if reply.finish == "blocked":
            return {**_head(call, reply), "promptFeedback": {"blockReason": "PROHIBITED_CONTENT"}}
        return {**_head(call, reply), "candidates": [_candidate(reply, None, is_last=True)]}

    def frames(self, call: Call, reply: Reply, chunk: int) -> Iterator[Frame]:
        """Responses with a piece each; the counts grow, and are final in the last one."""
        if reply.finish == "blocked":
            yield sse(self.document(call, reply))
            return
        parts = [] if reply.finish in _SILENT else pieces(reply.text, chunk)
        for at, piece in enumerate(parts):
            head = _head(call, reply, is_last=at == len(parts) - 1)
            candidate = _candidate(reply, piece, is_last=at == len(parts) - 1)
            yield sse({**head, "candidates": [candidate]}, is_text=True)
        if not parts:
            yield sse(self.document(call, reply))

    def broken(self, call: Call, reply: Reply, worded: Worded) -> Frame:
        """An error object as data."""
        del call, reply
        return sse(worded.body)


async def count_tokens(request: web.Request) -> web.StreamResponse:
    """What a prompt would take; free, and not in the ledger."""
    try:
        authenticate(request)
        check_model(request.match_info["model"])
        body = await read_json(request)
        prompt: Prompt = read_prompt(body.get("generateContentRequest") or body, None)
    except RefusedError as error:
        return refusal(GEMINI, error, "")
    return web.json_response({"totalTokens": tokens.count_input(prompt.system, prompt.all, None)})


def _candidate(reply: Reply, piece: str | None, *, is_last: bool) -> dict[str, Any]:
    candidate: dict[str, Any] = {"index": 0}
    if reply.finish not in _SILENT:
        text = reply.text if piece is None else piece
        candidate["content"] = {"role": "model", **({"parts": [{"text": text}]} if text else {})}
    if is_last:
        candidate["finishReason"] = _FINISH[reply.finish]
        candidate["safetyRatings"] = []
    return candidate


def _head(call: Call, reply: Reply, *, is_last: bool = True) -> dict[str, Any]:
    head: dict[str, Any] = {"modelVersion": call.model, "responseId": reply.request_id}
    if reply.reported is not None:
        head["usageMetadata"] = _usage(reply.reported, is_last=is_last)
    return head


def _usage(usage: Usage, *, is_last: bool) -> dict[str, Any]:
    """Thoughts are counted beside the candidates, and billed like them."""
    counts: dict[str, Any] = {
        "promptTokenCount": usage.input_tokens,
        "totalTokenCount": usage.total if is_last else usage.input_tokens,
        "promptTokensDetails": [{"modality": "TEXT", "tokenCount": usage.input_tokens}],
    }
    if is_last:
        counts["candidatesTokenCount"] = usage.output_tokens - usage.reasoning_tokens
    if usage.reasoning_tokens:
        counts["thoughtsTokenCount"] = usage.reasoning_tokens
    if usage.cached_input_tokens:
        counts["cachedContentTokenCount"] = usage.cached_input_tokens
    return counts
