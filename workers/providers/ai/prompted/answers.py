"""From what a model said to the output of a task, or to words that tell it what is wrong."""

import re
from functools import lru_cache
from typing import Any, Final

import orjson
from pydantic import BaseModel, ValidationError

from workers.providers.ai.prompted.prompts import Prompt
from workers.providers.ai.prompted.silence import Repeated, Silence
from workers.providers.ai.tasks.base import T, Task
from workers.text.storable import storable

_FENCE: Final = re.compile(r"```[a-z]*\s*\n(.*?)\n?```", re.DOTALL)
_NUL: Final = r"\u0000"
_MOST_PROBLEMS: Final = 8
_LONGEST: Final = 300


class Unfit(Exception):  # noqa: N818 (says what the answer is)
    """The answer is not what was asked for; `problems` says why, one line each."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("; ".join(problems))
        self.problems = problems


@lru_cache(maxsize=128)
def schema_of(kind: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema that a model is held to; one document for all, to be read only."""
    return kind.model_json_schema()


def read(text: str, task: Task[T]) -> T:
    """The task's output, of the answer's text; Unfit when it is none."""
    document = _document(text)
    if _NUL in text:
        document = _without_nul(document)
    try:
        return task.finish(task.answer_type().model_validate(document))
    except ValidationError as error:
        raise Unfit(_problems(error)) from None
    except ValueError as error:
        raise Unfit([str(error)[:_LONGEST]]) from None


def check_silence(value: BaseModel, prompt: Prompt) -> None:
    """Unfit for an output that repeats what the model was told."""
    try:
        Silence(prompt).check(_texts(value.model_dump(mode="json")))
    except Repeated as repeated:
        raise Unfit([str(repeated)]) from None


def _texts(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        value = list(value.values())
    return [text for item in value for text in _texts(item)] if isinstance(value, list) else []


def _document(text: str) -> Any:
    """The JSON of an answer, also where a model wrapped it in politeness."""
    bare = text.strip().removeprefix("\ufeff")
    fenced = _FENCE.search(bare)
    inner = bare[bare.find("{") : bare.rfind("}") + 1]
    for candidate in (bare, fenced[1] if fenced else "", inner):
        try:
            return orjson.loads(candidate)
        except orjson.JSONDecodeError as error:
            if candidate == bare:
                first = error
    raise Unfit([f"the answer is not JSON: {first.msg} at character {first.pos}"]) from None


def _without_nul(value: Any) -> Any:
    """The same document, with strings that a database can store."""
    if isinstance(value, dict):
        return {key: _without_nul(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_without_nul(item) for item in value]
    return storable(value) if isinstance(value, str) else value


def _problems(error: ValidationError) -> list[str]:
    found = error.errors(include_url=False, include_input=False, include_context=False)
    lines = [f"{'.'.join(str(part) for part in item['loc']) or 'answer'}: {item['msg']}"[:_LONGEST] for item in found]
    return lines[:_MOST_PROBLEMS]
