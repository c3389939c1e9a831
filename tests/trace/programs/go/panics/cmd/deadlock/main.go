package main

import "fmt"

func wait(answers chan string) string {
	return <-answers
}

func main() {
	answers := make(chan string)
	fmt.Println(wait(answers))
}
