package test

import (
	"testing"

	"shop/desk"
)

// inbox keeps whom mails were sent to.
type inbox struct{ receivers []string }

func (i *inbox) Send(to, text string) error {
	i.receivers = append(i.receivers, to)
	return nil
}

func TestConfirmsAnOrderByMail(t *testing.T) {
	mails := &inbox{}
	counter := desk.New(map[string]int{"kettle": 1}, mails)

	if err := counter.Take("ada@example.com", "kettle"); err != nil {
		t.Fatal(err)
	}
	if len(mails.receivers) != 1 || mails.receivers[0] != "ada@example.com" {
		t.Errorf("mails went to %v, want one to ada@example.com", mails.receivers)
	}
}

func TestSendsNoMailWhenTheArticleIsSoldOut(t *testing.T) {
	mails := &inbox{}
	counter := desk.New(map[string]int{}, mails)

	if err := counter.Take("ada@example.com", "kettle"); err == nil || len(mails.receivers) > 0 {
		t.Errorf("got %v and %d mails, want an error and none", err, len(mails.receivers))
	}
}
