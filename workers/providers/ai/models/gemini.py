"""Google's models through the Gemini API."""

from collections.abc import AsyncGenerator
from typing import Any, Final

import httpx2
from google.genai import errors, types

from workers.providers.ai.models import codes
from workers.providers.ai.models.base import Finish, ModelAnswer, ModelConfig, ModelDelta, ModelRequest, TokenUsage
from workers.providers.ai.models.deadline import pieces_within, within
from workers.providers.ai.models.dialect import Dialect, Learner
from workers.providers.ai.models.failures import failure
from workers.providers.ai.models.gemini_client import DEFAULT_URL, FAILURES, Caller, noting_responses, usage_of
from workers.providers.ai.models.outcomes import is_told
from workers.providers.ai.models.schemas import GEMINI, fit, in_words

_LENGTH: Final = frozenset(("MAX_TOKENS", "CONTINUATION"))
_BROKEN: Final = frozenset(
    (
        "OTHER",
        "MALFORMED_RESPONSE",
        "MALFORMED_FUNCTION_CALL",
        "UNEXPECTED_TOOL_CALL",
        "TOO_MANY_TOOL_CALLS",
        "MISSING_THOUGHT_SIGNATURE",
    )
)


class _Whole:
    """What the pieces of an answer come to."""

    def __init__(self, model: str) -> None:
        self.model = model
        self.text: list[str] = []
        self.reason: str | None = None
        self.usage: TokenUsage | None = None
        self.request_id: str | None = None

    def add(self, piece: types.GenerateContentResponse) -> str:
        """Take a piece in; returns its text, without thoughts."""
        self.model = piece.model_version or self.model
        self.request_id = piece.response_id or self.request_id
        self.usage = usage_of(piece.usage_metadata) or self.usage
        if piece.prompt_feedback is not None and piece.prompt_feedback.block_reason is not None:
            self.reason = "BLOCKED"
        if not piece.candidates:
            return ""
        candidate = piece.candidates[0]
        if candidate.finish_reason is not None:
            self.reason = candidate.finish_reason.value
        parts = (candidate.content.parts if candidate.content else None) or ()
        text = "".join(part.text or "" for part in parts if not part.thought)
        self.text.append(text)
        return text


class Gemini:
    """One model of Google."""

    def __init__(self, config: ModelConfig) -> None:
        self.provider = config.provider
        self.model = config.model
        self._caller = Caller(config)
        self._learner = Learner(config.base_url or DEFAULT_URL, config.model)

    async def complete(self, request: ModelRequest) -> ModelAnswer:
        """The whole answer."""
        return await within(request.timeout_seconds, self._complete(request), self.provider)

    def stream(self, request: ModelRequest) -> AsyncGenerator[ModelDelta, None]:
        """The answer in pieces."""
        whole = _Whole(self.model)
        return pieces_within(request.timeout_seconds, self._stream(request, whole), self.provider, whole)

    async def aclose(self) -> None:
        """Close the connections."""
        await self._caller.aclose()

    async def _complete(self, request: ModelRequest) -> ModelAnswer:
        whole = _Whole(self.model)
        try:
            while True:
                dialect = self._learner.dialect_for(request)
                try:
                    whole.add(await self._caller.models.generate_content(**self._arguments(request, dialect)))
                    return self._answer(whole)
                except errors.ClientError as error:
                    if not self._takes_less(request, dialect, error):
                        raise
        except FAILURES as error:
            raise self._caller.translated(error, whole.usage, whole.request_id) from error

    async def _stream(self, request: ModelRequest, whole: _Whole) -> AsyncGenerator[ModelDelta, None]:
        opened: list[httpx2.Response] = []
        try:
            while True:
                dialect = self._learner.dialect_for(request)
                pieces = await self._caller.models.generate_content_stream(**self._arguments(request, dialect))
                try:
                    with noting_responses(opened):
                        piece = await anext(pieces, None)
                    break
                except errors.ClientError as error:
                    if not self._takes_less(request, dialect, error):
                        raise
            while piece is not None:
                yield ModelDelta(whole.add(piece), usage=whole.usage, request_id=whole.request_id)
                piece = await anext(pieces, None)
            yield ModelDelta(final=self._answer(whole))
        except FAILURES as error:
            began = bool(opened) and opened[-1].is_success
            raise self._caller.translated(error, whole.usage, whole.request_id, began=began) from error
        finally:
            for response in opened:
                await response.aclose()

    def _takes_less(self, request: ModelRequest, dialect: Dialect, error: errors.ClientError) -> bool:
        return error.code == 400 and self._learner.learn(request, dialect, None, error.message or "")

    def _arguments(self, request: ModelRequest, dialect: Dialect) -> dict[str, Any]:
        system = request.system
        config: dict[str, Any] = {
            "max_output_tokens": request.max_output_tokens,
            "candidate_count": 1,
            # further calls, and their cost, are for the caller to decide
            "automatic_continuation": False,
            "automatic_function_calling": types.AutomaticFunctionCallingConfig(disable=True),
            "http_options": types.HttpOptions(timeout=max(1, round(request.timeout_seconds * 1000))),
        }
        if request.temperature is not None and dialect.takes_temperature:
            config["temperature"] = request.temperature
        if request.output_schema is not None:
            if dialect.format != "words":
                config["response_mime_type"] = "application/json"
            if dialect.format == "schema":
                fitted = fit(request.output_schema, GEMINI)
                config["response_json_schema"] = {"title": request.schema_name, **fitted.schema}
            else:
                system = f"{system}\n\n{in_words(request.output_schema)}".strip()
        if system:
            config["system_instruction"] = system
        return {
            "model": self.model,
            "contents": [
                types.Content(role="user" if message.role == "user" else "model", parts=[types.Part(text=message.text)])
                for message in request.messages
            ],
            "config": types.GenerateContentConfig(**config),
        }

    def _answer(self, whole: _Whole) -> ModelAnswer:
        usage = whole.usage or TokenUsage()
        if whole.reason is None:
            said = "the answer broke off"
            raise failure(
                self.provider, codes.UNAVAILABLE, said, usage=usage, request_id=whole.request_id, may_have_cost=True
            )
        if whole.reason in _BROKEN:
            raise failure(
                self.provider,
                codes.MALFORMED,
                whole.reason,
                usage=usage,
                request_id=whole.request_id,
                may_have_cost=not is_told(usage),
            )
        finish: Finish = "stop"
        if whole.reason in _LENGTH:
            finish = "length"
        elif whole.reason != "STOP":
            finish = "refusal"
        return ModelAnswer("".join(whole.text), usage, finish, whole.model, whole.request_id)


def build(config: ModelConfig) -> Gemini:
    """The adapter; it needs a key."""
    return Gemini(config)
