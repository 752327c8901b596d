revoke select on public.ai_suggestions, public.ai_suggestion_applications from authenticated, service_role;
drop policy ai_suggestion_applications_select_staff on public.ai_suggestion_applications;
drop policy ai_suggestions_select_staff on public.ai_suggestions;

drop function private.hidden_ai_suggestions();
drop table public.ai_suggestion_applications;
drop table public.ai_suggestions;
drop type public.ai_suggestion_field;
