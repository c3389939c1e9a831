count <- function(text) {
  n <- as.integer(text)
  if (is.na(n)) stop("not a number")
  n
}
count("three")
