module shop

go 1.24.0

toolchain go1.24.6

require github.com/lib/pq v1.12.3
