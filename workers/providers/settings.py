"""Which adapters the workers use."""

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class ProviderSettings(BaseSettings):
    """Read from the environment; later adapters add their own keys here."""

    model_config = SettingsConfigDict(extra="ignore", frozen=True, populate_by_name=True)

    ai_provider: str = Field(
        default="local", validation_alias="CATALYST_AI_PROVIDER", pattern=r"^[a-z][a-z0-9_]{0,31}$"
    )
    object_store: str = Field(
        default="supabase", validation_alias="CATALYST_OBJECT_STORE", pattern=r"^[a-z][a-z0-9_]{0,31}$"
    )
    supabase_url: str | None = Field(default=None, validation_alias="SUPABASE_URL")
    supabase_secret_key: SecretStr | None = Field(default=None, validation_alias="SUPABASE_SECRET_KEY")
