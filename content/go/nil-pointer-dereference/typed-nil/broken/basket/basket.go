package basket

import "fmt"

const most = 10

// OrderError says what is wrong with an order.
type OrderError struct {
	Article string
	Pieces  int
}

func (p *OrderError) Error() string {
	return fmt.Sprintf("%d of %s are too many", p.Pieces, p.Article)
}

// Check looks for an article of which too many are ordered.
func Check(order map[string]int) error {
	var problem *OrderError
	for article, pieces := range order {
		if pieces > most {
			problem = &OrderError{Article: article, Pieces: pieces}
		}
	}
	return problem
}
