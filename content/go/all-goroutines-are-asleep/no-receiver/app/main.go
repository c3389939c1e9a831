package main

import (
	"fmt"

	"shop/packing"
)

func main() {
	for _, label := range packing.Labels([]string{"1041", "1042", "1043"}) {
		fmt.Println(label)
	}
}
