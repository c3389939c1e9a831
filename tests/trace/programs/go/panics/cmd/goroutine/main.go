package main

import (
	"strconv"
	"sync"
)

func price(text string) int {
	value, err := strconv.Atoi(text)
	if err != nil {
		panic(err)
	}
	return value
}

func main() {
	var group sync.WaitGroup
	group.Add(1)
	go func() {
		defer group.Done()
		price("12a")
	}()
	group.Wait()
}
