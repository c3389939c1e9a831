package main

import "fmt"

type outOfStock struct {
	product string
	wanted  int
}

func (e outOfStock) Error() string {
	return fmt.Sprintf("%s is out of stock: %d wanted – 数量 🚫", e.product, e.wanted)
}

func reserve(product string, wanted int) {
	panic(outOfStock{product, wanted})
}

func main() {
	reserve("pen", 3)
}
