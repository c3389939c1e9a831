module shop

go 1.26.0

toolchain go1.26.8

require github.com/lib/pq v1.12.3
