-- A small believable world, so that every screen of a new stack has something to show: a creator, a team and an agency
-- with two clients. Nobody can sign in as these people: they have no password. Their tokens and keys open nothing.
-- Safe to run again: where a trace of these people or organizations is left, nothing is written, whatever was changed.
--
-- One statement writes everything or nothing. What a function of the product makes in daily life (approvals, posts,
-- jobs, metrics, scores, money) is made by that function here, on behalf of the person who would have asked for it;
-- the rest are plain rows. Dates follow now() where a screen shows recent things.

-- Helpers -------------------------------------------------------------------------------------------------------------

-- The same id for the same word each time; a number stays readable.
create or replace function pg_temp.id(p_word text)
returns uuid language sql immutable as $$
  select (
    '5eed0000-0000-4000-8000-' || case when p_word ~ '^[0-9]+$' then lpad(p_word, 12, '0') else left(md5(p_word), 12) end
  )::uuid
$$;

-- What follows is asked for by this person in this organization, as a request with their token would.
create or replace function pg_temp.act_as(p_person text, p_organization_id uuid)
returns void language sql volatile as $$
  select set_config('request.jwt.claims', jsonb_build_object('role', 'authenticated', 'sub', pg_temp.id(p_person))::text, true),
    set_config('request.headers', jsonb_build_object('x-organization-id', p_organization_id)::text, true)
$$;

create or replace function pg_temp.act_as_nobody()
returns void language sql volatile as $$
  select set_config('request.jwt.claims', '', true), set_config('request.headers', '', true)
$$;

create or replace function pg_temp.digest(p_text text)
returns text language sql immutable as $$ select encode(sha256(convert_to(p_text, 'utf8')), 'hex') $$;

-- A moment some days ago (negative: ahead) at a time of day in Utrecht.
create or replace function pg_temp.days_ago(p_days numeric, p_time text default '09:00')
returns timestamptz language sql stable as $$
  select ((now() at time zone 'Europe/Amsterdam')::date - floor(p_days)::integer + p_time::time) at time zone 'Europe/Amsterdam'
$$;

-- One input goes through the queue as a worker would take it: each platform's output, or the code it failed with.
create or replace function pg_temp.generate(
  p_word text, p_organization_id uuid, p_person text, p_title text, p_input text, p_tone public.generation_tone,
  p_language text, p_analysis jsonb, p_outputs jsonb, p_error_code text default null
)
returns void language plpgsql volatile as $$
declare
  v_id uuid := pg_temp.id(p_word);
  v_platforms text[] := array(select k.platform from jsonb_object_keys(p_outputs) as k (platform) order by 1);
  v_job_id bigint;
  v_platform text;
begin
  insert into public.generations (
    id, organization_id, user_id, input_content, input_title, input_content_hash, request_hash, selected_platforms,
    selected_tone, language
  )
  values (
    v_id, p_organization_id, pg_temp.id(p_person), p_input, p_title, pg_temp.digest('text:' || p_input),
    pg_temp.digest('demo:' || p_word), v_platforms, p_tone, p_language
  );
  insert into public.generation_outputs (organization_id, generation_id, platform)
  select p_organization_id, v_id, u.platform from unnest(v_platforms) as u (platform);
  v_job_id := private.enqueue_job('generate_posts', p_organization_id, '{}', v_id, p_created_by => pg_temp.id(p_person));
  update public.generations set job_id = v_job_id where id = v_id;
  update public.jobs
  set status = 'processing', attempt = 1, lease = 1, worker_id = 'demo', started_at = now(), lease_expires_at = now() + interval '1 minute'
  where id = v_job_id;
  perform public.checkpoint_job(v_job_id, 1, 'input', jsonb_build_object('text', p_input, 'title', p_title), 0.1);
  perform public.log_job(v_job_id, 1, 'info', 'input read', jsonb_build_object('characters', char_length(p_input)));
  if p_error_code is not null then
    perform public.fail_job(v_job_id, 1, p_error_code, 'the model did not answer within 60 seconds', false);
    return;
  end if;
  perform public.checkpoint_job(v_job_id, 1, 'analysis', p_analysis, 0.3);
  foreach v_platform in array v_platforms loop
    perform public.checkpoint_job(v_job_id, 1, 'platform:' || v_platform, p_outputs -> v_platform || jsonb_build_object(
      'ai_provider', 'local', 'ai_model', 'local-extractive'
    ), 0.6);
  end loop;
  perform public.complete_job(v_job_id, 1, '{"ai_provider": "local", "ai_model": "local-extractive", "generation_time_ms": 210}');
end;
$$;

create or replace function pg_temp.open_request(p_content text)
returns uuid language sql stable as $$
  select r.id from public.approval_requests as r where r.generated_content_id = pg_temp.id(p_content) and r.status = 'pending'
$$;

create or replace function pg_temp.publish(
  p_word text, p_outcome public.publish_outcome, p_platform_post_id text, p_error_code text default null,
    p_error_message text default null
)
returns void language plpgsql volatile as $$
declare
  v_attempt jsonb;
begin
  update public.scheduled_posts set status = 'publishing', claimed_at = now() where id = pg_temp.id(p_word);
  v_attempt := public.begin_publish_attempt(pg_temp.id(p_word), p_worker_id => 'demo');
  perform public.settle_publish_attempt(
    (v_attempt ->> 'attempt_id')::uuid, 1, p_outcome, p_platform_post_id,
    'https://posts.example/' || p_platform_post_id, '{"demo": true}', p_error_code, p_error_message,
    case when p_outcome = 'unknown' then now() + interval '7 days' end
  );
end;
$$;

-- The world -----------------------------------------------------------------------------------------------------------

do $seed$
declare
  v_studio uuid; -- what Noor's sign-up makes: its id is not ours to choose
  v_team uuid := pg_temp.id('11');
  v_agency uuid := pg_temp.id('10');
  v_row record;
  v_token text;
  v_vacancy text := 'Wij zoeken een tester die graag dingen kapotmaakt. Team van zes, 32 uur, Utrecht.';
  v_payment public.payments;
  v_invoice public.invoices;
