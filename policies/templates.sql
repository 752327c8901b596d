-- Templates: the organization writes its own; everybody who is signed in reads the public ones.

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
