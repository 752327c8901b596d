begin;
select plan(7);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
select tests.act_as(:'ada');
-- The zone decides when a month of the quota ends: who could change it at will would have two.
select is((public.change_organization_timezone('UTC')).timezone, 'UTC', 'the zone it has is no change');
select is((public.change_organization_timezone('Pacific/Kiritimati')).timezone, 'Pacific/Kiritimati', 'a first change');
select is(
  tests.raised_code($$select public.change_organization_timezone('Pacific/Pago_Pago')$$), 'CONFLICT', 'no second in the same month'
);
select is(tests.raised_code($$update public.organizations set timezone = 'UTC'$$), '42501', 'nor around the function');
select is(tests.raised_code($$select public.change_organization_timezone('GMT+5')$$), 'VALIDATION_ERROR', 'zones have names');
select tests.act_as_owner();
update public.organizations set timezone_changed_at = now() - interval '30 days 1 second' where id = :'org';
select tests.act_as(:'ada');
select is((public.change_organization_timezone('UTC')).timezone, 'UTC', 'a month later another');
-- A person's own zone changes as often as they travel: no quota depends on it.
select lives_ok($$update public.profiles set timezone = 'Asia/Kolkata'$$, 'a person''s own is theirs');

select * from finish();
rollback;
