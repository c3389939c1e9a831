price_of <- function(name) {
  prices <- c(pen = 2)
  if (!name %in% names(prices)) stop("no price for ", name)
  prices[[name]]
}

total <- function(items) sum(vapply(items, price_of, numeric(1)))

main <- function() print(total(c("pen", "ink")))

main()
