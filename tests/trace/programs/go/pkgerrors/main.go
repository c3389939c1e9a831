package main

import (
	"fmt"
	"os"

	"github.com/pkg/errors"
)

func port(text string) error {
	return errors.Errorf("port %q is no number", text)
}

func settings() error {
	return errors.Wrap(port("80a"), "settings are not valid")
}

func main() {
	if err := settings(); err != nil {
		fmt.Fprintf(os.Stderr, "%+v\n", err)
		os.Exit(1)
	}
}
