-- Purpose: what was heard in a recording is kept with it, and when each part of it was said.
-- Objects: private.asset_timings, private.keep_transcript, private.asset_segments.

create table private.asset_timings (
  organization_id uuid not null,
  content_asset_id uuid not null,
  transcript_md5 text not null,
  segments jsonb not null,
  created_at timestamptz not null default now(),
  constraint asset_timings_pkey primary key (organization_id, content_asset_id),
  constraint asset_timings_content_asset_id_fkey foreign key (organization_id, content_asset_id)
    references public.content_assets (organization_id, id) on delete cascade,
  constraint asset_timings_transcript_md5_check check (transcript_md5 ~ '^[0-9a-f]{32}$'),
  constraint asset_timings_segments_is_an_array check (jsonb_typeof(segments) = 'array')
);
comment on table private.asset_timings is
'When the words of a transcript are said. Beside content_assets, because lists of assets have no use for it.';
comment on column private.asset_timings.transcript_md5 is
'Of the transcript it belongs to: once a person has changed that, nobody knows the times any more.';
comment on column private.asset_timings.segments is 'Array of {start, end, text}, seconds from the beginning, in order.';

alter table private.asset_timings enable row level security;

create function private.keep_transcript(p_organization_id uuid, p_content_asset_id uuid, p_state jsonb)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_transcript text := left(p_state ->> 'transcript', 2000000);
begin
  update public.content_assets as a
  set
    transcript = v_transcript,
    transcript_language = coalesce(a.transcript_language, p_state ->> 'language'),
    transcript_confidence = coalesce((p_state ->> 'transcript_confidence')::numeric, a.transcript_confidence),
    duration_seconds = coalesce(a.duration_seconds, ceil((p_state ->> 'duration_seconds')::numeric)::integer)
  where a.organization_id = p_organization_id and a.id = p_content_asset_id and a.transcript is null
    and v_transcript <> '';
  if not found or coalesce(jsonb_array_length(nullif(p_state -> 'segments', 'null')), 0) = 0 then
    return;
  end if;
  insert into private.asset_timings (organization_id, content_asset_id, transcript_md5, segments)
  values (p_organization_id, p_content_asset_id, md5(v_transcript), p_state -> 'segments')
  on conflict (organization_id, content_asset_id) do update
  set transcript_md5 = excluded.transcript_md5, segments = excluded.segments, created_at = now();
end;
$$;
comment on function private.keep_transcript(uuid, uuid, jsonb) is
'Keeps {transcript, language, transcript_confidence, duration_seconds, segments} of a step with its asset, unless somebody has
written a transcript meanwhile.';

create function private.asset_segments(p_asset public.content_assets)
returns jsonb
language sql
stable
set search_path = ''
as $$
  select t.segments
  from private.asset_timings as t
  where t.organization_id = p_asset.organization_id and t.content_asset_id = p_asset.id
    and t.transcript_md5 = md5(p_asset.transcript)
$$;
comment on function private.asset_segments(public.content_assets) is
'When the words of its transcript are said; null where nobody knows, or somebody changed the transcript.';
