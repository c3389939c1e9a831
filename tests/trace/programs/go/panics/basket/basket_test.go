package basket

import "testing"

func TestUnknown(t *testing.T) {
	if got := Total(map[string]int{"pen": 2}, "ink"); got != 0 {
		t.Errorf("Total() = %d, want 0", got)
	}
}
