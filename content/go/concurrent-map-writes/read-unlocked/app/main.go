package main

import (
	"fmt"

	"shop/rates"
)

func main() {
	today := rates.New(map[string]float64{"NOK": 0.085, "CHF": 1.06})
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		for i := range 5_000_000 {
			today.Set("NOK", 0.085+float64(i%100)/100_000)
		}
	}()

	for {
		select {
		case <-closed:
			fmt.Printf("at the end of the day: %.2f euros\n", today.Price(39, "CHF"))
			return
		default:
			today.Price(39, "NOK")
		}
	}
}
