package stock

import (
	"fmt"
	"net/http"
)

// Left asks a warehouse how many pieces of an article it has.
func Left(warehouse, article string) (int, error) {
	response, err := http.Get(warehouse + "/stock/" + article)
	if err != nil {
		return 0, err
	}
	defer response.Body.Close()
	var left int
	_, err = fmt.Fscan(response.Body, &left)
	return left, err
}
