-- Takes back 20261121000110_partitions.sql.

select cron.unschedule(jobname) from cron.job
where jobname in ('maintain-partitions', 'apply-retention', 'prune-cron-history') and username = current_user;

drop function private.manage_partitions(text, interval, text, text, integer);
drop function private.maintain_partitions();
drop function private.apply_retention(text);
drop function private.partition_problems();
drop function private.ensure_partitions(regclass, integer);
drop function private.create_partition(regclass, timestamptz);
drop function private.partition_month(name);
drop table private.legal_holds;
drop table private.retention_rules;
