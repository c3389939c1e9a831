package main

import "fmt"

func guard() {
	if problem := recover(); problem != nil {
		panic(fmt.Sprintf("while serving: %v", problem))
	}
}

func serve(values []int) int {
	defer guard()
	return values[0] / len(values)
}

func main() {
	serve(nil)
}
