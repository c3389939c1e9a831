package main

func depth(level int) int {
	return depth(level+1) + 1
}

func main() {
	println(depth(0))
}
