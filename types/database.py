"""Generated from the migrations by `make schema`."""

from __future__ import annotations

import datetime
import uuid
from typing import (
    Annotated,
    Any,
    List,
    Literal,
    Optional,
    TypedDict,
)
from typing_extensions import NotRequired, TypeAlias

from pydantic import BaseModel, Field, JsonValue

PublicAppRole: TypeAlias = Literal["user", "moderator", "admin"]

PublicBillingPeriod: TypeAlias = Literal["monthly", "yearly"]

PublicGeneratedContentStatus: TypeAlias = Literal["generated", "approved", "rejected", "used", "archived"]

PublicGeneratedContentType: TypeAlias = Literal["title", "script", "description", "tags", "thumbnail_prompt", "caption", "social_post", "thread", "email", "short_video", "blog_article", "carousel"]

PublicGenerationInputKind: TypeAlias = Literal["text", "file", "url"]

PublicGenerationOutputStatus: TypeAlias = Literal["pending", "completed", "failed", "cancelled"]

PublicGenerationStatus: TypeAlias = Literal["pending", "processing", "completed", "partial", "failed", "cancelled"]

PublicGenerationTone: TypeAlias = Literal["educational", "conversational", "opinionated", "authority"]

PublicJobStatus: TypeAlias = Literal["pending", "queued", "processing", "completed", "failed", "cancelled"]

PublicMemberRole: TypeAlias = Literal["viewer", "client", "creator", "manager", "admin", "owner"]

PublicMemberStatus: TypeAlias = Literal["active", "inactive"]

PublicOrganizationType: TypeAlias = Literal["individual", "team", "agency", "enterprise"]

PublicPaymentProvider: TypeAlias = Literal["stripe", "razorpay", "cashfree"]

PublicProfileStatus: TypeAlias = Literal["active", "suspended", "deleted"]

PublicQuotaOperation: TypeAlias = Literal["reserve", "commit", "release", "consume", "adjust"]

PublicQuotaPeriod: TypeAlias = Literal["day", "month", "lifetime"]

PublicSubscriptionStatus: TypeAlias = Literal["incomplete", "trialing", "active", "past_due", "paused", "suspended", "cancelled", "expired"]

class PublicAuditLog(BaseModel):
    action: str = Field(alias="action")
    actor_id: Optional[uuid.UUID] = Field(alias="actor_id")
    actor_kind: str = Field(alias="actor_kind")
    actor_role: Optional[str] = Field(alias="actor_role")
    created_at: datetime.datetime = Field(alias="created_at")
    entity_id: Optional[uuid.UUID] = Field(alias="entity_id")
    entity_type: str = Field(alias="entity_type")
    id: int = Field(alias="id")
    ip_address: Optional[PgCatalogInet] = Field(alias="ip_address")
    metadata: JsonValue = Field(alias="metadata")
    new_values: Optional[JsonValue] = Field(alias="new_values")
    old_values: Optional[JsonValue] = Field(alias="old_values")
    organization_id: Optional[uuid.UUID] = Field(alias="organization_id")
    user_agent: Optional[str] = Field(alias="user_agent")

