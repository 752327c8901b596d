-- Purpose: members take places of the plan.
-- Objects: trigger count_members, require_member_place.

create function private.count_members()
returns trigger
language plpgsql
volatile
security definer -- the counter belongs to nobody who changes members
set search_path = ''
as $$
begin
  if tg_op <> 'INSERT' and old.status = 'active' then
    if tg_op = 'UPDATE' and new.status = 'active' and new.organization_id = old.organization_id then
      return null;
    end if;
    perform private.adjust_usage(old.organization_id, 'members', -1, 'member left');
  end if;
  if tg_op <> 'DELETE' and new.status = 'active' then
    perform private.adjust_usage(new.organization_id, 'members', 1, 'member joined');
  end if;
  return null;
end;
$$;
comment on function private.count_members() is 'The metric members follows the active rows of organization_members.';

create function private.require_member_place(p_organization_id uuid)
returns void
language plpgsql
volatile
set search_path = ''
as $$
declare
  v_terms record := private.quota_terms(p_organization_id, 'members');
begin
  -- The caller holds the lock on the organization, so nobody joins between this question and the insert.
  if (
    select count(*) >= v_terms.limit_value
    from public.organization_members as m
    where m.organization_id = p_organization_id and m.status = 'active'
  ) then
    perform private.raise_quota_exceeded(p_organization_id, 'members', v_terms.period_start, v_terms.limit_value, 1, null);
  end if;
end;
$$;
comment on function private.require_member_place(uuid) is
'QUOTA_EXCEEDED when the plan has no place for another member.';

create trigger count_members after insert or delete or update of status, organization_id on public.organization_members
for each row execute function private.count_members();
