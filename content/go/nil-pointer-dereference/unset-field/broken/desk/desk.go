package desk

import (
	"fmt"
	"log"
)

// Desk takes orders from what is on the shelf.
type Desk struct {
	shelf   map[string]int
	journal *log.Logger
}

// New returns a desk that writes each order down in the journal.
func New(shelf map[string]int, journal *log.Logger) *Desk {
	return &Desk{shelf: shelf}
}

// Take takes one order, if the article is there.
func (d *Desk) Take(customer, article string) error {
	if d.shelf[article] == 0 {
		return fmt.Errorf("%s is sold out", article)
	}
	d.shelf[article]--
	d.journal.Printf("%s ordered a %s", customer, article)
	return nil
}
