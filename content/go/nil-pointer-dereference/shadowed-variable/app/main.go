package main

import (
	"fmt"
	"log"
	"os"

	"shop/orders"
)

func main() {
	if err := orders.Connect(os.Getenv("DATABASE_URL") + "?sslmode=disable"); err != nil {
		log.Fatal(err)
	}
	fmt.Println("connected to the database")
	waiting, err := orders.Waiting()
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("orders waiting:", waiting)
}
