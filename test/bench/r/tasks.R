# What R does for the same work; each returns a number that the benchmark compares with its own, so that no row compares
# two different things.
likert <- as.matrix(read.csv(file.path(folder, "likert.csv")))
scales <- split(colnames(likert), rep(1:5, each = 5))
five <- na.omit(likert[, scales[[1]]])
complete <- na.omit(likert)
frame <- as.data.frame(likert)
complete_frame <- as.data.frame(complete)
large <- matrix(as.double(readBin(file.path(folder, "large.i8"), "integer", 3e7, size = 1)), ncol = 30)
mobile <- as.matrix(read.csv(file.path(folder, "mobile.csv")))
factors <- paste(sapply(names(scales), function(s) paste0("f", s, " =~ ", paste(scales[[s]], collapse = " + "))), collapse = "\n")
chi_square <- function(fit) unname(lavaan::fitMeasures(fit, "chisq"))

alpha_of <- function(c) { k <- ncol(c); k / (k - 1) * (1 - sum(diag(c)) / sum(c)) }

# PLS on scores as the textbooks write it, mode A, path scheme: what one would write in R without a package.
source(file.path(here, "plain-pls.R"))

tasks <- list(
  alpha = list(packages = "psych", run = function()
    sum(sapply(scales, function(s) psych::alpha(frame[s], use = "complete.obs", warnings = FALSE)$total$raw_alpha))),
  bootstrap = list(packages = "boot", run = function() {
    set.seed(1)
    drawn <- boot::boot(five, function(d, i) alpha_of(cov(d[i, ])), R = 2000)
    mean(drawn$t)
  }),
  covariance = list(packages = character(), run = function() sum(cov(large))),
  polychoric = list(packages = "lavaan", run = function() sum(lavaan::lavCor(frame, ordered = colnames(frame)))),
  ml = list(packages = "lavaan", run = function() chi_square(lavaan::cfa(factors, complete_frame))),
  fiml = list(packages = "lavaan", run = function() chi_square(lavaan::cfa(factors, frame, missing = "fiml"))),
  wlsmv = list(packages = "lavaan", run = function()
    unname(lavaan::fitMeasures(lavaan::cfa(factors, complete_frame, ordered = TRUE), "chisq.scaled"))),
  components = list(packages = "psych", run = function()
    psych::fa.parallel(complete, fa = "pc", n.iter = 100, sim = FALSE, plot = FALSE)$ncomp),
  factors = list(packages = "psych", run = function()
    psych::fa.parallel(complete, fa = "fa", n.iter = 100, sim = FALSE, plot = FALSE)$nfact),
  pls = list(packages = character(), run = function() plain_pls_bootstrap(mobile, 50))
)
