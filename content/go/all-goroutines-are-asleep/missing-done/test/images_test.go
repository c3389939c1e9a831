package test

import (
	"testing"
	"time"

	"shop/images"
)

func TestLeavesOutWhatIsNoImage(t *testing.T) {
	result := make(chan int, 1)
	go func() { result <- images.Shrink([]string{"a.png", "b.txt", "c.png", "d.pdf"}) }()

	select {
	case count := <-result:
		if count != 2 {
			t.Errorf("got %d, want 2", count)
		}
	case <-time.After(5 * time.Second):
		t.Fatal("still waiting for the group after 5 seconds")
	}
}
