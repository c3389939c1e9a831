package main

import (
	"fmt"

	"shop/customers"
)

func main() {
	for _, email := range []string{"ada@example.com", "guest@example.com"} {
		fmt.Printf("%s pays %d cents\n", email, customers.Price(email, 20000))
	}
}
