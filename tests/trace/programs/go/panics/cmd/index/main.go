package main

import "fmt"

type shelf struct{ products []string }

func (s *shelf) take(place int) string {
	return s.products[place]
}

func main() {
	s := &shelf{products: []string{"pen", "ink", "pad"}}
	fmt.Println(s.take(5))
}
