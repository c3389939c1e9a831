check_every_item_of_the_cart_before_it_is_paid <- function(first_item, second_item, third_item) {
  stop("the cart has items that nobody sells any more: ", first_item)
}
check_every_item_of_the_cart_before_it_is_paid(first_item = "pen", second_item = "ink", third_item = "paper")
