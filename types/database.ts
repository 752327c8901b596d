// Generated from the migrations by `make schema`.
export type Json = string | number | boolean | null | {
    [key: string]: Json | undefined;
} | Json[];
export type Database = {
    "public": {
        Tables: {
            "ai_models": {
                Row: {
                    "cached_input_cost_per_million_tokens": number | null;
                    "capabilities": (Database["public"]['Enums']["ai_capability"])[];
                    "cost_per_image": number | null;
                    "cost_per_minute": number | null;
                    "created_at": string;
                    "display_name": string;
                    "embedding_dimensions": number | null;
                    "id": string;
                    "input_cost_per_million_tokens": number | null;
                    "is_active": boolean;
                    "long_cached_input_cost_per_million_tokens": number | null;
                    "long_input_cost_per_million_tokens": number | null;
                    "long_output_cost_per_million_tokens": number | null;
                    "long_prompt_tokens": number | null;
                    "max_context_tokens": number | null;
                    "max_embedding_dimensions": number | null;
                    "max_output_tokens": number | null;
                    "min_embedding_dimensions": number | null;
                    "name": string;
                    "output_cost_per_million_tokens": number | null;
                    "priced_on": string | null;
                    "prices_end_on": string | null;
                    "provider": string;
                    "retires_on": string | null;
                    "sort_order": number;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "cached_input_cost_per_million_tokens"?: number | null;
                    "capabilities": (Database["public"]['Enums']["ai_capability"])[];
                    "cost_per_image"?: number | null;
                    "cost_per_minute"?: number | null;
                    "created_at"?: string;
                    "display_name": string;
                    "embedding_dimensions"?: number | null;
                    "id"?: string;
                    "input_cost_per_million_tokens"?: number | null;
                    "is_active"?: boolean;
                    "long_cached_input_cost_per_million_tokens"?: number | null;
                    "long_input_cost_per_million_tokens"?: number | null;
                    "long_output_cost_per_million_tokens"?: number | null;
                    "long_prompt_tokens"?: number | null;
                    "max_context_tokens"?: number | null;
                    "max_embedding_dimensions"?: number | null;
                    "max_output_tokens"?: number | null;
                    "min_embedding_dimensions"?: number | null;
                    "name": string;
                    "output_cost_per_million_tokens"?: number | null;
                    "priced_on"?: string | null;
                    "prices_end_on"?: string | null;
                    "provider": string;
                    "retires_on"?: string | null;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Update: {
                    "cached_input_cost_per_million_tokens"?: number | null;
                    "capabilities"?: (Database["public"]['Enums']["ai_capability"])[];
                    "cost_per_image"?: number | null;
                    "cost_per_minute"?: number | null;
                    "created_at"?: string;
                    "display_name"?: string;
                    "embedding_dimensions"?: number | null;
                    "id"?: string;
                    "input_cost_per_million_tokens"?: number | null;
                    "is_active"?: boolean;
                    "long_cached_input_cost_per_million_tokens"?: number | null;
                    "long_input_cost_per_million_tokens"?: number | null;
                    "long_output_cost_per_million_tokens"?: number | null;
                    "long_prompt_tokens"?: number | null;
                    "max_context_tokens"?: number | null;
                    "max_embedding_dimensions"?: number | null;
                    "max_output_tokens"?: number | null;
                    "min_embedding_dimensions"?: number | null;
                    "name"?: string;
                    "output_cost_per_million_tokens"?: number | null;
                    "priced_on"?: string | null;
                    "prices_end_on"?: string | null;
                    "provider"?: string;
                    "retires_on"?: string | null;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "ai_models_provider_fkey";
                        columns: [
                            "provider"
                        ];
                        isOneToOne: false;
                        referencedRelation: "ai_providers";
                        referencedColumns: [
                            "slug"
                        ];
                    }
                ];
            };
            "ai_providers": {
                Row: {
                    "base_url": string | null;
                    "created_at": string;
                    "display_name": string;
                    "id": string;
                    "is_active": boolean;
                    "is_api_key_required": boolean;
                    "is_streaming_supported": boolean;
                    "slug": string;
                    "sort_order": number;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "base_url"?: string | null;
                    "created_at"?: string;
                    "display_name": string;
                    "id"?: string;
                    "is_active"?: boolean;
                    "is_api_key_required"?: boolean;
                    "is_streaming_supported"?: boolean;
                    "slug": string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Update: {
                    "base_url"?: string | null;
                    "created_at"?: string;
                    "display_name"?: string;
                    "id"?: string;
                    "is_active"?: boolean;
                    "is_api_key_required"?: boolean;
                    "is_streaming_supported"?: boolean;
                    "slug"?: string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
            "ai_suggestion_applications": {
                Row: {
                    "ai_suggestion_id": string;
                    "applied_at": string;
                    "applied_by": string | null;
                    "applied_field": Database["public"]['Enums']["ai_suggestion_field"];
                    "applied_value": string;
                    "id": string;
                    "organization_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "ai_suggestion_id": string;
                    "applied_at"?: string;
                    "applied_by"?: string | null;
                    "applied_field": Database["public"]['Enums']["ai_suggestion_field"];
                    "applied_value": string;
                    "id"?: string;
                    "organization_id": string;
                };
                Update: {
                    "ai_suggestion_id"?: string;
                    "applied_at"?: string;
                    "applied_by"?: string | null;
                    "applied_field"?: Database["public"]['Enums']["ai_suggestion_field"];
                    "applied_value"?: string;
                    "id"?: string;
                    "organization_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "ai_suggestion_applications_ai_suggestion_id_fkey";
                        columns: [
                            "organization_id",
                            "ai_suggestion_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "ai_suggestions";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "ai_suggestion_applications_applied_by_fkey";
                        columns: [
                            "applied_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "ai_suggestions": {
                Row: {
                    "ai_model": string | null;
                    "ai_provider": string | null;
                    "applied_at": string | null;
                    "completion_tokens": number;
                    "confidence_score": number | null;
                    "content_item_id": string;
                    "created_at": string;
                    "id": string;
                    "is_applied": boolean;
                    "job_id": number | null;
                    "notes": NonNullable<Json>;
                    "organization_id": string;
                    "processing_time_ms": number | null;
                    "prompt_tokens": number;
                    "readability_score": number | null;
                    "reasons": (string)[];
                    "related_topics": (string)[];
                    "sentiment": string | null;
                    "seo_score": number | null;
                    "suggested_category": string | null;
                    "suggested_description": string | null;
                    "suggested_tags": (string)[];
                    "suggested_titles": (string)[];
                    "target_audience": (string)[];
                    "total_cost_usd": number;
                    "trending_hashtags": (string)[];
                    "trending_keywords": (string)[];
                    "trending_score": number | null;
                    "unknown_cost_count": number;
                    "updated_at": string;
                    "user_id": string | null;
                    "version": number;
                    "voice_fit": NonNullable<Json>;
                    "voice_fit_score": number | null;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "applied_at"?: string | null;
                    "completion_tokens"?: number;
                    "confidence_score"?: number | null;
                    "content_item_id": string;
                    "created_at"?: string;
                    "id"?: string;
                    "is_applied"?: never;
                    "job_id"?: number | null;
                    "notes"?: NonNullable<Json>;
                    "organization_id": string;
                    "processing_time_ms"?: number | null;
                    "prompt_tokens"?: number;
                    "readability_score"?: number | null;
                    "reasons"?: (string)[];
                    "related_topics"?: (string)[];
                    "sentiment"?: string | null;
                    "seo_score"?: number | null;
                    "suggested_category"?: string | null;
                    "suggested_description"?: string | null;
                    "suggested_tags"?: (string)[];
                    "suggested_titles"?: (string)[];
                    "target_audience"?: (string)[];
                    "total_cost_usd"?: number;
                    "trending_hashtags"?: (string)[];
                    "trending_keywords"?: (string)[];
                    "trending_score"?: number | null;
                    "unknown_cost_count"?: number;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "version": number;
                    "voice_fit"?: NonNullable<Json>;
                    "voice_fit_score"?: number | null;
                };
                Update: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "applied_at"?: string | null;
                    "completion_tokens"?: number;
                    "confidence_score"?: number | null;
                    "content_item_id"?: string;
                    "created_at"?: string;
                    "id"?: string;
                    "is_applied"?: never;
                    "job_id"?: number | null;
                    "notes"?: NonNullable<Json>;
                    "organization_id"?: string;
                    "processing_time_ms"?: number | null;
                    "prompt_tokens"?: number;
                    "readability_score"?: number | null;
                    "reasons"?: (string)[];
                    "related_topics"?: (string)[];
                    "sentiment"?: string | null;
                    "seo_score"?: number | null;
                    "suggested_category"?: string | null;
                    "suggested_description"?: string | null;
                    "suggested_tags"?: (string)[];
                    "suggested_titles"?: (string)[];
                    "target_audience"?: (string)[];
                    "total_cost_usd"?: number;
                    "trending_hashtags"?: (string)[];
                    "trending_keywords"?: (string)[];
                    "trending_score"?: number | null;
                    "unknown_cost_count"?: number;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "version"?: number;
                    "voice_fit"?: NonNullable<Json>;
                    "voice_fit_score"?: number | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "ai_suggestions_ai_model_fkey";
                        columns: [
                            "ai_provider",
                            "ai_model"
                        ];
                        isOneToOne: false;
                        referencedRelation: "ai_models";
                        referencedColumns: [
                            "provider",
                            "name"
                        ];
                    },
                    {
                        foreignKeyName: "ai_suggestions_content_item_id_fkey";
                        columns: [
                            "organization_id",
                            "content_item_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_items";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "ai_suggestions_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "ai_suggestions_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "ai_usage": {
                Row: {
                    "ai_model": string;
                    "ai_provider": string;
                    "audio_seconds": number;
                    "billing_cycle_end": string | null;
                    "billing_cycle_start": string | null;
                    "cached_prompt_tokens": number;
                    "call_id": string | null;
                    "certainty": Database["public"]['Enums']["ai_usage_certainty"];
                    "client_account_id": string | null;
                    "completion_tokens": number;
                    "content_item_id": string | null;
                    "cost_usd": number | null;
                    "created_at": string;
                    "error_code": string | null;
                    "feature": string;
                    "generation_id": string | null;
                    "id": number;
                    "images": number;
                    "is_own_key": boolean;
                    "job_id": number | null;
                    "operation_type": string;
                    "organization_id": string;
                    "processing_time_ms": number | null;
                    "prompt_tokens": number;
                    "request_id": string | null;
                    "status": Database["public"]['Enums']["ai_usage_status"];
                    "total_tokens": number;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model": string;
                    "ai_provider": string;
                    "audio_seconds"?: number;
                    "billing_cycle_end"?: string | null;
                    "billing_cycle_start"?: string | null;
                    "cached_prompt_tokens"?: number;
                    "call_id"?: string | null;
                    "certainty"?: Database["public"]['Enums']["ai_usage_certainty"];
                    "client_account_id"?: string | null;
                    "completion_tokens"?: number;
                    "content_item_id"?: string | null;
                    "cost_usd"?: number | null;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "feature": string;
                    "generation_id"?: string | null;
                    "id"?: never;
                    "images"?: number;
                    "is_own_key"?: boolean;
                    "job_id"?: number | null;
                    "operation_type"?: string;
                    "organization_id": string;
                    "processing_time_ms"?: number | null;
                    "prompt_tokens"?: number;
                    "request_id"?: string | null;
                    "status"?: Database["public"]['Enums']["ai_usage_status"];
                    "total_tokens"?: never;
                    "user_id"?: string | null;
                };
                Update: {
                    "ai_model"?: string;
                    "ai_provider"?: string;
                    "audio_seconds"?: number;
                    "billing_cycle_end"?: string | null;
                    "billing_cycle_start"?: string | null;
                    "cached_prompt_tokens"?: number;
                    "call_id"?: string | null;
                    "certainty"?: Database["public"]['Enums']["ai_usage_certainty"];
                    "client_account_id"?: string | null;
                    "completion_tokens"?: number;
                    "content_item_id"?: string | null;
                    "cost_usd"?: number | null;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "feature"?: string;
                    "generation_id"?: string | null;
                    "id"?: never;
                    "images"?: number;
                    "is_own_key"?: boolean;
                    "job_id"?: number | null;
                    "operation_type"?: string;
                    "organization_id"?: string;
                    "processing_time_ms"?: number | null;
                    "prompt_tokens"?: number;
                    "request_id"?: string | null;
                    "status"?: Database["public"]['Enums']["ai_usage_status"];
                    "total_tokens"?: never;
                    "user_id"?: string | null;
                };
                Relationships: [
                ];
            };
            "analysis_runs": {
                Row: {
                    "analyzed_count": number;
                    "client_account_id": string | null;
                    "competitors": Json | null;
                    "completed_at": string | null;
                    "created_at": string;
                    "failed_count": number;
                    "id": string;
                    "includes_competitors": boolean;
                    "insights": Json | null;
                    "is_refresh": boolean;
                    "organization_id": string;
                    "requested_count": number;
                    "skipped_count": number;
                    "social_account_ids": (string)[];
                    "status": Database["public"]['Enums']["analysis_status"];
                    "updated_at": string;
                    "updated_count": number;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "analyzed_count"?: number;
                    "client_account_id"?: string | null;
                    "competitors"?: Json | null;
                    "completed_at"?: string | null;
                    "created_at"?: string;
                    "failed_count"?: number;
                    "id"?: string;
                    "includes_competitors"?: boolean;
                    "insights"?: Json | null;
                    "is_refresh"?: boolean;
                    "organization_id": string;
                    "requested_count": number;
                    "skipped_count"?: number;
                    "social_account_ids"?: (string)[];
                    "status"?: Database["public"]['Enums']["analysis_status"];
                    "updated_at"?: string;
                    "updated_count"?: number;
                    "user_id"?: string | null;
                };
                Update: {
                    "analyzed_count"?: number;
                    "client_account_id"?: string | null;
                    "competitors"?: Json | null;
                    "completed_at"?: string | null;
                    "created_at"?: string;
                    "failed_count"?: number;
                    "id"?: string;
                    "includes_competitors"?: boolean;
                    "insights"?: Json | null;
                    "is_refresh"?: boolean;
                    "organization_id"?: string;
                    "requested_count"?: number;
                    "skipped_count"?: number;
                    "social_account_ids"?: (string)[];
                    "status"?: Database["public"]['Enums']["analysis_status"];
                    "updated_at"?: string;
                    "updated_count"?: number;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "analysis_runs_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "analysis_runs_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "analysis_runs_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "api_keys": {
                Row: {
                    "created_at": string;
                    "created_by": string | null;
                    "expires_at": string | null;
                    "id": string;
                    "last_used_at": string | null;
                    "name": string;
                    "organization_id": string;
                    "prefix": string;
                    "revoked_at": string | null;
                    "revoked_by": string | null;
                    "scopes": (string)[];
                    "secret_hash": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "expires_at"?: string | null;
                    "id"?: string;
                    "last_used_at"?: string | null;
                    "name": string;
                    "organization_id": string;
                    "prefix": string;
                    "revoked_at"?: string | null;
                    "revoked_by"?: string | null;
                    "scopes": (string)[];
                    "secret_hash": string;
                    "updated_at"?: string;
                };
                Update: {
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "expires_at"?: string | null;
                    "id"?: string;
                    "last_used_at"?: string | null;
                    "name"?: string;
                    "organization_id"?: string;
                    "prefix"?: string;
                    "revoked_at"?: string | null;
                    "revoked_by"?: string | null;
                    "scopes"?: (string)[];
                    "secret_hash"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "api_keys_created_by_fkey";
                        columns: [
                            "created_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "api_keys_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "api_keys_revoked_by_fkey";
                        columns: [
                            "revoked_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "api_scopes": {
                Row: {
                    "created_at": string;
                    "description": string | null;
                    "display_name": string;
                    "slug": string;
                    "sort_order": number;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "description"?: string | null;
                    "display_name": string;
                    "slug": string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Update: {
                    "created_at"?: string;
                    "description"?: string | null;
                    "display_name"?: string;
                    "slug"?: string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
            "api_usage": {
                Row: {
                    "api_provider": string;
                    "created_at": string;
                    "credits_cost": number;
                    "endpoint": string | null;
                    "error_message": string | null;
                    "estimated_cost_usd": number;
                    "event_type": string;
                    "feature_used": string | null;
                    "financial_cost_usd": number;
                    "generation_id": string | null;
                    "id": number;
                    "ip_address": unknown;
                    "method": string | null;
                    "organization_id": string;
                    "platform_count": number | null;
                    "platforms": (string)[];
                    "quota_cost": number;
                    "request_size_bytes": number | null;
                    "response_size_bytes": number | null;
                    "response_time_ms": number | null;
                    "status_code": number | null;
                    "tokens_used": number;
                    "unknown_cost_count": number;
                    "user_agent": string | null;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "api_provider": string;
                    "created_at"?: string;
                    "credits_cost"?: number;
                    "endpoint"?: string | null;
                    "error_message"?: string | null;
                    "estimated_cost_usd"?: number;
                    "event_type"?: string;
                    "feature_used"?: string | null;
                    "financial_cost_usd"?: number;
                    "generation_id"?: string | null;
                    "id"?: never;
                    "ip_address"?: unknown;
                    "method"?: string | null;
                    "organization_id": string;
                    "platform_count"?: number | null;
                    "platforms"?: (string)[];
                    "quota_cost"?: number;
                    "request_size_bytes"?: number | null;
                    "response_size_bytes"?: number | null;
                    "response_time_ms"?: number | null;
                    "status_code"?: number | null;
                    "tokens_used"?: number;
                    "unknown_cost_count"?: number;
                    "user_agent"?: string | null;
                    "user_id"?: string | null;
                };
                Update: {
                    "api_provider"?: string;
                    "created_at"?: string;
                    "credits_cost"?: number;
                    "endpoint"?: string | null;
                    "error_message"?: string | null;
                    "estimated_cost_usd"?: number;
                    "event_type"?: string;
                    "feature_used"?: string | null;
                    "financial_cost_usd"?: number;
                    "generation_id"?: string | null;
                    "id"?: never;
                    "ip_address"?: unknown;
                    "method"?: string | null;
                    "organization_id"?: string;
                    "platform_count"?: number | null;
                    "platforms"?: (string)[];
                    "quota_cost"?: number;
                    "request_size_bytes"?: number | null;
                    "response_size_bytes"?: number | null;
                    "response_time_ms"?: number | null;
                    "status_code"?: number | null;
                    "tokens_used"?: number;
                    "unknown_cost_count"?: number;
                    "user_agent"?: string | null;
                    "user_id"?: string | null;
                };
                Relationships: [
                ];
            };
            "api_usage_monthly": {
                Row: {
                    "api_provider": string;
                    "error_count": number;
                    "event_type": string;
                    "id": number;
                    "month_start": string;
                    "organization_id": string;
                    "request_count": number;
                    "response_time_count": number;
                    "response_time_ms_sum": number;
                    "total_bytes": number;
                    "total_credits_cost": number;
                    "total_estimated_cost_usd": number;
                    "total_financial_cost_usd": number;
                    "total_quota_cost": number;
                    "total_tokens_used": number;
                    "total_unknown_cost_count": number;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "api_provider": string;
                    "error_count"?: number;
                    "event_type": string;
                    "id"?: never;
                    "month_start": string;
                    "organization_id": string;
                    "request_count"?: number;
                    "response_time_count"?: number;
                    "response_time_ms_sum"?: number;
                    "total_bytes"?: number;
                    "total_credits_cost"?: number;
                    "total_estimated_cost_usd"?: number;
                    "total_financial_cost_usd"?: number;
                    "total_quota_cost"?: number;
                    "total_tokens_used"?: number;
                    "total_unknown_cost_count"?: number;
                    "user_id"?: string | null;
                };
                Update: {
                    "api_provider"?: string;
                    "error_count"?: number;
                    "event_type"?: string;
                    "id"?: never;
                    "month_start"?: string;
                    "organization_id"?: string;
                    "request_count"?: number;
                    "response_time_count"?: number;
                    "response_time_ms_sum"?: number;
                    "total_bytes"?: number;
                    "total_credits_cost"?: number;
                    "total_estimated_cost_usd"?: number;
                    "total_financial_cost_usd"?: number;
                    "total_quota_cost"?: number;
                    "total_tokens_used"?: number;
                    "total_unknown_cost_count"?: number;
                    "user_id"?: string | null;
                };
                Relationships: [
                ];
            };
            "approval_decisions": {
                Row: {
                    "approval_request_id": string;
                    "client_account_id": string | null;
                    "comment": string | null;
                    "created_at": string;
                    "decision": Database["public"]['Enums']["approval_decision"];
                    "id": string;
                    "organization_id": string;
                    "review_link_id": string | null;
                    "reviewer_id": string | null;
                    "reviewer_name": string | null;
                    "stage_id": string | null;
                    "stage_position": number;
                };
                ComputedFields: never;
                Insert: {
                    "approval_request_id": string;
                    "client_account_id"?: string | null;
                    "comment"?: string | null;
                    "created_at"?: string;
                    "decision": Database["public"]['Enums']["approval_decision"];
                    "id"?: string;
                    "organization_id": string;
                    "review_link_id"?: string | null;
                    "reviewer_id"?: string | null;
                    "reviewer_name"?: string | null;
                    "stage_id"?: string | null;
                    "stage_position": number;
                };
                Update: {
                    "approval_request_id"?: string;
                    "client_account_id"?: string | null;
                    "comment"?: string | null;
                    "created_at"?: string;
                    "decision"?: Database["public"]['Enums']["approval_decision"];
                    "id"?: string;
                    "organization_id"?: string;
                    "review_link_id"?: string | null;
                    "reviewer_id"?: string | null;
                    "reviewer_name"?: string | null;
                    "stage_id"?: string | null;
                    "stage_position"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "approval_decisions_approval_request_id_fkey";
                        columns: [
                            "organization_id",
                            "approval_request_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "approval_requests";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "approval_decisions_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "approval_decisions_review_link_id_fkey";
                        columns: [
                            "organization_id",
                            "review_link_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "review_links";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "approval_decisions_reviewer_id_fkey";
                        columns: [
                            "reviewer_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "approval_decisions_stage_id_fkey";
                        columns: [
                            "organization_id",
                            "stage_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "approval_stages";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "approval_requests": {
                Row: {
                    "breached_at": string | null;
                    "client_account_id": string | null;
                    "content_version": number | null;
                    "created_at": string;
                    "current_stage": number | null;
                    "due_at": string | null;
                    "feedback": string | null;
                    "generated_content_id": string | null;
                    "id": string;
                    "message": string | null;
                    "organization_id": string;
                    "post_digest": string | null;
                    "requested_at": string;
                    "requested_by": string | null;
                    "reviewed_at": string | null;
                    "reviewed_by": string | null;
                    "revision_count": number;
                    "scheduled_post_id": string | null;
                    "status": Database["public"]['Enums']["approval_status"];
                    "updated_at": string;
                    "workflow_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "breached_at"?: string | null;
                    "client_account_id"?: string | null;
                    "content_version"?: number | null;
                    "created_at"?: string;
                    "current_stage"?: number | null;
                    "due_at"?: string | null;
                    "feedback"?: string | null;
                    "generated_content_id"?: string | null;
                    "id"?: string;
                    "message"?: string | null;
                    "organization_id": string;
                    "post_digest"?: string | null;
                    "requested_at"?: string;
                    "requested_by"?: string | null;
                    "reviewed_at"?: string | null;
                    "reviewed_by"?: string | null;
                    "revision_count"?: number;
                    "scheduled_post_id"?: string | null;
                    "status"?: Database["public"]['Enums']["approval_status"];
                    "updated_at"?: string;
                    "workflow_id"?: string | null;
                };
                Update: {
                    "breached_at"?: string | null;
                    "client_account_id"?: string | null;
                    "content_version"?: number | null;
                    "created_at"?: string;
                    "current_stage"?: number | null;
                    "due_at"?: string | null;
                    "feedback"?: string | null;
                    "generated_content_id"?: string | null;
                    "id"?: string;
                    "message"?: string | null;
                    "organization_id"?: string;
                    "post_digest"?: string | null;
                    "requested_at"?: string;
                    "requested_by"?: string | null;
                    "reviewed_at"?: string | null;
                    "reviewed_by"?: string | null;
                    "revision_count"?: number;
                    "scheduled_post_id"?: string | null;
                    "status"?: Database["public"]['Enums']["approval_status"];
                    "updated_at"?: string;
                    "workflow_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "approval_requests_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "approval_requests_current_stage_fkey";
                        columns: [
                            "organization_id",
                            "workflow_id",
                            "current_stage"
                        ];
                        isOneToOne: false;
                        referencedRelation: "approval_stages";
                        referencedColumns: [
                            "organization_id",
                            "workflow_id",
                            "position"
                        ];
                    },
                    {
                        foreignKeyName: "approval_requests_generated_content_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_content_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "approval_requests_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "approval_requests_requested_by_fkey";
                        columns: [
                            "requested_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "approval_requests_reviewed_by_fkey";
                        columns: [
                            "reviewed_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "approval_requests_scheduled_post_id_fkey";
                        columns: [
                            "organization_id",
                            "scheduled_post_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "scheduled_posts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "approval_requests_workflow_id_fkey";
                        columns: [
                            "organization_id",
                            "workflow_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "approval_workflows";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "approval_stage_approvers": {
                Row: {
                    "created_at": string;
                    "organization_id": string;
                    "stage_id": string;
                    "user_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "organization_id": string;
                    "stage_id": string;
                    "user_id": string;
                };
                Update: {
                    "created_at"?: string;
                    "organization_id"?: string;
                    "stage_id"?: string;
                    "user_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "approval_stage_approvers_stage_id_fkey";
                        columns: [
                            "organization_id",
                            "stage_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "approval_stages";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "approval_stage_approvers_user_id_fkey";
                        columns: [
                            "user_id",
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organization_members";
                        referencedColumns: [
                            "user_id",
                            "organization_id"
                        ];
                    }
                ];
            };
            "approval_stages": {
                Row: {
                    "allows_review_links": boolean;
                    "approver_role": Database["public"]['Enums']["member_role"] | null;
                    "created_at": string;
                    "id": string;
                    "name": string;
                    "organization_id": string;
                    "position": number;
                    "quorum": number;
                    "sla_hours": number | null;
                    "updated_at": string;
                    "workflow_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "allows_review_links"?: boolean;
                    "approver_role"?: Database["public"]['Enums']["member_role"] | null;
                    "created_at"?: string;
                    "id"?: string;
                    "name": string;
                    "organization_id": string;
                    "position": number;
                    "quorum"?: number;
                    "sla_hours"?: number | null;
                    "updated_at"?: string;
                    "workflow_id": string;
                };
                Update: {
                    "allows_review_links"?: boolean;
                    "approver_role"?: Database["public"]['Enums']["member_role"] | null;
                    "created_at"?: string;
                    "id"?: string;
                    "name"?: string;
                    "organization_id"?: string;
                    "position"?: number;
                    "quorum"?: number;
                    "sla_hours"?: number | null;
                    "updated_at"?: string;
                    "workflow_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "approval_stages_workflow_id_fkey";
                        columns: [
                            "organization_id",
                            "workflow_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "approval_workflows";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "approval_workflows": {
                Row: {
                    "auto_publish": boolean;
                    "client_account_id": string | null;
                    "created_at": string;
                    "created_by": string | null;
                    "description": string | null;
                    "id": string;
                    "is_active": boolean;
                    "is_required": boolean;
                    "name": string;
                    "organization_id": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "auto_publish"?: boolean;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "description"?: string | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "is_required"?: boolean;
                    "name": string;
                    "organization_id": string;
                    "updated_at"?: string;
                };
                Update: {
                    "auto_publish"?: boolean;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "description"?: string | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "is_required"?: boolean;
                    "name"?: string;
                    "organization_id"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "approval_workflows_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "approval_workflows_created_by_fkey";
                        columns: [
                            "created_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "approval_workflows_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "audience_profiles": {
                Row: {
                    "brand_profile_id": string | null;
                    "client_account_id": string | null;
                    "created_at": string;
                    "deleted_at": string | null;
                    "demographics": NonNullable<Json>;
                    "description": string | null;
                    "id": string;
                    "interests": (string)[];
                    "is_default": boolean;
                    "name": string;
                    "organization_id": string;
                    "pain_points": (string)[];
                    "platform_habits": NonNullable<Json>;
                    "preferred_content_types": (string)[];
                    "updated_at": string;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "brand_profile_id"?: string | null;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "deleted_at"?: string | null;
                    "demographics"?: NonNullable<Json>;
                    "description"?: string | null;
                    "id"?: string;
                    "interests"?: (string)[];
                    "is_default"?: boolean;
                    "name": string;
                    "organization_id"?: string;
                    "pain_points"?: (string)[];
                    "platform_habits"?: NonNullable<Json>;
                    "preferred_content_types"?: (string)[];
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Update: {
                    "brand_profile_id"?: string | null;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "deleted_at"?: string | null;
                    "demographics"?: NonNullable<Json>;
                    "description"?: string | null;
                    "id"?: string;
                    "interests"?: (string)[];
                    "is_default"?: boolean;
                    "name"?: string;
                    "organization_id"?: string;
                    "pain_points"?: (string)[];
                    "platform_habits"?: NonNullable<Json>;
                    "preferred_content_types"?: (string)[];
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "audience_profiles_brand_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "brand_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "brand_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "audience_profiles_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "audience_profiles_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "audience_profiles_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "audit_log": {
                Row: {
                    "action": string;
                    "actor_id": string | null;
                    "actor_kind": string;
                    "actor_role": string | null;
                    "created_at": string;
                    "entity_id": string | null;
                    "entity_type": string;
                    "id": number;
                    "ip_address": unknown;
                    "metadata": NonNullable<Json>;
                    "new_values": Json | null;
                    "old_values": Json | null;
                    "organization_id": string | null;
                    "user_agent": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "action": string;
                    "actor_id"?: string | null;
                    "actor_kind": string;
                    "actor_role"?: string | null;
                    "created_at"?: string;
                    "entity_id"?: string | null;
                    "entity_type": string;
                    "id"?: never;
                    "ip_address"?: unknown;
                    "metadata"?: NonNullable<Json>;
                    "new_values"?: Json | null;
                    "old_values"?: Json | null;
                    "organization_id"?: string | null;
                    "user_agent"?: string | null;
                };
                Update: {
                    "action"?: string;
                    "actor_id"?: string | null;
                    "actor_kind"?: string;
                    "actor_role"?: string | null;
                    "created_at"?: string;
                    "entity_id"?: string | null;
                    "entity_type"?: string;
                    "id"?: never;
                    "ip_address"?: unknown;
                    "metadata"?: NonNullable<Json>;
                    "new_values"?: Json | null;
                    "old_values"?: Json | null;
                    "organization_id"?: string | null;
                    "user_agent"?: string | null;
                };
                Relationships: [
                ];
            };
            "avatar_models": {
                Row: {
                    "client_account_id": string | null;
                    "consent_evidence_path": string | null;
                    "consent_full_name": string | null;
                    "consent_given_at": string | null;
                    "consent_given_by": string | null;
                    "consent_purpose": string | null;
                    "consent_revoked_at": string | null;
                    "consent_revoked_by": string | null;
                    "created_at": string;
                    "creation_status": Database["public"]['Enums']["training_status"];
                    "error_code": string | null;
                    "error_message": string | null;
                    "id": string;
                    "is_active": boolean;
                    "job_id": number | null;
                    "name": string;
                    "organization_id": string;
                    "provider": string;
                    "provider_avatar_id": string | null;
                    "provider_deleted_at": string | null;
                    "quality_score": number | null;
                    "sample_video_path": string | null;
                    "training_photo_paths": (string)[];
                    "updated_at": string;
                    "user_id": string | null;
                    "version_number": number;
                };
                ComputedFields: never;
                Insert: {
                    "client_account_id"?: string | null;
                    "consent_evidence_path"?: string | null;
                    "consent_full_name"?: string | null;
                    "consent_given_at"?: string | null;
                    "consent_given_by"?: string | null;
                    "consent_purpose"?: string | null;
                    "consent_revoked_at"?: string | null;
                    "consent_revoked_by"?: string | null;
                    "created_at"?: string;
                    "creation_status"?: Database["public"]['Enums']["training_status"];
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "job_id"?: number | null;
                    "name": string;
                    "organization_id": string;
                    "provider"?: string;
                    "provider_avatar_id"?: string | null;
                    "provider_deleted_at"?: string | null;
                    "quality_score"?: number | null;
                    "sample_video_path"?: string | null;
                    "training_photo_paths"?: (string)[];
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "version_number"?: number;
                };
                Update: {
                    "client_account_id"?: string | null;
                    "consent_evidence_path"?: string | null;
                    "consent_full_name"?: string | null;
                    "consent_given_at"?: string | null;
                    "consent_given_by"?: string | null;
                    "consent_purpose"?: string | null;
                    "consent_revoked_at"?: string | null;
                    "consent_revoked_by"?: string | null;
                    "created_at"?: string;
                    "creation_status"?: Database["public"]['Enums']["training_status"];
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "job_id"?: number | null;
                    "name"?: string;
                    "organization_id"?: string;
                    "provider"?: string;
                    "provider_avatar_id"?: string | null;
                    "provider_deleted_at"?: string | null;
                    "quality_score"?: number | null;
                    "sample_video_path"?: string | null;
                    "training_photo_paths"?: (string)[];
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "version_number"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "avatar_models_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "avatar_models_consent_given_by_fkey";
                        columns: [
                            "consent_given_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "avatar_models_consent_revoked_by_fkey";
                        columns: [
                            "consent_revoked_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "avatar_models_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "avatar_models_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "brand_profiles": {
                Row: {
                    "client_account_id": string | null;
                    "content_goals": (string)[];
                    "content_style_preferences": NonNullable<Json>;
                    "created_at": string;
                    "custom_guidelines": string | null;
                    "deleted_at": string | null;
                    "description": string | null;
                    "id": string;
                    "industry": string | null;
                    "is_default": boolean;
                    "name": string;
                    "organization_id": string;
                    "persona_description": string | null;
                    "preferred_platforms": (string)[];
                    "sample_content_urls": (string)[];
                    "social_media_handles": NonNullable<Json>;
                    "target_audience": string | null;
                    "tone_preset": Database["public"]['Enums']["writing_tone"] | null;
                    "updated_at": string;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "client_account_id"?: string | null;
                    "content_goals"?: (string)[];
                    "content_style_preferences"?: NonNullable<Json>;
                    "created_at"?: string;
                    "custom_guidelines"?: string | null;
                    "deleted_at"?: string | null;
                    "description"?: string | null;
                    "id"?: string;
                    "industry"?: string | null;
                    "is_default"?: boolean;
                    "name": string;
                    "organization_id"?: string;
                    "persona_description"?: string | null;
                    "preferred_platforms"?: (string)[];
                    "sample_content_urls"?: (string)[];
                    "social_media_handles"?: NonNullable<Json>;
                    "target_audience"?: string | null;
                    "tone_preset"?: Database["public"]['Enums']["writing_tone"] | null;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Update: {
                    "client_account_id"?: string | null;
                    "content_goals"?: (string)[];
                    "content_style_preferences"?: NonNullable<Json>;
                    "created_at"?: string;
                    "custom_guidelines"?: string | null;
                    "deleted_at"?: string | null;
                    "description"?: string | null;
                    "id"?: string;
                    "industry"?: string | null;
                    "is_default"?: boolean;
                    "name"?: string;
                    "organization_id"?: string;
                    "persona_description"?: string | null;
                    "preferred_platforms"?: (string)[];
                    "sample_content_urls"?: (string)[];
                    "social_media_handles"?: NonNullable<Json>;
                    "target_audience"?: string | null;
                    "tone_preset"?: Database["public"]['Enums']["writing_tone"] | null;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "brand_profiles_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "brand_profiles_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "brand_profiles_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "brand_templates": {
                Row: {
                    "brand_colors": NonNullable<Json>;
                    "brand_profile_id": string;
                    "client_account_id": string | null;
                    "created_at": string;
                    "customization": NonNullable<Json>;
                    "fonts": NonNullable<Json>;
                    "id": string;
                    "intro_video_url": string | null;
                    "logo_url": string | null;
                    "organization_id": string;
                    "outro_video_url": string | null;
                    "template_id": string | null;
                    "updated_at": string;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "brand_colors"?: NonNullable<Json>;
                    "brand_profile_id": string;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "customization"?: NonNullable<Json>;
                    "fonts"?: NonNullable<Json>;
                    "id"?: string;
                    "intro_video_url"?: string | null;
                    "logo_url"?: string | null;
                    "organization_id"?: string;
                    "outro_video_url"?: string | null;
                    "template_id"?: string | null;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Update: {
                    "brand_colors"?: NonNullable<Json>;
                    "brand_profile_id"?: string;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "customization"?: NonNullable<Json>;
                    "fonts"?: NonNullable<Json>;
                    "id"?: string;
                    "intro_video_url"?: string | null;
                    "logo_url"?: string | null;
                    "organization_id"?: string;
                    "outro_video_url"?: string | null;
                    "template_id"?: string | null;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "brand_templates_brand_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "brand_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "brand_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "brand_templates_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "brand_templates_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "brand_templates_template_id_fkey";
                        columns: [
                            "template_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "templates";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "brand_templates_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "brand_voice_samples": {
                Row: {
                    "ai_model": string | null;
                    "ai_provider": string | null;
                    "brand_profile_id": string;
                    "client_account_id": string | null;
                    "content_type": Database["public"]['Enums']["generated_content_type"] | null;
                    "created_at": string;
                    "embedded_at": string | null;
                    "embedding": string | null;
                    "embedding_dimensions": number | null;
                    "id": string;
                    "language": string | null;
                    "metadata": NonNullable<Json>;
                    "organization_id": string;
                    "platform": string | null;
                    "sample_text": string;
                    "source_url": string | null;
                    "updated_at": string;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "brand_profile_id": string;
                    "client_account_id"?: string | null;
                    "content_type"?: Database["public"]['Enums']["generated_content_type"] | null;
                    "created_at"?: string;
                    "embedded_at"?: string | null;
                    "embedding"?: string | null;
                    "embedding_dimensions"?: never;
                    "id"?: string;
                    "language"?: string | null;
                    "metadata"?: NonNullable<Json>;
                    "organization_id"?: string;
                    "platform"?: string | null;
                    "sample_text": string;
                    "source_url"?: string | null;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Update: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "brand_profile_id"?: string;
                    "client_account_id"?: string | null;
                    "content_type"?: Database["public"]['Enums']["generated_content_type"] | null;
                    "created_at"?: string;
                    "embedded_at"?: string | null;
                    "embedding"?: string | null;
                    "embedding_dimensions"?: never;
                    "id"?: string;
                    "language"?: string | null;
                    "metadata"?: NonNullable<Json>;
                    "organization_id"?: string;
                    "platform"?: string | null;
                    "sample_text"?: string;
                    "source_url"?: string | null;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "brand_voice_samples_ai_model_fkey";
                        columns: [
                            "ai_provider",
                            "ai_model"
                        ];
                        isOneToOne: false;
                        referencedRelation: "ai_models";
                        referencedColumns: [
                            "provider",
                            "name"
                        ];
                    },
                    {
                        foreignKeyName: "brand_voice_samples_brand_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "brand_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "brand_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "brand_voice_samples_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "brand_voice_samples_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "brand_voice_samples_platform_fkey";
                        columns: [
                            "platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "brand_voice_samples_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "brand_voices": {
                Row: {
                    "ai_model": string | null;
                    "ai_provider": string | null;
                    "brand_profile_id": string;
                    "client_account_id": string | null;
                    "created_at": string;
                    "embedded_count": number;
                    "embedding_dimensions": number | null;
                    "error_code": string | null;
                    "error_message": string | null;
                    "job_id": number | null;
                    "learned_at": string | null;
                    "manners": NonNullable<Json>;
                    "measures": NonNullable<Json>;
                    "nearness_deviation": number | null;
                    "nearness_median": number | null;
                    "organization_id": string;
                    "sample_count": number;
                    "sources": NonNullable<Json>;
                    "status": Database["public"]['Enums']["analysis_status"];
                    "tone_card": NonNullable<Json>;
                    "tone_card_ai_model": string | null;
                    "tone_card_ai_provider": string | null;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "brand_profile_id": string;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "embedded_count"?: number;
                    "embedding_dimensions"?: number | null;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "job_id"?: number | null;
                    "learned_at"?: string | null;
                    "manners"?: NonNullable<Json>;
                    "measures"?: NonNullable<Json>;
                    "nearness_deviation"?: number | null;
                    "nearness_median"?: number | null;
                    "organization_id": string;
                    "sample_count"?: number;
                    "sources"?: NonNullable<Json>;
                    "status"?: Database["public"]['Enums']["analysis_status"];
                    "tone_card"?: NonNullable<Json>;
                    "tone_card_ai_model"?: string | null;
                    "tone_card_ai_provider"?: string | null;
                    "updated_at"?: string;
                };
                Update: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "brand_profile_id"?: string;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "embedded_count"?: number;
                    "embedding_dimensions"?: number | null;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "job_id"?: number | null;
                    "learned_at"?: string | null;
                    "manners"?: NonNullable<Json>;
                    "measures"?: NonNullable<Json>;
                    "nearness_deviation"?: number | null;
                    "nearness_median"?: number | null;
                    "organization_id"?: string;
                    "sample_count"?: number;
                    "sources"?: NonNullable<Json>;
                    "status"?: Database["public"]['Enums']["analysis_status"];
                    "tone_card"?: NonNullable<Json>;
                    "tone_card_ai_model"?: string | null;
                    "tone_card_ai_provider"?: string | null;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "brand_voices_ai_model_fkey";
                        columns: [
                            "ai_provider",
                            "ai_model"
                        ];
                        isOneToOne: false;
                        referencedRelation: "ai_models";
                        referencedColumns: [
                            "provider",
                            "name"
                        ];
                    },
                    {
                        foreignKeyName: "brand_voices_brand_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "brand_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "brand_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "brand_voices_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "brand_voices_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "cache_entries": {
                Row: {
                    "category": string;
                    "created_at": string;
                    "expires_at": string;
                    "key": string;
                    "updated_at": string;
                    "value": NonNullable<Json>;
                };
                ComputedFields: never;
                Insert: {
                    "category"?: string;
                    "created_at"?: string;
                    "expires_at": string;
                    "key": string;
                    "updated_at"?: string;
                    "value": NonNullable<Json>;
                };
                Update: {
                    "category"?: string;
                    "created_at"?: string;
                    "expires_at"?: string;
                    "key"?: string;
                    "updated_at"?: string;
                    "value"?: NonNullable<Json>;
                };
                Relationships: [
                ];
            };
            "calendar_entries": {
                Row: {
                    "calendar_id": string;
                    "client_account_id": string | null;
                    "content_category": string | null;
                    "created_at": string;
                    "created_by": string | null;
                    "generated_content_id": string | null;
                    "id": string;
                    "notes": string | null;
                    "organization_id": string;
                    "planned_topic": string | null;
                    "platform": string | null;
                    "production_job_id": string | null;
                    "scheduled_on": string;
                    "scheduled_post_id": string | null;
                    "status": Database["public"]['Enums']["calendar_entry_status"];
                    "tags": (string)[];
                    "target_keywords": (string)[];
                    "time_slot": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "calendar_id": string;
                    "client_account_id"?: string | null;
                    "content_category"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "generated_content_id"?: string | null;
                    "id"?: string;
                    "notes"?: string | null;
                    "organization_id"?: string;
                    "planned_topic"?: string | null;
                    "platform"?: string | null;
                    "production_job_id"?: string | null;
                    "scheduled_on": string;
                    "scheduled_post_id"?: string | null;
                    "status"?: Database["public"]['Enums']["calendar_entry_status"];
                    "tags"?: (string)[];
                    "target_keywords"?: (string)[];
                    "time_slot"?: string;
                    "updated_at"?: string;
                };
                Update: {
                    "calendar_id"?: string;
                    "client_account_id"?: string | null;
                    "content_category"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "generated_content_id"?: string | null;
                    "id"?: string;
                    "notes"?: string | null;
                    "organization_id"?: string;
                    "planned_topic"?: string | null;
                    "platform"?: string | null;
                    "production_job_id"?: string | null;
                    "scheduled_on"?: string;
                    "scheduled_post_id"?: string | null;
                    "status"?: Database["public"]['Enums']["calendar_entry_status"];
                    "tags"?: (string)[];
                    "target_keywords"?: (string)[];
                    "time_slot"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "calendar_entries_calendar_id_fkey";
                        columns: [
                            "organization_id",
                            "calendar_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_calendars";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "calendar_entries_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "calendar_entries_created_by_fkey";
                        columns: [
                            "created_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "calendar_entries_generated_content_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_content_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "calendar_entries_platform_fkey";
                        columns: [
                            "platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "calendar_entries_production_job_id_fkey";
                        columns: [
                            "organization_id",
                            "production_job_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "production_jobs";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "calendar_entries_scheduled_post_id_fkey";
                        columns: [
                            "organization_id",
                            "scheduled_post_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "scheduled_posts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "canvas_connections": {
                Row: {
                    "connection_style": NonNullable<Json>;
                    "created_at": string;
                    "created_by": string | null;
                    "id": string;
                    "organization_id": string;
                    "project_id": string;
                    "source_chat_interface_id": string | null;
                    "source_content_piece_id": string | null;
                    "source_folder_id": string | null;
                    "source_id": string;
                    "source_type": string;
                    "target_chat_interface_id": string | null;
                    "target_content_piece_id": string | null;
                    "target_folder_id": string | null;
                    "target_id": string;
                    "target_type": string;
                };
                ComputedFields: never;
                Insert: {
                    "connection_style"?: NonNullable<Json>;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "id"?: string;
                    "organization_id"?: string;
                    "project_id": string;
                    "source_chat_interface_id"?: string | null;
                    "source_content_piece_id"?: string | null;
                    "source_folder_id"?: string | null;
                    "source_id"?: never;
                    "source_type"?: never;
                    "target_chat_interface_id"?: string | null;
                    "target_content_piece_id"?: string | null;
                    "target_folder_id"?: string | null;
                    "target_id"?: never;
                    "target_type"?: never;
                };
                Update: {
                    "connection_style"?: NonNullable<Json>;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "id"?: string;
                    "organization_id"?: string;
                    "project_id"?: string;
                    "source_chat_interface_id"?: string | null;
                    "source_content_piece_id"?: string | null;
                    "source_folder_id"?: string | null;
                    "source_id"?: never;
                    "source_type"?: never;
                    "target_chat_interface_id"?: string | null;
                    "target_content_piece_id"?: string | null;
                    "target_folder_id"?: string | null;
                    "target_id"?: never;
                    "target_type"?: never;
                };
                Relationships: [
                    {
                        foreignKeyName: "canvas_connections_created_by_fkey";
                        columns: [
                            "created_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "canvas_connections_project_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "projects";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "canvas_connections_source_chat_interface_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id",
                            "source_chat_interface_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "chat_interfaces";
                        referencedColumns: [
                            "organization_id",
                            "project_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "canvas_connections_source_content_piece_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id",
                            "source_content_piece_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_pieces";
                        referencedColumns: [
                            "organization_id",
                            "project_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "canvas_connections_source_folder_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id",
                            "source_folder_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "canvas_folders";
                        referencedColumns: [
                            "organization_id",
                            "project_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "canvas_connections_target_chat_interface_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id",
                            "target_chat_interface_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "chat_interfaces";
                        referencedColumns: [
                            "organization_id",
                            "project_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "canvas_connections_target_content_piece_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id",
                            "target_content_piece_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_pieces";
                        referencedColumns: [
                            "organization_id",
                            "project_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "canvas_connections_target_folder_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id",
                            "target_folder_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "canvas_folders";
                        referencedColumns: [
                            "organization_id",
                            "project_id",
                            "id"
                        ];
                    }
                ];
            };
            "canvas_folder_items": {
                Row: {
                    "added_at": string;
                    "added_by": string | null;
                    "content_piece_id": string;
                    "folder_id": string;
                    "id": string;
                    "organization_id": string;
                    "project_id": string;
                    "sort_order": number;
                };
                ComputedFields: never;
                Insert: {
                    "added_at"?: string;
                    "added_by"?: string | null;
                    "content_piece_id": string;
                    "folder_id": string;
                    "id"?: string;
                    "organization_id"?: string;
                    "project_id": string;
                    "sort_order"?: number;
                };
                Update: {
                    "added_at"?: string;
                    "added_by"?: string | null;
                    "content_piece_id"?: string;
                    "folder_id"?: string;
                    "id"?: string;
                    "organization_id"?: string;
                    "project_id"?: string;
                    "sort_order"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "canvas_folder_items_added_by_fkey";
                        columns: [
                            "added_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "canvas_folder_items_content_piece_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id",
                            "content_piece_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_pieces";
                        referencedColumns: [
                            "organization_id",
                            "project_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "canvas_folder_items_folder_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id",
                            "folder_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "canvas_folders";
                        referencedColumns: [
                            "organization_id",
                            "project_id",
                            "id"
                        ];
                    }
                ];
            };
            "canvas_folders": {
                Row: {
                    "color": string;
                    "created_at": string;
                    "created_by": string | null;
                    "height": number;
                    "id": string;
                    "is_collapsed": boolean;
                    "name": string;
                    "organization_id": string;
                    "position_x": number;
                    "position_y": number;
                    "project_id": string;
                    "updated_at": string;
                    "width": number;
                };
                ComputedFields: never;
                Insert: {
                    "color"?: string;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "height"?: number;
                    "id"?: string;
                    "is_collapsed"?: boolean;
                    "name": string;
                    "organization_id"?: string;
                    "position_x"?: number;
                    "position_y"?: number;
                    "project_id": string;
                    "updated_at"?: string;
                    "width"?: number;
                };
                Update: {
                    "color"?: string;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "height"?: number;
                    "id"?: string;
                    "is_collapsed"?: boolean;
                    "name"?: string;
                    "organization_id"?: string;
                    "position_x"?: number;
                    "position_y"?: number;
                    "project_id"?: string;
                    "updated_at"?: string;
                    "width"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "canvas_folders_created_by_fkey";
                        columns: [
                            "created_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "canvas_folders_project_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "projects";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "chat_interfaces": {
                Row: {
                    "ai_model_preference": string | null;
                    "created_at": string;
                    "created_by": string | null;
                    "height": number;
                    "id": string;
                    "last_message_at": string | null;
                    "message_count": number;
                    "name": string;
                    "organization_id": string;
                    "position_x": number;
                    "position_y": number;
                    "project_id": string;
                    "updated_at": string;
                    "width": number;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model_preference"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "height"?: number;
                    "id"?: string;
                    "last_message_at"?: string | null;
                    "message_count"?: number;
                    "name"?: string;
                    "organization_id"?: string;
                    "position_x"?: number;
                    "position_y"?: number;
                    "project_id": string;
                    "updated_at"?: string;
                    "width"?: number;
                };
                Update: {
                    "ai_model_preference"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "height"?: number;
                    "id"?: string;
                    "last_message_at"?: string | null;
                    "message_count"?: number;
                    "name"?: string;
                    "organization_id"?: string;
                    "position_x"?: number;
                    "position_y"?: number;
                    "project_id"?: string;
                    "updated_at"?: string;
                    "width"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "chat_interfaces_created_by_fkey";
                        columns: [
                            "created_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "chat_interfaces_project_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "projects";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "chat_messages": {
                Row: {
                    "ai_model": string | null;
                    "ai_provider": string | null;
                    "chat_interface_id": string;
                    "completed_at": string | null;
                    "content": string;
                    "cost_usd": number;
                    "created_at": string;
                    "error_code": string | null;
                    "error_message": string | null;
                    "id": string;
                    "input_tokens": number;
                    "job_id": number | null;
                    "organization_id": string;
                    "output_tokens": number;
                    "position": number;
                    "project_id": string;
                    "role": Database["public"]['Enums']["chat_role"];
                    "status": Database["public"]['Enums']["chat_message_status"];
                    "unknown_cost_count": number;
                    "updated_at": string;
                    "user_id": string | null;
                    "voice_fit": NonNullable<Json>;
                    "voice_fit_score": number | null;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "chat_interface_id": string;
                    "completed_at"?: string | null;
                    "content"?: string;
                    "cost_usd"?: number;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "id"?: string;
                    "input_tokens"?: number;
                    "job_id"?: number | null;
                    "organization_id": string;
                    "output_tokens"?: number;
                    "position": number;
                    "project_id": string;
                    "role": Database["public"]['Enums']["chat_role"];
                    "status"?: Database["public"]['Enums']["chat_message_status"];
                    "unknown_cost_count"?: number;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "voice_fit"?: NonNullable<Json>;
                    "voice_fit_score"?: number | null;
                };
                Update: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "chat_interface_id"?: string;
                    "completed_at"?: string | null;
                    "content"?: string;
                    "cost_usd"?: number;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "id"?: string;
                    "input_tokens"?: number;
                    "job_id"?: number | null;
                    "organization_id"?: string;
                    "output_tokens"?: number;
                    "position"?: number;
                    "project_id"?: string;
                    "role"?: Database["public"]['Enums']["chat_role"];
                    "status"?: Database["public"]['Enums']["chat_message_status"];
                    "unknown_cost_count"?: number;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "voice_fit"?: NonNullable<Json>;
                    "voice_fit_score"?: number | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "chat_messages_chat_interface_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id",
                            "chat_interface_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "chat_interfaces";
                        referencedColumns: [
                            "organization_id",
                            "project_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "chat_messages_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "client_accounts": {
                Row: {
                    "brand_colors": NonNullable<Json>;
                    "contact_email": string | null;
                    "contact_phone": string | null;
                    "created_at": string;
                    "deleted_at": string | null;
                    "id": string;
                    "logo_url": string | null;
                    "name": string;
                    "organization_id": string;
                    "settings": NonNullable<Json>;
                    "slug": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "brand_colors"?: NonNullable<Json>;
                    "contact_email"?: string | null;
                    "contact_phone"?: string | null;
                    "created_at"?: string;
                    "deleted_at"?: string | null;
                    "id"?: string;
                    "logo_url"?: string | null;
                    "name": string;
                    "organization_id": string;
                    "settings"?: NonNullable<Json>;
                    "slug": string;
                    "updated_at"?: string;
                };
                Update: {
                    "brand_colors"?: NonNullable<Json>;
                    "contact_email"?: string | null;
                    "contact_phone"?: string | null;
                    "created_at"?: string;
                    "deleted_at"?: string | null;
                    "id"?: string;
                    "logo_url"?: string | null;
                    "name"?: string;
                    "organization_id"?: string;
                    "settings"?: NonNullable<Json>;
                    "slug"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "client_accounts_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "content_analyses": {
                Row: {
                    "ai_model": string | null;
                    "ai_provider": string | null;
                    "analysis_cost_credits": number;
                    "analysis_status": Database["public"]['Enums']["analysis_status"];
                    "analyzed_at": string | null;
                    "body_analysis": string | null;
                    "content_asset_id": string | null;
                    "content_item_id": string | null;
                    "content_piece_id": string | null;
                    "content_style_analysis": string | null;
                    "created_at": string;
                    "cta_analysis": string | null;
                    "emotion_analysis": NonNullable<Json>;
                    "engagement_potential": number | null;
                    "engagement_score": number | null;
                    "entities": NonNullable<Json>;
                    "error_code": string | null;
                    "error_message": string | null;
                    "hashtags": (string)[];
                    "hook_analysis": string | null;
                    "hook_moments": NonNullable<Json>;
                    "id": string;
                    "job_id": number | null;
                    "key_insights": (string)[];
                    "keywords": (string)[];
                    "language": string | null;
                    "mentions": (string)[];
                    "organization_id": string;
                    "platform_scores": NonNullable<Json>;
                    "project_id": string | null;
                    "quotable_moments": NonNullable<Json>;
                    "readability_score": number | null;
                    "repurposing_value": number | null;
                    "sentiment_score": number | null;
                    "seo_score": number | null;
                    "topics": (string)[];
                    "transcript_summary": string | null;
                    "trending_elements": NonNullable<Json>;
                    "updated_at": string;
                    "version": number;
                    "virality_score": number | null;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "analysis_cost_credits"?: number;
                    "analysis_status"?: Database["public"]['Enums']["analysis_status"];
                    "analyzed_at"?: string | null;
                    "body_analysis"?: string | null;
                    "content_asset_id"?: string | null;
                    "content_item_id"?: string | null;
                    "content_piece_id"?: string | null;
                    "content_style_analysis"?: string | null;
                    "created_at"?: string;
                    "cta_analysis"?: string | null;
                    "emotion_analysis"?: NonNullable<Json>;
                    "engagement_potential"?: number | null;
                    "engagement_score"?: number | null;
                    "entities"?: NonNullable<Json>;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "hashtags"?: (string)[];
                    "hook_analysis"?: string | null;
                    "hook_moments"?: NonNullable<Json>;
                    "id"?: string;
                    "job_id"?: number | null;
                    "key_insights"?: (string)[];
                    "keywords"?: (string)[];
                    "language"?: string | null;
                    "mentions"?: (string)[];
                    "organization_id": string;
                    "platform_scores"?: NonNullable<Json>;
                    "project_id"?: string | null;
                    "quotable_moments"?: NonNullable<Json>;
                    "readability_score"?: number | null;
                    "repurposing_value"?: number | null;
                    "sentiment_score"?: number | null;
                    "seo_score"?: number | null;
                    "topics"?: (string)[];
                    "transcript_summary"?: string | null;
                    "trending_elements"?: NonNullable<Json>;
                    "updated_at"?: string;
                    "version"?: number;
                    "virality_score"?: number | null;
                };
                Update: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "analysis_cost_credits"?: number;
                    "analysis_status"?: Database["public"]['Enums']["analysis_status"];
                    "analyzed_at"?: string | null;
                    "body_analysis"?: string | null;
                    "content_asset_id"?: string | null;
                    "content_item_id"?: string | null;
                    "content_piece_id"?: string | null;
                    "content_style_analysis"?: string | null;
                    "created_at"?: string;
                    "cta_analysis"?: string | null;
                    "emotion_analysis"?: NonNullable<Json>;
                    "engagement_potential"?: number | null;
                    "engagement_score"?: number | null;
                    "entities"?: NonNullable<Json>;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "hashtags"?: (string)[];
                    "hook_analysis"?: string | null;
                    "hook_moments"?: NonNullable<Json>;
                    "id"?: string;
                    "job_id"?: number | null;
                    "key_insights"?: (string)[];
                    "keywords"?: (string)[];
                    "language"?: string | null;
                    "mentions"?: (string)[];
                    "organization_id"?: string;
                    "platform_scores"?: NonNullable<Json>;
                    "project_id"?: string | null;
                    "quotable_moments"?: NonNullable<Json>;
                    "readability_score"?: number | null;
                    "repurposing_value"?: number | null;
                    "sentiment_score"?: number | null;
                    "seo_score"?: number | null;
                    "topics"?: (string)[];
                    "transcript_summary"?: string | null;
                    "trending_elements"?: NonNullable<Json>;
                    "updated_at"?: string;
                    "version"?: number;
                    "virality_score"?: number | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "content_analyses_content_asset_id_fkey";
                        columns: [
                            "organization_id",
                            "content_asset_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_assets";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_analyses_content_item_id_fkey";
                        columns: [
                            "organization_id",
                            "content_item_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_items";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_analyses_content_piece_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id",
                            "content_piece_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_pieces";
                        referencedColumns: [
                            "organization_id",
                            "project_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_analyses_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "content_annotations": {
                Row: {
                    "annotation_text": string;
                    "annotation_type": Database["public"]['Enums']["content_annotation_type"];
                    "content_piece_id": string;
                    "created_at": string;
                    "id": string;
                    "organization_id": string;
                    "position_x": number | null;
                    "position_y": number | null;
                    "project_id": string;
                    "updated_at": string;
                    "user_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "annotation_text": string;
                    "annotation_type"?: Database["public"]['Enums']["content_annotation_type"];
                    "content_piece_id": string;
                    "created_at"?: string;
                    "id"?: string;
                    "organization_id"?: string;
                    "position_x"?: number | null;
                    "position_y"?: number | null;
                    "project_id": string;
                    "updated_at"?: string;
                    "user_id"?: string;
                };
                Update: {
                    "annotation_text"?: string;
                    "annotation_type"?: Database["public"]['Enums']["content_annotation_type"];
                    "content_piece_id"?: string;
                    "created_at"?: string;
                    "id"?: string;
                    "organization_id"?: string;
                    "position_x"?: number | null;
                    "position_y"?: number | null;
                    "project_id"?: string;
                    "updated_at"?: string;
                    "user_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "content_annotations_content_piece_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id",
                            "content_piece_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_pieces";
                        referencedColumns: [
                            "organization_id",
                            "project_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_annotations_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "content_assets": {
                Row: {
                    "alt_text": string | null;
                    "brand_profile_id": string | null;
                    "checksum": string | null;
                    "client_account_id": string | null;
                    "content_type": Database["public"]['Enums']["content_asset_type"];
                    "created_at": string;
                    "deleted_at": string | null;
                    "description": string | null;
                    "duration_seconds": number | null;
                    "id": string;
                    "language": string | null;
                    "metadata": NonNullable<Json>;
                    "mime_type": string | null;
                    "organization_id": string;
                    "processing_completed_at": string | null;
                    "processing_error": string | null;
                    "processing_started_at": string | null;
                    "search_vector": unknown;
                    "size_bytes": number;
                    "source_platform": string | null;
                    "source_url": string | null;
                    "storage_bucket": string;
                    "storage_expires_at": string | null;
                    "storage_path": string | null;
                    "tags": (string)[];
                    "thumbnail_path": string | null;
                    "thumbnail_url": string | null;
                    "title": string;
                    "transcript": string | null;
                    "transcript_confidence": number | null;
                    "transcript_language": string | null;
                    "updated_at": string;
                    "upload_status": Database["public"]['Enums']["content_asset_status"];
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "alt_text"?: string | null;
                    "brand_profile_id"?: string | null;
                    "checksum"?: string | null;
                    "client_account_id"?: string | null;
                    "content_type": Database["public"]['Enums']["content_asset_type"];
                    "created_at"?: string;
                    "deleted_at"?: string | null;
                    "description"?: string | null;
                    "duration_seconds"?: number | null;
                    "id"?: string;
                    "language"?: string | null;
                    "metadata"?: NonNullable<Json>;
                    "mime_type"?: string | null;
                    "organization_id": string;
                    "processing_completed_at"?: string | null;
                    "processing_error"?: string | null;
                    "processing_started_at"?: string | null;
                    "search_vector"?: never;
                    "size_bytes"?: number;
                    "source_platform"?: string | null;
                    "source_url"?: string | null;
                    "storage_bucket"?: string;
                    "storage_expires_at"?: string | null;
                    "storage_path"?: string | null;
                    "tags"?: (string)[];
                    "thumbnail_path"?: string | null;
                    "thumbnail_url"?: string | null;
                    "title": string;
                    "transcript"?: string | null;
                    "transcript_confidence"?: number | null;
                    "transcript_language"?: string | null;
                    "updated_at"?: string;
                    "upload_status"?: Database["public"]['Enums']["content_asset_status"];
                    "user_id"?: string | null;
                };
                Update: {
                    "alt_text"?: string | null;
                    "brand_profile_id"?: string | null;
                    "checksum"?: string | null;
                    "client_account_id"?: string | null;
                    "content_type"?: Database["public"]['Enums']["content_asset_type"];
                    "created_at"?: string;
                    "deleted_at"?: string | null;
                    "description"?: string | null;
                    "duration_seconds"?: number | null;
                    "id"?: string;
                    "language"?: string | null;
                    "metadata"?: NonNullable<Json>;
                    "mime_type"?: string | null;
                    "organization_id"?: string;
                    "processing_completed_at"?: string | null;
                    "processing_error"?: string | null;
                    "processing_started_at"?: string | null;
                    "search_vector"?: never;
                    "size_bytes"?: number;
                    "source_platform"?: string | null;
                    "source_url"?: string | null;
                    "storage_bucket"?: string;
                    "storage_expires_at"?: string | null;
                    "storage_path"?: string | null;
                    "tags"?: (string)[];
                    "thumbnail_path"?: string | null;
                    "thumbnail_url"?: string | null;
                    "title"?: string;
                    "transcript"?: string | null;
                    "transcript_confidence"?: number | null;
                    "transcript_language"?: string | null;
                    "updated_at"?: string;
                    "upload_status"?: Database["public"]['Enums']["content_asset_status"];
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "content_assets_brand_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "brand_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "brand_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_assets_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_assets_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_assets_source_platform_fkey";
                        columns: [
                            "source_platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "content_assets_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "content_calendars": {
                Row: {
                    "ai_strategy": NonNullable<Json>;
                    "client_account_id": string | null;
                    "created_at": string;
                    "description": string | null;
                    "ends_on": string;
                    "id": string;
                    "is_ai_generated": boolean;
                    "name": string;
                    "organization_id": string;
                    "starts_on": string;
                    "timezone": string;
                    "updated_at": string;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "ai_strategy"?: NonNullable<Json>;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "description"?: string | null;
                    "ends_on": string;
                    "id"?: string;
                    "is_ai_generated"?: boolean;
                    "name": string;
                    "organization_id"?: string;
                    "starts_on": string;
                    "timezone"?: string;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Update: {
                    "ai_strategy"?: NonNullable<Json>;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "description"?: string | null;
                    "ends_on"?: string;
                    "id"?: string;
                    "is_ai_generated"?: boolean;
                    "name"?: string;
                    "organization_id"?: string;
                    "starts_on"?: string;
                    "timezone"?: string;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "content_calendars_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_calendars_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_calendars_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "content_items": {
                Row: {
                    "analysis_status": Database["public"]['Enums']["analysis_status"];
                    "analytics_data": NonNullable<Json>;
                    "average_view_duration_seconds": number | null;
                    "category": string | null;
                    "click_through_rate": number | null;
                    "client_account_id": string | null;
                    "comment_count": number;
                    "content_type": string | null;
                    "created_at": string;
                    "deleted_at": string | null;
                    "description": string | null;
                    "dislike_count": number;
                    "duration_seconds": number | null;
                    "edited_at": string | null;
                    "hashtags": (string)[];
                    "id": string;
                    "is_short": boolean;
                    "language": string | null;
                    "last_analyzed_at": string | null;
                    "like_count": number;
                    "media_url": string | null;
                    "organization_id": string;
                    "platform": string;
                    "platform_content_id": string;
                    "platform_url": string | null;
                    "published_at": string | null;
                    "save_count": number;
                    "search_vector": unknown;
                    "share_count": number;
                    "social_account_id": string;
                    "subscriber_growth": number;
                    "synced_at": string | null;
                    "tags": (string)[];
                    "thumbnail_url": string | null;
                    "title": string | null;
                    "transcript": string | null;
                    "transcript_language": string | null;
                    "updated_at": string;
                    "view_count": number;
                    "visibility": Database["public"]['Enums']["visibility"];
                    "watch_time_minutes": number | null;
                };
                ComputedFields: never;
                Insert: {
                    "analysis_status"?: Database["public"]['Enums']["analysis_status"];
                    "analytics_data"?: NonNullable<Json>;
                    "average_view_duration_seconds"?: number | null;
                    "category"?: string | null;
                    "click_through_rate"?: number | null;
                    "client_account_id"?: string | null;
                    "comment_count"?: number;
                    "content_type"?: string | null;
                    "created_at"?: string;
                    "deleted_at"?: string | null;
                    "description"?: string | null;
                    "dislike_count"?: number;
                    "duration_seconds"?: number | null;
                    "edited_at"?: string | null;
                    "hashtags"?: (string)[];
                    "id"?: string;
                    "is_short"?: boolean;
                    "language"?: string | null;
                    "last_analyzed_at"?: string | null;
                    "like_count"?: number;
                    "media_url"?: string | null;
                    "organization_id": string;
                    "platform": string;
                    "platform_content_id": string;
                    "platform_url"?: string | null;
                    "published_at"?: string | null;
                    "save_count"?: number;
                    "search_vector"?: never;
                    "share_count"?: number;
                    "social_account_id": string;
                    "subscriber_growth"?: number;
                    "synced_at"?: string | null;
                    "tags"?: (string)[];
                    "thumbnail_url"?: string | null;
                    "title"?: string | null;
                    "transcript"?: string | null;
                    "transcript_language"?: string | null;
                    "updated_at"?: string;
                    "view_count"?: number;
                    "visibility"?: Database["public"]['Enums']["visibility"];
                    "watch_time_minutes"?: number | null;
                };
                Update: {
                    "analysis_status"?: Database["public"]['Enums']["analysis_status"];
                    "analytics_data"?: NonNullable<Json>;
                    "average_view_duration_seconds"?: number | null;
                    "category"?: string | null;
                    "click_through_rate"?: number | null;
                    "client_account_id"?: string | null;
                    "comment_count"?: number;
                    "content_type"?: string | null;
                    "created_at"?: string;
                    "deleted_at"?: string | null;
                    "description"?: string | null;
                    "dislike_count"?: number;
                    "duration_seconds"?: number | null;
                    "edited_at"?: string | null;
                    "hashtags"?: (string)[];
                    "id"?: string;
                    "is_short"?: boolean;
                    "language"?: string | null;
                    "last_analyzed_at"?: string | null;
                    "like_count"?: number;
                    "media_url"?: string | null;
                    "organization_id"?: string;
                    "platform"?: string;
                    "platform_content_id"?: string;
                    "platform_url"?: string | null;
                    "published_at"?: string | null;
                    "save_count"?: number;
                    "search_vector"?: never;
                    "share_count"?: number;
                    "social_account_id"?: string;
                    "subscriber_growth"?: number;
                    "synced_at"?: string | null;
                    "tags"?: (string)[];
                    "thumbnail_url"?: string | null;
                    "title"?: string | null;
                    "transcript"?: string | null;
                    "transcript_language"?: string | null;
                    "updated_at"?: string;
                    "view_count"?: number;
                    "visibility"?: Database["public"]['Enums']["visibility"];
                    "watch_time_minutes"?: number | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "content_items_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_items_content_type_fkey";
                        columns: [
                            "content_type"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_types";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "content_items_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_items_social_account_id_fkey";
                        columns: [
                            "organization_id",
                            "platform",
                            "social_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "social_accounts";
                        referencedColumns: [
                            "organization_id",
                            "platform",
                            "id"
                        ];
                    }
                ];
            };
            "content_metrics": {
                Row: {
                    "average_view_duration_seconds": number | null;
                    "captured_on": string;
                    "card_clicks": number | null;
                    "click_through_rate": number | null;
                    "clicks": number | null;
                    "collected_at": string;
                    "comments": number | null;
                    "completion_rate": number | null;
                    "content_item_id": string;
                    "end_screen_clicks": number | null;
                    "engagement_rate": number | null;
                    "granularity": Database["public"]['Enums']["metrics_granularity"];
                    "impressions": number | null;
                    "likes": number | null;
                    "organization_id": string;
                    "reach": number | null;
                    "saves": number | null;
                    "shares": number | null;
                    "subscribers_gained": number | null;
                    "views": number | null;
                    "watch_time_minutes": number | null;
                };
                ComputedFields: never;
                Insert: {
                    "average_view_duration_seconds"?: number | null;
                    "captured_on": string;
                    "card_clicks"?: number | null;
                    "click_through_rate"?: number | null;
                    "clicks"?: number | null;
                    "collected_at"?: string;
                    "comments"?: number | null;
                    "completion_rate"?: number | null;
                    "content_item_id": string;
                    "end_screen_clicks"?: number | null;
                    "engagement_rate"?: never;
                    "granularity"?: Database["public"]['Enums']["metrics_granularity"];
                    "impressions"?: number | null;
                    "likes"?: number | null;
                    "organization_id": string;
                    "reach"?: number | null;
                    "saves"?: number | null;
                    "shares"?: number | null;
                    "subscribers_gained"?: number | null;
                    "views"?: number | null;
                    "watch_time_minutes"?: number | null;
                };
                Update: {
                    "average_view_duration_seconds"?: number | null;
                    "captured_on"?: string;
                    "card_clicks"?: number | null;
                    "click_through_rate"?: number | null;
                    "clicks"?: number | null;
                    "collected_at"?: string;
                    "comments"?: number | null;
                    "completion_rate"?: number | null;
                    "content_item_id"?: string;
                    "end_screen_clicks"?: number | null;
                    "engagement_rate"?: never;
                    "granularity"?: Database["public"]['Enums']["metrics_granularity"];
                    "impressions"?: number | null;
                    "likes"?: number | null;
                    "organization_id"?: string;
                    "reach"?: number | null;
                    "saves"?: number | null;
                    "shares"?: number | null;
                    "subscribers_gained"?: number | null;
                    "views"?: number | null;
                    "watch_time_minutes"?: number | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "content_metrics_content_item_id_fkey";
                        columns: [
                            "organization_id",
                            "content_item_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_items";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "content_milestones": {
                Row: {
                    "age_days": number;
                    "captured_on": string;
                    "content_item_id": string;
                    "created_at": string;
                    "engagement": number;
                    "organization_id": string;
                    "percentile": number | null;
                    "sample_count": number;
                    "updated_at": string;
                    "views": number;
                };
                ComputedFields: never;
                Insert: {
                    "age_days": number;
                    "captured_on": string;
                    "content_item_id": string;
                    "created_at"?: string;
                    "engagement"?: number;
                    "organization_id": string;
                    "percentile"?: number | null;
                    "sample_count"?: number;
                    "updated_at"?: string;
                    "views": number;
                };
                Update: {
                    "age_days"?: number;
                    "captured_on"?: string;
                    "content_item_id"?: string;
                    "created_at"?: string;
                    "engagement"?: number;
                    "organization_id"?: string;
                    "percentile"?: number | null;
                    "sample_count"?: number;
                    "updated_at"?: string;
                    "views"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "content_milestones_content_item_id_fkey";
                        columns: [
                            "organization_id",
                            "content_item_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_items";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "content_pieces": {
                Row: {
                    "content_asset_id": string | null;
                    "content_item_id": string | null;
                    "content_type": Database["public"]['Enums']["content_piece_type"];
                    "created_at": string;
                    "creator_id": string | null;
                    "description": string | null;
                    "duration_seconds": number | null;
                    "error_code": string | null;
                    "error_message": string | null;
                    "id": string;
                    "is_remix": boolean;
                    "job_id": number | null;
                    "metadata": NonNullable<Json>;
                    "organization_id": string;
                    "platform": string | null;
                    "position_x": number;
                    "position_y": number;
                    "processing_status": Database["public"]['Enums']["content_piece_status"];
                    "project_id": string;
                    "read_digests": NonNullable<Json>;
                    "source_url": string | null;
                    "thumbnail_url": string | null;
                    "title": string | null;
                    "transcript": string | null;
                    "updated_at": string;
                    "uploaded_by": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "content_asset_id"?: string | null;
                    "content_item_id"?: string | null;
                    "content_type": Database["public"]['Enums']["content_piece_type"];
                    "created_at"?: string;
                    "creator_id"?: string | null;
                    "description"?: string | null;
                    "duration_seconds"?: number | null;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "id"?: string;
                    "is_remix"?: boolean;
                    "job_id"?: number | null;
                    "metadata"?: NonNullable<Json>;
                    "organization_id"?: string;
                    "platform"?: string | null;
                    "position_x"?: number;
                    "position_y"?: number;
                    "processing_status"?: Database["public"]['Enums']["content_piece_status"];
                    "project_id": string;
                    "read_digests"?: NonNullable<Json>;
                    "source_url"?: string | null;
                    "thumbnail_url"?: string | null;
                    "title"?: string | null;
                    "transcript"?: string | null;
                    "updated_at"?: string;
                    "uploaded_by"?: string | null;
                };
                Update: {
                    "content_asset_id"?: string | null;
                    "content_item_id"?: string | null;
                    "content_type"?: Database["public"]['Enums']["content_piece_type"];
                    "created_at"?: string;
                    "creator_id"?: string | null;
                    "description"?: string | null;
                    "duration_seconds"?: number | null;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "id"?: string;
                    "is_remix"?: boolean;
                    "job_id"?: number | null;
                    "metadata"?: NonNullable<Json>;
                    "organization_id"?: string;
                    "platform"?: string | null;
                    "position_x"?: number;
                    "position_y"?: number;
                    "processing_status"?: Database["public"]['Enums']["content_piece_status"];
                    "project_id"?: string;
                    "read_digests"?: NonNullable<Json>;
                    "source_url"?: string | null;
                    "thumbnail_url"?: string | null;
                    "title"?: string | null;
                    "transcript"?: string | null;
                    "updated_at"?: string;
                    "uploaded_by"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "content_pieces_content_asset_id_fkey";
                        columns: [
                            "organization_id",
                            "content_asset_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_assets";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_pieces_content_item_id_fkey";
                        columns: [
                            "organization_id",
                            "content_item_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_items";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_pieces_creator_id_fkey";
                        columns: [
                            "creator_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "creators";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_pieces_platform_fkey";
                        columns: [
                            "platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "content_pieces_project_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "projects";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_pieces_uploaded_by_fkey";
                        columns: [
                            "uploaded_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "content_revisions": {
                Row: {
                    "change_reason": string | null;
                    "change_source": Database["public"]['Enums']["change_source"];
                    "client_account_id": string | null;
                    "content_item_id": string | null;
                    "created_at": string;
                    "field_name": string;
                    "generated_content_id": string | null;
                    "id": string;
                    "new_value": string | null;
                    "old_value": string | null;
                    "organization_id": string;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "change_reason"?: string | null;
                    "change_source": Database["public"]['Enums']["change_source"];
                    "client_account_id"?: string | null;
                    "content_item_id"?: string | null;
                    "created_at"?: string;
                    "field_name": string;
                    "generated_content_id"?: string | null;
                    "id"?: string;
                    "new_value"?: string | null;
                    "old_value"?: string | null;
                    "organization_id": string;
                    "user_id"?: string | null;
                };
                Update: {
                    "change_reason"?: string | null;
                    "change_source"?: Database["public"]['Enums']["change_source"];
                    "client_account_id"?: string | null;
                    "content_item_id"?: string | null;
                    "created_at"?: string;
                    "field_name"?: string;
                    "generated_content_id"?: string | null;
                    "id"?: string;
                    "new_value"?: string | null;
                    "old_value"?: string | null;
                    "organization_id"?: string;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "content_revisions_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_revisions_content_item_id_fkey";
                        columns: [
                            "organization_id",
                            "content_item_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_items";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_revisions_generated_content_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_content_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_revisions_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_revisions_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "content_scores": {
                Row: {
                    "content_item_id": string;
                    "created_at": string;
                    "organization_id": string;
                    "performance_percentile": number | null;
                    "performance_score": number | null;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "content_item_id": string;
                    "created_at"?: string;
                    "organization_id": string;
                    "performance_percentile"?: number | null;
                    "performance_score"?: number | null;
                    "updated_at"?: string;
                };
                Update: {
                    "content_item_id"?: string;
                    "created_at"?: string;
                    "organization_id"?: string;
                    "performance_percentile"?: number | null;
                    "performance_score"?: number | null;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "content_scores_content_item_id_fkey";
                        columns: [
                            "organization_id",
                            "content_item_id"
                        ];
                        isOneToOne: true;
                        referencedRelation: "content_items";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "content_sources": {
                Row: {
                    "brand_profile_id": string | null;
                    "client_account_id": string | null;
                    "created_at": string;
                    "created_by": string | null;
                    "failure_count": number;
                    "feed_url": string | null;
                    "http_etag": string | null;
                    "http_last_modified": string | null;
                    "id": string;
                    "is_plan_automatic": boolean;
                    "item_count": number;
                    "kind": Database["public"]['Enums']["content_source_kind"];
                    "last_error": string | null;
                    "last_item_at": string | null;
                    "last_polled_at": string | null;
                    "last_seen_keys": (string)[];
                    "name": string;
                    "next_poll_at": string | null;
                    "organization_id": string;
                    "plan": NonNullable<Json>;
                    "poll_interval_minutes": number;
                    "status": Database["public"]['Enums']["content_source_status"];
                    "updated_at": string;
                    "url": string;
                };
                ComputedFields: never;
                Insert: {
                    "brand_profile_id"?: string | null;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "failure_count"?: number;
                    "feed_url"?: string | null;
                    "http_etag"?: string | null;
                    "http_last_modified"?: string | null;
                    "id"?: string;
                    "is_plan_automatic"?: boolean;
                    "item_count"?: number;
                    "kind"?: Database["public"]['Enums']["content_source_kind"];
                    "last_error"?: string | null;
                    "last_item_at"?: string | null;
                    "last_polled_at"?: string | null;
                    "last_seen_keys"?: (string)[];
                    "name": string;
                    "next_poll_at"?: string | null;
                    "organization_id": string;
                    "plan"?: NonNullable<Json>;
                    "poll_interval_minutes"?: number;
                    "status"?: Database["public"]['Enums']["content_source_status"];
                    "updated_at"?: string;
                    "url": string;
                };
                Update: {
                    "brand_profile_id"?: string | null;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "failure_count"?: number;
                    "feed_url"?: string | null;
                    "http_etag"?: string | null;
                    "http_last_modified"?: string | null;
                    "id"?: string;
                    "is_plan_automatic"?: boolean;
                    "item_count"?: number;
                    "kind"?: Database["public"]['Enums']["content_source_kind"];
                    "last_error"?: string | null;
                    "last_item_at"?: string | null;
                    "last_polled_at"?: string | null;
                    "last_seen_keys"?: (string)[];
                    "name"?: string;
                    "next_poll_at"?: string | null;
                    "organization_id"?: string;
                    "plan"?: NonNullable<Json>;
                    "poll_interval_minutes"?: number;
                    "status"?: Database["public"]['Enums']["content_source_status"];
                    "updated_at"?: string;
                    "url"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "content_sources_brand_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "brand_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "brand_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_sources_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_sources_created_by_fkey";
                        columns: [
                            "created_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_sources_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "content_templates": {
                Row: {
                    "average_performance": number | null;
                    "client_account_id": string | null;
                    "content_type": Database["public"]['Enums']["generated_content_type"];
                    "created_at": string;
                    "description": string | null;
                    "id": string;
                    "is_active": boolean;
                    "is_public": boolean;
                    "language": string | null;
                    "name": string;
                    "organization_id": string;
                    "parameters": NonNullable<Json>;
                    "scored_count": number;
                    "template_text": string;
                    "updated_at": string;
                    "usage_count": number;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "average_performance"?: number | null;
                    "client_account_id"?: string | null;
                    "content_type": Database["public"]['Enums']["generated_content_type"];
                    "created_at"?: string;
                    "description"?: string | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "is_public"?: boolean;
                    "language"?: string | null;
                    "name": string;
                    "organization_id"?: string;
                    "parameters"?: NonNullable<Json>;
                    "scored_count"?: number;
                    "template_text": string;
                    "updated_at"?: string;
                    "usage_count"?: number;
                    "user_id"?: string | null;
                };
                Update: {
                    "average_performance"?: number | null;
                    "client_account_id"?: string | null;
                    "content_type"?: Database["public"]['Enums']["generated_content_type"];
                    "created_at"?: string;
                    "description"?: string | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "is_public"?: boolean;
                    "language"?: string | null;
                    "name"?: string;
                    "organization_id"?: string;
                    "parameters"?: NonNullable<Json>;
                    "scored_count"?: number;
                    "template_text"?: string;
                    "updated_at"?: string;
                    "usage_count"?: number;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "content_templates_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_templates_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "content_templates_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "content_types": {
                Row: {
                    "created_at": string;
                    "description": string | null;
                    "display_name": string;
                    "is_active": boolean;
                    "slug": string;
                    "sort_order": number;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "description"?: string | null;
                    "display_name": string;
                    "is_active"?: boolean;
                    "slug": string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Update: {
                    "created_at"?: string;
                    "description"?: string | null;
                    "display_name"?: string;
                    "is_active"?: boolean;
                    "slug"?: string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
            "creator_categories": {
                Row: {
                    "created_at": string;
                    "description": string | null;
                    "is_active": boolean;
                    "name": string;
                    "slug": string;
                    "sort_order": number;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "description"?: string | null;
                    "is_active"?: boolean;
                    "name": string;
                    "slug": string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Update: {
                    "created_at"?: string;
                    "description"?: string | null;
                    "is_active"?: boolean;
                    "name"?: string;
                    "slug"?: string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
            "creators": {
                Row: {
                    "category": string | null;
                    "created_at": string;
                    "display_name": string | null;
                    "follower_count": number | null;
                    "id": string;
                    "is_active": boolean;
                    "is_verified": boolean;
                    "last_scraped_at": string | null;
                    "metadata": NonNullable<Json>;
                    "next_scrape_at": string;
                    "platform": string;
                    "profile_url": string;
                    "scrape_frequency_hours": number;
                    "updated_at": string;
                    "username": string;
                };
                ComputedFields: never;
                Insert: {
                    "category"?: string | null;
                    "created_at"?: string;
                    "display_name"?: string | null;
                    "follower_count"?: number | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "is_verified"?: boolean;
                    "last_scraped_at"?: string | null;
                    "metadata"?: NonNullable<Json>;
                    "next_scrape_at"?: string;
                    "platform": string;
                    "profile_url": string;
                    "scrape_frequency_hours"?: number;
                    "updated_at"?: string;
                    "username": string;
                };
                Update: {
                    "category"?: string | null;
                    "created_at"?: string;
                    "display_name"?: string | null;
                    "follower_count"?: number | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "is_verified"?: boolean;
                    "last_scraped_at"?: string | null;
                    "metadata"?: NonNullable<Json>;
                    "next_scrape_at"?: string;
                    "platform"?: string;
                    "profile_url"?: string;
                    "scrape_frequency_hours"?: number;
                    "updated_at"?: string;
                    "username"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "creators_category_fkey";
                        columns: [
                            "category"
                        ];
                        isOneToOne: false;
                        referencedRelation: "creator_categories";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "creators_platform_fkey";
                        columns: [
                            "platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    }
                ];
            };
            "cta_library": {
                Row: {
                    "brand_profile_id": string | null;
                    "client_account_id": string | null;
                    "created_at": string;
                    "cta_text": string;
                    "cta_type": Database["public"]['Enums']["cta_type"];
                    "id": string;
                    "last_used_at": string | null;
                    "organization_id": string;
                    "performance_score": number | null;
                    "platform": string | null;
                    "scored_count": number;
                    "updated_at": string;
                    "usage_count": number;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "brand_profile_id"?: string | null;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "cta_text": string;
                    "cta_type"?: Database["public"]['Enums']["cta_type"];
                    "id"?: string;
                    "last_used_at"?: string | null;
                    "organization_id"?: string;
                    "performance_score"?: number | null;
                    "platform"?: string | null;
                    "scored_count"?: number;
                    "updated_at"?: string;
                    "usage_count"?: number;
                    "user_id"?: string | null;
                };
                Update: {
                    "brand_profile_id"?: string | null;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "cta_text"?: string;
                    "cta_type"?: Database["public"]['Enums']["cta_type"];
                    "id"?: string;
                    "last_used_at"?: string | null;
                    "organization_id"?: string;
                    "performance_score"?: number | null;
                    "platform"?: string | null;
                    "scored_count"?: number;
                    "updated_at"?: string;
                    "usage_count"?: number;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "cta_library_brand_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "brand_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "brand_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "cta_library_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "cta_library_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "cta_library_platform_fkey";
                        columns: [
                            "platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "cta_library_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "followed_creators": {
                Row: {
                    "creator_id": string;
                    "followed_at": string;
                    "followed_by": string | null;
                    "id": string;
                    "is_active": boolean;
                    "organization_id": string;
                    "unfollowed_at": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "creator_id": string;
                    "followed_at"?: string;
                    "followed_by"?: string | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "organization_id": string;
                    "unfollowed_at"?: string | null;
                };
                Update: {
                    "creator_id"?: string;
                    "followed_at"?: string;
                    "followed_by"?: string | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "organization_id"?: string;
                    "unfollowed_at"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "followed_creators_creator_id_fkey";
                        columns: [
                            "creator_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "creators";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "followed_creators_followed_by_fkey";
                        columns: [
                            "followed_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "followed_creators_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "generated_content": {
                Row: {
                    "ai_model": string;
                    "ai_provider": string | null;
                    "alt_text": string | null;
                    "approved_at": string | null;
                    "approved_by": string | null;
                    "approved_version": number | null;
                    "archived_at": string | null;
                    "audience_profile_id": string | null;
                    "brand_profile_id": string | null;
                    "caption": string | null;
                    "character_count": number;
                    "client_account_id": string | null;
                    "content": NonNullable<Json>;
                    "content_asset_id": string | null;
                    "content_template_id": string | null;
                    "content_type": Database["public"]['Enums']["generated_content_type"];
                    "created_at": string;
                    "cta": string | null;
                    "deleted_at": string | null;
                    "duration_seconds": number | null;
                    "emotional_tone_score": number | null;
                    "estimated_performance": number | null;
                    "estimated_reading_seconds": number | null;
                    "file_path": string | null;
                    "file_size_bytes": number | null;
                    "file_url": string | null;
                    "formatted_text": string | null;
                    "generated_text": string;
                    "generation_id": string | null;
                    "generation_metadata": NonNullable<Json>;
                    "generation_parameters": NonNullable<Json>;
                    "hashtags": (string)[];
                    "id": string;
                    "keywords": (string)[];
                    "language": string | null;
                    "metadata": NonNullable<Json>;
                    "organization_id": string;
                    "parent_id": string | null;
                    "predicted_quality_score": number | null;
                    "prompt_template": string | null;
                    "prompt_used": string | null;
                    "quality_metrics": NonNullable<Json>;
                    "quality_score": number | null;
                    "readability_score": number | null;
                    "reasons": (string)[];
                    "rejected_at": string | null;
                    "rejected_by": string | null;
                    "rejection_reason": string | null;
                    "repurposing_job_id": string | null;
                    "search_vector": unknown;
                    "seo_score": number | null;
                    "status": Database["public"]['Enums']["generated_content_status"];
                    "target_platform": string | null;
                    "thumbnail_path": string | null;
                    "thumbnail_url": string | null;
                    "title": string | null;
                    "updated_at": string;
                    "usage_count": number;
                    "used_at": string | null;
                    "user_feedback": string | null;
                    "user_id": string | null;
                    "user_rating": number | null;
                    "variant_number": number;
                    "version": number;
                    "virality_prediction": number | null;
                    "voice_fit_score": number | null;
                    "word_count": number | null;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model": string;
                    "ai_provider"?: string | null;
                    "alt_text"?: string | null;
                    "approved_at"?: string | null;
                    "approved_by"?: string | null;
                    "approved_version"?: number | null;
                    "archived_at"?: string | null;
                    "audience_profile_id"?: string | null;
                    "brand_profile_id"?: string | null;
                    "caption"?: string | null;
                    "character_count"?: never;
                    "client_account_id"?: string | null;
                    "content"?: NonNullable<Json>;
                    "content_asset_id"?: string | null;
                    "content_template_id"?: string | null;
                    "content_type": Database["public"]['Enums']["generated_content_type"];
                    "created_at"?: string;
                    "cta"?: string | null;
                    "deleted_at"?: string | null;
                    "duration_seconds"?: number | null;
                    "emotional_tone_score"?: number | null;
                    "estimated_performance"?: number | null;
                    "estimated_reading_seconds"?: number | null;
                    "file_path"?: string | null;
                    "file_size_bytes"?: number | null;
                    "file_url"?: string | null;
                    "formatted_text"?: string | null;
                    "generated_text": string;
                    "generation_id"?: string | null;
                    "generation_metadata"?: NonNullable<Json>;
                    "generation_parameters"?: NonNullable<Json>;
                    "hashtags"?: (string)[];
                    "id"?: string;
                    "keywords"?: (string)[];
                    "language"?: string | null;
                    "metadata"?: NonNullable<Json>;
                    "organization_id": string;
                    "parent_id"?: string | null;
                    "predicted_quality_score"?: number | null;
                    "prompt_template"?: string | null;
                    "prompt_used"?: string | null;
                    "quality_metrics"?: NonNullable<Json>;
                    "quality_score"?: number | null;
                    "readability_score"?: number | null;
                    "reasons"?: (string)[];
                    "rejected_at"?: string | null;
                    "rejected_by"?: string | null;
                    "rejection_reason"?: string | null;
                    "repurposing_job_id"?: string | null;
                    "search_vector"?: never;
                    "seo_score"?: number | null;
                    "status"?: Database["public"]['Enums']["generated_content_status"];
                    "target_platform"?: string | null;
                    "thumbnail_path"?: string | null;
                    "thumbnail_url"?: string | null;
                    "title"?: string | null;
                    "updated_at"?: string;
                    "usage_count"?: number;
                    "used_at"?: string | null;
                    "user_feedback"?: string | null;
                    "user_id"?: string | null;
                    "user_rating"?: number | null;
                    "variant_number"?: number;
                    "version"?: number;
                    "virality_prediction"?: number | null;
                    "voice_fit_score"?: number | null;
                    "word_count"?: number | null;
                };
                Update: {
                    "ai_model"?: string;
                    "ai_provider"?: string | null;
                    "alt_text"?: string | null;
                    "approved_at"?: string | null;
                    "approved_by"?: string | null;
                    "approved_version"?: number | null;
                    "archived_at"?: string | null;
                    "audience_profile_id"?: string | null;
                    "brand_profile_id"?: string | null;
                    "caption"?: string | null;
                    "character_count"?: never;
                    "client_account_id"?: string | null;
                    "content"?: NonNullable<Json>;
                    "content_asset_id"?: string | null;
                    "content_template_id"?: string | null;
                    "content_type"?: Database["public"]['Enums']["generated_content_type"];
                    "created_at"?: string;
                    "cta"?: string | null;
                    "deleted_at"?: string | null;
                    "duration_seconds"?: number | null;
                    "emotional_tone_score"?: number | null;
                    "estimated_performance"?: number | null;
                    "estimated_reading_seconds"?: number | null;
                    "file_path"?: string | null;
                    "file_size_bytes"?: number | null;
                    "file_url"?: string | null;
                    "formatted_text"?: string | null;
                    "generated_text"?: string;
                    "generation_id"?: string | null;
                    "generation_metadata"?: NonNullable<Json>;
                    "generation_parameters"?: NonNullable<Json>;
                    "hashtags"?: (string)[];
                    "id"?: string;
                    "keywords"?: (string)[];
                    "language"?: string | null;
                    "metadata"?: NonNullable<Json>;
                    "organization_id"?: string;
                    "parent_id"?: string | null;
                    "predicted_quality_score"?: number | null;
                    "prompt_template"?: string | null;
                    "prompt_used"?: string | null;
                    "quality_metrics"?: NonNullable<Json>;
                    "quality_score"?: number | null;
                    "readability_score"?: number | null;
                    "reasons"?: (string)[];
                    "rejected_at"?: string | null;
                    "rejected_by"?: string | null;
                    "rejection_reason"?: string | null;
                    "repurposing_job_id"?: string | null;
                    "search_vector"?: never;
                    "seo_score"?: number | null;
                    "status"?: Database["public"]['Enums']["generated_content_status"];
                    "target_platform"?: string | null;
                    "thumbnail_path"?: string | null;
                    "thumbnail_url"?: string | null;
                    "title"?: string | null;
                    "updated_at"?: string;
                    "usage_count"?: number;
                    "used_at"?: string | null;
                    "user_feedback"?: string | null;
                    "user_id"?: string | null;
                    "user_rating"?: number | null;
                    "variant_number"?: number;
                    "version"?: number;
                    "virality_prediction"?: number | null;
                    "voice_fit_score"?: number | null;
                    "word_count"?: number | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "generated_content_approved_by_fkey";
                        columns: [
                            "approved_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_content_audience_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "audience_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "audience_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_content_brand_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "brand_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "brand_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_content_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_content_content_asset_id_fkey";
                        columns: [
                            "organization_id",
                            "content_asset_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_assets";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_content_content_template_id_fkey";
                        columns: [
                            "content_template_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_templates";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_content_generation_id_fkey";
                        columns: [
                            "organization_id",
                            "generation_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generations";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_content_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_content_parent_id_fkey";
                        columns: [
                            "organization_id",
                            "parent_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_content_rejected_by_fkey";
                        columns: [
                            "rejected_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_content_repurposing_job_id_fkey";
                        columns: [
                            "organization_id",
                            "repurposing_job_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "repurposing_jobs";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_content_target_platform_fkey";
                        columns: [
                            "target_platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "generated_content_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "generated_content_sources": {
                Row: {
                    "content_item_id": string;
                    "created_at": string;
                    "generated_content_id": string;
                    "organization_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "content_item_id": string;
                    "created_at"?: string;
                    "generated_content_id": string;
                    "organization_id": string;
                };
                Update: {
                    "content_item_id"?: string;
                    "created_at"?: string;
                    "generated_content_id"?: string;
                    "organization_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "generated_content_sources_content_item_id_fkey";
                        columns: [
                            "organization_id",
                            "content_item_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_items";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_content_sources_generated_content_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_content_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "generated_scripts": {
                Row: {
                    "ai_model": string | null;
                    "ai_provider": string | null;
                    "brand_profile_id": string | null;
                    "client_account_id": string | null;
                    "content_piece_id": string | null;
                    "created_at": string;
                    "error_code": string | null;
                    "error_message": string | null;
                    "generated_at": string | null;
                    "generated_content_id": string | null;
                    "generation_cost_credits": number;
                    "generation_prompt": string | null;
                    "id": string;
                    "job_id": number | null;
                    "notes": NonNullable<Json>;
                    "organization_id": string;
                    "original_script": string | null;
                    "prompt": string | null;
                    "research_perspectives": NonNullable<Json>;
                    "rewritten_script": string | null;
                    "status": Database["public"]['Enums']["generated_script_status"];
                    "updated_at": string;
                    "user_id": string | null;
                    "voice_fit": NonNullable<Json>;
                    "voice_fit_score": number | null;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "brand_profile_id"?: string | null;
                    "client_account_id"?: string | null;
                    "content_piece_id"?: string | null;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "generated_at"?: string | null;
                    "generated_content_id"?: string | null;
                    "generation_cost_credits"?: number;
                    "generation_prompt"?: string | null;
                    "id"?: string;
                    "job_id"?: number | null;
                    "notes"?: NonNullable<Json>;
                    "organization_id": string;
                    "original_script"?: string | null;
                    "prompt"?: string | null;
                    "research_perspectives"?: NonNullable<Json>;
                    "rewritten_script"?: string | null;
                    "status"?: Database["public"]['Enums']["generated_script_status"];
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "voice_fit"?: NonNullable<Json>;
                    "voice_fit_score"?: number | null;
                };
                Update: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "brand_profile_id"?: string | null;
                    "client_account_id"?: string | null;
                    "content_piece_id"?: string | null;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "generated_at"?: string | null;
                    "generated_content_id"?: string | null;
                    "generation_cost_credits"?: number;
                    "generation_prompt"?: string | null;
                    "id"?: string;
                    "job_id"?: number | null;
                    "notes"?: NonNullable<Json>;
                    "organization_id"?: string;
                    "original_script"?: string | null;
                    "prompt"?: string | null;
                    "research_perspectives"?: NonNullable<Json>;
                    "rewritten_script"?: string | null;
                    "status"?: Database["public"]['Enums']["generated_script_status"];
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "voice_fit"?: NonNullable<Json>;
                    "voice_fit_score"?: number | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "generated_scripts_brand_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "brand_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "brand_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_scripts_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_scripts_content_piece_id_fkey";
                        columns: [
                            "organization_id",
                            "content_piece_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_pieces";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_scripts_generated_content_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_content_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_scripts_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generated_scripts_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "generation_outputs": {
                Row: {
                    "completed_at": string | null;
                    "created_at": string;
                    "error_code": string | null;
                    "error_message": string | null;
                    "generated_content_id": string | null;
                    "generation_id": string;
                    "organization_id": string;
                    "platform": string;
                    "status": Database["public"]['Enums']["generation_output_status"];
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "completed_at"?: string | null;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "generated_content_id"?: string | null;
                    "generation_id": string;
                    "organization_id": string;
                    "platform": string;
                    "status"?: Database["public"]['Enums']["generation_output_status"];
                    "updated_at"?: string;
                };
                Update: {
                    "completed_at"?: string | null;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "generated_content_id"?: string | null;
                    "generation_id"?: string;
                    "organization_id"?: string;
                    "platform"?: string;
                    "status"?: Database["public"]['Enums']["generation_output_status"];
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "generation_outputs_generated_content_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_content_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generation_outputs_generation_id_fkey";
                        columns: [
                            "organization_id",
                            "generation_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generations";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generation_outputs_platform_fkey";
                        columns: [
                            "platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    }
                ];
            };
            "generations": {
                Row: {
                    "ai_model": string | null;
                    "ai_provider": string | null;
                    "client_account_id": string | null;
                    "completed_at": string | null;
                    "core_message": string | null;
                    "created_at": string;
                    "detected_audience": string | null;
                    "detected_topic": string | null;
                    "error_code": string | null;
                    "error_message": string | null;
                    "estimated_cost_usd": number;
                    "generation_time_ms": number | null;
                    "id": string;
                    "input_content": string | null;
                    "input_content_hash": string;
                    "input_kind": Database["public"]['Enums']["generation_input_kind"];
                    "input_path": string | null;
                    "input_title": string | null;
                    "input_url": string | null;
                    "job_id": number | null;
                    "key_points": NonNullable<Json>;
                    "keywords": (string)[];
                    "language": string;
                    "options": NonNullable<Json>;
                    "organization_id": string;
                    "request_hash": string;
                    "selected_platforms": (string)[];
                    "selected_tone": Database["public"]['Enums']["generation_tone"];
                    "started_at": string | null;
                    "status": Database["public"]['Enums']["generation_status"];
                    "total_tokens_used": number;
                    "unknown_cost_count": number;
                    "updated_at": string;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "client_account_id"?: string | null;
                    "completed_at"?: string | null;
                    "core_message"?: string | null;
                    "created_at"?: string;
                    "detected_audience"?: string | null;
                    "detected_topic"?: string | null;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "estimated_cost_usd"?: number;
                    "generation_time_ms"?: number | null;
                    "id"?: string;
                    "input_content"?: string | null;
                    "input_content_hash": string;
                    "input_kind"?: Database["public"]['Enums']["generation_input_kind"];
                    "input_path"?: string | null;
                    "input_title"?: string | null;
                    "input_url"?: string | null;
                    "job_id"?: number | null;
                    "key_points"?: NonNullable<Json>;
                    "keywords"?: (string)[];
                    "language": string;
                    "options"?: NonNullable<Json>;
                    "organization_id": string;
                    "request_hash": string;
                    "selected_platforms": (string)[];
                    "selected_tone": Database["public"]['Enums']["generation_tone"];
                    "started_at"?: string | null;
                    "status"?: Database["public"]['Enums']["generation_status"];
                    "total_tokens_used"?: number;
                    "unknown_cost_count"?: number;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Update: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "client_account_id"?: string | null;
                    "completed_at"?: string | null;
                    "core_message"?: string | null;
                    "created_at"?: string;
                    "detected_audience"?: string | null;
                    "detected_topic"?: string | null;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "estimated_cost_usd"?: number;
                    "generation_time_ms"?: number | null;
                    "id"?: string;
                    "input_content"?: string | null;
                    "input_content_hash"?: string;
                    "input_kind"?: Database["public"]['Enums']["generation_input_kind"];
                    "input_path"?: string | null;
                    "input_title"?: string | null;
                    "input_url"?: string | null;
                    "job_id"?: number | null;
                    "key_points"?: NonNullable<Json>;
                    "keywords"?: (string)[];
                    "language"?: string;
                    "options"?: NonNullable<Json>;
                    "organization_id"?: string;
                    "request_hash"?: string;
                    "selected_platforms"?: (string)[];
                    "selected_tone"?: Database["public"]['Enums']["generation_tone"];
                    "started_at"?: string | null;
                    "status"?: Database["public"]['Enums']["generation_status"];
                    "total_tokens_used"?: number;
                    "unknown_cost_count"?: number;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "generations_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generations_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generations_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "generations_archive": {
                Row: {
                    "archived_at": string;
                    "client_account_id": string | null;
                    "created_at": string;
                    "generation": NonNullable<Json>;
                    "id": string;
                    "organization_id": string;
                    "outputs": NonNullable<Json>;
                    "status": Database["public"]['Enums']["generation_status"];
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "archived_at"?: string;
                    "client_account_id"?: string | null;
                    "created_at": string;
                    "generation": NonNullable<Json>;
                    "id": string;
                    "organization_id": string;
                    "outputs": NonNullable<Json>;
                    "status": Database["public"]['Enums']["generation_status"];
                    "user_id"?: string | null;
                };
                Update: {
                    "archived_at"?: string;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "generation"?: NonNullable<Json>;
                    "id"?: string;
                    "organization_id"?: string;
                    "outputs"?: NonNullable<Json>;
                    "status"?: Database["public"]['Enums']["generation_status"];
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "generations_archive_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generations_archive_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "generations_archive_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "hashtag_library": {
                Row: {
                    "brand_profile_id": string | null;
                    "category": string | null;
                    "client_account_id": string | null;
                    "created_at": string;
                    "hashtag": string;
                    "id": string;
                    "last_used_at": string | null;
                    "organization_id": string;
                    "performance_score": number | null;
                    "platform": string | null;
                    "scored_count": number;
                    "updated_at": string;
                    "usage_count": number;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "brand_profile_id"?: string | null;
                    "category"?: string | null;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "hashtag": string;
                    "id"?: string;
                    "last_used_at"?: string | null;
                    "organization_id"?: string;
                    "performance_score"?: number | null;
                    "platform"?: string | null;
                    "scored_count"?: number;
                    "updated_at"?: string;
                    "usage_count"?: number;
                    "user_id"?: string | null;
                };
                Update: {
                    "brand_profile_id"?: string | null;
                    "category"?: string | null;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "hashtag"?: string;
                    "id"?: string;
                    "last_used_at"?: string | null;
                    "organization_id"?: string;
                    "performance_score"?: number | null;
                    "platform"?: string | null;
                    "scored_count"?: number;
                    "updated_at"?: string;
                    "usage_count"?: number;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "hashtag_library_brand_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "brand_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "brand_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "hashtag_library_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "hashtag_library_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "hashtag_library_platform_fkey";
                        columns: [
                            "platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "hashtag_library_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "idempotency_keys": {
                Row: {
                    "completed_at": string | null;
                    "created_at": string;
                    "endpoint": string;
                    "expires_at": string;
                    "key": string;
                    "locked_until_at": string;
                    "organization_id": string;
                    "request_hash": string;
                    "response": Json | null;
                    "response_code": number | null;
                    "status": Database["public"]['Enums']["idempotency_status"];
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "completed_at"?: string | null;
                    "created_at"?: string;
                    "endpoint": string;
                    "expires_at": string;
                    "key": string;
                    "locked_until_at": string;
                    "organization_id": string;
                    "request_hash": string;
                    "response"?: Json | null;
                    "response_code"?: number | null;
                    "status"?: Database["public"]['Enums']["idempotency_status"];
                    "updated_at"?: string;
                };
                Update: {
                    "completed_at"?: string | null;
                    "created_at"?: string;
                    "endpoint"?: string;
                    "expires_at"?: string;
                    "key"?: string;
                    "locked_until_at"?: string;
                    "organization_id"?: string;
                    "request_hash"?: string;
                    "response"?: Json | null;
                    "response_code"?: number | null;
                    "status"?: Database["public"]['Enums']["idempotency_status"];
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "idempotency_keys_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "invoice_issuers": {
                Row: {
                    "address": NonNullable<Json>;
                    "country_code": string;
                    "created_at": string;
                    "is_active": boolean;
                    "legal_name": string;
                    "number_prefix": string;
                    "payment_terms_days": number;
                    "slug": string;
                    "state_code": string | null;
                    "tax_number": string | null;
                    "timezone": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "address"?: NonNullable<Json>;
                    "country_code": string;
                    "created_at"?: string;
                    "is_active"?: boolean;
                    "legal_name": string;
                    "number_prefix": string;
                    "payment_terms_days"?: number;
                    "slug": string;
                    "state_code"?: string | null;
                    "tax_number"?: string | null;
                    "timezone"?: string;
                    "updated_at"?: string;
                };
                Update: {
                    "address"?: NonNullable<Json>;
                    "country_code"?: string;
                    "created_at"?: string;
                    "is_active"?: boolean;
                    "legal_name"?: string;
                    "number_prefix"?: string;
                    "payment_terms_days"?: number;
                    "slug"?: string;
                    "state_code"?: string | null;
                    "tax_number"?: string | null;
                    "timezone"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
            "invoices": {
                Row: {
                    "amount": number;
                    "billing_address": NonNullable<Json>;
                    "billing_country_code": string | null;
                    "billing_email": string | null;
                    "billing_name": string | null;
                    "cgst_amount": number;
                    "created_at": string;
                    "currency": string;
                    "due_at": string | null;
                    "gst_number": string | null;
                    "id": string;
                    "igst_amount": number;
                    "invoice_number": string | null;
                    "invoice_url": string | null;
                    "invoice_year": number | null;
                    "is_reverse_charge": boolean;
                    "issued_at": string | null;
                    "issuer": string;
                    "issuer_details": NonNullable<Json>;
                    "lines": NonNullable<Json>;
                    "notes": string | null;
                    "organization_id": string | null;
                    "paid_at": string | null;
                    "payment_id": string | null;
                    "place_of_supply": string | null;
                    "sac_code": string | null;
                    "sequence_number": number | null;
                    "sgst_amount": number;
                    "status": Database["public"]['Enums']["invoice_status"];
                    "subscription_id": string | null;
                    "tax_amount": number;
                    "tax_kind": Database["public"]['Enums']["tax_kind"];
                    "tax_rate": number;
                    "total_amount": number;
                    "updated_at": string;
                    "user_id": string | null;
                    "vat_number": string | null;
                    "void_reason": string | null;
                    "voided_at": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "amount": number;
                    "billing_address"?: NonNullable<Json>;
                    "billing_country_code"?: string | null;
                    "billing_email"?: string | null;
                    "billing_name"?: string | null;
                    "cgst_amount"?: number;
                    "created_at"?: string;
                    "currency": string;
                    "due_at"?: string | null;
                    "gst_number"?: string | null;
                    "id"?: string;
                    "igst_amount"?: number;
                    "invoice_number"?: string | null;
                    "invoice_url"?: string | null;
                    "invoice_year"?: number | null;
                    "is_reverse_charge"?: boolean;
                    "issued_at"?: string | null;
                    "issuer": string;
                    "issuer_details"?: NonNullable<Json>;
                    "lines": NonNullable<Json>;
                    "notes"?: string | null;
                    "organization_id"?: string | null;
                    "paid_at"?: string | null;
                    "payment_id"?: string | null;
                    "place_of_supply"?: string | null;
                    "sac_code"?: string | null;
                    "sequence_number"?: number | null;
                    "sgst_amount"?: number;
                    "status"?: Database["public"]['Enums']["invoice_status"];
                    "subscription_id"?: string | null;
                    "tax_amount"?: number;
                    "tax_kind"?: Database["public"]['Enums']["tax_kind"];
                    "tax_rate"?: number;
                    "total_amount"?: never;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "vat_number"?: string | null;
                    "void_reason"?: string | null;
                    "voided_at"?: string | null;
                };
                Update: {
                    "amount"?: number;
                    "billing_address"?: NonNullable<Json>;
                    "billing_country_code"?: string | null;
                    "billing_email"?: string | null;
                    "billing_name"?: string | null;
                    "cgst_amount"?: number;
                    "created_at"?: string;
                    "currency"?: string;
                    "due_at"?: string | null;
                    "gst_number"?: string | null;
                    "id"?: string;
                    "igst_amount"?: number;
                    "invoice_number"?: string | null;
                    "invoice_url"?: string | null;
                    "invoice_year"?: number | null;
                    "is_reverse_charge"?: boolean;
                    "issued_at"?: string | null;
                    "issuer"?: string;
                    "issuer_details"?: NonNullable<Json>;
                    "lines"?: NonNullable<Json>;
                    "notes"?: string | null;
                    "organization_id"?: string | null;
                    "paid_at"?: string | null;
                    "payment_id"?: string | null;
                    "place_of_supply"?: string | null;
                    "sac_code"?: string | null;
                    "sequence_number"?: number | null;
                    "sgst_amount"?: number;
                    "status"?: Database["public"]['Enums']["invoice_status"];
                    "subscription_id"?: string | null;
                    "tax_amount"?: number;
                    "tax_kind"?: Database["public"]['Enums']["tax_kind"];
                    "tax_rate"?: number;
                    "total_amount"?: never;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "vat_number"?: string | null;
                    "void_reason"?: string | null;
                    "voided_at"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "invoices_issuer_fkey";
                        columns: [
                            "issuer"
                        ];
                        isOneToOne: false;
                        referencedRelation: "invoice_issuers";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "invoices_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "invoices_payment_id_fkey";
                        columns: [
                            "payment_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "payments";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "invoices_subscription_id_fkey";
                        columns: [
                            "subscription_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "subscriptions";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "invoices_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "job_checkpoints": {
                Row: {
                    "created_at": string;
                    "job_id": number;
                    "state": NonNullable<Json>;
                    "step": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "job_id": number;
                    "state": NonNullable<Json>;
                    "step": string;
                    "updated_at"?: string;
                };
                Update: {
                    "created_at"?: string;
                    "job_id"?: number;
                    "state"?: NonNullable<Json>;
                    "step"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
            "job_history": {
                Row: {
                    "attempt": number;
                    "created_at": string;
                    "error_code": string | null;
                    "error_message": string | null;
                    "external_id": string | null;
                    "finished_at": string;
                    "id": number;
                    "kind": string;
                    "max_attempts": number;
                    "organization_id": string | null;
                    "payload": Json | null;
                    "priority": number;
                    "progress": number | null;
                    "provider": string | null;
                    "queue": string;
                    "quota_amount": number | null;
                    "quota_metric": string | null;
                    "result": Json | null;
                    "started_at": string | null;
                    "status": Database["public"]['Enums']["job_status"];
                    "step": string | null;
                    "subject_id": string | null;
                    "worker_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "attempt": number;
                    "created_at": string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "external_id"?: string | null;
                    "finished_at"?: string;
                    "id": number;
                    "kind": string;
                    "max_attempts": number;
                    "organization_id"?: string | null;
                    "payload"?: Json | null;
                    "priority": number;
                    "progress"?: number | null;
                    "provider"?: string | null;
                    "queue": string;
                    "quota_amount"?: number | null;
                    "quota_metric"?: string | null;
                    "result"?: Json | null;
                    "started_at"?: string | null;
                    "status": Database["public"]['Enums']["job_status"];
                    "step"?: string | null;
                    "subject_id"?: string | null;
                    "worker_id"?: string | null;
                };
                Update: {
                    "attempt"?: number;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "external_id"?: string | null;
                    "finished_at"?: string;
                    "id"?: number;
                    "kind"?: string;
                    "max_attempts"?: number;
                    "organization_id"?: string | null;
                    "payload"?: Json | null;
                    "priority"?: number;
                    "progress"?: number | null;
                    "provider"?: string | null;
                    "queue"?: string;
                    "quota_amount"?: number | null;
                    "quota_metric"?: string | null;
                    "result"?: Json | null;
                    "started_at"?: string | null;
                    "status"?: Database["public"]['Enums']["job_status"];
                    "step"?: string | null;
                    "subject_id"?: string | null;
                    "worker_id"?: string | null;
                };
                Relationships: [
                ];
            };
            "job_kinds": {
                Row: {
                    "apply_function": string | null;
                    "backoff_base_seconds": number;
                    "backoff_max_seconds": number;
                    "batch_complete": boolean;
                    "created_at": string;
                    "description": string | null;
                    "failure_function": string | null;
                    "is_enabled": boolean;
                    "is_system": boolean;
                    "kind": string;
                    "lease_seconds": number;
                    "max_attempts": number;
                    "max_backlog_per_organization": number | null;
                    "max_per_organization": number | null;
                    "queue": string;
                    "quota_amount": number;
                    "quota_metric": string | null;
                    "step_function": string | null;
                    "subject_table": string | null;
                    "timeout_seconds": number;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "apply_function"?: string | null;
                    "backoff_base_seconds"?: number;
                    "backoff_max_seconds"?: number;
                    "batch_complete"?: boolean;
                    "created_at"?: string;
                    "description"?: string | null;
                    "failure_function"?: string | null;
                    "is_enabled"?: boolean;
                    "is_system"?: boolean;
                    "kind": string;
                    "lease_seconds"?: number;
                    "max_attempts"?: number;
                    "max_backlog_per_organization"?: number | null;
                    "max_per_organization"?: number | null;
                    "queue"?: string;
                    "quota_amount"?: number;
                    "quota_metric"?: string | null;
                    "step_function"?: string | null;
                    "subject_table"?: string | null;
                    "timeout_seconds"?: number;
                    "updated_at"?: string;
                };
                Update: {
                    "apply_function"?: string | null;
                    "backoff_base_seconds"?: number;
                    "backoff_max_seconds"?: number;
                    "batch_complete"?: boolean;
                    "created_at"?: string;
                    "description"?: string | null;
                    "failure_function"?: string | null;
                    "is_enabled"?: boolean;
                    "is_system"?: boolean;
                    "kind"?: string;
                    "lease_seconds"?: number;
                    "max_attempts"?: number;
                    "max_backlog_per_organization"?: number | null;
                    "max_per_organization"?: number | null;
                    "queue"?: string;
                    "quota_amount"?: number;
                    "quota_metric"?: string | null;
                    "step_function"?: string | null;
                    "subject_table"?: string | null;
                    "timeout_seconds"?: number;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
            "job_logs": {
                Row: {
                    "created_at": string;
                    "details": NonNullable<Json>;
                    "id": number;
                    "job_id": number;
                    "log_level": string;
                    "message": string;
                    "organization_id": string | null;
                    "provider_response": Json | null;
                    "step": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "details"?: NonNullable<Json>;
                    "id"?: never;
                    "job_id": number;
                    "log_level": string;
                    "message": string;
                    "organization_id"?: string | null;
                    "provider_response"?: Json | null;
                    "step"?: string | null;
                };
                Update: {
                    "created_at"?: string;
                    "details"?: NonNullable<Json>;
                    "id"?: never;
                    "job_id"?: number;
                    "log_level"?: string;
                    "message"?: string;
                    "organization_id"?: string | null;
                    "provider_response"?: Json | null;
                    "step"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "job_logs_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "jobs": {
                Row: {
                    "attempt": number;
                    "cancel_requested_at": string | null;
                    "created_at": string;
                    "created_by": string | null;
                    "dedupe_key": string | null;
                    "error_code": string | null;
                    "error_message": string | null;
                    "external_id": string | null;
                    "finished_at": string | null;
                    "has_checkpoints": boolean;
                    "has_slot": boolean;
                    "id": number;
                    "is_held": boolean;
                    "is_scheduled": boolean;
                    "kind": string;
                    "lease": number;
                    "lease_expires_at": string | null;
                    "lease_seconds": number;
                    "max_attempts": number;
                    "organization_id": string | null;
                    "payload": NonNullable<Json>;
                    "priority": number;
                    "progress": number | null;
                    "provider": string | null;
                    "queue": string;
                    "quota_amount": number | null;
                    "quota_metric": string | null;
                    "quota_period": string | null;
                    "run_at": string;
                    "snoozed_at": string | null;
                    "started_at": string | null;
                    "status": Database["public"]['Enums']["job_status"];
                    "step": string | null;
                    "subject_id": string | null;
                    "worker_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "attempt"?: number;
                    "cancel_requested_at"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "dedupe_key"?: string | null;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "external_id"?: string | null;
                    "finished_at"?: string | null;
                    "has_checkpoints"?: boolean;
                    "has_slot"?: boolean;
                    "id"?: never;
                    "is_held"?: boolean;
                    "is_scheduled"?: boolean;
                    "kind": string;
                    "lease"?: number;
                    "lease_expires_at"?: string | null;
                    "lease_seconds": number;
                    "max_attempts": number;
                    "organization_id"?: string | null;
                    "payload"?: NonNullable<Json>;
                    "priority"?: number;
                    "progress"?: number | null;
                    "provider"?: string | null;
                    "queue": string;
                    "quota_amount"?: number | null;
                    "quota_metric"?: string | null;
                    "quota_period"?: string | null;
                    "run_at"?: string;
                    "snoozed_at"?: string | null;
                    "started_at"?: string | null;
                    "status"?: Database["public"]['Enums']["job_status"];
                    "step"?: string | null;
                    "subject_id"?: string | null;
                    "worker_id"?: string | null;
                };
                Update: {
                    "attempt"?: number;
                    "cancel_requested_at"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "dedupe_key"?: string | null;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "external_id"?: string | null;
                    "finished_at"?: string | null;
                    "has_checkpoints"?: boolean;
                    "has_slot"?: boolean;
                    "id"?: never;
                    "is_held"?: boolean;
                    "is_scheduled"?: boolean;
                    "kind"?: string;
                    "lease"?: number;
                    "lease_expires_at"?: string | null;
                    "lease_seconds"?: number;
                    "max_attempts"?: number;
                    "organization_id"?: string | null;
                    "payload"?: NonNullable<Json>;
                    "priority"?: number;
                    "progress"?: number | null;
                    "provider"?: string | null;
                    "queue"?: string;
                    "quota_amount"?: number | null;
                    "quota_metric"?: string | null;
                    "quota_period"?: string | null;
                    "run_at"?: string;
                    "snoozed_at"?: string | null;
                    "started_at"?: string | null;
                    "status"?: Database["public"]['Enums']["job_status"];
                    "step"?: string | null;
                    "subject_id"?: string | null;
                    "worker_id"?: string | null;
                };
                Relationships: [
                ];
            };
            "notification_types": {
                Row: {
                    "created_at": string;
                    "display_name": string;
                    "expires_after": string;
                    "is_emailed": boolean;
                    "outcome": string | null;
                    "sort_order": number;
                    "type": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "display_name": string;
                    "expires_after"?: string;
                    "is_emailed"?: boolean;
                    "outcome"?: string | null;
                    "sort_order"?: number;
                    "type": string;
                    "updated_at"?: string;
                };
                Update: {
                    "created_at"?: string;
                    "display_name"?: string;
                    "expires_after"?: string;
                    "is_emailed"?: boolean;
                    "outcome"?: string | null;
                    "sort_order"?: number;
                    "type"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
            "notifications": {
                Row: {
                    "action_label": string | null;
                    "action_url": string | null;
                    "created_at": string;
                    "emailed_at": string | null;
                    "expires_at": string;
                    "id": string;
                    "is_read": boolean;
                    "message": string | null;
                    "metadata": NonNullable<Json>;
                    "organization_id": string;
                    "read_at": string | null;
                    "related_entity_id": string | null;
                    "related_entity_type": string | null;
                    "title": string;
                    "type": string;
                    "updated_at": string;
                    "user_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "action_label"?: string | null;
                    "action_url"?: string | null;
                    "created_at"?: string;
                    "emailed_at"?: string | null;
                    "expires_at": string;
                    "id"?: string;
                    "is_read"?: never;
                    "message"?: string | null;
                    "metadata"?: NonNullable<Json>;
                    "organization_id": string;
                    "read_at"?: string | null;
                    "related_entity_id"?: string | null;
                    "related_entity_type"?: string | null;
                    "title": string;
                    "type": string;
                    "updated_at"?: string;
                    "user_id": string;
                };
                Update: {
                    "action_label"?: string | null;
                    "action_url"?: string | null;
                    "created_at"?: string;
                    "emailed_at"?: string | null;
                    "expires_at"?: string;
                    "id"?: string;
                    "is_read"?: never;
                    "message"?: string | null;
                    "metadata"?: NonNullable<Json>;
                    "organization_id"?: string;
                    "read_at"?: string | null;
                    "related_entity_id"?: string | null;
                    "related_entity_type"?: string | null;
                    "title"?: string;
                    "type"?: string;
                    "updated_at"?: string;
                    "user_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "notifications_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "notifications_type_fkey";
                        columns: [
                            "type"
                        ];
                        isOneToOne: false;
                        referencedRelation: "notification_types";
                        referencedColumns: [
                            "type"
                        ];
                    },
                    {
                        foreignKeyName: "notifications_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "oauth_states": {
                Row: {
                    "client_account_id": string | null;
                    "consumed_at": string | null;
                    "created_at": string;
                    "expires_at": string;
                    "id": string;
                    "organization_id": string;
                    "platform": string | null;
                    "redirect_to": string | null;
                    "redirect_uri": string;
                    "requested_scopes": (string)[];
                    "search_engine": string | null;
                    "session_hash": string | null;
                    "state_hash": string;
                    "user_id": string;
                    "vault_secret_name": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "client_account_id"?: string | null;
                    "consumed_at"?: string | null;
                    "created_at"?: string;
                    "expires_at"?: string;
                    "id"?: string;
                    "organization_id": string;
                    "platform"?: string | null;
                    "redirect_to"?: string | null;
                    "redirect_uri": string;
                    "requested_scopes"?: (string)[];
                    "search_engine"?: string | null;
                    "session_hash"?: string | null;
                    "state_hash": string;
                    "user_id": string;
                    "vault_secret_name"?: string | null;
                };
                Update: {
                    "client_account_id"?: string | null;
                    "consumed_at"?: string | null;
                    "created_at"?: string;
                    "expires_at"?: string;
                    "id"?: string;
                    "organization_id"?: string;
                    "platform"?: string | null;
                    "redirect_to"?: string | null;
                    "redirect_uri"?: string;
                    "requested_scopes"?: (string)[];
                    "search_engine"?: string | null;
                    "session_hash"?: string | null;
                    "state_hash"?: string;
                    "user_id"?: string;
                    "vault_secret_name"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "oauth_states_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "oauth_states_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "oauth_states_platform_fkey";
                        columns: [
                            "platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "oauth_states_search_engine_fkey";
                        columns: [
                            "search_engine"
                        ];
                        isOneToOne: false;
                        referencedRelation: "search_engines";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "oauth_states_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "organization_ai_keys": {
                Row: {
                    "ai_provider": string;
                    "created_at": string;
                    "id": string;
                    "last_four": string;
                    "last_used_at": string | null;
                    "organization_id": string;
                    "updated_at": string;
                    "updated_by": string | null;
                    "vault_secret_name": string;
                };
                ComputedFields: never;
                Insert: {
                    "ai_provider": string;
                    "created_at"?: string;
                    "id"?: string;
                    "last_four": string;
                    "last_used_at"?: string | null;
                    "organization_id": string;
                    "updated_at"?: string;
                    "updated_by"?: string | null;
                    "vault_secret_name": string;
                };
                Update: {
                    "ai_provider"?: string;
                    "created_at"?: string;
                    "id"?: string;
                    "last_four"?: string;
                    "last_used_at"?: string | null;
                    "organization_id"?: string;
                    "updated_at"?: string;
                    "updated_by"?: string | null;
                    "vault_secret_name"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "organization_ai_keys_ai_provider_fkey";
                        columns: [
                            "ai_provider"
                        ];
                        isOneToOne: false;
                        referencedRelation: "ai_providers";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "organization_ai_keys_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "organization_ai_keys_updated_by_fkey";
                        columns: [
                            "updated_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "organization_ai_settings": {
                Row: {
                    "ai_model": string;
                    "ai_provider": string;
                    "capability": Database["public"]['Enums']["ai_capability"];
                    "created_at": string;
                    "embedding_dimensions": number | null;
                    "id": string;
                    "organization_id": string;
                    "updated_at": string;
                    "updated_by": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model": string;
                    "ai_provider": string;
                    "capability": Database["public"]['Enums']["ai_capability"];
                    "created_at"?: string;
                    "embedding_dimensions"?: number | null;
                    "id"?: string;
                    "organization_id": string;
                    "updated_at"?: string;
                    "updated_by"?: string | null;
                };
                Update: {
                    "ai_model"?: string;
                    "ai_provider"?: string;
                    "capability"?: Database["public"]['Enums']["ai_capability"];
                    "created_at"?: string;
                    "embedding_dimensions"?: number | null;
                    "id"?: string;
                    "organization_id"?: string;
                    "updated_at"?: string;
                    "updated_by"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "organization_ai_settings_ai_model_fkey";
                        columns: [
                            "ai_provider",
                            "ai_model"
                        ];
                        isOneToOne: false;
                        referencedRelation: "ai_models";
                        referencedColumns: [
                            "provider",
                            "name"
                        ];
                    },
                    {
                        foreignKeyName: "organization_ai_settings_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "organization_ai_settings_updated_by_fkey";
                        columns: [
                            "updated_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "organization_daily_stats": {
                Row: {
                    "avatar_generations": number;
                    "average_performance_score": number | null;
                    "clicks": number;
                    "comments": number;
                    "content_created": number;
                    "content_pieces_added": number;
                    "content_published": number;
                    "created_at": string;
                    "credits_used": number;
                    "engagement": number | null;
                    "impressions": number;
                    "likes": number;
                    "organization_id": string;
                    "projects_created": number;
                    "reach": number;
                    "saves": number;
                    "scored_item_count": number | null;
                    "scripts_generated": number;
                    "shares": number;
                    "stat_on": string;
                    "storage_used_bytes": number | null;
                    "subscribers_gained": number;
                    "updated_at": string;
                    "views": number;
                    "voice_generations": number;
                    "watch_time_minutes": number;
                };
                ComputedFields: never;
                Insert: {
                    "avatar_generations"?: number;
                    "average_performance_score"?: number | null;
                    "clicks"?: number;
                    "comments"?: number;
                    "content_created"?: number;
                    "content_pieces_added"?: number;
                    "content_published"?: number;
                    "created_at"?: string;
                    "credits_used"?: number;
                    "engagement"?: never;
                    "impressions"?: number;
                    "likes"?: number;
                    "organization_id": string;
                    "projects_created"?: number;
                    "reach"?: number;
                    "saves"?: number;
                    "scored_item_count"?: number | null;
                    "scripts_generated"?: number;
                    "shares"?: number;
                    "stat_on": string;
                    "storage_used_bytes"?: number | null;
                    "subscribers_gained"?: number;
                    "updated_at"?: string;
                    "views"?: number;
                    "voice_generations"?: number;
                    "watch_time_minutes"?: number;
                };
                Update: {
                    "avatar_generations"?: number;
                    "average_performance_score"?: number | null;
                    "clicks"?: number;
                    "comments"?: number;
                    "content_created"?: number;
                    "content_pieces_added"?: number;
                    "content_published"?: number;
                    "created_at"?: string;
                    "credits_used"?: number;
                    "engagement"?: never;
                    "impressions"?: number;
                    "likes"?: number;
                    "organization_id"?: string;
                    "projects_created"?: number;
                    "reach"?: number;
                    "saves"?: number;
                    "scored_item_count"?: number | null;
                    "scripts_generated"?: number;
                    "shares"?: number;
                    "stat_on"?: string;
                    "storage_used_bytes"?: number | null;
                    "subscribers_gained"?: number;
                    "updated_at"?: string;
                    "views"?: number;
                    "voice_generations"?: number;
                    "watch_time_minutes"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "organization_daily_stats_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "organization_invitations": {
                Row: {
                    "accepted_at": string | null;
                    "accepted_by": string | null;
                    "client_account_id": string | null;
                    "created_at": string;
                    "email": string;
                    "expires_at": string;
                    "id": string;
                    "invited_by": string | null;
                    "organization_id": string;
                    "revoked_at": string | null;
                    "role": Database["public"]['Enums']["member_role"];
                    "token_hash": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "accepted_at"?: string | null;
                    "accepted_by"?: string | null;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "email": string;
                    "expires_at": string;
                    "id"?: string;
                    "invited_by"?: string | null;
                    "organization_id": string;
                    "revoked_at"?: string | null;
                    "role": Database["public"]['Enums']["member_role"];
                    "token_hash": string;
                    "updated_at"?: string;
                };
                Update: {
                    "accepted_at"?: string | null;
                    "accepted_by"?: string | null;
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "email"?: string;
                    "expires_at"?: string;
                    "id"?: string;
                    "invited_by"?: string | null;
                    "organization_id"?: string;
                    "revoked_at"?: string | null;
                    "role"?: Database["public"]['Enums']["member_role"];
                    "token_hash"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "organization_invitations_accepted_by_fkey";
                        columns: [
                            "accepted_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "organization_invitations_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "organization_invitations_invited_by_fkey";
                        columns: [
                            "invited_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "organization_invitations_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "organization_members": {
                Row: {
                    "client_account_id": string | null;
                    "created_at": string;
                    "id": string;
                    "invited_at": string | null;
                    "invited_by": string | null;
                    "is_in_force": boolean;
                    "joined_at": string;
                    "organization_id": string;
                    "permissions": NonNullable<Json>;
                    "role": Database["public"]['Enums']["member_role"];
                    "status": Database["public"]['Enums']["member_status"];
                    "updated_at": string;
                    "user_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "id"?: string;
                    "invited_at"?: string | null;
                    "invited_by"?: string | null;
                    "is_in_force"?: boolean;
                    "joined_at"?: string;
                    "organization_id": string;
                    "permissions"?: NonNullable<Json>;
                    "role": Database["public"]['Enums']["member_role"];
                    "status"?: Database["public"]['Enums']["member_status"];
                    "updated_at"?: string;
                    "user_id": string;
                };
                Update: {
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "id"?: string;
                    "invited_at"?: string | null;
                    "invited_by"?: string | null;
                    "is_in_force"?: boolean;
                    "joined_at"?: string;
                    "organization_id"?: string;
                    "permissions"?: NonNullable<Json>;
                    "role"?: Database["public"]['Enums']["member_role"];
                    "status"?: Database["public"]['Enums']["member_status"];
                    "updated_at"?: string;
                    "user_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "organization_members_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "organization_members_invited_by_fkey";
                        columns: [
                            "invited_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "organization_members_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "organization_members_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "organizations": {
                Row: {
                    "billing_email": string | null;
                    "company_size": string | null;
                    "created_at": string;
                    "created_by": string | null;
                    "deleted_at": string | null;
                    "id": string;
                    "industry": string | null;
                    "logo_url": string | null;
                    "name": string;
                    "settings": NonNullable<Json>;
                    "slug": string;
                    "timezone": string;
                    "timezone_changed_at": string | null;
                    "type": Database["public"]['Enums']["organization_type"];
                    "updated_at": string;
                    "website": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "billing_email"?: string | null;
                    "company_size"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "deleted_at"?: string | null;
                    "id"?: string;
                    "industry"?: string | null;
                    "logo_url"?: string | null;
                    "name": string;
                    "settings"?: NonNullable<Json>;
                    "slug": string;
                    "timezone"?: string;
                    "timezone_changed_at"?: string | null;
                    "type"?: Database["public"]['Enums']["organization_type"];
                    "updated_at"?: string;
                    "website"?: string | null;
                };
                Update: {
                    "billing_email"?: string | null;
                    "company_size"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "deleted_at"?: string | null;
                    "id"?: string;
                    "industry"?: string | null;
                    "logo_url"?: string | null;
                    "name"?: string;
                    "settings"?: NonNullable<Json>;
                    "slug"?: string;
                    "timezone"?: string;
                    "timezone_changed_at"?: string | null;
                    "type"?: Database["public"]['Enums']["organization_type"];
                    "updated_at"?: string;
                    "website"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "organizations_created_by_fkey";
                        columns: [
                            "created_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "payments": {
                Row: {
                    "amount": number;
                    "created_at": string;
                    "currency": string;
                    "description": string | null;
                    "failure_code": string | null;
                    "failure_message": string | null;
                    "id": string;
                    "invoice_url": string | null;
                    "organization_id": string | null;
                    "paid_at": string | null;
                    "payer_country_code": string | null;
                    "payer_email": string | null;
                    "payer_name": string | null;
                    "provider": Database["public"]['Enums']["payment_provider"];
                    "provider_order_id": string | null;
                    "provider_payment_id": string;
                    "provider_response": NonNullable<Json>;
                    "receipt_url": string | null;
                    "refund_amount": number;
                    "refunded_at": string | null;
                    "status": Database["public"]['Enums']["payment_status"];
                    "subscription_id": string | null;
                    "updated_at": string;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "amount": number;
                    "created_at"?: string;
                    "currency": string;
                    "description"?: string | null;
                    "failure_code"?: string | null;
                    "failure_message"?: string | null;
                    "id"?: string;
                    "invoice_url"?: string | null;
                    "organization_id"?: string | null;
                    "paid_at"?: string | null;
                    "payer_country_code"?: string | null;
                    "payer_email"?: string | null;
                    "payer_name"?: string | null;
                    "provider": Database["public"]['Enums']["payment_provider"];
                    "provider_order_id"?: string | null;
                    "provider_payment_id": string;
                    "provider_response"?: NonNullable<Json>;
                    "receipt_url"?: string | null;
                    "refund_amount"?: number;
                    "refunded_at"?: string | null;
                    "status"?: Database["public"]['Enums']["payment_status"];
                    "subscription_id"?: string | null;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Update: {
                    "amount"?: number;
                    "created_at"?: string;
                    "currency"?: string;
                    "description"?: string | null;
                    "failure_code"?: string | null;
                    "failure_message"?: string | null;
                    "id"?: string;
                    "invoice_url"?: string | null;
                    "organization_id"?: string | null;
                    "paid_at"?: string | null;
                    "payer_country_code"?: string | null;
                    "payer_email"?: string | null;
                    "payer_name"?: string | null;
                    "provider"?: Database["public"]['Enums']["payment_provider"];
                    "provider_order_id"?: string | null;
                    "provider_payment_id"?: string;
                    "provider_response"?: NonNullable<Json>;
                    "receipt_url"?: string | null;
                    "refund_amount"?: number;
                    "refunded_at"?: string | null;
                    "status"?: Database["public"]['Enums']["payment_status"];
                    "subscription_id"?: string | null;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "payments_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "payments_subscription_id_fkey";
                        columns: [
                            "subscription_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "subscriptions";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "payments_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "plan_limits": {
                Row: {
                    "created_at": string;
                    "limit_value": number | null;
                    "metric": string;
                    "period": Database["public"]['Enums']["quota_period"];
                    "plan": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "limit_value"?: number | null;
                    "metric": string;
                    "period": Database["public"]['Enums']["quota_period"];
                    "plan": string;
                    "updated_at"?: string;
                };
                Update: {
                    "created_at"?: string;
                    "limit_value"?: number | null;
                    "metric"?: string;
                    "period"?: Database["public"]['Enums']["quota_period"];
                    "plan"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "plan_limits_metric_period_fkey";
                        columns: [
                            "metric",
                            "period"
                        ];
                        isOneToOne: false;
                        referencedRelation: "quota_metrics";
                        referencedColumns: [
                            "metric",
                            "period"
                        ];
                    },
                    {
                        foreignKeyName: "plan_limits_plan_fkey";
                        columns: [
                            "plan"
                        ];
                        isOneToOne: false;
                        referencedRelation: "plans";
                        referencedColumns: [
                            "slug"
                        ];
                    }
                ];
            };
            "plan_prices": {
                Row: {
                    "billing_period": Database["public"]['Enums']["billing_period"];
                    "cashfree_plan_id": string | null;
                    "created_at": string;
                    "id": string;
                    "is_active": boolean;
                    "plan": string;
                    "price_eur": number | null;
                    "price_inr": number | null;
                    "price_usd": number | null;
                    "razorpay_plan_id": string | null;
                    "stripe_price_id": string | null;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "billing_period": Database["public"]['Enums']["billing_period"];
                    "cashfree_plan_id"?: string | null;
                    "created_at"?: string;
                    "id"?: string;
                    "is_active"?: boolean;
                    "plan": string;
                    "price_eur"?: number | null;
                    "price_inr"?: number | null;
                    "price_usd"?: number | null;
                    "razorpay_plan_id"?: string | null;
                    "stripe_price_id"?: string | null;
                    "updated_at"?: string;
                };
                Update: {
                    "billing_period"?: Database["public"]['Enums']["billing_period"];
                    "cashfree_plan_id"?: string | null;
                    "created_at"?: string;
                    "id"?: string;
                    "is_active"?: boolean;
                    "plan"?: string;
                    "price_eur"?: number | null;
                    "price_inr"?: number | null;
                    "price_usd"?: number | null;
                    "razorpay_plan_id"?: string | null;
                    "stripe_price_id"?: string | null;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "plan_prices_plan_fkey";
                        columns: [
                            "plan"
                        ];
                        isOneToOne: false;
                        referencedRelation: "plans";
                        referencedColumns: [
                            "slug"
                        ];
                    }
                ];
            };
            "plans": {
                Row: {
                    "aliases": (string)[];
                    "created_at": string;
                    "description": string | null;
                    "features": NonNullable<Json>;
                    "is_active": boolean;
                    "is_featured": boolean;
                    "name": string;
                    "slug": string;
                    "sort_order": number;
                    "stripe_product_id": string | null;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "aliases"?: (string)[];
                    "created_at"?: string;
                    "description"?: string | null;
                    "features"?: NonNullable<Json>;
                    "is_active"?: boolean;
                    "is_featured"?: boolean;
                    "name": string;
                    "slug": string;
                    "sort_order"?: number;
                    "stripe_product_id"?: string | null;
                    "updated_at"?: string;
                };
                Update: {
                    "aliases"?: (string)[];
                    "created_at"?: string;
                    "description"?: string | null;
                    "features"?: NonNullable<Json>;
                    "is_active"?: boolean;
                    "is_featured"?: boolean;
                    "name"?: string;
                    "slug"?: string;
                    "sort_order"?: number;
                    "stripe_product_id"?: string | null;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
            "platform_connections": {
                Row: {
                    "client_account_id": string | null;
                    "connected_at": string;
                    "connected_by": string | null;
                    "created_at": string;
                    "disconnected_at": string | null;
                    "id": string;
                    "is_active": boolean;
                    "is_verified": boolean;
                    "last_error": string | null;
                    "last_error_at": string | null;
                    "last_used_at": string | null;
                    "last_verified_at": string | null;
                    "organization_id": string;
                    "platform": string;
                    "platform_avatar_url": string | null;
                    "platform_display_name": string | null;
                    "platform_user_id": string;
                    "platform_username": string | null;
                    "refresh_expires_at": string | null;
                    "scopes": (string)[];
                    "secret_version": number;
                    "status": Database["public"]['Enums']["connection_status"];
                    "token_expires_at": string | null;
                    "updated_at": string;
                    "vault_secret_name": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "client_account_id"?: string | null;
                    "connected_at"?: string;
                    "connected_by"?: string | null;
                    "created_at"?: string;
                    "disconnected_at"?: string | null;
                    "id"?: string;
                    "is_active"?: never;
                    "is_verified"?: boolean;
                    "last_error"?: string | null;
                    "last_error_at"?: string | null;
                    "last_used_at"?: string | null;
                    "last_verified_at"?: string | null;
                    "organization_id": string;
                    "platform": string;
                    "platform_avatar_url"?: string | null;
                    "platform_display_name"?: string | null;
                    "platform_user_id": string;
                    "platform_username"?: string | null;
                    "refresh_expires_at"?: string | null;
                    "scopes"?: (string)[];
                    "secret_version"?: number;
                    "status"?: Database["public"]['Enums']["connection_status"];
                    "token_expires_at"?: string | null;
                    "updated_at"?: string;
                    "vault_secret_name"?: string | null;
                };
                Update: {
                    "client_account_id"?: string | null;
                    "connected_at"?: string;
                    "connected_by"?: string | null;
                    "created_at"?: string;
                    "disconnected_at"?: string | null;
                    "id"?: string;
                    "is_active"?: never;
                    "is_verified"?: boolean;
                    "last_error"?: string | null;
                    "last_error_at"?: string | null;
                    "last_used_at"?: string | null;
                    "last_verified_at"?: string | null;
                    "organization_id"?: string;
                    "platform"?: string;
                    "platform_avatar_url"?: string | null;
                    "platform_display_name"?: string | null;
                    "platform_user_id"?: string;
                    "platform_username"?: string | null;
                    "refresh_expires_at"?: string | null;
                    "scopes"?: (string)[];
                    "secret_version"?: number;
                    "status"?: Database["public"]['Enums']["connection_status"];
                    "token_expires_at"?: string | null;
                    "updated_at"?: string;
                    "vault_secret_name"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "platform_connections_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "platform_connections_connected_by_fkey";
                        columns: [
                            "connected_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "platform_connections_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "platform_connections_platform_fkey";
                        columns: [
                            "platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    }
                ];
            };
            "platforms": {
                Row: {
                    "aliases": (string)[];
                    "api_docs_url": string | null;
                    "content_type": Database["public"]['Enums']["generated_content_type"];
                    "created_at": string;
                    "description": string | null;
                    "display_name": string;
                    "is_active": boolean;
                    "is_generation_target": boolean;
                    "is_oauth_required": boolean;
                    "limits": NonNullable<Json>;
                    "logo_url": string | null;
                    "slug": string;
                    "sort_order": number;
                    "updated_at": string;
                    "website_url": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "aliases"?: (string)[];
                    "api_docs_url"?: string | null;
                    "content_type"?: Database["public"]['Enums']["generated_content_type"];
                    "created_at"?: string;
                    "description"?: string | null;
                    "display_name": string;
                    "is_active"?: boolean;
                    "is_generation_target"?: boolean;
                    "is_oauth_required"?: boolean;
                    "limits"?: NonNullable<Json>;
                    "logo_url"?: string | null;
                    "slug": string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                    "website_url"?: string | null;
                };
                Update: {
                    "aliases"?: (string)[];
                    "api_docs_url"?: string | null;
                    "content_type"?: Database["public"]['Enums']["generated_content_type"];
                    "created_at"?: string;
                    "description"?: string | null;
                    "display_name"?: string;
                    "is_active"?: boolean;
                    "is_generation_target"?: boolean;
                    "is_oauth_required"?: boolean;
                    "limits"?: NonNullable<Json>;
                    "logo_url"?: string | null;
                    "slug"?: string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                    "website_url"?: string | null;
                };
                Relationships: [
                ];
            };
            "posting_slots": {
                Row: {
                    "created_at": string;
                    "created_by": string | null;
                    "id": string;
                    "is_active": boolean;
                    "local_time": string;
                    "organization_id": string;
                    "queue": string;
                    "social_account_id": string;
                    "timezone": string;
                    "updated_at": string;
                    "weekdays": (number)[];
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "local_time": string;
                    "organization_id"?: string;
                    "queue"?: string;
                    "social_account_id": string;
                    "timezone"?: string;
                    "updated_at"?: string;
                    "weekdays"?: (number)[];
                };
                Update: {
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "local_time"?: string;
                    "organization_id"?: string;
                    "queue"?: string;
                    "social_account_id"?: string;
                    "timezone"?: string;
                    "updated_at"?: string;
                    "weekdays"?: (number)[];
                };
                Relationships: [
                    {
                        foreignKeyName: "posting_slots_created_by_fkey";
                        columns: [
                            "created_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "posting_slots_social_account_id_fkey";
                        columns: [
                            "organization_id",
                            "social_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "social_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "posting_time_defaults": {
                Row: {
                    "created_at": string;
                    "hour": number;
                    "platform": string;
                    "score": number;
                    "updated_at": string;
                    "weekday": number;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "hour": number;
                    "platform": string;
                    "score": number;
                    "updated_at"?: string;
                    "weekday": number;
                };
                Update: {
                    "created_at"?: string;
                    "hour"?: number;
                    "platform"?: string;
                    "score"?: number;
                    "updated_at"?: string;
                    "weekday"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "posting_time_defaults_platform_fkey";
                        columns: [
                            "platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    }
                ];
            };
            "posting_times": {
                Row: {
                    "average_percentile": number;
                    "created_at": string;
                    "hour": number;
                    "organization_id": string;
                    "sample_count": number;
                    "score": number;
                    "social_account_id": string;
                    "timezone": string;
                    "updated_at": string;
                    "weekday": number;
                };
                ComputedFields: never;
                Insert: {
                    "average_percentile": number;
                    "created_at"?: string;
                    "hour": number;
                    "organization_id": string;
                    "sample_count": number;
                    "score": number;
                    "social_account_id": string;
                    "timezone": string;
                    "updated_at"?: string;
                    "weekday": number;
                };
                Update: {
                    "average_percentile"?: number;
                    "created_at"?: string;
                    "hour"?: number;
                    "organization_id"?: string;
                    "sample_count"?: number;
                    "score"?: number;
                    "social_account_id"?: string;
                    "timezone"?: string;
                    "updated_at"?: string;
                    "weekday"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "posting_times_social_account_id_fkey";
                        columns: [
                            "organization_id",
                            "social_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "social_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "production_jobs": {
                Row: {
                    "avatar_model_id": string | null;
                    "client_account_id": string | null;
                    "completed_at": string | null;
                    "created_at": string;
                    "current_step": string | null;
                    "description_id": string | null;
                    "duration_seconds": number | null;
                    "error_code": string | null;
                    "error_message": string | null;
                    "file_size_bytes": number | null;
                    "generated_script_id": string | null;
                    "generation_cost_credits": number;
                    "generation_cost_usd": number | null;
                    "id": string;
                    "job_id": number | null;
                    "kind": Database["public"]['Enums']["production_kind"];
                    "max_retries": number;
                    "metadata": NonNullable<Json>;
                    "organization_id": string;
                    "output_path": string | null;
                    "output_url": string | null;
                    "priority": Database["public"]['Enums']["production_priority"];
                    "production_settings": NonNullable<Json>;
                    "progress_percentage": number;
                    "project_id": string | null;
                    "provider": string;
                    "provider_job_id": string | null;
                    "provider_video_id": string | null;
                    "quality_metrics": NonNullable<Json>;
                    "queued_at": string | null;
                    "retry_count": number;
                    "script_id": string | null;
                    "started_at": string | null;
                    "status": Database["public"]['Enums']["production_status"];
                    "tags_id": string | null;
                    "thumbnail_path": string | null;
                    "thumbnail_url": string | null;
                    "title_id": string | null;
                    "updated_at": string;
                    "user_id": string | null;
                    "voice_model_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "avatar_model_id"?: string | null;
                    "client_account_id"?: string | null;
                    "completed_at"?: string | null;
                    "created_at"?: string;
                    "current_step"?: string | null;
                    "description_id"?: string | null;
                    "duration_seconds"?: number | null;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "file_size_bytes"?: number | null;
                    "generated_script_id"?: string | null;
                    "generation_cost_credits"?: number;
                    "generation_cost_usd"?: number | null;
                    "id"?: string;
                    "job_id"?: number | null;
                    "kind"?: Database["public"]['Enums']["production_kind"];
                    "max_retries"?: number;
                    "metadata"?: NonNullable<Json>;
                    "organization_id": string;
                    "output_path"?: string | null;
                    "output_url"?: string | null;
                    "priority"?: Database["public"]['Enums']["production_priority"];
                    "production_settings"?: NonNullable<Json>;
                    "progress_percentage"?: number;
                    "project_id"?: string | null;
                    "provider"?: string;
                    "provider_job_id"?: string | null;
                    "provider_video_id"?: string | null;
                    "quality_metrics"?: NonNullable<Json>;
                    "queued_at"?: string | null;
                    "retry_count"?: number;
                    "script_id"?: string | null;
                    "started_at"?: string | null;
                    "status"?: Database["public"]['Enums']["production_status"];
                    "tags_id"?: string | null;
                    "thumbnail_path"?: string | null;
                    "thumbnail_url"?: string | null;
                    "title_id"?: string | null;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "voice_model_id"?: string | null;
                };
                Update: {
                    "avatar_model_id"?: string | null;
                    "client_account_id"?: string | null;
                    "completed_at"?: string | null;
                    "created_at"?: string;
                    "current_step"?: string | null;
                    "description_id"?: string | null;
                    "duration_seconds"?: number | null;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "file_size_bytes"?: number | null;
                    "generated_script_id"?: string | null;
                    "generation_cost_credits"?: number;
                    "generation_cost_usd"?: number | null;
                    "id"?: string;
                    "job_id"?: number | null;
                    "kind"?: Database["public"]['Enums']["production_kind"];
                    "max_retries"?: number;
                    "metadata"?: NonNullable<Json>;
                    "organization_id"?: string;
                    "output_path"?: string | null;
                    "output_url"?: string | null;
                    "priority"?: Database["public"]['Enums']["production_priority"];
                    "production_settings"?: NonNullable<Json>;
                    "progress_percentage"?: number;
                    "project_id"?: string | null;
                    "provider"?: string;
                    "provider_job_id"?: string | null;
                    "provider_video_id"?: string | null;
                    "quality_metrics"?: NonNullable<Json>;
                    "queued_at"?: string | null;
                    "retry_count"?: number;
                    "script_id"?: string | null;
                    "started_at"?: string | null;
                    "status"?: Database["public"]['Enums']["production_status"];
                    "tags_id"?: string | null;
                    "thumbnail_path"?: string | null;
                    "thumbnail_url"?: string | null;
                    "title_id"?: string | null;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "voice_model_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "production_jobs_avatar_model_id_fkey";
                        columns: [
                            "organization_id",
                            "avatar_model_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "avatar_models";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "production_jobs_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "production_jobs_description_id_fkey";
                        columns: [
                            "organization_id",
                            "description_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "production_jobs_generated_script_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_script_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_scripts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "production_jobs_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "production_jobs_project_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "projects";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "production_jobs_script_id_fkey";
                        columns: [
                            "organization_id",
                            "script_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "production_jobs_tags_id_fkey";
                        columns: [
                            "organization_id",
                            "tags_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "production_jobs_title_id_fkey";
                        columns: [
                            "organization_id",
                            "title_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "production_jobs_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "production_jobs_voice_model_id_fkey";
                        columns: [
                            "organization_id",
                            "voice_model_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "voice_models";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "profiles": {
                Row: {
                    "active_organization_id": string | null;
                    "avatar_url": string | null;
                    "country_code": string | null;
                    "created_at": string;
                    "deleted_at": string | null;
                    "email": string | null;
                    "email_verified": boolean;
                    "first_name": string | null;
                    "full_name": string | null;
                    "id": string;
                    "is_onboarded": boolean;
                    "language": string;
                    "last_login_at": string | null;
                    "last_name": string | null;
                    "onboarded_at": string | null;
                    "phone": string | null;
                    "phone_verified": boolean;
                    "status": Database["public"]['Enums']["profile_status"];
                    "timezone": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "active_organization_id"?: string | null;
                    "avatar_url"?: string | null;
                    "country_code"?: string | null;
                    "created_at"?: string;
                    "deleted_at"?: string | null;
                    "email"?: string | null;
                    "email_verified"?: boolean;
                    "first_name"?: string | null;
                    "full_name"?: string | null;
                    "id": string;
                    "is_onboarded"?: never;
                    "language"?: string;
                    "last_login_at"?: string | null;
                    "last_name"?: string | null;
                    "onboarded_at"?: string | null;
                    "phone"?: string | null;
                    "phone_verified"?: boolean;
                    "status"?: Database["public"]['Enums']["profile_status"];
                    "timezone"?: string;
                    "updated_at"?: string;
                };
                Update: {
                    "active_organization_id"?: string | null;
                    "avatar_url"?: string | null;
                    "country_code"?: string | null;
                    "created_at"?: string;
                    "deleted_at"?: string | null;
                    "email"?: string | null;
                    "email_verified"?: boolean;
                    "first_name"?: string | null;
                    "full_name"?: string | null;
                    "id"?: string;
                    "is_onboarded"?: never;
                    "language"?: string;
                    "last_login_at"?: string | null;
                    "last_name"?: string | null;
                    "onboarded_at"?: string | null;
                    "phone"?: string | null;
                    "phone_verified"?: boolean;
                    "status"?: Database["public"]['Enums']["profile_status"];
                    "timezone"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "profiles_active_organization_id_fkey";
                        columns: [
                            "active_organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "project_collaborators": {
                Row: {
                    "added_at": string;
                    "added_by": string | null;
                    "id": string;
                    "organization_id": string;
                    "permission_level": Database["public"]['Enums']["project_permission"];
                    "project_id": string;
                    "user_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "added_at"?: string;
                    "added_by"?: string | null;
                    "id"?: string;
                    "organization_id": string;
                    "permission_level"?: Database["public"]['Enums']["project_permission"];
                    "project_id": string;
                    "user_id": string;
                };
                Update: {
                    "added_at"?: string;
                    "added_by"?: string | null;
                    "id"?: string;
                    "organization_id"?: string;
                    "permission_level"?: Database["public"]['Enums']["project_permission"];
                    "project_id"?: string;
                    "user_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "project_collaborators_added_by_fkey";
                        columns: [
                            "added_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "project_collaborators_project_id_fkey";
                        columns: [
                            "organization_id",
                            "project_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "projects";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "project_collaborators_user_id_fkey";
                        columns: [
                            "user_id",
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organization_members";
                        referencedColumns: [
                            "user_id",
                            "organization_id"
                        ];
                    }
                ];
            };
            "projects": {
                Row: {
                    "client_account_id": string | null;
                    "created_at": string;
                    "created_by": string | null;
                    "description": string | null;
                    "id": string;
                    "is_archived": boolean;
                    "is_restricted": boolean;
                    "last_accessed_at": string;
                    "last_accessed_by": string | null;
                    "organization_id": string;
                    "title": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "description"?: string | null;
                    "id"?: string;
                    "is_archived"?: boolean;
                    "is_restricted"?: boolean;
                    "last_accessed_at"?: string;
                    "last_accessed_by"?: string | null;
                    "organization_id"?: string;
                    "title": string;
                    "updated_at"?: string;
                };
                Update: {
                    "client_account_id"?: string | null;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "description"?: string | null;
                    "id"?: string;
                    "is_archived"?: boolean;
                    "is_restricted"?: boolean;
                    "last_accessed_at"?: string;
                    "last_accessed_by"?: string | null;
                    "organization_id"?: string;
                    "title"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "projects_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "projects_created_by_fkey";
                        columns: [
                            "created_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "projects_last_accessed_by_fkey";
                        columns: [
                            "last_accessed_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "projects_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "provider_budgets": {
                Row: {
                    "application": string;
                    "connection_id": string | null;
                    "created_at": string;
                    "id": number;
                    "limit_value": number;
                    "period_end": string;
                    "period_start": string;
                    "provider_limit": string;
                    "updated_at": string;
                    "used": number;
                };
                ComputedFields: never;
                Insert: {
                    "application": string;
                    "connection_id"?: string | null;
                    "created_at"?: string;
                    "id"?: never;
                    "limit_value": number;
                    "period_end": string;
                    "period_start": string;
                    "provider_limit": string;
                    "updated_at"?: string;
                    "used": number;
                };
                Update: {
                    "application"?: string;
                    "connection_id"?: string | null;
                    "created_at"?: string;
                    "id"?: never;
                    "limit_value"?: number;
                    "period_end"?: string;
                    "period_start"?: string;
                    "provider_limit"?: string;
                    "updated_at"?: string;
                    "used"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "provider_budgets_provider_limit_fkey";
                        columns: [
                            "provider_limit"
                        ];
                        isOneToOne: false;
                        referencedRelation: "provider_limits";
                        referencedColumns: [
                            "slug"
                        ];
                    }
                ];
            };
            "provider_limits": {
                Row: {
                    "created_at": string;
                    "description": string | null;
                    "is_active": boolean;
                    "limit_value": number;
                    "period": Database["public"]['Enums']["budget_period"];
                    "provider": string;
                    "resource": string;
                    "scope": Database["public"]['Enums']["budget_scope"];
                    "slug": string;
                    "timezone": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "description"?: string | null;
                    "is_active"?: boolean;
                    "limit_value": number;
                    "period": Database["public"]['Enums']["budget_period"];
                    "provider": string;
                    "resource": string;
                    "scope": Database["public"]['Enums']["budget_scope"];
                    "slug": string;
                    "timezone"?: string;
                    "updated_at"?: string;
                };
                Update: {
                    "created_at"?: string;
                    "description"?: string | null;
                    "is_active"?: boolean;
                    "limit_value"?: number;
                    "period"?: Database["public"]['Enums']["budget_period"];
                    "provider"?: string;
                    "resource"?: string;
                    "scope"?: Database["public"]['Enums']["budget_scope"];
                    "slug"?: string;
                    "timezone"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
            "publish_attempts": {
                Row: {
                    "attempt_number": number;
                    "checkpoint": NonNullable<Json>;
                    "content_digest": string;
                    "content_version": number | null;
                    "created_at": string;
                    "error_code": string | null;
                    "error_message": string | null;
                    "id": string;
                    "job_id": number | null;
                    "lease": number;
                    "lease_expires_at": string | null;
                    "organization_id": string;
                    "outcome": Database["public"]['Enums']["publish_outcome"] | null;
                    "platform_post_id": string | null;
                    "platform_post_url": string | null;
                    "reconcile_count": number;
                    "request": NonNullable<Json>;
                    "response": NonNullable<Json>;
                    "scheduled_post_id": string;
                    "settled_at": string | null;
                    "started_at": string;
                    "updated_at": string;
                    "worker_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "attempt_number": number;
                    "checkpoint"?: NonNullable<Json>;
                    "content_digest": string;
                    "content_version"?: number | null;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "id"?: string;
                    "job_id"?: number | null;
                    "lease"?: number;
                    "lease_expires_at"?: string | null;
                    "organization_id": string;
                    "outcome"?: Database["public"]['Enums']["publish_outcome"] | null;
                    "platform_post_id"?: string | null;
                    "platform_post_url"?: string | null;
                    "reconcile_count"?: number;
                    "request": NonNullable<Json>;
                    "response"?: NonNullable<Json>;
                    "scheduled_post_id": string;
                    "settled_at"?: string | null;
                    "started_at"?: string;
                    "updated_at"?: string;
                    "worker_id"?: string | null;
                };
                Update: {
                    "attempt_number"?: number;
                    "checkpoint"?: NonNullable<Json>;
                    "content_digest"?: string;
                    "content_version"?: number | null;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "id"?: string;
                    "job_id"?: number | null;
                    "lease"?: number;
                    "lease_expires_at"?: string | null;
                    "organization_id"?: string;
                    "outcome"?: Database["public"]['Enums']["publish_outcome"] | null;
                    "platform_post_id"?: string | null;
                    "platform_post_url"?: string | null;
                    "reconcile_count"?: number;
                    "request"?: NonNullable<Json>;
                    "response"?: NonNullable<Json>;
                    "scheduled_post_id"?: string;
                    "settled_at"?: string | null;
                    "started_at"?: string;
                    "updated_at"?: string;
                    "worker_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "publish_attempts_scheduled_post_id_fkey";
                        columns: [
                            "organization_id",
                            "scheduled_post_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "scheduled_posts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "qa_requests": {
                Row: {
                    "assigned_at": string | null;
                    "assigned_to": string | null;
                    "breached_at": string | null;
                    "client_account_id": string | null;
                    "completed_at": string | null;
                    "content_version": number;
                    "created_at": string;
                    "due_at": string | null;
                    "feedback": string | null;
                    "generated_content_id": string;
                    "id": string;
                    "message": string | null;
                    "organization_id": string;
                    "paused_at": string | null;
                    "priority": Database["public"]['Enums']["request_priority"];
                    "qa_type": Database["public"]['Enums']["qa_type"];
                    "quality_score": number | null;
                    "sla_hours": number | null;
                    "status": Database["public"]['Enums']["qa_status"];
                    "updated_at": string;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "assigned_at"?: string | null;
                    "assigned_to"?: string | null;
                    "breached_at"?: string | null;
                    "client_account_id"?: string | null;
                    "completed_at"?: string | null;
                    "content_version": number;
                    "created_at"?: string;
                    "due_at"?: string | null;
                    "feedback"?: string | null;
                    "generated_content_id": string;
                    "id"?: string;
                    "message"?: string | null;
                    "organization_id": string;
                    "paused_at"?: string | null;
                    "priority"?: Database["public"]['Enums']["request_priority"];
                    "qa_type": Database["public"]['Enums']["qa_type"];
                    "quality_score"?: number | null;
                    "sla_hours"?: number | null;
                    "status"?: Database["public"]['Enums']["qa_status"];
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Update: {
                    "assigned_at"?: string | null;
                    "assigned_to"?: string | null;
                    "breached_at"?: string | null;
                    "client_account_id"?: string | null;
                    "completed_at"?: string | null;
                    "content_version"?: number;
                    "created_at"?: string;
                    "due_at"?: string | null;
                    "feedback"?: string | null;
                    "generated_content_id"?: string;
                    "id"?: string;
                    "message"?: string | null;
                    "organization_id"?: string;
                    "paused_at"?: string | null;
                    "priority"?: Database["public"]['Enums']["request_priority"];
                    "qa_type"?: Database["public"]['Enums']["qa_type"];
                    "quality_score"?: number | null;
                    "sla_hours"?: number | null;
                    "status"?: Database["public"]['Enums']["qa_status"];
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "qa_requests_assigned_to_fkey";
                        columns: [
                            "assigned_to"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "qa_requests_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "qa_requests_generated_content_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_content_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "qa_requests_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "qa_requests_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "quota_metrics": {
                Row: {
                    "created_at": string;
                    "description": string | null;
                    "display_name": string;
                    "metric": string;
                    "period": Database["public"]['Enums']["quota_period"];
                    "sort_order": number;
                    "unit": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "description"?: string | null;
                    "display_name": string;
                    "metric": string;
                    "period": Database["public"]['Enums']["quota_period"];
                    "sort_order"?: number;
                    "unit"?: string;
                    "updated_at"?: string;
                };
                Update: {
                    "created_at"?: string;
                    "description"?: string | null;
                    "display_name"?: string;
                    "metric"?: string;
                    "period"?: Database["public"]['Enums']["quota_period"];
                    "sort_order"?: number;
                    "unit"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
            "repurposing_jobs": {
                Row: {
                    "brand_profile_id": string | null;
                    "cancelled_at": string | null;
                    "client_account_id": string | null;
                    "completed_at": string | null;
                    "config": NonNullable<Json>;
                    "content_asset_id": string;
                    "created_at": string;
                    "credits_used": number;
                    "error_code": string | null;
                    "error_message": string | null;
                    "failed_at": string | null;
                    "id": string;
                    "job_id": number | null;
                    "job_type": Database["public"]['Enums']["repurposing_job_type"];
                    "organization_id": string;
                    "output_format": Database["public"]['Enums']["repurposing_format"];
                    "priority": number;
                    "progress": number;
                    "repurposing_strategy_id": string | null;
                    "started_at": string | null;
                    "status": Database["public"]['Enums']["repurposing_job_status"];
                    "target_platforms": (string)[];
                    "template_id": string | null;
                    "updated_at": string;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "brand_profile_id"?: string | null;
                    "cancelled_at"?: string | null;
                    "client_account_id"?: string | null;
                    "completed_at"?: string | null;
                    "config"?: NonNullable<Json>;
                    "content_asset_id": string;
                    "created_at"?: string;
                    "credits_used"?: number;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "failed_at"?: string | null;
                    "id"?: string;
                    "job_id"?: number | null;
                    "job_type": Database["public"]['Enums']["repurposing_job_type"];
                    "organization_id": string;
                    "output_format": Database["public"]['Enums']["repurposing_format"];
                    "priority"?: number;
                    "progress"?: number;
                    "repurposing_strategy_id"?: string | null;
                    "started_at"?: string | null;
                    "status"?: Database["public"]['Enums']["repurposing_job_status"];
                    "target_platforms"?: (string)[];
                    "template_id"?: string | null;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Update: {
                    "brand_profile_id"?: string | null;
                    "cancelled_at"?: string | null;
                    "client_account_id"?: string | null;
                    "completed_at"?: string | null;
                    "config"?: NonNullable<Json>;
                    "content_asset_id"?: string;
                    "created_at"?: string;
                    "credits_used"?: number;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "failed_at"?: string | null;
                    "id"?: string;
                    "job_id"?: number | null;
                    "job_type"?: Database["public"]['Enums']["repurposing_job_type"];
                    "organization_id"?: string;
                    "output_format"?: Database["public"]['Enums']["repurposing_format"];
                    "priority"?: number;
                    "progress"?: number;
                    "repurposing_strategy_id"?: string | null;
                    "started_at"?: string | null;
                    "status"?: Database["public"]['Enums']["repurposing_job_status"];
                    "target_platforms"?: (string)[];
                    "template_id"?: string | null;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "repurposing_jobs_brand_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "brand_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "brand_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "repurposing_jobs_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "repurposing_jobs_content_asset_id_fkey";
                        columns: [
                            "organization_id",
                            "content_asset_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_assets";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "repurposing_jobs_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "repurposing_jobs_repurposing_strategy_id_fkey";
                        columns: [
                            "organization_id",
                            "repurposing_strategy_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "repurposing_strategies";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "repurposing_jobs_template_id_fkey";
                        columns: [
                            "template_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "templates";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "repurposing_jobs_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "repurposing_strategies": {
                Row: {
                    "ai_model": string | null;
                    "ai_provider": string | null;
                    "brand_profile_id": string | null;
                    "client_account_id": string | null;
                    "content_asset_id": string;
                    "content_calendar_suggestions": NonNullable<Json>;
                    "created_at": string;
                    "estimated_output_count": number | null;
                    "estimated_processing_seconds": number | null;
                    "estimated_reach": number | null;
                    "id": string;
                    "job_id": number | null;
                    "organization_id": string;
                    "recommended_formats": NonNullable<Json>;
                    "updated_at": string;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "brand_profile_id"?: string | null;
                    "client_account_id"?: string | null;
                    "content_asset_id": string;
                    "content_calendar_suggestions"?: NonNullable<Json>;
                    "created_at"?: string;
                    "estimated_output_count"?: number | null;
                    "estimated_processing_seconds"?: number | null;
                    "estimated_reach"?: number | null;
                    "id"?: string;
                    "job_id"?: number | null;
                    "organization_id": string;
                    "recommended_formats"?: NonNullable<Json>;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Update: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "brand_profile_id"?: string | null;
                    "client_account_id"?: string | null;
                    "content_asset_id"?: string;
                    "content_calendar_suggestions"?: NonNullable<Json>;
                    "created_at"?: string;
                    "estimated_output_count"?: number | null;
                    "estimated_processing_seconds"?: number | null;
                    "estimated_reach"?: number | null;
                    "id"?: string;
                    "job_id"?: number | null;
                    "organization_id"?: string;
                    "recommended_formats"?: NonNullable<Json>;
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "repurposing_strategies_brand_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "brand_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "brand_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "repurposing_strategies_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "repurposing_strategies_content_asset_id_fkey";
                        columns: [
                            "organization_id",
                            "content_asset_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_assets";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "repurposing_strategies_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "repurposing_strategies_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "review_link_decisions": {
                Row: {
                    "client_account_id": string | null;
                    "comment": string | null;
                    "content_version": number;
                    "created_at": string;
                    "decision": Database["public"]['Enums']["approval_decision"];
                    "generated_content_id": string;
                    "id": string;
                    "is_counted": boolean;
                    "organization_id": string;
                    "review_link_id": string;
                    "reviewer_name": string;
                };
                ComputedFields: never;
                Insert: {
                    "client_account_id"?: string | null;
                    "comment"?: string | null;
                    "content_version": number;
                    "created_at"?: string;
                    "decision": Database["public"]['Enums']["approval_decision"];
                    "generated_content_id": string;
                    "id"?: string;
                    "is_counted"?: boolean;
                    "organization_id": string;
                    "review_link_id": string;
                    "reviewer_name": string;
                };
                Update: {
                    "client_account_id"?: string | null;
                    "comment"?: string | null;
                    "content_version"?: number;
                    "created_at"?: string;
                    "decision"?: Database["public"]['Enums']["approval_decision"];
                    "generated_content_id"?: string;
                    "id"?: string;
                    "is_counted"?: boolean;
                    "organization_id"?: string;
                    "review_link_id"?: string;
                    "reviewer_name"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "review_link_decisions_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "review_link_decisions_generated_content_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_content_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "review_link_decisions_review_link_id_fkey";
                        columns: [
                            "organization_id",
                            "review_link_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "review_links";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "review_links": {
                Row: {
                    "approval_request_id": string | null;
                    "client_account_id": string | null;
                    "content_version": number;
                    "created_at": string;
                    "created_by": string | null;
                    "expires_at": string;
                    "generated_content_id": string;
                    "id": string;
                    "label": string | null;
                    "last_opened_at": string | null;
                    "max_uses": number;
                    "open_count": number;
                    "organization_id": string;
                    "revoked_at": string | null;
                    "token_hash": string;
                    "updated_at": string;
                    "use_count": number;
                };
                ComputedFields: never;
                Insert: {
                    "approval_request_id"?: string | null;
                    "client_account_id"?: string | null;
                    "content_version": number;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "expires_at": string;
                    "generated_content_id": string;
                    "id"?: string;
                    "label"?: string | null;
                    "last_opened_at"?: string | null;
                    "max_uses"?: number;
                    "open_count"?: number;
                    "organization_id": string;
                    "revoked_at"?: string | null;
                    "token_hash": string;
                    "updated_at"?: string;
                    "use_count"?: number;
                };
                Update: {
                    "approval_request_id"?: string | null;
                    "client_account_id"?: string | null;
                    "content_version"?: number;
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "expires_at"?: string;
                    "generated_content_id"?: string;
                    "id"?: string;
                    "label"?: string | null;
                    "last_opened_at"?: string | null;
                    "max_uses"?: number;
                    "open_count"?: number;
                    "organization_id"?: string;
                    "revoked_at"?: string | null;
                    "token_hash"?: string;
                    "updated_at"?: string;
                    "use_count"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "review_links_approval_request_id_fkey";
                        columns: [
                            "organization_id",
                            "approval_request_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "approval_requests";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "review_links_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "review_links_created_by_fkey";
                        columns: [
                            "created_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "review_links_generated_content_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_content_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "review_links_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "revision_requests": {
                Row: {
                    "approval_request_id": string | null;
                    "assigned_to": string | null;
                    "client_account_id": string | null;
                    "completed_at": string | null;
                    "content_version": number | null;
                    "created_at": string;
                    "feedback": string;
                    "generated_content_id": string | null;
                    "id": string;
                    "organization_id": string;
                    "requested_by": string | null;
                    "requested_by_name": string | null;
                    "revision_number": number;
                    "scheduled_post_id": string | null;
                    "status": Database["public"]['Enums']["revision_status"];
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "approval_request_id"?: string | null;
                    "assigned_to"?: string | null;
                    "client_account_id"?: string | null;
                    "completed_at"?: string | null;
                    "content_version"?: number | null;
                    "created_at"?: string;
                    "feedback": string;
                    "generated_content_id"?: string | null;
                    "id"?: string;
                    "organization_id": string;
                    "requested_by"?: string | null;
                    "requested_by_name"?: string | null;
                    "revision_number": number;
                    "scheduled_post_id"?: string | null;
                    "status"?: Database["public"]['Enums']["revision_status"];
                    "updated_at"?: string;
                };
                Update: {
                    "approval_request_id"?: string | null;
                    "assigned_to"?: string | null;
                    "client_account_id"?: string | null;
                    "completed_at"?: string | null;
                    "content_version"?: number | null;
                    "created_at"?: string;
                    "feedback"?: string;
                    "generated_content_id"?: string | null;
                    "id"?: string;
                    "organization_id"?: string;
                    "requested_by"?: string | null;
                    "requested_by_name"?: string | null;
                    "revision_number"?: number;
                    "scheduled_post_id"?: string | null;
                    "status"?: Database["public"]['Enums']["revision_status"];
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "revision_requests_approval_request_id_fkey";
                        columns: [
                            "organization_id",
                            "approval_request_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "approval_requests";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "revision_requests_assigned_to_fkey";
                        columns: [
                            "assigned_to"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "revision_requests_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "revision_requests_generated_content_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_content_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "revision_requests_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "revision_requests_requested_by_fkey";
                        columns: [
                            "requested_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "revision_requests_scheduled_post_id_fkey";
                        columns: [
                            "organization_id",
                            "scheduled_post_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "scheduled_posts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "roi_calculations": {
                Row: {
                    "calculated_at": string;
                    "client_account_id": string | null;
                    "content_asset_id": string;
                    "cost_per_engagement": number | null;
                    "created_at": string;
                    "currency": string;
                    "hourly_rate": number;
                    "id": string;
                    "organization_id": string;
                    "original_content_cost": number;
                    "original_content_time_hours": number;
                    "repurposed_pieces_count": number;
                    "repurposing_cost": number;
                    "roi_multiplier": number | null;
                    "total_cost": number | null;
                    "total_engagement": number;
                    "total_reach": number;
                    "total_value": number | null;
                    "total_views": number;
                    "user_id": string | null;
                    "value_per_engagement": number;
                    "value_per_thousand_reached": number;
                    "value_score": number | null;
                };
                ComputedFields: never;
                Insert: {
                    "calculated_at"?: string;
                    "client_account_id"?: string | null;
                    "content_asset_id": string;
                    "cost_per_engagement"?: never;
                    "created_at"?: string;
                    "currency"?: string;
                    "hourly_rate"?: number;
                    "id"?: string;
                    "organization_id": string;
                    "original_content_cost"?: number;
                    "original_content_time_hours"?: number;
                    "repurposed_pieces_count"?: number;
                    "repurposing_cost"?: number;
                    "roi_multiplier"?: never;
                    "total_cost"?: never;
                    "total_engagement"?: number;
                    "total_reach"?: number;
                    "total_value"?: never;
                    "total_views"?: number;
                    "user_id"?: string | null;
                    "value_per_engagement"?: number;
                    "value_per_thousand_reached"?: number;
                    "value_score"?: never;
                };
                Update: {
                    "calculated_at"?: string;
                    "client_account_id"?: string | null;
                    "content_asset_id"?: string;
                    "cost_per_engagement"?: never;
                    "created_at"?: string;
                    "currency"?: string;
                    "hourly_rate"?: number;
                    "id"?: string;
                    "organization_id"?: string;
                    "original_content_cost"?: number;
                    "original_content_time_hours"?: number;
                    "repurposed_pieces_count"?: number;
                    "repurposing_cost"?: number;
                    "roi_multiplier"?: never;
                    "total_cost"?: never;
                    "total_engagement"?: number;
                    "total_reach"?: number;
                    "total_value"?: never;
                    "total_views"?: number;
                    "user_id"?: string | null;
                    "value_per_engagement"?: number;
                    "value_per_thousand_reached"?: number;
                    "value_score"?: never;
                };
                Relationships: [
                    {
                        foreignKeyName: "roi_calculations_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "roi_calculations_content_asset_id_fkey";
                        columns: [
                            "organization_id",
                            "content_asset_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_assets";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "roi_calculations_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "roi_calculations_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "scheduled_posts": {
                Row: {
                    "auto_publish": boolean;
                    "category_id": number;
                    "claimed_at": string | null;
                    "client_account_id": string | null;
                    "comments_24h": number | null;
                    "comments_7d": number | null;
                    "content_asset_id": string | null;
                    "content_digest": string;
                    "content_version": number | null;
                    "created_at": string;
                    "description": string | null;
                    "due_at": string;
                    "error_code": string | null;
                    "error_message": string | null;
                    "generated_content_id": string | null;
                    "group_id": string;
                    "has_own_content": boolean;
                    "id": string;
                    "initial_comments": number | null;
                    "initial_likes": number | null;
                    "initial_views": number | null;
                    "is_ai_optimized": boolean;
                    "is_immediate": boolean;
                    "is_made_for_kids": boolean;
                    "license": Database["public"]['Enums']["post_license"];
                    "likes_24h": number | null;
                    "likes_7d": number | null;
                    "local_on": string;
                    "local_time": string;
                    "max_delay_minutes": number;
                    "max_retries": number;
                    "optimal_time_score": number | null;
                    "organization_id": string;
                    "platform": string;
                    "platform_post_id": string | null;
                    "platform_post_url": string | null;
                    "post_caption": string | null;
                    "post_hashtags": (string)[];
                    "post_metadata": NonNullable<Json>;
                    "privacy_status": Database["public"]['Enums']["visibility"];
                    "production_job_id": string | null;
                    "publish_response": NonNullable<Json>;
                    "published_at": string | null;
                    "retry_count": number;
                    "scheduled_for": string;
                    "social_account_id": string | null;
                    "status": Database["public"]['Enums']["post_status"];
                    "tags": (string)[];
                    "thumbnail_url": string | null;
                    "time_resolution": Database["public"]['Enums']["time_resolution"];
                    "timezone": string;
                    "title": string | null;
                    "updated_at": string;
                    "upload_progress_percentage": number;
                    "upload_started_at": string | null;
                    "uploaded_at": string | null;
                    "user_id": string | null;
                    "views_24h": number | null;
                    "views_7d": number | null;
                };
                ComputedFields: never;
                Insert: {
                    "auto_publish"?: boolean;
                    "category_id"?: number;
                    "claimed_at"?: string | null;
                    "client_account_id"?: string | null;
                    "comments_24h"?: number | null;
                    "comments_7d"?: number | null;
                    "content_asset_id"?: string | null;
                    "content_digest"?: never;
                    "content_version"?: number | null;
                    "created_at"?: string;
                    "description"?: string | null;
                    "due_at": string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "generated_content_id"?: string | null;
                    "group_id"?: string;
                    "has_own_content"?: never;
                    "id"?: string;
                    "initial_comments"?: number | null;
                    "initial_likes"?: number | null;
                    "initial_views"?: number | null;
                    "is_ai_optimized"?: boolean;
                    "is_immediate"?: boolean;
                    "is_made_for_kids"?: boolean;
                    "license"?: Database["public"]['Enums']["post_license"];
                    "likes_24h"?: number | null;
                    "likes_7d"?: number | null;
                    "local_on": string;
                    "local_time": string;
                    "max_delay_minutes"?: number;
                    "max_retries"?: number;
                    "optimal_time_score"?: number | null;
                    "organization_id": string;
                    "platform": string;
                    "platform_post_id"?: string | null;
                    "platform_post_url"?: string | null;
                    "post_caption"?: string | null;
                    "post_hashtags"?: (string)[];
                    "post_metadata"?: NonNullable<Json>;
                    "privacy_status"?: Database["public"]['Enums']["visibility"];
                    "production_job_id"?: string | null;
                    "publish_response"?: NonNullable<Json>;
                    "published_at"?: string | null;
                    "retry_count"?: number;
                    "scheduled_for"?: string;
                    "social_account_id"?: string | null;
                    "status"?: Database["public"]['Enums']["post_status"];
                    "tags"?: (string)[];
                    "thumbnail_url"?: string | null;
                    "time_resolution"?: Database["public"]['Enums']["time_resolution"];
                    "timezone"?: string;
                    "title"?: string | null;
                    "updated_at"?: string;
                    "upload_progress_percentage"?: number;
                    "upload_started_at"?: string | null;
                    "uploaded_at"?: string | null;
                    "user_id"?: string | null;
                    "views_24h"?: number | null;
                    "views_7d"?: number | null;
                };
                Update: {
                    "auto_publish"?: boolean;
                    "category_id"?: number;
                    "claimed_at"?: string | null;
                    "client_account_id"?: string | null;
                    "comments_24h"?: number | null;
                    "comments_7d"?: number | null;
                    "content_asset_id"?: string | null;
                    "content_digest"?: never;
                    "content_version"?: number | null;
                    "created_at"?: string;
                    "description"?: string | null;
                    "due_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "generated_content_id"?: string | null;
                    "group_id"?: string;
                    "has_own_content"?: never;
                    "id"?: string;
                    "initial_comments"?: number | null;
                    "initial_likes"?: number | null;
                    "initial_views"?: number | null;
                    "is_ai_optimized"?: boolean;
                    "is_immediate"?: boolean;
                    "is_made_for_kids"?: boolean;
                    "license"?: Database["public"]['Enums']["post_license"];
                    "likes_24h"?: number | null;
                    "likes_7d"?: number | null;
                    "local_on"?: string;
                    "local_time"?: string;
                    "max_delay_minutes"?: number;
                    "max_retries"?: number;
                    "optimal_time_score"?: number | null;
                    "organization_id"?: string;
                    "platform"?: string;
                    "platform_post_id"?: string | null;
                    "platform_post_url"?: string | null;
                    "post_caption"?: string | null;
                    "post_hashtags"?: (string)[];
                    "post_metadata"?: NonNullable<Json>;
                    "privacy_status"?: Database["public"]['Enums']["visibility"];
                    "production_job_id"?: string | null;
                    "publish_response"?: NonNullable<Json>;
                    "published_at"?: string | null;
                    "retry_count"?: number;
                    "scheduled_for"?: string;
                    "social_account_id"?: string | null;
                    "status"?: Database["public"]['Enums']["post_status"];
                    "tags"?: (string)[];
                    "thumbnail_url"?: string | null;
                    "time_resolution"?: Database["public"]['Enums']["time_resolution"];
                    "timezone"?: string;
                    "title"?: string | null;
                    "updated_at"?: string;
                    "upload_progress_percentage"?: number;
                    "upload_started_at"?: string | null;
                    "uploaded_at"?: string | null;
                    "user_id"?: string | null;
                    "views_24h"?: number | null;
                    "views_7d"?: number | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "scheduled_posts_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "scheduled_posts_content_asset_id_fkey";
                        columns: [
                            "organization_id",
                            "content_asset_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_assets";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "scheduled_posts_generated_content_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_content_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "scheduled_posts_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "scheduled_posts_platform_fkey";
                        columns: [
                            "platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "scheduled_posts_production_job_id_fkey";
                        columns: [
                            "organization_id",
                            "production_job_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "production_jobs";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "scheduled_posts_social_account_id_fkey";
                        columns: [
                            "organization_id",
                            "platform",
                            "social_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "social_accounts";
                        referencedColumns: [
                            "organization_id",
                            "platform",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "scheduled_posts_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "search_engines": {
                Row: {
                    "api_docs_url": string | null;
                    "api_endpoint": string;
                    "created_at": string;
                    "description": string | null;
                    "display_name": string;
                    "is_active": boolean;
                    "is_connection_required": boolean;
                    "limits": NonNullable<Json>;
                    "slug": string;
                    "sort_order": number;
                    "supports_deletion": boolean;
                    "supports_indexnow": boolean;
                    "supports_oauth": boolean;
                    "supports_status_check": boolean;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "api_docs_url"?: string | null;
                    "api_endpoint": string;
                    "created_at"?: string;
                    "description"?: string | null;
                    "display_name": string;
                    "is_active"?: boolean;
                    "is_connection_required"?: boolean;
                    "limits"?: NonNullable<Json>;
                    "slug": string;
                    "sort_order"?: number;
                    "supports_deletion"?: boolean;
                    "supports_indexnow"?: boolean;
                    "supports_oauth"?: boolean;
                    "supports_status_check"?: boolean;
                    "updated_at"?: string;
                };
                Update: {
                    "api_docs_url"?: string | null;
                    "api_endpoint"?: string;
                    "created_at"?: string;
                    "description"?: string | null;
                    "display_name"?: string;
                    "is_active"?: boolean;
                    "is_connection_required"?: boolean;
                    "limits"?: NonNullable<Json>;
                    "slug"?: string;
                    "sort_order"?: number;
                    "supports_deletion"?: boolean;
                    "supports_indexnow"?: boolean;
                    "supports_oauth"?: boolean;
                    "supports_status_check"?: boolean;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
            "seo_connections": {
                Row: {
                    "client_account_id": string | null;
                    "connected_by": string | null;
                    "created_at": string;
                    "id": string;
                    "is_active": boolean;
                    "is_verified": boolean;
                    "key_location": string | null;
                    "last_error": string | null;
                    "last_used_at": string | null;
                    "last_verified_at": string | null;
                    "organization_id": string;
                    "search_engine": string;
                    "secret_version": number;
                    "site_url": string;
                    "token_expires_at": string | null;
                    "updated_at": string;
                    "vault_secret_name": string;
                };
                ComputedFields: never;
                Insert: {
                    "client_account_id"?: string | null;
                    "connected_by"?: string | null;
                    "created_at"?: string;
                    "id"?: string;
                    "is_active"?: boolean;
                    "is_verified"?: boolean;
                    "key_location"?: string | null;
                    "last_error"?: string | null;
                    "last_used_at"?: string | null;
                    "last_verified_at"?: string | null;
                    "organization_id": string;
                    "search_engine": string;
                    "secret_version"?: number;
                    "site_url": string;
                    "token_expires_at"?: string | null;
                    "updated_at"?: string;
                    "vault_secret_name": string;
                };
                Update: {
                    "client_account_id"?: string | null;
                    "connected_by"?: string | null;
                    "created_at"?: string;
                    "id"?: string;
                    "is_active"?: boolean;
                    "is_verified"?: boolean;
                    "key_location"?: string | null;
                    "last_error"?: string | null;
                    "last_used_at"?: string | null;
                    "last_verified_at"?: string | null;
                    "organization_id"?: string;
                    "search_engine"?: string;
                    "secret_version"?: number;
                    "site_url"?: string;
                    "token_expires_at"?: string | null;
                    "updated_at"?: string;
                    "vault_secret_name"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "seo_connections_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "seo_connections_connected_by_fkey";
                        columns: [
                            "connected_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "seo_connections_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "seo_connections_search_engine_fkey";
                        columns: [
                            "search_engine"
                        ];
                        isOneToOne: false;
                        referencedRelation: "search_engines";
                        referencedColumns: [
                            "slug"
                        ];
                    }
                ];
            };
            "seo_metrics": {
                Row: {
                    "backlinks_count": number | null;
                    "client_account_id": string | null;
                    "collected_at": string;
                    "collected_on": string;
                    "domain_authority_impact": number | null;
                    "generated_content_id": string;
                    "id": number;
                    "keyword_rankings": NonNullable<Json>;
                    "organic_traffic": number | null;
                    "organization_id": string;
                    "target_keywords": (string)[];
                };
                ComputedFields: never;
                Insert: {
                    "backlinks_count"?: number | null;
                    "client_account_id"?: string | null;
                    "collected_at"?: string;
                    "collected_on": string;
                    "domain_authority_impact"?: number | null;
                    "generated_content_id": string;
                    "id"?: never;
                    "keyword_rankings"?: NonNullable<Json>;
                    "organic_traffic"?: number | null;
                    "organization_id": string;
                    "target_keywords"?: (string)[];
                };
                Update: {
                    "backlinks_count"?: number | null;
                    "client_account_id"?: string | null;
                    "collected_at"?: string;
                    "collected_on"?: string;
                    "domain_authority_impact"?: number | null;
                    "generated_content_id"?: string;
                    "id"?: never;
                    "keyword_rankings"?: NonNullable<Json>;
                    "organic_traffic"?: number | null;
                    "organization_id"?: string;
                    "target_keywords"?: (string)[];
                };
                Relationships: [
                    {
                        foreignKeyName: "seo_metrics_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "seo_metrics_generated_content_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_content_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "seo_metrics_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "seo_submissions": {
                Row: {
                    "claimed_at": string | null;
                    "client_account_id": string | null;
                    "connection_id": string | null;
                    "content_item_id": string | null;
                    "coverage_state": string | null;
                    "created_at": string;
                    "error_message": string | null;
                    "follows_id": string | null;
                    "id": string;
                    "index_status_url": string | null;
                    "indexed_at": string | null;
                    "max_retries": number;
                    "next_check_at": string | null;
                    "next_retry_at": string | null;
                    "organization_id": string;
                    "quota_period_start": string | null;
                    "request_payload": NonNullable<Json>;
                    "response_body": Json | null;
                    "response_status": number | null;
                    "retry_count": number;
                    "search_engine": string;
                    "status": Database["public"]['Enums']["seo_submission_status"];
                    "status_checked_at": string | null;
                    "submission_method": Database["public"]['Enums']["seo_submission_method"];
                    "submission_type": Database["public"]['Enums']["seo_submission_type"];
                    "submitted_at": string | null;
                    "submitted_by": string | null;
                    "submitted_url": string;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "claimed_at"?: string | null;
                    "client_account_id"?: string | null;
                    "connection_id"?: string | null;
                    "content_item_id"?: string | null;
                    "coverage_state"?: string | null;
                    "created_at"?: string;
                    "error_message"?: string | null;
                    "follows_id"?: string | null;
                    "id"?: string;
                    "index_status_url"?: string | null;
                    "indexed_at"?: string | null;
                    "max_retries"?: number;
                    "next_check_at"?: string | null;
                    "next_retry_at"?: string | null;
                    "organization_id": string;
                    "quota_period_start"?: string | null;
                    "request_payload"?: NonNullable<Json>;
                    "response_body"?: Json | null;
                    "response_status"?: number | null;
                    "retry_count"?: number;
                    "search_engine": string;
                    "status"?: Database["public"]['Enums']["seo_submission_status"];
                    "status_checked_at"?: string | null;
                    "submission_method"?: Database["public"]['Enums']["seo_submission_method"];
                    "submission_type"?: Database["public"]['Enums']["seo_submission_type"];
                    "submitted_at"?: string | null;
                    "submitted_by"?: string | null;
                    "submitted_url": string;
                    "updated_at"?: string;
                };
                Update: {
                    "claimed_at"?: string | null;
                    "client_account_id"?: string | null;
                    "connection_id"?: string | null;
                    "content_item_id"?: string | null;
                    "coverage_state"?: string | null;
                    "created_at"?: string;
                    "error_message"?: string | null;
                    "follows_id"?: string | null;
                    "id"?: string;
                    "index_status_url"?: string | null;
                    "indexed_at"?: string | null;
                    "max_retries"?: number;
                    "next_check_at"?: string | null;
                    "next_retry_at"?: string | null;
                    "organization_id"?: string;
                    "quota_period_start"?: string | null;
                    "request_payload"?: NonNullable<Json>;
                    "response_body"?: Json | null;
                    "response_status"?: number | null;
                    "retry_count"?: number;
                    "search_engine"?: string;
                    "status"?: Database["public"]['Enums']["seo_submission_status"];
                    "status_checked_at"?: string | null;
                    "submission_method"?: Database["public"]['Enums']["seo_submission_method"];
                    "submission_type"?: Database["public"]['Enums']["seo_submission_type"];
                    "submitted_at"?: string | null;
                    "submitted_by"?: string | null;
                    "submitted_url"?: string;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "seo_submissions_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "seo_submissions_connection_id_fkey";
                        columns: [
                            "organization_id",
                            "search_engine",
                            "connection_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "seo_connections";
                        referencedColumns: [
                            "organization_id",
                            "search_engine",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "seo_submissions_content_item_id_fkey";
                        columns: [
                            "organization_id",
                            "content_item_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_items";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "seo_submissions_follows_id_fkey";
                        columns: [
                            "organization_id",
                            "follows_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "seo_submissions";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "seo_submissions_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "seo_submissions_search_engine_fkey";
                        columns: [
                            "search_engine"
                        ];
                        isOneToOne: false;
                        referencedRelation: "search_engines";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "seo_submissions_submitted_by_fkey";
                        columns: [
                            "submitted_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "seo_usage": {
                Row: {
                    "billing_cycle_end": string | null;
                    "billing_cycle_start": string | null;
                    "content_item_id": string | null;
                    "created_at": string;
                    "id": number;
                    "operation_type": string;
                    "organization_id": string;
                    "search_engine": string;
                    "urls_count": number;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "billing_cycle_end"?: string | null;
                    "billing_cycle_start"?: string | null;
                    "content_item_id"?: string | null;
                    "created_at"?: string;
                    "id"?: never;
                    "operation_type": string;
                    "organization_id": string;
                    "search_engine": string;
                    "urls_count"?: number;
                    "user_id"?: string | null;
                };
                Update: {
                    "billing_cycle_end"?: string | null;
                    "billing_cycle_start"?: string | null;
                    "content_item_id"?: string | null;
                    "created_at"?: string;
                    "id"?: never;
                    "operation_type"?: string;
                    "organization_id"?: string;
                    "search_engine"?: string;
                    "urls_count"?: number;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "seo_usage_content_item_id_fkey";
                        columns: [
                            "organization_id",
                            "content_item_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "content_items";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "seo_usage_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "seo_usage_search_engine_fkey";
                        columns: [
                            "search_engine"
                        ];
                        isOneToOne: false;
                        referencedRelation: "search_engines";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "seo_usage_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "social_account_daily_stats": {
                Row: {
                    "clicks": number;
                    "comments": number;
                    "created_at": string;
                    "engagement": number | null;
                    "impressions": number;
                    "likes": number;
                    "organization_id": string;
                    "reach": number;
                    "saves": number;
                    "shares": number;
                    "social_account_id": string;
                    "stat_on": string;
                    "subscribers_gained": number;
                    "updated_at": string;
                    "views": number;
                    "watch_time_minutes": number;
                };
                ComputedFields: never;
                Insert: {
                    "clicks"?: number;
                    "comments"?: number;
                    "created_at"?: string;
                    "engagement"?: never;
                    "impressions"?: number;
                    "likes"?: number;
                    "organization_id": string;
                    "reach"?: number;
                    "saves"?: number;
                    "shares"?: number;
                    "social_account_id": string;
                    "stat_on": string;
                    "subscribers_gained"?: number;
                    "updated_at"?: string;
                    "views"?: number;
                    "watch_time_minutes"?: number;
                };
                Update: {
                    "clicks"?: number;
                    "comments"?: number;
                    "created_at"?: string;
                    "engagement"?: never;
                    "impressions"?: number;
                    "likes"?: number;
                    "organization_id"?: string;
                    "reach"?: number;
                    "saves"?: number;
                    "shares"?: number;
                    "social_account_id"?: string;
                    "stat_on"?: string;
                    "subscribers_gained"?: number;
                    "updated_at"?: string;
                    "views"?: number;
                    "watch_time_minutes"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "social_account_daily_stats_social_account_id_fkey";
                        columns: [
                            "organization_id",
                            "social_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "social_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "social_accounts": {
                Row: {
                    "account_handle": string | null;
                    "account_name": string;
                    "account_url": string | null;
                    "avatar_url": string | null;
                    "client_account_id": string | null;
                    "connection_id": string;
                    "created_at": string;
                    "deleted_at": string | null;
                    "description": string | null;
                    "follower_count": number | null;
                    "following_count": number | null;
                    "id": string;
                    "is_primary": boolean;
                    "last_sync_error": string | null;
                    "last_sync_status": Database["public"]['Enums']["sync_status"] | null;
                    "last_synced_at": string | null;
                    "next_sync_at": string | null;
                    "organization_id": string;
                    "platform": string;
                    "platform_account_id": string;
                    "post_count": number | null;
                    "status": Database["public"]['Enums']["account_status"];
                    "sync_mode": Database["public"]['Enums']["sync_mode"];
                    "updated_at": string;
                    "view_count": number | null;
                    "visibility": Database["public"]['Enums']["visibility"];
                };
                ComputedFields: never;
                Insert: {
                    "account_handle"?: string | null;
                    "account_name": string;
                    "account_url"?: string | null;
                    "avatar_url"?: string | null;
                    "client_account_id"?: string | null;
                    "connection_id": string;
                    "created_at"?: string;
                    "deleted_at"?: string | null;
                    "description"?: string | null;
                    "follower_count"?: number | null;
                    "following_count"?: number | null;
                    "id"?: string;
                    "is_primary"?: boolean;
                    "last_sync_error"?: string | null;
                    "last_sync_status"?: Database["public"]['Enums']["sync_status"] | null;
                    "last_synced_at"?: string | null;
                    "next_sync_at"?: string | null;
                    "organization_id": string;
                    "platform": string;
                    "platform_account_id": string;
                    "post_count"?: number | null;
                    "status"?: Database["public"]['Enums']["account_status"];
                    "sync_mode"?: Database["public"]['Enums']["sync_mode"];
                    "updated_at"?: string;
                    "view_count"?: number | null;
                    "visibility"?: Database["public"]['Enums']["visibility"];
                };
                Update: {
                    "account_handle"?: string | null;
                    "account_name"?: string;
                    "account_url"?: string | null;
                    "avatar_url"?: string | null;
                    "client_account_id"?: string | null;
                    "connection_id"?: string;
                    "created_at"?: string;
                    "deleted_at"?: string | null;
                    "description"?: string | null;
                    "follower_count"?: number | null;
                    "following_count"?: number | null;
                    "id"?: string;
                    "is_primary"?: boolean;
                    "last_sync_error"?: string | null;
                    "last_sync_status"?: Database["public"]['Enums']["sync_status"] | null;
                    "last_synced_at"?: string | null;
                    "next_sync_at"?: string | null;
                    "organization_id"?: string;
                    "platform"?: string;
                    "platform_account_id"?: string;
                    "post_count"?: number | null;
                    "status"?: Database["public"]['Enums']["account_status"];
                    "sync_mode"?: Database["public"]['Enums']["sync_mode"];
                    "updated_at"?: string;
                    "view_count"?: number | null;
                    "visibility"?: Database["public"]['Enums']["visibility"];
                };
                Relationships: [
                    {
                        foreignKeyName: "social_accounts_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "social_accounts_connection_id_fkey";
                        columns: [
                            "organization_id",
                            "platform",
                            "connection_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platform_connections";
                        referencedColumns: [
                            "organization_id",
                            "platform",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "social_accounts_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "subscriptions": {
                Row: {
                    "amount": number | null;
                    "billing_period": Database["public"]['Enums']["billing_period"] | null;
                    "cancel_at_period_end": boolean;
                    "cancellation_reason": string | null;
                    "cancelled_at": string | null;
                    "cashfree_subscription_id": string | null;
                    "created_at": string;
                    "currency": string | null;
                    "current_period_end": string | null;
                    "current_period_start": string;
                    "ended_at": string | null;
                    "id": string;
                    "is_auto_renew_enabled": boolean;
                    "next_billing_at": string | null;
                    "organization_id": string | null;
                    "organization_name": string | null;
                    "payment_provider": Database["public"]['Enums']["payment_provider"] | null;
                    "plan": string;
                    "razorpay_subscription_id": string | null;
                    "started_at": string;
                    "status": Database["public"]['Enums']["subscription_status"];
                    "stripe_customer_id": string | null;
                    "stripe_price_id": string | null;
                    "stripe_subscription_id": string | null;
                    "stripe_subscription_item_id_ai": string | null;
                    "stripe_subscription_item_id_seo": string | null;
                    "stripe_subscription_item_id_syncs": string | null;
                    "trial_end": string | null;
                    "trial_start": string | null;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "amount"?: number | null;
                    "billing_period"?: Database["public"]['Enums']["billing_period"] | null;
                    "cancel_at_period_end"?: boolean;
                    "cancellation_reason"?: string | null;
                    "cancelled_at"?: string | null;
                    "cashfree_subscription_id"?: string | null;
                    "created_at"?: string;
                    "currency"?: string | null;
                    "current_period_end"?: string | null;
                    "current_period_start"?: string;
                    "ended_at"?: string | null;
                    "id"?: string;
                    "is_auto_renew_enabled"?: boolean;
                    "next_billing_at"?: string | null;
                    "organization_id"?: string | null;
                    "organization_name"?: string | null;
                    "payment_provider"?: Database["public"]['Enums']["payment_provider"] | null;
                    "plan": string;
                    "razorpay_subscription_id"?: string | null;
                    "started_at"?: string;
                    "status"?: Database["public"]['Enums']["subscription_status"];
                    "stripe_customer_id"?: string | null;
                    "stripe_price_id"?: string | null;
                    "stripe_subscription_id"?: string | null;
                    "stripe_subscription_item_id_ai"?: string | null;
                    "stripe_subscription_item_id_seo"?: string | null;
                    "stripe_subscription_item_id_syncs"?: string | null;
                    "trial_end"?: string | null;
                    "trial_start"?: string | null;
                    "updated_at"?: string;
                };
                Update: {
                    "amount"?: number | null;
                    "billing_period"?: Database["public"]['Enums']["billing_period"] | null;
                    "cancel_at_period_end"?: boolean;
                    "cancellation_reason"?: string | null;
                    "cancelled_at"?: string | null;
                    "cashfree_subscription_id"?: string | null;
                    "created_at"?: string;
                    "currency"?: string | null;
                    "current_period_end"?: string | null;
                    "current_period_start"?: string;
                    "ended_at"?: string | null;
                    "id"?: string;
                    "is_auto_renew_enabled"?: boolean;
                    "next_billing_at"?: string | null;
                    "organization_id"?: string | null;
                    "organization_name"?: string | null;
                    "payment_provider"?: Database["public"]['Enums']["payment_provider"] | null;
                    "plan"?: string;
                    "razorpay_subscription_id"?: string | null;
                    "started_at"?: string;
                    "status"?: Database["public"]['Enums']["subscription_status"];
                    "stripe_customer_id"?: string | null;
                    "stripe_price_id"?: string | null;
                    "stripe_subscription_id"?: string | null;
                    "stripe_subscription_item_id_ai"?: string | null;
                    "stripe_subscription_item_id_seo"?: string | null;
                    "stripe_subscription_item_id_syncs"?: string | null;
                    "trial_end"?: string | null;
                    "trial_start"?: string | null;
                    "updated_at"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "subscriptions_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "subscriptions_plan_fkey";
                        columns: [
                            "plan"
                        ];
                        isOneToOne: false;
                        referencedRelation: "plans";
                        referencedColumns: [
                            "slug"
                        ];
                    }
                ];
            };
            "system_logs": {
                Row: {
                    "created_at": string;
                    "event_data": NonNullable<Json>;
                    "event_type": string;
                    "execution_time_ms": number | null;
                    "id": number;
                    "ip_address": unknown;
                    "memory_usage_mb": number | null;
                    "message": string;
                    "organization_id": string | null;
                    "request_id": string | null;
                    "session_id": string | null;
                    "severity": Database["public"]['Enums']["log_severity"];
                    "source": string;
                    "user_agent": string | null;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "event_data"?: NonNullable<Json>;
                    "event_type": string;
                    "execution_time_ms"?: number | null;
                    "id"?: never;
                    "ip_address"?: unknown;
                    "memory_usage_mb"?: number | null;
                    "message": string;
                    "organization_id"?: string | null;
                    "request_id"?: string | null;
                    "session_id"?: string | null;
                    "severity"?: Database["public"]['Enums']["log_severity"];
                    "source": string;
                    "user_agent"?: string | null;
                    "user_id"?: string | null;
                };
                Update: {
                    "created_at"?: string;
                    "event_data"?: NonNullable<Json>;
                    "event_type"?: string;
                    "execution_time_ms"?: number | null;
                    "id"?: never;
                    "ip_address"?: unknown;
                    "memory_usage_mb"?: number | null;
                    "message"?: string;
                    "organization_id"?: string | null;
                    "request_id"?: string | null;
                    "session_id"?: string | null;
                    "severity"?: Database["public"]['Enums']["log_severity"];
                    "source"?: string;
                    "user_agent"?: string | null;
                    "user_id"?: string | null;
                };
                Relationships: [
                ];
            };
            "system_settings": {
                Row: {
                    "created_at": string;
                    "description": string | null;
                    "id": string;
                    "is_public": boolean;
                    "key": string;
                    "updated_at": string;
                    "updated_by": string | null;
                    "value": NonNullable<Json>;
                    "value_type": Database["public"]['Enums']["setting_type"];
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "description"?: string | null;
                    "id"?: string;
                    "is_public"?: boolean;
                    "key": string;
                    "updated_at"?: string;
                    "updated_by"?: string | null;
                    "value": NonNullable<Json>;
                    "value_type": Database["public"]['Enums']["setting_type"];
                };
                Update: {
                    "created_at"?: string;
                    "description"?: string | null;
                    "id"?: string;
                    "is_public"?: boolean;
                    "key"?: string;
                    "updated_at"?: string;
                    "updated_by"?: string | null;
                    "value"?: NonNullable<Json>;
                    "value_type"?: Database["public"]['Enums']["setting_type"];
                };
                Relationships: [
                    {
                        foreignKeyName: "system_settings_updated_by_fkey";
                        columns: [
                            "updated_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "template_ratings": {
                Row: {
                    "created_at": string;
                    "organization_id": string;
                    "stars": number;
                    "template_id": string;
                    "updated_at": string;
                    "user_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "organization_id": string;
                    "stars": number;
                    "template_id": string;
                    "updated_at"?: string;
                    "user_id": string;
                };
                Update: {
                    "created_at"?: string;
                    "organization_id"?: string;
                    "stars"?: number;
                    "template_id"?: string;
                    "updated_at"?: string;
                    "user_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "template_ratings_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "template_ratings_template_id_fkey";
                        columns: [
                            "template_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "templates";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "template_ratings_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "templates": {
                Row: {
                    "config": NonNullable<Json>;
                    "created_at": string;
                    "description": string | null;
                    "id": string;
                    "is_premium": boolean;
                    "is_public": boolean;
                    "name": string;
                    "organization_id": string;
                    "preview_url": string | null;
                    "rating": number | null;
                    "rating_count": number;
                    "template_type": Database["public"]['Enums']["template_type"];
                    "updated_at": string;
                    "usage_count": number;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "config": NonNullable<Json>;
                    "created_at"?: string;
                    "description"?: string | null;
                    "id"?: string;
                    "is_premium"?: boolean;
                    "is_public"?: boolean;
                    "name": string;
                    "organization_id"?: string;
                    "preview_url"?: string | null;
                    "rating"?: number | null;
                    "rating_count"?: number;
                    "template_type": Database["public"]['Enums']["template_type"];
                    "updated_at"?: string;
                    "usage_count"?: number;
                    "user_id"?: string | null;
                };
                Update: {
                    "config"?: NonNullable<Json>;
                    "created_at"?: string;
                    "description"?: string | null;
                    "id"?: string;
                    "is_premium"?: boolean;
                    "is_public"?: boolean;
                    "name"?: string;
                    "organization_id"?: string;
                    "preview_url"?: string | null;
                    "rating"?: number | null;
                    "rating_count"?: number;
                    "template_type"?: Database["public"]['Enums']["template_type"];
                    "updated_at"?: string;
                    "usage_count"?: number;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "templates_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "templates_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "text_generation_outputs": {
                Row: {
                    "created_at": string;
                    "generated_content_id": string;
                    "organization_id": string;
                    "sort_order": number;
                    "text_generation_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "generated_content_id": string;
                    "organization_id": string;
                    "sort_order"?: number;
                    "text_generation_id": string;
                };
                Update: {
                    "created_at"?: string;
                    "generated_content_id"?: string;
                    "organization_id"?: string;
                    "sort_order"?: number;
                    "text_generation_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "text_generation_outputs_generated_content_id_fkey";
                        columns: [
                            "organization_id",
                            "generated_content_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "generated_content";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "text_generation_outputs_text_generation_id_fkey";
                        columns: [
                            "organization_id",
                            "text_generation_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "text_generations";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "text_generations": {
                Row: {
                    "ai_model": string | null;
                    "ai_provider": string | null;
                    "audience_profile_id": string | null;
                    "brand_profile_id": string | null;
                    "client_account_id": string | null;
                    "completed_at": string | null;
                    "completion_tokens": number;
                    "cost_usd": number | null;
                    "created_at": string;
                    "error_code": string | null;
                    "error_message": string | null;
                    "generation_time_ms": number | null;
                    "id": string;
                    "job_id": number | null;
                    "kind": Database["public"]['Enums']["text_generation_kind"];
                    "language": string;
                    "organization_id": string;
                    "parameters": NonNullable<Json>;
                    "prompt_tokens": number;
                    "request_hash": string;
                    "result": NonNullable<Json>;
                    "started_at": string | null;
                    "status": Database["public"]['Enums']["text_generation_status"];
                    "updated_at": string;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "audience_profile_id"?: string | null;
                    "brand_profile_id"?: string | null;
                    "client_account_id"?: string | null;
                    "completed_at"?: string | null;
                    "completion_tokens"?: number;
                    "cost_usd"?: number | null;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "generation_time_ms"?: number | null;
                    "id"?: string;
                    "job_id"?: number | null;
                    "kind": Database["public"]['Enums']["text_generation_kind"];
                    "language": string;
                    "organization_id": string;
                    "parameters": NonNullable<Json>;
                    "prompt_tokens"?: number;
                    "request_hash": string;
                    "result"?: NonNullable<Json>;
                    "started_at"?: string | null;
                    "status"?: Database["public"]['Enums']["text_generation_status"];
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Update: {
                    "ai_model"?: string | null;
                    "ai_provider"?: string | null;
                    "audience_profile_id"?: string | null;
                    "brand_profile_id"?: string | null;
                    "client_account_id"?: string | null;
                    "completed_at"?: string | null;
                    "completion_tokens"?: number;
                    "cost_usd"?: number | null;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "generation_time_ms"?: number | null;
                    "id"?: string;
                    "job_id"?: number | null;
                    "kind"?: Database["public"]['Enums']["text_generation_kind"];
                    "language"?: string;
                    "organization_id"?: string;
                    "parameters"?: NonNullable<Json>;
                    "prompt_tokens"?: number;
                    "request_hash"?: string;
                    "result"?: NonNullable<Json>;
                    "started_at"?: string | null;
                    "status"?: Database["public"]['Enums']["text_generation_status"];
                    "updated_at"?: string;
                    "user_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "text_generations_audience_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "audience_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "audience_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "text_generations_brand_profile_id_fkey";
                        columns: [
                            "organization_id",
                            "brand_profile_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "brand_profiles";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "text_generations_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "text_generations_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "text_generations_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "trending_keywords": {
                Row: {
                    "category": string | null;
                    "competition_level": Database["public"]['Enums']["competition_level"] | null;
                    "created_at": string;
                    "id": string;
                    "keyword": string;
                    "language": string | null;
                    "platform": string | null;
                    "region": string | null;
                    "search_volume": number | null;
                    "source": string;
                    "trending_score": number | null;
                    "updated_at": string;
                    "valid_end": string;
                    "valid_start": string;
                };
                ComputedFields: never;
                Insert: {
                    "category"?: string | null;
                    "competition_level"?: Database["public"]['Enums']["competition_level"] | null;
                    "created_at"?: string;
                    "id"?: string;
                    "keyword": string;
                    "language"?: string | null;
                    "platform"?: string | null;
                    "region"?: string | null;
                    "search_volume"?: number | null;
                    "source": string;
                    "trending_score"?: number | null;
                    "updated_at"?: string;
                    "valid_end": string;
                    "valid_start"?: string;
                };
                Update: {
                    "category"?: string | null;
                    "competition_level"?: Database["public"]['Enums']["competition_level"] | null;
                    "created_at"?: string;
                    "id"?: string;
                    "keyword"?: string;
                    "language"?: string | null;
                    "platform"?: string | null;
                    "region"?: string | null;
                    "search_volume"?: number | null;
                    "source"?: string;
                    "trending_score"?: number | null;
                    "updated_at"?: string;
                    "valid_end"?: string;
                    "valid_start"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "trending_keywords_platform_fkey";
                        columns: [
                            "platform"
                        ];
                        isOneToOne: false;
                        referencedRelation: "platforms";
                        referencedColumns: [
                            "slug"
                        ];
                    }
                ];
            };
            "usage_counters": {
                Row: {
                    "created_at": string;
                    "metric": string;
                    "organization_id": string;
                    "period_start": string;
                    "reserved": number;
                    "updated_at": string;
                    "used": number;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "metric": string;
                    "organization_id": string;
                    "period_start": string;
                    "reserved"?: number;
                    "updated_at"?: string;
                    "used"?: number;
                };
                Update: {
                    "created_at"?: string;
                    "metric"?: string;
                    "organization_id"?: string;
                    "period_start"?: string;
                    "reserved"?: number;
                    "updated_at"?: string;
                    "used"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "usage_counters_metric_fkey";
                        columns: [
                            "metric"
                        ];
                        isOneToOne: false;
                        referencedRelation: "quota_metrics";
                        referencedColumns: [
                            "metric"
                        ];
                    },
                    {
                        foreignKeyName: "usage_counters_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "usage_ledger": {
                Row: {
                    "amount": number;
                    "created_at": string;
                    "id": number;
                    "job_id": number | null;
                    "limit_value": number | null;
                    "metric": string;
                    "operation": Database["public"]['Enums']["quota_operation"];
                    "organization_id": string;
                    "period_start": string;
                    "reason": string | null;
                    "related_entity_id": string | null;
                    "related_entity_type": string | null;
                    "reserved_after": number;
                    "subscription_id": string | null;
                    "used_after": number;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "amount": number;
                    "created_at"?: string;
                    "id"?: never;
                    "job_id"?: number | null;
                    "limit_value"?: number | null;
                    "metric": string;
                    "operation": Database["public"]['Enums']["quota_operation"];
                    "organization_id": string;
                    "period_start": string;
                    "reason"?: string | null;
                    "related_entity_id"?: string | null;
                    "related_entity_type"?: string | null;
                    "reserved_after": number;
                    "subscription_id"?: string | null;
                    "used_after": number;
                    "user_id"?: string | null;
                };
                Update: {
                    "amount"?: number;
                    "created_at"?: string;
                    "id"?: never;
                    "job_id"?: number | null;
                    "limit_value"?: number | null;
                    "metric"?: string;
                    "operation"?: Database["public"]['Enums']["quota_operation"];
                    "organization_id"?: string;
                    "period_start"?: string;
                    "reason"?: string | null;
                    "related_entity_id"?: string | null;
                    "related_entity_type"?: string | null;
                    "reserved_after"?: number;
                    "subscription_id"?: string | null;
                    "used_after"?: number;
                    "user_id"?: string | null;
                };
                Relationships: [
                ];
            };
            "user_ai_settings": {
                Row: {
                    "created_at": string;
                    "language": string | null;
                    "preferred_model": string | null;
                    "preferred_provider": string | null;
                    "tone": Database["public"]['Enums']["writing_tone"] | null;
                    "updated_at": string;
                    "user_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "language"?: string | null;
                    "preferred_model"?: string | null;
                    "preferred_provider"?: string | null;
                    "tone"?: Database["public"]['Enums']["writing_tone"] | null;
                    "updated_at"?: string;
                    "user_id": string;
                };
                Update: {
                    "created_at"?: string;
                    "language"?: string | null;
                    "preferred_model"?: string | null;
                    "preferred_provider"?: string | null;
                    "tone"?: Database["public"]['Enums']["writing_tone"] | null;
                    "updated_at"?: string;
                    "user_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "user_ai_settings_preferred_model_fkey";
                        columns: [
                            "preferred_provider",
                            "preferred_model"
                        ];
                        isOneToOne: false;
                        referencedRelation: "ai_models";
                        referencedColumns: [
                            "provider",
                            "name"
                        ];
                    },
                    {
                        foreignKeyName: "user_ai_settings_preferred_provider_fkey";
                        columns: [
                            "preferred_provider"
                        ];
                        isOneToOne: false;
                        referencedRelation: "ai_providers";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "user_ai_settings_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: true;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "user_roles": {
                Row: {
                    "created_at": string;
                    "expires_at": string | null;
                    "granted_at": string;
                    "granted_by": string | null;
                    "id": string;
                    "role": Database["public"]['Enums']["app_role"];
                    "updated_at": string;
                    "user_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "expires_at"?: string | null;
                    "granted_at"?: string;
                    "granted_by"?: string | null;
                    "id"?: string;
                    "role": Database["public"]['Enums']["app_role"];
                    "updated_at"?: string;
                    "user_id": string;
                };
                Update: {
                    "created_at"?: string;
                    "expires_at"?: string | null;
                    "granted_at"?: string;
                    "granted_by"?: string | null;
                    "id"?: string;
                    "role"?: Database["public"]['Enums']["app_role"];
                    "updated_at"?: string;
                    "user_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "user_roles_granted_by_fkey";
                        columns: [
                            "granted_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "user_roles_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "user_sessions": {
                Row: {
                    "auth_session_id": string;
                    "created_at": string;
                    "device_info": NonNullable<Json>;
                    "expires_at": string;
                    "id": string;
                    "ip_address": unknown;
                    "last_accessed_at": string;
                    "session_token_hash": string;
                    "updated_at": string;
                    "user_agent": string | null;
                    "user_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "auth_session_id": string;
                    "created_at"?: string;
                    "device_info"?: NonNullable<Json>;
                    "expires_at": string;
                    "id"?: string;
                    "ip_address"?: unknown;
                    "last_accessed_at"?: string;
                    "session_token_hash": string;
                    "updated_at"?: string;
                    "user_agent"?: string | null;
                    "user_id": string;
                };
                Update: {
                    "auth_session_id"?: string;
                    "created_at"?: string;
                    "device_info"?: NonNullable<Json>;
                    "expires_at"?: string;
                    "id"?: string;
                    "ip_address"?: unknown;
                    "last_accessed_at"?: string;
                    "session_token_hash"?: string;
                    "updated_at"?: string;
                    "user_agent"?: string | null;
                    "user_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "user_sessions_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "user_settings": {
                Row: {
                    "content_style": string;
                    "created_at": string;
                    "default_tone": string;
                    "default_video_duration_seconds": number;
                    "is_analytics_enabled": boolean;
                    "is_auto_ai_analysis_enabled": boolean;
                    "is_auto_apply_ai_suggestions_enabled": boolean;
                    "is_auto_approve_titles_enabled": boolean;
                    "is_auto_schedule_uploads_enabled": boolean;
                    "is_auto_seo_submission_enabled": boolean;
                    "is_auto_sync_enabled": boolean;
                    "is_daily_summary_enabled": boolean;
                    "is_email_notifications_enabled": boolean;
                    "is_email_on_completion_enabled": boolean;
                    "is_email_on_failure_enabled": boolean;
                    "is_profile_public": boolean;
                    "is_push_notifications_enabled": boolean;
                    "is_weekly_digest_enabled": boolean;
                    "sync_frequency_hours": number;
                    "updated_at": string;
                    "user_id": string;
                };
                ComputedFields: never;
                Insert: {
                    "content_style"?: string;
                    "created_at"?: string;
                    "default_tone"?: string;
                    "default_video_duration_seconds"?: number;
                    "is_analytics_enabled"?: boolean;
                    "is_auto_ai_analysis_enabled"?: boolean;
                    "is_auto_apply_ai_suggestions_enabled"?: boolean;
                    "is_auto_approve_titles_enabled"?: boolean;
                    "is_auto_schedule_uploads_enabled"?: boolean;
                    "is_auto_seo_submission_enabled"?: boolean;
                    "is_auto_sync_enabled"?: boolean;
                    "is_daily_summary_enabled"?: boolean;
                    "is_email_notifications_enabled"?: boolean;
                    "is_email_on_completion_enabled"?: boolean;
                    "is_email_on_failure_enabled"?: boolean;
                    "is_profile_public"?: boolean;
                    "is_push_notifications_enabled"?: boolean;
                    "is_weekly_digest_enabled"?: boolean;
                    "sync_frequency_hours"?: number;
                    "updated_at"?: string;
                    "user_id": string;
                };
                Update: {
                    "content_style"?: string;
                    "created_at"?: string;
                    "default_tone"?: string;
                    "default_video_duration_seconds"?: number;
                    "is_analytics_enabled"?: boolean;
                    "is_auto_ai_analysis_enabled"?: boolean;
                    "is_auto_apply_ai_suggestions_enabled"?: boolean;
                    "is_auto_approve_titles_enabled"?: boolean;
                    "is_auto_schedule_uploads_enabled"?: boolean;
                    "is_auto_seo_submission_enabled"?: boolean;
                    "is_auto_sync_enabled"?: boolean;
                    "is_daily_summary_enabled"?: boolean;
                    "is_email_notifications_enabled"?: boolean;
                    "is_email_on_completion_enabled"?: boolean;
                    "is_email_on_failure_enabled"?: boolean;
                    "is_profile_public"?: boolean;
                    "is_push_notifications_enabled"?: boolean;
                    "is_weekly_digest_enabled"?: boolean;
                    "sync_frequency_hours"?: number;
                    "updated_at"?: string;
                    "user_id"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "user_settings_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: true;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "voice_models": {
                Row: {
                    "client_account_id": string | null;
                    "consent_evidence_path": string | null;
                    "consent_full_name": string | null;
                    "consent_given_at": string | null;
                    "consent_given_by": string | null;
                    "consent_purpose": string | null;
                    "consent_revoked_at": string | null;
                    "consent_revoked_by": string | null;
                    "created_at": string;
                    "error_code": string | null;
                    "error_message": string | null;
                    "id": string;
                    "is_active": boolean;
                    "job_id": number | null;
                    "language": string | null;
                    "name": string;
                    "organization_id": string;
                    "provider": string;
                    "provider_deleted_at": string | null;
                    "provider_voice_id": string | null;
                    "quality_score": number | null;
                    "sample_audio_path": string | null;
                    "training_duration_seconds": number | null;
                    "training_status": Database["public"]['Enums']["training_status"];
                    "updated_at": string;
                    "user_id": string | null;
                    "version_number": number;
                };
                ComputedFields: never;
                Insert: {
                    "client_account_id"?: string | null;
                    "consent_evidence_path"?: string | null;
                    "consent_full_name"?: string | null;
                    "consent_given_at"?: string | null;
                    "consent_given_by"?: string | null;
                    "consent_purpose"?: string | null;
                    "consent_revoked_at"?: string | null;
                    "consent_revoked_by"?: string | null;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "job_id"?: number | null;
                    "language"?: string | null;
                    "name": string;
                    "organization_id": string;
                    "provider"?: string;
                    "provider_deleted_at"?: string | null;
                    "provider_voice_id"?: string | null;
                    "quality_score"?: number | null;
                    "sample_audio_path"?: string | null;
                    "training_duration_seconds"?: number | null;
                    "training_status"?: Database["public"]['Enums']["training_status"];
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "version_number"?: number;
                };
                Update: {
                    "client_account_id"?: string | null;
                    "consent_evidence_path"?: string | null;
                    "consent_full_name"?: string | null;
                    "consent_given_at"?: string | null;
                    "consent_given_by"?: string | null;
                    "consent_purpose"?: string | null;
                    "consent_revoked_at"?: string | null;
                    "consent_revoked_by"?: string | null;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "id"?: string;
                    "is_active"?: boolean;
                    "job_id"?: number | null;
                    "language"?: string | null;
                    "name"?: string;
                    "organization_id"?: string;
                    "provider"?: string;
                    "provider_deleted_at"?: string | null;
                    "provider_voice_id"?: string | null;
                    "quality_score"?: number | null;
                    "sample_audio_path"?: string | null;
                    "training_duration_seconds"?: number | null;
                    "training_status"?: Database["public"]['Enums']["training_status"];
                    "updated_at"?: string;
                    "user_id"?: string | null;
                    "version_number"?: number;
                };
                Relationships: [
                    {
                        foreignKeyName: "voice_models_client_account_id_fkey";
                        columns: [
                            "organization_id",
                            "client_account_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "client_accounts";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "voice_models_consent_given_by_fkey";
                        columns: [
                            "consent_given_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "voice_models_consent_revoked_by_fkey";
                        columns: [
                            "consent_revoked_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "voice_models_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "voice_models_user_id_fkey";
                        columns: [
                            "user_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "webhook_deliveries": {
                Row: {
                    "attempts": number;
                    "created_at": string;
                    "delivered_at": string | null;
                    "duration_ms": number | null;
                    "error_message": string | null;
                    "event_id": string;
                    "event_type": string;
                    "id": string;
                    "lease_expires_at": string | null;
                    "max_attempts": number;
                    "next_attempt_at": string;
                    "organization_id": string;
                    "payload": NonNullable<Json>;
                    "response_body": string | null;
                    "response_code": number | null;
                    "status": Database["public"]['Enums']["webhook_delivery_status"];
                    "updated_at": string;
                    "webhook_endpoint_id": string;
                    "worker_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "attempts"?: number;
                    "created_at"?: string;
                    "delivered_at"?: string | null;
                    "duration_ms"?: number | null;
                    "error_message"?: string | null;
                    "event_id": string;
                    "event_type": string;
                    "id"?: string;
                    "lease_expires_at"?: string | null;
                    "max_attempts"?: number;
                    "next_attempt_at"?: string;
                    "organization_id": string;
                    "payload": NonNullable<Json>;
                    "response_body"?: string | null;
                    "response_code"?: number | null;
                    "status"?: Database["public"]['Enums']["webhook_delivery_status"];
                    "updated_at"?: string;
                    "webhook_endpoint_id": string;
                    "worker_id"?: string | null;
                };
                Update: {
                    "attempts"?: number;
                    "created_at"?: string;
                    "delivered_at"?: string | null;
                    "duration_ms"?: number | null;
                    "error_message"?: string | null;
                    "event_id"?: string;
                    "event_type"?: string;
                    "id"?: string;
                    "lease_expires_at"?: string | null;
                    "max_attempts"?: number;
                    "next_attempt_at"?: string;
                    "organization_id"?: string;
                    "payload"?: NonNullable<Json>;
                    "response_body"?: string | null;
                    "response_code"?: number | null;
                    "status"?: Database["public"]['Enums']["webhook_delivery_status"];
                    "updated_at"?: string;
                    "webhook_endpoint_id"?: string;
                    "worker_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "webhook_deliveries_event_type_fkey";
                        columns: [
                            "event_type"
                        ];
                        isOneToOne: false;
                        referencedRelation: "webhook_event_types";
                        referencedColumns: [
                            "slug"
                        ];
                    },
                    {
                        foreignKeyName: "webhook_deliveries_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "webhook_deliveries_webhook_endpoint_id_fkey";
                        columns: [
                            "organization_id",
                            "webhook_endpoint_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "webhook_endpoints";
                        referencedColumns: [
                            "organization_id",
                            "id"
                        ];
                    }
                ];
            };
            "webhook_endpoints": {
                Row: {
                    "created_at": string;
                    "created_by": string | null;
                    "description": string | null;
                    "disabled_at": string | null;
                    "disabled_reason": string | null;
                    "event_types": (string)[];
                    "failure_count": number;
                    "first_failure_at": string | null;
                    "id": string;
                    "is_enabled": boolean;
                    "last_failure_at": string | null;
                    "last_success_at": string | null;
                    "organization_id": string;
                    "previous_secret_expires_at": string | null;
                    "previous_vault_secret_name": string | null;
                    "updated_at": string;
                    "url": string;
                    "vault_secret_name": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "description"?: string | null;
                    "disabled_at"?: string | null;
                    "disabled_reason"?: string | null;
                    "event_types": (string)[];
                    "failure_count"?: number;
                    "first_failure_at"?: string | null;
                    "id"?: string;
                    "is_enabled"?: boolean;
                    "last_failure_at"?: string | null;
                    "last_success_at"?: string | null;
                    "organization_id": string;
                    "previous_secret_expires_at"?: string | null;
                    "previous_vault_secret_name"?: string | null;
                    "updated_at"?: string;
                    "url": string;
                    "vault_secret_name": string;
                };
                Update: {
                    "created_at"?: string;
                    "created_by"?: string | null;
                    "description"?: string | null;
                    "disabled_at"?: string | null;
                    "disabled_reason"?: string | null;
                    "event_types"?: (string)[];
                    "failure_count"?: number;
                    "first_failure_at"?: string | null;
                    "id"?: string;
                    "is_enabled"?: boolean;
                    "last_failure_at"?: string | null;
                    "last_success_at"?: string | null;
                    "organization_id"?: string;
                    "previous_secret_expires_at"?: string | null;
                    "previous_vault_secret_name"?: string | null;
                    "updated_at"?: string;
                    "url"?: string;
                    "vault_secret_name"?: string;
                };
                Relationships: [
                    {
                        foreignKeyName: "webhook_endpoints_created_by_fkey";
                        columns: [
                            "created_by"
                        ];
                        isOneToOne: false;
                        referencedRelation: "profiles";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "webhook_endpoints_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    }
                ];
            };
            "webhook_event_types": {
                Row: {
                    "created_at": string;
                    "description": string;
                    "is_active": boolean;
                    "slug": string;
                    "sort_order": number;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "description": string;
                    "is_active"?: boolean;
                    "slug": string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Update: {
                    "created_at"?: string;
                    "description"?: string;
                    "is_active"?: boolean;
                    "slug"?: string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
            "webhook_events": {
                Row: {
                    "attempts": number;
                    "created_at": string;
                    "error_code": string | null;
                    "error_message": string | null;
                    "event_id": string;
                    "event_type": string;
                    "headers": NonNullable<Json>;
                    "id": string;
                    "lease_expires_at": string | null;
                    "next_retry_at": string;
                    "occurred_at": string;
                    "organization_id": string | null;
                    "payload": NonNullable<Json>;
                    "position": number;
                    "processed": boolean;
                    "processed_at": string | null;
                    "source": string;
                    "status": Database["public"]['Enums']["webhook_event_status"];
                    "subject": string | null;
                    "updated_at": string;
                    "worker_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "attempts"?: number;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "event_id": string;
                    "event_type": string;
                    "headers"?: NonNullable<Json>;
                    "id"?: string;
                    "lease_expires_at"?: string | null;
                    "next_retry_at"?: string;
                    "occurred_at"?: string;
                    "organization_id"?: string | null;
                    "payload": NonNullable<Json>;
                    "position"?: never;
                    "processed"?: never;
                    "processed_at"?: string | null;
                    "source": string;
                    "status"?: Database["public"]['Enums']["webhook_event_status"];
                    "subject"?: string | null;
                    "updated_at"?: string;
                    "worker_id"?: string | null;
                };
                Update: {
                    "attempts"?: number;
                    "created_at"?: string;
                    "error_code"?: string | null;
                    "error_message"?: string | null;
                    "event_id"?: string;
                    "event_type"?: string;
                    "headers"?: NonNullable<Json>;
                    "id"?: string;
                    "lease_expires_at"?: string | null;
                    "next_retry_at"?: string;
                    "occurred_at"?: string;
                    "organization_id"?: string | null;
                    "payload"?: NonNullable<Json>;
                    "position"?: never;
                    "processed"?: never;
                    "processed_at"?: string | null;
                    "source"?: string;
                    "status"?: Database["public"]['Enums']["webhook_event_status"];
                    "subject"?: string | null;
                    "updated_at"?: string;
                    "worker_id"?: string | null;
                };
                Relationships: [
                    {
                        foreignKeyName: "webhook_events_organization_id_fkey";
                        columns: [
                            "organization_id"
                        ];
                        isOneToOne: false;
                        referencedRelation: "organizations";
                        referencedColumns: [
                            "id"
                        ];
                    },
                    {
                        foreignKeyName: "webhook_events_source_fkey";
                        columns: [
                            "source"
                        ];
                        isOneToOne: false;
                        referencedRelation: "webhook_sources";
                        referencedColumns: [
                            "slug"
                        ];
                    }
                ];
            };
            "webhook_sources": {
                Row: {
                    "created_at": string;
                    "display_name": string;
                    "is_active": boolean;
                    "max_attempts": number;
                    "signature_scheme": string;
                    "slug": string;
                    "sort_order": number;
                    "updated_at": string;
                };
                ComputedFields: never;
                Insert: {
                    "created_at"?: string;
                    "display_name": string;
                    "is_active"?: boolean;
                    "max_attempts"?: number;
                    "signature_scheme": string;
                    "slug": string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Update: {
                    "created_at"?: string;
                    "display_name"?: string;
                    "is_active"?: boolean;
                    "max_attempts"?: number;
                    "signature_scheme"?: string;
                    "slug"?: string;
                    "sort_order"?: number;
                    "updated_at"?: string;
                };
                Relationships: [
                ];
            };
        };
        Views: {
            "monthly_ai_usage": {
                Row: {
                    "ai_model": string;
                    "ai_provider": string;
                    "average_processing_time_ms": number | null;
                    "call_count": number | null;
                    "completion_tokens": number | null;
                    "cost_usd": number | null;
                    "estimated_count": number | null;
                    "failed_count": number | null;
                    "feature": string;
                    "month_start": string | null;
                    "organization_id": string;
                    "prompt_tokens": number | null;
                    "total_tokens": number | null;
                    "unknown_count": number | null;
                    "unpriced_count": number | null;
                };
                ComputedFields: never;
                Relationships: [
                ];
            };
            "monthly_api_usage": {
                Row: {
                    "api_provider": string;
                    "avg_response_time": number | null;
                    "error_count": number;
                    "month": string;
                    "organization_id": string;
                    "request_count": number;
                    "total_credits_cost": number;
                    "total_financial_cost": number;
                    "total_quota_cost": number;
                    "total_tokens_used": number;
                    "user_id": string | null;
                };
                ComputedFields: never;
                Insert: {
                    "api_provider"?: string | null;
                    "avg_response_time"?: never;
                    "error_count"?: number | null;
                    "month"?: string | null;
                    "organization_id"?: string | null;
                    "request_count"?: number | null;
                    "total_credits_cost"?: number | null;
                    "total_financial_cost"?: number | null;
                    "total_quota_cost"?: number | null;
                    "total_tokens_used"?: number | null;
                    "user_id"?: string | null;
                };
                Update: {
                    "api_provider"?: string | null;
                    "avg_response_time"?: never;
                    "error_count"?: number | null;
                    "month"?: string | null;
                    "organization_id"?: string | null;
                    "request_count"?: number | null;
                    "total_credits_cost"?: number | null;
                    "total_financial_cost"?: number | null;
                    "total_quota_cost"?: number | null;
                    "total_tokens_used"?: number | null;
                    "user_id"?: string | null;
                };
                Relationships: [
                ];
            };
        };
        Functions: {
            "accept_invitation": {
                Args: {
                    "p_token"?: string;
                };
                Returns: {
                    "client_account_id": string | null;
                    "created_at": string;
                    "id": string;
                    "invited_at": string | null;
                    "invited_by": string | null;
                    "is_in_force": boolean;
                    "joined_at": string;
                    "organization_id": string;
                    "permissions": NonNullable<Json>;
                    "role": Database["public"]['Enums']["member_role"];
                    "status": Database["public"]['Enums']["member_status"];
                    "updated_at": string;
                    "user_id": string;
                };
                SetofOptions: {
                    from: "*";
                    to: "organization_members";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "activate_avatar_model": {
                Args: {
                    "p_avatar_model_id"?: string;
                };
                Returns: undefined;
            };
            "activate_voice_model": {
                Args: {
                    "p_voice_model_id"?: string;
                };
                Returns: undefined;
            };
            "ai_route": {
                Args: {
                    "p_ai_model"?: string;
                    "p_call"?: Json;
                    "p_capability"?: string;
                    "p_organization_id": string;
                    "p_platform_model"?: string;
                    "p_user_id"?: string;
                };
                Returns: {
                    "ai_model": string;
                    "ai_provider": string;
                    "base_url": string;
                    "cached_input_cost_per_million_tokens": number;
                    "chosen_by": string;
                    "cost_per_minute": number;
                    "embedding_dimensions": number;
                    "has_budget": boolean;
                    "has_own_key": boolean;
                    "input_cost_per_million_tokens": number;
                    "is_api_key_required": boolean;
                    "max_context_tokens": number;
                    "max_output_tokens": number;
                    "output_cost_per_million_tokens": number;
                }[];
            };
            "analysis_subject": {
                Args: {
                    "p_organization_id": string;
                    "p_subject": string;
                    "p_subject_id": string;
                };
                Returns: Json;
            };
            "analytics_dashboard_data": {
                Args: {
                    "p_bucket"?: string;
                    "p_compare"?: boolean;
                    "p_days"?: number;
                    "p_from"?: string;
                    "p_social_account_id"?: string;
                    "p_to"?: string;
                };
                Returns: Json;
            };
            "analyze_content": {
                Args: {
                    "p_force_refresh"?: boolean;
                    "p_subject"?: string;
                    "p_subject_id"?: string;
                };
                Returns: Json;
            };
            "analyze_videos": {
                Args: {
                    "force_refresh"?: boolean;
                    "include_competitors"?: boolean;
                    "video_ids"?: (string)[];
                };
                Returns: Json;
            };
            "append_chat_message": {
                Args: {
                    "p_chat_interface_id"?: string;
                    "p_content"?: string;
                };
                Returns: Json;
            };
            "apply_ai_suggestion": {
                Args: {
                    "p_fields"?: (string)[];
                    "p_suggestion_id"?: string;
                    "p_title_number"?: number;
                };
                Returns: Json;
            };
            "authenticate_api_key": {
                Args: {
                    "p_scope": string;
                    "p_secret": string;
                };
                Returns: Json;
            };
            "begin_ai_calls": {
                Args: {
                    "p_calls": Json;
                    "p_job_id": number;
                    "p_lease": number;
                };
                Returns: number;
            };
            "begin_idempotent": {
                Args: {
                    "p_endpoint": string;
                    "p_key": string;
                    "p_lock_seconds"?: number;
                    "p_organization_id": string;
                    "p_request_hash": string;
                };
                Returns: Json;
            };
            "begin_oauth": {
                Args: {
                    "p_client_account_id"?: string;
                    "p_organization_id": string;
                    "p_platform"?: string;
                    "p_redirect_to"?: string;
                    "p_redirect_uri": string;
                    "p_requested_scopes"?: (string)[];
                    "p_search_engine"?: string;
                    "p_session_hash"?: string;
                    "p_user_id": string;
                };
                Returns: Json;
            };
            "begin_publish_attempt": {
                Args: {
                    "p_job_id"?: number;
                    "p_lease_seconds"?: number;
                    "p_scheduled_post_id": string;
                    "p_worker_id"?: string;
                };
                Returns: Json;
            };
            "best_posting_times": {
                Args: {
                    "p_limit"?: number;
                    "p_social_account_id"?: string;
                };
                Returns: Json;
            };
            "brand_voice_for": {
                Args: {
                    "p_brand_profile_id": string;
                    "p_organization_id": string;
                };
                Returns: Json;
            };
            "brand_voice_nearness": {
                Args: {
                    "p_ai_model": string;
                    "p_ai_provider"?: string;
                    "p_brand_profile_id": string;
                    "p_embeddings": Json;
                    "p_organization_id": string;
                };
                Returns: Json;
            };
            "brand_voice_texts": {
                Args: {
                    "p_brand_profile_id": string;
                    "p_limit"?: number;
                    "p_organization_id": string;
                };
                Returns: {
                    "language": string;
                    "platform": string;
                    "sample_id": string;
                    "sample_text": string;
                    "source": string;
                }[];
            };
            "brand_voice_to_embed": {
                Args: {
                    "p_ai_model": string;
                    "p_ai_provider": string;
                    "p_brand_profile_id": string;
                    "p_embedding_dimensions": number;
                    "p_limit"?: number;
                    "p_organization_id": string;
                };
                Returns: {
                    "sample_id": string;
                    "sample_text": string;
                }[];
            };
            "browse_content": {
                Args: {
                    "p_before_at"?: string;
                    "p_before_id"?: string;
                    "p_content_type"?: string;
                    "p_kind"?: string;
                    "p_limit"?: number;
                    "p_platform"?: string;
                    "p_tags"?: (string)[];
                };
                Returns: {
                    "content_type": string;
                    "id": string;
                    "language": string;
                    "listed_at": string;
                    "platform": string;
                    "tags": (string)[];
                    "thumbnail_path": string;
                    "thumbnail_url": string;
                    "title": string;
                }[];
            };
            "cache_delete": {
                Args: {
                    "p_key": string;
                };
                Returns: boolean;
            };
            "cache_get": {
                Args: {
                    "p_key": string;
                };
                Returns: Json;
            };
            "cache_set": {
                Args: {
                    "p_category"?: string;
                    "p_key": string;
                    "p_ttl_seconds"?: number;
                    "p_value": Json;
                };
                Returns: undefined;
            };
            "calculate_roi": {
                Args: {
                    "p_content_asset_id"?: string;
                    "p_currency"?: string;
                    "p_hourly_rate"?: number;
                    "p_original_content_cost"?: number;
                    "p_original_content_time_hours"?: number;
                    "p_repurposing_cost"?: number;
                    "p_value_per_engagement"?: number;
                    "p_value_per_thousand_reached"?: number;
                };
                Returns: Json;
            };
            "calculate_video_performance_score": {
                Args: {
                    "p_user_id"?: string;
                    "p_video_id"?: string;
                };
                Returns: number;
            };
            "calendar_month": {
                Args: {
                    "p_month"?: string;
                    "p_social_account_id"?: string;
                    "p_status"?: string;
                    "p_timezone"?: string;
                };
                Returns: {
                    "calendar_id": string;
                    "comments_24h": number;
                    "entry_on": string;
                    "entry_time": string;
                    "generated_content_id": string;
                    "id": string;
                    "kind": string;
                    "likes_24h": number;
                    "platform": string;
                    "platform_post_url": string;
                    "social_account_id": string;
                    "status": string;
                    "thumbnail_url": string;
                    "title": string;
                    "views_24h": number;
                }[];
            };
            "cancel_approval": {
                Args: {
                    "p_approval_request_id"?: string;
                    "p_reason"?: string;
                };
                Returns: Json;
            };
            "cancel_chat_answer": {
                Args: {
                    "p_message_id"?: string;
                };
                Returns: string;
            };
            "cancel_generation": {
                Args: {
                    "p_generation_id"?: string;
                };
                Returns: Json;
            };
            "cancel_job": {
                Args: {
                    "p_id"?: number;
                };
                Returns: string;
            };
            "cancel_scheduled_post": {
                Args: {
                    "p_scheduled_post_id"?: string;
                };
                Returns: Json;
            };
            "cancel_text_generation": {
                Args: {
                    "p_generation_id"?: string;
                };
                Returns: Json;
            };
            "change_member_role": {
                Args: {
                    "p_client_account_id"?: string;
                    "p_role"?: Database["public"]['Enums']["member_role"];
                    "p_user_id"?: string;
                };
                Returns: {
                    "client_account_id": string | null;
                    "created_at": string;
                    "id": string;
                    "invited_at": string | null;
                    "invited_by": string | null;
                    "is_in_force": boolean;
                    "joined_at": string;
                    "organization_id": string;
                    "permissions": NonNullable<Json>;
                    "role": Database["public"]['Enums']["member_role"];
                    "status": Database["public"]['Enums']["member_status"];
                    "updated_at": string;
                    "user_id": string;
                };
                SetofOptions: {
                    from: "*";
                    to: "organization_members";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "change_organization_timezone": {
                Args: {
                    "p_timezone"?: string;
                };
                Returns: {
                    "billing_email": string | null;
                    "company_size": string | null;
                    "created_at": string;
                    "created_by": string | null;
                    "deleted_at": string | null;
                    "id": string;
                    "industry": string | null;
                    "logo_url": string | null;
                    "name": string;
                    "settings": NonNullable<Json>;
                    "slug": string;
                    "timezone": string;
                    "timezone_changed_at": string | null;
                    "type": Database["public"]['Enums']["organization_type"];
                    "updated_at": string;
                    "website": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "organizations";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "chat_context": {
                Args: {
                    "p_message_id": string;
                    "p_organization_id": string;
                };
                Returns: Json;
            };
            "check_and_update_user_quota": {
                Args: {
                    "p_user_id"?: string;
                    "p_video_count"?: number;
                };
                Returns: Json;
            };
            "check_user_quota": {
                Args: {
                    "p_user_id"?: string;
                };
                Returns: boolean;
            };
            "checkpoint_job": {
                Args: {
                    "p_id": number;
                    "p_lease": number;
                    "p_progress"?: number;
                    "p_state": Json;
                    "p_step": string;
                };
                Returns: string;
            };
            "checkpoint_publish_attempt": {
                Args: {
                    "p_attempt_id": string;
                    "p_checkpoint"?: Json;
                    "p_lease": number;
                    "p_lease_seconds"?: number;
                    "p_progress_percentage"?: number;
                };
                Returns: boolean;
            };
            "claim_due_posts": {
                Args: {
                    "p_limit"?: number;
                };
                Returns: {
                    "auto_publish": boolean;
                    "category_id": number;
                    "claimed_at": string | null;
                    "client_account_id": string | null;
                    "comments_24h": number | null;
                    "comments_7d": number | null;
                    "content_asset_id": string | null;
                    "content_digest": string;
                    "content_version": number | null;
                    "created_at": string;
                    "description": string | null;
                    "due_at": string;
                    "error_code": string | null;
                    "error_message": string | null;
                    "generated_content_id": string | null;
                    "group_id": string;
                    "has_own_content": boolean;
                    "id": string;
                    "initial_comments": number | null;
                    "initial_likes": number | null;
                    "initial_views": number | null;
                    "is_ai_optimized": boolean;
                    "is_immediate": boolean;
                    "is_made_for_kids": boolean;
                    "license": Database["public"]['Enums']["post_license"];
                    "likes_24h": number | null;
                    "likes_7d": number | null;
                    "local_on": string;
                    "local_time": string;
                    "max_delay_minutes": number;
                    "max_retries": number;
                    "optimal_time_score": number | null;
                    "organization_id": string;
                    "platform": string;
                    "platform_post_id": string | null;
                    "platform_post_url": string | null;
                    "post_caption": string | null;
                    "post_hashtags": (string)[];
                    "post_metadata": NonNullable<Json>;
                    "privacy_status": Database["public"]['Enums']["visibility"];
                    "production_job_id": string | null;
                    "publish_response": NonNullable<Json>;
                    "published_at": string | null;
                    "retry_count": number;
                    "scheduled_for": string;
                    "social_account_id": string | null;
                    "status": Database["public"]['Enums']["post_status"];
                    "tags": (string)[];
                    "thumbnail_url": string | null;
                    "time_resolution": Database["public"]['Enums']["time_resolution"];
                    "timezone": string;
                    "title": string | null;
                    "updated_at": string;
                    "upload_progress_percentage": number;
                    "upload_started_at": string | null;
                    "uploaded_at": string | null;
                    "user_id": string | null;
                    "views_24h": number | null;
                    "views_7d": number | null;
                }[];
                SetofOptions: {
                    from: "*";
                    to: "scheduled_posts";
                    isOneToOne: false;
                    isSetofReturn: true;
                };
            };
            "claim_due_seo_submissions": {
                Args: {
                    "p_hold_seconds"?: number;
                    "p_limit"?: number;
                    "p_what"?: string;
                };
                Returns: {
                    "claimed_at": string | null;
                    "client_account_id": string | null;
                    "connection_id": string | null;
                    "content_item_id": string | null;
                    "coverage_state": string | null;
                    "created_at": string;
                    "error_message": string | null;
                    "follows_id": string | null;
                    "id": string;
                    "index_status_url": string | null;
                    "indexed_at": string | null;
                    "max_retries": number;
                    "next_check_at": string | null;
                    "next_retry_at": string | null;
                    "organization_id": string;
                    "quota_period_start": string | null;
                    "request_payload": NonNullable<Json>;
                    "response_body": Json | null;
                    "response_status": number | null;
                    "retry_count": number;
                    "search_engine": string;
                    "status": Database["public"]['Enums']["seo_submission_status"];
                    "status_checked_at": string | null;
                    "submission_method": Database["public"]['Enums']["seo_submission_method"];
                    "submission_type": Database["public"]['Enums']["seo_submission_type"];
                    "submitted_at": string | null;
                    "submitted_by": string | null;
                    "submitted_url": string;
                    "updated_at": string;
                }[];
                SetofOptions: {
                    from: "*";
                    to: "seo_submissions";
                    isOneToOne: false;
                    isSetofReturn: true;
                };
            };
            "claim_due_sources": {
                Args: {
                    "p_hold_seconds"?: number;
                    "p_limit"?: number;
                };
                Returns: {
                    "brand_profile_id": string | null;
                    "client_account_id": string | null;
                    "created_at": string;
                    "created_by": string | null;
                    "failure_count": number;
                    "feed_url": string | null;
                    "http_etag": string | null;
                    "http_last_modified": string | null;
                    "id": string;
                    "is_plan_automatic": boolean;
                    "item_count": number;
                    "kind": Database["public"]['Enums']["content_source_kind"];
                    "last_error": string | null;
                    "last_item_at": string | null;
                    "last_polled_at": string | null;
                    "last_seen_keys": (string)[];
                    "name": string;
                    "next_poll_at": string | null;
                    "organization_id": string;
                    "plan": NonNullable<Json>;
                    "poll_interval_minutes": number;
                    "status": Database["public"]['Enums']["content_source_status"];
                    "updated_at": string;
                    "url": string;
                }[];
                SetofOptions: {
                    from: "*";
                    to: "content_sources";
                    isOneToOne: false;
                    isSetofReturn: true;
                };
            };
            "claim_due_syncs": {
                Args: {
                    "p_hold_seconds"?: number;
                    "p_limit"?: number;
                };
                Returns: {
                    "account_handle": string | null;
                    "account_name": string;
                    "account_url": string | null;
                    "avatar_url": string | null;
                    "client_account_id": string | null;
                    "connection_id": string;
                    "created_at": string;
                    "deleted_at": string | null;
                    "description": string | null;
                    "follower_count": number | null;
                    "following_count": number | null;
                    "id": string;
                    "is_primary": boolean;
                    "last_sync_error": string | null;
                    "last_sync_status": Database["public"]['Enums']["sync_status"] | null;
                    "last_synced_at": string | null;
                    "next_sync_at": string | null;
                    "organization_id": string;
                    "platform": string;
                    "platform_account_id": string;
                    "post_count": number | null;
                    "status": Database["public"]['Enums']["account_status"];
                    "sync_mode": Database["public"]['Enums']["sync_mode"];
                    "updated_at": string;
                    "view_count": number | null;
                    "visibility": Database["public"]['Enums']["visibility"];
                }[];
                SetofOptions: {
                    from: "*";
                    to: "social_accounts";
                    isOneToOne: false;
                    isSetofReturn: true;
                };
            };
            "claim_jobs": {
                Args: {
                    "p_lease_seconds"?: number;
                    "p_limit"?: number;
                    "p_queues": (string)[];
                    "p_worker_id": string;
                };
                Returns: Database["public"]['CompositeTypes']["claimed_job"][];
                SetofOptions: {
                    from: "*";
                    to: "claimed_job";
                    isOneToOne: false;
                    isSetofReturn: true;
                };
            };
            "claim_notification_mails": {
                Args: {
                    "p_limit"?: number;
                };
                Returns: {
                    "app_name": string;
                    "email": string;
                    "full_name": string;
                    "kind": string;
                    "language": string;
                    "notifications": Json;
                    "support_email": string;
                    "user_id": string;
                }[];
            };
            "claim_unknown_attempts": {
                Args: {
                    "p_lease_seconds"?: number;
                    "p_limit"?: number;
                    "p_worker_id"?: string;
                };
                Returns: {
                    "attempt_number": number;
                    "checkpoint": NonNullable<Json>;
                    "content_digest": string;
                    "content_version": number | null;
                    "created_at": string;
                    "error_code": string | null;
                    "error_message": string | null;
                    "id": string;
                    "job_id": number | null;
                    "lease": number;
                    "lease_expires_at": string | null;
                    "organization_id": string;
                    "outcome": Database["public"]['Enums']["publish_outcome"] | null;
                    "platform_post_id": string | null;
                    "platform_post_url": string | null;
                    "reconcile_count": number;
                    "request": NonNullable<Json>;
                    "response": NonNullable<Json>;
                    "scheduled_post_id": string;
                    "settled_at": string | null;
                    "started_at": string;
                    "updated_at": string;
                    "worker_id": string | null;
                }[];
                SetofOptions: {
                    from: "*";
                    to: "publish_attempts";
                    isOneToOne: false;
                    isSetofReturn: true;
                };
            };
            "claim_webhook_deliveries": {
                Args: {
                    "p_lease_seconds"?: number;
                    "p_limit"?: number;
                    "p_worker_id": string;
                };
                Returns: {
                    "attempt": number;
                    "event_id": string;
                    "event_type": string;
                    "id": string;
                    "organization_id": string;
                    "payload": Json;
                    "url": string;
                    "webhook_endpoint_id": string;
                }[];
            };
            "claim_webhook_events": {
                Args: {
                    "p_lease_seconds"?: number;
                    "p_limit"?: number;
                    "p_sources"?: (string)[];
                    "p_worker_id": string;
                };
                Returns: {
                    "attempts": number;
                    "created_at": string;
                    "error_code": string | null;
                    "error_message": string | null;
                    "event_id": string;
                    "event_type": string;
                    "headers": NonNullable<Json>;
                    "id": string;
                    "lease_expires_at": string | null;
                    "next_retry_at": string;
                    "occurred_at": string;
                    "organization_id": string | null;
                    "payload": NonNullable<Json>;
                    "position": number;
                    "processed": boolean;
                    "processed_at": string | null;
                    "source": string;
                    "status": Database["public"]['Enums']["webhook_event_status"];
                    "subject": string | null;
                    "updated_at": string;
                    "worker_id": string | null;
                }[];
                SetofOptions: {
                    from: "*";
                    to: "webhook_events";
                    isOneToOne: false;
                    isSetofReturn: true;
                };
            };
            "cleanup_expired_sessions": {
                Args: Record<PropertyKey, never>;
                Returns: undefined;
            };
            "cleanup_old_job_logs": {
                Args: Record<PropertyKey, never>;
                Returns: undefined;
            };
            "cleanup_old_system_logs": {
                Args: Record<PropertyKey, never>;
                Returns: undefined;
            };
            "clear_organization_ai_model": {
                Args: {
                    "p_capability"?: string;
                };
                Returns: undefined;
            };
            "complete_job": {
                Args: {
                    "p_id": number;
                    "p_lease": number;
                    "p_result"?: Json;
                    "p_state"?: Json;
                    "p_step"?: string;
                };
                Returns: string;
            };
            "complete_jobs": {
                Args: {
                    "p_ids": (number)[];
                    "p_leases": (number)[];
                    "p_results"?: (Json)[];
                };
                Returns: {
                    "error": string;
                    "id": number;
                    "outcome": string;
                }[];
            };
            "complete_webhook_event": {
                Args: {
                    "p_attempt": number;
                    "p_id": string;
                    "p_message"?: string;
                    "p_organization_id"?: string;
                    "p_status"?: Database["public"]['Enums']["webhook_event_status"];
                };
                Returns: undefined;
            };
            "confirm_content_item_edits": {
                Args: {
                    "p_content_item_id": string;
                    "p_edited_at": string;
                };
                Returns: boolean;
            };
            "connect_search_engine": {
                Args: {
                    "p_client_account_id"?: string;
                    "p_key_location"?: string;
                    "p_search_engine"?: string;
                    "p_secret"?: Json;
                    "p_site_url"?: string;
                };
                Returns: Json;
            };
            "consume_oauth_state": {
                Args: {
                    "p_session_hash"?: string;
                    "p_state": string;
                    "p_user_id"?: string;
                };
                Returns: Json;
            };
            "content_piece_address": {
                Args: {
                    "p_content_piece_id": string;
                    "p_job_id": number;
                    "p_organization_id": string;
                };
                Returns: Json;
            };
            "crashed_jobs": {
                Args: {
                    "p_ids": (number)[];
                };
                Returns: number[];
            };
            "create_api_key": {
                Args: {
                    "p_expires_at"?: string;
                    "p_name"?: string;
                    "p_scopes"?: (string)[];
                };
                Returns: Json;
            };
            "create_avatar_model": {
                Args: {
                    "p_client_account_id"?: string;
                    "p_consent_evidence_path"?: string;
                    "p_consent_full_name"?: string;
                    "p_consent_is_mine"?: boolean;
                    "p_consent_purpose"?: string;
                    "p_name"?: string;
                    "p_sample_video_path"?: string;
                    "p_training_photo_paths"?: (string)[];
                };
                Returns: Json;
            };
            "create_client_account": {
                Args: {
                    "p_brand_colors"?: Json;
                    "p_contact_email"?: string;
                    "p_contact_phone"?: string;
                    "p_logo_url"?: string;
                    "p_name"?: string;
                    "p_settings"?: Json;
                    "p_slug"?: string;
                };
                Returns: {
                    "brand_colors": NonNullable<Json>;
                    "contact_email": string | null;
                    "contact_phone": string | null;
                    "created_at": string;
                    "deleted_at": string | null;
                    "id": string;
                    "logo_url": string | null;
                    "name": string;
                    "organization_id": string;
                    "settings": NonNullable<Json>;
                    "slug": string;
                    "updated_at": string;
                };
                SetofOptions: {
                    from: "*";
                    to: "client_accounts";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "create_content_asset": {
                Args: {
                    "p_alt_text"?: string;
                    "p_brand_profile_id"?: string;
                    "p_client_account_id"?: string;
                    "p_content_type"?: string;
                    "p_description"?: string;
                    "p_file_name"?: string;
                    "p_language"?: string;
                    "p_mime_type"?: string;
                    "p_size_bytes"?: number;
                    "p_source_platform"?: string;
                    "p_source_url"?: string;
                    "p_storage_path"?: string;
                    "p_tags"?: (string)[];
                    "p_title"?: string;
                };
                Returns: {
                    "alt_text": string | null;
                    "brand_profile_id": string | null;
                    "checksum": string | null;
                    "client_account_id": string | null;
                    "content_type": Database["public"]['Enums']["content_asset_type"];
                    "created_at": string;
                    "deleted_at": string | null;
                    "description": string | null;
                    "duration_seconds": number | null;
                    "id": string;
                    "language": string | null;
                    "metadata": NonNullable<Json>;
                    "mime_type": string | null;
                    "organization_id": string;
                    "processing_completed_at": string | null;
                    "processing_error": string | null;
                    "processing_started_at": string | null;
                    "search_vector": unknown;
                    "size_bytes": number;
                    "source_platform": string | null;
                    "source_url": string | null;
                    "storage_bucket": string;
                    "storage_expires_at": string | null;
                    "storage_path": string | null;
                    "tags": (string)[];
                    "thumbnail_path": string | null;
                    "thumbnail_url": string | null;
                    "title": string;
                    "transcript": string | null;
                    "transcript_confidence": number | null;
                    "transcript_language": string | null;
                    "updated_at": string;
                    "upload_status": Database["public"]['Enums']["content_asset_status"];
                    "user_id": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "content_assets";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "create_generation": {
                Args: {
                    "p_input_content"?: string;
                    "p_language"?: string;
                    "p_options"?: Json;
                    "p_platforms"?: (string)[];
                    "p_tone"?: string;
                };
                Returns: Json;
            };
            "create_organization": {
                Args: {
                    "p_name"?: string;
                    "p_slug"?: string;
                    "p_timezone"?: string;
                    "p_type"?: Database["public"]['Enums']["organization_type"];
                };
                Returns: {
                    "billing_email": string | null;
                    "company_size": string | null;
                    "created_at": string;
                    "created_by": string | null;
                    "deleted_at": string | null;
                    "id": string;
                    "industry": string | null;
                    "logo_url": string | null;
                    "name": string;
                    "settings": NonNullable<Json>;
                    "slug": string;
                    "timezone": string;
                    "timezone_changed_at": string | null;
                    "type": Database["public"]['Enums']["organization_type"];
                    "updated_at": string;
                    "website": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "organizations";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "create_repurposing_job": {
                Args: {
                    "p_brand_voice"?: string;
                    "p_config"?: Json;
                    "p_content_asset_id"?: string;
                    "p_job_type"?: string;
                    "p_language"?: string;
                    "p_output_format"?: string;
                    "p_repurposing_strategy_id"?: string;
                    "p_target_platforms"?: (string)[];
                };
                Returns: Json;
            };
            "create_review_link": {
                Args: {
                    "p_approval_request_id"?: string;
                    "p_expires_in_days"?: number;
                    "p_generated_content_id"?: string;
                    "p_label"?: string;
                    "p_max_uses"?: number;
                };
                Returns: Json;
            };
            "create_voice_model": {
                Args: {
                    "p_client_account_id"?: string;
                    "p_consent_evidence_path"?: string;
                    "p_consent_full_name"?: string;
                    "p_consent_is_mine"?: boolean;
                    "p_consent_purpose"?: string;
                    "p_language"?: string;
                    "p_name"?: string;
                    "p_sample_audio_path"?: string;
                };
                Returns: Json;
            };
            "create_webhook_endpoint": {
                Args: {
                    "p_description"?: string;
                    "p_event_types"?: (string)[];
                    "p_url"?: string;
                };
                Returns: Json;
            };
            "cta_kinds_for": {
                Args: {
                    "p_texts": (string)[];
                };
                Returns: Json;
            };
            "daily_generation_volume": {
                Args: {
                    "p_days"?: number;
                };
                Returns: {
                    "active_person_count": number;
                    "day_on": string;
                    "generation_count": number;
                }[];
            };
            "decide_approval": {
                Args: {
                    "p_approval_request_id"?: string;
                    "p_comment"?: string;
                    "p_decision"?: string;
                };
                Returns: Json;
            };
            "decide_review_link": {
                Args: {
                    "p_comment"?: string;
                    "p_decision"?: string;
                    "p_reviewer_name"?: string;
                    "p_token"?: string;
                };
                Returns: Json;
            };
            "delete_approval_workflow": {
                Args: {
                    "p_workflow_id"?: string;
                };
                Returns: undefined;
            };
            "delete_audience_profile": {
                Args: {
                    "p_audience_profile_id"?: string;
                };
                Returns: undefined;
            };
            "delete_avatar_model": {
                Args: {
                    "p_avatar_model_id"?: string;
                };
                Returns: undefined;
            };
            "delete_brand_profile": {
                Args: {
                    "p_brand_profile_id"?: string;
                };
                Returns: undefined;
            };
            "delete_client_account": {
                Args: {
                    "p_client_account_id"?: string;
                };
                Returns: undefined;
            };
            "delete_content_asset": {
                Args: {
                    "p_content_asset_id"?: string;
                    "p_permanently"?: boolean;
                };
                Returns: boolean;
            };
            "delete_content_source": {
                Args: {
                    "p_content_source_id"?: string;
                };
                Returns: undefined;
            };
            "delete_organization": {
                Args: {
                    "p_organization_id"?: string;
                };
                Returns: undefined;
            };
            "delete_organization_ai_key": {
                Args: {
                    "p_ai_provider"?: string;
                };
                Returns: undefined;
            };
            "delete_voice_model": {
                Args: {
                    "p_voice_model_id"?: string;
                };
                Returns: undefined;
            };
            "delete_webhook_endpoint": {
                Args: {
                    "p_webhook_endpoint_id"?: string;
                };
                Returns: undefined;
            };
            "disconnect_platform": {
                Args: {
                    "p_connection_id"?: string;
                };
                Returns: undefined;
            };
            "disconnect_search_engine": {
                Args: {
                    "p_seo_connection_id"?: string;
                };
                Returns: undefined;
            };
            "draft_invoice": {
                Args: {
                    "p_billing"?: Json;
                    "p_currency": string;
                    "p_issuer"?: string;
                    "p_lines": Json;
                    "p_notes"?: string;
                    "p_organization_id": string;
                    "p_payment_id"?: string;
                    "p_reverse_charge"?: boolean;
                    "p_subscription_id"?: string;
                    "p_tax_kind"?: Database["public"]['Enums']["tax_kind"];
                    "p_tax_rate"?: number;
                };
                Returns: {
                    "amount": number;
                    "billing_address": NonNullable<Json>;
                    "billing_country_code": string | null;
                    "billing_email": string | null;
                    "billing_name": string | null;
                    "cgst_amount": number;
                    "created_at": string;
                    "currency": string;
                    "due_at": string | null;
                    "gst_number": string | null;
                    "id": string;
                    "igst_amount": number;
                    "invoice_number": string | null;
                    "invoice_url": string | null;
                    "invoice_year": number | null;
                    "is_reverse_charge": boolean;
                    "issued_at": string | null;
                    "issuer": string;
                    "issuer_details": NonNullable<Json>;
                    "lines": NonNullable<Json>;
                    "notes": string | null;
                    "organization_id": string | null;
                    "paid_at": string | null;
                    "payment_id": string | null;
                    "place_of_supply": string | null;
                    "sac_code": string | null;
                    "sequence_number": number | null;
                    "sgst_amount": number;
                    "status": Database["public"]['Enums']["invoice_status"];
                    "subscription_id": string | null;
                    "tax_amount": number;
                    "tax_kind": Database["public"]['Enums']["tax_kind"];
                    "tax_rate": number;
                    "total_amount": number;
                    "updated_at": string;
                    "user_id": string | null;
                    "vat_number": string | null;
                    "void_reason": string | null;
                    "voided_at": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "invoices";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "due_biometric_deletions": {
                Args: {
                    "p_limit"?: number;
                };
                Returns: {
                    "attempts": number;
                    "id": number;
                    "model_kind": string;
                    "provider": string;
                    "provider_model_id": string;
                    "requested_at": string;
                    "storage_bucket": string;
                    "storage_paths": (string)[];
                }[];
            };
            "due_follow_ups": {
                Args: {
                    "p_limit"?: number;
                };
                Returns: {
                    "follow_up": string;
                    "organization_id": string;
                    "platform": string;
                    "platform_post_id": string;
                    "scheduled_post_id": string;
                    "social_account_id": string;
                }[];
            };
            "duplicate_project": {
                Args: {
                    "p_project_id"?: string;
                    "p_title"?: string;
                };
                Returns: Json;
            };
            "edit_generated_content": {
                Args: {
                    "p_changes"?: Json;
                    "p_generated_content_id"?: string;
                    "p_reason"?: string;
                    "p_version"?: number;
                };
                Returns: Json;
            };
            "enqueue_job": {
                Args: {
                    "p_created_by"?: string;
                    "p_dedupe_key"?: string;
                    "p_kind": string;
                    "p_organization_id": string;
                    "p_payload": Json;
                    "p_priority"?: number;
                    "p_quota_amount"?: number;
                    "p_run_at"?: string;
                    "p_subject_id"?: string;
                };
                Returns: number;
            };
            "enqueue_jobs": {
                Args: {
                    "p_created_by"?: string;
                    "p_dedupe_keys"?: (string)[];
                    "p_kind": string;
                    "p_organization_id": string;
                    "p_payloads": (Json)[];
                    "p_priority"?: number;
                    "p_quota_amount"?: number;
                    "p_run_at"?: string;
                    "p_subject_ids"?: (string)[];
                };
                Returns: number[];
            };
            "erase_user": {
                Args: {
                    "p_user_id": string;
                };
                Returns: Json;
            };
            "exhaust_budget": {
                Args: {
                    "p_application"?: string;
                    "p_connection_id"?: string;
                    "p_period": Database["public"]['Enums']["budget_period"];
                    "p_provider": string;
                    "p_resource": string;
                };
                Returns: string;
            };
            "fail_job": {
                Args: {
                    "p_code": string;
                    "p_id": number;
                    "p_lease": number;
                    "p_message": string;
                    "p_retry_after_seconds"?: number;
                    "p_retryable"?: boolean;
                };
                Returns: string;
            };
            "fail_webhook_event": {
                Args: {
                    "p_attempt": number;
                    "p_code": string;
                    "p_id": string;
                    "p_message": string;
                    "p_retry_after_seconds"?: number;
                };
                Returns: Database["public"]['Enums']["webhook_event_status"];
            };
            "finish_biometric_deletion": {
                Args: {
                    "p_error"?: string;
                    "p_id": number;
                };
                Returns: undefined;
            };
            "finish_content_asset": {
                Args: {
                    "p_content_asset_id"?: string;
                };
                Returns: {
                    "alt_text": string | null;
                    "brand_profile_id": string | null;
                    "checksum": string | null;
                    "client_account_id": string | null;
                    "content_type": Database["public"]['Enums']["content_asset_type"];
                    "created_at": string;
                    "deleted_at": string | null;
                    "description": string | null;
                    "duration_seconds": number | null;
                    "id": string;
                    "language": string | null;
                    "metadata": NonNullable<Json>;
                    "mime_type": string | null;
                    "organization_id": string;
                    "processing_completed_at": string | null;
                    "processing_error": string | null;
                    "processing_started_at": string | null;
                    "search_vector": unknown;
                    "size_bytes": number;
                    "source_platform": string | null;
                    "source_url": string | null;
                    "storage_bucket": string;
                    "storage_expires_at": string | null;
                    "storage_path": string | null;
                    "tags": (string)[];
                    "thumbnail_path": string | null;
                    "thumbnail_url": string | null;
                    "title": string;
                    "transcript": string | null;
                    "transcript_confidence": number | null;
                    "transcript_language": string | null;
                    "updated_at": string;
                    "upload_status": Database["public"]['Enums']["content_asset_status"];
                    "user_id": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "content_assets";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "finish_idempotent": {
                Args: {
                    "p_endpoint": string;
                    "p_key": string;
                    "p_organization_id": string;
                    "p_response": Json;
                    "p_response_code"?: number;
                };
                Returns: undefined;
            };
            "follow_creator": {
                Args: {
                    "p_category"?: string;
                    "p_platform"?: string;
                    "p_username"?: string;
                };
                Returns: Json;
            };
            "generate_from_template": {
                Args: {
                    "p_brand_voice"?: string;
                    "p_content_template_id"?: string;
                    "p_idempotency_key"?: string;
                    "p_language"?: string;
                    "p_values"?: Json;
                };
                Returns: Json;
            };
            "generate_script": {
                Args: {
                    "idempotency_key"?: string;
                    "parameters"?: Json;
                    "title_id"?: string;
                };
                Returns: Json;
            };
            "generate_seo_content": {
                Args: {
                    "idempotency_key"?: string;
                    "requirements"?: Json;
                    "video_context"?: Json;
                };
                Returns: Json;
            };
            "generate_thumbnail_prompts": {
                Args: {
                    "p_brand_voice"?: string;
                    "p_count"?: number;
                    "p_idempotency_key"?: string;
                    "p_language"?: string;
                    "p_source_ids"?: (string)[];
                    "p_style"?: string;
                    "p_title"?: string;
                };
                Returns: Json;
            };
            "generate_titles": {
                Args: {
                    "generation_params"?: Json;
                    "idempotency_key"?: string;
                    "source_analysis"?: Json;
                    "user_preferences"?: Json;
                };
                Returns: Json;
            };
            "generation_times": {
                Args: {
                    "p_days"?: number;
                };
                Returns: {
                    "average_ms": number;
                    "generation_count": number;
                    "median_ms": number;
                    "p95_ms": number;
                }[];
            };
            "get_ai_usage": {
                Args: {
                    "p_month"?: string;
                };
                Returns: {
                    "ai_model": string;
                    "ai_provider": string;
                    "average_processing_time_ms": number;
                    "call_count": number;
                    "completion_tokens": number;
                    "cost_usd": number;
                    "estimated_count": number;
                    "failed_count": number;
                    "feature": string;
                    "month_start": string;
                    "own_key_cost_usd": number;
                    "prompt_tokens": number;
                    "total_tokens": number;
                    "unknown_count": number;
                    "unpriced_count": number;
                }[];
            };
            "get_brand_voice": {
                Args: {
                    "p_brand_profile_id"?: string;
                };
                Returns: Json;
            };
            "get_content_analysis": {
                Args: {
                    "p_subject"?: string;
                    "p_subject_id"?: string;
                };
                Returns: Json;
            };
            "get_content_generation_analytics": {
                Args: {
                    "p_days"?: number;
                    "p_user_id"?: string;
                };
                Returns: {
                    "avg_quality_score": number;
                    "content_type_breakdown": Json;
                    "daily_generation_trend": Json;
                    "total_approved": number;
                    "total_generated": number;
                    "total_used": number;
                }[];
            };
            "get_generation": {
                Args: {
                    "p_generation_id"?: string;
                };
                Returns: Json;
            };
            "get_job": {
                Args: {
                    "p_id"?: number;
                };
                Returns: Database["public"]['CompositeTypes']["job_info"];
                SetofOptions: {
                    from: "*";
                    to: "job_info";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "get_organization_ai_key": {
                Args: {
                    "p_ai_provider": string;
                    "p_organization_id": string;
                };
                Returns: string;
            };
            "get_quotas": {
                Args: Record<PropertyKey, never>;
                Returns: {
                    "display_name": string;
                    "limit": number;
                    "metric": string;
                    "period": Database["public"]['Enums']["quota_period"];
                    "period_start": string;
                    "plan": string;
                    "remaining": number;
                    "reserved": number;
                    "resets_at": string;
                    "unit": string;
                    "used": number;
                }[];
            };
            "get_script": {
                Args: {
                    "p_generation_id"?: string;
                };
                Returns: Json;
            };
            "get_seo_content": {
                Args: {
                    "p_generation_id"?: string;
                };
                Returns: Json;
            };
            "get_template_text": {
                Args: {
                    "p_generation_id"?: string;
                };
                Returns: Json;
            };
            "get_thumbnail_prompts": {
                Args: {
                    "p_generation_id"?: string;
                };
                Returns: Json;
            };
            "get_titles": {
                Args: {
                    "p_generation_id"?: string;
                };
                Returns: Json;
            };
            "get_trends": {
                Args: {
                    "p_client_account_id"?: string;
                    "p_language"?: string;
                    "p_limit"?: number;
                    "p_platform"?: string;
                    "p_region"?: string;
                    "p_social_account_id"?: string;
                };
                Returns: Json;
            };
            "get_video_analysis": {
                Args: {
                    "p_analysis_id"?: string;
                };
                Returns: Json;
            };
            "get_webhook_secrets": {
                Args: {
                    "p_webhook_endpoint_id": string;
                };
                Returns: (string)[];
            };
            "give_back_budget": {
                Args: {
                    "p_amount"?: number;
                    "p_budget_ids": (number)[];
                };
                Returns: number;
            };
            "hashtag_performance": {
                Args: {
                    "p_days"?: number;
                    "p_limit"?: number;
                    "p_minimum_samples"?: number;
                    "p_social_account_id"?: string;
                };
                Returns: {
                    "average_engagement_rate": number;
                    "average_percentile": number;
                    "average_views": number;
                    "hashtag": string;
                    "lift": number;
                    "sample_count": number;
                }[];
            };
            "heartbeat_job": {
                Args: {
                    "p_id": number;
                    "p_lease": number;
                    "p_progress"?: number;
                    "p_step"?: string;
                };
                Returns: string;
            };
            "heartbeat_jobs": {
                Args: {
                    "p_ids": (number)[];
                    "p_leases": (number)[];
                };
                Returns: {
                    "id": number;
                    "outcome": string;
                }[];
            };
            "hook_kinds_for": {
                Args: {
                    "p_texts": (string)[];
                };
                Returns: (string)[];
            };
            "invite_member": {
                Args: {
                    "p_client_account_id"?: string;
                    "p_email"?: string;
                    "p_expires_in_days"?: number;
                    "p_role"?: Database["public"]['Enums']["member_role"];
                };
                Returns: Json;
            };
            "issue_invoice": {
                Args: {
                    "p_invoice_id": string;
                    "p_invoice_url"?: string;
                };
                Returns: {
                    "amount": number;
                    "billing_address": NonNullable<Json>;
                    "billing_country_code": string | null;
                    "billing_email": string | null;
                    "billing_name": string | null;
                    "cgst_amount": number;
                    "created_at": string;
                    "currency": string;
                    "due_at": string | null;
                    "gst_number": string | null;
                    "id": string;
                    "igst_amount": number;
                    "invoice_number": string | null;
                    "invoice_url": string | null;
                    "invoice_year": number | null;
                    "is_reverse_charge": boolean;
                    "issued_at": string | null;
                    "issuer": string;
                    "issuer_details": NonNullable<Json>;
                    "lines": NonNullable<Json>;
                    "notes": string | null;
                    "organization_id": string | null;
                    "paid_at": string | null;
                    "payment_id": string | null;
                    "place_of_supply": string | null;
                    "sac_code": string | null;
                    "sequence_number": number | null;
                    "sgst_amount": number;
                    "status": Database["public"]['Enums']["invoice_status"];
                    "subscription_id": string | null;
                    "tax_amount": number;
                    "tax_kind": Database["public"]['Enums']["tax_kind"];
                    "tax_rate": number;
                    "total_amount": number;
                    "updated_at": string;
                    "user_id": string | null;
                    "vat_number": string | null;
                    "void_reason": string | null;
                    "voided_at": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "invoices";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "job_queue_stats": {
                Args: Record<PropertyKey, never>;
                Returns: {
                    "failed_count": number;
                    "is_capped": boolean;
                    "kind": string;
                    "oldest_ready_seconds": number;
                    "pending_count": number;
                    "processing_count": number;
                    "queue": string;
                    "ready_count": number;
                    "scheduled_count": number;
                }[];
            };
            "keyword_performance": {
                Args: {
                    "p_days"?: number;
                    "p_limit"?: number;
                    "p_minimum_samples"?: number;
                    "p_social_account_id"?: string;
                };
                Returns: {
                    "average_engagement_rate": number;
                    "average_percentile": number;
                    "average_views": number;
                    "keyword": string;
                    "lift": number;
                    "sample_count": number;
                }[];
            };
            "learn_brand_voice": {
                Args: {
                    "p_brand_profile_id"?: string;
                    "p_sources"?: Json;
                };
                Returns: Json;
            };
            "leave_organization": {
                Args: Record<PropertyKey, never>;
                Returns: undefined;
            };
            "list_expired_files": {
                Args: {
                    "p_limit"?: number;
                };
                Returns: {
                    "content_asset_id": string;
                    "storage_bucket": string;
                    "storage_path": string;
                }[];
            };
            "list_members": {
                Args: Record<PropertyKey, never>;
                Returns: {
                    "avatar_url": string;
                    "client_account_id": string;
                    "email": string;
                    "full_name": string;
                    "joined_at": string;
                    "last_login_at": string;
                    "role": Database["public"]['Enums']["member_role"];
                    "status": Database["public"]['Enums']["member_status"];
                    "user_id": string;
                }[];
            };
            "list_orphaned_files": {
                Args: {
                    "p_limit"?: number;
                };
                Returns: {
                    "storage_bucket": string;
                    "storage_path": string;
                }[];
            };
            "log_job": {
                Args: {
                    "p_details"?: Json;
                    "p_id": number;
                    "p_lease": number;
                    "p_level": string;
                    "p_message": string;
                };
                Returns: string;
            };
            "mark_invoice_paid": {
                Args: {
                    "p_invoice_id": string;
                    "p_payment_id"?: string;
                };
                Returns: {
                    "amount": number;
                    "billing_address": NonNullable<Json>;
                    "billing_country_code": string | null;
                    "billing_email": string | null;
                    "billing_name": string | null;
                    "cgst_amount": number;
                    "created_at": string;
                    "currency": string;
                    "due_at": string | null;
                    "gst_number": string | null;
                    "id": string;
                    "igst_amount": number;
                    "invoice_number": string | null;
                    "invoice_url": string | null;
                    "invoice_year": number | null;
                    "is_reverse_charge": boolean;
                    "issued_at": string | null;
                    "issuer": string;
                    "issuer_details": NonNullable<Json>;
                    "lines": NonNullable<Json>;
                    "notes": string | null;
                    "organization_id": string | null;
                    "paid_at": string | null;
                    "payment_id": string | null;
                    "place_of_supply": string | null;
                    "sac_code": string | null;
                    "sequence_number": number | null;
                    "sgst_amount": number;
                    "status": Database["public"]['Enums']["invoice_status"];
                    "subscription_id": string | null;
                    "tax_amount": number;
                    "tax_kind": Database["public"]['Enums']["tax_kind"];
                    "tax_rate": number;
                    "total_amount": number;
                    "updated_at": string;
                    "user_id": string | null;
                    "vat_number": string | null;
                    "void_reason": string | null;
                    "voided_at": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "invoices";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "mark_missing_content_items": {
                Args: {
                    "p_seen_since": string;
                    "p_social_account_id": string;
                };
                Returns: number;
            };
            "mark_notifications_read": {
                Args: {
                    "p_ids"?: (string)[];
                };
                Returns: number;
            };
            "match_brand_voice": {
                Args: {
                    "p_ai_model"?: string;
                    "p_ai_provider"?: string;
                    "p_brand_profile_id"?: string;
                    "p_embedding"?: string;
                    "p_limit"?: number;
                };
                Returns: Database["public"]['CompositeTypes']["brand_voice_match"][];
                SetofOptions: {
                    from: "*";
                    to: "brand_voice_match";
                    isOneToOne: false;
                    isSetofReturn: true;
                };
            };
            "match_brand_voice_for": {
                Args: {
                    "p_ai_model": string;
                    "p_ai_provider"?: string;
                    "p_brand_profile_id": string;
                    "p_embedding": string;
                    "p_limit"?: number;
                    "p_organization_id": string;
                };
                Returns: Database["public"]['CompositeTypes']["brand_voice_match"][];
                SetofOptions: {
                    from: "*";
                    to: "brand_voice_match";
                    isOneToOne: false;
                    isSetofReturn: true;
                };
            };
            "move_content_piece": {
                Args: {
                    "p_content_piece_id"?: string;
                    "p_project_id"?: string;
                };
                Returns: Json;
            };
            "next_available_slot": {
                Args: {
                    "p_after"?: string;
                    "p_queue"?: string;
                    "p_social_account_id"?: string;
                };
                Returns: string;
            };
            "next_run_at": {
                Args: {
                    "p_queues": (string)[];
                };
                Returns: string;
            };
            "next_slot_times": {
                Args: {
                    "p_after"?: string;
                    "p_count"?: number;
                    "p_queue"?: string;
                    "p_social_account_id"?: string;
                };
                Returns: {
                    "is_taken": boolean;
                    "local_on": string;
                    "local_time": string;
                    "posting_slot_id": string;
                    "slot_at": string;
                    "time_resolution": Database["public"]['Enums']["time_resolution"];
                    "timezone": string;
                }[];
            };
            "open_project": {
                Args: {
                    "p_project_id"?: string;
                };
                Returns: Json;
            };
            "open_review_link": {
                Args: {
                    "p_token"?: string;
                };
                Returns: Json;
            };
            "pause_jobs": {
                Args: {
                    "p_kind"?: string;
                    "p_queue"?: string;
                };
                Returns: (string)[];
            };
            "platform_popularity": {
                Args: {
                    "p_days"?: number;
                };
                Returns: {
                    "platform": string;
                    "usage_count": number;
                }[];
            };
            "public_content": {
                Args: {
                    "p_before_at"?: string;
                    "p_before_id"?: string;
                    "p_limit"?: number;
                    "p_user_id"?: string;
                };
                Returns: {
                    "account_name": string;
                    "account_url": string;
                    "comment_count": number;
                    "content_type": string;
                    "description": string;
                    "duration_seconds": number;
                    "id": string;
                    "like_count": number;
                    "platform": string;
                    "platform_url": string;
                    "published_at": string;
                    "share_count": number;
                    "thumbnail_url": string;
                    "title": string;
                    "view_count": number;
                }[];
            };
            "public_profile": {
                Args: {
                    "p_user_id"?: string;
                };
                Returns: {
                    "avatar_url": string;
                    "created_at": string;
                    "full_name": string;
                    "id": string;
                }[];
            };
            "publish_post": {
                Args: {
                    "p_scheduled_post_id"?: string;
                };
                Returns: Json;
            };
            "purge_cache": {
                Args: {
                    "p_category"?: string;
                    "p_prefix"?: string;
                };
                Returns: number;
            };
            "rate_generated_content": {
                Args: {
                    "p_feedback"?: string;
                    "p_generated_content_id"?: string;
                    "p_rating"?: number;
                };
                Returns: Json;
            };
            "rate_template": {
                Args: {
                    "p_stars"?: number;
                    "p_template_id"?: string;
                };
                Returns: Json;
            };
            "read_connection_secret": {
                Args: {
                    "p_connection_id": string;
                    "p_purpose": string;
                };
                Returns: Json;
            };
            "read_content_piece": {
                Args: {
                    "p_content_piece_id"?: string;
                };
                Returns: Json;
            };
            "read_seo_secret": {
                Args: {
                    "p_purpose": string;
                    "p_seo_connection_id": string;
                };
                Returns: Json;
            };
            "receive_webhook_event": {
                Args: {
                    "p_event_id": string;
                    "p_event_type": string;
                    "p_headers"?: Json;
                    "p_occurred_at"?: string;
                    "p_organization_id"?: string;
                    "p_payload": Json;
                    "p_source": string;
                    "p_subject"?: string;
                };
                Returns: Json;
            };
            "recommend_repurposing": {
                Args: {
                    "p_content_asset_id"?: string;
                };
                Returns: Json;
            };
            "record_ai_usage": {
                Args: {
                    "p_entries": Json;
                };
                Returns: number;
            };
            "record_api_usage": {
                Args: {
                    "p_entries": Json;
                };
                Returns: number;
            };
            "record_content_metrics": {
                Args: {
                    "p_rows": Json;
                    "p_social_account_id": string;
                };
                Returns: Json;
            };
            "record_payment": {
                Args: {
                    "p_amount": number;
                    "p_currency": string;
                    "p_description"?: string;
                    "p_failure"?: Json;
                    "p_links"?: Json;
                    "p_occurred_at"?: string;
                    "p_organization_id": string;
                    "p_payer"?: Json;
                    "p_provider": Database["public"]['Enums']["payment_provider"];
                    "p_provider_order_id"?: string;
                    "p_provider_payment_id": string;
                    "p_refund_amount"?: number;
                    "p_response"?: Json;
                    "p_status": Database["public"]['Enums']["payment_status"];
                    "p_subscription_id"?: string;
                    "p_user_id"?: string;
                };
                Returns: {
                    "amount": number;
                    "created_at": string;
                    "currency": string;
                    "description": string | null;
                    "failure_code": string | null;
                    "failure_message": string | null;
                    "id": string;
                    "invoice_url": string | null;
                    "organization_id": string | null;
                    "paid_at": string | null;
                    "payer_country_code": string | null;
                    "payer_email": string | null;
                    "payer_name": string | null;
                    "provider": Database["public"]['Enums']["payment_provider"];
                    "provider_order_id": string | null;
                    "provider_payment_id": string;
                    "provider_response": NonNullable<Json>;
                    "receipt_url": string | null;
                    "refund_amount": number;
                    "refunded_at": string | null;
                    "status": Database["public"]['Enums']["payment_status"];
                    "subscription_id": string | null;
                    "updated_at": string;
                    "user_id": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "payments";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "record_post_metrics": {
                Args: {
                    "p_comments"?: number;
                    "p_follow_up": string;
                    "p_likes"?: number;
                    "p_scheduled_post_id": string;
                    "p_views": number;
                };
                Returns: boolean;
            };
            "record_source_poll": {
                Args: {
                    "p_content_source_id": string;
                    "p_error"?: string;
                    "p_feed_url"?: string;
                    "p_http_etag"?: string;
                    "p_http_last_modified"?: string;
                    "p_item_keys"?: (string)[];
                };
                Returns: (string)[];
            };
            "record_trending_keywords": {
                Args: {
                    "p_keywords": Json;
                };
                Returns: number;
            };
            "register_session": {
                Args: {
                    "p_device_info"?: Json;
                };
                Returns: string;
            };
            "relearn_libraries": {
                Args: {
                    "p_organization_id": string;
                };
                Returns: number;
            };
            "release_job": {
                Args: {
                    "p_id": number;
                    "p_lease": number;
                };
                Returns: string;
            };
            "release_jobs": {
                Args: {
                    "p_ids": (number)[];
                    "p_leases": (number)[];
                };
                Returns: {
                    "id": number;
                    "outcome": string;
                }[];
            };
            "release_notification_mails": {
                Args: {
                    "p_ids": (string)[];
                };
                Returns: number;
            };
            "remix_content_piece": {
                Args: {
                    "p_brand_voice"?: string;
                    "p_content_piece_id"?: string;
                    "p_instructions"?: string;
                    "p_language"?: string;
                    "p_research_piece_ids"?: (string)[];
                    "p_research_urls"?: (string)[];
                };
                Returns: Json;
            };
            "remove_member": {
                Args: {
                    "p_user_id"?: string;
                };
                Returns: undefined;
            };
            "remove_social_account": {
                Args: {
                    "p_social_account_id"?: string;
                };
                Returns: undefined;
            };
            "replay_job": {
                Args: {
                    "p_id": number;
                };
                Returns: string;
            };
            "replay_webhook_delivery": {
                Args: {
                    "p_webhook_delivery_id"?: string;
                };
                Returns: undefined;
            };
            "replay_webhook_event": {
                Args: {
                    "p_id": string;
                };
                Returns: undefined;
            };
            "report_account_sync": {
                Args: {
                    "p_error"?: string;
                    "p_next_in_seconds"?: number;
                    "p_social_account_id": string;
                    "p_status": string;
                };
                Returns: undefined;
            };
            "report_connection": {
                Args: {
                    "p_connection_id": string;
                    "p_error"?: string;
                    "p_status": string;
                };
                Returns: undefined;
            };
            "report_seo_connection": {
                Args: {
                    "p_error"?: string;
                    "p_is_verified": boolean;
                    "p_seo_connection_id": string;
                };
                Returns: undefined;
            };
            "report_seo_submission": {
                Args: {
                    "p_check_in_seconds"?: number;
                    "p_details"?: Json;
                    "p_error"?: string;
                    "p_response_body"?: Json;
                    "p_response_status"?: number;
                    "p_retry_after_seconds"?: number;
                    "p_seo_submission_id": string;
                    "p_status": string;
                };
                Returns: Database["public"]['Enums']["seo_submission_status"];
            };
            "request_ai_suggestion": {
                Args: {
                    "p_content_item_id"?: string;
                    "p_language"?: string;
                };
                Returns: Json;
            };
            "request_approval": {
                Args: {
                    "p_generated_content_id"?: string;
                    "p_message"?: string;
                    "p_scheduled_post_id"?: string;
                    "p_workflow_id"?: string;
                };
                Returns: Json;
            };
            "request_qa": {
                Args: {
                    "p_assigned_to"?: string;
                    "p_generated_content_id"?: string;
                    "p_message"?: string;
                    "p_priority"?: string;
                    "p_qa_type"?: string;
                    "p_sla_hours"?: number;
                };
                Returns: Json;
            };
            "reschedule_post": {
                Args: {
                    "p_local_on"?: string;
                    "p_local_time"?: string;
                    "p_scheduled_for"?: string;
                    "p_scheduled_post_id"?: string;
                    "p_timezone"?: string;
                };
                Returns: Json;
            };
            "rescore_social_account": {
                Args: {
                    "p_social_account_id": string;
                };
                Returns: number;
            };
            "rescue_expired_jobs": {
                Args: Record<PropertyKey, never>;
                Returns: number;
            };
            "restore_content_asset": {
                Args: {
                    "p_content_asset_id"?: string;
                };
                Returns: {
                    "alt_text": string | null;
                    "brand_profile_id": string | null;
                    "checksum": string | null;
                    "client_account_id": string | null;
                    "content_type": Database["public"]['Enums']["content_asset_type"];
                    "created_at": string;
                    "deleted_at": string | null;
                    "description": string | null;
                    "duration_seconds": number | null;
                    "id": string;
                    "language": string | null;
                    "metadata": NonNullable<Json>;
                    "mime_type": string | null;
                    "organization_id": string;
                    "processing_completed_at": string | null;
                    "processing_error": string | null;
                    "processing_started_at": string | null;
                    "search_vector": unknown;
                    "size_bytes": number;
                    "source_platform": string | null;
                    "source_url": string | null;
                    "storage_bucket": string;
                    "storage_expires_at": string | null;
                    "storage_path": string | null;
                    "tags": (string)[];
                    "thumbnail_path": string | null;
                    "thumbnail_url": string | null;
                    "title": string;
                    "transcript": string | null;
                    "transcript_confidence": number | null;
                    "transcript_language": string | null;
                    "updated_at": string;
                    "upload_status": Database["public"]['Enums']["content_asset_status"];
                    "user_id": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "content_assets";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "restrict_project": {
                Args: {
                    "p_is_restricted"?: boolean;
                    "p_project_id"?: string;
                };
                Returns: undefined;
            };
            "resume_jobs": {
                Args: {
                    "p_kind"?: string;
                    "p_queue"?: string;
                };
                Returns: (string)[];
            };
            "review_generated_content": {
                Args: {
                    "p_action"?: string;
                    "p_generated_content_id"?: string;
                    "p_note"?: string;
                    "p_version"?: number;
                };
                Returns: Json;
            };
            "revoke_api_key": {
                Args: {
                    "p_api_key_id"?: string;
                };
                Returns: undefined;
            };
            "revoke_avatar_model_consent": {
                Args: {
                    "p_avatar_model_id"?: string;
                };
                Returns: undefined;
            };
            "revoke_invitation": {
                Args: {
                    "p_invitation_id"?: string;
                };
                Returns: undefined;
            };
            "revoke_review_link": {
                Args: {
                    "p_review_link_id"?: string;
                };
                Returns: undefined;
            };
            "revoke_session": {
                Args: {
                    "p_session_id"?: string;
                };
                Returns: undefined;
            };
            "revoke_voice_model_consent": {
                Args: {
                    "p_voice_model_id"?: string;
                };
                Returns: undefined;
            };
            "rotate_connection_secret": {
                Args: {
                    "p_connection_id": string;
                    "p_refresh_expires_at"?: string;
                    "p_secret": Json;
                    "p_secret_version": number;
                    "p_token_expires_at"?: string;
                };
                Returns: number;
            };
            "rotate_seo_secret": {
                Args: {
                    "p_secret": Json;
                    "p_secret_version": number;
                    "p_seo_connection_id": string;
                    "p_token_expires_at"?: string;
                };
                Returns: number;
            };
            "rotate_webhook_secret": {
                Args: {
                    "p_webhook_endpoint_id"?: string;
                };
                Returns: Json;
            };
            "save_approval_workflow": {
                Args: {
                    "p_auto_publish"?: boolean;
                    "p_client_account_id"?: string;
                    "p_description"?: string;
                    "p_is_active"?: boolean;
                    "p_is_required"?: boolean;
                    "p_name"?: string;
                    "p_stages"?: Json;
                    "p_workflow_id"?: string;
                };
                Returns: Json;
            };
            "save_content_analysis": {
                Args: {
                    "p_result"?: Json;
                    "p_status": string;
                    "p_subject": string;
                    "p_subject_id": string;
                };
                Returns: {
                    "ai_model": string | null;
                    "ai_provider": string | null;
                    "analysis_cost_credits": number;
                    "analysis_status": Database["public"]['Enums']["analysis_status"];
                    "analyzed_at": string | null;
                    "body_analysis": string | null;
                    "content_asset_id": string | null;
                    "content_item_id": string | null;
                    "content_piece_id": string | null;
                    "content_style_analysis": string | null;
                    "created_at": string;
                    "cta_analysis": string | null;
                    "emotion_analysis": NonNullable<Json>;
                    "engagement_potential": number | null;
                    "engagement_score": number | null;
                    "entities": NonNullable<Json>;
                    "error_code": string | null;
                    "error_message": string | null;
                    "hashtags": (string)[];
                    "hook_analysis": string | null;
                    "hook_moments": NonNullable<Json>;
                    "id": string;
                    "job_id": number | null;
                    "key_insights": (string)[];
                    "keywords": (string)[];
                    "language": string | null;
                    "mentions": (string)[];
                    "organization_id": string;
                    "platform_scores": NonNullable<Json>;
                    "project_id": string | null;
                    "quotable_moments": NonNullable<Json>;
                    "readability_score": number | null;
                    "repurposing_value": number | null;
                    "sentiment_score": number | null;
                    "seo_score": number | null;
                    "topics": (string)[];
                    "transcript_summary": string | null;
                    "trending_elements": NonNullable<Json>;
                    "updated_at": string;
                    "version": number;
                    "virality_score": number | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "content_analyses";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "save_content_asset": {
                Args: {
                    "p_content_asset_id": string;
                    "p_result"?: Json;
                    "p_status": string;
                };
                Returns: {
                    "alt_text": string | null;
                    "brand_profile_id": string | null;
                    "checksum": string | null;
                    "client_account_id": string | null;
                    "content_type": Database["public"]['Enums']["content_asset_type"];
                    "created_at": string;
                    "deleted_at": string | null;
                    "description": string | null;
                    "duration_seconds": number | null;
                    "id": string;
                    "language": string | null;
                    "metadata": NonNullable<Json>;
                    "mime_type": string | null;
                    "organization_id": string;
                    "processing_completed_at": string | null;
                    "processing_error": string | null;
                    "processing_started_at": string | null;
                    "search_vector": unknown;
                    "size_bytes": number;
                    "source_platform": string | null;
                    "source_url": string | null;
                    "storage_bucket": string;
                    "storage_expires_at": string | null;
                    "storage_path": string | null;
                    "tags": (string)[];
                    "thumbnail_path": string | null;
                    "thumbnail_url": string | null;
                    "title": string;
                    "transcript": string | null;
                    "transcript_confidence": number | null;
                    "transcript_language": string | null;
                    "updated_at": string;
                    "upload_status": Database["public"]['Enums']["content_asset_status"];
                    "user_id": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "content_assets";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "save_creator": {
                Args: {
                    "p_platform": string;
                    "p_profile"?: Json;
                    "p_username": string;
                };
                Returns: string;
            };
            "schedule_in_queue": {
                Args: {
                    "p_generated_content_id"?: string;
                    "p_options"?: Json;
                    "p_queue"?: string;
                    "p_social_account_id"?: string;
                };
                Returns: Json;
            };
            "schedule_post": {
                Args: {
                    "p_generated_content_id"?: string;
                    "p_local_on"?: string;
                    "p_local_time"?: string;
                    "p_options"?: Json;
                    "p_scheduled_for"?: string;
                    "p_social_account_ids"?: (string)[];
                    "p_timezone"?: string;
                };
                Returns: Json;
            };
            "search_content": {
                Args: {
                    "p_cursor"?: string;
                    "p_kinds"?: (string)[];
                    "p_language"?: string;
                    "p_limit"?: number;
                    "p_query"?: string;
                };
                Returns: {
                    "content_type": string;
                    "created_at": string;
                    "cursor": string;
                    "id": string;
                    "kind": string;
                    "language": string;
                    "platform": string;
                    "rank": number;
                    "snippet": string;
                    "title": string;
                }[];
            };
            "search_generated_content": {
                Args: {
                    "p_before_at"?: string;
                    "p_before_id"?: string;
                    "p_content_type"?: string;
                    "p_limit"?: number;
                    "p_query"?: string;
                    "p_status"?: string;
                    "p_target_platform"?: string;
                };
                Returns: {
                    "ai_model": string;
                    "ai_provider": string | null;
                    "alt_text": string | null;
                    "approved_at": string | null;
                    "approved_by": string | null;
                    "approved_version": number | null;
                    "archived_at": string | null;
                    "audience_profile_id": string | null;
                    "brand_profile_id": string | null;
                    "caption": string | null;
                    "character_count": number;
                    "client_account_id": string | null;
                    "content": NonNullable<Json>;
                    "content_asset_id": string | null;
                    "content_template_id": string | null;
                    "content_type": Database["public"]['Enums']["generated_content_type"];
                    "created_at": string;
                    "cta": string | null;
                    "deleted_at": string | null;
                    "duration_seconds": number | null;
                    "emotional_tone_score": number | null;
                    "estimated_performance": number | null;
                    "estimated_reading_seconds": number | null;
                    "file_path": string | null;
                    "file_size_bytes": number | null;
                    "file_url": string | null;
                    "formatted_text": string | null;
                    "generated_text": string;
                    "generation_id": string | null;
                    "generation_metadata": NonNullable<Json>;
                    "generation_parameters": NonNullable<Json>;
                    "hashtags": (string)[];
                    "id": string;
                    "keywords": (string)[];
                    "language": string | null;
                    "metadata": NonNullable<Json>;
                    "organization_id": string;
                    "parent_id": string | null;
                    "predicted_quality_score": number | null;
                    "prompt_template": string | null;
                    "prompt_used": string | null;
                    "quality_metrics": NonNullable<Json>;
                    "quality_score": number | null;
                    "readability_score": number | null;
                    "reasons": (string)[];
                    "rejected_at": string | null;
                    "rejected_by": string | null;
                    "rejection_reason": string | null;
                    "repurposing_job_id": string | null;
                    "search_vector": unknown;
                    "seo_score": number | null;
                    "status": Database["public"]['Enums']["generated_content_status"];
                    "target_platform": string | null;
                    "thumbnail_path": string | null;
                    "thumbnail_url": string | null;
                    "title": string | null;
                    "updated_at": string;
                    "usage_count": number;
                    "used_at": string | null;
                    "user_feedback": string | null;
                    "user_id": string | null;
                    "user_rating": number | null;
                    "variant_number": number;
                    "version": number;
                    "virality_prediction": number | null;
                    "voice_fit_score": number | null;
                    "word_count": number | null;
                }[];
                SetofOptions: {
                    from: "*";
                    to: "generated_content";
                    isOneToOne: false;
                    isSetofReturn: true;
                };
            };
            "send_chat_message": {
                Args: {
                    "p_chat_interface_id"?: string;
                    "p_content"?: string;
                    "p_language"?: string;
                };
                Returns: Json;
            };
            "set_calendar_entry_status": {
                Args: {
                    "p_calendar_entry_id"?: string;
                    "p_status"?: Database["public"]['Enums']["calendar_entry_status"];
                };
                Returns: undefined;
            };
            "set_content_source": {
                Args: {
                    "p_brand_profile_id"?: string;
                    "p_client_account_id"?: string;
                    "p_content_source_id"?: string;
                    "p_is_plan_automatic"?: boolean;
                    "p_kind"?: string;
                    "p_name"?: string;
                    "p_plan"?: Json;
                    "p_poll_interval_minutes"?: number;
                    "p_status"?: string;
                    "p_url"?: string;
                };
                Returns: string;
            };
            "set_default_audience_profile": {
                Args: {
                    "p_audience_profile_id"?: string;
                };
                Returns: {
                    "brand_profile_id": string | null;
                    "client_account_id": string | null;
                    "created_at": string;
                    "deleted_at": string | null;
                    "demographics": NonNullable<Json>;
                    "description": string | null;
                    "id": string;
                    "interests": (string)[];
                    "is_default": boolean;
                    "name": string;
                    "organization_id": string;
                    "pain_points": (string)[];
                    "platform_habits": NonNullable<Json>;
                    "preferred_content_types": (string)[];
                    "updated_at": string;
                    "user_id": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "audience_profiles";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "set_default_brand_profile": {
                Args: {
                    "p_brand_profile_id"?: string;
                };
                Returns: {
                    "client_account_id": string | null;
                    "content_goals": (string)[];
                    "content_style_preferences": NonNullable<Json>;
                    "created_at": string;
                    "custom_guidelines": string | null;
                    "deleted_at": string | null;
                    "description": string | null;
                    "id": string;
                    "industry": string | null;
                    "is_default": boolean;
                    "name": string;
                    "organization_id": string;
                    "persona_description": string | null;
                    "preferred_platforms": (string)[];
                    "sample_content_urls": (string)[];
                    "social_media_handles": NonNullable<Json>;
                    "target_audience": string | null;
                    "tone_preset": Database["public"]['Enums']["writing_tone"] | null;
                    "updated_at": string;
                    "user_id": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "brand_profiles";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "set_member_status": {
                Args: {
                    "p_status"?: Database["public"]['Enums']["member_status"];
                    "p_user_id"?: string;
                };
                Returns: {
                    "client_account_id": string | null;
                    "created_at": string;
                    "id": string;
                    "invited_at": string | null;
                    "invited_by": string | null;
                    "is_in_force": boolean;
                    "joined_at": string;
                    "organization_id": string;
                    "permissions": NonNullable<Json>;
                    "role": Database["public"]['Enums']["member_role"];
                    "status": Database["public"]['Enums']["member_status"];
                    "updated_at": string;
                    "user_id": string;
                };
                SetofOptions: {
                    from: "*";
                    to: "organization_members";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "set_organization_ai_key": {
                Args: {
                    "p_ai_provider"?: string;
                    "p_api_key"?: string;
                };
                Returns: Json;
            };
            "set_organization_ai_model": {
                Args: {
                    "p_ai_model"?: string;
                    "p_ai_provider"?: string;
                    "p_capability"?: string;
                    "p_embedding_dimensions"?: number;
                };
                Returns: {
                    "ai_model": string;
                    "ai_provider": string;
                    "capability": Database["public"]['Enums']["ai_capability"];
                    "created_at": string;
                    "embedding_dimensions": number | null;
                    "id": string;
                    "organization_id": string;
                    "updated_at": string;
                    "updated_by": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "organization_ai_settings";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "set_system_setting": {
                Args: {
                    "p_description"?: string;
                    "p_is_public"?: boolean;
                    "p_key"?: string;
                    "p_value"?: Json;
                };
                Returns: {
                    "created_at": string;
                    "description": string | null;
                    "id": string;
                    "is_public": boolean;
                    "key": string;
                    "updated_at": string;
                    "updated_by": string | null;
                    "value": NonNullable<Json>;
                    "value_type": Database["public"]['Enums']["setting_type"];
                };
                SetofOptions: {
                    from: "*";
                    to: "system_settings";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "set_user_ai_settings": {
                Args: {
                    "p_language"?: string;
                    "p_preferred_model"?: string;
                    "p_preferred_provider"?: string;
                    "p_tone"?: string;
                };
                Returns: {
                    "created_at": string;
                    "language": string | null;
                    "preferred_model": string | null;
                    "preferred_provider": string | null;
                    "tone": Database["public"]['Enums']["writing_tone"] | null;
                    "updated_at": string;
                    "user_id": string;
                };
                SetofOptions: {
                    from: "*";
                    to: "user_ai_settings";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "settle_publish_attempt": {
                Args: {
                    "p_attempt_id": string;
                    "p_error_code"?: string;
                    "p_error_message"?: string;
                    "p_lease": number;
                    "p_outcome": Database["public"]['Enums']["publish_outcome"];
                    "p_platform_post_id"?: string;
                    "p_platform_post_url"?: string;
                    "p_response"?: Json;
                    "p_retry_at"?: string;
                };
                Returns: string;
            };
            "settle_webhook_delivery": {
                Args: {
                    "p_attempt": number;
                    "p_duration_ms"?: number;
                    "p_error_message"?: string;
                    "p_id": string;
                    "p_response_body"?: string;
                    "p_response_code"?: number;
                    "p_retry_after_seconds"?: number;
                };
                Returns: Database["public"]['Enums']["webhook_delivery_status"];
            };
            "share_project": {
                Args: {
                    "p_permission_level"?: string;
                    "p_project_id"?: string;
                    "p_user_id"?: string;
                };
                Returns: Json;
            };
            "signal_job": {
                Args: {
                    "p_external_id": string;
                    "p_payload": Json;
                    "p_provider": string;
                };
                Returns: number;
            };
            "snooze_job": {
                Args: {
                    "p_external_id"?: string;
                    "p_id": number;
                    "p_lease": number;
                    "p_provider"?: string;
                    "p_state"?: Json;
                    "p_until": string;
                };
                Returns: string;
            };
            "store_brand_voice_embeddings": {
                Args: {
                    "p_ai_model": string;
                    "p_ai_provider": string;
                    "p_embeddings": Json;
                    "p_organization_id": string;
                };
                Returns: number;
            };
            "store_connection": {
                Args: {
                    "p_client_account_id"?: string;
                    "p_connected_by"?: string;
                    "p_organization_id": string;
                    "p_platform": string;
                    "p_platform_user_id": string;
                    "p_profile"?: Json;
                    "p_refresh_expires_at"?: string;
                    "p_scopes"?: (string)[];
                    "p_secret": Json;
                    "p_token_expires_at"?: string;
                };
                Returns: string;
            };
            "store_seo_connection": {
                Args: {
                    "p_client_account_id"?: string;
                    "p_connected_by"?: string;
                    "p_organization_id": string;
                    "p_search_engine": string;
                    "p_secret": Json;
                    "p_site_url": string;
                    "p_token_expires_at"?: string;
                };
                Returns: string;
            };
            "store_seo_metrics": {
                Args: {
                    "p_metrics": Json;
                    "p_organization_id": string;
                };
                Returns: number;
            };
            "store_social_accounts": {
                Args: {
                    "p_accounts": Json;
                    "p_connection_id": string;
                };
                Returns: string[];
            };
            "stream_chat_answer": {
                Args: {
                    "p_content"?: string;
                    "p_job_id": number;
                    "p_lease": number;
                    "p_offset"?: number;
                    "p_text"?: string;
                };
                Returns: string;
            };
            "submit_urls": {
                Args: {
                    "p_content_item_id"?: string;
                    "p_seo_connection_id"?: string;
                    "p_submission_type"?: string;
                    "p_urls"?: (string)[];
                };
                Returns: string[];
            };
            "subscriptions_by_plan": {
                Args: Record<PropertyKey, never>;
                Returns: {
                    "generations_used": number;
                    "organization_count": number;
                    "plan": string;
                }[];
            };
            "switch_organization": {
                Args: {
                    "p_organization_id"?: string;
                };
                Returns: {
                    "billing_email": string | null;
                    "company_size": string | null;
                    "created_at": string;
                    "created_by": string | null;
                    "deleted_at": string | null;
                    "id": string;
                    "industry": string | null;
                    "logo_url": string | null;
                    "name": string;
                    "settings": NonNullable<Json>;
                    "slug": string;
                    "timezone": string;
                    "timezone_changed_at": string | null;
                    "type": Database["public"]['Enums']["organization_type"];
                    "updated_at": string;
                    "website": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "organizations";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "take_budget": {
                Args: {
                    "p_amount"?: number;
                    "p_application"?: string;
                    "p_connection_id"?: string;
                    "p_limit"?: number;
                    "p_provider": string;
                    "p_resource": string;
                };
                Returns: Json;
            };
            "test_webhook_endpoint": {
                Args: {
                    "p_webhook_endpoint_id"?: string;
                };
                Returns: string;
            };
            "top_videos": {
                Args: {
                    "days"?: number;
                    "include_analytics"?: boolean;
                    "limit"?: number;
                    "p_social_account_id"?: string;
                    "sort_by"?: string;
                };
                Returns: Json;
            };
            "transfer_ownership": {
                Args: {
                    "p_user_id"?: string;
                };
                Returns: undefined;
            };
            "trend_feeds": {
                Args: {
                    "p_limit"?: number;
                };
                Returns: {
                    "platform": string;
                    "url": string;
                }[];
            };
            "trends_for": {
                Args: {
                    "p_client_account_id"?: string;
                    "p_language"?: string;
                    "p_limit"?: number;
                    "p_organization_id": string;
                    "p_platform"?: string;
                    "p_region"?: string;
                    "p_social_account_id"?: string;
                };
                Returns: Json;
            };
            "unfollow_creator": {
                Args: {
                    "p_creator_id"?: string;
                };
                Returns: undefined;
            };
            "unshare_project": {
                Args: {
                    "p_project_id"?: string;
                    "p_user_id"?: string;
                };
                Returns: undefined;
            };
            "update_client_account": {
                Args: {
                    "p_changes"?: Json;
                    "p_client_account_id"?: string;
                };
                Returns: {
                    "brand_colors": NonNullable<Json>;
                    "contact_email": string | null;
                    "contact_phone": string | null;
                    "created_at": string;
                    "deleted_at": string | null;
                    "id": string;
                    "logo_url": string | null;
                    "name": string;
                    "organization_id": string;
                    "settings": NonNullable<Json>;
                    "slug": string;
                    "updated_at": string;
                };
                SetofOptions: {
                    from: "*";
                    to: "client_accounts";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "update_content_asset": {
                Args: {
                    "p_changes"?: Json;
                    "p_content_asset_id"?: string;
                };
                Returns: {
                    "alt_text": string | null;
                    "brand_profile_id": string | null;
                    "checksum": string | null;
                    "client_account_id": string | null;
                    "content_type": Database["public"]['Enums']["content_asset_type"];
                    "created_at": string;
                    "deleted_at": string | null;
                    "description": string | null;
                    "duration_seconds": number | null;
                    "id": string;
                    "language": string | null;
                    "metadata": NonNullable<Json>;
                    "mime_type": string | null;
                    "organization_id": string;
                    "processing_completed_at": string | null;
                    "processing_error": string | null;
                    "processing_started_at": string | null;
                    "search_vector": unknown;
                    "size_bytes": number;
                    "source_platform": string | null;
                    "source_url": string | null;
                    "storage_bucket": string;
                    "storage_expires_at": string | null;
                    "storage_path": string | null;
                    "tags": (string)[];
                    "thumbnail_path": string | null;
                    "thumbnail_url": string | null;
                    "title": string;
                    "transcript": string | null;
                    "transcript_confidence": number | null;
                    "transcript_language": string | null;
                    "updated_at": string;
                    "upload_status": Database["public"]['Enums']["content_asset_status"];
                    "user_id": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "content_assets";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "update_content_item": {
                Args: {
                    "p_changes"?: Json;
                    "p_content_item_id"?: string;
                    "p_reason"?: string;
                };
                Returns: {
                    "analysis_status": Database["public"]['Enums']["analysis_status"];
                    "analytics_data": NonNullable<Json>;
                    "average_view_duration_seconds": number | null;
                    "category": string | null;
                    "click_through_rate": number | null;
                    "client_account_id": string | null;
                    "comment_count": number;
                    "content_type": string | null;
                    "created_at": string;
                    "deleted_at": string | null;
                    "description": string | null;
                    "dislike_count": number;
                    "duration_seconds": number | null;
                    "edited_at": string | null;
                    "hashtags": (string)[];
                    "id": string;
                    "is_short": boolean;
                    "language": string | null;
                    "last_analyzed_at": string | null;
                    "like_count": number;
                    "media_url": string | null;
                    "organization_id": string;
                    "platform": string;
                    "platform_content_id": string;
                    "platform_url": string | null;
                    "published_at": string | null;
                    "save_count": number;
                    "search_vector": unknown;
                    "share_count": number;
                    "social_account_id": string;
                    "subscriber_growth": number;
                    "synced_at": string | null;
                    "tags": (string)[];
                    "thumbnail_url": string | null;
                    "title": string | null;
                    "transcript": string | null;
                    "transcript_language": string | null;
                    "updated_at": string;
                    "view_count": number;
                    "visibility": Database["public"]['Enums']["visibility"];
                    "watch_time_minutes": number | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "content_items";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "update_content_items": {
                Args: {
                    "p_changes"?: Json;
                    "p_content_item_ids"?: (string)[];
                    "p_reason"?: string;
                };
                Returns: number;
            };
            "update_qa_request": {
                Args: {
                    "p_action"?: string;
                    "p_assigned_to"?: string;
                    "p_feedback"?: string;
                    "p_qa_request_id"?: string;
                    "p_quality_score"?: number;
                };
                Returns: Json;
            };
            "update_revision_request": {
                Args: {
                    "p_assigned_to"?: string;
                    "p_revision_request_id"?: string;
                    "p_status"?: string;
                };
                Returns: Json;
            };
            "update_scheduled_post": {
                Args: {
                    "p_changes"?: Json;
                    "p_scheduled_post_id"?: string;
                };
                Returns: Json;
            };
            "update_social_account": {
                Args: {
                    "p_clear_client_account"?: boolean;
                    "p_client_account_id"?: string;
                    "p_is_active"?: boolean;
                    "p_is_primary"?: boolean;
                    "p_social_account_id"?: string;
                    "p_sync_mode"?: string;
                };
                Returns: {
                    "account_handle": string | null;
                    "account_name": string;
                    "account_url": string | null;
                    "avatar_url": string | null;
                    "client_account_id": string | null;
                    "connection_id": string;
                    "created_at": string;
                    "deleted_at": string | null;
                    "description": string | null;
                    "follower_count": number | null;
                    "following_count": number | null;
                    "id": string;
                    "is_primary": boolean;
                    "last_sync_error": string | null;
                    "last_sync_status": Database["public"]['Enums']["sync_status"] | null;
                    "last_synced_at": string | null;
                    "next_sync_at": string | null;
                    "organization_id": string;
                    "platform": string;
                    "platform_account_id": string;
                    "post_count": number | null;
                    "status": Database["public"]['Enums']["account_status"];
                    "sync_mode": Database["public"]['Enums']["sync_mode"];
                    "updated_at": string;
                    "view_count": number | null;
                    "visibility": Database["public"]['Enums']["visibility"];
                };
                SetofOptions: {
                    from: "*";
                    to: "social_accounts";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "update_user_tier": {
                Args: {
                    "p_tier": string;
                    "p_user_id": string;
                };
                Returns: undefined;
            };
            "update_webhook_endpoint": {
                Args: {
                    "p_description"?: string;
                    "p_event_types"?: (string)[];
                    "p_is_enabled"?: boolean;
                    "p_url"?: string;
                    "p_webhook_endpoint_id"?: string;
                };
                Returns: undefined;
            };
            "upsert_content_items": {
                Args: {
                    "p_items": Json;
                    "p_social_account_id": string;
                };
                Returns: Json;
            };
            "use_content_template": {
                Args: {
                    "p_content_template_id"?: string;
                    "p_values"?: Json;
                };
                Returns: Json;
            };
            "void_invoice": {
                Args: {
                    "p_invoice_id": string;
                    "p_reason": string;
                };
                Returns: {
                    "amount": number;
                    "billing_address": NonNullable<Json>;
                    "billing_country_code": string | null;
                    "billing_email": string | null;
                    "billing_name": string | null;
                    "cgst_amount": number;
                    "created_at": string;
                    "currency": string;
                    "due_at": string | null;
                    "gst_number": string | null;
                    "id": string;
                    "igst_amount": number;
                    "invoice_number": string | null;
                    "invoice_url": string | null;
                    "invoice_year": number | null;
                    "is_reverse_charge": boolean;
                    "issued_at": string | null;
                    "issuer": string;
                    "issuer_details": NonNullable<Json>;
                    "lines": NonNullable<Json>;
                    "notes": string | null;
                    "organization_id": string | null;
                    "paid_at": string | null;
                    "payment_id": string | null;
                    "place_of_supply": string | null;
                    "sac_code": string | null;
                    "sequence_number": number | null;
                    "sgst_amount": number;
                    "status": Database["public"]['Enums']["invoice_status"];
                    "subscription_id": string | null;
                    "tax_amount": number;
                    "tax_kind": Database["public"]['Enums']["tax_kind"];
                    "tax_rate": number;
                    "total_amount": number;
                    "updated_at": string;
                    "user_id": string | null;
                    "vat_number": string | null;
                    "void_reason": string | null;
                    "voided_at": string | null;
                };
                SetofOptions: {
                    from: "*";
                    to: "invoices";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
            };
            "what_worked": {
                Args: {
                    "p_client_account_id"?: string;
                    "p_days"?: number;
                    "p_is_short"?: boolean;
                    "p_limit"?: number;
                    "p_minimum_samples"?: number;
                    "p_platform"?: string;
                    "p_social_account_id"?: string;
                };
                Returns: Json;
            };
            "what_worked_for": {
                Args: {
                    "p_client_account_id"?: string;
                    "p_days"?: number;
                    "p_is_short"?: boolean;
                    "p_limit"?: number;
                    "p_minimum_samples"?: number;
                    "p_organization_id": string;
                    "p_platform"?: string;
                    "p_social_account_id"?: string;
                };
                Returns: Json;
            };
            "what_worked_on_platforms": {
                Args: {
                    "p_generation_id": string;
                    "p_organization_id": string;
                };
                Returns: Json;
            };
            "worker_contract": {
                Args: {
                    "p_kinds"?: (string)[];
                };
                Returns: Json;
            };
            "write_system_logs": {
                Args: {
                    "p_entries": Json;
                };
                Returns: number;
            };
        };
        Enums: {
            "account_status": "active" | "inactive" | "suspended" | "disconnected";
            "ai_capability": "text" | "vision" | "embedding" | "transcription" | "image";
            "ai_suggestion_field": "title" | "description" | "tags" | "category";
            "ai_usage_certainty": "known" | "estimated" | "unknown";
            "ai_usage_status": "succeeded" | "failed" | "refused";
            "analysis_status": "pending" | "processing" | "completed" | "failed";
            "app_role": "user" | "moderator" | "admin";
            "approval_decision": "approved" | "rejected" | "revision_requested";
            "approval_status": "pending" | "revision_requested" | "approved" | "rejected" | "cancelled" | "superseded";
            "billing_period": "monthly" | "yearly";
            "budget_period": "minute" | "quarter_hour" | "hour" | "day";
            "budget_scope": "application" | "connection";
            "calendar_entry_status": "planned" | "in_progress" | "completed" | "cancelled";
            "change_source": "manual" | "ai_suggestion" | "bulk_edit" | "sync" | "system";
            "chat_message_status": "pending" | "streaming" | "completed" | "failed" | "cancelled";
            "chat_role": "system" | "user" | "assistant" | "tool";
            "competition_level": "low" | "medium" | "high";
            "connection_status": "active" | "expired" | "needs_reauth" | "revoked" | "disconnected";
            "content_annotation_type": "note" | "highlight" | "bookmark";
            "content_asset_status": "pending" | "processing" | "completed" | "failed" | "expired";
            "content_asset_type": "video" | "audio" | "image" | "blog" | "document";
            "content_piece_status": "pending" | "processing" | "completed" | "failed";
            "content_piece_type": "video" | "image" | "text" | "audio";
            "content_source_kind": "rss" | "youtube_channel" | "podcast" | "blog" | "newsletter";
            "content_source_status": "active" | "paused" | "failing";
            "cta_type": "subscribe" | "link_click" | "download" | "follow" | "comment" | "share" | "other";
            "generated_content_status": "generated" | "approved" | "rejected" | "used" | "archived";
            "generated_content_type": "title" | "script" | "description" | "tags" | "thumbnail_prompt" | "caption" | "social_post" | "thread" | "email" | "short_video" | "blog_article" | "carousel";
            "generated_script_status": "pending" | "processing" | "completed" | "failed";
            "generation_input_kind": "text" | "file" | "url";
            "generation_output_status": "pending" | "completed" | "failed" | "cancelled";
            "generation_status": "pending" | "processing" | "completed" | "partial" | "failed" | "cancelled";
            "generation_tone": "educational" | "conversational" | "opinionated" | "authority";
            "idempotency_status": "in_progress" | "completed";
            "invoice_status": "draft" | "sent" | "paid" | "void";
            "job_status": "pending" | "queued" | "processing" | "completed" | "failed" | "cancelled";
            "log_severity": "debug" | "info" | "warning" | "error" | "critical";
            "member_role": "viewer" | "client" | "creator" | "manager" | "admin" | "owner";
            "member_status": "active" | "inactive";
            "metrics_granularity": "monthly" | "weekly" | "daily";
            "organization_type": "individual" | "team" | "agency" | "enterprise";
            "payment_provider": "stripe" | "razorpay" | "cashfree" | "paypal";
            "payment_status": "pending" | "failed" | "succeeded" | "partially_refunded" | "refunded";
            "post_license": "youtube" | "creativeCommons";
            "post_status": "scheduled" | "publishing" | "unconfirmed" | "published" | "failed" | "missed" | "cancelled";
            "production_kind": "video" | "audio" | "avatar";
            "production_priority": "low" | "normal" | "high";
            "production_status": "pending" | "queued" | "processing" | "completed" | "failed" | "cancelled";
            "profile_status": "active" | "suspended" | "deleted";
            "project_permission": "viewer" | "editor" | "owner";
            "publish_outcome": "succeeded" | "failed" | "unknown";
            "qa_status": "pending" | "assigned" | "in_review" | "waiting" | "completed" | "cancelled";
            "qa_type": "copywriter_review" | "video_editor_review" | "expert_review";
            "quota_operation": "reserve" | "commit" | "release" | "consume" | "adjust";
            "quota_period": "day" | "month" | "lifetime";
            "repurposing_format": "short_video" | "linkedin_post" | "twitter_thread" | "social_post" | "blog_article" | "carousel" | "email";
            "repurposing_job_status": "queued" | "processing" | "completed" | "failed" | "cancelled";
            "repurposing_job_type": "video_to_shorts" | "blog_to_social" | "podcast_to_blog";
            "request_priority": "low" | "normal" | "high" | "urgent";
            "revision_status": "pending" | "in_progress" | "completed" | "cancelled";
            "seo_submission_method": "api" | "indexnow";
            "seo_submission_status": "pending" | "submitted" | "indexed" | "failed" | "rejected" | "gave_up" | "superseded";
            "seo_submission_type": "url_updated" | "url_deleted" | "sitemap";
            "setting_type": "boolean" | "number" | "string" | "object" | "array";
            "subscription_status": "incomplete" | "trialing" | "active" | "past_due" | "paused" | "suspended" | "cancelled" | "expired";
            "sync_mode": "auto" | "manual" | "disabled";
            "sync_status": "running" | "succeeded" | "partial" | "failed";
            "tax_kind": "none" | "gst" | "vat" | "sales_tax";
            "template_type": "video_intro" | "video_outro" | "caption_style" | "social_post";
            "text_generation_kind": "titles" | "script" | "seo_content" | "thumbnail_prompts" | "template_text";
            "text_generation_status": "pending" | "processing" | "completed" | "failed" | "cancelled";
            "time_resolution": "exact" | "moved_forward" | "earlier_of_two";
            "training_status": "pending" | "training" | "completed" | "failed";
            "visibility": "public" | "unlisted" | "private";
            "webhook_delivery_status": "pending" | "delivering" | "succeeded" | "failed" | "cancelled";
            "webhook_event_status": "pending" | "processing" | "processed" | "ignored" | "quarantined" | "failed";
            "writing_tone": "professional" | "casual" | "viral" | "hinglish" | "enthusiastic";
        };
        CompositeTypes: {
            "brand_voice_match": {
                "sample_id": string | null;
                "similarity": number | null;
                "sample_text": string | null;
                "platform": string | null;
                "content_type": Database["public"]['Enums']["generated_content_type"] | null;
                "language": string | null;
                "source_url": string | null;
                "metadata": Json | null;
                "created_at": string | null;
            };
            "claimed_job": {
                "id": number | null;
                "kind": string | null;
                "queue": string | null;
                "organization_id": string | null;
                "subject_id": string | null;
                "payload": Json | null;
                "attempt": number | null;
                "max_attempts": number | null;
                "lease": number | null;
                "lease_expires_at": string | null;
                "lease_seconds": number | null;
                "priority": number | null;
                "checkpoints": Json | null;
                "created_by": string | null;
                "created_at": string | null;
                "batch_complete": boolean | null;
            };
            "job_info": {
                "id": number | null;
                "kind": string | null;
                "status": Database["public"]['Enums']["job_status"] | null;
                "subject_id": string | null;
                "priority": number | null;
                "progress": number | null;
                "step": string | null;
                "attempt": number | null;
                "max_attempts": number | null;
                "is_cancel_requested": boolean | null;
                "run_at": string | null;
                "error_code": string | null;
                "error_message": string | null;
                "result": Json | null;
                "created_by": string | null;
                "created_at": string | null;
                "started_at": string | null;
                "finished_at": string | null;
            };
        };
    };
};
type DatabaseWithoutInternals = Omit<Database, '__InternalSupabase'>;
type DefaultSchema = DatabaseWithoutInternals[Extract<keyof Database, "public">];
export type Tables<DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"]) | {
    schema: keyof DatabaseWithoutInternals;
}, TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
} ? keyof (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] & DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"]) : never = never> = DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
} ? (DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] & DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Views"])[TableName] extends {
    Row: infer R;
} ? R : never : DefaultSchemaTableNameOrOptions extends keyof (DefaultSchema["Tables"] & DefaultSchema["Views"]) ? (DefaultSchema["Tables"] & DefaultSchema["Views"])[DefaultSchemaTableNameOrOptions] extends {
    Row: infer R;
} ? R : never : never;
export type TablesInsert<DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"] | {
    schema: keyof DatabaseWithoutInternals;
}, TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
} ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] : never = never> = DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
} ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
    Insert: infer I;
} ? I : never : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"] ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
    Insert: infer I;
} ? I : never : never;
export type TablesUpdate<DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"] | {
    schema: keyof DatabaseWithoutInternals;
}, TableName extends DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
} ? keyof DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"] : never = never> = DefaultSchemaTableNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
} ? DatabaseWithoutInternals[DefaultSchemaTableNameOrOptions["schema"]]["Tables"][TableName] extends {
    Update: infer U;
} ? U : never : DefaultSchemaTableNameOrOptions extends keyof DefaultSchema["Tables"] ? DefaultSchema["Tables"][DefaultSchemaTableNameOrOptions] extends {
    Update: infer U;
} ? U : never : never;
export type Enums<DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"] | {
    schema: keyof DatabaseWithoutInternals;
}, EnumName extends DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
} ? keyof DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"] : never = never> = DefaultSchemaEnumNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
} ? DatabaseWithoutInternals[DefaultSchemaEnumNameOrOptions["schema"]]["Enums"][EnumName] : DefaultSchemaEnumNameOrOptions extends keyof DefaultSchema["Enums"] ? DefaultSchema["Enums"][DefaultSchemaEnumNameOrOptions] : never;
export type CompositeTypes<PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"] | {
    schema: keyof DatabaseWithoutInternals;
}, CompositeTypeName extends PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
} ? keyof DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"] : never = never> = PublicCompositeTypeNameOrOptions extends {
    schema: keyof DatabaseWithoutInternals;
} ? DatabaseWithoutInternals[PublicCompositeTypeNameOrOptions["schema"]]["CompositeTypes"][CompositeTypeName] : PublicCompositeTypeNameOrOptions extends keyof DefaultSchema["CompositeTypes"] ? DefaultSchema["CompositeTypes"][PublicCompositeTypeNameOrOptions] : never;
export const Constants = {
    "public": {
        Enums: {
            "account_status": ["active", "inactive", "suspended", "disconnected"], "ai_capability": ["text", "vision", "embedding", "transcription", "image"], "ai_suggestion_field": ["title", "description", "tags", "category"], "ai_usage_certainty": ["known", "estimated", "unknown"], "ai_usage_status": ["succeeded", "failed", "refused"], "analysis_status": ["pending", "processing", "completed", "failed"], "app_role": ["user", "moderator", "admin"], "approval_decision": ["approved", "rejected", "revision_requested"], "approval_status": ["pending", "revision_requested", "approved", "rejected", "cancelled", "superseded"], "billing_period": ["monthly", "yearly"], "budget_period": ["minute", "quarter_hour", "hour", "day"], "budget_scope": ["application", "connection"], "calendar_entry_status": ["planned", "in_progress", "completed", "cancelled"], "change_source": ["manual", "ai_suggestion", "bulk_edit", "sync", "system"], "chat_message_status": ["pending", "streaming", "completed", "failed", "cancelled"], "chat_role": ["system", "user", "assistant", "tool"], "competition_level": ["low", "medium", "high"], "connection_status": ["active", "expired", "needs_reauth", "revoked", "disconnected"], "content_annotation_type": ["note", "highlight", "bookmark"], "content_asset_status": ["pending", "processing", "completed", "failed", "expired"], "content_asset_type": ["video", "audio", "image", "blog", "document"], "content_piece_status": ["pending", "processing", "completed", "failed"], "content_piece_type": ["video", "image", "text", "audio"], "content_source_kind": ["rss", "youtube_channel", "podcast", "blog", "newsletter"], "content_source_status": ["active", "paused", "failing"], "cta_type": ["subscribe", "link_click", "download", "follow", "comment", "share", "other"], "generated_content_status": ["generated", "approved", "rejected", "used", "archived"], "generated_content_type": ["title", "script", "description", "tags", "thumbnail_prompt", "caption", "social_post", "thread", "email", "short_video", "blog_article", "carousel"], "generated_script_status": ["pending", "processing", "completed", "failed"], "generation_input_kind": ["text", "file", "url"], "generation_output_status": ["pending", "completed", "failed", "cancelled"], "generation_status": ["pending", "processing", "completed", "partial", "failed", "cancelled"], "generation_tone": ["educational", "conversational", "opinionated", "authority"], "idempotency_status": ["in_progress", "completed"], "invoice_status": ["draft", "sent", "paid", "void"], "job_status": ["pending", "queued", "processing", "completed", "failed", "cancelled"], "log_severity": ["debug", "info", "warning", "error", "critical"], "member_role": ["viewer", "client", "creator", "manager", "admin", "owner"], "member_status": ["active", "inactive"], "metrics_granularity": ["monthly", "weekly", "daily"], "organization_type": ["individual", "team", "agency", "enterprise"], "payment_provider": ["stripe", "razorpay", "cashfree", "paypal"], "payment_status": ["pending", "failed", "succeeded", "partially_refunded", "refunded"], "post_license": ["youtube", "creativeCommons"], "post_status": ["scheduled", "publishing", "unconfirmed", "published", "failed", "missed", "cancelled"], "production_kind": ["video", "audio", "avatar"], "production_priority": ["low", "normal", "high"], "production_status": ["pending", "queued", "processing", "completed", "failed", "cancelled"], "profile_status": ["active", "suspended", "deleted"], "project_permission": ["viewer", "editor", "owner"], "publish_outcome": ["succeeded", "failed", "unknown"], "qa_status": ["pending", "assigned", "in_review", "waiting", "completed", "cancelled"], "qa_type": ["copywriter_review", "video_editor_review", "expert_review"], "quota_operation": ["reserve", "commit", "release", "consume", "adjust"], "quota_period": ["day", "month", "lifetime"], "repurposing_format": ["short_video", "linkedin_post", "twitter_thread", "social_post", "blog_article", "carousel", "email"], "repurposing_job_status": ["queued", "processing", "completed", "failed", "cancelled"], "repurposing_job_type": ["video_to_shorts", "blog_to_social", "podcast_to_blog"], "request_priority": ["low", "normal", "high", "urgent"], "revision_status": ["pending", "in_progress", "completed", "cancelled"], "seo_submission_method": ["api", "indexnow"], "seo_submission_status": ["pending", "submitted", "indexed", "failed", "rejected", "gave_up", "superseded"], "seo_submission_type": ["url_updated", "url_deleted", "sitemap"], "setting_type": ["boolean", "number", "string", "object", "array"], "subscription_status": ["incomplete", "trialing", "active", "past_due", "paused", "suspended", "cancelled", "expired"], "sync_mode": ["auto", "manual", "disabled"], "sync_status": ["running", "succeeded", "partial", "failed"], "tax_kind": ["none", "gst", "vat", "sales_tax"], "template_type": ["video_intro", "video_outro", "caption_style", "social_post"], "text_generation_kind": ["titles", "script", "seo_content", "thumbnail_prompts", "template_text"], "text_generation_status": ["pending", "processing", "completed", "failed", "cancelled"], "time_resolution": ["exact", "moved_forward", "earlier_of_two"], "training_status": ["pending", "training", "completed", "failed"], "visibility": ["public", "unlisted", "private"], "webhook_delivery_status": ["pending", "delivering", "succeeded", "failed", "cancelled"], "webhook_event_status": ["pending", "processing", "processed", "ignored", "quarantined", "failed"], "writing_tone": ["professional", "casual", "viral", "hinglish", "enthusiastic"]
        }
    }
} as const;
