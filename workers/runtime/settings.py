"""Everything a worker can be told, from flags or environment. Secrets only ever come from the environment."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AliasChoices, Field, SecretStr, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

TransportName = Literal["postgres", "rest"]
WakeName = Literal["listen", "realtime"]


class WorkerSettings(BaseSettings):
    """Settings of one worker process; each is also `CATALYST_WORKER_<NAME>` in the environment."""

    model_config = SettingsConfigDict(
        env_prefix="CATALYST_WORKER_", extra="ignore", frozen=True, populate_by_name=True, validate_default=True
    )

    database_url: SecretStr | None = Field(
        None, validation_alias=AliasChoices("CATALYST_WORKER_DATABASE_URL", "DATABASE_URL")
    )
    supabase_url: str | None = Field(
        None, validation_alias=AliasChoices("CATALYST_WORKER_SUPABASE_URL", "SUPABASE_URL")
    )
    supabase_secret_key: SecretStr | None = Field(
        None, validation_alias=AliasChoices("CATALYST_WORKER_SUPABASE_SECRET_KEY", "SUPABASE_SECRET_KEY")
    )

    transport: TransportName | None = None
    """Null: postgres when there is a database URL, else rest."""
    wake: Annotated[tuple[WakeName, ...] | None, NoDecode] = None
    """Null: listen on a direct connection, realtime otherwise. Empty: poll only."""
    queues: Annotated[tuple[str, ...], NoDecode] = ()
    """Empty: the queues of all kinds that have a handler here."""
    handlers: Annotated[tuple[str, ...], NoDecode] = ()
    """Further modules to import for their handlers."""
    handlers_package: str = "workers.handlers"
    """Every module of it is imported; empty: only `handlers`."""

    concurrency: int = Field(10, ge=1, le=10_000)
    claim_ahead: int = Field(2_000, ge=0, le=10_000)
    """Most jobs claimed beyond the free slots, and only as far as the measured pace finishes within `claim_horizon`."""
    claim_horizon: float = Field(0.1, gt=0, le=5)
    ack_batch: int = Field(1_000, ge=1, le=10_000)
    ack_delay: float = Field(0.002, ge=0, le=1)
    connections: int = Field(4, ge=1, le=100)
    """Direct connections for everything but claiming and listening, which have their own."""
    prepared_statements: bool = True
    """False behind a transaction pooler that cannot keep them."""
    call_timeout: float = Field(30, gt=0)
    poll_seconds: float = Field(5, gt=0)
    """The slow poll while a wake-up source is connected."""
    poll_fallback_seconds: float = Field(1, gt=0)
    """The poll while no wake-up source is connected."""
    drain_seconds: float = Field(25, ge=0)
    unhealthy_after: float = Field(10, gt=0)
    health_port: int = Field(0, ge=0, le=65_535)
    """0: any free port, named in the log."""
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "INFO"

    @field_validator("queues", "handlers", "wake", mode="before")
    @classmethod
    def _split(cls, value: object) -> object:
        if isinstance(value, str):
            return tuple(part.strip() for part in value.split(",") if part.strip())
        return value

    @field_validator("supabase_url")
    @classmethod
    def _no_trailing_slash(cls, value: str | None) -> str | None:
        if value is not None and not value.startswith(("http://", "https://")):
            raise ValueError("must start with https:// or http://")
        return value.rstrip("/") if value else None

    @model_validator(mode="after")
    def _has_what_it_needs(self) -> WorkerSettings:
        if self.chosen_transport == "postgres" and self.database_url is None:
            raise ValueError("the postgres transport needs DATABASE_URL in the environment")
        if self.transport is None and self.database_url is None and not self.supabase_url:
            raise ValueError("set DATABASE_URL, or SUPABASE_URL and SUPABASE_SECRET_KEY, in the environment")
        if self.chosen_transport == "rest" or "realtime" in self.wake_sources:
            missing = [
                name
                for name, value in (
                    ("SUPABASE_URL", self.supabase_url),
                    ("SUPABASE_SECRET_KEY", self.supabase_secret_key),
                )
                if not value
            ]
            if missing:
                raise ValueError(f"REST and Realtime need {' and '.join(missing)} in the environment")
        if "listen" in self.wake_sources and self.database_url is None:
            raise ValueError("wake-ups by LISTEN need DATABASE_URL in the environment")
        return self

    @property
    def chosen_transport(self) -> TransportName:
        """The transport after defaults."""
        return self.transport or ("postgres" if self.database_url else "rest")

    @property
    def wake_sources(self) -> tuple[WakeName, ...]:
        """The wake-up sources after defaults."""
        if self.wake is not None:
            return self.wake
        return ("listen",) if self.chosen_transport == "postgres" else ("realtime",)

    @property
    def secrets(self) -> list[str]:
        """Every value that must never be printed."""
        return [secret.get_secret_value() for secret in (self.database_url, self.supabase_secret_key) if secret]
