-- When sharing pays: the gain of distributed authority over rivals in thirds of each condition of the environments.
with gains as (
  select r.policy as rival, r.environment, avg(r.unmetNeedTicks - d.unmetNeedTicks) as gain,
    any_value(d."organization.seats") as "organization.seats", any_value(d."organization.sites") as "organization.sites", any_value(d."channels.remote") as "channels.remote",
    any_value(d."demand.decisionsPerSeat") as "demand.decisionsPerSeat", any_value(d."turnover.hazardPerTick") as "turnover.hazardPerTick",
    any_value(d."recruitment.fillProbability") as "recruitment.fillProbability", any_value(d."recruitment.newcomerKnowledge") as "recruitment.newcomerKnowledge",
    any_value(d."turbulence.flipProbability") as "turbulence.flipProbability", any_value(d."trust.baseline") as "trust.baseline", any_value(d."sharing.mean") as "sharing.mean",
    any_value(d."need.endProbability") as "need.endProbability"
  from runs d join runs r using (environment, replicate)
  where d.policy = 'distributed' and r.policy in ('hierarchy', 'hoarding', 'succession', 'elected', 'council') group by all
),
long as (
  unpivot (select rival, environment, gain, "organization.seats"::double as "organization.seats", "organization.sites"::double as "organization.sites", * exclude (rival, environment, gain, "organization.seats", "organization.sites") from gains)
  on columns(* exclude (rival, environment, gain)) into name condition value level
),
thirds as (
  select *, ntile(3) over (partition by rival, condition order by level, environment) as third from long
)
select rival, condition, third, min(level) as least, max(level) as greatest, avg(gain) as gain, 1.96 * stddev(gain) / sqrt(count(*)) as gainError
from thirds group by all order by rival, condition, third
