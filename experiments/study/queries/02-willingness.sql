-- Need unmet by policy and mean willingness to share; environments are the clusters (Student, 59 degrees of freedom).
with means as (select policy, "sharing.mean" as willingness, environment, avg(unmetNeedTicks) as unmet from runs group by all)
select policy, willingness, avg(unmet) as unmet, 2.001 * stddev(unmet) / sqrt(count(*)) as error from means group by all order by all
