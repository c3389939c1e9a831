package test

import (
	"bytes"
	"log"
	"testing"

	"shop/desk"
)

func TestWritesAnOrderDown(t *testing.T) {
	var written bytes.Buffer
	counter := desk.New(map[string]int{"kettle": 1}, log.New(&written, "", 0))

	if err := counter.Take("ada@example.com", "kettle"); err != nil {
		t.Fatal(err)
	}
	if want := "ada@example.com ordered a kettle\n"; written.String() != want {
		t.Errorf("journal says %q, want %q", written.String(), want)
	}
}

func TestWritesNothingWhenTheArticleIsSoldOut(t *testing.T) {
	var written bytes.Buffer
	counter := desk.New(map[string]int{}, log.New(&written, "", 0))

	if err := counter.Take("ada@example.com", "kettle"); err == nil || written.Len() > 0 {
		t.Errorf("got %v and journal %q, want an error and nothing", err, written.String())
	}
}
