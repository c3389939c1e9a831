package main

type cache struct{ prices map[string]int }

func (c *cache) store(name string, price int) {
	c.prices[name] = price
}

func main() {
	c := &cache{}
	c.store("pen", 2)
}
