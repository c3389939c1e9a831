package test

import (
	"slices"
	"testing"

	"shop/stock"
)

func TestCountsEveryPieceOfAllDeliveries(t *testing.T) {
	lamps := slices.Repeat([]string{"lamp"}, 500_000)

	for range 20 {
		pieces := stock.Count(lamps, lamps)
		if pieces["lamp"] != 1_000_000 {
			t.Fatalf("got %d lamps, want 1000000", pieces["lamp"])
		}
	}
}
