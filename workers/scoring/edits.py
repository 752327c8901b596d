"""The scores of a text that somebody edited, by the formulas by which it was scored when it was generated."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from pydantic import BaseModel, ConfigDict

from workers.providers.ai.tasks.base import Language
from workers.providers.embeddings.base import Embedder
from workers.scoring.scripts import emotional_tone, judge
from workers.scoring.seo import score_description
from workers.scoring.titles import score_title
from workers.text.readability import reading_ease_of


class ScriptParts(BaseModel):
    """A script as its reader sees it."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    hook: str
    body: str
    call_to_action: str


def scores(
    content_type: str,
    text: str,
    title: str,
    language: Language,
    *,
    keywords: Sequence[str],
    least_words: int,
    script: ScriptParts | None,
    embedder: Embedder,
    voice_score: float | None,
) -> dict[str, Any]:
    """What is known of the text: seo_score, readability_score and emotional_tone_score 0 to 100, quality_metrics and
    quality_score 0 to 10, reasons; only those that its kind has."""
    if content_type == "title":
        judged = score_title(text, language, keywords, ())
        return {"seo_score": judged.seo_score, "reasons": judged.reasons}
    found: dict[str, Any] = {"readability_score": reading_ease_of(text, language)}
    if content_type == "description":
        found["seo_score"] = score_description(text, title, keywords, least_words, language).seo_score
    if script is not None:
        quality = judge(script.hook, script.body, script.call_to_action, title, language, embedder, voice_score)
        found |= {
            "emotional_tone_score": emotional_tone(text, language),
            "quality_metrics": asdict(quality),
            "quality_score": quality.overall,
        }
    return found
