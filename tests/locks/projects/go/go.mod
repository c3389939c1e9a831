module example.org/shop

go 1.26

require github.com/redis/go-redis/v9 v9.7.0

require (
	golang.org/x/sync v0.12.0
	github.com/lib/pq v1.10.9 // indirect
)

replace github.com/lib/pq => ../pq
