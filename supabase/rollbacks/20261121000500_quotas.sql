-- Takes back 20261121000500_quotas.sql.

delete from private.retention_rules where parent = 'public.usage_ledger';
drop table public.usage_ledger;
drop table public.usage_counters;
drop function private.refuse_change();
drop function private.quota_discrepancies();
drop function private.adjust_usage(uuid, text, bigint, text);
drop function private.release_quota(uuid, text, date, bigint, bigint);
drop function private.commit_quota(uuid, text, date, bigint, bigint);
drop function private.settle_quota(uuid, text, date, bigint, public.quota_operation, bigint);
drop function private.consume_quota(uuid, text, bigint, bigint);
drop function private.reserve_quota(uuid, text, bigint, bigint);
drop function private.take_quota(uuid, text, bigint, public.quota_operation, bigint, boolean);
drop function private.raise_quota_exceeded(uuid, text, date, bigint, bigint, timestamptz);
drop function private.quota_terms(uuid, text);
drop function private.quota_resets_at(public.quota_period, text, date);
drop function private.quota_period_start(public.quota_period, text, timestamptz);
drop type public.quota_operation;
