options(error = function() traceback(2))
tax <- function(rate) {
  if (rate < 0) stop("the rate is negative")
  rate * 2
}
total <- function() 10 + tax(-1)
total()
