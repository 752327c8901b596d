-- Purpose: how deliveries leave: claimed with a lease, tried again with growing delays; silent endpoints end.
-- Objects: claim_webhook_deliveries, get_webhook_secrets, settle_webhook_delivery.

create function public.claim_webhook_deliveries(
  p_worker_id text, p_limit integer default 20, p_lease_seconds integer default 60
)
returns table (
  id uuid, organization_id uuid, webhook_endpoint_id uuid, url text, event_id uuid, event_type text, payload jsonb,
  attempt integer
)
language plpgsql
volatile
security definer -- workers hold no grant to write deliveries
set search_path = ''
as $$
begin
  p_worker_id := private.require_text(p_worker_id, 'p_worker_id', 200);
  perform private.require(p_limit between 1 and 200, 'p_limit', 'p_limit must be between 1 and 200');
  perform private.require(p_lease_seconds between 5 and 3600, 'p_lease_seconds', 'p_lease_seconds must be between 5 and 3600');
  -- A worker that is gone: its try counts, and the next one may follow at once.
  update public.webhook_deliveries as d
  set
    status = case when d.attempts >= d.max_attempts then 'failed' else 'pending' end::public.webhook_delivery_status,
    lease_expires_at = null, worker_id = null, error_message = 'the worker did not answer in time'
  where d.id in (
    select l.id from public.webhook_deliveries as l
    where l.status = 'delivering' and l.lease_expires_at <= now()
    for update skip locked
  );
  return query
  with due as (
    select d.id
    from public.webhook_deliveries as d
    where d.status = 'pending' and d.next_attempt_at <= now()
    order by d.next_attempt_at
    limit p_limit
    for update skip locked
  ),
  claimed as (
    update public.webhook_deliveries as d
    set status = 'delivering', attempts = d.attempts + 1, worker_id = p_worker_id,
      lease_expires_at = now() + make_interval(secs => p_lease_seconds)
    from due
    where d.id = due.id
    returning d.*
  )
  select c.id, c.organization_id, c.webhook_endpoint_id, w.url, c.event_id, c.event_type, c.payload, c.attempts
  from claimed as c
  join public.webhook_endpoints as w on w.organization_id = c.organization_id and w.id = c.webhook_endpoint_id
  order by c.next_attempt_at;
end;
$$;
comment on function public.claim_webhook_deliveries(text, integer, integer) is
'Deliveries that are due. Sign with get_webhook_secrets, send, and answer each with settle_webhook_delivery and its attempt.';

create function public.get_webhook_secrets(p_webhook_endpoint_id uuid)
returns text[]
language plpgsql
volatile
security definer -- workers have no right to the Vault
set search_path = ''
as $$
declare
  v_endpoint public.webhook_endpoints;
begin
  select w.* into v_endpoint from public.webhook_endpoints as w where w.id = p_webhook_endpoint_id;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such endpoint');
  end if;
  perform private.write_audit(
    'secret.read', 'webhook_endpoints', v_endpoint.organization_id, v_endpoint.id,
    p_metadata => jsonb_build_object('purpose', 'webhook signature')
  );
  return array(
    select s.decrypted_secret
    from vault.decrypted_secrets as s
    where s.name = v_endpoint.vault_secret_name
      or (s.name = v_endpoint.previous_vault_secret_name and v_endpoint.previous_secret_expires_at > now())
    order by s.name <> v_endpoint.vault_secret_name
  );
end;
$$;
comment on function public.get_webhook_secrets(uuid) is
'The secrets to sign with, the running one first; each reading is on record, so keep them for a while. Errors: NOT_FOUND.';

create function private.webhook_retry_delay(p_attempt integer)
returns interval
language sql
volatile
set search_path = ''
as $$
  select interval '1 second' * (0.9 + random() / 5)
    * (array[5, 300, 1800, 7200, 18000, 36000])[least(greatest(p_attempt, 1), 6)]
$$;
comment on function private.webhook_retry_delay(integer) is
'After the first try 5 seconds, then 5 and 30 minutes, 2, 5 and 10 hours, give or take a tenth.';

