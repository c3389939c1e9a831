package main

import (
	"fmt"
	"time"
)

type counter struct{ value int }

func (c *counter) add() {
	c.value++
}

func main() {
	c := &counter{}
	go c.add()
	time.Sleep(50 * time.Millisecond)
	c.add()
	fmt.Println("done")
}
