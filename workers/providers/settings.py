"""Which adapters the workers use."""

from typing import Annotated

from pydantic import AliasChoices, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

_NAME = r"^[a-z][a-z0-9_]{0,31}$"

ProviderName = Annotated[str, Field(pattern=_NAME)]


class ProviderSettings(BaseSettings):
    """Read from the environment; later adapters add their own keys here."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True, populate_by_name=True)

    ai_provider: ProviderName | None = Field(default=None, validation_alias="CATALYST_AI_PROVIDER")
    """The platform's text model in place of the setting ai.models of the database; null: that setting."""
    ai_model: str | None = Field(default=None, validation_alias="CATALYST_AI_MODEL")
    ai_base_urls: dict[ProviderName, str] = Field(default_factory=dict, validation_alias="CATALYST_AI_BASE_URLS")
    """Provider → address, as JSON; for compatible endpoints, proxies and simulators."""
    openai_api_key: SecretStr | None = Field(default=None, validation_alias="CATALYST_AI_OPENAI_API_KEY")
    anthropic_api_key: SecretStr | None = Field(default=None, validation_alias="CATALYST_AI_ANTHROPIC_API_KEY")
    google_api_key: SecretStr | None = Field(
        default=None, validation_alias=AliasChoices("CATALYST_AI_GOOGLE_API_KEY", "CATALYST_AI_GEMINI_API_KEY")
    )
    ai_api_keys: dict[ProviderName, SecretStr] = Field(default_factory=dict, validation_alias="CATALYST_AI_API_KEYS")
    """Provider → key, as JSON, for providers without a variable of their own."""
    ai_timeout_seconds: float = Field(default=60, gt=0, le=600, validation_alias="CATALYST_AI_TIMEOUT_SECONDS")
    ai_breaker_failures: int = Field(default=5, ge=1, validation_alias="CATALYST_AI_BREAKER_FAILURES")
    ai_breaker_seconds: float = Field(default=30, gt=0, validation_alias="CATALYST_AI_BREAKER_SECONDS")
    youtube_api_key: SecretStr | None = Field(default=None, validation_alias="CATALYST_YOUTUBE_API_KEY")
    """For public reads of the YouTube Data API."""
    youtube_base_url: str = Field(
        default="https://youtube.googleapis.com/youtube/v3", validation_alias="CATALYST_YOUTUBE_BASE_URL"
    )
    ffmpeg: str | None = Field(default=None, validation_alias="CATALYST_FFMPEG")
    """The program that cuts recordings; null: the one on the path, else the one that came with imageio-ffmpeg."""
    object_store: ProviderName = Field(default="supabase", validation_alias="CATALYST_OBJECT_STORE")
    supabase_url: str | None = Field(default=None, validation_alias="SUPABASE_URL")
    supabase_secret_key: SecretStr | None = Field(default=None, validation_alias="SUPABASE_SECRET_KEY")

    @model_validator(mode="after")
    def _a_provider_has_a_model(self) -> "ProviderSettings":
        if self.ai_provider not in (None, "local") and not self.ai_model:
            raise ValueError("CATALYST_AI_PROVIDER needs CATALYST_AI_MODEL beside it")
        return self

    @property
    def named_keys(self) -> dict[str, SecretStr | None]:
        """Providers that always take a key."""
        return {"openai": self.openai_api_key, "anthropic": self.anthropic_api_key, "google": self.google_api_key}

    def api_key(self, provider: str) -> SecretStr | None:
        """The platform's key for a provider."""
        return self.named_keys.get(provider) or self.ai_api_keys.get(provider)

    @property
    def providers(self) -> list[str]:
        """Those that the platform can reach: with a key of its own, or chosen by name."""
        keyed = [name for name, key in self.named_keys.items() if key is not None]
        chosen = [self.ai_provider] if self.ai_provider not in (None, "local") else []
        return list(dict.fromkeys([*chosen, *keyed, *self.ai_api_keys]))

    @property
    def secrets(self) -> list[str]:
        """Every value that must never be printed."""
        held = [
            *self.named_keys.values(),
            *self.ai_api_keys.values(),
            self.youtube_api_key,
            self.supabase_secret_key,
        ]
        return [secret.get_secret_value() for secret in held if secret is not None]
