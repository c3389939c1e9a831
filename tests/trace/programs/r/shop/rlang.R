price_of <- function(name) rlang::abort(c("No price.", x = paste("Nobody sells", name), i = "Add it to the list."))
total <- function() price_of("ink")
total()
