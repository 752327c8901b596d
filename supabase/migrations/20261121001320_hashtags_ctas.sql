-- Purpose: hashtags and calls to action that people collect, with what was learned about each.
-- Objects: hashtag_library, cta_library, policies and grants.

create type public.cta_type as enum ('subscribe', 'link_click', 'download', 'follow', 'comment', 'share', 'other');
comment on type public.cta_type is 'What the reader is asked to do.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.hashtag_library (
  id uuid constraint hashtag_library_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  user_id uuid default auth.uid(),
  client_account_id uuid,
  brand_profile_id uuid,
  hashtag text not null,
  platform text,
  category text,
  performance_score numeric(5, 2),
  scored_count integer not null default 0,
  usage_count integer not null default 0,
  last_used_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint hashtag_library_organization_id_id_key unique (organization_id, id),
  constraint hashtag_library_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint hashtag_library_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint hashtag_library_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete cascade,
  constraint hashtag_library_brand_profile_id_fkey foreign key (organization_id, brand_profile_id)
    references public.brand_profiles (organization_id, id) on delete cascade,
  constraint hashtag_library_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete restrict,
  constraint hashtag_library_hashtag_check check (hashtag ~ '^[^[:space:][:cntrl:]#@.,;:!?"''(){}<>]{1,100}$'),
  constraint hashtag_library_category_check check (char_length(category) between 1 and 100),
  constraint hashtag_library_performance_score_check check (performance_score between 0 and 100),
  constraint hashtag_library_scored_count_check check (scored_count >= 0),
  constraint hashtag_library_usage_count_check check (usage_count >= 0)
);
create unique index hashtag_library_hashtag_key on public.hashtag_library
(organization_id, lower(hashtag), platform, client_account_id, brand_profile_id) nulls not distinct;
create index hashtag_library_organization_id_created_at_idx
on public.hashtag_library (organization_id, created_at desc, id desc);
create index hashtag_library_organization_id_performance_score_idx
on public.hashtag_library (organization_id, platform, performance_score desc nulls last, id);
create index hashtag_library_client_account_id_idx on public.hashtag_library (organization_id, client_account_id)
where client_account_id is not null;
create index hashtag_library_brand_profile_id_idx on public.hashtag_library (organization_id, brand_profile_id)
where brand_profile_id is not null;
create index hashtag_library_platform_idx on public.hashtag_library (platform) where platform is not null;
create index hashtag_library_user_id_idx on public.hashtag_library (user_id) where user_id is not null;
comment on table public.hashtag_library is 'Saved hashtags, once per brand or client and platform whatever their case.';
comment on column public.hashtag_library.hashtag is 'Without the number sign; one that is given is taken off.';
comment on column public.hashtag_library.platform is 'Null: for every platform.';
comment on column public.hashtag_library.performance_score is '0 to 100: mean of the posts that used it and were measured; null until one was.';
comment on column public.hashtag_library.scored_count is 'How many measured posts performance_score is the mean of.';

create table public.cta_library (
  id uuid constraint cta_library_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  user_id uuid default auth.uid(),
  client_account_id uuid,
  brand_profile_id uuid,
  cta_text text not null,
  cta_type public.cta_type not null default 'other',
  platform text,
  performance_score numeric(5, 2),
  scored_count integer not null default 0,
  usage_count integer not null default 0,
  last_used_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint cta_library_organization_id_id_key unique (organization_id, id),
  constraint cta_library_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint cta_library_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint cta_library_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete cascade,
  constraint cta_library_brand_profile_id_fkey foreign key (organization_id, brand_profile_id)
    references public.brand_profiles (organization_id, id) on delete cascade,
  constraint cta_library_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete restrict,
  constraint cta_library_cta_text_check check (char_length(btrim(cta_text)) between 1 and 1000),
  constraint cta_library_performance_score_check check (performance_score between 0 and 100),
  constraint cta_library_scored_count_check check (scored_count >= 0),
  constraint cta_library_usage_count_check check (usage_count >= 0)
);
create unique index cta_library_cta_text_key on public.cta_library
(organization_id, md5(lower(cta_text)), platform, client_account_id, brand_profile_id) nulls not distinct;
create index cta_library_organization_id_created_at_idx
on public.cta_library (organization_id, created_at desc, id desc);
create index cta_library_client_account_id_idx on public.cta_library (organization_id, client_account_id)
where client_account_id is not null;
create index cta_library_brand_profile_id_idx on public.cta_library (organization_id, brand_profile_id)
where brand_profile_id is not null;
create index cta_library_platform_idx on public.cta_library (platform) where platform is not null;
create index cta_library_user_id_idx on public.cta_library (user_id) where user_id is not null;
comment on table public.cta_library is 'Saved calls to action, once per brand or client and platform whatever their case.';
comment on column public.cta_library.platform is 'Null: for every platform.';
comment on column public.cta_library.performance_score is '0 to 100: mean of the posts that used it and were measured; null until one was.';
comment on column public.cta_library.scored_count is 'How many measured posts performance_score is the mean of.';

-- Triggers ------------------------------------------------------------------------------------------------------------

create function private.trim_hashtag()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  new.hashtag := regexp_replace(btrim(new.hashtag), '^#+', '');
  return new;
end;
$$;
comment on function private.trim_hashtag() is 'People type the number sign; it is not part of the tag.';

create trigger follow_brand before insert or update of brand_profile_id on public.hashtag_library
for each row execute function private.follow_brand();
create trigger follow_brand before insert or update of brand_profile_id on public.cta_library
for each row execute function private.follow_brand();
create trigger trim_hashtag before insert or update of hashtag on public.hashtag_library
for each row execute function private.trim_hashtag();
create trigger touch before update on public.hashtag_library
for each row execute function private.touch();
create trigger touch before update on public.cta_library
for each row execute function private.touch();

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.hashtag_library enable row level security;
alter table public.cta_library enable row level security;

create policy hashtag_library_select_members on public.hashtag_library
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy hashtag_library_insert_creators on public.hashtag_library
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy hashtag_library_update_creators on public.hashtag_library
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'))
with check (organization_id = (select organization_id from private.acting_member));

create policy hashtag_library_delete_creators on public.hashtag_library
for delete to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy cta_library_select_members on public.cta_library
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy cta_library_insert_creators on public.cta_library
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy cta_library_update_creators on public.cta_library
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'))
with check (organization_id = (select organization_id from private.acting_member));

create policy cta_library_delete_creators on public.cta_library
for delete to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

grant select, delete on public.hashtag_library, public.cta_library to authenticated;
grant insert (client_account_id, brand_profile_id, hashtag, platform, category)
on public.hashtag_library to authenticated;
grant update (hashtag, platform, category) on public.hashtag_library to authenticated;
grant insert (client_account_id, brand_profile_id, cta_text, cta_type, platform) on public.cta_library to authenticated;
grant update (cta_text, cta_type, platform) on public.cta_library to authenticated;
grant select on public.hashtag_library, public.cta_library to service_role;
