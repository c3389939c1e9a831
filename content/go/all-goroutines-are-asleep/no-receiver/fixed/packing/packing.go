package packing

// Labels makes the label of each order.
func Labels(orders []string) []string {
	queue := make(chan string)
	go func() {
		defer close(queue)
		for _, order := range orders {
			queue <- order
		}
	}()

	var labels []string
	for order := range queue {
		labels = append(labels, "parcel "+order)
	}
	return labels
}
