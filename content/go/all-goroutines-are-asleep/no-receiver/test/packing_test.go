package test

import (
	"slices"
	"testing"
	"time"

	"shop/packing"
)

func TestMakesALabelForEachOrder(t *testing.T) {
	result := make(chan []string, 1)
	go func() { result <- packing.Labels([]string{"7", "8"}) }()

	select {
	case labels := <-result:
		if !slices.Equal(labels, []string{"parcel 7", "parcel 8"}) {
			t.Errorf("got %v", labels)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("still waiting for somebody to take an order after 5 seconds")
	}
}
