"""A voice that was learned, as `brand_voice_for` answers it to workers."""

from __future__ import annotations

from functools import cache
from typing import Any

from tests.support.templates import PROJECT
from workers.voice.manner import manners
from workers.voice.sampling import Sample, samples_of

AUTHOR = PROJECT / "examples" / "author"


@cache
def author_samples(language: str) -> tuple[Sample, ...]:
    """What the author of the examples wrote, sample by sample."""
    return tuple(
        sample.model_copy(update={"source": path.name})
        for path in sorted(AUTHOR.glob(f"{language}-*.md"))
        for sample in samples_of(path.read_text(encoding="utf-8"))
    )


def learned_voice(brand_profile_id: str, **columns: Any) -> dict[str, Any]:
    """The author's voice in English and Dutch, compared by the local embeddings."""
    found = manners([*author_samples("en"), *author_samples("nl")])
    return {
        "brand_profile_id": brand_profile_id,
        "ai_provider": "local",
        "ai_model": "wordllama-l2-supercat-256",
        "embedding_dimensions": 256,
        "nearness_median": 0.6,
        "nearness_deviation": 0.1,
        "manners": {language: manner.model_dump(mode="json") for language, manner in found.items()},
        **columns,
    }
