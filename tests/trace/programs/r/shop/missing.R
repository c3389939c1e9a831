stock <- c(pen = NA)
if (stock[["pen"]] > 0) print("pens")
