module example.org/missing

go 1.21
