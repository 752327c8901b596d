"""Prompt files: `workers/prompts/<task>/v<version>.<language>.md`, a part `## system` and a part `## user`.

Templates are ours; what they print is not. A string reaches a prompt only through one of two filters, and rendering
fails on any other, so that nobody's text can slip in among the instructions:

`data("name")`  anything, between marks that hold a random number of this prompt alone
`word`          one lower-case identifier, such as a platform

Numbers and enumerations print as they are. The system part never holds data: it is the same for every input, which
also lets providers cache it.
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import orjson
import regex
from jinja2 import StrictUndefined, Template, TemplateError, Undefined, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel

from workers.providers.ai.tasks.base import Language, Task

FOLDER: Final = Path(__file__).parents[3] / "prompts"

_FILE: Final = re.compile(r"v(\d+)\.([a-z]{2})\.md")
_PARTS: Final = re.compile(r"\A## system\n(.+?)\n## user\n(.+)\Z", re.DOTALL)
_WORD: Final = re.compile(r"[a-z][a-z0-9_-]{0,63}")
_DATA_NAME: Final = re.compile(r"[a-z][a-z ]{0,39}")
# Controls, direction overrides, and what has no width: tag letters, variation selectors, fillers and spaces of none can
# carry a text that no reader sees. What joins emoji and scripts stays, and the two selectors that emoji are chosen by.
_HIDDEN: Final = regex.compile(
    r"[\p{Cc}--[\t\n]]|[\u202A-\u202E\u2066-\u206F]|[\U000E0000-\U000E0FFF]|[\u200B\u2060-\u2064\uFFFE\uFFFF\uFEFF]"
    r"|[\u00AD\u034F\u115F\u1160\u17B4\u17B5\u180B-\u180F\u3164\uFE00-\uFE0D\uFFA0\uFFF9-\uFFFB]",
    regex.V1,
)
_LANGUAGES: Final[Mapping[str, str]] = {"en": "English", "nl": "Nederlands"}


class PromptError(Exception):
    """A prompt file is missing or wrong: a fault of ours, not of the input."""


class _Safe(str):
    """Text that may stand among instructions."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Prompt:
    """A rendered prompt."""

    name: str
    """As it is recorded: titles/v1."""
    system: str
    user: str
    mark: str
    """What opens and closes the data of this prompt."""


@dataclass(frozen=True, slots=True)
class _File:
    version: int
    system: Template
    user: Template


def render(task: Task[Any], folder: Path = FOLDER) -> Prompt:
    """The newest version of the task's prompt in the task's language. PromptError for one that does not render."""
    file = _load(task.name, task.language, folder)
    mark = f"data-{secrets.token_hex(8)}"
    values = {**task.prompt_values(), "language_name": _Safe(_LANGUAGES[task.language])}
    try:
        system = file.system.render({"language_name": values["language_name"]})
        user = file.user.render({**values, "_mark": mark})
    except TemplateError as error:
        raise PromptError(f"the prompt {task.name}/v{file.version}: {error.message}") from error
    rules = ["material"] if task.is_prose else ["material", "answer"]
    common = [_common(name, task.language, folder) for name in rules]
    return Prompt(f"{task.name}/v{file.version}", "\n\n".join([system.strip(), *common]), user.strip(), mark)


def visible(text: str) -> str:
    """The text without letters that no reader sees."""
    return _HIDDEN.sub("", text)


def marked(mark: str, name: str, text: str) -> str:
    """The text as data of the prompt that has this mark."""
    return f'<{mark} name="{name}">\n{visible(text)}\n</{mark}>'


def versions(name: str, folder: Path = FOLDER) -> dict[str, list[int]]:
    """Language → versions of a task's prompt, in order."""
    found: dict[str, list[int]] = {}
    for path in sorted((folder / name).glob("*.md")):
        if (match := _FILE.fullmatch(path.name)) is None:
            raise PromptError(f"{path.name} is not named v<version>.<language>.md")
        found.setdefault(match[2], []).append(int(match[1]))
    return {language: sorted(numbers) for language, numbers in found.items()}


@lru_cache(maxsize=256)
def _load(name: str, language: Language, folder: Path) -> _File:
    known = versions(name, folder).get(language)
    if not known:
        raise PromptError(f"there is no prompt for {name} in {language}")
    text = (folder / name / f"v{known[-1]}.{language}.md").read_text(encoding="utf-8")
    parts = _PARTS.match(text)
    if parts is None:
        raise PromptError(f"{name}/v{known[-1]}.{language}.md needs the parts ## system and ## user, in this order")
    return _File(known[-1], _environment().from_string(parts[1]), _environment().from_string(parts[2]))


@lru_cache(maxsize=8)
def _common(name: str, language: str, folder: Path) -> str:
    """What system parts end with: how to treat data (`material`), and in which form to answer (`answer`)."""
    return (folder / f"{name}.{language}.md").read_text(encoding="utf-8").strip()


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, finalize=_printable, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["data"] = _data
    environment.filters["word"] = _word
    return environment


def _printable(value: Any) -> Any:
    if isinstance(value, _Safe | int | float | Undefined):
        return value
    if isinstance(value, Enum):
        return value.value
    raise TemplateError(f"a value of type {type(value).__name__} is printed without | data or | word")


@pass_context
def _data(context: Context, value: Any, name: str) -> _Safe:
    """The value between marks; lists and objects as JSON."""
    if not _DATA_NAME.fullmatch(name):
        raise TemplateError(f"{name!r} cannot name a piece of data")
    if isinstance(value, Undefined):
        return _Safe(value)  # raises, with its name
    if not isinstance(value, str):
        plain = value.model_dump(mode="json") if isinstance(value, BaseModel) else value
        value = orjson.dumps(plain, default=_plain, option=orjson.OPT_INDENT_2).decode()
    return _Safe(marked(context["_mark"], name, value))


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    raise TypeError(f"{type(value).__name__} cannot be data")


def _word(value: Any) -> _Safe:
    if not isinstance(value, str) or not _WORD.fullmatch(value):
        raise TemplateError(f"{str(value)[:40]!r} is not a word")
    return _Safe(value)
