prices <- c(pen = 2, ink = 3
total <- sum(prices)
