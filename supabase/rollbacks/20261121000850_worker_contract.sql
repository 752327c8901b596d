drop function public.crashed_jobs(bigint[]);
drop function public.worker_contract(text[]);
