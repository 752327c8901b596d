"""What a reader should know of sources that are longer than what was read of them."""

from collections.abc import Sequence
from typing import Any, Final

from workers.providers.ai.tasks.base import Generated, Language
from workers.providers.ai.tasks.context import VideoSource, room_for_each
from workers.scoring.wording import say

_NAME: Final = 100


def read_in_part(
    sources: Sequence[VideoSource], characters: int, made: Generated[Any], language: Language
) -> list[str]:
    """A note for each source of which only the beginning was read; `characters` is what a model reads of all."""
    room = room_for_each(sources, characters)
    notes: list[str] = []
    for source in sources:
        text = source.text or ""
        # the local provider reads all that it is given
        read = len(text) if made.prompt is None else min(len(text), room)
        if source.is_cut or read < len(text):
            name = source.title[:_NAME] if source.title else say("a_source", language)
            notes.append(say("source_in_part", language, source=name, count=read))
    return notes
