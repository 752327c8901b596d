-- Takes back 20261121002440_rate_limits.sql.

drop function private.check_request();
drop function private.take_rate_limit(text, double precision, double precision, double precision);
drop function private.bucket_level(double precision, timestamptz, double precision, double precision);
drop function private.rate_limit_wait(text, double precision, double precision, double precision);
delete from private.retention_rules where parent = 'private.rate_limits';
drop table private.rate_limits;
