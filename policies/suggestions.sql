-- Who sees what AI suggests for published items, and what people look for. Functions write.

create policy ai_suggestions_select_staff on public.ai_suggestions
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and (select client_account_id from private.acting_member) is null
  and content_item_id not in (select unnest((select private.hidden_content_items())))
);

create policy ai_suggestion_applications_select_staff on public.ai_suggestion_applications
for select to authenticated
using (
  organization_id = (select organization_id from private.acting_member)
  and (select client_account_id from private.acting_member) is null
  and ai_suggestion_id not in (select unnest((select private.hidden_ai_suggestions())))
);

create policy trending_keywords_select_everyone on public.trending_keywords
for select to authenticated
using (valid_end > now());
