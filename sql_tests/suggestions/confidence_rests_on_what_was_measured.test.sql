begin;
select plan(12);

create function pg_temp.worked(p_question integer, p_statement integer, p_is_learned boolean default true)
returns jsonb
language sql
as $$
  select jsonb_build_object(
    'is_learned', p_is_learned, 'average_percentile', 50, 'titles', jsonb_build_array(
      jsonb_build_object('value', 'question', 'score', 70, 'average_percentile', 80, 'sample_count', p_question),
      jsonb_build_object('value', 'statement', 'score', 40, 'average_percentile', 30, 'sample_count', p_statement)
    ),
    'keywords', '[{"value": "soil", "score": 60, "average_percentile": 70, "sample_count": 5}]'::jsonb,
    'topics', '[{"value": "soil", "score": 62, "average_percentile": 72, "sample_count": 6}]'::jsonb
  )
$$;

select is(
  array(select e.feature || ' ' || e.named || ' ' || e.value from private.title_evidence('Why is soil dry?', pg_temp.worked(5, 5)) as e),
  '{"keywords topics soil","titles titles question"}', 'a title''s kind, and its subject once'
);
select is_empty(
  $$select * from private.title_evidence('10 plants', pg_temp.worked(5, 5))$$, 'what was not measured is no evidence'
);
-- g = 70 − 40, u = 28.87 · √(1/10 + 1/10)
select is(
  private.title_confidence('Why is it dry?', 'It is dry', pg_temp.worked(5, 5)),
  round((100 / (1 + exp(-1.702 * 30 / (28.87 * sqrt(0.2)))))::numeric, 2), 'how much better its kind did, by how sure that is'
);
select cmp_ok(
  private.title_confidence('Why is it dry?', 'It is dry', pg_temp.worked(50, 50)), '>',
  private.title_confidence('Why is it dry?', 'It is dry', pg_temp.worked(5, 5)), 'more measured, more sure'
);
select is(
  private.title_confidence('Why is it dry?', 'It is dry', pg_temp.worked(5, 5))
    + private.title_confidence('It is dry', 'Why is it dry?', pg_temp.worked(5, 5)),
  100.00, 'the other way round it is as unlikely'
);
select cmp_ok(
  private.title_confidence('It is dry', 'Why is it dry?', pg_temp.worked(5, 5)), '<', 50::numeric, 'a worse kind is below even'
);
select cmp_ok(
  private.title_confidence('Why is it dry?', null, pg_temp.worked(5, 5)), '<',
  private.title_confidence('Why is it dry?', 'It is dry', pg_temp.worked(5, 5)), 'no title counts as an ordinary one'
);
select is(
  private.title_confidence('Why is it dry?', 'Why is it wet?', pg_temp.worked(5, 5)), null, 'two of a kind are not told apart'
);
select is(
  private.title_confidence('Why is soil dry?', 'Why is soil wet?', pg_temp.worked(5, 5)), null, 'nor two of a kind about one subject'
);
select is(
  private.title_confidence('Why is it dry?', 'It is dry', pg_temp.worked(5, 5, false)), null, 'below ten measured videos nothing is claimed'
);
select is(private.title_confidence('Why is it dry?', 'It is dry', null), null, 'nor without any');
select is(private.title_confidence('How to dig', '10 plants', pg_temp.worked(5, 5)), null, 'nor where neither kind was measured');

select * from finish();
rollback;
