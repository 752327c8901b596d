-- Who sees and writes brands, audiences, voice samples and the libraries. Members limited to a client see that client's.

create policy brand_profiles_select_members on public.brand_profiles
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy brand_profiles_insert_creators on public.brand_profiles
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy brand_profiles_update_creators on public.brand_profiles
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator') and deleted_at is null)
with check (organization_id = (select organization_id from private.acting_member));

create policy audience_profiles_select_members on public.audience_profiles
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and deleted_at is null
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy audience_profiles_insert_creators on public.audience_profiles
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy audience_profiles_update_creators on public.audience_profiles
for update to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator') and deleted_at is null)
with check (organization_id = (select organization_id from private.acting_member));

create policy brand_voice_samples_select_members on public.brand_voice_samples
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);

create policy brand_voice_samples_insert_creators on public.brand_voice_samples
for insert to authenticated
with check (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

create policy brand_voice_samples_delete_creators on public.brand_voice_samples
for delete to authenticated
using (organization_id = (select organization_id from private.acting_member where role >= 'creator'));

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

create policy brand_voices_select_members on public.brand_voices
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and case
    when (select client_account_id from private.acting_member) is null then true
    else client_account_id = (select private.member_client_account())
  end
);
