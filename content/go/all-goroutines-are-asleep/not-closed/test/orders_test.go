package test

import (
	"testing"
	"time"

	"shop/orders"
)

func TestAddsUpAllOrders(t *testing.T) {
	result := make(chan int, 1)
	go func() { result <- orders.Total([]int{100, 20, 3}) }()

	select {
	case total := <-result:
		if total != 123 {
			t.Errorf("got %d, want 123", total)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("still waiting for an order after 5 seconds")
	}
}
