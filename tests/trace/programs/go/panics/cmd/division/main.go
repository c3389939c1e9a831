package main

import "fmt"

type number interface{ ~int | ~int64 }

func mean[T number](values ...T) T {
	var sum T
	for _, value := range values {
		sum += value
	}
	return sum / T(len(values))
}

func main() {
	fmt.Println(mean[int]())
}
