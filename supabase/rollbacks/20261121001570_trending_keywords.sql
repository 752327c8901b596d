revoke select on public.trending_keywords from authenticated, service_role;
drop policy trending_keywords_select_everyone on public.trending_keywords;

delete from private.retention_rules where parent = 'public.trending_keywords';
drop function public.record_trending_keywords(jsonb);
drop table public.trending_keywords;
drop function private.trend_word(text);
drop type public.competition_level;
