-- Lookups are readable by everybody and changed by migrations and operators.

create policy content_types_select_everyone on public.content_types
for select to anon, authenticated
using (is_active);

create policy platforms_select_everyone on public.platforms
for select to anon, authenticated
using (is_active);

create policy search_engines_select_everyone on public.search_engines
for select to anon, authenticated
using (is_active);
