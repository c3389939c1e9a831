package main

import "fmt"

type customer struct{ name string }

func greeting(c *customer) string {
	return "Hello, " + c.name
}

func main() {
	fmt.Println(greeting(nil))
}
