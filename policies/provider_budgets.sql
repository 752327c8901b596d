-- What providers allow is no secret; what all organizations took of it together is the workers' business.

create policy provider_limits_select_everyone on public.provider_limits
for select to authenticated
using (is_active);
