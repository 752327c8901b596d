-- Purpose: what people reuse: prompt templates, visual templates and how each brand customizes them.
-- Objects: content_templates, templates, template_ratings, brand_templates, policies and grants.

create type public.template_type as enum ('video_intro', 'video_outro', 'caption_style', 'social_post');
comment on type public.template_type is 'What a visual template shapes.';

-- Tables --------------------------------------------------------------------------------------------------------------

create table public.content_templates (
  id uuid constraint content_templates_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  user_id uuid default auth.uid(),
  client_account_id uuid,
  name text not null,
  description text,
  content_type public.generated_content_type not null,
  template_text text not null,
  parameters jsonb not null default '{}',
  language text,
  usage_count integer not null default 0,
  average_performance numeric(5, 2),
  scored_count integer not null default 0,
  is_active boolean not null default true,
  is_public boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint content_templates_organization_id_id_key unique (organization_id, id),
  constraint content_templates_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint content_templates_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint content_templates_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete set null (client_account_id),
  constraint content_templates_name_check check (char_length(btrim(name)) between 1 and 200),
  constraint content_templates_description_check check (char_length(description) <= 2000),
  constraint content_templates_template_text_check check (char_length(btrim(template_text)) between 1 and 20000),
  constraint content_templates_parameters_is_a_small_object
    check (jsonb_typeof(parameters) = 'object' and octet_length(parameters::text) <= 16384),
  constraint content_templates_language_check check (language ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' and char_length(language) <= 35),
  constraint content_templates_usage_count_check check (usage_count >= 0),
  constraint content_templates_average_performance_check check (average_performance between 0 and 100),
  constraint content_templates_scored_count_check check (scored_count >= 0),
  constraint what_is_made_for_a_client_is_not_published check (not is_public or client_account_id is null)
);
create index content_templates_organization_id_created_at_idx
on public.content_templates (organization_id, created_at desc, id desc);
create index content_templates_organization_id_content_type_idx
on public.content_templates (organization_id, content_type, created_at desc, id desc);
create index content_templates_public_idx on public.content_templates (content_type, usage_count desc, id)
where is_public and is_active;
create index content_templates_client_account_id_idx on public.content_templates (organization_id, client_account_id)
where client_account_id is not null;
create index content_templates_user_id_idx on public.content_templates (user_id) where user_id is not null;
comment on table public.content_templates is
'Prompts with {{variables}}. Everybody who is signed in reads the public ones; only the organization that owns one changes it.';
comment on column public.content_templates.parameters is
'{"variables": ["topic"], "style": "motivational", "length_target": 40, "required_elements": ["hook"]}; variables are exactly those in the text.';
comment on column public.content_templates.usage_count is 'How often use_content_template filled it in, by whichever organization.';
comment on column public.content_templates.average_performance is '0 to 100: mean of what was made with it and measured; null until something was.';
comment on column public.content_templates.is_public is 'Managers publish; what others published here is theirs to read, not to change.';

create table public.templates (
  id uuid constraint templates_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  user_id uuid default auth.uid(),
  name text not null,
  description text,
  template_type public.template_type not null,
  is_public boolean not null default false,
  is_premium boolean not null default false,
  config jsonb not null,
  preview_url text,
  usage_count integer not null default 0,
  rating numeric(3, 2),
  rating_count integer not null default 0,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint templates_organization_id_id_key unique (organization_id, id),
  constraint templates_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint templates_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint templates_name_check check (char_length(btrim(name)) between 1 and 255),
  constraint templates_description_check check (char_length(description) <= 2000),
  constraint templates_config_is_a_bounded_object
    check (jsonb_typeof(config) = 'object' and octet_length(config::text) <= 65536),
  constraint templates_preview_url_check check (private.is_http_url(preview_url)),
  constraint templates_usage_count_check check (usage_count >= 0),
  constraint templates_rating_check check (rating between 0 and 5),
  constraint templates_rating_count_check check (rating_count >= 0)
);
create index templates_organization_id_created_at_idx on public.templates (organization_id, created_at desc, id desc);
create index templates_organization_id_template_type_idx
on public.templates (organization_id, template_type, created_at desc, id desc);
create index templates_public_idx on public.templates (template_type, usage_count desc, id) where is_public;
create index templates_user_id_idx on public.templates (user_id) where user_id is not null;
comment on table public.templates is
'Visual templates: intros, outros, caption styles, layouts. Public ones are read by everybody who is signed in, changed by their owner.';
comment on column public.templates.is_premium is 'Brands of organizations on a paid plan may use it; operators say which.';
comment on column public.templates.config is 'Settings in the shape of the template''s type.';
comment on column public.templates.usage_count is 'How many brands have customized it.';
comment on column public.templates.rating is '0 to 5 stars: mean of template_ratings.';

create table public.template_ratings (
  template_id uuid not null,
  user_id uuid not null,
  organization_id uuid not null,
  stars smallint not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint template_ratings_pkey primary key (template_id, user_id),
  constraint template_ratings_template_id_fkey foreign key (template_id)
    references public.templates (id) on delete cascade,
  constraint template_ratings_user_id_fkey foreign key (user_id) references public.profiles (id) on delete cascade,
  constraint template_ratings_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint template_ratings_stars_check check (stars between 0 and 5)
);
create index template_ratings_user_id_idx on public.template_ratings (user_id);
create index template_ratings_organization_id_idx on public.template_ratings (organization_id);
comment on table public.template_ratings is 'One rating per person and template.';
comment on column public.template_ratings.organization_id is 'The one the person acted in.';

create table public.brand_templates (
  id uuid constraint brand_templates_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  user_id uuid default auth.uid(),
  client_account_id uuid,
  brand_profile_id uuid not null,
  template_id uuid,
  customization jsonb not null default '{}',
  logo_url text,
  intro_video_url text,
  outro_video_url text,
  brand_colors jsonb not null default '{}',
  fonts jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint brand_templates_organization_id_id_key unique (organization_id, id),
  constraint brand_templates_brand_profile_id_template_id_key unique nulls not distinct (brand_profile_id, template_id),
  constraint brand_templates_organization_id_fkey foreign key (organization_id)
    references public.organizations (id) on delete cascade,
  constraint brand_templates_user_id_fkey foreign key (user_id) references public.profiles (id) on delete set null,
  constraint brand_templates_client_account_id_fkey foreign key (organization_id, client_account_id)
    references public.client_accounts (organization_id, id) on delete cascade,
  constraint brand_templates_brand_profile_id_fkey foreign key (organization_id, brand_profile_id)
    references public.brand_profiles (organization_id, id) on delete cascade,
  constraint brand_templates_template_id_fkey foreign key (template_id)
    references public.templates (id) on delete cascade,
  constraint brand_templates_customization_is_a_bounded_object
    check (jsonb_typeof(customization) = 'object' and octet_length(customization::text) <= 65536),
  constraint brand_templates_logo_url_check check (private.is_http_url(logo_url)),
  constraint brand_templates_intro_video_url_check check (private.is_http_url(intro_video_url)),
  constraint brand_templates_outro_video_url_check check (private.is_http_url(outro_video_url)),
  constraint brand_templates_brand_colors_is_a_small_object
    check (jsonb_typeof(brand_colors) = 'object' and octet_length(brand_colors::text) <= 4096),
  constraint brand_templates_fonts_is_a_small_object
    check (jsonb_typeof(fonts) = 'object' and octet_length(fonts::text) <= 4096)
);
create index brand_templates_organization_id_created_at_idx
on public.brand_templates (organization_id, created_at desc, id desc);
create index brand_templates_brand_profile_id_idx on public.brand_templates (organization_id, brand_profile_id);
create index brand_templates_client_account_id_idx on public.brand_templates (organization_id, client_account_id)
where client_account_id is not null;
create index brand_templates_template_id_idx on public.brand_templates (template_id) where template_id is not null;
create index brand_templates_user_id_idx on public.brand_templates (user_id) where user_id is not null;
comment on table public.brand_templates is
'How a brand dresses a template, or, without one, everything it makes: logo, colours, fonts, intro and outro.';
comment on column public.brand_templates.template_id is
'A template of the organization or a public one; null: the look of the brand itself, once per brand.';
comment on column public.brand_templates.brand_colors is 'Colour by purpose, e.g. {"primary": "#112233", "secondary": "#445566"}.';
comment on column public.brand_templates.fonts is 'Font by purpose, e.g. {"heading": "Montserrat", "body": "Inter"}.';

create trigger follow_brand before insert or update of brand_profile_id on public.brand_templates
for each row execute function private.follow_brand();
create trigger touch before update on public.content_templates
for each row execute function private.touch();
create trigger touch before update on public.templates
for each row execute function private.touch();
create trigger touch before update on public.template_ratings
for each row execute function private.touch();
create trigger touch before update on public.brand_templates
for each row execute function private.touch();

select private.attach_audit('public.content_templates', 'id', '{usage_count,average_performance,scored_count}', p_shown => '{name,language}');
select private.attach_audit('public.templates', 'id', '{usage_count,rating,rating_count}', p_shown => '{name}');
select private.attach_audit('public.brand_templates');

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.content_templates enable row level security;
alter table public.templates enable row level security;
alter table public.template_ratings enable row level security;
alter table public.brand_templates enable row level security;

create policy content_templates_select_members_and_public on public.content_templates
for select to authenticated
using (
  (
    organization_id = (select organization_id from private.acting_member)
    and (
      (select client_account_id from private.acting_member) is null
      or client_account_id = (select private.member_client_account())
    )
  )
  or (is_public and is_active and (select organization_id from private.acting_member) is not null)
);

create policy content_templates_insert_creators on public.content_templates
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and (not is_public or (select private.has_role('manager')))
);

