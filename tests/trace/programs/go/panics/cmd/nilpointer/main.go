package main

import (
	"fmt"

	"example.org/shop/account"
)

func main() {
	fmt.Println(account.OwnerName(map[string]*account.Account{}, "a-7"))
}
