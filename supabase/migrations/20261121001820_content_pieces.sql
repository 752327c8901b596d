-- Purpose: the pieces on a canvas and the notes people put on them.
-- Objects: content_pieces, private.begin_content_piece, content_annotations, policies and grants.

create type public.content_piece_type as enum ('video', 'image', 'text', 'audio');
comment on type public.content_piece_type is 'What a piece is.';

create type public.content_piece_status as enum ('pending', 'processing', 'completed', 'failed');
comment on type public.content_piece_status is
'pending: its address awaits its turn to be read; processing: a worker reads it; completed: read; failed: see the error.';

create type public.content_annotation_type as enum ('note', 'highlight', 'bookmark');
comment on type public.content_annotation_type is 'What an annotation is for.';

-- Pieces --------------------------------------------------------------------------------------------------------------

create table public.content_pieces (
  id uuid constraint content_pieces_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  project_id uuid not null,
  creator_id uuid,
  uploaded_by uuid default auth.uid(),
  content_asset_id uuid,
  content_item_id uuid,
  source_url text,
  platform text,
  content_type public.content_piece_type not null,
  title text,
  description text,
  thumbnail_url text,
  transcript text,
  duration_seconds integer,
  position_x numeric(10, 2) not null default 0,
  position_y numeric(10, 2) not null default 0,
  metadata jsonb not null default '{}',
  is_remix boolean not null default false,
  processing_status public.content_piece_status not null default 'pending',
  error_code text,
  error_message text,
  job_id bigint,
  read_digests jsonb not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint content_pieces_organization_id_id_key unique (organization_id, id),
  constraint content_pieces_organization_id_project_id_id_key unique (organization_id, project_id, id),
  constraint content_pieces_project_id_fkey foreign key (organization_id, project_id)
    references public.projects (organization_id, id) on delete cascade,
  constraint content_pieces_creator_id_fkey foreign key (creator_id)
    references public.creators (id) on delete set null,
  constraint content_pieces_uploaded_by_fkey foreign key (uploaded_by)
    references public.profiles (id) on delete set null,
  constraint content_pieces_content_asset_id_fkey foreign key (organization_id, content_asset_id)
    references public.content_assets (organization_id, id) on delete set null (content_asset_id),
  constraint content_pieces_content_item_id_fkey foreign key (organization_id, content_item_id)
    references public.content_items (organization_id, id) on delete set null (content_item_id),
  constraint content_pieces_platform_fkey foreign key (platform)
    references public.platforms (slug) on update cascade on delete restrict,
  constraint content_pieces_source_url_check check (private.is_http_url(source_url)),
  constraint content_pieces_of_a_platform_have_a_source_url check (platform is null or source_url is not null),
  constraint content_pieces_title_check check (char_length(title) between 1 and 500),
  constraint content_pieces_description_check check (char_length(description) <= 10000),
  constraint content_pieces_thumbnail_url_check check (private.is_http_url(thumbnail_url)),
  constraint content_pieces_transcript_check check (char_length(transcript) <= 2000000),
  constraint content_pieces_duration_seconds_check check (duration_seconds >= 0),
  constraint content_pieces_position_x_check check (position_x between -10000000 and 10000000),
  constraint content_pieces_position_y_check check (position_y between -10000000 and 10000000),
  constraint content_pieces_metadata_is_a_small_object
    check (jsonb_typeof(metadata) = 'object' and octet_length(metadata::text) <= 16384),
  constraint content_pieces_error_code_check check (char_length(error_code) between 1 and 100),
  constraint content_pieces_error_message_check check (char_length(error_message) <= 2000),
  constraint content_pieces_read_digests_is_a_small_object
    check (jsonb_typeof(read_digests) = 'object' and octet_length(read_digests::text) <= 1000),
  constraint failed_content_pieces_have_an_error_code check (processing_status <> 'failed' or error_code is not null)
);
create index content_pieces_organization_id_project_id_idx
on public.content_pieces (organization_id, project_id, created_at desc, id desc);
create index content_pieces_creator_id_idx on public.content_pieces (creator_id, created_at desc)
where creator_id is not null;
create index content_pieces_content_asset_id_idx on public.content_pieces (organization_id, content_asset_id)
where content_asset_id is not null;
create index content_pieces_content_item_id_idx on public.content_pieces (organization_id, content_item_id)
where content_item_id is not null;
create index content_pieces_uploaded_by_idx on public.content_pieces (uploaded_by) where uploaded_by is not null;
create index content_pieces_platform_idx on public.content_pieces (platform) where platform is not null;
create index content_pieces_processing_status_idx on public.content_pieces (processing_status, created_at)
where processing_status in ('pending', 'processing');
comment on table public.content_pieces is
'What lies on a canvas: a post of a creator, an upload or a text. Files belong to the asset, figures to the item it points at.';
comment on column public.content_pieces.creator_id is 'Whose work it is, when that creator is known.';
comment on column public.content_pieces.uploaded_by is 'Who put it on the canvas; null once that person is deleted.';
comment on column public.content_pieces.content_asset_id is 'The file behind it, with its size, expiry and transcript.';
comment on column public.content_pieces.content_item_id is 'The organization''s own post that it shows.';
comment on column public.content_pieces.platform is 'Where it was published; null: uploaded or written here, which needs no source_url.';
comment on column public.content_pieces.transcript is 'What is said in a piece without an asset; else the asset''s transcript counts.';
comment on column public.content_pieces.position_x is 'Canvas units, to the right; position_y downwards.';
comment on column public.content_pieces.is_remix is 'Made from other pieces.';
comment on column public.content_pieces.job_id is 'The job that reads it; no foreign key, finished jobs move to job_history.';
comment on column public.content_pieces.read_digests is
'Column → MD5 of what was read at the address: a column that still has it is nobody''s own word, and follows the address.';