create policy content_templates_update_creators on public.content_templates
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and (not is_public or (select private.has_role('manager')))
)
with check (
  organization_id = (select organization_id from private.acting_member)
  and (not is_public or (select private.has_role('manager')))
);

create policy content_templates_delete_creators on public.content_templates
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and (not is_public or (select private.has_role('manager')))
);

create policy templates_select_members_and_public on public.templates
for select to authenticated
using (
  (organization_id = (select organization_id from private.acting_member where client_account_id is null))
  or (is_public and (select organization_id from private.acting_member) is not null)
);
comment on policy templates_select_members_and_public on public.templates is
'The organization''s own templates serve all its clients; members of one client see what is public.';

create policy templates_insert_creators on public.templates
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and (not is_public or (select private.has_role('manager')))
);

create policy templates_update_creators on public.templates
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and (not is_public or (select private.has_role('manager')))
)
with check (
  organization_id = (select organization_id from private.acting_member)
  and (not is_public or (select private.has_role('manager')))
);

create policy templates_delete_creators on public.templates
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and (not is_public or (select private.has_role('manager')))
);

create policy template_ratings_select_self on public.template_ratings
for select to authenticated
using (user_id = (select auth.uid()));

create policy brand_templates_select_members on public.brand_templates
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy brand_templates_insert_creators on public.brand_templates
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy brand_templates_update_creators on public.brand_templates
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'))
with check (organization_id = (select organization_id from private.acting_member));

create policy brand_templates_delete_creators on public.brand_templates
for delete to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

grant select, delete on public.content_templates, public.templates, public.brand_templates to authenticated;
grant select on public.template_ratings to authenticated;
grant insert (
  client_account_id, name, description, content_type, template_text, parameters, language, is_active, is_public
) on public.content_templates to authenticated;
grant update (name, description, content_type, template_text, parameters, language, is_active, is_public)
on public.content_templates to authenticated;
grant insert (name, description, template_type, config, preview_url, is_public) on public.templates to authenticated;
grant update (name, description, template_type, config, preview_url, is_public) on public.templates to authenticated;
grant insert (
  brand_profile_id, template_id, customization, logo_url, intro_video_url, outro_video_url, brand_colors, fonts
) on public.brand_templates to authenticated;
grant update (customization, logo_url, intro_video_url, outro_video_url, brand_colors, fonts)
on public.brand_templates to authenticated;
grant select on public.content_templates, public.templates, public.template_ratings, public.brand_templates
to service_role;
