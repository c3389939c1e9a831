package main

import (
	"fmt"
	"log"
	"os"

	"shop/desk"
)

func main() {
	journal := log.New(os.Stdout, "", 0)
	counter := desk.New(map[string]int{"kettle": 2}, journal)
	if err := counter.Take("ada@example.com", "kettle"); err != nil {
		fmt.Println("not taken:", err)
	}
}