-- Annotations ---------------------------------------------------------------------------------------------------------

create table public.content_annotations (
  id uuid constraint content_annotations_pkey primary key default gen_random_uuid(),
  organization_id uuid not null default private.active_org(),
  project_id uuid not null,
  content_piece_id uuid not null,
  user_id uuid not null default auth.uid(),
  annotation_text text not null,
  annotation_type public.content_annotation_type not null default 'note',
  position_x numeric(10, 2),
  position_y numeric(10, 2),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  constraint content_annotations_content_piece_id_fkey foreign key (organization_id, project_id, content_piece_id)
    references public.content_pieces (organization_id, project_id, id) on update cascade on delete cascade,
  constraint content_annotations_user_id_fkey foreign key (user_id) references public.profiles (id) on delete cascade,
  constraint content_annotations_annotation_text_check check (char_length(annotation_text) between 1 and 5000),
  constraint content_annotations_position_x_check check (position_x between -10000000 and 10000000),
  constraint content_annotations_position_y_check check (position_y between -10000000 and 10000000),
  constraint content_annotations_position_is_whole_or_absent check (num_nonnulls(position_x, position_y) in (0, 2))
);
create index content_annotations_content_piece_id_idx
on public.content_annotations (organization_id, project_id, content_piece_id, created_at);
create index content_annotations_user_id_idx on public.content_annotations (user_id);
comment on table public.content_annotations is 'Notes, highlights and bookmarks on a piece; they go with their author.';
comment on column public.content_annotations.position_x is 'Canvas units from the left edge of the piece, position_y from its top; both or neither.';

create trigger touch before update on public.content_pieces
for each row execute function private.touch();
create trigger touch before update on public.content_annotations
for each row execute function private.touch();

create function private.begin_content_piece()
returns trigger
language plpgsql
volatile
set search_path = ''
as $$
begin
  -- Only what is nothing but an address has to be read by a worker.
  if new.processing_status = 'pending' and (
    new.source_url is null or num_nonnulls(new.content_asset_id, new.content_item_id) > 0
    or concat(new.transcript, new.description) ~ '\S'
  ) then
    new.processing_status := 'completed';
  end if;
  return new;
end;
$$;
comment on function private.begin_content_piece() is 'A piece that holds all there is to read waits for nobody.';

create trigger begin_piece before insert on public.content_pieces
for each row execute function private.begin_content_piece();

-- Scripts are rewritten from pieces -----------------------------------------------------------------------------------

alter table public.generated_scripts
  -- squawk-ignore adding-foreign-key-constraint, constraint-missing-not-valid
  add constraint generated_scripts_content_piece_id_fkey foreign key (organization_id, content_piece_id)
    references public.content_pieces (organization_id, id) on delete set null (content_piece_id);

-- Row level security and grants ---------------------------------------------------------------------------------------

alter table public.content_pieces enable row level security;
alter table public.content_annotations enable row level security;

create policy content_pieces_select_members on public.content_pieces
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy content_pieces_insert_editors on public.content_pieces
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy content_pieces_update_editors on public.content_pieces
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
)
with check (organization_id = (select organization_id from private.acting_member));

create policy content_pieces_delete_editors on public.content_pieces
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member where role >= 'creator')
  and project_id <> all((select private.locked_projects())::uuid[])
);

create policy content_annotations_select_members on public.content_annotations
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
);

create policy content_annotations_insert_clients on public.content_annotations
for insert to authenticated
with check (
  organization_id = (select organization_id from private.acting_member where role >= 'client')
  and project_id <> all((select private.hidden_projects())::uuid[])
);
comment on policy content_annotations_insert_clients on public.content_annotations is
'Whoever may review may also say why: clients and above, in every project they see.';

create policy content_annotations_update_authors on public.content_annotations
for update to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and user_id = (select auth.uid())
  and (select private.has_role('client'))
  and project_id <> all((select private.hidden_projects())::uuid[])
)
with check (organization_id = (select organization_id from private.acting_member));

create policy content_annotations_delete_authors on public.content_annotations
for delete to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and project_id <> all((select private.hidden_projects())::uuid[])
  and (
    user_id = (select auth.uid())
    or ((select private.has_role('creator')) and project_id <> all((select private.locked_projects())::uuid[]))
  )
);

grant select on public.content_pieces, public.content_annotations to authenticated, service_role;
grant insert (
  project_id, creator_id, content_asset_id, content_item_id, source_url, platform, content_type, title, description,
  thumbnail_url, position_x, position_y, metadata, is_remix
) on public.content_pieces to authenticated;
grant update (
  creator_id, content_asset_id, content_item_id, source_url, platform, title, description, thumbnail_url, position_x,
  position_y, metadata, is_remix
) on public.content_pieces to authenticated;
grant insert (project_id, content_piece_id, annotation_text, annotation_type, position_x, position_y)
on public.content_annotations to authenticated;
grant update (annotation_text, annotation_type, position_x, position_y) on public.content_annotations to authenticated;
grant delete on public.content_pieces, public.content_annotations to authenticated;
