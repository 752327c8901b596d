-- Who sees creators and whom an organization follows. Clients write through functions only.

create policy creator_categories_select_everyone on public.creator_categories
for select to anon, authenticated
using (is_active);

create policy creators_select_people on public.creators
for select to authenticated
using (true);
comment on policy creators_select_people on public.creators is 'Public profiles: everybody signed in sees all of them.';

create policy followed_creators_select_staff on public.followed_creators
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));
comment on policy followed_creators_select_staff on public.followed_creators is
'Those limited to one client account do not see whom the organization watches.';
