-- Who sees posts, attempts, calendars and slots, and who plans in calendars.

create policy scheduled_posts_select_members on public.scheduled_posts
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy publish_attempts_select_staff on public.publish_attempts
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy content_calendars_select_members on public.content_calendars
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy content_calendars_insert_creators on public.content_calendars
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy content_calendars_update_creators on public.content_calendars
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'))
with check (organization_id = (select organization_id from private.acting_member));

create policy content_calendars_delete_creators on public.content_calendars
for delete to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy calendar_entries_select_members on public.calendar_entries
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy calendar_entries_insert_creators on public.calendar_entries
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy calendar_entries_update_creators on public.calendar_entries
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'))
with check (organization_id = (select organization_id from private.acting_member));

create policy calendar_entries_delete_creators on public.calendar_entries
for delete to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy posting_slots_select_staff on public.posting_slots
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy posting_slots_insert_creators on public.posting_slots
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy posting_slots_update_creators on public.posting_slots
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'))
with check (organization_id = (select organization_id from private.acting_member));

create policy posting_slots_delete_creators on public.posting_slots
for delete to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'));
