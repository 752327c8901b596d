"""`POST /v1/messages`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from aiohttp import web

from stack.simulators import tokens
from stack.simulators.anthropic.prompts import read_form, read_turns
from stack.simulators.anthropic.wording import ANTHROPIC, authenticate, check_model
from stack.simulators.calls import Call, Reply, Usage
from stack.simulators.failures import Worded, invalid
from stack.simulators.faults import Fault
from stack.simulators.requests import a_string, positive, read_json
from stack.simulators.wire import Frame, pieces, sse
from stack.simulators.world import World
from stack.simulators.writing import write

_STOP = {"stop": "end_turn", "length": "max_tokens"}


class Messages:
    """Turns in, one message out: text, or the input of the tool that had to be used."""

    wording = ANTHROPIC
    endpoint = "messages"

    async def read(self, request: web.Request) -> Call:
        """Check key, model, limit, turns and form."""
        key = authenticate(request)
        body = await read_json(request)
        model = a_string(body, "model")
        check_model(model)
        limit = positive(body, "max_tokens")
        if limit is None:
            raise invalid("max_tokens: Field required")
        system, turns = read_turns(body)
        schema, name, is_tool = read_form(body)
        return Call(
            provider=ANTHROPIC.provider,
            endpoint=self.endpoint,
            model=model,
            body=body,
            key=key,
            system=system,
            text="\n\n".join(text for role, text in turns if role == "user"),
            schema=schema,
            schema_name=name,
            max_output_tokens=limit,
            input_tokens=tokens.count_input(system, [text for _, text in turns], schema),
            is_stream=body.get("stream") is True,
            is_tool=is_tool,
        )

    def work(self, world: World, call: Call, fault: Fault | None) -> Reply:
        """Write."""
        return write(call, world.answers, fault)

    def document(self, call: Call, reply: Reply) -> dict[str, Any]:
        """A `message`."""
        message = {**_head(call, reply), "content": _content(call, reply), **_stop(call, reply)}
        return message if reply.reported is None else {**message, "usage": _usage(reply.reported)}

    def frames(self, call: Call, reply: Reply, chunk: int) -> Iterator[Frame]:
        """`message_start`, one block, `message_delta` and `message_stop`."""
        start: dict[str, Any] = {**_head(call, reply), "content": [], "stop_reason": None, "stop_sequence": None}
        if reply.reported is not None:
            start["usage"] = {**_usage(reply.reported), "output_tokens": 1}
        yield _event("message_start", message=start)
        is_tool = _is_tool(call, reply)
        block = {**_tool(call, reply), "input": {}} if is_tool else {"type": "text", "text": ""}
        yield _event("content_block_start", index=0, content_block=block)
        yield _event("ping")
        for piece in pieces(reply.text, chunk):
            tool, text = {"type": "input_json_delta", "partial_json": piece}, {"type": "text_delta", "text": piece}
            yield _event("content_block_delta", is_text=True, index=0, delta=tool if is_tool else text)
        yield _event("content_block_stop", index=0)
        usage = {"output_tokens": 0} if reply.reported is None else _usage(reply.reported)
        yield _event("message_delta", delta=_stop(call, reply), usage=usage)
        yield _event("message_stop")

    def broken(self, call: Call, reply: Reply, worded: Worded) -> Frame:
        """An `error` event."""
        del call, reply
        return sse(worded.body, "error")


def _event(kind: str, *, is_text: bool = False, **fields: Any) -> Frame:
    return sse({"type": kind, **fields}, kind, is_text=is_text)


def _head(call: Call, reply: Reply) -> dict[str, Any]:
    message_id = f"msg_{reply.number:06d}{call.fingerprint[:18]}"
    return {"id": message_id, "type": "message", "role": "assistant", "model": call.model}


def _is_tool(call: Call, reply: Reply) -> bool:
    return call.is_tool and reply.finish in ("stop", "length")


def _tool(call: Call, reply: Reply) -> dict[str, Any]:
    return {"type": "tool_use", "id": f"toolu_{reply.number:06d}{call.fingerprint[:18]}", "name": call.schema_name}


def _content(call: Call, reply: Reply) -> list[dict[str, Any]]:
    if not reply.text:
        return []
    if not _is_tool(call, reply):
        return [{"type": "text", "text": reply.text}]
    try:
        given = json.loads(reply.text)
    except ValueError:
        given = {}
    return [{**_tool(call, reply), "input": given if isinstance(given, dict) else {}}]


def _stop(call: Call, reply: Reply) -> dict[str, Any]:
    if reply.finish in _STOP:
        reason = "tool_use" if reply.finish == "stop" and call.is_tool else _STOP[reply.finish]
        return {"stop_reason": reason, "stop_sequence": None, "stop_details": None}
    details = {"type": "refusal", "category": None, "explanation": reply.text or None}
    return {"stop_reason": "refusal", "stop_sequence": None, "stop_details": details}


def _usage(usage: Usage) -> dict[str, Any]:
    """What was read from the cache is not part of `input_tokens` here."""
    return {
        "input_tokens": usage.input_tokens - usage.cached_input_tokens,
        "cache_creation_input_tokens": 0,
        "cache_read_input_tokens": usage.cached_input_tokens,
        "output_tokens": usage.output_tokens,
        "service_tier": "standard",
    }
