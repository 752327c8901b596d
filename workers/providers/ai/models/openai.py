"""OpenAI's models through the Responses API."""

from collections.abc import AsyncGenerator
from typing import Any, Final

import openai
from pydantic import BaseModel

from workers.providers.ai.models import codes, connections
from workers.providers.ai.models.base import Finish, ModelAnswer, ModelConfig, ModelDelta, ModelRequest, TokenUsage
from workers.providers.ai.models.deadline import pieces_within, within
from workers.providers.ai.models.dialect import Dialect, Learner
from workers.providers.ai.models.failures import failure
from workers.providers.ai.models.openai_client import FAILURES, Caller, fields_of, json_object
from workers.providers.ai.models.outcomes import counted
from workers.providers.ai.models.schemas import OPENAI, fit, in_words

_FEWEST_TOKENS: Final = 16
_ENDINGS: Final = ("response.completed", "response.incomplete", "response.failed")


class _Part(BaseModel):
    type: str
    text: str | None = None
    refusal: str | None = None


class _Item(BaseModel):
    type: str
    content: list[_Part] | None = None


class _Reason(BaseModel):
    reason: str | None = None


class _Problem(BaseModel):
    code: str | None = None
    message: str | None = None


class _Response(BaseModel):
    """The part of a response that is read."""

    model: str
    status: str | None = None
    output: list[_Item]
    incomplete_details: _Reason | None = None
    error: _Problem | None = None
    usage: dict[str, Any] | None = None


class OpenAIResponses:
    """One model of OpenAI. Nothing is stored there (`store` is false)."""

    def __init__(self, config: ModelConfig) -> None:
        self.provider = config.provider
        self.model = config.model
        self._caller = Caller(config)
        self._responses = self._caller.sdk.responses  # imports what it needs
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
            return self._answer(json_object(response.content), response.headers.get("x-request-id"))
        except FAILURES as error:
            raise self._caller.translated(error) from error

    async def _stream(self, request: ModelRequest) -> AsyncGenerator[ModelDelta, None]:
        request_id = None
        try:
            async with await self._create(request, stream=True) as events:
                request_id = events.response.headers.get("x-request-id")
                async for event in events:
                    if event.type == "response.output_text.delta":
                        yield ModelDelta(event.delta, request_id=request_id)
                    elif event.type in _ENDINGS:
                        yield ModelDelta(final=self._answer(fields_of(event.response), request_id))
                        return
                    elif event.type == "error":
                        raise self._caller.told(event.code, event.message, None, request_id)
        except FAILURES as error:
            raise self._caller.translated(error, request_id=request_id) from error
        raise failure(
            self.provider, codes.UNAVAILABLE, "the answer broke off", request_id=request_id, may_have_cost=True
        )

    async def _create(self, request: ModelRequest, *, stream: bool) -> Any:
        while True:
            dialect = self._learner.dialect_for(request)
            body = self._body(request, dialect)
            try:
                if stream:
                    return await self._responses.create(
                        **body,
                        stream=True,
                        extra_headers=self._caller.headers,
                        timeout=connections.timeouts(request.timeout_seconds),
                    )
                return await self._caller.post("/responses", body, request.timeout_seconds)
            except (openai.BadRequestError, openai.UnprocessableEntityError) as error:
                if not self._learner.learn(request, dialect, error.param, error.message):
                    raise

    def _body(self, request: ModelRequest, dialect: Dialect) -> dict[str, Any]:
        body: dict[str, Any] = {
            "model": self.model,
            "input": [{"role": message.role, "content": message.text} for message in request.messages],
            "max_output_tokens": max(request.max_output_tokens, _FEWEST_TOKENS),
            "store": False,
        }
        if request.system:
            body["instructions"] = request.system
        if request.temperature is not None and dialect.takes_temperature:
            body["temperature"] = request.temperature
        if request.output_schema is None:
            return body
        if dialect.format == "schema":
            fitted = fit(request.output_schema, OPENAI)
            body["text"] = {
                "format": {
                    "type": "json_schema",
                    "name": request.schema_name,
                    "strict": fitted.is_closed,
                    "schema": fitted.schema,
                }
            }
            return body
        if dialect.format == "object":
            body["text"] = {"format": {"type": "json_object"}}
        body["instructions"] = f"{request.system}\n\n{in_words(request.output_schema)}".strip()
        return body

    def _answer(self, fields: dict[str, Any], request_id: str | None) -> ModelAnswer:
        response = _Response.model_validate(fields)
        usage = _usage(response.usage)
        if response.status == "failed":
            problem = response.error or _Problem()
            raise self._caller.told(problem.code, problem.message, usage, request_id)
        parts = [part for item in response.output if item.type == "message" for part in item.content or ()]
        refusal = "".join(part.refusal or "" for part in parts if part.type == "refusal")
        text = "".join(part.text or "" for part in parts if part.type == "output_text")
        finish: Finish = "stop"
        if refusal:
            finish, text = "refusal", refusal
        elif response.status == "incomplete":
            reason = response.incomplete_details.reason if response.incomplete_details else None
            finish = "refusal" if reason == "content_filter" else "length"
        return ModelAnswer(text, usage, finish, response.model, request_id)


def _usage(given: dict[str, Any] | None) -> TokenUsage:
    given = given or {}
    details = given.get("input_tokens_details")
    total = counted(given.get("input_tokens"))
    cached = counted(details.get("cached_tokens")) if isinstance(details, dict) else 0
    return TokenUsage(total, min(cached, total), counted(given.get("output_tokens")))


def build(config: ModelConfig) -> OpenAIResponses:
    """The adapter for OpenAI, or for another address that speaks its Responses API."""
    return OpenAIResponses(config)
