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

PublicAccountStatus: TypeAlias = Literal["active", "inactive", "suspended", "disconnected"]

PublicAiCapability: TypeAlias = Literal["text", "vision", "embedding", "transcription", "image"]

PublicAiSuggestionField: TypeAlias = Literal["title", "description", "tags", "category"]

PublicAiUsageCertainty: TypeAlias = Literal["known", "estimated", "unknown"]

PublicAiUsageStatus: TypeAlias = Literal["succeeded", "failed", "refused"]

PublicAnalysisStatus: TypeAlias = Literal["pending", "processing", "completed", "failed"]

PublicAppRole: TypeAlias = Literal["user", "moderator", "admin"]

PublicApprovalDecision: TypeAlias = Literal["approved", "rejected", "revision_requested"]

PublicApprovalStatus: TypeAlias = Literal["pending", "revision_requested", "approved", "rejected", "cancelled", "superseded"]

PublicBillingPeriod: TypeAlias = Literal["monthly", "yearly"]

PublicBudgetPeriod: TypeAlias = Literal["minute", "quarter_hour", "hour", "day"]

PublicBudgetScope: TypeAlias = Literal["application", "connection"]

PublicCalendarEntryStatus: TypeAlias = Literal["planned", "in_progress", "completed", "cancelled"]

PublicChangeSource: TypeAlias = Literal["manual", "ai_suggestion", "bulk_edit", "sync", "system"]

PublicChatMessageStatus: TypeAlias = Literal["pending", "streaming", "completed", "failed", "cancelled"]

PublicChatRole: TypeAlias = Literal["system", "user", "assistant", "tool"]

PublicCompetitionLevel: TypeAlias = Literal["low", "medium", "high"]

PublicConnectionStatus: TypeAlias = Literal["active", "expired", "needs_reauth", "revoked", "disconnected"]

PublicContentAnnotationType: TypeAlias = Literal["note", "highlight", "bookmark"]

PublicContentAssetStatus: TypeAlias = Literal["pending", "processing", "completed", "failed", "expired"]

PublicContentAssetType: TypeAlias = Literal["video", "audio", "image", "blog", "document"]

PublicContentPieceStatus: TypeAlias = Literal["pending", "processing", "completed", "failed"]

PublicContentPieceType: TypeAlias = Literal["video", "image", "text", "audio"]

PublicContentSourceKind: TypeAlias = Literal["rss", "youtube_channel", "podcast", "blog", "newsletter"]

PublicContentSourceStatus: TypeAlias = Literal["active", "paused", "failing"]

PublicCtaType: TypeAlias = Literal["subscribe", "link_click", "download", "follow", "comment", "share", "other"]

PublicGeneratedContentStatus: TypeAlias = Literal["generated", "approved", "rejected", "used", "archived"]

PublicGeneratedContentType: TypeAlias = Literal["title", "script", "description", "tags", "thumbnail_prompt", "caption", "social_post", "thread", "email", "short_video", "blog_article", "carousel"]

PublicGeneratedScriptStatus: TypeAlias = Literal["pending", "processing", "completed", "failed"]

PublicGenerationInputKind: TypeAlias = Literal["text", "file", "url"]

PublicGenerationOutputStatus: TypeAlias = Literal["pending", "completed", "failed", "cancelled"]

PublicGenerationStatus: TypeAlias = Literal["pending", "processing", "completed", "partial", "failed", "cancelled"]

PublicGenerationTone: TypeAlias = Literal["educational", "conversational", "opinionated", "authority"]

PublicIdempotencyStatus: TypeAlias = Literal["in_progress", "completed"]

PublicInvoiceStatus: TypeAlias = Literal["draft", "sent", "paid", "void"]

PublicJobStatus: TypeAlias = Literal["pending", "queued", "processing", "completed", "failed", "cancelled"]

PublicLogSeverity: TypeAlias = Literal["debug", "info", "warning", "error", "critical"]

PublicMemberRole: TypeAlias = Literal["viewer", "client", "creator", "manager", "admin", "owner"]

PublicMemberStatus: TypeAlias = Literal["active", "inactive"]

PublicMetricsGranularity: TypeAlias = Literal["monthly", "weekly", "daily"]

PublicOrganizationType: TypeAlias = Literal["individual", "team", "agency", "enterprise"]

PublicPaymentProvider: TypeAlias = Literal["stripe", "razorpay", "cashfree", "paypal"]

PublicPaymentStatus: TypeAlias = Literal["pending", "failed", "succeeded", "partially_refunded", "refunded"]

PublicPostLicense: TypeAlias = Literal["youtube", "creativeCommons"]

PublicPostStatus: TypeAlias = Literal["scheduled", "publishing", "unconfirmed", "published", "failed", "missed", "cancelled"]

PublicProductionKind: TypeAlias = Literal["video", "audio", "avatar"]

PublicProductionPriority: TypeAlias = Literal["low", "normal", "high"]

PublicProductionStatus: TypeAlias = Literal["pending", "queued", "processing", "completed", "failed", "cancelled"]

PublicProfileStatus: TypeAlias = Literal["active", "suspended", "deleted"]

PublicProjectPermission: TypeAlias = Literal["viewer", "editor", "owner"]

PublicPublishOutcome: TypeAlias = Literal["succeeded", "failed", "unknown"]

PublicQaStatus: TypeAlias = Literal["pending", "assigned", "in_review", "waiting", "completed", "cancelled"]

PublicQaType: TypeAlias = Literal["copywriter_review", "video_editor_review", "expert_review"]

PublicQuotaOperation: TypeAlias = Literal["reserve", "commit", "release", "consume", "adjust"]

PublicQuotaPeriod: TypeAlias = Literal["day", "month", "lifetime"]

PublicRepurposingFormat: TypeAlias = Literal["short_video", "linkedin_post", "twitter_thread", "social_post", "blog_article", "carousel", "email"]

PublicRepurposingJobStatus: TypeAlias = Literal["queued", "processing", "completed", "failed", "cancelled"]

PublicRepurposingJobType: TypeAlias = Literal["video_to_shorts", "blog_to_social", "podcast_to_blog"]

PublicRequestPriority: TypeAlias = Literal["low", "normal", "high", "urgent"]

PublicRevisionStatus: TypeAlias = Literal["pending", "in_progress", "completed", "cancelled"]

PublicSeoSubmissionMethod: TypeAlias = Literal["api", "indexnow"]

PublicSeoSubmissionStatus: TypeAlias = Literal["pending", "submitted", "indexed", "failed", "rejected", "gave_up", "superseded"]

PublicSeoSubmissionType: TypeAlias = Literal["url_updated", "url_deleted", "sitemap"]

PublicSettingType: TypeAlias = Literal["boolean", "number", "string", "object", "array"]

PublicSubscriptionStatus: TypeAlias = Literal["incomplete", "trialing", "active", "past_due", "paused", "suspended", "cancelled", "expired"]

PublicSyncMode: TypeAlias = Literal["auto", "manual", "disabled"]

PublicSyncStatus: TypeAlias = Literal["running", "succeeded", "partial", "failed"]

PublicTaxKind: TypeAlias = Literal["none", "gst", "vat", "sales_tax"]

PublicTemplateType: TypeAlias = Literal["video_intro", "video_outro", "caption_style", "social_post"]

PublicTextGenerationKind: TypeAlias = Literal["titles", "script", "seo_content", "thumbnail_prompts", "template_text"]

PublicTextGenerationStatus: TypeAlias = Literal["pending", "processing", "completed", "failed", "cancelled"]

PublicTimeResolution: TypeAlias = Literal["exact", "moved_forward", "earlier_of_two"]

PublicTrainingStatus: TypeAlias = Literal["pending", "training", "completed", "failed"]

PublicVisibility: TypeAlias = Literal["public", "unlisted", "private"]

PublicWebhookDeliveryStatus: TypeAlias = Literal["pending", "delivering", "succeeded", "failed", "cancelled"]

PublicWebhookEventStatus: TypeAlias = Literal["pending", "processing", "processed", "ignored", "quarantined", "failed"]

PublicWritingTone: TypeAlias = Literal["professional", "casual", "viral", "hinglish", "enthusiastic"]

