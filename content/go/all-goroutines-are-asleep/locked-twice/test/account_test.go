package test

import (
	"testing"
	"time"

	"shop/account"
)

func TestTakesTheAmountIfItIsThere(t *testing.T) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		voucher := account.New(100)
		if voucher.Pay(101) {
			t.Error("paid more than was there")
		}
		if !voucher.Pay(60) || voucher.Left() != 40 {
			t.Errorf("%d left, want 40", voucher.Left())
		}
	}()

	select {
	case <-done:
	case <-time.After(5 * time.Second):
		t.Fatal("still waiting for the account after 5 seconds")
	}
}
