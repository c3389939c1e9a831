package test

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"syscall"
	"testing"

	"shop/stock"
)

func TestReadsTheNumber(t *testing.T) {
	warehouse := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprint(w, "12")
	}))
	defer warehouse.Close()

	left, err := stock.Left(warehouse.URL, "kettle")
	if left != 12 || err != nil {
		t.Errorf("got %d, %v, want 12 and no error", left, err)
	}
}

func TestReturnsTheErrorOfAWarehouseThatIsDown(t *testing.T) {
	warehouse := httptest.NewServer(nil)
	warehouse.Close()

	_, err := stock.Left(warehouse.URL, "kettle")
	if !errors.Is(err, syscall.ECONNREFUSED) {
		t.Errorf("got %v, want connection refused", err)
	}
}
