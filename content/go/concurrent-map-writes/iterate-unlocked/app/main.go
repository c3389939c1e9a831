package main

import (
	"fmt"

	"shop/prices"
)

func main() {
	cents := make(map[string]int)
	for i := range 20_000 {
		cents[fmt.Sprintf("article-%05d", i)] = 1290
	}
	list := prices.New(cents)

	for range 400 {
		list.Refresh(func(article string) int { return 1190 + len(article) })
	}
	fmt.Println("refreshed 400 times:", list.Of("article-00042"), "cents")
}
