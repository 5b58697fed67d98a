-- Distributed authority against each rival, environment by environment: ticks of need met more, and verdicts. A verdict needs a 95 % interval (Student,
-- replicates) without 0 and a difference of at least 26 ticks, the smallest that matters.
with pairs as (
  select r.policy as rival, r.environment, avg(r.unmetNeedTicks - d.unmetNeedTicks) as gain,
    2.262 * stddev(r.unmetNeedTicks - d.unmetNeedTicks) / sqrt(count(*)) as error
  from runs d join runs r using (environment, replicate) where d.policy = 'distributed' and r.policy <> 'distributed' group by all
)
select rival, count(*) as environments, avg(gain) as gain, 1.96 * stddev(gain) / sqrt(count(*)) as gainError,
  avg((gain >= 26 and gain > error)::int) as better, avg((gain <= -26 and -gain > error)::int) as worse
from pairs group by rival order by gain desc
