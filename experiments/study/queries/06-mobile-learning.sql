-- The mobile learning program: ticks of need met more by distributed authority than by each rival, by channels, load and how fast seats are filled.
select r.policy as rival, r."channels.remote" as channels, r."demand.decisionsPerSeat" as load, r."recruitment.fillProbability" as filling,
  avg(d.unmetNeedTicks) as distributed, avg(r.unmetNeedTicks) as rivalUnmet, avg(r.unmetNeedTicks - d.unmetNeedTicks) as gain,
  2.023 * stddev(r.unmetNeedTicks - d.unmetNeedTicks) / sqrt(count(*)) as error
from runs d join runs r on d.replicate = r.replicate and d."channels.remote" = r."channels.remote"
  and d."demand.decisionsPerSeat" = r."demand.decisionsPerSeat" and d."recruitment.fillProbability" = r."recruitment.fillProbability"
where d.policy = 'distributed' and r.policy in ('hierarchy', 'hoarding', 'succession', 'elected', 'council') group by all order by all
