package main

type queue struct{ jobs chan int }

func (q *queue) stop() { close(q.jobs) }

func main() {
	q := &queue{jobs: make(chan int)}
	q.stop()
	q.stop()
}
