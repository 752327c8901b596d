begin;
\ir setup.sql
select plan(7);
select tests.create_user() as ada \gset
select tests.act_as(:'ada');
select text_test.titles('{}', '{"language": "nl"}') ->> 'generation_id' as generation \gset
select tests.act_as_role('service_role');
select job, lease from text_test.claim() \gset
select is(public.checkpoint_job(:job, :lease, 'written', text_test.written('Helder geluid')), 'ok', 'written');
select is(public.complete_job(:job, :lease, '{"count": 1}'), 'completed', 'completed');
select tests.act_as(:'ada');
select public.get_titles(:'generation') as read \gset
select is(:'read'::jsonb #> '{titles,0,estimated_performance}', 'null'::jsonb, 'no history, no prediction');
select ok(
  :'read'::jsonb #>> '{titles,0,reasons}' like '%Geen voorspelling: minder dan tien video%', 'and it says so, in Dutch'
);
select tests.act_as_owner();
select is(
  private.title_outlook('How to rest', '{"average_percentile": 50, "is_learned": true, "titles": [
    {"value": "how_to", "score": 90, "average_percentile": 99, "sample_count": 9}], "title_lengths": [
    {"value": "1-30", "score": 99, "average_percentile": 99, "sample_count": 9}]}', 'en') ->> 'estimate',
  '100.00', 'a prediction stays within 0 and 100'
);
select is(
  private.title_outlook('How to rest', '{}', 'nl', false) #>> '{reasons,0}',
  'Geen voorspelling: minder dan tien berichten van dit kanaal zijn op gelijke leeftijd gemeten.', 'posts are not called videos'
);
select is(
  private.title_outlook('How to rest', '{"average_percentile": 50, "is_learned": true, "topics": [
    {"value": "rest", "score": 60, "average_percentile": 70, "sample_count": 9}]}', 'en', false) #>> '{reasons,0}',
  'Measured: posts about "rest", on average percentile 70 of this channel (9 posts).', 'nor where they were measured'
);
select * from finish();
rollback;
