"""generate_script: what is said in a short video, with the seconds of its parts and how well it holds together."""

from dataclasses import asdict
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from workers.providers.ai.tasks.base import Language
from workers.providers.ai.tasks.context import Audience, Brand, VideoSource, Worked
from workers.providers.ai.tasks.script import READ, Script, ScriptStyle, WriteScript
from workers.providers.embeddings import local
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.scoring.scripts import Quality, emotional_tone, judge
from workers.scoring.wording import say
from workers.text.readability import SPOKEN_WORDS_PER_MINUTE, reading_ease_of, reading_seconds
from workers.text.words import word_count
from workers.voice.fit import VoiceFit
from workers.writing.excerpts import read_in_part
from workers.writing.revid import revid_text
from workers.writing.steps import WRITTEN, Stopwatch, Tools, conclude
from workers.writing.voice import voice_of


class Payload(BaseModel):
    """What `generate_script` asks for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    generation_id: UUID
    language: Language
    title: str
    duration_seconds: Annotated[int, Field(ge=15, le=180)]
    style: ScriptStyle
    keywords: list[str] = []
    brand: Brand = Brand()
    audience: Audience = Audience()
    sources: list[VideoSource] = []
    what_worked: Annotated[Worked, BeforeValidator(Worked.of)] = Worked()


class Result(BaseModel):
    """The script itself is in the checkpoint."""

    seconds: int


@handler("generate_script")
async def handle(ctx: JobContext) -> Result:
    """Write and judge a script with the generator of the organization."""
    return await generate(ctx, Tools())


async def generate(ctx: JobContext, tools: Tools) -> Result:
    """The handler's work with a given generator."""
    payload = ctx.parse(Payload)
    if WRITTEN not in ctx.checkpoints:
        watch = Stopwatch()
        generator = await tools.generator(ctx)
        voice = await voice_of(ctx, payload.brand, payload.language)
        task = WriteScript(
            language=payload.language,
            title=payload.title,
            duration_seconds=payload.duration_seconds,
            style=payload.style,
            keywords=tuple(payload.keywords),
            sources=tuple(payload.sources),
            brand=await voice.told(payload.title),
            audience=payload.audience,
            worked=payload.what_worked,
        )
        made = await generator.run(task)
        [fit] = await voice.fits([made.value.full_text], payload.language)
        quality = await ctx.run_blocking(_judged, made.value, payload, fit)
        state = _state(made.value, payload, quality)
        notes = [*read_in_part(payload.sources, READ, made, payload.language), *voice.notes]
        conclude(ctx, made, watch, {**state, "voice_fit": fit.stored(), "notes": notes})
    return Result(seconds=ctx.checkpoints[WRITTEN]["script"]["estimated_reading_time"])


def _judged(script: Script, payload: Payload, fit: VoiceFit) -> Quality:
    body = "\n\n".join(script.body)
    return judge(script.hook, body, script.call_to_action, payload.title, payload.language, local.load(), fit.score)


def _state(script: Script, payload: Payload, quality: Quality) -> dict[str, Any]:
    text = script.full_text
    body = "\n\n".join(script.body)
    found = word_count(text)
    seconds = reading_seconds(found)
    return {
        "script": {
            "full_text": text,
            "structured_content": {
                "hook": {
                    "text": script.hook,
                    "duration_seconds": reading_seconds(word_count(script.hook)),
                    "intensity_level": payload.style.hook_intensity,
                },
                "body": {
                    "text": body,
                    "duration_seconds": reading_seconds(word_count(body)),
                    "key_points": script.key_points,
                },
                "call_to_action": {
                    "text": script.call_to_action,
                    "duration_seconds": reading_seconds(word_count(script.call_to_action)),
                    "action_type": script.action_type if script.call_to_action else "none",
                },
            },
            "revid_formatted": revid_text([script.hook, *script.body, script.call_to_action], payload.language),
            "estimated_reading_time": seconds,
            "readability_score": reading_ease_of(text, payload.language),
            "emotional_tone_score": emotional_tone(text, payload.language),
            "word_count": found,
        },
        "quality_metrics": asdict(quality),
        "quality_score": quality.overall,
        "reasons": _reasons(script, payload, found, seconds),
    }


def _reasons(script: Script, payload: Payload, found: int, seconds: int) -> list[str]:
    language, asked = payload.language, payload.duration_seconds
    reasons = [
        say("fits_time", language, count=found, seconds=seconds, asked=asked, pace=SPOKEN_WORDS_PER_MINUTE),
        say("hook_short", language, count=word_count(script.hook)),
    ]
    if seconds < asked * 0.6:
        reasons.append(say("short_script", language, seconds=seconds, asked=asked))
    if "?" in script.hook:
        reasons.append(say("hook_question", language))
    return reasons
