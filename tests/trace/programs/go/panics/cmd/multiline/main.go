package main

func render(name string) {
	panic("cannot render " + name + "\ngoroutine 9 [running]:\nmain.fake()\n\t/not/a/frame.go:1 +0x1")
}

func main() {
	render("invoice")
}
