package orders

// read sends the amounts of the orders, one by one.
func read(amounts []int) <-chan int {
	out := make(chan int)
	go func() {
		defer close(out)
		for _, amount := range amounts {
			out <- amount
		}
	}()
	return out
}

// Total adds up the orders as they are read.
func Total(amounts []int) int {
	total := 0
	for amount := range read(amounts) {
		total += amount
	}
	return total
}
