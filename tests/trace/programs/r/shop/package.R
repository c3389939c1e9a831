library(cartlib)
cart()
