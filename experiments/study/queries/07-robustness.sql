-- Each variant of the assumptions: ticks of need met more by distributed authority than by each rival. Environment 0 holds the defaults.
select r.environment as variant, r.policy as rival, avg(d.unmetNeedTicks) as distributed, avg(r.unmetNeedTicks - d.unmetNeedTicks) as gain,
  1.972 * stddev(r.unmetNeedTicks - d.unmetNeedTicks) / sqrt(count(*)) as error
from runs d join runs r using (environment, replicate)
where d.policy = 'distributed' and r.policy <> 'distributed' group by all order by all
