-- Takes back 20261121002480_operator_figures.sql.

drop function public.generation_times(integer);
drop function public.platform_popularity(integer);
drop function public.daily_generation_volume(integer);
drop function public.subscriptions_by_plan();
