package test

import (
	"testing"

	"shop/rates"
)

func TestGivesPricesWhileTheBankSendsRates(t *testing.T) {
	today := rates.New(map[string]float64{"USD": 0.5})
	closed := make(chan struct{})
	go func() {
		defer close(closed)
		for range 5_000_000 {
			today.Set("USD", 0.75)
		}
	}()

	for {
		select {
		case <-closed:
			if got := today.Price(8, "USD"); got != 6 {
				t.Errorf("got %v euros, want 6", got)
			}
			return
		default:
			if got := today.Price(8, "USD"); got != 4 && got != 6 {
				t.Fatalf("got %v euros, want 4 or 6", got)
			}
		}
	}
}
