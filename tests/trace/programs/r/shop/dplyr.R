suppressPackageStartupMessages(library(dplyr))
items <- data.frame(name = c("pen", "ink"), price = c(2, 3))
print(mutate(items, total = price * amount))
