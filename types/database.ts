// Generated from the migrations by `make schema`.
export type Json = string | number | boolean | null | {
    [key: string]: Json | undefined;
} | Json[];
export type Database = {
    "public": {
        Tables: {
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
            "generated_content": {
                Row: {
                    "ai_model": string;
                    "ai_provider": string | null;
                    "approved_at": string | null;
                    "approved_by": string | null;
                    "caption": string | null;
                    "client_account_id": string | null;
                    "content": NonNullable<Json>;
                    "content_type": Database["public"]['Enums']["generated_content_type"];
                    "created_at": string;
                    "cta": string | null;
                    "deleted_at": string | null;
                    "duration_seconds": number | null;
                    "formatted_text": string | null;
                    "generated_text": string;
                    "generation_id": string | null;
                    "generation_metadata": NonNullable<Json>;
                    "generation_parameters": NonNullable<Json>;
                    "hashtags": (string)[];
                    "id": string;
                    "language": string | null;
                    "organization_id": string;
                    "predicted_quality_score": number | null;
                    "prompt_template": string | null;
                    "prompt_used": string | null;
                    "quality_score": number | null;
                    "status": Database["public"]['Enums']["generated_content_status"];
                    "target_platform": string | null;
                    "title": string | null;
                    "updated_at": string;
                    "usage_count": number;
                    "used_at": string | null;
                    "user_feedback": string | null;
                    "user_id": string | null;
                    "user_rating": number | null;
                    "version": number;
                    "virality_prediction": number | null;
                    "word_count": number | null;
                };
                ComputedFields: never;
                Insert: {
                    "ai_model": string;
                    "ai_provider"?: string | null;
                    "approved_at"?: string | null;
                    "approved_by"?: string | null;
                    "caption"?: string | null;
                    "client_account_id"?: string | null;
                    "content"?: NonNullable<Json>;
                    "content_type": Database["public"]['Enums']["generated_content_type"];
                    "created_at"?: string;
                    "cta"?: string | null;
                    "deleted_at"?: string | null;
                    "duration_seconds"?: number | null;
                    "formatted_text"?: string | null;
                    "generated_text": string;
                    "generation_id"?: string | null;
                    "generation_metadata"?: NonNullable<Json>;
                    "generation_parameters"?: NonNullable<Json>;
                    "hashtags"?: (string)[];
                    "id"?: string;
                    "language"?: string | null;
                    "organization_id": string;
                    "predicted_quality_score"?: number | null;
                    "prompt_template"?: string | null;
                    "prompt_used"?: string | null;
                    "quality_score"?: number | null;
                    "status"?: Database["public"]['Enums']["generated_content_status"];
                    "target_platform"?: string | null;
                    "title"?: string | null;
                    "updated_at"?: string;
                    "usage_count"?: number;
                    "used_at"?: string | null;
                    "user_feedback"?: string | null;
                    "user_id"?: string | null;
                    "user_rating"?: number | null;
                    "version"?: number;
                    "virality_prediction"?: number | null;
                    "word_count"?: number | null;
                };
                Update: {
                    "ai_model"?: string;
                    "ai_provider"?: string | null;
                    "approved_at"?: string | null;
                    "approved_by"?: string | null;
                    "caption"?: string | null;
                    "client_account_id"?: string | null;
                    "content"?: NonNullable<Json>;
                    "content_type"?: Database["public"]['Enums']["generated_content_type"];
                    "created_at"?: string;
                    "cta"?: string | null;
                    "deleted_at"?: string | null;
                    "duration_seconds"?: number | null;
                    "formatted_text"?: string | null;
                    "generated_text"?: string;
                    "generation_id"?: string | null;
                    "generation_metadata"?: NonNullable<Json>;
                    "generation_parameters"?: NonNullable<Json>;
                    "hashtags"?: (string)[];
                    "id"?: string;
                    "language"?: string | null;
                    "organization_id"?: string;
                    "predicted_quality_score"?: number | null;
                    "prompt_template"?: string | null;
                    "prompt_used"?: string | null;
                    "quality_score"?: number | null;
                    "status"?: Database["public"]['Enums']["generated_content_status"];
                    "target_platform"?: string | null;
                    "title"?: string | null;
                    "updated_at"?: string;
                    "usage_count"?: number;
                    "used_at"?: string | null;
                    "user_feedback"?: string | null;
                    "user_id"?: string | null;
                    "user_rating"?: number | null;
                    "version"?: number;
                    "virality_prediction"?: number | null;
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
                    "sort_order"?: number;
                    "type": string;
                    "updated_at"?: string;
                };
                Update: {
                    "created_at"?: string;
                    "display_name"?: string;
                    "expires_after"?: string;
                    "is_emailed"?: boolean;
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
            "platforms": {
                Row: {
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
        };
        Views: {
            [_ in never]: never;
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
            "cancel_generation": {
                Args: {
                    "p_generation_id": string;
                };
                Returns: Json;
            };
            "cancel_job": {
                Args: {
                    "p_id": number;
                };
                Returns: string;
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
            "check_and_update_user_quota": {
                Args: {
                    "p_user_id": string;
                    "p_video_count"?: number;
                };
                Returns: Json;
            };
            "check_user_quota": {
                Args: {
                    "p_user_id": string;
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
            "cleanup_expired_sessions": {
                Args: Record<PropertyKey, never>;
                Returns: undefined;
            };
            "cleanup_old_job_logs": {
                Args: Record<PropertyKey, never>;
                Returns: undefined;
            };
            "complete_job": {
                Args: {
                    "p_id": number;
                    "p_lease": number;
                    "p_result"?: Json;
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
            "crashed_jobs": {
                Args: {
                    "p_ids": (number)[];
                };
                Returns: number[];
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
            "delete_client_account": {
                Args: {
                    "p_client_account_id"?: string;
                };
                Returns: undefined;
            };
            "delete_organization": {
                Args: {
                    "p_organization_id"?: string;
                };
                Returns: undefined;
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
            "get_generation": {
                Args: {
                    "p_generation_id": string;
                };
                Returns: Json;
            };
            "get_job": {
                Args: {
                    "p_id": number;
                };
                Returns: Database["public"]['CompositeTypes']["job_info"];
                SetofOptions: {
                    from: "*";
                    to: "job_info";
                    isOneToOne: true;
                    isSetofReturn: false;
                };
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
            "invite_member": {
                Args: {
                    "p_client_account_id"?: string;
                    "p_email"?: string;
                    "p_expires_in_days"?: number;
                    "p_role"?: Database["public"]['Enums']["member_role"];
                };
                Returns: Json;
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
            "leave_organization": {
                Args: Record<PropertyKey, never>;
                Returns: undefined;
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
            "mark_notifications_read": {
                Args: {
                    "p_ids"?: (string)[];
                };
                Returns: number;
            };
            "next_run_at": {
                Args: {
                    "p_queues": (string)[];
                };
                Returns: string;
            };
            "pause_jobs": {
                Args: {
                    "p_kind"?: string;
                    "p_queue"?: string;
                };
                Returns: (string)[];
            };
            "public_profile": {
                Args: {
                    "p_user_id": string;
                };
                Returns: {
                    "avatar_url": string;
                    "created_at": string;
                    "full_name": string;
                    "id": string;
                }[];
            };
            "register_session": {
                Args: {
                    "p_device_info"?: Json;
                };
                Returns: string;
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
            "remove_member": {
                Args: {
                    "p_user_id"?: string;
                };
                Returns: undefined;
            };
            "replay_job": {
                Args: {
                    "p_id": number;
                };
                Returns: string;
            };
            "rescue_expired_jobs": {
                Args: Record<PropertyKey, never>;
                Returns: number;
            };
            "resume_jobs": {
                Args: {
                    "p_kind"?: string;
                    "p_queue"?: string;
                };
                Returns: (string)[];
            };
            "revoke_invitation": {
                Args: {
                    "p_invitation_id"?: string;
                };
                Returns: undefined;
            };
            "revoke_session": {
                Args: {
                    "p_session_id": string;
                };
                Returns: undefined;
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
            "transfer_ownership": {
                Args: {
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
            "update_user_tier": {
                Args: {
                    "p_tier": string;
                    "p_user_id": string;
                };
                Returns: undefined;
            };
            "worker_contract": {
                Args: {
                    "p_kinds"?: (string)[];
                };
                Returns: Json;
            };
        };
        Enums: {
            "app_role": "user" | "moderator" | "admin";
            "billing_period": "monthly" | "yearly";
            "generated_content_status": "generated" | "approved" | "rejected" | "used" | "archived";
            "generated_content_type": "title" | "script" | "description" | "tags" | "thumbnail_prompt" | "caption" | "social_post" | "thread" | "email" | "short_video" | "blog_article" | "carousel";
            "generation_input_kind": "text" | "file" | "url";
            "generation_output_status": "pending" | "completed" | "failed" | "cancelled";
            "generation_status": "pending" | "processing" | "completed" | "partial" | "failed" | "cancelled";
            "generation_tone": "educational" | "conversational" | "opinionated" | "authority";
            "job_status": "pending" | "queued" | "processing" | "completed" | "failed" | "cancelled";
            "member_role": "viewer" | "client" | "creator" | "manager" | "admin" | "owner";
            "member_status": "active" | "inactive";
            "organization_type": "individual" | "team" | "agency" | "enterprise";
            "payment_provider": "stripe" | "razorpay" | "cashfree";
            "profile_status": "active" | "suspended" | "deleted";
            "quota_operation": "reserve" | "commit" | "release" | "consume" | "adjust";
            "quota_period": "day" | "month" | "lifetime";
            "subscription_status": "incomplete" | "trialing" | "active" | "past_due" | "paused" | "suspended" | "cancelled" | "expired";
        };
        CompositeTypes: {
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
            "app_role": ["user", "moderator", "admin"], "billing_period": ["monthly", "yearly"], "generated_content_status": ["generated", "approved", "rejected", "used", "archived"], "generated_content_type": ["title", "script", "description", "tags", "thumbnail_prompt", "caption", "social_post", "thread", "email", "short_video", "blog_article", "carousel"], "generation_input_kind": ["text", "file", "url"], "generation_output_status": ["pending", "completed", "failed", "cancelled"], "generation_status": ["pending", "processing", "completed", "partial", "failed", "cancelled"], "generation_tone": ["educational", "conversational", "opinionated", "authority"], "job_status": ["pending", "queued", "processing", "completed", "failed", "cancelled"], "member_role": ["viewer", "client", "creator", "manager", "admin", "owner"], "member_status": ["active", "inactive"], "organization_type": ["individual", "team", "agency", "enterprise"], "payment_provider": ["stripe", "razorpay", "cashfree"], "profile_status": ["active", "suspended", "deleted"], "quota_operation": ["reserve", "commit", "release", "consume", "adjust"], "quota_period": ["day", "month", "lifetime"], "subscription_status": ["incomplete", "trialing", "active", "past_due", "paused", "suspended", "cancelled", "expired"]
        }
    }
} as const;
