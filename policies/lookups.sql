-- Lookups are readable by everybody and changed by migrations and operators.

create policy platforms_select_everyone on public.platforms
for select to anon, authenticated
using (is_active);
