package order

import (
	"testing"

	"github.com/google/uuid"
)

func TestOrderNumber(t *testing.T) {
	if _, err := uuid.Parse("12"); err != nil {
		t.Fatal(err)
	}
}
