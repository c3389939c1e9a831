// Package basket adds prices.
package basket

// Total of the products.
func Total(prices map[string]int, products ...string) (sum int) {
	for _, product := range products {
		price, ok := prices[product]
		if !ok {
			panic("unknown product " + product)
		}
		sum += price
	}
	return sum
}