class PublicAuditLogInsert(TypedDict):
    action: Annotated[str, Field(alias="action")]
    actor_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="actor_id")]]
    actor_kind: Annotated[str, Field(alias="actor_kind")]
    actor_role: NotRequired[Annotated[Optional[str], Field(alias="actor_role")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    entity_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="entity_id")]]
    entity_type: Annotated[str, Field(alias="entity_type")]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    ip_address: NotRequired[Annotated[Optional[PgCatalogInet], Field(alias="ip_address")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    new_values: NotRequired[Annotated[Optional[JsonValue], Field(alias="new_values")]]
    old_values: NotRequired[Annotated[Optional[JsonValue], Field(alias="old_values")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    user_agent: NotRequired[Annotated[Optional[str], Field(alias="user_agent")]]

class PublicAuditLogUpdate(TypedDict):
    action: NotRequired[Annotated[str, Field(alias="action")]]
    actor_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="actor_id")]]
    actor_kind: NotRequired[Annotated[str, Field(alias="actor_kind")]]
    actor_role: NotRequired[Annotated[Optional[str], Field(alias="actor_role")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    entity_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="entity_id")]]
    entity_type: NotRequired[Annotated[str, Field(alias="entity_type")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    ip_address: NotRequired[Annotated[Optional[PgCatalogInet], Field(alias="ip_address")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    new_values: NotRequired[Annotated[Optional[JsonValue], Field(alias="new_values")]]
    old_values: NotRequired[Annotated[Optional[JsonValue], Field(alias="old_values")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    user_agent: NotRequired[Annotated[Optional[str], Field(alias="user_agent")]]

class PublicClientAccounts(BaseModel):
    brand_colors: JsonValue = Field(alias="brand_colors")
    contact_email: Optional[str] = Field(alias="contact_email")
    contact_phone: Optional[str] = Field(alias="contact_phone")
    created_at: datetime.datetime = Field(alias="created_at")
    deleted_at: Optional[datetime.datetime] = Field(alias="deleted_at")
    id: uuid.UUID = Field(alias="id")
    logo_url: Optional[str] = Field(alias="logo_url")
    name: str = Field(alias="name")
    organization_id: uuid.UUID = Field(alias="organization_id")
    settings: JsonValue = Field(alias="settings")
    slug: str = Field(alias="slug")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicClientAccountsInsert(TypedDict):
    brand_colors: NotRequired[Annotated[JsonValue, Field(alias="brand_colors")]]
    contact_email: NotRequired[Annotated[Optional[str], Field(alias="contact_email")]]
    contact_phone: NotRequired[Annotated[Optional[str], Field(alias="contact_phone")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    logo_url: NotRequired[Annotated[Optional[str], Field(alias="logo_url")]]
    name: Annotated[str, Field(alias="name")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    settings: NotRequired[Annotated[JsonValue, Field(alias="settings")]]
    slug: Annotated[str, Field(alias="slug")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicClientAccountsUpdate(TypedDict):
    brand_colors: NotRequired[Annotated[JsonValue, Field(alias="brand_colors")]]
    contact_email: NotRequired[Annotated[Optional[str], Field(alias="contact_email")]]
    contact_phone: NotRequired[Annotated[Optional[str], Field(alias="contact_phone")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    logo_url: NotRequired[Annotated[Optional[str], Field(alias="logo_url")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    settings: NotRequired[Annotated[JsonValue, Field(alias="settings")]]
    slug: NotRequired[Annotated[str, Field(alias="slug")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicGeneratedContent(BaseModel):
    ai_model: str = Field(alias="ai_model")
    ai_provider: Optional[str] = Field(alias="ai_provider")
    approved_at: Optional[datetime.datetime] = Field(alias="approved_at")
    approved_by: Optional[uuid.UUID] = Field(alias="approved_by")
    caption: Optional[str] = Field(alias="caption")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    content: JsonValue = Field(alias="content")
    content_type: PublicGeneratedContentType = Field(alias="content_type")
    created_at: datetime.datetime = Field(alias="created_at")
    cta: Optional[str] = Field(alias="cta")
    deleted_at: Optional[datetime.datetime] = Field(alias="deleted_at")
    duration_seconds: Optional[int] = Field(alias="duration_seconds")
    formatted_text: Optional[str] = Field(alias="formatted_text")
    generated_text: str = Field(alias="generated_text")
    generation_id: Optional[uuid.UUID] = Field(alias="generation_id")
    generation_metadata: JsonValue = Field(alias="generation_metadata")
    generation_parameters: JsonValue = Field(alias="generation_parameters")
    hashtags: List[str] = Field(alias="hashtags")
    id: uuid.UUID = Field(alias="id")
    language: Optional[str] = Field(alias="language")
    organization_id: uuid.UUID = Field(alias="organization_id")
    predicted_quality_score: Optional[float] = Field(alias="predicted_quality_score")
    prompt_template: Optional[str] = Field(alias="prompt_template")
    prompt_used: Optional[str] = Field(alias="prompt_used")
    quality_score: Optional[float] = Field(alias="quality_score")
    status: PublicGeneratedContentStatus = Field(alias="status")
    target_platform: Optional[str] = Field(alias="target_platform")
    title: Optional[str] = Field(alias="title")
    updated_at: datetime.datetime = Field(alias="updated_at")
    usage_count: int = Field(alias="usage_count")
    used_at: Optional[datetime.datetime] = Field(alias="used_at")
    user_feedback: Optional[str] = Field(alias="user_feedback")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")
    user_rating: Optional[int] = Field(alias="user_rating")
    version: int = Field(alias="version")
    virality_prediction: Optional[float] = Field(alias="virality_prediction")
    word_count: Optional[int] = Field(alias="word_count")

class PublicGeneratedContentInsert(TypedDict):
    ai_model: Annotated[str, Field(alias="ai_model")]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    approved_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="approved_at")]]
    approved_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="approved_by")]]
    caption: NotRequired[Annotated[Optional[str], Field(alias="caption")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content: NotRequired[Annotated[JsonValue, Field(alias="content")]]
    content_type: Annotated[PublicGeneratedContentType, Field(alias="content_type")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    cta: NotRequired[Annotated[Optional[str], Field(alias="cta")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="duration_seconds")]]
    formatted_text: NotRequired[Annotated[Optional[str], Field(alias="formatted_text")]]
    generated_text: Annotated[str, Field(alias="generated_text")]
    generation_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generation_id")]]
    generation_metadata: NotRequired[Annotated[JsonValue, Field(alias="generation_metadata")]]
    generation_parameters: NotRequired[Annotated[JsonValue, Field(alias="generation_parameters")]]
    hashtags: NotRequired[Annotated[List[str], Field(alias="hashtags")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    predicted_quality_score: NotRequired[Annotated[Optional[float], Field(alias="predicted_quality_score")]]
    prompt_template: NotRequired[Annotated[Optional[str], Field(alias="prompt_template")]]
    prompt_used: NotRequired[Annotated[Optional[str], Field(alias="prompt_used")]]
    quality_score: NotRequired[Annotated[Optional[float], Field(alias="quality_score")]]
    status: NotRequired[Annotated[PublicGeneratedContentStatus, Field(alias="status")]]
    target_platform: NotRequired[Annotated[Optional[str], Field(alias="target_platform")]]
    title: NotRequired[Annotated[Optional[str], Field(alias="title")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    usage_count: NotRequired[Annotated[int, Field(alias="usage_count")]]
    used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="used_at")]]
    user_feedback: NotRequired[Annotated[Optional[str], Field(alias="user_feedback")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    user_rating: NotRequired[Annotated[Optional[int], Field(alias="user_rating")]]
    version: NotRequired[Annotated[int, Field(alias="version")]]
    virality_prediction: NotRequired[Annotated[Optional[float], Field(alias="virality_prediction")]]
    word_count: NotRequired[Annotated[Optional[int], Field(alias="word_count")]]

class PublicGeneratedContentUpdate(TypedDict):
    ai_model: NotRequired[Annotated[str, Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    approved_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="approved_at")]]
    approved_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="approved_by")]]
    caption: NotRequired[Annotated[Optional[str], Field(alias="caption")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content: NotRequired[Annotated[JsonValue, Field(alias="content")]]
    content_type: NotRequired[Annotated[PublicGeneratedContentType, Field(alias="content_type")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    cta: NotRequired[Annotated[Optional[str], Field(alias="cta")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="duration_seconds")]]
    formatted_text: NotRequired[Annotated[Optional[str], Field(alias="formatted_text")]]
    generated_text: NotRequired[Annotated[str, Field(alias="generated_text")]]
    generation_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generation_id")]]
    generation_metadata: NotRequired[Annotated[JsonValue, Field(alias="generation_metadata")]]
    generation_parameters: NotRequired[Annotated[JsonValue, Field(alias="generation_parameters")]]
    hashtags: NotRequired[Annotated[List[str], Field(alias="hashtags")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    predicted_quality_score: NotRequired[Annotated[Optional[float], Field(alias="predicted_quality_score")]]
    prompt_template: NotRequired[Annotated[Optional[str], Field(alias="prompt_template")]]
    prompt_used: NotRequired[Annotated[Optional[str], Field(alias="prompt_used")]]
    quality_score: NotRequired[Annotated[Optional[float], Field(alias="quality_score")]]
    status: NotRequired[Annotated[PublicGeneratedContentStatus, Field(alias="status")]]
    target_platform: NotRequired[Annotated[Optional[str], Field(alias="target_platform")]]
    title: NotRequired[Annotated[Optional[str], Field(alias="title")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    usage_count: NotRequired[Annotated[int, Field(alias="usage_count")]]
    used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="used_at")]]
    user_feedback: NotRequired[Annotated[Optional[str], Field(alias="user_feedback")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    user_rating: NotRequired[Annotated[Optional[int], Field(alias="user_rating")]]
    version: NotRequired[Annotated[int, Field(alias="version")]]
    virality_prediction: NotRequired[Annotated[Optional[float], Field(alias="virality_prediction")]]
    word_count: NotRequired[Annotated[Optional[int], Field(alias="word_count")]]

class PublicGenerationOutputs(BaseModel):
    completed_at: Optional[datetime.datetime] = Field(alias="completed_at")
    created_at: datetime.datetime = Field(alias="created_at")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    generated_content_id: Optional[uuid.UUID] = Field(alias="generated_content_id")
    generation_id: uuid.UUID = Field(alias="generation_id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    platform: str = Field(alias="platform")
    status: PublicGenerationOutputStatus = Field(alias="status")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicGenerationOutputsInsert(TypedDict):
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    generation_id: Annotated[uuid.UUID, Field(alias="generation_id")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    platform: Annotated[str, Field(alias="platform")]
    status: NotRequired[Annotated[PublicGenerationOutputStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicGenerationOutputsUpdate(TypedDict):
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    generation_id: NotRequired[Annotated[uuid.UUID, Field(alias="generation_id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    platform: NotRequired[Annotated[str, Field(alias="platform")]]
    status: NotRequired[Annotated[PublicGenerationOutputStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicGenerations(BaseModel):
    ai_model: Optional[str] = Field(alias="ai_model")
    ai_provider: Optional[str] = Field(alias="ai_provider")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    completed_at: Optional[datetime.datetime] = Field(alias="completed_at")
    core_message: Optional[str] = Field(alias="core_message")
    created_at: datetime.datetime = Field(alias="created_at")
    detected_audience: Optional[str] = Field(alias="detected_audience")
    detected_topic: Optional[str] = Field(alias="detected_topic")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    estimated_cost_usd: float = Field(alias="estimated_cost_usd")
    generation_time_ms: Optional[int] = Field(alias="generation_time_ms")
    id: uuid.UUID = Field(alias="id")
    input_content: Optional[str] = Field(alias="input_content")
    input_content_hash: str = Field(alias="input_content_hash")
    input_kind: PublicGenerationInputKind = Field(alias="input_kind")
    input_path: Optional[str] = Field(alias="input_path")
    input_title: Optional[str] = Field(alias="input_title")
    input_url: Optional[str] = Field(alias="input_url")
    job_id: Optional[int] = Field(alias="job_id")
    key_points: JsonValue = Field(alias="key_points")
    keywords: List[str] = Field(alias="keywords")
    language: str = Field(alias="language")
    options: JsonValue = Field(alias="options")
    organization_id: uuid.UUID = Field(alias="organization_id")
    request_hash: str = Field(alias="request_hash")
    selected_platforms: List[str] = Field(alias="selected_platforms")
    selected_tone: PublicGenerationTone = Field(alias="selected_tone")
    started_at: Optional[datetime.datetime] = Field(alias="started_at")
    status: PublicGenerationStatus = Field(alias="status")
    total_tokens_used: int = Field(alias="total_tokens_used")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicGenerationsInsert(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    core_message: NotRequired[Annotated[Optional[str], Field(alias="core_message")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    detected_audience: NotRequired[Annotated[Optional[str], Field(alias="detected_audience")]]
    detected_topic: NotRequired[Annotated[Optional[str], Field(alias="detected_topic")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    estimated_cost_usd: NotRequired[Annotated[float, Field(alias="estimated_cost_usd")]]
    generation_time_ms: NotRequired[Annotated[Optional[int], Field(alias="generation_time_ms")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    input_content: NotRequired[Annotated[Optional[str], Field(alias="input_content")]]
    input_content_hash: Annotated[str, Field(alias="input_content_hash")]
    input_kind: NotRequired[Annotated[PublicGenerationInputKind, Field(alias="input_kind")]]
    input_path: NotRequired[Annotated[Optional[str], Field(alias="input_path")]]
    input_title: NotRequired[Annotated[Optional[str], Field(alias="input_title")]]
    input_url: NotRequired[Annotated[Optional[str], Field(alias="input_url")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    key_points: NotRequired[Annotated[JsonValue, Field(alias="key_points")]]
    keywords: NotRequired[Annotated[List[str], Field(alias="keywords")]]
    language: Annotated[str, Field(alias="language")]
    options: NotRequired[Annotated[JsonValue, Field(alias="options")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    request_hash: Annotated[str, Field(alias="request_hash")]
    selected_platforms: Annotated[List[str], Field(alias="selected_platforms")]
    selected_tone: Annotated[PublicGenerationTone, Field(alias="selected_tone")]
    started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="started_at")]]
    status: NotRequired[Annotated[PublicGenerationStatus, Field(alias="status")]]
    total_tokens_used: NotRequired[Annotated[int, Field(alias="total_tokens_used")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicGenerationsUpdate(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    core_message: NotRequired[Annotated[Optional[str], Field(alias="core_message")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    detected_audience: NotRequired[Annotated[Optional[str], Field(alias="detected_audience")]]
    detected_topic: NotRequired[Annotated[Optional[str], Field(alias="detected_topic")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    estimated_cost_usd: NotRequired[Annotated[float, Field(alias="estimated_cost_usd")]]
    generation_time_ms: NotRequired[Annotated[Optional[int], Field(alias="generation_time_ms")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    input_content: NotRequired[Annotated[Optional[str], Field(alias="input_content")]]
    input_content_hash: NotRequired[Annotated[str, Field(alias="input_content_hash")]]
    input_kind: NotRequired[Annotated[PublicGenerationInputKind, Field(alias="input_kind")]]
    input_path: NotRequired[Annotated[Optional[str], Field(alias="input_path")]]
    input_title: NotRequired[Annotated[Optional[str], Field(alias="input_title")]]
    input_url: NotRequired[Annotated[Optional[str], Field(alias="input_url")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    key_points: NotRequired[Annotated[JsonValue, Field(alias="key_points")]]
    keywords: NotRequired[Annotated[List[str], Field(alias="keywords")]]
    language: NotRequired[Annotated[str, Field(alias="language")]]
    options: NotRequired[Annotated[JsonValue, Field(alias="options")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    request_hash: NotRequired[Annotated[str, Field(alias="request_hash")]]
    selected_platforms: NotRequired[Annotated[List[str], Field(alias="selected_platforms")]]
    selected_tone: NotRequired[Annotated[PublicGenerationTone, Field(alias="selected_tone")]]
    started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="started_at")]]
    status: NotRequired[Annotated[PublicGenerationStatus, Field(alias="status")]]
    total_tokens_used: NotRequired[Annotated[int, Field(alias="total_tokens_used")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicJobCheckpoints(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    job_id: int = Field(alias="job_id")
    state: JsonValue = Field(alias="state")
    step: str = Field(alias="step")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicJobCheckpointsInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    job_id: Annotated[int, Field(alias="job_id")]
    state: Annotated[JsonValue, Field(alias="state")]
    step: Annotated[str, Field(alias="step")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicJobCheckpointsUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    job_id: NotRequired[Annotated[int, Field(alias="job_id")]]
    state: NotRequired[Annotated[JsonValue, Field(alias="state")]]
    step: NotRequired[Annotated[str, Field(alias="step")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicJobHistory(BaseModel):
    attempt: int = Field(alias="attempt")
    created_at: datetime.datetime = Field(alias="created_at")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    external_id: Optional[str] = Field(alias="external_id")
    finished_at: datetime.datetime = Field(alias="finished_at")
    id: int = Field(alias="id")
    kind: str = Field(alias="kind")
    max_attempts: int = Field(alias="max_attempts")
    organization_id: Optional[uuid.UUID] = Field(alias="organization_id")
    payload: Optional[JsonValue] = Field(alias="payload")
    priority: int = Field(alias="priority")
    progress: Optional[float] = Field(alias="progress")
    provider: Optional[str] = Field(alias="provider")
    queue: str = Field(alias="queue")
    quota_amount: Optional[int] = Field(alias="quota_amount")
    quota_metric: Optional[str] = Field(alias="quota_metric")
    result: Optional[JsonValue] = Field(alias="result")
    started_at: Optional[datetime.datetime] = Field(alias="started_at")
    status: PublicJobStatus = Field(alias="status")
    step: Optional[str] = Field(alias="step")
    subject_id: Optional[uuid.UUID] = Field(alias="subject_id")
    worker_id: Optional[str] = Field(alias="worker_id")

class PublicJobHistoryInsert(TypedDict):
    attempt: Annotated[int, Field(alias="attempt")]
    created_at: Annotated[datetime.datetime, Field(alias="created_at")]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    external_id: NotRequired[Annotated[Optional[str], Field(alias="external_id")]]
    finished_at: NotRequired[Annotated[datetime.datetime, Field(alias="finished_at")]]
    id: Annotated[int, Field(alias="id")]
    kind: Annotated[str, Field(alias="kind")]
    max_attempts: Annotated[int, Field(alias="max_attempts")]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    payload: NotRequired[Annotated[Optional[JsonValue], Field(alias="payload")]]
    priority: Annotated[int, Field(alias="priority")]
    progress: NotRequired[Annotated[Optional[float], Field(alias="progress")]]
    provider: NotRequired[Annotated[Optional[str], Field(alias="provider")]]
    queue: Annotated[str, Field(alias="queue")]
    quota_amount: NotRequired[Annotated[Optional[int], Field(alias="quota_amount")]]
    quota_metric: NotRequired[Annotated[Optional[str], Field(alias="quota_metric")]]
    result: NotRequired[Annotated[Optional[JsonValue], Field(alias="result")]]
    started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="started_at")]]
    status: Annotated[PublicJobStatus, Field(alias="status")]
    step: NotRequired[Annotated[Optional[str], Field(alias="step")]]
    subject_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="subject_id")]]
    worker_id: NotRequired[Annotated[Optional[str], Field(alias="worker_id")]]

class PublicJobHistoryUpdate(TypedDict):
    attempt: NotRequired[Annotated[int, Field(alias="attempt")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    external_id: NotRequired[Annotated[Optional[str], Field(alias="external_id")]]
    finished_at: NotRequired[Annotated[datetime.datetime, Field(alias="finished_at")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    kind: NotRequired[Annotated[str, Field(alias="kind")]]
    max_attempts: NotRequired[Annotated[int, Field(alias="max_attempts")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    payload: NotRequired[Annotated[Optional[JsonValue], Field(alias="payload")]]
    priority: NotRequired[Annotated[int, Field(alias="priority")]]
    progress: NotRequired[Annotated[Optional[float], Field(alias="progress")]]
    provider: NotRequired[Annotated[Optional[str], Field(alias="provider")]]
    queue: NotRequired[Annotated[str, Field(alias="queue")]]
    quota_amount: NotRequired[Annotated[Optional[int], Field(alias="quota_amount")]]
    quota_metric: NotRequired[Annotated[Optional[str], Field(alias="quota_metric")]]
    result: NotRequired[Annotated[Optional[JsonValue], Field(alias="result")]]
    started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="started_at")]]
    status: NotRequired[Annotated[PublicJobStatus, Field(alias="status")]]
    step: NotRequired[Annotated[Optional[str], Field(alias="step")]]
    subject_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="subject_id")]]
    worker_id: NotRequired[Annotated[Optional[str], Field(alias="worker_id")]]

class PublicJobKinds(BaseModel):
    apply_function: Optional[str] = Field(alias="apply_function")
    backoff_base_seconds: float = Field(alias="backoff_base_seconds")
    backoff_max_seconds: float = Field(alias="backoff_max_seconds")
    batch_complete: bool = Field(alias="batch_complete")
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    failure_function: Optional[str] = Field(alias="failure_function")
    is_enabled: bool = Field(alias="is_enabled")
    is_system: bool = Field(alias="is_system")
    kind: str = Field(alias="kind")
    lease_seconds: int = Field(alias="lease_seconds")
    max_attempts: int = Field(alias="max_attempts")
    max_backlog_per_organization: Optional[int] = Field(alias="max_backlog_per_organization")
    max_per_organization: Optional[int] = Field(alias="max_per_organization")
    queue: str = Field(alias="queue")
    quota_amount: int = Field(alias="quota_amount")
    quota_metric: Optional[str] = Field(alias="quota_metric")
    step_function: Optional[str] = Field(alias="step_function")
    subject_table: Optional[str] = Field(alias="subject_table")
    timeout_seconds: int = Field(alias="timeout_seconds")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicJobKindsInsert(TypedDict):
    apply_function: NotRequired[Annotated[Optional[str], Field(alias="apply_function")]]
    backoff_base_seconds: NotRequired[Annotated[float, Field(alias="backoff_base_seconds")]]
    backoff_max_seconds: NotRequired[Annotated[float, Field(alias="backoff_max_seconds")]]
    batch_complete: NotRequired[Annotated[bool, Field(alias="batch_complete")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    failure_function: NotRequired[Annotated[Optional[str], Field(alias="failure_function")]]
    is_enabled: NotRequired[Annotated[bool, Field(alias="is_enabled")]]
    is_system: NotRequired[Annotated[bool, Field(alias="is_system")]]
    kind: Annotated[str, Field(alias="kind")]
    lease_seconds: NotRequired[Annotated[int, Field(alias="lease_seconds")]]
    max_attempts: NotRequired[Annotated[int, Field(alias="max_attempts")]]
    max_backlog_per_organization: NotRequired[Annotated[Optional[int], Field(alias="max_backlog_per_organization")]]
    max_per_organization: NotRequired[Annotated[Optional[int], Field(alias="max_per_organization")]]
    queue: NotRequired[Annotated[str, Field(alias="queue")]]
    quota_amount: NotRequired[Annotated[int, Field(alias="quota_amount")]]
    quota_metric: NotRequired[Annotated[Optional[str], Field(alias="quota_metric")]]
    step_function: NotRequired[Annotated[Optional[str], Field(alias="step_function")]]
    subject_table: NotRequired[Annotated[Optional[str], Field(alias="subject_table")]]
    timeout_seconds: NotRequired[Annotated[int, Field(alias="timeout_seconds")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicJobKindsUpdate(TypedDict):
    apply_function: NotRequired[Annotated[Optional[str], Field(alias="apply_function")]]
    backoff_base_seconds: NotRequired[Annotated[float, Field(alias="backoff_base_seconds")]]
    backoff_max_seconds: NotRequired[Annotated[float, Field(alias="backoff_max_seconds")]]
    batch_complete: NotRequired[Annotated[bool, Field(alias="batch_complete")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    failure_function: NotRequired[Annotated[Optional[str], Field(alias="failure_function")]]
    is_enabled: NotRequired[Annotated[bool, Field(alias="is_enabled")]]
    is_system: NotRequired[Annotated[bool, Field(alias="is_system")]]
    kind: NotRequired[Annotated[str, Field(alias="kind")]]
    lease_seconds: NotRequired[Annotated[int, Field(alias="lease_seconds")]]
    max_attempts: NotRequired[Annotated[int, Field(alias="max_attempts")]]
    max_backlog_per_organization: NotRequired[Annotated[Optional[int], Field(alias="max_backlog_per_organization")]]
    max_per_organization: NotRequired[Annotated[Optional[int], Field(alias="max_per_organization")]]
    queue: NotRequired[Annotated[str, Field(alias="queue")]]
    quota_amount: NotRequired[Annotated[int, Field(alias="quota_amount")]]
    quota_metric: NotRequired[Annotated[Optional[str], Field(alias="quota_metric")]]
    step_function: NotRequired[Annotated[Optional[str], Field(alias="step_function")]]
    subject_table: NotRequired[Annotated[Optional[str], Field(alias="subject_table")]]
    timeout_seconds: NotRequired[Annotated[int, Field(alias="timeout_seconds")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicJobLogs(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    details: JsonValue = Field(alias="details")
    id: int = Field(alias="id")
    job_id: int = Field(alias="job_id")
    log_level: str = Field(alias="log_level")
    message: str = Field(alias="message")
    organization_id: Optional[uuid.UUID] = Field(alias="organization_id")
    provider_response: Optional[JsonValue] = Field(alias="provider_response")
    step: Optional[str] = Field(alias="step")

class PublicJobLogsInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    details: NotRequired[Annotated[JsonValue, Field(alias="details")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    job_id: Annotated[int, Field(alias="job_id")]
    log_level: Annotated[str, Field(alias="log_level")]
    message: Annotated[str, Field(alias="message")]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    provider_response: NotRequired[Annotated[Optional[JsonValue], Field(alias="provider_response")]]
    step: NotRequired[Annotated[Optional[str], Field(alias="step")]]

class PublicJobLogsUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    details: NotRequired[Annotated[JsonValue, Field(alias="details")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    job_id: NotRequired[Annotated[int, Field(alias="job_id")]]
    log_level: NotRequired[Annotated[str, Field(alias="log_level")]]
    message: NotRequired[Annotated[str, Field(alias="message")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    provider_response: NotRequired[Annotated[Optional[JsonValue], Field(alias="provider_response")]]
    step: NotRequired[Annotated[Optional[str], Field(alias="step")]]

class PublicJobs(BaseModel):
    attempt: int = Field(alias="attempt")
    cancel_requested_at: Optional[datetime.datetime] = Field(alias="cancel_requested_at")
    created_at: datetime.datetime = Field(alias="created_at")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    dedupe_key: Optional[str] = Field(alias="dedupe_key")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    external_id: Optional[str] = Field(alias="external_id")
    finished_at: Optional[datetime.datetime] = Field(alias="finished_at")
    has_checkpoints: bool = Field(alias="has_checkpoints")
    has_slot: bool = Field(alias="has_slot")
    id: int = Field(alias="id")
    is_held: bool = Field(alias="is_held")
    is_scheduled: bool = Field(alias="is_scheduled")
    kind: str = Field(alias="kind")
    lease: int = Field(alias="lease")
    lease_expires_at: Optional[datetime.datetime] = Field(alias="lease_expires_at")
    lease_seconds: int = Field(alias="lease_seconds")
    max_attempts: int = Field(alias="max_attempts")
    organization_id: Optional[uuid.UUID] = Field(alias="organization_id")
    payload: JsonValue = Field(alias="payload")
    priority: int = Field(alias="priority")
    progress: Optional[float] = Field(alias="progress")
    provider: Optional[str] = Field(alias="provider")
    queue: str = Field(alias="queue")
    quota_amount: Optional[int] = Field(alias="quota_amount")
    quota_metric: Optional[str] = Field(alias="quota_metric")
    quota_period: Optional[datetime.date] = Field(alias="quota_period")
    run_at: datetime.datetime = Field(alias="run_at")
    snoozed_at: Optional[datetime.datetime] = Field(alias="snoozed_at")
    started_at: Optional[datetime.datetime] = Field(alias="started_at")
    status: PublicJobStatus = Field(alias="status")
    step: Optional[str] = Field(alias="step")
    subject_id: Optional[uuid.UUID] = Field(alias="subject_id")
    worker_id: Optional[str] = Field(alias="worker_id")

class PublicJobsInsert(TypedDict):
    attempt: NotRequired[Annotated[int, Field(alias="attempt")]]
    cancel_requested_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="cancel_requested_at")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    dedupe_key: NotRequired[Annotated[Optional[str], Field(alias="dedupe_key")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    external_id: NotRequired[Annotated[Optional[str], Field(alias="external_id")]]
    finished_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="finished_at")]]
    has_checkpoints: NotRequired[Annotated[bool, Field(alias="has_checkpoints")]]
    has_slot: NotRequired[Annotated[bool, Field(alias="has_slot")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    is_held: NotRequired[Annotated[bool, Field(alias="is_held")]]
    is_scheduled: NotRequired[Annotated[bool, Field(alias="is_scheduled")]]
    kind: Annotated[str, Field(alias="kind")]
    lease: NotRequired[Annotated[int, Field(alias="lease")]]
    lease_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="lease_expires_at")]]
    lease_seconds: Annotated[int, Field(alias="lease_seconds")]
    max_attempts: Annotated[int, Field(alias="max_attempts")]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    payload: NotRequired[Annotated[JsonValue, Field(alias="payload")]]
    priority: NotRequired[Annotated[int, Field(alias="priority")]]
    progress: NotRequired[Annotated[Optional[float], Field(alias="progress")]]
    provider: NotRequired[Annotated[Optional[str], Field(alias="provider")]]
    queue: Annotated[str, Field(alias="queue")]
    quota_amount: NotRequired[Annotated[Optional[int], Field(alias="quota_amount")]]
    quota_metric: NotRequired[Annotated[Optional[str], Field(alias="quota_metric")]]
    quota_period: NotRequired[Annotated[Optional[datetime.date], Field(alias="quota_period")]]
    run_at: NotRequired[Annotated[datetime.datetime, Field(alias="run_at")]]
    snoozed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="snoozed_at")]]
    started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="started_at")]]
    status: NotRequired[Annotated[PublicJobStatus, Field(alias="status")]]
    step: NotRequired[Annotated[Optional[str], Field(alias="step")]]
    subject_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="subject_id")]]
    worker_id: NotRequired[Annotated[Optional[str], Field(alias="worker_id")]]

class PublicJobsUpdate(TypedDict):
    attempt: NotRequired[Annotated[int, Field(alias="attempt")]]
    cancel_requested_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="cancel_requested_at")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    dedupe_key: NotRequired[Annotated[Optional[str], Field(alias="dedupe_key")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    external_id: NotRequired[Annotated[Optional[str], Field(alias="external_id")]]
    finished_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="finished_at")]]
    has_checkpoints: NotRequired[Annotated[bool, Field(alias="has_checkpoints")]]
    has_slot: NotRequired[Annotated[bool, Field(alias="has_slot")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    is_held: NotRequired[Annotated[bool, Field(alias="is_held")]]
    is_scheduled: NotRequired[Annotated[bool, Field(alias="is_scheduled")]]
    kind: NotRequired[Annotated[str, Field(alias="kind")]]
    lease: NotRequired[Annotated[int, Field(alias="lease")]]
    lease_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="lease_expires_at")]]
    lease_seconds: NotRequired[Annotated[int, Field(alias="lease_seconds")]]
    max_attempts: NotRequired[Annotated[int, Field(alias="max_attempts")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    payload: NotRequired[Annotated[JsonValue, Field(alias="payload")]]
    priority: NotRequired[Annotated[int, Field(alias="priority")]]
    progress: NotRequired[Annotated[Optional[float], Field(alias="progress")]]
    provider: NotRequired[Annotated[Optional[str], Field(alias="provider")]]
    queue: NotRequired[Annotated[str, Field(alias="queue")]]
    quota_amount: NotRequired[Annotated[Optional[int], Field(alias="quota_amount")]]
    quota_metric: NotRequired[Annotated[Optional[str], Field(alias="quota_metric")]]
    quota_period: NotRequired[Annotated[Optional[datetime.date], Field(alias="quota_period")]]
    run_at: NotRequired[Annotated[datetime.datetime, Field(alias="run_at")]]
    snoozed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="snoozed_at")]]
    started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="started_at")]]
    status: NotRequired[Annotated[PublicJobStatus, Field(alias="status")]]
    step: NotRequired[Annotated[Optional[str], Field(alias="step")]]
    subject_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="subject_id")]]
    worker_id: NotRequired[Annotated[Optional[str], Field(alias="worker_id")]]

class PublicNotificationTypes(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    display_name: str = Field(alias="display_name")
    expires_after: str = Field(alias="expires_after")
    is_emailed: bool = Field(alias="is_emailed")
    sort_order: int = Field(alias="sort_order")
    type: str = Field(alias="type")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicNotificationTypesInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    display_name: Annotated[str, Field(alias="display_name")]
    expires_after: NotRequired[Annotated[str, Field(alias="expires_after")]]
    is_emailed: NotRequired[Annotated[bool, Field(alias="is_emailed")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    type: Annotated[str, Field(alias="type")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicNotificationTypesUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    display_name: NotRequired[Annotated[str, Field(alias="display_name")]]
    expires_after: NotRequired[Annotated[str, Field(alias="expires_after")]]
    is_emailed: NotRequired[Annotated[bool, Field(alias="is_emailed")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    type: NotRequired[Annotated[str, Field(alias="type")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicNotifications(BaseModel):
    action_label: Optional[str] = Field(alias="action_label")
    action_url: Optional[str] = Field(alias="action_url")
    created_at: datetime.datetime = Field(alias="created_at")
    emailed_at: Optional[datetime.datetime] = Field(alias="emailed_at")
    expires_at: datetime.datetime = Field(alias="expires_at")
    id: uuid.UUID = Field(alias="id")
    is_read: bool = Field(alias="is_read")
    message: Optional[str] = Field(alias="message")
    metadata: JsonValue = Field(alias="metadata")
    organization_id: uuid.UUID = Field(alias="organization_id")
    read_at: Optional[datetime.datetime] = Field(alias="read_at")
    related_entity_id: Optional[uuid.UUID] = Field(alias="related_entity_id")
    related_entity_type: Optional[str] = Field(alias="related_entity_type")
    title: str = Field(alias="title")
    type: str = Field(alias="type")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: uuid.UUID = Field(alias="user_id")

class PublicNotificationsInsert(TypedDict):
    action_label: NotRequired[Annotated[Optional[str], Field(alias="action_label")]]
    action_url: NotRequired[Annotated[Optional[str], Field(alias="action_url")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    emailed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="emailed_at")]]
    expires_at: Annotated[datetime.datetime, Field(alias="expires_at")]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_read: NotRequired[Annotated[bool, Field(alias="is_read")]]
    message: NotRequired[Annotated[Optional[str], Field(alias="message")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    read_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="read_at")]]
    related_entity_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="related_entity_id")]]
    related_entity_type: NotRequired[Annotated[Optional[str], Field(alias="related_entity_type")]]
    title: Annotated[str, Field(alias="title")]
    type: Annotated[str, Field(alias="type")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: Annotated[uuid.UUID, Field(alias="user_id")]

class PublicNotificationsUpdate(TypedDict):
    action_label: NotRequired[Annotated[Optional[str], Field(alias="action_label")]]
    action_url: NotRequired[Annotated[Optional[str], Field(alias="action_url")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    emailed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="emailed_at")]]
    expires_at: NotRequired[Annotated[datetime.datetime, Field(alias="expires_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_read: NotRequired[Annotated[bool, Field(alias="is_read")]]
    message: NotRequired[Annotated[Optional[str], Field(alias="message")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    read_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="read_at")]]
    related_entity_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="related_entity_id")]]
    related_entity_type: NotRequired[Annotated[Optional[str], Field(alias="related_entity_type")]]
    title: NotRequired[Annotated[str, Field(alias="title")]]
    type: NotRequired[Annotated[str, Field(alias="type")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[uuid.UUID, Field(alias="user_id")]]

class PublicOrganizationInvitations(BaseModel):
    accepted_at: Optional[datetime.datetime] = Field(alias="accepted_at")
    accepted_by: Optional[uuid.UUID] = Field(alias="accepted_by")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    created_at: datetime.datetime = Field(alias="created_at")
    email: str = Field(alias="email")
    expires_at: datetime.datetime = Field(alias="expires_at")
    id: uuid.UUID = Field(alias="id")
    invited_by: Optional[uuid.UUID] = Field(alias="invited_by")
    organization_id: uuid.UUID = Field(alias="organization_id")
    revoked_at: Optional[datetime.datetime] = Field(alias="revoked_at")
    role: PublicMemberRole = Field(alias="role")
    token_hash: str = Field(alias="token_hash")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicOrganizationInvitationsInsert(TypedDict):
    accepted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="accepted_at")]]
    accepted_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="accepted_by")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    email: Annotated[str, Field(alias="email")]
    expires_at: Annotated[datetime.datetime, Field(alias="expires_at")]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    invited_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="invited_by")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    revoked_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="revoked_at")]]
    role: Annotated[PublicMemberRole, Field(alias="role")]
    token_hash: Annotated[str, Field(alias="token_hash")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicOrganizationInvitationsUpdate(TypedDict):
    accepted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="accepted_at")]]
    accepted_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="accepted_by")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    email: NotRequired[Annotated[str, Field(alias="email")]]
    expires_at: NotRequired[Annotated[datetime.datetime, Field(alias="expires_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    invited_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="invited_by")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    revoked_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="revoked_at")]]
    role: NotRequired[Annotated[PublicMemberRole, Field(alias="role")]]
    token_hash: NotRequired[Annotated[str, Field(alias="token_hash")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicOrganizationMembers(BaseModel):
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    created_at: datetime.datetime = Field(alias="created_at")
    id: uuid.UUID = Field(alias="id")
    invited_at: Optional[datetime.datetime] = Field(alias="invited_at")
    invited_by: Optional[uuid.UUID] = Field(alias="invited_by")
    joined_at: datetime.datetime = Field(alias="joined_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    permissions: JsonValue = Field(alias="permissions")
    role: PublicMemberRole = Field(alias="role")
    status: PublicMemberStatus = Field(alias="status")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: uuid.UUID = Field(alias="user_id")

class PublicOrganizationMembersInsert(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    invited_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="invited_at")]]
    invited_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="invited_by")]]
    joined_at: NotRequired[Annotated[datetime.datetime, Field(alias="joined_at")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    permissions: NotRequired[Annotated[JsonValue, Field(alias="permissions")]]
    role: Annotated[PublicMemberRole, Field(alias="role")]
    status: NotRequired[Annotated[PublicMemberStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: Annotated[uuid.UUID, Field(alias="user_id")]

class PublicOrganizationMembersUpdate(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    invited_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="invited_at")]]
    invited_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="invited_by")]]
    joined_at: NotRequired[Annotated[datetime.datetime, Field(alias="joined_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    permissions: NotRequired[Annotated[JsonValue, Field(alias="permissions")]]
    role: NotRequired[Annotated[PublicMemberRole, Field(alias="role")]]
    status: NotRequired[Annotated[PublicMemberStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[uuid.UUID, Field(alias="user_id")]]

class PublicOrganizations(BaseModel):
    billing_email: Optional[str] = Field(alias="billing_email")
    company_size: Optional[str] = Field(alias="company_size")
    created_at: datetime.datetime = Field(alias="created_at")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    deleted_at: Optional[datetime.datetime] = Field(alias="deleted_at")
    id: uuid.UUID = Field(alias="id")
    industry: Optional[str] = Field(alias="industry")
    logo_url: Optional[str] = Field(alias="logo_url")
    name: str = Field(alias="name")
    settings: JsonValue = Field(alias="settings")
    slug: str = Field(alias="slug")
    timezone: str = Field(alias="timezone")
    timezone_changed_at: Optional[datetime.datetime] = Field(alias="timezone_changed_at")
    type: PublicOrganizationType = Field(alias="type")
    updated_at: datetime.datetime = Field(alias="updated_at")
    website: Optional[str] = Field(alias="website")

class PublicOrganizationsInsert(TypedDict):
    billing_email: NotRequired[Annotated[Optional[str], Field(alias="billing_email")]]
    company_size: NotRequired[Annotated[Optional[str], Field(alias="company_size")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    industry: NotRequired[Annotated[Optional[str], Field(alias="industry")]]
    logo_url: NotRequired[Annotated[Optional[str], Field(alias="logo_url")]]
    name: Annotated[str, Field(alias="name")]
    settings: NotRequired[Annotated[JsonValue, Field(alias="settings")]]
    slug: Annotated[str, Field(alias="slug")]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    timezone_changed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="timezone_changed_at")]]
    type: NotRequired[Annotated[PublicOrganizationType, Field(alias="type")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    website: NotRequired[Annotated[Optional[str], Field(alias="website")]]

class PublicOrganizationsUpdate(TypedDict):
    billing_email: NotRequired[Annotated[Optional[str], Field(alias="billing_email")]]
    company_size: NotRequired[Annotated[Optional[str], Field(alias="company_size")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    industry: NotRequired[Annotated[Optional[str], Field(alias="industry")]]
    logo_url: NotRequired[Annotated[Optional[str], Field(alias="logo_url")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    settings: NotRequired[Annotated[JsonValue, Field(alias="settings")]]
    slug: NotRequired[Annotated[str, Field(alias="slug")]]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    timezone_changed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="timezone_changed_at")]]
    type: NotRequired[Annotated[PublicOrganizationType, Field(alias="type")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    website: NotRequired[Annotated[Optional[str], Field(alias="website")]]

class PublicPlanLimits(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    limit_value: Optional[int] = Field(alias="limit_value")
    metric: str = Field(alias="metric")
    period: PublicQuotaPeriod = Field(alias="period")
    plan: str = Field(alias="plan")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicPlanLimitsInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    limit_value: NotRequired[Annotated[Optional[int], Field(alias="limit_value")]]
    metric: Annotated[str, Field(alias="metric")]
    period: Annotated[PublicQuotaPeriod, Field(alias="period")]
    plan: Annotated[str, Field(alias="plan")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicPlanLimitsUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    limit_value: NotRequired[Annotated[Optional[int], Field(alias="limit_value")]]
    metric: NotRequired[Annotated[str, Field(alias="metric")]]
    period: NotRequired[Annotated[PublicQuotaPeriod, Field(alias="period")]]
    plan: NotRequired[Annotated[str, Field(alias="plan")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicPlanPrices(BaseModel):
    billing_period: PublicBillingPeriod = Field(alias="billing_period")
    cashfree_plan_id: Optional[str] = Field(alias="cashfree_plan_id")
    created_at: datetime.datetime = Field(alias="created_at")
    id: uuid.UUID = Field(alias="id")
    is_active: bool = Field(alias="is_active")
    plan: str = Field(alias="plan")
    price_eur: Optional[float] = Field(alias="price_eur")
    price_inr: Optional[float] = Field(alias="price_inr")
    price_usd: Optional[float] = Field(alias="price_usd")
    razorpay_plan_id: Optional[str] = Field(alias="razorpay_plan_id")
    stripe_price_id: Optional[str] = Field(alias="stripe_price_id")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicPlanPricesInsert(TypedDict):
    billing_period: Annotated[PublicBillingPeriod, Field(alias="billing_period")]
    cashfree_plan_id: NotRequired[Annotated[Optional[str], Field(alias="cashfree_plan_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    plan: Annotated[str, Field(alias="plan")]
    price_eur: NotRequired[Annotated[Optional[float], Field(alias="price_eur")]]
    price_inr: NotRequired[Annotated[Optional[float], Field(alias="price_inr")]]
    price_usd: NotRequired[Annotated[Optional[float], Field(alias="price_usd")]]
    razorpay_plan_id: NotRequired[Annotated[Optional[str], Field(alias="razorpay_plan_id")]]
    stripe_price_id: NotRequired[Annotated[Optional[str], Field(alias="stripe_price_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicPlanPricesUpdate(TypedDict):
    billing_period: NotRequired[Annotated[PublicBillingPeriod, Field(alias="billing_period")]]
    cashfree_plan_id: NotRequired[Annotated[Optional[str], Field(alias="cashfree_plan_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    plan: NotRequired[Annotated[str, Field(alias="plan")]]
    price_eur: NotRequired[Annotated[Optional[float], Field(alias="price_eur")]]
    price_inr: NotRequired[Annotated[Optional[float], Field(alias="price_inr")]]
    price_usd: NotRequired[Annotated[Optional[float], Field(alias="price_usd")]]
    razorpay_plan_id: NotRequired[Annotated[Optional[str], Field(alias="razorpay_plan_id")]]
    stripe_price_id: NotRequired[Annotated[Optional[str], Field(alias="stripe_price_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicPlans(BaseModel):
    aliases: List[str] = Field(alias="aliases")
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    features: JsonValue = Field(alias="features")
    is_active: bool = Field(alias="is_active")
    is_featured: bool = Field(alias="is_featured")
    name: str = Field(alias="name")
    slug: str = Field(alias="slug")
    sort_order: int = Field(alias="sort_order")
    stripe_product_id: Optional[str] = Field(alias="stripe_product_id")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicPlansInsert(TypedDict):
    aliases: NotRequired[Annotated[List[str], Field(alias="aliases")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    features: NotRequired[Annotated[JsonValue, Field(alias="features")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_featured: NotRequired[Annotated[bool, Field(alias="is_featured")]]
    name: Annotated[str, Field(alias="name")]
    slug: Annotated[str, Field(alias="slug")]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    stripe_product_id: NotRequired[Annotated[Optional[str], Field(alias="stripe_product_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicPlansUpdate(TypedDict):
    aliases: NotRequired[Annotated[List[str], Field(alias="aliases")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    features: NotRequired[Annotated[JsonValue, Field(alias="features")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_featured: NotRequired[Annotated[bool, Field(alias="is_featured")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    slug: NotRequired[Annotated[str, Field(alias="slug")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    stripe_product_id: NotRequired[Annotated[Optional[str], Field(alias="stripe_product_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicPlatforms(BaseModel):
    api_docs_url: Optional[str] = Field(alias="api_docs_url")
    content_type: PublicGeneratedContentType = Field(alias="content_type")
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    display_name: str = Field(alias="display_name")
    is_active: bool = Field(alias="is_active")
    is_generation_target: bool = Field(alias="is_generation_target")
    is_oauth_required: bool = Field(alias="is_oauth_required")
    limits: JsonValue = Field(alias="limits")
    logo_url: Optional[str] = Field(alias="logo_url")
    slug: str = Field(alias="slug")
    sort_order: int = Field(alias="sort_order")
    updated_at: datetime.datetime = Field(alias="updated_at")
    website_url: Optional[str] = Field(alias="website_url")

class PublicPlatformsInsert(TypedDict):
    api_docs_url: NotRequired[Annotated[Optional[str], Field(alias="api_docs_url")]]
    content_type: NotRequired[Annotated[PublicGeneratedContentType, Field(alias="content_type")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    display_name: Annotated[str, Field(alias="display_name")]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_generation_target: NotRequired[Annotated[bool, Field(alias="is_generation_target")]]
    is_oauth_required: NotRequired[Annotated[bool, Field(alias="is_oauth_required")]]
    limits: NotRequired[Annotated[JsonValue, Field(alias="limits")]]
    logo_url: NotRequired[Annotated[Optional[str], Field(alias="logo_url")]]
    slug: Annotated[str, Field(alias="slug")]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    website_url: NotRequired[Annotated[Optional[str], Field(alias="website_url")]]

class PublicPlatformsUpdate(TypedDict):
    api_docs_url: NotRequired[Annotated[Optional[str], Field(alias="api_docs_url")]]
    content_type: NotRequired[Annotated[PublicGeneratedContentType, Field(alias="content_type")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    display_name: NotRequired[Annotated[str, Field(alias="display_name")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_generation_target: NotRequired[Annotated[bool, Field(alias="is_generation_target")]]
    is_oauth_required: NotRequired[Annotated[bool, Field(alias="is_oauth_required")]]
    limits: NotRequired[Annotated[JsonValue, Field(alias="limits")]]
    logo_url: NotRequired[Annotated[Optional[str], Field(alias="logo_url")]]
    slug: NotRequired[Annotated[str, Field(alias="slug")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    website_url: NotRequired[Annotated[Optional[str], Field(alias="website_url")]]

class PublicProfiles(BaseModel):
    active_organization_id: Optional[uuid.UUID] = Field(alias="active_organization_id")
    avatar_url: Optional[str] = Field(alias="avatar_url")
    country_code: Optional[str] = Field(alias="country_code")
    created_at: datetime.datetime = Field(alias="created_at")
    deleted_at: Optional[datetime.datetime] = Field(alias="deleted_at")
    email: Optional[str] = Field(alias="email")
    email_verified: bool = Field(alias="email_verified")
    first_name: Optional[str] = Field(alias="first_name")
    full_name: Optional[str] = Field(alias="full_name")
    id: uuid.UUID = Field(alias="id")
    is_onboarded: bool = Field(alias="is_onboarded")
    language: str = Field(alias="language")
    last_login_at: Optional[datetime.datetime] = Field(alias="last_login_at")
    last_name: Optional[str] = Field(alias="last_name")
    onboarded_at: Optional[datetime.datetime] = Field(alias="onboarded_at")
    phone: Optional[str] = Field(alias="phone")
    phone_verified: bool = Field(alias="phone_verified")
    status: PublicProfileStatus = Field(alias="status")
    timezone: str = Field(alias="timezone")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicProfilesInsert(TypedDict):
    active_organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="active_organization_id")]]
    avatar_url: NotRequired[Annotated[Optional[str], Field(alias="avatar_url")]]
    country_code: NotRequired[Annotated[Optional[str], Field(alias="country_code")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    email: NotRequired[Annotated[Optional[str], Field(alias="email")]]
    email_verified: NotRequired[Annotated[bool, Field(alias="email_verified")]]
    first_name: NotRequired[Annotated[Optional[str], Field(alias="first_name")]]
    full_name: NotRequired[Annotated[Optional[str], Field(alias="full_name")]]
    id: Annotated[uuid.UUID, Field(alias="id")]
    is_onboarded: NotRequired[Annotated[bool, Field(alias="is_onboarded")]]
    language: NotRequired[Annotated[str, Field(alias="language")]]
    last_login_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_login_at")]]
    last_name: NotRequired[Annotated[Optional[str], Field(alias="last_name")]]
    onboarded_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="onboarded_at")]]
    phone: NotRequired[Annotated[Optional[str], Field(alias="phone")]]
    phone_verified: NotRequired[Annotated[bool, Field(alias="phone_verified")]]
    status: NotRequired[Annotated[PublicProfileStatus, Field(alias="status")]]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicProfilesUpdate(TypedDict):
    active_organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="active_organization_id")]]
    avatar_url: NotRequired[Annotated[Optional[str], Field(alias="avatar_url")]]
    country_code: NotRequired[Annotated[Optional[str], Field(alias="country_code")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    email: NotRequired[Annotated[Optional[str], Field(alias="email")]]
    email_verified: NotRequired[Annotated[bool, Field(alias="email_verified")]]
    first_name: NotRequired[Annotated[Optional[str], Field(alias="first_name")]]
    full_name: NotRequired[Annotated[Optional[str], Field(alias="full_name")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_onboarded: NotRequired[Annotated[bool, Field(alias="is_onboarded")]]
    language: NotRequired[Annotated[str, Field(alias="language")]]
    last_login_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_login_at")]]
    last_name: NotRequired[Annotated[Optional[str], Field(alias="last_name")]]
    onboarded_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="onboarded_at")]]
    phone: NotRequired[Annotated[Optional[str], Field(alias="phone")]]
    phone_verified: NotRequired[Annotated[bool, Field(alias="phone_verified")]]
    status: NotRequired[Annotated[PublicProfileStatus, Field(alias="status")]]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicQuotaMetrics(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    display_name: str = Field(alias="display_name")
    metric: str = Field(alias="metric")
    period: PublicQuotaPeriod = Field(alias="period")
    sort_order: int = Field(alias="sort_order")
    unit: str = Field(alias="unit")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicQuotaMetricsInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    display_name: Annotated[str, Field(alias="display_name")]
    metric: Annotated[str, Field(alias="metric")]
    period: Annotated[PublicQuotaPeriod, Field(alias="period")]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    unit: NotRequired[Annotated[str, Field(alias="unit")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicQuotaMetricsUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    display_name: NotRequired[Annotated[str, Field(alias="display_name")]]
    metric: NotRequired[Annotated[str, Field(alias="metric")]]
    period: NotRequired[Annotated[PublicQuotaPeriod, Field(alias="period")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    unit: NotRequired[Annotated[str, Field(alias="unit")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicSubscriptions(BaseModel):
    amount: Optional[float] = Field(alias="amount")
    billing_period: Optional[PublicBillingPeriod] = Field(alias="billing_period")
    cancel_at_period_end: bool = Field(alias="cancel_at_period_end")
    cancellation_reason: Optional[str] = Field(alias="cancellation_reason")
    cancelled_at: Optional[datetime.datetime] = Field(alias="cancelled_at")
    cashfree_subscription_id: Optional[str] = Field(alias="cashfree_subscription_id")
    created_at: datetime.datetime = Field(alias="created_at")
    currency: Optional[str] = Field(alias="currency")
    current_period_end: Optional[datetime.datetime] = Field(alias="current_period_end")
    current_period_start: datetime.datetime = Field(alias="current_period_start")
    ended_at: Optional[datetime.datetime] = Field(alias="ended_at")
    id: uuid.UUID = Field(alias="id")
    is_auto_renew_enabled: bool = Field(alias="is_auto_renew_enabled")
    next_billing_at: Optional[datetime.datetime] = Field(alias="next_billing_at")
    organization_id: Optional[uuid.UUID] = Field(alias="organization_id")
    organization_name: Optional[str] = Field(alias="organization_name")
    payment_provider: Optional[PublicPaymentProvider] = Field(alias="payment_provider")
    plan: str = Field(alias="plan")
    razorpay_subscription_id: Optional[str] = Field(alias="razorpay_subscription_id")
    started_at: datetime.datetime = Field(alias="started_at")
    status: PublicSubscriptionStatus = Field(alias="status")
    stripe_customer_id: Optional[str] = Field(alias="stripe_customer_id")
    stripe_price_id: Optional[str] = Field(alias="stripe_price_id")
    stripe_subscription_id: Optional[str] = Field(alias="stripe_subscription_id")
    stripe_subscription_item_id_ai: Optional[str] = Field(alias="stripe_subscription_item_id_ai")
    stripe_subscription_item_id_seo: Optional[str] = Field(alias="stripe_subscription_item_id_seo")
    stripe_subscription_item_id_syncs: Optional[str] = Field(alias="stripe_subscription_item_id_syncs")
    trial_end: Optional[datetime.datetime] = Field(alias="trial_end")
    trial_start: Optional[datetime.datetime] = Field(alias="trial_start")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicSubscriptionsInsert(TypedDict):
    amount: NotRequired[Annotated[Optional[float], Field(alias="amount")]]
    billing_period: NotRequired[Annotated[Optional[PublicBillingPeriod], Field(alias="billing_period")]]
    cancel_at_period_end: NotRequired[Annotated[bool, Field(alias="cancel_at_period_end")]]
    cancellation_reason: NotRequired[Annotated[Optional[str], Field(alias="cancellation_reason")]]
    cancelled_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="cancelled_at")]]
    cashfree_subscription_id: NotRequired[Annotated[Optional[str], Field(alias="cashfree_subscription_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    currency: NotRequired[Annotated[Optional[str], Field(alias="currency")]]
    current_period_end: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="current_period_end")]]
    current_period_start: NotRequired[Annotated[datetime.datetime, Field(alias="current_period_start")]]
    ended_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="ended_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_auto_renew_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_renew_enabled")]]
    next_billing_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="next_billing_at")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    organization_name: NotRequired[Annotated[Optional[str], Field(alias="organization_name")]]
    payment_provider: NotRequired[Annotated[Optional[PublicPaymentProvider], Field(alias="payment_provider")]]
    plan: Annotated[str, Field(alias="plan")]
    razorpay_subscription_id: NotRequired[Annotated[Optional[str], Field(alias="razorpay_subscription_id")]]
    started_at: NotRequired[Annotated[datetime.datetime, Field(alias="started_at")]]
    status: NotRequired[Annotated[PublicSubscriptionStatus, Field(alias="status")]]
    stripe_customer_id: NotRequired[Annotated[Optional[str], Field(alias="stripe_customer_id")]]
    stripe_price_id: NotRequired[Annotated[Optional[str], Field(alias="stripe_price_id")]]
    stripe_subscription_id: NotRequired[Annotated[Optional[str], Field(alias="stripe_subscription_id")]]
    stripe_subscription_item_id_ai: NotRequired[Annotated[Optional[str], Field(alias="stripe_subscription_item_id_ai")]]
    stripe_subscription_item_id_seo: NotRequired[Annotated[Optional[str], Field(alias="stripe_subscription_item_id_seo")]]
    stripe_subscription_item_id_syncs: NotRequired[Annotated[Optional[str], Field(alias="stripe_subscription_item_id_syncs")]]
    trial_end: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="trial_end")]]
    trial_start: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="trial_start")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicSubscriptionsUpdate(TypedDict):
    amount: NotRequired[Annotated[Optional[float], Field(alias="amount")]]
    billing_period: NotRequired[Annotated[Optional[PublicBillingPeriod], Field(alias="billing_period")]]
    cancel_at_period_end: NotRequired[Annotated[bool, Field(alias="cancel_at_period_end")]]
    cancellation_reason: NotRequired[Annotated[Optional[str], Field(alias="cancellation_reason")]]
    cancelled_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="cancelled_at")]]
    cashfree_subscription_id: NotRequired[Annotated[Optional[str], Field(alias="cashfree_subscription_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    currency: NotRequired[Annotated[Optional[str], Field(alias="currency")]]
    current_period_end: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="current_period_end")]]
    current_period_start: NotRequired[Annotated[datetime.datetime, Field(alias="current_period_start")]]
    ended_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="ended_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_auto_renew_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_renew_enabled")]]
    next_billing_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="next_billing_at")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    organization_name: NotRequired[Annotated[Optional[str], Field(alias="organization_name")]]
    payment_provider: NotRequired[Annotated[Optional[PublicPaymentProvider], Field(alias="payment_provider")]]
    plan: NotRequired[Annotated[str, Field(alias="plan")]]
    razorpay_subscription_id: NotRequired[Annotated[Optional[str], Field(alias="razorpay_subscription_id")]]
    started_at: NotRequired[Annotated[datetime.datetime, Field(alias="started_at")]]
    status: NotRequired[Annotated[PublicSubscriptionStatus, Field(alias="status")]]
    stripe_customer_id: NotRequired[Annotated[Optional[str], Field(alias="stripe_customer_id")]]
    stripe_price_id: NotRequired[Annotated[Optional[str], Field(alias="stripe_price_id")]]
    stripe_subscription_id: NotRequired[Annotated[Optional[str], Field(alias="stripe_subscription_id")]]
    stripe_subscription_item_id_ai: NotRequired[Annotated[Optional[str], Field(alias="stripe_subscription_item_id_ai")]]
    stripe_subscription_item_id_seo: NotRequired[Annotated[Optional[str], Field(alias="stripe_subscription_item_id_seo")]]
    stripe_subscription_item_id_syncs: NotRequired[Annotated[Optional[str], Field(alias="stripe_subscription_item_id_syncs")]]
    trial_end: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="trial_end")]]
    trial_start: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="trial_start")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicUsageCounters(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    metric: str = Field(alias="metric")
    organization_id: uuid.UUID = Field(alias="organization_id")
    period_start: datetime.date = Field(alias="period_start")
    reserved: int = Field(alias="reserved")
    updated_at: datetime.datetime = Field(alias="updated_at")
    used: int = Field(alias="used")

class PublicUsageCountersInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    metric: Annotated[str, Field(alias="metric")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    period_start: Annotated[datetime.date, Field(alias="period_start")]
    reserved: NotRequired[Annotated[int, Field(alias="reserved")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    used: NotRequired[Annotated[int, Field(alias="used")]]

class PublicUsageCountersUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    metric: NotRequired[Annotated[str, Field(alias="metric")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    period_start: NotRequired[Annotated[datetime.date, Field(alias="period_start")]]
    reserved: NotRequired[Annotated[int, Field(alias="reserved")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    used: NotRequired[Annotated[int, Field(alias="used")]]

class PublicUsageLedger(BaseModel):
    amount: int = Field(alias="amount")
    created_at: datetime.datetime = Field(alias="created_at")
    id: int = Field(alias="id")
    job_id: Optional[int] = Field(alias="job_id")
    limit_value: Optional[int] = Field(alias="limit_value")
    metric: str = Field(alias="metric")
    operation: PublicQuotaOperation = Field(alias="operation")
    organization_id: uuid.UUID = Field(alias="organization_id")
    period_start: datetime.date = Field(alias="period_start")
    reason: Optional[str] = Field(alias="reason")
    related_entity_id: Optional[uuid.UUID] = Field(alias="related_entity_id")
    related_entity_type: Optional[str] = Field(alias="related_entity_type")
    reserved_after: int = Field(alias="reserved_after")
    subscription_id: Optional[uuid.UUID] = Field(alias="subscription_id")
    used_after: int = Field(alias="used_after")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicUsageLedgerInsert(TypedDict):
    amount: Annotated[int, Field(alias="amount")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    limit_value: NotRequired[Annotated[Optional[int], Field(alias="limit_value")]]
    metric: Annotated[str, Field(alias="metric")]
    operation: Annotated[PublicQuotaOperation, Field(alias="operation")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    period_start: Annotated[datetime.date, Field(alias="period_start")]
    reason: NotRequired[Annotated[Optional[str], Field(alias="reason")]]
    related_entity_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="related_entity_id")]]
    related_entity_type: NotRequired[Annotated[Optional[str], Field(alias="related_entity_type")]]
    reserved_after: Annotated[int, Field(alias="reserved_after")]
    subscription_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="subscription_id")]]
    used_after: Annotated[int, Field(alias="used_after")]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicUsageLedgerUpdate(TypedDict):
    amount: NotRequired[Annotated[int, Field(alias="amount")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    limit_value: NotRequired[Annotated[Optional[int], Field(alias="limit_value")]]
    metric: NotRequired[Annotated[str, Field(alias="metric")]]
    operation: NotRequired[Annotated[PublicQuotaOperation, Field(alias="operation")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    period_start: NotRequired[Annotated[datetime.date, Field(alias="period_start")]]
    reason: NotRequired[Annotated[Optional[str], Field(alias="reason")]]
    related_entity_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="related_entity_id")]]
    related_entity_type: NotRequired[Annotated[Optional[str], Field(alias="related_entity_type")]]
    reserved_after: NotRequired[Annotated[int, Field(alias="reserved_after")]]
    subscription_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="subscription_id")]]
    used_after: NotRequired[Annotated[int, Field(alias="used_after")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicUserRoles(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    expires_at: Optional[datetime.datetime] = Field(alias="expires_at")
    granted_at: datetime.datetime = Field(alias="granted_at")
    granted_by: Optional[uuid.UUID] = Field(alias="granted_by")
    id: uuid.UUID = Field(alias="id")
    role: PublicAppRole = Field(alias="role")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: uuid.UUID = Field(alias="user_id")

class PublicUserRolesInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="expires_at")]]
    granted_at: NotRequired[Annotated[datetime.datetime, Field(alias="granted_at")]]
    granted_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="granted_by")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    role: Annotated[PublicAppRole, Field(alias="role")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: Annotated[uuid.UUID, Field(alias="user_id")]

class PublicUserRolesUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="expires_at")]]
    granted_at: NotRequired[Annotated[datetime.datetime, Field(alias="granted_at")]]
    granted_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="granted_by")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    role: NotRequired[Annotated[PublicAppRole, Field(alias="role")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[uuid.UUID, Field(alias="user_id")]]

class PublicUserSessions(BaseModel):
    auth_session_id: uuid.UUID = Field(alias="auth_session_id")
    created_at: datetime.datetime = Field(alias="created_at")
    device_info: JsonValue = Field(alias="device_info")
    expires_at: datetime.datetime = Field(alias="expires_at")
    id: uuid.UUID = Field(alias="id")
    ip_address: Optional[PgCatalogInet] = Field(alias="ip_address")
    last_accessed_at: datetime.datetime = Field(alias="last_accessed_at")
    session_token_hash: str = Field(alias="session_token_hash")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_agent: Optional[str] = Field(alias="user_agent")
    user_id: uuid.UUID = Field(alias="user_id")

class PublicUserSessionsInsert(TypedDict):
    auth_session_id: Annotated[uuid.UUID, Field(alias="auth_session_id")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    device_info: NotRequired[Annotated[JsonValue, Field(alias="device_info")]]
    expires_at: Annotated[datetime.datetime, Field(alias="expires_at")]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    ip_address: NotRequired[Annotated[Optional[PgCatalogInet], Field(alias="ip_address")]]
    last_accessed_at: NotRequired[Annotated[datetime.datetime, Field(alias="last_accessed_at")]]
    session_token_hash: Annotated[str, Field(alias="session_token_hash")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_agent: NotRequired[Annotated[Optional[str], Field(alias="user_agent")]]
    user_id: Annotated[uuid.UUID, Field(alias="user_id")]

class PublicUserSessionsUpdate(TypedDict):
    auth_session_id: NotRequired[Annotated[uuid.UUID, Field(alias="auth_session_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    device_info: NotRequired[Annotated[JsonValue, Field(alias="device_info")]]
    expires_at: NotRequired[Annotated[datetime.datetime, Field(alias="expires_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    ip_address: NotRequired[Annotated[Optional[PgCatalogInet], Field(alias="ip_address")]]
    last_accessed_at: NotRequired[Annotated[datetime.datetime, Field(alias="last_accessed_at")]]
    session_token_hash: NotRequired[Annotated[str, Field(alias="session_token_hash")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_agent: NotRequired[Annotated[Optional[str], Field(alias="user_agent")]]
    user_id: NotRequired[Annotated[uuid.UUID, Field(alias="user_id")]]

class PublicUserSettings(BaseModel):
    content_style: str = Field(alias="content_style")
    created_at: datetime.datetime = Field(alias="created_at")
    default_tone: str = Field(alias="default_tone")
    default_video_duration_seconds: int = Field(alias="default_video_duration_seconds")
    is_analytics_enabled: bool = Field(alias="is_analytics_enabled")
    is_auto_ai_analysis_enabled: bool = Field(alias="is_auto_ai_analysis_enabled")
    is_auto_apply_ai_suggestions_enabled: bool = Field(alias="is_auto_apply_ai_suggestions_enabled")
    is_auto_approve_titles_enabled: bool = Field(alias="is_auto_approve_titles_enabled")
    is_auto_schedule_uploads_enabled: bool = Field(alias="is_auto_schedule_uploads_enabled")
    is_auto_seo_submission_enabled: bool = Field(alias="is_auto_seo_submission_enabled")
    is_auto_sync_enabled: bool = Field(alias="is_auto_sync_enabled")
    is_daily_summary_enabled: bool = Field(alias="is_daily_summary_enabled")
    is_email_notifications_enabled: bool = Field(alias="is_email_notifications_enabled")
    is_email_on_completion_enabled: bool = Field(alias="is_email_on_completion_enabled")
    is_email_on_failure_enabled: bool = Field(alias="is_email_on_failure_enabled")
    is_profile_public: bool = Field(alias="is_profile_public")
    is_push_notifications_enabled: bool = Field(alias="is_push_notifications_enabled")
    is_weekly_digest_enabled: bool = Field(alias="is_weekly_digest_enabled")
    sync_frequency_hours: int = Field(alias="sync_frequency_hours")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: uuid.UUID = Field(alias="user_id")

class PublicUserSettingsInsert(TypedDict):
    content_style: NotRequired[Annotated[str, Field(alias="content_style")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    default_tone: NotRequired[Annotated[str, Field(alias="default_tone")]]
    default_video_duration_seconds: NotRequired[Annotated[int, Field(alias="default_video_duration_seconds")]]
    is_analytics_enabled: NotRequired[Annotated[bool, Field(alias="is_analytics_enabled")]]
    is_auto_ai_analysis_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_ai_analysis_enabled")]]
    is_auto_apply_ai_suggestions_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_apply_ai_suggestions_enabled")]]
    is_auto_approve_titles_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_approve_titles_enabled")]]
    is_auto_schedule_uploads_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_schedule_uploads_enabled")]]
    is_auto_seo_submission_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_seo_submission_enabled")]]
    is_auto_sync_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_sync_enabled")]]
    is_daily_summary_enabled: NotRequired[Annotated[bool, Field(alias="is_daily_summary_enabled")]]
    is_email_notifications_enabled: NotRequired[Annotated[bool, Field(alias="is_email_notifications_enabled")]]
    is_email_on_completion_enabled: NotRequired[Annotated[bool, Field(alias="is_email_on_completion_enabled")]]
    is_email_on_failure_enabled: NotRequired[Annotated[bool, Field(alias="is_email_on_failure_enabled")]]
    is_profile_public: NotRequired[Annotated[bool, Field(alias="is_profile_public")]]
    is_push_notifications_enabled: NotRequired[Annotated[bool, Field(alias="is_push_notifications_enabled")]]
    is_weekly_digest_enabled: NotRequired[Annotated[bool, Field(alias="is_weekly_digest_enabled")]]
    sync_frequency_hours: NotRequired[Annotated[int, Field(alias="sync_frequency_hours")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: Annotated[uuid.UUID, Field(alias="user_id")]

class PublicUserSettingsUpdate(TypedDict):
    content_style: NotRequired[Annotated[str, Field(alias="content_style")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    default_tone: NotRequired[Annotated[str, Field(alias="default_tone")]]
    default_video_duration_seconds: NotRequired[Annotated[int, Field(alias="default_video_duration_seconds")]]
    is_analytics_enabled: NotRequired[Annotated[bool, Field(alias="is_analytics_enabled")]]
    is_auto_ai_analysis_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_ai_analysis_enabled")]]
    is_auto_apply_ai_suggestions_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_apply_ai_suggestions_enabled")]]
    is_auto_approve_titles_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_approve_titles_enabled")]]
    is_auto_schedule_uploads_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_schedule_uploads_enabled")]]
    is_auto_seo_submission_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_seo_submission_enabled")]]
    is_auto_sync_enabled: NotRequired[Annotated[bool, Field(alias="is_auto_sync_enabled")]]
    is_daily_summary_enabled: NotRequired[Annotated[bool, Field(alias="is_daily_summary_enabled")]]
    is_email_notifications_enabled: NotRequired[Annotated[bool, Field(alias="is_email_notifications_enabled")]]
    is_email_on_completion_enabled: NotRequired[Annotated[bool, Field(alias="is_email_on_completion_enabled")]]
    is_email_on_failure_enabled: NotRequired[Annotated[bool, Field(alias="is_email_on_failure_enabled")]]
    is_profile_public: NotRequired[Annotated[bool, Field(alias="is_profile_public")]]
    is_push_notifications_enabled: NotRequired[Annotated[bool, Field(alias="is_push_notifications_enabled")]]
    is_weekly_digest_enabled: NotRequired[Annotated[bool, Field(alias="is_weekly_digest_enabled")]]
    sync_frequency_hours: NotRequired[Annotated[int, Field(alias="sync_frequency_hours")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[uuid.UUID, Field(alias="user_id")]]





class PublicClaimedJob(BaseModel):
    id: Optional[int] = Field(alias="id")
    kind: Optional[str] = Field(alias="kind")
    queue: Optional[str] = Field(alias="queue")
    organization_id: Optional[uuid.UUID] = Field(alias="organization_id")
    subject_id: Optional[uuid.UUID] = Field(alias="subject_id")
    payload: Optional[JsonValue] = Field(alias="payload")
    attempt: Optional[int] = Field(alias="attempt")
    max_attempts: Optional[int] = Field(alias="max_attempts")
    lease: Optional[int] = Field(alias="lease")
    lease_expires_at: Optional[datetime.datetime] = Field(alias="lease_expires_at")
    lease_seconds: Optional[int] = Field(alias="lease_seconds")
    priority: Optional[int] = Field(alias="priority")
    checkpoints: Optional[JsonValue] = Field(alias="checkpoints")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    created_at: Optional[datetime.datetime] = Field(alias="created_at")
    batch_complete: Optional[bool] = Field(alias="batch_complete")

class PublicJobInfo(BaseModel):
    id: Optional[int] = Field(alias="id")
    kind: Optional[str] = Field(alias="kind")
    status: Optional[PublicJobStatus] = Field(alias="status")
    subject_id: Optional[uuid.UUID] = Field(alias="subject_id")
    priority: Optional[int] = Field(alias="priority")
    progress: Optional[float] = Field(alias="progress")
    step: Optional[str] = Field(alias="step")
    attempt: Optional[int] = Field(alias="attempt")
    max_attempts: Optional[int] = Field(alias="max_attempts")
    is_cancel_requested: Optional[bool] = Field(alias="is_cancel_requested")
    run_at: Optional[datetime.datetime] = Field(alias="run_at")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    result: Optional[JsonValue] = Field(alias="result")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    created_at: Optional[datetime.datetime] = Field(alias="created_at")
    started_at: Optional[datetime.datetime] = Field(alias="started_at")
    finished_at: Optional[datetime.datetime] = Field(alias="finished_at")
