package rates

import "sync"

// Rates are the exchange rates that the bank sends all day.
type Rates struct {
	lock  sync.RWMutex
	euros map[string]float64
}

// New starts with the rates of yesterday.
func New(yesterday map[string]float64) *Rates {
	return &Rates{euros: yesterday}
}

// Set stores what one unit of a currency costs in euros.
func (r *Rates) Set(currency string, euros float64) {
	r.lock.Lock()
	defer r.lock.Unlock()
	r.euros[currency] = euros
}

// Price converts an amount to euros.
func (r *Rates) Price(amount float64, currency string) float64 {
	r.lock.RLock()
	defer r.lock.RUnlock()
	return amount * r.euros[currency]
}
