package main

import (
	"fmt"
	"os"
)

func total(prices []int) int {
	sum := 0
	for place, price := range prices {
		sum += price
	}
	return sum
}

func main() {
	fmt.Println(total([]string{"2"}), discount)
}
