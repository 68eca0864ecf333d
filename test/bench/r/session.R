# A task at a time: reads its name from standard input, runs it, answers with the seconds it took, those of the processor, and
# its check value. One thread, as the other side.
# Started once for a whole benchmark, so that starting R and loading packages is in no number.
# Rscript session.R FOLDER (with the data the benchmark wrote), in this folder.
arguments <- commandArgs(FALSE)
here <- dirname(sub("^--file=", "", grep("^--file=", arguments, value = TRUE)))
folder <- commandArgs(TRUE)[1]
source(file.path(here, "tasks.R"))
options(mc.cores = 1)
missing_packages <- function(task) {
  Filter(function(p) !suppressWarnings(suppressMessages(requireNamespace(p, quietly = TRUE))), task$packages)
}
silent <- function(work) {
  sink <- capture.output(value <- suppressWarnings(suppressMessages(work())))
  value
}
packages <- sort(unique(unlist(lapply(tasks, `[[`, "packages"))))
have <- Filter(function(p) suppressMessages(requireNamespace(p, quietly = TRUE)), packages)
cat("ready", R.version$major, ".", R.version$minor, " ",
  paste(have, sapply(have, function(p) as.character(packageVersion(p)))), "\n", sep = " ")
input <- file("stdin", "r")
while (length(name <- readLines(input, n = 1)) > 0) {
  task <- tasks[[name]]
  lacking <- missing_packages(task)
  if (length(lacking) > 0) {
    cat("lacking", lacking, "\n")
    next
  }
  gc(FALSE)
  time <- system.time(value <- silent(task$run))
  processor <- sum(time[c("user.self", "sys.self", "user.child", "sys.child")], na.rm = TRUE)
  cat("done", format(time[["elapsed"]], digits = 17), format(processor, digits = 17), format(value, digits = 17), "\n")
}
