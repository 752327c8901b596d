drop policy content_analyses_select_members on public.content_analyses;
drop function public.save_content_analysis(text, uuid, text, jsonb);
drop table public.content_analyses;
