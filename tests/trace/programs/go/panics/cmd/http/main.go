package main

import (
	"fmt"
	"net"
	"net/http"
)

type order struct{ total int }

func find(id string) *order {
	return nil
}

func show(w http.ResponseWriter, r *http.Request) {
	fmt.Fprintln(w, find(r.URL.Path).total)
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:47621")
	if err != nil {
		panic(err)
	}
	go http.Serve(listener, http.HandlerFunc(show))
	http.Get("http://127.0.0.1:47621/orders/7")
}