begin
  -- A trace is enough: what people changed or deleted since stays as they left it.
  if exists (
    select from auth.users as u
    where u.id between '5eed0000-0000-4000-8000-000000000000' and '5eed0000-0000-4000-8000-ffffffffffff'
  )
    or exists (select from public.organizations as o where o.id in (v_team, v_agency))
    or exists (select from public.usage_ledger as l where l.organization_id in (v_team, v_agency)) then
    return;
  end if;

  -- People and organizations ------------------------------------------------------------------------------------------
  -- Sign-up makes profile, settings and a personal organization; Noor's is her studio.
  insert into auth.users (
    id, aud, role, email, raw_app_meta_data, raw_user_meta_data, email_confirmed_at, last_sign_in_at, created_at,
    updated_at
  )
  select pg_temp.id(p.number), 'authenticated', 'authenticated', p.email, '{"provider": "email"}', jsonb_build_object('full_name', p.name, 'language',
    p.language, 'timezone', p.timezone, 'country_code', case p.timezone when 'Asia/Kolkata' then 'IN' else 'NL' end, 'organization_name', p.organization),
    now() - interval '120 days', now() - make_interval(hours => p.number::integer), now() - interval '120 days', now()
  from (
    values
    ('1', 'noor@studio-noor.example', 'Noor Jansen', 'nl', 'Europe/Amsterdam', 'Studio Noor'),
    ('2', 'ravi@kinara.example', 'Ravi Menon', 'en', 'Asia/Kolkata', 'Ravi Menon'),
    ('3', 'femke@grachtwerk.example', 'Femke de Boer', 'nl', 'Europe/Amsterdam', 'Femke de Boer'),
    ('4', 'bram@grachtwerk.example', 'Bram Visser', 'nl', 'Europe/Amsterdam', 'Bram Visser'),
    ('5', 'aylin@grachtwerk.example', 'Aylin Demir', 'nl', 'Europe/Amsterdam', 'Aylin Demir'),
    ('6', 'tim@grachtwerk.example', 'Tim Hendriks', 'nl', 'Europe/Amsterdam', 'Tim Hendriks'),
    ('7', 'sophie@grachtwerk.example', 'Sophie Willems', 'en', 'Europe/Amsterdam', 'Sophie Willems'),
    ('8', 'meera@monsoon-bakery.example', 'Meera Pillai', 'en', 'Asia/Kolkata', 'Meera Pillai'),
    ('9', 'arjun@deccan-cycles.example', 'Arjun Rao', 'en', 'Asia/Kolkata', 'Arjun Rao')
  ) as p (number, email, name, language, timezone, organization);
  update public.profiles set onboarded_at = now() - interval '119 days'
  where id in (select pg_temp.id(n::text) from generate_series(1, 8) as n);
  update public.user_settings set is_weekly_digest_enabled = false, content_style = 'educational', default_tone = 'authority'
  where user_id = pg_temp.id('5');
  insert into public.user_roles (user_id, role, granted_by) values (pg_temp.id('3'), 'user', null);
  -- A device on the list; there is no session of Supabase Auth behind it.
  insert into public.user_sessions (
    id, user_id, session_token_hash, auth_session_id, ip_address, user_agent, device_info, expires_at, last_accessed_at
  )
  values
  (pg_temp.id('session noor'), pg_temp.id('1'), pg_temp.digest('no session: noor'), pg_temp.id('auth session noor'), '192.0.2.14',
    'Mozilla/5.0 (Macintosh; Intel Mac OS X 14_5) Firefox/140.0', '{"browser": "Firefox", "os": "macOS"}', now() + interval '30 days',
    now() - interval '2 hours'),
  (pg_temp.id('session ravi'), pg_temp.id('2'), pg_temp.digest('no session: ravi'), pg_temp.id('auth session ravi'), '198.51.100.7',
    'Mozilla/5.0 (Linux; Android 15) Chrome/140.0', '{"browser": "Chrome", "os": "Android"}', now() + interval '30 days', now() - interval '1 day');
  insert into public.user_ai_settings (user_id, preferred_provider, preferred_model, tone, language)
  values
  (pg_temp.id('1'), 'local', 'local-extractive', 'enthusiastic', 'nl'),
  (pg_temp.id('5'), null, null, 'professional', 'nl');

  select p.active_organization_id into strict v_studio from public.profiles as p where p.id = pg_temp.id('1');
  update public.organizations
  set industry = 'Personal development', company_size = '1-10', website = 'https://studio-noor.example',
    billing_email = 'noor@studio-noor.example', created_at = now() - interval '120 days'
  where id = v_studio;
  insert into public.organizations (
    id, name, slug, type, timezone, created_by, industry, company_size, website, billing_email, created_at
  )
  values
  (v_agency, 'Kinara Content', 'kinara-content', 'agency', 'Asia/Kolkata', pg_temp.id('2'), 'Marketing', '11-50', 'https://kinara.example',
    'accounts@kinara.example', now() - interval '110 days'),
  (v_team, 'Grachtwerk Software', 'grachtwerk-software', 'team', 'Europe/Amsterdam', pg_temp.id('3'), 'Software', '51-200', 'https://grachtwerk.example',
    'facturen@grachtwerk.example', now() - interval '100 days');

  update public.subscriptions
  set plan = 'starter', billing_period = 'monthly', payment_provider = 'stripe', amount = 19, currency = 'EUR',
    current_period_start = now() - interval '12 days', current_period_end = now() + interval '18 days',
    next_billing_at = now() + interval '18 days'
  where organization_id = v_studio and ended_at is null;
  insert into public.subscriptions (
    id, organization_id, plan, billing_period, payment_provider, amount, currency, current_period_start,
    current_period_end, next_billing_at, started_at, ended_at, status, trial_start, trial_end, cancelled_at,
    cancellation_reason
  )
  values
  (pg_temp.id('subscription agency'), v_agency, 'agency', 'yearly', 'razorpay', 95000, 'INR', now() - interval '80 days', now() + interval '285 days',
    now() + interval '285 days', now() - interval '80 days', null, 'active', null, null, null, null),
  (pg_temp.id('subscription agency trial'), v_agency, 'professional', 'monthly', 'razorpay', 4500, 'INR', now() - interval '110 days',
    now() - interval '80 days', null, now() - interval '110 days', now() - interval '80 days', 'expired', now() - interval '110 days',
    now() - interval '96 days', now() - interval '81 days', 'moved to the yearly plan for agencies'),
  (pg_temp.id('subscription team'), v_team, 'professional', 'monthly', 'stripe', 79, 'EUR', now() - interval '5 days', now() + interval '25 days',
    now() + interval '25 days', now() - interval '65 days', null, 'active', null, null, null, null);

  insert into public.client_accounts (id, organization_id, name, slug, contact_email, contact_phone, brand_colors)
  values
  (pg_temp.id('20'), v_agency, 'Monsoon Bakery', 'monsoon-bakery', 'hello@monsoon-bakery.example', '+91 20 5550 0100',
    '{"primary": "#7A3E12", "accent": "#F2C14E"}'),
  (pg_temp.id('21'), v_agency, 'Deccan Cycles', 'deccan-cycles', 'ride@deccan-cycles.example', '+91 20 5550 0200', '{"primary": "#0B6E4F"}');
  insert into public.organization_members (organization_id, user_id, role, client_account_id, invited_by, joined_at)
  select m.organization_id, pg_temp.id(m.person), m.role::public.member_role, pg_temp.id(m.client),
    pg_temp.id(m.inviter), now() - interval '90 days'
  from (
    values
    (v_agency, '2', 'owner', null, null),
    (v_agency, '1', 'creator', null, '2'),
    (v_agency, '8', 'client', '20', '2'),
    (v_agency, '9', 'client', '21', '2'),
    (v_team, '3', 'owner', null, null),
    (v_team, '4', 'admin', null, '3'),
    (v_team, '5', 'manager', null, '3'),
    (v_team, '6', 'creator', null, '5'),
    (v_team, '7', 'viewer', null, '5')
  ) as m (organization_id, person, role, client, inviter);
  update public.profiles set active_organization_id = v_team
  where id in (select pg_temp.id(n::text) from generate_series(3, 7) as n);
  update public.profiles set active_organization_id = v_agency
  where id in (pg_temp.id('2'), pg_temp.id('8'), pg_temp.id('9'));
  insert into public.organization_invitations (
    id, organization_id, email, role, client_account_id, token_hash, invited_by, expires_at, accepted_at, accepted_by,
    revoked_at
  )
  values
  (pg_temp.id('invitation open'), v_agency, 'editor@kinara.example', 'creator', null, pg_temp.digest('no token: editor'), pg_temp.id('2'),
    now() + interval '5 days', null, null, null),
  (pg_temp.id('invitation client'), v_agency, 'meera@monsoon-bakery.example', 'client', pg_temp.id('20'), pg_temp.digest('no token: meera'), pg_temp.id('2'),
    now() - interval '80 days', now() - interval '90 days', pg_temp.id('8'), null),
  (pg_temp.id('invitation revoked'), v_team, 'stage@grachtwerk.example', 'viewer', null, pg_temp.digest('no token: stage'), pg_temp.id('5'),
    now() + interval '1 day', null, null, now() - interval '2 days');

  -- Connections and accounts ------------------------------------------------------------------------------------------
  insert into public.platform_connections (
    id, organization_id, client_account_id, connected_by, platform, platform_user_id, platform_username,
    platform_display_name, vault_secret_name, scopes, token_expires_at, status, is_verified, last_verified_at,
    last_error, last_error_at, connected_at
  )
  select pg_temp.id(c.word), c.organization_id, pg_temp.id(c.client), pg_temp.id(c.person), c.platform, 'demo-' || c.handle,
    c.handle, c.display_name, 'connection:' || pg_temp.id(c.word), c.scopes, now() + interval '50 days',
    c.status::public.connection_status, c.status = 'active', now() - interval '1 day', c.problem,
    case when c.problem is not null then now() - interval '6 hours' end, now() - interval '95 days'
  from (
    values
    ('connection noor youtube', v_studio, null, '1', 'youtube', 'studionoor', 'Studio Noor', array['youtube.upload', 'youtube.readonly'], 'active', null),
    ('connection noor tiktok', v_studio, null, '1', 'tiktok', 'studionoor.nl', 'Studio Noor', array['video.publish', 'video.list'], 'active', null),
    ('connection team linkedin', v_team, null, '5', 'linkedin', 'grachtwerk', 'Grachtwerk Software', array['w_organization_social'], 'active', null),
    ('connection team x', v_team, null, '5', 'x', 'grachtwerk', 'Grachtwerk', array['tweet.write', 'users.read'], 'needs_reauth',
      'X no longer accepts the permission; connect again'),
    ('connection bakery instagram', v_agency, '20', '2', 'instagram', 'monsoonbakery', 'Monsoon Bakery', array['instagram_content_publish'], 'active', null),
    ('connection cycles youtube', v_agency, '21', '2', 'youtube', 'deccancycles', 'Deccan Cycles', array['youtube.upload'], 'active', null)
  ) as c (word, organization_id, client, person, platform, handle, display_name, scopes, status, problem);
  -- Where tokens would be; these words open nothing.
  perform private.put_secret(c.vault_secret_name, '{"access_token": "demo, opens nothing"}', 'demo of a connection')
  from public.platform_connections as c where c.organization_id in (v_studio, v_team, v_agency);
  insert into public.social_accounts (
    id, organization_id, client_account_id, connection_id, platform, platform_account_id, account_name, account_handle,
    account_url, description, follower_count, post_count, is_primary, last_synced_at, last_sync_status, next_sync_at
  )
  select pg_temp.id('account ' || a.word), c.organization_id, c.client_account_id, c.id, c.platform, 'demo-account-' || a.word, a.name,
    c.platform_username, 'https://' || c.platform || '.example/' || c.platform_username, a.description, a.followers, a.posts, true,
    now() - interval '5 hours', 'succeeded', case when c.status = 'active' then now() + interval '19 hours' end
  from (
    values
    ('connection noor youtube', 'noor youtube', 'Studio Noor', 'Elke week een kleine duw in de rug.', 48200, 231),
    ('connection noor tiktok', 'noor tiktok', 'Studio Noor', 'Motivatie in dertig seconden.', 91500, 412),
    ('connection team linkedin', 'team linkedin', 'Grachtwerk Software', 'Planningssoftware voor de bouw, gemaakt in Utrecht.', 6400, 180),
    ('connection team x', 'team x', 'Grachtwerk', 'Wat wij leren terwijl we software maken.', 2100, 640),
    ('connection bakery instagram', 'bakery instagram', 'Monsoon Bakery', 'Slow bread from Pune.', 12800, 305),
    ('connection cycles youtube', 'cycles youtube', 'Deccan Cycles', 'Repairs, rides and honest reviews.', 8700, 74)
  ) as a (connection, word, name, description, followers, posts)
  join public.platform_connections as c on c.id = pg_temp.id(a.connection);
  -- A consent that came back from the platform, and is over.
  insert into public.oauth_states (
    id, organization_id, user_id, platform, state_hash, vault_secret_name, redirect_uri, redirect_to, expires_at,
    consumed_at, created_at
  )
  values (
    pg_temp.id('oauth state'), v_team, pg_temp.id('5'), 'instagram', pg_temp.digest('no state'), null,
    'https://app.grachtwerk.example/oauth/callback', '/settings/connections', now() - interval '20 minutes', now() - interval '25 minutes',
    now() - interval '30 minutes'
  );
  perform public.take_budget('youtube', 'units', 1600, p_application => 'demo');
  perform public.take_budget('youtube', 'analytics_queries', 12, pg_temp.id('connection noor youtube'), 'demo');
  insert into public.content_sources (
    id, organization_id, client_account_id, created_by, kind, name, url, feed_url, plan, is_plan_automatic, status,
    poll_interval_minutes, next_poll_at, last_polled_at, last_item_at, item_count, failure_count, last_error
  )
  values
  (pg_temp.id('source blog'), v_team, null, pg_temp.id('5'), 'blog', 'Blog van Grachtwerk', 'https://grachtwerk.example/blog',
    'https://grachtwerk.example/blog/feed.xml', '{"platforms": ["linkedin", "x"], "tone": "educational", "language": "nl"}', false, 'paused', 240, null,
    now() - interval '2 days', now() - interval '3 days', 14, 0, null),
  (pg_temp.id('source podcast'), v_studio, null, pg_temp.id('1'), 'podcast', 'Podcast Kleine stappen', 'https://kleine-stappen.example/podcast', null,
    '{"platforms": ["tiktok"], "language": "nl"}', false, 'failing', 1440, null, now() - interval '5 hours', null, 0, 10, 'the address answered 404 Not Found'),
  (pg_temp.id('source recipes'), v_agency, pg_temp.id('20'), pg_temp.id('2'), 'rss', 'Baking journal', 'https://monsoon-bakery.example/journal',
    'https://monsoon-bakery.example/journal.rss', '{"platforms": ["instagram"]}', false, 'paused', 720, null, now() - interval '10 hours',
    now() - interval '1 day', 6, 0, null);

  -- Brand -------------------------------------------------------------------------------------------------------------
  insert into public.brand_profiles (
    id, organization_id, user_id, client_account_id, name, description, persona_description, industry, target_audience,
    content_goals, preferred_platforms, tone_preset, custom_guidelines, social_media_handles, is_default
  )
  values
  (pg_temp.id('brand noor'), v_studio, pg_temp.id('1'), null, 'Studio Noor', 'Motivatie zonder zweverigheid.',
    'Een nuchtere vriendin die je over de drempel helpt.', 'Personal development', 'Twintigers en dertigers met een volle agenda', array['vaste kijkers',
    'meer reacties'], array['youtube', 'tiktok'], 'enthusiastic', 'Nooit schreeuwen, nooit beloven wat niet kan.',
    '{"youtube": "studionoor", "tiktok": "studionoor.nl"}', true),
  (pg_temp.id('brand team'), v_team, pg_temp.id('5'), null, 'Grachtwerk', 'Planningssoftware voor aannemers.', 'Een collega die de bouwplaats kent.',
    'Software', 'Planners en werkvoorbereiders', array['proefaanvragen', 'vakmensen werven'], array['linkedin', 'x'], 'professional',
    'Schrijf u naar klanten en je naar kandidaten. Geen jargon zonder uitleg.', '{"linkedin": "grachtwerk"}', true),
  (pg_temp.id('brand bakery'), v_agency, pg_temp.id('2'), pg_temp.id('20'), 'Monsoon Bakery', 'Slow bread, open kitchen.', 'A baker who explains every step.',
    'Food', 'Home bakers in Pune', array['shop visits'], array['instagram', 'x'], 'casual', 'Show hands, flour and failures.', '{"instagram": "monsoonbakery"}',
    true),
  (pg_temp.id('brand cycles'), v_agency, pg_temp.id('2'), pg_temp.id('21'), 'Deccan Cycles', 'Bicycles for long roads.', 'A mechanic with patience.', 'Sports',
    'Commuters and weekend riders', array['workshop bookings'], array['youtube'], 'casual', null, '{}', true);
  insert into public.audience_profiles (
    id, organization_id, user_id, brand_profile_id, name, description, demographics, interests, pain_points,
    preferred_content_types, platform_habits, is_default
  )
  values
  (pg_temp.id('audience noor'), v_studio, pg_temp.id('1'), pg_temp.id('brand noor'), 'Starters', 'Eerste baan, weinig rust.',
    '{"age": "22-32", "country": "NL"}', array['hardlopen', 'podcasts'], array['uitstellen', 'slecht slapen'], array['short_video'],
    '{"tiktok": "na tienen", "youtube": "zondag"}', true),
  (pg_temp.id('audience team'), v_team, pg_temp.id('5'), pg_temp.id('brand team'), 'Werkvoorbereiders', 'Plannen drie projecten tegelijk.', '{"age": "28-55"}',
    array['bouw', 'digitaal werken'], array['dubbele planning'], array['article'], '{"linkedin": "dinsdagochtend"}', true),
  (pg_temp.id('audience bakery'), v_agency, pg_temp.id('2'), pg_temp.id('brand bakery'), 'Home bakers', 'Bake on Sundays.', '{"city": "Pune"}',
    array['sourdough'], array['flat loaves'], array['reel', 'carousel'], '{}', true);
  insert into public.brand_voice_samples (
    id, organization_id, user_id, brand_profile_id, sample_text, platform, content_type, language
  )
  values
  (pg_temp.id('voice sample 1'), v_studio, pg_temp.id('1'), pg_temp.id('brand noor'),
    'Je hoeft vandaag niet te winnen. Je hoeft alleen te beginnen, vijf minuten, met je jas nog aan.', 'tiktok', 'caption', 'nl'),
  (pg_temp.id('voice sample 2'), v_studio, pg_temp.id('1'), pg_temp.id('brand noor'),
    'Discipline klinkt streng. Ik noem het liever een afspraak met de Noor van morgen.', 'youtube', 'description', 'nl'),
  (pg_temp.id('voice sample 3'), v_team, pg_temp.id('6'), pg_temp.id('brand team'),
    'Een planning is geen belofte. Ze is de beste gok van vandaag, en u mag haar morgen bijstellen.', 'linkedin', 'social_post', 'nl'),
  (pg_temp.id('voice sample 4'), v_agency, pg_temp.id('2'), pg_temp.id('brand bakery'),
    'The dough tells you when it is ready. You only need to stop looking at the clock.', 'instagram', 'caption', 'en');
  -- What they have in common is measured by a worker, when somebody asks for it.
  insert into public.brand_voices (brand_profile_id, organization_id, client_account_id, sample_count)
  select b.id, b.organization_id, b.client_account_id, count(*)
  from public.brand_profiles as b
  join public.brand_voice_samples as s on s.organization_id = b.organization_id and s.brand_profile_id = b.id
  group by b.id
  on conflict (brand_profile_id) do nothing;
  insert into public.hashtag_library (id, organization_id, user_id, brand_profile_id, hashtag, platform, category)
  select pg_temp.id('hashtag ' || h.tag || coalesce(h.platform, '')), b.organization_id, b.user_id, b.id, h.tag, h.platform,
    h.category
  from (
    values
    ('brand noor', 'motivatie', 'youtube', 'topic'), ('brand noor', 'motivatie', 'tiktok', 'topic'), ('brand noor', 'kleinestappen', null, 'own'),
    ('brand noor', 'ochtendroutine', 'youtube', 'topic'), ('brand team', 'bouw', 'linkedin', 'topic'), ('brand team', 'planning', null, 'topic'),
    ('brand bakery', 'Sourdough', 'instagram', 'topic'), ('brand bakery', 'PuneFood', 'instagram', 'place'),
    ('brand cycles', 'BikeRepair', 'youtube', 'topic')
  ) as h (brand, tag, platform, category)
  join public.brand_profiles as b on b.id = pg_temp.id(h.brand);
  insert into public.cta_library (id, organization_id, user_id, brand_profile_id, cta_text, cta_type, platform)
  select pg_temp.id('cta ' || c.word), b.organization_id, b.user_id, b.id, c.words, c.kind::public.cta_type, c.platform
  from (
    values
    ('noor subscribe', 'brand noor', 'Volg mee, dan beginnen we morgen samen.', 'subscribe', 'youtube'),
    ('noor comment', 'brand noor', 'Wat stel jij al weken uit? Zet het hieronder.', 'comment', 'tiktok'),
    ('team link', 'brand team', 'Plan een gesprek van een kwartier.', 'link_click', 'linkedin'),
    ('bakery share', 'brand bakery', 'Send this to the friend with the sleepy starter.', 'share', 'instagram')
  ) as c (word, brand, words, kind, platform)
  join public.brand_profiles as b on b.id = pg_temp.id(c.brand);
  insert into public.content_templates (id, organization_id, user_id, name, description, content_type, template_text,
    language, is_public)
  values
  (pg_temp.id('template prompt noor'), v_studio, pg_temp.id('1'), 'Script van veertig seconden', 'Haak, verhaal, opdracht.', 'script',
    'Schrijf een script van {{duration}} seconden over {{topic}}. Begin met een vraag en eindig met een opdracht voor vandaag.', 'nl', false),
  (pg_temp.id('template prompt team'), v_team, pg_temp.id('5'), 'LinkedIn: les van de bouwplaats', null, 'social_post',
    'Vertel wat {{customer}} leerde over {{topic}}, in drie alinea''s en zonder uitroeptekens.', 'nl', true);
  insert into public.templates (id, organization_id, user_id, name, description, template_type, is_public, is_premium,
    config)
  values
  (pg_temp.id('look noor'), v_studio, pg_temp.id('1'), 'Grote gele ondertitels', 'Twee woorden tegelijk.', 'caption_style', true, false,
    '{"font": "Inter", "size": 64, "color": "#FFD60A", "words_per_line": 2}'),
  (pg_temp.id('look agency'), v_agency, pg_temp.id('2'), 'Warm intro', 'A three second opening.', 'video_intro', false, false,
    '{"seconds": 3, "music": "soft"}');
  insert into public.brand_templates (id, organization_id, user_id, brand_profile_id, template_id, customization,
    brand_colors, fonts)
  values
  (pg_temp.id('brand look noor'), v_studio, pg_temp.id('1'), pg_temp.id('brand noor'), pg_temp.id('look noor'), '{"position": "bottom"}',
    '{"primary": "#FFD60A"}', '{"caption": "Inter"}'),
  (pg_temp.id('brand look bakery'), v_agency, pg_temp.id('2'), pg_temp.id('brand bakery'), pg_temp.id('look agency'), '{}', '{"primary": "#7A3E12"}', '{}');
  perform pg_temp.act_as('6', v_team);
  perform public.rate_template(pg_temp.id('look noor'), 4);
  perform pg_temp.act_as('2', v_agency);
  perform public.rate_template(pg_temp.id('look noor'), 5);
  perform pg_temp.act_as_nobody();

  insert into public.organization_ai_settings (id, organization_id, capability, ai_provider, ai_model,
    embedding_dimensions, updated_by)
  values
  (pg_temp.id('ai setting team'), v_team, 'text', 'local', 'local-extractive', null, pg_temp.id('4')),
  (pg_temp.id('ai setting team vectors'), v_team, 'embedding', 'local', 'wordllama-l2-supercat-256', 256, pg_temp.id('4'));
  insert into public.organization_ai_keys (id, organization_id, ai_provider, vault_secret_name, last_four, updated_by)
  values (
    pg_temp.id('ai key agency'), v_agency, 'openai', 'ai_key:' || pg_temp.id('ai key agency'), 'demo', pg_temp.id('2')
  );
  perform private.put_secret('ai_key:' || pg_temp.id('ai key agency'), 'demo, opens nothing', 'demo of an own AI key');

  -- Library -----------------------------------------------------------------------------------------------------------
  insert into public.content_assets (
    id, organization_id, user_id, client_account_id, brand_profile_id, title, description, content_type, storage_path,
    source_url, source_platform, mime_type, size_bytes, duration_seconds, upload_status, processing_error, language,
    transcript, transcript_language, tags, storage_expires_at, created_at
  )
  values
  (pg_temp.id('asset talk'), v_studio, pg_temp.id('1'), null, pg_temp.id('brand noor'), 'Lezing: klein beginnen', 'Opname van de avond in Tivoli.', 'video',
    null, 'https://studio-noor.example/lezing', 'youtube', 'video/mp4', 734003200, 2710, 'completed', null, 'nl',
    'Goedenavond. Wie van jullie heeft vandaag iets uitgesteld? Ik ook. Daarom staan we hier.', 'nl', array['lezing', 'gewoonten'], null, pg_temp.days_ago(40)),
  (pg_temp.id('asset old'), v_studio, pg_temp.id('1'), null, null, 'Oude intro', null, 'video', null, null, null, 'video/mp4', 0, 4, 'expired', null, null,
    null, null, '{}', pg_temp.days_ago(2), pg_temp.days_ago(95)),
  (pg_temp.id('asset whitepaper'), v_team, pg_temp.id('6'), null, pg_temp.id('brand team'), 'Onderzoek: zo plant de bouw', 'Uitkomsten van 120 gesprekken.',
    'document', null, 'https://grachtwerk.example/onderzoek.pdf', null, 'application/pdf', 2411724, null, 'completed', null, 'nl', null, null,
    array['onderzoek'], null, pg_temp.days_ago(21)),
  (pg_temp.id('asset broken'), v_team, pg_temp.id('6'), null, null, 'Interview met een uitvoerder', null, 'audio', null,
    'https://grachtwerk.example/interview.wav', null, 'audio/wav', 0, null, 'failed', 'the file ends after 3 seconds', 'nl', null, null, '{}', null,
    pg_temp.days_ago(8)),
  (pg_temp.id('asset starter'), v_agency, pg_temp.id('2'), pg_temp.id('20'), pg_temp.id('brand bakery'), 'A day with the starter',
    'Six hours in the kitchen, cut to nine minutes.', 'video', null, 'https://monsoon-bakery.example/starter', null, 'video/mp4', 318767104, 540, 'completed',
    null, 'en', 'Feed it in the morning. By noon it wakes up. In the evening it smells of apples.', 'en', array['sourdough', 'kitchen'], null,
    pg_temp.days_ago(30)),
  (pg_temp.id('asset chain'), v_agency, pg_temp.id('2'), pg_temp.id('21'), pg_temp.id('brand cycles'), 'Chain wear, explained', null, 'video', null,
    'https://deccan-cycles.example/chain', null, 'video/mp4', 157286400, 412, 'processing', null, 'en', null, null, array['repair'], null, pg_temp.days_ago(1));

  -- When it was said, as a transcription would have told.
  insert into private.asset_timings (organization_id, content_asset_id, transcript_md5, segments, created_at)
  select a.organization_id, a.id, md5(a.transcript), jsonb_agg(
    jsonb_build_object('start', 4 * s.position - 3, 'end', 4 * s.position, 'text', s.sentence) order by s.position
  ), a.created_at
  from public.content_assets as a
  cross join lateral regexp_split_to_table(a.transcript, '(?<=[.?]) ') with ordinality as s (sentence, position)
  where a.id in (pg_temp.id('asset talk'), pg_temp.id('asset starter'))
  group by a.organization_id, a.id;

  -- Published posts of every account; the last numbers of the metrics become their totals.
  insert into public.content_items (
    id, organization_id, client_account_id, social_account_id, platform, content_type, platform_content_id,
    platform_url, title, description, duration_seconds, is_short, published_at, tags, hashtags, category, language,
    synced_at, created_at
  )
  select pg_temp.id('item ' || s.account || t.number), a.organization_id, a.client_account_id, a.id, a.platform,
    s.content_type, s.account || '-' || t.number, a.account_url || '/' || t.number, t.title, s.description, s.seconds,
    s.is_short, p.at, s.tags, s.hashtags, s.category, s.language, p.at, p.at
  from (
    values
    ('noor youtube', 'short_video', 40, true, 'nl', 'Elke dinsdag en vrijdag om zes uur. Volg mee, dan beginnen we morgen samen.', 'Education', array['motivatie', 'gewoonten'], array['motivatie'],
      '18:00', 3.5, array['Begin met je jas aan', 'Vijf minuten is genoeg', 'Waarom je uitstelt', 'De to-do-lijst die wel werkt', 'Slapen is ook werken',
      'Nee zeggen in drie zinnen', 'Een saaie ochtend wint', 'Wat ik leerde van opgeven', 'Maak het belachelijk klein', 'Je telefoon in een la',
      'De tweede week is het lastigst', 'Een rustdag plannen', 'Motivatie komt achteraf', 'Zo maak je een plan af', 'Praat tegen jezelf als vriend',
      'Hardlopen zonder doel', 'Vier wat af is', 'Ruzie met de wekker', 'Een les van mijn oma', 'Druk is geen prestatie', 'De regel van twee dagen',
      'Lezen in de tram', 'Waar wacht je op?', 'Een jaar later']),
    ('noor tiktok', 'short_video', 28, true, 'nl', null, null, array['motivatie'], array['kleinestappen', 'motivatie'], '21:30', 9, array['Zet die wekker',
      'POV: het is maandag', 'Drie dingen om te laten', 'Ga naar buiten', 'Zeg het hardop', 'Je bent niet te laat']),
    ('team linkedin', 'post', null, false, 'nl', null, null, array['bouw', 'planning'], array['bouw'], '08:30', 11, array['Wat een uitvoerder ons leerde',
      'Drie planningen, een waarheid', 'Waarom regen in de software hoort', 'Vacature: iemand die vragen stelt', 'Onderzoek: zo plant de bouw']),
    ('team x', 'thread', null, false, 'nl', null, null, array['software'], array['bouw'], '12:15', 16, array['Van Excel naar een gedeelde planning',
      'Een fout die we maakten', 'Release in vijf berichten']),
    ('bakery instagram', 'reel', 45, true, 'en', 'From our kitchen in Pune. Send this to the friend with the sleepy starter.', null, array['sourdough', 'bread'], array['Sourdough', 'PuneFood'], '07:30', 8,
      array['First crack of the day', 'Starter at noon', 'Shaping without fear', 'When a loaf fails', 'Salt goes last', 'Crumb shot']),
    ('cycles youtube', 'long_video', 540, false, 'en', 'Questions are welcome below.', 'Sports', array['bicycle', 'repair'], array['BikeRepair'], '16:00', 14,
      array['Fix a slipping chain', 'Brakes that do not squeal', 'Touring list for the ghats', 'Which tyre for monsoon'])
  ) as s (account, content_type, seconds, is_short, language, description, category, tags, hashtags, at, step, titles)
  join public.social_accounts as a on a.id = pg_temp.id('account ' || s.account)
  cross join lateral unnest(s.titles) with ordinality as t (title, number)
  cross join lateral (select pg_temp.days_ago(t.number * s.step, s.at) as at) as p;

  insert into public.ai_suggestions (
    id, organization_id, user_id, content_item_id, ai_provider, ai_model, suggested_titles, suggested_description,
    suggested_tags, suggested_category, trending_keywords, trending_hashtags, trending_score, seo_score,
    readability_score, confidence_score, sentiment, target_audience, processing_time_ms
  )
  select pg_temp.id('suggestion ' || s.word), i.organization_id, pg_temp.id(s.person), i.id, 'local', 'local-extractive', s.titles, s.description,
    s.tags, 'Education', s.keywords, s.keywords[1:1], 58.0, 72.5, 81.0, 66.0, 'positive', array['starters'], 240
  from (
    values
    ('applied', '1', 'item noor youtube3', array['Waarom je blijft uitstellen (en hoe je stopt)', 'Uitstellen: de echte reden'],
      'Uitstellen is geen luiheid. In veertig seconden: wat je hoofd doet en de kleinste stap eruit.', array['uitstelgedrag', 'motivatie'],
      array['uitstelgedrag']),
    ('open', '1', 'item noor youtube6', array['Nee zeggen zonder schuldgevoel'], null, array['grenzen', 'motivatie'], array['grenzen stellen']),
    ('partly', '2', 'item cycles youtube3', array['Touring the ghats: the list I trust'], 'Everything in two panniers, and what stayed at home.',
      array['touring', 'bicycle'], array['bike touring'])
  ) as s (word, person, item, titles, description, tags, keywords)
  join public.content_items as i on i.id = pg_temp.id(s.item);
  perform pg_temp.act_as('1', v_studio);
  perform public.apply_ai_suggestion(pg_temp.id('suggestion applied'));
  perform pg_temp.act_as('2', v_agency);
  perform public.apply_ai_suggestion(pg_temp.id('suggestion partly'), array['title']);
  perform pg_temp.act_as_nobody();

  perform public.record_trending_keywords(jsonb_build_array(
    jsonb_build_object('platform', 'youtube', 'keyword', 'ochtendroutine', 'category', 'Education', 'trending_score', 74, 'search_volume', 18000,
      'competition_level', 'medium', 'source', 'demo', 'region', 'NL', 'language', 'nl', 'valid_end', now() + interval '14 days'),
    jsonb_build_object('platform', 'tiktok', 'keyword', 'soft discipline', 'trending_score', 66, 'search_volume', 9400,
      'competition_level', 'low', 'source', 'demo', 'region', 'NL', 'language', 'en', 'valid_end', now() + interval '14 days'),
    jsonb_build_object('platform', 'instagram', 'keyword', 'sourdough discard', 'category', 'Food', 'trending_score', 81, 'search_volume', 41000,
      'competition_level', 'high', 'source', 'demo', 'region', 'IN', 'language', 'en', 'valid_end', now() + interval '14 days')
  ));

  -- Metrics, scores and dashboards ------------------------------------------------------------------------------------
  -- Totals day by day, as the syncs of the last three months would have read them: quick at first, then slowly.
  for v_row in
    select a.id from public.social_accounts as a where a.organization_id in (v_studio, v_team, v_agency) order by a.id
  loop
    perform public.record_content_metrics(v_row.id, jsonb_agg(jsonb_build_object(
      'content_item_id', i.id, 'captured_on', d.day::date, 'collected_at', now() - interval '5 hours',
      'views', t.views, 'impressions', t.views * 7, 'reach', t.views * 4 / 5, 'likes', t.views * (30 + s.size % 25) / 1000,
      'comments', t.views * (3 + s.size % 4) / 1000, 'shares', t.views * (2 + s.size % 3) / 1000, 'saves', t.views / 500,
      'clicks', t.views / 120, 'subscribers_gained', t.views / 400,
      'watch_time_minutes', round(t.views * coalesce(i.duration_seconds, 30) * 0.55 / 60, 2),
      'average_view_duration_seconds', round(coalesce(i.duration_seconds, 30) * (0.4 + (s.size % 40) / 100.0), 2),
      'click_through_rate', round(0.03 + (s.size % 50) / 1000.0, 4), 'completion_rate', 40 + s.size % 45
    )))
    from public.content_items as i
    cross join lateral (select 150 + ('x' || left(md5(i.id::text), 6))::bit(24)::integer % 1400 as size) as s
    cross join lateral generate_series(
      (i.published_at at time zone 'UTC')::date::timestamp, (now() at time zone 'UTC')::date::timestamp, interval '1 day'
    ) as d (day)
    cross join lateral (
      select floor(s.size * ln(2 + (d.day::date - (i.published_at at time zone 'UTC')::date) * 3))::bigint as views
    ) as t
    where i.social_account_id = v_row.id;
    -- The scores do not wait for their turn.
    update private.score_requests as r set due_at = now() where r.social_account_id = v_row.id;
    perform private.process_score_requests();
    perform private.relearn_posting_times(v_row.id);
  end loop;
  perform public.relearn_libraries(o.id) from unnest(array[v_studio, v_team, v_agency]) as o (id);
  perform private.ensure_partitions('public.content_metrics');

  -- Generation --------------------------------------------------------------------------------------------------------
  perform pg_temp.generate(
    'generation rain', v_team, '6', 'Regen in de planning',
    'Regen kost een bouwplaats gemiddeld elf dagen per jaar. Wie die dagen vooraf inplant, hoeft minder vaak te schuiven.', 'educational', 'nl',
    '{"core_message": "Plan regendagen vooraf in.", "key_points": ["Regen kost elf dagen per jaar.", "Vooraf inplannen scheelt schuiven."],
      "detected_topic": "planning", "detected_audience": "planners", "keywords": ["regen", "planning"]}',
    '{"linkedin": {"status": "completed", "output": {"post": "Regen kost een bouwplaats elf dagen per jaar. Plant u ze in?", "hashtags": ["bouw"]}},
      "threads": {"status": "failed", "code": "OUTPUT_TOO_SHORT",
        "message": "the input says too little for three posts"},
      "x": {"status": "completed", "output": {"thread": ["Regen kost een bouwplaats elf dagen per jaar.",
        "Wie ze vooraf inplant, schuift minder."], "hashtags": ["bouw"]}}}'
  );
  perform pg_temp.generate(
    'generation morning', v_studio, '1', 'Een saaie ochtend', 'Een saaie ochtend is een cadeau. Wie niets hoeft te kiezen, begint vanzelf.',
    'conversational', 'nl',
    '{"core_message": "Saai is handig.", "key_points": ["Niets kiezen helpt beginnen."], "detected_topic": "ochtend", "keywords": ["ochtend"]}',
    '{"tiktok": {"status": "completed", "output": {"hooks": ["Jouw ochtend moet saaier."], "talking_points": ["Leg je kleren klaar."],
      "cta": "Probeer het morgen.", "hashtags": ["kleinestappen"]}}}'
  );
  perform pg_temp.generate(
    'generation timeout', v_studio, '1', 'Over opgeven', 'Soms is opgeven de verstandigste stap van de week.', 'opinionated', 'nl', null,
    '{"tiktok": {}, "instagram": {}}', 'AI_PROVIDER_TIMEOUT'
  );
  -- Titles asked for, as a worker would hand them over.
  insert into public.text_generations (
    id, organization_id, user_id, kind, parameters, request_hash, language
  )
  values (
    pg_temp.id('titles morning'), v_studio, pg_temp.id('1'), 'titles',
    '{"source_analysis": {"video_ids": []}, "generation_params": {"count": 2, "style": "educational", "language": "nl",
      "target_keywords": ["ochtendroutine"], "max_length": 70}, "user_preferences": {}}',
    pg_temp.digest('demo:titles morning'), 'nl'
  );
  update public.text_generations
  set job_id = private.enqueue_job(
      'generate_titles', v_studio, '{}', pg_temp.id('titles morning'), p_created_by => pg_temp.id('1')
    )
  where id = pg_temp.id('titles morning');
  update public.jobs
  set status = 'processing', attempt = 1, lease = 1, worker_id = 'demo', started_at = now(),
    lease_expires_at = now() + interval '1 minute'
  where subject_id = pg_temp.id('titles morning');
  perform public.checkpoint_job(
    j.id, 1, 'written',
    '{"titles": [
        {"text": "De basis van ochtendroutine, een voor een", "seo_score": 85, "keywords_used": ["ochtendroutine"],
          "reasons": ["Bevat het zoekwoord \"ochtendroutine\"."], "word_count": 7},
        {"text": "Hoeveel weet jij van ochtendroutine?", "seo_score": 74, "keywords_used": ["ochtendroutine"],
          "reasons": ["Stelt de kijker een vraag."], "word_count": 5}
      ], "ai_provider": "local", "ai_model": "local-extractive", "prompt": null, "notes": [], "usage": [],
      "milliseconds": 35}', 0.95
  ), public.complete_job(j.id, 1, '{"count": 2}')
  from public.jobs as j where j.subject_id = pg_temp.id('titles morning');
  -- One from the days before the archive took it.
  insert into public.generations (
    id, organization_id, user_id, input_content, input_title, input_content_hash, request_hash, selected_platforms,
    selected_tone, language, core_message, key_points, ai_provider, ai_model, generation_time_ms, status, created_at,
    started_at, completed_at
  )
  values (
    pg_temp.id('generation archived'), v_studio, pg_temp.id('1'), 'Wat ik leerde van een week zonder telefoon.', 'Week zonder telefoon',
    pg_temp.digest('text:telefoon'), pg_temp.digest('demo:telefoon'), array['instagram'], 'conversational', 'nl', 'Stilte went.', '["Stilte went."]',
    'local', 'local-extractive', 190, 'completed', pg_temp.days_ago(104), pg_temp.days_ago(104), pg_temp.days_ago(104)
  );
  insert into public.generation_outputs (organization_id, generation_id, platform, status, completed_at)
  values (v_studio, pg_temp.id('generation archived'), 'instagram', 'completed', pg_temp.days_ago(104));
  perform private.archive_generations();

  -- The agency's, with readable ids.
  insert into public.generations (
    id, organization_id, user_id, client_account_id, input_content, input_title, input_content_hash, request_hash,
    selected_platforms, selected_tone, language, core_message, key_points, detected_topic, keywords, ai_provider,
    ai_model, generation_time_ms, status, created_at, started_at, completed_at
  )
  select
    pg_temp.id('30'), v_agency, pg_temp.id('1'), pg_temp.id('20'), i.input, 'Why sourdough rises slowly',
    pg_temp.digest('text:' || i.input), pg_temp.digest('demo:' || i.input), array['x'], 'educational', 'en',
    'Sourdough rises slowly because wild yeast is sparse.', '["Wild yeast is sparse.", "Cold dough ferments for a day."]',
    'sourdough', array['sourdough', 'wild yeast'], 'local', 'local-extractive', 180, 'completed', pg_temp.days_ago(4), pg_temp.days_ago(4), pg_temp.days_ago(4)
  from (
    values ('Sourdough rises slowly because wild yeast is sparse. Cold dough ferments for a day. Time gives the bread its taste.')
  ) as i (input);
  perform private.consume_quota(v_agency, 'generations', 1);
  insert into public.generated_content (
    id, organization_id, user_id, client_account_id, brand_profile_id, generation_id, target_platform, content_type,
    language, generated_text, content, hashtags, word_count, ai_provider, ai_model, created_at
  )
  values (
    pg_temp.id('40'), v_agency, pg_temp.id('1'), pg_temp.id('20'), pg_temp.id('brand bakery'), pg_temp.id('30'), 'x', 'thread', 'en',
    'Sourdough rises slowly because wild yeast is sparse. 1/1',
    '{"thread": ["Sourdough rises slowly because wild yeast is sparse. 1/1"], "tweet_count": 1, "hashtags": ["Sourdough"]}',
    array['Sourdough'], 9, 'local', 'local-extractive', pg_temp.days_ago(4)
  );
  insert into public.generation_outputs (organization_id, generation_id, platform, status, generated_content_id,
    completed_at)
  values (v_agency, pg_temp.id('30'), 'x', 'completed', pg_temp.id('40'), pg_temp.days_ago(4));

  insert into public.repurposing_strategies (
    id, organization_id, user_id, client_account_id, content_asset_id, brand_profile_id, recommended_formats,
    content_calendar_suggestions, estimated_output_count, estimated_reach, estimated_processing_seconds, ai_provider,
    ai_model
  )
  values
  (pg_temp.id('strategy talk'), v_studio, pg_temp.id('1'), null, pg_temp.id('asset talk'), pg_temp.id('brand noor'),
    '[{"format": "short_video", "priority": "high", "platforms": ["tiktok", "youtube"]}, {"format": "email", "priority": "low"}]',
    '[{"platform": "tiktok", "format": "short_video", "note": "twee per week"}]', 8, 60000, 900, 'local', 'local-extractive'),
  (pg_temp.id('strategy starter'), v_agency, pg_temp.id('2'), pg_temp.id('20'), pg_temp.id('asset starter'), pg_temp.id('brand bakery'),
    '[{"format": "carousel", "priority": "medium", "platforms": ["instagram"]}]', '[]', 4, 9000, 300, null, null);
  insert into public.repurposing_jobs (
    id, organization_id, user_id, client_account_id, content_asset_id, repurposing_strategy_id, brand_profile_id,
    template_id, job_type, output_format, target_platforms, config, priority
  )
  values
  (pg_temp.id('repurposing talk'), v_studio, pg_temp.id('1'), null, pg_temp.id('asset talk'), pg_temp.id('strategy talk'), pg_temp.id('brand noor'),
    pg_temp.id('look noor'), 'video_to_shorts', 'short_video', array['tiktok'], '{"aspect_ratio": "9:16", "duration": 30}', 7),
  (pg_temp.id('repurposing paper'), v_team, pg_temp.id('6'), null, pg_temp.id('asset whitepaper'), null, pg_temp.id('brand team'), null, 'blog_to_social',
    'linkedin_post', array['linkedin'], '{}', 5),
  (pg_temp.id('repurposing audio'), v_team, pg_temp.id('6'), null, pg_temp.id('asset broken'), null, null, null, 'podcast_to_blog', 'blog_article', '{}', '{}',
    5);
  update public.repurposing_jobs set status = 'processing', progress = 40
  where id in (pg_temp.id('repurposing talk'), pg_temp.id('repurposing paper'));
  update public.repurposing_jobs set status = 'completed', progress = 100 where id = pg_temp.id('repurposing talk');
  update public.repurposing_jobs set status = 'failed', error_code = 'ASSET_UNREADABLE', error_message = 'the file ends after 3 seconds'
  where id = pg_temp.id('repurposing audio');

  insert into public.generated_content (
    id, organization_id, user_id, client_account_id, brand_profile_id, audience_profile_id, content_asset_id,
    repurposing_job_id, content_template_id, parent_id, target_platform, content_type, language, title, generated_text,
    caption, hashtags, keywords, cta, word_count, ai_provider, ai_model, quality_score, seo_score, readability_score,
    virality_prediction, reasons, created_at
  )
  select pg_temp.id(c.word), b.organization_id, pg_temp.id(c.person), b.client_account_id, b.id, pg_temp.id(c.audience),
    pg_temp.id(c.asset), pg_temp.id(c.repurposing), pg_temp.id(c.template), pg_temp.id(c.parent), c.platform,
    c.kind::public.generated_content_type, b.language, c.title, c.words, case when c.kind = 'social_post' then c.words end,
    c.hashtags, c.hashtags, c.cta, cardinality(string_to_array(c.words, ' ')), 'local', 'local-extractive', c.quality, c.quality * 9, 78,
    c.quality * 8, array[case b.language when 'nl' then 'Sluit aan bij wat eerder goed liep.' else 'Close to what did well before.' end],
    pg_temp.days_ago(c.days, '10:30')
  from (
    values
    ('script noor', 'brand noor', '1', 'audience noor', null, null, 'template prompt noor', null, 'youtube', 'script', 'Vijf minuten met je jas aan',
      'Hoe lang stel jij die wandeling al uit? Doe je jas aan. Meer niet. Sta vijf minuten buiten. Bijna altijd loop je door.', array['gewoonten'],
      'Volg mee, dan beginnen we morgen samen.', 8.2, 6),
    ('title noor', 'brand noor', '1', 'audience noor', null, null, null, 'script noor', 'youtube', 'title', 'Doe alleen je jas aan', 'Doe alleen je jas aan',
      '{}', null, 7.9, 6),
    ('description noor', 'brand noor', '1', null, null, null, null, 'script noor', 'youtube', 'description', null,
      'Een wandeling begint bij je jas. In veertig seconden de kleinste stap die ik ken.', array['motivatie'], null, 7.1, 6),
    ('tags noor', 'brand noor', '1', null, null, null, null, 'script noor', 'youtube', 'tags', null, 'motivatie, gewoonten, wandelen', '{}', null, 6.8, 6),
    ('caption noor', 'brand noor', '1', 'audience noor', 'asset talk', 'repurposing talk', null, null, 'tiktok', 'social_post', 'Zet die wekker',
      'Zet je wekker niet vroeger. Zet hem verder weg.', array['kleinestappen', 'motivatie'], null, 8.6, 12),
    ('post case', 'brand team', '6', 'audience team', null, null, 'template prompt team', null, 'linkedin', 'social_post', 'Minder schuiven bij Van Dijk',
      'Bij Van Dijk Bouw verschoof de planning drie keer per week. Na een maand met een gedeelde lijst: drie keer per maand.', array['bouw'],
      'Plan een gesprek van een kwartier.', 8.0, 7),
    ('post pending', 'brand team', '6', 'audience team', null, null, null, null, 'linkedin', 'social_post', 'Regen hoort erbij',
      'Wie regendagen inplant, hoeft ze niet uit te leggen.', array['bouw', 'planning'], null, 7.4, 3),
    ('post vacancy', 'brand team', '6', null, null, null, null, null, 'linkedin', 'social_post', 'Vacature: tester',
      'Wij zoeken een tester die graag dingen kapotmaakt.', array['vacature'], null, 6.1, 5),
    ('post price', 'brand team', '6', null, null, null, null, null, 'linkedin', 'social_post', 'Nieuwe prijzen',
      'Vanaf volgende maand veranderen onze prijzen.', '{}', null, 5.2, 5),
    ('article paper', 'brand team', '6', 'audience team', 'asset whitepaper', 'repurposing paper', null, null, null, 'blog_article', 'Zo plant de bouw',
      'Wij spraken 120 planners. Twee op de drie werken in minstens drie lijsten tegelijk. De meesten vinden dat pas een probleem als het regent.',
      array['bouw', 'onderzoek'], null, 8.8, 14),
    ('thread excel', 'brand team', '6', null, null, null, null, null, 'x', 'thread', 'Van Excel af', 'Excel is prima. Tot er twee mensen tegelijk plannen.',
      array['planning'], null, 6.6, 40),
    ('mail news', 'brand team', '5', null, null, null, null, null, 'email', 'email', 'Nieuws uit de werkplaats',
      'Deze maand: regendagen, een gedeelde weekstaat en een collega erbij.', '{}', null, 7.0, 2),
    ('caption crack', 'brand bakery', '1', 'audience bakery', 'asset starter', null, null, null, 'instagram', 'social_post', 'First crack of the day',
      'Listen closely. That crackle is the crust telling you it is done.', array['Sourdough', 'PuneFood'], null, 8.9, 9),
    ('caption salt', 'brand bakery', '1', 'audience bakery', null, null, null, null, 'instagram', 'social_post', 'Salt goes last',
      'Salt slows the yeast. So it waits until the dough has made friends.', array['Sourdough'], 'Send this to the friend with the sleepy starter.', 8.1, 3),
    ('script chain', 'brand cycles', '2', null, 'asset chain', null, null, null, 'youtube', 'script', 'Chain wear, explained',
      'A chain does not stretch, it wears. Here is the two minute check before it eats your cassette.', array['repair'], null, 7.7, 2),
    ('description brakes', 'brand cycles', '2', null, null, null, null, null, 'youtube', 'description', 'Brakes that do not squeal',
      'Toe-in, clean rims, and the one pad we keep in stock.', array['BikeRepair'], null, 7.3, 6)
  ) as c (
    word, brand, person, audience, asset, repurposing, template, parent, platform, kind, title, words, hashtags, cta,
      quality, days
  )
  join (
    select p.*, case p.name when 'Studio Noor' then 'nl' when 'Grachtwerk' then 'nl' else 'en' end as language from public.brand_profiles as p
  ) as b on b.id = pg_temp.id(c.brand);
  insert into public.generated_content_sources (organization_id, generated_content_id, content_item_id)
  values
  (v_studio, pg_temp.id('script noor'), pg_temp.id('item noor youtube1')),
  (v_studio, pg_temp.id('title noor'), pg_temp.id('item noor youtube3')),
  (v_agency, pg_temp.id('script chain'), pg_temp.id('item cycles youtube1'));
  insert into private.generated_content_materials (organization_id, generated_content_id, content_asset_id)
  values (v_agency, pg_temp.id('description brakes'), pg_temp.id('asset chain'));

  -- Reviewed by hand, where no workflow asks for more.
  perform private.move_generated_content(v_studio, pg_temp.id(c.word), 'approve', pg_temp.id('1'))
  from (values ('script noor'), ('title noor'), ('description noor'), ('tags noor'), ('caption noor')) as c (word);
  perform private.move_generated_content(v_team, pg_temp.id('article paper'), 'approve', pg_temp.id('5'));
  perform private.move_generated_content(v_team, pg_temp.id('article paper'), 'use');
  perform private.move_generated_content(v_team, pg_temp.id('thread excel'), 'archive');
  perform private.move_generated_content(v_agency, pg_temp.id('description brakes'), 'approve', pg_temp.id('2'));
  perform pg_temp.act_as('6', v_team);
  perform public.edit_generated_content(pg_temp.id('mail news'), '{"title": "Nieuws uit de werkplaats: regen en planning"}', p_reason => 'onderwerp');
  perform public.rate_generated_content(pg_temp.id('post case'), 5, 'Precies de toon van onze klanten.');
  perform pg_temp.act_as_nobody();

  -- Canvas, voices and production -------------------------------------------------------------------------------------
  perform pg_temp.act_as('1', v_studio);
  perform public.follow_creator('youtube', 'demo.rustig.aan', 'personal-development');
  perform public.follow_creator('tiktok', 'demo.ochtendmens', 'lifestyle-fashion');
  perform pg_temp.act_as('2', v_agency);
  perform public.follow_creator('instagram', 'demo.crumbclub', 'food-cooking');
  perform pg_temp.act_as_nobody();
  update public.creators as c set follower_count = 5400, last_scraped_at = now() - interval '20 minutes',
    scrape_frequency_hours = 720
  where c.username like 'demo.%';
  insert into private.creator_posts (
    creator_id, platform_post_id, published_at, view_count, like_count, created_at, seen_at
  )
  select c.id, 'yt:video:demo' || n, pg_temp.days_ago(6 * n), 1800 + 430 * (n % 5), 60 + 17 * (n % 4),
    now() - interval '20 minutes', now() - interval '20 minutes'
  from public.creators as c
  cross join generate_series(1, 15) as n
  where c.username = 'demo.rustig.aan';

  insert into public.projects (id, organization_id, client_account_id, title, description, is_restricted, created_by,
    last_accessed_by, created_at)
  values
  (pg_temp.id('project series'), v_studio, null, 'Lezing wordt serie', 'Acht korte video''s uit een avond.', false, pg_temp.id('1'), pg_temp.id('1'),
    pg_temp.days_ago(15)),
  (pg_temp.id('project launch'), v_agency, pg_temp.id('20'), 'Monsoon launch', 'Everything for the new shop.', true, pg_temp.id('2'), pg_temp.id('1'),
    pg_temp.days_ago(11)),
  (pg_temp.id('project old'), v_team, null, 'Beursstand 2025', null, false, pg_temp.id('5'), pg_temp.id('6'), pg_temp.days_ago(80));
  update public.projects set is_archived = true where id = pg_temp.id('project old');
  insert into public.project_collaborators (organization_id, project_id, user_id, permission_level, added_by)
  values
  (v_agency, pg_temp.id('project launch'), pg_temp.id('1'), 'editor', pg_temp.id('2')),
  (v_team, pg_temp.id('project old'), pg_temp.id('7'), 'viewer', pg_temp.id('5'));
  insert into public.content_pieces (
    id, organization_id, project_id, creator_id, uploaded_by, content_asset_id, content_item_id, source_url, platform,
    content_type, title, transcript, duration_seconds, position_x, position_y, processing_status, error_code,
    error_message, created_at
  )
  values
  (pg_temp.id('piece talk'), v_studio, pg_temp.id('project series'), null, pg_temp.id('1'), pg_temp.id('asset talk'), null, null, null, 'video',
    'Lezing: klein beginnen', 'Goedenavond. Wie van jullie heeft vandaag iets uitgesteld?', 2710, 40, 60, 'completed', null, null, pg_temp.days_ago(15)),
  (pg_temp.id('piece best'), v_studio, pg_temp.id('project series'), null, pg_temp.id('1'), null, pg_temp.id('item noor youtube2'), null, null, 'video',
    'Vijf minuten is genoeg', null, 40, 420, 60, 'completed', null, null, pg_temp.days_ago(14)),
  (pg_temp.id('piece gone'), v_studio, pg_temp.id('project series'),
    (select c.id from public.creators as c where c.platform = 'tiktok' and c.username = 'demo.ochtendmens'), pg_temp.id('1'), null, null,
    'https://tiktok.example/demo.ochtendmens/1', 'tiktok', 'video', 'Ochtend in stilte', null, null, 420, 300, 'failed', 'SOURCE_GONE',
    'the video was removed', pg_temp.days_ago(13)),
  (pg_temp.id('piece kitchen'), v_agency, pg_temp.id('project launch'), null, pg_temp.id('1'), pg_temp.id('asset starter'), null, null, null, 'video',
    'A day with the starter', 'Feed it in the morning.', 540, 0, 0, 'completed', null, null, pg_temp.days_ago(10));
  insert into public.canvas_folders (id, organization_id, project_id, name, position_x, position_y, color, created_by)
  values
  (pg_temp.id('folder best'), v_studio, pg_temp.id('project series'), 'Beste haken', 400, 40, '#FFD60A', pg_temp.id('1')),
  (pg_temp.id('folder shop'), v_agency, pg_temp.id('project launch'), 'Shop', 300, 0, '#7A3E12', pg_temp.id('2'));
  insert into public.canvas_folder_items (organization_id, project_id, folder_id, content_piece_id, sort_order,
    added_by)
  values
  (v_studio, pg_temp.id('project series'), pg_temp.id('folder best'), pg_temp.id('piece best'), 1, pg_temp.id('1')),
  (v_agency, pg_temp.id('project launch'), pg_temp.id('folder shop'), pg_temp.id('piece kitchen'), 1, pg_temp.id('1'));
  insert into public.chat_interfaces (id, organization_id, project_id, name, position_x, position_y, created_by)
  values
  (pg_temp.id('chat series'), v_studio, pg_temp.id('project series'), 'Serie bedenken', 900, 80, pg_temp.id('1')),
  (pg_temp.id('chat launch'), v_agency, pg_temp.id('project launch'), 'Launch ideas', 700, 0, pg_temp.id('2'));
  insert into public.canvas_connections (
    organization_id, project_id, source_content_piece_id, source_folder_id, target_chat_interface_id, created_by
  )
  values
  (v_studio, pg_temp.id('project series'), pg_temp.id('piece talk'), null, pg_temp.id('chat series'), pg_temp.id('1')),
  (v_studio, pg_temp.id('project series'), null, pg_temp.id('folder best'), pg_temp.id('chat series'), pg_temp.id('1')),
  (v_agency, pg_temp.id('project launch'), pg_temp.id('piece kitchen'), null, pg_temp.id('chat launch'), pg_temp.id('2'));
  insert into public.content_annotations (organization_id, project_id, content_piece_id, user_id, annotation_text,
    annotation_type)
  values
  (v_studio, pg_temp.id('project series'), pg_temp.id('piece talk'), pg_temp.id('1'), 'Minuut 12: de grap over de wekker', 'highlight'),
  (v_agency, pg_temp.id('project launch'), pg_temp.id('piece kitchen'), pg_temp.id('2'), 'Ask Meera for the steam shot', 'note');
  perform private.add_chat_message(v_studio, pg_temp.id('chat series'), 'user', 'Welke drie stukken zijn los te begrijpen?', 'completed',
    pg_temp.id('1'));
  perform private.add_chat_message(v_studio, pg_temp.id('chat series'), 'assistant',
    'Minuut 3 (de jas), minuut 12 (de wekker) en het slot. Alle drie beginnen met een vraag.');
  perform private.add_chat_message(v_agency, pg_temp.id('chat launch'), 'user', 'Three ideas for opening day?', 'completed', pg_temp.id('1'));
  perform private.add_chat_message(v_agency, pg_temp.id('chat launch'), 'assistant',
    'First loaf auction, a starter swap, and a live bake at six in the morning.');

  -- What the model found in them, of one item twice.
  perform public.save_content_analysis(a.subject, pg_temp.id(a.word), 'completed', jsonb_build_object(
    'language', a.language, 'transcript_summary', a.summary, 'topics', a.topics, 'sentiment_score', 35, 'virality_score', a.score,
    'engagement_potential', a.score, 'hook_moments', jsonb_build_array(jsonb_build_object('timestamp', 2, 'text', a.summary, 'score', 70)),
    'key_insights', jsonb_build_array(a.summary), 'ai_provider', 'local', 'ai_model', 'local-extractive'
  ))
  from (
    values
    ('item', 'item noor youtube3', 'nl', 'Uitstellen begint met een te grote taak.', '["uitstellen"]'::jsonb, 61),
    ('item', 'item noor youtube3', 'nl', 'De vraag in de eerste seconde houdt kijkers vast.', '["uitstellen"]', 66),
    ('item', 'item cycles youtube1', 'en', 'A clear close-up of a worn tooth.', '["repair"]', 54),
    ('asset', 'asset talk', 'nl', 'Een avond over klein beginnen.', '["gewoonten"]', 58),
    ('piece', 'piece kitchen', 'en', 'A starter wakes up in a day.', '["sourdough"]', 72)
  ) as a (subject, word, language, summary, topics, score);
  perform public.save_content_analysis(
    'asset', pg_temp.id('asset broken'), 'failed',
    '{"error_code": "INPUT_UNREADABLE", "error": "the file ends after 3 seconds"}'
  );
  -- Two videos asked for together: one was analysed lately, the other goes through the queue as a worker would take it.
  perform pg_temp.act_as('1', v_studio);
  perform public.analyze_videos(array['noor youtube-3', 'noor youtube-7']);
  perform pg_temp.act_as_nobody();
  update public.jobs
  set status = 'processing', attempt = 1, lease = 1, worker_id = 'demo', started_at = now(),
    lease_expires_at = now() + interval '1 minute'
  where subject_id = pg_temp.id('item noor youtube7');
  perform public.checkpoint_job(j.id, 1, 'text', '{"text": "Een saaie ochtend wint", "language": "nl"}', 0.3),
    public.complete_job(
      j.id, 1,
      '{"language": "nl", "transcript_summary": "Een saaie ochtend wint van een goed voornemen.", "topics": ["ochtendroutine", "gewoonten"],
        "keywords": ["ochtend"], "platform": "youtube", "virality_score": 48.5, "repurposing_value": 22, "engagement_potential": 30,
        "platform_scores": {"tiktok": 62, "youtube": 40}, "hook_moments": [{"timestamp": 0, "text": "Een saaie ochtend wint", "score": 55}],
        "ai_provider": "local", "ai_model": "local-extractive"}'
    )
  from public.jobs as j where j.subject_id = pg_temp.id('item noor youtube7');
  insert into public.generated_scripts (
    id, organization_id, user_id, client_account_id, content_piece_id, generated_content_id, brand_profile_id,
    original_script, research_perspectives, rewritten_script, generation_prompt, ai_provider, ai_model, status,
    error_code, error_message, generation_cost_credits, generated_at
  )
  values
  (pg_temp.id('rewrite talk'), v_studio, pg_temp.id('1'), null, pg_temp.id('piece talk'), pg_temp.id('script noor'), pg_temp.id('brand noor'),
    'Wie van jullie heeft vandaag iets uitgesteld?', '[{"title": "Klein beginnen werkt", "summary": "Een kleine start verlaagt de drempel."}]',
    'Hoe lang stel jij die wandeling al uit? Doe je jas aan. Meer niet.', 'Korter, met een opdracht.', 'local', 'local-extractive', 'completed', null, null, 2,
    now() - interval '6 days'),
  (pg_temp.id('rewrite kitchen'), v_agency, pg_temp.id('1'), pg_temp.id('20'), pg_temp.id('piece kitchen'), null, pg_temp.id('brand bakery'),
    'Feed it in the morning.', '[]', null, 'Make it a story.', null, null, 'failed', 'AI_PROVIDER_TIMEOUT', 'no answer within 60 seconds', 0, null);

  insert into public.voice_models (
    id, organization_id, user_id, client_account_id, name, version_number, provider_voice_id, sample_audio_path,
    training_status, training_duration_seconds, is_active, quality_score, language, consent_given_by, consent_full_name,
    consent_purpose, consent_given_at
  )
  values
  (pg_temp.id('voice noor'), v_studio, pg_temp.id('1'), null, 'Noor', 1, 'demo-voice-noor', v_studio || '/voice/noor.wav', 'completed', 184, true, 88, 'nl',
    pg_temp.id('1'), 'Noor Jansen', 'Ingesproken teksten voor mijn eigen kanalen.', pg_temp.days_ago(50)),
  (pg_temp.id('voice aylin'), v_team, pg_temp.id('5'), null, 'Aylin', 1, null, v_team || '/voice/aylin.wav', 'pending', null, false, null, 'nl', null, null,
    null, null),
  (pg_temp.id('voice meera'), v_agency, pg_temp.id('8'), pg_temp.id('20'), 'Meera', 1, 'demo-voice-meera', null, 'completed', 96, true, 74, 'en',
    pg_temp.id('8'), 'Meera Pillai', 'Voice-overs for Monsoon Bakery.', pg_temp.days_ago(25));
  insert into public.avatar_models (
    id, organization_id, user_id, client_account_id, name, provider_avatar_id, creation_status, is_active,
    quality_score, consent_given_by, consent_full_name, consent_purpose, consent_given_at
  )
  values
  (pg_temp.id('avatar noor'), v_studio, pg_temp.id('1'), null, 'Noor', 'demo-avatar-noor', 'completed', true, 81, pg_temp.id('1'), 'Noor Jansen',
    'Korte aankondigingen.', pg_temp.days_ago(45)),
  (pg_temp.id('avatar arjun'), v_agency, pg_temp.id('9'), pg_temp.id('21'), 'Arjun', 'demo-avatar-arjun', 'completed', true, 70, pg_temp.id('9'), 'Arjun Rao',
    'Workshop notices.', pg_temp.days_ago(35));

  insert into public.production_jobs (
    id, organization_id, user_id, client_account_id, project_id, kind, title_id, script_id, description_id, tags_id,
    generated_script_id, voice_model_id, avatar_model_id, provider, provider_job_id, status, priority,
    progress_percentage, current_step, output_url, duration_seconds, file_size_bytes, error_code, error_message,
    retry_count, generation_cost_credits, queued_at, started_at, completed_at, created_at
  )
  values
  (pg_temp.id('production coat'), v_studio, pg_temp.id('1'), null, pg_temp.id('project series'), 'video', pg_temp.id('title noor'), pg_temp.id('script noor'),
    pg_temp.id('description noor'), pg_temp.id('tags noor'), pg_temp.id('rewrite talk'), pg_temp.id('voice noor'), null, 'revid', 'demo-revid-1', 'completed',
    'normal', 100, null, 'https://cdn.studio-noor.example/jas.mp4', 40, 9437184, null, null, 0, 15, pg_temp.days_ago(5), pg_temp.days_ago(5),
    pg_temp.days_ago(5, '09:12'), pg_temp.days_ago(5)),
  (pg_temp.id('production voice'), v_studio, pg_temp.id('1'), null, null, 'audio', null, pg_temp.id('script noor'), null, null, null, pg_temp.id('voice noor'),
    null, 'elevenlabs', 'demo-eleven-1', 'processing', 'high', 60, 'synthesis', null, null, null, null, null, 0, 3, now() - interval '20 minutes',
    now() - interval '15 minutes', null, now() - interval '20 minutes'),
  (pg_temp.id('production avatar'), v_agency, pg_temp.id('2'), pg_temp.id('21'), null, 'avatar', null, pg_temp.id('script chain'), null, null, null, null,
    pg_temp.id('avatar arjun'), 'heygen', null, 'pending', 'normal', 0, null, null, null, null, null, null, 0, 0, null, null, null, now()),
  (pg_temp.id('production shop'), v_agency, pg_temp.id('1'), pg_temp.id('20'), pg_temp.id('project launch'), 'video', null, null, null, null, null,
    pg_temp.id('voice meera'), null, 'revid', 'demo-revid-2', 'failed', 'normal', 35, 'render', null, null, null, 'PROVIDER_REJECTED',
    'the provider refused the picture of the shop front', 1, 0, pg_temp.days_ago(2), pg_temp.days_ago(2), pg_temp.days_ago(2), pg_temp.days_ago(2)),
  (pg_temp.id('production team'), v_team, pg_temp.id('6'), null, null, 'video', null, null, null, null, null, null, null, 'revid', null, 'queued', 'low',
    0, null, null, null, null, null, null, 0, 0, now() - interval '3 minutes', null, null, now() - interval '4 minutes');
  -- Arjun takes his consent back: the pending avatar is cancelled, and the provider was told to delete the model.
  update public.avatar_models set consent_revoked_at = now(),
    consent_revoked_by = pg_temp.id('9') where id = pg_temp.id('avatar arjun');
  perform public.finish_biometric_deletion(d.id)
  from private.biometric_deletions as d where d.model_id = pg_temp.id('avatar arjun');

  -- Approvals ---------------------------------------------------------------------------------------------------------
  insert into public.approval_workflows (
    id, organization_id, client_account_id, name, description, auto_publish, is_required, created_by
  )
  values
  (pg_temp.id('workflow team'), v_team, null, 'Redactie en eindredactie', 'Voor alles wat naar klanten gaat.', false, false, pg_temp.id('4')),
  (pg_temp.id('workflow bakery'), v_agency, pg_temp.id('20'), 'Kinara, then the bakery', 'Nothing goes out without Meera.', true, true, pg_temp.id('2'));
  insert into public.approval_stages (id, organization_id, workflow_id, position, name, approver_role, quorum,
    allows_review_links, sla_hours)
  values
  (pg_temp.id('stage redactie'), v_team, pg_temp.id('workflow team'), 1, 'Redactie', 'manager', 1, false, 24),
  (pg_temp.id('stage eindredactie'), v_team, pg_temp.id('workflow team'), 2, 'Eindredactie', 'admin', 1, false, 48),
  (pg_temp.id('stage kinara'), v_agency, pg_temp.id('workflow bakery'), 1, 'Kinara', 'manager', 1, false, 24),
  (pg_temp.id('stage client'), v_agency, pg_temp.id('workflow bakery'), 2, 'Monsoon Bakery', null, 1, true, 72);
  insert into public.approval_stage_approvers (organization_id, stage_id, user_id)
  values
  (v_team, pg_temp.id('stage eindredactie'), pg_temp.id('5')),
  (v_agency, pg_temp.id('stage client'), pg_temp.id('8'));

  -- The team: one approved twice, one waiting too long, one sent back and one refused.
  perform pg_temp.act_as('6', v_team);
  perform public.request_approval(pg_temp.id(c.word), p_workflow_id => pg_temp.id('workflow team'), p_message => c.message)
  from (
    values
    ('post case', 'Van Dijk heeft de cijfers bevestigd.'), ('post pending', null), ('post vacancy', 'Mag dit zo grappig?'), ('post price', null)
  ) as c (word, message);
  perform pg_temp.act_as('5', v_team);
  perform public.decide_approval(pg_temp.open_request('post case'), 'approved', 'Mooi concreet.');
  perform public.decide_approval(pg_temp.open_request('post vacancy'), 'revision_requested', 'Noem ook het team en de uren.');
  perform public.decide_approval(pg_temp.open_request('post price'), 'rejected', 'Dit vertellen we eerst aan klanten zelf.');
  perform pg_temp.act_as('4', v_team);
  perform public.decide_approval(pg_temp.open_request('post case'), 'approved', null);
  update public.approval_requests
  set requested_at = now() - interval '30 hours', created_at = now() - interval '30 hours', due_at = now() - interval '6 hours'
  where id = pg_temp.open_request('post pending');
  perform pg_temp.act_as('6', v_team);
  perform public.edit_generated_content(pg_temp.id('post vacancy'), jsonb_build_object('generated_text', v_vacancy, 'caption', v_vacancy),
    p_reason => 'team en uren toegevoegd');

  -- The agency: Meera approves one herself, her colleague one by link, and one still waits for them.
  perform pg_temp.act_as('1', v_agency);
  perform public.request_approval(pg_temp.id(c.word)) from (values ('caption crack'), ('caption salt'), ('40')) as c (word);
  perform pg_temp.act_as('2', v_agency);
  perform public.decide_approval(pg_temp.open_request(c.word), 'approved') from (values ('caption crack'), ('caption salt'), ('40')) as c (word);
  v_token := public.create_review_link(pg_temp.id('caption salt'), pg_temp.open_request('caption salt'), 'For Kavya at the bakery') ->> 'token';
  perform public.create_review_link(pg_temp.id('40'), pg_temp.open_request('40'), 'Sourdough thread', 14, 3);
  perform pg_temp.act_as('8', v_agency);
  perform public.decide_approval(pg_temp.open_request('caption crack'), 'approved', 'Love the sound.');
  perform pg_temp.act_as_nobody();
  perform public.open_review_link(v_token);
  perform public.decide_review_link(v_token, 'approved', 'Please post before Friday.', 'Kavya');

  perform pg_temp.act_as('6', v_team);
  perform public.request_qa(pg_temp.id('article paper'), 'copywriter_review', 'high', 24, pg_temp.id('5'), 'Kloppen de percentages?');
  perform public.request_qa(pg_temp.id('mail news'), 'expert_review', 'normal', 48, null, null);
  perform pg_temp.act_as('2', v_agency);
  perform public.request_qa(pg_temp.id('script chain'), 'video_editor_review', 'low', null, null, 'Can we film this in one take?');
  perform pg_temp.act_as_nobody();
  update public.qa_requests set created_at = now() - interval '2 days', due_at = now() - interval '1 day'
  where generated_content_id = pg_temp.id('article paper');
  perform private.note_sla_breaches();

  -- Publishing --------------------------------------------------------------------------------------------------------
  insert into public.scheduled_posts (
    id, organization_id, user_id, platform, social_account_id, generated_content_id, production_job_id, title,
    scheduled_for, local_on, local_time, timezone, due_at, auto_publish, is_ai_optimized, optimal_time_score, created_at
  )
  select pg_temp.id(p.word), a.organization_id, pg_temp.id(p.person), a.platform, a.id, pg_temp.id(p.content),
    pg_temp.id(p.production), p.title, m.at, (m.at at time zone 'Europe/Amsterdam')::date, (m.at at time zone 'Europe/Amsterdam')::time, 'Europe/Amsterdam',
    m.at, true, p.score is not null, p.score, least(m.at - interval '2 days', now() - interval '1 hour')
  from (
    values
    ('post published', 'noor tiktok', '1', 'caption noor', null, null, 9, '21:30', 77.0),
    ('post planned', 'noor youtube', '1', 'description noor', 'production coat', 'Doe alleen je jas aan', -3, '18:00', 71.0),
    ('post team', 'team linkedin', '6', 'post case', null, null, -2, '08:30', null),
    ('post missed', 'team x', '6', null, null, 'Van Excel af', 4, '12:15', null),
    ('post cancelled', 'team linkedin', '5', null, null, 'Nieuwe prijzen', -6, '08:30', null),
    ('post bakery', 'bakery instagram', '1', 'caption crack', null, null, 8, '07:30', 64.0),
    ('post unconfirmed', 'bakery instagram', '1', 'caption salt', null, null, 0, '00:00', null),
    ('post failed', 'cycles youtube', '2', 'description brakes', null, 'Brakes that do not squeal', 1, '16:00', null)
  ) as p (word, account, person, content, production, title, days, at, score)
  join public.social_accounts as a on a.id = pg_temp.id('account ' || p.account)
  cross join lateral (select pg_temp.days_ago(p.days, p.at) as at) as m;
  perform pg_temp.publish('post published', 'succeeded', 'noor tiktok-1');
  perform pg_temp.publish('post bakery', 'succeeded', 'bakery instagram-1');
  perform pg_temp.publish('post unconfirmed', 'unknown', null, 'TIMEOUT', 'the platform did not answer after the upload');
  perform pg_temp.publish('post failed', 'failed', null, 'MEDIA_MISSING', 'the post has no video');
  update public.scheduled_posts set published_at = scheduled_for
  where id in (pg_temp.id('post published'), pg_temp.id('post bakery'));
  perform public.record_post_metrics(pg_temp.id('post published'), f.follow_up, f.views, f.views / 20, f.views / 200)
  from (values ('initial', 120), ('24h', 610), ('7d', 1080)) as f (follow_up, views);
  update public.scheduled_posts set status = 'missed' where id = pg_temp.id('post missed');
  update public.scheduled_posts set status = 'cancelled' where id = pg_temp.id('post cancelled');

  insert into public.content_calendars (
    id, organization_id, client_account_id, user_id, name, description, starts_on, ends_on, timezone, is_ai_generated,
    ai_strategy
  )
  values
  (pg_temp.id('calendar noor'), v_studio, null, pg_temp.id('1'), 'Winterserie', 'Twee video''s per week.', current_date - 14, current_date + 45,
    'Europe/Amsterdam', false, '{}'),
  (pg_temp.id('calendar team'), v_team, null, pg_temp.id('5'), 'Contentkalender', null, current_date - 30, current_date + 60, 'Europe/Amsterdam', true,
    '{"per_week": 2, "focus": "klantverhalen"}'),
  (pg_temp.id('calendar bakery'), v_agency, pg_temp.id('20'), pg_temp.id('2'), 'Shop opening', 'Up to the first Sunday.', current_date - 7, current_date + 21,
    'Asia/Kolkata', false, '{}');
  insert into public.calendar_entries (
    id, organization_id, calendar_id, scheduled_on, time_slot, platform, planned_topic, content_category,
    target_keywords, status, generated_content_id, production_job_id, scheduled_post_id, created_by
  )
  select pg_temp.id('entry ' || e.word), c.organization_id, c.id, current_date + e.days, e.at::time, e.platform, e.topic,
    e.category, e.keywords, e.status::public.calendar_entry_status, pg_temp.id(e.content), pg_temp.id(e.production),
    pg_temp.id(e.post), c.user_id
  from (
    values
    ('noor 1', 'calendar noor', 3, '18:00', 'youtube', 'Doe alleen je jas aan', 'gewoonten', array['gewoonten'], 'in_progress', 'script noor',
      'production coat', 'post planned'),
    ('noor 2', 'calendar noor', 7, '18:00', 'youtube', 'De wekker ver weg', 'gewoonten', '{}', 'planned', null, null, null),
    ('noor 3', 'calendar noor', -9, '21:30', 'tiktok', 'Zet die wekker', 'gewoonten', '{}', 'completed', 'caption noor', null, 'post published'),
    ('team 1', 'calendar team', 2, '08:30', 'linkedin', 'Klantverhaal Van Dijk', 'klant', array['bouw'], 'in_progress', 'post case', null, 'post team'),
    ('team 2', 'calendar team', 6, '08:30', 'linkedin', 'Nieuwe prijzen', 'product', '{}', 'cancelled', null, null, 'post cancelled'),
    ('bakery 1', 'calendar bakery', 5, '07:30', 'instagram', 'Opening day', 'shop', array['Pune'], 'planned', null, null, null)
  ) as e (word, calendar, days, at, platform, topic, category, keywords, status, content, production, post)
  join public.content_calendars as c on c.id = pg_temp.id(e.calendar);
  insert into public.posting_slots (id, organization_id, social_account_id, queue, weekdays, local_time, timezone,
    created_by)
  values
  (pg_temp.id('slot noor'), v_studio, pg_temp.id('account noor youtube'), 'default', '{2,5}', '18:00', 'Europe/Amsterdam', pg_temp.id('1')),
  (pg_temp.id('slot team'), v_team, pg_temp.id('account team linkedin'), 'default', '{2,4}', '08:30', 'Europe/Amsterdam', pg_temp.id('5')),
  (pg_temp.id('slot bakery'), v_agency, pg_temp.id('account bakery instagram'), 'mornings', '{1,2,3,4,5,6,7}', '07:30', 'Asia/Kolkata', pg_temp.id('2'));

  -- What came of the recordings.
  perform pg_temp.act_as('1', v_studio);
  perform public.calculate_roi(pg_temp.id('asset talk'), 6, 150, 45, 12.5, 0.05, 4, 'EUR');
  perform pg_temp.act_as('2', v_agency);
  perform public.calculate_roi(pg_temp.id('asset starter'), 8, 2000, 900, 400, 2, 150, 'INR');
  perform pg_temp.act_as_nobody();

  -- Search engines ----------------------------------------------------------------------------------------------------
  insert into public.seo_connections (
    id, organization_id, client_account_id, connected_by, search_engine, site_url, key_location, vault_secret_name,
    is_verified, last_verified_at
  )
  select pg_temp.id(c.word), c.organization_id, pg_temp.id(c.client), pg_temp.id(c.person), c.engine, c.site,
    c.key_location, 'seo_connection:' || pg_temp.id(c.word), c.is_verified, case when c.is_verified then now() - interval '3 days' end
  from (
    values
    ('seo google', v_team, null, '5', 'google', 'sc-domain:grachtwerk.example', null, true),
    ('seo indexnow', v_team, null, '5', 'indexnow', 'https://grachtwerk.example', 'https://grachtwerk.example/indexnow.txt', true),
    ('seo bakery', v_agency, '20', '2', 'bing', 'https://monsoon-bakery.example', null, false)
  ) as c (word, organization_id, client, person, engine, site, key_location, is_verified);
  perform private.put_secret(s.vault_secret_name, 'demo, opens nothing', 'demo connection to a search engine')
  from public.seo_connections as s where s.organization_id in (v_team, v_agency);
  insert into public.seo_submissions (
    id, organization_id, client_account_id, connection_id, search_engine, submitted_by, submitted_url,
    submission_method, response_status, status, status_checked_at, coverage_state, error_message, retry_count,
    next_retry_at, submitted_at, indexed_at, created_at
  )
  select pg_temp.id('submission ' || s.page), c.organization_id, c.client_account_id, c.id, c.search_engine, pg_temp.id('5'),
    'https://grachtwerk.example/' || s.page, s.method::public.seo_submission_method, s.answer, s.status::public.seo_submission_status,
    case when s.status in ('indexed', 'submitted') then pg_temp.days_ago(s.days - 1) end, s.coverage, s.problem, s.retries,
    case when s.status = 'failed' then now() + interval '1 day' end, case when s.answer = 200 then pg_temp.days_ago(s.days) end,
    case when s.status = 'indexed' then pg_temp.days_ago(s.days - 2) end, pg_temp.days_ago(s.days)
  from (
    values
    ('blog/zo-plant-de-bouw', 'seo google', 'api', 200, 'indexed', 'Submitted and indexed', null, 0, 10),
    ('blog/regen', 'seo google', 'api', 200, 'submitted', 'Discovered, not indexed', null, 0, 3),
    ('prijzen', 'seo google', 'api', 429, 'failed', null, 'too many requests', 1, 1),
    ('concept', 'seo google', 'api', 403, 'rejected', null, 'the page asks not to be indexed', 0, 6),
    ('oud', 'seo indexnow', 'indexnow', 500, 'gave_up', null, 'the engine failed five times', 5, 20),
    ('vacature', 'seo indexnow', 'indexnow', 200, 'submitted', null, null, 0, 2)
  ) as s (page, connection, method, answer, status, coverage, problem, retries, days)
  join public.seo_connections as c on c.id = pg_temp.id(s.connection);
  insert into public.seo_usage (organization_id, user_id, search_engine, operation_type, urls_count, created_at)
  values
  (v_team, pg_temp.id('5'), 'google', 'submit', 4, pg_temp.days_ago(6)),
  (v_team, pg_temp.id('5'), 'indexnow', 'submit', 2, pg_temp.days_ago(2)),
  (v_agency, pg_temp.id('2'), 'bing', 'verify', 1, pg_temp.days_ago(1));
  insert into public.seo_metrics (
    organization_id, generated_content_id, target_keywords, keyword_rankings, organic_traffic, backlinks_count,
    collected_on
  )
  select v_team, pg_temp.id('article paper'), array['planning bouw'], jsonb_build_array(jsonb_build_object('keyword', 'planning bouw', 'position', 24 - n)),
    40 + 9 * n, n / 4, current_date - 12 + n
  from generate_series(0, 11) as n;

  -- Money -------------------------------------------------------------------------------------------------------------
  -- A series of its own: the demo takes no number of the real one.
  insert into public.invoice_issuers (slug, legal_name, country_code, number_prefix, timezone, address)
  values ('demo', 'Content Catalyst (demo)', 'NL', 'DEMO', 'Europe/Amsterdam', '{"city": "Utrecht"}')
  on conflict (slug) do nothing;

  v_payment := public.record_payment(
    v_team, 'stripe', 'demo_payment_team', 95.59, 'EUR', 'succeeded', pg_temp.id('subscription team'), pg_temp.id('3'),
    p_occurred_at => now() - interval '5 days', p_payer => '{"name": "Grachtwerk Software B.V.", "country_code": "NL"}',
    p_description => 'Professional, one month'
  );
  v_invoice := public.draft_invoice(
    v_team, '[{"description": "Professional, one month", "quantity": 1, "unit_amount": 79, "amount": 79}]', 'EUR', 'vat', 21,
    '{"name": "Grachtwerk Software B.V.", "email": "facturen@grachtwerk.example", "country_code": "NL", "address": {"city": "Utrecht"}}',
    'demo', v_payment.id, pg_temp.id('subscription team')
  );
  perform public.issue_invoice(v_invoice.id);
  perform public.record_payment(
    v_studio, 'stripe', 'demo_payment_studio_1', 19, 'EUR', 'failed', p_user_id => pg_temp.id('1'),
    p_occurred_at => now() - interval '13 days', p_failure => '{"code": "card_declined", "message": "The card has expired."}'
  );
  perform public.record_payment(
    v_studio, 'stripe', 'demo_payment_studio_2', 19, 'EUR', 'succeeded', p_user_id => pg_temp.id('1'), p_occurred_at => now() - interval '12 days'
  );
  v_payment := public.record_payment(
    v_agency, 'razorpay', 'demo_payment_agency', 112100, 'INR', 'partially_refunded', pg_temp.id('subscription agency'),
    pg_temp.id('2'), p_refund_amount => 5000, p_occurred_at => now() - interval '80 days', p_description => 'Agency, one year'
  );
  v_invoice := public.draft_invoice(
    v_agency, '[{"description": "Agency, one year", "quantity": 1, "unit_amount": 95000, "amount": 95000}]', 'INR', 'gst', 18,
    '{"country_code": "IN", "place_of_supply": "27", "sac_code": "998314"}', 'demo', v_payment.id, pg_temp.id('subscription agency')
  );
  perform public.issue_invoice(v_invoice.id);
  perform public.draft_invoice(
    v_agency, '[{"description": "Onboarding", "quantity": 4, "unit_amount": 2500, "amount": 10000}]', 'INR', p_issuer => 'demo'
  );

  -- Usage, keys, webhooks and logs ------------------------------------------------------------------------------------
  -- What the rows above have cost, and what was done earlier this month; counter and ledger move together.
  perform private.consume_quota(u.organization_id, u.metric, u.amount)
  from (
    values
    (v_studio, 'videos', 6), (v_studio, 'ai_credits', 42), (v_studio, 'ai_analyses', 2), (v_studio, 'syncs', 24),
    (v_studio, 'uploads', 2), (v_team, 'ai_credits', 118), (v_team, 'syncs', 31),
    (v_team, 'seo_submissions', 6), (v_team, 'uploads', 2), (v_team, 'api_calls', 340),
    (v_agency, 'videos', 4), (v_agency, 'ai_credits', 75), (v_agency, 'ai_analyses', 1), (v_agency, 'uploads', 2)
  ) as u (organization_id, metric, amount);
  perform public.record_ai_usage(jsonb_build_array(
    jsonb_build_object('organization_id', v_studio, 'user_id', pg_temp.id('1'), 'ai_provider', 'local', 'ai_model', 'local-extractive',
      'feature', 'generate_posts', 'prompt_tokens', 410, 'completion_tokens', 96, 'cost_usd', 0, 'processing_time_ms', 210),
    jsonb_build_object('organization_id', v_studio, 'user_id', pg_temp.id('1'), 'ai_provider', 'local', 'ai_model', 'local-extractive',
      'feature', 'generate_posts', 'status', 'failed', 'error_code', 'AI_PROVIDER_TIMEOUT', 'processing_time_ms', 60000),
    jsonb_build_object('organization_id', v_team, 'user_id', pg_temp.id('6'), 'ai_provider', 'local', 'ai_model', 'local-extractive',
      'feature', 'generate_posts', 'prompt_tokens', 680, 'completion_tokens', 140, 'cost_usd', 0, 'processing_time_ms', 240),
    jsonb_build_object('organization_id', v_agency, 'user_id', pg_temp.id('2'), 'client_account_id', pg_temp.id('21'), 'ai_provider', 'openai',
      'ai_model', 'text-embedding-3-small', 'feature', 'brand_voice', 'operation_type', 'embed', 'prompt_tokens', 1200, 'is_own_key', true,
      'processing_time_ms', 180)
  ));
  perform public.record_api_usage(jsonb_build_array(
    jsonb_build_object('organization_id', v_studio, 'user_id', pg_temp.id('1'), 'api_provider', 'youtube', 'endpoint', 'videos.list',
      'method', 'GET', 'status_code', 200, 'response_time_ms', 143, 'quota_cost', 1, 'response_size_bytes', 18200),
    jsonb_build_object('organization_id', v_team, 'user_id', pg_temp.id('5'), 'api_provider', 'linkedin', 'endpoint', 'posts', 'method', 'POST',
      'status_code', 429, 'response_time_ms', 88, 'error_message', 'too many requests'),
    jsonb_build_object('organization_id', v_agency, 'user_id', pg_temp.id('2'), 'api_provider', 'instagram', 'endpoint', 'media', 'method', 'POST',
      'status_code', 201, 'response_time_ms', 640, 'request_size_bytes', 5242880, 'platforms', jsonb_build_array('instagram'))
  ));
  insert into public.api_keys (id, organization_id, name, prefix, secret_hash, scopes, created_by, expires_at,
    last_used_at, revoked_at, revoked_by)
  -- The hash of nothing that anybody holds.
  select pg_temp.id('key ' || k.prefix), k.organization_id, k.name, 'cc_' || k.prefix,
    encode(sha256(uuid_send(gen_random_uuid())), 'hex'), k.scopes, pg_temp.id(k.person), now() + interval '1 year', k.used_at,
    k.revoked_at, case when k.revoked_at is not null then pg_temp.id(k.person) end
  from (
    values
    (v_team, 'demo0001', 'Website', array['content:read', 'generations:write'], '4', now() - interval '40 minutes', null::timestamptz),
    (v_team, 'demo0002', 'Oude koppeling', array['content:read'], '4', now() - interval '50 days', now() - interval '30 days'),
    (v_agency, 'demo0003', 'Client report', array['analytics:read'], '2', null, null)
  ) as k (organization_id, prefix, name, scopes, person, used_at, revoked_at);
  insert into public.idempotency_keys (
    organization_id, endpoint, key, request_hash, status, response_code, response, locked_until_at, completed_at,
    expires_at
  )
  values (
    v_team, 'create_generation', 'website-regen', pg_temp.digest('demo:generation rain'), 'completed', 200,
    jsonb_build_object('generation_id', pg_temp.id('generation rain')), now() - interval '39 minutes', now() - interval '40 minutes',
    now() + interval '23 hours'
  );
  perform public.cache_set('demo:dashboard:studio-noor', '{"views": 20412}', 86400, 'demo');
  perform private.take_rate_limit('demo:' || v_team, 60, 1);

  insert into public.webhook_endpoints (
    id, organization_id, url, description, event_types, vault_secret_name, is_enabled, failure_count, first_failure_at,
    last_success_at, last_failure_at, disabled_at, disabled_reason, created_by
  )
  select pg_temp.id(e.word), e.organization_id, e.url, e.description, e.types, s.vault_secret_name, e.problem is null,
    case when e.problem is null then 0 else 15 end, case when e.problem is not null then now() - interval '6 days' end,
    e.success_at, case when e.problem is not null then now() - interval '2 days' end,
    case when e.problem is not null then now() - interval '2 days' end, e.problem, pg_temp.id(e.person)
  from (
    values
    ('endpoint team', v_team, 'https://hooks.grachtwerk.example/content', 'Naar het intranet', array['content.approved', 'post.published'], '4',
      now() - interval '1 day', null),
    ('endpoint agency', v_agency, 'https://hooks.kinara.example/catalyst', 'Client board', array['post.published', 'post.failed'], '2',
      now() - interval '9 days', 'the address failed 15 times in a row')
  ) as e (word, organization_id, url, description, types, person, success_at, problem)
  cross join lateral private.new_webhook_secret(pg_temp.id(e.word)) as s;
  insert into public.webhook_deliveries (
    id, organization_id, webhook_endpoint_id, event_id, event_type, payload, status, attempts, response_code,
    response_body, duration_ms, error_message, delivered_at, created_at
  )
  select pg_temp.id('delivery ' || d.word), e.organization_id, e.id, pg_temp.id('event ' || d.word), d.kind,
    private.webhook_body(pg_temp.id('event ' || d.word), d.kind, e.organization_id, jsonb_build_object('id',
    pg_temp.id(d.subject))), d.status::public.webhook_delivery_status, d.attempts, d.answer, d.body, d.duration,
    d.problem, case when d.status = 'succeeded' then pg_temp.days_ago(d.days) end, pg_temp.days_ago(d.days)
  from (
    values
    ('approved', 'endpoint team', 'content.approved', 'post case', 'succeeded', 1, 204, null, 92, null, 1),
    ('retried', 'endpoint team', 'content.approved', 'article paper', 'succeeded', 3, 200, 'ok', 310, null, 12),
    ('published', 'endpoint agency', 'post.published', 'post bakery', 'failed', 8, 503, 'maintenance', 1200, 'the address answered 503', 8),
    ('cancelled', 'endpoint agency', 'post.failed', 'post failed', 'cancelled', 0, null, null, null, 'the endpoint was switched off', 2)
  ) as d (word, endpoint, kind, subject, status, attempts, answer, body, duration, problem, days)
  join public.webhook_endpoints as e on e.id = pg_temp.id(d.endpoint);

  -- What providers told us, and what came of it.
  for v_row in
    select (public.receive_webhook_event(w.source, w.event_id, w.kind, w.payload,
      p_organization_id => w.organization_id) ->> 'id')::uuid as id, w.organization_id, w.status
    from (
      values
      ('stripe', 'demo_event_1', 'invoice.paid', '{"demo": true}'::jsonb, v_team, 'processed'),
      ('razorpay', 'demo_event_2', 'payment.captured', '{"demo": true}', v_agency, 'processed'),
      ('revid', 'demo_event_3', 'video.progress', '{"demo": true}', v_studio, 'ignored')
    ) as w (source, event_id, kind, payload, organization_id, status)
  loop
    update public.webhook_events
    set status = 'processing', attempts = 1, worker_id = 'demo', lease_expires_at = now() + interval '1 minute' where id = v_row.id;
    perform public.complete_webhook_event(v_row.id, 1, v_row.status::public.webhook_event_status,
      v_row.organization_id);
  end loop;

  perform private.notify(v_studio, pg_temp.id('1'), 'quota_warning', 'Je hebt 42 van de 100 AI-credits gebruikt',
    p_action_url => '/settings/usage', p_action_label => 'Bekijk verbruik');
  perform private.notify(v_team, null, 'connection_expired', 'X must be connected again', 'X no longer accepts the permission.',
    '/settings/connections', 'Connect', 'platform_connection', pg_temp.id('connection team x'), p_minimum_role => 'manager');
  perform private.notify(v_agency, pg_temp.id('2'), 'member_joined', 'Meera Pillai has joined', p_entity_type => 'organization_member');
  -- Some were read already, and what is about earlier days was sent then.
  update public.notifications
  set created_at = now() - interval '2 days', read_at = now() - interval '1 day'
  where type in ('content_ready', 'publish_succeeded', 'payment_failed')
    and organization_id in (v_studio, v_team, v_agency);
  perform private.write_system_log('warning', 'connections', 'token_refresh_failed', 'X refused the refresh token',
    '{"platform": "x"}', v_team, pg_temp.id('5'), 420, 'demo-request-1');
  perform private.write_system_log('error', 'publishing', 'post_failed', 'a post could not be published', '{"error_code": "MEDIA_MISSING"}',
    v_agency, pg_temp.id('2'), 1900, 'demo-request-2');
  perform private.write_system_log('info', 'sync', 'sync_finished', 'the account is up to date', '{"items": 24}', v_studio, pg_temp.id('1'), 5200,
    'demo-request-3');
  perform private.refresh_usage_stats((now() at time zone 'UTC')::date - 45);
end;
$seed$;
