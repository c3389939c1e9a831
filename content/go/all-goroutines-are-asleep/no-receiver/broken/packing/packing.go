package packing

// Labels makes the label of each order.
func Labels(orders []string) []string {
	queue := make(chan string)
	for _, order := range orders {
		queue <- order
	}
	close(queue)

	var labels []string
	for order := range queue {
		labels = append(labels, "parcel "+order)
	}
	return labels
}
