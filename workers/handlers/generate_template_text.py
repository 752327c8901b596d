"""generate_template_text: a text as a filled-in template asks for it."""

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict

from workers.providers.ai.tasks.base import Language
from workers.providers.ai.tasks.context import Brand
from workers.providers.ai.tasks.template_text import FillTemplate
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.text.readability import reading_ease_of
from workers.text.words import word_count
from workers.writing.steps import WRITTEN, Stopwatch, Tools, conclude
from workers.writing.voice import voice_of


def _text(value: Any) -> Any:
    return value[:300] if isinstance(value, str) else None


def _words(value: Any) -> Any:
    return value if isinstance(value, int) and not isinstance(value, bool) and 1 <= value <= 20_000 else None


def _elements(value: Any) -> Any:
    return [item[:200] for item in value if isinstance(item, str)][:20] if isinstance(value, list) else []


class Parameters(BaseModel):
    """What a template says beside its text. Whoever made it may have written anything: what does not fit is left."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    style: Annotated[str | None, BeforeValidator(_text)] = None
    length_target: Annotated[int | None, BeforeValidator(_words)] = None
    required_elements: Annotated[list[str], BeforeValidator(_elements)] = []


class Payload(BaseModel):
    """What `generate_from_template` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    language: Language
    content_type: str
    filled: str
    parameters: Parameters = Parameters()
    brand: Brand = Brand()


class Result(BaseModel):
    """The text itself is in the checkpoint."""

    words: int


@handler("generate_template_text")
async def handle(ctx: JobContext) -> Result:
    """Write it with the generator of the organization."""
    return await generate(ctx, Tools())


async def generate(ctx: JobContext, tools: Tools) -> Result:
    """The handler's work with a given generator."""
    payload = ctx.parse(Payload)
    if WRITTEN not in ctx.checkpoints:
        watch = Stopwatch()
        generator = await tools.generator(ctx)
        voice = await voice_of(ctx, payload.brand, payload.language)
        made = await generator.run(
            FillTemplate(
                language=payload.language,
                content_type=payload.content_type,
                filled=payload.filled,
                style=payload.parameters.style,
                length_target=payload.parameters.length_target,
                required_elements=tuple(payload.parameters.required_elements),
                brand=await voice.told(payload.filled[:1500]),
            )
        )
        text = made.value.text
        [fit] = await voice.fits([text], payload.language)
        state = {
            "title": made.value.title,
            "text": text,
            "word_count": word_count(text),
            "readability_score": reading_ease_of(text, payload.language),
            "voice_fit": fit.stored(),
            "reasons": [],
            "notes": voice.notes,
        }
        conclude(ctx, made, watch, state)
    return Result(words=ctx.checkpoints[WRITTEN]["word_count"])
