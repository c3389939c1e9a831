package stock

import "sync"

// Count counts the pieces of each article in several deliveries at once.
func Count(deliveries ...[]string) map[string]int {
	pieces := make(map[string]int)
	var group sync.WaitGroup
	for _, delivery := range deliveries {
		group.Add(1)
		go func() {
			defer group.Done()
			for _, article := range delivery {
				pieces[article]++
			}
		}()
	}
	group.Wait()
	return pieces
}
