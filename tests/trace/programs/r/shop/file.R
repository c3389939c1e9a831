read.csv("prices.csv")
