-- The trend of one owner, summed from the measurements themselves.
select date(m.collected_at) as day, sum(m.views) as views, sum(m.likes + m.comments + m.shares + m.saves) as engagement
from baseline.engagement_metrics as m
join baseline.posts as p on p.id = m.post_id
where p.owner_id = %(organization)s and m.collected_at >= %(from)s::date
group by 1
order by 1
