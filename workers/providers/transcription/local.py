"""The adapter that needs no key and no network. It reads captions and text files; it cannot listen."""

import asyncio

from workers.providers.ai.models.base import ModelConfig
from workers.providers.transcription import captions
from workers.providers.transcription.base import Recording, Transcribed
from workers.runtime.errors import Rejected


class LocalCaptions:
    """Invents nothing: without captions there is no transcript."""

    provider = captions.PROVIDER
    model = captions.MODEL

    async def transcribe(self, recording: Recording, language: str | None = None) -> Transcribed:
        """The words of the captions, or Rejected UNSUPPORTED_TYPE for a recording that has none."""
        # a thread, so that heartbeats and other jobs go on
        found = await asyncio.to_thread(captions.written_down, recording, language)
        if found is None:
            raise Rejected(
                "the local provider cannot listen to recordings: add captions (.srt or .vtt) or a transcript (.txt)",
                "UNSUPPORTED_TYPE",
            )
        return found

    async def aclose(self) -> None:
        """There is nothing to close."""


def build(config: ModelConfig) -> LocalCaptions:
    """The adapter; it has nothing to configure."""
    return LocalCaptions()
