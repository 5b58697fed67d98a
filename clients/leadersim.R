# LeadershipSim from R: run an experiment, read its runs with types and labels, compare its arms. Needs no package; reads Parquet where arrow is
# installed.
#   source("leadersim.R")
#   folder <- ls_run("experiment.yaml")
#   runs <- ls_read(folder)
#   ls_compare(runs, "endTick", by = "policy")

ls_program <- "leadersim"

# Runs an experiment, or what is missing of it, and returns its results folder. Options are those of leadersim run.
ls_run <- function(file, ...) {
  out <- suppressWarnings(system2(ls_program, c("run", shQuote(c(file, "--quiet", ...))), stdout = TRUE))
  status <- attr(out, "status")
  # 3: some runs failed, 6: less precise than asked for; their results are there.
  if (!is.null(status) && !status %in% c(3, 6)) stop("leadersim run ", file, " ended with exit code ", status)
  tail(out, 1)
}

# Reads a table of a results folder. Attributes of a column: "label" is its meaning, "unit" its unit.
ls_read <- function(folder, table = "runs") {
  frame <- if (requireNamespace("arrow", quietly = TRUE)) {
    as.data.frame(arrow::read_parquet(file.path(folder, paste0(table, ".parquet"))))
  } else { # The program itself hands the table over as text.
    read.csv(text = system2(ls_program, c("query", shQuote(c(folder, paste("FROM", table))), "--format csv"), stdout = TRUE),
      check.names = FALSE, na.strings = "", colClasses = "character", encoding = "UTF-8")
  }
  for (column in ls_columns(folder, table)) {
    name <- column[["name"]]
    typed <- switch(column[["type"]], boolean = as.logical, integer = ls_whole, number = as.numeric, as.character)
    frame[[name]] <- structure(typed(frame[[name]]), label = column[["meaning"]], unit = column[["unit"]])
  }
  frame
}

# Whole numbers as R's integers, or as numeric where those are too small.
ls_whole <- function(values) {
  values <- as.numeric(values)
  if (all(abs(values) <= .Machine$integer.max, na.rm = TRUE)) as.integer(values) else values
}

# Name, type, unit and meaning of each column: columns.json has one key a line.
ls_columns <- function(folder, table = "runs") {
  lines <- trimws(readLines(file.path(folder, "columns.json"), encoding = "UTF-8"))
  lines <- lines[-seq_len(match(sprintf('"%s": [', table), lines))]
  lines <- grep('^"(name|type|unit|meaning)": ', lines[seq_len(grep("^\\]", lines)[1])], value = TRUE)
  keys <- sub('^"([a-z]+)".*', "\\1", lines)
  values <- gsub('\\\\(.)', "\\1", sub('^"[a-z]+": "(.*)",?$', "\\1", lines))
  unname(split(setNames(values, keys), cumsum(keys == "name")))
}

# Mean of an output in each arm, and its difference from a reference (default: the first arm), paired by replicate under common random numbers.
# The standard error takes replicates for independent, and conditions within a replicate for dependent.
ls_compare <- function(runs, output, by = "policy", reference = runs[[by]][1]) {
  missing <- sum(is.na(runs[[output]]))
  if (missing > 0) stop(output, " does not exist for ", missing, " of ", nrow(runs), " runs; a mean over the others would compare a selection")
  arms <- as.character(unique(runs[[by]]))
  means <- tapply(as.numeric(runs[[output]]), list(runs$replicate, runs[[by]]), mean)[, arms, drop = FALSE]
  differences <- means - means[, as.character(reference)]
  data.frame(mean = colMeans(means), difference = colMeans(differences),
    standardError = apply(differences, 2, sd) / sqrt(nrow(means)), replicates = nrow(means))
}
