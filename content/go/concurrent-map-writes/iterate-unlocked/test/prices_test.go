package test

import (
	"strconv"
	"testing"

	"shop/prices"
)

func TestRefreshesEveryPriceAtOnce(t *testing.T) {
	cents := make(map[string]int)
	for i := range 10_000 {
		cents[strconv.Itoa(i)] = 0
	}
	list := prices.New(cents)

	for round := range 800 {
		list.Refresh(func(article string) int { return round })
	}

	for i := range 10_000 {
		if got := list.Of(strconv.Itoa(i)); got != 799 {
			t.Fatalf("got %d cents for article %d, want 799", got, i)
		}
	}
}
