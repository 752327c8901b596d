begin;
select plan(6);

select tests.create_user('ada@example.test') as ada \gset
select active_organization_id as org from public.profiles where id = :'ada' \gset
insert into storage.objects (bucket_id, name, metadata) values ('assets', :'org' || '/a.mp4', '{"size": 1000, "mimetype": "video/mp4"}');
select tests.act_as(:'ada');
select id as a from public.create_content_asset('A', p_storage_path => :'org' || '/a.mp4') \gset
select is((select content_type from public.content_assets), 'video', 'the kind follows from the media type');

select tests.act_as_owner();
update storage.objects set metadata = '{"size": 2000000000, "mimetype": "video/mp4"}' where name = :'org' || '/a.mp4';
select is(private.reconcile_content_assets(), 1::bigint, 'a file that grew is found');
select is((select size_bytes from public.content_assets where id = :'a'), 2000000000::bigint, 'with its size');
select is(
  (select used from public.usage_counters where organization_id = :'org' and metric = 'storage_bytes'), 2000000000::bigint,
  'which is counted beyond the plan'
);
select tests.act_as(:'ada');
select is(
  tests.raised_code(format('insert into storage.objects (bucket_id, name) values (''assets'', %L)', :'org' || '/b.mp4')), '42501',
  'and nothing more is taken in'
);
select tests.act_as_owner();
select is((select count(*) from private.quota_discrepancies()), 0::bigint, 'the ledger agrees');

select * from finish();
rollback;
