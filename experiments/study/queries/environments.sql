-- Each policy over all environments: need unmet in ticks, in how many environments it is the best, and what choosing it costs. The best of an
-- environment is chosen by one half of the replicates and measured by the other, or else chance would make it look better than it is.
with halves as (
  select environment, policy, replicate % 2 as half, avg(unmetNeedTicks) as unmet, avg(unmetNeedTicks) filter (unmetNeedTicks = 0) is null as never
  from runs group by all
),
chosen as (
  select environment, half, arg_min(policy, (unmet, policy)) as best from halves group by all
),
measured as (
  select c.environment, c.half, h.unmet as bestUnmet from chosen c join halves h on h.environment = c.environment and h.half = 1 - c.half and h.policy = c.best
),
regrets as (
  select h.policy, h.environment, avg(h.unmet) as unmet, avg(h.unmet - m.bestUnmet) as regret
  from halves h join measured m on m.environment = h.environment and h.half = 1 - m.half group by all
),
shares as (
  select best as policy, count(*) / (select count(*) from chosen) as bestShare from chosen group by best
)
select r.policy, count(*) as environments, avg(r.unmet) as unmet, 1.96 * stddev(r.unmet) / sqrt(count(*)) as unmetError,
  coalesce(any_value(s.bestShare), 0) as bestShare, avg(r.regret) as regret, 1.96 * stddev(r.regret) / sqrt(count(*)) as regretError, quantile_cont(r.regret, 0.95) as regret95
from regrets r left join shares s using (policy) group by r.policy order by unmet
