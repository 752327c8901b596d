"""What an endpoint takes of a request, learned from what it refuses."""

import re
from dataclasses import dataclass, replace
from typing import Final, Literal

from workers.providers.ai.models.base import ModelRequest

Format = Literal["schema", "object", "words"]
"""A JSON Schema that the endpoint enforces; any JSON object; or the prompt alone."""

_FORMAT: Final = re.compile(
    r"response_?format|response_?mime|text\.format|output_config|json_?schema|json_?object|\bschema\b|structured|grammar",
    re.IGNORECASE,
)
_OTHER_LIMIT: Final = re.compile(r"max_completion_tokens\W{0,3}instead", re.IGNORECASE)
_STREAM_OPTIONS: Final = re.compile(r"stream_options|include_usage", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dialect:
    """A request goes out as the dialect says; each refusal makes it smaller, so that trying comes to an end."""

    format: Format = "schema"
    takes_temperature: bool = True
    takes_stream_options: bool = True
    limit_name: Literal["max_tokens", "max_completion_tokens"] = "max_tokens"

    def without(self, param: str | None, message: str) -> "Dialect | None":
        """The dialect without what an endpoint refused, or None when the refusal was about something else.

        `param` is the parameter that the endpoint blames, where it names one.
        """
        blamed = f"{param or ''} {message}"
        if self.takes_temperature and "temperature" in blamed:
            return replace(self, takes_temperature=False)
        if self.limit_name == "max_tokens" and _OTHER_LIMIT.search(blamed):
            return replace(self, limit_name="max_completion_tokens")
        if self.takes_stream_options and _STREAM_OPTIONS.search(blamed):
            return replace(self, takes_stream_options=False)
        if self.format != "words" and _FORMAT.search(blamed):
            return replace(self, format="object" if self.format == "schema" else "words")
        return None


_learned: dict[tuple[str, str, str | None], Dialect] = {}
_MOST_REMEMBERED: Final = 1024


def forget() -> None:
    """Meet every endpoint as if for the first time."""
    _learned.clear()


class Learner:
    """Remembers for the whole process what a model at an address takes, so that a refusal is met once.

    Each schema by itself: one that is too much for a provider must not cost the others their enforcement.
    """

    def __init__(self, address: str, model: str) -> None:
        self._address = address
        self._model = model

    def dialect_for(self, request: ModelRequest) -> Dialect:
        """As far as it is known."""
        return _learned.get(self._key(request), Dialect())

    def learn(self, request: ModelRequest, tried: Dialect, param: str | None, message: str) -> bool:
        """Whether the request is worth sending in another dialect than the one tried."""
        smaller = tried.without(param, message)
        if smaller is None:
            return False
        if len(_learned) >= _MOST_REMEMBERED:
            forget()
        _learned[self._key(request)] = smaller
        return True

    def _key(self, request: ModelRequest) -> tuple[str, str, str | None]:
        return self._address, self._model, request.schema_name if request.output_schema is not None else None
