package main

import "errors"

func flush() {
	panic("could not flush the journal")
}

func write() {
	defer flush()
	panic(errors.New("disk is full"))
}

func main() {
	write()
}