class PublicAiModels(BaseModel):
    cached_input_cost_per_million_tokens: Optional[float] = Field(alias="cached_input_cost_per_million_tokens")
    capabilities: List[PublicAiCapability] = Field(alias="capabilities")
    cost_per_image: Optional[float] = Field(alias="cost_per_image")
    cost_per_minute: Optional[float] = Field(alias="cost_per_minute")
    created_at: datetime.datetime = Field(alias="created_at")
    display_name: str = Field(alias="display_name")
    embedding_dimensions: Optional[int] = Field(alias="embedding_dimensions")
    id: uuid.UUID = Field(alias="id")
    input_cost_per_million_tokens: Optional[float] = Field(alias="input_cost_per_million_tokens")
    is_active: bool = Field(alias="is_active")
    long_cached_input_cost_per_million_tokens: Optional[float] = Field(alias="long_cached_input_cost_per_million_tokens")
    long_input_cost_per_million_tokens: Optional[float] = Field(alias="long_input_cost_per_million_tokens")
    long_output_cost_per_million_tokens: Optional[float] = Field(alias="long_output_cost_per_million_tokens")
    long_prompt_tokens: Optional[int] = Field(alias="long_prompt_tokens")
    max_context_tokens: Optional[int] = Field(alias="max_context_tokens")
    max_embedding_dimensions: Optional[int] = Field(alias="max_embedding_dimensions")
    max_output_tokens: Optional[int] = Field(alias="max_output_tokens")
    min_embedding_dimensions: Optional[int] = Field(alias="min_embedding_dimensions")
    name: str = Field(alias="name")
    output_cost_per_million_tokens: Optional[float] = Field(alias="output_cost_per_million_tokens")
    priced_on: Optional[datetime.date] = Field(alias="priced_on")
    prices_end_on: Optional[datetime.date] = Field(alias="prices_end_on")
    provider: str = Field(alias="provider")
    retires_on: Optional[datetime.date] = Field(alias="retires_on")
    sort_order: int = Field(alias="sort_order")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicAiModelsInsert(TypedDict):
    cached_input_cost_per_million_tokens: NotRequired[Annotated[Optional[float], Field(alias="cached_input_cost_per_million_tokens")]]
    capabilities: Annotated[List[PublicAiCapability], Field(alias="capabilities")]
    cost_per_image: NotRequired[Annotated[Optional[float], Field(alias="cost_per_image")]]
    cost_per_minute: NotRequired[Annotated[Optional[float], Field(alias="cost_per_minute")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    display_name: Annotated[str, Field(alias="display_name")]
    embedding_dimensions: NotRequired[Annotated[Optional[int], Field(alias="embedding_dimensions")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    input_cost_per_million_tokens: NotRequired[Annotated[Optional[float], Field(alias="input_cost_per_million_tokens")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    long_cached_input_cost_per_million_tokens: NotRequired[Annotated[Optional[float], Field(alias="long_cached_input_cost_per_million_tokens")]]
    long_input_cost_per_million_tokens: NotRequired[Annotated[Optional[float], Field(alias="long_input_cost_per_million_tokens")]]
    long_output_cost_per_million_tokens: NotRequired[Annotated[Optional[float], Field(alias="long_output_cost_per_million_tokens")]]
    long_prompt_tokens: NotRequired[Annotated[Optional[int], Field(alias="long_prompt_tokens")]]
    max_context_tokens: NotRequired[Annotated[Optional[int], Field(alias="max_context_tokens")]]
    max_embedding_dimensions: NotRequired[Annotated[Optional[int], Field(alias="max_embedding_dimensions")]]
    max_output_tokens: NotRequired[Annotated[Optional[int], Field(alias="max_output_tokens")]]
    min_embedding_dimensions: NotRequired[Annotated[Optional[int], Field(alias="min_embedding_dimensions")]]
    name: Annotated[str, Field(alias="name")]
    output_cost_per_million_tokens: NotRequired[Annotated[Optional[float], Field(alias="output_cost_per_million_tokens")]]
    priced_on: NotRequired[Annotated[Optional[datetime.date], Field(alias="priced_on")]]
    prices_end_on: NotRequired[Annotated[Optional[datetime.date], Field(alias="prices_end_on")]]
    provider: Annotated[str, Field(alias="provider")]
    retires_on: NotRequired[Annotated[Optional[datetime.date], Field(alias="retires_on")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicAiModelsUpdate(TypedDict):
    cached_input_cost_per_million_tokens: NotRequired[Annotated[Optional[float], Field(alias="cached_input_cost_per_million_tokens")]]
    capabilities: NotRequired[Annotated[List[PublicAiCapability], Field(alias="capabilities")]]
    cost_per_image: NotRequired[Annotated[Optional[float], Field(alias="cost_per_image")]]
    cost_per_minute: NotRequired[Annotated[Optional[float], Field(alias="cost_per_minute")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    display_name: NotRequired[Annotated[str, Field(alias="display_name")]]
    embedding_dimensions: NotRequired[Annotated[Optional[int], Field(alias="embedding_dimensions")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    input_cost_per_million_tokens: NotRequired[Annotated[Optional[float], Field(alias="input_cost_per_million_tokens")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    long_cached_input_cost_per_million_tokens: NotRequired[Annotated[Optional[float], Field(alias="long_cached_input_cost_per_million_tokens")]]
    long_input_cost_per_million_tokens: NotRequired[Annotated[Optional[float], Field(alias="long_input_cost_per_million_tokens")]]
    long_output_cost_per_million_tokens: NotRequired[Annotated[Optional[float], Field(alias="long_output_cost_per_million_tokens")]]
    long_prompt_tokens: NotRequired[Annotated[Optional[int], Field(alias="long_prompt_tokens")]]
    max_context_tokens: NotRequired[Annotated[Optional[int], Field(alias="max_context_tokens")]]
    max_embedding_dimensions: NotRequired[Annotated[Optional[int], Field(alias="max_embedding_dimensions")]]
    max_output_tokens: NotRequired[Annotated[Optional[int], Field(alias="max_output_tokens")]]
    min_embedding_dimensions: NotRequired[Annotated[Optional[int], Field(alias="min_embedding_dimensions")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    output_cost_per_million_tokens: NotRequired[Annotated[Optional[float], Field(alias="output_cost_per_million_tokens")]]
    priced_on: NotRequired[Annotated[Optional[datetime.date], Field(alias="priced_on")]]
    prices_end_on: NotRequired[Annotated[Optional[datetime.date], Field(alias="prices_end_on")]]
    provider: NotRequired[Annotated[str, Field(alias="provider")]]
    retires_on: NotRequired[Annotated[Optional[datetime.date], Field(alias="retires_on")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicAiProviders(BaseModel):
    base_url: Optional[str] = Field(alias="base_url")
    created_at: datetime.datetime = Field(alias="created_at")
    display_name: str = Field(alias="display_name")
    id: uuid.UUID = Field(alias="id")
    is_active: bool = Field(alias="is_active")
    is_api_key_required: bool = Field(alias="is_api_key_required")
    is_streaming_supported: bool = Field(alias="is_streaming_supported")
    slug: str = Field(alias="slug")
    sort_order: int = Field(alias="sort_order")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicAiProvidersInsert(TypedDict):
    base_url: NotRequired[Annotated[Optional[str], Field(alias="base_url")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    display_name: Annotated[str, Field(alias="display_name")]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_api_key_required: NotRequired[Annotated[bool, Field(alias="is_api_key_required")]]
    is_streaming_supported: NotRequired[Annotated[bool, Field(alias="is_streaming_supported")]]
    slug: Annotated[str, Field(alias="slug")]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicAiProvidersUpdate(TypedDict):
    base_url: NotRequired[Annotated[Optional[str], Field(alias="base_url")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    display_name: NotRequired[Annotated[str, Field(alias="display_name")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_api_key_required: NotRequired[Annotated[bool, Field(alias="is_api_key_required")]]
    is_streaming_supported: NotRequired[Annotated[bool, Field(alias="is_streaming_supported")]]
    slug: NotRequired[Annotated[str, Field(alias="slug")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicAiSuggestionApplications(BaseModel):
    ai_suggestion_id: uuid.UUID = Field(alias="ai_suggestion_id")
    applied_at: datetime.datetime = Field(alias="applied_at")
    applied_by: Optional[uuid.UUID] = Field(alias="applied_by")
    applied_field: PublicAiSuggestionField = Field(alias="applied_field")
    applied_value: str = Field(alias="applied_value")
    id: uuid.UUID = Field(alias="id")
    organization_id: uuid.UUID = Field(alias="organization_id")

class PublicAiSuggestionApplicationsInsert(TypedDict):
    ai_suggestion_id: Annotated[uuid.UUID, Field(alias="ai_suggestion_id")]
    applied_at: NotRequired[Annotated[datetime.datetime, Field(alias="applied_at")]]
    applied_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="applied_by")]]
    applied_field: Annotated[PublicAiSuggestionField, Field(alias="applied_field")]
    applied_value: Annotated[str, Field(alias="applied_value")]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]

class PublicAiSuggestionApplicationsUpdate(TypedDict):
    ai_suggestion_id: NotRequired[Annotated[uuid.UUID, Field(alias="ai_suggestion_id")]]
    applied_at: NotRequired[Annotated[datetime.datetime, Field(alias="applied_at")]]
    applied_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="applied_by")]]
    applied_field: NotRequired[Annotated[PublicAiSuggestionField, Field(alias="applied_field")]]
    applied_value: NotRequired[Annotated[str, Field(alias="applied_value")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]

class PublicAiSuggestions(BaseModel):
    ai_model: Optional[str] = Field(alias="ai_model")
    ai_provider: Optional[str] = Field(alias="ai_provider")
    applied_at: Optional[datetime.datetime] = Field(alias="applied_at")
    completion_tokens: int = Field(alias="completion_tokens")
    confidence_score: Optional[float] = Field(alias="confidence_score")
    content_item_id: uuid.UUID = Field(alias="content_item_id")
    created_at: datetime.datetime = Field(alias="created_at")
    id: uuid.UUID = Field(alias="id")
    is_applied: bool = Field(alias="is_applied")
    job_id: Optional[int] = Field(alias="job_id")
    notes: JsonValue = Field(alias="notes")
    organization_id: uuid.UUID = Field(alias="organization_id")
    processing_time_ms: Optional[int] = Field(alias="processing_time_ms")
    prompt_tokens: int = Field(alias="prompt_tokens")
    readability_score: Optional[float] = Field(alias="readability_score")
    reasons: List[str] = Field(alias="reasons")
    related_topics: List[str] = Field(alias="related_topics")
    sentiment: Optional[str] = Field(alias="sentiment")
    seo_score: Optional[float] = Field(alias="seo_score")
    suggested_category: Optional[str] = Field(alias="suggested_category")
    suggested_description: Optional[str] = Field(alias="suggested_description")
    suggested_tags: List[str] = Field(alias="suggested_tags")
    suggested_titles: List[str] = Field(alias="suggested_titles")
    target_audience: List[str] = Field(alias="target_audience")
    total_cost_usd: float = Field(alias="total_cost_usd")
    trending_hashtags: List[str] = Field(alias="trending_hashtags")
    trending_keywords: List[str] = Field(alias="trending_keywords")
    trending_score: Optional[float] = Field(alias="trending_score")
    unknown_cost_count: int = Field(alias="unknown_cost_count")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")
    version: int = Field(alias="version")
    voice_fit: JsonValue = Field(alias="voice_fit")
    voice_fit_score: Optional[float] = Field(alias="voice_fit_score")

class PublicAiSuggestionsInsert(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    applied_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="applied_at")]]
    completion_tokens: NotRequired[Annotated[int, Field(alias="completion_tokens")]]
    confidence_score: NotRequired[Annotated[Optional[float], Field(alias="confidence_score")]]
    content_item_id: Annotated[uuid.UUID, Field(alias="content_item_id")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_applied: NotRequired[Annotated[bool, Field(alias="is_applied")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    notes: NotRequired[Annotated[JsonValue, Field(alias="notes")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    processing_time_ms: NotRequired[Annotated[Optional[int], Field(alias="processing_time_ms")]]
    prompt_tokens: NotRequired[Annotated[int, Field(alias="prompt_tokens")]]
    readability_score: NotRequired[Annotated[Optional[float], Field(alias="readability_score")]]
    reasons: NotRequired[Annotated[List[str], Field(alias="reasons")]]
    related_topics: NotRequired[Annotated[List[str], Field(alias="related_topics")]]
    sentiment: NotRequired[Annotated[Optional[str], Field(alias="sentiment")]]
    seo_score: NotRequired[Annotated[Optional[float], Field(alias="seo_score")]]
    suggested_category: NotRequired[Annotated[Optional[str], Field(alias="suggested_category")]]
    suggested_description: NotRequired[Annotated[Optional[str], Field(alias="suggested_description")]]
    suggested_tags: NotRequired[Annotated[List[str], Field(alias="suggested_tags")]]
    suggested_titles: NotRequired[Annotated[List[str], Field(alias="suggested_titles")]]
    target_audience: NotRequired[Annotated[List[str], Field(alias="target_audience")]]
    total_cost_usd: NotRequired[Annotated[float, Field(alias="total_cost_usd")]]
    trending_hashtags: NotRequired[Annotated[List[str], Field(alias="trending_hashtags")]]
    trending_keywords: NotRequired[Annotated[List[str], Field(alias="trending_keywords")]]
    trending_score: NotRequired[Annotated[Optional[float], Field(alias="trending_score")]]
    unknown_cost_count: NotRequired[Annotated[int, Field(alias="unknown_cost_count")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    version: Annotated[int, Field(alias="version")]
    voice_fit: NotRequired[Annotated[JsonValue, Field(alias="voice_fit")]]
    voice_fit_score: NotRequired[Annotated[Optional[float], Field(alias="voice_fit_score")]]

class PublicAiSuggestionsUpdate(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    applied_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="applied_at")]]
    completion_tokens: NotRequired[Annotated[int, Field(alias="completion_tokens")]]
    confidence_score: NotRequired[Annotated[Optional[float], Field(alias="confidence_score")]]
    content_item_id: NotRequired[Annotated[uuid.UUID, Field(alias="content_item_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_applied: NotRequired[Annotated[bool, Field(alias="is_applied")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    notes: NotRequired[Annotated[JsonValue, Field(alias="notes")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    processing_time_ms: NotRequired[Annotated[Optional[int], Field(alias="processing_time_ms")]]
    prompt_tokens: NotRequired[Annotated[int, Field(alias="prompt_tokens")]]
    readability_score: NotRequired[Annotated[Optional[float], Field(alias="readability_score")]]
    reasons: NotRequired[Annotated[List[str], Field(alias="reasons")]]
    related_topics: NotRequired[Annotated[List[str], Field(alias="related_topics")]]
    sentiment: NotRequired[Annotated[Optional[str], Field(alias="sentiment")]]
    seo_score: NotRequired[Annotated[Optional[float], Field(alias="seo_score")]]
    suggested_category: NotRequired[Annotated[Optional[str], Field(alias="suggested_category")]]
    suggested_description: NotRequired[Annotated[Optional[str], Field(alias="suggested_description")]]
    suggested_tags: NotRequired[Annotated[List[str], Field(alias="suggested_tags")]]
    suggested_titles: NotRequired[Annotated[List[str], Field(alias="suggested_titles")]]
    target_audience: NotRequired[Annotated[List[str], Field(alias="target_audience")]]
    total_cost_usd: NotRequired[Annotated[float, Field(alias="total_cost_usd")]]
    trending_hashtags: NotRequired[Annotated[List[str], Field(alias="trending_hashtags")]]
    trending_keywords: NotRequired[Annotated[List[str], Field(alias="trending_keywords")]]
    trending_score: NotRequired[Annotated[Optional[float], Field(alias="trending_score")]]
    unknown_cost_count: NotRequired[Annotated[int, Field(alias="unknown_cost_count")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    version: NotRequired[Annotated[int, Field(alias="version")]]
    voice_fit: NotRequired[Annotated[JsonValue, Field(alias="voice_fit")]]
    voice_fit_score: NotRequired[Annotated[Optional[float], Field(alias="voice_fit_score")]]

class PublicAiUsage(BaseModel):
    ai_model: str = Field(alias="ai_model")
    ai_provider: str = Field(alias="ai_provider")
    audio_seconds: float = Field(alias="audio_seconds")
    billing_cycle_end: Optional[datetime.datetime] = Field(alias="billing_cycle_end")
    billing_cycle_start: Optional[datetime.datetime] = Field(alias="billing_cycle_start")
    cached_prompt_tokens: int = Field(alias="cached_prompt_tokens")
    call_id: Optional[uuid.UUID] = Field(alias="call_id")
    certainty: PublicAiUsageCertainty = Field(alias="certainty")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    completion_tokens: int = Field(alias="completion_tokens")
    content_item_id: Optional[uuid.UUID] = Field(alias="content_item_id")
    cost_usd: Optional[float] = Field(alias="cost_usd")
    created_at: datetime.datetime = Field(alias="created_at")
    error_code: Optional[str] = Field(alias="error_code")
    feature: str = Field(alias="feature")
    generation_id: Optional[uuid.UUID] = Field(alias="generation_id")
    id: int = Field(alias="id")
    images: int = Field(alias="images")
    is_own_key: bool = Field(alias="is_own_key")
    job_id: Optional[int] = Field(alias="job_id")
    operation_type: str = Field(alias="operation_type")
    organization_id: uuid.UUID = Field(alias="organization_id")
    processing_time_ms: Optional[int] = Field(alias="processing_time_ms")
    prompt_tokens: int = Field(alias="prompt_tokens")
    request_id: Optional[str] = Field(alias="request_id")
    status: PublicAiUsageStatus = Field(alias="status")
    total_tokens: int = Field(alias="total_tokens")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicAiUsageInsert(TypedDict):
    ai_model: Annotated[str, Field(alias="ai_model")]
    ai_provider: Annotated[str, Field(alias="ai_provider")]
    audio_seconds: NotRequired[Annotated[float, Field(alias="audio_seconds")]]
    billing_cycle_end: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="billing_cycle_end")]]
    billing_cycle_start: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="billing_cycle_start")]]
    cached_prompt_tokens: NotRequired[Annotated[int, Field(alias="cached_prompt_tokens")]]
    call_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="call_id")]]
    certainty: NotRequired[Annotated[PublicAiUsageCertainty, Field(alias="certainty")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completion_tokens: NotRequired[Annotated[int, Field(alias="completion_tokens")]]
    content_item_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_item_id")]]
    cost_usd: NotRequired[Annotated[Optional[float], Field(alias="cost_usd")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    feature: Annotated[str, Field(alias="feature")]
    generation_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generation_id")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    images: NotRequired[Annotated[int, Field(alias="images")]]
    is_own_key: NotRequired[Annotated[bool, Field(alias="is_own_key")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    operation_type: NotRequired[Annotated[str, Field(alias="operation_type")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    processing_time_ms: NotRequired[Annotated[Optional[int], Field(alias="processing_time_ms")]]
    prompt_tokens: NotRequired[Annotated[int, Field(alias="prompt_tokens")]]
    request_id: NotRequired[Annotated[Optional[str], Field(alias="request_id")]]
    status: NotRequired[Annotated[PublicAiUsageStatus, Field(alias="status")]]
    total_tokens: NotRequired[Annotated[int, Field(alias="total_tokens")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicAiUsageUpdate(TypedDict):
    ai_model: NotRequired[Annotated[str, Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[str, Field(alias="ai_provider")]]
    audio_seconds: NotRequired[Annotated[float, Field(alias="audio_seconds")]]
    billing_cycle_end: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="billing_cycle_end")]]
    billing_cycle_start: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="billing_cycle_start")]]
    cached_prompt_tokens: NotRequired[Annotated[int, Field(alias="cached_prompt_tokens")]]
    call_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="call_id")]]
    certainty: NotRequired[Annotated[PublicAiUsageCertainty, Field(alias="certainty")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completion_tokens: NotRequired[Annotated[int, Field(alias="completion_tokens")]]
    content_item_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_item_id")]]
    cost_usd: NotRequired[Annotated[Optional[float], Field(alias="cost_usd")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    feature: NotRequired[Annotated[str, Field(alias="feature")]]
    generation_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generation_id")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    images: NotRequired[Annotated[int, Field(alias="images")]]
    is_own_key: NotRequired[Annotated[bool, Field(alias="is_own_key")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    operation_type: NotRequired[Annotated[str, Field(alias="operation_type")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    processing_time_ms: NotRequired[Annotated[Optional[int], Field(alias="processing_time_ms")]]
    prompt_tokens: NotRequired[Annotated[int, Field(alias="prompt_tokens")]]
    request_id: NotRequired[Annotated[Optional[str], Field(alias="request_id")]]
    status: NotRequired[Annotated[PublicAiUsageStatus, Field(alias="status")]]
    total_tokens: NotRequired[Annotated[int, Field(alias="total_tokens")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicAnalysisRuns(BaseModel):
    analyzed_count: int = Field(alias="analyzed_count")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    competitors: Optional[JsonValue] = Field(alias="competitors")
    completed_at: Optional[datetime.datetime] = Field(alias="completed_at")
    created_at: datetime.datetime = Field(alias="created_at")
    failed_count: int = Field(alias="failed_count")
    id: uuid.UUID = Field(alias="id")
    includes_competitors: bool = Field(alias="includes_competitors")
    insights: Optional[JsonValue] = Field(alias="insights")
    is_refresh: bool = Field(alias="is_refresh")
    organization_id: uuid.UUID = Field(alias="organization_id")
    requested_count: int = Field(alias="requested_count")
    skipped_count: int = Field(alias="skipped_count")
    social_account_ids: List[uuid.UUID] = Field(alias="social_account_ids")
    status: PublicAnalysisStatus = Field(alias="status")
    updated_at: datetime.datetime = Field(alias="updated_at")
    updated_count: int = Field(alias="updated_count")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicAnalysisRunsInsert(TypedDict):
    analyzed_count: NotRequired[Annotated[int, Field(alias="analyzed_count")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    competitors: NotRequired[Annotated[Optional[JsonValue], Field(alias="competitors")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    failed_count: NotRequired[Annotated[int, Field(alias="failed_count")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    includes_competitors: NotRequired[Annotated[bool, Field(alias="includes_competitors")]]
    insights: NotRequired[Annotated[Optional[JsonValue], Field(alias="insights")]]
    is_refresh: NotRequired[Annotated[bool, Field(alias="is_refresh")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    requested_count: Annotated[int, Field(alias="requested_count")]
    skipped_count: NotRequired[Annotated[int, Field(alias="skipped_count")]]
    social_account_ids: NotRequired[Annotated[List[uuid.UUID], Field(alias="social_account_ids")]]
    status: NotRequired[Annotated[PublicAnalysisStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    updated_count: NotRequired[Annotated[int, Field(alias="updated_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicAnalysisRunsUpdate(TypedDict):
    analyzed_count: NotRequired[Annotated[int, Field(alias="analyzed_count")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    competitors: NotRequired[Annotated[Optional[JsonValue], Field(alias="competitors")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    failed_count: NotRequired[Annotated[int, Field(alias="failed_count")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    includes_competitors: NotRequired[Annotated[bool, Field(alias="includes_competitors")]]
    insights: NotRequired[Annotated[Optional[JsonValue], Field(alias="insights")]]
    is_refresh: NotRequired[Annotated[bool, Field(alias="is_refresh")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    requested_count: NotRequired[Annotated[int, Field(alias="requested_count")]]
    skipped_count: NotRequired[Annotated[int, Field(alias="skipped_count")]]
    social_account_ids: NotRequired[Annotated[List[uuid.UUID], Field(alias="social_account_ids")]]
    status: NotRequired[Annotated[PublicAnalysisStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    updated_count: NotRequired[Annotated[int, Field(alias="updated_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicApiKeys(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    expires_at: Optional[datetime.datetime] = Field(alias="expires_at")
    id: uuid.UUID = Field(alias="id")
    last_used_at: Optional[datetime.datetime] = Field(alias="last_used_at")
    name: str = Field(alias="name")
    organization_id: uuid.UUID = Field(alias="organization_id")
    prefix: str = Field(alias="prefix")
    revoked_at: Optional[datetime.datetime] = Field(alias="revoked_at")
    revoked_by: Optional[uuid.UUID] = Field(alias="revoked_by")
    scopes: List[str] = Field(alias="scopes")
    secret_hash: str = Field(alias="secret_hash")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicApiKeysInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="expires_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    last_used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_used_at")]]
    name: Annotated[str, Field(alias="name")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    prefix: Annotated[str, Field(alias="prefix")]
    revoked_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="revoked_at")]]
    revoked_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="revoked_by")]]
    scopes: Annotated[List[str], Field(alias="scopes")]
    secret_hash: Annotated[str, Field(alias="secret_hash")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicApiKeysUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="expires_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    last_used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_used_at")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    prefix: NotRequired[Annotated[str, Field(alias="prefix")]]
    revoked_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="revoked_at")]]
    revoked_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="revoked_by")]]
    scopes: NotRequired[Annotated[List[str], Field(alias="scopes")]]
    secret_hash: NotRequired[Annotated[str, Field(alias="secret_hash")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicApiScopes(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    display_name: str = Field(alias="display_name")
    slug: str = Field(alias="slug")
    sort_order: int = Field(alias="sort_order")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicApiScopesInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    display_name: Annotated[str, Field(alias="display_name")]
    slug: Annotated[str, Field(alias="slug")]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicApiScopesUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    display_name: NotRequired[Annotated[str, Field(alias="display_name")]]
    slug: NotRequired[Annotated[str, Field(alias="slug")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicApiUsage(BaseModel):
    api_provider: str = Field(alias="api_provider")
    created_at: datetime.datetime = Field(alias="created_at")
    credits_cost: int = Field(alias="credits_cost")
    endpoint: Optional[str] = Field(alias="endpoint")
    error_message: Optional[str] = Field(alias="error_message")
    estimated_cost_usd: float = Field(alias="estimated_cost_usd")
    event_type: str = Field(alias="event_type")
    feature_used: Optional[str] = Field(alias="feature_used")
    financial_cost_usd: float = Field(alias="financial_cost_usd")
    generation_id: Optional[uuid.UUID] = Field(alias="generation_id")
    id: int = Field(alias="id")
    ip_address: Optional[PgCatalogInet] = Field(alias="ip_address")
    method: Optional[str] = Field(alias="method")
    organization_id: uuid.UUID = Field(alias="organization_id")
    platform_count: Optional[int] = Field(alias="platform_count")
    platforms: List[str] = Field(alias="platforms")
    quota_cost: int = Field(alias="quota_cost")
    request_size_bytes: Optional[int] = Field(alias="request_size_bytes")
    response_size_bytes: Optional[int] = Field(alias="response_size_bytes")
    response_time_ms: Optional[int] = Field(alias="response_time_ms")
    status_code: Optional[int] = Field(alias="status_code")
    tokens_used: int = Field(alias="tokens_used")
    unknown_cost_count: int = Field(alias="unknown_cost_count")
    user_agent: Optional[str] = Field(alias="user_agent")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicApiUsageInsert(TypedDict):
    api_provider: Annotated[str, Field(alias="api_provider")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    credits_cost: NotRequired[Annotated[int, Field(alias="credits_cost")]]
    endpoint: NotRequired[Annotated[Optional[str], Field(alias="endpoint")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    estimated_cost_usd: NotRequired[Annotated[float, Field(alias="estimated_cost_usd")]]
    event_type: NotRequired[Annotated[str, Field(alias="event_type")]]
    feature_used: NotRequired[Annotated[Optional[str], Field(alias="feature_used")]]
    financial_cost_usd: NotRequired[Annotated[float, Field(alias="financial_cost_usd")]]
    generation_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generation_id")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    ip_address: NotRequired[Annotated[Optional[PgCatalogInet], Field(alias="ip_address")]]
    method: NotRequired[Annotated[Optional[str], Field(alias="method")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    platform_count: NotRequired[Annotated[Optional[int], Field(alias="platform_count")]]
    platforms: NotRequired[Annotated[List[str], Field(alias="platforms")]]
    quota_cost: NotRequired[Annotated[int, Field(alias="quota_cost")]]
    request_size_bytes: NotRequired[Annotated[Optional[int], Field(alias="request_size_bytes")]]
    response_size_bytes: NotRequired[Annotated[Optional[int], Field(alias="response_size_bytes")]]
    response_time_ms: NotRequired[Annotated[Optional[int], Field(alias="response_time_ms")]]
    status_code: NotRequired[Annotated[Optional[int], Field(alias="status_code")]]
    tokens_used: NotRequired[Annotated[int, Field(alias="tokens_used")]]
    unknown_cost_count: NotRequired[Annotated[int, Field(alias="unknown_cost_count")]]
    user_agent: NotRequired[Annotated[Optional[str], Field(alias="user_agent")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicApiUsageUpdate(TypedDict):
    api_provider: NotRequired[Annotated[str, Field(alias="api_provider")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    credits_cost: NotRequired[Annotated[int, Field(alias="credits_cost")]]
    endpoint: NotRequired[Annotated[Optional[str], Field(alias="endpoint")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    estimated_cost_usd: NotRequired[Annotated[float, Field(alias="estimated_cost_usd")]]
    event_type: NotRequired[Annotated[str, Field(alias="event_type")]]
    feature_used: NotRequired[Annotated[Optional[str], Field(alias="feature_used")]]
    financial_cost_usd: NotRequired[Annotated[float, Field(alias="financial_cost_usd")]]
    generation_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generation_id")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    ip_address: NotRequired[Annotated[Optional[PgCatalogInet], Field(alias="ip_address")]]
    method: NotRequired[Annotated[Optional[str], Field(alias="method")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    platform_count: NotRequired[Annotated[Optional[int], Field(alias="platform_count")]]
    platforms: NotRequired[Annotated[List[str], Field(alias="platforms")]]
    quota_cost: NotRequired[Annotated[int, Field(alias="quota_cost")]]
    request_size_bytes: NotRequired[Annotated[Optional[int], Field(alias="request_size_bytes")]]
    response_size_bytes: NotRequired[Annotated[Optional[int], Field(alias="response_size_bytes")]]
    response_time_ms: NotRequired[Annotated[Optional[int], Field(alias="response_time_ms")]]
    status_code: NotRequired[Annotated[Optional[int], Field(alias="status_code")]]
    tokens_used: NotRequired[Annotated[int, Field(alias="tokens_used")]]
    unknown_cost_count: NotRequired[Annotated[int, Field(alias="unknown_cost_count")]]
    user_agent: NotRequired[Annotated[Optional[str], Field(alias="user_agent")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicApiUsageMonthly(BaseModel):
    api_provider: str = Field(alias="api_provider")
    error_count: int = Field(alias="error_count")
    event_type: str = Field(alias="event_type")
    id: int = Field(alias="id")
    month_start: datetime.date = Field(alias="month_start")
    organization_id: uuid.UUID = Field(alias="organization_id")
    request_count: int = Field(alias="request_count")
    response_time_count: int = Field(alias="response_time_count")
    response_time_ms_sum: int = Field(alias="response_time_ms_sum")
    total_bytes: int = Field(alias="total_bytes")
    total_credits_cost: int = Field(alias="total_credits_cost")
    total_estimated_cost_usd: float = Field(alias="total_estimated_cost_usd")
    total_financial_cost_usd: float = Field(alias="total_financial_cost_usd")
    total_quota_cost: int = Field(alias="total_quota_cost")
    total_tokens_used: int = Field(alias="total_tokens_used")
    total_unknown_cost_count: int = Field(alias="total_unknown_cost_count")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicApiUsageMonthlyInsert(TypedDict):
    api_provider: Annotated[str, Field(alias="api_provider")]
    error_count: NotRequired[Annotated[int, Field(alias="error_count")]]
    event_type: Annotated[str, Field(alias="event_type")]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    month_start: Annotated[datetime.date, Field(alias="month_start")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    request_count: NotRequired[Annotated[int, Field(alias="request_count")]]
    response_time_count: NotRequired[Annotated[int, Field(alias="response_time_count")]]
    response_time_ms_sum: NotRequired[Annotated[int, Field(alias="response_time_ms_sum")]]
    total_bytes: NotRequired[Annotated[int, Field(alias="total_bytes")]]
    total_credits_cost: NotRequired[Annotated[int, Field(alias="total_credits_cost")]]
    total_estimated_cost_usd: NotRequired[Annotated[float, Field(alias="total_estimated_cost_usd")]]
    total_financial_cost_usd: NotRequired[Annotated[float, Field(alias="total_financial_cost_usd")]]
    total_quota_cost: NotRequired[Annotated[int, Field(alias="total_quota_cost")]]
    total_tokens_used: NotRequired[Annotated[int, Field(alias="total_tokens_used")]]
    total_unknown_cost_count: NotRequired[Annotated[int, Field(alias="total_unknown_cost_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicApiUsageMonthlyUpdate(TypedDict):
    api_provider: NotRequired[Annotated[str, Field(alias="api_provider")]]
    error_count: NotRequired[Annotated[int, Field(alias="error_count")]]
    event_type: NotRequired[Annotated[str, Field(alias="event_type")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    month_start: NotRequired[Annotated[datetime.date, Field(alias="month_start")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    request_count: NotRequired[Annotated[int, Field(alias="request_count")]]
    response_time_count: NotRequired[Annotated[int, Field(alias="response_time_count")]]
    response_time_ms_sum: NotRequired[Annotated[int, Field(alias="response_time_ms_sum")]]
    total_bytes: NotRequired[Annotated[int, Field(alias="total_bytes")]]
    total_credits_cost: NotRequired[Annotated[int, Field(alias="total_credits_cost")]]
    total_estimated_cost_usd: NotRequired[Annotated[float, Field(alias="total_estimated_cost_usd")]]
    total_financial_cost_usd: NotRequired[Annotated[float, Field(alias="total_financial_cost_usd")]]
    total_quota_cost: NotRequired[Annotated[int, Field(alias="total_quota_cost")]]
    total_tokens_used: NotRequired[Annotated[int, Field(alias="total_tokens_used")]]
    total_unknown_cost_count: NotRequired[Annotated[int, Field(alias="total_unknown_cost_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicApprovalDecisions(BaseModel):
    approval_request_id: uuid.UUID = Field(alias="approval_request_id")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    comment: Optional[str] = Field(alias="comment")
    created_at: datetime.datetime = Field(alias="created_at")
    decision: PublicApprovalDecision = Field(alias="decision")
    id: uuid.UUID = Field(alias="id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    review_link_id: Optional[uuid.UUID] = Field(alias="review_link_id")
    reviewer_id: Optional[uuid.UUID] = Field(alias="reviewer_id")
    reviewer_name: Optional[str] = Field(alias="reviewer_name")
    stage_id: Optional[uuid.UUID] = Field(alias="stage_id")
    stage_position: int = Field(alias="stage_position")

class PublicApprovalDecisionsInsert(TypedDict):
    approval_request_id: Annotated[uuid.UUID, Field(alias="approval_request_id")]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    comment: NotRequired[Annotated[Optional[str], Field(alias="comment")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    decision: Annotated[PublicApprovalDecision, Field(alias="decision")]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    review_link_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="review_link_id")]]
    reviewer_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="reviewer_id")]]
    reviewer_name: NotRequired[Annotated[Optional[str], Field(alias="reviewer_name")]]
    stage_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="stage_id")]]
    stage_position: Annotated[int, Field(alias="stage_position")]

class PublicApprovalDecisionsUpdate(TypedDict):
    approval_request_id: NotRequired[Annotated[uuid.UUID, Field(alias="approval_request_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    comment: NotRequired[Annotated[Optional[str], Field(alias="comment")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    decision: NotRequired[Annotated[PublicApprovalDecision, Field(alias="decision")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    review_link_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="review_link_id")]]
    reviewer_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="reviewer_id")]]
    reviewer_name: NotRequired[Annotated[Optional[str], Field(alias="reviewer_name")]]
    stage_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="stage_id")]]
    stage_position: NotRequired[Annotated[int, Field(alias="stage_position")]]

class PublicApprovalRequests(BaseModel):
    breached_at: Optional[datetime.datetime] = Field(alias="breached_at")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    content_version: Optional[int] = Field(alias="content_version")
    created_at: datetime.datetime = Field(alias="created_at")
    current_stage: Optional[int] = Field(alias="current_stage")
    due_at: Optional[datetime.datetime] = Field(alias="due_at")
    feedback: Optional[str] = Field(alias="feedback")
    generated_content_id: Optional[uuid.UUID] = Field(alias="generated_content_id")
    id: uuid.UUID = Field(alias="id")
    message: Optional[str] = Field(alias="message")
    organization_id: uuid.UUID = Field(alias="organization_id")
    post_digest: Optional[str] = Field(alias="post_digest")
    requested_at: datetime.datetime = Field(alias="requested_at")
    requested_by: Optional[uuid.UUID] = Field(alias="requested_by")
    reviewed_at: Optional[datetime.datetime] = Field(alias="reviewed_at")
    reviewed_by: Optional[uuid.UUID] = Field(alias="reviewed_by")
    revision_count: int = Field(alias="revision_count")
    scheduled_post_id: Optional[uuid.UUID] = Field(alias="scheduled_post_id")
    status: PublicApprovalStatus = Field(alias="status")
    updated_at: datetime.datetime = Field(alias="updated_at")
    workflow_id: Optional[uuid.UUID] = Field(alias="workflow_id")

class PublicApprovalRequestsInsert(TypedDict):
    breached_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="breached_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_version: NotRequired[Annotated[Optional[int], Field(alias="content_version")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    current_stage: NotRequired[Annotated[Optional[int], Field(alias="current_stage")]]
    due_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="due_at")]]
    feedback: NotRequired[Annotated[Optional[str], Field(alias="feedback")]]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    message: NotRequired[Annotated[Optional[str], Field(alias="message")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    post_digest: NotRequired[Annotated[Optional[str], Field(alias="post_digest")]]
    requested_at: NotRequired[Annotated[datetime.datetime, Field(alias="requested_at")]]
    requested_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="requested_by")]]
    reviewed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="reviewed_at")]]
    reviewed_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="reviewed_by")]]
    revision_count: NotRequired[Annotated[int, Field(alias="revision_count")]]
    scheduled_post_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="scheduled_post_id")]]
    status: NotRequired[Annotated[PublicApprovalStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    workflow_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="workflow_id")]]

class PublicApprovalRequestsUpdate(TypedDict):
    breached_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="breached_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_version: NotRequired[Annotated[Optional[int], Field(alias="content_version")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    current_stage: NotRequired[Annotated[Optional[int], Field(alias="current_stage")]]
    due_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="due_at")]]
    feedback: NotRequired[Annotated[Optional[str], Field(alias="feedback")]]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    message: NotRequired[Annotated[Optional[str], Field(alias="message")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    post_digest: NotRequired[Annotated[Optional[str], Field(alias="post_digest")]]
    requested_at: NotRequired[Annotated[datetime.datetime, Field(alias="requested_at")]]
    requested_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="requested_by")]]
    reviewed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="reviewed_at")]]
    reviewed_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="reviewed_by")]]
    revision_count: NotRequired[Annotated[int, Field(alias="revision_count")]]
    scheduled_post_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="scheduled_post_id")]]
    status: NotRequired[Annotated[PublicApprovalStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    workflow_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="workflow_id")]]

class PublicApprovalStageApprovers(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    stage_id: uuid.UUID = Field(alias="stage_id")
    user_id: uuid.UUID = Field(alias="user_id")

class PublicApprovalStageApproversInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    stage_id: Annotated[uuid.UUID, Field(alias="stage_id")]
    user_id: Annotated[uuid.UUID, Field(alias="user_id")]

class PublicApprovalStageApproversUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    stage_id: NotRequired[Annotated[uuid.UUID, Field(alias="stage_id")]]
    user_id: NotRequired[Annotated[uuid.UUID, Field(alias="user_id")]]

class PublicApprovalStages(BaseModel):
    allows_review_links: bool = Field(alias="allows_review_links")
    approver_role: Optional[PublicMemberRole] = Field(alias="approver_role")
    created_at: datetime.datetime = Field(alias="created_at")
    id: uuid.UUID = Field(alias="id")
    name: str = Field(alias="name")
    organization_id: uuid.UUID = Field(alias="organization_id")
    position: int = Field(alias="position")
    quorum: int = Field(alias="quorum")
    sla_hours: Optional[int] = Field(alias="sla_hours")
    updated_at: datetime.datetime = Field(alias="updated_at")
    workflow_id: uuid.UUID = Field(alias="workflow_id")

class PublicApprovalStagesInsert(TypedDict):
    allows_review_links: NotRequired[Annotated[bool, Field(alias="allows_review_links")]]
    approver_role: NotRequired[Annotated[Optional[PublicMemberRole], Field(alias="approver_role")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    name: Annotated[str, Field(alias="name")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    position: Annotated[int, Field(alias="position")]
    quorum: NotRequired[Annotated[int, Field(alias="quorum")]]
    sla_hours: NotRequired[Annotated[Optional[int], Field(alias="sla_hours")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    workflow_id: Annotated[uuid.UUID, Field(alias="workflow_id")]

class PublicApprovalStagesUpdate(TypedDict):
    allows_review_links: NotRequired[Annotated[bool, Field(alias="allows_review_links")]]
    approver_role: NotRequired[Annotated[Optional[PublicMemberRole], Field(alias="approver_role")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    position: NotRequired[Annotated[int, Field(alias="position")]]
    quorum: NotRequired[Annotated[int, Field(alias="quorum")]]
    sla_hours: NotRequired[Annotated[Optional[int], Field(alias="sla_hours")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    workflow_id: NotRequired[Annotated[uuid.UUID, Field(alias="workflow_id")]]

class PublicApprovalWorkflows(BaseModel):
    auto_publish: bool = Field(alias="auto_publish")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    created_at: datetime.datetime = Field(alias="created_at")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    description: Optional[str] = Field(alias="description")
    id: uuid.UUID = Field(alias="id")
    is_active: bool = Field(alias="is_active")
    is_required: bool = Field(alias="is_required")
    name: str = Field(alias="name")
    organization_id: uuid.UUID = Field(alias="organization_id")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicApprovalWorkflowsInsert(TypedDict):
    auto_publish: NotRequired[Annotated[bool, Field(alias="auto_publish")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_required: NotRequired[Annotated[bool, Field(alias="is_required")]]
    name: Annotated[str, Field(alias="name")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicApprovalWorkflowsUpdate(TypedDict):
    auto_publish: NotRequired[Annotated[bool, Field(alias="auto_publish")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_required: NotRequired[Annotated[bool, Field(alias="is_required")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicAudienceProfiles(BaseModel):
    brand_profile_id: Optional[uuid.UUID] = Field(alias="brand_profile_id")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    created_at: datetime.datetime = Field(alias="created_at")
    deleted_at: Optional[datetime.datetime] = Field(alias="deleted_at")
    demographics: JsonValue = Field(alias="demographics")
    description: Optional[str] = Field(alias="description")
    id: uuid.UUID = Field(alias="id")
    interests: List[str] = Field(alias="interests")
    is_default: bool = Field(alias="is_default")
    name: str = Field(alias="name")
    organization_id: uuid.UUID = Field(alias="organization_id")
    pain_points: List[str] = Field(alias="pain_points")
    platform_habits: JsonValue = Field(alias="platform_habits")
    preferred_content_types: List[str] = Field(alias="preferred_content_types")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicAudienceProfilesInsert(TypedDict):
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    demographics: NotRequired[Annotated[JsonValue, Field(alias="demographics")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    interests: NotRequired[Annotated[List[str], Field(alias="interests")]]
    is_default: NotRequired[Annotated[bool, Field(alias="is_default")]]
    name: Annotated[str, Field(alias="name")]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    pain_points: NotRequired[Annotated[List[str], Field(alias="pain_points")]]
    platform_habits: NotRequired[Annotated[JsonValue, Field(alias="platform_habits")]]
    preferred_content_types: NotRequired[Annotated[List[str], Field(alias="preferred_content_types")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicAudienceProfilesUpdate(TypedDict):
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    demographics: NotRequired[Annotated[JsonValue, Field(alias="demographics")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    interests: NotRequired[Annotated[List[str], Field(alias="interests")]]
    is_default: NotRequired[Annotated[bool, Field(alias="is_default")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    pain_points: NotRequired[Annotated[List[str], Field(alias="pain_points")]]
    platform_habits: NotRequired[Annotated[JsonValue, Field(alias="platform_habits")]]
    preferred_content_types: NotRequired[Annotated[List[str], Field(alias="preferred_content_types")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

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

class PublicAvatarModels(BaseModel):
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    consent_evidence_path: Optional[str] = Field(alias="consent_evidence_path")
    consent_full_name: Optional[str] = Field(alias="consent_full_name")
    consent_given_at: Optional[datetime.datetime] = Field(alias="consent_given_at")
    consent_given_by: Optional[uuid.UUID] = Field(alias="consent_given_by")
    consent_purpose: Optional[str] = Field(alias="consent_purpose")
    consent_revoked_at: Optional[datetime.datetime] = Field(alias="consent_revoked_at")
    consent_revoked_by: Optional[uuid.UUID] = Field(alias="consent_revoked_by")
    created_at: datetime.datetime = Field(alias="created_at")
    creation_status: PublicTrainingStatus = Field(alias="creation_status")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    id: uuid.UUID = Field(alias="id")
    is_active: bool = Field(alias="is_active")
    job_id: Optional[int] = Field(alias="job_id")
    name: str = Field(alias="name")
    organization_id: uuid.UUID = Field(alias="organization_id")
    provider: str = Field(alias="provider")
    provider_avatar_id: Optional[str] = Field(alias="provider_avatar_id")
    provider_deleted_at: Optional[datetime.datetime] = Field(alias="provider_deleted_at")
    quality_score: Optional[float] = Field(alias="quality_score")
    sample_video_path: Optional[str] = Field(alias="sample_video_path")
    training_photo_paths: List[str] = Field(alias="training_photo_paths")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")
    version_number: int = Field(alias="version_number")

class PublicAvatarModelsInsert(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    consent_evidence_path: NotRequired[Annotated[Optional[str], Field(alias="consent_evidence_path")]]
    consent_full_name: NotRequired[Annotated[Optional[str], Field(alias="consent_full_name")]]
    consent_given_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="consent_given_at")]]
    consent_given_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="consent_given_by")]]
    consent_purpose: NotRequired[Annotated[Optional[str], Field(alias="consent_purpose")]]
    consent_revoked_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="consent_revoked_at")]]
    consent_revoked_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="consent_revoked_by")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    creation_status: NotRequired[Annotated[PublicTrainingStatus, Field(alias="creation_status")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    name: Annotated[str, Field(alias="name")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    provider: NotRequired[Annotated[str, Field(alias="provider")]]
    provider_avatar_id: NotRequired[Annotated[Optional[str], Field(alias="provider_avatar_id")]]
    provider_deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="provider_deleted_at")]]
    quality_score: NotRequired[Annotated[Optional[float], Field(alias="quality_score")]]
    sample_video_path: NotRequired[Annotated[Optional[str], Field(alias="sample_video_path")]]
    training_photo_paths: NotRequired[Annotated[List[str], Field(alias="training_photo_paths")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    version_number: NotRequired[Annotated[int, Field(alias="version_number")]]

class PublicAvatarModelsUpdate(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    consent_evidence_path: NotRequired[Annotated[Optional[str], Field(alias="consent_evidence_path")]]
    consent_full_name: NotRequired[Annotated[Optional[str], Field(alias="consent_full_name")]]
    consent_given_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="consent_given_at")]]
    consent_given_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="consent_given_by")]]
    consent_purpose: NotRequired[Annotated[Optional[str], Field(alias="consent_purpose")]]
    consent_revoked_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="consent_revoked_at")]]
    consent_revoked_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="consent_revoked_by")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    creation_status: NotRequired[Annotated[PublicTrainingStatus, Field(alias="creation_status")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    provider: NotRequired[Annotated[str, Field(alias="provider")]]
    provider_avatar_id: NotRequired[Annotated[Optional[str], Field(alias="provider_avatar_id")]]
    provider_deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="provider_deleted_at")]]
    quality_score: NotRequired[Annotated[Optional[float], Field(alias="quality_score")]]
    sample_video_path: NotRequired[Annotated[Optional[str], Field(alias="sample_video_path")]]
    training_photo_paths: NotRequired[Annotated[List[str], Field(alias="training_photo_paths")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    version_number: NotRequired[Annotated[int, Field(alias="version_number")]]

class PublicBrandProfiles(BaseModel):
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    content_goals: List[str] = Field(alias="content_goals")
    content_style_preferences: JsonValue = Field(alias="content_style_preferences")
    created_at: datetime.datetime = Field(alias="created_at")
    custom_guidelines: Optional[str] = Field(alias="custom_guidelines")
    deleted_at: Optional[datetime.datetime] = Field(alias="deleted_at")
    description: Optional[str] = Field(alias="description")
    id: uuid.UUID = Field(alias="id")
    industry: Optional[str] = Field(alias="industry")
    is_default: bool = Field(alias="is_default")
    name: str = Field(alias="name")
    organization_id: uuid.UUID = Field(alias="organization_id")
    persona_description: Optional[str] = Field(alias="persona_description")
    preferred_platforms: List[str] = Field(alias="preferred_platforms")
    sample_content_urls: List[str] = Field(alias="sample_content_urls")
    social_media_handles: JsonValue = Field(alias="social_media_handles")
    target_audience: Optional[str] = Field(alias="target_audience")
    tone_preset: Optional[PublicWritingTone] = Field(alias="tone_preset")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicBrandProfilesInsert(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_goals: NotRequired[Annotated[List[str], Field(alias="content_goals")]]
    content_style_preferences: NotRequired[Annotated[JsonValue, Field(alias="content_style_preferences")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    custom_guidelines: NotRequired[Annotated[Optional[str], Field(alias="custom_guidelines")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    industry: NotRequired[Annotated[Optional[str], Field(alias="industry")]]
    is_default: NotRequired[Annotated[bool, Field(alias="is_default")]]
    name: Annotated[str, Field(alias="name")]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    persona_description: NotRequired[Annotated[Optional[str], Field(alias="persona_description")]]
    preferred_platforms: NotRequired[Annotated[List[str], Field(alias="preferred_platforms")]]
    sample_content_urls: NotRequired[Annotated[List[str], Field(alias="sample_content_urls")]]
    social_media_handles: NotRequired[Annotated[JsonValue, Field(alias="social_media_handles")]]
    target_audience: NotRequired[Annotated[Optional[str], Field(alias="target_audience")]]
    tone_preset: NotRequired[Annotated[Optional[PublicWritingTone], Field(alias="tone_preset")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicBrandProfilesUpdate(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_goals: NotRequired[Annotated[List[str], Field(alias="content_goals")]]
    content_style_preferences: NotRequired[Annotated[JsonValue, Field(alias="content_style_preferences")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    custom_guidelines: NotRequired[Annotated[Optional[str], Field(alias="custom_guidelines")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    industry: NotRequired[Annotated[Optional[str], Field(alias="industry")]]
    is_default: NotRequired[Annotated[bool, Field(alias="is_default")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    persona_description: NotRequired[Annotated[Optional[str], Field(alias="persona_description")]]
    preferred_platforms: NotRequired[Annotated[List[str], Field(alias="preferred_platforms")]]
    sample_content_urls: NotRequired[Annotated[List[str], Field(alias="sample_content_urls")]]
    social_media_handles: NotRequired[Annotated[JsonValue, Field(alias="social_media_handles")]]
    target_audience: NotRequired[Annotated[Optional[str], Field(alias="target_audience")]]
    tone_preset: NotRequired[Annotated[Optional[PublicWritingTone], Field(alias="tone_preset")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicBrandTemplates(BaseModel):
    brand_colors: JsonValue = Field(alias="brand_colors")
    brand_profile_id: uuid.UUID = Field(alias="brand_profile_id")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    created_at: datetime.datetime = Field(alias="created_at")
    customization: JsonValue = Field(alias="customization")
    fonts: JsonValue = Field(alias="fonts")
    id: uuid.UUID = Field(alias="id")
    intro_video_url: Optional[str] = Field(alias="intro_video_url")
    logo_url: Optional[str] = Field(alias="logo_url")
    organization_id: uuid.UUID = Field(alias="organization_id")
    outro_video_url: Optional[str] = Field(alias="outro_video_url")
    template_id: Optional[uuid.UUID] = Field(alias="template_id")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicBrandTemplatesInsert(TypedDict):
    brand_colors: NotRequired[Annotated[JsonValue, Field(alias="brand_colors")]]
    brand_profile_id: Annotated[uuid.UUID, Field(alias="brand_profile_id")]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    customization: NotRequired[Annotated[JsonValue, Field(alias="customization")]]
    fonts: NotRequired[Annotated[JsonValue, Field(alias="fonts")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    intro_video_url: NotRequired[Annotated[Optional[str], Field(alias="intro_video_url")]]
    logo_url: NotRequired[Annotated[Optional[str], Field(alias="logo_url")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    outro_video_url: NotRequired[Annotated[Optional[str], Field(alias="outro_video_url")]]
    template_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="template_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicBrandTemplatesUpdate(TypedDict):
    brand_colors: NotRequired[Annotated[JsonValue, Field(alias="brand_colors")]]
    brand_profile_id: NotRequired[Annotated[uuid.UUID, Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    customization: NotRequired[Annotated[JsonValue, Field(alias="customization")]]
    fonts: NotRequired[Annotated[JsonValue, Field(alias="fonts")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    intro_video_url: NotRequired[Annotated[Optional[str], Field(alias="intro_video_url")]]
    logo_url: NotRequired[Annotated[Optional[str], Field(alias="logo_url")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    outro_video_url: NotRequired[Annotated[Optional[str], Field(alias="outro_video_url")]]
    template_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="template_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicBrandVoiceSamples(BaseModel):
    ai_model: Optional[str] = Field(alias="ai_model")
    ai_provider: Optional[str] = Field(alias="ai_provider")
    brand_profile_id: uuid.UUID = Field(alias="brand_profile_id")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    content_type: Optional[PublicGeneratedContentType] = Field(alias="content_type")
    created_at: datetime.datetime = Field(alias="created_at")
    embedded_at: Optional[datetime.datetime] = Field(alias="embedded_at")
    embedding: Optional[list[Any]] = Field(alias="embedding")
    embedding_dimensions: Optional[int] = Field(alias="embedding_dimensions")
    id: uuid.UUID = Field(alias="id")
    language: Optional[str] = Field(alias="language")
    metadata: JsonValue = Field(alias="metadata")
    organization_id: uuid.UUID = Field(alias="organization_id")
    platform: Optional[str] = Field(alias="platform")
    sample_text: str = Field(alias="sample_text")
    source_url: Optional[str] = Field(alias="source_url")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicBrandVoiceSamplesInsert(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    brand_profile_id: Annotated[uuid.UUID, Field(alias="brand_profile_id")]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_type: NotRequired[Annotated[Optional[PublicGeneratedContentType], Field(alias="content_type")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    embedded_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="embedded_at")]]
    embedding: NotRequired[Annotated[Optional[list[Any]], Field(alias="embedding")]]
    embedding_dimensions: NotRequired[Annotated[Optional[int], Field(alias="embedding_dimensions")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    sample_text: Annotated[str, Field(alias="sample_text")]
    source_url: NotRequired[Annotated[Optional[str], Field(alias="source_url")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicBrandVoiceSamplesUpdate(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    brand_profile_id: NotRequired[Annotated[uuid.UUID, Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_type: NotRequired[Annotated[Optional[PublicGeneratedContentType], Field(alias="content_type")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    embedded_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="embedded_at")]]
    embedding: NotRequired[Annotated[Optional[list[Any]], Field(alias="embedding")]]
    embedding_dimensions: NotRequired[Annotated[Optional[int], Field(alias="embedding_dimensions")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    sample_text: NotRequired[Annotated[str, Field(alias="sample_text")]]
    source_url: NotRequired[Annotated[Optional[str], Field(alias="source_url")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicBrandVoices(BaseModel):
    ai_model: Optional[str] = Field(alias="ai_model")
    ai_provider: Optional[str] = Field(alias="ai_provider")
    brand_profile_id: uuid.UUID = Field(alias="brand_profile_id")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    created_at: datetime.datetime = Field(alias="created_at")
    embedded_count: int = Field(alias="embedded_count")
    embedding_dimensions: Optional[int] = Field(alias="embedding_dimensions")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    job_id: Optional[int] = Field(alias="job_id")
    learned_at: Optional[datetime.datetime] = Field(alias="learned_at")
    manners: JsonValue = Field(alias="manners")
    measures: JsonValue = Field(alias="measures")
    nearness_deviation: Optional[float] = Field(alias="nearness_deviation")
    nearness_median: Optional[float] = Field(alias="nearness_median")
    organization_id: uuid.UUID = Field(alias="organization_id")
    sample_count: int = Field(alias="sample_count")
    sources: JsonValue = Field(alias="sources")
    status: PublicAnalysisStatus = Field(alias="status")
    tone_card: JsonValue = Field(alias="tone_card")
    tone_card_ai_model: Optional[str] = Field(alias="tone_card_ai_model")
    tone_card_ai_provider: Optional[str] = Field(alias="tone_card_ai_provider")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicBrandVoicesInsert(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    brand_profile_id: Annotated[uuid.UUID, Field(alias="brand_profile_id")]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    embedded_count: NotRequired[Annotated[int, Field(alias="embedded_count")]]
    embedding_dimensions: NotRequired[Annotated[Optional[int], Field(alias="embedding_dimensions")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    learned_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="learned_at")]]
    manners: NotRequired[Annotated[JsonValue, Field(alias="manners")]]
    measures: NotRequired[Annotated[JsonValue, Field(alias="measures")]]
    nearness_deviation: NotRequired[Annotated[Optional[float], Field(alias="nearness_deviation")]]
    nearness_median: NotRequired[Annotated[Optional[float], Field(alias="nearness_median")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    sample_count: NotRequired[Annotated[int, Field(alias="sample_count")]]
    sources: NotRequired[Annotated[JsonValue, Field(alias="sources")]]
    status: NotRequired[Annotated[PublicAnalysisStatus, Field(alias="status")]]
    tone_card: NotRequired[Annotated[JsonValue, Field(alias="tone_card")]]
    tone_card_ai_model: NotRequired[Annotated[Optional[str], Field(alias="tone_card_ai_model")]]
    tone_card_ai_provider: NotRequired[Annotated[Optional[str], Field(alias="tone_card_ai_provider")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicBrandVoicesUpdate(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    brand_profile_id: NotRequired[Annotated[uuid.UUID, Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    embedded_count: NotRequired[Annotated[int, Field(alias="embedded_count")]]
    embedding_dimensions: NotRequired[Annotated[Optional[int], Field(alias="embedding_dimensions")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    learned_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="learned_at")]]
    manners: NotRequired[Annotated[JsonValue, Field(alias="manners")]]
    measures: NotRequired[Annotated[JsonValue, Field(alias="measures")]]
    nearness_deviation: NotRequired[Annotated[Optional[float], Field(alias="nearness_deviation")]]
    nearness_median: NotRequired[Annotated[Optional[float], Field(alias="nearness_median")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    sample_count: NotRequired[Annotated[int, Field(alias="sample_count")]]
    sources: NotRequired[Annotated[JsonValue, Field(alias="sources")]]
    status: NotRequired[Annotated[PublicAnalysisStatus, Field(alias="status")]]
    tone_card: NotRequired[Annotated[JsonValue, Field(alias="tone_card")]]
    tone_card_ai_model: NotRequired[Annotated[Optional[str], Field(alias="tone_card_ai_model")]]
    tone_card_ai_provider: NotRequired[Annotated[Optional[str], Field(alias="tone_card_ai_provider")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicCacheEntries(BaseModel):
    category: str = Field(alias="category")
    created_at: datetime.datetime = Field(alias="created_at")
    expires_at: datetime.datetime = Field(alias="expires_at")
    key: str = Field(alias="key")
    updated_at: datetime.datetime = Field(alias="updated_at")
    value: JsonValue = Field(alias="value")

class PublicCacheEntriesInsert(TypedDict):
    category: NotRequired[Annotated[str, Field(alias="category")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    expires_at: Annotated[datetime.datetime, Field(alias="expires_at")]
    key: Annotated[str, Field(alias="key")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    value: Annotated[JsonValue, Field(alias="value")]

class PublicCacheEntriesUpdate(TypedDict):
    category: NotRequired[Annotated[str, Field(alias="category")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    expires_at: NotRequired[Annotated[datetime.datetime, Field(alias="expires_at")]]
    key: NotRequired[Annotated[str, Field(alias="key")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    value: NotRequired[Annotated[JsonValue, Field(alias="value")]]

class PublicCalendarEntries(BaseModel):
    calendar_id: uuid.UUID = Field(alias="calendar_id")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    content_category: Optional[str] = Field(alias="content_category")
    created_at: datetime.datetime = Field(alias="created_at")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    generated_content_id: Optional[uuid.UUID] = Field(alias="generated_content_id")
    id: uuid.UUID = Field(alias="id")
    notes: Optional[str] = Field(alias="notes")
    organization_id: uuid.UUID = Field(alias="organization_id")
    planned_topic: Optional[str] = Field(alias="planned_topic")
    platform: Optional[str] = Field(alias="platform")
    production_job_id: Optional[uuid.UUID] = Field(alias="production_job_id")
    scheduled_on: datetime.date = Field(alias="scheduled_on")
    scheduled_post_id: Optional[uuid.UUID] = Field(alias="scheduled_post_id")
    status: PublicCalendarEntryStatus = Field(alias="status")
    tags: List[str] = Field(alias="tags")
    target_keywords: List[str] = Field(alias="target_keywords")
    time_slot: datetime.time = Field(alias="time_slot")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicCalendarEntriesInsert(TypedDict):
    calendar_id: Annotated[uuid.UUID, Field(alias="calendar_id")]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_category: NotRequired[Annotated[Optional[str], Field(alias="content_category")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    notes: NotRequired[Annotated[Optional[str], Field(alias="notes")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    planned_topic: NotRequired[Annotated[Optional[str], Field(alias="planned_topic")]]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    production_job_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="production_job_id")]]
    scheduled_on: Annotated[datetime.date, Field(alias="scheduled_on")]
    scheduled_post_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="scheduled_post_id")]]
    status: NotRequired[Annotated[PublicCalendarEntryStatus, Field(alias="status")]]
    tags: NotRequired[Annotated[List[str], Field(alias="tags")]]
    target_keywords: NotRequired[Annotated[List[str], Field(alias="target_keywords")]]
    time_slot: NotRequired[Annotated[datetime.time, Field(alias="time_slot")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicCalendarEntriesUpdate(TypedDict):
    calendar_id: NotRequired[Annotated[uuid.UUID, Field(alias="calendar_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_category: NotRequired[Annotated[Optional[str], Field(alias="content_category")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    notes: NotRequired[Annotated[Optional[str], Field(alias="notes")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    planned_topic: NotRequired[Annotated[Optional[str], Field(alias="planned_topic")]]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    production_job_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="production_job_id")]]
    scheduled_on: NotRequired[Annotated[datetime.date, Field(alias="scheduled_on")]]
    scheduled_post_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="scheduled_post_id")]]
    status: NotRequired[Annotated[PublicCalendarEntryStatus, Field(alias="status")]]
    tags: NotRequired[Annotated[List[str], Field(alias="tags")]]
    target_keywords: NotRequired[Annotated[List[str], Field(alias="target_keywords")]]
    time_slot: NotRequired[Annotated[datetime.time, Field(alias="time_slot")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicCanvasConnections(BaseModel):
    connection_style: JsonValue = Field(alias="connection_style")
    created_at: datetime.datetime = Field(alias="created_at")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    id: uuid.UUID = Field(alias="id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    project_id: uuid.UUID = Field(alias="project_id")
    source_chat_interface_id: Optional[uuid.UUID] = Field(alias="source_chat_interface_id")
    source_content_piece_id: Optional[uuid.UUID] = Field(alias="source_content_piece_id")
    source_folder_id: Optional[uuid.UUID] = Field(alias="source_folder_id")
    source_id: uuid.UUID = Field(alias="source_id")
    source_type: str = Field(alias="source_type")
    target_chat_interface_id: Optional[uuid.UUID] = Field(alias="target_chat_interface_id")
    target_content_piece_id: Optional[uuid.UUID] = Field(alias="target_content_piece_id")
    target_folder_id: Optional[uuid.UUID] = Field(alias="target_folder_id")
    target_id: uuid.UUID = Field(alias="target_id")
    target_type: str = Field(alias="target_type")

class PublicCanvasConnectionsInsert(TypedDict):
    connection_style: NotRequired[Annotated[JsonValue, Field(alias="connection_style")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    project_id: Annotated[uuid.UUID, Field(alias="project_id")]
    source_chat_interface_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="source_chat_interface_id")]]
    source_content_piece_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="source_content_piece_id")]]
    source_folder_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="source_folder_id")]]
    source_id: NotRequired[Annotated[uuid.UUID, Field(alias="source_id")]]
    source_type: NotRequired[Annotated[str, Field(alias="source_type")]]
    target_chat_interface_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="target_chat_interface_id")]]
    target_content_piece_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="target_content_piece_id")]]
    target_folder_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="target_folder_id")]]
    target_id: NotRequired[Annotated[uuid.UUID, Field(alias="target_id")]]
    target_type: NotRequired[Annotated[str, Field(alias="target_type")]]

class PublicCanvasConnectionsUpdate(TypedDict):
    connection_style: NotRequired[Annotated[JsonValue, Field(alias="connection_style")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    project_id: NotRequired[Annotated[uuid.UUID, Field(alias="project_id")]]
    source_chat_interface_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="source_chat_interface_id")]]
    source_content_piece_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="source_content_piece_id")]]
    source_folder_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="source_folder_id")]]
    source_id: NotRequired[Annotated[uuid.UUID, Field(alias="source_id")]]
    source_type: NotRequired[Annotated[str, Field(alias="source_type")]]
    target_chat_interface_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="target_chat_interface_id")]]
    target_content_piece_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="target_content_piece_id")]]
    target_folder_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="target_folder_id")]]
    target_id: NotRequired[Annotated[uuid.UUID, Field(alias="target_id")]]
    target_type: NotRequired[Annotated[str, Field(alias="target_type")]]

class PublicCanvasFolderItems(BaseModel):
    added_at: datetime.datetime = Field(alias="added_at")
    added_by: Optional[uuid.UUID] = Field(alias="added_by")
    content_piece_id: uuid.UUID = Field(alias="content_piece_id")
    folder_id: uuid.UUID = Field(alias="folder_id")
    id: uuid.UUID = Field(alias="id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    project_id: uuid.UUID = Field(alias="project_id")
    sort_order: int = Field(alias="sort_order")

class PublicCanvasFolderItemsInsert(TypedDict):
    added_at: NotRequired[Annotated[datetime.datetime, Field(alias="added_at")]]
    added_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="added_by")]]
    content_piece_id: Annotated[uuid.UUID, Field(alias="content_piece_id")]
    folder_id: Annotated[uuid.UUID, Field(alias="folder_id")]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    project_id: Annotated[uuid.UUID, Field(alias="project_id")]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]

class PublicCanvasFolderItemsUpdate(TypedDict):
    added_at: NotRequired[Annotated[datetime.datetime, Field(alias="added_at")]]
    added_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="added_by")]]
    content_piece_id: NotRequired[Annotated[uuid.UUID, Field(alias="content_piece_id")]]
    folder_id: NotRequired[Annotated[uuid.UUID, Field(alias="folder_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    project_id: NotRequired[Annotated[uuid.UUID, Field(alias="project_id")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]

class PublicCanvasFolders(BaseModel):
    color: str = Field(alias="color")
    created_at: datetime.datetime = Field(alias="created_at")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    height: float = Field(alias="height")
    id: uuid.UUID = Field(alias="id")
    is_collapsed: bool = Field(alias="is_collapsed")
    name: str = Field(alias="name")
    organization_id: uuid.UUID = Field(alias="organization_id")
    position_x: float = Field(alias="position_x")
    position_y: float = Field(alias="position_y")
    project_id: uuid.UUID = Field(alias="project_id")
    updated_at: datetime.datetime = Field(alias="updated_at")
    width: float = Field(alias="width")

class PublicCanvasFoldersInsert(TypedDict):
    color: NotRequired[Annotated[str, Field(alias="color")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    height: NotRequired[Annotated[float, Field(alias="height")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_collapsed: NotRequired[Annotated[bool, Field(alias="is_collapsed")]]
    name: Annotated[str, Field(alias="name")]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    position_x: NotRequired[Annotated[float, Field(alias="position_x")]]
    position_y: NotRequired[Annotated[float, Field(alias="position_y")]]
    project_id: Annotated[uuid.UUID, Field(alias="project_id")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    width: NotRequired[Annotated[float, Field(alias="width")]]

class PublicCanvasFoldersUpdate(TypedDict):
    color: NotRequired[Annotated[str, Field(alias="color")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    height: NotRequired[Annotated[float, Field(alias="height")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_collapsed: NotRequired[Annotated[bool, Field(alias="is_collapsed")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    position_x: NotRequired[Annotated[float, Field(alias="position_x")]]
    position_y: NotRequired[Annotated[float, Field(alias="position_y")]]
    project_id: NotRequired[Annotated[uuid.UUID, Field(alias="project_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    width: NotRequired[Annotated[float, Field(alias="width")]]

class PublicChatInterfaces(BaseModel):
    ai_model_preference: Optional[str] = Field(alias="ai_model_preference")
    created_at: datetime.datetime = Field(alias="created_at")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    height: float = Field(alias="height")
    id: uuid.UUID = Field(alias="id")
    last_message_at: Optional[datetime.datetime] = Field(alias="last_message_at")
    message_count: int = Field(alias="message_count")
    name: str = Field(alias="name")
    organization_id: uuid.UUID = Field(alias="organization_id")
    position_x: float = Field(alias="position_x")
    position_y: float = Field(alias="position_y")
    project_id: uuid.UUID = Field(alias="project_id")
    updated_at: datetime.datetime = Field(alias="updated_at")
    width: float = Field(alias="width")

class PublicChatInterfacesInsert(TypedDict):
    ai_model_preference: NotRequired[Annotated[Optional[str], Field(alias="ai_model_preference")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    height: NotRequired[Annotated[float, Field(alias="height")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    last_message_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_message_at")]]
    message_count: NotRequired[Annotated[int, Field(alias="message_count")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    position_x: NotRequired[Annotated[float, Field(alias="position_x")]]
    position_y: NotRequired[Annotated[float, Field(alias="position_y")]]
    project_id: Annotated[uuid.UUID, Field(alias="project_id")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    width: NotRequired[Annotated[float, Field(alias="width")]]

class PublicChatInterfacesUpdate(TypedDict):
    ai_model_preference: NotRequired[Annotated[Optional[str], Field(alias="ai_model_preference")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    height: NotRequired[Annotated[float, Field(alias="height")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    last_message_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_message_at")]]
    message_count: NotRequired[Annotated[int, Field(alias="message_count")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    position_x: NotRequired[Annotated[float, Field(alias="position_x")]]
    position_y: NotRequired[Annotated[float, Field(alias="position_y")]]
    project_id: NotRequired[Annotated[uuid.UUID, Field(alias="project_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    width: NotRequired[Annotated[float, Field(alias="width")]]

class PublicChatMessages(BaseModel):
    ai_model: Optional[str] = Field(alias="ai_model")
    ai_provider: Optional[str] = Field(alias="ai_provider")
    chat_interface_id: uuid.UUID = Field(alias="chat_interface_id")
    completed_at: Optional[datetime.datetime] = Field(alias="completed_at")
    content: str = Field(alias="content")
    cost_usd: float = Field(alias="cost_usd")
    created_at: datetime.datetime = Field(alias="created_at")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    id: uuid.UUID = Field(alias="id")
    input_tokens: int = Field(alias="input_tokens")
    job_id: Optional[int] = Field(alias="job_id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    output_tokens: int = Field(alias="output_tokens")
    position: int = Field(alias="position")
    project_id: uuid.UUID = Field(alias="project_id")
    role: PublicChatRole = Field(alias="role")
    status: PublicChatMessageStatus = Field(alias="status")
    unknown_cost_count: int = Field(alias="unknown_cost_count")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")
    voice_fit: JsonValue = Field(alias="voice_fit")
    voice_fit_score: Optional[float] = Field(alias="voice_fit_score")

class PublicChatMessagesInsert(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    chat_interface_id: Annotated[uuid.UUID, Field(alias="chat_interface_id")]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    content: NotRequired[Annotated[str, Field(alias="content")]]
    cost_usd: NotRequired[Annotated[float, Field(alias="cost_usd")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    input_tokens: NotRequired[Annotated[int, Field(alias="input_tokens")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    output_tokens: NotRequired[Annotated[int, Field(alias="output_tokens")]]
    position: Annotated[int, Field(alias="position")]
    project_id: Annotated[uuid.UUID, Field(alias="project_id")]
    role: Annotated[PublicChatRole, Field(alias="role")]
    status: NotRequired[Annotated[PublicChatMessageStatus, Field(alias="status")]]
    unknown_cost_count: NotRequired[Annotated[int, Field(alias="unknown_cost_count")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    voice_fit: NotRequired[Annotated[JsonValue, Field(alias="voice_fit")]]
    voice_fit_score: NotRequired[Annotated[Optional[float], Field(alias="voice_fit_score")]]

class PublicChatMessagesUpdate(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    chat_interface_id: NotRequired[Annotated[uuid.UUID, Field(alias="chat_interface_id")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    content: NotRequired[Annotated[str, Field(alias="content")]]
    cost_usd: NotRequired[Annotated[float, Field(alias="cost_usd")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    input_tokens: NotRequired[Annotated[int, Field(alias="input_tokens")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    output_tokens: NotRequired[Annotated[int, Field(alias="output_tokens")]]
    position: NotRequired[Annotated[int, Field(alias="position")]]
    project_id: NotRequired[Annotated[uuid.UUID, Field(alias="project_id")]]
    role: NotRequired[Annotated[PublicChatRole, Field(alias="role")]]
    status: NotRequired[Annotated[PublicChatMessageStatus, Field(alias="status")]]
    unknown_cost_count: NotRequired[Annotated[int, Field(alias="unknown_cost_count")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    voice_fit: NotRequired[Annotated[JsonValue, Field(alias="voice_fit")]]
    voice_fit_score: NotRequired[Annotated[Optional[float], Field(alias="voice_fit_score")]]

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

class PublicContentAnalyses(BaseModel):
    ai_model: Optional[str] = Field(alias="ai_model")
    ai_provider: Optional[str] = Field(alias="ai_provider")
    analysis_cost_credits: int = Field(alias="analysis_cost_credits")
    analysis_status: PublicAnalysisStatus = Field(alias="analysis_status")
    analyzed_at: Optional[datetime.datetime] = Field(alias="analyzed_at")
    body_analysis: Optional[str] = Field(alias="body_analysis")
    content_asset_id: Optional[uuid.UUID] = Field(alias="content_asset_id")
    content_item_id: Optional[uuid.UUID] = Field(alias="content_item_id")
    content_piece_id: Optional[uuid.UUID] = Field(alias="content_piece_id")
    content_style_analysis: Optional[str] = Field(alias="content_style_analysis")
    created_at: datetime.datetime = Field(alias="created_at")
    cta_analysis: Optional[str] = Field(alias="cta_analysis")
    emotion_analysis: JsonValue = Field(alias="emotion_analysis")
    engagement_potential: Optional[float] = Field(alias="engagement_potential")
    engagement_score: Optional[float] = Field(alias="engagement_score")
    entities: JsonValue = Field(alias="entities")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    hashtags: List[str] = Field(alias="hashtags")
    hook_analysis: Optional[str] = Field(alias="hook_analysis")
    hook_moments: JsonValue = Field(alias="hook_moments")
    id: uuid.UUID = Field(alias="id")
    job_id: Optional[int] = Field(alias="job_id")
    key_insights: List[str] = Field(alias="key_insights")
    keywords: List[str] = Field(alias="keywords")
    language: Optional[str] = Field(alias="language")
    mentions: List[str] = Field(alias="mentions")
    organization_id: uuid.UUID = Field(alias="organization_id")
    platform_scores: JsonValue = Field(alias="platform_scores")
    project_id: Optional[uuid.UUID] = Field(alias="project_id")
    quotable_moments: JsonValue = Field(alias="quotable_moments")
    readability_score: Optional[float] = Field(alias="readability_score")
    repurposing_value: Optional[float] = Field(alias="repurposing_value")
    sentiment_score: Optional[float] = Field(alias="sentiment_score")
    seo_score: Optional[float] = Field(alias="seo_score")
    topics: List[str] = Field(alias="topics")
    transcript_summary: Optional[str] = Field(alias="transcript_summary")
    trending_elements: JsonValue = Field(alias="trending_elements")
    updated_at: datetime.datetime = Field(alias="updated_at")
    version: int = Field(alias="version")
    virality_score: Optional[float] = Field(alias="virality_score")

class PublicContentAnalysesInsert(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    analysis_cost_credits: NotRequired[Annotated[int, Field(alias="analysis_cost_credits")]]
    analysis_status: NotRequired[Annotated[PublicAnalysisStatus, Field(alias="analysis_status")]]
    analyzed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="analyzed_at")]]
    body_analysis: NotRequired[Annotated[Optional[str], Field(alias="body_analysis")]]
    content_asset_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_asset_id")]]
    content_item_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_item_id")]]
    content_piece_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_piece_id")]]
    content_style_analysis: NotRequired[Annotated[Optional[str], Field(alias="content_style_analysis")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    cta_analysis: NotRequired[Annotated[Optional[str], Field(alias="cta_analysis")]]
    emotion_analysis: NotRequired[Annotated[JsonValue, Field(alias="emotion_analysis")]]
    engagement_potential: NotRequired[Annotated[Optional[float], Field(alias="engagement_potential")]]
    engagement_score: NotRequired[Annotated[Optional[float], Field(alias="engagement_score")]]
    entities: NotRequired[Annotated[JsonValue, Field(alias="entities")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    hashtags: NotRequired[Annotated[List[str], Field(alias="hashtags")]]
    hook_analysis: NotRequired[Annotated[Optional[str], Field(alias="hook_analysis")]]
    hook_moments: NotRequired[Annotated[JsonValue, Field(alias="hook_moments")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    key_insights: NotRequired[Annotated[List[str], Field(alias="key_insights")]]
    keywords: NotRequired[Annotated[List[str], Field(alias="keywords")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    mentions: NotRequired[Annotated[List[str], Field(alias="mentions")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    platform_scores: NotRequired[Annotated[JsonValue, Field(alias="platform_scores")]]
    project_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="project_id")]]
    quotable_moments: NotRequired[Annotated[JsonValue, Field(alias="quotable_moments")]]
    readability_score: NotRequired[Annotated[Optional[float], Field(alias="readability_score")]]
    repurposing_value: NotRequired[Annotated[Optional[float], Field(alias="repurposing_value")]]
    sentiment_score: NotRequired[Annotated[Optional[float], Field(alias="sentiment_score")]]
    seo_score: NotRequired[Annotated[Optional[float], Field(alias="seo_score")]]
    topics: NotRequired[Annotated[List[str], Field(alias="topics")]]
    transcript_summary: NotRequired[Annotated[Optional[str], Field(alias="transcript_summary")]]
    trending_elements: NotRequired[Annotated[JsonValue, Field(alias="trending_elements")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    version: NotRequired[Annotated[int, Field(alias="version")]]
    virality_score: NotRequired[Annotated[Optional[float], Field(alias="virality_score")]]

class PublicContentAnalysesUpdate(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    analysis_cost_credits: NotRequired[Annotated[int, Field(alias="analysis_cost_credits")]]
    analysis_status: NotRequired[Annotated[PublicAnalysisStatus, Field(alias="analysis_status")]]
    analyzed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="analyzed_at")]]
    body_analysis: NotRequired[Annotated[Optional[str], Field(alias="body_analysis")]]
    content_asset_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_asset_id")]]
    content_item_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_item_id")]]
    content_piece_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_piece_id")]]
    content_style_analysis: NotRequired[Annotated[Optional[str], Field(alias="content_style_analysis")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    cta_analysis: NotRequired[Annotated[Optional[str], Field(alias="cta_analysis")]]
    emotion_analysis: NotRequired[Annotated[JsonValue, Field(alias="emotion_analysis")]]
    engagement_potential: NotRequired[Annotated[Optional[float], Field(alias="engagement_potential")]]
    engagement_score: NotRequired[Annotated[Optional[float], Field(alias="engagement_score")]]
    entities: NotRequired[Annotated[JsonValue, Field(alias="entities")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    hashtags: NotRequired[Annotated[List[str], Field(alias="hashtags")]]
    hook_analysis: NotRequired[Annotated[Optional[str], Field(alias="hook_analysis")]]
    hook_moments: NotRequired[Annotated[JsonValue, Field(alias="hook_moments")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    key_insights: NotRequired[Annotated[List[str], Field(alias="key_insights")]]
    keywords: NotRequired[Annotated[List[str], Field(alias="keywords")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    mentions: NotRequired[Annotated[List[str], Field(alias="mentions")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    platform_scores: NotRequired[Annotated[JsonValue, Field(alias="platform_scores")]]
    project_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="project_id")]]
    quotable_moments: NotRequired[Annotated[JsonValue, Field(alias="quotable_moments")]]
    readability_score: NotRequired[Annotated[Optional[float], Field(alias="readability_score")]]
    repurposing_value: NotRequired[Annotated[Optional[float], Field(alias="repurposing_value")]]
    sentiment_score: NotRequired[Annotated[Optional[float], Field(alias="sentiment_score")]]
    seo_score: NotRequired[Annotated[Optional[float], Field(alias="seo_score")]]
    topics: NotRequired[Annotated[List[str], Field(alias="topics")]]
    transcript_summary: NotRequired[Annotated[Optional[str], Field(alias="transcript_summary")]]
    trending_elements: NotRequired[Annotated[JsonValue, Field(alias="trending_elements")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    version: NotRequired[Annotated[int, Field(alias="version")]]
    virality_score: NotRequired[Annotated[Optional[float], Field(alias="virality_score")]]

class PublicContentAnnotations(BaseModel):
    annotation_text: str = Field(alias="annotation_text")
    annotation_type: PublicContentAnnotationType = Field(alias="annotation_type")
    content_piece_id: uuid.UUID = Field(alias="content_piece_id")
    created_at: datetime.datetime = Field(alias="created_at")
    id: uuid.UUID = Field(alias="id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    position_x: Optional[float] = Field(alias="position_x")
    position_y: Optional[float] = Field(alias="position_y")
    project_id: uuid.UUID = Field(alias="project_id")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: uuid.UUID = Field(alias="user_id")

class PublicContentAnnotationsInsert(TypedDict):
    annotation_text: Annotated[str, Field(alias="annotation_text")]
    annotation_type: NotRequired[Annotated[PublicContentAnnotationType, Field(alias="annotation_type")]]
    content_piece_id: Annotated[uuid.UUID, Field(alias="content_piece_id")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    position_x: NotRequired[Annotated[Optional[float], Field(alias="position_x")]]
    position_y: NotRequired[Annotated[Optional[float], Field(alias="position_y")]]
    project_id: Annotated[uuid.UUID, Field(alias="project_id")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[uuid.UUID, Field(alias="user_id")]]

class PublicContentAnnotationsUpdate(TypedDict):
    annotation_text: NotRequired[Annotated[str, Field(alias="annotation_text")]]
    annotation_type: NotRequired[Annotated[PublicContentAnnotationType, Field(alias="annotation_type")]]
    content_piece_id: NotRequired[Annotated[uuid.UUID, Field(alias="content_piece_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    position_x: NotRequired[Annotated[Optional[float], Field(alias="position_x")]]
    position_y: NotRequired[Annotated[Optional[float], Field(alias="position_y")]]
    project_id: NotRequired[Annotated[uuid.UUID, Field(alias="project_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[uuid.UUID, Field(alias="user_id")]]

class PublicContentAssets(BaseModel):
    alt_text: Optional[str] = Field(alias="alt_text")
    brand_profile_id: Optional[uuid.UUID] = Field(alias="brand_profile_id")
    checksum: Optional[str] = Field(alias="checksum")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    content_type: PublicContentAssetType = Field(alias="content_type")
    created_at: datetime.datetime = Field(alias="created_at")
    deleted_at: Optional[datetime.datetime] = Field(alias="deleted_at")
    description: Optional[str] = Field(alias="description")
    duration_seconds: Optional[int] = Field(alias="duration_seconds")
    id: uuid.UUID = Field(alias="id")
    language: Optional[str] = Field(alias="language")
    metadata: JsonValue = Field(alias="metadata")
    mime_type: Optional[str] = Field(alias="mime_type")
    organization_id: uuid.UUID = Field(alias="organization_id")
    processing_completed_at: Optional[datetime.datetime] = Field(alias="processing_completed_at")
    processing_error: Optional[str] = Field(alias="processing_error")
    processing_started_at: Optional[datetime.datetime] = Field(alias="processing_started_at")
    search_vector: Optional[PgCatalogTsvector] = Field(alias="search_vector")
    size_bytes: int = Field(alias="size_bytes")
    source_platform: Optional[str] = Field(alias="source_platform")
    source_url: Optional[str] = Field(alias="source_url")
    storage_bucket: str = Field(alias="storage_bucket")
    storage_expires_at: Optional[datetime.datetime] = Field(alias="storage_expires_at")
    storage_path: Optional[str] = Field(alias="storage_path")
    tags: List[str] = Field(alias="tags")
    thumbnail_path: Optional[str] = Field(alias="thumbnail_path")
    thumbnail_url: Optional[str] = Field(alias="thumbnail_url")
    title: str = Field(alias="title")
    transcript: Optional[str] = Field(alias="transcript")
    transcript_confidence: Optional[float] = Field(alias="transcript_confidence")
    transcript_language: Optional[str] = Field(alias="transcript_language")
    updated_at: datetime.datetime = Field(alias="updated_at")
    upload_status: PublicContentAssetStatus = Field(alias="upload_status")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicContentAssetsInsert(TypedDict):
    alt_text: NotRequired[Annotated[Optional[str], Field(alias="alt_text")]]
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    checksum: NotRequired[Annotated[Optional[str], Field(alias="checksum")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_type: Annotated[PublicContentAssetType, Field(alias="content_type")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="duration_seconds")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    mime_type: NotRequired[Annotated[Optional[str], Field(alias="mime_type")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    processing_completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="processing_completed_at")]]
    processing_error: NotRequired[Annotated[Optional[str], Field(alias="processing_error")]]
    processing_started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="processing_started_at")]]
    search_vector: NotRequired[Annotated[Optional[PgCatalogTsvector], Field(alias="search_vector")]]
    size_bytes: NotRequired[Annotated[int, Field(alias="size_bytes")]]
    source_platform: NotRequired[Annotated[Optional[str], Field(alias="source_platform")]]
    source_url: NotRequired[Annotated[Optional[str], Field(alias="source_url")]]
    storage_bucket: NotRequired[Annotated[str, Field(alias="storage_bucket")]]
    storage_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="storage_expires_at")]]
    storage_path: NotRequired[Annotated[Optional[str], Field(alias="storage_path")]]
    tags: NotRequired[Annotated[List[str], Field(alias="tags")]]
    thumbnail_path: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_path")]]
    thumbnail_url: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_url")]]
    title: Annotated[str, Field(alias="title")]
    transcript: NotRequired[Annotated[Optional[str], Field(alias="transcript")]]
    transcript_confidence: NotRequired[Annotated[Optional[float], Field(alias="transcript_confidence")]]
    transcript_language: NotRequired[Annotated[Optional[str], Field(alias="transcript_language")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    upload_status: NotRequired[Annotated[PublicContentAssetStatus, Field(alias="upload_status")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicContentAssetsUpdate(TypedDict):
    alt_text: NotRequired[Annotated[Optional[str], Field(alias="alt_text")]]
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    checksum: NotRequired[Annotated[Optional[str], Field(alias="checksum")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_type: NotRequired[Annotated[PublicContentAssetType, Field(alias="content_type")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="duration_seconds")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    mime_type: NotRequired[Annotated[Optional[str], Field(alias="mime_type")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    processing_completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="processing_completed_at")]]
    processing_error: NotRequired[Annotated[Optional[str], Field(alias="processing_error")]]
    processing_started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="processing_started_at")]]
    search_vector: NotRequired[Annotated[Optional[PgCatalogTsvector], Field(alias="search_vector")]]
    size_bytes: NotRequired[Annotated[int, Field(alias="size_bytes")]]
    source_platform: NotRequired[Annotated[Optional[str], Field(alias="source_platform")]]
    source_url: NotRequired[Annotated[Optional[str], Field(alias="source_url")]]
    storage_bucket: NotRequired[Annotated[str, Field(alias="storage_bucket")]]
    storage_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="storage_expires_at")]]
    storage_path: NotRequired[Annotated[Optional[str], Field(alias="storage_path")]]
    tags: NotRequired[Annotated[List[str], Field(alias="tags")]]
    thumbnail_path: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_path")]]
    thumbnail_url: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_url")]]
    title: NotRequired[Annotated[str, Field(alias="title")]]
    transcript: NotRequired[Annotated[Optional[str], Field(alias="transcript")]]
    transcript_confidence: NotRequired[Annotated[Optional[float], Field(alias="transcript_confidence")]]
    transcript_language: NotRequired[Annotated[Optional[str], Field(alias="transcript_language")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    upload_status: NotRequired[Annotated[PublicContentAssetStatus, Field(alias="upload_status")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicContentCalendars(BaseModel):
    ai_strategy: JsonValue = Field(alias="ai_strategy")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    ends_on: datetime.date = Field(alias="ends_on")
    id: uuid.UUID = Field(alias="id")
    is_ai_generated: bool = Field(alias="is_ai_generated")
    name: str = Field(alias="name")
    organization_id: uuid.UUID = Field(alias="organization_id")
    starts_on: datetime.date = Field(alias="starts_on")
    timezone: str = Field(alias="timezone")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicContentCalendarsInsert(TypedDict):
    ai_strategy: NotRequired[Annotated[JsonValue, Field(alias="ai_strategy")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    ends_on: Annotated[datetime.date, Field(alias="ends_on")]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_ai_generated: NotRequired[Annotated[bool, Field(alias="is_ai_generated")]]
    name: Annotated[str, Field(alias="name")]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    starts_on: Annotated[datetime.date, Field(alias="starts_on")]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicContentCalendarsUpdate(TypedDict):
    ai_strategy: NotRequired[Annotated[JsonValue, Field(alias="ai_strategy")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    ends_on: NotRequired[Annotated[datetime.date, Field(alias="ends_on")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_ai_generated: NotRequired[Annotated[bool, Field(alias="is_ai_generated")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    starts_on: NotRequired[Annotated[datetime.date, Field(alias="starts_on")]]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicContentItems(BaseModel):
    analysis_status: PublicAnalysisStatus = Field(alias="analysis_status")
    analytics_data: JsonValue = Field(alias="analytics_data")
    average_view_duration_seconds: Optional[float] = Field(alias="average_view_duration_seconds")
    category: Optional[str] = Field(alias="category")
    click_through_rate: Optional[float] = Field(alias="click_through_rate")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    comment_count: int = Field(alias="comment_count")
    content_type: Optional[str] = Field(alias="content_type")
    created_at: datetime.datetime = Field(alias="created_at")
    deleted_at: Optional[datetime.datetime] = Field(alias="deleted_at")
    description: Optional[str] = Field(alias="description")
    dislike_count: int = Field(alias="dislike_count")
    duration_seconds: Optional[int] = Field(alias="duration_seconds")
    edited_at: Optional[datetime.datetime] = Field(alias="edited_at")
    hashtags: List[str] = Field(alias="hashtags")
    id: uuid.UUID = Field(alias="id")
    is_short: bool = Field(alias="is_short")
    language: Optional[str] = Field(alias="language")
    last_analyzed_at: Optional[datetime.datetime] = Field(alias="last_analyzed_at")
    like_count: int = Field(alias="like_count")
    media_url: Optional[str] = Field(alias="media_url")
    organization_id: uuid.UUID = Field(alias="organization_id")
    platform: str = Field(alias="platform")
    platform_content_id: str = Field(alias="platform_content_id")
    platform_url: Optional[str] = Field(alias="platform_url")
    published_at: Optional[datetime.datetime] = Field(alias="published_at")
    save_count: int = Field(alias="save_count")
    search_vector: Optional[PgCatalogTsvector] = Field(alias="search_vector")
    share_count: int = Field(alias="share_count")
    social_account_id: uuid.UUID = Field(alias="social_account_id")
    subscriber_growth: int = Field(alias="subscriber_growth")
    synced_at: Optional[datetime.datetime] = Field(alias="synced_at")
    tags: List[str] = Field(alias="tags")
    thumbnail_url: Optional[str] = Field(alias="thumbnail_url")
    title: Optional[str] = Field(alias="title")
    transcript: Optional[str] = Field(alias="transcript")
    transcript_language: Optional[str] = Field(alias="transcript_language")
    updated_at: datetime.datetime = Field(alias="updated_at")
    view_count: int = Field(alias="view_count")
    visibility: PublicVisibility = Field(alias="visibility")
    watch_time_minutes: Optional[float] = Field(alias="watch_time_minutes")

class PublicContentItemsInsert(TypedDict):
    analysis_status: NotRequired[Annotated[PublicAnalysisStatus, Field(alias="analysis_status")]]
    analytics_data: NotRequired[Annotated[JsonValue, Field(alias="analytics_data")]]
    average_view_duration_seconds: NotRequired[Annotated[Optional[float], Field(alias="average_view_duration_seconds")]]
    category: NotRequired[Annotated[Optional[str], Field(alias="category")]]
    click_through_rate: NotRequired[Annotated[Optional[float], Field(alias="click_through_rate")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    comment_count: NotRequired[Annotated[int, Field(alias="comment_count")]]
    content_type: NotRequired[Annotated[Optional[str], Field(alias="content_type")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    dislike_count: NotRequired[Annotated[int, Field(alias="dislike_count")]]
    duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="duration_seconds")]]
    edited_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="edited_at")]]
    hashtags: NotRequired[Annotated[List[str], Field(alias="hashtags")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_short: NotRequired[Annotated[bool, Field(alias="is_short")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    last_analyzed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_analyzed_at")]]
    like_count: NotRequired[Annotated[int, Field(alias="like_count")]]
    media_url: NotRequired[Annotated[Optional[str], Field(alias="media_url")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    platform: Annotated[str, Field(alias="platform")]
    platform_content_id: Annotated[str, Field(alias="platform_content_id")]
    platform_url: NotRequired[Annotated[Optional[str], Field(alias="platform_url")]]
    published_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="published_at")]]
    save_count: NotRequired[Annotated[int, Field(alias="save_count")]]
    search_vector: NotRequired[Annotated[Optional[PgCatalogTsvector], Field(alias="search_vector")]]
    share_count: NotRequired[Annotated[int, Field(alias="share_count")]]
    social_account_id: Annotated[uuid.UUID, Field(alias="social_account_id")]
    subscriber_growth: NotRequired[Annotated[int, Field(alias="subscriber_growth")]]
    synced_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="synced_at")]]
    tags: NotRequired[Annotated[List[str], Field(alias="tags")]]
    thumbnail_url: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_url")]]
    title: NotRequired[Annotated[Optional[str], Field(alias="title")]]
    transcript: NotRequired[Annotated[Optional[str], Field(alias="transcript")]]
    transcript_language: NotRequired[Annotated[Optional[str], Field(alias="transcript_language")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    view_count: NotRequired[Annotated[int, Field(alias="view_count")]]
    visibility: NotRequired[Annotated[PublicVisibility, Field(alias="visibility")]]
    watch_time_minutes: NotRequired[Annotated[Optional[float], Field(alias="watch_time_minutes")]]

class PublicContentItemsUpdate(TypedDict):
    analysis_status: NotRequired[Annotated[PublicAnalysisStatus, Field(alias="analysis_status")]]
    analytics_data: NotRequired[Annotated[JsonValue, Field(alias="analytics_data")]]
    average_view_duration_seconds: NotRequired[Annotated[Optional[float], Field(alias="average_view_duration_seconds")]]
    category: NotRequired[Annotated[Optional[str], Field(alias="category")]]
    click_through_rate: NotRequired[Annotated[Optional[float], Field(alias="click_through_rate")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    comment_count: NotRequired[Annotated[int, Field(alias="comment_count")]]
    content_type: NotRequired[Annotated[Optional[str], Field(alias="content_type")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    dislike_count: NotRequired[Annotated[int, Field(alias="dislike_count")]]
    duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="duration_seconds")]]
    edited_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="edited_at")]]
    hashtags: NotRequired[Annotated[List[str], Field(alias="hashtags")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_short: NotRequired[Annotated[bool, Field(alias="is_short")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    last_analyzed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_analyzed_at")]]
    like_count: NotRequired[Annotated[int, Field(alias="like_count")]]
    media_url: NotRequired[Annotated[Optional[str], Field(alias="media_url")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    platform: NotRequired[Annotated[str, Field(alias="platform")]]
    platform_content_id: NotRequired[Annotated[str, Field(alias="platform_content_id")]]
    platform_url: NotRequired[Annotated[Optional[str], Field(alias="platform_url")]]
    published_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="published_at")]]
    save_count: NotRequired[Annotated[int, Field(alias="save_count")]]
    search_vector: NotRequired[Annotated[Optional[PgCatalogTsvector], Field(alias="search_vector")]]
    share_count: NotRequired[Annotated[int, Field(alias="share_count")]]
    social_account_id: NotRequired[Annotated[uuid.UUID, Field(alias="social_account_id")]]
    subscriber_growth: NotRequired[Annotated[int, Field(alias="subscriber_growth")]]
    synced_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="synced_at")]]
    tags: NotRequired[Annotated[List[str], Field(alias="tags")]]
    thumbnail_url: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_url")]]
    title: NotRequired[Annotated[Optional[str], Field(alias="title")]]
    transcript: NotRequired[Annotated[Optional[str], Field(alias="transcript")]]
    transcript_language: NotRequired[Annotated[Optional[str], Field(alias="transcript_language")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    view_count: NotRequired[Annotated[int, Field(alias="view_count")]]
    visibility: NotRequired[Annotated[PublicVisibility, Field(alias="visibility")]]
    watch_time_minutes: NotRequired[Annotated[Optional[float], Field(alias="watch_time_minutes")]]

class PublicContentMetrics(BaseModel):
    average_view_duration_seconds: Optional[float] = Field(alias="average_view_duration_seconds")
    captured_on: datetime.date = Field(alias="captured_on")
    card_clicks: Optional[int] = Field(alias="card_clicks")
    click_through_rate: Optional[float] = Field(alias="click_through_rate")
    clicks: Optional[int] = Field(alias="clicks")
    collected_at: datetime.datetime = Field(alias="collected_at")
    comments: Optional[int] = Field(alias="comments")
    completion_rate: Optional[float] = Field(alias="completion_rate")
    content_item_id: uuid.UUID = Field(alias="content_item_id")
    end_screen_clicks: Optional[int] = Field(alias="end_screen_clicks")
    engagement_rate: Optional[float] = Field(alias="engagement_rate")
    granularity: PublicMetricsGranularity = Field(alias="granularity")
    impressions: Optional[int] = Field(alias="impressions")
    likes: Optional[int] = Field(alias="likes")
    organization_id: uuid.UUID = Field(alias="organization_id")
    reach: Optional[int] = Field(alias="reach")
    saves: Optional[int] = Field(alias="saves")
    shares: Optional[int] = Field(alias="shares")
    subscribers_gained: Optional[int] = Field(alias="subscribers_gained")
    views: Optional[int] = Field(alias="views")
    watch_time_minutes: Optional[float] = Field(alias="watch_time_minutes")

class PublicContentMetricsInsert(TypedDict):
    average_view_duration_seconds: NotRequired[Annotated[Optional[float], Field(alias="average_view_duration_seconds")]]
    captured_on: Annotated[datetime.date, Field(alias="captured_on")]
    card_clicks: NotRequired[Annotated[Optional[int], Field(alias="card_clicks")]]
    click_through_rate: NotRequired[Annotated[Optional[float], Field(alias="click_through_rate")]]
    clicks: NotRequired[Annotated[Optional[int], Field(alias="clicks")]]
    collected_at: NotRequired[Annotated[datetime.datetime, Field(alias="collected_at")]]
    comments: NotRequired[Annotated[Optional[int], Field(alias="comments")]]
    completion_rate: NotRequired[Annotated[Optional[float], Field(alias="completion_rate")]]
    content_item_id: Annotated[uuid.UUID, Field(alias="content_item_id")]
    end_screen_clicks: NotRequired[Annotated[Optional[int], Field(alias="end_screen_clicks")]]
    engagement_rate: NotRequired[Annotated[Optional[float], Field(alias="engagement_rate")]]
    granularity: NotRequired[Annotated[PublicMetricsGranularity, Field(alias="granularity")]]
    impressions: NotRequired[Annotated[Optional[int], Field(alias="impressions")]]
    likes: NotRequired[Annotated[Optional[int], Field(alias="likes")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    reach: NotRequired[Annotated[Optional[int], Field(alias="reach")]]
    saves: NotRequired[Annotated[Optional[int], Field(alias="saves")]]
    shares: NotRequired[Annotated[Optional[int], Field(alias="shares")]]
    subscribers_gained: NotRequired[Annotated[Optional[int], Field(alias="subscribers_gained")]]
    views: NotRequired[Annotated[Optional[int], Field(alias="views")]]
    watch_time_minutes: NotRequired[Annotated[Optional[float], Field(alias="watch_time_minutes")]]

class PublicContentMetricsUpdate(TypedDict):
    average_view_duration_seconds: NotRequired[Annotated[Optional[float], Field(alias="average_view_duration_seconds")]]
    captured_on: NotRequired[Annotated[datetime.date, Field(alias="captured_on")]]
    card_clicks: NotRequired[Annotated[Optional[int], Field(alias="card_clicks")]]
    click_through_rate: NotRequired[Annotated[Optional[float], Field(alias="click_through_rate")]]
    clicks: NotRequired[Annotated[Optional[int], Field(alias="clicks")]]
    collected_at: NotRequired[Annotated[datetime.datetime, Field(alias="collected_at")]]
    comments: NotRequired[Annotated[Optional[int], Field(alias="comments")]]
    completion_rate: NotRequired[Annotated[Optional[float], Field(alias="completion_rate")]]
    content_item_id: NotRequired[Annotated[uuid.UUID, Field(alias="content_item_id")]]
    end_screen_clicks: NotRequired[Annotated[Optional[int], Field(alias="end_screen_clicks")]]
    engagement_rate: NotRequired[Annotated[Optional[float], Field(alias="engagement_rate")]]
    granularity: NotRequired[Annotated[PublicMetricsGranularity, Field(alias="granularity")]]
    impressions: NotRequired[Annotated[Optional[int], Field(alias="impressions")]]
    likes: NotRequired[Annotated[Optional[int], Field(alias="likes")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    reach: NotRequired[Annotated[Optional[int], Field(alias="reach")]]
    saves: NotRequired[Annotated[Optional[int], Field(alias="saves")]]
    shares: NotRequired[Annotated[Optional[int], Field(alias="shares")]]
    subscribers_gained: NotRequired[Annotated[Optional[int], Field(alias="subscribers_gained")]]
    views: NotRequired[Annotated[Optional[int], Field(alias="views")]]
    watch_time_minutes: NotRequired[Annotated[Optional[float], Field(alias="watch_time_minutes")]]

class PublicContentMilestones(BaseModel):
    age_days: int = Field(alias="age_days")
    captured_on: datetime.date = Field(alias="captured_on")
    content_item_id: uuid.UUID = Field(alias="content_item_id")
    created_at: datetime.datetime = Field(alias="created_at")
    engagement: int = Field(alias="engagement")
    organization_id: uuid.UUID = Field(alias="organization_id")
    percentile: Optional[float] = Field(alias="percentile")
    sample_count: int = Field(alias="sample_count")
    updated_at: datetime.datetime = Field(alias="updated_at")
    views: int = Field(alias="views")

class PublicContentMilestonesInsert(TypedDict):
    age_days: Annotated[int, Field(alias="age_days")]
    captured_on: Annotated[datetime.date, Field(alias="captured_on")]
    content_item_id: Annotated[uuid.UUID, Field(alias="content_item_id")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    engagement: NotRequired[Annotated[int, Field(alias="engagement")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    percentile: NotRequired[Annotated[Optional[float], Field(alias="percentile")]]
    sample_count: NotRequired[Annotated[int, Field(alias="sample_count")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    views: Annotated[int, Field(alias="views")]

class PublicContentMilestonesUpdate(TypedDict):
    age_days: NotRequired[Annotated[int, Field(alias="age_days")]]
    captured_on: NotRequired[Annotated[datetime.date, Field(alias="captured_on")]]
    content_item_id: NotRequired[Annotated[uuid.UUID, Field(alias="content_item_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    engagement: NotRequired[Annotated[int, Field(alias="engagement")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    percentile: NotRequired[Annotated[Optional[float], Field(alias="percentile")]]
    sample_count: NotRequired[Annotated[int, Field(alias="sample_count")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    views: NotRequired[Annotated[int, Field(alias="views")]]

class PublicContentPieces(BaseModel):
    content_asset_id: Optional[uuid.UUID] = Field(alias="content_asset_id")
    content_item_id: Optional[uuid.UUID] = Field(alias="content_item_id")
    content_type: PublicContentPieceType = Field(alias="content_type")
    created_at: datetime.datetime = Field(alias="created_at")
    creator_id: Optional[uuid.UUID] = Field(alias="creator_id")
    description: Optional[str] = Field(alias="description")
    duration_seconds: Optional[int] = Field(alias="duration_seconds")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    id: uuid.UUID = Field(alias="id")
    is_remix: bool = Field(alias="is_remix")
    job_id: Optional[int] = Field(alias="job_id")
    metadata: JsonValue = Field(alias="metadata")
    organization_id: uuid.UUID = Field(alias="organization_id")
    platform: Optional[str] = Field(alias="platform")
    position_x: float = Field(alias="position_x")
    position_y: float = Field(alias="position_y")
    processing_status: PublicContentPieceStatus = Field(alias="processing_status")
    project_id: uuid.UUID = Field(alias="project_id")
    read_digests: JsonValue = Field(alias="read_digests")
    source_url: Optional[str] = Field(alias="source_url")
    thumbnail_url: Optional[str] = Field(alias="thumbnail_url")
    title: Optional[str] = Field(alias="title")
    transcript: Optional[str] = Field(alias="transcript")
    updated_at: datetime.datetime = Field(alias="updated_at")
    uploaded_by: Optional[uuid.UUID] = Field(alias="uploaded_by")

class PublicContentPiecesInsert(TypedDict):
    content_asset_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_asset_id")]]
    content_item_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_item_id")]]
    content_type: Annotated[PublicContentPieceType, Field(alias="content_type")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    creator_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="creator_id")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="duration_seconds")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_remix: NotRequired[Annotated[bool, Field(alias="is_remix")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    position_x: NotRequired[Annotated[float, Field(alias="position_x")]]
    position_y: NotRequired[Annotated[float, Field(alias="position_y")]]
    processing_status: NotRequired[Annotated[PublicContentPieceStatus, Field(alias="processing_status")]]
    project_id: Annotated[uuid.UUID, Field(alias="project_id")]
    read_digests: NotRequired[Annotated[JsonValue, Field(alias="read_digests")]]
    source_url: NotRequired[Annotated[Optional[str], Field(alias="source_url")]]
    thumbnail_url: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_url")]]
    title: NotRequired[Annotated[Optional[str], Field(alias="title")]]
    transcript: NotRequired[Annotated[Optional[str], Field(alias="transcript")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    uploaded_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="uploaded_by")]]

class PublicContentPiecesUpdate(TypedDict):
    content_asset_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_asset_id")]]
    content_item_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_item_id")]]
    content_type: NotRequired[Annotated[PublicContentPieceType, Field(alias="content_type")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    creator_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="creator_id")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="duration_seconds")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_remix: NotRequired[Annotated[bool, Field(alias="is_remix")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    position_x: NotRequired[Annotated[float, Field(alias="position_x")]]
    position_y: NotRequired[Annotated[float, Field(alias="position_y")]]
    processing_status: NotRequired[Annotated[PublicContentPieceStatus, Field(alias="processing_status")]]
    project_id: NotRequired[Annotated[uuid.UUID, Field(alias="project_id")]]
    read_digests: NotRequired[Annotated[JsonValue, Field(alias="read_digests")]]
    source_url: NotRequired[Annotated[Optional[str], Field(alias="source_url")]]
    thumbnail_url: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_url")]]
    title: NotRequired[Annotated[Optional[str], Field(alias="title")]]
    transcript: NotRequired[Annotated[Optional[str], Field(alias="transcript")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    uploaded_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="uploaded_by")]]

class PublicContentRevisions(BaseModel):
    change_reason: Optional[str] = Field(alias="change_reason")
    change_source: PublicChangeSource = Field(alias="change_source")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    content_item_id: Optional[uuid.UUID] = Field(alias="content_item_id")
    created_at: datetime.datetime = Field(alias="created_at")
    field_name: str = Field(alias="field_name")
    generated_content_id: Optional[uuid.UUID] = Field(alias="generated_content_id")
    id: uuid.UUID = Field(alias="id")
    new_value: Optional[str] = Field(alias="new_value")
    old_value: Optional[str] = Field(alias="old_value")
    organization_id: uuid.UUID = Field(alias="organization_id")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicContentRevisionsInsert(TypedDict):
    change_reason: NotRequired[Annotated[Optional[str], Field(alias="change_reason")]]
    change_source: Annotated[PublicChangeSource, Field(alias="change_source")]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_item_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_item_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    field_name: Annotated[str, Field(alias="field_name")]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    new_value: NotRequired[Annotated[Optional[str], Field(alias="new_value")]]
    old_value: NotRequired[Annotated[Optional[str], Field(alias="old_value")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicContentRevisionsUpdate(TypedDict):
    change_reason: NotRequired[Annotated[Optional[str], Field(alias="change_reason")]]
    change_source: NotRequired[Annotated[PublicChangeSource, Field(alias="change_source")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_item_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_item_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    field_name: NotRequired[Annotated[str, Field(alias="field_name")]]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    new_value: NotRequired[Annotated[Optional[str], Field(alias="new_value")]]
    old_value: NotRequired[Annotated[Optional[str], Field(alias="old_value")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicContentScores(BaseModel):
    content_item_id: uuid.UUID = Field(alias="content_item_id")
    created_at: datetime.datetime = Field(alias="created_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    performance_percentile: Optional[float] = Field(alias="performance_percentile")
    performance_score: Optional[float] = Field(alias="performance_score")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicContentScoresInsert(TypedDict):
    content_item_id: Annotated[uuid.UUID, Field(alias="content_item_id")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    performance_percentile: NotRequired[Annotated[Optional[float], Field(alias="performance_percentile")]]
    performance_score: NotRequired[Annotated[Optional[float], Field(alias="performance_score")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicContentScoresUpdate(TypedDict):
    content_item_id: NotRequired[Annotated[uuid.UUID, Field(alias="content_item_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    performance_percentile: NotRequired[Annotated[Optional[float], Field(alias="performance_percentile")]]
    performance_score: NotRequired[Annotated[Optional[float], Field(alias="performance_score")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicContentSources(BaseModel):
    brand_profile_id: Optional[uuid.UUID] = Field(alias="brand_profile_id")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    created_at: datetime.datetime = Field(alias="created_at")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    failure_count: int = Field(alias="failure_count")
    feed_url: Optional[str] = Field(alias="feed_url")
    http_etag: Optional[str] = Field(alias="http_etag")
    http_last_modified: Optional[str] = Field(alias="http_last_modified")
    id: uuid.UUID = Field(alias="id")
    is_plan_automatic: bool = Field(alias="is_plan_automatic")
    item_count: int = Field(alias="item_count")
    kind: PublicContentSourceKind = Field(alias="kind")
    last_error: Optional[str] = Field(alias="last_error")
    last_item_at: Optional[datetime.datetime] = Field(alias="last_item_at")
    last_polled_at: Optional[datetime.datetime] = Field(alias="last_polled_at")
    last_seen_keys: List[str] = Field(alias="last_seen_keys")
    name: str = Field(alias="name")
    next_poll_at: Optional[datetime.datetime] = Field(alias="next_poll_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    plan: JsonValue = Field(alias="plan")
    poll_interval_minutes: int = Field(alias="poll_interval_minutes")
    status: PublicContentSourceStatus = Field(alias="status")
    updated_at: datetime.datetime = Field(alias="updated_at")
    url: str = Field(alias="url")

class PublicContentSourcesInsert(TypedDict):
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    failure_count: NotRequired[Annotated[int, Field(alias="failure_count")]]
    feed_url: NotRequired[Annotated[Optional[str], Field(alias="feed_url")]]
    http_etag: NotRequired[Annotated[Optional[str], Field(alias="http_etag")]]
    http_last_modified: NotRequired[Annotated[Optional[str], Field(alias="http_last_modified")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_plan_automatic: NotRequired[Annotated[bool, Field(alias="is_plan_automatic")]]
    item_count: NotRequired[Annotated[int, Field(alias="item_count")]]
    kind: NotRequired[Annotated[PublicContentSourceKind, Field(alias="kind")]]
    last_error: NotRequired[Annotated[Optional[str], Field(alias="last_error")]]
    last_item_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_item_at")]]
    last_polled_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_polled_at")]]
    last_seen_keys: NotRequired[Annotated[List[str], Field(alias="last_seen_keys")]]
    name: Annotated[str, Field(alias="name")]
    next_poll_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="next_poll_at")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    plan: NotRequired[Annotated[JsonValue, Field(alias="plan")]]
    poll_interval_minutes: NotRequired[Annotated[int, Field(alias="poll_interval_minutes")]]
    status: NotRequired[Annotated[PublicContentSourceStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    url: Annotated[str, Field(alias="url")]

class PublicContentSourcesUpdate(TypedDict):
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    failure_count: NotRequired[Annotated[int, Field(alias="failure_count")]]
    feed_url: NotRequired[Annotated[Optional[str], Field(alias="feed_url")]]
    http_etag: NotRequired[Annotated[Optional[str], Field(alias="http_etag")]]
    http_last_modified: NotRequired[Annotated[Optional[str], Field(alias="http_last_modified")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_plan_automatic: NotRequired[Annotated[bool, Field(alias="is_plan_automatic")]]
    item_count: NotRequired[Annotated[int, Field(alias="item_count")]]
    kind: NotRequired[Annotated[PublicContentSourceKind, Field(alias="kind")]]
    last_error: NotRequired[Annotated[Optional[str], Field(alias="last_error")]]
    last_item_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_item_at")]]
    last_polled_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_polled_at")]]
    last_seen_keys: NotRequired[Annotated[List[str], Field(alias="last_seen_keys")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    next_poll_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="next_poll_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    plan: NotRequired[Annotated[JsonValue, Field(alias="plan")]]
    poll_interval_minutes: NotRequired[Annotated[int, Field(alias="poll_interval_minutes")]]
    status: NotRequired[Annotated[PublicContentSourceStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    url: NotRequired[Annotated[str, Field(alias="url")]]

class PublicContentTemplates(BaseModel):
    average_performance: Optional[float] = Field(alias="average_performance")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    content_type: PublicGeneratedContentType = Field(alias="content_type")
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    id: uuid.UUID = Field(alias="id")
    is_active: bool = Field(alias="is_active")
    is_public: bool = Field(alias="is_public")
    language: Optional[str] = Field(alias="language")
    name: str = Field(alias="name")
    organization_id: uuid.UUID = Field(alias="organization_id")
    parameters: JsonValue = Field(alias="parameters")
    scored_count: int = Field(alias="scored_count")
    template_text: str = Field(alias="template_text")
    updated_at: datetime.datetime = Field(alias="updated_at")
    usage_count: int = Field(alias="usage_count")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicContentTemplatesInsert(TypedDict):
    average_performance: NotRequired[Annotated[Optional[float], Field(alias="average_performance")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_type: Annotated[PublicGeneratedContentType, Field(alias="content_type")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_public: NotRequired[Annotated[bool, Field(alias="is_public")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    name: Annotated[str, Field(alias="name")]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    parameters: NotRequired[Annotated[JsonValue, Field(alias="parameters")]]
    scored_count: NotRequired[Annotated[int, Field(alias="scored_count")]]
    template_text: Annotated[str, Field(alias="template_text")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    usage_count: NotRequired[Annotated[int, Field(alias="usage_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicContentTemplatesUpdate(TypedDict):
    average_performance: NotRequired[Annotated[Optional[float], Field(alias="average_performance")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_type: NotRequired[Annotated[PublicGeneratedContentType, Field(alias="content_type")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_public: NotRequired[Annotated[bool, Field(alias="is_public")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    parameters: NotRequired[Annotated[JsonValue, Field(alias="parameters")]]
    scored_count: NotRequired[Annotated[int, Field(alias="scored_count")]]
    template_text: NotRequired[Annotated[str, Field(alias="template_text")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    usage_count: NotRequired[Annotated[int, Field(alias="usage_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicContentTypes(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    display_name: str = Field(alias="display_name")
    is_active: bool = Field(alias="is_active")
    slug: str = Field(alias="slug")
    sort_order: int = Field(alias="sort_order")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicContentTypesInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    display_name: Annotated[str, Field(alias="display_name")]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    slug: Annotated[str, Field(alias="slug")]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicContentTypesUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    display_name: NotRequired[Annotated[str, Field(alias="display_name")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    slug: NotRequired[Annotated[str, Field(alias="slug")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicCreatorCategories(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    is_active: bool = Field(alias="is_active")
    name: str = Field(alias="name")
    slug: str = Field(alias="slug")
    sort_order: int = Field(alias="sort_order")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicCreatorCategoriesInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    name: Annotated[str, Field(alias="name")]
    slug: Annotated[str, Field(alias="slug")]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicCreatorCategoriesUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    slug: NotRequired[Annotated[str, Field(alias="slug")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicCreators(BaseModel):
    category: Optional[str] = Field(alias="category")
    created_at: datetime.datetime = Field(alias="created_at")
    display_name: Optional[str] = Field(alias="display_name")
    follower_count: Optional[int] = Field(alias="follower_count")
    id: uuid.UUID = Field(alias="id")
    is_active: bool = Field(alias="is_active")
    is_verified: bool = Field(alias="is_verified")
    last_scraped_at: Optional[datetime.datetime] = Field(alias="last_scraped_at")
    metadata: JsonValue = Field(alias="metadata")
    next_scrape_at: datetime.datetime = Field(alias="next_scrape_at")
    platform: str = Field(alias="platform")
    profile_url: str = Field(alias="profile_url")
    scrape_frequency_hours: int = Field(alias="scrape_frequency_hours")
    updated_at: datetime.datetime = Field(alias="updated_at")
    username: str = Field(alias="username")

class PublicCreatorsInsert(TypedDict):
    category: NotRequired[Annotated[Optional[str], Field(alias="category")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    display_name: NotRequired[Annotated[Optional[str], Field(alias="display_name")]]
    follower_count: NotRequired[Annotated[Optional[int], Field(alias="follower_count")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_verified: NotRequired[Annotated[bool, Field(alias="is_verified")]]
    last_scraped_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_scraped_at")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    next_scrape_at: NotRequired[Annotated[datetime.datetime, Field(alias="next_scrape_at")]]
    platform: Annotated[str, Field(alias="platform")]
    profile_url: Annotated[str, Field(alias="profile_url")]
    scrape_frequency_hours: NotRequired[Annotated[int, Field(alias="scrape_frequency_hours")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    username: Annotated[str, Field(alias="username")]

class PublicCreatorsUpdate(TypedDict):
    category: NotRequired[Annotated[Optional[str], Field(alias="category")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    display_name: NotRequired[Annotated[Optional[str], Field(alias="display_name")]]
    follower_count: NotRequired[Annotated[Optional[int], Field(alias="follower_count")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_verified: NotRequired[Annotated[bool, Field(alias="is_verified")]]
    last_scraped_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_scraped_at")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    next_scrape_at: NotRequired[Annotated[datetime.datetime, Field(alias="next_scrape_at")]]
    platform: NotRequired[Annotated[str, Field(alias="platform")]]
    profile_url: NotRequired[Annotated[str, Field(alias="profile_url")]]
    scrape_frequency_hours: NotRequired[Annotated[int, Field(alias="scrape_frequency_hours")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    username: NotRequired[Annotated[str, Field(alias="username")]]

class PublicCtaLibrary(BaseModel):
    brand_profile_id: Optional[uuid.UUID] = Field(alias="brand_profile_id")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    created_at: datetime.datetime = Field(alias="created_at")
    cta_text: str = Field(alias="cta_text")
    cta_type: PublicCtaType = Field(alias="cta_type")
    id: uuid.UUID = Field(alias="id")
    last_used_at: Optional[datetime.datetime] = Field(alias="last_used_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    performance_score: Optional[float] = Field(alias="performance_score")
    platform: Optional[str] = Field(alias="platform")
    scored_count: int = Field(alias="scored_count")
    updated_at: datetime.datetime = Field(alias="updated_at")
    usage_count: int = Field(alias="usage_count")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicCtaLibraryInsert(TypedDict):
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    cta_text: Annotated[str, Field(alias="cta_text")]
    cta_type: NotRequired[Annotated[PublicCtaType, Field(alias="cta_type")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    last_used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_used_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    performance_score: NotRequired[Annotated[Optional[float], Field(alias="performance_score")]]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    scored_count: NotRequired[Annotated[int, Field(alias="scored_count")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    usage_count: NotRequired[Annotated[int, Field(alias="usage_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicCtaLibraryUpdate(TypedDict):
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    cta_text: NotRequired[Annotated[str, Field(alias="cta_text")]]
    cta_type: NotRequired[Annotated[PublicCtaType, Field(alias="cta_type")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    last_used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_used_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    performance_score: NotRequired[Annotated[Optional[float], Field(alias="performance_score")]]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    scored_count: NotRequired[Annotated[int, Field(alias="scored_count")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    usage_count: NotRequired[Annotated[int, Field(alias="usage_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicFollowedCreators(BaseModel):
    creator_id: uuid.UUID = Field(alias="creator_id")
    followed_at: datetime.datetime = Field(alias="followed_at")
    followed_by: Optional[uuid.UUID] = Field(alias="followed_by")
    id: uuid.UUID = Field(alias="id")
    is_active: bool = Field(alias="is_active")
    organization_id: uuid.UUID = Field(alias="organization_id")
    unfollowed_at: Optional[datetime.datetime] = Field(alias="unfollowed_at")

class PublicFollowedCreatorsInsert(TypedDict):
    creator_id: Annotated[uuid.UUID, Field(alias="creator_id")]
    followed_at: NotRequired[Annotated[datetime.datetime, Field(alias="followed_at")]]
    followed_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="followed_by")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    unfollowed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="unfollowed_at")]]

class PublicFollowedCreatorsUpdate(TypedDict):
    creator_id: NotRequired[Annotated[uuid.UUID, Field(alias="creator_id")]]
    followed_at: NotRequired[Annotated[datetime.datetime, Field(alias="followed_at")]]
    followed_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="followed_by")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    unfollowed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="unfollowed_at")]]

class PublicGeneratedContent(BaseModel):
    ai_model: str = Field(alias="ai_model")
    ai_provider: Optional[str] = Field(alias="ai_provider")
    alt_text: Optional[str] = Field(alias="alt_text")
    approved_at: Optional[datetime.datetime] = Field(alias="approved_at")
    approved_by: Optional[uuid.UUID] = Field(alias="approved_by")
    approved_version: Optional[int] = Field(alias="approved_version")
    archived_at: Optional[datetime.datetime] = Field(alias="archived_at")
    audience_profile_id: Optional[uuid.UUID] = Field(alias="audience_profile_id")
    brand_profile_id: Optional[uuid.UUID] = Field(alias="brand_profile_id")
    caption: Optional[str] = Field(alias="caption")
    character_count: int = Field(alias="character_count")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    content: JsonValue = Field(alias="content")
    content_asset_id: Optional[uuid.UUID] = Field(alias="content_asset_id")
    content_template_id: Optional[uuid.UUID] = Field(alias="content_template_id")
    content_type: PublicGeneratedContentType = Field(alias="content_type")
    created_at: datetime.datetime = Field(alias="created_at")
    cta: Optional[str] = Field(alias="cta")
    deleted_at: Optional[datetime.datetime] = Field(alias="deleted_at")
    duration_seconds: Optional[int] = Field(alias="duration_seconds")
    emotional_tone_score: Optional[float] = Field(alias="emotional_tone_score")
    estimated_performance: Optional[float] = Field(alias="estimated_performance")
    estimated_reading_seconds: Optional[int] = Field(alias="estimated_reading_seconds")
    file_path: Optional[str] = Field(alias="file_path")
    file_size_bytes: Optional[int] = Field(alias="file_size_bytes")
    file_url: Optional[str] = Field(alias="file_url")
    formatted_text: Optional[str] = Field(alias="formatted_text")
    generated_text: str = Field(alias="generated_text")
    generation_id: Optional[uuid.UUID] = Field(alias="generation_id")
    generation_metadata: JsonValue = Field(alias="generation_metadata")
    generation_parameters: JsonValue = Field(alias="generation_parameters")
    hashtags: List[str] = Field(alias="hashtags")
    id: uuid.UUID = Field(alias="id")
    keywords: List[str] = Field(alias="keywords")
    language: Optional[str] = Field(alias="language")
    metadata: JsonValue = Field(alias="metadata")
    organization_id: uuid.UUID = Field(alias="organization_id")
    parent_id: Optional[uuid.UUID] = Field(alias="parent_id")
    predicted_quality_score: Optional[float] = Field(alias="predicted_quality_score")
    prompt_template: Optional[str] = Field(alias="prompt_template")
    prompt_used: Optional[str] = Field(alias="prompt_used")
    quality_metrics: JsonValue = Field(alias="quality_metrics")
    quality_score: Optional[float] = Field(alias="quality_score")
    readability_score: Optional[float] = Field(alias="readability_score")
    reasons: List[str] = Field(alias="reasons")
    rejected_at: Optional[datetime.datetime] = Field(alias="rejected_at")
    rejected_by: Optional[uuid.UUID] = Field(alias="rejected_by")
    rejection_reason: Optional[str] = Field(alias="rejection_reason")
    repurposing_job_id: Optional[uuid.UUID] = Field(alias="repurposing_job_id")
    search_vector: Optional[PgCatalogTsvector] = Field(alias="search_vector")
    seo_score: Optional[float] = Field(alias="seo_score")
    status: PublicGeneratedContentStatus = Field(alias="status")
    target_platform: Optional[str] = Field(alias="target_platform")
    thumbnail_path: Optional[str] = Field(alias="thumbnail_path")
    thumbnail_url: Optional[str] = Field(alias="thumbnail_url")
    title: Optional[str] = Field(alias="title")
    updated_at: datetime.datetime = Field(alias="updated_at")
    usage_count: int = Field(alias="usage_count")
    used_at: Optional[datetime.datetime] = Field(alias="used_at")
    user_feedback: Optional[str] = Field(alias="user_feedback")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")
    user_rating: Optional[int] = Field(alias="user_rating")
    variant_number: int = Field(alias="variant_number")
    version: int = Field(alias="version")
    virality_prediction: Optional[float] = Field(alias="virality_prediction")
    voice_fit_score: Optional[float] = Field(alias="voice_fit_score")
    word_count: Optional[int] = Field(alias="word_count")

class PublicGeneratedContentInsert(TypedDict):
    ai_model: Annotated[str, Field(alias="ai_model")]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    alt_text: NotRequired[Annotated[Optional[str], Field(alias="alt_text")]]
    approved_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="approved_at")]]
    approved_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="approved_by")]]
    approved_version: NotRequired[Annotated[Optional[int], Field(alias="approved_version")]]
    archived_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="archived_at")]]
    audience_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="audience_profile_id")]]
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    caption: NotRequired[Annotated[Optional[str], Field(alias="caption")]]
    character_count: NotRequired[Annotated[int, Field(alias="character_count")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content: NotRequired[Annotated[JsonValue, Field(alias="content")]]
    content_asset_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_asset_id")]]
    content_template_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_template_id")]]
    content_type: Annotated[PublicGeneratedContentType, Field(alias="content_type")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    cta: NotRequired[Annotated[Optional[str], Field(alias="cta")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="duration_seconds")]]
    emotional_tone_score: NotRequired[Annotated[Optional[float], Field(alias="emotional_tone_score")]]
    estimated_performance: NotRequired[Annotated[Optional[float], Field(alias="estimated_performance")]]
    estimated_reading_seconds: NotRequired[Annotated[Optional[int], Field(alias="estimated_reading_seconds")]]
    file_path: NotRequired[Annotated[Optional[str], Field(alias="file_path")]]
    file_size_bytes: NotRequired[Annotated[Optional[int], Field(alias="file_size_bytes")]]
    file_url: NotRequired[Annotated[Optional[str], Field(alias="file_url")]]
    formatted_text: NotRequired[Annotated[Optional[str], Field(alias="formatted_text")]]
    generated_text: Annotated[str, Field(alias="generated_text")]
    generation_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generation_id")]]
    generation_metadata: NotRequired[Annotated[JsonValue, Field(alias="generation_metadata")]]
    generation_parameters: NotRequired[Annotated[JsonValue, Field(alias="generation_parameters")]]
    hashtags: NotRequired[Annotated[List[str], Field(alias="hashtags")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    keywords: NotRequired[Annotated[List[str], Field(alias="keywords")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    parent_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="parent_id")]]
    predicted_quality_score: NotRequired[Annotated[Optional[float], Field(alias="predicted_quality_score")]]
    prompt_template: NotRequired[Annotated[Optional[str], Field(alias="prompt_template")]]
    prompt_used: NotRequired[Annotated[Optional[str], Field(alias="prompt_used")]]
    quality_metrics: NotRequired[Annotated[JsonValue, Field(alias="quality_metrics")]]
    quality_score: NotRequired[Annotated[Optional[float], Field(alias="quality_score")]]
    readability_score: NotRequired[Annotated[Optional[float], Field(alias="readability_score")]]
    reasons: NotRequired[Annotated[List[str], Field(alias="reasons")]]
    rejected_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="rejected_at")]]
    rejected_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="rejected_by")]]
    rejection_reason: NotRequired[Annotated[Optional[str], Field(alias="rejection_reason")]]
    repurposing_job_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="repurposing_job_id")]]
    search_vector: NotRequired[Annotated[Optional[PgCatalogTsvector], Field(alias="search_vector")]]
    seo_score: NotRequired[Annotated[Optional[float], Field(alias="seo_score")]]
    status: NotRequired[Annotated[PublicGeneratedContentStatus, Field(alias="status")]]
    target_platform: NotRequired[Annotated[Optional[str], Field(alias="target_platform")]]
    thumbnail_path: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_path")]]
    thumbnail_url: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_url")]]
    title: NotRequired[Annotated[Optional[str], Field(alias="title")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    usage_count: NotRequired[Annotated[int, Field(alias="usage_count")]]
    used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="used_at")]]
    user_feedback: NotRequired[Annotated[Optional[str], Field(alias="user_feedback")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    user_rating: NotRequired[Annotated[Optional[int], Field(alias="user_rating")]]
    variant_number: NotRequired[Annotated[int, Field(alias="variant_number")]]
    version: NotRequired[Annotated[int, Field(alias="version")]]
    virality_prediction: NotRequired[Annotated[Optional[float], Field(alias="virality_prediction")]]
    voice_fit_score: NotRequired[Annotated[Optional[float], Field(alias="voice_fit_score")]]
    word_count: NotRequired[Annotated[Optional[int], Field(alias="word_count")]]

class PublicGeneratedContentUpdate(TypedDict):
    ai_model: NotRequired[Annotated[str, Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    alt_text: NotRequired[Annotated[Optional[str], Field(alias="alt_text")]]
    approved_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="approved_at")]]
    approved_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="approved_by")]]
    approved_version: NotRequired[Annotated[Optional[int], Field(alias="approved_version")]]
    archived_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="archived_at")]]
    audience_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="audience_profile_id")]]
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    caption: NotRequired[Annotated[Optional[str], Field(alias="caption")]]
    character_count: NotRequired[Annotated[int, Field(alias="character_count")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content: NotRequired[Annotated[JsonValue, Field(alias="content")]]
    content_asset_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_asset_id")]]
    content_template_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_template_id")]]
    content_type: NotRequired[Annotated[PublicGeneratedContentType, Field(alias="content_type")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    cta: NotRequired[Annotated[Optional[str], Field(alias="cta")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="duration_seconds")]]
    emotional_tone_score: NotRequired[Annotated[Optional[float], Field(alias="emotional_tone_score")]]
    estimated_performance: NotRequired[Annotated[Optional[float], Field(alias="estimated_performance")]]
    estimated_reading_seconds: NotRequired[Annotated[Optional[int], Field(alias="estimated_reading_seconds")]]
    file_path: NotRequired[Annotated[Optional[str], Field(alias="file_path")]]
    file_size_bytes: NotRequired[Annotated[Optional[int], Field(alias="file_size_bytes")]]
    file_url: NotRequired[Annotated[Optional[str], Field(alias="file_url")]]
    formatted_text: NotRequired[Annotated[Optional[str], Field(alias="formatted_text")]]
    generated_text: NotRequired[Annotated[str, Field(alias="generated_text")]]
    generation_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generation_id")]]
    generation_metadata: NotRequired[Annotated[JsonValue, Field(alias="generation_metadata")]]
    generation_parameters: NotRequired[Annotated[JsonValue, Field(alias="generation_parameters")]]
    hashtags: NotRequired[Annotated[List[str], Field(alias="hashtags")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    keywords: NotRequired[Annotated[List[str], Field(alias="keywords")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    parent_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="parent_id")]]
    predicted_quality_score: NotRequired[Annotated[Optional[float], Field(alias="predicted_quality_score")]]
    prompt_template: NotRequired[Annotated[Optional[str], Field(alias="prompt_template")]]
    prompt_used: NotRequired[Annotated[Optional[str], Field(alias="prompt_used")]]
    quality_metrics: NotRequired[Annotated[JsonValue, Field(alias="quality_metrics")]]
    quality_score: NotRequired[Annotated[Optional[float], Field(alias="quality_score")]]
    readability_score: NotRequired[Annotated[Optional[float], Field(alias="readability_score")]]
    reasons: NotRequired[Annotated[List[str], Field(alias="reasons")]]
    rejected_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="rejected_at")]]
    rejected_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="rejected_by")]]
    rejection_reason: NotRequired[Annotated[Optional[str], Field(alias="rejection_reason")]]
    repurposing_job_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="repurposing_job_id")]]
    search_vector: NotRequired[Annotated[Optional[PgCatalogTsvector], Field(alias="search_vector")]]
    seo_score: NotRequired[Annotated[Optional[float], Field(alias="seo_score")]]
    status: NotRequired[Annotated[PublicGeneratedContentStatus, Field(alias="status")]]
    target_platform: NotRequired[Annotated[Optional[str], Field(alias="target_platform")]]
    thumbnail_path: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_path")]]
    thumbnail_url: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_url")]]
    title: NotRequired[Annotated[Optional[str], Field(alias="title")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    usage_count: NotRequired[Annotated[int, Field(alias="usage_count")]]
    used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="used_at")]]
    user_feedback: NotRequired[Annotated[Optional[str], Field(alias="user_feedback")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    user_rating: NotRequired[Annotated[Optional[int], Field(alias="user_rating")]]
    variant_number: NotRequired[Annotated[int, Field(alias="variant_number")]]
    version: NotRequired[Annotated[int, Field(alias="version")]]
    virality_prediction: NotRequired[Annotated[Optional[float], Field(alias="virality_prediction")]]
    voice_fit_score: NotRequired[Annotated[Optional[float], Field(alias="voice_fit_score")]]
    word_count: NotRequired[Annotated[Optional[int], Field(alias="word_count")]]

class PublicGeneratedContentSources(BaseModel):
    content_item_id: uuid.UUID = Field(alias="content_item_id")
    created_at: datetime.datetime = Field(alias="created_at")
    generated_content_id: uuid.UUID = Field(alias="generated_content_id")
    organization_id: uuid.UUID = Field(alias="organization_id")

class PublicGeneratedContentSourcesInsert(TypedDict):
    content_item_id: Annotated[uuid.UUID, Field(alias="content_item_id")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    generated_content_id: Annotated[uuid.UUID, Field(alias="generated_content_id")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]

class PublicGeneratedContentSourcesUpdate(TypedDict):
    content_item_id: NotRequired[Annotated[uuid.UUID, Field(alias="content_item_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    generated_content_id: NotRequired[Annotated[uuid.UUID, Field(alias="generated_content_id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]

class PublicGeneratedScripts(BaseModel):
    ai_model: Optional[str] = Field(alias="ai_model")
    ai_provider: Optional[str] = Field(alias="ai_provider")
    brand_profile_id: Optional[uuid.UUID] = Field(alias="brand_profile_id")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    content_piece_id: Optional[uuid.UUID] = Field(alias="content_piece_id")
    created_at: datetime.datetime = Field(alias="created_at")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    generated_at: Optional[datetime.datetime] = Field(alias="generated_at")
    generated_content_id: Optional[uuid.UUID] = Field(alias="generated_content_id")
    generation_cost_credits: int = Field(alias="generation_cost_credits")
    generation_prompt: Optional[str] = Field(alias="generation_prompt")
    id: uuid.UUID = Field(alias="id")
    job_id: Optional[int] = Field(alias="job_id")
    notes: JsonValue = Field(alias="notes")
    organization_id: uuid.UUID = Field(alias="organization_id")
    original_script: Optional[str] = Field(alias="original_script")
    prompt: Optional[str] = Field(alias="prompt")
    research_perspectives: JsonValue = Field(alias="research_perspectives")
    rewritten_script: Optional[str] = Field(alias="rewritten_script")
    status: PublicGeneratedScriptStatus = Field(alias="status")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")
    voice_fit: JsonValue = Field(alias="voice_fit")
    voice_fit_score: Optional[float] = Field(alias="voice_fit_score")

class PublicGeneratedScriptsInsert(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_piece_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_piece_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    generated_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="generated_at")]]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    generation_cost_credits: NotRequired[Annotated[int, Field(alias="generation_cost_credits")]]
    generation_prompt: NotRequired[Annotated[Optional[str], Field(alias="generation_prompt")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    notes: NotRequired[Annotated[JsonValue, Field(alias="notes")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    original_script: NotRequired[Annotated[Optional[str], Field(alias="original_script")]]
    prompt: NotRequired[Annotated[Optional[str], Field(alias="prompt")]]
    research_perspectives: NotRequired[Annotated[JsonValue, Field(alias="research_perspectives")]]
    rewritten_script: NotRequired[Annotated[Optional[str], Field(alias="rewritten_script")]]
    status: NotRequired[Annotated[PublicGeneratedScriptStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    voice_fit: NotRequired[Annotated[JsonValue, Field(alias="voice_fit")]]
    voice_fit_score: NotRequired[Annotated[Optional[float], Field(alias="voice_fit_score")]]

class PublicGeneratedScriptsUpdate(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_piece_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_piece_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    generated_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="generated_at")]]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    generation_cost_credits: NotRequired[Annotated[int, Field(alias="generation_cost_credits")]]
    generation_prompt: NotRequired[Annotated[Optional[str], Field(alias="generation_prompt")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    notes: NotRequired[Annotated[JsonValue, Field(alias="notes")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    original_script: NotRequired[Annotated[Optional[str], Field(alias="original_script")]]
    prompt: NotRequired[Annotated[Optional[str], Field(alias="prompt")]]
    research_perspectives: NotRequired[Annotated[JsonValue, Field(alias="research_perspectives")]]
    rewritten_script: NotRequired[Annotated[Optional[str], Field(alias="rewritten_script")]]
    status: NotRequired[Annotated[PublicGeneratedScriptStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    voice_fit: NotRequired[Annotated[JsonValue, Field(alias="voice_fit")]]
    voice_fit_score: NotRequired[Annotated[Optional[float], Field(alias="voice_fit_score")]]

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
    unknown_cost_count: int = Field(alias="unknown_cost_count")
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
    unknown_cost_count: NotRequired[Annotated[int, Field(alias="unknown_cost_count")]]
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
    unknown_cost_count: NotRequired[Annotated[int, Field(alias="unknown_cost_count")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicGenerationsArchive(BaseModel):
    archived_at: datetime.datetime = Field(alias="archived_at")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    created_at: datetime.datetime = Field(alias="created_at")
    generation: JsonValue = Field(alias="generation")
    id: uuid.UUID = Field(alias="id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    outputs: JsonValue = Field(alias="outputs")
    status: PublicGenerationStatus = Field(alias="status")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicGenerationsArchiveInsert(TypedDict):
    archived_at: NotRequired[Annotated[datetime.datetime, Field(alias="archived_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: Annotated[datetime.datetime, Field(alias="created_at")]
    generation: Annotated[JsonValue, Field(alias="generation")]
    id: Annotated[uuid.UUID, Field(alias="id")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    outputs: Annotated[JsonValue, Field(alias="outputs")]
    status: Annotated[PublicGenerationStatus, Field(alias="status")]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicGenerationsArchiveUpdate(TypedDict):
    archived_at: NotRequired[Annotated[datetime.datetime, Field(alias="archived_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    generation: NotRequired[Annotated[JsonValue, Field(alias="generation")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    outputs: NotRequired[Annotated[JsonValue, Field(alias="outputs")]]
    status: NotRequired[Annotated[PublicGenerationStatus, Field(alias="status")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicHashtagLibrary(BaseModel):
    brand_profile_id: Optional[uuid.UUID] = Field(alias="brand_profile_id")
    category: Optional[str] = Field(alias="category")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    created_at: datetime.datetime = Field(alias="created_at")
    hashtag: str = Field(alias="hashtag")
    id: uuid.UUID = Field(alias="id")
    last_used_at: Optional[datetime.datetime] = Field(alias="last_used_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    performance_score: Optional[float] = Field(alias="performance_score")
    platform: Optional[str] = Field(alias="platform")
    scored_count: int = Field(alias="scored_count")
    updated_at: datetime.datetime = Field(alias="updated_at")
    usage_count: int = Field(alias="usage_count")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicHashtagLibraryInsert(TypedDict):
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    category: NotRequired[Annotated[Optional[str], Field(alias="category")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    hashtag: Annotated[str, Field(alias="hashtag")]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    last_used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_used_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    performance_score: NotRequired[Annotated[Optional[float], Field(alias="performance_score")]]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    scored_count: NotRequired[Annotated[int, Field(alias="scored_count")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    usage_count: NotRequired[Annotated[int, Field(alias="usage_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicHashtagLibraryUpdate(TypedDict):
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    category: NotRequired[Annotated[Optional[str], Field(alias="category")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    hashtag: NotRequired[Annotated[str, Field(alias="hashtag")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    last_used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_used_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    performance_score: NotRequired[Annotated[Optional[float], Field(alias="performance_score")]]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    scored_count: NotRequired[Annotated[int, Field(alias="scored_count")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    usage_count: NotRequired[Annotated[int, Field(alias="usage_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicIdempotencyKeys(BaseModel):
    completed_at: Optional[datetime.datetime] = Field(alias="completed_at")
    created_at: datetime.datetime = Field(alias="created_at")
    endpoint: str = Field(alias="endpoint")
    expires_at: datetime.datetime = Field(alias="expires_at")
    key: str = Field(alias="key")
    locked_until_at: datetime.datetime = Field(alias="locked_until_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    request_hash: str = Field(alias="request_hash")
    response: Optional[JsonValue] = Field(alias="response")
    response_code: Optional[int] = Field(alias="response_code")
    status: PublicIdempotencyStatus = Field(alias="status")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicIdempotencyKeysInsert(TypedDict):
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    endpoint: Annotated[str, Field(alias="endpoint")]
    expires_at: Annotated[datetime.datetime, Field(alias="expires_at")]
    key: Annotated[str, Field(alias="key")]
    locked_until_at: Annotated[datetime.datetime, Field(alias="locked_until_at")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    request_hash: Annotated[str, Field(alias="request_hash")]
    response: NotRequired[Annotated[Optional[JsonValue], Field(alias="response")]]
    response_code: NotRequired[Annotated[Optional[int], Field(alias="response_code")]]
    status: NotRequired[Annotated[PublicIdempotencyStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicIdempotencyKeysUpdate(TypedDict):
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    endpoint: NotRequired[Annotated[str, Field(alias="endpoint")]]
    expires_at: NotRequired[Annotated[datetime.datetime, Field(alias="expires_at")]]
    key: NotRequired[Annotated[str, Field(alias="key")]]
    locked_until_at: NotRequired[Annotated[datetime.datetime, Field(alias="locked_until_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    request_hash: NotRequired[Annotated[str, Field(alias="request_hash")]]
    response: NotRequired[Annotated[Optional[JsonValue], Field(alias="response")]]
    response_code: NotRequired[Annotated[Optional[int], Field(alias="response_code")]]
    status: NotRequired[Annotated[PublicIdempotencyStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicInvoiceIssuers(BaseModel):
    address: JsonValue = Field(alias="address")
    country_code: str = Field(alias="country_code")
    created_at: datetime.datetime = Field(alias="created_at")
    is_active: bool = Field(alias="is_active")
    legal_name: str = Field(alias="legal_name")
    number_prefix: str = Field(alias="number_prefix")
    payment_terms_days: int = Field(alias="payment_terms_days")
    slug: str = Field(alias="slug")
    state_code: Optional[str] = Field(alias="state_code")
    tax_number: Optional[str] = Field(alias="tax_number")
    timezone: str = Field(alias="timezone")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicInvoiceIssuersInsert(TypedDict):
    address: NotRequired[Annotated[JsonValue, Field(alias="address")]]
    country_code: Annotated[str, Field(alias="country_code")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    legal_name: Annotated[str, Field(alias="legal_name")]
    number_prefix: Annotated[str, Field(alias="number_prefix")]
    payment_terms_days: NotRequired[Annotated[int, Field(alias="payment_terms_days")]]
    slug: Annotated[str, Field(alias="slug")]
    state_code: NotRequired[Annotated[Optional[str], Field(alias="state_code")]]
    tax_number: NotRequired[Annotated[Optional[str], Field(alias="tax_number")]]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicInvoiceIssuersUpdate(TypedDict):
    address: NotRequired[Annotated[JsonValue, Field(alias="address")]]
    country_code: NotRequired[Annotated[str, Field(alias="country_code")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    legal_name: NotRequired[Annotated[str, Field(alias="legal_name")]]
    number_prefix: NotRequired[Annotated[str, Field(alias="number_prefix")]]
    payment_terms_days: NotRequired[Annotated[int, Field(alias="payment_terms_days")]]
    slug: NotRequired[Annotated[str, Field(alias="slug")]]
    state_code: NotRequired[Annotated[Optional[str], Field(alias="state_code")]]
    tax_number: NotRequired[Annotated[Optional[str], Field(alias="tax_number")]]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicInvoices(BaseModel):
    amount: float = Field(alias="amount")
    billing_address: JsonValue = Field(alias="billing_address")
    billing_country_code: Optional[str] = Field(alias="billing_country_code")
    billing_email: Optional[str] = Field(alias="billing_email")
    billing_name: Optional[str] = Field(alias="billing_name")
    cgst_amount: float = Field(alias="cgst_amount")
    created_at: datetime.datetime = Field(alias="created_at")
    currency: str = Field(alias="currency")
    due_at: Optional[datetime.datetime] = Field(alias="due_at")
    gst_number: Optional[str] = Field(alias="gst_number")
    id: uuid.UUID = Field(alias="id")
    igst_amount: float = Field(alias="igst_amount")
    invoice_number: Optional[str] = Field(alias="invoice_number")
    invoice_url: Optional[str] = Field(alias="invoice_url")
    invoice_year: Optional[int] = Field(alias="invoice_year")
    is_reverse_charge: bool = Field(alias="is_reverse_charge")
    issued_at: Optional[datetime.datetime] = Field(alias="issued_at")
    issuer: str = Field(alias="issuer")
    issuer_details: JsonValue = Field(alias="issuer_details")
    lines: JsonValue = Field(alias="lines")
    notes: Optional[str] = Field(alias="notes")
    organization_id: Optional[uuid.UUID] = Field(alias="organization_id")
    paid_at: Optional[datetime.datetime] = Field(alias="paid_at")
    payment_id: Optional[uuid.UUID] = Field(alias="payment_id")
    place_of_supply: Optional[str] = Field(alias="place_of_supply")
    sac_code: Optional[str] = Field(alias="sac_code")
    sequence_number: Optional[int] = Field(alias="sequence_number")
    sgst_amount: float = Field(alias="sgst_amount")
    status: PublicInvoiceStatus = Field(alias="status")
    subscription_id: Optional[uuid.UUID] = Field(alias="subscription_id")
    tax_amount: float = Field(alias="tax_amount")
    tax_kind: PublicTaxKind = Field(alias="tax_kind")
    tax_rate: float = Field(alias="tax_rate")
    total_amount: float = Field(alias="total_amount")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")
    vat_number: Optional[str] = Field(alias="vat_number")
    void_reason: Optional[str] = Field(alias="void_reason")
    voided_at: Optional[datetime.datetime] = Field(alias="voided_at")

class PublicInvoicesInsert(TypedDict):
    amount: Annotated[float, Field(alias="amount")]
    billing_address: NotRequired[Annotated[JsonValue, Field(alias="billing_address")]]
    billing_country_code: NotRequired[Annotated[Optional[str], Field(alias="billing_country_code")]]
    billing_email: NotRequired[Annotated[Optional[str], Field(alias="billing_email")]]
    billing_name: NotRequired[Annotated[Optional[str], Field(alias="billing_name")]]
    cgst_amount: NotRequired[Annotated[float, Field(alias="cgst_amount")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    currency: Annotated[str, Field(alias="currency")]
    due_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="due_at")]]
    gst_number: NotRequired[Annotated[Optional[str], Field(alias="gst_number")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    igst_amount: NotRequired[Annotated[float, Field(alias="igst_amount")]]
    invoice_number: NotRequired[Annotated[Optional[str], Field(alias="invoice_number")]]
    invoice_url: NotRequired[Annotated[Optional[str], Field(alias="invoice_url")]]
    invoice_year: NotRequired[Annotated[Optional[int], Field(alias="invoice_year")]]
    is_reverse_charge: NotRequired[Annotated[bool, Field(alias="is_reverse_charge")]]
    issued_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="issued_at")]]
    issuer: Annotated[str, Field(alias="issuer")]
    issuer_details: NotRequired[Annotated[JsonValue, Field(alias="issuer_details")]]
    lines: Annotated[JsonValue, Field(alias="lines")]
    notes: NotRequired[Annotated[Optional[str], Field(alias="notes")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    paid_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="paid_at")]]
    payment_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="payment_id")]]
    place_of_supply: NotRequired[Annotated[Optional[str], Field(alias="place_of_supply")]]
    sac_code: NotRequired[Annotated[Optional[str], Field(alias="sac_code")]]
    sequence_number: NotRequired[Annotated[Optional[int], Field(alias="sequence_number")]]
    sgst_amount: NotRequired[Annotated[float, Field(alias="sgst_amount")]]
    status: NotRequired[Annotated[PublicInvoiceStatus, Field(alias="status")]]
    subscription_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="subscription_id")]]
    tax_amount: NotRequired[Annotated[float, Field(alias="tax_amount")]]
    tax_kind: NotRequired[Annotated[PublicTaxKind, Field(alias="tax_kind")]]
    tax_rate: NotRequired[Annotated[float, Field(alias="tax_rate")]]
    total_amount: NotRequired[Annotated[float, Field(alias="total_amount")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    vat_number: NotRequired[Annotated[Optional[str], Field(alias="vat_number")]]
    void_reason: NotRequired[Annotated[Optional[str], Field(alias="void_reason")]]
    voided_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="voided_at")]]

class PublicInvoicesUpdate(TypedDict):
    amount: NotRequired[Annotated[float, Field(alias="amount")]]
    billing_address: NotRequired[Annotated[JsonValue, Field(alias="billing_address")]]
    billing_country_code: NotRequired[Annotated[Optional[str], Field(alias="billing_country_code")]]
    billing_email: NotRequired[Annotated[Optional[str], Field(alias="billing_email")]]
    billing_name: NotRequired[Annotated[Optional[str], Field(alias="billing_name")]]
    cgst_amount: NotRequired[Annotated[float, Field(alias="cgst_amount")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    currency: NotRequired[Annotated[str, Field(alias="currency")]]
    due_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="due_at")]]
    gst_number: NotRequired[Annotated[Optional[str], Field(alias="gst_number")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    igst_amount: NotRequired[Annotated[float, Field(alias="igst_amount")]]
    invoice_number: NotRequired[Annotated[Optional[str], Field(alias="invoice_number")]]
    invoice_url: NotRequired[Annotated[Optional[str], Field(alias="invoice_url")]]
    invoice_year: NotRequired[Annotated[Optional[int], Field(alias="invoice_year")]]
    is_reverse_charge: NotRequired[Annotated[bool, Field(alias="is_reverse_charge")]]
    issued_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="issued_at")]]
    issuer: NotRequired[Annotated[str, Field(alias="issuer")]]
    issuer_details: NotRequired[Annotated[JsonValue, Field(alias="issuer_details")]]
    lines: NotRequired[Annotated[JsonValue, Field(alias="lines")]]
    notes: NotRequired[Annotated[Optional[str], Field(alias="notes")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    paid_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="paid_at")]]
    payment_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="payment_id")]]
    place_of_supply: NotRequired[Annotated[Optional[str], Field(alias="place_of_supply")]]
    sac_code: NotRequired[Annotated[Optional[str], Field(alias="sac_code")]]
    sequence_number: NotRequired[Annotated[Optional[int], Field(alias="sequence_number")]]
    sgst_amount: NotRequired[Annotated[float, Field(alias="sgst_amount")]]
    status: NotRequired[Annotated[PublicInvoiceStatus, Field(alias="status")]]
    subscription_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="subscription_id")]]
    tax_amount: NotRequired[Annotated[float, Field(alias="tax_amount")]]
    tax_kind: NotRequired[Annotated[PublicTaxKind, Field(alias="tax_kind")]]
    tax_rate: NotRequired[Annotated[float, Field(alias="tax_rate")]]
    total_amount: NotRequired[Annotated[float, Field(alias="total_amount")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    vat_number: NotRequired[Annotated[Optional[str], Field(alias="vat_number")]]
    void_reason: NotRequired[Annotated[Optional[str], Field(alias="void_reason")]]
    voided_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="voided_at")]]

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
    outcome: Optional[str] = Field(alias="outcome")
    sort_order: int = Field(alias="sort_order")
    type: str = Field(alias="type")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicNotificationTypesInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    display_name: Annotated[str, Field(alias="display_name")]
    expires_after: NotRequired[Annotated[str, Field(alias="expires_after")]]
    is_emailed: NotRequired[Annotated[bool, Field(alias="is_emailed")]]
    outcome: NotRequired[Annotated[Optional[str], Field(alias="outcome")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    type: Annotated[str, Field(alias="type")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicNotificationTypesUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    display_name: NotRequired[Annotated[str, Field(alias="display_name")]]
    expires_after: NotRequired[Annotated[str, Field(alias="expires_after")]]
    is_emailed: NotRequired[Annotated[bool, Field(alias="is_emailed")]]
    outcome: NotRequired[Annotated[Optional[str], Field(alias="outcome")]]
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

class PublicOauthStates(BaseModel):
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    consumed_at: Optional[datetime.datetime] = Field(alias="consumed_at")
    created_at: datetime.datetime = Field(alias="created_at")
    expires_at: datetime.datetime = Field(alias="expires_at")
    id: uuid.UUID = Field(alias="id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    platform: Optional[str] = Field(alias="platform")
    redirect_to: Optional[str] = Field(alias="redirect_to")
    redirect_uri: str = Field(alias="redirect_uri")
    requested_scopes: List[str] = Field(alias="requested_scopes")
    search_engine: Optional[str] = Field(alias="search_engine")
    session_hash: Optional[str] = Field(alias="session_hash")
    state_hash: str = Field(alias="state_hash")
    user_id: uuid.UUID = Field(alias="user_id")
    vault_secret_name: Optional[str] = Field(alias="vault_secret_name")

class PublicOauthStatesInsert(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    consumed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="consumed_at")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    expires_at: NotRequired[Annotated[datetime.datetime, Field(alias="expires_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    redirect_to: NotRequired[Annotated[Optional[str], Field(alias="redirect_to")]]
    redirect_uri: Annotated[str, Field(alias="redirect_uri")]
    requested_scopes: NotRequired[Annotated[List[str], Field(alias="requested_scopes")]]
    search_engine: NotRequired[Annotated[Optional[str], Field(alias="search_engine")]]
    session_hash: NotRequired[Annotated[Optional[str], Field(alias="session_hash")]]
    state_hash: Annotated[str, Field(alias="state_hash")]
    user_id: Annotated[uuid.UUID, Field(alias="user_id")]
    vault_secret_name: NotRequired[Annotated[Optional[str], Field(alias="vault_secret_name")]]

class PublicOauthStatesUpdate(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    consumed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="consumed_at")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    expires_at: NotRequired[Annotated[datetime.datetime, Field(alias="expires_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    redirect_to: NotRequired[Annotated[Optional[str], Field(alias="redirect_to")]]
    redirect_uri: NotRequired[Annotated[str, Field(alias="redirect_uri")]]
    requested_scopes: NotRequired[Annotated[List[str], Field(alias="requested_scopes")]]
    search_engine: NotRequired[Annotated[Optional[str], Field(alias="search_engine")]]
    session_hash: NotRequired[Annotated[Optional[str], Field(alias="session_hash")]]
    state_hash: NotRequired[Annotated[str, Field(alias="state_hash")]]
    user_id: NotRequired[Annotated[uuid.UUID, Field(alias="user_id")]]
    vault_secret_name: NotRequired[Annotated[Optional[str], Field(alias="vault_secret_name")]]

class PublicOrganizationAiKeys(BaseModel):
    ai_provider: str = Field(alias="ai_provider")
    created_at: datetime.datetime = Field(alias="created_at")
    id: uuid.UUID = Field(alias="id")
    last_four: str = Field(alias="last_four")
    last_used_at: Optional[datetime.datetime] = Field(alias="last_used_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    updated_at: datetime.datetime = Field(alias="updated_at")
    updated_by: Optional[uuid.UUID] = Field(alias="updated_by")
    vault_secret_name: str = Field(alias="vault_secret_name")

class PublicOrganizationAiKeysInsert(TypedDict):
    ai_provider: Annotated[str, Field(alias="ai_provider")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    last_four: Annotated[str, Field(alias="last_four")]
    last_used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_used_at")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    updated_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="updated_by")]]
    vault_secret_name: Annotated[str, Field(alias="vault_secret_name")]

class PublicOrganizationAiKeysUpdate(TypedDict):
    ai_provider: NotRequired[Annotated[str, Field(alias="ai_provider")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    last_four: NotRequired[Annotated[str, Field(alias="last_four")]]
    last_used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_used_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    updated_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="updated_by")]]
    vault_secret_name: NotRequired[Annotated[str, Field(alias="vault_secret_name")]]

class PublicOrganizationAiSettings(BaseModel):
    ai_model: str = Field(alias="ai_model")
    ai_provider: str = Field(alias="ai_provider")
    capability: PublicAiCapability = Field(alias="capability")
    created_at: datetime.datetime = Field(alias="created_at")
    embedding_dimensions: Optional[int] = Field(alias="embedding_dimensions")
    id: uuid.UUID = Field(alias="id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    updated_at: datetime.datetime = Field(alias="updated_at")
    updated_by: Optional[uuid.UUID] = Field(alias="updated_by")

class PublicOrganizationAiSettingsInsert(TypedDict):
    ai_model: Annotated[str, Field(alias="ai_model")]
    ai_provider: Annotated[str, Field(alias="ai_provider")]
    capability: Annotated[PublicAiCapability, Field(alias="capability")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    embedding_dimensions: NotRequired[Annotated[Optional[int], Field(alias="embedding_dimensions")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    updated_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="updated_by")]]

class PublicOrganizationAiSettingsUpdate(TypedDict):
    ai_model: NotRequired[Annotated[str, Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[str, Field(alias="ai_provider")]]
    capability: NotRequired[Annotated[PublicAiCapability, Field(alias="capability")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    embedding_dimensions: NotRequired[Annotated[Optional[int], Field(alias="embedding_dimensions")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    updated_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="updated_by")]]

class PublicOrganizationDailyStats(BaseModel):
    avatar_generations: int = Field(alias="avatar_generations")
    average_performance_score: Optional[float] = Field(alias="average_performance_score")
    clicks: int = Field(alias="clicks")
    comments: int = Field(alias="comments")
    content_created: int = Field(alias="content_created")
    content_pieces_added: int = Field(alias="content_pieces_added")
    content_published: int = Field(alias="content_published")
    created_at: datetime.datetime = Field(alias="created_at")
    credits_used: int = Field(alias="credits_used")
    engagement: Optional[int] = Field(alias="engagement")
    impressions: int = Field(alias="impressions")
    likes: int = Field(alias="likes")
    organization_id: uuid.UUID = Field(alias="organization_id")
    projects_created: int = Field(alias="projects_created")
    reach: int = Field(alias="reach")
    saves: int = Field(alias="saves")
    scored_item_count: Optional[int] = Field(alias="scored_item_count")
    scripts_generated: int = Field(alias="scripts_generated")
    shares: int = Field(alias="shares")
    stat_on: datetime.date = Field(alias="stat_on")
    storage_used_bytes: Optional[int] = Field(alias="storage_used_bytes")
    subscribers_gained: int = Field(alias="subscribers_gained")
    updated_at: datetime.datetime = Field(alias="updated_at")
    views: int = Field(alias="views")
    voice_generations: int = Field(alias="voice_generations")
    watch_time_minutes: float = Field(alias="watch_time_minutes")

class PublicOrganizationDailyStatsInsert(TypedDict):
    avatar_generations: NotRequired[Annotated[int, Field(alias="avatar_generations")]]
    average_performance_score: NotRequired[Annotated[Optional[float], Field(alias="average_performance_score")]]
    clicks: NotRequired[Annotated[int, Field(alias="clicks")]]
    comments: NotRequired[Annotated[int, Field(alias="comments")]]
    content_created: NotRequired[Annotated[int, Field(alias="content_created")]]
    content_pieces_added: NotRequired[Annotated[int, Field(alias="content_pieces_added")]]
    content_published: NotRequired[Annotated[int, Field(alias="content_published")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    credits_used: NotRequired[Annotated[int, Field(alias="credits_used")]]
    engagement: NotRequired[Annotated[Optional[int], Field(alias="engagement")]]
    impressions: NotRequired[Annotated[int, Field(alias="impressions")]]
    likes: NotRequired[Annotated[int, Field(alias="likes")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    projects_created: NotRequired[Annotated[int, Field(alias="projects_created")]]
    reach: NotRequired[Annotated[int, Field(alias="reach")]]
    saves: NotRequired[Annotated[int, Field(alias="saves")]]
    scored_item_count: NotRequired[Annotated[Optional[int], Field(alias="scored_item_count")]]
    scripts_generated: NotRequired[Annotated[int, Field(alias="scripts_generated")]]
    shares: NotRequired[Annotated[int, Field(alias="shares")]]
    stat_on: Annotated[datetime.date, Field(alias="stat_on")]
    storage_used_bytes: NotRequired[Annotated[Optional[int], Field(alias="storage_used_bytes")]]
    subscribers_gained: NotRequired[Annotated[int, Field(alias="subscribers_gained")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    views: NotRequired[Annotated[int, Field(alias="views")]]
    voice_generations: NotRequired[Annotated[int, Field(alias="voice_generations")]]
    watch_time_minutes: NotRequired[Annotated[float, Field(alias="watch_time_minutes")]]

class PublicOrganizationDailyStatsUpdate(TypedDict):
    avatar_generations: NotRequired[Annotated[int, Field(alias="avatar_generations")]]
    average_performance_score: NotRequired[Annotated[Optional[float], Field(alias="average_performance_score")]]
    clicks: NotRequired[Annotated[int, Field(alias="clicks")]]
    comments: NotRequired[Annotated[int, Field(alias="comments")]]
    content_created: NotRequired[Annotated[int, Field(alias="content_created")]]
    content_pieces_added: NotRequired[Annotated[int, Field(alias="content_pieces_added")]]
    content_published: NotRequired[Annotated[int, Field(alias="content_published")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    credits_used: NotRequired[Annotated[int, Field(alias="credits_used")]]
    engagement: NotRequired[Annotated[Optional[int], Field(alias="engagement")]]
    impressions: NotRequired[Annotated[int, Field(alias="impressions")]]
    likes: NotRequired[Annotated[int, Field(alias="likes")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    projects_created: NotRequired[Annotated[int, Field(alias="projects_created")]]
    reach: NotRequired[Annotated[int, Field(alias="reach")]]
    saves: NotRequired[Annotated[int, Field(alias="saves")]]
    scored_item_count: NotRequired[Annotated[Optional[int], Field(alias="scored_item_count")]]
    scripts_generated: NotRequired[Annotated[int, Field(alias="scripts_generated")]]
    shares: NotRequired[Annotated[int, Field(alias="shares")]]
    stat_on: NotRequired[Annotated[datetime.date, Field(alias="stat_on")]]
    storage_used_bytes: NotRequired[Annotated[Optional[int], Field(alias="storage_used_bytes")]]
    subscribers_gained: NotRequired[Annotated[int, Field(alias="subscribers_gained")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    views: NotRequired[Annotated[int, Field(alias="views")]]
    voice_generations: NotRequired[Annotated[int, Field(alias="voice_generations")]]
    watch_time_minutes: NotRequired[Annotated[float, Field(alias="watch_time_minutes")]]

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
    is_in_force: bool = Field(alias="is_in_force")
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
    is_in_force: NotRequired[Annotated[bool, Field(alias="is_in_force")]]
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
    is_in_force: NotRequired[Annotated[bool, Field(alias="is_in_force")]]
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

class PublicPayments(BaseModel):
    amount: float = Field(alias="amount")
    created_at: datetime.datetime = Field(alias="created_at")
    currency: str = Field(alias="currency")
    description: Optional[str] = Field(alias="description")
    failure_code: Optional[str] = Field(alias="failure_code")
    failure_message: Optional[str] = Field(alias="failure_message")
    id: uuid.UUID = Field(alias="id")
    invoice_url: Optional[str] = Field(alias="invoice_url")
    organization_id: Optional[uuid.UUID] = Field(alias="organization_id")
    paid_at: Optional[datetime.datetime] = Field(alias="paid_at")
    payer_country_code: Optional[str] = Field(alias="payer_country_code")
    payer_email: Optional[str] = Field(alias="payer_email")
    payer_name: Optional[str] = Field(alias="payer_name")
    provider: PublicPaymentProvider = Field(alias="provider")
    provider_order_id: Optional[str] = Field(alias="provider_order_id")
    provider_payment_id: str = Field(alias="provider_payment_id")
    provider_response: JsonValue = Field(alias="provider_response")
    receipt_url: Optional[str] = Field(alias="receipt_url")
    refund_amount: float = Field(alias="refund_amount")
    refunded_at: Optional[datetime.datetime] = Field(alias="refunded_at")
    status: PublicPaymentStatus = Field(alias="status")
    subscription_id: Optional[uuid.UUID] = Field(alias="subscription_id")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicPaymentsInsert(TypedDict):
    amount: Annotated[float, Field(alias="amount")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    currency: Annotated[str, Field(alias="currency")]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    failure_code: NotRequired[Annotated[Optional[str], Field(alias="failure_code")]]
    failure_message: NotRequired[Annotated[Optional[str], Field(alias="failure_message")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    invoice_url: NotRequired[Annotated[Optional[str], Field(alias="invoice_url")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    paid_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="paid_at")]]
    payer_country_code: NotRequired[Annotated[Optional[str], Field(alias="payer_country_code")]]
    payer_email: NotRequired[Annotated[Optional[str], Field(alias="payer_email")]]
    payer_name: NotRequired[Annotated[Optional[str], Field(alias="payer_name")]]
    provider: Annotated[PublicPaymentProvider, Field(alias="provider")]
    provider_order_id: NotRequired[Annotated[Optional[str], Field(alias="provider_order_id")]]
    provider_payment_id: Annotated[str, Field(alias="provider_payment_id")]
    provider_response: NotRequired[Annotated[JsonValue, Field(alias="provider_response")]]
    receipt_url: NotRequired[Annotated[Optional[str], Field(alias="receipt_url")]]
    refund_amount: NotRequired[Annotated[float, Field(alias="refund_amount")]]
    refunded_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="refunded_at")]]
    status: NotRequired[Annotated[PublicPaymentStatus, Field(alias="status")]]
    subscription_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="subscription_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicPaymentsUpdate(TypedDict):
    amount: NotRequired[Annotated[float, Field(alias="amount")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    currency: NotRequired[Annotated[str, Field(alias="currency")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    failure_code: NotRequired[Annotated[Optional[str], Field(alias="failure_code")]]
    failure_message: NotRequired[Annotated[Optional[str], Field(alias="failure_message")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    invoice_url: NotRequired[Annotated[Optional[str], Field(alias="invoice_url")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    paid_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="paid_at")]]
    payer_country_code: NotRequired[Annotated[Optional[str], Field(alias="payer_country_code")]]
    payer_email: NotRequired[Annotated[Optional[str], Field(alias="payer_email")]]
    payer_name: NotRequired[Annotated[Optional[str], Field(alias="payer_name")]]
    provider: NotRequired[Annotated[PublicPaymentProvider, Field(alias="provider")]]
    provider_order_id: NotRequired[Annotated[Optional[str], Field(alias="provider_order_id")]]
    provider_payment_id: NotRequired[Annotated[str, Field(alias="provider_payment_id")]]
    provider_response: NotRequired[Annotated[JsonValue, Field(alias="provider_response")]]
    receipt_url: NotRequired[Annotated[Optional[str], Field(alias="receipt_url")]]
    refund_amount: NotRequired[Annotated[float, Field(alias="refund_amount")]]
    refunded_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="refunded_at")]]
    status: NotRequired[Annotated[PublicPaymentStatus, Field(alias="status")]]
    subscription_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="subscription_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

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

class PublicPlatformConnections(BaseModel):
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    connected_at: datetime.datetime = Field(alias="connected_at")
    connected_by: Optional[uuid.UUID] = Field(alias="connected_by")
    created_at: datetime.datetime = Field(alias="created_at")
    disconnected_at: Optional[datetime.datetime] = Field(alias="disconnected_at")
    id: uuid.UUID = Field(alias="id")
    is_active: bool = Field(alias="is_active")
    is_verified: bool = Field(alias="is_verified")
    last_error: Optional[str] = Field(alias="last_error")
    last_error_at: Optional[datetime.datetime] = Field(alias="last_error_at")
    last_used_at: Optional[datetime.datetime] = Field(alias="last_used_at")
    last_verified_at: Optional[datetime.datetime] = Field(alias="last_verified_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    platform: str = Field(alias="platform")
    platform_avatar_url: Optional[str] = Field(alias="platform_avatar_url")
    platform_display_name: Optional[str] = Field(alias="platform_display_name")
    platform_user_id: str = Field(alias="platform_user_id")
    platform_username: Optional[str] = Field(alias="platform_username")
    refresh_expires_at: Optional[datetime.datetime] = Field(alias="refresh_expires_at")
    scopes: List[str] = Field(alias="scopes")
    secret_version: int = Field(alias="secret_version")
    status: PublicConnectionStatus = Field(alias="status")
    token_expires_at: Optional[datetime.datetime] = Field(alias="token_expires_at")
    updated_at: datetime.datetime = Field(alias="updated_at")
    vault_secret_name: Optional[str] = Field(alias="vault_secret_name")

class PublicPlatformConnectionsInsert(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    connected_at: NotRequired[Annotated[datetime.datetime, Field(alias="connected_at")]]
    connected_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="connected_by")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    disconnected_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="disconnected_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_verified: NotRequired[Annotated[bool, Field(alias="is_verified")]]
    last_error: NotRequired[Annotated[Optional[str], Field(alias="last_error")]]
    last_error_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_error_at")]]
    last_used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_used_at")]]
    last_verified_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_verified_at")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    platform: Annotated[str, Field(alias="platform")]
    platform_avatar_url: NotRequired[Annotated[Optional[str], Field(alias="platform_avatar_url")]]
    platform_display_name: NotRequired[Annotated[Optional[str], Field(alias="platform_display_name")]]
    platform_user_id: Annotated[str, Field(alias="platform_user_id")]
    platform_username: NotRequired[Annotated[Optional[str], Field(alias="platform_username")]]
    refresh_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="refresh_expires_at")]]
    scopes: NotRequired[Annotated[List[str], Field(alias="scopes")]]
    secret_version: NotRequired[Annotated[int, Field(alias="secret_version")]]
    status: NotRequired[Annotated[PublicConnectionStatus, Field(alias="status")]]
    token_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="token_expires_at")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    vault_secret_name: NotRequired[Annotated[Optional[str], Field(alias="vault_secret_name")]]

class PublicPlatformConnectionsUpdate(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    connected_at: NotRequired[Annotated[datetime.datetime, Field(alias="connected_at")]]
    connected_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="connected_by")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    disconnected_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="disconnected_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_verified: NotRequired[Annotated[bool, Field(alias="is_verified")]]
    last_error: NotRequired[Annotated[Optional[str], Field(alias="last_error")]]
    last_error_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_error_at")]]
    last_used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_used_at")]]
    last_verified_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_verified_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    platform: NotRequired[Annotated[str, Field(alias="platform")]]
    platform_avatar_url: NotRequired[Annotated[Optional[str], Field(alias="platform_avatar_url")]]
    platform_display_name: NotRequired[Annotated[Optional[str], Field(alias="platform_display_name")]]
    platform_user_id: NotRequired[Annotated[str, Field(alias="platform_user_id")]]
    platform_username: NotRequired[Annotated[Optional[str], Field(alias="platform_username")]]
    refresh_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="refresh_expires_at")]]
    scopes: NotRequired[Annotated[List[str], Field(alias="scopes")]]
    secret_version: NotRequired[Annotated[int, Field(alias="secret_version")]]
    status: NotRequired[Annotated[PublicConnectionStatus, Field(alias="status")]]
    token_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="token_expires_at")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    vault_secret_name: NotRequired[Annotated[Optional[str], Field(alias="vault_secret_name")]]

class PublicPlatforms(BaseModel):
    aliases: List[str] = Field(alias="aliases")
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
    aliases: NotRequired[Annotated[List[str], Field(alias="aliases")]]
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
    aliases: NotRequired[Annotated[List[str], Field(alias="aliases")]]
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

class PublicPostingSlots(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    id: uuid.UUID = Field(alias="id")
    is_active: bool = Field(alias="is_active")
    local_time: datetime.time = Field(alias="local_time")
    organization_id: uuid.UUID = Field(alias="organization_id")
    queue: str = Field(alias="queue")
    social_account_id: uuid.UUID = Field(alias="social_account_id")
    timezone: str = Field(alias="timezone")
    updated_at: datetime.datetime = Field(alias="updated_at")
    weekdays: List[int] = Field(alias="weekdays")

class PublicPostingSlotsInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    local_time: Annotated[datetime.time, Field(alias="local_time")]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    queue: NotRequired[Annotated[str, Field(alias="queue")]]
    social_account_id: Annotated[uuid.UUID, Field(alias="social_account_id")]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    weekdays: NotRequired[Annotated[List[int], Field(alias="weekdays")]]

class PublicPostingSlotsUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    local_time: NotRequired[Annotated[datetime.time, Field(alias="local_time")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    queue: NotRequired[Annotated[str, Field(alias="queue")]]
    social_account_id: NotRequired[Annotated[uuid.UUID, Field(alias="social_account_id")]]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    weekdays: NotRequired[Annotated[List[int], Field(alias="weekdays")]]

class PublicPostingTimeDefaults(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    hour: int = Field(alias="hour")
    platform: str = Field(alias="platform")
    score: float = Field(alias="score")
    updated_at: datetime.datetime = Field(alias="updated_at")
    weekday: int = Field(alias="weekday")

class PublicPostingTimeDefaultsInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    hour: Annotated[int, Field(alias="hour")]
    platform: Annotated[str, Field(alias="platform")]
    score: Annotated[float, Field(alias="score")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    weekday: Annotated[int, Field(alias="weekday")]

class PublicPostingTimeDefaultsUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    hour: NotRequired[Annotated[int, Field(alias="hour")]]
    platform: NotRequired[Annotated[str, Field(alias="platform")]]
    score: NotRequired[Annotated[float, Field(alias="score")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    weekday: NotRequired[Annotated[int, Field(alias="weekday")]]

class PublicPostingTimes(BaseModel):
    average_percentile: float = Field(alias="average_percentile")
    created_at: datetime.datetime = Field(alias="created_at")
    hour: int = Field(alias="hour")
    organization_id: uuid.UUID = Field(alias="organization_id")
    sample_count: int = Field(alias="sample_count")
    score: float = Field(alias="score")
    social_account_id: uuid.UUID = Field(alias="social_account_id")
    timezone: str = Field(alias="timezone")
    updated_at: datetime.datetime = Field(alias="updated_at")
    weekday: int = Field(alias="weekday")

class PublicPostingTimesInsert(TypedDict):
    average_percentile: Annotated[float, Field(alias="average_percentile")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    hour: Annotated[int, Field(alias="hour")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    sample_count: Annotated[int, Field(alias="sample_count")]
    score: Annotated[float, Field(alias="score")]
    social_account_id: Annotated[uuid.UUID, Field(alias="social_account_id")]
    timezone: Annotated[str, Field(alias="timezone")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    weekday: Annotated[int, Field(alias="weekday")]

class PublicPostingTimesUpdate(TypedDict):
    average_percentile: NotRequired[Annotated[float, Field(alias="average_percentile")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    hour: NotRequired[Annotated[int, Field(alias="hour")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    sample_count: NotRequired[Annotated[int, Field(alias="sample_count")]]
    score: NotRequired[Annotated[float, Field(alias="score")]]
    social_account_id: NotRequired[Annotated[uuid.UUID, Field(alias="social_account_id")]]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    weekday: NotRequired[Annotated[int, Field(alias="weekday")]]

class PublicProductionJobs(BaseModel):
    avatar_model_id: Optional[uuid.UUID] = Field(alias="avatar_model_id")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    completed_at: Optional[datetime.datetime] = Field(alias="completed_at")
    created_at: datetime.datetime = Field(alias="created_at")
    current_step: Optional[str] = Field(alias="current_step")
    description_id: Optional[uuid.UUID] = Field(alias="description_id")
    duration_seconds: Optional[int] = Field(alias="duration_seconds")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    file_size_bytes: Optional[int] = Field(alias="file_size_bytes")
    generated_script_id: Optional[uuid.UUID] = Field(alias="generated_script_id")
    generation_cost_credits: int = Field(alias="generation_cost_credits")
    generation_cost_usd: Optional[float] = Field(alias="generation_cost_usd")
    id: uuid.UUID = Field(alias="id")
    job_id: Optional[int] = Field(alias="job_id")
    kind: PublicProductionKind = Field(alias="kind")
    max_retries: int = Field(alias="max_retries")
    metadata: JsonValue = Field(alias="metadata")
    organization_id: uuid.UUID = Field(alias="organization_id")
    output_path: Optional[str] = Field(alias="output_path")
    output_url: Optional[str] = Field(alias="output_url")
    priority: PublicProductionPriority = Field(alias="priority")
    production_settings: JsonValue = Field(alias="production_settings")
    progress_percentage: int = Field(alias="progress_percentage")
    project_id: Optional[uuid.UUID] = Field(alias="project_id")
    provider: str = Field(alias="provider")
    provider_job_id: Optional[str] = Field(alias="provider_job_id")
    provider_video_id: Optional[str] = Field(alias="provider_video_id")
    quality_metrics: JsonValue = Field(alias="quality_metrics")
    queued_at: Optional[datetime.datetime] = Field(alias="queued_at")
    retry_count: int = Field(alias="retry_count")
    script_id: Optional[uuid.UUID] = Field(alias="script_id")
    started_at: Optional[datetime.datetime] = Field(alias="started_at")
    status: PublicProductionStatus = Field(alias="status")
    tags_id: Optional[uuid.UUID] = Field(alias="tags_id")
    thumbnail_path: Optional[str] = Field(alias="thumbnail_path")
    thumbnail_url: Optional[str] = Field(alias="thumbnail_url")
    title_id: Optional[uuid.UUID] = Field(alias="title_id")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")
    voice_model_id: Optional[uuid.UUID] = Field(alias="voice_model_id")

class PublicProductionJobsInsert(TypedDict):
    avatar_model_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="avatar_model_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    current_step: NotRequired[Annotated[Optional[str], Field(alias="current_step")]]
    description_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="description_id")]]
    duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="duration_seconds")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    file_size_bytes: NotRequired[Annotated[Optional[int], Field(alias="file_size_bytes")]]
    generated_script_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_script_id")]]
    generation_cost_credits: NotRequired[Annotated[int, Field(alias="generation_cost_credits")]]
    generation_cost_usd: NotRequired[Annotated[Optional[float], Field(alias="generation_cost_usd")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    kind: NotRequired[Annotated[PublicProductionKind, Field(alias="kind")]]
    max_retries: NotRequired[Annotated[int, Field(alias="max_retries")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    output_path: NotRequired[Annotated[Optional[str], Field(alias="output_path")]]
    output_url: NotRequired[Annotated[Optional[str], Field(alias="output_url")]]
    priority: NotRequired[Annotated[PublicProductionPriority, Field(alias="priority")]]
    production_settings: NotRequired[Annotated[JsonValue, Field(alias="production_settings")]]
    progress_percentage: NotRequired[Annotated[int, Field(alias="progress_percentage")]]
    project_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="project_id")]]
    provider: NotRequired[Annotated[str, Field(alias="provider")]]
    provider_job_id: NotRequired[Annotated[Optional[str], Field(alias="provider_job_id")]]
    provider_video_id: NotRequired[Annotated[Optional[str], Field(alias="provider_video_id")]]
    quality_metrics: NotRequired[Annotated[JsonValue, Field(alias="quality_metrics")]]
    queued_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="queued_at")]]
    retry_count: NotRequired[Annotated[int, Field(alias="retry_count")]]
    script_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="script_id")]]
    started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="started_at")]]
    status: NotRequired[Annotated[PublicProductionStatus, Field(alias="status")]]
    tags_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="tags_id")]]
    thumbnail_path: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_path")]]
    thumbnail_url: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_url")]]
    title_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="title_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    voice_model_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="voice_model_id")]]

class PublicProductionJobsUpdate(TypedDict):
    avatar_model_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="avatar_model_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    current_step: NotRequired[Annotated[Optional[str], Field(alias="current_step")]]
    description_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="description_id")]]
    duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="duration_seconds")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    file_size_bytes: NotRequired[Annotated[Optional[int], Field(alias="file_size_bytes")]]
    generated_script_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_script_id")]]
    generation_cost_credits: NotRequired[Annotated[int, Field(alias="generation_cost_credits")]]
    generation_cost_usd: NotRequired[Annotated[Optional[float], Field(alias="generation_cost_usd")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    kind: NotRequired[Annotated[PublicProductionKind, Field(alias="kind")]]
    max_retries: NotRequired[Annotated[int, Field(alias="max_retries")]]
    metadata: NotRequired[Annotated[JsonValue, Field(alias="metadata")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    output_path: NotRequired[Annotated[Optional[str], Field(alias="output_path")]]
    output_url: NotRequired[Annotated[Optional[str], Field(alias="output_url")]]
    priority: NotRequired[Annotated[PublicProductionPriority, Field(alias="priority")]]
    production_settings: NotRequired[Annotated[JsonValue, Field(alias="production_settings")]]
    progress_percentage: NotRequired[Annotated[int, Field(alias="progress_percentage")]]
    project_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="project_id")]]
    provider: NotRequired[Annotated[str, Field(alias="provider")]]
    provider_job_id: NotRequired[Annotated[Optional[str], Field(alias="provider_job_id")]]
    provider_video_id: NotRequired[Annotated[Optional[str], Field(alias="provider_video_id")]]
    quality_metrics: NotRequired[Annotated[JsonValue, Field(alias="quality_metrics")]]
    queued_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="queued_at")]]
    retry_count: NotRequired[Annotated[int, Field(alias="retry_count")]]
    script_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="script_id")]]
    started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="started_at")]]
    status: NotRequired[Annotated[PublicProductionStatus, Field(alias="status")]]
    tags_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="tags_id")]]
    thumbnail_path: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_path")]]
    thumbnail_url: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_url")]]
    title_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="title_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    voice_model_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="voice_model_id")]]

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

class PublicProjectCollaborators(BaseModel):
    added_at: datetime.datetime = Field(alias="added_at")
    added_by: Optional[uuid.UUID] = Field(alias="added_by")
    id: uuid.UUID = Field(alias="id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    permission_level: PublicProjectPermission = Field(alias="permission_level")
    project_id: uuid.UUID = Field(alias="project_id")
    user_id: uuid.UUID = Field(alias="user_id")

class PublicProjectCollaboratorsInsert(TypedDict):
    added_at: NotRequired[Annotated[datetime.datetime, Field(alias="added_at")]]
    added_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="added_by")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    permission_level: NotRequired[Annotated[PublicProjectPermission, Field(alias="permission_level")]]
    project_id: Annotated[uuid.UUID, Field(alias="project_id")]
    user_id: Annotated[uuid.UUID, Field(alias="user_id")]

class PublicProjectCollaboratorsUpdate(TypedDict):
    added_at: NotRequired[Annotated[datetime.datetime, Field(alias="added_at")]]
    added_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="added_by")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    permission_level: NotRequired[Annotated[PublicProjectPermission, Field(alias="permission_level")]]
    project_id: NotRequired[Annotated[uuid.UUID, Field(alias="project_id")]]
    user_id: NotRequired[Annotated[uuid.UUID, Field(alias="user_id")]]

class PublicProjects(BaseModel):
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    created_at: datetime.datetime = Field(alias="created_at")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    description: Optional[str] = Field(alias="description")
    id: uuid.UUID = Field(alias="id")
    is_archived: bool = Field(alias="is_archived")
    is_restricted: bool = Field(alias="is_restricted")
    last_accessed_at: datetime.datetime = Field(alias="last_accessed_at")
    last_accessed_by: Optional[uuid.UUID] = Field(alias="last_accessed_by")
    organization_id: uuid.UUID = Field(alias="organization_id")
    title: str = Field(alias="title")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicProjectsInsert(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_archived: NotRequired[Annotated[bool, Field(alias="is_archived")]]
    is_restricted: NotRequired[Annotated[bool, Field(alias="is_restricted")]]
    last_accessed_at: NotRequired[Annotated[datetime.datetime, Field(alias="last_accessed_at")]]
    last_accessed_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="last_accessed_by")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    title: Annotated[str, Field(alias="title")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicProjectsUpdate(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_archived: NotRequired[Annotated[bool, Field(alias="is_archived")]]
    is_restricted: NotRequired[Annotated[bool, Field(alias="is_restricted")]]
    last_accessed_at: NotRequired[Annotated[datetime.datetime, Field(alias="last_accessed_at")]]
    last_accessed_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="last_accessed_by")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    title: NotRequired[Annotated[str, Field(alias="title")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicProviderBudgets(BaseModel):
    application: str = Field(alias="application")
    connection_id: Optional[uuid.UUID] = Field(alias="connection_id")
    created_at: datetime.datetime = Field(alias="created_at")
    id: int = Field(alias="id")
    limit_value: int = Field(alias="limit_value")
    period_end: datetime.datetime = Field(alias="period_end")
    period_start: datetime.datetime = Field(alias="period_start")
    provider_limit: str = Field(alias="provider_limit")
    updated_at: datetime.datetime = Field(alias="updated_at")
    used: int = Field(alias="used")

class PublicProviderBudgetsInsert(TypedDict):
    application: Annotated[str, Field(alias="application")]
    connection_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="connection_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    limit_value: Annotated[int, Field(alias="limit_value")]
    period_end: Annotated[datetime.datetime, Field(alias="period_end")]
    period_start: Annotated[datetime.datetime, Field(alias="period_start")]
    provider_limit: Annotated[str, Field(alias="provider_limit")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    used: Annotated[int, Field(alias="used")]

class PublicProviderBudgetsUpdate(TypedDict):
    application: NotRequired[Annotated[str, Field(alias="application")]]
    connection_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="connection_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    limit_value: NotRequired[Annotated[int, Field(alias="limit_value")]]
    period_end: NotRequired[Annotated[datetime.datetime, Field(alias="period_end")]]
    period_start: NotRequired[Annotated[datetime.datetime, Field(alias="period_start")]]
    provider_limit: NotRequired[Annotated[str, Field(alias="provider_limit")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    used: NotRequired[Annotated[int, Field(alias="used")]]

class PublicProviderLimits(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    is_active: bool = Field(alias="is_active")
    limit_value: int = Field(alias="limit_value")
    period: PublicBudgetPeriod = Field(alias="period")
    provider: str = Field(alias="provider")
    resource: str = Field(alias="resource")
    scope: PublicBudgetScope = Field(alias="scope")
    slug: str = Field(alias="slug")
    timezone: str = Field(alias="timezone")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicProviderLimitsInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    limit_value: Annotated[int, Field(alias="limit_value")]
    period: Annotated[PublicBudgetPeriod, Field(alias="period")]
    provider: Annotated[str, Field(alias="provider")]
    resource: Annotated[str, Field(alias="resource")]
    scope: Annotated[PublicBudgetScope, Field(alias="scope")]
    slug: Annotated[str, Field(alias="slug")]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicProviderLimitsUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    limit_value: NotRequired[Annotated[int, Field(alias="limit_value")]]
    period: NotRequired[Annotated[PublicBudgetPeriod, Field(alias="period")]]
    provider: NotRequired[Annotated[str, Field(alias="provider")]]
    resource: NotRequired[Annotated[str, Field(alias="resource")]]
    scope: NotRequired[Annotated[PublicBudgetScope, Field(alias="scope")]]
    slug: NotRequired[Annotated[str, Field(alias="slug")]]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicPublishAttempts(BaseModel):
    attempt_number: int = Field(alias="attempt_number")
    checkpoint: JsonValue = Field(alias="checkpoint")
    content_digest: str = Field(alias="content_digest")
    content_version: Optional[int] = Field(alias="content_version")
    created_at: datetime.datetime = Field(alias="created_at")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    id: uuid.UUID = Field(alias="id")
    job_id: Optional[int] = Field(alias="job_id")
    lease: int = Field(alias="lease")
    lease_expires_at: Optional[datetime.datetime] = Field(alias="lease_expires_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    outcome: Optional[PublicPublishOutcome] = Field(alias="outcome")
    platform_post_id: Optional[str] = Field(alias="platform_post_id")
    platform_post_url: Optional[str] = Field(alias="platform_post_url")
    reconcile_count: int = Field(alias="reconcile_count")
    request: JsonValue = Field(alias="request")
    response: JsonValue = Field(alias="response")
    scheduled_post_id: uuid.UUID = Field(alias="scheduled_post_id")
    settled_at: Optional[datetime.datetime] = Field(alias="settled_at")
    started_at: datetime.datetime = Field(alias="started_at")
    updated_at: datetime.datetime = Field(alias="updated_at")
    worker_id: Optional[str] = Field(alias="worker_id")

class PublicPublishAttemptsInsert(TypedDict):
    attempt_number: Annotated[int, Field(alias="attempt_number")]
    checkpoint: NotRequired[Annotated[JsonValue, Field(alias="checkpoint")]]
    content_digest: Annotated[str, Field(alias="content_digest")]
    content_version: NotRequired[Annotated[Optional[int], Field(alias="content_version")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    lease: NotRequired[Annotated[int, Field(alias="lease")]]
    lease_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="lease_expires_at")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    outcome: NotRequired[Annotated[Optional[PublicPublishOutcome], Field(alias="outcome")]]
    platform_post_id: NotRequired[Annotated[Optional[str], Field(alias="platform_post_id")]]
    platform_post_url: NotRequired[Annotated[Optional[str], Field(alias="platform_post_url")]]
    reconcile_count: NotRequired[Annotated[int, Field(alias="reconcile_count")]]
    request: Annotated[JsonValue, Field(alias="request")]
    response: NotRequired[Annotated[JsonValue, Field(alias="response")]]
    scheduled_post_id: Annotated[uuid.UUID, Field(alias="scheduled_post_id")]
    settled_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="settled_at")]]
    started_at: NotRequired[Annotated[datetime.datetime, Field(alias="started_at")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    worker_id: NotRequired[Annotated[Optional[str], Field(alias="worker_id")]]

class PublicPublishAttemptsUpdate(TypedDict):
    attempt_number: NotRequired[Annotated[int, Field(alias="attempt_number")]]
    checkpoint: NotRequired[Annotated[JsonValue, Field(alias="checkpoint")]]
    content_digest: NotRequired[Annotated[str, Field(alias="content_digest")]]
    content_version: NotRequired[Annotated[Optional[int], Field(alias="content_version")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    lease: NotRequired[Annotated[int, Field(alias="lease")]]
    lease_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="lease_expires_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    outcome: NotRequired[Annotated[Optional[PublicPublishOutcome], Field(alias="outcome")]]
    platform_post_id: NotRequired[Annotated[Optional[str], Field(alias="platform_post_id")]]
    platform_post_url: NotRequired[Annotated[Optional[str], Field(alias="platform_post_url")]]
    reconcile_count: NotRequired[Annotated[int, Field(alias="reconcile_count")]]
    request: NotRequired[Annotated[JsonValue, Field(alias="request")]]
    response: NotRequired[Annotated[JsonValue, Field(alias="response")]]
    scheduled_post_id: NotRequired[Annotated[uuid.UUID, Field(alias="scheduled_post_id")]]
    settled_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="settled_at")]]
    started_at: NotRequired[Annotated[datetime.datetime, Field(alias="started_at")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    worker_id: NotRequired[Annotated[Optional[str], Field(alias="worker_id")]]

class PublicQaRequests(BaseModel):
    assigned_at: Optional[datetime.datetime] = Field(alias="assigned_at")
    assigned_to: Optional[uuid.UUID] = Field(alias="assigned_to")
    breached_at: Optional[datetime.datetime] = Field(alias="breached_at")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    completed_at: Optional[datetime.datetime] = Field(alias="completed_at")
    content_version: int = Field(alias="content_version")
    created_at: datetime.datetime = Field(alias="created_at")
    due_at: Optional[datetime.datetime] = Field(alias="due_at")
    feedback: Optional[str] = Field(alias="feedback")
    generated_content_id: uuid.UUID = Field(alias="generated_content_id")
    id: uuid.UUID = Field(alias="id")
    message: Optional[str] = Field(alias="message")
    organization_id: uuid.UUID = Field(alias="organization_id")
    paused_at: Optional[datetime.datetime] = Field(alias="paused_at")
    priority: PublicRequestPriority = Field(alias="priority")
    qa_type: PublicQaType = Field(alias="qa_type")
    quality_score: Optional[float] = Field(alias="quality_score")
    sla_hours: Optional[int] = Field(alias="sla_hours")
    status: PublicQaStatus = Field(alias="status")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicQaRequestsInsert(TypedDict):
    assigned_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="assigned_at")]]
    assigned_to: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="assigned_to")]]
    breached_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="breached_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    content_version: Annotated[int, Field(alias="content_version")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    due_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="due_at")]]
    feedback: NotRequired[Annotated[Optional[str], Field(alias="feedback")]]
    generated_content_id: Annotated[uuid.UUID, Field(alias="generated_content_id")]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    message: NotRequired[Annotated[Optional[str], Field(alias="message")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    paused_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="paused_at")]]
    priority: NotRequired[Annotated[PublicRequestPriority, Field(alias="priority")]]
    qa_type: Annotated[PublicQaType, Field(alias="qa_type")]
    quality_score: NotRequired[Annotated[Optional[float], Field(alias="quality_score")]]
    sla_hours: NotRequired[Annotated[Optional[int], Field(alias="sla_hours")]]
    status: NotRequired[Annotated[PublicQaStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicQaRequestsUpdate(TypedDict):
    assigned_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="assigned_at")]]
    assigned_to: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="assigned_to")]]
    breached_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="breached_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    content_version: NotRequired[Annotated[int, Field(alias="content_version")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    due_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="due_at")]]
    feedback: NotRequired[Annotated[Optional[str], Field(alias="feedback")]]
    generated_content_id: NotRequired[Annotated[uuid.UUID, Field(alias="generated_content_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    message: NotRequired[Annotated[Optional[str], Field(alias="message")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    paused_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="paused_at")]]
    priority: NotRequired[Annotated[PublicRequestPriority, Field(alias="priority")]]
    qa_type: NotRequired[Annotated[PublicQaType, Field(alias="qa_type")]]
    quality_score: NotRequired[Annotated[Optional[float], Field(alias="quality_score")]]
    sla_hours: NotRequired[Annotated[Optional[int], Field(alias="sla_hours")]]
    status: NotRequired[Annotated[PublicQaStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

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

class PublicRepurposingJobs(BaseModel):
    brand_profile_id: Optional[uuid.UUID] = Field(alias="brand_profile_id")
    cancelled_at: Optional[datetime.datetime] = Field(alias="cancelled_at")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    completed_at: Optional[datetime.datetime] = Field(alias="completed_at")
    config: JsonValue = Field(alias="config")
    content_asset_id: uuid.UUID = Field(alias="content_asset_id")
    created_at: datetime.datetime = Field(alias="created_at")
    credits_used: int = Field(alias="credits_used")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    failed_at: Optional[datetime.datetime] = Field(alias="failed_at")
    id: uuid.UUID = Field(alias="id")
    job_id: Optional[int] = Field(alias="job_id")
    job_type: PublicRepurposingJobType = Field(alias="job_type")
    organization_id: uuid.UUID = Field(alias="organization_id")
    output_format: PublicRepurposingFormat = Field(alias="output_format")
    priority: int = Field(alias="priority")
    progress: int = Field(alias="progress")
    repurposing_strategy_id: Optional[uuid.UUID] = Field(alias="repurposing_strategy_id")
    started_at: Optional[datetime.datetime] = Field(alias="started_at")
    status: PublicRepurposingJobStatus = Field(alias="status")
    target_platforms: List[str] = Field(alias="target_platforms")
    template_id: Optional[uuid.UUID] = Field(alias="template_id")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicRepurposingJobsInsert(TypedDict):
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    cancelled_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="cancelled_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    config: NotRequired[Annotated[JsonValue, Field(alias="config")]]
    content_asset_id: Annotated[uuid.UUID, Field(alias="content_asset_id")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    credits_used: NotRequired[Annotated[int, Field(alias="credits_used")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    failed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="failed_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    job_type: Annotated[PublicRepurposingJobType, Field(alias="job_type")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    output_format: Annotated[PublicRepurposingFormat, Field(alias="output_format")]
    priority: NotRequired[Annotated[int, Field(alias="priority")]]
    progress: NotRequired[Annotated[int, Field(alias="progress")]]
    repurposing_strategy_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="repurposing_strategy_id")]]
    started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="started_at")]]
    status: NotRequired[Annotated[PublicRepurposingJobStatus, Field(alias="status")]]
    target_platforms: NotRequired[Annotated[List[str], Field(alias="target_platforms")]]
    template_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="template_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicRepurposingJobsUpdate(TypedDict):
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    cancelled_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="cancelled_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    config: NotRequired[Annotated[JsonValue, Field(alias="config")]]
    content_asset_id: NotRequired[Annotated[uuid.UUID, Field(alias="content_asset_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    credits_used: NotRequired[Annotated[int, Field(alias="credits_used")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    failed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="failed_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    job_type: NotRequired[Annotated[PublicRepurposingJobType, Field(alias="job_type")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    output_format: NotRequired[Annotated[PublicRepurposingFormat, Field(alias="output_format")]]
    priority: NotRequired[Annotated[int, Field(alias="priority")]]
    progress: NotRequired[Annotated[int, Field(alias="progress")]]
    repurposing_strategy_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="repurposing_strategy_id")]]
    started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="started_at")]]
    status: NotRequired[Annotated[PublicRepurposingJobStatus, Field(alias="status")]]
    target_platforms: NotRequired[Annotated[List[str], Field(alias="target_platforms")]]
    template_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="template_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicRepurposingStrategies(BaseModel):
    ai_model: Optional[str] = Field(alias="ai_model")
    ai_provider: Optional[str] = Field(alias="ai_provider")
    brand_profile_id: Optional[uuid.UUID] = Field(alias="brand_profile_id")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    content_asset_id: uuid.UUID = Field(alias="content_asset_id")
    content_calendar_suggestions: JsonValue = Field(alias="content_calendar_suggestions")
    created_at: datetime.datetime = Field(alias="created_at")
    estimated_output_count: Optional[int] = Field(alias="estimated_output_count")
    estimated_processing_seconds: Optional[int] = Field(alias="estimated_processing_seconds")
    estimated_reach: Optional[int] = Field(alias="estimated_reach")
    id: uuid.UUID = Field(alias="id")
    job_id: Optional[int] = Field(alias="job_id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    recommended_formats: JsonValue = Field(alias="recommended_formats")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicRepurposingStrategiesInsert(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_asset_id: Annotated[uuid.UUID, Field(alias="content_asset_id")]
    content_calendar_suggestions: NotRequired[Annotated[JsonValue, Field(alias="content_calendar_suggestions")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    estimated_output_count: NotRequired[Annotated[Optional[int], Field(alias="estimated_output_count")]]
    estimated_processing_seconds: NotRequired[Annotated[Optional[int], Field(alias="estimated_processing_seconds")]]
    estimated_reach: NotRequired[Annotated[Optional[int], Field(alias="estimated_reach")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    recommended_formats: NotRequired[Annotated[JsonValue, Field(alias="recommended_formats")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicRepurposingStrategiesUpdate(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_asset_id: NotRequired[Annotated[uuid.UUID, Field(alias="content_asset_id")]]
    content_calendar_suggestions: NotRequired[Annotated[JsonValue, Field(alias="content_calendar_suggestions")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    estimated_output_count: NotRequired[Annotated[Optional[int], Field(alias="estimated_output_count")]]
    estimated_processing_seconds: NotRequired[Annotated[Optional[int], Field(alias="estimated_processing_seconds")]]
    estimated_reach: NotRequired[Annotated[Optional[int], Field(alias="estimated_reach")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    recommended_formats: NotRequired[Annotated[JsonValue, Field(alias="recommended_formats")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicReviewLinkDecisions(BaseModel):
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    comment: Optional[str] = Field(alias="comment")
    content_version: int = Field(alias="content_version")
    created_at: datetime.datetime = Field(alias="created_at")
    decision: PublicApprovalDecision = Field(alias="decision")
    generated_content_id: uuid.UUID = Field(alias="generated_content_id")
    id: uuid.UUID = Field(alias="id")
    is_counted: bool = Field(alias="is_counted")
    organization_id: uuid.UUID = Field(alias="organization_id")
    review_link_id: uuid.UUID = Field(alias="review_link_id")
    reviewer_name: str = Field(alias="reviewer_name")

class PublicReviewLinkDecisionsInsert(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    comment: NotRequired[Annotated[Optional[str], Field(alias="comment")]]
    content_version: Annotated[int, Field(alias="content_version")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    decision: Annotated[PublicApprovalDecision, Field(alias="decision")]
    generated_content_id: Annotated[uuid.UUID, Field(alias="generated_content_id")]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_counted: NotRequired[Annotated[bool, Field(alias="is_counted")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    review_link_id: Annotated[uuid.UUID, Field(alias="review_link_id")]
    reviewer_name: Annotated[str, Field(alias="reviewer_name")]

class PublicReviewLinkDecisionsUpdate(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    comment: NotRequired[Annotated[Optional[str], Field(alias="comment")]]
    content_version: NotRequired[Annotated[int, Field(alias="content_version")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    decision: NotRequired[Annotated[PublicApprovalDecision, Field(alias="decision")]]
    generated_content_id: NotRequired[Annotated[uuid.UUID, Field(alias="generated_content_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_counted: NotRequired[Annotated[bool, Field(alias="is_counted")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    review_link_id: NotRequired[Annotated[uuid.UUID, Field(alias="review_link_id")]]
    reviewer_name: NotRequired[Annotated[str, Field(alias="reviewer_name")]]

class PublicReviewLinks(BaseModel):
    approval_request_id: Optional[uuid.UUID] = Field(alias="approval_request_id")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    content_version: int = Field(alias="content_version")
    created_at: datetime.datetime = Field(alias="created_at")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    expires_at: datetime.datetime = Field(alias="expires_at")
    generated_content_id: uuid.UUID = Field(alias="generated_content_id")
    id: uuid.UUID = Field(alias="id")
    label: Optional[str] = Field(alias="label")
    last_opened_at: Optional[datetime.datetime] = Field(alias="last_opened_at")
    max_uses: int = Field(alias="max_uses")
    open_count: int = Field(alias="open_count")
    organization_id: uuid.UUID = Field(alias="organization_id")
    revoked_at: Optional[datetime.datetime] = Field(alias="revoked_at")
    token_hash: str = Field(alias="token_hash")
    updated_at: datetime.datetime = Field(alias="updated_at")
    use_count: int = Field(alias="use_count")

class PublicReviewLinksInsert(TypedDict):
    approval_request_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="approval_request_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_version: Annotated[int, Field(alias="content_version")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    expires_at: Annotated[datetime.datetime, Field(alias="expires_at")]
    generated_content_id: Annotated[uuid.UUID, Field(alias="generated_content_id")]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    label: NotRequired[Annotated[Optional[str], Field(alias="label")]]
    last_opened_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_opened_at")]]
    max_uses: NotRequired[Annotated[int, Field(alias="max_uses")]]
    open_count: NotRequired[Annotated[int, Field(alias="open_count")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    revoked_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="revoked_at")]]
    token_hash: Annotated[str, Field(alias="token_hash")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    use_count: NotRequired[Annotated[int, Field(alias="use_count")]]

class PublicReviewLinksUpdate(TypedDict):
    approval_request_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="approval_request_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_version: NotRequired[Annotated[int, Field(alias="content_version")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    expires_at: NotRequired[Annotated[datetime.datetime, Field(alias="expires_at")]]
    generated_content_id: NotRequired[Annotated[uuid.UUID, Field(alias="generated_content_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    label: NotRequired[Annotated[Optional[str], Field(alias="label")]]
    last_opened_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_opened_at")]]
    max_uses: NotRequired[Annotated[int, Field(alias="max_uses")]]
    open_count: NotRequired[Annotated[int, Field(alias="open_count")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    revoked_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="revoked_at")]]
    token_hash: NotRequired[Annotated[str, Field(alias="token_hash")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    use_count: NotRequired[Annotated[int, Field(alias="use_count")]]

class PublicRevisionRequests(BaseModel):
    approval_request_id: Optional[uuid.UUID] = Field(alias="approval_request_id")
    assigned_to: Optional[uuid.UUID] = Field(alias="assigned_to")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    completed_at: Optional[datetime.datetime] = Field(alias="completed_at")
    content_version: Optional[int] = Field(alias="content_version")
    created_at: datetime.datetime = Field(alias="created_at")
    feedback: str = Field(alias="feedback")
    generated_content_id: Optional[uuid.UUID] = Field(alias="generated_content_id")
    id: uuid.UUID = Field(alias="id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    requested_by: Optional[uuid.UUID] = Field(alias="requested_by")
    requested_by_name: Optional[str] = Field(alias="requested_by_name")
    revision_number: int = Field(alias="revision_number")
    scheduled_post_id: Optional[uuid.UUID] = Field(alias="scheduled_post_id")
    status: PublicRevisionStatus = Field(alias="status")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicRevisionRequestsInsert(TypedDict):
    approval_request_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="approval_request_id")]]
    assigned_to: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="assigned_to")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    content_version: NotRequired[Annotated[Optional[int], Field(alias="content_version")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    feedback: Annotated[str, Field(alias="feedback")]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    requested_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="requested_by")]]
    requested_by_name: NotRequired[Annotated[Optional[str], Field(alias="requested_by_name")]]
    revision_number: Annotated[int, Field(alias="revision_number")]
    scheduled_post_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="scheduled_post_id")]]
    status: NotRequired[Annotated[PublicRevisionStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicRevisionRequestsUpdate(TypedDict):
    approval_request_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="approval_request_id")]]
    assigned_to: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="assigned_to")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    content_version: NotRequired[Annotated[Optional[int], Field(alias="content_version")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    feedback: NotRequired[Annotated[str, Field(alias="feedback")]]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    requested_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="requested_by")]]
    requested_by_name: NotRequired[Annotated[Optional[str], Field(alias="requested_by_name")]]
    revision_number: NotRequired[Annotated[int, Field(alias="revision_number")]]
    scheduled_post_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="scheduled_post_id")]]
    status: NotRequired[Annotated[PublicRevisionStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicRoiCalculations(BaseModel):
    calculated_at: datetime.datetime = Field(alias="calculated_at")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    content_asset_id: uuid.UUID = Field(alias="content_asset_id")
    cost_per_engagement: Optional[float] = Field(alias="cost_per_engagement")
    created_at: datetime.datetime = Field(alias="created_at")
    currency: str = Field(alias="currency")
    hourly_rate: float = Field(alias="hourly_rate")
    id: uuid.UUID = Field(alias="id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    original_content_cost: float = Field(alias="original_content_cost")
    original_content_time_hours: float = Field(alias="original_content_time_hours")
    repurposed_pieces_count: int = Field(alias="repurposed_pieces_count")
    repurposing_cost: float = Field(alias="repurposing_cost")
    roi_multiplier: Optional[float] = Field(alias="roi_multiplier")
    total_cost: Optional[float] = Field(alias="total_cost")
    total_engagement: int = Field(alias="total_engagement")
    total_reach: int = Field(alias="total_reach")
    total_value: Optional[float] = Field(alias="total_value")
    total_views: int = Field(alias="total_views")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")
    value_per_engagement: float = Field(alias="value_per_engagement")
    value_per_thousand_reached: float = Field(alias="value_per_thousand_reached")
    value_score: Optional[float] = Field(alias="value_score")

class PublicRoiCalculationsInsert(TypedDict):
    calculated_at: NotRequired[Annotated[datetime.datetime, Field(alias="calculated_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_asset_id: Annotated[uuid.UUID, Field(alias="content_asset_id")]
    cost_per_engagement: NotRequired[Annotated[Optional[float], Field(alias="cost_per_engagement")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    currency: NotRequired[Annotated[str, Field(alias="currency")]]
    hourly_rate: NotRequired[Annotated[float, Field(alias="hourly_rate")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    original_content_cost: NotRequired[Annotated[float, Field(alias="original_content_cost")]]
    original_content_time_hours: NotRequired[Annotated[float, Field(alias="original_content_time_hours")]]
    repurposed_pieces_count: NotRequired[Annotated[int, Field(alias="repurposed_pieces_count")]]
    repurposing_cost: NotRequired[Annotated[float, Field(alias="repurposing_cost")]]
    roi_multiplier: NotRequired[Annotated[Optional[float], Field(alias="roi_multiplier")]]
    total_cost: NotRequired[Annotated[Optional[float], Field(alias="total_cost")]]
    total_engagement: NotRequired[Annotated[int, Field(alias="total_engagement")]]
    total_reach: NotRequired[Annotated[int, Field(alias="total_reach")]]
    total_value: NotRequired[Annotated[Optional[float], Field(alias="total_value")]]
    total_views: NotRequired[Annotated[int, Field(alias="total_views")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    value_per_engagement: NotRequired[Annotated[float, Field(alias="value_per_engagement")]]
    value_per_thousand_reached: NotRequired[Annotated[float, Field(alias="value_per_thousand_reached")]]
    value_score: NotRequired[Annotated[Optional[float], Field(alias="value_score")]]

class PublicRoiCalculationsUpdate(TypedDict):
    calculated_at: NotRequired[Annotated[datetime.datetime, Field(alias="calculated_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    content_asset_id: NotRequired[Annotated[uuid.UUID, Field(alias="content_asset_id")]]
    cost_per_engagement: NotRequired[Annotated[Optional[float], Field(alias="cost_per_engagement")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    currency: NotRequired[Annotated[str, Field(alias="currency")]]
    hourly_rate: NotRequired[Annotated[float, Field(alias="hourly_rate")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    original_content_cost: NotRequired[Annotated[float, Field(alias="original_content_cost")]]
    original_content_time_hours: NotRequired[Annotated[float, Field(alias="original_content_time_hours")]]
    repurposed_pieces_count: NotRequired[Annotated[int, Field(alias="repurposed_pieces_count")]]
    repurposing_cost: NotRequired[Annotated[float, Field(alias="repurposing_cost")]]
    roi_multiplier: NotRequired[Annotated[Optional[float], Field(alias="roi_multiplier")]]
    total_cost: NotRequired[Annotated[Optional[float], Field(alias="total_cost")]]
    total_engagement: NotRequired[Annotated[int, Field(alias="total_engagement")]]
    total_reach: NotRequired[Annotated[int, Field(alias="total_reach")]]
    total_value: NotRequired[Annotated[Optional[float], Field(alias="total_value")]]
    total_views: NotRequired[Annotated[int, Field(alias="total_views")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    value_per_engagement: NotRequired[Annotated[float, Field(alias="value_per_engagement")]]
    value_per_thousand_reached: NotRequired[Annotated[float, Field(alias="value_per_thousand_reached")]]
    value_score: NotRequired[Annotated[Optional[float], Field(alias="value_score")]]

class PublicScheduledPosts(BaseModel):
    auto_publish: bool = Field(alias="auto_publish")
    category_id: int = Field(alias="category_id")
    claimed_at: Optional[datetime.datetime] = Field(alias="claimed_at")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    comments_24h: Optional[int] = Field(alias="comments_24h")
    comments_7d: Optional[int] = Field(alias="comments_7d")
    content_asset_id: Optional[uuid.UUID] = Field(alias="content_asset_id")
    content_digest: str = Field(alias="content_digest")
    content_version: Optional[int] = Field(alias="content_version")
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    due_at: datetime.datetime = Field(alias="due_at")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    generated_content_id: Optional[uuid.UUID] = Field(alias="generated_content_id")
    group_id: uuid.UUID = Field(alias="group_id")
    has_own_content: bool = Field(alias="has_own_content")
    id: uuid.UUID = Field(alias="id")
    initial_comments: Optional[int] = Field(alias="initial_comments")
    initial_likes: Optional[int] = Field(alias="initial_likes")
    initial_views: Optional[int] = Field(alias="initial_views")
    is_ai_optimized: bool = Field(alias="is_ai_optimized")
    is_immediate: bool = Field(alias="is_immediate")
    is_made_for_kids: bool = Field(alias="is_made_for_kids")
    license: PublicPostLicense = Field(alias="license")
    likes_24h: Optional[int] = Field(alias="likes_24h")
    likes_7d: Optional[int] = Field(alias="likes_7d")
    local_on: datetime.date = Field(alias="local_on")
    local_time: datetime.time = Field(alias="local_time")
    max_delay_minutes: int = Field(alias="max_delay_minutes")
    max_retries: int = Field(alias="max_retries")
    optimal_time_score: Optional[float] = Field(alias="optimal_time_score")
    organization_id: uuid.UUID = Field(alias="organization_id")
    platform: str = Field(alias="platform")
    platform_post_id: Optional[str] = Field(alias="platform_post_id")
    platform_post_url: Optional[str] = Field(alias="platform_post_url")
    post_caption: Optional[str] = Field(alias="post_caption")
    post_hashtags: List[str] = Field(alias="post_hashtags")
    post_metadata: JsonValue = Field(alias="post_metadata")
    privacy_status: PublicVisibility = Field(alias="privacy_status")
    production_job_id: Optional[uuid.UUID] = Field(alias="production_job_id")
    publish_response: JsonValue = Field(alias="publish_response")
    published_at: Optional[datetime.datetime] = Field(alias="published_at")
    retry_count: int = Field(alias="retry_count")
    scheduled_for: datetime.datetime = Field(alias="scheduled_for")
    social_account_id: Optional[uuid.UUID] = Field(alias="social_account_id")
    status: PublicPostStatus = Field(alias="status")
    tags: List[str] = Field(alias="tags")
    thumbnail_url: Optional[str] = Field(alias="thumbnail_url")
    time_resolution: PublicTimeResolution = Field(alias="time_resolution")
    timezone: str = Field(alias="timezone")
    title: Optional[str] = Field(alias="title")
    updated_at: datetime.datetime = Field(alias="updated_at")
    upload_progress_percentage: int = Field(alias="upload_progress_percentage")
    upload_started_at: Optional[datetime.datetime] = Field(alias="upload_started_at")
    uploaded_at: Optional[datetime.datetime] = Field(alias="uploaded_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")
    views_24h: Optional[int] = Field(alias="views_24h")
    views_7d: Optional[int] = Field(alias="views_7d")

class PublicScheduledPostsInsert(TypedDict):
    auto_publish: NotRequired[Annotated[bool, Field(alias="auto_publish")]]
    category_id: NotRequired[Annotated[int, Field(alias="category_id")]]
    claimed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="claimed_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    comments_24h: NotRequired[Annotated[Optional[int], Field(alias="comments_24h")]]
    comments_7d: NotRequired[Annotated[Optional[int], Field(alias="comments_7d")]]
    content_asset_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_asset_id")]]
    content_digest: NotRequired[Annotated[str, Field(alias="content_digest")]]
    content_version: NotRequired[Annotated[Optional[int], Field(alias="content_version")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    due_at: Annotated[datetime.datetime, Field(alias="due_at")]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    group_id: NotRequired[Annotated[uuid.UUID, Field(alias="group_id")]]
    has_own_content: NotRequired[Annotated[bool, Field(alias="has_own_content")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    initial_comments: NotRequired[Annotated[Optional[int], Field(alias="initial_comments")]]
    initial_likes: NotRequired[Annotated[Optional[int], Field(alias="initial_likes")]]
    initial_views: NotRequired[Annotated[Optional[int], Field(alias="initial_views")]]
    is_ai_optimized: NotRequired[Annotated[bool, Field(alias="is_ai_optimized")]]
    is_immediate: NotRequired[Annotated[bool, Field(alias="is_immediate")]]
    is_made_for_kids: NotRequired[Annotated[bool, Field(alias="is_made_for_kids")]]
    license: NotRequired[Annotated[PublicPostLicense, Field(alias="license")]]
    likes_24h: NotRequired[Annotated[Optional[int], Field(alias="likes_24h")]]
    likes_7d: NotRequired[Annotated[Optional[int], Field(alias="likes_7d")]]
    local_on: Annotated[datetime.date, Field(alias="local_on")]
    local_time: Annotated[datetime.time, Field(alias="local_time")]
    max_delay_minutes: NotRequired[Annotated[int, Field(alias="max_delay_minutes")]]
    max_retries: NotRequired[Annotated[int, Field(alias="max_retries")]]
    optimal_time_score: NotRequired[Annotated[Optional[float], Field(alias="optimal_time_score")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    platform: Annotated[str, Field(alias="platform")]
    platform_post_id: NotRequired[Annotated[Optional[str], Field(alias="platform_post_id")]]
    platform_post_url: NotRequired[Annotated[Optional[str], Field(alias="platform_post_url")]]
    post_caption: NotRequired[Annotated[Optional[str], Field(alias="post_caption")]]
    post_hashtags: NotRequired[Annotated[List[str], Field(alias="post_hashtags")]]
    post_metadata: NotRequired[Annotated[JsonValue, Field(alias="post_metadata")]]
    privacy_status: NotRequired[Annotated[PublicVisibility, Field(alias="privacy_status")]]
    production_job_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="production_job_id")]]
    publish_response: NotRequired[Annotated[JsonValue, Field(alias="publish_response")]]
    published_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="published_at")]]
    retry_count: NotRequired[Annotated[int, Field(alias="retry_count")]]
    scheduled_for: NotRequired[Annotated[datetime.datetime, Field(alias="scheduled_for")]]
    social_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="social_account_id")]]
    status: NotRequired[Annotated[PublicPostStatus, Field(alias="status")]]
    tags: NotRequired[Annotated[List[str], Field(alias="tags")]]
    thumbnail_url: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_url")]]
    time_resolution: NotRequired[Annotated[PublicTimeResolution, Field(alias="time_resolution")]]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    title: NotRequired[Annotated[Optional[str], Field(alias="title")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    upload_progress_percentage: NotRequired[Annotated[int, Field(alias="upload_progress_percentage")]]
    upload_started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="upload_started_at")]]
    uploaded_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="uploaded_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    views_24h: NotRequired[Annotated[Optional[int], Field(alias="views_24h")]]
    views_7d: NotRequired[Annotated[Optional[int], Field(alias="views_7d")]]

class PublicScheduledPostsUpdate(TypedDict):
    auto_publish: NotRequired[Annotated[bool, Field(alias="auto_publish")]]
    category_id: NotRequired[Annotated[int, Field(alias="category_id")]]
    claimed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="claimed_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    comments_24h: NotRequired[Annotated[Optional[int], Field(alias="comments_24h")]]
    comments_7d: NotRequired[Annotated[Optional[int], Field(alias="comments_7d")]]
    content_asset_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_asset_id")]]
    content_digest: NotRequired[Annotated[str, Field(alias="content_digest")]]
    content_version: NotRequired[Annotated[Optional[int], Field(alias="content_version")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    due_at: NotRequired[Annotated[datetime.datetime, Field(alias="due_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    generated_content_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="generated_content_id")]]
    group_id: NotRequired[Annotated[uuid.UUID, Field(alias="group_id")]]
    has_own_content: NotRequired[Annotated[bool, Field(alias="has_own_content")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    initial_comments: NotRequired[Annotated[Optional[int], Field(alias="initial_comments")]]
    initial_likes: NotRequired[Annotated[Optional[int], Field(alias="initial_likes")]]
    initial_views: NotRequired[Annotated[Optional[int], Field(alias="initial_views")]]
    is_ai_optimized: NotRequired[Annotated[bool, Field(alias="is_ai_optimized")]]
    is_immediate: NotRequired[Annotated[bool, Field(alias="is_immediate")]]
    is_made_for_kids: NotRequired[Annotated[bool, Field(alias="is_made_for_kids")]]
    license: NotRequired[Annotated[PublicPostLicense, Field(alias="license")]]
    likes_24h: NotRequired[Annotated[Optional[int], Field(alias="likes_24h")]]
    likes_7d: NotRequired[Annotated[Optional[int], Field(alias="likes_7d")]]
    local_on: NotRequired[Annotated[datetime.date, Field(alias="local_on")]]
    local_time: NotRequired[Annotated[datetime.time, Field(alias="local_time")]]
    max_delay_minutes: NotRequired[Annotated[int, Field(alias="max_delay_minutes")]]
    max_retries: NotRequired[Annotated[int, Field(alias="max_retries")]]
    optimal_time_score: NotRequired[Annotated[Optional[float], Field(alias="optimal_time_score")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    platform: NotRequired[Annotated[str, Field(alias="platform")]]
    platform_post_id: NotRequired[Annotated[Optional[str], Field(alias="platform_post_id")]]
    platform_post_url: NotRequired[Annotated[Optional[str], Field(alias="platform_post_url")]]
    post_caption: NotRequired[Annotated[Optional[str], Field(alias="post_caption")]]
    post_hashtags: NotRequired[Annotated[List[str], Field(alias="post_hashtags")]]
    post_metadata: NotRequired[Annotated[JsonValue, Field(alias="post_metadata")]]
    privacy_status: NotRequired[Annotated[PublicVisibility, Field(alias="privacy_status")]]
    production_job_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="production_job_id")]]
    publish_response: NotRequired[Annotated[JsonValue, Field(alias="publish_response")]]
    published_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="published_at")]]
    retry_count: NotRequired[Annotated[int, Field(alias="retry_count")]]
    scheduled_for: NotRequired[Annotated[datetime.datetime, Field(alias="scheduled_for")]]
    social_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="social_account_id")]]
    status: NotRequired[Annotated[PublicPostStatus, Field(alias="status")]]
    tags: NotRequired[Annotated[List[str], Field(alias="tags")]]
    thumbnail_url: NotRequired[Annotated[Optional[str], Field(alias="thumbnail_url")]]
    time_resolution: NotRequired[Annotated[PublicTimeResolution, Field(alias="time_resolution")]]
    timezone: NotRequired[Annotated[str, Field(alias="timezone")]]
    title: NotRequired[Annotated[Optional[str], Field(alias="title")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    upload_progress_percentage: NotRequired[Annotated[int, Field(alias="upload_progress_percentage")]]
    upload_started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="upload_started_at")]]
    uploaded_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="uploaded_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    views_24h: NotRequired[Annotated[Optional[int], Field(alias="views_24h")]]
    views_7d: NotRequired[Annotated[Optional[int], Field(alias="views_7d")]]

class PublicSearchEngines(BaseModel):
    api_docs_url: Optional[str] = Field(alias="api_docs_url")
    api_endpoint: str = Field(alias="api_endpoint")
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    display_name: str = Field(alias="display_name")
    is_active: bool = Field(alias="is_active")
    is_connection_required: bool = Field(alias="is_connection_required")
    limits: JsonValue = Field(alias="limits")
    slug: str = Field(alias="slug")
    sort_order: int = Field(alias="sort_order")
    supports_deletion: bool = Field(alias="supports_deletion")
    supports_indexnow: bool = Field(alias="supports_indexnow")
    supports_oauth: bool = Field(alias="supports_oauth")
    supports_status_check: bool = Field(alias="supports_status_check")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicSearchEnginesInsert(TypedDict):
    api_docs_url: NotRequired[Annotated[Optional[str], Field(alias="api_docs_url")]]
    api_endpoint: Annotated[str, Field(alias="api_endpoint")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    display_name: Annotated[str, Field(alias="display_name")]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_connection_required: NotRequired[Annotated[bool, Field(alias="is_connection_required")]]
    limits: NotRequired[Annotated[JsonValue, Field(alias="limits")]]
    slug: Annotated[str, Field(alias="slug")]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    supports_deletion: NotRequired[Annotated[bool, Field(alias="supports_deletion")]]
    supports_indexnow: NotRequired[Annotated[bool, Field(alias="supports_indexnow")]]
    supports_oauth: NotRequired[Annotated[bool, Field(alias="supports_oauth")]]
    supports_status_check: NotRequired[Annotated[bool, Field(alias="supports_status_check")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicSearchEnginesUpdate(TypedDict):
    api_docs_url: NotRequired[Annotated[Optional[str], Field(alias="api_docs_url")]]
    api_endpoint: NotRequired[Annotated[str, Field(alias="api_endpoint")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    display_name: NotRequired[Annotated[str, Field(alias="display_name")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_connection_required: NotRequired[Annotated[bool, Field(alias="is_connection_required")]]
    limits: NotRequired[Annotated[JsonValue, Field(alias="limits")]]
    slug: NotRequired[Annotated[str, Field(alias="slug")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    supports_deletion: NotRequired[Annotated[bool, Field(alias="supports_deletion")]]
    supports_indexnow: NotRequired[Annotated[bool, Field(alias="supports_indexnow")]]
    supports_oauth: NotRequired[Annotated[bool, Field(alias="supports_oauth")]]
    supports_status_check: NotRequired[Annotated[bool, Field(alias="supports_status_check")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicSeoConnections(BaseModel):
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    connected_by: Optional[uuid.UUID] = Field(alias="connected_by")
    created_at: datetime.datetime = Field(alias="created_at")
    id: uuid.UUID = Field(alias="id")
    is_active: bool = Field(alias="is_active")
    is_verified: bool = Field(alias="is_verified")
    key_location: Optional[str] = Field(alias="key_location")
    last_error: Optional[str] = Field(alias="last_error")
    last_used_at: Optional[datetime.datetime] = Field(alias="last_used_at")
    last_verified_at: Optional[datetime.datetime] = Field(alias="last_verified_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    search_engine: str = Field(alias="search_engine")
    secret_version: int = Field(alias="secret_version")
    site_url: str = Field(alias="site_url")
    token_expires_at: Optional[datetime.datetime] = Field(alias="token_expires_at")
    updated_at: datetime.datetime = Field(alias="updated_at")
    vault_secret_name: str = Field(alias="vault_secret_name")

class PublicSeoConnectionsInsert(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    connected_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="connected_by")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_verified: NotRequired[Annotated[bool, Field(alias="is_verified")]]
    key_location: NotRequired[Annotated[Optional[str], Field(alias="key_location")]]
    last_error: NotRequired[Annotated[Optional[str], Field(alias="last_error")]]
    last_used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_used_at")]]
    last_verified_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_verified_at")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    search_engine: Annotated[str, Field(alias="search_engine")]
    secret_version: NotRequired[Annotated[int, Field(alias="secret_version")]]
    site_url: Annotated[str, Field(alias="site_url")]
    token_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="token_expires_at")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    vault_secret_name: Annotated[str, Field(alias="vault_secret_name")]

class PublicSeoConnectionsUpdate(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    connected_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="connected_by")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    is_verified: NotRequired[Annotated[bool, Field(alias="is_verified")]]
    key_location: NotRequired[Annotated[Optional[str], Field(alias="key_location")]]
    last_error: NotRequired[Annotated[Optional[str], Field(alias="last_error")]]
    last_used_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_used_at")]]
    last_verified_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_verified_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    search_engine: NotRequired[Annotated[str, Field(alias="search_engine")]]
    secret_version: NotRequired[Annotated[int, Field(alias="secret_version")]]
    site_url: NotRequired[Annotated[str, Field(alias="site_url")]]
    token_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="token_expires_at")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    vault_secret_name: NotRequired[Annotated[str, Field(alias="vault_secret_name")]]

class PublicSeoMetrics(BaseModel):
    backlinks_count: Optional[int] = Field(alias="backlinks_count")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    collected_at: datetime.datetime = Field(alias="collected_at")
    collected_on: datetime.date = Field(alias="collected_on")
    domain_authority_impact: Optional[float] = Field(alias="domain_authority_impact")
    generated_content_id: uuid.UUID = Field(alias="generated_content_id")
    id: int = Field(alias="id")
    keyword_rankings: JsonValue = Field(alias="keyword_rankings")
    organic_traffic: Optional[int] = Field(alias="organic_traffic")
    organization_id: uuid.UUID = Field(alias="organization_id")
    target_keywords: List[str] = Field(alias="target_keywords")

class PublicSeoMetricsInsert(TypedDict):
    backlinks_count: NotRequired[Annotated[Optional[int], Field(alias="backlinks_count")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    collected_at: NotRequired[Annotated[datetime.datetime, Field(alias="collected_at")]]
    collected_on: Annotated[datetime.date, Field(alias="collected_on")]
    domain_authority_impact: NotRequired[Annotated[Optional[float], Field(alias="domain_authority_impact")]]
    generated_content_id: Annotated[uuid.UUID, Field(alias="generated_content_id")]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    keyword_rankings: NotRequired[Annotated[JsonValue, Field(alias="keyword_rankings")]]
    organic_traffic: NotRequired[Annotated[Optional[int], Field(alias="organic_traffic")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    target_keywords: NotRequired[Annotated[List[str], Field(alias="target_keywords")]]

class PublicSeoMetricsUpdate(TypedDict):
    backlinks_count: NotRequired[Annotated[Optional[int], Field(alias="backlinks_count")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    collected_at: NotRequired[Annotated[datetime.datetime, Field(alias="collected_at")]]
    collected_on: NotRequired[Annotated[datetime.date, Field(alias="collected_on")]]
    domain_authority_impact: NotRequired[Annotated[Optional[float], Field(alias="domain_authority_impact")]]
    generated_content_id: NotRequired[Annotated[uuid.UUID, Field(alias="generated_content_id")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    keyword_rankings: NotRequired[Annotated[JsonValue, Field(alias="keyword_rankings")]]
    organic_traffic: NotRequired[Annotated[Optional[int], Field(alias="organic_traffic")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    target_keywords: NotRequired[Annotated[List[str], Field(alias="target_keywords")]]

class PublicSeoSubmissions(BaseModel):
    claimed_at: Optional[datetime.datetime] = Field(alias="claimed_at")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    connection_id: Optional[uuid.UUID] = Field(alias="connection_id")
    content_item_id: Optional[uuid.UUID] = Field(alias="content_item_id")
    coverage_state: Optional[str] = Field(alias="coverage_state")
    created_at: datetime.datetime = Field(alias="created_at")
    error_message: Optional[str] = Field(alias="error_message")
    follows_id: Optional[uuid.UUID] = Field(alias="follows_id")
    id: uuid.UUID = Field(alias="id")
    index_status_url: Optional[str] = Field(alias="index_status_url")
    indexed_at: Optional[datetime.datetime] = Field(alias="indexed_at")
    max_retries: int = Field(alias="max_retries")
    next_check_at: Optional[datetime.datetime] = Field(alias="next_check_at")
    next_retry_at: Optional[datetime.datetime] = Field(alias="next_retry_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    quota_period_start: Optional[datetime.date] = Field(alias="quota_period_start")
    request_payload: JsonValue = Field(alias="request_payload")
    response_body: Optional[JsonValue] = Field(alias="response_body")
    response_status: Optional[int] = Field(alias="response_status")
    retry_count: int = Field(alias="retry_count")
    search_engine: str = Field(alias="search_engine")
    status: PublicSeoSubmissionStatus = Field(alias="status")
    status_checked_at: Optional[datetime.datetime] = Field(alias="status_checked_at")
    submission_method: PublicSeoSubmissionMethod = Field(alias="submission_method")
    submission_type: PublicSeoSubmissionType = Field(alias="submission_type")
    submitted_at: Optional[datetime.datetime] = Field(alias="submitted_at")
    submitted_by: Optional[uuid.UUID] = Field(alias="submitted_by")
    submitted_url: str = Field(alias="submitted_url")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicSeoSubmissionsInsert(TypedDict):
    claimed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="claimed_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    connection_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="connection_id")]]
    content_item_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_item_id")]]
    coverage_state: NotRequired[Annotated[Optional[str], Field(alias="coverage_state")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    follows_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="follows_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    index_status_url: NotRequired[Annotated[Optional[str], Field(alias="index_status_url")]]
    indexed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="indexed_at")]]
    max_retries: NotRequired[Annotated[int, Field(alias="max_retries")]]
    next_check_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="next_check_at")]]
    next_retry_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="next_retry_at")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    quota_period_start: NotRequired[Annotated[Optional[datetime.date], Field(alias="quota_period_start")]]
    request_payload: NotRequired[Annotated[JsonValue, Field(alias="request_payload")]]
    response_body: NotRequired[Annotated[Optional[JsonValue], Field(alias="response_body")]]
    response_status: NotRequired[Annotated[Optional[int], Field(alias="response_status")]]
    retry_count: NotRequired[Annotated[int, Field(alias="retry_count")]]
    search_engine: Annotated[str, Field(alias="search_engine")]
    status: NotRequired[Annotated[PublicSeoSubmissionStatus, Field(alias="status")]]
    status_checked_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="status_checked_at")]]
    submission_method: NotRequired[Annotated[PublicSeoSubmissionMethod, Field(alias="submission_method")]]
    submission_type: NotRequired[Annotated[PublicSeoSubmissionType, Field(alias="submission_type")]]
    submitted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="submitted_at")]]
    submitted_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="submitted_by")]]
    submitted_url: Annotated[str, Field(alias="submitted_url")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicSeoSubmissionsUpdate(TypedDict):
    claimed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="claimed_at")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    connection_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="connection_id")]]
    content_item_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_item_id")]]
    coverage_state: NotRequired[Annotated[Optional[str], Field(alias="coverage_state")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    follows_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="follows_id")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    index_status_url: NotRequired[Annotated[Optional[str], Field(alias="index_status_url")]]
    indexed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="indexed_at")]]
    max_retries: NotRequired[Annotated[int, Field(alias="max_retries")]]
    next_check_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="next_check_at")]]
    next_retry_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="next_retry_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    quota_period_start: NotRequired[Annotated[Optional[datetime.date], Field(alias="quota_period_start")]]
    request_payload: NotRequired[Annotated[JsonValue, Field(alias="request_payload")]]
    response_body: NotRequired[Annotated[Optional[JsonValue], Field(alias="response_body")]]
    response_status: NotRequired[Annotated[Optional[int], Field(alias="response_status")]]
    retry_count: NotRequired[Annotated[int, Field(alias="retry_count")]]
    search_engine: NotRequired[Annotated[str, Field(alias="search_engine")]]
    status: NotRequired[Annotated[PublicSeoSubmissionStatus, Field(alias="status")]]
    status_checked_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="status_checked_at")]]
    submission_method: NotRequired[Annotated[PublicSeoSubmissionMethod, Field(alias="submission_method")]]
    submission_type: NotRequired[Annotated[PublicSeoSubmissionType, Field(alias="submission_type")]]
    submitted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="submitted_at")]]
    submitted_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="submitted_by")]]
    submitted_url: NotRequired[Annotated[str, Field(alias="submitted_url")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicSeoUsage(BaseModel):
    billing_cycle_end: Optional[datetime.datetime] = Field(alias="billing_cycle_end")
    billing_cycle_start: Optional[datetime.datetime] = Field(alias="billing_cycle_start")
    content_item_id: Optional[uuid.UUID] = Field(alias="content_item_id")
    created_at: datetime.datetime = Field(alias="created_at")
    id: int = Field(alias="id")
    operation_type: str = Field(alias="operation_type")
    organization_id: uuid.UUID = Field(alias="organization_id")
    search_engine: str = Field(alias="search_engine")
    urls_count: int = Field(alias="urls_count")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicSeoUsageInsert(TypedDict):
    billing_cycle_end: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="billing_cycle_end")]]
    billing_cycle_start: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="billing_cycle_start")]]
    content_item_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_item_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    operation_type: Annotated[str, Field(alias="operation_type")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    search_engine: Annotated[str, Field(alias="search_engine")]
    urls_count: NotRequired[Annotated[int, Field(alias="urls_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicSeoUsageUpdate(TypedDict):
    billing_cycle_end: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="billing_cycle_end")]]
    billing_cycle_start: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="billing_cycle_start")]]
    content_item_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="content_item_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    operation_type: NotRequired[Annotated[str, Field(alias="operation_type")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    search_engine: NotRequired[Annotated[str, Field(alias="search_engine")]]
    urls_count: NotRequired[Annotated[int, Field(alias="urls_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicSocialAccountDailyStats(BaseModel):
    clicks: int = Field(alias="clicks")
    comments: int = Field(alias="comments")
    created_at: datetime.datetime = Field(alias="created_at")
    engagement: Optional[int] = Field(alias="engagement")
    impressions: int = Field(alias="impressions")
    likes: int = Field(alias="likes")
    organization_id: uuid.UUID = Field(alias="organization_id")
    reach: int = Field(alias="reach")
    saves: int = Field(alias="saves")
    shares: int = Field(alias="shares")
    social_account_id: uuid.UUID = Field(alias="social_account_id")
    stat_on: datetime.date = Field(alias="stat_on")
    subscribers_gained: int = Field(alias="subscribers_gained")
    updated_at: datetime.datetime = Field(alias="updated_at")
    views: int = Field(alias="views")
    watch_time_minutes: float = Field(alias="watch_time_minutes")

class PublicSocialAccountDailyStatsInsert(TypedDict):
    clicks: NotRequired[Annotated[int, Field(alias="clicks")]]
    comments: NotRequired[Annotated[int, Field(alias="comments")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    engagement: NotRequired[Annotated[Optional[int], Field(alias="engagement")]]
    impressions: NotRequired[Annotated[int, Field(alias="impressions")]]
    likes: NotRequired[Annotated[int, Field(alias="likes")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    reach: NotRequired[Annotated[int, Field(alias="reach")]]
    saves: NotRequired[Annotated[int, Field(alias="saves")]]
    shares: NotRequired[Annotated[int, Field(alias="shares")]]
    social_account_id: Annotated[uuid.UUID, Field(alias="social_account_id")]
    stat_on: Annotated[datetime.date, Field(alias="stat_on")]
    subscribers_gained: NotRequired[Annotated[int, Field(alias="subscribers_gained")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    views: NotRequired[Annotated[int, Field(alias="views")]]
    watch_time_minutes: NotRequired[Annotated[float, Field(alias="watch_time_minutes")]]

class PublicSocialAccountDailyStatsUpdate(TypedDict):
    clicks: NotRequired[Annotated[int, Field(alias="clicks")]]
    comments: NotRequired[Annotated[int, Field(alias="comments")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    engagement: NotRequired[Annotated[Optional[int], Field(alias="engagement")]]
    impressions: NotRequired[Annotated[int, Field(alias="impressions")]]
    likes: NotRequired[Annotated[int, Field(alias="likes")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    reach: NotRequired[Annotated[int, Field(alias="reach")]]
    saves: NotRequired[Annotated[int, Field(alias="saves")]]
    shares: NotRequired[Annotated[int, Field(alias="shares")]]
    social_account_id: NotRequired[Annotated[uuid.UUID, Field(alias="social_account_id")]]
    stat_on: NotRequired[Annotated[datetime.date, Field(alias="stat_on")]]
    subscribers_gained: NotRequired[Annotated[int, Field(alias="subscribers_gained")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    views: NotRequired[Annotated[int, Field(alias="views")]]
    watch_time_minutes: NotRequired[Annotated[float, Field(alias="watch_time_minutes")]]

class PublicSocialAccounts(BaseModel):
    account_handle: Optional[str] = Field(alias="account_handle")
    account_name: str = Field(alias="account_name")
    account_url: Optional[str] = Field(alias="account_url")
    avatar_url: Optional[str] = Field(alias="avatar_url")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    connection_id: uuid.UUID = Field(alias="connection_id")
    created_at: datetime.datetime = Field(alias="created_at")
    deleted_at: Optional[datetime.datetime] = Field(alias="deleted_at")
    description: Optional[str] = Field(alias="description")
    follower_count: Optional[int] = Field(alias="follower_count")
    following_count: Optional[int] = Field(alias="following_count")
    id: uuid.UUID = Field(alias="id")
    is_primary: bool = Field(alias="is_primary")
    last_sync_error: Optional[str] = Field(alias="last_sync_error")
    last_sync_status: Optional[PublicSyncStatus] = Field(alias="last_sync_status")
    last_synced_at: Optional[datetime.datetime] = Field(alias="last_synced_at")
    next_sync_at: Optional[datetime.datetime] = Field(alias="next_sync_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    platform: str = Field(alias="platform")
    platform_account_id: str = Field(alias="platform_account_id")
    post_count: Optional[int] = Field(alias="post_count")
    status: PublicAccountStatus = Field(alias="status")
    sync_mode: PublicSyncMode = Field(alias="sync_mode")
    updated_at: datetime.datetime = Field(alias="updated_at")
    view_count: Optional[int] = Field(alias="view_count")
    visibility: PublicVisibility = Field(alias="visibility")

class PublicSocialAccountsInsert(TypedDict):
    account_handle: NotRequired[Annotated[Optional[str], Field(alias="account_handle")]]
    account_name: Annotated[str, Field(alias="account_name")]
    account_url: NotRequired[Annotated[Optional[str], Field(alias="account_url")]]
    avatar_url: NotRequired[Annotated[Optional[str], Field(alias="avatar_url")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    connection_id: Annotated[uuid.UUID, Field(alias="connection_id")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    follower_count: NotRequired[Annotated[Optional[int], Field(alias="follower_count")]]
    following_count: NotRequired[Annotated[Optional[int], Field(alias="following_count")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_primary: NotRequired[Annotated[bool, Field(alias="is_primary")]]
    last_sync_error: NotRequired[Annotated[Optional[str], Field(alias="last_sync_error")]]
    last_sync_status: NotRequired[Annotated[Optional[PublicSyncStatus], Field(alias="last_sync_status")]]
    last_synced_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_synced_at")]]
    next_sync_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="next_sync_at")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    platform: Annotated[str, Field(alias="platform")]
    platform_account_id: Annotated[str, Field(alias="platform_account_id")]
    post_count: NotRequired[Annotated[Optional[int], Field(alias="post_count")]]
    status: NotRequired[Annotated[PublicAccountStatus, Field(alias="status")]]
    sync_mode: NotRequired[Annotated[PublicSyncMode, Field(alias="sync_mode")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    view_count: NotRequired[Annotated[Optional[int], Field(alias="view_count")]]
    visibility: NotRequired[Annotated[PublicVisibility, Field(alias="visibility")]]

class PublicSocialAccountsUpdate(TypedDict):
    account_handle: NotRequired[Annotated[Optional[str], Field(alias="account_handle")]]
    account_name: NotRequired[Annotated[str, Field(alias="account_name")]]
    account_url: NotRequired[Annotated[Optional[str], Field(alias="account_url")]]
    avatar_url: NotRequired[Annotated[Optional[str], Field(alias="avatar_url")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    connection_id: NotRequired[Annotated[uuid.UUID, Field(alias="connection_id")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="deleted_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    follower_count: NotRequired[Annotated[Optional[int], Field(alias="follower_count")]]
    following_count: NotRequired[Annotated[Optional[int], Field(alias="following_count")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_primary: NotRequired[Annotated[bool, Field(alias="is_primary")]]
    last_sync_error: NotRequired[Annotated[Optional[str], Field(alias="last_sync_error")]]
    last_sync_status: NotRequired[Annotated[Optional[PublicSyncStatus], Field(alias="last_sync_status")]]
    last_synced_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_synced_at")]]
    next_sync_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="next_sync_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    platform: NotRequired[Annotated[str, Field(alias="platform")]]
    platform_account_id: NotRequired[Annotated[str, Field(alias="platform_account_id")]]
    post_count: NotRequired[Annotated[Optional[int], Field(alias="post_count")]]
    status: NotRequired[Annotated[PublicAccountStatus, Field(alias="status")]]
    sync_mode: NotRequired[Annotated[PublicSyncMode, Field(alias="sync_mode")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    view_count: NotRequired[Annotated[Optional[int], Field(alias="view_count")]]
    visibility: NotRequired[Annotated[PublicVisibility, Field(alias="visibility")]]

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

class PublicSystemLogs(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    event_data: JsonValue = Field(alias="event_data")
    event_type: str = Field(alias="event_type")
    execution_time_ms: Optional[int] = Field(alias="execution_time_ms")
    id: int = Field(alias="id")
    ip_address: Optional[PgCatalogInet] = Field(alias="ip_address")
    memory_usage_mb: Optional[float] = Field(alias="memory_usage_mb")
    message: str = Field(alias="message")
    organization_id: Optional[uuid.UUID] = Field(alias="organization_id")
    request_id: Optional[str] = Field(alias="request_id")
    session_id: Optional[str] = Field(alias="session_id")
    severity: PublicLogSeverity = Field(alias="severity")
    source: str = Field(alias="source")
    user_agent: Optional[str] = Field(alias="user_agent")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicSystemLogsInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    event_data: NotRequired[Annotated[JsonValue, Field(alias="event_data")]]
    event_type: Annotated[str, Field(alias="event_type")]
    execution_time_ms: NotRequired[Annotated[Optional[int], Field(alias="execution_time_ms")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    ip_address: NotRequired[Annotated[Optional[PgCatalogInet], Field(alias="ip_address")]]
    memory_usage_mb: NotRequired[Annotated[Optional[float], Field(alias="memory_usage_mb")]]
    message: Annotated[str, Field(alias="message")]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    request_id: NotRequired[Annotated[Optional[str], Field(alias="request_id")]]
    session_id: NotRequired[Annotated[Optional[str], Field(alias="session_id")]]
    severity: NotRequired[Annotated[PublicLogSeverity, Field(alias="severity")]]
    source: Annotated[str, Field(alias="source")]
    user_agent: NotRequired[Annotated[Optional[str], Field(alias="user_agent")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicSystemLogsUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    event_data: NotRequired[Annotated[JsonValue, Field(alias="event_data")]]
    event_type: NotRequired[Annotated[str, Field(alias="event_type")]]
    execution_time_ms: NotRequired[Annotated[Optional[int], Field(alias="execution_time_ms")]]
    id: NotRequired[Annotated[int, Field(alias="id")]]
    ip_address: NotRequired[Annotated[Optional[PgCatalogInet], Field(alias="ip_address")]]
    memory_usage_mb: NotRequired[Annotated[Optional[float], Field(alias="memory_usage_mb")]]
    message: NotRequired[Annotated[str, Field(alias="message")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    request_id: NotRequired[Annotated[Optional[str], Field(alias="request_id")]]
    session_id: NotRequired[Annotated[Optional[str], Field(alias="session_id")]]
    severity: NotRequired[Annotated[PublicLogSeverity, Field(alias="severity")]]
    source: NotRequired[Annotated[str, Field(alias="source")]]
    user_agent: NotRequired[Annotated[Optional[str], Field(alias="user_agent")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicSystemSettings(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    id: uuid.UUID = Field(alias="id")
    is_public: bool = Field(alias="is_public")
    key: str = Field(alias="key")
    updated_at: datetime.datetime = Field(alias="updated_at")
    updated_by: Optional[uuid.UUID] = Field(alias="updated_by")
    value: JsonValue = Field(alias="value")
    value_type: PublicSettingType = Field(alias="value_type")

class PublicSystemSettingsInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_public: NotRequired[Annotated[bool, Field(alias="is_public")]]
    key: Annotated[str, Field(alias="key")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    updated_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="updated_by")]]
    value: Annotated[JsonValue, Field(alias="value")]
    value_type: Annotated[PublicSettingType, Field(alias="value_type")]

class PublicSystemSettingsUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_public: NotRequired[Annotated[bool, Field(alias="is_public")]]
    key: NotRequired[Annotated[str, Field(alias="key")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    updated_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="updated_by")]]
    value: NotRequired[Annotated[JsonValue, Field(alias="value")]]
    value_type: NotRequired[Annotated[PublicSettingType, Field(alias="value_type")]]

class PublicTemplateRatings(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    stars: int = Field(alias="stars")
    template_id: uuid.UUID = Field(alias="template_id")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: uuid.UUID = Field(alias="user_id")

class PublicTemplateRatingsInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    stars: Annotated[int, Field(alias="stars")]
    template_id: Annotated[uuid.UUID, Field(alias="template_id")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: Annotated[uuid.UUID, Field(alias="user_id")]

class PublicTemplateRatingsUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    stars: NotRequired[Annotated[int, Field(alias="stars")]]
    template_id: NotRequired[Annotated[uuid.UUID, Field(alias="template_id")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[uuid.UUID, Field(alias="user_id")]]

class PublicTemplates(BaseModel):
    config: JsonValue = Field(alias="config")
    created_at: datetime.datetime = Field(alias="created_at")
    description: Optional[str] = Field(alias="description")
    id: uuid.UUID = Field(alias="id")
    is_premium: bool = Field(alias="is_premium")
    is_public: bool = Field(alias="is_public")
    name: str = Field(alias="name")
    organization_id: uuid.UUID = Field(alias="organization_id")
    preview_url: Optional[str] = Field(alias="preview_url")
    rating: Optional[float] = Field(alias="rating")
    rating_count: int = Field(alias="rating_count")
    template_type: PublicTemplateType = Field(alias="template_type")
    updated_at: datetime.datetime = Field(alias="updated_at")
    usage_count: int = Field(alias="usage_count")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicTemplatesInsert(TypedDict):
    config: Annotated[JsonValue, Field(alias="config")]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_premium: NotRequired[Annotated[bool, Field(alias="is_premium")]]
    is_public: NotRequired[Annotated[bool, Field(alias="is_public")]]
    name: Annotated[str, Field(alias="name")]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    preview_url: NotRequired[Annotated[Optional[str], Field(alias="preview_url")]]
    rating: NotRequired[Annotated[Optional[float], Field(alias="rating")]]
    rating_count: NotRequired[Annotated[int, Field(alias="rating_count")]]
    template_type: Annotated[PublicTemplateType, Field(alias="template_type")]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    usage_count: NotRequired[Annotated[int, Field(alias="usage_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicTemplatesUpdate(TypedDict):
    config: NotRequired[Annotated[JsonValue, Field(alias="config")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_premium: NotRequired[Annotated[bool, Field(alias="is_premium")]]
    is_public: NotRequired[Annotated[bool, Field(alias="is_public")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    preview_url: NotRequired[Annotated[Optional[str], Field(alias="preview_url")]]
    rating: NotRequired[Annotated[Optional[float], Field(alias="rating")]]
    rating_count: NotRequired[Annotated[int, Field(alias="rating_count")]]
    template_type: NotRequired[Annotated[PublicTemplateType, Field(alias="template_type")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    usage_count: NotRequired[Annotated[int, Field(alias="usage_count")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicTextGenerationOutputs(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    generated_content_id: uuid.UUID = Field(alias="generated_content_id")
    organization_id: uuid.UUID = Field(alias="organization_id")
    sort_order: int = Field(alias="sort_order")
    text_generation_id: uuid.UUID = Field(alias="text_generation_id")

class PublicTextGenerationOutputsInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    generated_content_id: Annotated[uuid.UUID, Field(alias="generated_content_id")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    text_generation_id: Annotated[uuid.UUID, Field(alias="text_generation_id")]

class PublicTextGenerationOutputsUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    generated_content_id: NotRequired[Annotated[uuid.UUID, Field(alias="generated_content_id")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    text_generation_id: NotRequired[Annotated[uuid.UUID, Field(alias="text_generation_id")]]

class PublicTextGenerations(BaseModel):
    ai_model: Optional[str] = Field(alias="ai_model")
    ai_provider: Optional[str] = Field(alias="ai_provider")
    audience_profile_id: Optional[uuid.UUID] = Field(alias="audience_profile_id")
    brand_profile_id: Optional[uuid.UUID] = Field(alias="brand_profile_id")
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    completed_at: Optional[datetime.datetime] = Field(alias="completed_at")
    completion_tokens: int = Field(alias="completion_tokens")
    cost_usd: Optional[float] = Field(alias="cost_usd")
    created_at: datetime.datetime = Field(alias="created_at")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    generation_time_ms: Optional[int] = Field(alias="generation_time_ms")
    id: uuid.UUID = Field(alias="id")
    job_id: Optional[int] = Field(alias="job_id")
    kind: PublicTextGenerationKind = Field(alias="kind")
    language: str = Field(alias="language")
    organization_id: uuid.UUID = Field(alias="organization_id")
    parameters: JsonValue = Field(alias="parameters")
    prompt_tokens: int = Field(alias="prompt_tokens")
    request_hash: str = Field(alias="request_hash")
    result: JsonValue = Field(alias="result")
    started_at: Optional[datetime.datetime] = Field(alias="started_at")
    status: PublicTextGenerationStatus = Field(alias="status")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")

class PublicTextGenerationsInsert(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    audience_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="audience_profile_id")]]
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    completion_tokens: NotRequired[Annotated[int, Field(alias="completion_tokens")]]
    cost_usd: NotRequired[Annotated[Optional[float], Field(alias="cost_usd")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    generation_time_ms: NotRequired[Annotated[Optional[int], Field(alias="generation_time_ms")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    kind: Annotated[PublicTextGenerationKind, Field(alias="kind")]
    language: Annotated[str, Field(alias="language")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    parameters: Annotated[JsonValue, Field(alias="parameters")]
    prompt_tokens: NotRequired[Annotated[int, Field(alias="prompt_tokens")]]
    request_hash: Annotated[str, Field(alias="request_hash")]
    result: NotRequired[Annotated[JsonValue, Field(alias="result")]]
    started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="started_at")]]
    status: NotRequired[Annotated[PublicTextGenerationStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicTextGenerationsUpdate(TypedDict):
    ai_model: NotRequired[Annotated[Optional[str], Field(alias="ai_model")]]
    ai_provider: NotRequired[Annotated[Optional[str], Field(alias="ai_provider")]]
    audience_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="audience_profile_id")]]
    brand_profile_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="brand_profile_id")]]
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    completed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="completed_at")]]
    completion_tokens: NotRequired[Annotated[int, Field(alias="completion_tokens")]]
    cost_usd: NotRequired[Annotated[Optional[float], Field(alias="cost_usd")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    generation_time_ms: NotRequired[Annotated[Optional[int], Field(alias="generation_time_ms")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    kind: NotRequired[Annotated[PublicTextGenerationKind, Field(alias="kind")]]
    language: NotRequired[Annotated[str, Field(alias="language")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    parameters: NotRequired[Annotated[JsonValue, Field(alias="parameters")]]
    prompt_tokens: NotRequired[Annotated[int, Field(alias="prompt_tokens")]]
    request_hash: NotRequired[Annotated[str, Field(alias="request_hash")]]
    result: NotRequired[Annotated[JsonValue, Field(alias="result")]]
    started_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="started_at")]]
    status: NotRequired[Annotated[PublicTextGenerationStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]

class PublicTrendingKeywords(BaseModel):
    category: Optional[str] = Field(alias="category")
    competition_level: Optional[PublicCompetitionLevel] = Field(alias="competition_level")
    created_at: datetime.datetime = Field(alias="created_at")
    id: uuid.UUID = Field(alias="id")
    keyword: str = Field(alias="keyword")
    language: Optional[str] = Field(alias="language")
    platform: Optional[str] = Field(alias="platform")
    region: Optional[str] = Field(alias="region")
    search_volume: Optional[int] = Field(alias="search_volume")
    source: str = Field(alias="source")
    trending_score: Optional[float] = Field(alias="trending_score")
    updated_at: datetime.datetime = Field(alias="updated_at")
    valid_end: datetime.datetime = Field(alias="valid_end")
    valid_start: datetime.datetime = Field(alias="valid_start")

class PublicTrendingKeywordsInsert(TypedDict):
    category: NotRequired[Annotated[Optional[str], Field(alias="category")]]
    competition_level: NotRequired[Annotated[Optional[PublicCompetitionLevel], Field(alias="competition_level")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    keyword: Annotated[str, Field(alias="keyword")]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    region: NotRequired[Annotated[Optional[str], Field(alias="region")]]
    search_volume: NotRequired[Annotated[Optional[int], Field(alias="search_volume")]]
    source: Annotated[str, Field(alias="source")]
    trending_score: NotRequired[Annotated[Optional[float], Field(alias="trending_score")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    valid_end: Annotated[datetime.datetime, Field(alias="valid_end")]
    valid_start: NotRequired[Annotated[datetime.datetime, Field(alias="valid_start")]]

class PublicTrendingKeywordsUpdate(TypedDict):
    category: NotRequired[Annotated[Optional[str], Field(alias="category")]]
    competition_level: NotRequired[Annotated[Optional[PublicCompetitionLevel], Field(alias="competition_level")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    keyword: NotRequired[Annotated[str, Field(alias="keyword")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    platform: NotRequired[Annotated[Optional[str], Field(alias="platform")]]
    region: NotRequired[Annotated[Optional[str], Field(alias="region")]]
    search_volume: NotRequired[Annotated[Optional[int], Field(alias="search_volume")]]
    source: NotRequired[Annotated[str, Field(alias="source")]]
    trending_score: NotRequired[Annotated[Optional[float], Field(alias="trending_score")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    valid_end: NotRequired[Annotated[datetime.datetime, Field(alias="valid_end")]]
    valid_start: NotRequired[Annotated[datetime.datetime, Field(alias="valid_start")]]

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

class PublicUserAiSettings(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    language: Optional[str] = Field(alias="language")
    preferred_model: Optional[str] = Field(alias="preferred_model")
    preferred_provider: Optional[str] = Field(alias="preferred_provider")
    tone: Optional[PublicWritingTone] = Field(alias="tone")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: uuid.UUID = Field(alias="user_id")

class PublicUserAiSettingsInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    preferred_model: NotRequired[Annotated[Optional[str], Field(alias="preferred_model")]]
    preferred_provider: NotRequired[Annotated[Optional[str], Field(alias="preferred_provider")]]
    tone: NotRequired[Annotated[Optional[PublicWritingTone], Field(alias="tone")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: Annotated[uuid.UUID, Field(alias="user_id")]

class PublicUserAiSettingsUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    preferred_model: NotRequired[Annotated[Optional[str], Field(alias="preferred_model")]]
    preferred_provider: NotRequired[Annotated[Optional[str], Field(alias="preferred_provider")]]
    tone: NotRequired[Annotated[Optional[PublicWritingTone], Field(alias="tone")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[uuid.UUID, Field(alias="user_id")]]

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

class PublicVoiceModels(BaseModel):
    client_account_id: Optional[uuid.UUID] = Field(alias="client_account_id")
    consent_evidence_path: Optional[str] = Field(alias="consent_evidence_path")
    consent_full_name: Optional[str] = Field(alias="consent_full_name")
    consent_given_at: Optional[datetime.datetime] = Field(alias="consent_given_at")
    consent_given_by: Optional[uuid.UUID] = Field(alias="consent_given_by")
    consent_purpose: Optional[str] = Field(alias="consent_purpose")
    consent_revoked_at: Optional[datetime.datetime] = Field(alias="consent_revoked_at")
    consent_revoked_by: Optional[uuid.UUID] = Field(alias="consent_revoked_by")
    created_at: datetime.datetime = Field(alias="created_at")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    id: uuid.UUID = Field(alias="id")
    is_active: bool = Field(alias="is_active")
    job_id: Optional[int] = Field(alias="job_id")
    language: Optional[str] = Field(alias="language")
    name: str = Field(alias="name")
    organization_id: uuid.UUID = Field(alias="organization_id")
    provider: str = Field(alias="provider")
    provider_deleted_at: Optional[datetime.datetime] = Field(alias="provider_deleted_at")
    provider_voice_id: Optional[str] = Field(alias="provider_voice_id")
    quality_score: Optional[float] = Field(alias="quality_score")
    sample_audio_path: Optional[str] = Field(alias="sample_audio_path")
    training_duration_seconds: Optional[int] = Field(alias="training_duration_seconds")
    training_status: PublicTrainingStatus = Field(alias="training_status")
    updated_at: datetime.datetime = Field(alias="updated_at")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")
    version_number: int = Field(alias="version_number")

class PublicVoiceModelsInsert(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    consent_evidence_path: NotRequired[Annotated[Optional[str], Field(alias="consent_evidence_path")]]
    consent_full_name: NotRequired[Annotated[Optional[str], Field(alias="consent_full_name")]]
    consent_given_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="consent_given_at")]]
    consent_given_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="consent_given_by")]]
    consent_purpose: NotRequired[Annotated[Optional[str], Field(alias="consent_purpose")]]
    consent_revoked_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="consent_revoked_at")]]
    consent_revoked_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="consent_revoked_by")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    name: Annotated[str, Field(alias="name")]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    provider: NotRequired[Annotated[str, Field(alias="provider")]]
    provider_deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="provider_deleted_at")]]
    provider_voice_id: NotRequired[Annotated[Optional[str], Field(alias="provider_voice_id")]]
    quality_score: NotRequired[Annotated[Optional[float], Field(alias="quality_score")]]
    sample_audio_path: NotRequired[Annotated[Optional[str], Field(alias="sample_audio_path")]]
    training_duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="training_duration_seconds")]]
    training_status: NotRequired[Annotated[PublicTrainingStatus, Field(alias="training_status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    version_number: NotRequired[Annotated[int, Field(alias="version_number")]]

class PublicVoiceModelsUpdate(TypedDict):
    client_account_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="client_account_id")]]
    consent_evidence_path: NotRequired[Annotated[Optional[str], Field(alias="consent_evidence_path")]]
    consent_full_name: NotRequired[Annotated[Optional[str], Field(alias="consent_full_name")]]
    consent_given_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="consent_given_at")]]
    consent_given_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="consent_given_by")]]
    consent_purpose: NotRequired[Annotated[Optional[str], Field(alias="consent_purpose")]]
    consent_revoked_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="consent_revoked_at")]]
    consent_revoked_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="consent_revoked_by")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    job_id: NotRequired[Annotated[Optional[int], Field(alias="job_id")]]
    language: NotRequired[Annotated[Optional[str], Field(alias="language")]]
    name: NotRequired[Annotated[str, Field(alias="name")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    provider: NotRequired[Annotated[str, Field(alias="provider")]]
    provider_deleted_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="provider_deleted_at")]]
    provider_voice_id: NotRequired[Annotated[Optional[str], Field(alias="provider_voice_id")]]
    quality_score: NotRequired[Annotated[Optional[float], Field(alias="quality_score")]]
    sample_audio_path: NotRequired[Annotated[Optional[str], Field(alias="sample_audio_path")]]
    training_duration_seconds: NotRequired[Annotated[Optional[int], Field(alias="training_duration_seconds")]]
    training_status: NotRequired[Annotated[PublicTrainingStatus, Field(alias="training_status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    user_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="user_id")]]
    version_number: NotRequired[Annotated[int, Field(alias="version_number")]]

class PublicWebhookDeliveries(BaseModel):
    attempts: int = Field(alias="attempts")
    created_at: datetime.datetime = Field(alias="created_at")
    delivered_at: Optional[datetime.datetime] = Field(alias="delivered_at")
    duration_ms: Optional[int] = Field(alias="duration_ms")
    error_message: Optional[str] = Field(alias="error_message")
    event_id: uuid.UUID = Field(alias="event_id")
    event_type: str = Field(alias="event_type")
    id: uuid.UUID = Field(alias="id")
    lease_expires_at: Optional[datetime.datetime] = Field(alias="lease_expires_at")
    max_attempts: int = Field(alias="max_attempts")
    next_attempt_at: datetime.datetime = Field(alias="next_attempt_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    payload: JsonValue = Field(alias="payload")
    response_body: Optional[str] = Field(alias="response_body")
    response_code: Optional[int] = Field(alias="response_code")
    status: PublicWebhookDeliveryStatus = Field(alias="status")
    updated_at: datetime.datetime = Field(alias="updated_at")
    webhook_endpoint_id: uuid.UUID = Field(alias="webhook_endpoint_id")
    worker_id: Optional[str] = Field(alias="worker_id")

class PublicWebhookDeliveriesInsert(TypedDict):
    attempts: NotRequired[Annotated[int, Field(alias="attempts")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    delivered_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="delivered_at")]]
    duration_ms: NotRequired[Annotated[Optional[int], Field(alias="duration_ms")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    event_id: Annotated[uuid.UUID, Field(alias="event_id")]
    event_type: Annotated[str, Field(alias="event_type")]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    lease_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="lease_expires_at")]]
    max_attempts: NotRequired[Annotated[int, Field(alias="max_attempts")]]
    next_attempt_at: NotRequired[Annotated[datetime.datetime, Field(alias="next_attempt_at")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    payload: Annotated[JsonValue, Field(alias="payload")]
    response_body: NotRequired[Annotated[Optional[str], Field(alias="response_body")]]
    response_code: NotRequired[Annotated[Optional[int], Field(alias="response_code")]]
    status: NotRequired[Annotated[PublicWebhookDeliveryStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    webhook_endpoint_id: Annotated[uuid.UUID, Field(alias="webhook_endpoint_id")]
    worker_id: NotRequired[Annotated[Optional[str], Field(alias="worker_id")]]

class PublicWebhookDeliveriesUpdate(TypedDict):
    attempts: NotRequired[Annotated[int, Field(alias="attempts")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    delivered_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="delivered_at")]]
    duration_ms: NotRequired[Annotated[Optional[int], Field(alias="duration_ms")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    event_id: NotRequired[Annotated[uuid.UUID, Field(alias="event_id")]]
    event_type: NotRequired[Annotated[str, Field(alias="event_type")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    lease_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="lease_expires_at")]]
    max_attempts: NotRequired[Annotated[int, Field(alias="max_attempts")]]
    next_attempt_at: NotRequired[Annotated[datetime.datetime, Field(alias="next_attempt_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    payload: NotRequired[Annotated[JsonValue, Field(alias="payload")]]
    response_body: NotRequired[Annotated[Optional[str], Field(alias="response_body")]]
    response_code: NotRequired[Annotated[Optional[int], Field(alias="response_code")]]
    status: NotRequired[Annotated[PublicWebhookDeliveryStatus, Field(alias="status")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    webhook_endpoint_id: NotRequired[Annotated[uuid.UUID, Field(alias="webhook_endpoint_id")]]
    worker_id: NotRequired[Annotated[Optional[str], Field(alias="worker_id")]]

class PublicWebhookEndpoints(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    created_by: Optional[uuid.UUID] = Field(alias="created_by")
    description: Optional[str] = Field(alias="description")
    disabled_at: Optional[datetime.datetime] = Field(alias="disabled_at")
    disabled_reason: Optional[str] = Field(alias="disabled_reason")
    event_types: List[str] = Field(alias="event_types")
    failure_count: int = Field(alias="failure_count")
    first_failure_at: Optional[datetime.datetime] = Field(alias="first_failure_at")
    id: uuid.UUID = Field(alias="id")
    is_enabled: bool = Field(alias="is_enabled")
    last_failure_at: Optional[datetime.datetime] = Field(alias="last_failure_at")
    last_success_at: Optional[datetime.datetime] = Field(alias="last_success_at")
    organization_id: uuid.UUID = Field(alias="organization_id")
    previous_secret_expires_at: Optional[datetime.datetime] = Field(alias="previous_secret_expires_at")
    previous_vault_secret_name: Optional[str] = Field(alias="previous_vault_secret_name")
    updated_at: datetime.datetime = Field(alias="updated_at")
    url: str = Field(alias="url")
    vault_secret_name: str = Field(alias="vault_secret_name")

class PublicWebhookEndpointsInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    disabled_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="disabled_at")]]
    disabled_reason: NotRequired[Annotated[Optional[str], Field(alias="disabled_reason")]]
    event_types: Annotated[List[str], Field(alias="event_types")]
    failure_count: NotRequired[Annotated[int, Field(alias="failure_count")]]
    first_failure_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="first_failure_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_enabled: NotRequired[Annotated[bool, Field(alias="is_enabled")]]
    last_failure_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_failure_at")]]
    last_success_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_success_at")]]
    organization_id: Annotated[uuid.UUID, Field(alias="organization_id")]
    previous_secret_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="previous_secret_expires_at")]]
    previous_vault_secret_name: NotRequired[Annotated[Optional[str], Field(alias="previous_vault_secret_name")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    url: Annotated[str, Field(alias="url")]
    vault_secret_name: Annotated[str, Field(alias="vault_secret_name")]

class PublicWebhookEndpointsUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    created_by: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="created_by")]]
    description: NotRequired[Annotated[Optional[str], Field(alias="description")]]
    disabled_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="disabled_at")]]
    disabled_reason: NotRequired[Annotated[Optional[str], Field(alias="disabled_reason")]]
    event_types: NotRequired[Annotated[List[str], Field(alias="event_types")]]
    failure_count: NotRequired[Annotated[int, Field(alias="failure_count")]]
    first_failure_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="first_failure_at")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    is_enabled: NotRequired[Annotated[bool, Field(alias="is_enabled")]]
    last_failure_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_failure_at")]]
    last_success_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="last_success_at")]]
    organization_id: NotRequired[Annotated[uuid.UUID, Field(alias="organization_id")]]
    previous_secret_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="previous_secret_expires_at")]]
    previous_vault_secret_name: NotRequired[Annotated[Optional[str], Field(alias="previous_vault_secret_name")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    url: NotRequired[Annotated[str, Field(alias="url")]]
    vault_secret_name: NotRequired[Annotated[str, Field(alias="vault_secret_name")]]

class PublicWebhookEventTypes(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    description: str = Field(alias="description")
    is_active: bool = Field(alias="is_active")
    slug: str = Field(alias="slug")
    sort_order: int = Field(alias="sort_order")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicWebhookEventTypesInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: Annotated[str, Field(alias="description")]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    slug: Annotated[str, Field(alias="slug")]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicWebhookEventTypesUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    description: NotRequired[Annotated[str, Field(alias="description")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    slug: NotRequired[Annotated[str, Field(alias="slug")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicWebhookEvents(BaseModel):
    attempts: int = Field(alias="attempts")
    created_at: datetime.datetime = Field(alias="created_at")
    error_code: Optional[str] = Field(alias="error_code")
    error_message: Optional[str] = Field(alias="error_message")
    event_id: str = Field(alias="event_id")
    event_type: str = Field(alias="event_type")
    headers: JsonValue = Field(alias="headers")
    id: uuid.UUID = Field(alias="id")
    lease_expires_at: Optional[datetime.datetime] = Field(alias="lease_expires_at")
    next_retry_at: datetime.datetime = Field(alias="next_retry_at")
    occurred_at: datetime.datetime = Field(alias="occurred_at")
    organization_id: Optional[uuid.UUID] = Field(alias="organization_id")
    payload: JsonValue = Field(alias="payload")
    position: int = Field(alias="position")
    processed: bool = Field(alias="processed")
    processed_at: Optional[datetime.datetime] = Field(alias="processed_at")
    source: str = Field(alias="source")
    status: PublicWebhookEventStatus = Field(alias="status")
    subject: Optional[str] = Field(alias="subject")
    updated_at: datetime.datetime = Field(alias="updated_at")
    worker_id: Optional[str] = Field(alias="worker_id")

class PublicWebhookEventsInsert(TypedDict):
    attempts: NotRequired[Annotated[int, Field(alias="attempts")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    event_id: Annotated[str, Field(alias="event_id")]
    event_type: Annotated[str, Field(alias="event_type")]
    headers: NotRequired[Annotated[JsonValue, Field(alias="headers")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    lease_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="lease_expires_at")]]
    next_retry_at: NotRequired[Annotated[datetime.datetime, Field(alias="next_retry_at")]]
    occurred_at: NotRequired[Annotated[datetime.datetime, Field(alias="occurred_at")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    payload: Annotated[JsonValue, Field(alias="payload")]
    position: NotRequired[Annotated[int, Field(alias="position")]]
    processed: NotRequired[Annotated[bool, Field(alias="processed")]]
    processed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="processed_at")]]
    source: Annotated[str, Field(alias="source")]
    status: NotRequired[Annotated[PublicWebhookEventStatus, Field(alias="status")]]
    subject: NotRequired[Annotated[Optional[str], Field(alias="subject")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    worker_id: NotRequired[Annotated[Optional[str], Field(alias="worker_id")]]

class PublicWebhookEventsUpdate(TypedDict):
    attempts: NotRequired[Annotated[int, Field(alias="attempts")]]
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    error_code: NotRequired[Annotated[Optional[str], Field(alias="error_code")]]
    error_message: NotRequired[Annotated[Optional[str], Field(alias="error_message")]]
    event_id: NotRequired[Annotated[str, Field(alias="event_id")]]
    event_type: NotRequired[Annotated[str, Field(alias="event_type")]]
    headers: NotRequired[Annotated[JsonValue, Field(alias="headers")]]
    id: NotRequired[Annotated[uuid.UUID, Field(alias="id")]]
    lease_expires_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="lease_expires_at")]]
    next_retry_at: NotRequired[Annotated[datetime.datetime, Field(alias="next_retry_at")]]
    occurred_at: NotRequired[Annotated[datetime.datetime, Field(alias="occurred_at")]]
    organization_id: NotRequired[Annotated[Optional[uuid.UUID], Field(alias="organization_id")]]
    payload: NotRequired[Annotated[JsonValue, Field(alias="payload")]]
    position: NotRequired[Annotated[int, Field(alias="position")]]
    processed: NotRequired[Annotated[bool, Field(alias="processed")]]
    processed_at: NotRequired[Annotated[Optional[datetime.datetime], Field(alias="processed_at")]]
    source: NotRequired[Annotated[str, Field(alias="source")]]
    status: NotRequired[Annotated[PublicWebhookEventStatus, Field(alias="status")]]
    subject: NotRequired[Annotated[Optional[str], Field(alias="subject")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]
    worker_id: NotRequired[Annotated[Optional[str], Field(alias="worker_id")]]

class PublicWebhookSources(BaseModel):
    created_at: datetime.datetime = Field(alias="created_at")
    display_name: str = Field(alias="display_name")
    is_active: bool = Field(alias="is_active")
    max_attempts: int = Field(alias="max_attempts")
    signature_scheme: str = Field(alias="signature_scheme")
    slug: str = Field(alias="slug")
    sort_order: int = Field(alias="sort_order")
    updated_at: datetime.datetime = Field(alias="updated_at")

class PublicWebhookSourcesInsert(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    display_name: Annotated[str, Field(alias="display_name")]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    max_attempts: NotRequired[Annotated[int, Field(alias="max_attempts")]]
    signature_scheme: Annotated[str, Field(alias="signature_scheme")]
    slug: Annotated[str, Field(alias="slug")]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicWebhookSourcesUpdate(TypedDict):
    created_at: NotRequired[Annotated[datetime.datetime, Field(alias="created_at")]]
    display_name: NotRequired[Annotated[str, Field(alias="display_name")]]
    is_active: NotRequired[Annotated[bool, Field(alias="is_active")]]
    max_attempts: NotRequired[Annotated[int, Field(alias="max_attempts")]]
    signature_scheme: NotRequired[Annotated[str, Field(alias="signature_scheme")]]
    slug: NotRequired[Annotated[str, Field(alias="slug")]]
    sort_order: NotRequired[Annotated[int, Field(alias="sort_order")]]
    updated_at: NotRequired[Annotated[datetime.datetime, Field(alias="updated_at")]]

class PublicMonthlyAiUsage(BaseModel):
    ai_model: str = Field(alias="ai_model")
    ai_provider: str = Field(alias="ai_provider")
    average_processing_time_ms: Optional[int] = Field(alias="average_processing_time_ms")
    call_count: Optional[int] = Field(alias="call_count")
    completion_tokens: Optional[int] = Field(alias="completion_tokens")
    cost_usd: Optional[float] = Field(alias="cost_usd")
    estimated_count: Optional[int] = Field(alias="estimated_count")
    failed_count: Optional[int] = Field(alias="failed_count")
    feature: str = Field(alias="feature")
    month_start: Optional[datetime.date] = Field(alias="month_start")
    organization_id: uuid.UUID = Field(alias="organization_id")
    prompt_tokens: Optional[int] = Field(alias="prompt_tokens")
    total_tokens: Optional[int] = Field(alias="total_tokens")
    unknown_count: Optional[int] = Field(alias="unknown_count")
    unpriced_count: Optional[int] = Field(alias="unpriced_count")

class PublicMonthlyApiUsage(BaseModel):
    api_provider: str = Field(alias="api_provider")
    avg_response_time: Optional[float] = Field(alias="avg_response_time")
    error_count: int = Field(alias="error_count")
    month: datetime.date = Field(alias="month")
    organization_id: uuid.UUID = Field(alias="organization_id")
    request_count: int = Field(alias="request_count")
    total_credits_cost: int = Field(alias="total_credits_cost")
    total_financial_cost: float = Field(alias="total_financial_cost")
    total_quota_cost: int = Field(alias="total_quota_cost")
    total_tokens_used: int = Field(alias="total_tokens_used")
    user_id: Optional[uuid.UUID] = Field(alias="user_id")



class PublicBrandVoiceMatch(BaseModel):
    sample_id: Optional[uuid.UUID] = Field(alias="sample_id")
    similarity: Optional[float] = Field(alias="similarity")
    sample_text: Optional[str] = Field(alias="sample_text")
    platform: Optional[str] = Field(alias="platform")
    content_type: Optional[PublicGeneratedContentType] = Field(alias="content_type")
    language: Optional[str] = Field(alias="language")
    source_url: Optional[str] = Field(alias="source_url")
    metadata: Optional[JsonValue] = Field(alias="metadata")
    created_at: Optional[datetime.datetime] = Field(alias="created_at")

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
