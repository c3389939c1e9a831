package main

import "example.org/missing/prices"

func main() {
	prices.Load()
}
