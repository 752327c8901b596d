begin;
select plan(25);

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

select * from finish();
rollback;
