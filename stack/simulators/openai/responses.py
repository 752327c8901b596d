"""`POST /responses`."""

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

_INCOMPLETE = {"length": "max_output_tokens", "content_filter": "content_filter", "blocked": "content_filter"}


class Responses:
    """Input and instructions in, output items out; a model that reasons puts an item of that before its message."""

    endpoint = "responses"

    def __init__(self, wording: OpenAIWording) -> None:
        """Only OpenAI itself has this endpoint here."""
        self.wording = wording

    async def read(self, request: web.Request) -> Call:
        """Check key, model, input and text format."""
        key = authenticate(request, self.wording)
        body = await read_json(request)
        model = a_string(body, "model")
        check_model(model, self.wording)
        refuse_tools(body)
        for name in ("background", "previous_response_id", "conversation"):
            if body.get(name):
                raise invalid(f"This simulator has no '{name}'.", name)
        given = body.get("input")
        items = [{"role": "user", "content": given}] if isinstance(given, str) and given else given
        system, turns = read_messages(items, "input")
        if isinstance(instructions := body.get("instructions"), str):
            system = f"{instructions}\n\n{system}".strip()
        form = (body.get("text") or {}).get("format") or {}
        schema, schema_name = read_schema(form, form, "text.format")
        limit = positive(body, "max_output_tokens")
        if limit is not None and limit < 16:
            raise invalid(
                "Invalid 'max_output_tokens': integer below minimum value. Expected >= 16.", "max_output_tokens"
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
            schema_name=schema_name,
            max_output_tokens=limit,
            input_tokens=tokens.count_input(system, [text for _, text in turns], schema),
            is_stream=body.get("stream") is True,
            thinks=thinks(model),
        )

    def work(self, world: World, call: Call, fault: Fault | None) -> Reply:
        """Write."""
        return write(call, world.answers, fault)

    def document(self, call: Call, reply: Reply) -> dict[str, Any]:
        """A `response`, complete or incomplete."""
        reason = _INCOMPLETE.get(reply.finish)
        return {
            **_head(call, reply),
            "status": "incomplete" if reason else "completed",
            "incomplete_details": {"reason": reason} if reason else None,
            "output": [*_reasoning(call, reply), _message(call, reply, _status(reply), [_part(reply)])],
            "usage": None if reply.reported is None else _usage(reply.reported),
        }

    def frames(self, call: Call, reply: Reply, chunk: int) -> Iterator[Frame]:
        """The typed events, each with its sequence number."""
        sequence = 0

        def event(kind: str, *, is_text: bool = False, **fields: Any) -> Frame:
            nonlocal sequence
            sequence += 1
            return sse({"type": kind, "sequence_number": sequence - 1, **fields}, kind, is_text=is_text)

        begun = {**_head(call, reply), "status": "in_progress", "output": [], "usage": None}
        yield event("response.created", response=begun)
        yield event("response.in_progress", response=begun)
        reasoning = _reasoning(call, reply)
        for item in reasoning:
            yield event("response.output_item.added", output_index=0, item=item)
            yield event("response.output_item.done", output_index=0, item=item)
        index = len(reasoning)
        place: dict[str, Any] = {"item_id": _message_id(call, reply), "output_index": index, "content_index": 0}
        kind = "refusal" if reply.finish == "refusal" else "output_text"
        logprobs: dict[str, Any] = {} if kind == "refusal" else {"logprobs": []}
        whole: dict[str, Any] = {"refusal": reply.text} if kind == "refusal" else {"text": reply.text}
        yield event("response.output_item.added", output_index=index, item=_message(call, reply, "in_progress", []))
        yield event("response.content_part.added", **place, part=_part(reply, ""))
        for piece in pieces(reply.text, chunk):
            yield event(f"response.{kind}.delta", is_text=True, **place, delta=piece, **logprobs)
        yield event(f"response.{kind}.done", **place, **whole, **logprobs)
        yield event("response.content_part.done", **place, part=_part(reply))
        done = _message(call, reply, _status(reply), [_part(reply)])
        yield event("response.output_item.done", output_index=index, item=done)
        response = self.document(call, reply)
        yield event(f"response.{response['status']}", response=response)

    def broken(self, call: Call, reply: Reply, worded: Worded) -> Frame:
        """`response.failed`, as a failure in the middle of a stream is told."""
        error = {"code": "server_error", "message": worded.body["error"]["message"]}
        failed = {**_head(call, reply), "status": "failed", "error": error, "output": [], "usage": None}
        return sse({"type": "response.failed", "sequence_number": 99, "response": failed}, "response.failed")


def _head(call: Call, reply: Reply) -> dict[str, Any]:
    body = call.body
    return {
        "id": f"resp_{reply.number:06d}{call.fingerprint}",
        "object": "response",
        "created_at": reply.created,
        "error": None,
        "incomplete_details": None,
        "instructions": body.get("instructions"),
        "max_output_tokens": call.max_output_tokens,
        "metadata": body.get("metadata") or {},
        "model": call.model,
        "parallel_tool_calls": True,
        "previous_response_id": None,
        "reasoning": {"effort": (body.get("reasoning") or {}).get("effort"), "summary": None},
        "service_tier": "default",
        "store": body.get("store", True),
        "temperature": body.get("temperature", 1.0),
        "text": {"format": (body.get("text") or {}).get("format") or {"type": "text"}},
        "tool_choice": "auto",
        "tools": [],
        "top_p": body.get("top_p", 1.0),
        "truncation": "disabled",
    }


def _reasoning(call: Call, reply: Reply) -> list[dict[str, Any]]:
    if not call.thinks:
        return []
    return [{"type": "reasoning", "id": f"rs_{reply.number:06d}{call.fingerprint}", "summary": []}]


def _message_id(call: Call, reply: Reply) -> str:
    return f"msg_{reply.number:06d}{call.fingerprint}"


def _message(call: Call, reply: Reply, status: str, content: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "message",
        "id": _message_id(call, reply),
        "role": "assistant",
        "status": status,
        "content": content,
    }


def _status(reply: Reply) -> str:
    return "incomplete" if reply.finish in _INCOMPLETE else "completed"


def _part(reply: Reply, text: str | None = None) -> dict[str, Any]:
    written = reply.text if text is None else text
    if reply.finish == "refusal":
        return {"type": "refusal", "refusal": written}
    return {"type": "output_text", "text": written, "annotations": [], "logprobs": []}


def _usage(usage: Usage) -> dict[str, Any]:
    return {
        "input_tokens": usage.input_tokens,
        "input_tokens_details": {"cached_tokens": usage.cached_input_tokens, "cache_write_tokens": 0},
        "output_tokens": usage.output_tokens,
        "output_tokens_details": {"reasoning_tokens": usage.reasoning_tokens},
        "total_tokens": usage.total,
    }
