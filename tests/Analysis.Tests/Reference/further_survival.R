# Expected values for further_survival_expected.json: R 4.2.2, survival 3.5-3, cmprsk 2.2-11, jsonlite 1.8.4. Run in this folder: Rscript further_survival.R
library(survival)
library(jsonlite)
number <- function(x) unname(as.numeric(x))
out <- list(versions = list(R = R.version.string, survival = as.character(packageVersion("survival"))))

# Start-stop rows with a covariate that changes: the Stanford heart transplants. Every row is in the file: there is no CSV.
start_stop <- function(fit, data) {
  zph <- cox.zph(fit, transform = "km", terms = FALSE)$table
  list(coef = number(coef(fit)), se = number(sqrt(diag(if (is.null(fit$naive.var)) fit$var else fit$naive.var))),
       robust_se = if (is.null(fit$naive.var)) NULL else number(sqrt(diag(fit$var))), loglik = number(fit$loglik),
       concordance = number(fit$concordance[c("concordant", "discordant", "tied.x", "concordance", "std")]),
       zph = number(zph[, "chisq"]), martingale = number(residuals(fit)[1:12]))
}
h <- transform(heart, transplant = as.numeric(transplant) - 1)
exact <- coxph.control(eps = 1e-14, iter.max = 200)
out$heart <- list(
  start = h$start, stop = h$stop, event = h$event, age = h$age, surgery = h$surgery, transplant = h$transplant, id = h$id,
  efron = start_stop(coxph(Surv(start, stop, event) ~ age + surgery + transplant, h, control = exact)),
  breslow = start_stop(coxph(Surv(start, stop, event) ~ age + surgery + transplant, h, ties = "breslow", control = exact)),
  cluster = start_stop(coxph(Surv(start, stop, event) ~ age + surgery + transplant, h, cluster = id, control = exact)))
h$weight <- 1 + (h$id %% 3) / 2
out$weighted <- list(weight = h$weight, efron = start_stop(coxph(Surv(start, stop, event) ~ age + surgery + transplant, h, weights = weight, robust = FALSE, control = exact)))
late <- subset(h, start > 0 | stop > 30)
km <- survfit(Surv(start, stop, event) ~ 1, late, conf.type = "log-log")
out$late_entry <- list(start = late$start, stop = late$stop, event = late$event, time = km$time, n_risk = km$n.risk, surv = km$surv,
                       greenwood_se = km$surv * km$std.err)

# Fine-Gray: coxph on finegray data, clustered by subject.
fine_gray <- function(data, formula, covariates, cause) {
  data$id <- seq_len(nrow(data))
  data$status <- factor(data$status, 0:2)
  weighted <- finegray(as.formula(paste("Surv(time, status) ~", paste(c(covariates, "id"), collapse = " + "))), data, etype = cause)
  fit <- coxph(as.formula(paste("Surv(fgstart, fgstop, fgstatus) ~", paste(covariates, collapse = " + "))), weighted,
               weights = fgwt, cluster = id, control = exact)
  list(cause = as.numeric(cause), coef = number(coef(fit)), se = number(sqrt(diag(fit$naive.var))), robust_se = number(sqrt(diag(fit$var))))
}
toy <- read.csv("survival_toy_competing.csv")
pbc <- read.csv("survival_pbc_competing.csv")
out$fine_gray <- list(
  toy = list(fine_gray(toy, NULL, "grp", "1"), fine_gray(toy, NULL, "grp", "2")),
  pbc = list(fine_gray(pbc, NULL, c("sex", "edema"), "1"), fine_gray(pbc, NULL, c("sex", "edema"), "2")))

# Gray's test with three groups, with a weight, and within strata.
gray <- function(...) { t <- cmprsk::cuminc(...)$Tests; list(stat = number(t[, "stat"]), p = number(t[, "pv"]), df = number(t[, "df"])) }
out$gray <- list(three = gray(pbc$time, pbc$status, pbc$edema), weighted = gray(pbc$time, pbc$status, pbc$edema, rho = 1),
                 stratified = gray(pbc$time, pbc$status, pbc$edema, strata = pbc$sex))

# Discrete hazards: glm with a complementary log-log link on one row per subject and tick.
discrete <- function(data, cuts, formula) {
  rows <- data[rep(seq_len(nrow(data)), data$time), ]
  rows$tick <- sequence(data$time)
  rows$y <- as.numeric(rows$tick == rows$time & rows$status == 1)
  rows$piece <- cut(rows$tick, c(0, cuts, Inf))
  fit <- glm(formula, binomial(link = "cloglog"), rows, control = glm.control(epsilon = 1e-15, maxit = 200))
  list(cuts = cuts, coef = number(coef(fit)), se = number(summary(fit)$coefficients[, 2]), loglik = number(logLik(fit)))
}
aml <- read.csv("survival_aml.csv")
veteran <- read.csv("survival_veteran.csv")
out$discrete <- list(aml = discrete(aml, c(10, 25), y ~ piece + group - 1), veteran = discrete(veteran, c(30, 100), y ~ piece + trt + karno - 1))

