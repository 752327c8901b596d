-- Voices: 100 brands of one agency with 1,000 samples each, clustered in five topics per brand; vectors of 384 dimensions.
-- Samples come in turn, so that those of a brand are scattered over the table.

insert into public.ai_models (provider, name, display_name, capabilities, embedding_dimensions, min_embedding_dimensions, max_embedding_dimensions)
values ('local', 'bench-384', 'Bench', '{embedding}', 384, 384, 384);
insert into public.brand_profiles (id, organization_id, name)
select bench.key('brand', n), bench.key('organization', 1), 'Brand ' || n
from generate_series(1, bench.size(100)) as n;
create table bench.topics as
select b as brand, t as topic,
  (select array_agg(random() - 0.5) from generate_series(1, 384) as d where d + b + t > 0) as centre
from generate_series(1, bench.size(100)) as b
cross join generate_series(1, 5) as t;
insert into public.brand_voice_samples (
  organization_id, brand_profile_id, sample_text, ai_provider, ai_model, embedding, embedded_at
)
select bench.key('organization', 1), bench.key('brand', s.brand), 'Sample ' || s.brand || ' ' || s.n, 'local', 'bench-384',
  (
    select array_agg(c.x + 0.8 * (random() - 0.5)) from unnest(t.centre) as c (x) where s.n > 0
  )::real[]::extensions.vector, now()
from (
  select b as brand, n, 1 + n % 5 as topic
  from generate_series(1, 1000) as n
  cross join generate_series(1, bench.size(100)) as b
  order by n, b
) as s
join bench.topics as t on t.brand = s.brand and t.topic = s.topic;
