package main

import (
	"fmt"
	"slices"

	"shop/stock"
)

func main() {
	morning := slices.Repeat([]string{"kettle", "lamp", "kettle", "chair"}, 250_000)
	evening := slices.Repeat([]string{"lamp", "chair"}, 500_000)
	for range 20 {
		stock.Count(morning, evening)
	}
	fmt.Println("20 days counted")
}
