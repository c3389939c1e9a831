package main

import "fmt"

func count(value any) int {
	return value.(int)
}

func main() {
	fmt.Println(count("3"))
}
