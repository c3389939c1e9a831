package main

import (
	"fmt"

	"shop/account"
)

func main() {
	voucher := account.New(5000)
	fmt.Println("paid:", voucher.Pay(3900))
	fmt.Println("left:", voucher.Left(), "cents")
}
