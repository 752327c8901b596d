"""analyze_content: what an asset or a published item says, and how well it is made.

The text is read or heard first and kept; then a text generator says what is in it; what can be counted is counted
here, and what can be decided by rules is asked of SQL, so that analyses and `what_worked` speak of the same hooks.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final, Literal, cast
from uuid import UUID

from pydantic import BaseModel, ConfigDict

from workers.analysis.hearing import Check, Transcribe
from workers.analysis.reading import Reading, Subject, described
from workers.analysis.report import Answers, Report
from workers.analysis.sources import SourceReader
from workers.inputs.fetch import Fetcher
from workers.providers import selection
from workers.providers.ai.extractive.language import detect
from workers.providers.ai.tasks.base import Language, Source, TextGenerator
from workers.providers.ai.tasks.content_analysis import AnalyseContent, ContentFindings
from workers.providers.storage.base import ObjectStore
from workers.runtime.errors import Rejected
from workers.runtime.job import JobContext
from workers.runtime.registry import handler
from workers.scoring.wording import say

_READ: Final = 0.3
_FOUND: Final = 0.9
_LONGEST: Final = 200_000


class Payload(BaseModel):
    """What `analyze_content` and `analyze_videos` ask for."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    subject: Literal["asset", "item"]
    subject_id: UUID


@dataclass(frozen=True)
class Tools:
    """The adapters an analysis works with."""

    generator: Callable[[JobContext], Awaitable[TextGenerator]] = selection.generator_for
    store: Callable[[], ObjectStore] = selection.object_store
    fetcher: Callable[[], Fetcher] = field(default=Fetcher)
    transcribe: Transcribe = selection.transcribe
    check_hearing: Check = selection.check_hearing


@handler("analyze_content")
async def handle(ctx: JobContext) -> dict[str, Any]:
    """Read, find, count; with the adapters that the settings choose."""
    return await analyze(ctx, Tools())


async def analyze(ctx: JobContext, tools: Tools) -> dict[str, Any]:
    """The handler's work with given adapters: columns of `content_analyses` by name."""
    payload = ctx.parse(Payload)
    subject = Subject.model_validate(
        await ctx.rpc(
            "analysis_subject",
            p_organization_id=str(ctx.job.organization_id),
            p_subject=payload.subject,
            p_subject_id=str(payload.subject_id),
        )
    )
    reading = await _reading(ctx, subject, tools)
    language = reading.language.partition("-")[0].lower() if reading.language else None
    findings = await _findings(ctx, subject, reading, language, tools)
    report = await ctx.run_blocking(Report, subject, reading, findings, language)
    answers = Answers(
        hooks=await ctx.rpc("hook_kinds_for", p_texts=report.questions.hooks),
        endings=await ctx.rpc("cta_kinds_for", p_texts=report.questions.endings),
    )
    made = ctx.checkpoints["findings"]
    return {
        **await ctx.run_blocking(report.result, answers),
        "ai_provider": made["ai_provider"],
        "ai_model": made["ai_model"],
        "notes": made["notes"],
    }


async def _reading(ctx: JobContext, subject: Subject, tools: Tools) -> Reading:
    done = ctx.checkpoints.get("text")
    if done is not None:
        return Reading.model_validate(done)
    await ctx.heartbeat(0.01, "text")
    reader = SourceReader(tools.store, tools.fetcher, tools.transcribe, tools.check_hearing)
    reading = await reader.read(ctx, subject) or described(subject)
    if not reading.text.strip():
        raise Rejected("there is no text to analyse: no transcript, title or description", "INPUT_EMPTY")
    reading = reading.model_copy(update={"language": reading.language or detect(reading.text)})
    await ctx.checkpoint("text", reading, _READ)
    return reading


async def _findings(
    ctx: JobContext, subject: Subject, reading: Reading, language: str | None, tools: Tools
) -> ContentFindings:
    done = ctx.checkpoints.get("findings")
    if done is not None:
        return ContentFindings.model_validate(done["findings"])
    await ctx.heartbeat(_READ, "findings")
    generator = await tools.generator(ctx)
    # written about in a language there is a prompt for; sentences and names stay as they are
    wanted = cast("Language", language) if language in ("en", "nl") else "en"
    made = await generator.run(
        AnalyseContent(
            source=Source(text=reading.text[:_LONGEST], title=subject.title),
            is_spoken=reading.is_spoken,
            language=wanted,
        )
    )
    notes = list(made.notes)
    if len(reading.text) > _LONGEST:
        notes.append(say("findings_of_part", wanted, count=_LONGEST))
    await ctx.checkpoint(
        "findings",
        {**made.provenance(), "notes": notes, "findings": made.value.model_dump(mode="json")},
        _FOUND,
    )
    return made.value
