"""`POST /chat/completions`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from aiohttp import web

from stack.simulators import tokens
from stack.simulators.calls import Call, Reply, Usage
from stack.simulators.failures import Worded, invalid
from stack.simulators.faults import Fault
from stack.simulators.openai.prompts import read_messages, read_schema, refuse_tools, thinks
from stack.simulators.openai.wording import OpenAIWording, authenticate, check_model
from stack.simulators.requests import a_string, positive, read_json
from stack.simulators.wire import Frame, pieces, sse
from stack.simulators.world import World
from stack.simulators.writing import write

_FINISH = {"stop": "stop", "length": "length", "refusal": "stop", "content_filter": "content_filter"}


class ChatCompletions:
    """Messages in, one choice out."""

    endpoint = "chat.completions"

    def __init__(self, wording: OpenAIWording) -> None:
        """For OpenAI, or for a compatible server."""
        self.wording = wording

    async def read(self, request: web.Request) -> Call:
        """Check key, model, messages and response format."""
        key = authenticate(request, self.wording)
        body = await read_json(request)
        model = a_string(body, "model")
        check_model(model, self.wording)
        refuse_tools(body)
        if body.get("n", 1) != 1:
            raise invalid("This simulator writes one choice.", "n")
        system, turns = read_messages(body.get("messages"), "messages")
        form = body.get("response_format") or {}
        schema, name = read_schema(form, form.get("json_schema"), "response_format.json_schema")
        is_own = self.wording.provider == "openai"
        if is_own and thinks(model) and body.get("max_tokens") is not None:
            raise invalid(
                "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.",
                "max_tokens",
            )
        return Call(
            provider=self.wording.provider,
            endpoint=self.endpoint,
            model=model,
            body=body,
            key=key,
            system=system,
            text="\n\n".join(text for role, text in turns if role == "user"),
            schema=schema,
            schema_name=name,
            max_output_tokens=positive(body, "max_completion_tokens") or positive(body, "max_tokens"),
            input_tokens=tokens.count_input(system, [text for _, text in turns], schema),
            is_stream=body.get("stream") is True,
            thinks=is_own and thinks(model),
            extra={"include_usage": bool((body.get("stream_options") or {}).get("include_usage"))},
        )

    def work(self, world: World, call: Call, fault: Fault | None) -> Reply:
        """Write."""
        return write(call, world.answers, fault)

    def document(self, call: Call, reply: Reply) -> dict[str, Any]:
        """A `chat.completion`."""
        is_refusal = reply.finish == "refusal"
        message: dict[str, Any] = {
            "role": "assistant",
            "content": None if is_refusal else reply.text,
            "refusal": reply.text if is_refusal else None,
            "annotations": [],
        }
        choice = {"index": 0, "finish_reason": _finish(reply), "message": message, "logprobs": None}
        usage = {} if reply.reported is None else {"usage": _usage(reply.reported)}
        return {**_head(call, reply), "object": "chat.completion", "choices": [choice], **usage}

    def frames(self, call: Call, reply: Reply, chunk: int) -> Iterator[Frame]:
        """`chat.completion.chunk` events, then usage if it was asked for, then `[DONE]`."""
        head = {**_head(call, reply), "object": "chat.completion.chunk"}
        part = "refusal" if reply.finish == "refusal" else "content"

        def event(delta: dict[str, Any], finish: str | None = None, *, is_text: bool = False) -> Frame:
            choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
            return sse({**head, "choices": [choice]}, is_text=is_text)

        yield event({"role": "assistant", "content": "", "refusal": None})
        for piece in pieces(reply.text, chunk):
            yield event({part: piece}, is_text=True)
        yield event({}, _finish(reply))
        if call.extra["include_usage"] and reply.reported is not None:
            yield sse({**head, "choices": [], "usage": _usage(reply.reported)})
        yield sse("[DONE]")

    def broken(self, call: Call, reply: Reply, worded: Worded) -> Frame:
        """An `error` object as data."""
        del call, reply
        return sse(worded.body)


def _finish(reply: Reply) -> str:
    return _FINISH.get(reply.finish, "content_filter")


def _head(call: Call, reply: Reply) -> dict[str, Any]:
    return {
        "id": f"chatcmpl-{reply.number:06d}{call.fingerprint[:12]}",
        "created": reply.created,
        "model": call.model,
        "service_tier": "default",
        "system_fingerprint": "fp_simulated",
    }


def _usage(usage: Usage) -> dict[str, Any]:
    return {
        "prompt_tokens": usage.input_tokens,
        "completion_tokens": usage.output_tokens,
        "total_tokens": usage.total,
        "prompt_tokens_details": {"cached_tokens": usage.cached_input_tokens, "audio_tokens": 0},
        "completion_tokens_details": {"reasoning_tokens": usage.reasoning_tokens, "audio_tokens": 0},
    }
