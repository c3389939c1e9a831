package desk

import "fmt"

// Mailer sends a text to somebody.
type Mailer interface {
	Send(to, text string) error
}

// Desk takes orders from what is on the shelf.
type Desk struct {
	shelf map[string]int
	mail  Mailer
}

// New returns a desk that confirms each order by mail.
func New(shelf map[string]int, mail Mailer) *Desk {
	return &Desk{shelf: shelf}
}

// Take takes one order, if the article is there.
func (d *Desk) Take(customer, article string) error {
	if d.shelf[article] == 0 {
		return fmt.Errorf("%s is sold out", article)
	}
	d.shelf[article]--
	return d.mail.Send(customer, "Your "+article+" is on its way.")
}
