-- Purpose: which models people and organizations want, and the organizations' own keys.
-- Objects: user_ai_settings, organization_ai_settings, organization_ai_keys, policies and grants.

create table public.user_ai_settings (
  user_id uuid constraint user_ai_settings_pkey primary key,
  preferred_provider text,
  preferred_model text,
  tone public.writing_tone,
  language text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint user_ai_settings_user_id_fkey foreign key (user_id) references public.profiles (id) on delete cascade,
  constraint user_ai_settings_preferred_provider_fkey foreign key (preferred_provider)
    references public.ai_providers (slug) on update cascade on delete set null (preferred_provider),
  constraint user_ai_settings_preferred_model_fkey foreign key (preferred_provider, preferred_model)
    references public.ai_models (provider, name) on update cascade on delete set null (preferred_model),
  constraint user_ai_settings_a_model_has_its_provider
    check (preferred_model is null or preferred_provider is not null),
  constraint user_ai_settings_language_check check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and char_length(language) <= 35)
);
create index user_ai_settings_preferred_model_idx on public.user_ai_settings (preferred_provider, preferred_model)
where preferred_provider is not null;
comment on table public.user_ai_settings is 'What a person prefers; no row: what the organization or the platform chooses.';
comment on column public.user_ai_settings.preferred_model is 'A model of the preferred provider; null: that provider''s default.';

create table public.organization_ai_settings (
  id uuid constraint organization_ai_settings_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  capability public.ai_capability not null,
  ai_provider text not null,
  ai_model text not null,
  embedding_dimensions integer,
  updated_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint organization_ai_settings_organization_id_id_key unique (organization_id, id),
  constraint organization_ai_settings_organization_id_capability_key unique (organization_id, capability),
  constraint organization_ai_settings_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint organization_ai_settings_ai_model_fkey foreign key (ai_provider, ai_model)
    references public.ai_models (provider, name) on update cascade on delete cascade,
  constraint organization_ai_settings_updated_by_fkey foreign key (updated_by)
    references public.profiles (id) on delete set null,
  constraint organization_ai_settings_embedding_dimensions_check check (embedding_dimensions between 1 and 16000),
  constraint only_embedding_has_dimensions check (embedding_dimensions is null or capability = 'embedding')
);
create index organization_ai_settings_ai_model_idx on public.organization_ai_settings (ai_provider, ai_model);
create index organization_ai_settings_updated_by_idx on public.organization_ai_settings (updated_by)
where updated_by is not null;
comment on table public.organization_ai_settings is 'The model an organization uses for each capability; no row: the platform''s choice.';
comment on column public.organization_ai_settings.embedding_dimensions is
'Null: the model''s default. Samples embedded otherwise are found again after they are embedded anew.';

create table public.organization_ai_keys (
  id uuid constraint organization_ai_keys_pkey primary key default gen_random_uuid(),
  organization_id uuid not null,
  ai_provider text not null,
  vault_secret_name text not null constraint organization_ai_keys_vault_secret_name_key unique,
  last_four text not null,
  updated_by uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  last_used_at timestamptz,
  constraint organization_ai_keys_organization_id_id_key unique (organization_id, id),
  constraint organization_ai_keys_organization_id_ai_provider_key unique (organization_id, ai_provider),
  constraint organization_ai_keys_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint organization_ai_keys_ai_provider_fkey foreign key (ai_provider)
    references public.ai_providers (slug) on update cascade on delete cascade,
  constraint organization_ai_keys_updated_by_fkey foreign key (updated_by)
    references public.profiles (id) on delete set null,
  constraint organization_ai_keys_vault_secret_name_check check (char_length(vault_secret_name) between 1 and 200),
  constraint organization_ai_keys_last_four_check check (char_length(last_four) = 4)
);
create index organization_ai_keys_ai_provider_idx on public.organization_ai_keys (ai_provider);
create index organization_ai_keys_updated_by_idx on public.organization_ai_keys (updated_by)
where updated_by is not null;
comment on table public.organization_ai_keys is
'Keys that organizations bring. The key is in Vault and is never read back by a client; the row goes with its secret.';
comment on column public.organization_ai_keys.last_four is 'The end of the key, to recognise it by.';
comment on column public.organization_ai_keys.last_used_at is 'When a worker last fetched it.';

create trigger touch before update on public.user_ai_settings
for each row execute function private.touch();
create trigger touch before update on public.organization_ai_settings
for each row execute function private.touch();
create trigger touch before update on public.organization_ai_keys
for each row execute function private.touch();

select private.attach_audit('public.organization_ai_settings');
select private.attach_audit('public.organization_ai_keys', 'id', '{last_used_at}');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.user_ai_settings enable row level security;
alter table public.organization_ai_settings enable row level security;
alter table public.organization_ai_keys enable row level security;

create policy user_ai_settings_select_self on public.user_ai_settings
for select to authenticated
using (user_id = (select auth.uid()));

create policy organization_ai_settings_select_members on public.organization_ai_settings
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy organization_ai_keys_select_admins on public.organization_ai_keys
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'admin'));

grant select on public.user_ai_settings, public.organization_ai_settings to authenticated;
-- Where the key lies is nobody's business but the workers'.
grant select (id, organization_id, ai_provider, last_four, updated_by, created_at, updated_at, last_used_at)
on public.organization_ai_keys to authenticated;
grant select on public.user_ai_settings, public.organization_ai_settings, public.organization_ai_keys to service_role;
