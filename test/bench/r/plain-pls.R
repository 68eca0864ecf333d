# Seven constructs of 24 indicators in the shape of the European customer satisfaction index.
pls_blocks <- split(1:24, rep(1:7, c(5, 3, 5, 4, 3, 2, 2)))
pls_arrows <- rbind(c(1, 2), c(1, 5), c(1, 6), c(2, 3), c(2, 4), c(2, 5), c(3, 4), c(3, 5), c(4, 5), c(5, 6), c(5, 7), c(6, 7))

plain_pls <- function(x) {
  z <- scale(x)
  w <- lapply(pls_blocks, function(b) rep(1, length(b)))
  for (iteration in 1:300) {
    y <- sapply(1:7, function(k) drop(scale(z[, pls_blocks[[k]]] %*% w[[k]])))
    inner <- matrix(0, 7, 7)
    for (k in 1:7) {
      before <- pls_arrows[pls_arrows[, 2] == k, 1]
      after <- pls_arrows[pls_arrows[, 1] == k, 2]
      inner[after, k] <- cor(y[, after], y[, k])
      if (length(before)) inner[before, k] <- solve(cor(y[, before, drop = FALSE]), cor(y[, before], y[, k]))
    }
    proxies <- y %*% inner
    last <- w
    for (k in 1:7) {
      b <- z[, pls_blocks[[k]]]
      w[[k]] <- drop(cov(b, proxies[, k]))
      w[[k]] <- w[[k]] / sd(b %*% w[[k]])
    }
    if (iteration > 1 && max(abs(unlist(w) - unlist(last))) < 1e-7) break
  }
  y <- sapply(1:7, function(k) drop(scale(z[, pls_blocks[[k]]] %*% w[[k]])))
  sapply(2:7, function(k) {
    before <- pls_arrows[pls_arrows[, 2] == k, 1]
    solve(cor(y[, before, drop = FALSE]), cor(y[, before], y[, k]))
  })
}

# The paths' sum of the whole sample, after the resamples.
plain_pls_bootstrap <- function(x, resamples) {
  set.seed(1)
  for (b in seq_len(resamples)) plain_pls(x[sample(nrow(x), replace = TRUE), ])
  sum(unlist(plain_pls(x)))
}
