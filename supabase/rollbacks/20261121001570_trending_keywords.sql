revoke select on public.trending_keywords from authenticated, service_role;
drop policy trending_keywords_select_everyone on public.trending_keywords;

delete from private.retention_rules where parent = 'public.trending_keywords';
drop table public.trending_keywords;
drop type public.competition_level;
