package main

import (
	"fmt"

	"shop/desk"
)

// outbox writes the mails down, to be sent at night.
type outbox struct{}

func (outbox) Send(to, text string) error {
	fmt.Printf("mail to %s: %s\n", to, text)
	return nil
}

func main() {
	counter := desk.New(map[string]int{"kettle": 2}, outbox{})
	if err := counter.Take("ada@example.com", "kettle"); err != nil {
		fmt.Println("not taken:", err)
	}
}
