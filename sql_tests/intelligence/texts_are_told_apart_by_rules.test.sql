begin;
select plan(28);

select is(private.hook_kind(t.text), t.kind, format('"%s" is %s', t.text, coalesce(t.kind, 'nothing')))
from (
  values
  ('Why do plants die in winter?', 'question'), ('How to keep basil alive', 'how_to'), ('Hoe je basilicum laat groeien', 'how_to'),
  ('Stop watering at noon', 'warning'), ('De grootste fout van tuiniers', 'warning'), ('7 plants for the shade', 'number'),
  ('The truth about compost', 'curiosity'), ('Ik plantte een boom', 'story'), ('Your soil is alive', 'address'),
  ('Compost is slow', 'statement'), ('… 🌱', null), (null, null)
) as t (text, kind);

select is(private.first_sentence('Stop. Then think.'), 'Stop.', 'a sentence ends with its stop');
select is(private.first_sentence(e'\n "Version 2.5 is out" she said\nMore'), 'Version 2.5 is out" she said', 'or with its line; a decimal point ends nothing');
select is(private.first_sentence('## A heading'), 'A heading', 'marks are no words');
select is(nullif(private.first_sentence(''), ''), null, 'an empty text has none');
select is(char_length(private.first_sentence(repeat('word ', 1000))), 300, 'at most 300 characters');

select is(
  private.cta_kinds('Subscribe, share this with a friend and click the link in the bio'),
  '{subscribe,share,link_click}', 'several calls in one text'
);
select is(private.cta_kinds('Volg ons en laat het ons weten'), '{follow,comment}', 'in Dutch');
select is(private.cta_kinds('A subscription to silence'), '{}', 'no call, none found');
select is(private.cta_kinds(null), '{}', 'no text, none found');
select is(
  private.cta_sentence('Good soil is alive. Subscribe for more! Bye.', 'subscribe'), 'Subscribe for more!', 'the sentence that asks'
);
select is(
  (select string_agg(coalesce(private.length_band(n, '{30,50}'), '–'), ' ') from unnest(array[0, 1, 30, 31, 50, 51, null]) as n),
  '– 1-30 1-30 31-50 31-50 51+ –', 'lengths fall into bands'
);
select tests.act_as_role('catalyst_worker');
select is(public.hook_kinds_for(array['Stop it', null, 'Hm?']), array['warning', null, 'question'], 'workers ask for many at once');
select is(public.cta_kinds_for(array['Subscribe!', 'No.']), '[["subscribe"], []]'::jsonb, 'also of calls');


-- In sentences
select tests.act_as_owner();
select is(
  array(
    select k.kind
    from unnest(
      '{question,how_to,warning,number,curiosity,story,address,statement}'::text[]
      || array_remove(enum_range(null::public.cta_type)::text[], 'other')
    ) as k (kind)
    where private.kind_name(k.kind, 'nl') in (k.kind, replace(k.kind, '_', ' '))
  ), '{}', 'every kind that is found has a Dutch name'
);
select is(private.kind_name('how_to', 'en'), 'how to', 'and an English one');
select is(
  private.post_reasons(
    'x', '{"hashtags": ["my_tag"], "thread": ["Why?"]}', 'Why?', '{
      "hooks": [{"value": "question", "average_percentile": 80, "sample_count": 5}],
      "hashtags": [{"value": "my_tag", "average_percentile": 70, "sample_count": 4}]}', 'nl'
  ),
  array[
    'Gemeten: berichten met een opening van de soort vraag, gemiddeld het 80e percentiel van dit kanaal (5 berichten).',
    'Gemeten: berichten met de hashtag #my_tag, gemiddeld het 70e percentiel van dit kanaal (4 berichten).'
  ], 'a Dutch reason is Dutch, and a hashtag keeps its letters'
);

select * from finish();
rollback;
