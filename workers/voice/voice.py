"""A learned voice, as the database keeps it."""

from pydantic import BaseModel, ConfigDict, Field

from workers.voice.manner import Manner


class ToneCard(BaseModel):
    """How the brand sounds, in words."""

    model_config = ConfigDict(extra="ignore", frozen=True)

    traits: list[str] = []
    guidelines: list[str] = []
    """What to do to sound like it."""
    avoid: list[str] = []
    """What it never does."""
    languages: dict[str, int] = {}
    """Language → samples in it; `other` for those that are neither English nor Dutch."""
    measures: dict[str, float] = {}
    """Measure → mean over the samples."""


class LearnedVoice(BaseModel):
    """What `brand_voice_for` answers."""

    model_config = ConfigDict(extra="ignore", frozen=True, protected_namespaces=())

    brand_profile_id: str
    sample_count: int = 0
    embedded_count: int = 0
    ai_provider: str | None = None
    ai_model: str | None = None
    embedding_dimensions: int | None = None
    nearness_median: float | None = None
    """Null below eight samples with a vector."""
    nearness_deviation: float | None = None
    manners: dict[str, Manner] = {}
    """Language → how its samples are written; none below eight samples in it."""
    tone_card: ToneCard = Field(default_factory=ToneCard)
