drop function public.worker_contract(text[]);
