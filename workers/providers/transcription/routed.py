"""The transcription of a job: what is written down is read, the rest is heard by the first model that can."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from workers.providers.ai.routing.announcing import Announcer
from workers.providers.ai.routing.breaker import Breakers
from workers.providers.ai.routing.guarded import guard
from workers.providers.ai.routing.records import Unkept, record_calls
from workers.providers.ai.routing.route import LOCAL, UNSUPPORTED, Choice, Route, route_for
from workers.providers.ai.usage import OpenCall, ProviderCall, Usage
from workers.providers.settings import ProviderSettings
from workers.providers.transcription import captions
from workers.providers.transcription.base import Recording, Transcript, build
from workers.runtime.errors import ProviderError, Rejected, Snooze
from workers.runtime.job import JobContext

_FEATURE: Final = "transcription"


@dataclass(frozen=True, slots=True)
class Heard:
    """A transcript with the calls it took, failed ones included; none for captions."""

    transcript: Transcript
    usage: Usage = field(default_factory=Usage)


async def transcribe(
    ctx: JobContext,
    recording: Recording,
    language: str | None,
    settings: ProviderSettings,
    breakers: Breakers,
    about: Mapping[str, Any] | None = None,
) -> Heard:
    """What was said.

    Raises as a `Transcriber` does, Rejected UNSUPPORTED_TYPE where no model is set up to listen, and Snooze when only
    a budget of ours is in the way. What calls cost that led to nothing is recorded at once.
    """
    found = await asyncio.to_thread(captions.written_down, recording, language)
    if found is not None:
        return Heard(found.transcript)
    announcer = Announcer(ctx, about)
    route = _with_ears(await route_for(ctx, settings, "transcription", announcer=announcer, feature=_FEATURE))
    calls: list[ProviderCall] = []

    async def work(choice: Choice) -> Transcript:
        if choice.candidate.ai_provider == LOCAL:
            raise Rejected("the local provider cannot listen", UNSUPPORTED)
        owner = str(ctx.job.organization_id) if choice.is_own_key else ""
        breaker = breakers.get(choice.config.provider, choice.config.model, choice.config.base_url or "", owner)
        # importing an SDK takes seconds, which other jobs need not wait
        transcriber = await asyncio.to_thread(build, choice.config)
        call = announcer.announce(
            OpenCall(choice.candidate.ai_provider, choice.candidate.ai_model, _FEATURE, "transcribe", choice.is_own_key)
        )
        try:
            async with guard(ctx, choice, breaker):
                made = await transcriber.transcribe(recording, language)
        except ProviderError as error:
            if error.was_sent:
                calls.append(call.failed(error))
            raise
        except asyncio.CancelledError:
            calls.append(call.stopped())
            raise
        finally:
            await transcriber.aclose()
        calls.append(call.ended(made.usage, made.request_id, audio_seconds=made.audio_seconds))
        return made.transcript

    try:
        # what a failed call cost is noted where it was made; a missing key costs nothing
        transcript = await route.first(work, lambda candidate, error: None)
    except (ProviderError, Snooze, asyncio.CancelledError):
        await record_calls(ctx, calls, about or {})
        raise
    Unkept(ctx, about).add(calls)
    return Heard(transcript, Usage(tuple(calls)))


async def check(ctx: JobContext, settings: ProviderSettings) -> None:
    """Rejected UNSUPPORTED_TYPE where no model is set up to listen."""
    _with_ears(await route_for(ctx, settings, "transcription"))


def _with_ears(route: Route) -> Route:
    if all(candidate.ai_provider == LOCAL for candidate in route.candidates):
        raise Rejected(
            "no model is set up to listen to recordings: add captions (.srt or .vtt) or a transcript (.txt)",
            "UNSUPPORTED_TYPE",
        )
    return route
