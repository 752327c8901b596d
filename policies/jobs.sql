-- Who sees jobs, their history and their log. Nobody writes them: the engine's functions do.
-- job_checkpoints, private.job_slots and private.job_signals have no policy on purpose: only the engine reads them.

-- A member who is limited to one client account sees that client's rows of the domain, not the organization's jobs.
create policy jobs_select_members on public.jobs
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy job_history_select_members on public.job_history
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy job_logs_select_members on public.job_logs
for select to authenticated
using (organization_id = (select organization_id from private.acting_member where client_account_id is null));

create policy job_kinds_select_worker on public.job_kinds
for select to catalyst_worker
using (true);
comment on policy job_kinds_select_worker on public.job_kinds is 'Workers read time limits and batching; the registry holds no tenant data.';
