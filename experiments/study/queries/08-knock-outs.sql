-- What carries the effect: ticks of need met more by distributed authority than by each rival, each mechanism on and off, averaged over on and off of the
-- others. Environments are the clusters (Student, 95 degrees of freedom).
with pairs as (
  select r.policy as rival, d.environment, avg(r.unmetNeedTicks - d.unmetNeedTicks) as gain,
    d."trust.step" > 0 as "trust that learns", d."decisions.beliefStepProbability" > 0 as "beliefs that decisions teach", d."decisions.experienceGain" > 0 as "experience from deciding",
    d."turnover.strainEffect" > 0 as "strain that drives people away", d."decisions.interdependence" > 0 as "consultation"
  from runs d join runs r on d.environment = r.environment and d.replicate = r.replicate
    and d."trust.step" = r."trust.step" and d."decisions.beliefStepProbability" = r."decisions.beliefStepProbability"
    and d."decisions.experienceGain" = r."decisions.experienceGain" and d."turnover.strainEffect" = r."turnover.strainEffect"
    and d."decisions.interdependence" = r."decisions.interdependence"
  where d.policy = 'distributed' and r.policy <> 'distributed' group by all
),
long as (
  unpivot pairs on columns(* exclude (rival, environment, gain)) into name mechanism value works
),
byEnvironment as (
  select mechanism, rival, environment, avg(gain) filter (works) as "with", avg(gain) filter (not works) as without from long group by all
)
select mechanism, rival, avg("with") as "with", avg(without) as without, avg("with" - without) as carried, 1.985 * stddev("with" - without) / sqrt(count(*)) as error
from byEnvironment group by all order by all
