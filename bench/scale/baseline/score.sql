-- Scores one video at a time; each score that changes has a trigger rank the whole channel anew.

create function baseline.rank_channel() returns trigger language plpgsql as $$
begin
  update baseline.videos as v
  set performance_percentile = r.percentile
  from (
    select id, percent_rank() over (partition by user_id order by performance_score) * 100 as percentile
    from baseline.videos
    where user_id = new.user_id and performance_score is not null
  ) as r
  where v.id = r.id and v.user_id = new.user_id;
  return new;
end;
$$;
create trigger rank_channel after update of performance_score on baseline.videos
for each row when (new.performance_score is distinct from old.performance_score)
execute function baseline.rank_channel();

create function baseline.score_video(p_id uuid) returns numeric language plpgsql as $$
declare
  v baseline.videos;
  v_average record;
  v_score numeric(5, 2);
begin
  select * into v from baseline.videos where id = p_id;
  select avg(view_count) as views, avg(like_count) as likes, avg(comment_count) as comments,
    avg(average_view_duration_seconds) as duration
  into v_average
  from baseline.videos
  where user_id = v.user_id and published_at >= now() - interval '90 days';
  v_score := least(30, v.view_count / greatest(v_average.views, 100) * 15)
    + least(25, (v.like_count + v.comment_count * 2)::numeric / greatest(v.view_count, 1) * 2500)
    + coalesce(least(20, v.average_view_duration_seconds / nullif(v.duration_seconds, 0) * 20), 10)
    + greatest(0, least(25, v.subscriber_growth / 10.0));
  update baseline.videos set performance_score = v_score, updated_at = now() where id = p_id;
  return v_score;
end;
$$;
