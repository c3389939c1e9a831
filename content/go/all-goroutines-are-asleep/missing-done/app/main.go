package main

import (
	"fmt"

	"shop/images"
)

func main() {
	fmt.Println(images.Shrink([]string{"kettle.png", "lamp.txt", "chair.png"}), "images shrunk")
}
