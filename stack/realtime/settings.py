"""What the Realtime bridge needs to be told, and the limits it keeps."""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field, SecretStr


class Limits(BaseModel):
    """Bounds that keep one client from hurting the others. Hosted projects have the same ones with other numbers."""

    model_config = ConfigDict(frozen=True)

    max_connections: int = Field(2_000, gt=0, description="open websockets")
    joins_per_second: int = Field(500, gt=0, description="channel joins, all clients together")
    channels_per_connection: int = Field(100, gt=0)
    events_per_second: int = Field(1_000, gt=0, description="broadcasts that one connection may send")
    http_messages_per_second: int = Field(2_000, gt=0, description="over HTTP, all clients together")
    presence_calls: int = Field(100, gt=0, description="track and untrack calls per channel in one presence window")
    presence_window_seconds: float = Field(30, gt=0)
    max_frame_bytes: int = Field(5_000_000, gt=0)
    max_payload_bytes: int = Field(3_000_000, gt=0, description="one broadcast or presence payload")
    max_record_bytes: int = Field(1_048_576, gt=0, description="one changed row; longer ones lose their long values")
    max_outgoing_bytes: int = Field(32 * 1024 * 1024, gt=0, description="queued for one client before it is dropped")
    max_backlog_bytes: int = Field(64 * 1024 * 1024, gt=0, description="changes read from the slot but not yet sent")
    idle_seconds: float = Field(60, gt=0, description="a client that sends nothing for so long is gone")
    slow_client_wait_seconds: float = Field(0.5, ge=0, description="how long changes wait for a slow client, once")
    token_recheck_seconds: float = Field(300, gt=0)


class RealtimeSettings(BaseModel):
    """One bridge serves one database."""

    model_config = ConfigDict(frozen=True)

    dsn: SecretStr = Field(description="a role with REPLICATION that may switch to the API roles")
    jwt_secret: SecretStr
    keys: dict[str, str] = Field(default_factory=dict, description="API key (sb_publishable_…, sb_secret_…) to role")
    prefix: str = "/realtime/v1"
    publication: str = "supabase_realtime"
    messages_publication: str = "supabase_realtime_messages_publication"
    slot_prefix: str = Field("catalyst_realtime", pattern=r"^[a-z0-9_]{1,40}$")
    pool_size: int = Field(4, gt=0, description="connections for authorization checks")
    limits: Limits = Limits.model_validate({})
