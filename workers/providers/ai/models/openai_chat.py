"""Any OpenAI-compatible endpoint (Ollama, vLLM, LM Studio, a gateway) through chat completions."""

import re
from collections.abc import AsyncGenerator
from typing import Any, Final

import openai
from pydantic import BaseModel, Field

from workers.providers.ai.models import codes, connections
from workers.providers.ai.models.base import Finish, ModelAnswer, ModelConfig, ModelDelta, ModelRequest, TokenUsage
from workers.providers.ai.models.deadline import pieces_within, within
from workers.providers.ai.models.dialect import Dialect, Learner
from workers.providers.ai.models.failures import failure
from workers.providers.ai.models.openai_client import FAILURES, Caller, fields_of, json_object
from workers.providers.ai.models.outcomes import counted
from workers.providers.ai.models.schemas import OPENAI, fit, in_words

_THOUGHT: Final = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_FENCED: Final = re.compile(r"\A\s*```(?:json)?\s*\n(.*?)\n?```\s*\Z", re.DOTALL)


class _Said(BaseModel):
    content: str | None = None
    refusal: str | None = None


class _Choice(BaseModel):
    finish_reason: str | None = None
    message: _Said | None = None
    delta: _Said | None = None


class _Completion(BaseModel):
    """The part of a completion, or of a chunk of one, that is read."""

    model: str | None = None
    choices: list[_Choice]
    usage: dict[str, Any] | None = None


class _Whole(BaseModel):
    """What the chunks of a stream come to."""

    model: str
    text: list[str] = Field(default_factory=list)
    refusal: list[str] = Field(default_factory=list)
    finish_reason: str | None = None
    usage: dict[str, Any] | None = None

    def add(self, chunk: _Completion) -> str:
        """Take a chunk in; returns its text."""
        self.model = chunk.model or self.model
        self.usage = chunk.usage or self.usage
        if not chunk.choices:
            return ""
        choice = chunk.choices[0]
        self.finish_reason = choice.finish_reason or self.finish_reason
        said = choice.delta or choice.message or _Said()
        self.refusal.append(said.refusal or "")
        self.text.append(said.content or "")
        return said.content or ""


class OpenAICompatible:
    """One model at an endpoint of the operator's choice, with a key or without."""

    def __init__(self, config: ModelConfig) -> None:
        self.provider = config.provider
        self.model = config.model
        self._caller = Caller(config)
        self._completions = self._caller.sdk.chat.completions  # imports what it needs
        self._learner = Learner(self._caller.url, config.model)

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        """The whole answer."""
        return await within(request.timeout_seconds, self._complete(request), self.provider)

    def stream(self, request: ModelRequest) -> AsyncGenerator[ModelDelta, None]:
        """The answer in pieces."""
        return pieces_within(request.timeout_seconds, self._stream(request), self.provider)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._caller.sdk.close()

    async def _complete(self, request: ModelRequest) -> ModelAnswer:
        try:
            response = await self._create(request, stream=False)
            completion = _Completion.model_validate(json_object(response.content))
            if not completion.choices:
                raise ValueError("no choices")
            whole = _Whole(model=self.model)
            whole.add(completion)
            return _answer(request, whole, response.headers.get("x-request-id"))
        except FAILURES as error:
            raise self._caller.translated(error) from error

    async def _stream(self, request: ModelRequest) -> AsyncGenerator[ModelDelta, None]:
        whole, request_id = _Whole(model=self.model), None
        try:
            async with await self._create(request, stream=True) as chunks:
                request_id = chunks.response.headers.get("x-request-id")
                async for chunk in chunks:
                    if text := whole.add(_Completion.model_validate(fields_of(chunk))):
                        yield ModelDelta(text, request_id=request_id)
        except FAILURES as error:
            raise self._caller.translated(error, _usage(whole.usage), request_id) from error
        if whole.finish_reason is None:
            raise failure(
                self.provider,
                codes.UNAVAILABLE,
                "the answer broke off",
                usage=_usage(whole.usage),
                request_id=request_id,
                may_have_cost=whole.usage is None,
            )
        yield ModelDelta(final=_answer(request, whole, request_id))

    async def _create(self, request: ModelRequest, *, stream: bool) -> Any:
        while True:
            dialect = self._learner.dialect_for(request)
            body = self._body(request, dialect, stream=stream)
            try:
                if stream:
                    return await self._completions.create(
                        **body,
                        stream=True,
                        extra_headers=self._caller.headers,
                        timeout=connections.timeouts(request.timeout_seconds),
                    )
                return await self._caller.post("/chat/completions", body, request.timeout_seconds)
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                if not self._learner.learn(request, dialect, error.param, error.message):
                    raise

    def _body(self, request: ModelRequest, dialect: Dialect, *, stream: bool) -> dict[str, Any]:
        system = request.system
        body: dict[str, Any] = {"model": self.model, dialect.limit_name: request.max_output_tokens}
        if request.output_schema is not None and dialect.format == "schema":
            fitted = fit(request.output_schema, OPENAI)
            schema = {"name": request.schema_name, "strict": fitted.is_closed, "schema": fitted.schema}
            body["response_format"] = {"type": "json_schema", "json_schema": schema}
        elif request.output_schema is not None:
            system = f"{system}\n\n{in_words(request.output_schema)}".strip()
            if dialect.format == "object":
                body["response_format"] = {"type": "json_object"}
        if request.temperature is not None and dialect.takes_temperature:
            body["temperature"] = request.temperature
        if stream and dialect.takes_stream_options:
            body["stream_options"] = {"include_usage": True}
        turns = [{"role": message.role, "content": message.text} for message in request.messages]
        body["messages"] = [*([{"role": "system", "content": system}] if system else []), *turns]
        return body


def _answer(request: ModelRequest, whole: _Whole, request_id: str | None) -> ModelAnswer:
    text, refusal = "".join(whole.text), "".join(whole.refusal)
    finish: Finish = "stop"
    if refusal or whole.finish_reason == "content_filter":
        finish, text = "refusal", refusal or text
    elif whole.finish_reason in ("length", "max_tokens"):
        finish = "length"
    elif request.output_schema is not None:
        text = _bare(text)
    return ModelAnswer(text, _usage(whole.usage), finish, whole.model, request_id)


def _bare(text: str) -> str:
    """JSON without the thoughts before it and the fence around it, which small models write all the same."""
    text = _THOUGHT.sub("", text)
    fenced = _FENCED.match(text)
    return fenced[1] if fenced else text


def _usage(given: dict[str, Any] | None) -> TokenUsage:
    given = given or {}
    details = given.get("prompt_tokens_details")
    total = counted(given.get("prompt_tokens"))
    cached = counted(details.get("cached_tokens")) if isinstance(details, dict) else 0
    return TokenUsage(total, min(cached, total), counted(given.get("completion_tokens")))


def build(config: ModelConfig) -> OpenAICompatible:
    """The adapter; the address ends where `/chat/completions` begins."""
    return OpenAICompatible(config)
