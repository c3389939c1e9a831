package test

import (
	"testing"

	"shop/customers"
)

func TestACustomerWithThirtyOrdersPaysLess(t *testing.T) {
	if price := customers.Price("ada@example.com", 20000); price != 19400 {
		t.Errorf("got %d, want 19400", price)
	}
}

func TestAGuestPaysTheWholePrice(t *testing.T) {
	if price := customers.Price("guest@example.com", 20000); price != 20000 {
		t.Errorf("got %d, want 20000", price)
	}
}