create function private.count_webhook_failure(p_organization_id uuid, p_webhook_endpoint_id uuid, p_reason text)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_endpoint public.webhook_endpoints;
begin
  update public.webhook_endpoints as w
  set
    failure_count = w.failure_count + 1,
    first_failure_at = coalesce(w.first_failure_at, now()),
    last_failure_at = now(),
    is_enabled = s.reason is null,
    disabled_at = case when s.reason is not null then now() end,
    disabled_reason = s.reason
  from (
    select
      e.id,
      coalesce(p_reason, case
        when e.failure_count + 1 >= 20 and e.first_failure_at < now() - interval '5 days'
          then 'it answered no delivery for five days'
      end) as reason
    from public.webhook_endpoints as e
    where e.organization_id = p_organization_id and e.id = p_webhook_endpoint_id and e.is_enabled
    for update
  ) as s
  where w.id = s.id
  returning w.* into v_endpoint;
  if v_endpoint.id is null or v_endpoint.is_enabled then
    return;
  end if;
  perform private.cancel_webhook_deliveries(p_organization_id, p_webhook_endpoint_id);
  perform private.notify(
    p_organization_id => p_organization_id,
    p_user_id => null,
    p_type => 'system_notice',
    p_title => 'A webhook endpoint was switched off',
    p_message => format('%s: %s', v_endpoint.url, v_endpoint.disabled_reason),
    p_entity_type => 'webhook_endpoint',
    p_entity_id => p_webhook_endpoint_id,
    p_minimum_role => 'admin'
  );
end;
$$;
comment on function private.count_webhook_failure(uuid, uuid, text) is
'Switches an endpoint off at once for p_reason, or after 20 failures without a success over more than five days, and tells the admins.';

create function public.settle_webhook_delivery(
  p_id uuid,
  p_attempt integer,
  p_response_code integer default null,
  p_response_body text default null,
  p_duration_ms integer default null,
  p_error_message text default null,
  p_retry_after_seconds integer default null
)
returns public.webhook_delivery_status
language plpgsql
volatile
security definer -- workers hold no grant to write deliveries
set search_path = ''
as $$
declare
  v_delivery public.webhook_deliveries;
  v_status public.webhook_delivery_status;
begin
  select d.* into v_delivery from public.webhook_deliveries as d where d.id = p_id for update;
  if not found then
    perform private.raise_error('NOT_FOUND', 'there is no such delivery');
  end if;
  if v_delivery.status <> 'delivering' or v_delivery.attempts is distinct from p_attempt then
    perform private.raise_error('CONFLICT', 'this attempt is over: another worker has the delivery, or it has ended');
  end if;
  v_status := case
    when p_response_code between 200 and 299 then 'succeeded'
    when p_response_code = 410 or v_delivery.attempts >= v_delivery.max_attempts then 'failed'
    else 'pending'
  end::public.webhook_delivery_status;
  update public.webhook_deliveries as d
  set
    status = v_status, lease_expires_at = null, worker_id = null,
    response_code = case when p_response_code between 100 and 599 then p_response_code end,
    response_body = left(p_response_body, 2000),
    duration_ms = case when p_duration_ms >= 0 then p_duration_ms end,
    error_message = left(p_error_message, 1000),
    delivered_at = case when v_status = 'succeeded' then now() end,
    next_attempt_at = case
      when v_status = 'pending' then now() + greatest(
        private.webhook_retry_delay(v_delivery.attempts),
        -- least() leaves nulls out: without a time of the endpoint's it would be a day.
        case when p_retry_after_seconds is not null then make_interval(secs => least(p_retry_after_seconds, 86400)) end
      )
      else d.next_attempt_at
    end
  where d.id = p_id;
  if v_status = 'succeeded' then
    -- Good to a minute: a busy endpoint's row is not written with each delivery.
    update public.webhook_endpoints as w
    set failure_count = 0, first_failure_at = null, last_success_at = now()
    where w.organization_id = v_delivery.organization_id and w.id = v_delivery.webhook_endpoint_id
      and (w.failure_count > 0 or w.last_success_at is null or w.last_success_at < now() - interval '1 minute');
  else
    perform private.count_webhook_failure(
      v_delivery.organization_id, v_delivery.webhook_endpoint_id, case when p_response_code = 410 then 'it answered 410 Gone' end
    );
    -- Switched off meanwhile: what was to be tried again is cancelled with the rest.
    select d.status into strict v_status from public.webhook_deliveries as d where d.id = p_id;
  end if;
  return v_status;
end;
$$;
comment on function public.settle_webhook_delivery(uuid, integer, integer, text, integer, text, integer) is
'What became of a try: 2xx succeeds, 410 switches the endpoint off, everything else (no code: no answer) is tried again.
Answers the status. Errors: NOT_FOUND, CONFLICT (the attempt is over).';

-- Grants --------------------------------------------------------------------------------------------------------------

grant execute on function
  public.claim_webhook_deliveries(text, integer, integer),
  public.get_webhook_secrets(uuid),
  public.settle_webhook_delivery(uuid, integer, integer, text, integer, text, integer)
to service_role, catalyst_worker;
