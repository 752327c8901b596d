"""The ten samples of a brand nearest to a text: exact, within the brand, on one connection."""

from __future__ import annotations

import time
from typing import Any

from bench.scale.database import Plans, Scale, value
from bench.scale.reading import has, member_of
from stack.postgres import SUPERUSER

QUERIES = 400
MATCH = """
select sample_id from public.match_brand_voice(%(brand)s, %(vector)s::extensions.vector, 'bench-384', 10, 'local')
"""
TRUTH = """
select s.id from public.brand_voice_samples as s
where s.brand_profile_id = %(brand)s
order by s.embedding operator(extensions.<=>) %(vector)s::extensions.vector, s.id limit 10
"""
# Half of the questions are about the brand's own topics, half about those of other brands.
ASK = """
select bench.key('brand', q.brand) as brand, (
  select array_agg(c.x + 0.8 * (random() - 0.5)) from unnest(t.centre) as c (x) where q.n > 0
)::real[]::extensions.vector::text as vector
from (
  select n, 1 + n %% b.brands as brand, 1 + (n + (n %% 2) * 7) %% b.brands as about
  from generate_series(1, %(queries)s) as n
  cross join (select max(brand) as brands from bench.topics) as b
) as q
join bench.topics as t on t.brand = q.about and t.topic = 1 + q.n %% 5
"""


def measure(scale: Scale, plans: Plans) -> dict[str, Any] | None:
    """Recall, rows and speed of match_brand_voice; nothing when the database has no such function."""
    with scale.connect(SUPERUSER) as admin:
        if not has(admin, "match_brand_voice"):
            return None
        organization = value(admin, "select bench.key('organization', 1)")
        questions = [
            {"brand": brand, "vector": vector} for brand, vector in admin.execute(ASK, {"queries": QUERIES}).fetchall()
        ]
        admin.execute("set enable_indexscan = off; set enable_bitmapscan = off; set enable_indexonlyscan = off")
        truth = [[row[0] for row in admin.execute(TRUTH, question)] for question in questions[:100]]
        with scale.connect_as("authenticated", member_of(admin, organization), organization) as client:
            answers: list[list[Any]] = []
            times: list[float] = []
            for turn in range(2):  # the first one warms up
                answers, times = [], []
                for question in questions:
                    started = time.perf_counter()
                    rows = client.execute(MATCH, question, prepare=True).fetchall()
                    times.append((time.perf_counter() - started) * 1000)
                    answers.append([row[0] for row in rows])
                assert turn < 2
            plans.keep("voice", client, MATCH, questions[0])
        hits = sum(len(set(real) & set(answer)) for real, answer in zip(truth, answers, strict=False))
        lengths = [len(answer) for answer in answers]
        return {
            "samples": value(admin, "select count(*) from public.brand_voice_samples"),
            "brands": value(admin, "select count(*) from public.brand_profiles"),
            "recall": hits / sum(len(real) for real in truth),
            "fewest_rows": min(lengths),
            "most_rows": max(lengths),
            "query_ms": times,
            "per_second": 1000 * len(times) / sum(times),
        }
