package customers

// Customer is somebody with an account.
type Customer struct {
	Name   string
	Orders int
}

var byEmail = map[string]*Customer{
	"ada@example.com": {Name: "Ada", Orders: 31},
}

// Discount is one percent for every ten orders, but never more than five.
func (c *Customer) Discount(cents int) int {
	percent := 0
	for packed := c.Orders; packed >= 10 && percent < 5; packed -= 10 {
		percent++
	}
	return cents * percent / 100
}

// Price is what a customer pays for goods of this value.
func Price(email string, cents int) int {
	customer := byEmail[email]
	return cents - customer.Discount(cents)
}
