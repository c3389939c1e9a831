package account

import "sync"

// Account is money that several tills may use at once.
type Account struct {
	mutex sync.Mutex
	cents int
}

// New opens an account.
func New(cents int) *Account {
	return &Account{cents: cents}
}

// Left says how much is left.
func (a *Account) Left() int {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	return a.cents
}

// Pay takes the amount, if it is there.
func (a *Account) Pay(cents int) bool {
	a.mutex.Lock()
	defer a.mutex.Unlock()
	if a.cents < cents {
		return false
	}
	a.cents -= cents
	return true
}
