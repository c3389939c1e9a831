package main

import (
	"fmt"

	"shop/orders"
)

func main() {
	total := orders.Total([]int{3900, 2550, 990})
	fmt.Println("total:", total, "cents")
}
