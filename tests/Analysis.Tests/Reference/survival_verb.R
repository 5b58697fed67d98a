# Expected values for survival_verb_expected.json: R 4.2.2, survival 3.5-3. No other package is needed. Run in this folder: Rscript survival_verb.R
library(survival)
exact <- coxph.control(eps = 1e-14, iter.max = 200)
v <- read.csv("survival_veteran.csv")
ties <- read.csv("../../Runner.Tests/FieldCases/tables/s44_therneau_ties.csv")
lung <- read.csv("../../Runner.Tests/FieldCases/tables/s45_lung12.csv")
latin <- read.csv("../../Runner.Tests/FieldCases/tables/s38_utf8.csv")
none <- read.csv("../../Runner.Tests/FieldCases/tables/s17_allcensored_group.csv")
json <- function(x) if (is.list(x)) paste0("{", paste0("\"", names(x), "\": ", vapply(x, json, ""), collapse = ", "), "}") else
  if (is.character(x)) paste0("\"", x, "\"") else paste0("[", paste(vapply(as.numeric(x), function(n) if (is.na(n)) "null" else format(n, digits = 15), ""), collapse = ", "), "]")
test <- function(d) c(d$chisq, length(d$n) - 1)
model <- function(fit, data) {
  s <- summary(fit)
  list(coef = coef(fit), se = sqrt(diag(fit$var)), var = c(fit$var), likelihood_ratio = s$logtest[1:2], wald = s$waldtest[1:2], score = s$sctest[1:2],
       concordance = fit$concordance[c("concordance", "std")],
       zph_identity = cox.zph(fit, transform = "identity", terms = FALSE)$table[, "chisq"], zph_km = cox.zph(fit, transform = "km", terms = FALSE)$table[, "chisq"],
       martingale = residuals(fit, "martingale"), deviance = residuals(fit, "deviance"), score_residuals = c(t(as.matrix(residuals(fit, "score")))),
       dfbeta = c(t(as.matrix(residuals(fit, "dfbeta")))), baseline_time = basehaz(fit, centered = FALSE)$time, baseline = basehaz(fit, centered = FALSE)$hazard)
}
strata <- survdiff(Surv(time, status) ~ trt + strata(celltype), v, rho = 1)
toy <- read.csv("survival_toy_competing.csv")
bands <- function(type) {
  f <- survfit(Surv(time, factor(status, 0:2)) ~ 1, toy, conf.type = type)
  list(time = f$time, lower = c(f$lower[, 2:3]), upper = c(f$upper[, 2:3]))
}
curve <- survfit(Surv(time, status) ~ trt, v, conf.type = "log-log")
q <- quantile(curve, c(.25, .5, .75))
out <- list(
  versions = paste(R.version.string, "survival", packageVersion("survival")),
  ties = list(times = length(survfit(Surv(years, status) ~ 1, ties)$time), coef = coef(coxph(Surv(years, status) ~ x, ties, control = exact)),
              se = sqrt(diag(coxph(Surv(years, status) ~ x, ties, control = exact)$var)), logrank = test(survdiff(Surv(years, status) ~ x, ties))),
  lung = list(events = sum(lung$status == 2), median = quantile(survfit(Surv(time, status) ~ 1, lung), .5)$quantile),
  latin = list(logrank = test(survdiff(Surv(time, status) ~ group, latin))),
  none = list(logrank = test(survdiff(Surv(time, status) ~ group, none))),
  strata = list(observed = c(t(strata$obs)), expected = c(t(strata$exp)), logrank = test(strata), var = c(strata$var)),
  quartiles = list(time = c(t(q$quantile)), lower = c(t(q$lower)), upper = c(t(q$upper))),
  bands = list(log = bands("log"), "log-log" = bands("log-log"), plain = bands("plain")),
  interaction = model(coxph(Surv(time, status) ~ age * karno, v, control = exact), v),
  factors = model(coxph(Surv(time, status) ~ factor(trt) * age + celltype, v, control = exact), v))
writeLines(json(out), "survival_verb_expected.json")
