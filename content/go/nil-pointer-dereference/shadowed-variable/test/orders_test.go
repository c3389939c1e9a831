package test

import (
	"os"
	"testing"

	"shop/orders"
)

func TestCountsTheOrdersThatWait(t *testing.T) {
	if err := orders.Connect(os.Getenv("DATABASE_URL") + "?sslmode=disable"); err != nil {
		t.Fatal(err)
	}
	before, err := orders.Waiting()
	if err != nil {
		t.Fatal(err)
	}

	if err := orders.Add("kettle"); err != nil {
		t.Fatal(err)
	}

	after, err := orders.Waiting()
	if after != before+1 || err != nil {
		t.Errorf("got %d, %v, want %d and no error", after, err, before+1)
	}
}