# Multi-state: three states, subjects that leave early and that go back.
ms <- data.frame(
  id    = c(1, 1, 2, 2, 2, 3, 4, 4, 5, 6, 6, 7, 8, 8, 8, 9, 10, 10),
  start = c(0, 3, 0, 2, 6, 0, 0, 5, 0, 0, 4, 0, 0, 1, 7, 0, 0, 6),
  stop  = c(3, 8, 2, 6, 9, 4, 5, 9, 5, 4, 6, 7, 1, 7, 9, 9, 6, 8),
  to    = c(1, 2, 1, 0, 2, 2, 1, 9, 2, 1, 2, 9, 1, 0, 9, 9, 1, 2))
ms$event <- factor(ms$to, c(9, 0, 1, 2), c("none", "led", "left", "ended"))
ms$istate <- factor(c("led", "left", "led", "left", "led", "led", "led", "left", "led", "led", "left", "led", "led", "left", "led", "led", "led", "left"))
fit <- survfit(Surv(start, stop, event) ~ 1, ms, id = id, istate = istate)
out$multi_state <- list(id = ms$id, start = ms$start, stop = ms$stop, to = ms$to, states = fit$states, time = fit$time,
                        pstate = fit$pstate, std_err = fit$std.err, n_risk = fit$n.risk)

# Kaplan-Meier with dependent subjects: survfit's infinitesimal jackknife by cluster. Its restricted means keep the independent error, so theirs
# is the same jackknife by hand: the influence of every cluster on the area under the curve.
clustered <- function(formula, data, group, tau, ...) {
  run <- function(...) do.call(survfit, list(formula, data = data, cluster = group, ...))
  fit <- run(influence = 1, ...)
  bands <- lapply(c("log-log" = "log-log", log = "log", plain = "plain"), function(type) {
    band <- run(conf.type = type, ...)
    list(lower = number(band$lower), upper = number(band$upper))
  })
  before <- fit$time < tau
  width <- diff(c(fit$time[before], tau))
  on_area <- rowsum(fit$influence.surv, rownames(fit$influence.surv))[, before] %*% width
  list(time = fit$time, surv = fit$surv, std_err = fit$std.err, bands = bands, tau = tau, rmst_se = sqrt(sum(on_area^2)))
}
independent <- function(formula, data, tau) {
  bands <- lapply(c("log-log" = "log-log", log = "log", plain = "plain"), function(type) {
    band <- survfit(formula, data, conf.type = type)
    list(lower = number(band$lower), upper = number(band$upper))
  })
  fit <- survfit(formula, data)
  list(std_err = fit$surv * fit$std.err, bands = bands, rmst_se = number(summary(fit, rmean = tau)$table["se(rmean)"]))
}
replicate <- rank(aml$time, ties.method = "min") %/% 4
aml$replicate <- replicate
stanford <- transform(h, centre = id %% 7)
out$clustered <- list(
  aml = c(list(cluster = replicate, time_of = aml$time, status = aml$status),
          clustered(Surv(time, status) ~ 1, aml, aml$replicate, 30), independent = list(independent(Surv(time, status) ~ 1, aml, 30))),
  heart = c(list(cluster = stanford$centre), clustered(Surv(start, stop, event) ~ 1, stanford, stanford$centre, 500, id = stanford$id),
            independent = list(independent(Surv(start, stop, event) ~ 1, stanford, 500))))

# Cumulative incidences of three causes with the variance of cmprsk, times in years so that many are tied; rows are "<group> <cause>".
pbc$years <- ceiling(pbc$time / 365)
pbc$three <- ifelse(pbc$status == 2 & pbc$edema > 0, 3, pbc$status)
at_years <- cmprsk::timepoints(cmprsk::cuminc(pbc$years, pbc$three, pbc$sex), 1:12)
out$cuminc <- list(rows = rownames(at_years$est), times = 1:12, est = unname(at_years$est), var = unname(at_years$var))

# Curve (toy) and Cox model (pbc) of the second cause, the first censored.
second <- survfit(Surv(time, status == 2) ~ 1, toy, conf.type = "log-log")
hazard <- coxph(Surv(time, status == 2) ~ sex + edema, pbc, control = exact)
out$second_cause <- list(surv = second$surv, greenwood_se = second$surv * second$std.err, lower = second$lower, upper = second$upper,
                         coef = number(coef(hazard)), se = number(sqrt(diag(vcov(hazard)))), loglik = number(hazard$loglik))
write_json(out, "further_survival_expected.json", digits = 15, auto_unbox = TRUE, null = "null", na = "null", pretty = TRUE)
