-- Ticks of need met more by distributed authority than by each rival, by kind of network, paired by replicate.
select r.network, r.policy as rival, avg(d.unmetNeedTicks) as distributed, avg(r.unmetNeedTicks - d.unmetNeedTicks) as gain,
  1.972 * stddev(r.unmetNeedTicks - d.unmetNeedTicks) / sqrt(count(*)) as error
from runs d join runs r on d.replicate = r.replicate and d.network = r.network
where d.policy = 'distributed' and r.policy <> 'distributed' group by all order by all
