package main

import (
	"fmt"

	"shop/basket"
)

func main() {
	order := map[string]int{"kettle": 1, "lamp": 2}
	if err := basket.Check(order); err != nil {
		fmt.Println("not accepted: " + err.Error())
		return
	}
	fmt.Println("accepted")
}
