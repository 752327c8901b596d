"""Anthropic's models through the Messages API."""

from collections.abc import AsyncGenerator
from typing import Any, Final

import anthropic
from pydantic import BaseModel

from workers.providers.ai.models import codes, connections
from workers.providers.ai.models.anthropic_client import FAILURES, Caller, usage_of
from workers.providers.ai.models.base import Finish, ModelAnswer, ModelConfig, ModelDelta, ModelRequest, TokenUsage
from workers.providers.ai.models.deadline import pieces_within, within
from workers.providers.ai.models.dialect import Dialect, Learner
from workers.providers.ai.models.failures import failure
from workers.providers.ai.models.schemas import ANTHROPIC, fit, in_words

_FINISHES: Final[dict[str, Finish]] = {
    "end_turn": "stop",
    "stop_sequence": "stop",
    "max_tokens": "length",
    "model_context_window_exceeded": "length",
    "pause_turn": "length",
    "refusal": "refusal",
}


class _Block(BaseModel):
    type: str
    text: str | None = None


class _Message(BaseModel):
    """The part of a message that is read."""

    model: str
    content: list[_Block]
    stop_reason: str | None = None
    usage: dict[str, Any] | None = None


class _Whole:
    """What the events of a stream come to."""

    def __init__(self, model: str) -> None:
        self.model = model
        self.request_id: str | None = None
        self.text: list[str] = []
        self.reason: str | None = None
        self._usage: dict[str, Any] = {}

    @property
    def usage(self) -> TokenUsage:
        """As far as it was told: the input at the start, the output at the end."""
        return usage_of(self._usage)

    @property
    def told_at_start(self) -> TokenUsage | None:
        """The input; the output that is told with it is not the output so far."""
        usage = self.usage
        return TokenUsage(usage.input_tokens, usage.cached_input_tokens) if usage.input_tokens else None

    def add(self, event: Any) -> str:
        """Take an event in; returns its text."""
        if event.type == "message_start":
            self.model = str(event.message.model)
            self._told(event.message)
        elif event.type == "message_delta":
            self.reason = event.delta.stop_reason or self.reason
            self._told(event)
        elif event.type == "content_block_delta" and event.delta.type == "text_delta":
            self.text.append(event.delta.text)
            return str(event.delta.text)
        return ""

    def _told(self, part: Any) -> None:
        usage = part.to_dict(warnings=False).get("usage") or {}
        self._usage.update({key: value for key, value in usage.items() if value is not None})


class Anthropic:
    """One model of Anthropic. A temperature is left out: its models take none."""

    def __init__(self, config: ModelConfig) -> None:
        self.provider = config.provider
        self.model = config.model
        self._caller = Caller(config)
        self._learner = Learner(self._caller.url, config.model)
        self._messages = self._caller.sdk.messages  # imports what it needs

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        """The whole answer."""
        return await within(request.timeout_seconds, self._complete(request), self.provider)

    def stream(self, request: ModelRequest) -> AsyncGenerator[ModelDelta, None]:
        """The answer in pieces."""
        whole = _Whole(self.model)
        return pieces_within(request.timeout_seconds, self._stream(request, whole), self.provider, whole)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._caller.sdk.close()

    async def _complete(self, request: ModelRequest) -> ModelAnswer:
        try:
            answer = await self._create(request, stream=False)
            if not isinstance(answer, anthropic.BaseModel):
                raise ValueError("no JSON object")
            message = _Message.model_validate(answer.to_dict(warnings=False))
            text = "".join(block.text or "" for block in message.content if block.type == "text")
            usage, request_id = usage_of(message.usage), getattr(answer, "_request_id", None)
            return self._answer(text, message.stop_reason, usage, message.model, request_id)
        except FAILURES as error:
            raise self._caller.translated(error) from error

    async def _stream(self, request: ModelRequest, whole: _Whole) -> AsyncGenerator[ModelDelta, None]:
        try:
            async with await self._create(request, stream=True) as events:
                whole.request_id = events.response.headers.get("request-id")
                async for event in events:
                    text = whole.add(event)
                    if text or event.type == "message_start":
                        yield ModelDelta(text, usage=whole.told_at_start, request_id=whole.request_id)
                    if event.type == "message_stop":
                        break
            yield ModelDelta(
                final=self._answer("".join(whole.text), whole.reason, whole.usage, whole.model, whole.request_id)
            )
        except FAILURES as error:
            raise self._caller.translated(error, whole.usage, whole.request_id) from error

    async def _create(self, request: ModelRequest, *, stream: bool) -> Any:
        while True:
            dialect = self._learner.dialect_for(request)
            try:
                return await self._messages.create(
                    **self._body(request, dialect), stream=stream, timeout=connections.timeouts(request.timeout_seconds)
                )
            except anthropic.BadRequestError as error:
                if not self._learner.learn(request, dialect, None, error.message):
                    raise

    def _body(self, request: ModelRequest, dialect: Dialect) -> dict[str, Any]:
        system = request.system
        body: dict[str, Any] = {
            "model": self.model,
            "max_tokens": request.max_output_tokens,
            "messages": [{"role": message.role, "content": message.text} for message in request.messages],
        }
        if request.output_schema is not None:
            fitted = fit(request.output_schema, ANTHROPIC)
            if fitted.is_closed and dialect.format == "schema":
                named = {"title": request.schema_name, **fitted.schema}
                body["output_config"] = {"format": {"type": "json_schema", "schema": named}}
            else:
                system = f"{system}\n\n{in_words(request.output_schema)}".strip()
        if system:
            body["system"] = system
        return body

    def _answer(
        self, text: str, reason: str | None, usage: TokenUsage, model: str, request_id: str | None
    ) -> ModelAnswer:
        if reason is None:
            said = "the answer broke off"
            raise failure(
                self.provider, codes.UNAVAILABLE, said, usage=usage, request_id=request_id, may_have_cost=True
            )
        return ModelAnswer(text, usage, _FINISHES.get(reason, "stop"), model, request_id)


def build(config: ModelConfig) -> Anthropic:
    """The adapter; it needs a key."""
    return Anthropic(config)
