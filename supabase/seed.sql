-- A small believable tenant, so that a new stack has something to look at. Safe to run again. Nobody can sign in as these people:
-- they have no password.

insert into auth.users (id, aud, role, email, raw_app_meta_data, raw_user_meta_data, email_confirmed_at, created_at, updated_at)
values
  ('5eed0000-0000-4000-8000-000000000001', 'authenticated', 'authenticated', 'noor@studio-noor.example', '{"provider": "email"}',
    '{"full_name": "Noor Jansen", "language": "nl", "timezone": "Europe/Amsterdam", "organization_name": "Studio Noor"}',
    now(), now(), now()),
  ('5eed0000-0000-4000-8000-000000000002', 'authenticated', 'authenticated', 'ravi@kinara.example', '{"provider": "email"}',
    '{"full_name": "Ravi Menon", "language": "en", "timezone": "Asia/Kolkata", "organization_name": "Ravi Menon"}',
    now(), now(), now())
on conflict (id) do nothing;

-- Ravi runs an agency beside his personal organization; Noor works there as a creator.
insert into public.organizations (id, name, slug, type, timezone, created_by)
values (
  '5eed0000-0000-4000-8000-000000000010', 'Kinara Content', 'kinara-content', 'agency', 'Asia/Kolkata',
  '5eed0000-0000-4000-8000-000000000002'
)
on conflict (id) do nothing;

insert into public.subscriptions (organization_id, plan)
values ('5eed0000-0000-4000-8000-000000000010', 'agency')
on conflict (organization_id) where ended_at is null do nothing;

insert into public.organization_members (organization_id, user_id, role)
values
  ('5eed0000-0000-4000-8000-000000000010', '5eed0000-0000-4000-8000-000000000002', 'owner'),
  ('5eed0000-0000-4000-8000-000000000010', '5eed0000-0000-4000-8000-000000000001', 'creator')
on conflict (user_id, organization_id) do nothing;

insert into public.client_accounts (id, organization_id, name, slug, contact_email)
values (
  '5eed0000-0000-4000-8000-000000000020', '5eed0000-0000-4000-8000-000000000010', 'Monsoon Bakery', 'monsoon-bakery',
  'hello@monsoon-bakery.example'
)
on conflict (id) do nothing;

-- One finished generation of that client.
insert into public.generations (
  id, organization_id, user_id, client_account_id, input_content, input_title, input_content_hash, request_hash, selected_platforms,
  selected_tone, language, core_message, key_points, detected_topic, keywords, ai_provider, ai_model, generation_time_ms, status,
  started_at, completed_at
)
select
  '5eed0000-0000-4000-8000-000000000030', '5eed0000-0000-4000-8000-000000000010', '5eed0000-0000-4000-8000-000000000001',
  '5eed0000-0000-4000-8000-000000000020', i.input, 'Why sourdough rises slowly', encode(sha256(convert_to('text:' || i.input, 'utf8')), 'hex'),
  encode(sha256(convert_to('seed:' || i.input, 'utf8')), 'hex'), array['x'], 'educational', 'en',
  'Sourdough rises slowly because wild yeast is sparse.', '["Wild yeast is sparse.", "Cold dough ferments for a day."]',
  'sourdough', array['sourdough', 'wild yeast'], 'local', 'local-extractive', 180, 'completed', now(), now()
from (values ('Sourdough rises slowly because wild yeast is sparse. Cold dough ferments for a day. Time gives the bread its taste.')) as i (input)
on conflict (id) do nothing;

insert into public.generated_content (
  id, organization_id, user_id, client_account_id, generation_id, target_platform, content_type, language, generated_text, content,
  hashtags, word_count, ai_provider, ai_model
)
values (
  '5eed0000-0000-4000-8000-000000000040', '5eed0000-0000-4000-8000-000000000010', '5eed0000-0000-4000-8000-000000000001',
  '5eed0000-0000-4000-8000-000000000020', '5eed0000-0000-4000-8000-000000000030', 'x', 'thread', 'en',
  'Sourdough rises slowly because wild yeast is sparse. 1/1',
  '{"thread": ["Sourdough rises slowly because wild yeast is sparse. 1/1"], "tweet_count": 1, "hashtags": ["Sourdough"]}',
  array['Sourdough'], 9, 'local', 'local-extractive'
)
on conflict (id) do nothing;

insert into public.generation_outputs (organization_id, generation_id, platform, status, generated_content_id, completed_at)
values (
  '5eed0000-0000-4000-8000-000000000010', '5eed0000-0000-4000-8000-000000000030', 'x', 'completed',
  '5eed0000-0000-4000-8000-000000000040', now()
)
on conflict (generation_id, platform) do nothing;
