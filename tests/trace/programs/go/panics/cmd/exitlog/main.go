package main

import (
	"fmt"
	"log"
	"os"
)

func read(path string) ([]byte, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read settings: %w", err)
	}
	return data, nil
}

func main() {
	if _, err := read("settings.toml"); err != nil {
		log.Fatal(fmt.Errorf("start shop: %w", err))
	}
}
