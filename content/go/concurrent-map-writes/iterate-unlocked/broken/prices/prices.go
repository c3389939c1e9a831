package prices

import "sync"

// List holds the prices of articles in cents.
type List struct {
	lock  sync.Mutex
	cents map[string]int
}

// New starts with the prices of yesterday.
func New(yesterday map[string]int) *List {
	return &List{cents: yesterday}
}

// Of returns the price of an article.
func (l *List) Of(article string) int {
	l.lock.Lock()
	defer l.lock.Unlock()
	return l.cents[article]
}

// Refresh asks for all prices, twenty at once.
func (l *List) Refresh(ask func(article string) int) {
	var group sync.WaitGroup
	slots := make(chan struct{}, 20)
	for article := range l.cents {
		group.Add(1)
		slots <- struct{}{}
		go func() {
			defer group.Done()
			defer func() { <-slots }()
			price := ask(article)
			l.lock.Lock()
			defer l.lock.Unlock()
			l.cents[article] = price
		}()
	}
	group.Wait()
}
